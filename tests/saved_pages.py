"""Saved web pages with what Chromium prints of them (``cases/saved-pages.txt``).

Each case is a name, how we read it, what is printed, and the page: read as ``printed``; or with a
doubt (``doubted``), where the style sheet does what cannot be worked out; or ``named``, where words
that are printed stand in what was left out. What is printed was never written by hand: a test in
``browser/`` holds every case to the browser.
"""

from __future__ import annotations

from dataclasses import dataclass

from seeds import ROOT

_CASES = ROOT / "tests" / "cases" / "saved-pages.txt"


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


def saved_pages() -> list[SavedPage]:
    """Return all cases."""
    return [_case(text) for text in f"\n{_CASES.read_text('utf-8')}".split("\n== ")[1:]]


def _case(text: str) -> SavedPage:
    head, printed, page = text.split("\n", 2)
    name, how = head.rsplit(": ", 1)
    return SavedPage(name, how, printed, page.strip("\n"))


def letters_in_order(text: str) -> str:
    """Return a text without what is no word: spaces, and the signs before items of a list."""
    return "".join(text.split()).replace("•", "")
