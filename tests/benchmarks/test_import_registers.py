"""Documents in the registers of schools come in as what they were made to be."""

from __future__ import annotations

import pytest

from import_registers import WAYS, Way, measure
from protocolkit.text.words import tokens
from register_documents import REGISTERS, make_register
from register_forms import mail_text
from style_documents import gold_keys
from style_forms import tidy_text

_ALWAYS = [way for way in WAYS if not way.needs]


@pytest.mark.parametrize("register", REGISTERS)
def test_what_is_wanted_holds_every_word_of_a_document(register: str) -> None:
    document = make_register(register, 5)
    wanted = [
        word for marker, words, _ in gold_keys(document) for word in (*tokens(marker), *words)
    ]
    headings = [
        word
        for node in document.nodes
        if node.kind == "heading"
        for word in tokens(f"{node.marker} {node.text}")
    ]
    signs = sum(node.marker == "-" for node in document.nodes)
    printed = len(tokens(tidy_text(document))) - len(tokens(document.title)) - signs
    assert len(wanted) + len(headings) == printed
    assert mail_text(document).startswith("Van: ")


@pytest.mark.parametrize("way", _ALWAYS, ids=lambda way: way.name)
def test_nearly_every_unit_and_every_title_is_right(way: Way) -> None:
    documents = [make_register(register, 1) for register in REGISTERS]
    results = [
        measure(document, way, content)
        for document, content in zip(documents, way.make(documents), strict=True)
    ]
    right = sum(one.right.total() for one in results)
    assert right >= 0.98 * sum(one.wanted.total() for one in results)
    assert all(one.is_title_right for one in results)
