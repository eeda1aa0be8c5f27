"""What ``protocol update --ask`` asks: what to choose as ``new`` asks it, and what to take over.

Enter alone changes nothing; who stops keeps what was chosen before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.commands.choice_questions import merge_question, topic_question
from protocolkit.commands.output import speak
from protocolkit.commands.questions import STOP, Question, State, WhenShown, interview, is_yes
from protocolkit.commands.update_pages import heading, update_lines
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.merging import Merge
from protocolkit.drafting.new.whole_draft import Origin
from protocolkit.drafting.update.findings import ClauseUpdate, Finding

CHOSEN = (Finding.OPEN, Finding.NEW)
"""What is chosen by its topic; anything else is taken over or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants: updates taken over as offered, and answers on topics by their ids."""

    taken: tuple[ClauseUpdate, ...] = ()
    chosen: Mapping[str, str]

    @property
    def anything(self) -> bool:
        """Whether there is something to change."""
        return bool(self.taken or self.chosen)


def ask_wanted(waiting: Sequence[ClauseUpdate], origin: Origin | None, answers: Answers) -> Wanted:
    """Ask for each update by itself; ``answers`` say for whom, ``origin`` is None for a board."""
    asked = [u for u in waiting if u.can_be_accepted or u.choices]
    taken: dict[str, ClauseUpdate] = {}
    topics = list(dict.fromkeys(u.topic for u in asked if _is_chosen(u, origin)))

    def questions(state: State) -> Iterator[Question]:
        known: set[str] = set()
        for found in asked:
            if not _is_chosen(found, origin):
                yield _take_over(found, taken, state)
            elif found.topic not in known and origin is not None:
                known.add(found.topic)
                number = topics.index(found.topic) + 1
                text = speak("Choice {number} of {count}:")
                head = text.format(number=number, count=len(topics))
                yield from _choose(found.topic, origin, state, head)

    begin = State(answers=replace(answers, choices={}))
    if not asked:
        return Wanted(chosen={})
    opening = speak("'{stop}' ends; what you chose before it is taken over.").format(stop=STOP)
    state = interview(begin, questions, opening)
    return Wanted(
        taken=tuple(u for u in asked if u.anchor in taken and not _is_chosen(u, origin)),
        chosen={topic: answer for topic, answer in state.answers.choices.items() if answer},
    )


def _is_chosen(found: ClauseUpdate, origin: Origin | None) -> bool:
    return origin is not None and found.finding in CHOSEN


def _choose(topic_id: str, origin: Origin, state: State, head: str) -> Iterator[Question]:
    answers = state.answers
    if isinstance(origin, Merge):
        for found in origin.topics:
            if found.topic.id == topic_id:
                yield merge_question(found, origin, answers, head, may_wait=True)
    elif topic := origin.topic(topic_id):
        yield topic_question(topic, answers, head, may_wait=True)


def _take_over(found: ClauseUpdate, taken: dict[str, ClauseUpdate], state: State) -> Question:
    def take(reply: str) -> Answers:
        if is_yes(reply):
            taken[found.anchor] = found
        else:
            taken.pop(found.anchor, None)
        return state.answers

    return Question(
        key=f"accept.{found.anchor}",
        text=f"{speak('Take over?')} (ja/nee)",
        lines=WhenShown(lambda: (heading(found.finding, 1), *update_lines(found))),
        take=take,
        default="nee",
    )
