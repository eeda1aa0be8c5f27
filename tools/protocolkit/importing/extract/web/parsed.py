"""The text of a saved web page, parsed: its elements, without opening any address."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from lxml import etree, html

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.page_comments import tags_of, without_last_ends
from protocolkit.importing.extract.web.page_text import DECLARATION
from protocolkit.importing.source import codes

# The parser takes no more elements in each other.
_MOST_NESTED = 256
# How each is printed is worked out, with those around it. A large page of a website has 20,000.
_MOST_ELEMENTS = 40_000
_WHOLE = frozenset(("html", "body"))
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_BY_NUMBER = re.compile(r"&#(?:[0-9]{1,100}|x[0-9a-f]{1,100});?", re.IGNORECASE)
_KIND, _START = re.compile(r"<!doctype\s", re.IGNORECASE), 2_000


def parsed_page(text: str, location: Location = NOWHERE) -> tuple[Element, bool]:
    """Return the root of a page, and whether browsers show it as in the days before standards.

    Raises :class:`ProtocolkitError` when it is no page, or goes deeper than any real page.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        shown = without_last_ends(_BY_NUMBER.sub(_seen, DECLARATION.sub("", text)))
        root = html.document_fromstring(shown, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ProtocolkitError(problem(codes.NOT_TEXT, location)) from None
    limits = [e.message for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT"]
    if any("depth" in said for said in limits):
        # what lies deeper was not read
        raise ProtocolkitError(problem(codes.TOO_DEEP, location, limit=str(_MOST_NESTED)))
    if limits:
        raise ProtocolkitError(problem(codes.DAMAGED, location))
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        limit = str(_MOST_ELEMENTS // 1_000)
        raise ProtocolkitError(problem(codes.TOO_MANY_ELEMENTS, location, limit=limit))
    _add_what_later_tags_say(root, text)
    return root, not _KIND.search(text[:_START])


def _seen(number: re.Match[str]) -> str:
    """Return a sign that is named by its number, "" for one that a browser prints nothing for."""
    return number[0] if unescape(number[0]) else ""


def _add_what_later_tags_say(root: Element, text: str) -> None:
    """Give a page and its body the attributes that a later tag of theirs has and they lack.

    As browsers do (HTML, 13.2.6.4.7): ``<body>`` may also stand after words of the page.
    """
    for tag in tags_of(text, _WHOLE):
        reader = _Attributes()
        reader.feed(tag)
        element = root if reader.tag == "html" else root.find("body")
        for name, value in reader.said.items() if element is not None else ():
            if _NAME.fullmatch(name) and name not in element.attrib:
                element.set(name, value)


class _Attributes(HTMLParser):
    """What one tag says; of an attribute that it has twice the first counts."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = ""
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what it says."""
        self.tag, self.said = tag, {name: value or "" for name, value in reversed(attrs)}
