"""The front matter of an import: what the text says of itself, what a person said, and no more."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.facts import Source as FactsSource
from protocolkit.document.names import short_names
from protocolkit.document.organisations import kind_of_name
from protocolkit.importing.structure.stated_decisions import StatedFacts, guess_organisation
from protocolkit.text.words import holds_in_a_row, tokens

UNNAMED = "[naam bestuur of school]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person who imports already knows; everything may be empty.

    ``takes_record`` says that the person confirmed what the record of a file of ours says and no
    page of it shows. ``choices`` are the readings that were taken now, as typed
    ('lijst-41=buiten'), and ``earlier_choices`` those of an import before.
    """

    subject: str = ""
    organisation: str = ""
    title: str = ""
    slug: str = ""
    takes_record: bool = False
    choices: tuple[str, ...] = ()
    earlier_choices: tuple[str, ...] = ()


def make_facts(
    text: str, found: StatedFacts, title: str, wishes: Wishes, organisation: str = ""
) -> Facts:
    """Return the facts of a source; ``organisation`` is the name that it shows.

    What no word of the source says is marked as supplied.
    """
    name = wishes.organisation or organisation or guess_organisation(text) or UNNAMED
    words = tokens(text)
    supplied = [] if holds_in_a_row(words, tokens(name)) else ["organisation.name"]
    supplied += ["organisation.kind", *found.supplied]
    subject = wishes.subject.replace("-", " ")
    shown = title or wishes.title or f"Protocol {subject}".strip()
    if not title:
        supplied.insert(0, "title")
    slug = wishes.slug or "bron"
    return Facts(
        title=shown,
        title_supplied=not title,
        organisation=Organisation(
            name=name,
            kind=kind_of_name(name),
            sector=found.sector,
            aliases=short_names(text, [name]),
        ),
        status=found.status,
        dated=found.dated,
        version=found.version,
        source=FactsSource(file=f"bron/{slug}.txt"),
        approvals=found.approvals,
        evidence=found.evidence,
        supplied=tuple(supplied),
    )
