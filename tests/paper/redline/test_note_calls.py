"""Whether one mark can call or refer to a note for both versions of a redline."""

from __future__ import annotations

from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.notes import Notes
from protocolkit.paper.redline.note_calls import NoteCalls
from protocolkit.reading.reader import read_protocol_text


def _notes(*labels: str) -> Notes:
    marks = " ".join(f"[^{label}]" for label in labels)
    said = "\n\n".join(f"[^{label}]: Noot {label}." for label in labels)
    protocol = read_protocol_text(f"# T\n\n{{#a}}\nBellen {marks} mag.\n\n{said}\n").protocol
    return Notes(protocol, Bookmarks(protocol))


def test_a_mark_is_one_reference_when_neither_version_has_the_note_or_both_have_it() -> None:
    calls = NoteCalls(old=_notes("1", "2"), new=_notes("1"), pairs=frozenset({("1", "1")}))
    assert calls.is_one_reference("9", "9", in_note=False)
    # the one version has it, the other has not; or it is another label
    assert not calls.is_one_reference("2", "2", in_note=True)
    assert not calls.is_one_reference("1", "2", in_note=True)
    # a call of either is no reference yet, but inside a note nothing calls
    assert not calls.is_one_reference("1", "1", in_note=False)
    assert calls.is_one_reference("1", "1", in_note=True)


def test_one_mark_calls_a_note_that_both_versions_have() -> None:
    calls = NoteCalls(old=_notes("1"), new=_notes("1"), pairs=frozenset({("1", "1")}))
    assert calls.is_one_call("1", "1")
    assert not calls.is_one_call("1", "2")
    assert calls.prints_alike("1", "2")
    named = NoteCalls(old=_notes("a"), new=_notes("1"), pairs=frozenset())
    assert not named.is_one_call("a", "1")
    assert named.prints_alike("x", "x")
    assert not named.prints_alike("a", "1")
