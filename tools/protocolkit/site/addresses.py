"""Where things are on the site: the one place that knows its addresses, all from its root."""

from __future__ import annotations

from pathlib import PurePosixPath

from protocolkit.collection import PROTOCOLS
from protocolkit.model import Protocol

COMPARISON = "vergelijken"
DOWNLOADS = "downloads"
MATRIX_FORMATS = ("xlsx", "csv", "json")
PAPER_FORMATS = ("pdf", "docx")


def is_protocol(docname: str) -> bool:
    """Tell whether a Sphinx document is a protocol: ``protocols/<subject>/<organisation>``."""
    parts = PurePosixPath(docname).parts
    return len(parts) == 3 and parts[0] == PROTOCOLS


def subject_of(docname: str) -> str:
    """Return the subject of a protocol's or comparison's page, ``""`` for any other page."""
    parts = PurePosixPath(docname).parts
    return parts[1] if len(parts) == 3 and parts[0] in (PROTOCOLS, COMPARISON) else ""


def protocol_docname(subject: str, slug: str) -> str:
    """Return the Sphinx document of a protocol."""
    return f"{PROTOCOLS}/{subject}/{slug}"


def protocol_url(protocol: Protocol, anchor: str) -> str:
    """Return the address of a clause; with anchor ``""`` that of the page."""
    page = f"{protocol_docname(protocol.subject, protocol.slug)}.html"
    return f"{page}#{anchor}" if anchor else page


def comparison_docname(subject: str) -> str:
    """Return the page name of a subject's comparison."""
    return f"{COMPARISON}/{subject}/index"


def paper_url(protocol: Protocol, extension: str) -> str:
    """Return the address of a protocol's PDF or Word file."""
    return f"{DOWNLOADS}/{protocol.subject}/{protocol.slug}.{extension}"


def matrix_url(subject: str, extension: str) -> str:
    """Return the address of a subject's matrix as a file."""
    return f"{DOWNLOADS}/{subject}/matrix.{extension}"


def relative(target: str, page: str) -> str:
    """Return an address as seen from the page with name ``page`` (without ``.html``)."""
    return "../" * page.count("/") + target
