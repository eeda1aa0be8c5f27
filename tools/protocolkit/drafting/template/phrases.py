"""What a template says of its topics and choices, in sentences that every output shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.comparison.concordance import audience_name
from protocolkit.document.organisations import sector_name
from protocolkit.drafting.template.leaning import words_leaning
from protocolkit.drafting.template.values import (
    Choice,
    Contest,
    Placeholder,
    Template,
    TemplateTopic,
)
from protocolkit.drafting.template.weightiest import weightiest

MOST_NAMES = 6
_MOST_CONTESTS = 6
_LETTERS = 26

_NOT_COUNTED = mark("This topic stands in a document of which the source breaks off.")
_ONE_HAS = mark("{found} of {complete} organisations has this topic.")
_ONLY_HAS = mark("The only document that is complete has this topic.")
_KIN_HAVE = mark(
    "{found} of {complete} organisations have this topic; their documents plainly come from one "
    "example."
)
_SOME_HAVE = mark(
    "{found} of {complete} organisations have this topic, {families} independently of each other."
)
RECOMMENDED = mark("recommended")
PROPOSED = mark("comes first, not yet checked")
NOT_IN = mark("(not in: {sectors})")
ONLY_IN = mark("(only in: {sectors})")
PREFERRED = mark("chosen for this template")


def letter(number: int) -> str:
    """Return the letter of a choice, counted from 0: ``A``, ``Z``, ``AA``."""
    before, last = divmod(number, _LETTERS)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def letter_of(topic: TemplateTopic, choice_id: str) -> str:
    """Return the letter of a choice in its topic."""
    ids = [choice.id for choice in topic.choices]
    return letter(ids.index(choice_id))


def names_text(names: Sequence[str], translate: Translate) -> str:
    """Return names with commas; of a long row the first and how many more there are."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    more = translate("and {count} more").format(count=len(names) - MOST_NAMES)
    return f"{', '.join(names[:MOST_NAMES])} {more}"


def topic_standing(topic: TemplateTopic, translate: Translate) -> str:
    """Say how common a topic is, and for whom it is."""
    counts = translate(_how_common(topic)).format(
        found=topic.found, complete=topic.complete, families=topic.families
    )
    whom = translate("For whom: {audience}.").format(
        audience=audience_name(topic.audience, translate)
    )
    if topic.is_optional:
        counts = f"{translate('Optional: fewer than half have it.')} {counts}"
    return f"{counts} {whom}"


def _how_common(topic: TemplateTopic) -> Marked:
    if not topic.families:
        return _NOT_COUNTED
    if topic.found == 1:
        return _ONLY_HAS if topic.complete == 1 else _ONE_HAS
    return _KIN_HAVE if topic.families == 1 else _SOME_HAVE


def topic_advice(topic: TemplateTopic, translate: Translate) -> Iterator[str]:
    """Yield what the topic's boards chose otherwise, by sector."""
    for advice in topic.per_sector:
        yield translate(
            "In {sector} choice {letter} comes first (organisations with the topic: {found} of "
            "{complete})."
        ).format(
            sector=sector_name(advice.sector, translate),
            letter=letter_of(topic, advice.recommended),
            found=advice.found,
            complete=advice.complete,
        )


def choice_title(topic: TemplateTopic, choice: Choice, translate: Translate) -> str:
    """Return the name of a choice: its letter, and whether it comes first, and in which sectors."""
    title = translate("Choice {letter}").format(letter=letter_of(topic, choice.id))
    is_first = topic.recommended is not None and topic.recommended.id == choice.id
    if is_first and topic.is_chosen:
        return f"{title} – {translate(PREFERRED)}"
    advised = [] if topic.is_chosen else topic.per_sector
    others = [found for found in advised if (found.recommended == choice.id) is not is_first]
    if not is_first and not others:
        return title
    usual = translate(PROPOSED if choice.is_proposed else RECOMMENDED)
    if not others:
        return f"{title} – {usual}"
    where = translate(NOT_IN if is_first else ONLY_IN).format(
        sectors=", ".join(sector_name(found.sector, translate) for found in others)
    )
    return f"{title} – {usual} {where}"


Faults = Callable[[Choice, Translate], Sequence[str]]
"""Tells what is odd in the words of a choice, in sentences."""


def choice_remarks(
    topic: TemplateTopic, choice: Choice, translate: Translate, faults: Faults | None = None
) -> Iterator[str]:
    """Yield what is to be known of a choice besides whose it is; ``faults`` come last."""
    yield choice.reason.in_words(translate)
    if topic.recommended is not None and topic.recommended.id == choice.id:
        yield topic.why.in_words(translate)
    if choice.is_proposed:
        yield translate("That this belongs here is a proposal, not yet checked.")
    if choice.lead_in:
        yield translate("In its document it follows on: ‘{words}’").format(words=choice.lead_in)
    if words := words_leaning(choice.text):
        yield translate("It leans on the words before it in its document: ‘{words}’.").format(
            words=words
        )
    beside = [letter_of(topic, other) for other in choice.beside]
    if beside:
        yield translate("Its organisation also has here: choice {letters}.").format(
            letters=", ".join(beside)
        )
    yield from faults(choice, translate) if faults else ()


def contest_lines(
    topic: TemplateTopic, translate: Translate, *, by_names: bool = False
) -> tuple[str, ...]:
    """Return on what boards disagree, the weightiest first, each once.

    Either side is called by its letter, or ``by_names`` of who has it where no letters stand.
    """
    ordered = weightiest(topic)
    said = dict.fromkeys(_contest(topic, c, translate, by_names=by_names) for c in ordered)
    return tuple(said)[:_MOST_CONTESTS]


def placeholders_of(template: Template) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every placeholder as printed, with the words it stands for, each once, by name."""
    found: dict[str, dict[str, None]] = {}
    for placeholder in _placeholders(template):
        words = " ".join(placeholder.words.split())
        found.setdefault(placeholder.printed, {})[words] = None
    return tuple((printed, tuple(words)) for printed, words in sorted(found.items()))


def _placeholders(template: Template) -> Iterator[Placeholder]:
    for topic in template.topics:
        for choice in topic.choices:
            yield from choice.placeholders
    for appendix in template.appendices:
        for choice in appendix.choices:
            yield from choice.placeholders


def _contest(
    topic: TemplateTopic, contest: Contest, translate: Translate, *, by_names: bool
) -> str:
    order = [choice.id for choice in topic.choices]
    told = contest.in_order(order)
    said = told.in_words(translate)
    if not {told.left, told.right} <= set(order):
        return said
    names = {choice.id: names_text(choice.names, translate) for choice in topic.choices}
    called = names.__getitem__ if by_names else partial(letter_of, topic)
    sides = " / ".join(map(called, (told.left, told.right)))
    return f"{sides}: {said}"
