"""The title below a letterhead, a subtitle below it, and what is offered where there is none."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import clause_text, clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Line, Source, SourceBuilder
from protocolkit.importing.structure.choices import Reading
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.letterheads import is_name

_HEAD = ("CBS De Brug", "Molenweg 8", "7731 KT Ommen", "0529 45 00 00", "info@brug.nl")
_TEXT = "Leerlingen bellen in de les niet met hun eigen telefoon."


def _printed(*lines: tuple[str, float, int]) -> Source:
    """Return a source of lines with their size and the level of their style."""
    builder = SourceBuilder()
    for text, size, level in lines:
        builder.add(Line(text=text, begin=0, size=size, level=level, is_whole=True))
    return builder.build()


def _title(source: Source, name: str = "CBS De Brug") -> str:
    return plain(import_source(source, Wishes(organisation=name)).protocol.title)


@pytest.mark.parametrize("title", ["Veilig op het plein", "Verkeersprotocol", "Zo gaan wij om"])
@pytest.mark.parametrize(("size", "level"), [(26, 1), (20, 0), (16, 2)])
def test_a_title_below_a_letterhead(title: str, size: float, level: int) -> None:
    below = [
        ("Afspraken", 14, level and level + 1),
        (_TEXT, 11, 0),
        ("Slot", 14, level and level + 1),
        (_TEXT, 11, 0),
    ]
    source = _printed(*((line, 11, 0) for line in _HEAD), (title, size, level), *below)
    imported = import_source(source, Wishes(organisation="CBS De Brug"))
    assert plain(imported.protocol.title) == title
    heads = [(one.level, plain(one.title)) for one in sections(imported.protocol)]
    assert heads == [(2, "Afspraken"), (2, "Slot")]
    # the address stays, below the title; only the name is on the cover
    assert clause_text(next(iter(clauses(imported.protocol)))) == "Molenweg 8"


def test_the_name_of_another_than_whose_text_it_is_is_no_part_of_the_title() -> None:
    source = _printed(("CBS De Brug", 11, 0), ("Veilig op school", 26, 1), (_TEXT, 11, 0))
    assert _title(source) == "Veilig op school"
    assert _title(source, "Stichting De Wal") == "Veilig op school"


def _text(*lines: str) -> Imported:
    return import_source(
        extract_text("\n".join(lines).encode()), Wishes(organisation="CBS De Brug")
    )


def test_below_a_letterhead_in_plain_text_the_title_is_a_doubt() -> None:
    found = _text(*_HEAD, "Zo komen wij veilig op school", "", _TEXT)
    assert plain(found.protocol.title) == "Zo komen wij veilig op school"
    assert [(c.reading, c.is_doubted) for c in found.choices] == [(Reading.TITLE, True)]
    other = import_source(
        found.source, Wishes(organisation="CBS De Brug", choices=("titelregel-6=tekst",))
    )
    assert other.protocol.facts.title_supplied


def test_where_there_is_no_title_the_line_that_may_be_it_is_offered() -> None:
    lines = ("1. " + _TEXT, "2. Een tweede regel staat hier ook.", "Veilig op school")
    source = _printed(
        ("Dit is een inleiding die wat langer is dan een kop ooit zou kunnen zijn.", 11, 0),
        *((line, 11, 0) for line in lines),
    )
    assert not import_source(source, Wishes(organisation="X")).choices
    heads = _printed(*((line, 11, 0) for line in (*_HEAD, "Veilig op school:", _TEXT)))
    assert import_source(heads, Wishes(organisation="X")).protocol.facts.title_supplied
    two = [("In de klas", 14, 2), (_TEXT, 11, 0), ("Op het plein", 14, 2), (_TEXT, 11, 0)]
    found = import_source(_printed(*((line, 11, 0) for line in _HEAD), *two))
    (choice,) = found.choices
    assert (choice.key, choice.reading) == ("titelregel-6", Reading.TEXT)
    taken = import_source(found.source, Wishes(choices=("titelregel-6=titel",)))
    assert plain(taken.protocol.title) == "In de klas"


@pytest.mark.parametrize("size", [11, 13])
def test_a_subtitle_is_no_chapter(size: float) -> None:
    source = _printed(
        ("Meldcode kindermishandeling", 20, 0),
        ("Stappenplan voor onze school", size, 0),
        ("Montessorischool De Linde", 11, 0),
        (_TEXT, 11, 0),
        ("Stap 1: Signalen", 14, 2),
        (_TEXT, 11, 0),
        ("Stap 2: Gesprek", 14, 2),
        (_TEXT, 11, 0),
    )
    heads = list(sections(import_source(source).protocol))
    assert [plain(one.title) for one in heads] == ["Stap 1: Signalen", "Stap 2: Gesprek"]


def test_a_name_below_the_title_is_no_heading_and_no_part_of_it() -> None:
    found = _text("Protocol medicijnen", "", "obs De Zevensprong", "", "1 Doel", "", _TEXT)
    assert plain(found.protocol.title) == "Protocol medicijnen"
    given = extract_text(
        f"Protocol bellen\n\nDe Akker\n\n{_TEXT}\n\nIn de les\n\n{_TEXT}\n".encode()
    )
    named = import_source(given, Wishes(organisation="De Akker")).protocol
    assert [plain(one.title) for one in sections(named)] == ["In de les"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jenaplanschool De Kring", True),
        ("Maasdal College", True),
        ("Protestants-christelijke basisschool De Akker", True),
        ("Stichting De Kern", True),
        ("Veilig op School", False),
        ("Afspraken in school", False),
        ("Protocol basisschool De Ark", False),
    ],
)
def test_the_name_of_a_school(text: str, *, is_one: bool) -> None:
    assert is_name(text) is is_one


def test_a_large_title_over_two_lines_below_a_letterhead() -> None:
    source = _printed(
        *((line, 11, 0) for line in _HEAD),
        ("Samen veilig", 22, 0),
        ("van en naar school", 22, 0),
        (_TEXT, 11, 0),
        ("In de klas", 14, 2),
        (_TEXT, 11, 0),
    )
    assert _title(source) == "Samen veilig van en naar school"


def test_the_name_above_is_no_title_where_another_line_can_be_it() -> None:
    found = _text("CBS De Brug", "", "Samen veilig", "", _TEXT, "", "In de klas", "", _TEXT)
    assert plain(found.protocol.title) == "Samen veilig"
    assert [choice.is_doubted for choice in found.choices] == [True]


def test_a_chapter_in_bold_below_the_title_is_a_doubt() -> None:
    builder = SourceBuilder()
    bold = {"Protocol rouw": 20.0, "Bij verlies": 13.0, "Op het plein": 12.0}
    for text in ("Protocol rouw", "Bij verlies", _TEXT, "Op het plein", _TEXT):
        size = bold.get(text, 11.0)
        builder.add(Line(text=text, begin=0, size=size, is_bold=text in bold, is_whole=True))
    found = import_source(builder.build())
    assert [plain(one.title) for one in sections(found.protocol)] == ["Bij verlies", "Op het plein"]
    assert [choice.key for choice in found.choices] == ["kop-2"]


def test_a_title_goes_on_with_a_name_in_small_letters_right_below_it() -> None:
    found = _text(
        "Protocol telefoons obs De Brug en toekomstige", "fusieschool Muntendam", "", _TEXT
    )
    wanted = "Protocol telefoons obs De Brug en toekomstige fusieschool Muntendam"
    assert plain(found.protocol.title) == wanted
