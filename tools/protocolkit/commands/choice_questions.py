"""The choices that ``protocol new`` asks for: what boards disagree on first, then the rest.

Where boards disagree nothing is preselected: an empty reply leaves the topic open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.base.messages import mark
from protocolkit.checking.wording_faults import told_of
from protocolkit.commands.output import indented, speak
from protocolkit.commands.questions import (
    AGAIN,
    Question,
    State,
    UnfitReplyError,
    WhenShown,
    is_yes,
    numbered,
)
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.drafting.new.merging import BOTH, Merge
from protocolkit.drafting.new.new_protocol import ALL, appendix_key, recommended
from protocolkit.drafting.new.two_sides import Agreement, MergeTopic
from protocolkit.drafting.template.values import AppendixKind, Choice, Template, TemplateTopic
from protocolkit.drafting.template.weightiest import weightiest

ONE_BY_ONE = "kies"
# What somebody types who read the question, for what is written in a file of answers.
_SAID = dict.fromkeys(("allebei", "allebeide", "alle", "alle twee", "beiden"), BOTH) | {
    "geen van beide": NONE,
    "geen van beiden": NONE,
}
_MOST_CONTESTS = 4
_MOST_CHOICES = 5
_APPENDICES = {
    AppendixKind.GUIDANCE: mark("Take an appendix with guidance along ({count} pieces)? (ja/nee)"),
    AppendixKind.LINKS: mark("Take an appendix with links along ({count} pieces)? (ja/nee)"),
}


def template_questions(template: Template, state: State) -> Iterator[Question]:
    """Yield the questions on a template: contested, recommended, optional, appendices."""
    answers = state.answers
    contested = [t for t in template.topics if _is_free(t, answers) and not t.is_optional]
    usual = [t for t in template.topics if t not in contested and not t.is_optional]
    optional = [t for t in template.topics if t.is_optional]
    for number, topic in enumerate(contested, start=1):
        head = speak("Choice {number} of {count}:").format(number=number, count=len(contested))
        yield from _unanswered(topic, answers, head)
    yield from _together(usual, state, is_optional=False)
    yield from _together(optional, state, is_optional=True)
    for appendix in template.appendices:
        yield from _appendix(appendix.kind, len(appendix.choices), answers)


def merge_questions(merge: Merge, state: State) -> Iterator[Question]:
    """Yield what has to be decided between two documents: where they differ."""
    answers = state.answers
    asked = [t for t in merge.topics if t.agreement in (Agreement.DIFFERENT, Agreement.EDITORIAL)]
    for number, found in enumerate(asked, start=1):
        if found.topic.id not in answers.choices:
            head = speak("Choice {number} of {count}:").format(number=number, count=len(asked))
            yield merge_question(found, merge, answers, head)


def _is_free(topic: TemplateTopic, answers: Answers) -> bool:
    return recommended(topic, answers) is None


def _together(
    topics: Sequence[TemplateTopic], state: State, *, is_optional: bool
) -> Iterator[Question]:
    """Yield one question for many topics, then each by itself for whoever wants that."""
    answers = state.answers
    left = [topic for topic in topics if topic.id not in answers.choices]
    if not left:
        return
    key = "together.optional" if is_optional else "together.usual"
    usual = {topic.id: _first(topic, answers) for topic in left}
    nothing = {topic.id: NONE for topic in left}

    def take(reply: str) -> Answers:
        if reply == ONE_BY_ONE:
            return answers
        if reply in {ALL, NONE}:
            return answers.choosing(usual if reply == ALL else nothing)
        known = f"{ALL}, {NONE}, {ONE_BY_ONE}"
        raise UnfitReplyError(speak("Choose one of: {known}.").format(known=known))

    if is_optional:
        text = speak("{count} topics that fewer than half of the organisations have. Take along?")
    else:
        text = speak("{count} topics have a recommended formulation. Take over?")
    yield Question(
        key=key,
        text=f"{text.format(count=len(left))} ({ALL}/{NONE}/{ONE_BY_ONE})",
        lines=WhenShown(lambda: _listed(left, answers)),
        details=WhenShown(lambda: _texts(left, answers)),
        take=take,
        default=NONE if is_optional else ALL,
    )
    for number, topic in enumerate(left, start=1):
        head = speak("Topic {number} of {count}:").format(number=number, count=len(left))
        for question in _unanswered(topic, answers, head):
            yield replace(question, is_unlikely=key not in state.asked)


def _listed(topics: Sequence[TemplateTopic], answers: Answers) -> Iterator[str]:
    """Yield the questions of topics, each with how many have it, and how many its wording."""
    counted = speak(
        "{question} (organisations with the question: {found} of {complete}; with this wording: "
        "{counted})"
    )
    broken = speak("{question} (only in a document of which the source breaks off)")
    for topic in topics:
        text = counted if topic.found else broken
        first = recommended(topic, answers)
        said = text.format(
            question=topic.question,
            found=topic.found,
            complete=topic.complete,
            counted=first.counted if first else 0,
        )
        yield from indented("  -", said)
    yield speak("'{again}' shows the texts.").format(again=AGAIN)


def _texts(topics: Sequence[TemplateTopic], answers: Answers) -> Iterator[str]:
    """Yield what 'all' takes over on each topic, in full."""
    for topic in topics:
        first = recommended(topic, answers)
        yield ""
        yield topic.question
        yield from choice_lines("-", first) if first else (f"  {speak('Choose for yourself.')}",)


def _first(topic: TemplateTopic, answers: Answers) -> str:
    found = recommended(topic, answers)
    return found.id if found else ""


def _unanswered(topic: TemplateTopic, answers: Answers, head: str) -> Iterator[Question]:
    if topic.id not in answers.choices:
        yield topic_question(topic, answers, head)


def topic_question(
    topic: TemplateTopic, answers: Answers, head: str, *, may_wait: bool = False
) -> Question:
    """Return the question what to choose of a template; if it ``may_wait``, Enter chooses nothing.

    Without that Enter takes what is recommended, or leaves out what few boards have.
    """
    choices = topic.choices
    first = recommended(topic, answers)
    is_usual = first in choices and not topic.is_optional and not may_wait
    default = str(choices.index(first) + 1) if first is not None and is_usual else ""
    is_left_out = topic.is_optional and not may_wait

    def take(reply: str) -> Answers:
        if reply in {"", NONE}:
            return answers.choosing({topic.id: reply or (NONE if is_left_out else "")})
        ids = [choices[number].id for number in numbered(reply, len(choices))]
        return answers.choosing({topic.id: ", ".join(ids)})

    if default:
        text = speak("Which number? ('{none}': leave this topic out)")
    elif is_left_out:
        text = speak("Which number? (Enter: leave this topic out)")
    else:
        text = speak("Which number? More may be: 1, 3. ('{none}': leave out, Enter: decide later)")
    rest = topic.choices[_MOST_CHOICES:]
    return Question(
        key=f"choices.{topic.id}",
        text=text.format(none=NONE),
        lines=WhenShown(lambda: (f"{head} {topic.question}", *_described(topic))),
        details=WhenShown(lambda: _numbered(rest, _MOST_CHOICES + 1)),
        take=take,
        default=default,
    )


def _described(topic: TemplateTopic) -> Iterator[str]:
    """Yield a topic's choices, and on what boards disagree or why one is recommended."""
    yield from _numbered(topic.choices[:_MOST_CHOICES], 1)
    more = len(topic.choices) - _MOST_CHOICES
    yield ""
    if more > 0:
        text = speak("There are {count} more; '{again}' shows them.")
        yield text.format(count=more, again=AGAIN)
    if topic.is_contested:
        yield speak("On this the organisations disagree:")
        numbers = {choice.id: _shown(n) for n, choice in enumerate(topic.choices, start=1)}
        for found in weightiest(topic)[:_MOST_CONTESTS]:
            contest = found.in_order(list(numbers))
            between = speak("number {left} against number {right}:").format(
                left=numbers.get(contest.left, AGAIN), right=numbers.get(contest.right, AGAIN)
            )
            yield from indented(f"  - {between}", contest.in_words(speak))
    else:
        yield topic.why.in_words(speak)


