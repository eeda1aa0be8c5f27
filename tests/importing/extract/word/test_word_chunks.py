"""Pieces of other files in a Word file: web pages and texts are read, other kinds are refused."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import p, package, r
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.word.extract import extract_word


def _lines(name: str, content: bytes) -> list[str]:
    body = p(r("Vooraf.")) + f"<w:altChunk r:id='{name}'/>" + p(r("Slot."))
    found = extract_word(package(body, {name: content}, kinds={name: "aFChunk"}))
    return [line.text for line in found.lines]


@pytest.mark.parametrize("name", ["x.htm", "x.html", "x.xhtml", "x.HTML"])
def test_a_web_page_is_read_as_one(name: str) -> None:
    assert _lines(name, b"<p>De <b>school</b></p>") == ["Vooraf.", "De school", "Slot."]


@pytest.mark.parametrize("head", [b"<!DOCTYPE html>", b"\xef\xbb\xbf \r\n<HTML>"])
def test_a_web_page_is_known_by_how_it_begins(head: bytes) -> None:
    assert _lines("x.dat", head + b"<p>De school</p>") == ["Vooraf.", "De school", "Slot."]
    late = b" " * 2_000 + b"<html><p>De school</p>"
    with pytest.raises(ProtocolkitError):
        _lines("x.dat", late)


def test_a_text_keeps_its_signs() -> None:
    assert _lines("x.txt", b"De <b>school</b>") == ["Vooraf.", "De <b>school</b>", "Slot."]


@pytest.mark.parametrize(("name", "kind"), [("x.rtf", "rtf"), ("x.docx", "docx"), ("x", "?")])
def test_another_kind_is_refused_by_its_name(name: str, kind: str) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        _lines(name, b"{\\rtf1 De school}")
    assert dict(refused.value.problem.values)["kind"] == kind
