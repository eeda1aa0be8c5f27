"""What stands behind the end of a page, signs without a form, and masks, as browsers take them."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason


def _page(inside: str, after: str = "", head: str = "") -> Source:
    text = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body><h1>Pesten</h1>"
        f"<p>De school belt.</p>{inside}</body></html>{after}"
    )
    return import_opened(open_content(Path("x.html"), text.encode())).source


@pytest.mark.parametrize(
    "after",
    [
        "<p>Ouders bellen terug.</p>",
        "Ouders bellen terug.",
        "</html><div>Ouders bellen terug.</div>",
    ],
)
def test_what_stands_behind_the_end_is_of_the_page(after: str) -> None:
    assert "Ouders bellen terug." in _page("", after).text


def test_an_end_in_code_or_a_comment_is_none() -> None:
    code = "<script>var a = '</body></html><p>nee</p>'</script><!-- </body> -->"
    assert "nee" not in _page(code, "<p>Ouders bellen terug.</p>").text


def test_a_sign_that_nobody_sees_is_no_word() -> None:
    assert "Wij bellen." in _page("<p>Wij&#1; &#x1F;bellen.</p>").text
    assert "\x0c" not in _page("<p>Wij&#12;bellen 1&#10;2.</p>").text


@pytest.mark.parametrize(
    "mask",
    [
        "mask:linear-gradient(transparent, transparent)",
        "-webkit-mask-image:linear-gradient(to right, rgba(0,0,0,0) 0%, #0000)",
        "mask-image: radial-gradient(rgba(0, 0, 0, 0), transparent 100%)",
    ],
)
def test_what_is_masked_away_is_named_as_hidden(mask: str) -> None:
    found = _page(f"<p style='{mask}'>Nooit bellen.</p>")
    assert "Nooit" not in found.text
    assert [one.reason for one in found.left_out if "Nooit" in one.text] == [LeftOutReason.HIDDEN]
    half = "mask:linear-gradient(black, transparent)"
    assert "Nooit" in _page(f"<p style='{half}'>Nooit bellen.</p>").text


def test_numbers_go_on_above_ninety_nine() -> None:
    lines = [f"{number}. De leerling mag nooit op dak {number}." for number in range(97, 103)]
    text = "Protocol bellen\n\n" + "\n".join(lines) + "\n2018. Dat was het jaar.\n"
    markdown = import_source(extract_text(text.encode())).markdown
    assert all(f"\n{line}\n" in markdown for line in lines[:-1])
    assert "\n2018." not in markdown


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<textarea>Zij <b>bellen</b> &amp; gaan.</textarea>", LeftOutReason.FORM),
        ("<iframe><p>Zij bellen.</p></iframe>", LeftOutReason.NOT_ON_PAGE),
        ("<noembed><i>Zij bellen.</i></noembed>", LeftOutReason.NOT_ON_PAGE),
        ("<svg><title><b>Zij bellen.</b></title></svg>", LeftOutReason.PICTURE),
    ],
)
def test_what_looks_like_markup_in_a_text_is_text(inside: str, reason: LeftOutReason) -> None:
    found = _page(inside, head="<title>Pesten <i>nu</i></title>")
    assert [one.reason for one in found.left_out if "ellen" in one.text] == [reason]
    assert "<b>Zij</b> & zij" in _page("<xmp><b>Zij</b> & zij bellen.</xmp>").text


@pytest.mark.parametrize(
    ("tag", "is_seen"),
    [
        ("<div hidden/>", False),
        ("<span style='display:none' />", False),
        ("<br hidden/>", True),
        ("<a href=https://voorbeeld.nl/>", True),
        ("<svg><g display='none'/></svg>", True),
        ("<title/>", True),
        ("<script>var a = '<div hidden/>'</script>", True),
    ],
)
def test_only_a_drawing_holds_what_closes_itself(tag: str, is_seen: bool) -> None:
    found = _page(f"{tag}Zij bellen.")
    assert ("Zij bellen." in found.text) is is_seen
    hidden = [one for one in found.left_out if one.reason is LeftOutReason.HIDDEN]
    assert any("Zij bellen." in one.text for one in hidden) is not is_seen


@pytest.mark.parametrize("sign", ["\0", "&#xFDD0;", "&#x1FFFE;", "&#127;"])
def test_a_sign_that_no_browser_prints_stops_no_page(sign: str) -> None:
    assert "Wij bellen." in _page(f"<p>Wij {sign}bellen.</p>").text


@pytest.mark.parametrize(
    "inside",
    [
        "<input list=a><datalist id=a><option value='Zij bellen'></datalist>",
        "<image alt='Zij bellen'>",
        "<img type=hidden alt='Zij bellen'>",
    ],
)
def test_words_that_only_some_readers_meet_are_named(inside: str) -> None:
    assert any("Zij bellen" in one.text for one in _page(f"<p>Wij {inside}.</p>").left_out)
