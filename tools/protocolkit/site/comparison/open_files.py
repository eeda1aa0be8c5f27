"""The empty Excel and Word file that the page of a comparison fills with what it shows.

As zips to complete: ``vergelijken-meenemen.js`` puts the rows in, and nothing leaves the browser.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Mapping

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.comparison.exports import RENDERINGS
from protocolkit.comparison.matrix_workbook import empty_workbook
from protocolkit.paper.docx.open_gaps import FILLER, SIGN, gap
from protocolkit.paper.docx.open_matrix import WIDTH, open_matrix
from protocolkit.paper.docx.open_zip import open_zip

GAP = "\u0001"
"""Stands on both sides of what is open; no text has it, since XML and the reader refuse it."""

_SHEET = "xl/worksheets/sheet1.xml"
_LOOKS = ("head", "question", "text")


def open_files(translate: Translate, language: str) -> Object:
    """Return both files for the scripts, the same for every subject."""
    parts, looks = _workbook_parts(translate)
    document = open_matrix(translate("Comparison"), translate(RENDERINGS), translate, language)
    return {
        "xlsx": {**open_file(parts), "looks": looks},
        "docx": {
            **open_file(document.parts),
            "shapes": {name: in_script(text) for name, text in document.shapes.items()},
            "width": WIDTH,
        },
    }


def open_file(parts: Mapping[str, bytes]) -> Object:
    """Return a file as a zip to complete; its parts with gaps are the texts that are left open."""
    open_parts = {name: text for name, text in parts.items() if SIGN.encode() in text}
    known = {name: content for name, content in parts.items() if name not in open_parts}
    packed = open_zip(known, tuple(open_parts))
    return {
        "start": _base64(packed.start),
        "files": [
            {
                "head": _base64(found.head),
                "entry": _base64(found.entry),
                "text": in_script(open_parts[found.name].decode()),
            }
            for found in packed.files
        ],
        "directory": _base64(packed.directory),
        "end": _base64(packed.end),
    }


def in_script(text: str) -> str:
    """Return a text with its gaps as scripts know them."""

    def named(found: re.Match[str]) -> str:
        return f"{GAP}{found[1].rstrip(FILLER)}{GAP}"

    return re.sub(rf"{SIGN}([^{SIGN}]*){SIGN}", named, text)


def _workbook_parts(translate: Translate) -> tuple[Mapping[str, bytes], dict[str, str]]:
    """Return the parts of an empty workbook, and the number of each look of its cells."""
    source = [gap("titel"), gap("stand"), gap("adres")]
    with zipfile.ZipFile(io.BytesIO(empty_workbook(source, translate))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts[_SHEET].decode()
    looks = re.findall(r'<c r="[A-C]1" s="(\d+)"', sheet)
    sheet = re.sub(r"<dimension [^>]*/>", "", sheet)
    rows = f"<sheetData>{gap('rijen')}</sheetData>"
    opened = re.sub(r"<sheetData>.*</sheetData>", rows, sheet, flags=re.DOTALL)
    return {**parts, _SHEET: opened.encode()}, dict(zip(_LOOKS, looks, strict=True))


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
