"""Every subject that is compared: its matrix and all that is said of it, once per build.

What was judged is kept under all that it was made from: a build in which no protocol changed judges
nothing, and one in which a clause changed only what that clause is in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.cache import Cache
from protocolkit.collection import Collection, Subject
from protocolkit.comparison.matrix import Matrix, make_matrix
from protocolkit.site.engine.addresses import protocol_url
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.domain import OncePerBuild
from protocolkit.site.engine.events import COMPARISON_MADE
from protocolkit.site.engine.protocol_keys import protocols_key

if TYPE_CHECKING:
    from protocolkit.comparison.judgements import Judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSubject:
    """A compared subject: its protocols, its matrix, and what is said of that."""

    subject: Subject
    matrix: Matrix
    judgements: Judgements


def compared_subjects(app: Sphinx) -> tuple[ComparedSubject, ...]:
    """Return every subject that has topics, judged; the same values within one build."""
    return compared_subjects_in(app.env)


def compared_subjects_in(env: BuildEnvironment) -> tuple[ComparedSubject, ...]:
    """Return what :func:`compared_subjects` returns, from the state of a build."""

    def make(collection: Collection) -> tuple[ComparedSubject, ...]:
        cache = cache_of(env)
        found = (_judged(subject.compared, cache) for subject in collection.subjects)
        made = tuple(judged for judged in found if judged is not None)
        for judged in made:
            env.events.emit(COMPARISON_MADE.name, judged.matrix)
        return made

    return _MADE.of(env, make)


_MADE = OncePerBuild[tuple[ComparedSubject, ...]]()


def _judged(subject: Subject, cache: Cache) -> ComparedSubject | None:
    matrix = subject_matrix(subject)
    if matrix is None:
        return None
    # before what is kept is read, which holds their values; slow to load
    from protocolkit.comparison.judgements import judge  # noqa: PLC0415

    def make() -> Judgements:
        from protocolkit.site.engine.earlier_judgements import (  # noqa: PLC0415 - slow to load
            EarlierJudgements,
        )

        earlier = EarlierJudgements(cache, subject.slug)
        made = judge(matrix, subject.protocols, earlier.compare, earlier.norms, earlier.sample)
        earlier.keep()
        return made

    inputs = f"{subject.concordance!r}{protocols_key(subject.protocols)}"
    judgements = cache.value("judged", subject.slug, inputs, make)
    return ComparedSubject(subject=subject, matrix=matrix, judgements=judgements)


def subject_matrix(subject: Subject) -> Matrix | None:
    """Return the matrix of a subject that has topics."""
    if subject.concordance is None:
        return None
    return make_matrix(subject.protocols, subject.concordance, protocol_url)
