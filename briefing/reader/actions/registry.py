"""All actions of the reader, in the order of help and palette. Nothing else says what a key does."""

from __future__ import annotations

from briefing.reader.actions import (
    around,
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
from briefing.reader.actions.action import Action

ACTIONS: tuple[Action, ...] = (
    *moving.ACTIONS,
    *evidence.ACTIONS,
    *searching.ACTIONS,
    *comparing.ACTIONS,
    *copying.ACTIONS,
    *correcting.ACTIONS,
    *articles.ACTIONS,
    *exporting.ACTIONS,
    *around.ACTIONS,
    *listing.ACTIONS,
)
