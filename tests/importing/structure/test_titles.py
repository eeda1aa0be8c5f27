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


def _text(*lines: str, organisation: str = "CBS De Brug") -> Imported:
    return import_source(extract_text("\n".join(lines).encode()), Wishes(organisation=organisation))


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


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize("name", ["Scholengroep De Meerpaal VO", "Openbare basisschool De Wal"])
def test_the_name_of_a_school_above_a_title_that_says_what_it_is_stays_text(
    gap: list[str], name: str
) -> None:
    lines = [name, *gap, "Reglement gebruik kluisjes", "", "Artikel 1", _TEXT]
    found = _text(*lines, organisation="Stichting De Es")
    assert plain(found.protocol.title) == "Reglement gebruik kluisjes"
    assert name in found.markdown
    assert not found.choices
    found = _text(*lines, organisation="")
    assert plain(found.protocol.title) == "Reglement gebruik kluisjes"
    assert found.protocol.facts.organisation.name == name


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


@pytest.mark.parametrize("gap", ["", None])
@pytest.mark.parametrize("title", ["Brand en ontruimen", "Veilig online met Snapchat"])
def test_a_line_above_a_letterhead_is_the_title(title: str, gap: str | None) -> None:
    between = [] if gap is None else [gap]
    found = _text(title, *between, *_HEAD, "", "1. Alarm", "", _TEXT, "", "2. Buiten", "", _TEXT)
    assert plain(found.protocol.title) == title
    assert [(c.reading, c.is_doubted) for c in found.choices] == [(Reading.TITLE, True)]
    assert clause_text(next(iter(clauses(found.protocol)))).startswith("CBS De Brug")
    key = found.choices[0].key
    other = import_source(
        found.source, Wishes(organisation="CBS De Brug", choices=(f"{key}=tekst",))
    )
    assert other.protocol.facts.title_supplied


@pytest.mark.parametrize("size", [16, 24])
def test_a_large_line_above_a_letterhead_is_the_title_without_a_doubt(size: float) -> None:
    below = [("Bij alarm", 13, 0), (_TEXT, 11, 0), ("Buiten", 13, 0), (_TEXT, 11, 0)]
    head = [(line, 11, 0) for line in _HEAD]
    found = import_source(_printed(("Brand en ontruimen", size, 0), *head, *below))
    assert plain(found.protocol.title) == "Brand en ontruimen"
    assert not [c for c in found.choices if c.is_doubted]


@pytest.mark.parametrize(
    "above", [("De Regenboog",), ("Vereniging Samen Wijs",), ("Locatie Zuid", "CBS De Brug")]
)
def test_the_title_below_a_letterhead_goes_before_a_name_above_it(above: tuple[str, ...]) -> None:
    address = _HEAD[1:]
    assert plain(_text(*above, *address, "", "Pestprotocol", "", _TEXT).protocol.title) == (
        "Pestprotocol"
    )
    head = [(line, 11.0, 0) for line in (*above, *address)]
    assert _title(_printed(*head, ("Samen tegen pesten", 20, 0), (_TEXT, 11, 0))) == (
        "Samen tegen pesten"
    )


@pytest.mark.parametrize(
    "reader",
    [
        "Aan alle ouders van groep 3 en 4",
        "Aan de medewerkers",
        "T.a.v. de leden van de oudercommissie",
    ],
)
@pytest.mark.parametrize(
    "date", ["Ommen, 3 maart 2025", "'s-Graveland, 12 mei", "dinsdag 1 april 2025"]
)
@pytest.mark.parametrize("head", [(), _HEAD[:3]])
def test_the_title_of_a_letter(reader: str, date: str, head: tuple[str, ...]) -> None:
    begin = ("Beste ouders,", "", f"Op dinsdag gaan wij naar buiten. {_TEXT}")
    found = _text(*head, reader, date, "Samen naar het bos", "", *begin)
    assert plain(found.protocol.title) == "Samen naar het bos"
    # whom it is for and when it was written stay
    words = " ".join(clause_text(one) for one in clauses(found.protocol))
    assert reader in words
    assert date in words


def test_what_a_letter_begins_with_is_no_title() -> None:
    found = _text(*_HEAD, "Aan alle ouders", "", "Beste ouders en verzorgers", "", _TEXT)
    assert found.protocol.facts.title_supplied


