"""How the score of one pair of clauses comes about: each likeness, its weight, what it adds.

    .venv/bin/python benchmarks/worked_example.py oponoa/art-3-1-4 verkruisen/richtlijnen-7

Prints the table of docs/develop/alignment.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from protocolkit.alignment.clause_vectors import make_profile, make_spaces
from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.scoring import score, stages
from protocolkit.collection import read_collection
from protocolkit.document.place import Place
from protocolkit.wording.thesaurus_file import general_thesaurus

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print the table for the pair that the command line names."""
    units = make_units(read_collection(ROOT).protocols, general_thesaurus())
    names = [unit.place for unit in units]
    profile = make_profile(units, make_spaces(units))
    left, right = (names.index(Place.parse(name)) for name in sys.argv[1:3])
    found = score(profile, profile)
    for number in (left, right):
        unit = units[number]
        print(f"{names[number]}: {unit.text}")
        for sentence in unit.sentences:
            print(f"  terms: {' '.join(sentence.terms)}")
            print(f"  matters: {', '.join(sentence.matters) or '-'}")
    print("\n| likeness | value | weight | adds |\n|---|---|---|---|")
    second = stages(0).second
    total = second.start
    for name, weight in second.weights.items():
        value = float(found.likenesses[name][left, right])
        total += weight * value
        print(f"| {name} | {value:.2f} | {weight:.2f} | {weight * value:.2f} |")
    print(f"| start | | | {second.start:.2f} |\n| sum | | | {total:.2f} |")
    print(f"\nscore: {float(found.scores[left, right]):.2f}")


if __name__ == "__main__":
    main()
