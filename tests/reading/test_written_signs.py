"""Words that hold Markdown's own signs: they are written so that they read back as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Block, Clause, Footnote, Paragraph, Protocol, Table
from protocolkit.document.outline import clauses, protocol_tokens
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    tidy,
)
from protocolkit.reading.inline_writer import write_rich
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_SIGNS = (
    "(2) ( [ ] ! x! \\ { } % \" ' # #kop * _ x_y i. 1. a: : ::: | ~ ~~ <b> &amp; ` - + = x Wbp 5 "
    "(a) [1]: ^ $ @x.nl http://x.nl/a {#a} {.b} {% \\( ° § a) A. (i) IV. – > --- *** 1° <br>"
).split()
# No space to Markdown, and no sign.
_SIGNS.append("\u2028")
_TEXTS = st.lists(
    st.tuples(st.sampled_from(_SIGNS), st.sampled_from(["", " ", "\u00a0"])), min_size=1, max_size=4
).map(lambda drawn: Text("".join(sign + space for sign, space in drawn)))
_SPECIAL: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Emphasis, content=st.tuples(_TEXTS), strong=st.booleans()),
    st.builds(
        Link, target=st.sampled_from(["#a-0", "https://x.nl/(a)"]), content=st.tuples(_TEXTS)
    ),
    st.sampled_from(["1", "2"]).map(NoteMark),
    st.just(HardBreak()),
)
_RICH: st.SearchStrategy[RichText] = (
    st.lists(st.one_of(_TEXTS, _SPECIAL), min_size=1, max_size=4).map(tidy).filter(bool)
)
_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    _RICH.map(Paragraph),
    st.builds(lambda a, b: Table(header=(a, b), rows=((b, a),)), _RICH, _RICH),
)
_MARKERS = st.sampled_from(
    ["1.", "•", "14a.", "i.", 'a"b', "{", "%", "\\", "}", '"', "{#x}", "&#34;"]
)


def _protocol(marker: str, *blocks: Block) -> Protocol:
    clause = Clause(anchor="a-0", blocks=blocks, marker=marker)
    notes = tuple(
        Footnote(label=label, blocks=(Paragraph((Text("noot"),)),)) for label in ("1", "2")
    )
    return Protocol(
        facts=Facts(organisation=Organisation(name="X")),
        title=(Text("T"),),
        parts=(clause,),
        notes=notes,
    )


@examples(200)
@given(_MARKERS, st.lists(_BLOCKS, min_size=1, max_size=2))
def test_no_sign_changes_a_word_or_a_marker(marker: str, blocks: list[Block]) -> None:
    given_ = _protocol(marker, Paragraph((Text("Begin"),)), *blocks)
    once = read_protocol_text(write_protocol(given_)).protocol
    assert protocol_tokens(once) == protocol_tokens(given_)
    assert [c.marker for c in clauses(once)] == [marker]
    assert read_protocol_text(write_protocol(once)).protocol == once


@pytest.mark.parametrize(
    ("rich", "written"),
    [
        ((NoteMark("1"), Text("(2) x")), "[^1]\\(2) x"),
        ((NoteMark("1"), Text(": x")), "[^1]\\: x"),
        ((Text("x!"), Link(target="#a", content=(Text("y"),))), "x\\![y](#a)"),
        ((Text("x"), Emphasis(content=(Text("(y)"),))), "&#120;*(y)*"),
        ((Emphasis(content=(Text("y "),)), Text("x")), "*y* x"),
        ((Link(target="#a", content=(Text("^1"),)),), "[\\^1](#a)"),
        ((Text("x"), HardBreak()), "x"),
        ((Text("x"), HardBreak(), Text("\u2028")), "x"),
        ((Text("x"), HardBreak(), Emphasis(content=(Text(" "),))), "x"),
        ((Emphasis(content=(Text("x"), HardBreak())), Text("y")), "*x*\\\ny"),
        ((Emphasis(content=(HardBreak(), Text("x"))),), "*x*"),
        ((Link(target="#a", content=(Text("x"), HardBreak())), Text("y")), "[x](#a)\\\ny"),
        ((Text("x\x85"), Emphasis(content=(Text("("),)), Text("\x85y")), "x  *(*  y"),
    ],
)
def test_what_would_read_as_something_else_is_escaped(rich: RichText, written: str) -> None:
    assert write_rich(rich) == written


def test_a_line_break_in_a_cell_reads_and_is_written() -> None:
    text = "# T\n\n{#a}\n| a<br>b | c |\n| --- | --- |\n| \\<br\\> | d |\n\n{#b}\nbuiten<br>tabel\n"
    reading = read_protocol_text(text)
    table = next(clauses(reading.protocol)).blocks[0]
    assert isinstance(table, Table)
    assert table.header[0] == (Text("a"), HardBreak(), Text("b"))
    assert table.rows[0][0] == (Text("<br>"),)
    assert list(clauses(reading.protocol))[1].blocks == (Paragraph((Text("buiten<br>tabel"),)),)
    assert read_protocol_text(write_protocol(reading.protocol)).protocol.parts == (
        reading.protocol.parts
    )


@pytest.mark.parametrize(
    "body",
    [
        "\tb) een tab voor een teken",
        "{#a}\n- - +",
        "{#a}\n- - +\n    + x",
        "{#a}\n- a\n  - - +\n  - b",
        "{#a}\n- a\n  - x\n  - - - +",
        "{#a}\nKop over\\\ntwee regels\n===",
        "{#a}\n**Kop over\\\ntwee** regels\n---",
    ],
)
def test_what_was_read_reads_the_same_when_it_is_written(body: str) -> None:
    once = read_protocol_text(f"# T\n\n{body}\n").protocol
    again = read_protocol_text(write_protocol(once)).protocol
    assert again == once


@pytest.mark.parametrize(
    "text",
    [
        "- - +\n\n    - x\n",
        "- a\n\n  - - +\n\n      - x\n",
        "1. Tekst:\n\n   - a\n\n   + b\n\n   - c\n",
        "1. Tekst:\n\n   + - -\n   - - -\n\n   * c\n",
        "1. Tekst:\n\n   {#x}\n   - a\n\n   + b\n",
        "1. Tekst[^1].\n\n[^1]: Noot.\n\n    - a\n\n    + b\n",
    ],
)
def test_two_lists_of_bullets_right_after_each_other_stay_two(text: str) -> None:
    wanted = read_protocol_text(f"# Proef\n\n{{#k}}\n## Kop\n\n{{#k-1}}\n{text}").protocol
    assert read_protocol_text(write_protocol(wanted)).protocol.parts == wanted.parts
    assert read_protocol_text(write_protocol(wanted)).protocol.notes == wanted.notes


@pytest.mark.parametrize("start", [" - ", " + ", "\t# ", "  1. "])
def test_a_space_before_a_sign_at_the_start_makes_no_item_of_it(start: str) -> None:
    facts = Facts(organisation=Organisation(name="De Brug"))
    rich = (Text(f"{start}bellen"), HardBreak(), Text(f"{start}gaan"))
    clause = Clause(anchor="a", blocks=(Paragraph(rich),))
    protocol = Protocol(facts=facts, title=(Text("T"),), parts=(clause,))
    read = read_protocol_text(write_protocol(protocol)).protocol
    assert protocol_tokens(read) == protocol_tokens(protocol)
