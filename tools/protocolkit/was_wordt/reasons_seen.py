"""For which text of its clause each reason was written, and whether that still stands there.

A clause that goes keeps its words: no mark is needed. One that was split is known by its first
part, the one that names the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol
from protocolkit.document.outline import addressable, labels, sections
from protocolkit.document.richtext import RichText, plain
from protocolkit.reading.seen_texts import SeenState, seen_mark, seen_state
from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from protocolkit.was_wordt.rows import TITLE_KEY

_Items = Mapping[str, Clause | Footnote]


def marks_to_keep(protocol: Protocol, reasons: Reasons, keys: Iterable[str]) -> dict[str, str]:
    """Return the marks that reasons with these keys have to get, of the texts as they are now.

    A reason that was written for an earlier text keeps its mark; a place that is open does not.
    """
    items, found = _items(protocol), dict[str, str]()
    for key in keys:
        reason, item = reasons.entries.get(key), items.get(key)
        if reason is None or item is None:
            continue
        said = _said(reason)
        mark = seen_mark(item, said)
        is_kept = said and seen_state(item, said, reason.seen) is SeenState.OUTDATED
        if mark != reason.seen and not is_kept:
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
        said = _said(reason)
        if said and seen_state(items.get(key), said, reason.seen) is SeenState.OUTDATED:
            yield key, named.get(key, key), reason


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
