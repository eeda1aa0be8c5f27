"""What ``protocol new`` asks where the chosen wordings have several words for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protocolkit.checking.one_term import MixedTerm
from protocolkit.checking.reader_forms import FORMS, KEY, Spoken, counted_forms
from protocolkit.commands.output import speak
from protocolkit.commands.questions import Question, numbered
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.text.reader_address import JE, U


def term_questions(mixed: Iterable[MixedTerm], answers: Answers) -> Iterator[Question]:
    """Yield which word is to be used everywhere; Enter leaves the words of the boards."""
    for found in mixed:
        if found.key not in answers.terms and len(found.choices) > 1:
            yield _question(found, answers)


def reader_questions(spoken: Sequence[Spoken], answers: Answers) -> Iterator[Question]:
    """Yield how the text is to speak to its reader, where it does so in two ways."""
    counts = counted_forms(spoken)
    if KEY in answers.terms or len(counts) < 2:
        return

    def take(reply: str) -> Answers:
        form = FORMS[numbered(reply, len(FORMS))[0]] if reply not in {"", NONE} else ""
        return replace(answers, terms={**answers.terms, KEY: form})

    known = dict(counts)
    ways = [*(f"{form} ({known.get(form, 0)}×)" for form in (JE, U)), speak("nobody: the pupil")]
    yield Question(
        key=f"terms.{KEY}",
        text=speak("How should the text speak to its reader? (Enter: leave it)"),
        lines=(
            speak("The chosen wordings speak to the reader in two ways:"),
            *(f"  {number}. {way}" for number, way in enumerate(ways, start=1)),
            speak("No words are changed: you are told which clauses to rewrite."),
        ),
        take=take,
    )


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
