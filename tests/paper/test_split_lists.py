"""A list of which Typst says that a page splits it up is kept on one page, and there is a PDF."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
import typst

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.cover import make_cover
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.pdf import compiling
from protocolkit.paper.pdf.laid_out import TEMPLATE, laid_out_data
from protocolkit.paper.shared.extras import NO_EXTRAS
from protocolkit.reading.reader import read_protocol_text

_DUTCH = translator("nl")
_POINT = "{{#b-{n}}}\n- De leerkracht houdt toezicht, belt de ouders en schrijft het op.[^{n}]"
_PLACE = Location("x.md")


# What Typst says where a page ends at a bad place, which no short text makes it say.
_SAID = (
    "error: PDF/UA-1 error: invalid document structure, this element's PDF tag would be split up"
)


def _split_up() -> typst.TypstError:
    found = typst.TypstError(_SAID, _SAID)
    found.diagnostic = _SAID
    return found


def _data(points: int) -> dict[str, object]:
    lines = [_POINT.format(n=n) for n in range(1, points + 1)]
    notes = [f"[^{n}]: Bij het zwembad, noot {n}." for n in range(1, points + 1)]
    parts = "\n\n## Regels\n\n".join(lines)
    text = "\n\n".join(["# Zwemmen", "## Regels", parts, *notes]) + "\n"
    made = read_protocol_text(text, "x.md", slug="x").protocol
    cover = make_cover(made, _DUTCH)
    return laid_out_data(
        made, cover, _DUTCH, language="nl", project=None, style=HouseStyle(), extras=NO_EXTRAS
    )


def test_a_list_that_would_be_split_up_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, Any]] = []
    plainly = compiling._compiled

    def once_split(template: Path, document: str, *rest: Any) -> bytes:
        given.append(json.loads(document))
        if len(given) == 1:
            raise _split_up()
        return plainly(template, document, *rest)

    monkeypatch.setattr(compiling, "_compiled", once_split)
    made = compiling.compile_pdf(TEMPLATE, _data(3), _PLACE)
    assert made.startswith(b"%PDF")
    assert [one.get("has_whole_lists", False) for one in given] == [False, True]


def _pages(made: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(made)) as pdf:
        return [page.extract_text() + "\n" for page in pdf.pages]


def test_what_stays_split_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def split(*_: Any) -> bytes:
        raise _split_up()

    monkeypatch.setattr(compiling, "_compiled", split)
    with pytest.raises(ProtocolkitError, match="pdf-failed"):
        compiling.compile_pdf(TEMPLATE, _data(1), _PLACE)


def test_lists_that_are_kept_whole_have_the_same_words() -> None:
    data = _data(15)
    apart, whole = (
        _pages(compiling.compile_pdf(TEMPLATE, {**data, **more}, _PLACE))
        for more in ({}, {"has_whole_lists": True})
    )
    assert sorted("".join(apart).split()) == sorted("".join(whole).split())
    assert "belt de ouders" in "".join(whole)
