"""Saved web pages with what Chromium prints of them (``cases/saved-pages.txt``).

Each case is a name, how we read it, what is printed, and the page: read as ``printed``; or with a
doubt (``doubted``), where the style sheet does what cannot be worked out; or ``named``, where words
that are printed stand in what was left out. What is printed was never written by hand: a test in
``browser/`` holds cases to the browser. Of each that the browser agreed with a digest is kept
(``cases/saved-pages.judged.txt``), so that it prints those that are new or were changed, and of the
others one in twelve.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from seeds import ROOT

_CASES = ROOT / "tests" / "cases" / "saved-pages.txt"
_JUDGED = _CASES.with_suffix(".judged.txt")
_ONE_IN = 12


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, its name, how it is read (``printed``, ``doubted``, ``named``), what is printed."""

    name: str
    how: str
    printed: str
    page: str

    @property
    def content(self) -> bytes:
        """The bytes of the page."""
        return self.page.encode()

    @property
    def digest(self) -> str:
        """What changes with the page, and with what is said to be printed of it."""
        return hashlib.sha256(f"{self.printed}\0{self.page}".encode()).hexdigest()[:16]


def saved_pages() -> list[SavedPage]:
    """Return all cases."""
    return [_case(text) for text in f"\n{_CASES.read_text('utf-8')}".split("\n== ")[1:]]


def pages_to_print() -> list[SavedPage]:
    """Return the cases that no browser agreed with as they are now, and some of the others."""
    judged = set(_JUDGED.read_text("utf-8").split())
    return [
        case
        for number, case in enumerate(saved_pages())
        if case.digest not in judged or number % _ONE_IN == 0
    ]


def keep_judged(cases: Iterable[SavedPage]) -> None:
    """Keep that a browser printed these as they say."""
    _JUDGED.write_text("\n".join([*(case.digest for case in cases), ""]), "utf-8")


def _case(text: str) -> SavedPage:
    head, printed, page = text.split("\n", 2)
    name, how = head.rsplit(": ", 1)
    return SavedPage(name, how, printed, page.strip("\n"))


def letters_in_order(text: str) -> str:
    """Return a text without what is no word: spaces, and the signs before items of a list."""
    return "".join(text.split()).replace("•", "")
