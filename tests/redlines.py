"""Redlines of small versions, and the text of a Word file after its changes are settled."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from lxml import etree

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.redline.proof import Text
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.word import word_redline
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.label_form import LABEL_STYLE

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": MAIN}
WHO = Signature(author="De Mus", day="2026-03-04")
HEAD = """---
protocol:
  title: Protocol hek
  organisation: {name: De Mus, kind: bestuur, sector: po}
  status: vastgesteld
---
# Protocol hek

"""


def protocol(body: str, head: str = HEAD) -> Protocol:
    """Return a small protocol; ``body`` is what stands under its title."""
    return read_protocol_text(head + body, "hek.md", subject="hek", slug="de-mus").protocol


def changes(old: Protocol, new: Protocol) -> ChangeSet:
    """Return what changed between two protocols."""
    return compare_versions(version_of(old), version_of(new))


def redline(old: Protocol, new: Protocol) -> bytes:
    """Return the Word redline of two protocols."""
    return word_redline(changes(old, new), translator("nl"), WHO)


@lru_cache(maxsize=64)
def written(found: Protocol) -> bytes:
    """Return the Word file of one protocol; both versions of many redlines are the same ones.

    Without the pages of headings in its contents: no redline is held to what stands in the front.
    """
    translate = translator("nl")
    with patch("protocolkit.paper.docx.protocol_file.heading_pages", return_value={}):
        return write_docx(found, make_cover(found, translate, "nl"), translate)


def part(file: bytes, name: str) -> Any:
    """Return the root of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(f"word/{name}"))


def text_of(file: bytes) -> Text:
    """Return the text of a Word file without its front, and its notes."""
    return Text(body_of(file), part(file, "footnotes.xml"))


def body_of(file: bytes) -> Any:
    """Return what stands after the front of a Word file."""
    body = part(file, "document.xml").find("w:body", NS)
    ends = [at for at, top in enumerate(body) if top.find("w:pPr/w:sectPr", NS) is not None]
    for top in list(body)[: ends[0] + 1]:
        body.remove(top)
    return body


def without_labels(body: Any) -> Any:
    """Return a text without the labels beside and above its clauses, which are none of its words.

    A paragraph of a label alone goes.
    """
    for found in body.xpath(f".//w:r[w:rPr/w:rStyle/@w:val='{LABEL_STYLE}']", namespaces=NS):
        paragraph = next(found.iterancestors(f"{{{MAIN}}}p"))
        found.getparent().remove(found)
        if not paragraph.xpath(".//w:r", namespaces=NS) and paragraph.getparent() is not None:
            paragraph.getparent().remove(paragraph)
    return body
