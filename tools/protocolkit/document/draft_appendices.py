"""The fixed words of what stands behind a draft in Word: whose words it has, and what is open.

Whoever prints these appendices takes the words from here; an import knows them by the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import mark

WHOSE = mark("Appendix: whose words these are")
STILL_OPEN = mark("Appendix: what is still open")
TITLES = (WHOSE, STILL_OPEN)
APART = mark("This appendix is no part of the protocol. Remove it before you submit the text.")
"""Stands under the title of each."""
OURS = mark("A short text of our own: no board has words for this. Read it well.")
NOT_CHOSEN = mark("Nothing has been chosen here yet.")
OWN_WORDS = mark("Your own words.")
KEPT = mark("Word for word from {name}.")
CHANGED = mark("From {name}, changed by you.")
ALSO_THERE = mark("{name} has the same words.")
ALSO_SAID = mark("{name} says the same in other words: ‘{words}’")
"""What stands behind whose words a clause has, where two became one."""
NOTE_NUMBER = mark("note {label}")
UNDECIDED = mark(
    "To be decided, for the cover: from when it is valid, when it is evaluated, who decided what."
)
LEANS = mark("Read {label} again: ‘{words}’ refers to words that may not be here.")
NOTHING_OPEN = mark("Nothing is open. Read the draft once more as a whole.")
END = mark("This is where an appendix ends that is no part of the protocol.")
"""Is the last line of each: what somebody types after it is text again."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix behind a draft: its title and lines, in the reader's language."""

    title: str
    lines: tuple[str, ...]
