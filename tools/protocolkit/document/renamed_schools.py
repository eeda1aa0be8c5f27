"""Schools that got another name: what was decided under the old one is told under the new one.

A school that is called otherwise is no new school. The file keeps what was recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.facts import Facts, RenamedSchool
from protocolkit.text.name_form import folded


def with_new_names(facts: Facts, renamed: Iterable[RenamedSchool] = ()) -> Facts:
    """Return facts in which each school has the name that it has now, by these or by themselves."""
    every = (*facts.renamed_schools, *renamed)
    new = {folded(one.formerly): one.name for one in every if one.formerly and one.name}
    if not new:
        return facts

    def named(schools: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_now(one, new) for one in schools))

    entries = tuple(replace(one, schools=named(one.schools)) for one in facts.approvals)
    return replace(facts, applies_to=named(facts.applies_to), approvals=entries)


def _now(school: str, new: dict[str, str]) -> str:
    """Return what a school is called now; who was renamed more than once has the last name."""
    known = {folded(school)}
    while folded(school) in new and folded(new[folded(school)]) not in known:
        school = new[folded(school)]
        known.add(folded(school))
    return school