def test_a_sentence_to_somebody_is_no_line_of_a_letter() -> None:
    lines = (
        "Wij gaan elke week met groep 5 naar het bos achter de school.",
        "Aan de ouders vragen",
    )
    found = _text("Protocol bos", "", *lines, "wij om laarzen mee te geven en een jas.")
    (only,) = clauses(found.protocol)
    assert clause_text(only).endswith(
        "Aan de ouders vragen wij om laarzen mee te geven en een jas."
    )


def test_a_title_may_begin_with_aan() -> None:
    assert plain(_text(*_HEAD, "", "Aan de slag met taal", "", _TEXT).protocol.title) == (
        "Aan de slag met taal"
    )
    named = _text("Gym en zwemmen", "", "Aan alle ouders", "", _TEXT)
    assert plain(named.protocol.title) == "Gym en zwemmen"


def _page(*lines: tuple[str, float, float]) -> Imported:
    """Import one printed page of lines with their size and the room above them."""
    builder, height = SourceBuilder(), 780.0
    for text, size, gap in lines:
        height -= size * (1.2 + gap)
        builder.add(Line(text=text, begin=0, size=size, gap=gap, height=height, page=1))
    return import_source(builder.build())


_BELOW = ((_TEXT, 11.0, 1.0), ("Buiten", 14.0, 1.5), (_TEXT, 11.0, 0.8), (_TEXT, 11.0, 0.8))


@pytest.mark.parametrize("head", ["Overblijven", "Tussen de middag", "Protocol overblijven"])
@pytest.mark.parametrize(("size", "gap"), [(14, 3.0), (26, 1.05)])
def test_a_head_of_a_page_far_above_the_title_is_no_part_of_it(
    head: str, size: float, gap: float
) -> None:
    found = _page((head, 11, 0), ("Afspraken over de lunch", size, gap), *_BELOW)
    assert plain(found.protocol.title) == "Afspraken over de lunch"
    # it is told, and a person may say otherwise
    assert next((c.key, c.reading) for c in found.choices if c.is_doubted) == (
        "titel-1",
        Reading.LAST,
    )
    both = import_source(found.source, Wishes(choices=("titel-1=samen",)))
    assert plain(both.protocol.title) == f"{head} Afspraken over de lunch"


def test_two_lines_of_one_size_stay_one_title_and_a_smaller_one_right_above_does() -> None:
    two = _page(("Afspraken over eten", 20, 0), ("en drinken in de klas", 20, 0.3), *_BELOW)
    assert plain(two.protocol.title) == "Afspraken over eten en drinken in de klas"
    near = _page(("Overblijven", 13, 0), ("Afspraken over de lunch", 20, 0.3), *_BELOW)
    assert plain(near.protocol.title) == "Overblijven Afspraken over de lunch"


_CHAPTER = ("1 Buiten spelen", 14.0, 0)


@pytest.mark.parametrize("below", ["Handboek voor ouders", "Regels van het plein, 2031"])
def test_a_large_title_stands_by_itself_whatever_the_text_below_says(below: str) -> None:
    source = _printed(("Veilig op het plein", 24, 0), (below, 11, 0), _CHAPTER, (_TEXT, 11, 0))
    assert _title(source) == "Veilig op het plein"


@pytest.mark.parametrize(
    ("large", "size", "title"),
    [
        # a school's name is no title, however large
        ("Basisschool De Wal", 11.0, "Pleinprotocol"),
        # what is large too says more of the title
        ("Veilig op het plein", 16.0, "Veilig op het plein Pleinprotocol"),
    ],
)
def test_what_kind_of_text_it_is_belongs_to_the_title(large: str, size: float, title: str) -> None:
    lines = ((large, 24, 0), ("Pleinprotocol", size, 0), _CHAPTER, (_TEXT, 11, 0))
    assert _title(_printed(*lines)) == title


def test_a_line_above_a_version_is_no_title_in_plain_text() -> None:
    found = _text("Veilig op het plein", "", "Handboek", "versie 2, mei 2031", "", _TEXT)
    assert plain(found.protocol.title) == "Veilig op het plein"
    found = _text("Pleinprotocol", "versie 2, mei 2031", "", _TEXT)
    assert plain(found.protocol.title).startswith("Pleinprotocol")


