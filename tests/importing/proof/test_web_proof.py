"""No word of a web page may be missing: counted by another reader than the one that imports."""

from __future__ import annotations

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.proof.web_count import held_by_page, is_web_addition, prove_web_page


def _held(html: str) -> str:
    return " ".join(" ".join(held_by_page(html.encode()).pieces).split())


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>De <b>school</b> &amp; ouders</p>", "De school & ouders"),
        ('<img alt="een plein" src="x.png">', "een plein"),
        ('<input type="submit" value="Verstuur">', "Verstuur"),
        ('<input type="hidden" value="geheim">', ""),
        ("<![iets[niet]]> <p>wel</p>", "wel"),
        ("<!-- niet --><p>wel</p>", "wel"),
    ],
)
def test_what_a_page_holds(html: str, words: str) -> None:
    assert _held(html) == words


def test_of_a_name_that_stands_twice_the_first_counts_as_in_a_browser() -> None:
    assert _held('<img alt="eerst" alt="later" src="x">') == "eerst"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("1.", True), ("•", True), ("", True), ("iv.", True), ("1. De", False), ("school", False)],
)
def test_a_browser_adds_markers_and_no_words(text: str, is_one: bool) -> None:
    assert is_web_addition(text) is is_one


def test_a_page_that_is_read_whole_is_proved_and_one_word_less_is_not() -> None:
    page = b"<html><body><h1>Hek</h1><ol><li>De school sluit het hek.</li></ol></body></html>"
    prove_web_page(page, extract_html(page))
    with pytest.raises(ProtocolkitError):
        prove_web_page(page, extract_text(b"Hek\n\n1. De school sluit het.\n"))


def test_the_words_of_a_page_in_a_page_count() -> None:
    assert _held("<iframe srcdoc='<p>Binnen</p>'></iframe>") == "Binnen"
