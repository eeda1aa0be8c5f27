"""What ``protocol new`` asks about a blank in the chosen wordings: what is to stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.commands.output import speak
from protocolkit.commands.questions import Question
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.template.one_board import SCHOOLS_KEY
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind

_FUNCTION = "functie-"
_AROUND = 8


def blank_questions(
    placeholder: Placeholder, answers: Answers, where: str = ""
) -> Iterator[Question]:
    """Yield the question for a blank that no answer fills; ``where`` are the words around it.

    The number of another clause is no question: nobody knows it before the protocol is there.
    """
    key = placeholder.key
    if answers.value(key) or placeholder.kind is PlaceholderKind.REFERENCE:
        return
    path = f"placeholders.{key}"
    lines = (where,) if where else ()
    if placeholder.kind is PlaceholderKind.FUNCTION:
        general = key.removeprefix(_FUNCTION)
        words = placeholder.printed.strip("[]").partition(":")[2].strip()
        yield Question(
            key=path,
            text=speak("What do you call this function: {name}?").format(name=words),
            lines=lines,
            take=lambda reply: replace(answers, functions={**answers.functions, general: reply}),
            default=words,
        )
        return
    usual = answers.value(SCHOOLS_KEY) if placeholder.kind is PlaceholderKind.SCHOOL else ""
    text = (
        speak("What should be filled in for {blank}?")
        if usual
        else (speak("What should be filled in for {blank}? (Enter: later)"))
    )
    yield Question(
        key=path,
        text=text.format(blank=placeholder.printed),
        lines=lines,
        take=lambda reply: (
            filled_in(answers, key, reply)
            if placeholder.kind is not PlaceholderKind.SYSTEM
            else replace(answers, systems={**answers.systems, key: reply})
        ),
        default=usual,
    )


def words_around(placeholder: Placeholder, draft: Draft | None) -> str:
    """Return the words around a blank where it stands first."""
    parts = (part for group in draft.groups for part in group.parts) if draft else ()
    texts = (" ".join(part.choice.text.split()) for part in parts if part.choice)
    text = next((text for text in texts if placeholder.printed in text), "")
    before, printed, after = text.partition(placeholder.printed)
    head, tail = before.split(" ")[-_AROUND:], after.split(" ")[:_AROUND]
    return f"… {' '.join(head)}{printed}{' '.join(tail)} …" if printed else ""


def filled_in(answers: Answers, key: str, reply: str) -> Answers:
    """Return answers with what is to stand for a blank."""
    return replace(answers, placeholders={**answers.placeholders, key: reply})
