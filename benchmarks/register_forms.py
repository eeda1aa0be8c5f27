"""One document in the ways that people make files: Word's own styles, office programs, browsers.

Word files come from python-docx, with the styles of an English or a Dutch Word; LibreOffice takes
them to .odt and back and prints them; Chromium prints a web page with the head and foot that a
browser adds; Typst sets a PDF. An e-mail is text with its head.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

import typst
from docx import Document as WordDocument
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from programs import find_chromium
from style_documents import Document, Node
from style_forms import office_pdfs

_DUTCH = {
    "Title": ("Titel", "Titel"),
    "Heading 1": ("Kop1", "Kop 1"),
    "Heading 2": ("Kop2", "Kop 2"),
    "Heading 3": ("Kop3", "Kop 3"),
    "List Bullet": ("Lijstopsomteken", "Lijstopsom.teken"),
    "List Bullet 2": ("Lijstopsomteken2", "Lijstopsom.teken 2"),
}
_MAIL = (
    "Van: A. de Boer <a.deboer@school.example>\nVerzonden: dinsdag 4 juni 2024 16:20\n"
    "Aan: directie@school.example\nOnderwerp: {subject}\n\n"
)
_BULLETS = ("•", "-", "–", "o")


# -- Word -----------------------------------------------------------------------------------


def styled_word(
    document: Document, *, is_dutch: bool = False, title_in_kop1: bool = False
) -> bytes:
    """Return a Word file with Word's own styles; lists count by themselves, headings are typed."""
    word = WordDocument()
    lists = _Lists(word)
    if document.title:
        style = "Heading 1" if title_in_kop1 else "Title"
        word.add_paragraph(document.title, style=style)
    for node in document.nodes:
        _add(word, node, lists, int(title_in_kop1))
    _run(word, document)
    if is_dutch:
        _dutch(word)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _run(word: Word, document: Document) -> None:
    """Give every page a head with the title, and a foot with its number and how many there are."""
    section = word.sections[0]
    section.header.paragraphs[0].text = document.title or "Nieuwsbrief van de school"
    foot = section.footer.paragraphs[0]
    for words, code in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        foot.add_run(words)
        field = _element("fldSimple", instr=code)
        run = _element("r")
        text = _element("t")
        text.text = "1"
        run.append(text)
        field.append(run)
        foot._p.append(field)


def _add(word: Word, node: Node, lists: _Lists, deeper: int) -> None:
    if node.rows:
        table = word.add_table(rows=len(node.rows), cols=len(node.rows[0]))
        table.style = "Table Grid"
        for row, cells in zip(node.rows, table.rows, strict=True):
            for text, cell in zip(row, cells.cells, strict=True):
                cell.text = text
        return
    if node.kind == "heading":
        lists.end()
        word.add_paragraph(
            f"{node.marker} {node.text}".strip(), style=f"Heading {node.depth + deeper}"
        )
    elif node.kind == "item" and node.marker in _BULLETS:
        word.add_paragraph(node.text, style="List Bullet 2" if node.depth else "List Bullet")
    elif node.kind == "item":
        lists.count(word.add_paragraph(node.text), node)
    else:
        paragraph = word.add_paragraph(node.text)
        if node.depth:
            paragraph.paragraph_format.left_indent = Cm(0.75 * node.depth)