def test_no_part_of_a_title_is_smaller_than_the_chapters() -> None:
    lines = (("Veilig op het plein", 24.0, 0), ("Regels voor ouders", 12.5, 0))
    assert _title(_printed(*lines, _CHAPTER, (_TEXT, 11, 0))) == "Veilig op het plein"
    chapter = ("1 Buiten spelen", 12.0, 0)
    assert _title(_printed(*lines, chapter, (_TEXT, 11, 0))) == " ".join(line[0] for line in lines)


_BODY = ("Bellen in de les mag niet.", "De mentor belt de ouders op.")


@pytest.mark.parametrize("size", [0.0, 18.0])
def test_a_title_with_a_colon_goes_on_below_it(size: float) -> None:
    lines = ("Zo pakken wij pesten aan:", "een plan in vijf stappen")
    if size:
        source = _printed(*((one, size, 0) for one in lines), *((one, 11, 0) for one in _BODY))
        assert _title(source) == " ".join(lines)
    else:
        made = _text(*lines, "", *_BODY)
        assert plain(made.protocol.title) == " ".join(lines)


def test_a_colon_above_text_of_its_own_size_is_no_title() -> None:
    lines = ("Wij letten op het volgende:", "een rustige klas", *_BODY)
    made = import_source(_printed(*((one, 11, 0) for one in lines)))
    assert made.protocol.facts.title_supplied


def test_the_largest_line_below_the_words_of_a_letter_is_the_title() -> None:
    letter = (("Beste collega's,", 11, 0), ("Hierbij de code die vanaf nu geldt.", 11, 0))
    chapters = (("Wat mag", 14, 0), (_BODY[0], 11, 0), ("Wat niet mag", 14, 0), (_BODY[1], 11, 0))
    title = "Gedragscode sociale media"
    assert _title(_printed(*letter, (title, 20, 0), *chapters)) == title
    # two lines as large as each other are chapters
    assert _title(_printed(*letter, ("Wat wij doen", 14, 0), *chapters)) == "Protocol"


def test_a_head_that_was_copied_with_the_title_is_no_part_of_it() -> None:
    page = [f"{n} Je mag in klas {n} niet bellen in de les." for n in range(1, 19)]
    head, foot = "LEERLINGENSTATUUT 2014-2016", "De Driehoek – {}"
    made = _text(
        head, "Leerlingenstatuut", *page[:9], foot.format(1), f"\f{head}", *page[9:], foot.format(2)
    )
    assert plain(made.protocol.title) == "Leerlingenstatuut"


def test_below_the_words_of_an_email_in_plain_text_what_says_so_is_the_title() -> None:
    mail = ("Beste collega's,", "Hierbij de code die vanaf nu op school geldt.", "")
    made = _text(*mail, "Gedragscode sociale media", "", *_BODY)
    assert plain(made.protocol.title) == "Gedragscode sociale media"
    assert made.title is not None
    assert made.title.doubts
    assert _text(*mail, "Wat wij doen", "", *_BODY).protocol.facts.title_supplied


def test_a_large_line_above_everything_is_no_title_for_its_size() -> None:
    rules = [(f"{n}. Het bestuur vergadert in maand {n}.", 11, 0) for n in (1, 2)]
    assert _title(_printed(("Bestuur", 14, 2), *rules)) == "Protocol"


def test_a_title_in_its_style_goes_on_on_the_next_line() -> None:
    lines = [
        ("REGLEMENT DRONES", 26, 1),
        ("OP HET TERREIN", 26, 1),
        (_TEXT, 11, 0),
        ("Doel", 14, 2),
    ]
    assert _title(_printed(*lines, (_TEXT, 11, 0))) == "REGLEMENT DRONES OP HET TERREIN"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("REGLEMENT DRONES\nOP HET TERREIN\n", "REGLEMENT DRONES OP HET TERREIN"),
        ("Reglement drones\nOp het terrein\n\n", "Reglement drones Op het terrein"),
        ("Reglement drones\nOp tijd\n", "Reglement drones"),
    ],
)
def test_a_typed_title_goes_on_with_a_preposition(lines: str, title: str) -> None:
    text = f"1. {_TEXT}\n2. Zij bellen op het plein als hun ouders dat willen en als het\nmag.\n"
    assert _title(extract_text(f"{lines}{text}".encode())) == title


