"""How often the pages of a PDF draw its forms, counted before anything is drawn.

A form is a drawing that may draw others, and those again others: a few bytes can ask for more than
a computer ever finishes. Patterns and masks are drawings too. PDFium follows them as soon as it
opens a page, so they are counted by another reader, which draws nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.pdf.raw_objects import (
    RawObject,
    contents_of,
    data_of,
    is_stream,
    looks_of,
    name_of,
    raw_pages,
    resource,
    shared_pdf,
    solved,
)
from protocolkit.importing.source import codes

MOST_DRAWN = 20_000
"""How many forms a page may draw."""
# PDFium goes no deeper.
_DEEPEST = 40
_CALLED = re.compile(rb"/([^\s/<>\[\](){}%]{1,200})(?:\s|%[^\r\n]*[\r\n])+(Do|scn|SCN|gs)\b")


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
    counter = _Counter()
    for page, resources in raw_pages(shared_pdf(content)):
        yield counter.of_page(page, resources)


def called(stream: RawObject) -> Counter[tuple[str, bytes]]:
    """Return how often a stream draws, fills or masks with what is called by each name."""
    return Counter((kind.decode(), name) for name, kind in _CALLED.findall(data_of(stream)))


def drawing_called(resources: RawObject, kind: str, name: bytes) -> RawObject:
    """Return the form, pattern or mask that is called by a name; None when that is none."""
    if kind == "Do":
        found = resource(resources, "XObject", name)
        return found if is_stream(found) and name_of(found.attrs.get("Subtype")) == "Form" else None
    if kind == "gs":
        mask = solved((resource(resources, "ExtGState", name) or {}).get("SMask"))
        found = solved(mask.get("G")) if isinstance(mask, dict) else None
    else:
        found = resource(resources, "Pattern", name)
    return found if is_stream(found) else None


class _Counter:
    """Counts what pages draw; each form at each depth once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], int] = {}
        self._named: dict[int, Counter[tuple[str, bytes]]] = {}
        # objects are told apart by their address, so none may go
        self._kept: list[RawObject] = []

    def of_page(self, page: RawObject, resources: RawObject) -> int:
        """Return how many forms a page draws, with what was put on it."""
        total = self._inside(contents_of(page), resources, _DEEPEST)
        total += sum(self._form(look, resources, _DEEPEST) for look in looks_of(page))
        return min(total, MOST_DRAWN + 1)

    def _form(self, form: RawObject, above: RawObject, depth: int) -> int:
        """Return how many forms one stands for: itself, and what it draws."""
        resources = solved(form.attrs.get("Resources")) or above
        key = id(form), id(resources), depth
        if key not in self._known:
            self._kept += [form, resources]
            inside = self._inside([form], resources, depth - 1) if depth else 0
            self._known[key] = min(1 + inside, MOST_DRAWN + 1)
        return self._known[key]

    def _inside(self, streams: list[RawObject], resources: RawObject, depth: int) -> int:
        """Return how many forms some streams draw by the names in their resources."""
        drawn = sum(
            (self._names(one) for one in streams if is_stream(one)), Counter[tuple[str, bytes]]()
        )
        total = 0
        for (kind, name), count in drawn.items():
            form = drawing_called(resources, kind, name)
            if form is not None:
                total += count * self._form(form, resources, depth)
                if total > MOST_DRAWN:
                    break
        return total

    def _names(self, stream: RawObject) -> Counter[tuple[str, bytes]]:
        """Return how often a stream draws what is called by each name."""
        if id(stream) not in self._named:
            self._kept.append(stream)
            self._named[id(stream)] = called(stream)
        return self._named[id(stream)]