class _Lists:
    """Gives each list a numbering of its own, as Word does when a list begins again."""

    def __init__(self, word: Word) -> None:
        self._part = word.part.numbering_part.element
        self._last: dict[int, tuple[str, int]] = {}
        self._next = 50

    def end(self) -> None:
        self._last = {}

    def count(self, paragraph: Paragraph, node: Node) -> None:
        """Let a paragraph be counted; ``a.`` by letters, other markers by figures."""
        sign, is_letter = node.marker[-1], node.marker[0].isalpha()
        key = ("lowerLetter" if is_letter else "decimal") + sign
        self._last = {depth: one for depth, one in self._last.items() if depth <= node.depth}
        found = self._last.get(node.depth)
        if found is None or found[0] != key or node.marker in ("1.", "a.", "1)"):
            found = (key, self._begin(key[:-1], f"%{node.depth + 1}{sign}", node.depth))
        self._last[node.depth] = found
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = node.depth
        properties.get_or_add_numId().val = found[1]

    def _begin(self, form: str, text: str, depth: int) -> int:
        number, self._next = self._next, self._next + 1
        abstract = _element("abstractNum", abstractNumId=number)
        level = _element("lvl", ilvl=depth)
        indent = _element("pPr")
        indent.append(_element("ind", left=425 * (depth + 1), hanging=425))
        for child in (
            _element("start", val=1),
            _element("numFmt", val=form),
            _element("lvlText", val=text),
            indent,
        ):
            level.append(child)
        abstract.append(level)
        self._part.insert(0, abstract)
        listed = _element("num", numId=number)
        listed.append(_element("abstractNumId", val=number))
        self._part.append(listed)
        return number


def _element(name: str, **values: object) -> BaseOxmlElement:
    found = OxmlElement(f"w:{name}")
    for key, value in values.items():
        found.set(qn(f"w:{key}"), str(value))
    return found


def _dutch(word: Word) -> None:
    """Give the styles the names that a Dutch Word shows, with identifiers of its own."""
    for name, (identifier, shown) in _DUTCH.items():
        style = word.styles[name]
        old = style.style_id
        style.element.set(qn("w:styleId"), identifier)
        style.element.find(qn("w:name")).set(qn("w:val"), shown)
        for tag in ("pStyle", "basedOn", "next", "link"):
            for part in (word.element, word.styles.element):
                for found in part.iter(qn(f"w:{tag}")):
                    if found.get(qn("w:val")) == old:
                        found.set(qn("w:val"), identifier)


def through_odt(files: Sequence[bytes]) -> list[bytes]:
    """Return Word files that LibreOffice saved as .odt and then as .docx again."""
    return _converted(_converted(files, "docx", "odt"), "odt", "docx")


def _converted(files: Sequence[bytes], old: str, new: str) -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number:04d}" for number in range(len(files))]
        out = Path(folder, "out")
        for name, content in zip(names, files, strict=True):
            Path(folder, f"{name}.{old}").write_bytes(content)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
            + ["--convert-to", new, "--outdir", str(out)]
            + [str(Path(folder, f"{name}.{old}")) for name in names],
            check=True,
            capture_output=True,
            timeout=60 + 10 * len(files),
        )
        return [Path(out, f"{name}.{new}").read_bytes() for name in names]


# -- web page and its print -----------------------------------------------------------------


def listed_page(document: Document) -> str:
    """Return a web page with real lists, counted by the browser."""
    title = escape(document.title)
    head = f"<title>{title or 'Brief'}</title>"
    first = f"<h1>{title}</h1>\n" if title else ""
    style = (
        "<style>body{font:11pt Carlito,sans-serif}table{border-collapse:collapse}"
        "td{border:1px solid #555;padding:2pt 5pt}</style>"
    )
    body = "\n".join(_html(document.nodes))
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">{head}{style}</head>'
        f"<body>\n{first}{body}\n</body></html>\n"
    )


def _html(nodes: Sequence[Node]) -> Iterator[str]:
    open_lists: list[str] = []
    for node in nodes:
        wanted = node.depth + 1 if node.kind == "item" else 0
        tag = _list_tag(node) if wanted else ""
        while len(open_lists) > wanted or (
            len(open_lists) == wanted and wanted and open_lists[-1] != tag
        ):
            yield f"</li></{open_lists.pop()[:2]}>"
        if len(open_lists) == wanted and wanted:
            yield "</li>"
        while len(open_lists) < wanted:
            kind = ' type="a"' if tag == "ol a" else ""
            yield f"<{tag[:2]}{kind}>"
            open_lists.append(tag)
        yield f"<li>{escape(node.text)}" if wanted else _block(node)
    while open_lists:
        yield f"</li></{open_lists.pop()[:2]}>"


