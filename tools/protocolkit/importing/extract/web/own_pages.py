"""What a saved web page of ours carries: that it is no protocol, but a paper around one."""

from __future__ import annotations

from protocolkit.exchange.record import Record, RecordKind, record_to_text
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.source.lines import Carried

_MARK = "protocolkit"
# Rules in the style of pages that were made before they had the mark: nobody else writes these.
_EARLIER = (
    "#_signs:not(:checked) ~",
    "#signs:not(:checked) ~",
    "#marks:checked ~ * .spoken",
    ".files a { display: inline-block; min-height: 24px;",
    "td.sure { width: 9rem; }",
    "td.sure { white-space: nowrap; }",
)


def carried_by(root: Element) -> Carried | None:
    """Return what a page carries when it is a paper of ours around a protocol, else None.

    A page names itself so in ``<meta name="protocolkit" content="leaflet">``.
    """
    named = {meta.get("content") for meta in root.iter("meta") if meta.get("name") == _MARK}
    if RecordKind.LEAFLET.value in named or _is_earlier(root):
        return Carried(record=record_to_text(Record(made=RecordKind.LEAFLET)))
    return None


def _is_earlier(root: Element) -> bool:
    styles = [style.text or "" for style in root.iter("style")]
    return any(rule in text for text in styles for rule in _EARLIER)
