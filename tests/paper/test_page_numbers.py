"""The pages in a Word file's contents are those of the PDF, which is laid out once for both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.cover import make_cover
from protocolkit.exchange.record import Record
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import compiling, querying, write_pdf
from protocolkit.paper.shared.extras import Extras, SetOff
from protocolkit.reading.reader import read_protocol_text

_NL = translator("nl")
_TEXT = """---
protocol:
  organisation: {name: De Mus}
---

# Hek

{#h}
## Regels

{#a}
1. Eerste regel.
"""
_MORE = "\n".join(
    f"\n{{#h-{n}}}\n## Nog een kop {n}\n\n{{#c-{n}}}\n1. Een regel.\n" for n in range(6)
)


def test_word_asks_for_the_pages_of_the_very_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[object] = []

    def refuse(_template: Path, document: str, *_: object) -> object:
        laid_out.append(json.loads(document))
        raise OSError

    monkeypatch.setattr(compiling, "compiler_for", refuse)
    monkeypatch.setattr(querying, "compiler_for", refuse)
    made = read_protocol_text(_TEXT + _MORE, "hek.md", subject="hek", slug="de-mus").protocol
    extras = Extras(record=Record(protocol=made), set_off={"a": SetOff.CHOICE})
    cover = make_cover(made, _NL)
    with pytest.raises(ProtocolkitError):
        write_pdf(made, cover, _NL, extras=extras)
    assert write_docx(made, cover, _NL, extras=extras)
    of_pdf, of_word = laid_out
    assert of_word == of_pdf