def _shown(number: int) -> str:
    """Return a number as a contest names it: one that is not on the screen says how to see it."""
    if number <= _MOST_CHOICES:
        return str(number)
    return speak("{number} (see '{again}')").format(number=number, again=AGAIN)


def _numbered(choices: Sequence[Choice], start: int) -> Iterator[str]:
    for number, choice in enumerate(choices, start=start):
        yield ""
        yield from choice_lines(f"{number}.", choice)


def choice_lines(head: str, choice: Choice) -> Iterator[str]:
    """Yield whose a formulation is, its words in full, and how common it is."""
    lead = f"{choice.lead_in} " if choice.lead_in else ""
    yield from indented(f"  {head}".rstrip(), f"{', '.join(choice.names)}:")
    yield from indented("    ", lead + choice.text)
    yield from indented("    ", f"({choice.reason.in_words(speak)})")
    for remark in told_of(choice, speak):
        yield from indented("    !", remark)


def _appendix(kind: AppendixKind, count: int, answers: Answers) -> Iterator[Question]:
    key = appendix_key(kind)
    if key not in answers.choices:
        yield Question(
            key=f"choices.{key}",
            text=speak(_APPENDICES[kind]).format(count=count),
            take=lambda reply: answers.choosing({key: ALL if is_yes(reply) else NONE}),
            default="nee",
        )


def merge_question(
    found: MergeTopic, merge: Merge, answers: Answers, head: str, *, may_wait: bool = False
) -> Question:
    """Return the question whose words to take; if it ``may_wait``, Enter chooses nothing."""
    is_same = found.agreement is Agreement.EDITORIAL
    is_usual = is_same and not may_wait
    options = (*merge.slugs, BOTH)

    def take(reply: str) -> Answers:
        said = _SAID.get(reply.lower(), reply)
        if said in {"", NONE, *options}:
            return answers.choosing({found.topic.id: said})
        places = numbered(reply, 2)
        return answers.choosing({found.topic.id: options[places[0]] if len(places) == 1 else BOTH})

    lines = [f"{head} {found.topic.title}", *sides_lines(found, merge)]
    if is_same:
        lines.append(speak("Other words, the same rule."))
    text = speak("Which number? ('1, 2' or '{both}': both, '{none}': neither, Enter: decide later)")
    usual = speak("Which number? ('1, 2' or '{both}': both, '{none}': neither)")
    return Question(
        key=f"choices.{found.topic.id}",
        text=(usual if is_usual else text).format(none=NONE, both=BOTH),
        lines=tuple(lines),
        take=take,
        default=str(1 + found.is_right_first) if is_usual else "",
    )


def sides_lines(found: MergeTopic, merge: Merge) -> Iterator[str]:
    """Yield what either document says on a question, all of it, and what is odd in that."""
    sides = zip(merge.slugs, (found.left, found.right), strict=True)
    for number, (slug, choices) in enumerate(sides, start=1):
        yield f"  {number}. {merge.protocol(slug).facts.organisation.name}:"
        for choice in choices:
            yield from indented("     -", choice.text)
            for remark in told_of(choice, speak):
                yield from indented("       !", remark)
