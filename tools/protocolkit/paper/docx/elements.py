"""Elements of WordprocessingML: the few shapes that every part of a Word file is built from.

Knows XML and no protocols. The order of properties is that of
:mod:`~protocolkit.paper.docx.schema_order`, wherever they are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement

# What XML 1.0 cannot hold, and tabs and line ends, which Word does not print from text. Each
# becomes a space: by words.md these characters carry no word but do end one.
_NOT_TEXT = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SOFT_HYPHEN = "\u00ad"

_NAMESPACES = {"w": nsmap["w"]}

MARK_STYLE = "FootnoteReference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks: its character style (an id) and what is set on top of that."""

    style: str = ""
    strong: bool = False
    emphasised: bool = False


PLAIN = Look()
MARK = Look(style=MARK_STYLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph is set: its style (an id), and an indent only where that is not enough.

    ``left``, ``hanging``, ``tab`` (a tab stop, if any), ``before`` and ``after`` (white space) are
    in twips; without ``left``, ``before`` or ``after`` the style's own holds. ``keep_next`` keeps
    it on the page of what follows, ``keep_lines`` all of it on one; ``lets_go`` does not, where its
    style does. ``side`` is the one to which it is set, where that is not its style's. ``beside``
    says that it stands in the margin beside what follows, with close lines, and takes no room: so
    far before the text, and so wide, in twips. One of ``no_height`` holds that and has no words.
    """

    style: str
    left: int | None = None
    hanging: int = 0
    tab: int | None = None
    before: int | None = None
    after: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    lets_go: bool = False
    side: str = ""
    beside: tuple[int, int] | None = None
    no_height: bool = False


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """Make an element in the ``w`` namespace; attributes without a prefix are in it too.

    An attribute of another namespace is written ``r__id``, for ``r:id``.
    """
    # python-docx takes every name apart again, which is a fifth of the time of a file
    made: Element = oxml_parser.makeelement(_full_name(tag), nsmap=_NAMESPACES)
    for name, value in attributes.items():
        made.set(_full_name(name), str(value))
    made.extend(children)
    return made


@cache
def _full_name(name: str) -> str:
    """Return a name with its namespace, as XML has it; few names are asked for, again and again."""
    prefix, _, local = name.rpartition("__")
    return qn(f"{prefix or 'w'}:{local}")


def clean(text: str) -> str:
    """Return text as XML can hold it; what it cannot becomes a space."""
    return _NOT_TEXT.sub(" ", text)


def run(content: Iterable[Element], look: Look = PLAIN) -> Element:
    """Make a run with a look."""
    made = element("r", *content)
    if properties := list(_run_properties(look)):
        made.insert(0, element("rPr", *properties))
    return made


def text_run(text: str, look: Look = PLAIN) -> Element:
    """Make a run of words; a soft hyphen becomes Word's own, which shows only at a line's end."""
    return run(text_content(text), look)


def text_content(text: str) -> Iterator[Element]:
    """Yield what a run of words consists of."""
    for index, piece in enumerate(clean(text).split(_SOFT_HYPHEN)):
        if index:
            yield element("softHyphen")
        if piece:
            words = element("t", xml__space="preserve")
            words.text = piece
            yield words


def table_borders() -> Element:
    """Make the rules of a table: those of its style, and one between columns."""
    rule = {"val": "single", "sz": 4, "space": 0, "color": "8D999F"}
    sides = ("top", "bottom", "insideH", "insideV")
    return element("tblBorders", *(element(side, **rule) for side in sides))


def tab() -> Element:
    """Make the tab between a marker and its words."""
    return run([element("tab")])


def field(instruction: str, shown: str, look: Look = PLAIN) -> Element:
    """Make a field that Word works out; ``shown`` is what stands there until it does."""
    return element("fldSimple", text_run(shown, look), instr=f" {instruction} ")


def field_begin(instruction: str) -> list[Element]:
    """Make the beginning of a field that may hold links and paragraphs; its result follows."""
    code = element("instrText", xml__space="preserve")
    code.text = f" {instruction} "
    return [
        run([element("fldChar", fldCharType="begin")]),
        run([code]),
        run([element("fldChar", fldCharType="separate")]),
    ]


def field_end() -> Element:
    """Make the end of what :func:`field_begin` began."""
    return run([element("fldChar", fldCharType="end")])


def paragraph(setting: Setting, content: Iterable[Element] = ()) -> Element:
    """Make a paragraph."""
    properties = [element("pStyle", val=setting.style)]
    if setting.keep_next:
        properties.append(element("keepNext"))
    elif setting.lets_go:
        properties.append(element("keepNext", val=0))
    if setting.keep_lines:
        properties.append(element("keepLines"))
    if setting.beside is not None:
        properties += _frame(*setting.beside)
    if setting.tab is not None:
        properties.append(element("tabs", element("tab", val="left", pos=setting.tab)))
    if setting.no_height:
        properties.append(element("spacing", before=0, after=0, line=1, lineRule="exact"))
    spaces = {"before": setting.before, "after": setting.after}
    if given := {side: space for side, space in spaces.items() if space is not None}:
        properties.append(element("spacing", **given))
    if setting.left is not None:
        properties.append(element("ind", left=setting.left, hanging=setting.hanging))
    if setting.side:
        properties.append(element("jc", val=setting.side))
    return element("p", *chain([element("pPr", *properties)], content))


def _frame(before: int, wide: int) -> Iterator[Element]:
    place = {"wrap": "around", "vAnchor": "text", "hAnchor": "text", "x": -before, "y": 1}
    yield element("framePr", w=wide, **place)
    yield element("spacing", before=0, after=0, line=240, lineRule="auto")


def style_paragraph(style: str, text: str, *, before: int | None = None) -> Element:
    """Make a paragraph of plain words in a style, with so much white space ``before`` it."""
    return paragraph(Setting(style=style, before=before), [text_run(text)])


def _run_properties(look: Look) -> Iterator[Element]:
    if look.style:
        yield element("rStyle", val=look.style)
    if look.strong:
        yield from (element("b"), element("bCs"))
    if look.emphasised:
        yield from (element("i"), element("iCs"))
