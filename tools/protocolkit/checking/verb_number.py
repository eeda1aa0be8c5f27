"""A verb for one school where a draft names several: 'verstaat De Wal en De Dijk'.

A wording of one school was filled in with the names of more. Only sentences in which these names
are surely the subject are told: they come first, or right behind the verb after other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import passages, sentences
from protocolkit.document.model import Protocol
from protocolkit.norms.verbs import infinitive_of
from protocolkit.text.function_words import PREPOSITIONS, RARER_PREPOSITIONS

VERB_FOR_ONE = warning(
    "verb-for-one",
    "A verb is for one school where several are named",
    "in ‘{words}’ the verb is for one, and there are more.",
    "Put the verb in its form for more: ‘verstaan’ for ‘verstaat’.",
)
_LEAST = 2
_ONE = frozenset("is heeft wordt kan mag moet zal wil doet gaat staat ziet".split())
_INVERTING = PREPOSITIONS | RARER_PREPOSITIONS | frozenset("daarom daarnaast ook hiermee".split())


def check_verb_number(protocol: Protocol) -> Iterator[Problem]:
    """Yield the clauses of a draft in which several schools do what a verb says of one."""
    schools = protocol.facts.applies_to
    if len(schools) < _LEAST or not protocol.facts.provenance:
        return
    row = _row(schools)
    for passage in passages(protocol):
        for sentence in sentences(passage.text):
            found = _verb(sentence, row)
            if found:
                yield passage.report(VERB_FOR_ONE, words=found)


def _row(names: Sequence[str]) -> re.Pattern[str]:
    name = "|".join(map(re.escape, sorted(names, key=lambda found: -len(found))))
    return re.compile(
        rf"(?P<before>\b[^\W\d]{{1,30}} )?(?P<row>(?:{name})(?:, (?:{name}))* en (?:{name}))"
        r"(?P<after> [a-z]{1,30}\b)?"
    )


def _verb(sentence: str, row: re.Pattern[str]) -> str:
    """Return the verb for one with the names beside it, or ``""``."""
    found = row.search(sentence)
    if found is None:
        return ""
    before, after = (found["before"] or "").strip(), (found["after"] or "").strip()
    if found.start("row") == 0:
        return f"{found['row']} {after}" if _is_for_one(after) else ""
    first = sentence.split(maxsplit=1)[0].lower()
    is_turned = first in _INVERTING and _is_for_one(before)
    return f"{before} {found['row']}" if is_turned else ""


def _is_for_one(word: str) -> bool:
    """Tell whether a word is a verb with one subject: 'verstaat', 'zorgt', 'heeft'."""
    return word in _ONE or (word.endswith("t") and infinitive_of(word) != word)
