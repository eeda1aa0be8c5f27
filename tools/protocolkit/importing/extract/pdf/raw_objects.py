"""The objects of a PDF as another reader gives them, which draws nothing: dictionaries, streams.

It is pdfminer, inside pdfplumber, published without types; what it cannot read raises anything.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pdfplumber.pdf import PDF

RawObject = Any

_DEEPEST = 40
MOST_NODES = 5_000
_MOST_BYTES = 20_000_000


def raw_pdf(content: bytes) -> RawObject:
    """Return a PDF of which no page was looked at."""
    # not closed: it would look at every page, and a buffer in memory needs no closing
    return PDF(io.BytesIO(content))


@lru_cache(maxsize=1)
def shared_pdf(content: bytes) -> RawObject:
    """Return a PDF that is only looked at: all who look at the same one read its objects once."""
    return raw_pdf(content)


def raw_pages(file: RawObject) -> Iterator[tuple[RawObject, RawObject]]:
    """Yield the pages of a PDF in their order, each with the resources that count for it."""
    waiting: list[tuple[RawObject, RawObject]] = [(solved(file.doc.catalog.get("Pages")), {})]
    seen = 0
    while waiting and seen < MOST_NODES:
        node, above = waiting.pop()
        seen += 1
        if not isinstance(node, dict):
            continue
        resources = solved(node.get("Resources")) or above
        if "Kids" in node:
            kids = (solved(node["Kids"]) or [])[:MOST_NODES]
            waiting += [(solved(kid), resources) for kid in reversed(kids)]
        else:
            yield node, resources


def contents_of(page: RawObject) -> list[RawObject]:
    """Return the streams that a page is drawn with."""
    contents = solved(page.get("Contents"))
    streams = contents if isinstance(contents, list) else [contents]
    return [solved(one) for one in streams]


def looks_of(page: RawObject) -> Iterator[RawObject]:
    """Yield the drawings of what was put on a page afterwards."""
    for remark in (solved(page.get("Annots")) or [])[:MOST_NODES]:
        shown = solved((solved(remark) or {}).get("AP"))
        looks = solved((shown or {}).get("N"))
        several = looks.values() if isinstance(looks, dict) else [looks]
        yield from filter(is_stream, map(solved, several))


def resource(resources: RawObject, kind: str, name: bytes) -> RawObject:
    """Return what is called by a name in the resources of a stream; None when nothing is."""
    named = solved(resources.get(kind)) if isinstance(resources, dict) else None
    return solved(named.get(_text(name))) if isinstance(named, dict) else None


def data_of(stream: RawObject) -> bytes:
    """Return what a stream says, up to a limit."""
    filters = stream.get_filters()
    if [name_of(one) for one, _ in filters] in (["FlateDecode"], ["Fl"]) and stream.rawdata:
        return zlib.decompressobj().decompress(stream.rawdata, _MOST_BYTES)
    return bytes(stream.get_data()[:_MOST_BYTES])


def solved(found: RawObject) -> RawObject:
    """Return what a reference leads to."""
    for _ in range(_DEEPEST):
        if not hasattr(found, "objid") or not hasattr(found, "resolve"):
            break
        found = found.resolve()
    return found


def is_stream(found: RawObject) -> bool:
    """Tell whether an object holds data."""
    return hasattr(found, "get_data")


def name_of(found: RawObject) -> str:
    """Return a name, "" when an object is none."""
    return str(getattr(solved(found), "name", ""))


def _text(name: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name)
    return plain.decode("utf-8", "replace")
