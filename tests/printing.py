"""What a PDF prints: every run of text in the order of printing, with its tags."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from ctypes import c_ushort
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from protocolkit.text.words import glued

Role = tuple[str, ...]


def printed(pdf: bytes) -> Iterator[tuple[int, Role, str]]:
    """Yield each run of text in the order of printing: page from 1, its tags, its words.

    Running heads and page numbers are no part of the structure; their tags are ``()``.
    """
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        roots = range(pdfium.FPDF_StructTree_CountChildren(tree))
        roles: dict[int, Role] = {}
        for root in roots:
            roles |= dict(_roles(pdfium.FPDF_StructTree_GetChildAtIndex(tree, root), ()))
        words = page.get_textpage()
        for run in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            role = roles.get(pdfium.FPDFPageObj_GetMarkedContentID(run), ())
            yield number, role, _utf16(pdfium.FPDFTextObj_GetText, run, words)
        pdfium.FPDF_StructTree_Close(tree)
    document.close()


def words_of_pages(file: Path) -> str:
    """Return the words of all pages of a PDF, with a space between one and the next."""
    pages = pypdfium2.PdfDocument(file.read_bytes())
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def _roles(element: object, path: Role) -> Iterator[tuple[int, Role]]:
    inner = (*path, _utf16(pdfium.FPDF_StructElement_GetType, element))
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if child:
            yield from _roles(child, inner)
        elif content >= 0:
            yield content, inner


def _utf16(call: Callable[..., int], *arguments: object) -> str:
    size = call(*arguments, None, 0)
    buffer = (c_ushort * (size // 2))()
    call(*arguments, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def is_mark(role: Role) -> bool:
    """A label that is not that of a list item is the mark of a note."""
    return any(
        tag == "Lbl" and above != "LI" for above, tag in itertools.pairwise(("Document", *role))
    )


def printed_words(pdf: bytes) -> tuple[str, str]:
    """Return body and notes as printed after cover and contents, without spaces and marks."""
    everything = list(printed(pdf))
    begin = _end_of_contents(everything)
    runs = [
        ("Note" in role, text)
        for page, role, text in everything[begin:]
        if page > 1 and role and not is_mark(role)
    ]
    body = "".join(text for in_note, text in runs if not in_note)
    notes = "".join(text for in_note, text in runs if in_note)
    return glued(body), glued(notes)


def _end_of_contents(runs: list[tuple[int, Role, str]]) -> int:
    """Return how many runs there are up to the last line of the contents, wherever these stand."""
    return max([0, *(number for number, run in enumerate(runs, 1) if "TOCI" in run[1])])


def last_page_of_contents(runs: list[tuple[int, Role, str]]) -> int:
    """Return the last page that is no part of the board's text: the cover's, or that of TOC."""
    return max([1, *(page for page, role, _ in runs if "TOCI" in role)])


def elements(pdf: bytes, *tags: str) -> list[str]:
    """Return the words of each element with one of these tags, in the order of the structure.

    An element that runs on to the next page is one, whatever is printed between its halves.
    """
    texts = _marked_texts(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(opened.pages)}
        return [
            "".join(texts.get(place, "") for place in _places(element, pages, 0))
            for element in _descendants(opened.Root.StructTreeRoot)
            if str(element.get("/S", "")).lstrip("/") in tags
        ]


def lists(pdf: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Return how each list says that it counts, with its markers, in the order of the structure."""
    texts = _marked_texts(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(opened.pages)}
        found = [one for one in _descendants(opened.Root.StructTreeRoot) if one.S == "/L"]
        labels = [
            [label for item in _children(one) for label in _children(item) if label.S == "/Lbl"]
            for one in found
        ]
        return [
            (
                str(one.A[0].ListNumbering).lstrip("/"),
                tuple(
                    "".join(texts.get(at, "") for at in _places(label, pages, 0)) for label in of
                ),
            )
            for one, of in zip(found, labels, strict=True)
        ]


def _marked_texts(pdf: bytes) -> dict[tuple[int, int], str]:
    """Return the words of each piece of marked content by its page, from 0, and its number."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        words = page.get_textpage()
        for run in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            place = (number, pdfium.FPDFPageObj_GetMarkedContentID(run))
            found[place] = found.get(place, "") + _utf16(pdfium.FPDFTextObj_GetText, run, words)
    document.close()
    return found


def _descendants(element: Any) -> Iterator[Any]:
    for child in _children(element):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _descendants(child)


def _places(element: Any, pages: dict[Any, int], page: int) -> Iterator[tuple[int, int]]:
    for child in _children(element):
        if isinstance(child, int):
            yield _page_of(element, pages, page), child
        elif "/MCID" in child:
            yield _page_of(child, pages, _page_of(element, pages, page)), int(child.MCID)
        elif "/S" in child:
            yield from _places(child, pages, _page_of(element, pages, page))


def _page_of(element: Any, pages: dict[Any, int], otherwise: int) -> int:
    return pages[element.Pg.objgen] if "/Pg" in element else otherwise


def _children(element: Any) -> list[Any]:
    inner = element.get("/K", [])
    return list(inner) if isinstance(inner, pikepdf.Array | list) else [inner]
