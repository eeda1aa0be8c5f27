"""'Reactie op uw opmerkingen': a paper with an answer to each remark, councils first, no names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.richtext import plain
from protocolkit.exchange.paper_feet import REPLIES
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Part, Tone, Words
from protocolkit.review.on_behalf import Side
from protocolkit.review.reply_changes import TITLE, ReplyChanges
from protocolkit.review.reply_file import Reply, Verdict
from protocolkit.review.reply_places import Places
from protocolkit.text.shortening import first_words

_TITLE = mark("Our answer to your remarks")
_OPEN = mark("NO ANSWER YET")
_NO_CLAUSE = mark("no clause")
_SIDES: dict[Side, Marked] = {
    Side.COUNCIL: mark("What a council says"),
    Side.SECTION: mark("What a section of a council says"),
    Side.MEMBER: mark("What members say"),
    Side.UNKNOWN: mark("What was said without telling on whose behalf"),
}
_MOST_WORDS = 30
_HEADS = (mark("Clause"), mark("Remark"), mark("Our answer"))


def reply_leaflet(
    changes: ReplyChanges, replies: Sequence[Reply], now: Places, translate: Translate
) -> Leaflets:
    """Return the paper with all answers; those that are open stand out.

    ``now`` are the clauses of the text as it is now, in which something changed for a remark. What
    changed stands behind the answers, which lead there.
    """
    protocol = changes.submitted
    paper = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(_TITLE),
        standing=translate(REPLIES),
        parts=tuple(_parts(changes, replies, now, translate)),
    )
    return Leaflets(title=f"{translate(_TITLE)}: {plain(protocol.title)}", leaflets=(paper,))


def _parts(
    changes: ReplyChanges, replies: Sequence[Reply], now: Places, translate: Translate
) -> Iterator[Part]:
    protocol = changes.submitted
    cited = {**now.cited, **Places.of(protocol).cited}
    cited_now = changes.cited(now, translate)
    order = {anchor: at for at, anchor in enumerate(cited)}
    said = {reply.key: reply.said for reply in replies}
    yield Words(text=plain(protocol.title), tone=Tone.NOTICE)
    open_ones = sum(reply.answer is Verdict.OPEN for reply in replies)
    if open_ones:
        text = translate("Remarks without an answer yet: {count} of {all}.")
        yield Words(text=text.format(count=open_ones, all=len(replies)), tone=Tone.NOTICE)
    for side, title in _SIDES.items():
        own = [reply for reply in replies if reply.side is side]
        own.sort(key=lambda reply: order.get(reply.about, len(order)))
        if own:
            yield Heading(text=translate(title))
            yield Grid(
                heads=tuple(map(translate, _HEADS)),
                rows=tuple(
                    (
                        *_remark(reply, cited, said.get(reply.replies_to, ""), translate),
                        _answer(reply, cited_now, changes, translate),
                    )
                    for reply in own
                ),
                leads={at: name for at, one in enumerate(own) if (name := changes.of(one))},
                shares=(3, 8, 8),
                has_names=True,
                open_rows=frozenset(at for at, one in enumerate(own) if one.answer is Verdict.OPEN),
            )
    grid = changes.grid(filter(None, map(changes.of, replies)), cited_now, translate)
    if grid is not None:
        yield Heading(text=translate(TITLE))
        yield grid


def _remark(
    reply: Reply, cited: Mapping[str, str], above: str, translate: Translate
) -> tuple[str, str]:
    """Return where a remark stands and what it says; ``above`` is the one that it answers."""
    where = cited.get(reply.about, reply.about) or translate(_NO_CLAUSE)
    quote = f"“{first_words(reply.quote, _MOST_WORDS)}”" if reply.quote else ""
    if above:
        words = first_words(above, _MOST_WORDS)
        quote = translate("In reply to: “{words}”").format(words=words)
    return where, "\n".join(filter(None, (quote, reply.said)))


def _answer(
    reply: Reply, cited: Mapping[str, str], changes: ReplyChanges, translate: Translate
) -> str:
    """Return what is answered; its last line leads to what changed, if anything did."""
    answer = translate(_OPEN) if reply.answer is Verdict.OPEN else reply.answer.value.capitalize()
    said = [f"{answer}.", reply.reason]
    if anchor := changes.of(reply):
        said.append(_changed(anchor, cited, changes, translate))
    return "\n".join(filter(None, said))


def _changed(
    anchor: str, cited: Mapping[str, str], changes: ReplyChanges, translate: Translate
) -> str:
    """Return which clause changed for a remark, and how it begins now."""
    place, words = cited.get(anchor, anchor), first_words(changes.now_says(anchor), _MOST_WORDS)
    if not words or words == place:
        return translate("See {place}.").format(place=place)
    return translate("See {place}, now: “{words}”").format(place=place, words=words)
