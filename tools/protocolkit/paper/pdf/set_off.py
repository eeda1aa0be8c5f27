"""Parts of a PDF's body that are set off: each gets the ``look`` that the template knows."""

from __future__ import annotations

from protocolkit.base.objects import Object
from protocolkit.paper.pdf.lines import Content
from protocolkit.paper.shared.extras import Extras


def with_looks(parts: Content, extras: Extras) -> Content:
    """Return parts, each with the look of its clause; ``""`` for the text itself.

    Where anything is set off, clauses are not cited: their labels in the margin are left out.
    """
    if not extras.set_off:
        return parts
    return [_part(part, extras) if isinstance(part, dict) else part for part in parts]


def _part(part: Object, extras: Extras) -> Object:
    if part["kind"] == "section":
        inner = part["parts"]
        assert isinstance(inner, list), "a section holds parts"
        return {**part, "parts": with_looks(inner, extras)}
    if part["kind"] == "list":
        items = part["items"]
        assert isinstance(items, list), "a list holds items"
        uncited = [{**item, "label": ""} for item in items]
        return {**part, "items": uncited, "look": _look(str(items[0]["anchor"]), extras)}
    return {**part, "label": "", "look": _look(str(part["anchor"]), extras)}


def _look(anchor: str, extras: Extras) -> str:
    found = extras.set_off.get(anchor)
    return found.value if found else ""
