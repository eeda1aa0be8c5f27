"""Anchors for what was imported: a name made once, from the heading and the number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from protocolkit.document.model import ANCHOR, ANCHOR_LENGTH, Clause, Kind, Protocol, Section
from protocolkit.document.richtext import plain
from protocolkit.text.function_words import ASKING, FUNCTION_WORDS
from protocolkit.text.markers import CHAPTER, is_article, word_of
from protocolkit.text.numbers import Number

_SAY_LITTLE = FUNCTION_WORDS | ASKING
_NAME_WORDS = 2
_REFERENCE, _CLOSING, _PREAMBLE = "link", "slot", "aanhef"


class Names:
    """Gives every section and clause of one document an anchor of its own."""

    def __init__(self, taken: Iterable[str] = (), reserved: Iterable[str] = ()) -> None:
        self._used = set(taken)
        # may be kept, and are never made
        self._reserved = set(reserved)
        self._counts: dict[str, int] = {}

    def keep(self, anchor: str) -> str:
        """Return an anchor that the source itself carries, or "" when it cannot be used."""
        if ANCHOR.match(anchor) and len(anchor) <= ANCHOR_LENGTH and anchor not in self._used:
            self._used.add(anchor)
            return anchor
        return ""

    def section(self, title: str, path: Number | None, own: Number | None, marker: str) -> str:
        """Name a section: ``hs-3``, ``par-3-1``, ``par-a``, ``art-5``, ``leren``."""
        if own is None or path is None:
            return self._unused(short_name(title) or "deel")
        number = str(path).replace(".", "-").lower()
        if is_article(marker):
            return self._unused(f"art-{str(own).replace('.', '-').lower()}")
        is_chapter = len(path.parts) == 1 and not path.parts[0].printed
        is_named = word_of(marker) is CHAPTER
        return self._unused(f"{'hs' if is_chapter or is_named else 'par'}-{number}")

    def clause(self, clause: Clause, path: Number | None, home: str, *, mixed: bool) -> str:
        """Name a clause: ``art-3-1-3``, ``leren-4``, ``inleiding-2``, ``slot-1``, ``link-3``."""
        own = clause.number
        if own is not None:
            is_whole = is_article(clause.marker) or len(own.parts) > 1
            number = str(own.under(path)) if path and not is_whole else str(own)
            stem = re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")
            is_counted = path is not None or is_article(clause.marker) or len(own.parts) > 1
            return self._unused(f"art-{stem}" if is_counted or not home else f"{home}-{stem}")
        if clause.kind is Kind.CLOSING:
            return self._counted(_CLOSING)
        if clause.kind is Kind.REFERENCE:
            return self._counted(_REFERENCE)
        home = home or _PREAMBLE
        return self._counted(f"{home}-punt" if clause.marker and mixed else home)

    def _counted(self, stem: str) -> str:
        while True:
            self._counts[stem] = count = self._counts.get(stem, 0) + 1
            tail = f"-{count}"
            anchor = _sound(stem)[: ANCHOR_LENGTH - len(tail)].rstrip("-") + tail
            if self._is_free(anchor):
                self._used.add(anchor)
                return anchor

    def _unused(self, wanted: str) -> str:
        anchor = _sound(wanted)
        if self._is_free(anchor):
            self._used.add(anchor)
            return anchor
        self._counts.setdefault(wanted, 1)
        return self._counted(wanted)

    def _is_free(self, anchor: str) -> bool:
        return anchor not in self._used and anchor not in self._reserved


def short_name(title: str) -> str:
    """Return the first telling words of a heading as an anchor: ``positieve-insteek``."""
    words: list[str] = []
    for word in re.findall(r"[\w’']+", title):
        if word.lower() in _SAY_LITTLE:
            if words:
                break
            continue
        words.append(word)
        if len(words) == _NAME_WORDS:
            break
    return _sound("-".join(words)) if words else ""


def note_anchors(protocol: Protocol) -> frozenset[str]:
    """Return the anchors that footnotes have taken."""
    return frozenset(note.anchor for note in protocol.notes)


def title_slug(text: str) -> str:
    """Make a file's name of an organisation's: ``stichting-de-brug``."""
    return _sound(text)


def heading_home(section: Section | None) -> str:
    """Return the stem for clauses without a number: the heading's name, or its anchor."""
    if section is None:
        return ""
    return short_name(plain(section.title)) or section.anchor


def _sound(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    joined = "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower()))[:ANCHOR_LENGTH].strip("-")
    return joined if ANCHOR.match(joined) else _sound(f"a-{joined or 'tekst'}")
