"""The bytes of a saved web page as text, in the encoding that it says it has."""

from __future__ import annotations

import codecs
import html
import re

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.text.extract import decode
from protocolkit.importing.extract.web.page_comments import tags, with_closed_comments

_CHARSET = re.compile(
    rb"""<meta[^>]{0,500}charset\s{0,20}=\s{0,20}["']?\s{0,20}([\w-]{1,40})""", re.IGNORECASE
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NO_LETTERS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SECTION = "<![CDATA["
_SECTION_OR_DRAWING = re.compile(r"<!\[CDATA\[|</?(?:svg|math)\b", re.IGNORECASE)
# A tag that ends in an address without quotes does not close itself.
_VALUE_AT_END = re.compile(r"""=\s{0,20}[^\s"'>]*/>$""")
# These have no end tag in HTML, or had none once.
_LONE = frozenset(
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link "
    "meta param source track wbr".split()
)
_DRAWINGS = frozenset(("svg", "math"))
# What browsers take for their text goes on to their end tag, whatever it is.
_OF_TEXT = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())
# Each stands in the one before it: no parser takes many more.
_MOST_OPENED = 100
_FAMILIES = ("utf-8", "iso8859-", "cp125", "koi8-")
_OTHERS = frozenset(
    "cp866 cp874 cp932 mac-roman mac-cyrillic gb2312 gbk gb18030 big5 big5hkscs euc_jp iso2022_jp "
    "shift_jis euc_kr cp949 tis-620".split()
)
DECLARATION = re.compile(r"^\s{0,100}<\?xml[^>]{0,500}\?>")


def page_text(content: bytes, location: Location = NOWHERE, charset: str = "") -> str:
    """Return the text of a page in the encoding that it names, or else as any text.

    ``charset`` is an encoding that was named outside the page, and counts first.
    """
    is_xml = location.path.lower().endswith((".xhtml", ".xht"))
    decoded = _decoded(content, location, charset).replace("\0", "")
    text = with_sections(decoded if is_xml else with_closed_comments(decoded), is_xml=is_xml)
    return text if is_xml else _with_closed_opened(text)


def _decoded(content: bytes, location: Location, charset: str) -> str:
    found = _CHARSET.search(content[:4096])
    for named in (charset, found[1].decode("ascii") if found else ""):
        if named and not content.startswith(_MARKS):
            try:
                return content.decode(_as_browsers_take(named))
            except (LookupError, ValueError):
                # an encoding that nobody has, or one that is not for files, such as punycode
                pass
    return decode(content, location).text


def with_sections(text: str, *, is_xml: bool = False) -> str:
    """Return a page in which the text of each ``CDATA`` section stands as plain text.

    A browser shows those in drawings and formulas, and in a page of XML all of them.
    """
    if _SECTION not in text:
        return text
    pieces, position, depth = [], 0, 0
    while found := _SECTION_OR_DRAWING.search(text, position):
        pieces.append(text[position : found.start()])
        position = found.end()
        if found[0] != _SECTION:
            depth = max(depth + (-1 if found[0].startswith("</") else 1), 0)
            pieces.append(found[0])
        elif is_xml or depth:
            end = text.find("]]>", position)
            end = len(text) if end < 0 else end
            pieces.append(html.escape(text[position:end]))
            position = min(end + 3, len(text))
        else:
            pieces.append(found[0])
    return "".join([*pieces, text[position:]])


def _with_closed_opened(text: str) -> str:
    """Return a page in which what closes itself is open, as browsers take ``<div hidden/>``.

    Only in drawings and formulas may an element close itself. An element of plain text whose end
    never comes stays closed: it would be the rest of the page.
    """
    if "/>" not in text:
        return text
    pieces, position, depth, opened = [], 0, 0, 0
    low = text.lower()
    ends = {name: low.rfind(f"</{name}") for name in _OF_TEXT}
    for found in tags(text):
        name = found["name"].lower()
        is_closed = found[0].endswith("/>") and not _VALUE_AT_END.search(found[0])
        if name in _DRAWINGS:
            step = -1 if found[0].startswith("</") else not is_closed
            depth = max(depth + step, 0)
        elif (
            is_closed
            and not depth
            and name not in _LONE
            and opened < _MOST_OPENED
            and ends.get(name, len(text)) >= found.end()
        ):
            pieces.append(f"{text[position : found.end() - 2]}>")
            position = found.end()
            opened += name not in _OF_TEXT
    return "".join([*pieces, text[position:]])


def text_in(content: bytes, charset: str = "") -> str:
    """Return the text of a document inside a page, whatever its bytes are."""
    if not content.startswith(_MARKS):
        content = _NO_LETTERS.sub(b" ", content)
    try:
        return page_text(content, charset=charset)
    except ProtocolkitError:
        return content.decode("cp1252", "replace")


def _as_browsers_take(named: str) -> str:
    """Return the encoding that browsers use for a named one (WHATWG Encoding).

    Two lack what Windows wrote; raises :class:`LookupError` for one that browsers do not know.
    """
    found = codecs.lookup(named).name
    if found in ("ascii", "iso8859-1"):
        return "cp1252"
    if found.startswith("utf-16"):
        return "utf-8"
    if found.startswith(_FAMILIES) or found in _OTHERS:
        return found
    raise LookupError(named)
