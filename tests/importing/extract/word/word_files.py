"""Small Word files for tests, put together from the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source.lines import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "w": W,
        "r": R,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def package(
    body: str,
    parts: Mapping[str, str] | Mapping[str, str | bytes] | None = None,
    *,
    kinds: Mapping[str, str] | None = None,
    before: str = "",
) -> bytes:
    """Return a Word file; ``parts`` are its other parts by name, ``kinds`` how the text calls them.

    A part is called after its name unless ``kinds`` says otherwise, and has that as its id;
    ``before`` stands before the body.
    """
    other: dict[str, str | bytes] = dict(parts or {})
    named = kinds or {}
    targets = "".join(
        f'<Relationship Id="{name}" Type="{R}/{named.get(name, name.partition(".")[0])}" '
        f'Target="{name}"/>'
        for name in other
    )
    files: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{_TYPES}"><Relationship Id="r" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_TYPES}">{targets}'
        "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}>{before}<w:body>{body}</w:body></w:document>",
        **{f"word/{name}": content for name, content in other.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def styles(content: str) -> str:
    """Return a part with styles."""
    return f"<w:styles {SPACES}>{content}</w:styles>"


def part(root: str, content: str) -> str:
    """Return a part with such a root."""
    return f"<{root} {SPACES}>{content}</{root}>"


def p(*pieces: str, properties: str = "", mark: str = "") -> str:
    """Return a paragraph of runs; ``mark`` is what is said of the mark at its end."""
    inside = f"{properties}<w:rPr>{mark}</w:rPr>" if mark else properties
    return f"<w:p><w:pPr>{inside}</w:pPr>{''.join(pieces)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str, properties: str = "") -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell around paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def proved(content: bytes) -> Source:
    """Return what is read of a Word file, of which no word may be lost."""
    source = extract_word(content)
    prove_word(content, source)
    return source
