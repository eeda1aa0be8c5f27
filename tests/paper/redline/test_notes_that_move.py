"""A note that is called elsewhere now: only what changed in its words is marked."""

from __future__ import annotations

import pytest

from protocolkit.document.model import Protocol
from protocolkit.paper.redline.proof import differing
from protocolkit.paper.redline.revisions import Choice
from redlines import NS, changes, part, protocol, redline, text_of, written

_CLAUSES = "{{#a}}\n1. Ouders melden{} een ziek kind.{}\n\n{{#b}}\n2. De mentor belt.{}\n\n"
_NOTE = "[^1]: Zie het formulier in bijlage 1 van de schoolgids.\n"


def _noted(place: int, note: str = _NOTE) -> Protocol:
    """Return clauses with a note at one of three places."""
    return protocol(_CLAUSES.format(*("[^1]" if at == place else "" for at in range(3))) + note)


def _marked(file: bytes, kind: str) -> str:
    query = f"//w:{kind}//w:t/text()|//w:{kind}//w:delText/text()"
    return "|".join(part(file, "footnotes.xml").xpath(query, namespaces=NS))


def _proved(old: Protocol, new: Protocol) -> bytes:
    file = redline(old, new)
    for choice, version in ((Choice.ACCEPT, new), (Choice.REJECT, old)):
        assert differing(text_of(file), text_of(written(version)), choice) is None
    return file


@pytest.mark.parametrize(("before", "after"), [(0, 1), (1, 2), (2, 0)])
def test_a_note_whose_call_moved_has_no_marked_word(before: int, after: int) -> None:
    file = _proved(_noted(before), _noted(after))
    assert (_marked(file, "del"), _marked(file, "ins")) == ("", "")
    calls = part(file, "document.xml").xpath("//w:footnoteReference", namespaces=NS)
    assert len(calls) == len(part(file, "document.xml").xpath(_TRACKED, namespaces=NS)) == 2


_TRACKED = "//w:ins//w:footnoteReference|//w:del//w:footnoteReference"


def test_only_what_changed_in_its_words_is_marked() -> None:
    old, new = _noted(1), _noted(2, _NOTE.replace("formulier", "adres"))
    file = _proved(old, new)
    assert (_marked(file, "del"), _marked(file, "ins")) == ("formulier", "adres")
    counts = changes(old, new).counts
    assert (counts.removed_words, counts.added_words) == (1, 1)


@pytest.mark.parametrize(
    "note",
    [
        "[^1]: Zie het formulier in bijlage 1 van de schoolgids.\n\n    En het adres.\n",
        "[^1]: Zie het formulier in bijlage 1 van de schoolgids.\n\n    - Geel.\n    - Rood.\n",
    ],
)
def test_more_or_fewer_paragraphs_come_back(note: str) -> None:
    for old, new in ((_noted(1), _noted(2, note)), (_noted(1, note), _noted(2))):
        _proved(old, new)
        _proved(new, old)
    assert _marked(_proved(_noted(1, note), _noted(2, note)), "ins") == ""
