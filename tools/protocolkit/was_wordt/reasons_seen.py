"""For which text of its clause each reason was written, and whether that still stands there.

A clause that goes keeps its words: no mark is needed. What is still open has no mark either, so
that its first words are about the text as it then is. One that was split is known by its first
part, the one that names the row; behind its marks stand those of the other parts::

    art-3-2: "2:7d793037a0760186 5f1e2d3c art-3-2a=2:5d41402abc4b2a76"
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from protocolkit.document.fingerprints import clause_mark, has_fingerprint
from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol
from protocolkit.document.outline import addressable, labels, sections
from protocolkit.document.richtext import RichText, plain
from protocolkit.reading.seen_texts import SeenState, seen_mark, seen_state
from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from protocolkit.was_wordt.rows import TITLE_KEY

_OF_BOTH = 2
_Items = Mapping[str, Clause | Footnote]


def marks_to_keep(
    protocol: Protocol, reasons: Reasons, parts: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """Return the marks that reasons have to get, of the texts as they are now.

    ``parts`` gives each key the anchors of its row in the new text. A reason that was written for
    an earlier text keeps its mark; a place that is open has none.
    """
    items, found = _items(protocol), dict[str, str]()
    for key, anchors in parts.items():
        reason, item = reasons.entries.get(key), items.get(key)
        said = _said(reason) if reason else ""
        if reason is None or item is None or not said:
            continue
        others = (
            f"{one}={clause_mark(items[one])}" for one in anchors if one in items and one != key
        )
        mark = " ".join([seen_mark(item, said), *others])
        if mark != reason.seen and not _is_earlier(items, key, reason):
            found[key] = mark
    return found


def written_earlier(
    protocol: Protocol, reasons: Reasons
) -> Iterator[tuple[str, str, WrittenReason]]:
    """Yield the reasons that were written for an earlier text, with their keys and citations."""
    items = _items(protocol)
    titles = {TITLE_KEY: protocol.title, **{one.anchor: one.title for one in sections(protocol)}}
    named = {key: f"'{plain(title).strip()}'" for key, title in titles.items()}
    named.update(labels(protocol))
    for key, reason in reasons.entries.items():
        if _is_earlier(items, key, reason):
            yield key, named.get(key, key), reason


def _is_earlier(items: _Items, key: str, reason: WrittenReason) -> bool:
    """Tell whether a reason was written for another text of its clause, or of a part of that.

    A mark without one of the words of the reason was made while it was open.
    """
    said, marks = _said(reason), reason.seen.split()
    if not said or len(marks) < _OF_BOTH:
        return False
    state = seen_state(items.get(key), said, " ".join(marks[:_OF_BOTH]))
    if state is not SeenState.CURRENT:
        return state is SeenState.OUTDATED
    parts = (mark.partition("=") for mark in marks[_OF_BOTH:])
    return not all(_is_still(items.get(anchor), mark) for anchor, _, mark in parts)


def _is_still(item: Clause | Footnote | None, mark: str) -> bool:
    return item is not None and has_fingerprint(item, mark)


def _said(reason: WrittenReason) -> str:
    wording = " wording" if reason.is_wording else ""
    return f"{reason.text.strip()}{wording}"


def _items(protocol: Protocol) -> _Items:
    """Return what has words of its own by its name among the reasons, the title too."""
    return {
        TITLE_KEY: _as_item(TITLE_KEY, protocol.title),
        **{
            section.anchor: _as_item(section.anchor, section.title)
            for section in sections(protocol)
        },
        **{item.anchor: item for item in addressable(protocol)},
    }


def _as_item(name: str, text: RichText) -> Footnote:
    return Footnote(label=name, blocks=(Paragraph(content=text),))
