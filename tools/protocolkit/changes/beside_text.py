"""What changed in a file beside the text of the protocol: heads and feet of pages, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocolkit.changes.change_set import (
    DESCRIPTION,
    PICTURE,
    RUNNING,
    TYPED_ASIDE,
    FactChange,
    Version,
)
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
    typed = [{words: words for words in one.typed_aside} for one in (old, new)]
    yield from _changed(TYPED_ASIDE, *typed)
    if old.beside is None or new.beside is None:
        return
    for kind in BESIDE:
        yield from _changed(kind, _words(old.beside, kind), _words(new.beside, kind))


def _changed(
    kind: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[FactChange]:
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
