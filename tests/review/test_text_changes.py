"""A change of a returned file stands at the clause whose words it has, or behind the one before."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from import_quality import own_word
from one_protocol import headed
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_text
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.change_places import near_words
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.remarks import PlacedBy, ReturnedChange, Review
from protocolkit.review.reply_places import place_names
from protocolkit.review.word_review import review_word
from protocolkit.text.label_form import as_label
from returned_odt import as_odt
from returned_word import ReturnedWord, W

_TEXT = (
    headed("Pesten")
    + """{#h-1}
## 1 Voor leerlingen

{#a1}
1. Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas.

{#a2}
2. De mentor belt de ouders van alle kinderen die bij het pesten waren.

{#a3}
3. Helpt dat niet, dan volgt een gesprek met de directeur van de school.

   - De mentor is daarbij aanwezig.
   - De ouders krijgen een verslag.

{#h-2}
## 2 Voor ouders

{#a4}
1. Ouders melden pesten bij de mentor, en niet bij andere ouders.

{#a5}
2. De school bewaart verslagen van gesprekken een jaar lang.

{#a6}
3. Wie het niet eens is met een besluit, schrijft een brief aan het bestuur.
"""
)
PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_KEPT = "De school bewaart verslagen van gesprekken een jaar lang."


@pytest.fixture(scope="module")
def sent() -> bytes:
    return own_word(PROTOCOL)


@pytest.fixture
def word(sent: bytes) -> ReturnedWord:
    return ReturnedWord(sent)


def _review(word: ReturnedWord) -> Review:
    return review_word(word.content(), Path("retour.docx"), PROTOCOL)


def _changes(word: ReturnedWord) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.anchor, one.near, one.new) for one in _review(word).changes]


def _typed_anew(word: ReturnedWord, old: str, new: str) -> None:
    """Take a paragraph away and type another one in its place, as a person does."""
    word.new_paragraph(old, new)
    gone = word.paragraph(old)
    gone.getparent().remove(gone)


def _join(word: ReturnedWord, first: str, second: str) -> None:
    """Take the end of a paragraph away, so that the next one goes on in it."""
    into, gone = word.paragraph(first), word.paragraph(second)
    for child in list(gone):
        if child.tag != f"{{{W}}}pPr":
            into.append(child)
    gone.getparent().remove(gone)


def test_a_clause_that_was_typed_anew_behind_its_number_is_told_once(word: ReturnedWord) -> None:
    said = "2.Is er een gesprek geweest? De school bewaart verslagen een half jaar."
    _typed_anew(word, _KEPT, said)
    etree.SubElement(word.paragraph(said)[0], f"{{{W}}}tab")  # all before it is read as a number
    word.new_paragraph(said, "")
    assert _changes(word) == [("changed", "a5", "", said)]


@pytest.mark.parametrize("keeps_bookmarks", [True, False])
def test_a_remark_in_joined_clauses_stands_at_the_one_it_quotes(
    word: ReturnedWord, keeps_bookmarks: bool
) -> None:
    said = {"mentor van de klas": "a1", "alle kinderen": "a2", "waren": "a2"}
    for words in said:
        word.on(words, words)
    word.remark("beide", word.runs("dezelfde dag")[0], word.runs("De mentor belt")[-1])
    word.point("aan het eind", "De mentor belt")
    _join(word, "Wie een ander", "De mentor belt")
    if not keeps_bookmarks:
        word.without_bookmarks()
    found = {one.text: one.anchor for one in _review(word).remarks}
    assert found == {**said, "beide": "a1", "aan het eind": "a2"}


@pytest.mark.parametrize("is_odt", [False, True])
@pytest.mark.parametrize(("after", "near"), [("2 Voor ouders", "h-2"), ("een besluit", "a6")])
def test_new_text_stands_behind_what_is_before_it_in_the_file(
    word: ReturnedWord, after: str, near: str, is_odt: bool
) -> None:
    """Also behind a heading, and in a new chapter, though nothing before it was changed."""
    place = word.paragraph(after.removeprefix("2 "))
    for words in ("Ouders nemen altijd iemand mee.", "5 Nieuwe dingen"):
        word.new_paragraph("een besluit", words)
        place.addnext(word.paragraph(words))
    if is_odt:
        found = ReturnedOdt(as_odt(word.content()), Path("retour.odt")).review(PROTOCOL)
    else:
        found = _review(word)
    assert [(one.kind, one.near, one.new, one.behind) for one in found.changes] == [
        ("added", near, "5 Nieuwe dingen", ""),
        ("added", near, "Ouders nemen altijd iemand mee.", "5 Nieuwe dingen"),
    ]


def test_another_number_of_a_heading_is_told(word: ReturnedWord) -> None:
    """A protocol counts its chapters itself, so only the file shows it."""
    number = next(one for one in word.paragraph("Voor ouders").iter(f"{{{W}}}t") if one.text)
    assert (number.text or "").strip().startswith("2")
    number.text = (number.text or "").replace("2", "3")
    assert _changes(word) == [("changed", "h-2", "", "3 Voor ouders")]


def test_new_words_in_joined_clauses_are_of_none(word: ReturnedWord) -> None:
    word.on("Nieuw.", "klas")
    word.retype("klas.", "klas. Altijd samen.")
    _join(word, "Wie een ander", "De mentor belt")
    word.remark("Welke?", word.runs("Altijd samen")[0])
    first, second = _review(word).remarks
    assert (first.anchor, second.anchor, second.near) == ("a1", "", "a1")


def test_joined_clauses_are_one_change_without_our_labels(word: ReturnedWord) -> None:
    _join(word, "Ouders melden", "De school bewaart")
    [change] = _review(word).changes
    assert (change.kind, change.anchor) == ("merged", "a4")
    assert change.new == (
        "1. Ouders melden pesten bij de mentor, en niet bij andere ouders. "
        "2. De school bewaart verslagen van gesprekken een jaar lang."
    )


def test_a_clause_typed_anew_is_that_clause_by_its_bookmark(word: ReturnedWord) -> None:
    word.retype(_KEPT, "Aantekeningen verdwijnen na twaalf maanden.")
    assert _changes(word) == [
        ("changed", "a5", "", "2. Aantekeningen verdwijnen na twaalf maanden.")
    ]


@pytest.mark.parametrize(
    ("new", "stands"),
    [
        ("De school bewaart gesprekken en verslagen twee jaar.", [("changed", "a5", "")]),
        (
            "Aantekeningen verdwijnen na twaalf maanden uit de map.",
            [("added", "", "a4"), ("removed", "a5", "")],
        ),
    ],
)
def test_a_paragraph_typed_anew_is_its_clause_where_the_words_say_so(
    word: ReturnedWord, new: str, stands: list[tuple[str, str, str]]
) -> None:
    _typed_anew(word, _KEPT, new)
    assert [one[:3] for one in _changes(word)] == stands
    word.without_record()
    word.without_bookmarks()
    assert [one[:3] for one in _changes(word)] == stands


def test_what_is_new_changes_no_clause(word: ReturnedWord) -> None:
    new = "Iedere maand komt er een nieuwsbrief over sport."
    word.new_paragraph("melden pesten", new)
    assert _changes(word) == [("added", "", "a4", new)]


def test_a_point_more_is_a_change_of_its_clause(word: ReturnedWord) -> None:
    word.retype("nog dezelfde dag ", "")
    point = word.paragraph("krijgen een verslag")
    made = etree.fromstring(etree.tostring(point))
    for mark in made.xpath(".//*[local-name()='bookmarkStart' or local-name()='bookmarkEnd']"):
        mark.getparent().remove(mark)
    texts = list(made.iter(f"{{{W}}}t"))
    texts[-1].text = "De leerling mag iets zeggen."
    point.addnext(made)
    assert [one[:3] for one in _changes(word)] == [("changed", "a1", ""), ("changed", "a3", "")]


def test_who_tracked_a_clause_did_not_track_what_follows_it(word: ReturnedWord) -> None:
    word.track_deletion("en niet bij andere ouders")
    word.new_paragraph("melden pesten", "Iedere maand komt er een nieuwsbrief over sport.")
    found = {(one.kind, one.tracked) for one in _review(word).changes}
    assert found == {("changed", True), ("added", False)}


def test_a_bookmark_that_two_clauses_left_in_one_paragraph_places_by_words(
    word: ReturnedWord,
) -> None:
    gone = word.paragraph("Ouders melden")
    marks = list(gone.iter(f"{{{W}}}bookmarkStart"))
    word.paragraph("De school bewaart").insert(1, marks[0])
    gone.getparent().remove(gone)
    word.retype("een jaar lang", "twee jaar")
    assert [one[:2] for one in _changes(word)] == [("removed", "a4"), ("changed", "a5")]


def _pasted(*lines: str, protocol: Protocol = PROTOCOL) -> Review:
    document, held = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(held)
    return review_word(held.getvalue(), Path("geplakt.docx"), protocol)


_LINES = tuple(line for line in protocol_text(PROTOCOL).split("\n") if len(line) > 20)


def test_words_pasted_with_our_labels_and_the_numbers_of_notes_are_no_change() -> None:
    """As LibreOffice saves what was pasted as plain text: a label is words like any other."""
    protocol = read_protocol_text(_with_notes(), subject="pesten", slug="de-brug").protocol
    pasted = (
        *("Pesten", "1 Voor leerlingen", f"{as_label('1.1')}\t1.\t{_LINES[0]}1"),
        *(f"{as_label('1.2')}\t2.\t{_LINES[1].replace('belt', 'spreekt')}",),
        *(f"{as_label('1.3')}\t3.\t{_LINES[2]}", *_LINES[3:5], "2 Voor ouders"),
        *(f"{as_label(f'2.{at}')}\t{at}.\t{_LINES[at + 4]}" for at in (1,)),
        *(f"{as_label('2.2')}\t2.\t{_KEPT}2", f"{as_label('2.3')}\t3.\t{_LINES[7]}"),
    )
    found = _pasted(*pasted, protocol=protocol).changes
    assert [(one.kind, one.anchor) for one in found if "noot" not in one.anchor] == [
        ("changed", "a2")
    ]


def test_the_same_words_are_no_change_unless_their_lines_or_place_are_other() -> None:
    same = ReturnedChange(
        anchor="a1", kind="changed", old="1. Bel  haar.", new="1. Bel\u200b haar."
    )
    kinds = {
        (new, kind): (told.kind, told.is_idle)
        for new in ("1. Bel haar.", "1. Bel\nhaar.")
        for kind in ("changed", "moved")
        for told in (replace(same, new=new, kind=kind).as_told,)
    }
    assert same.is_idle
    assert kinds == {
        ("1. Bel haar.", "changed"): ("changed", True),
        ("1. Bel haar.", "moved"): ("moved", False),
        ("1. Bel\nhaar.", "changed"): ("split", False),
        ("1. Bel\nhaar.", "moved"): ("moved", False),
    }


def test_clauses_pasted_into_a_new_file_take_no_others_away() -> None:
    found = _pasted("Onze reactie:", _LINES[1].replace("belt", "spreekt"), _LINES[5])
    assert [(one.kind, one.anchor) for one in found.changes] == [("added", ""), ("changed", "a2")]
    assert (found.changes[0].new, found.changes[0].near) == ("Onze reactie:", "")
    [part] = found.parts
    assert (part.held, part.count, part.file) == (2, 6, "geplakt.docx")


def test_a_clause_that_lacks_in_a_whole_text_was_taken_away() -> None:
    found = _pasted("1 Voor leerlingen", *_LINES[:5], "2 Voor ouders", _LINES[5], _LINES[7])
    assert [(one.kind, one.anchor) for one in found.changes] == [("removed", "a5")]
    assert found.parts == ()


def test_one_bookmark_that_came_along_does_not_hide_what_stands_before_it() -> None:
    document = Document()
    for line in ("1 Voor leerlingen", *_LINES[:5], "2 Voor ouders", *_LINES[5:]):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    word = ReturnedWord(made.getvalue())
    mark = etree.Element(f"{{{W}}}bookmarkStart", {f"{{{W}}}name": bookmark_name("a5")})
    word.paragraph(_KEPT).insert(0, mark)
    found = review_word(word.content(), Path("geplakt.docx"), PROTOCOL)
    assert (found.changes, found.parts) == ((), ())


def test_a_long_end_that_lacks_was_never_pasted(word: ReturnedWord) -> None:
    found = _pasted("1 Voor leerlingen", *_LINES[:5])
    assert (found.changes, [one.held for one in found.parts]) == ((), [3])
    for words in ("Voor ouders", "Ouders melden", _KEPT, "Wie het niet eens is"):
        gone = word.paragraph(words)
        gone.getparent().remove(gone)
    removed = _review(word)
    assert [one.kind for one in removed.changes] == ["removed"] * 4
    assert removed.parts == ()


def test_a_note_of_a_clause_that_was_not_pasted_was_not_taken_away() -> None:
    source = _with_notes()
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    word = ReturnedWord(own_word(protocol))
    word.without_record()
    word.without_bookmarks()
    body = word.root.find(f"{{{W}}}body")
    assert body is not None
    first, last = word.paragraph("Ouders melden"), word.paragraph("Wie het niet eens is")
    inside = list(body)[list(body).index(first) : list(body).index(last) + 1]
    for one in list(body)[:-1]:
        if one not in inside:
            body.remove(one)
    found = review_word(word.content(), Path("deel.docx"), protocol)
    assert (found.changes, [(one.held, one.count) for one in found.parts]) == ((), [(3, 6)])


def _with_notes() -> str:
    noted = _TEXT.replace("van de klas.", "van de klas.[^1]").replace(
        "jaar lang.", "jaar lang.[^2]"
    )
    return f"{noted}\n[^1]: Is de mentor er niet, dan is dat een ander.\n[^2]: Daarna niet.\n"


@pytest.mark.parametrize("line", ["strike", "dstrike"])
@pytest.mark.parametrize("struck", [f"2.{_KEPT}", _KEPT])
def test_a_clause_that_a_hand_struck_whole_is_gone(
    word: ReturnedWord, line: str, struck: str
) -> None:
    word.on("Waarom bewaren?", "bewaart verslagen")
    word.strike(struck, line)
    found = _review(word)
    assert [(one.kind, one.anchor, one.tracked) for one in found.changes] == [
        ("removed", "a5", False)
    ]
    assert found.changes[0].old == f"2. {_KEPT}"
    assert [one.anchor for one in found.remarks] == ["a5"]


def test_a_point_that_a_hand_struck_is_a_change_of_its_clause(word: ReturnedWord) -> None:
    word.strike("De mentor is daarbij aanwezig.")
    assert [(kind, anchor) for kind, anchor, *_ in _changes(word)] == [("changed", "a3")]


def test_struck_words_leave_no_space_before_the_end_of_the_sentence(word: ReturnedWord) -> None:
    word.strike("een jaar lang")
    [one] = _review(word).changes
    assert one.new == one.signed == one.old.replace(" een jaar lang", "")


def test_a_clause_of_which_the_number_alone_is_left_has_gone(word: ReturnedWord) -> None:
    word.track_deletion(_KEPT)
    assert [(one.kind, one.new, one.tracked) for one in _review(word).changes] == [
        ("removed", "", True)
    ]


def _renumber(word: ReturnedWord, words: str, marker: str) -> None:
    texts = list(word.paragraph(words).iter(f"{{{W}}}t"))
    at = next(at for at, one in enumerate(texts) if words in (one.text or ""))
    printed = next(one for one in reversed(texts[:at]) if (one.text or "").strip())
    printed.text = marker


def test_a_printed_number_that_a_hand_changed_is_told(word: ReturnedWord) -> None:
    _renumber(word, _KEPT, "7.")
    [change] = _review(word).changes
    assert (change.kind, change.anchor) == ("changed", "a5")
    assert (change.old, change.new) == (f"2. {_KEPT}", f"7. {_KEPT}")


def test_a_number_that_a_program_took_into_a_list_is_no_change(word: ReturnedWord) -> None:
    _renumber(word, _KEPT, "")
    assert _changes(word) == []


_FIRST = "Wie een ander pest, gaat nog dezelfde dag naar de mentor van de klas."
_SECOND = "De mentor belt de ouders van alle kinderen die bij het pesten waren."


def test_two_clauses_that_change_places_are_one_move_and_a_number(word: ReturnedWord) -> None:
    """Who exchanges their words leaves the numbers where they stand."""
    word.retype(_FIRST, "@@")
    word.retype(_SECOND, _FIRST)
    word.retype("@@", _SECOND)
    content = word.content()
    own = review_word(content, Path("retour.docx"), PROTOCOL).changes
    other = ReturnedOdt(as_odt(content), Path("retour.odt")).review(PROTOCOL).changes
    for found in (own, other):
        told = {one.kind: one.anchor for one in found}
        assert (len(found), sorted(told.values())) == (2, ["a1", "a2"])
        assert set(told) == {"moved", "changed"}


def test_a_move_at_the_end_of_a_file_with_notes_is_told() -> None:
    """Its last paragraph begins as a note does, and is read as one."""
    text = _TEXT.replace("van de klas.", "van de klas.[^1]") + "\n[^1]: Of naar de conciërge.\n"
    noted = read_protocol_text(text, subject="pesten", slug="de-brug").protocol
    word = ReturnedWord(own_word(noted))
    word.move(_KEPT, "Ouders melden pesten")
    word.move("Wie het niet eens is", "Ouders melden pesten")
    found = review_word(word.content(), Path("retour.docx"), noted).changes
    assert [(one.kind, one.anchor) for one in found] == [("moved", "a4")]


def test_a_number_that_a_hand_changed_beside_a_move_is_told(word: ReturnedWord) -> None:
    word.move("Wie het niet eens is", "Ouders melden pesten")
    number = next(
        text
        for text in word.paragraph(_SECOND).iter("{*}t")
        if (text.text or "").strip().startswith("2.")
    )
    number.text = (number.text or "").replace("2.", "7.")
    assert sorted((one.kind, one.anchor) for one in _review(word).changes) == [
        ("changed", "a2"),
        ("moved", "a6"),
    ]


def test_words_that_begin_with_the_number_of_a_note_are_no_note() -> None:
    """A cell '1 tot en met 4' and a clause '2 keer per jaar …' stand where they stood."""
    table = "| Groep | Tijd |\n| --- | --- |\n| 1 tot en met 4 | 8.20 uur |\n| 5 en 6 | 8.30 uur |"
    source = _with_notes().replace(
        "{#a6}", f"{{#tijden}}\n{table}\n\n{{#keer}}\n2 keer per jaar is er overleg.\n\n{{#a6}}"
    )
    protocol = read_protocol_text(source, subject="pesten", slug="de-brug").protocol
    word = ReturnedWord(own_word(protocol))
    word.retype("alle kinderen", "de kinderen")
    word.retype("8.30", "8.35")
    found = review_word(word.content(), Path("retour.docx"), protocol).changes
    cells = "Groep\nTijd\n1 tot en met 4\n8.20 uur\n5 en 6\n8.35 uur"
    assert [(one.kind, one.anchor, one.near) for one in found] == [
        ("changed", "a2", ""),
        ("changed", "tijden", ""),
    ]
    assert found[1].new == cells


def _where(word: ReturnedWord) -> list[tuple[str, str, list[str]]]:
    cited = place_names(PROTOCOL)
    told = translator("nl")
    changes = _review(word).changes
    return [(one.kind, one.anchor, [*near_words(one, cited, told)]) for one in changes]


def test_a_clause_that_moved_says_where_it_stands_now(word: ReturnedWord) -> None:
    word.move(_KEPT, before="De mentor belt")
    assert _where(word) == [("moved", "a5", ["staat nu na 1.1"])]
    word.move(_KEPT, before="Wie een ander pest")
    assert _where(word) == [("moved", "a5", ["staat nu na 1"])]
    word.move(_KEPT, before="Voor leerlingen")
    assert _where(word) == [("moved", "a5", ["staat nu vóór de eerste bepaling"])]


def test_a_clause_that_changed_and_moved_says_both(word: ReturnedWord) -> None:
    word.retype("een jaar lang", "twee jaar lang")
    word.move("twee jaar lang", before="De mentor belt")
    assert _where(word) == [("changed", "a5", ["staat nu na 1.1"])]
    without = ReturnedWord(word.content())
    without.without_record()
    assert _where(without) == [("changed", "a5", ["staat nu na 1.1"])]


def test_a_clause_whose_neighbour_went_has_not_moved(word: ReturnedWord) -> None:
    gone = word.paragraph("De mentor belt")
    gone.getparent().remove(gone)
    word.retype("een jaar lang", "twee jaar lang")
    assert [(one.kind, one.near, one.is_moved) for one in _review(word).changes] == [
        ("removed", "", False),
        ("changed", "", False),
    ]


def _split(word: ReturnedWord, words: str, begin: str, end: str) -> None:
    """Let a clause go on in a paragraph of its own, with other words."""
    word.new_paragraph(words, end)
    word.retype(words, begin)


def test_a_remark_in_what_was_split_off_stands_where_the_change_tells(word: ReturnedWord) -> None:
    _split(word, " en niet bij andere ouders.", "", "En nooit bij andere ouders.")
    word.on("waarom?", "nooit bij andere")
    found = _review(word)
    [change] = found.changes
    assert (change.anchor, change.new.split("\n")[1]) == ("a4", "En nooit bij andere ouders.")
    [one] = found.remarks
    assert (one.anchor, one.placed_by) == ("a4", PlacedBy.TEXT)


def test_a_remark_in_a_new_paragraph_behind_a_changed_clause_stands_at_none(
    word: ReturnedWord,
) -> None:
    word.retype("andere ouders", "anderen")
    word.new_paragraph("Ouders melden pesten", "Na de vakantie begint alles weer van voren af aan.")
    word.on("waarom?", "de vakantie")
    [one] = _review(word).remarks
    assert (one.anchor, one.near) == ("", "a4")


def test_points_that_changed_places_are_told_in_both_orders(word: ReturnedWord) -> None:
    word.move("De ouders krijgen een verslag", before="De mentor is daarbij aanwezig")
    [one] = _review(word).changes
    old, new = (side.split("\n")[1:] for side in (one.old, one.new))
    assert (old, one.anchor, one.is_moved) == (new[::-1], "a3", False)
    assert "mentor" in old[0]


def test_a_heading_that_moved_says_where_it_stands_now(word: ReturnedWord) -> None:
    word.move("Voor ouders", before="De mentor belt")
    assert ("moved", "h-2", ["staat nu na 1.1"]) in _where(word)
