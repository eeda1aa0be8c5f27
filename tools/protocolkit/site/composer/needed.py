"""What every protocol needs, for the composer: our own texts, and how it tells what is lacking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.base.messages import Translate
from protocolkit.document.draft_appendices import OURS
from protocolkit.drafting.new.essentials import (
    BOARD_OPEN,
    OF_SCHOOLS,
    STANDARD,
    WHOM_OPEN,
    Essential,
    chapters,
    essentials,
    offered_essential,
    one_paragraph,
    open_essential,
)
from protocolkit.drafting.new.headed import empty_heading
from protocolkit.drafting.template.values import Choice, Placeholder, PlaceholderKind
from protocolkit.site.composer.clauses import Pool, own_choice
from protocolkit.site.composer.option import ShownOption, ShownPart
from protocolkit.site.composer.values import EssentialItem, Needed
from protocolkit.site.engine.script_patterns import for_script
from protocolkit.site.template.text import blocks_html

WHOM_KEY = "van-wie"
"""How the blank is called that stands for whose protocol it is; nobody fills it in."""


def needed(subject: str, title: str, pool: Pool, translate: Translate) -> Needed:
    """Return what every protocol needs; ``title`` is what those of the subject are about."""
    return Needed(
        items=tuple(_items(subject, title, pool, translate)),
        chapters=chapters(),
        around=for_script(empty_heading()),
        whom=WHOM_OPEN,
        board=BOARD_OPEN,
        schools=translate(OF_SCHOOLS).format(board=BOARD_OPEN),
    )


def needed_options(
    subject: str, title: str, translate: Translate
) -> Iterator[tuple[Essential, ShownOption]]:
    """Yield each thing that every protocol needs with our own text, as the page shows it."""
    for found in essentials():
        text = offered_essential(found, subject, title)
        words = blocks_html(one_paragraph(text), (BOARD_OPEN, WHOM_OPEN))
        part = ShownPart(
            key=found.key, words=words, lead_in="", notes=(), text=text, is_first=False
        )
        yield (
            found,
            ShownOption(
                id=STANDARD,
                title=translate("Our own short text"),
                parts=(part,),
                who=(),
                remarks=(translate(OURS),),
            ),
        )


def _items(subject: str, title: str, pool: Pool, translate: Translate) -> Iterator[EssentialItem]:
    for found in essentials():
        (standard, still_open) = pool.of_page(
            [
                _standard(found, offered_essential(found, subject, title)),
                own_choice(open_essential(found, translate), "", found.kind),
            ]
        )
        yield EssentialItem(
            id=found.id,
            key=found.key,
            chapter=found.chapter,
            question=found.question,
            kind=found.kind,
            found=tuple(map(for_script, found.found)),
            whole=tuple(map(for_script, found.whole)),
            topics=found.topics.get(subject, ()),
            standard=standard,
            still_open=still_open,
        )


def _standard(found: Essential, text: str) -> Choice:
    """Return our own text as a choice of nobody's; a name at its beginning gets a capital."""
    first = PlaceholderKind.FUNCTION if text.startswith("[") else PlaceholderKind.BOARD
    blanks = tuple(
        Placeholder(key=key, kind=first, printed=printed, words=printed)
        for key, printed in (("bestuur", BOARD_OPEN), (WHOM_KEY, WHOM_OPEN))
        if printed in text
    )
    return replace(own_choice(one_paragraph(text), STANDARD, found.kind), placeholders=blanks)
