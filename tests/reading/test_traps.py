"""What goes wrong easily in a source file is a problem with its line, and no word is lost."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.outline import blocks_text, protocol_tokens
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_HEAD = "---\nprotocol:\n  organisation: {name: X}\n---\n\n# T\n\n"
_OFFSET = _HEAD.count("\n")


def _codes(body: str) -> list[tuple[str, int]]:
    found = read_protocol_text(_HEAD + body, "x.md").problems
    return [(problem.code.name, problem.location.line - _OFFSET) for problem in found]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("{#a}\n1. Een regel.\n{#b}\n2. Nog een.\n", "attribute-swallowed", 3),
        ("{#a}\nEen alinea\n7. en een punt.\n", "item-swallowed", 3),
        ("{#a}\nEen alinea\n7) en een punt.\n", "item-swallowed", 3),
        ("{#a}\nEen alinea\n• en een punt.\n", "item-swallowed", 3),
        ("{#a}\nEen alinea\n(7) en een punt.\n", "points-as-text", 3),
        ("{#a}\n1. De leerling:\n   a. komt op tijd;\n   b. groet.\n", "points-as-text", 3),
        ("{#a}\n2. De leerling:\n   1° komt op tijd;\n   2° groet.\n", "points-as-text", 3),
        ("{#a}\n1. De leerling:\n   (i) komt op tijd;\n   (ii) groet.\n", "points-as-text", 3),
        ("{#a}\n1. De leerling:\n   k. komt op tijd;\n   l. groet.\n", "points-as-text", 3),
        ("Zonder anker.\n", "anchor-missing", 1),
        ("{#A_b}\nTekst.\n", "anchor-bad", 2),
        (f"{{#a-{'x' * 40}}}\nTekst.\n", "anchor-bad", 2),
        ("{#a}\nEen.\n\n{#a}\nTwee.\n", "anchor-twice", 5),
        ("{#a .regle}\nEen.\n", "attribute-unknown", 2),
        ("{#a}\n```{include} /etc/passwd\n```\n", "block-as-text", 2),
        ("{#a}\n<script>alert(1)</script>\n", "syntax-as-text", 2),
        ("{#a}\nEen {{ cycler.__init__ }} keer.\n", "syntax-as-text", 2),
        ("{#a}\nEen {doc}`x` keer.\n", "syntax-as-text", 2),
        ("{#a}\nEen ![foto](../../x.png) keer.\n", "syntax-as-text", 2),
        ("{#a}\nEen [link](../../../etc/passwd) keer.\n", "link-refused", 2),
        ("{#a}\nEen noot[^9].\n", "note-missing", 2),
        ("{#a}\nEen.\n\n[^1]: Noot.\n", "note-unused", 4),
        ("{#a}\nEen[^1].\n\n[^1]:\n", "note-empty", 4),
        ("{#a}\nEen[^1].\n\n[^1]: Noot.\n\n[^1]: Weer.\n", "note-twice", 6),
        ("{#a}\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", "table-uneven", 2),
        ("{#a}\n## H\n\n{#b}\n#### H\n", "level-skipped", 5),
        ("# Nog een\n", "title-twice", 1),
        ("{#a}\n" + "".join(f"{'  ' * n}- p{n}\n" for n in range(10)), "too-deep", 11),
        ("{#a}\nEen\x07twee.\n", "control-character", 2),
    ],
)
def test_a_trap_is_a_problem(body: str, code: str, line: int) -> None:
    assert (code, line) in _codes(body)


@pytest.mark.parametrize("room", ["   ", "\n   "])
def test_a_note_set_in_under_an_item_is_the_note_that_it_is(room: str) -> None:
    body = f"{{#a}}\n1. Een.[^2]\n{room}[^2]: De noot.\n\n{{#b}}\n2. Twee.\n"
    reading = read_protocol_text(_HEAD + body)
    assert [problem.code.name for problem in reading.problems] == []
    assert [(note.label, blocks_text(note.blocks)) for note in reading.protocol.notes] == [
        ("2", "De noot.")
    ]
    assert read_protocol_text(write_protocol(reading.protocol)).protocol == reading.protocol


@pytest.mark.parametrize("start", ["16 jaar", "– zo", "A. de Vries", "2018. Daarna", "a.", "7."])
def test_a_line_that_may_go_on_a_sentence_is_no_trap(start: str) -> None:
    assert _codes(f"{{#a}}\nDat is zo voor\n{start}\n") == []


@pytest.mark.parametrize(
    ("yaml", "code", "line"),
    [
        ("protocol: [", "yaml-syntax", 2),
        ("protocol:\n  title: *x", "yaml-alias", 3),
        ("protocol:\n  titel: x", "yaml-unknown-key", 3),
        ("protocol:\n  title: x\n  title: y", "yaml-duplicate-key", 4),
        ("protocol:\n  status: klaar", "yaml-choice", 3),
        ("protocol:\n  dated: mei 2019", "bad-date", 3),
        ("protocol:\n  dated: 2024-02-30", "bad-date", 3),
        ("protocol:\n  organisation: X", "yaml-shape", 3),
        ("protocol:\n  title: x", "organisation-missing", 3),
        ("protocol: !!python/object/apply:os.system [id]", "yaml-shape", 2),
        ("- een\n- twee", "yaml-shape", 2),
        ("x: 1", "front-matter-missing", 1),
        ("protocol:\n  title: " + "[" * 5000, "yaml-syntax", 3),
    ],
)
def test_bad_settings_are_a_problem_with_their_line(yaml: str, code: str, line: int) -> None:
    # What was parsed for one file is kept, and told of the other as well.
    for path in ("x.md", "y.md"):
        problems = read_protocol_text(f"---\n{yaml}\n---\n# T\n", path).problems
        told = [(found.code.name, found.location.path, found.location.line) for found in problems]
        assert (code, path, line) in told


def test_no_settings_at_all() -> None:
    names = [found.code.name for found in read_protocol_text("# T\n").problems]
    assert names == ["front-matter-missing", "status-unreadable"]


def test_a_message_names_thing_place_and_cure_in_dutch() -> None:
    reading = read_protocol_text(f"{_HEAD}{{#a}}\nEen.\n\n{{#a}}\nTwee.\n", "protocols/x/y.md")
    line = reading.problems[0].line(translator())
    assert line == (
        f"protocols/x/y.md:{_OFFSET + 5}: het anker 'a' is twee keer gebruikt "
        f"(eerst op regel {_OFFSET + 2}). Geef een van de twee een andere naam. [anchor-twice]"
    )


def test_hostile_text_is_printed_as_text() -> None:
    body = (
        "{#a}\n{{ cycler.__init__.__globals__.os.popen('id').read() }}\n\n"
        "{#b}\n```{eval-rst}\n.. raw:: html\n   :url: http://x\n```\n\n"
        "{#c}\n[klik](javascript:alert(1)) <img src=x onerror=alert(1)>\n"
    )
    words = " ".join(protocol_tokens(read_protocol_text(_HEAD + body).protocol))
    for printed in ("cycler", "popen", "eval-rst", "raw", "url", "javascript", "onerror", "alert"):
        assert printed in words


def test_settings_of_other_tools_do_nothing() -> None:
    text = _HEAD.replace("protocol:", "myst: {enable_extensions: [substitution]}\nprotocol:", 1)
    reading = read_protocol_text(text + "{#a}\nEen {{ 1 + 1 }}.\n")
    assert protocol_tokens(reading.protocol)[-6:] == ("{", "1", "+", "1", "}", "}", ".")[-6:]
