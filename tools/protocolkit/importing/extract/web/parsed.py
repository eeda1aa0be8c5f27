"""The text of a saved web page, parsed: its elements, without opening any address."""

from __future__ import annotations

import re

from lxml import etree, html

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.page_text import DECLARATION
from protocolkit.importing.source import codes

_KIND, _START = re.compile(r"<!doctype\s", re.IGNORECASE), 2_000


def parsed_page(text: str, location: Location = NOWHERE) -> tuple[Element, bool]:
    """Return the root of a page, and whether browsers show it as in the days before standards.

    Raises :class:`ProtocolkitError` when it is no page, or goes deeper than any real page.
    """
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ProtocolkitError(problem(codes.NOT_TEXT, location)) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # what lies deeper was not read
        raise ProtocolkitError(problem(codes.DAMAGED, location))
    return root, not _KIND.search(text[:_START])
