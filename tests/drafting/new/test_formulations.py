"""A formulation as it is offered and written: its words, its notes, and what somebody typed."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.messages import mark, message
from protocolkit.document.model import Footnote, Kind, Paragraph, PointList
from protocolkit.document.outline import clause_text
from protocolkit.document.place import Place
from protocolkit.document.richtext import NoteMark, Text
from protocolkit.drafting.new.draft import Part, own_part, typed_blocks
from protocolkit.drafting.new.formulations import (
    NoteBook,
    is_offered_as,
    offered_blocks,
    offered_mark,
    offered_text,
    written_clause,
)
from protocolkit.drafting.new.provenance import provenance_of
from protocolkit.drafting.template.values import Choice, Holder

_NOTE = Footnote(label="7", blocks=(Paragraph((Text("Zie de wet."),)),))


def _choice(board: str = "brug") -> Choice:
    holder = Holder(
        place=Place(board, "art-1"),
        name="De Brug",
        label="1",
        url="",
        fingerprint="",
        is_verbatim=True,
    )
    return Choice(
        id="bellen",
        main_topic="bellen",
        text="Bellen mag niet.",
        blocks=(Paragraph((Text("Bellen mag niet."), NoteMark("7"))),),
        notes=(_NOTE,),
        placeholders=(),
        kind=Kind.RULE,
        origin=holder,
        holders=(holder,),
        families=1,
        reason=message(mark("The rule of the board.")),
    )


def test_a_bullet_comes_with_what_leads_it_in() -> None:
    assert offered_text(_choice()) == "Bellen mag niet."
    led = replace(_choice(), lead_in="In de les  geldt:")
    lead, points = offered_blocks(led)
    assert lead == Paragraph((Text("In de les geldt:"),))
    assert isinstance(points, PointList)
    assert offered_mark(led) != offered_mark(_choice())


def test_a_choice_is_known_by_its_mark() -> None:
    choice = _choice()
    assert is_offered_as(choice, offered_mark(choice))
    assert not is_offered_as(replace(choice, notes=()), offered_mark(choice))
    assert not is_offered_as(choice, "")


def test_a_note_comes_once_and_gets_a_free_number() -> None:
    book = NoteBook(["2"])
    blocks, notes = written_clause(_choice(), {}, book)
    assert [note.label for note in notes] == ["3"]
    assert NoteMark("3") in next(b.content for b in blocks if isinstance(b, Paragraph))
    assert written_clause(_choice(), {}, book)[1] == ()
    assert [note.label for note in written_clause(_choice("wal"), {}, book)[1]] == ["4"]


def test_typed_words_are_lines_that_any_format_can_hold() -> None:
    blocks = typed_blocks("  Bellen\tmag\x00niet. \n\n\u200bFilmen ook niet.\n")
    assert blocks == (
        Paragraph((Text("Bellen mag niet."),)),
        Paragraph((Text("Filmen ook niet."),)),
    )


def test_where_words_came_from_is_told_for_each_topic() -> None:
    choice = _choice()
    part = Part(stem="bellen", topics=("bellen", "les"), choice=choice)
    (blocks, _) = written_clause(choice, {}, NoteBook())
    written = Footnote(label="", blocks=blocks)
    first, second = provenance_of(part, "bellen", written, "t1")
    assert (first.topic, second.topic) == ("bellen", "les")
    assert first.fingerprint == offered_mark(choice)
    assert first.written
    own = own_part("bellen", "Eigen woorden.", Kind.RULE)
    (told,) = provenance_of(own, "bellen", Footnote(label="", blocks=own.blocks), "t1")
    assert (told.choice, told.fingerprint, told.written) == ("eigen", "", "")
    assert clause_text(Footnote(label="", blocks=own.blocks)) == "Eigen woorden."
