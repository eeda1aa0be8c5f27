"""Numbers of a draft: given out before a word is written, and filled in where a clause is cited."""

from __future__ import annotations

from protocolkit.base.messages import mark, message
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Kind, Paragraph, Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.assembling import assemble
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
