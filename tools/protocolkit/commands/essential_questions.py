"""What ``protocol new`` asks about what every protocol needs and no chosen wording says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.base.messages import mark
from protocolkit.commands.choice_questions import ONE_BY_ONE
from protocolkit.commands.output import count, indented, speak
from protocolkit.commands.questions import AGAIN, Question, State, UnfitReplyError
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.essentials import STANDARD, Essential, own_text
from protocolkit.drafting.new.new_protocol import ALL

LATER = "later"
_LEAST_WORDS = 3
_TOGETHER = "together.essentials"
_THING, _THINGS = mark("thing"), mark("things")


def essential_questions(
    lacking: Sequence[Essential], title: str, state: State
) -> Iterator[Question]:
    """Yield one question for all that is lacking, then each by itself for whoever wants that."""
    answers = state.answers
    left = [found for found in lacking if found.key not in answers.choices]
    if not left:
        return
    yield _together(left, title, answers)
    for number, found in enumerate(left, start=1):
        head = speak("Needed {number} of {count}:").format(number=number, count=len(left))
        question = _one(found, f"{head} {found.question}", title, answers)
        yield replace(question, is_unlikely=_TOGETHER not in state.asked)


def _together(left: Sequence[Essential], title: str, answers: Answers) -> Question:
    replies = {ALL: STANDARD, NONE: NONE, LATER: ""}

    def take(reply: str) -> Answers:
        if reply == ONE_BY_ONE:
            return answers
        if reply not in replies:
            known = ", ".join((*replies, ONE_BY_ONE))
            raise UnfitReplyError(speak("Choose one of: {known}.").format(known=known))
        return answers.choosing({found.key: replies[reply] for found in left})

    text = speak(
        "Every protocol also needs {things}; the chosen wordings do not say it. Take our own short "
        "texts?"
    )
    said = text.format(things=count(len(left), _THING, _THINGS))
    listed = [f"  - {found.question}" for found in left]
    details = [line for found in left for line in _shown(found, title, answers)]
    return Question(
        key=_TOGETHER,
        text=f"{said} ({ALL}/{NONE}/{ONE_BY_ONE}/{LATER})",
        lines=(*listed, speak("'{again}' shows the texts.").format(again=AGAIN)),
        details=tuple(details),
        take=take,
        default=ALL,
    )


def _shown(found: Essential, title: str, answers: Answers) -> Iterator[str]:
    yield ""
    yield found.question
    yield from indented("   ", own_text(found, answers, title, speak))


def _one(found: Essential, head: str, title: str, answers: Answers) -> Question:
    def take(reply: str) -> Answers:
        replies = {"1": STANDARD, NONE: NONE, LATER: ""}
        if reply in replies:
            return answers.choosing({found.key: replies[reply]})
        if len(reply.split()) < _LEAST_WORDS:
            text = speak("Type 1, '{none}', '{later}', or a sentence of your own.")
            raise UnfitReplyError(text.format(none=NONE, later=LATER))
        chosen = answers.choosing({found.key: OWN})
        return replace(chosen, texts={**chosen.texts, found.key: reply})

    text = speak("Our own text (1), your own sentence, '{none}' or '{later}'?")
    return Question(
        key=f"choices.{found.key}",
        text=text.format(none=NONE, later=LATER),
        lines=(head, *indented("  1.", own_text(found, answers, title, speak))),
        take=take,
        default="1",
    )
