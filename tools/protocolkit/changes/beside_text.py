"""What changed in a file beside the text of the protocol: heads and feet of pages, pictures."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.changes.change_set import DESCRIPTION, PICTURE, RUNNING, FactChange, Version
from protocolkit.text.late_patterns import late

BESIDE = (RUNNING, PICTURE, DESCRIPTION)
_BETWEEN = " / "
_PAGE_NUMBER = late(
    r"\b(?:pagina|pag\.|bladzijde|blz\.?|page|p\.)\s*\d+(?:\s*(?:van|of|/)\s*\d+)?\b"
    r"|^\W*\d+(?:\s*(?:van|of|/)\s*\d+)?\W*$"
)


def changed_beside(old: Version, new: Version) -> Iterator[FactChange]:
    """Yield what two files of pages have beside their text, where that differs.

    Each kind is told once, with what came and what went; the number of a page is no difference.
    """
    if old.beside is None or new.beside is None:
        return
    for kind in BESIDE:
        before, after = _words(old.beside, kind), _words(new.beside, kind)
        if before.keys() != after.keys():
            gone = [words for key, words in before.items() if key not in after]
            come = [words for key, words in after.items() if key not in before]
            yield FactChange(fact=kind, old=_BETWEEN.join(gone), new=_BETWEEN.join(come))


def _words(beside: tuple[tuple[str, str], ...], kind: str) -> dict[str, str]:
    """Return the words of one kind, each once, by what they say without the number of a page."""
    found: dict[str, str] = {}
    for one, text in beside:
        words = " ".join(text.split())
        key = " ".join(_PAGE_NUMBER.sub("", words.lower()).split())
        if one == kind and key:
            found.setdefault(key, words)
    return found
