"""A note stands on the page of its mark, and what announces something stays with it."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pypdfium2
import pytest
from docx.oxml.ns import qn

from protocolkit.base.messages import translator
from protocolkit.base.objects import Object
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.fonts import NO_FONTS
from protocolkit.paper.pdf import note_pages, write_pdf
from protocolkit.paper.pdf.data import typst_data
from protocolkit.paper.pdf.note_pages import marks_note, page_begun, with_notes_in_place
from protocolkit.paper.pdf.querying import queried
from protocolkit.reading.reader import read_protocol_text
from word_parts import part_of

_NL = translator("nl")
_WORDS = "De mentor controleert een beschadigde fiets en legt dit schriftelijk vast. "
_TEMPLATE = "protocol.typ"


def _data(notes: int) -> Object:
    """Return the data of a text of three lines a clause, each with a note of some length."""
    numbers = range(1, notes + 1)
    items = (f"{{#a-{n}}}\n{n}. {_WORDS}[^{n}] {_WORDS * 2}\n\n" for n in numbers)
    words = (f"[^{n}]: {_WORDS * (1 + n % 5)}\n\n" for n in numbers)
    text = "".join(chain(["# Hek\n\n{#h}\n## Regels\n\n"], items, words))
    protocol = read_protocol_text(text, "hek.md", subject="hek", slug="de-mus").protocol
    return typst_data(protocol, make_cover(protocol, _NL), _NL)


def _strays(data: Object) -> list[list[str]]:
    return queried("<_strays>", _TEMPLATE, data, None, NO_FONTS)


def test_no_note_stands_before_its_mark() -> None:
    data = _data(40)
    assert _strays(data), "Typst leaves none behind any more: this module can go"
    made = with_notes_in_place(_TEMPLATE, data, None, NO_FONTS)
    assert _strays(made) == []
    assert {**made, "body": []} == {**data, "body": []}


@pytest.mark.parametrize(("every", "length"), [(1, 2), (2, 6), (1, 14)])
def test_no_note_begins_on_the_page_after_its_mark(every: int, length: int) -> None:
    """Where the notes of a page leave no room for it, its low paragraph goes along with it."""
    numbers = range(1, 25)
    items = (
        f"{{#a-{n}}}\n{n}. {_WORDS * 3}" + (f" Roep{n}z.[^{n}]\n\n" if n % every == 0 else "\n\n")
        for n in numbers
    )
    notes = (f"[^{n}]: Noot{n}z {_WORDS * length}\n\n" for n in numbers if n % every == 0)
    text = "".join(chain(["# Hek\n\n{#h}\n## Regels\n\n"], items, notes))
    pages = _pages(read_protocol_text(text, "hek.md", subject="hek", slug="de-mus").protocol)
    called = {n: [at for at, page in enumerate(pages) if f"Roep{n}z" in page] for n in numbers}
    begun = {n: [at for at, page in enumerate(pages) if f"Noot{n}z" in page] for n in numbers}
    assert begun == called
    assert any(called.values())


def _mark(anchor: str) -> Object:
    return {"kind": "mark", "anchor": anchor, "role": "first"}


def _words(*content: object, leads: bool = False) -> Object:
    return {"kind": "paragraph", "leads": leads, "content": list(content)}


def _clause(*blocks: Object) -> Object:
    return {"kind": "clause", "blocks": list(blocks)}


def _list(*items: tuple[Object, ...]) -> Object:
    return {"kind": "list", "items": [{"blocks": list(blocks)} for blocks in items]}


def _begun(part: object, path: str = "") -> list[str]:
    """Return the paths of all that begins a page."""
    if isinstance(part, list):
        return [found for n, inner in enumerate(part) for found in _begun(inner, f"{path}{n}")]
    if not isinstance(part, dict):
        return []
    inner = [found for key, value in part.items() for found in _begun(value, f"{path}{key[0]}")]
    return [path, *inner] if part.get("begins") else inner


_NOTED = _words("x", _mark("n"))


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ([_clause(_words("a")), _clause(_NOTED)], "1"),
        # a list goes on on the next page, from the item with the mark
        ([_list((_words("a"),), (_NOTED,))], "0i1"),
        ([_list((_words("a"), _words("b"), _NOTED))], "0i0b2"),
        # what announces it goes along
        ([_clause(_words("a")), _clause(_words("b:", leads=True)), _list((_NOTED,))], "1"),
        (
            [
                _clause(_words("a")),
                {"kind": "section", "content": ["H"], "parts": [_list((_NOTED,))]},
            ],
            "1",
        ),
        ([_list((_words("a"),), (_words("b:", leads=True), _list((_NOTED,))))], "0i1"),
        # at the beginning of everything no page can begin
        ([_clause(_NOTED)], None),
        ([_clause(_words("a", _mark("other")))], None),
    ],
)
def test_the_page_begins_before_all_that_belongs_to_the_mark(
    parts: list[object], where: str | None
) -> None:
    made, _ = page_begun(parts, marks_note("n"))
    assert _begun(made) == ([] if where is None else [where])


_ADDRESS = f"https://de-mus.example/{'-'.join(['afspraken'] * 12)}/eind."
_LONG_WORDS = {
    "address": _ADDRESS,
    "hyphens": f"{'-'.join(['afspraken'] * 12)}.",
    "strokes": f"{'/'.join(['ouders', 'verzorgers', 'voogden'] * 4)}.",
}
_SAID = "De school zegt dat. "


def _with_word(word: str, lines: int, before: str = "", words: str = _SAID * 12) -> Protocol:
    """Return a text with a long word after so many clauses."""
    fill = "".join(f"{{#a-{n}}}\n{n}. Regel.\n\n" for n in range(1, lines))
    last = f"{{#zie}}\n99. {words}Zie {word} {words}\n"
    return read_protocol_text(f"# Hek\n\n{before}{fill}{last}", "hek.md", subject="hek").protocol


def _typst(protocol: Protocol) -> Object:
    return typst_data(protocol, make_cover(protocol, _NL), _NL)


def _pages(protocol: Protocol) -> list[str]:
    """Return what each page says, without its spaces."""
    pdf = write_pdf(protocol, make_cover(protocol, _NL), _NL)
    with pypdfium2.PdfDocument(pdf) as read:
        return ["".join(page.get_textpage().get_text_range().split()) for page in read]


@pytest.mark.parametrize("kind", _LONG_WORDS)
def test_a_word_stands_on_one_page(kind: str) -> None:
    word, strays = _LONG_WORDS[kind], 0
    for lines in range(20, 30):
        # the same word twice: each has its own place
        protocol = _with_word(word, lines, f"{{#x}}\nZie {word}\n\n", _SAID * 4)
        if _strays(data := _typst(protocol)):
            strays += 1
            made = with_notes_in_place(_TEMPLATE, data, None, NO_FONTS)
            assert _strays(made) == []
            assert _begun(made["body"])
            assert sum(page.count(word) for page in _pages(protocol)) == 2
    assert strays


def test_in_a_high_paragraph_a_word_begins_a_line() -> None:
    strays = 0
    for lines in range(15, 30):
        protocol = _with_word("ouders/verzorgers/leerlingen", lines, words=_SAID * 23)
        if _strays(data := _typst(protocol)):
            strays += 1
            made = with_notes_in_place(_TEMPLATE, data, None, NO_FONTS)
            assert (_strays(made), _begun(made["body"])) == ([], [])
    assert strays


def test_words_that_move_no_page_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    word = "ouders/verzorgers/leerlingen"
    many = "".join(f"{{#b-{n}}}\n{n}. {f'{_SAID}Zie {word}. ' * 40}\n\n" for n in range(1, 40))
    data = _typst(read_protocol_text(f"# Hek\n\n{many}", "hek.md", subject="hek").protocol)
    strays = len(_strays(data))
    asked: list[object] = []

    def counted(*said: Any) -> list[list[str]]:
        asked.append(said)
        return queried(*said)

    monkeypatch.setattr(note_pages, "queried", counted)
    made = with_notes_in_place(_TEMPLATE, data, None, NO_FONTS)
    assert strays > 1
    assert len(asked) <= strays
    assert _begun(made["body"]) == []


def _kept_in_word(protocol: Protocol, tag: str) -> set[str]:
    """Return the last signs of the paragraphs that Word keeps together."""
    body = part_of(write_docx(protocol, make_cover(protocol, _NL), _NL), "document.xml")
    return {
        "".join(one.itertext())[-8:]
        for one in body.iter(qn("w:p"))
        if one.find(f"{qn('w:pPr')}/{qn(tag)}") is not None and "Regel" not in one.itertext()
    }


@pytest.mark.parametrize("kind", _LONG_WORDS)
def test_word_keeps_a_low_paragraph_with_a_long_word_on_one_page(kind: str) -> None:
    word = _LONG_WORDS[kind]
    assert _kept_in_word(_with_word(word, 3, words=""), "w:keepLines") == {word[-8:]}
    assert _kept_in_word(_with_word(word, 3, words=_SAID * 20), "w:keepLines") == set()


def test_what_announces_something_stays_with_it_when_it_is_low_in_both() -> None:
    for sentences, is_kept in ((2, True), (40, False)):
        text = f"# Hek\n\n{{#a}}\n{_SAID * sentences}Dit geldt:\n\n{{#b}}\n1. Regel.\n"
        protocol = read_protocol_text(text, "hek.md", subject="hek").protocol
        assert ("t geldt:" in _kept_in_word(protocol, "w:keepNext")) is is_kept
        body = _typst(protocol)["body"]
        assert isinstance(body, list)
        assert body[0]["blocks"][0]["leads"] is is_kept
