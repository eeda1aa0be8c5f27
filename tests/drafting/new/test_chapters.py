"""The first and the last chapter of a draft, and what boards have of that kind elsewhere."""

from __future__ import annotations

from protocolkit.base.messages import mark, message, translator
from protocolkit.document.facts import Organisation
from protocolkit.document.model import Kind, Paragraph
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft, Part, PartGroup, own_part
from protocolkit.drafting.template.values import Choice, Holder

_BEGIN, _END = "Over dit protocol", "Uitvoering en slot"
_RULE = "Bellen mag niet in de les."
_GOAL = "Dit protocol heeft als doel rust in de les."
_SCOPE = "Dit protocol geldt voor alle leerlingen van de school."
_TERM = "Onder een telefoon wordt verstaan: elk toestel dat belt."
_INTRODUCTION = "Bellen hoort bij het leven. In dit beleid staat hoe scholen daarmee omgaan."


def _part(text: str, kind: Kind = Kind.RULE, about: tuple[str, ...] = ()) -> Part:
    holder = Holder(
        place=Place("brug", "art-1"),
        name="De Brug",
        label="1",
        url="",
        fingerprint="",
        is_verbatim=True,
    )
    choice = Choice(
        id=text,
        main_topic="",
        text=text,
        blocks=(Paragraph((Text(text),)),),
        notes=(),
        placeholders=(),
        kind=kind,
        origin=holder,
        holders=(holder,),
        families=1,
        reason=message(mark("The rule of the board.")),
    )
    return Part(stem="t", topics=("t",), choice=choice, about=about)


def _made(*groups: tuple[str, list[Part]]) -> dict[str, list[str]]:
    """Return what boards have under each heading of a draft, and what somebody typed."""
    draft = Draft(
        title="P",
        groups=tuple(
            PartGroup(anchor=f"deel-{n}", title=title, parts=tuple(parts))
            for n, (title, parts) in enumerate(groups)
        ),
    )
    answers = Answers(subject="regels", organisation=Organisation(name="De Brug"))
    made = with_essentials(draft, answers, "Bellen", translator())
    return {
        group.title: [
            part.choice.text if part.choice else str(part.topics)
            for part in group.parts
            if part.choice or part.topics
        ]
        for group in made.groups
    }


def test_why_and_for_whom_stand_first_wherever_a_board_has_them() -> None:
    made = _made(
        ("Bellen", [_part(_RULE), _part(_SCOPE), _part(_TERM, Kind.DEFINITION)]),
        ("Verder", [_part(_GOAL, Kind.PRINCIPLE), _part(_INTRODUCTION, Kind.EXPLANATION)]),
    )
    assert list(made) == [_BEGIN, "Bellen", _END]
    assert made[_BEGIN] == [_INTRODUCTION, _GOAL, _TERM, _SCOPE]
    assert made["Bellen"] == [_RULE]


def test_what_a_heading_says_counts_however_it_is_put() -> None:
    made = _made(("Bellen", [_part(_RULE), _part("Wij willen rust.", about=("doel",))]))
    assert made[_BEGIN] == ["Wij willen rust."]


def test_a_draft_that_begins_with_chapters_about_that_keeps_them() -> None:
    first = [_part(_GOAL), _part("Wij gaan goed met elkaar om.", Kind.PRINCIPLE)]
    made = _made(
        ("Inleiding", [_part("Bellen stoort.", Kind.EXPLANATION), _part("Wij.", Kind.PRINCIPLE)]),
        ("Waarom", first),
        ("Voor wie", [_part(_SCOPE), _part("Ouders bellen de school.")]),
        ("Bellen", [_part(_RULE), _part(_TERM, Kind.DEFINITION)]),
    )
    assert made["Bellen"] == [_RULE, _TERM]
    assert made["Waarom"] == [part.choice.text for part in first if part.choice]
    assert made["Voor wie"] == [_SCOPE, "Ouders bellen de school."]
    assert list(made) == ["Inleiding", "Waarom", "Voor wie", "Bellen", _END]


def test_a_chapter_whose_heading_says_nothing_goes_into_the_first() -> None:
    made = _made(("Algemeen", [_part(_GOAL, Kind.PRINCIPLE), _part(_SCOPE)]), ("X", [_part(_RULE)]))
    assert list(made) == [_BEGIN, "X", _END]
    made = _made(("Algemeen", [_part(_GOAL, Kind.PRINCIPLE)]), ("X", [_part(_RULE)]))
    assert list(made) == [_BEGIN, "X", _END]
    made = _made(("Algemeen", [_part(_SCOPE), _part(_RULE)]), ("X", [_part(_RULE)]))
    assert (made[_BEGIN], made["Algemeen"]) == ([_SCOPE], [_RULE])


def test_what_defines_is_a_term_however_it_is_put() -> None:
    told = "Telefoon is een verzamelnaam voor elk toestel."
    made = _made(("Bellen", [_part(_RULE), _part(told, Kind.DEFINITION)]))
    assert made[_BEGIN] == [told]


def test_a_rule_about_complaints_alone_stands_last() -> None:
    alone = "Klachten over deze regels bespreek je met de mentor."
    besides = "Na een klacht over bellen praat de mentor met de leerling."
    made = _made(("Bellen", [_part(alone), _part(besides), _part(_RULE)]))
    assert made["Bellen"] == [besides, _RULE]
    assert made[_END] == [alone]


def test_what_is_still_open_stands_where_its_answer_will() -> None:
    goal = own_part("waarom", "[kies een formulering] Waarom is er een protocol?", Kind.PRINCIPLE)
    complaint = own_part(
        "klacht", "[kies een formulering] Waar ga je heen met een klacht?", Kind.RULE
    )
    made = _made(("Bellen", [_part(_RULE), complaint, goal]))
    assert made == {_BEGIN: ["('waarom',)"], "Bellen": [_RULE], _END: ["('klacht',)"]}
