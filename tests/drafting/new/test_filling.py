"""Placeholders get their values, and give them back; any other word that differs is seen."""

from __future__ import annotations

import pytest

from protocolkit.document.model import Paragraph
from protocolkit.document.richtext import Emphasis, Link, NoteMark, RichText, Text, plain
from protocolkit.drafting.new.filling import filled, values_in
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind

_SCHOOL = Placeholder(key="school", kind=PlaceholderKind.SCHOOL, printed="[school]", words="De Es")
_WHO = Placeholder(
    key="functie-directeur",
    kind=PlaceholderKind.FUNCTION,
    printed="[wie beslist]",
    words="de directeur",
)
_PLACES = (_SCHOOL, _WHO)
_OFFERED = "Op [school] beslist [wie beslist] erover."


@pytest.mark.parametrize(
    ("said", "values"),
    [
        (
            "Op De Es beslist de rector erover.",
            {"school": "De Es", "functie-directeur": "de rector"},
        ),
        (
            "Op  De Es\nbeslist de rector erover.",
            {"school": "De Es", "functie-directeur": "de rector"},
        ),
        ("Op [school] beslist de rector erover.", {"functie-directeur": "de rector"}),
        (_OFFERED, {}),
        ("Op De Es beslist de rector daarover.", None),
        ("Op De Es besluit de rector erover.", None),
        ("Aan De Es beslist de rector erover.", None),
        ("Op  beslist de rector erover.", None),
        ("Op De Es beslist erover.", None),
        ("Op De Es beslist de rector erover. Altijd.", None),
    ],
)
def test_values_come_back_when_no_other_word_differs(
    said: str, values: dict[str, str] | None
) -> None:
    assert values_in(said, _OFFERED, _PLACES) == values


def test_a_text_without_a_place_is_what_was_offered_or_not() -> None:
    assert values_in("De mentor  belt.", "De mentor belt.", _PLACES) == {}
    assert values_in("De mentor mailt.", "De mentor belt.", _PLACES) is None


def test_of_a_key_that_is_asked_twice_the_first_value_comes_back() -> None:
    offered = "Van [school] naar [school] is niet ver."
    assert values_in("Van Es naar Linde is niet ver.", offered, _PLACES) == {"school": "Es"}


def test_the_longest_placeholder_counts_where_one_begins_as_another() -> None:
    longer = Placeholder(
        key="naam", kind=PlaceholderKind.SCHOOL, printed="[school] Noord", words="x"
    )
    assert values_in("Op Es is rust.", "Op [school] Noord is rust.", (_SCHOOL, longer)) == {
        "naam": "Es"
    }


def _filled(rich: RichText, values: dict[str, str]) -> RichText:
    blocks = filled([Paragraph(rich)], _PLACES, lambda p: values.get(p.key, ""), {"1": "4"})
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return block.content


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("[wie beslist] beslist.", "De rector beslist."),
        ("Daar beslist [wie beslist].", "Daar beslist de rector."),
        ("Vraag het. [wie beslist] beslist.", "Vraag het. De rector beslist."),
        ("Vraag het; [wie beslist] beslist.", "Vraag het; de rector beslist."),
        ("[school] is open.", "[school] is open."),
    ],
)
def test_a_function_begins_a_sentence_with_a_capital(text: str, made: str) -> None:
    assert plain(_filled((Text(text),), {"functie-directeur": "de rector"})) == made


def test_only_a_function_gets_a_capital() -> None:
    """The name of a school is written as it is: ``de Es`` says so itself."""
    assert plain(_filled((Text("[school] is open."),), {"school": "'t Veld"})) == "'t Veld is open."


def test_marks_and_links_keep_their_place_and_notes_get_their_label() -> None:
    values = {"school": "De Es", "functie-directeur": "de rector"}
    made = _filled(
        (
            Emphasis(content=(Text("[wie beslist]"),), strong=True),
            Text(" van "),
            Link(content=(Text("[wie beslist]"),), target="#a"),
            NoteMark("1"),
            NoteMark("2"),
        ),
        values,
    )
    assert made == (
        Emphasis(content=(Text("De rector"),), strong=True),
        Text(" van "),
        Link(content=(Text("de rector"),), target="#a"),
        NoteMark("4"),
        NoteMark("2"),
    )
