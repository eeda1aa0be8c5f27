"""How many broken sentences ``protocol check`` tells, of sentences that were whole and then broken.

Takes protocols whose sentences are whole (``.md``) and a seed. Breaks each sentence that allows it
in one way, drawn by the seed, and looks whether the clause is told; and how many of the whole ones
are told, which are false alarms:

    .venv/bin/python benchmarks/planted_breaks.py --seed 4 benchmarks/labels/kleding/*.md

Prints per kind of break: how many were made, how many of those were told; then the false alarms.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from protocolkit.checking.broken_sentences import check_broken_sentences
from protocolkit.checking.passages import passages, sentences
from protocolkit.checking.sentences import check_sentences
from protocolkit.checking.verb_missing import check_verbs
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.richtext import Text
from protocolkit.norms.verbs import is_verb
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.function_words import ARTICLES, COORDINATING, PREPOSITIONS

_LEAST_WORDS = 7
_KEPT = 4
# Where a sentence may be cut: after these, more must come.
_OPEN_WORDS = ARTICLES | PREPOSITIONS | COORDINATING | frozenset("als dat omdat die".split())
Break = Callable[[list[str], random.Random], "list[str] | None"]


def _cut(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor belt de ouders en.'."""
    places = [n for n, word in enumerate(words[:-1]) if n >= _KEPT and word in _OPEN_WORDS]
    if not places:
        return None
    place = rng.choice(places)
    return [*words[:place], f"{words[place]}."]


def _twice(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor belt de de ouders.'."""
    place = rng.randrange(1, len(words) - 1)
    return [*words[:place], words[place], *words[place:]] if words[place].isalpha() else None


def _without(words: list[str], rng: random.Random, test: Callable[[str], bool]) -> list[str] | None:
    places = [n for n, word in enumerate(words[:-1]) if n and test(word.lower())]
    if not places:
        return None
    place = rng.choice(places)
    return [*words[:place], *words[place + 1 :]]


def _without_verb(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor de ouders.'."""
    return _without(words, rng, is_verb)


def _without_article(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor belt ouders van leerling.'."""
    return _without(words, rng, ARTICLES.__contains__)


def _without_noun(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor belt de en de leerling.'."""
    places = [n for n in range(1, len(words) - 1) if words[n - 1].lower() in ARTICLES]
    if not places:
        return None
    place = rng.choice(places)
    return [*words[:place], *words[place + 1 :]]


def _open_bracket(words: list[str], rng: random.Random) -> list[str] | None:
    """Such as 'De mentor (of een ander belt de ouders.'."""
    place = rng.randrange(1, len(words) - 1)
    return [*words[:place], f"({words[place]}", *words[place + 1 :]]


def _spliced(words: list[str], rng: random.Random) -> list[str] | None:
    """Half of a sentence, and the end of the same one from further on."""
    first = rng.randrange(2, len(words) // 2)
    second = rng.randrange(len(words) // 2 + 1, len(words))
    return [*words[:first], *words[second:]]


BREAKS: tuple[Break, ...] = (
    _cut, _twice, _without_verb, _without_article, _without_noun, _open_bracket, _spliced,
)  # fmt: skip


def main() -> None:
    """Print what is told of whole and of broken sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="print what was not told")
    asked = parser.parse_args()
    whole = [text for file in asked.files for text in _sentences(file)]
    rng, made, told = random.Random(asked.seed), Counter[str](), Counter[str]()
    for text in whole:
        way = rng.choice(BREAKS)
        words = way(text.split(), rng)
        if words is None:
            continue
        made[way.__name__] += 1
        told[way.__name__] += _is_told(" ".join(words))
        if asked.show and not _is_told(" ".join(words)):
            print(f"{way.__name__}: {' '.join(words)}")
    for name, count in sorted(made.items()):
        print(f"{name.strip('_'):16} {told[name]:4} of {count}")
    alarms = [text for text in whole if _is_told(text)]
    print(f"all              {told.total():4} of {made.total()}")
    print(f"whole sentences told: {len(alarms)} of {len(whole)}", *alarms, sep="\n  ")


def _sentences(file: Path) -> Iterator[str]:
    """Yield the sentences of a protocol that are long enough to be broken."""
    for passage in passages(read_protocol_text(file.read_text("utf-8")).protocol):
        for sentence in sentences(passage.text):
            if len(sentence.split()) >= _LEAST_WORDS and re.search(r"\w[.]$", sentence):
                yield sentence


def _is_told(sentence: str) -> bool:
    clause = Clause(anchor="a", blocks=(Paragraph(content=(Text(sentence),)),))
    facts = Facts(organisation=Organisation(name=""), title_supplied=True)
    protocol = Protocol(facts=facts, title=(), parts=(clause,))
    checks = (check_broken_sentences, check_sentences, check_verbs)
    return any(True for check in checks for _ in check(protocol))


if __name__ == "__main__":
    main()
