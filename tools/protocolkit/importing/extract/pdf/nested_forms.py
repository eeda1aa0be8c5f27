"""How often the pages of a PDF draw its forms, counted before anything is drawn.

A form is a drawing that may draw others, and those again others: a few bytes can ask for more than
a computer ever finishes. PDFium follows them as soon as it opens a page, so they are counted by
another reader, which knows the objects of a file and draws nothing.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pdfplumber.pdf import PDF

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.source import codes

MOST_DRAWN = 20_000
"""How many forms a page may draw."""
# PDFium goes no deeper.
_DEEPEST = 40
_MOST_NODES = 5_000
_MOST_BYTES = 20_000_000
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]{1,200})(?:\s|%[^\r\n]*[\r\n])+Do\b")

# Objects of a PDF as pdfminer gives them, which is published without types.
_Object = Any


def check_nested_forms(content: bytes, location: Location) -> None:
    """Raise :class:`ProtocolkitError` when a page of a PDF draws more forms than it may.

    A file that this reader cannot read is left to PDFium.
    """
    try:
        counts = list(_pages(content))
    except Exception:  # what a damaged file does to a library is not known
        return
    if max(counts, default=0) > MOST_DRAWN:
        raise ProtocolkitError(problem(codes.TOO_MUCH_DRAWN, location, limit=str(MOST_DRAWN)))


def _pages(content: bytes) -> Iterator[int]:
    """Yield how many forms each page draws, no more than one over the limit."""
    # not closed: it would look at every page, and a buffer in memory needs no closing
    file = PDF(io.BytesIO(content))
    counter = _Counter()
    waiting: list[tuple[_Object, _Object]] = [(_solved(file.doc.catalog.get("Pages")), {})]
    seen = 0
    while waiting and seen < _MOST_NODES:
        node, above = waiting.pop()
        seen += 1
        if not isinstance(node, dict):
            continue
        resources = _solved(node.get("Resources")) or above
        if "Kids" in node:
            kids = (_solved(node["Kids"]) or [])[:_MOST_NODES]
            waiting += [(_solved(kid), resources) for kid in kids]
        else:
            yield counter.of_page(node, resources)


class _Counter:
    """Counts what pages draw; each form at each depth once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], int] = {}
        self._named: dict[int, Counter[bytes]] = {}
        # objects are told apart by their address, so none may go
        self._kept: list[_Object] = []

    def of_page(self, page: _Object, resources: _Object) -> int:
        """Return how many forms a page draws, with what was put on it."""
        contents = _solved(page.get("Contents"))
        streams = contents if isinstance(contents, list) else [contents]
        total = self._inside([_solved(one) for one in streams], resources, _DEEPEST)
        for remark in (_solved(page.get("Annots")) or [])[:_MOST_NODES]:
            shown = _solved((_solved(remark) or {}).get("AP"))
            looks = _solved((shown or {}).get("N"))
            several = looks.values() if isinstance(looks, dict) else [looks]
            for look in map(_solved, several):
                total += self._form(look, resources, _DEEPEST) if _is_stream(look) else 0
        return min(total, MOST_DRAWN + 1)

    def _form(self, form: _Object, above: _Object, depth: int) -> int:
        """Return how many forms one stands for: itself, and what it draws."""
        resources = _solved(form.attrs.get("Resources")) or above
        key = id(form), id(resources), depth
        if key not in self._known:
            self._kept += [form, resources]
            inside = self._inside([form], resources, depth - 1) if depth else 0
            self._known[key] = min(1 + inside, MOST_DRAWN + 1)
        return self._known[key]

    def _inside(self, streams: list[_Object], resources: _Object, depth: int) -> int:
        """Return how many forms some streams draw by the names in their resources."""
        forms = _solved(resources.get("XObject")) if isinstance(resources, dict) else None
        if not isinstance(forms, dict):
            return 0
        drawn = sum((self._names(one) for one in streams if _is_stream(one)), Counter[bytes]())
        total = 0
        for name, count in drawn.items():
            form = _solved(forms.get(_text(name)))
            if _is_stream(form) and _name(form.attrs.get("Subtype")) == "Form":
                total += count * self._form(form, resources, depth)
                if total > MOST_DRAWN:
                    break
        return total

    def _names(self, stream: _Object) -> Counter[bytes]:
        """Return how often a stream draws what is called by each name."""
        if id(stream) not in self._named:
            self._kept.append(stream)
            self._named[id(stream)] = Counter(_DRAWN.findall(_data(stream)))
        return self._named[id(stream)]


def _data(stream: _Object) -> bytes:
    """Return what a stream says, up to a limit."""
    filters = stream.get_filters()
    if [_name(one) for one, _ in filters] in (["FlateDecode"], ["Fl"]) and stream.rawdata:
        return zlib.decompressobj().decompress(stream.rawdata, _MOST_BYTES)
    return bytes(stream.get_data()[:_MOST_BYTES])


def _solved(found: _Object) -> _Object:
    """Return what a reference leads to."""
    for _ in range(_DEEPEST):
        if not hasattr(found, "objid") or not hasattr(found, "resolve"):
            break
        found = found.resolve()
    return found


def _is_stream(found: _Object) -> bool:
    return hasattr(found, "get_data")


def _name(found: _Object) -> str:
    return str(getattr(_solved(found), "name", ""))


def _text(name: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name)
    return plain.decode("utf-8", "replace")
