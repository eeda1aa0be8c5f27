"""How well two regulations from one model are aligned: a law, and the same law altered by machine.

    .venv/bin/python benchmarks/altered_laws.py LAW.md ...
    .venv/bin/python benchmarks/altered_laws.py --seed 3 LAW.md ...

The laws are Markdown as a public collection gives them (``### Artikel 5``, then items); they are
not in this repository. The second body has other words for the usual ones, drops one word in
sixteen and adds a sentence here and there. Truth is by article and item; items whose text is the
same are possible pairs. TF-IDF is given the threshold that is best on these very labels.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from baselines import tune, word_tfidf
from labelled_set import LabelledSet, Link, Pair, make_pair
from labelled_subjects import ROOT
from protocolkit.alignment.meaning import installed_models, vector_cache, vectors_of
from protocolkit.alignment.propose import propose
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol_text
from scores import Counts, count, is_any
from tables import Form, Table, number, render

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ARTICLE = re.compile(r"###\s*Artikel\s+(\S+)")
_ITEM = re.compile(r"(?:\d+[a-z]?|[a-z]|\d+°)[.)]\s+(.*)")
_INSTEAD = {
    "medezeggenschapsraad": "ondernemingsraad",
    "bevoegd gezag": "bestuur",
    "school": "instelling",
    "leden": "deelnemers",
    "ouders": "verzorgers",
    "dient": "moet",
    "indien": "als",
    "omtrent": "over",
    "reglement": "regeling",
    "schriftelijk": "op schrift",
    "ten minste": "minimaal",
    "voorstel": "voornemen",
    "besluit": "beslissing",
    "verantwoordelijke": "verwerkingsverantwoordelijke",
    "betrokkene": "persoon",
}
_REPLACED, _DROPPED, _ADDED = 0.6, 0.06, 0.15
_ADDITION = "Het bestuur kan hiervan in bijzondere gevallen afwijken."
_BODIES = ("een", "twee")
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPair:
    """A law as the regulations of two bodies, and which of their clauses belong together."""

    name: str
    protocols: tuple[Protocol, Protocol]
    labels: LabelledSet


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("laws", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    asked = parser.parse_args()
    pairs = [law_pair(path.stem, path.read_text("utf-8"), asked.seed) for path in asked.laws]
    print(render([figures(pairs)], Form(asked.format)))


def law_pair(name: str, text: str, seed: int) -> LawPair:
    """Return a law and an altered copy of it."""
    items = tuple(_items(_LINK.sub(r"\1", text)))
    draw = Random(seed)
    altered = [(heading, anchor, _altered(said, draw)) for heading, anchor, said in items]
    return LawPair(
        name=name,
        protocols=(_protocol(_BODIES[0], items), _protocol(_BODIES[1], altered)),
        labels=LabelledSet(links=tuple(_links(items))),
    )


def figures(pairs: Sequence[LawPair]) -> Table:
    """Return precision, recall and error rate of each pair, beside those of TF-IDF."""
    rows = []
    for one in pairs:
        places = dict(placed_items(one.protocols))
        tfidf = tune(word_tfidf({p: clause_text(item) for p, item in places.items()}), one.labels)
        ours = count(_found(one.protocols), one.labels, is_any)
        theirs = count(tfidf.links, one.labels, is_any)
        rows.append((one.name, str(len(places) // 2), *_shown(ours), *_shown(theirs)))
    kinds = ("precision", "recall", "AER")
    head = ("law", "clauses", *kinds, *(f"TF-IDF {kind}" for kind in kinds))
    return Table(title="Regulations of two bodies from one model", head=head, rows=tuple(rows))


def _found(protocols: Sequence[Protocol]) -> frozenset[Pair]:
    """Return the links that the topics of a proposal make."""
    models, cache = installed_models(), vector_cache(ROOT)
    read = (lambda texts: vectors_of(texts, models, cache)) if models else None
    topics = propose(protocols, read=read).topics
    return frozenset(
        make_pair(one, other)
        for topic in topics
        for one in topic.members
        for other in topic.members
        if one.organisation < other.organisation
    )


def _shown(counts: Counts) -> tuple[str, str, str]:
    return number(counts.precision), number(counts.recall), number(counts.error_rate)


def _links(items: Sequence[tuple[str, str, str]]) -> Iterator[Link]:
    same: dict[str, list[str]] = {}
    for _, anchor, said in items:
        same.setdefault(said, []).append(anchor)
    for anchors in same.values():
        for one in anchors:
            for other in anchors:
                pair = make_pair(Place(_BODIES[0], one), Place(_BODIES[1], other))
                yield Link(pair=pair, is_sure=one == other, relation=None)


def _items(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each item of a law: the heading of its article, its anchor and its words."""
    article = heading = ""
    many = 0
    for line in map(str.strip, text.split("\n")):
        if found := _ARTICLE.match(line):
            article, many = re.sub(r"[^a-z0-9]+", "-", found[1].lower()).strip("-"), 0
            heading = f"Artikel {found[1].rstrip('.')}"
        elif line.startswith("####"):
            heading = line.strip("# ") or heading
        elif line.startswith("#"):
            article = ""
        elif article and line and not line.startswith("<"):
            item = _ITEM.match(line)
            many += 1
            yield heading, f"art-{article}-{many}", item[1] if item else line


def _protocol(slug: str, items: Sequence[tuple[str, str, str]]) -> Protocol:
    pieces, last, used = ["# Regeling"], "", set[str]()
    for heading, anchor, said in items:
        if heading != last:
            pieces.append(f"## {heading}")
            last = heading
        own = anchor if anchor not in used else f"{anchor}-x{len(used)}"
        used.add(own)
        pieces.append(f"{{#{own}}}\n1. {said}")
    return read_protocol_text("\n\n".join(pieces) + "\n", f"{slug}.md", slug=slug).protocol


def _altered(text: str, draw: Random) -> str:
    for word, other in _INSTEAD.items():
        if draw.random() < _REPLACED:
            text = re.sub(rf"\b{word}\b", other, text)
    words = [word for word in text.split() if draw.random() >= _DROPPED] or text.split()
    if draw.random() < _ADDED:
        words.append(_ADDITION)
    return " ".join(words)


if __name__ == "__main__":
    main()
