"""Headings found in the project's own corpus: how many of them, and how many of those found are headings."""

from __future__ import annotations

from briefing.analysis.training.corpus import read_corpus
from briefing.structure import find_blocks


def test_headings_of_the_corpus_are_found() -> None:
    right = found = expected = 0
    for article in read_corpus():
        headings = {block.end for block in article.blocks if block.kind == "heading"}
        guesses = {block.end for block in find_blocks(article.text) if block.kind == "heading"}
        right, found, expected = right + len(headings & guesses), found + len(guesses), expected + len(headings)
    assert expected > 500
    assert right / expected > 0.98
    assert right / found > 0.95


def test_no_block_of_the_corpus_is_cut_or_joined() -> None:
    for article in read_corpus():
        ends = {block.end for block in find_blocks(article.text)}
        assert {block.end for block in article.blocks} <= ends
