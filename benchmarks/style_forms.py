"""One document as files: texts with hard line breaks, Word with native or typed numbers.

Word files are plain XML, as an office program would write them, with a header and a footer; PDFs
are made of these by LibreOffice where it is installed.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import textwrap
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from style_documents import Document, Node

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "footnotes", "header1", "footer1")
_PAGE = 46
_WIDTHS = {**dict.fromkeys("ijltf.,;:'()", 0.5), **dict.fromkeys("mwMWADGOV", 1.6)}
_BREAK = re.compile(r"(?<=[aeiou][bdfgklmnprstvz])(?=[bdfgklmnprstvz][aeiou])")


# -- text -----------------------------------------------------------------------------------


def tidy_text(document: Document) -> str:
    """Return a text with blank lines between paragraphs, and notes at its end."""
    lines = [document.title, ""]
    label = 0
    before = ""
    for node in document.nodes:
        label += bool(node.note)
        if not (node.kind == before == "item" or node.kind == "table"):
            lines.append("")
        lines += _wrapped(node, 92, f"[{label}]" if node.note else "")
        if node.kind == "heading":
            lines.append("")
        before = node.kind
    notes = [f"[{number}] {note}" for number, note in enumerate(document.notes, 1)]
    lines += ["", *(line for note in notes for line in textwrap.wrap(note, 92))]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def extracted_text(document: Document) -> str:
    """Return a text as taken out of a PDF: pages, running heads, broken words, no blank lines."""
    lines: list[str] = [document.title]
    notes: list[str] = []
    label = page = 0
    pages: list[list[str]] = []
    for node in document.nodes:
        label += bool(node.note)
        new = _wrapped(node, 78, str(label) if node.note else "", breaks=True)
        if len(lines) + len(notes) + len(new) > _PAGE:
            pages.append([*lines, *notes])
            lines, notes = [], []
        lines += new
        if node.note:
            notes += textwrap.wrap(f"{label} {node.note}", 78)
    pages.append([*lines, *notes])
    printed = []
    for page, body in enumerate(pages, 1):
        head = [document.title] if page > 1 else []
        printed.append("\n".join([*head, *body, f"Pagina {page} van {len(pages)}"]))
    return "\n\f".join(printed) + "\n"


def crawled_text(document: Document) -> str:
    """Return a text as taken out of a PDF by Word: broken by the width of its letters.

    Every line ends in a space, an empty line is line spacing, one with a space an empty paragraph,
    and a page begins with a space. Which of these a document has differs by document.
    """
    random = Random(f"{document.style} {document.title} {len(document.nodes)}")
    blank = random.choice(("\n", ""))
    empty = random.choice((" \n", " \n", ""))
    head, has_numbers = random.choice((document.title, "", "")), random.random() < 0.5
    pages: list[list[str]] = [[]]
    notes: list[str] = []
    label, before = 0, ""
    for node in (Node(kind="title", text=document.title), *document.nodes):
        label += bool(node.note)
        lines = list(_printed(node, str(label) if node.note else ""))
        if len(pages[-1]) + len(notes) + len(lines) > _PAGE:
            pages[-1] += notes
            pages.append([])
            notes = []
        is_list = before == node.kind == "item" or node.kind == "table"
        if pages[-1] and not is_list:
            pages[-1][-1] += f"{blank}{empty}"
        pages[-1] += [f"{line} \n{blank}" for line in lines]
        if node.note:
            noted = Node(kind="paragraph", text=f"{label} {node.note}")
            notes += [f"{line} \n{blank}" for line in _printed(noted, "")]
        before = node.kind
    pages[-1] += notes
    printed = []
    for number, body in enumerate(pages, 1):
        first = [f"{head} \n{blank}"] if head and number > 1 else []
        last = [f"{number} \n"] if has_numbers else []
        printed.append("".join([*first, *body]).rstrip("\n") + "\n" + "".join(last))
    return " ".join(printed)


def _printed(node: Node, mark: str) -> Iterator[str]:
    """Yield the lines of a paragraph as letters of different widths fill them."""
    if node.rows:
        yield from (" ".join(row) for row in node.rows)
        return
    line, width = "", 0.0
    for word in f"{node.marker} {node.text}{mark}".split():
        wide = sum(_WIDTHS.get(letter, 1.0) for letter in word)
        if line and width + 0.5 + wide > 86 - 4 * node.depth * (node.kind == "item"):
            yield line
            line, width = "", 0.0
        line = f"{line} {word}".strip()
        width += 0.5 + wide
    yield line


def _wrapped(node: Node, width: int, mark: str, *, breaks: bool = False) -> list[str]:
    if node.rows:
        return ["\t".join(row) for row in node.rows]
    indent = "   " * node.depth if node.kind != "heading" else ""
    text = node.text + mark
    words = f"{node.marker} {text}".strip()
    if not breaks:
        hang = indent + " " * (len(node.marker) + 1 if node.kind == "item" else 0)
        return textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=hang)
    return list(_broken(words, width))


def _broken(words: str, width: int) -> Iterator[str]:
    """Yield lines; a long word that does not fit is broken between two consonants."""
    line = ""
    for word in words.split(" "):
        room = width - len(line) - 2
        if len(line) + 1 + len(word) <= width or not line:
            line = f"{line} {word}".strip()
            continue
        places = [m.start() for m in _BREAK.finditer(word) if 3 <= m.start() <= room]
        if places and word.isalpha() and len(word) > 9 and len(word) - places[-1] > 3:
            yield f"{line} {word[: places[-1]]}-"
            line = word[places[-1] :]
        else:
            yield line
            line = word
    yield line


# -- Word -----------------------------------------------------------------------------------


def word_file(document: Document, *, native: bool, columns: int = 1) -> bytes:
    """Return a Word file; ``native`` with styles and counted lists, else all typed and bold."""
    writer = _Writer(document, native=native, columns=columns)
    body = "".join(writer.paragraphs())
    columned = f'<w:cols w:num="{columns}" w:space="600"/>' if columns > 1 else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/><w:footerReference '
        'w:type="default" r:id="rfooter1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" '
        'w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
        f"{columned}</w:sectPr>"
    )
    space = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    inner = {
        "document": ("document", f"<w:body>{body}{section}</w:body>"),
        "styles": ("styles", _styles(columns)),
        "numbering": ("numbering", writer.numbering()),
        "footnotes": ("footnotes", writer.footnotes()),
        "header1": ("hdr", f"<w:p><w:r><w:t>{escape(document.title)}</w:t></w:r></w:p>"),
        "footer1": ("ftr", _footer()),
    }
    return _zipped(
        {name: f"<w:{root} {space}>{xml}</w:{root}>" for name, (root, xml) in inner.items()}
    )


class _Writer:
    """Writes paragraphs, and gathers the lists and notes that they call."""

    def __init__(self, document: Document, *, native: bool, columns: int) -> None:
        self._document = document
        self._columns = columns
        self._native = native
        self._lists: list[tuple[str, str, int, int]] = []
        self._last: dict[int, tuple[str, int, int]] = {}
        self._notes: list[str] = []

    def paragraphs(self) -> Iterator[str]:
        title = self._document.title
        style = '<w:pStyle w:val="Titel"/>' if self._native else '<w:jc w:val="center"/>'
        run = "" if self._native else '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
        yield f"<w:p><w:pPr>{style}</w:pPr><w:r>{run}<w:t>{escape(title)}</w:t></w:r></w:p>"
        for node in self._document.nodes:
            yield _table(node, 9000 // self._columns) if node.rows else self._paragraph(node)

    def _paragraph(self, node: Node) -> str:
        if node.kind == "heading":
            self._last.clear()
        properties, typed, run = "", f"{node.marker} ", ""
        if node.kind == "heading" and self._native:
            properties, typed = f'<w:pStyle w:val="Kop{node.depth}"/>', ""
            typed, number = self._counted(node, is_heading=True)
            properties += number
        elif node.kind == "heading":
            run = "<w:rPr><w:b/></w:rPr>"
        elif self._native and node.marker:
            typed, number = self._counted(node)
            properties = number
        elif node.marker or node.depth:
            left = 425 * (node.depth + bool(node.marker))
            hanging = 'w:hanging="425"' if node.marker else ""
            properties = f'<w:ind w:left="{left}" {hanging}/>'
            typed = f"{node.marker}\t" if node.marker else ""
        call = ""
        if node.note:
            self._notes.append(node.note)
            call = (
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference '
                f'w:id="{len(self._notes) + 1}"/></w:r>'
            )
        text = "".join(
            "<w:tab/>" if piece == "\t" else f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
            for piece in re.split(r"(\t)", f"{typed}{node.text}".lstrip(" "))
            if piece
        )
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}{text}</w:r>{call}</w:p>"

    def _counted(self, node: Node, *, is_heading: bool = False) -> tuple[str, str]:
        """Return what must be typed, and the list that counts the marker of a node."""
        form = _form(node.marker)
        if form is None:
            return f"{node.marker} ".lstrip(), ""
        kind, text, count = form
        depth = node.depth - 1 if is_heading else node.depth
        key = depth + (10 if is_heading else 0)
        if not is_heading:
            self._last = {k: v for k, v in self._last.items() if k <= key}
        last = self._last.get(key)
        if last is None or last[0] != kind + text or (kind != "bullet" and count != last[1] + 1):
            self._lists.append((kind, text, count, depth))
            last = (kind + text, count, len(self._lists))
        self._last[key] = (kind + text, count, last[2])
        return "", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{last[2]}"/></w:numPr>'

    def numbering(self) -> str:
        abstract, numbers = "", ""
        for number, (kind, text, count, depth) in enumerate(self._lists, 1):
            left = 425 * (depth + 1)
            abstract += (
                f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMulti'
                f'level"/><w:lvl w:ilvl="0"><w:start w:val="{count}"/><w:numFmt w:val="{kind}"/>'
                f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind '
                f'w:left="{left}" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
            )
            numbers += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        return abstract + numbers

    def footnotes(self) -> str:
        marks = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
            "</w:footnote>"
            for number, kind in enumerate(("separator", "continuationSeparator"))
        )
        return marks + "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="Voetnoot"/></w:pPr><w:r>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r>'
            f'<w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
            for number, note in enumerate(self._notes, 2)
        )


def _form(marker: str) -> tuple[str, str, int] | None:
    """Return how Word counts a marker: format, text and number; None when it is typed."""
    if marker in ("•", "-", "o", "–"):
        return "bullet", marker, 1
    found = re.fullmatch(r"(.*?)(\d+|[a-z]|[A-Z]|[IVX]+)([.):°]*)", marker)
    if found is None or re.search(r"\d[a-z]$", marker):
        return None
    before, count, end = found.groups()
    if count.isdigit():
        return "decimal", f"{before}%1{end}", int(count)
    romans = ["I", "II", "III", "IV", "V", "VI"]
    if count in romans:
        return "upperRoman", f"{before}%1{end}", romans.index(count) + 1
    kind = "upperLetter" if count.isupper() else "lowerLetter"
    return kind, f"{before}%1{end}", ord(count.lower()) - ord("a") + 1


def _table(node: Node, width: int) -> str:
    small = '<w:rPr><w:sz w:val="14"/></w:rPr>' if width < 9000 else ""
    width //= len(node.rows[0])
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    rows = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{place}<w:p><w:r>{small}<w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in node.rows
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in node.rows[0])
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}"
        f"</w:tblGrid>{rows}</w:tbl>"
    )


def _styles(columns: int) -> str:
    # a long word of a large heading would be broken without a hyphen in a column
    largest = 34 if columns == 1 else 27
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/><w:basedOn '
        f'w:val="Standaard"/><w:pPr><w:spacing w:before="240" w:after="60"/><w:outlineLvl '
        f'w:val="{n - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{largest - 4 * n}"/></w:rPr></w:style>'
        for n in (1, 2, 3)
    )
    return (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Carlito" w:hAnsi="Carlito"/>'
        '<w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn '
        'w:val="Standaard"/><w:rPr><w:sz w:val="48"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Voetnoot"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Standaard"/><w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr>'
        f'<w:sz w:val="18"/></w:rPr></w:style>{headings}'
    )


def _footer() -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    words = (
        '<w:r><w:t xml:space="preserve">Pagina </w:t></w:r>',
        field("PAGE"),
        '<w:r><w:t xml:space="preserve"> van </w:t></w:r>',
        field("NUMPAGES"),
    )
    return f"<w:p>{''.join(words)}</w:p>"


def _zipped(parts: dict[str, str]) -> bytes:
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_R}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for name in _PARTS
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.'
        f'{"document.main" if name == "document" else name.rstrip("1")}+xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_TYPES}/relationships"><Relationship Id="r1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_TYPES}/relationships">'
        f"{relations}</Relationships>",
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return buffer.getvalue()


# -- PDF ------------------------------------------------------------------------------------


def has_office() -> bool:
    """Tell whether LibreOffice is here to make PDFs."""
    return shutil.which("soffice") is not None


def office_pdfs(files: Sequence[bytes]) -> list[bytes]:
    """Return the PDF that LibreOffice makes of each Word file."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number:04d}" for number in range(len(files))]
        for name, content in zip(names, files, strict=True):
            Path(folder, f"{name}.docx").write_bytes(content)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                *(str(Path(folder, f"{name}.docx")) for name in names),
            ],
            check=True,
            capture_output=True,
            timeout=60 + 10 * len(files),
        )
        return [Path(folder, f"{name}.pdf").read_bytes() for name in names]
