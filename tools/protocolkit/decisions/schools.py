"""The schools that a decision is about, by the names that the text has for them."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.decisions.codes import SCHOOL_UNKNOWN
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.adoptions import each_once, every_school
from protocolkit.document.approvals import Approval
from protocolkit.document.bodies import OF_SOME_SCHOOLS, kind_of_body
from protocolkit.document.facts import Facts
from protocolkit.text.name_form import folded


def schools_then(facts: Facts, entry: Approval) -> tuple[str, ...]:
    """Return the schools that an entry is about when it is recorded: those named, else all.

    So a school that is added later is not among them. Of a council of some of several schools it
    is not known which these are.
    """
    every = each_once(facts.applies_to)
    is_of_some = kind_of_body(entry.body) in OF_SOME_SCHOOLS and len(every) > 1
    return entry.schools or (() if is_of_some else every)


def schools_named(
    file: WorkingFile, typed: Sequence[str], *, may_be_new: bool = True
) -> tuple[str, ...]:
    """Return schools that were typed as the text calls them, whatever the case and the spaces.

    A text that does not say which schools it is for may get one that is new, unless that may not
    be. Raises :class:`ProtocolkitError` for any other school, with those that there are.
    """
    every = file.protocol.facts.applies_to
    is_open = may_be_new and not every
    every = every or every_school(file.protocol.facts)
    known = {folded(one): one for one in reversed(every)}
    found = []
    for name in filter(str.strip, typed):
        if not is_open and folded(name) not in known:
            values = {"name": name[:80], "known": ", ".join(every) or "–"}
            raise ProtocolkitError(problem(SCHOOL_UNKNOWN, Location(file.name), **values))
        found.append(known.setdefault(folded(name), " ".join(name.split())))
    return tuple(dict.fromkeys(found))
