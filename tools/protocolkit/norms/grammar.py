"""Where the main clause of a Dutch sentence stands, and which of its words is the finite verb.

A modal inside ``die …``, ``dat …`` or ``als …`` decides nothing about the sentence; so those parts
are found and set apart. No parser: commas, subordinators and the order of verbs. In Dutch the
finite verb of a main clause comes second and that of a subordinate one last, so a finite verb that
follows a complete subordinate clause is the main one. Knows nothing of norms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from protocolkit.norms import verbs
from protocolkit.norms.sentence_words import (
    Word,
    is_finite,
    words_of,
)
from protocolkit.norms.subordinate import FRESH, Reading
from protocolkit.text.function_words import JOINING, OPPOSING


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, and which of them belong to its main clause (``is_main``).

    ``openings`` are the places of the words with which a subordinate clause begins.
    """

    words: tuple[Word, ...]
    is_main: tuple[bool, ...]
    openings: frozenset[int]

    def main(self) -> tuple[Word, ...]:
        """Return the words of the main clause, signs included."""
        return tuple(w for w, main in zip(self.words, self.is_main, strict=True) if main)


def parse(text: str) -> Sentence:
    """Tell a sentence's main clause from what is subordinate to it.

    When no finite verb is left, the sentence is a part of one (a bullet after ``dat:``), and all of
    it counts as main.
    """
    words = words_of(text)
    reading = Reading(words)
    main = reading.zones()
    sentence = Sentence(words, tuple(main), frozenset(reading.openings))
    first = next((w.text for w in sentence.main() if w.text[0].isalnum()), "")
    if not verbs.is_stem(first) and not any(
        is_finite(sentence.words, i) for i, inside in enumerate(main) if inside
    ):
        outside = _without_brackets(words)
        whole = outside if any(outside) else tuple(True for _ in words)
        return Sentence(words, whole, sentence.openings)
    return sentence


def units(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """Cut a main clause where another begins: at ``;``, ``maar``, ``want``, ``en`` and a verb."""
    every = tuple(words)
    found: list[list[Word]] = [[]]
    has_modal = False
    for i, word in enumerate(every):
        after = every[i + 1].text if i + 1 < len(every) else ""
        joins = (
            word.text in JOINING
            and (verbs.is_present(after) and after not in verbs.BE)
            and i + 2 < len(every)
            and any(is_finite(every, k) for k in range(i))
            and (not has_modal or _goes_on(every, i))
        )
        joins = joins or (word.text in JOINING and _is_second_order(found[-1], after))
        joins = joins or (word.text == "want" and i > 0 and every[i - 1].text == ",")
        if word.text in FRESH or word.text in OPPOSING | {"echter"} or joins:
            found.append([])
            has_modal = has_modal and word.text not in FRESH
        if word.text in verbs.MODALS or word.text in verbs.AUXILIARIES:
            has_modal = True
        found[-1].append(word)
    return [tuple(unit) for unit in found if any(word.text[0].isalnum() for word in unit)]


def _is_second_order(unit: Sequence[Word], after: str) -> bool:
    """Whether an order follows on an order: ``Sluit de deur en wacht niet``."""
    first = next((word.text for word in unit if word.text[0].isalnum()), "")
    return verbs.is_stem(first) and verbs.is_stem(after) and after not in verbs.NOUNS


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether ``en`` begins another clause after one with a modal: ``…, en vervangt``."""
    after = words[i + 1].text
    if after in verbs.MODALS:
        return True
    return after in verbs.THIRDS and (words[i - 1].text == "," or not verbs.is_participle(after))


def _without_brackets(words: tuple[Word, ...]) -> tuple[bool, ...]:
    depth, found = 0, []
    for word in words:
        depth += (word.text in "([") - (word.text in ")]" and depth > 0)
        found.append(not depth and word.text not in ")]")
    return tuple(found)
