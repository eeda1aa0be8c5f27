"""Every fact in front matter points to words in the source, or is marked as supplied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from babel.dates import get_month_names

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, error, problem
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.text.words import holds_in_a_row, tokens

FACT_UNPROVEN = error(
    "fact-unproven",
    "A fact has no proof in the source",
    "the source does not say '{value}' ({fact}).",
    "Give the words under 'evidence', or add '{fact}' to 'supplied' if you know it otherwise.",
)
FACT_WORDS = error(
    "fact-words",
    "The proof of a fact is not in the source",
    "the words '{words}' ({fact}) do not stand in the source.",
    "Copy the words exactly as the source has them.",
)
FACT_DATE = error(
    "fact-date",
    "A date and its proof differ",
    "the words '{words}' do not say {value} ({fact}).",
    "Correct the date, or give the words that say it.",
)


def check_evidence(facts: Facts, source_text: str, location: Location) -> Iterator[Problem]:
    """Yield every fact that neither the source nor ``supplied`` accounts for."""
    words = tokens(source_text)
    proofs = {item.fact: item.words for item in facts.evidence}
    for name, value in _stated(facts):
        if name in facts.supplied:
            continue
        proof = proofs.get(name, value)
        if not holds_in_a_row(words, tokens(proof)):
            code = FACT_WORDS if name in proofs else FACT_UNPROVEN
            yield problem(code, location, fact=name, value=value, words=proof)
        elif name in proofs and re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
            yield from _check_date(name, value, proof, location)
    for number, approval in enumerate(facts.approvals):
        name = f"approvals.{number}"
        if name in facts.supplied:
            continue
        if not holds_in_a_row(words, tokens(approval.words)) or not approval.words:
            yield problem(FACT_WORDS, location, fact=name, words=approval.words)
        elif not holds_in_a_row(tokens(approval.words), tokens(approval.body)):
            yield problem(FACT_UNPROVEN, location, fact=f"{name}.body", value=approval.body)
        elif approval.date:
            yield from _check_date(f"{name}.date", approval.date, approval.words, location)


def _stated(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the path and value of every fact that makes a claim; of a list each by itself."""
    claims = {
        "title": facts.title,
        **_claims(facts.organisation, "organisation."),
        **_claims(facts),
    }
    for name, value in claims.items():
        if isinstance(value, str) and value:
            yield name, value
    for name, value in claims.items():
        if isinstance(value, tuple):
            yield from ((name, item) for item in value)


def _claims(record: Facts | Organisation, path: str = "") -> dict[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...]] = {}
    for name, about in declared(type(record)).items():
        value = getattr(record, name)
        if about.is_claim and value is not Status.UNKNOWN:
            found[f"{path}{name}"] = value.value if isinstance(value, Enum) else value
    return found


def _check_date(name: str, value: str, words: str, location: Location) -> Iterator[Problem]:
    """Yield a problem when the words do not hold the date's year, month and day."""
    year, *rest = value.split("-")
    months = get_month_names("wide", locale="nl")
    wanted = [year]
    if rest:
        wanted.append(months[int(rest[0])])
    if len(rest) > 1:
        wanted.append(str(int(rest[1])))
    said = {token.lower() for token in tokens(words)}
    if value not in said and not said.issuperset(wanted):
        yield problem(FACT_DATE, location, fact=name, value=value, words=words)
