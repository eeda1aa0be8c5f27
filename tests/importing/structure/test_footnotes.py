"""Footnotes: which mark calls which note, and entries of the ledger that never overlap."""

from __future__ import annotations

from outlined import outline_of
from protocolkit.document.outline import called_notes, clause_text, clauses, protocol_tokens
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Line, Mark, MarkKind, Source, SourceBuilder
from protocolkit.importing.structure.footnotes import take_notes
from protocolkit.reading.ledger_replay import replay


def _imported(text: str) -> Imported:
    found = import_source(extract_text(text.encode()))
    assert replay(found.source.text, found.ledger).words == protocol_tokens(found.protocol)
    return found


def _notes(found: Imported) -> dict[str, str]:
    return {note.label: clause_text(note) for note in found.protocol.notes}


def _calls(found: Imported) -> list[tuple[str, ...]]:
    return [
        tuple(label for rich in block_texts(clause.blocks) for label in note_labels(rich))
        for clause in clauses(found.protocol)
    ]


def test_marks_side_by_side_call_a_note_each() -> None:
    """As Word has them: the two share the word before them, in one entry of the ledger."""
    texts = ["Dit volgt uit de wet[1][2].", "[1] De ene wet.", "[2] De andere wet."]
    text = "\n".join([*texts, ""])
    places = [text.index(one) for one in texts]
    source = Source(
        text=text,
        lines=tuple(
            Line(text=one, begin=place, size=11, is_whole=True, note=label)
            for one, place, label in zip(texts, places, ("", "1", "2"), strict=True)
        ),
        marks=tuple(
            Mark(begin=at, end=at + 3, kind=MarkKind.NOTE, target=label)
            for at, label in ((text.index("[1]"), "1"), (text.index("[2]"), "2"))
        ),
    )
    found = import_source(source)
    assert _notes(found) == {"1": "De ene wet.", "2": "De andere wet."}
    assert _calls(found) == [("1", "2")]
    assert replay(text, found.ledger).marks == ("1", "2")


def test_a_note_has_the_label_that_its_source_gave_it() -> None:
    """A label of more than four signs is no guess when the source says that the line is a note."""
    texts = ["Dit volgt uit de wet[uitleg].", "[uitleg] De Leerplichtwet."]
    text = "\n".join([*texts, ""])
    lines = (
        Line(text=texts[0], begin=0, size=11, is_whole=True),
        Line(text=texts[1], begin=len(texts[0]) + 1, size=9, is_whole=True, note="uitleg"),
    )
    mark = Mark(begin=20, end=28, kind=MarkKind.NOTE, target="uitleg")
    found = import_source(Source(text=text, lines=lines, marks=(mark,)))
    assert _notes(found) == {"uitleg": "De Leerplichtwet."}
    assert _calls(found) == [("uitleg",)]


def test_a_mark_in_a_word_that_is_glued_to_its_number_calls_a_note() -> None:
    found = _imported("1.Leerlingen[1] bellen niet.\n\n[1] Ook leraren niet.\n")
    assert _notes(found) == {"1": "Ook leraren niet."}
    assert [clause.marker for clause in clauses(found.protocol)] == ["1."]


def test_a_word_with_a_mark_is_not_joined_to_the_next_line() -> None:
    """Its number would become part of a word: 'beleid3-school'."""
    text = "De school heeft beleid1-\nstukken over bellen.\n\n1 Zie het jaarplan van de school.\n"
    found = _imported(text)
    assert _notes(found) == {"1": "Zie het jaarplan van de school."}
    assert _calls(found) == [("1",)]


def test_a_note_that_another_note_calls_comes_after_those_of_the_text() -> None:
    """Notes follow in the order of their first mark (words.md), wherever they were printed."""
    text = (
        "Bellen mag niet.1 Dat staat in de wet.\n\n1 Zie ook de toelichting.2\n"
        "2 In het jaarverslag.\n\fFilmen mag ook niet.3\n\n3 Zie het privacyreglement.\n"
    )
    found = _imported(text)
    assert [note.label for note in called_notes(found.protocol)] == ["1", "3", "2"]
    assert replay(text, found.ledger).marks == ("1", "3", "2")


def test_a_line_that_no_mark_calls_stays() -> None:
    text = "De school heeft regels.\n\n1 Bellen mag niet.\n"
    source = extract_text(text.encode())
    noted = take_notes(source, source.lines)
    assert (noted.lines, noted.notes, noted.changes) == (source.lines, (), ())


def test_a_row_of_a_table_that_begins_with_the_number_of_a_note_stays() -> None:
    words = "Bellen mag niet.1"
    row = "1 tot en met 4\t8.20 uur"
    begin = len(words) + 1
    middle = begin + row.index("\t")
    cells = ((begin, middle), (middle + 1, begin + len(row)))
    lines = (Line(text=words, begin=0), Line(text=row, begin=begin, cells=cells, table=1))
    noted = take_notes(Source(text=f"{words}\n{row}", lines=lines), lines)
    assert (noted.lines, noted.notes) == (lines, ())


def test_the_number_of_a_marker_calls_no_note() -> None:
    for marker in ("A.1", "A.1 Bellen mag hier.", "IV.1 Bellen mag hier."):
        found = _imported(f"{marker}\n\n1. >")
        assert not found.protocol.notes, marker
    found = _imported("Protocol\n\nA.1 Bellen mag hier niet.1\n\n1 Zie de wet.")
    assert _notes(found) == {"1": "Zie de wet."}
    assert clause_text(next(clauses(found.protocol))).strip() == "Bellen mag hier niet."


def _printed(*lines: tuple[str, float]) -> Imported:
    builder = SourceBuilder()
    for place, (text, size) in enumerate(lines):
        builder.add(Line(text=text, begin=0, size=size, page=1, height=800.0 - 14 * place))
    return import_source(builder.build())


_RULES = (
    ("Fietsen in de gang is verboden1.", 11.0),
    ("Een step mag mee naar binnen als hij gevouwen is2.", 11.0),
)


def test_notes_in_small_print_may_have_a_point_behind_their_number() -> None:
    notes = (("1. Dit geldt ook in de hal.", 8.5), ("2. Zie het schoolreglement.", 8.5))
    found = _printed(*_RULES, *notes)
    assert _notes(found) == {"1": "Dit geldt ook in de hal.", "2": "Zie het schoolreglement."}


def test_a_list_in_the_print_of_the_text_is_no_note() -> None:
    items = (("1. De hal is leeg.", 11.0), ("2. De deur is dicht.", 11.0))
    assert not _notes(_printed(*_RULES, *items))


def test_small_items_with_other_text_below_them_are_no_notes() -> None:
    items = (("1. De hal is leeg.", 8.5), ("2. De deur is dicht.", 8.5))
    below = ("De conciërge kijkt elke dag om vier uur of dat zo is.", 11.0)
    assert not _notes(_printed(*_RULES, *items, below, below))


def test_the_first_of_a_list_is_no_note_when_the_note_comes_later() -> None:
    text = (
        "1 De school meldt dat bij de inspectie.1\n2 Zij doet dat binnen een week.\n\nSlot\n"
        "1 Iedere school heeft een contactpersoon.\n2 De contactpersoon helpt ouders.\n\n"
        "1 Postbus 85191, Utrecht.\n"
    )
    assert outline_of(text) == [
        "1 De school meldt dat bij de inspectie.",
        "2 Zij doet dat binnen een week.",
        "1 Iedere school heeft een contactpersoon.",
        "2 De contactpersoon helpt ouders.",
    ]
