"""For which schools the board adopts a text: those that were named, that agreed, or all."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.decisions.codes import NO_SCHOOL_AGREED
from protocolkit.decisions.schools import schools_named
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.adoptions import adopted_on, own_holdings
from protocolkit.document.agreed_schools import Schools, adopted_schools, agreed_schools
from protocolkit.document.approval_lines import print_date
from protocolkit.document.school_notices import shortened

ALREADY_ADOPTED = error(
    "already-adopted",
    "A text would be adopted that holds already",
    "this text was adopted before and holds since {day}, for each school that is meant.",
    "Is that day wrong? Put it right with 'protocol correct'. Is it about other schools? Name "
    "them: --school NAME.",
)


ADOPTED_FOR_SOME = error(
    "adopted-for-some",
    "A text would be adopted for schools where it holds already",
    "this text was adopted before and holds since {day} for: {names}. It is not adopted for: "
    "{others}.",
    "Is that day wrong? Put it right with 'protocol correct'. Does the board adopt it for another "
    "school too? Name that school: --school NAME.",
)


def schools_to_adopt(file: WorkingFile, named: Sequence[str]) -> tuple[str, ...]:
    """Return for which schools a text is adopted now; none is all of them.

    A school for which this text was adopted before keeps its day, so it is left out. Raises
    :class:`ProtocolkitError` for a school that is not known, and when none is left.
    """
    before = adopted_schools(file.protocol)
    is_everywhere = before is None and bool(own_holdings(file.protocol))
    wanted = schools_named(file, named, may_be_new=False) if named else _agreed(file)
    done = before.agreed if before else ()
    left = tuple(one for one in wanted if one not in done)
    if is_everywhere or (wanted and not left) or (before and not before.still):
        raise _adopted_before(file, before)
    return left or (before.still if before else ())


def _adopted_before(file: WorkingFile, before: Schools | None) -> ProtocolkitError:
    """Return why nothing is left to adopt: where the text holds, and where it does not."""
    place, day = Location(file.name), print_date(adopted_on(file.protocol)) or "–"
    if before is None or not before.still:
        return ProtocolkitError(problem(ALREADY_ADOPTED, place, day=day))
    names, others = (shortened(one, translator()) for one in (before.agreed, before.still))
    return ProtocolkitError(problem(ADOPTED_FOR_SOME, place, day=day, names=names, others=others))


def _agreed(file: WorkingFile) -> tuple[str, ...]:
    """Return the schools that agreed; none where all did, or where none is asked by itself."""
    found = agreed_schools(file.protocol)
    if found is None or not found.still:
        return ()
    if not found.agreed:
        known = ", ".join((*found.agreed, *found.still))
        raise ProtocolkitError(problem(NO_SCHOOL_AGREED, Location(file.name), known=known))
    return found.agreed
