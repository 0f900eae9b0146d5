"""All actions of the reader, in the order of help and palette. Nothing else says what a key does."""

from __future__ import annotations

from briefing.reader.action import Action
from briefing.reader.actions import (
    around,
    arranging,
    articles,
    comparing,
    copying,
    correcting,
    evidence,
    exporting,
    listing,
    moving,
    searching,
)

ACTIONS: tuple[Action, ...] = (
    *moving.ACTIONS,
    *evidence.ACTIONS,
    *searching.ACTIONS,
    *comparing.ACTIONS,
    *arranging.ACTIONS,
    *copying.ACTIONS,
    *correcting.ACTIONS,
    *articles.ACTIONS,
    *exporting.ACTIONS,
    *around.ACTIONS,
    *listing.ACTIONS,
)
