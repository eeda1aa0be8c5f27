"""What ``protocol new`` asks where the chosen wordings have several words for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolkit.checking.one_term import MixedTerm
from protocolkit.commands.output import speak
from protocolkit.commands.questions import Question, numbered
from protocolkit.drafting.new.answers import NONE, Answers


def term_questions(mixed: Iterable[MixedTerm], answers: Answers) -> Iterator[Question]:
    """Yield which word is to be used everywhere; Enter leaves the words of the boards."""
    for found in mixed:
        if found.key not in answers.terms and len(found.choices) > 1:
            yield _question(found, answers)


def _question(found: MixedTerm, answers: Answers) -> Question:
    counts = dict(found.counts)
    listed = [
        f"  {number}. {word} ({counts[word]}×)"
        for number, word in enumerate(found.choices, start=1)
    ]

    def take(reply: str) -> Answers:
        word = ""
        if reply not in {"", NONE}:
            word = found.choices[numbered(reply, len(found.choices))[0]]
        return replace(answers, terms={**answers.terms, found.key: word})

    head = speak("The chosen wordings have several words for one thing:")
    told = speak("What you choose is put in everywhere; those clauses are then marked as changed.")
    return Question(
        key=f"terms.{found.key}",
        text=speak("Which word everywhere? (Enter: leave it as the boards have it)"),
        lines=(head, *listed, told),
        take=take,
    )
