"""Every labelled subject in one shape: its protocols, the links and norms that people agree on.

``labels/subjects.tsv`` lists the subjects and whose hands made each; what is fitted for one subject
may not have seen another by the same hands. The first subject has tables of links, made by
annotators and an adjudicator (:mod:`labelled_set`). Of the others two annotators wrote down the
questions that the texts answer, and which clauses surely or possibly answer each: two clauses are
surely linked when both annotators surely put them under one question, and possibly when either
put them together in any other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from labelled_set import (
    NOTHING,
    LabelError,
    LabelledNorm,
    LabelledSet,
    Link,
    Pair,
    make_pair,
    read_labels,
    table_rows,
)
from protocolkit.document.model import Protocol
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality, Party
from protocolkit.reading.reader import read_protocol
from protocolkit.relations.relation import Relation

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "benchmarks" / "labels"
SEEDS = "sociale-media"
ANNOTATORS = (1, 2)
_PARTIES = {
    "iedereen": Party.EVERYONE,
    "medewerker": Party.STAFF,
    "leerling": Party.PUPILS,
    "ouder": Party.PARENTS,
    "school": Party.SCHOOL,
    "bestuur": Party.SCHOOL,
    "MR": Party.SCHOOL,
}
"""What annotators call the parties; others ("derde") are none that the package knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that texts answer, and the clauses that surely or possibly answer it."""

    text: str
    sure: tuple[Place, ...]
    possible: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A labelled subject; ``questions`` has those of each annotator, for the seeds none."""

    name: str
    hands: str
    protocols: tuple[Protocol, ...]
    labels: LabelledSet
    questions: tuple[tuple[Question, ...], ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every clause and note."""
        return tuple(place for place, _ in placed_items(self.protocols))


def subject_hands() -> dict[str, str]:
    """Return who made each subject, by its name, the seeds first."""
    return {name: hands for _, (name, hands) in table_rows(LABELS / "subjects.tsv", 2)}


def read_subjects() -> tuple[Subject, ...]:
    """Read every labelled subject, the seeds first."""
    return tuple(read_subject(name) for name in subject_hands())


def read_subject(name: str) -> Subject:
    """Read one subject. Raises :class:`~labelled_set.LabelError` for a label that cannot be."""
    hands = subject_hands()[name]
    if name == SEEDS:
        seeds = _protocols(ROOT / "protocols" / SEEDS)
        known = [place for place, _ in placed_items(seeds)]
        labels = read_labels(LABELS, SEEDS, known)
        return Subject(name=name, hands=hands, protocols=seeds, labels=labels)
    protocols = _protocols(LABELS / name)
    places = frozenset(place for place, _ in placed_items(protocols))
    questions = tuple(read_questions(LABELS / name, number, places) for number in ANNOTATORS)
    return Subject(
        name=name,
        hands=hands,
        protocols=protocols,
        labels=_agreed(LABELS / name, questions, places),
        questions=questions,
    )


def read_questions(folder: Path, annotator: int, known: frozenset[Place]) -> tuple[Question, ...]:
    """Read the questions of one annotator; every clause stands under at least one, surely."""
    path = folder / f"questions-{annotator}.tsv"
    found = []
    for where, (text, sure, possible) in table_rows(path, 3):
        question = Question(text=text, sure=_places(sure), possible=_places(possible))
        for clause in (*question.sure, *question.possible):
            if clause not in known:
                raise LabelError(f"{where}: there is no clause {clause}")
        found.append(question)
    missing = known - {clause for question in found for clause in question.sure}
    if missing:
        raise LabelError(f"{path.name}: no question for {min(missing)}")
    return tuple(found)


def question_links(questions: tuple[Question, ...]) -> LabelledSet:
    """Return the links that one annotator's questions make, between boards."""
    sure = {pair for one in questions for pair in _pairs(one.sure)}
    every = {pair for one in questions for pair in _pairs((*one.sure, *one.possible))}
    return LabelledSet(links=tuple(_link(pair, pair in sure) for pair in sorted(every)))


def _agreed(
    folder: Path, questions: tuple[tuple[Question, ...], ...], known: frozenset[Place]
) -> LabelledSet:
    one, two = (question_links(own) for own in questions)
    sure, every = one.sure & two.sure, one.possible | two.possible
    relations = _relations(folder)
    links = (_link(pair, pair in sure, relations.get(pair)) for pair in sorted(every))
    return LabelledSet(links=tuple(links), norms=tuple(_norms(folder, known)))


def _relations(folder: Path) -> dict[Pair, Relation]:
    """Return the relations on which both annotators agree; nothing where nobody judged any."""
    files = [folder / f"relations-{number}.tsv" for number in ANNOTATORS]
    if not all(path.is_file() for path in files):
        return {}
    one, two = (
        {
            make_pair(Place.parse(left), Place.parse(right)): Relation(word)
            for _, (left, right, word) in table_rows(path, 3)
        }
        for path in files
    )
    return {pair: relation for pair, relation in one.items() if two.get(pair) is relation}


def read_norms(folder: Path, annotator: int) -> dict[Place, LabelledNorm]:
    """Return the norms that one annotator gave a sample of the clauses."""
    path = folder / f"norms-{annotator}.tsv"
    found = {}
    for _, (name, word, parties) in table_rows(path, 3):
        named = () if parties == NOTHING else parties.split(",")
        clause = Place.parse(name)
        found[clause] = LabelledNorm(
            clause=clause,
            modality=Modality(word),
            nuance=None,
            parties=tuple(dict.fromkeys(_PARTIES[p] for p in named if p in _PARTIES)),
        )
    return found


def _norms(folder: Path, known: frozenset[Place]) -> Iterator[LabelledNorm]:
    """Yield the norms of which both annotators gave the same modality, with the shared parties."""
    one, two = (read_norms(folder, number) for number in ANNOTATORS)
    for clause, norm in one.items():
        if clause not in known:
            raise LabelError(f"{folder.name}: there is no clause {clause}")
        other = two.get(clause)
        if other and other.modality is norm.modality:
            parties = tuple(party for party in norm.parties if party in other.parties)
            yield replace(norm, parties=parties)


def _protocols(folder: Path) -> tuple[Protocol, ...]:
    paths = sorted(folder.glob("*.md"))
    return tuple(read_protocol(path, path.name).protocol for path in paths)


def _places(cell: str) -> tuple[Place, ...]:
    return () if cell == NOTHING else tuple(map(Place.parse, cell.split()))


def _pairs(clauses: tuple[Place, ...]) -> Iterator[Pair]:
    for one, other in combinations(sorted(set(clauses)), 2):
        if one.organisation != other.organisation:
            yield make_pair(one, other)


def _link(pair: Pair, is_sure: bool, relation: Relation | None = None) -> Link:
    return Link(pair=pair, is_sure=is_sure, relation=relation if is_sure else None)
