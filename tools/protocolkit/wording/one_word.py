"""Words for one and the same thing, as ``terms.yml`` lists them: which stand in a text.

A mistake in that file is a bug of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping

FILE_NAME = "terms.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """Words for one thing; ``inflected`` are all their forms, the words themselves if empty.

    ``has_case``: whether capitals make another word (``Social Media`` beside ``social media``).
    ``is_apart``: whether a sentence that names two of them tells them apart.
    """

    forms: tuple[str, ...]
    inflected: tuple[str, ...]
    has_case: bool
    is_apart: bool


@cache
def term_groups() -> tuple[TermGroup, ...]:
    """Return the groups of ``terms.yml``."""
    report = Report(FILE_NAME)
    top = read_mapping(package_text("protocolkit.wording", FILE_NAME), report)
    if report.problems:
        raise ValueError(f"{FILE_NAME}: {report.problems[0].code.name}")
    groups = []
    for entry in top.mappings("terms"):
        forms = entry.texts("forms")
        groups.append(
            TermGroup(
                forms=forms,
                inflected=entry.texts("inflected") or forms,
                has_case=entry.flag("case", default=False),
                is_apart=entry.flag("apart", default=False),
            )
        )
    return tuple(groups)


@cache
def term_pattern(group: TermGroup) -> re.Pattern[str]:
    """Return what finds every form of the words of a group."""
    return _any_of(group.inflected)


def base_form(words: str, group: TermGroup) -> str:
    """Return the form that an inflected word belongs to: the one that it shares most with."""
    lowered = words.lower()
    return max(group.forms, key=lambda form: _shared(form, lowered))


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def inflected_as(words: str, group: TermGroup, word: str) -> str:
    """Return the chosen word in the form that another one has: its plural for a plural."""
    step = len(group.inflected) // len(group.forms)
    known = [" ".join(form.lower().split()) for form in group.inflected]
    said = " ".join(words.lower().split())
    place = known.index(said) % step if step > 1 and said in known else 0
    return group.inflected[group.forms.index(word) * step + place] if step > 1 else word


@lru_cache(maxsize=8192)
def in_one_word(text: str) -> str:
    """Return a text with one word for each thing, so that two can be compared.

    >>> in_one_word("De leerkracht las sociale media.")
    'De leraar las social media.'
    """
    for group in term_groups():
        text = term_pattern(group).sub(_first_of(group), text)
    return text


def _first_of(group: TermGroup) -> Callable[[re.Match[str]], str]:
    return lambda found: inflected_as(found[0], group, group.forms[0])


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(sorted(set(words)), key=len, reverse=True)
    pieces = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    # no part of an address: 'www.whatsapp.com'
    return re.compile(rf"(?<![\w-])(?<!\w\.)(?:{pieces})(?![\w-]|\.\w)", re.IGNORECASE)
