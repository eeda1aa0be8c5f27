"""Properties stand in a Word file in the order of the standard, whoever added them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from programs import IsValidWord
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.elements import element
from protocolkit.paper.docx.schema_order import in_schema_order, order_properties
from protocolkit.reading.reader import read_protocol_text
from word_parts import part_of

_DUTCH = translator("nl")
_ROW = "| Schorsing voor vijf schooldagen | De klachtencommissie " * 3 + "|"
_GRID = "\n".join(("| A | B | C | D | E | F |", "|---" * 6 + "|", _ROW, _ROW))
_TEXT = f"""# Maatregelen

{{#hs-1}}
## 1 Regels

{{#lid}}
1. De mentor legt het vast.

{{#tabel}}
{_GRID}

{{#zin}}
Meer niet.

{{#tabel-twee}}
{_GRID}

{{#kop}}
## 2 Slot

{{#tabel-drie}}
{_GRID}
"""


def _word() -> bytes:
    read = read_protocol_text(_TEXT).protocol
    protocol = replace(read, facts=Facts(organisation=Organisation(name="De Brug")))
    return write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)


def _names(made: etree._Element) -> list[str]:
    return [etree.QName(one).localname for one in made]


def test_the_page_of_a_turned_table_comes_after_the_indent_of_a_label() -> None:
    body = part_of(_word(), "document.xml")
    ended = [_names(found.getparent()) for found in body.iter(qn("w:sectPr"))][1:-1]
    assert any("ind" in names for names in ended)
    assert all(names[-1] == "sectPr" for names in ended)


def test_every_part_is_in_order() -> None:
    with zipfile.ZipFile(io.BytesIO(_word())) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    for part in parts:
        made = parse_xml(part)
        before = etree.tostring(made)
        in_schema_order(made)
        assert etree.tostring(made) == before


def test_properties_are_put_in_order() -> None:
    made = element("pPr", *(element(name) for name in ("sectPr", "ind", "tabs", "pStyle", "ind")))
    order_properties(made)
    assert _names(made) == ["pStyle", "tabs", "ind", "ind", "sectPr"]


def test_headers_and_footers_stay_as_they_are() -> None:
    names = ("footerReference", "headerReference", "titlePg", "pgSz", "footerReference")
    made = element("sectPr", *(element(name) for name in names))
    order_properties(made)
    assert _names(made) == [*names[:2], "footerReference", "pgSz", "titlePg"]


def test_what_is_not_known_stays_behind_what_it_stood_behind() -> None:
    made = element("rPr", *(element(name) for name in ("lang", "nieuw", "b", "oud", "rStyle")))
    order_properties(made)
    assert _names(made) == ["rStyle", "b", "oud", "lang", "nieuw"]


def test_the_file_is_valid(valid_word: IsValidWord, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_word())
    valid_word(path)