def test_one_heading_above_typed_ones_is_the_title() -> None:
    texts = ["Zo komen wij naar school", _TEXT, "Gym", _TEXT, "Stage", _TEXT]
    printed = _printed(*((text, 11, 0 if number else 2) for number, text in enumerate(texts)))
    assert _title(printed) == texts[0]
    twice = _printed(("Drones", 14, 2), ("op het terrein", 14, 2), *((t, 11, 0) for t in texts))
    assert _title(twice) == "Drones op het terrein"


_MEMO = ("Aan: team De Brug", "Van: directie", "Datum: 12 april 2022")
_CHAPTERS = ("I. Inleiding", "", _TEXT, "", "II. Regels", "", _TEXT)


@pytest.mark.parametrize("paper", ["NOTITIE", "Memo", "Conceptnotitie"])
def test_what_a_paper_is_called_is_no_title_above_the_heading_of_all(paper: str) -> None:
    below = [("Regels", 13.0, 3), (_TEXT, 11.0, 0), ("Slot", 13.0, 3), (_TEXT, 11.0, 0)]
    memo = [(line, 11.0, 0) for line in _MEMO]
    found = _printed((paper, 18, 0), *memo, ("Afspraken over bellen", 15, 2), *below)
    assert _title(found) == "Afspraken over bellen"
    typed = _text(paper, "", *_MEMO, "", "BELLEN OP SCHOOL", "", *_CHAPTERS)
    assert plain(typed.protocol.title) == "BELLEN OP SCHOOL"
    assert plain(_text(paper, "", _TEXT).protocol.title) == paper


@pytest.mark.parametrize("paper", ["Nieuwsbrief van de school", "Nieuwsbrief"])
def test_what_a_letter_is_called_is_no_title_above_its_greeting(paper: str) -> None:
    found = _text(paper, "", "Obs De Brug", "Molenpad 7", "", "Beste ouders,", "", _TEXT, _TEXT)
    assert found.protocol.facts.title_supplied
    assert clause_text(next(clauses(found.protocol))) == paper
    head = ("Basisschool Sint-Jozef", "Kerkweg 148", "8911 CV Leeuwarden")
    below = _text(paper, "", *head, "", "Beste ouders,", "", _TEXT, _TEXT)
    assert below.protocol.facts.title_supplied
    printed = _printed(*((line, 11, 0) for line in (paper, head[0], "Beste ouders,", _TEXT, _TEXT)))
    assert list(sections(import_source(printed).protocol)) == []


def test_below_the_greeting_of_a_mail_the_heading_of_all_is_the_title_in_doubt() -> None:
    greeting = ("Hoi allemaal,", "", "Hieronder de tekst. Groet, Els", "", "")
    found = _text(*greeting, "BELLEN OP SCHOOL", "", *_CHAPTERS)
    assert plain(found.protocol.title) == "BELLEN OP SCHOOL"
    assert [(c.reading, c.is_doubted) for c in found.choices] == [(Reading.TITLE, True)]
    assert [plain(one.title) for one in sections(found.protocol)] == ["Inleiding", "Regels"]
    # with text of its own it is a chapter
    own = _text(*greeting, "BELLEN OP SCHOOL", "", _TEXT, "", *_CHAPTERS)
    assert own.protocol.facts.title_supplied


def test_what_a_letter_says_it_is_about_is_its_title_where_it_is_a_heading() -> None:
    builder = SourceBuilder()
    letter = (*_HEAD, "Aan alle ouders", "Ommen, 4 september 2023", "Betreft: bellen in de les")
    for text in (*letter, "Beste ouders,", _TEXT, "Met vriendelijke groet,"):
        is_bold = text.startswith("Betreft")
        builder.add(Line(text=text, begin=0, size=11, is_bold=is_bold, is_whole=True))
    assert _title(builder.build()) == "Betreft: bellen in de les"


def test_whom_a_letter_is_for_is_not_offered_as_its_title() -> None:
    found = _text(*_HEAD, "", "Aan alle ouders", "", "Betreft: bellen", "", "Beste ouders,", _TEXT)
    spans = [(choice.begin, choice.end) for choice in found.choices]
    assert [found.source.text[begin:end] for begin, end in spans] == ["Betreft: bellen"]


def test_a_title_may_ask_and_answer() -> None:
    found = _text("Ziek? Zo meldt u dat", "", "Voor half negen", "", _TEXT, "", "Later", "", _TEXT)
    assert plain(found.protocol.title) == "Ziek? Zo meldt u dat"
