"""What a file shows is a protocol only when words, marks and links are all the protocol's."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.own_files.printed import shows_in_pdf, shows_in_word, view_of
from protocolkit.importing.source.lines import Line
from protocolkit.reading.reader import read_protocol_text

_TEXT = """\
# Protocol kluisjes

{#a}
1. Zie [de site](https://example.org/a) van de school[^1].

{#b}
2. De sleutel blijft van de school.

[^1]: Ook in de vakantie.
"""
_PROTOCOL = read_protocol_text(_TEXT).protocol
_PAGE = """\
Protocol kluisjes
1. Zie de site van de school1.
2. De sleutel blijft van de
school.
1Ook in de vakantie.
"""
_LINK = ("https://example.org/a",)


def test_the_page_is_that_of_the_protocol() -> None:
    assert len(protocol_tokens(_PROTOCOL)) > 15
    assert shows_in_pdf(_PROTOCOL, [_PAGE], _LINK)
    # An extractor may put the note of a page anywhere between its lines.
    first, *rest = _PAGE.splitlines()
    assert shows_in_pdf(_PROTOCOL, ["\n".join([first, rest[-1], *rest[:-1]])], _LINK)


@pytest.mark.parametrize(
    "page",
    [
        _PAGE.replace("blijft", "is"),
        _PAGE.replace("school1.", "school."),
        _PAGE.replace("1Ook in de vakantie.\n", ""),
        _PAGE + "En nog iets.\n",
        "\n".join(reversed(_PAGE.splitlines())),
    ],
)
def test_other_words_are_not_the_protocols(page: str) -> None:
    assert not shows_in_pdf(_PROTOCOL, [page], _LINK)


@pytest.mark.parametrize("addresses", [(), ("https://example.org/b",), (*_LINK, "https://x.nl")])
def test_links_that_lead_elsewhere_are_not_the_protocols(addresses: tuple[str, ...]) -> None:
    assert not shows_in_pdf(_PROTOCOL, [_PAGE], addresses)


_TABLES = read_protocol_text(
    """\
# Hek

{#a}
1. Bij:
   | wat | wie |
   |---|---|
   | hek | de wacht |

   en een noot[^1].

[^1]: Een.

    | x | y |
    |---|---|
    | p | q |
"""
).protocol


def test_a_row_is_one_line_in_the_text_and_each_cell_is_one_in_a_note() -> None:
    body = ["Hek", "1. Bij:", "wat\twie", "hek\tde wacht", "en een noot[1]."]

    def shown(*notes: str) -> bool:
        lines = [Line(text=text, begin=0) for text in (*body, *notes)]
        return shows_in_word(_TABLES, "", lines, ())

    assert shown("[1] Een.", "x", "y", "p", "q") or shown("1 Een.", "x", "y", "p", "q")
    assert not shown("1 Een.", "x\ty", "p\tq")
    [holder] = _TABLES.parts
    assert view_of(holder)[0][1:3] == (("wat", "wie"), ("hek", "de", "wacht"))  # type: ignore[arg-type]
