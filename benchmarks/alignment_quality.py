"""How good the uncurated alignment is, against labels and against simple baselines.

The one command for the figures on alignment, relations and norms. Runs ``protocol align
--uncurated`` on the protocols of a subject as a user would and scores what it prints:

    .venv/bin/python benchmarks/alignment_quality.py
    .venv/bin/python benchmarks/alignment_quality.py --format markdown

``--aligned FILE`` scores printed JSON instead of running the command. Needs the extra
``benchmarks``.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Sequence
from functools import reduce
from operator import add
from pathlib import Path

from agreement import Agreement, agreement
from aligned import Aligned, FoundNorm, read_aligned, run_align
from baselines import Tuned, make_baselines, tune
from bootstrap import DRAWS, SEED, Sample, draw_clauses, gain, interval, score_draws
from grading import (
    NOT_FOUND,
    UNDETERMINED,
    confusion_table,
    grade,
    grade_modalities,
    right_share,
)
from held_out import held_out_links, touches
from judged import judge_clauses, judge_pairs
from labelled_set import LabelledSet, Pair, read_labels
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol
from protocolkit.relations.relation import Relation
from scores import PARTS, count, is_any
from tables import Form, Table, number, render, span

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "benchmarks" / "labels"
_OURS = "protocol align --uncurated"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--subject", default="sociale-media")
    parser.add_argument("--aligned", type=Path, help="score this JSON, run nothing")
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    asked = parser.parse_args()
    paths = sorted((ROOT / "protocols" / asked.subject).glob("*.md"))
    protocols = [read_protocol(path, path.name).protocol for path in paths]
    texts = read_texts(protocols)
    labels = read_labels(LABELS, asked.subject, texts)
    printed = asked.aligned.read_text("utf-8") if asked.aligned else run_align(paths)
    agreed = agreement(LABELS / "annotators", asked.subject, texts)
    tables = [*measure(protocols, labels, read_aligned(printed)), _agreement(agreed)]
    print(render(tables, Form(asked.format)))


def read_texts(protocols: Sequence[Protocol]) -> dict[Place, str]:
    """Return the plain text of every clause and note."""
    return {
        Place(protocol.slug, item.anchor): clause_text(item)
        for protocol in protocols
        for item in addressable(protocol)
    }


def measure(protocols: Sequence[Protocol], labels: LabelledSet, ours: Aligned) -> Iterator[Table]:
    """Yield every table; raise SystemExit when clauses were aligned that do not exist."""
    texts = read_texts(protocols)
    strange = ours.clauses - set(texts)
    if strange:
        raise SystemExit(f"{len(strange)} clauses are not in these protocols: {min(strange)}")
    found = ours.links()
    tuned = [tune(baseline, labels) for baseline in make_baselines(texts)]
    tuned.sort(key=lambda one: count(one.links, labels, is_any).error_rate)
    sample = draw_clauses(texts)
    yield _links(labels, found, sample, missing=len(set(texts) - ours.clauses))
    yield _held_out(labels, held_out_links(protocols, labels))
    yield _baselines(labels, tuned)
    yield _gains(labels, found, tuned, sample)
    yield from _relations(labels, ours, judge_pairs(protocols, labels.relations))
    yield from _norms(labels, ours, judge_clauses(protocols))


def _links(labels: LabelledSet, found: Collection[Pair], sample: Sample, missing: int) -> Table:
    rows = []
    for name, is_counted in PARTS.items():
        counts = count(found, labels, is_counted)
        drawn = score_draws(sample, found, labels, is_counted)
        figures = (
            (counts.precision, drawn.precision),
            (counts.recall, drawn.recall),
            (counts.error_rate, drawn.error_rate),
        )
        cells = []
        for value, values in figures:
            sure = interval(values)
            cells.append(f"{number(value)} ({span(sure.low, sure.high)})")
        rows.append((name, f"{counts.found:.0f}", f"{counts.sure:.0f}", *cells))
    remark = (
        f"{len(labels.sure)} sure and {len(labels.possible) - len(labels.sure)} possible links "
        f"between {len(sample.columns)} clauses and notes, {missing} of which are missing from "
        f"the output. "
        f"Between brackets: 95 % of {DRAWS:,} bootstrap draws of clauses "
        f"(seed {SEED})."
    )
    head = ("links", "found", "sure", "precision", "recall", "error rate (AER)")
    return Table(title=f"Links: {_OURS}", head=head, rows=tuple(rows), remark=remark)


def _held_out(labels: LabelledSet, found: dict[str, set[Pair]]) -> Table:
    parts = {owner: count(links, labels, touches(owner)) for owner, links in found.items()}
    total = reduce(add, parts.values())
    rows = tuple(
        (name, number(counts.precision), number(counts.recall), number(counts.error_rate))
        for name, counts in {**parts, "all of them added": total}.items()
    )
    remark = (
        "The weights fitted anew on the pairs that do not touch the organisation, then scored on "
        "the pairs that do. The thesaurus was still written with all texts in view."
    )
    head = ("links of", "precision", "recall", "AER")
    return Table(title="Links: weights held out", head=head, rows=rows, remark=remark)


def _baselines(labels: LabelledSet, tuned: list[Tuned]) -> Table:
    rows = []
    for one in tuned:
        whole = count(one.links, labels, is_any)
        rates = [count(one.links, labels, part).error_rate for part in PARTS.values()]
        rows.append(
            (
                one.baseline.name,
                number(one.threshold),
                number(whole.precision),
                number(whole.recall),
                *(number(rate) for rate in rates),
                number(one.held_out.error_rate),
            )
        )
    head = ("baseline", "threshold", "precision", "recall", *(f"AER {part}" for part in PARTS))
    remark = (
        "The same clauses; the threshold is the best one on these labels, which is generous to "
        "them. Held out: chosen without the organisation that is scored, all organisations added."
    )
    return Table(title="Baselines", head=(*head, "AER held out"), rows=tuple(rows), remark=remark)


def _gains(
    labels: LabelledSet, found: Collection[Pair], tuned: list[Tuned], sample: Sample
) -> Table:
    rows = []
    for part, is_counted in PARTS.items():
        mine = score_draws(sample, found, labels, is_counted)
        best = min(tuned, key=lambda one: count(one.links, labels, is_counted).error_rate)
        for one in tuned if part == "whole set" else [best]:
            won = gain(mine, score_draws(sample, one.links, labels, is_counted))
            sure = won.interval
            rows.append(
                (
                    part,
                    one.baseline.name,
                    number(won.mean),
                    span(sure.low, sure.high),
                    f"{100 * won.share:.1f} %",
                )
            )
    head = ("links", "baseline", "AER lower by", "95 %", "draws in which it is lower")
    remark = "Paired: both on the same draws. Of the parts, only the best baseline of that part."
    return Table(
        title=f"Gain of {_OURS} over each baseline", head=head, rows=tuple(rows), remark=remark
    )


def _agreement(found: Agreement) -> Table:
    rows = tuple(
        (name, number(counts.precision), number(counts.recall), number(counts.error_rate))
        for name, counts in (
            ("first's sure links on the second's labels", found.first),
            ("second's sure links on the first's labels", found.second),
        )
    )
    remark = (
        f"Before adjudication. Cohen's kappa over all pairs (sure, possible, none) is "
        f"{number(found.kappa)}, and kind, since nearly all pairs are none for both."
    )
    head = ("annotator", "precision", "recall", "AER")
    return Table(title="Agreement of the two annotators", head=head, rows=rows, remark=remark)


def _relations(labels: LabelledSet, ours: Aligned, judged: dict[Pair, Relation]) -> Iterator[Table]:
    wanted = labels.relations
    found = ours.links()
    linked = {pair: relation for pair, relation in wanted.items() if pair in found}
    parts = {
        "all sure pairs, linked or not": grade(wanted, judged),
        "the sure pairs that were linked, as printed": grade(linked, ours.relations),
    }
    contrary = Relation.CONTRARY.value
    rows = tuple(
        (
            name,
            str(grades.confusion.total()),
            number(grades.macro_f1),
            number(grades.accuracy),
            number(grades.precision(contrary)),
            number(grades.recall(contrary)),
            number(grades.recall(Relation.IDENTICAL.value)),
        )
        for name, grades in parts.items()
    )
    head = ("pairs", "number", "macro-F1", "right")
    found_head = ("contrary: precision", "contrary: recall", "identical: recall")
    yield Table(title="Relations", head=(*head, *found_head), rows=rows)
    for name, grades in parts.items():
        yield confusion_table(f"Relations of {name}", grades)


def _norms(labels: LabelledSet, ours: Aligned, judged: dict[Place, FoundNorm]) -> Iterator[Table]:
    grades = grade_modalities(labels.norms, judged)
    undetermined = grades.share(UNDETERMINED) + grades.share(NOT_FOUND)
    same = sum(
        norm.modality is judged[clause].modality
        for clause, norm in ours.norms.items()
        if clause in judged
    )
    rows = (
        ("main modality right", number(grades.accuracy)),
        ("'onbepaald' or no answer, counted as wrong", number(undetermined)),
        ("nuance right, none included", number(right_share(labels.norms, judged, "nuance"))),
        ("parties wholly right", number(right_share(labels.norms, judged, "parties"))),
        ("the main norm is the one that answers its topic", f"{same} of {len(judged)}"),
    )
    yield Table(title="Norms of all clauses and notes", head=("figure", "value"), rows=rows)
    yield confusion_table("Main modality", grades)


if __name__ == "__main__":
    main()
