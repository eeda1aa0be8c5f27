"""Why a change of a council cannot be taken over by this program; each reason has its cure."""

from __future__ import annotations

from enum import Enum


class Refusal(Enum):
    """Why a change cannot be taken over by this program."""

    MOVED_ON = "moved-on"
    NO_LONGER = "no-longer"
    IS_NEW = "is-new"
    IS_THERE = "is-there"
    NUMBER_TAKEN = "number-taken"
    IS_HEADING = "is-heading"
    IS_EMPTY_HEADING = "is-empty-heading"
    NOTE_IS_CITED = "note-is-cited"
    NOT_RETIRED = "not-retired"
    NOT_ALONE = "not-alone"
    IS_NOTE = "is-note"
    IS_CITED = "is-cited"
    SEVERAL = "several"
    NO_CLAUSE = "no-clause"
    IS_LINK = "is-link"
    NOT_PLAIN = "not-plain"
    BY_HAND = "by-hand"
