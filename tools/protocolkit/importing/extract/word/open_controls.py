"""Content controls of a Word file in which nobody has filled anything in yet."""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.package import W

_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")


def is_open(control: Element) -> bool:
    """Tell whether a control asks to be filled in, with words that say what, or holds nothing."""
    if _asks(control):
        return True
    content = control.find(f"{W}sdtContent")
    return not has_picture(control) and (content is None or not all_words(content).strip())


def has_picture(element: Element) -> bool:
    """Tell whether a picture or an object stands in an element."""
    return next(element.iter(*_PICTURES), None) is not None


def is_in_open_control(paragraph: Element) -> bool:
    """Tell whether a paragraph stands in a control that asks so, or alone in one without words.

    It may stand there as a cell.
    """
    around = paragraph.getparent()
    if around is not None and around.tag == f"{W}tc":
        around = around.getparent()
    control = around.getparent() if around is not None else None
    if around is None or control is None or around.tag != f"{W}sdtContent":
        return False
    return _asks(control) or (len(around) == 1 and is_open(control))


def _asks(control: Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    return properties is not None and properties.find(f"{W}showingPlcHdr") is not None
