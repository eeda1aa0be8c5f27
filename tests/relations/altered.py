"""Sentences altered in negation, age, number, condition, name or spelling, with what they become.

Used by the tests to see how well contrary and other relations are told apart on sentences that
nobody tuned for. Each alteration is one that a lawyer would call by one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.relations.relation import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A sentence, what was made of it, how, and the relation that they have."""

    left: str
    right: str
    how: str
    relation: Relation


def alterations(sentences: Iterable[str]) -> Iterator[Altered]:
    """Give every alteration that fits each sentence, in order."""
    for sentence in sentences:
        seen = {sentence}
        for how, relation, pattern, replacement in _RULES:
            changed = re.sub(pattern, replacement, sentence, count=1)
            if changed not in seen:
                seen.add(changed)
                yield Altered(left=sentence, right=changed, how=how, relation=relation)
        yield from _added(sentence)


def _added(sentence: str) -> Iterator[Altered]:
    stem = sentence.rstrip(".;")
    for condition in _CONDITIONS:
        if not re.search(r"\b(?:tenzij|mits|behalve|indien|als|alleen|wanneer)\b", stem):
            yield Altered(
                left=sentence,
                right=f"{stem}{condition}.",
                how=f"added{condition}",
                relation=Relation.SUBSTANTIVE,
            )
    yield Altered(
        left=sentence,
        right=f"{stem.upper()} ;",
        how="capitals",
        relation=Relation.IDENTICAL,
    )
    yield Altered(
        left=sentence,
        right=f"{sentence} De directie maakt over de uitvoering een jaarverslag voor de inspectie.",
        how="another rule",
        relation=Relation.PARTIAL,
    )


_CONDITIONS = (
    ", tenzij de directeur anders beslist",
    ", mits de veiligheid van anderen niet in gevaar komt",
    ", behalve tijdens excursies",
    " na overleg met de schoolleiding",
)
_C, _S = Relation.CONTRARY, Relation.SUBSTANTIVE
# The verb, when nothing after it denies or limits.
_MAY = r"^([^,.]*?\b(?:mag|mogen)) (?!niet|geen|alleen|uitsluitend)"
_MUST = r"^([^,.]*?\b(?:moet|moeten|dient|dienen)) "
_IS = (
    r"^([^,.]*?\b(?:is|zijn)) (?!niet|het|verboden)"
    r"(?=[^,.]*\b(?:aansprakelijk|verantwoordelijk|verplicht|openbaar|bevoegd))"
)
_BECOMES = r"^([^,.]*?\b(?:wordt|worden)) (?!niet|geen|alleen|alle|vermoed|verstaan)"
_DENIED = r"(?<!toegestaan )\bniet (?=op|in|aan|met|door|naar|voor|worden|mee)"
_ONLY_WITH = r"\b(?:alleen|uitsluitend|enkel) (?:met|na) (?:\w+ )?toestemming"
_LENGTH = r"\b(?:twee|drie|vier|vijf|zes|acht) (schooldagen|dagen|weken|maanden|jaar|jaren)"
_WHEN = r",? (?:tenzij|mits|indien|als|wanneer) [^,]*(?=\.$)"
_HOW = r"\b(?:schriftelijke|aantoonbare|voorafgaande|uitdrukkelijke) "
# How, what it becomes, what to find, what to put.
_RULES: tuple[tuple[str, Relation, str, str], ...] = (
    ("niet toegestaan → toegestaan", _C, r"\bniet (toegestaan|toegelaten|geoorloofd)", r"\1"),
    ("toegestaan → niet toegestaan", _C, r"(?<!niet )\btoegestaan", "niet toegestaan"),
    ("toegestaan → verboden", _C, r"(?<!niet )\btoegestaan", "verboden"),
    ("verboden → toegestaan", _C, r"\b(?<!niet )verboden", "toegestaan"),
    ("mag → mag niet", _C, _MAY, r"\1 niet "),
    ("mag niet → mag", _C, r"\b(mag|mogen|kan|kunnen|wordt|worden) niet ", r"\1 "),
    ("mag → mag nooit", _C, _MAY, r"\1 nooit "),
    ("geen → –", _C, r"\bgeen ", ""),
    ("moet → moet niet", _C, _MUST, r"\1 niet "),
    ("is → is niet", _C, _IS, r"\1 niet "),
    ("niet → –", _C, _DENIED, ""),
    ("zonder toestemming", _C, _ONLY_WITH, "zonder toestemming"),
    ("wordt → wordt niet", _C, _BECOMES, r"\1 niet "),
    ("jonger → ouder", _C, r"\bjonger dan", "ouder dan"),
    ("ouder → jonger", _C, r"\bouder dan", "jonger dan"),
    ("en ouder → jonger dan", _C, r"van (\d+) jaar en ouder", r"jonger dan \1 jaar"),
    ("mits → tenzij", _C, r"\bmits\b", "tenzij"),
    ("tenzij → mits", _C, r"\btenzij\b", "mits"),
    ("age 12 → 14", _S, r"\b12 jaar en ouder", "14 jaar en ouder"),
    ("age 16 → 18", _S, r"\bjonger dan 16", "jonger dan 18"),
    ("age in words", _S, r"\bjonger dan 16", "jonger dan dertien"),
    ("another term", _S, _LENGTH, r"tien \1"),
    ("another hour", _S, r"\b72 uur", "24 uur"),
    ("another amount", _S, r"(€ )?1([05])\b(?= euro| per)", r"\g<1>4\2"),
    ("once", _S, r"\b(?:ieder|elk) (?:jaar|kwartaal)", "eenmalig"),
    ("no condition", _S, _WHEN, ""),
    ("no qualifier", _S, _HOW, ""),
)
