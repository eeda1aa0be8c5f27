"""Where things are on the site and what its files are called, all from its root."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from protocolkit.base.targets import DEVICES
from protocolkit.document.model import Protocol
from protocolkit.paper.shared.file_formats import PAPER_FORMATS, FileFormat, PaperFormat
from protocolkit.repository_layout import (
    DOCUMENT_END,
    document_place,
    guarded_folders,
    version_place,
)
from protocolkit.versions.history import History
from protocolkit.versions.known_text import ProtocolKey

COMPARISON = "vergelijken"
CHECK = "controle"
ABOUT = "over-deze-website"
MY_SCHOOL = "mijn-school"
NOT_FOUND = "404"
"""The page name that servers show for an address that is not there."""
COMPOSER = "opstellen"
DOWNLOADS = "downloads"
HISTORY = "geschiedenis"
LATELY = "wijzigingen"
TEMPLATE = "voorbeeldprotocol"
CLEAN_TEMPLATE = "voorbeeldprotocol-kort"
# What can be downloaded of a protocol, of a comparison and of a template. Paper is made by
# ``site/paper_files.py``, as far as a build wants any.
COMPARISON_DATA_FORMATS = (FileFormat.XLSX, FileFormat.CSV, FileFormat.JSON)
# The file of a template that somebody goes on writing in comes first.
TEMPLATE_PAPER_FORMATS: tuple[PaperFormat, ...] = tuple(
    sorted(PAPER_FORMATS, key=lambda one: one is not FileFormat.DOCX)
)

REVIEWS = f"{DOWNLOADS}/evaluatiedatums.ics"
"""The evaluation dates as a calendar, where some protocol has one."""

_PICTURES = "in-beeld"
_SIDE_BY_SIDE = "naast-elkaar"
_DATA = "gegevens"
# What stands beside the topics in a subject's folder.
_OWN_FOLDERS = frozenset({_PICTURES, _SIDE_BY_SIDE, "opstellen", "index"})
_TOPIC_FOLDER = re.compile(r"^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?\Z")


_PAGE_END = ".html"


def _file_of(docname: str) -> str:
    """Return where a page is when no builder says otherwise."""
    return f"{docname}{_PAGE_END}"


_uri_of: Callable[[str], str] = _file_of


def follow(uri_of: Callable[[str], str] | None) -> None:
    """Have addresses be as a builder makes them of the name of a page; None: names of files.

    There is one builder at a time; which one, every page that is drawn depends on.
    """
    global _uri_of  # noqa: PLW0603 - as said above
    _uri_of = uri_of or _file_of


def address(target: str) -> str:
    """Return where a page or file is on the site: ``a/b.html#c`` may be ``a/b/#c``."""
    page, sign, anchor = target.partition("#")
    is_page = page.endswith(_PAGE_END)
    return f"{_uri_of(page.removesuffix(_PAGE_END))}{sign}{anchor}" if is_page else target


def is_misplaced(docname: str, root: Path) -> bool:
    """Tell whether a Sphinx document is among protocols or versions without being one."""
    path = root / f"{docname}{DOCUMENT_END}"
    is_fit = document_place(root, path) or version_place(root, path)
    return not is_fit and any(path.is_relative_to(folder) for folder in guarded_folders(root))


def subject_of(docname: str) -> str:
    """Return the subject that a page of ours compares, ``""`` for any other page."""
    parts = PurePosixPath(docname).parts
    depths = {COMPARISON: (3, 4), TEMPLATE: (3,), COMPOSER: (3,), HISTORY: (4,)}
    return parts[1] if parts and len(parts) in depths.get(parts[0], ()) else ""


def protocol_docname(protocol: Protocol) -> str:
    """Return the Sphinx document of a protocol: its page is where its file is."""
    return PurePosixPath(protocol.location.path).with_suffix("").as_posix()


def protocol_url(protocol: Protocol, anchor: str) -> str:
    """Return the address of a clause; with anchor ``""`` that of the page."""
    page = address(f"{protocol_docname(protocol)}.html")
    return f"{page}#{anchor}" if anchor else page


def about_docname() -> str:
    """Return the page name of who makes the website."""
    return f"{ABOUT}/index"


def school_docname(key: str) -> str:
    """Return the page name of what applies at a school; with ``""`` that of all schools."""
    return f"{MY_SCHOOL}/{key}/index" if key else f"{MY_SCHOOL}/index"


def comparison_docname(subject: str) -> str:
    """Return the page name of a subject's comparison."""
    return f"{COMPARISON}/{subject}/index"


def template_docname(subject: str) -> str:
    """Return the page name of a subject's template for a new school."""
    return f"{TEMPLATE}/{subject}/index"


def template_url(subject: str, file_format: FileFormat, name: str = TEMPLATE) -> str:
    """Return the address of a subject's template as a file; ``name`` may be the clean one's."""
    return f"{DOWNLOADS}/{subject}/{name}.{file_format.value}"


def composer_docname(subject: str) -> str:
    """Return the page name of a subject's composer."""
    return f"{COMPOSER}/{subject}/index"