def _list_tag(node: Node) -> str:
    if node.marker in _BULLETS:
        return "ul"
    return "ol a" if node.marker[0].isalpha() else "ol 1"


def _block(node: Node) -> str:
    if node.rows:
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in node.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    if node.kind == "heading":
        level, words = node.depth + 1, f"{node.marker} {node.text}".strip()
        return f"<h{level}>{escape(words)}</h{level}>"
    return f"<p>{escape(node.text)}</p>"


def browser_pdfs(documents: Sequence[Document]) -> list[bytes]:
    """Return what Chromium prints, with the date and address that it puts on every page."""
    with tempfile.TemporaryDirectory() as folder:
        return [_printed(document, Path(folder), n) for n, document in enumerate(documents)]


def _printed(document: Document, folder: Path, number: int) -> bytes:
    page, made = folder / f"{number}.html", folder / f"{number}.pdf"
    page.write_text(listed_page(document), "utf-8")
    subprocess.run(
        [
            find_chromium() or "",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={made}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    return made.read_bytes()


# -- Typst ----------------------------------------------------------------------------------

_TYPST = """
#let d = json(bytes(sys.inputs.data))
#let head = if d.title == "" { "Nieuwsbrief" } else { d.title }
#set page(
  margin: 2.5cm,
  header: text(8pt, head),
  footer: context text(8pt)[#counter(page).display() / #counter(page).final().first()],
)
#set text(lang: "nl", size: 10.5pt)
#set par(justify: true)
#let size(depth) = if depth == 1 { 14pt } else { 12pt }
#show heading: it => block(above: 1.4em, below: 0.7em, sticky: true,
  text(size(it.level), weight: "bold", it.body))
#if d.title != "" { text(20pt, weight: "bold", d.title); parbreak() }
#if d.nodes.filter(node => node.kind == "heading").len() > 5 { outline(title: "Inhoud") }
#for node in d.nodes {
  if node.rows.len() > 0 {
    table(columns: node.rows.at(0).len(), ..node.rows.flatten())
  } else if node.kind == "heading" {
    heading(level: node.depth, node.marker + if node.marker != "" {" "} + node.text)
  } else if node.kind == "item" {
    pad(left: node.depth * 1.6em, grid(columns: (1.6em, 1fr), node.marker, node.text))
  } else { par(node.text) }
}
"""


def typst_pdfs(documents: Sequence[Document]) -> list[bytes]:
    """Return the PDF that Typst sets of each document."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.typ")
        page.write_text(_TYPST, "utf-8")
        return [typst.compile(page, sys_inputs={"data": _as_json(one)}) for one in documents]


def _as_json(document: Document) -> str:
    keys = ("kind", "text", "marker", "depth", "rows")
    nodes = [{key: getattr(node, key) for key in keys} for node in document.nodes]
    return json.dumps({"title": document.title, "nodes": nodes})


# -- text -----------------------------------------------------------------------------------


def mail_text(document: Document, width: int = 72) -> str:
    """Return a text as it is copied from an e-mail: its head, and paragraphs apart."""
    lines = [document.title, ""] if document.title else []
    before = ""
    for node in document.nodes:
        if not (node.kind == before == "item" or (node.kind == before == "table")):
            lines.append("")
        if node.rows:
            lines += ["\t".join(row) for row in node.rows]
        else:
            indent = "    " * node.depth if node.kind == "item" else ""
            words = f"{node.marker} {node.text}".strip()
            hang = indent + "  " * (node.kind == "item")
            lines += textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=hang)
        before = node.kind
    text = "\n".join(lines).replace("\n\n\n", "\n\n")
    return _MAIL.format(subject=document.title or "brief") + text.lstrip("\n") + "\n"


Maker = Callable[[Sequence[Document]], list[bytes]]


def each(make: Callable[[Document], bytes]) -> Maker:
    """Return what makes the files of several documents one by one."""
    return lambda documents: [make(document) for document in documents]


def printed(documents: Sequence[Document]) -> list[bytes]:
    """Return the PDF that LibreOffice makes of Word files with styles."""
    return office_pdfs([styled_word(document) for document in documents])
