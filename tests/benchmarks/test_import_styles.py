"""Documents in every way of numbering come in as what they were made to be, whatever the form."""

from __future__ import annotations

import pytest

from import_styles import FORMS, Form, measure
from protocolkit.text.words import tokens
from style_documents import STYLES, gold_keys, make_document
from style_forms import tidy_text

_FILES = [form for form in FORMS if not form.is_printed]


@pytest.mark.parametrize("style", STYLES)
def test_what_is_wanted_holds_every_word_of_a_document(style: str) -> None:
    document = make_document(style, 3)
    body = tidy_text(document).split("\n[1] ")[0]
    wanted = [
        word for marker, words, _ in gold_keys(document) for word in (*tokens(marker), *words)
    ]
    headings = [
        word
        for node in document.nodes
        if node.kind == "heading"
        for word in tokens(f"{node.marker} {node.text}")
    ]
    marks = sum(1 for word in tokens(body) if word == "[") * 3
    signs = sum(node.marker in ("-", "o", "–") for node in document.nodes)
    printed = len(tokens(body)) - len(tokens(document.title)) - marks - signs
    assert len(wanted) + len(headings) == printed


@pytest.mark.parametrize("form", _FILES, ids=lambda form: form.name)
def test_nearly_every_clause_is_right(form: Form) -> None:
    results = {
        style: measure(document, form, form.make(document))
        for style in STYLES
        for document in (make_document(style, 1),)
    }
    shares = {style: result.right / result.wanted for style, result in results.items()}
    assert sum(shares.values()) / len(shares) > 0.95
    assert not [style for style, result in results.items() if result.is_flawed]