def composer_script_url(subject: str, name: str) -> str:
    """Return the address of a script of data of a subject's composer."""
    return f"{COMPOSER}/{subject}/{name}.js"


def has_topic_page(topic: str) -> bool:
    """Tell whether a topic's id can be the name of a folder anywhere, and is not one of our own."""
    return bool(_TOPIC_FOLDER.match(topic)) and topic not in _OWN_FOLDERS | DEVICES


def topic_docname(subject: str, topic: str) -> str:
    """Return the page name of a topic, for an id that :func:`has_topic_page`."""
    return f"{COMPARISON}/{subject}/{topic}/index"


def topic_url(subject: str, topic: str) -> str:
    """Return the address of a topic: its page, or its row of the comparison if it has none."""
    if has_topic_page(topic):
        return f"{topic_docname(subject, topic)}.html"
    return f"{comparison_docname(subject)}.html#{topic}"


def differences_url(subject: str, topic: str) -> str:
    """Return the address of the differences between a topic's variants, as a script."""
    return f"{COMPARISON}/{subject}/{topic}/verschillen.js"


def counts_url(subject: str) -> str:
    """Return the address of how many organisations have each topic, as a script."""
    return f"{COMPARISON}/{subject}/aantallen.js"


def side_by_side_docname(subject: str) -> str:
    """Return the page name of two boards side by side."""
    return f"{COMPARISON}/{subject}/{_SIDE_BY_SIDE}/index"


def comparison_script_url(subject: str) -> str:
    """Return the address of a subject's comparison as a script of data."""
    return f"{COMPARISON}/{subject}/{_DATA}.js"


def texts_script_url(subject: str, slug: str) -> str:
    """Return the address of a protocol's clauses as a script of data."""
    return f"{_DATA}/{subject}/{slug}.js"


def search_script_url() -> str:
    """Return the address of what the search page knows of every protocol."""
    return f"{_DATA}/zoeken.js"


def take_along_script_url() -> str:
    """Return the address of the empty files that the page of a comparison fills."""
    return f"{_DATA}/meenemen.js"


def plain_csv_url(subject: str) -> str:
    """Return the address of a subject's matrix as CSV for programs: commas, no byte-order mark."""
    return f"{DOWNLOADS}/{subject}/matrix-komma.csv"


def pictures_docname(subject: str) -> str:
    """Return the page name of a subject's pictures."""
    return f"{COMPARISON}/{subject}/{_PICTURES}/index"


def topic_addresses(subject: str, topics: Iterable[str]) -> frozenset[str]:
    """Return every address that a compared subject has besides its comparison."""
    found = {f"{pictures_docname(subject)}.html", counts_url(subject)}
    for topic in filter(has_topic_page, topics):
        found |= {f"{topic_docname(subject, topic)}.html", differences_url(subject, topic)}
    return frozenset(found)


def history_docname(place: ProtocolKey) -> str:
    """Return the page name of a protocol's history."""
    return f"{HISTORY}/{'/'.join(place)}/index"


def pair_docname(place: ProtocolKey, old: str, new: str) -> str:
    """Return the page name of two texts of a protocol by their names; "" is one nobody kept.

    No name of a version has an underscore.
    """
    return f"{HISTORY}/{'/'.join(place)}/{old}_{new}"


def lately_docname() -> str:
    """Return the page name of what changed lately in all protocols."""
    return f"{LATELY}/index"


def check_docname() -> str:
    """Return the page name of where a reader sees whether a text on paper still holds."""
    return f"{CHECK}/index"


def history_addresses(history: History) -> frozenset[str]:
    """Return every address that a protocol's history has, besides its versions themselves."""
    pages = {history_docname(place) for place in (history.place, *history.former)}
    pages |= {pair_docname(history.place, old.name, new.name) for old, new in history.pairs}
    return frozenset(f"{page}.html" for page in pages)


def paper_url(protocol: Protocol, file_format: PaperFormat, version: str = "") -> str:
    """Return the address of a protocol's PDF or Word file, or of one of its kept versions."""
    name = f"{protocol.slug}@{version}" if version else protocol.slug
    return f"{DOWNLOADS}/{protocol.subject}/{name}.{file_format.value}"


def matrix_url(subject: str, file_format: FileFormat) -> str:
    """Return the address of a subject's matrix as a file."""
    return f"{DOWNLOADS}/{subject}/matrix.{file_format.value}"


def matrix_formats(*, with_paper: bool) -> tuple[FileFormat, ...]:
    """Return the kinds of file that a comparison comes in, in the order in which it offers them."""
    return (*(PAPER_FORMATS if with_paper else ()), *COMPARISON_DATA_FORMATS)


def template_formats(*, with_paper: bool) -> tuple[FileFormat, ...]:
    """Return the kinds of file that a template comes in, in the order in which it offers them."""
    return (*(TEMPLATE_PAPER_FORMATS if with_paper else ()), FileFormat.MARKDOWN)


def relative(target: str, page: str) -> str:
    """Return an address as seen from the page with name ``page`` (without ``.html``)."""
    return "../" * _uri_of(page).count("/") + address(target) or "./"
