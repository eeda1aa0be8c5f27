"""Numbers of a draft: given out before a word is written, and filled in where a clause is cited."""

from __future__ import annotations

from protocolkit.base.messages import mark, message, translator
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Kind, Paragraph, Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft, Part, PartGroup
from protocolkit.drafting.template.values import Choice, Holder, Placeholder, PlaceholderKind

_CITED = Place("brug", "art-9")
_BLANK = Placeholder(
    key="verwijzing-9",
    kind=PlaceholderKind.REFERENCE,
    printed="[artikel: 9]",
    words="artikel 9",
    target=_CITED,
)


def _choice(anchor: str, text: str, kind: Kind = Kind.RULE) -> Choice:
    place = Place("brug", anchor)
    holder = Holder(
        place=place, name="De Brug", label="9", url="", fingerprint="", is_verbatim=True
    )
    return Choice(
        id=anchor,
        main_topic="",
        text=text,
        blocks=(Paragraph((Text(text),)),),
        notes=(),
        placeholders=(_BLANK,) if _BLANK.printed in text else (),
        kind=kind,
        origin=holder,
        holders=(holder,),
        families=1,
        reason=message(mark("The rule of the board.")),
    )


def _written(*choices: Choice) -> list[tuple[str, str]]:
    parts = tuple(Part(stem=choice.id, topics=(), choice=choice) for choice in choices)
    draft = Draft(title="Bellen", groups=(PartGroup(anchor="deel", title="Bellen", parts=parts),))
    facts = Facts(organisation=Organisation(name="De Brug"))
    where = Protocol(facts=facts, title=(), parts=(), subject="bellen", slug="x")
    made = assemble(draft, facts, {_BLANK.key: ""}, where)
    return [(clause.marker, clause_text(clause)) for clause in clauses(made)]


def test_a_clause_is_cited_by_the_number_that_it_gets_here() -> None:
    citing, cited = _choice("art-2", "Zie [artikel: 9]."), _choice("art-9", "Bellen mag niet.")
    assert _written(citing, cited) == [("1.", "Zie artikel 1.2."), ("2.", "Bellen mag niet.")]


def test_what_did_not_come_along_or_has_no_number_stays_open() -> None:
    citing = _choice("art-2", "Zie [artikel: 9].")
    assert _written(citing) == [("1.", "Zie [artikel: 9].")]
    cited = _choice("art-9", "Bellen stoort.", Kind.EXPLANATION)
    assert _written(citing, cited) == [("1.", "Zie [artikel: 9]."), ("", "Bellen stoort.")]


def test_an_explanation_that_begins_with_a_number_gets_one() -> None:
    """Without a number of its own, 'artikel 1.2' at its start would be read as one."""
    citing = _choice("uitleg", "[artikel: 9] gaat over bellen.", Kind.EXPLANATION)
    cited = _choice("art-9", "Bellen mag niet.")
    assert _written(citing, cited)[0] == ("1.", "artikel 1.2 gaat over bellen.")


def test_a_closing_provision_is_numbered_as_its_neighbours() -> None:
    rule, closing = _choice("art-9", "Bellen mag niet."), _choice("slot", "Wij.", Kind.CLOSING)
    assert _written(rule, closing, _choice("uit", "Bellen stoort.", Kind.EXPLANATION)) == [
        ("1.", "Bellen mag niet."),
        ("2.", "Wij."),
        ("", "Bellen stoort."),
    ]


def test_what_boards_close_with_stands_in_the_last_chapter_before_ours() -> None:
    text = "Klachten over dit protocol behandelt de klachtencommissie."
    closing = _choice("slot-1", text, Kind.CLOSING)
    rule = _choice("art-1", "Bellen mag niet.")
    parts = (Part(stem="v", topics=(), choice=closing), Part(stem="v", topics=(), choice=rule))
    draft = Draft(title="P", groups=(PartGroup(anchor="verder", title="Verder", parts=parts),))
    made = with_essentials(
        draft,
        Answers(subject="regels", organisation=Organisation(name="De Brug")),
        "Bellen",
        translator(),
    )
    titles = [group.title for group in made.groups]
    assert titles == ["Over dit protocol", "Verder", "Uitvoering en slot"]
    assert [part.choice for part in made.groups[1].parts] == [rule]
    assert made.groups[2].parts[0].choice == closing
    assert "klachten" not in [part.stem for part in made.groups[2].parts[1:]]
