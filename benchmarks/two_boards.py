"""How good the alignment is on two boards with a few clauses each.

    .venv/bin/python benchmarks/two_boards.py
    .venv/bin/python benchmarks/two_boards.py --details

Invented sets of two kinds (``labels/two-boards/pairs.yml``): boards that say the same in other
words, and boards that share the word of their subject and no question. Those that are set aside
were looked at by nobody who changed the alignment.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from labelled_set import Pair, make_pair
from labelled_subjects import LABELS, ROOT
from protocolkit.alignment.meaning import installed_models, vector_cache, vectors_of
from protocolkit.alignment.proposal import Proposal
from protocolkit.alignment.propose import ReadTexts, propose
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from tables import Form, Table, render

FILE = LABELS / "two-boards" / "pairs.yml"
_SIDES = ("left", "right")
_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoBoards:
    """Two small protocols, and the pairs of clauses that answer one question."""

    subject: str
    is_aside: bool
    protocols: tuple[Protocol, ...]
    pairs: frozenset[Pair]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    parser.add_argument("--details", action="store_true", help="per set; not of those set aside")
    asked = parser.parse_args()
    sets = tuple(read_sets())
    found = {one.subject: propose(one.protocols, read=_reader(), with_nearest=True) for one in sets}
    tables = [figures(sets, found)]
    if asked.details:
        tables.append(details([one for one in sets if not one.is_aside], found))
    print(render(tables, Form(asked.format)))


def read_sets() -> Iterator[TwoBoards]:
    """Yield every set, in the order of the file."""
    top = read_mapping(FILE.read_text("utf-8"), Report(FILE.name))
    for one in top.mappings("sets"):
        protocols = tuple(_protocol(side, one.mapping(side)) for side in _SIDES)
        pairs = (pair.split("-") for pair in one.texts("pairs"))
        yield TwoBoards(
            subject=one.text("subject"),
            is_aside=one.flag("aside", default=False),
            protocols=protocols,
            pairs=frozenset(
                make_pair(*(Place(side, f"r-{n}") for side, n in zip(_SIDES, pair, strict=True)))
                for pair in pairs
            ),
        )


def figures(sets: Sequence[TwoBoards], found: Mapping[str, Proposal]) -> Table:
    """Return how many pairs were found and how many are wrong, by what is known of the sets."""
    rows = []
    for is_aside, named in ((False, "seen"), (True, "set aside")):
        for has_pairs, kind in ((True, "other words"), (False, "nothing to find")):
            own = [one for one in sets if one.is_aside is is_aside and bool(one.pairs) is has_pairs]
            rows.append((f"{kind}, {named}", *_counted(own, found)))
    return _table("Two boards of a few clauses", rows)


def details(sets: Sequence[TwoBoards], found: Mapping[str, Proposal]) -> Table:
    """Return the same of each set by itself."""
    return _table("Each set", [(one.subject, *_counted([one], found)) for one in sets])


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> Table:
    head = ("sets", "to be found", "found", "wrong", "in first 3")
    return Table(title=title, head=head, rows=tuple(rows))


def _counted(sets: Sequence[TwoBoards], found: Mapping[str, Proposal]) -> tuple[str, ...]:
    right = wrong = first = 0
    for one in sets:
        links = {make_pair(link.left, link.right) for link in found[one.subject].links}
        right += len(links & one.pairs)
        wrong += len(links - one.pairs)
        near = [(n.place, place) for n in found[one.subject].nearest for place in n.places[:_FIRST]]
        first += sum(make_pair(*pair) in one.pairs for pair in near)
    asked = sum(len(one.pairs) for one in sets)
    return (str(asked), str(right), str(wrong), f"{first / 2 / asked:.2f}" if asked else "-")


def _protocol(slug: str, side: YamlMapping) -> Protocol:
    clauses = enumerate(side.texts("clauses"), start=1)
    body = "\n\n".join(f"{{#r-{n}}}\n{n}. {text}" for n, text in clauses)
    text = f"# {side.text('title')}\n\n{body}\n"
    return read_protocol_text(text, f"{slug}.md", slug=slug).protocol


def _reader() -> ReadTexts | None:
    models = installed_models()
    return (lambda texts: vectors_of(texts, models, vector_cache(ROOT))) if models else None


if __name__ == "__main__":
    main()
