"""The elements of a web page: which hold its text, which words stand in their attributes."""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import Carriage
from protocolkit.importing.extract.web.framed import drawn_words, spoken_words
from protocolkit.reading.words_left_out import LeftOutReason

LEFT_OUT = {
    **dict.fromkeys(("script", "style"), LeftOutReason.CODE),
    **dict.fromkeys(
        (
            "title template iframe frame object canvas audio video noframes noembed datalist"
            " meter progress"
        ).split(),
        LeftOutReason.NOT_ON_PAGE,
    ),
    **dict.fromkeys(
        ("noscript", "dialog", "rp", "annotation", "annotation-xml", "mphantom"),
        LeftOutReason.HIDDEN,
    ),
    **dict.fromkeys(("button", "select", "textarea", "input"), LeftOutReason.FORM),
    **dict.fromkeys(("nav", "aside"), LeftOutReason.MENU),
    "svg": LeftOutReason.PICTURE,
}
"""Elements that hold no text of the page, and why."""

PARTS_OF_A_SITE = frozenset(
    (
        LeftOutReason.CODE,
        LeftOutReason.MENU,
        LeftOutReason.FORM,
        LeftOutReason.NOT_ON_PAGE,
        LeftOutReason.PICTURE,
    )
)
"""What a page has besides its text, for the reasons of which a count is enough."""

BLOCKS = frozenset(
    (
        "address article blockquote body center dd details div dl dt fieldset figcaption figure "
        "footer form header hr html legend main p pre section summary caption"
    ).split()
)
"""Elements that begin a paragraph of their own."""

_NOTHING = frozenset("p br span div font o:p".split())

LINES = frozenset("br h1 h2 h3 h4 h5 h6 li td th tr".split())

_MARKED = ("//main", "//*[@role='main']", "//article")
_NAMED = tuple(f"//*[@id='{name}']" for name in ("main", "main-content", "primary", "content"))
"""Other elements that begin a line."""

PARTS_OF_A_TABLE = frozenset(("thead", "tbody", "tfoot", "tr"))
"""Elements that hold the cells of a table."""


def amount_of(root: Element) -> tuple[int, int]:
    """Return how many blocks a page has, and how many characters of text, whoever sees them."""
    blocks = sum(1 for _ in root.iter(*BLOCKS, *LINES))
    texts = (element for element in root.iter() if element.tag not in ("script", "style"))
    return blocks, sum(len(one.text or "") + len(one.tail or "") for one in texts)


def in_order(table: Element) -> list[Element]:
    """Return what stands in a table as it is printed: its head above, its foot below."""
    parts = list(table)
    found = {part.tag: part for part in reversed(parts) if part.tag in ("thead", "tfoot")}
    if "thead" in found:
        parts.remove(found["thead"])
        first = (at for at, part in enumerate(parts) if part.tag in PARTS_OF_A_TABLE)
        parts.insert(next(first, len(parts)), found["thead"])
    if "tfoot" in found:
        parts.remove(found["tfoot"])
        parts.append(found["tfoot"])
    return parts


def set_ruby_apart(root: Element) -> None:
    """Put spaces around words that are printed small above others (``<rt>``)."""
    for above in root.iter("rt", "rtc"):
        above.text = f" {above.text or ''}"
        if (above.tail or "").strip():
            above.tail = f" {above.tail}"


def words_of(element: Element, carried: Carriage) -> str:
    """Return all the words in an element, also those that describe a picture or fill a form."""
    pieces = [spoken(element), drawn(element, carried)]
    pieces.append(element.text or "" if isinstance(element.tag, str) else "")
    for child in element:
        pieces += [words_of(child, carried), child.tail or ""]
    return " ".join(" ".join(pieces).split())


def spoken(element: Element) -> str:
    """Return the words in an element's attributes that a reader may see or hear."""
    return " ".join(spoken_words(element.tag, element.attrib)) if _is_named(element) else ""


def drawn(element: Element, carried: Carriage) -> str:
    """Return the words of the documents that an element shows inside the page."""
    return drawn_words(element.tag, element.attrib, carried) if _is_named(element) else ""


def _is_named(element: Element) -> bool:
    return isinstance(element.tag, str)


def main_parts(root: Element) -> list[Element]:
    """Return the parts that a page marks as its text, where they hold most of its words.

    What makers of websites call such a part counts too, where it alone has that name and all
    titles of the page stand in it.
    """
    whole = len(_plain_words(root))
    for path in (*_MARKED, *_NAMED):
        found = root.xpath(path)
        parts = [e for e in found if not any(a in found for a in e.iterancestors())]
        if path in _NAMED and not (len(parts) == 1 and _holds_titles(parts[0], root)):
            continue
        if parts and sum(len(_plain_words(part)) for part in parts) * 2 >= whole:
            return list(parts)
    return []


def _holds_titles(part: Element, root: Element) -> bool:
    titles = list(root.iter("h1"))
    return bool(titles) and len(titles) == sum(1 for _ in part.iter("h1"))


def _plain_words(element: Element) -> str:
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
        return ""
    inside = (f"{_plain_words(child)}{child.tail or ''}" for child in element)
    return "".join(f"{element.text or ''}{''.join(inside)}".split())


def holds_text(form: Element) -> bool:
    """Tell whether a form is wrapped around text, as some websites do with a whole page."""
    return any(True for _ in form.iter("h1", "h2", "h3", "h4", "p", "li", "main", "article"))


def frames_nothing(table: Element) -> bool:
    """Tell whether a table has a border around a cell with nothing in it."""
    if (table.get("border") or "0").strip() == "0":
        return False
    cells = (cell for cell in table.iter("td") if nearest(cell, "table") is table)
    return any(
        not "".join(cell.itertext()).strip()
        and all(str(inside.tag) in _NOTHING for inside in cell.iterdescendants())
        for cell in cells
    )


def nearest(element: Element, name: str) -> Element | None:
    """Return the innermost element of this name around one, or None."""
    return next(element.iterancestors(name), None)
