"""How long a Word redline takes, and how many words it marks, beside tools that compare two files.

    .venv/bin/python benchmarks/redline_speed.py
    .venv/bin/python benchmarks/redline_speed.py --repeats 25 --judged 40

A protocol of forty clauses gets edits of every kind (``rough_edits.py``): a few, and then so many
that most of it is another text. Ours begins with the two
models and ends with the file on disk, with and without the proof; the others (the extra
``benchmarks``) begin with the two Word files that we write of them, in memory or on disk as each
has it. Time is the median in one process. Words are those with a letter inside insertions and
deletions, beside the words that the change set counts. jubarte-redlines then accepts and rejects
redlines of ours: how many give the words of either version.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Clause, Protocol
from protocolkit.document.outline import clauses
from protocolkit.document.tree import map_parts
from protocolkit.paper.docx import write_docx
from protocolkit.paper.redline.proof import Text, seen
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.word import word_redline
from protocolkit.text.words import tokens

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import seeds
from rough_edits import roughly_edited

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CLAUSES = 40
# How many edits are drawn at most: as for one meeting, and as for another text.
_FEW, _MANY = 6, 160
_PROMISE = "An ordinary change. Promised: 60 ms without the proof, 150 ms with it, by the median."
_NO_PROMISE = "Most clauses are other ones. Nothing is promised; about twice as long is usual."
_WHO = Signature(author="Stichting De Linde", day="2026-03-04")
_TRANSLATE = translator("nl")
_HAS_OTHERS = all(map(importlib.util.find_spec, ("jubarte_redlines", "docx_trackdiff")))


def main() -> None:
    """Make two versions, time each tool on them, count marked words, let another judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--judged", type=int, default=20)
    asked = parser.parse_args()
    old = _first_clauses(seeds.protocol("oponoa"))
    for most, promise in ((_FEW, _PROMISE), (_MANY, _NO_PROMISE)):
        new = roughly_edited(old, asked.seed, most)
        counts = compare_versions(version_of(old), version_of(new)).counts
        print(f"{len(list(clauses(old)))} clauses; {counts.counted} changes,", end=" ")
        print(f"{counts.removed_words + counts.added_words} words and signs in the change set")
        print(promise)
        with tempfile.TemporaryDirectory() as folder:
            for name, make in _tools(old, new, Path(folder)).items():
                _row(name, make, Path(folder), asked.repeats)
    if _HAS_OTHERS:
        _judge(asked.judged)
    else:
        print("The other tools are not installed: pip install -e '.[benchmarks]'")


def _first_clauses(protocol: Protocol) -> Protocol:
    kept = {clause.anchor for clause in list(clauses(protocol))[:_CLAUSES]}

    def keep(clause: Clause) -> Clause | None:
        return clause if clause.anchor in kept else None

    return replace(protocol, parts=map_parts(protocol.parts, keep))


def _tools(old: Protocol, new: Protocol, folder: Path) -> dict[str, Callable[[Path], object]]:
    """Return what makes a redline at a path, by name."""
    files = [folder / "old.docx", folder / "new.docx"]
    for file, version in zip(files, (old, new), strict=True):
        file.write_bytes(_word(version))
    ours: dict[str, Callable[[Path], object]] = {
        "ours, without proof": lambda target: target.write_bytes(_redline(old, new, False)),
        "ours, with proof": lambda target: target.write_bytes(_redline(old, new, True)),
    }
    if not _HAS_OTHERS:
        return ours
    jubarte = importlib.import_module("jubarte_redlines")
    trackdiff = importlib.import_module("docx_trackdiff.compare")

    def by_trackdiff(target: Path) -> None:
        before, out = sys.argv, sys.stdout
        sys.argv = ["compare", *map(str, files), str(target)]
        sys.stdout = io.StringIO()
        try:
            trackdiff.main()
        finally:
            sys.argv, sys.stdout = before, out

    def by_jubarte(target: Path) -> None:
        target.write_bytes(jubarte.compare_documents(*(file.read_bytes() for file in files)))

    return {**ours, "jubarte-redlines": by_jubarte, "docx-trackdiff": by_trackdiff}


def _redline(old: Protocol, new: Protocol, is_proved: bool) -> bytes:
    changes = compare_versions(version_of(old), version_of(new))
    return word_redline(changes, _TRANSLATE, _WHO, is_proved=is_proved)


def _word(protocol: Protocol) -> bytes:
    return write_docx(protocol, make_cover(protocol, _TRANSLATE, "nl"), _TRANSLATE)


def _row(name: str, make: Callable[[Path], object], folder: Path, repeats: int) -> None:
    target = folder / "redline.docx"
    walls, works = [], []
    for _ in range(repeats):
        wall, work = time.perf_counter(), time.process_time()
        make(target)
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)
    wall, work = (statistics.median(found) * 1000 for found in (walls, works))
    marked = _marked(target.read_bytes())
    print(f"{name:22}{wall:8.1f} ms {work:8.1f} ms of the processor {marked:6} words marked")


def _marked(file: bytes) -> int:
    """Return how many words with a letter stand in insertions and deletions, cover and all."""
    found = 0
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        for name in package.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            root = etree.fromstring(package.read(name))
            for change in root.iter(f"{_MAIN}ins", f"{_MAIN}del"):
                text = "".join(t.text or "" for t in change.iter(f"{_MAIN}t", f"{_MAIN}delText"))
                found += sum(any(map(str.isalpha, word)) for word in tokens(text))
    return found


def _judge(number: int) -> None:
    """Print how many redlines another program accepts and rejects to the same paragraphs."""
    jubarte = importlib.import_module("jubarte_redlines")
    fine = 0
    for seed in range(number):
        old = seeds.protocol(seeds.SLUGS[seed % len(seeds.SLUGS)])
        new = roughly_edited(old, seed)
        file = _redline(old, new, True)
        both = [(jubarte.accept_revisions(file), new), (jubarte.reject_revisions(file), old)]
        fine += all(_seen(settled) == _seen(_redline(v, v, False)) for settled, v in both)
    print(f"accepted and rejected by jubarte-redlines: {fine} of {number} as they should be")


def _seen(file: bytes) -> list[tuple[object, ...]]:
    """Return the paragraphs after the front, without where they stand and what is named there."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    ends = [at for at, top in enumerate(body) if top.find(f"{_MAIN}pPr/{_MAIN}sectPr") is not None]
    for top in list(body)[: ends[0] + 1]:
        body.remove(top)
    return [(one[1], one[3]) for one in seen(Text(body, notes))]


if __name__ == "__main__":
    main()
