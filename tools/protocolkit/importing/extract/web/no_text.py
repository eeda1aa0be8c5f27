"""Why an element of a web page holds no text of it, and is left out as a whole."""

from __future__ import annotations

from collections.abc import Collection

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import Carriage
from protocolkit.importing.extract.web.elements import LEFT_OUT, drawn, holds_text
from protocolkit.importing.extract.web.framed import FRAMES
from protocolkit.importing.extract.web.sight import Shown
from protocolkit.importing.source.doubts import FIELD, OPEN_FIELD, TICKED, UNTICKED
from protocolkit.reading.words_left_out import LeftOutReason

_BUTTONS = ("button", "submit", "reset")
_UNSEEN_FIELDS = frozenset("hidden image range color password file".split())


def reason_to_leave(
    element: Element,
    name: str,
    main: Collection[Element],
    sight: Shown,
    carried: Carriage,
) -> LeftOutReason | None:
    """Return why nothing in an element is text, None when it is looked at more closely.

    ``main`` are the parts that hold the text of the page; without any, all of it does.
    """
    if name in FRAMES and name != "embed" and sight.reason is None and drawn(element, carried):
        return LeftOutReason.FRAMED
    if name == "template" and is_shadow(element) and sight.reason is None:
        return LeftOutReason.FRAMED
    if name in LEFT_OUT and not _is_shown_after_all(element, name, sight):
        return LEFT_OUT[name]
    if name == "form" and not holds_text(element):
        return LeftOutReason.FORM
    if name not in ("html", "body") and _is_outside(element, main):
        return LeftOutReason.OUTSIDE
    return sight.gone


def field_doubt(element: Element, before: str) -> Marked | None:
    """Return what a reader sees of a field of a form among words; ``before`` are those before it.

    Of one that stands by itself there is nothing to say.
    """
    kind = (element.get("type") or "").strip().lower()
    is_field = LEFT_OUT.get(str(element.tag)) is LeftOutReason.FORM
    is_alone = not (before.strip() or (element.tail or "").strip())
    if not is_field or kind in _UNSEEN_FIELDS or is_alone:
        return None
    if kind in ("checkbox", "radio"):
        return UNTICKED if element.get("checked") is None else TICKED
    words = element.get("value") or element.get("placeholder") or "".join(element.itertext())
    if words.strip():
        return FIELD
    return None if element.tag == "button" or kind in _BUTTONS else OPEN_FIELD


def is_shadow(template: Element) -> bool:
    """Tell whether a template is shown in the place of what stands in the element around it.

    The second name is that of an archive of Chromium.
    """
    return any(template.get(name) is not None for name in ("shadowrootmode", "shadowmode"))


def has_shadow(element: Element) -> bool:
    """Tell whether a template in an element is shown in the place of what stands in it."""
    return any(is_shadow(child) for child in element.iterchildren("template"))


def _is_shown_after_all(element: Element, name: str, sight: Shown) -> bool:
    """Tell whether an element of a kind that is left out holds text for a reader here."""
    if name == "dialog":
        return element.get("open") is not None or sight.display not in ("", "none")
    return name == "object" and holds_text(element)


def _is_outside(element: Element, main: Collection[Element]) -> bool:
    """Tell whether an element is beside the parts that hold the text of the page."""
    if not main or element in main:
        return False
    parts = [element, *element.iterancestors()]
    if any(part in main for part in parts):
        return False
    return not any(part is element for one in main for part in one.iterancestors())
