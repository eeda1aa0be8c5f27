"""The matrix of each subject with all that is said of it, worked out once per build.

What was judged is kept beside Sphinx's state under the content it was made from, so that a build
in which no protocol changed judges nothing.
"""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from protocolkit.collection import Collection, Subject
from protocolkit.comparison.judgements import Judgements, judge
from protocolkit.comparison.matrix import Matrix
from protocolkit.files import write_bytes
from protocolkit.site.domain import protocol_domain
from protocolkit.site.matrices import subject_matrix
from protocolkit.site.own_files import own_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A compared subject: its protocols, its matrix, and what is said of that."""

    subject: Subject
    matrix: Matrix
    judgements: Judgements


def judged_subjects(app: Sphinx) -> tuple[Judged, ...]:
    """Return every subject that has topics, judged; the same values within one build."""
    return judged_in(app.env)


def judged_in(env: BuildEnvironment) -> tuple[Judged, ...]:
    """Return what :func:`judged_subjects` returns, from the state of a build."""
    domain = protocol_domain(env)
    collection = domain.collection()
    kept = _MADE.get(domain)
    if kept is None or kept[0] is not collection:
        found = (_judged(subject, Path(env.doctreedir)) for subject in collection.subjects)
        made = tuple(judged for judged in found if judged is not None)
        kept = _MADE[domain] = (collection, made)
    return kept[1]


_MADE: WeakKeyDictionary[Domain, tuple[Collection, tuple[Judged, ...]]] = WeakKeyDictionary()


def _judged(subject: Subject, folder: Path) -> Judged | None:
    matrix = subject_matrix(subject)
    if matrix is None:
        return None
    path = folder / f"protocolkit-judged-{subject.slug}.pickle"
    content = f"{own_code()}{subject.concordance!r}{subject.protocols!r}"
    key = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    kept = _read(path)
    if kept is not None and kept[0] == key:
        judgements = kept[1]
    else:
        judgements = judge(matrix, subject.protocols)
        write_bytes(path, pickle.dumps((key, judgements)))
    return Judged(subject=subject, matrix=matrix, judgements=judgements)


def _read(path: Path) -> Any:
    try:
        return pickle.loads(path.read_bytes())  # noqa: S301 - our own file, beside Sphinx's own
    except Exception:
        return None
