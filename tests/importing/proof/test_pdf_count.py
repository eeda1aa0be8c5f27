"""The count of a PDF: no sign of a page is lost on the way to the text, and none is put in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drawn_pdf import RULE_LINES, Drawing, drawn, proved_pdf, words
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.proof import pdf_count
from protocolkit.importing.proof.pdf_count import prove_pdf
from protocolkit.importing.source.lines import Source


def _refusal(content: bytes, source: Source) -> str:
    with pytest.raises(ProtocolkitError) as caught:
        prove_pdf(content, source, Location("regels.pdf"))
    return caught.value.problem.line(translator())


def test_a_line_that_is_dropped_stops_the_import() -> None:
    drawing = Drawing()
    drawing.page()
    drawing.page(words("Zomaar 52 woorden."))
    content = drawing.bytes()
    source = proved_pdf(content)
    said = _refusal(content, replace(source, text=source.text.replace("Zomaar 52", "Zomaar")))
    assert said.startswith("regels.pdf: tekens op bladzijde 2 staan niet in het protocol")
    assert "'Zomaar52woorden.'" in said


def test_a_word_that_is_put_in_stops_the_import() -> None:
    content = drawn("")
    source = proved_pdf(content)
    said = _refusal(content, replace(source, text=f"{source.text} zeker"))
    assert "die op geen bladzijde staan" in said


def test_what_is_left_out_counts_and_must_be_told() -> None:
    content = drawn(words("4. Filmen mag altijd.", before="3 Tr"))
    source = proved_pdf(content)
    assert tuple(source.text.splitlines())[:4] == RULE_LINES
    assert "'4.Filmenmagaltijd.'" in _refusal(content, replace(source, left_out=()))


def test_hyphens_and_bullets_may_change() -> None:
    content = drawn(words("Een gebroken woord-") + words("deel.", low=386))
    source = proved_pdf(content)
    prove_pdf(content, replace(source, text=source.text.replace("-", "")))


def test_a_comment_may_be_told_and_nothing_else_like_it() -> None:
    drawing = Drawing()
    page = drawing.page()
    drawing.annotate(page, "Text", (70, 300, 90, 320), Contents="Klopt dit?")
    source = proved_pdf(drawing.bytes())
    assert [found.text for found in source.left_out] == ["Klopt dit?"]


def test_the_structure_is_asked_only_when_signs_were_put_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []

    def structure_said(content: bytes, _location: Location) -> list[str]:
        asked.append(content)
        return ["Zomaar"]

    monkeypatch.setattr(pdf_count, "structure_said", structure_said)
    drawing = Drawing()
    drawing.page()
    content = drawing.bytes()
    source = proved_pdf(content)
    assert not asked
    prove_pdf(content, replace(source, text=f"{source.text}\nZomaar"))
    assert asked == [content]
    said = _refusal(content, replace(source, text=f"{source.text} Zomaars"))
    assert "die op geen bladzijde staan: 's'" in said
