"""A label in the margin of our Word file is ours as long as it is the label of that clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from import_quality import own_pdf, own_word
from own_files import with_part, with_record
from protocolkit.base.messages import translator
from protocolkit.document.outline import clause_text, clauses, shown_labels
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.label_form import LABEL_STYLE, as_label

_TEXT = """# Pesten

{#k}
## 1 Voor leerlingen

{#k-1}
1. De school belt de ouders.

{#k-2}
2. De school schrijft alles op.

{#v}
## Vragen en klachten

{#v-1}
- Wij denken mee.
"""
_BODY = "word/document.xml"
_PROTOCOL = read_protocol_text(_TEXT).protocol
_UNCHANGED = "de tekst is daarna niet gewijzigd"


def _file(old: str = "", new: str = "") -> bytes:
    def put(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new, 1)

    return with_part(own_word(_PROTOCOL), _BODY, put)


def _labelled(new: str, label: str = "1.1") -> bytes:
    return _file(f"{as_label(label)}</w:t>", f"\u200b{new}\u200b</w:t>")


def _said(found: Imported) -> str:
    return " ".join(make_report(found, "x.docx", translator()).notices)


def _texts(found: Imported) -> dict[str, str]:
    return {clause.anchor: clause_text(clause) for clause in clauses(found.protocol)}


def _read(content: bytes) -> Imported:
    return import_source(extract_word(content))


def test_the_labels_are_as_the_tests_say() -> None:
    assert shown_labels(_PROTOCOL) == {
        "k-1": "1.1",
        "k-2": "1.2",
        "v-1": "Vragen, 1e punt",
    }
    assert _UNCHANGED in _said(_read(_file()))


@pytest.mark.parametrize(
    ("label", "anchor", "words"),
    [
        ("1.1 vervallen", "k-1", "vervallen De school belt de ouders."),
        ("1.1 geldt niet", "k-1", "geldt niet De school belt de ouders."),
        ("vervallen: 1.1", "k-1", "vervallen: De school belt de ouders."),
        ("1.1vervallen", "k-1", "1.1vervallen De school belt de ouders."),
        ("vervallen", "k-1", "vervallen De school belt de ouders."),
        ("1.1\u200b niet meer", "k-1", "niet meer De school belt de ouders."),
    ],
)
def test_words_behind_a_label_are_text_of_its_clause(label: str, anchor: str, words: str) -> None:
    found = _read(_labelled(label))
    assert _texts(found)[anchor] == words
    assert next(c.marker for c in clauses(found.protocol) if c.anchor == anchor) == "1."
    assert _UNCHANGED not in _said(found)
    assert next(origin.doubts for origin in found.origins if origin.anchor == anchor)


def test_words_behind_a_label_of_words_are_text_too() -> None:
    found = _read(_labelled("Vragen, 1e punt, behalve in mei", "Vragen, 1e punt"))
    assert _texts(found)["v-1"] == ", behalve in mei Wij denken mee."
    assert _UNCHANGED not in _said(found)


@pytest.mark.parametrize("label", ["9.9", "1.2", "Vragen, 1e punt", "1."])
def test_another_label_is_told_with_the_one_that_belongs_there(label: str) -> None:
    found = _read(_labelled(label))
    assert _texts(found) == _texts(_read(_file()))
    said = _said(found)
    assert f"‘{label}’" in said
    assert "‘1.1’" in said
    assert _UNCHANGED not in said
    [odd] = [one for one in found.source.left_out if one.reason is LeftOutReason.TYPED_ASIDE]
    assert odd.text.replace("\u200b", "").strip() == label


def test_a_label_in_pieces_is_one() -> None:
    run = f'<w:r><w:rPr><w:rStyle w:val="{LABEL_STYLE}"/></w:rPr><w:t>'
    found = _read(_file(f"{as_label('1.1')}</w:t>", f"\u200b1</w:t></w:r>{run}.1\u200b</w:t>"))
    assert _UNCHANGED in _said(found)


def test_a_label_without_its_style_is_read_alike() -> None:
    style = f'<w:rStyle w:val="{LABEL_STYLE}"/>'

    def bare(new: str) -> bytes:
        return with_part(_labelled(new), _BODY, lambda xml: xml.replace(style, ""))

    assert _UNCHANGED in _said(_read(bare("1.1")))
    assert _texts(_read(bare("1.1 vervallen")))["k-1"].startswith("vervallen ")
    assert "‘9.9’" in _said(_read(bare("9.9")))


def test_words_before_the_tab_of_a_note_are_text_of_it() -> None:
    noted = read_protocol_text(f"{_TEXT}Wij bellen.[^1]\n\n[^1]: Zie de website.\n").protocol
    word = own_word(noted)
    assert _UNCHANGED in _said(_read(word))

    def put(xml: str) -> str:
        assert "<w:tab/>" in xml
        return xml.replace("<w:tab/>", "<w:t>vervallen</w:t><w:tab/>", 1)

    found = _read(with_part(word, "word/footnotes.xml", put))
    assert clause_text(found.protocol.notes[0]) == "vervallen Zie de website."
    assert _UNCHANGED not in _said(found)


def test_without_a_record_a_label_ends_with_its_number() -> None:
    def without_record(content: bytes) -> bytes:
        return with_record(content, "{}")

    assert _texts(_read(without_record(_labelled("1.1")))) == _texts(_read(_file()))
    found = _read(without_record(_labelled("1.1 vervallen")))
    assert any("vervallen" in text for text in _texts(found).values())
    found = _read(without_record(_labelled("1.1 geldt tot 3")))
    assert any("geldt tot 3" in text for text in _texts(found).values())


@pytest.mark.parametrize("label", ["1.1 vervallen", "9.9", "Vragen, 1e punt, behalve in mei"])
def test_in_a_pdf_labels_are_held_beside_the_record(label: str) -> None:
    source = extract_pdf(own_pdf(_PROTOCOL))
    own = label.split(" ver", maxsplit=1)[0].split(", beh", maxsplit=1)[0]
    changed = tuple(
        replace(one, text=one.text.replace("1.1" if own == "9.9" else own, label))
        for one in source.left_out
    )
    assert changed != source.left_out
    assert _UNCHANGED in _said(import_source(source))
    said = _said(import_source(replace(source, left_out=changed)))
    assert f"‘{label}’" in said
    assert _UNCHANGED not in said
