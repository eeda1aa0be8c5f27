"""Whether the search page leads a question to the right topic.

Usage: python benchmarks/search_questions.py [FILE ...]   (needs node; all of benchmarks/questions/)

A file has a question per line, a tab, and the ids of the topics that answer it, the nearest first;
``-`` when no topic does. Printed: how often a right one is the first, is among the first three, how
often a question without an answer gets a first hit all the same, and how often one with an answer
is told that no rule was found; each with its 95 % interval (Wilson). Beside it, in the same run,
what ranks by the words that a question and a topic share. With ``--wrong`` what went wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from protocolkit.comparison.matrix import Matrix
from protocolkit.comparison.question_index import make_question_index, plain_words
from seeds import ROOT, matrix

_QUESTIONS = ROOT / "benchmarks" / "questions"
_SCRIPTS = ROOT / "templates" / "html" / "static"
_NONE = "-"
_FIRST = 3
_DRIVER = """
const fs = require("fs");
globalThis.window = globalThis;
globalThis.document = { documentElement: { dataset: {} } };
for (const path of process.argv.slice(1)) (0, eval)(fs.readFileSync(path, "utf8"));
const { data, questions } = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = questions.map((one) => {
  const { found, isSure } = protocolkit.rankTopics(one, data);
  return [isSure, found.map(({ topic }) => topic.id)];
});
process.stdout.write(JSON.stringify(answers));
"""

Ranking = tuple[bool, list[str]]
"""Whether the first topics are shown as answers, and the ids of all that are shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the topics that answer it, none when nothing does."""

    question: str
    topics: tuple[str, ...]


def read_questions(path: Path) -> list[Asked]:
    """Read a file of questions; lines that begin with ``#`` and empty ones do not count."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            question, topics = line.split("\t")
            found.append(Asked(question, () if topics == _NONE else tuple(topics.split(","))))
    return found


def rank_in_script(compared: Matrix, questions: Sequence[str]) -> list[Ranking]:
    """Rank the topics of a comparison as the script of the search page does."""
    paths = [str(_SCRIPTS / name) for name in ("protocolkit-data.js", "zoeken-onderwerpen.js")]
    done = subprocess.run(
        ["node", "-e", _DRIVER, "--", *paths],
        input=json.dumps({"data": index_data(compared), "questions": list(questions)}),
        capture_output=True,
        text=True,
        check=True,
    )
    return [(is_sure, found) for is_sure, found in json.loads(done.stdout)]


def index_data(compared: Matrix) -> dict[str, object]:
    """Return the index as the search page gets it, with ids for addresses."""
    index = make_question_index([compared])
    return {
        "topics": [
            {"id": found.topic, "says": found.says, "asked": found.asked} for found in index.topics
        ],
        "weights": index.weights,
        "words": index.words,
        "idle": index.idle,
        "light": index.light,
        "people": index.people,
    }


def rank_by_shared_words(compared: Matrix, questions: Sequence[str]) -> list[Ranking]:
    """Rank topics by how many words of a question they have, as a plain search does."""
    words: Mapping[str, Counter[str]] = {
        row.topic.id: Counter(
            plain_words(" ".join([row.topic.title, *(clause.text for clause in row.clauses)]))
        )
        for row in compared.rows
    }
    found = []
    for question in questions:
        asked = set(plain_words(question))
        shared = {topic: len(asked & set(own)) for topic, own in words.items()}
        best = sorted((t for t, n in shared.items() if n), key=lambda t: -shared[t])
        found.append((bool(best), best))
    return found


def interval(right: int, of: int) -> str:
    """Return a share with its 95 % interval (Wilson, 1927)."""
    if not of:
        return "–"
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5 / (1 + z * z / of)
    return f"{right} of {of}, {share:.0%} ({middle - half:.0%} to {middle + half:.0%})"


def _report(name: str, asked: Sequence[Asked], found: Sequence[Ranking]) -> None:
    answered = [(one, ids) for one, (_, ids) in zip(asked, found, strict=True) if one.topics]
    open_ones = [is_sure for one, (is_sure, _) in zip(asked, found, strict=True) if not one.topics]
    unsure = [not is_sure for one, (is_sure, _) in zip(asked, found, strict=True) if one.topics]
    first = sum(ids[:1] == [t] for one, ids in answered for t in one.topics)
    among = sum(bool({*ids[:_FIRST]} & {*one.topics}) for one, ids in answered)
    print(f"  {name}")
    print(f"    first: {interval(first, len(answered))}")
    print(f"    among the first three: {interval(among, len(answered))}")
    print(f"    a first hit where nothing answers: {interval(sum(open_ones), len(open_ones))}")
    print(f"    no rule found, though one answers: {interval(sum(unsure), len(unsure))}")


def main(paths: Sequence[Path]) -> None:
    """Print the figures of each file of questions."""
    compared = matrix()
    ways: dict[str, Callable[[Matrix, Sequence[str]], list[Ranking]]] = {
        "the search page": rank_in_script,
        "shared words": rank_by_shared_words,
    }
    for path in paths:
        asked = read_questions(path)
        print(f"{path.name}: {len(asked)} questions")
        for name, rank in ways.items():
            _report(name, asked, rank(compared, [one.question for one in asked]))
        if "--wrong" in sys.argv:
            ranked = rank_in_script(compared, [one.question for one in asked])
            for one, (is_sure, ids) in zip(asked, ranked, strict=True):
                if not ({*ids[:_FIRST]} & {*one.topics} if one.topics else not is_sure):
                    print(f"      {one.question}\t{','.join(one.topics)}\t{','.join(ids[:4])}")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:] if not name.startswith("-")]
    main(given or sorted(_QUESTIONS.glob("*.tsv")))
