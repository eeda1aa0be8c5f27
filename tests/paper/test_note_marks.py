"""The marks of notes in Word: the call once, a reference after that, and none that is lost."""

from __future__ import annotations

from docx.oxml.ns import qn

from protocolkit.document.model import Protocol
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import Element
from protocolkit.paper.docx.notes import STAYS, Notes
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Mus}\n---\n\n# Hek\n\n"


def _protocol(*labels: str) -> Protocol:
    calls = "".join(f"Regel[^{label}].\n" for label in labels)
    notes = "".join(f"[^{label}]: Noot {label}.\n\n" for label in labels)
    return read_protocol_text(f"{_HEAD}{{#a}}\n1. {calls}\n{notes}").protocol


def _notes(*labels: str, first: int = 1) -> Notes:
    made = _protocol(*labels)
    return Notes(made, Bookmarks(made), first)


def _tags(made: list[Element]) -> list[str]:
    return [str(one.tag).rpartition("}")[2] for top in made for one in top.iter()]


def _mark(notes: Notes, label: str, *, note: bool = False, link: bool = False) -> list[str]:
    return _tags(notes.mark(label, inside_note=note, inside_link=link))


def test_the_first_mark_is_the_call_and_the_next_a_reference() -> None:
    notes = _notes("1", "2")
    assert notes.is_counted
    assert notes.is_call("1")
    assert "footnoteReference" in _mark(notes, "1")
    assert not notes.is_call("1")
    assert _mark(notes, "1")[0] == "fldSimple"
    assert notes.uncalled() == ["2"]


def test_labels_that_word_would_not_count_are_printed_as_they_are() -> None:
    notes = _notes("3", "a")
    assert not notes.is_counted
    [start, run, label, end] = notes.mark("3", inside_note=False, inside_link=False)
    # LibreOffice would print one letter before the note as well, where it stands already
    assert [found.find(qn("w:t")).text for found in (run, label)] == [STAYS, f"3{STAYS}"]
    assert notes.own_mark(notes.ordered[0]).find(qn("w:t")).text == "3 "
    call = next(run.iter(qn("w:footnoteReference")))
    assert call.get(qn("w:customMarkFollows")) == "1"
    assert start.get(qn("w:id")) == end.get(qn("w:id"))
    assert _mark(notes, "3")[0] == "hyperlink"
    # No link may stand in a link.
    assert _mark(notes, "3", link=True)[0] == "r"


def test_a_mark_without_a_note_is_only_letters() -> None:
    notes = _notes("1")
    assert not notes.has("9")
    assert not notes.is_call("9")
    assert "footnoteReference" not in _mark(notes, "9")
    assert notes.has("1")


def test_counted_notes_can_be_printed_as_they_are() -> None:
    notes = _notes("1")
    own = notes.ordered[0]
    assert "footnoteRef" in _tags([notes.own_mark(own)])
    notes.print_labels()
    assert not notes.is_counted
    assert "footnoteRef" not in _tags([notes.own_mark(own)])
    [_, run, _, _] = notes.mark("1", inside_note=False, inside_link=False)
    assert next(run.iter(qn("w:footnoteReference"))).get(qn("w:customMarkFollows")) == "1"


def test_what_nothing_called_is_called_at_the_end_once() -> None:
    notes = _notes("1", "2")
    notes.mark("2", inside_note=False, inside_link=False)
    [closing] = notes.closing_marks()
    assert _tags([closing]).count("footnoteReference") == 1
    assert notes.uncalled() == []
    assert list(notes.closing_marks()) == []


def test_notes_of_two_versions_share_a_call() -> None:
    old, new = _notes("1"), _notes("2", first=7)
    assert (old.id_of("1"), new.id_of("2")) == (1, 7)
    new.mark("2", inside_note=False, inside_link=False)
    old.share("1", new, "2")
    assert old.id_of("1") == 7
    assert not old.is_call("1")
