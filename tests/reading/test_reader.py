from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Clause, Kind, Paragraph, PointList, Section, Table
from protocolkit.document.outline import clauses, placed_clauses, protocol_text
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, Text
from protocolkit.reading.reader import read_protocol, read_protocol_text
from protocolkit.reading.writer import write_protocol

_TEXT = """\
# Titel

{#h .toelichting short="Regels"}
## 3 De *regels*

{#art-1 .regel}
7. De leerling[^1] mag [dit](#art-2):

   {style=lower-alpha}
   1. een
   3. drie

   Vervolg.\\
   Nieuwe regel.

{#art-2}
14a. Los.

{#t}
| kop | kop 2 |
|-----|-------|
| **a** | b |

[^1]: De noot.
"""


def _only(text: str = _TEXT) -> tuple[Section, tuple[Clause, ...]]:
    protocol = read_protocol_text(text).protocol
    section = protocol.parts[0]
    assert isinstance(section, Section)
    return section, tuple(clauses(protocol))


def test_a_heading_has_its_marker_and_title() -> None:
    section, _ = _only()
    assert (section.marker, section.short, section.level) == ("3", "Regels", 2)
    assert section.title == (Text("De "), Emphasis(content=(Text("regels"),)))


def test_an_item_keeps_its_literal_marker_and_all_its_blocks() -> None:
    _, (item, *_) = _only()
    first, points, last = item.blocks
    assert item.marker == "7."
    assert first == Paragraph(
        (
            Text("De leerling"),
            NoteMark("1"),
            Text(" mag "),
            Link(target="#art-2", content=(Text("dit"),)),
            Text(":"),
        )
    )
    assert isinstance(points, PointList)
    assert [point.marker for point in points.points] == ["a.", "c."]
    assert last == Paragraph((Text("Vervolg."), HardBreak(), Text("Nieuwe regel.")))


def test_kinds_come_from_the_clause_or_its_section() -> None:
    _, found = _only()
    assert [clause.kind for clause in found] == [Kind.RULE, Kind.EXPLANATION, Kind.EXPLANATION]


def test_what_no_list_can_count_is_a_paragraph_with_a_marker() -> None:
    _, (_, letter, table) = _only()
    assert (letter.marker, letter.blocks) == ("14a.", (Paragraph((Text("Los."),)),))
    assert isinstance(table.blocks[0], Table)


def test_the_order_of_words() -> None:
    words = protocol_text(read_protocol_text(_TEXT).protocol).split()
    assert " ".join(words) == (
        "Titel 3 De regels 7. De leerling mag dit: a. een c. drie Vervolg. Nieuwe regel. "
        "14a. Los. kop kop 2 a b De noot."
    )


def test_clauses_know_their_place() -> None:
    protocol = read_protocol_text(_TEXT, "x.md").protocol
    placed = list(placed_clauses(protocol))
    assert placed[0].sections[0].anchor == "h"
    assert [item.clause.location.line for item in placed] == [7, 17, 20]


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ProtocolkitError, match="file-missing"):
        read_protocol(tmp_path / "x.md")


def test_a_binary_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"PK\x03\x04\xff\xfe\x00\x01")
    with pytest.raises(ProtocolkitError, match="not a text file"):
        read_protocol(path)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"\xef\xbb\xbf" + _TEXT.replace("\n", "\r\n").encode())
    assert read_protocol(path).protocol.parts == read_protocol_text(_TEXT).protocol.parts


def test_a_picture_keeps_every_word_of_its_source() -> None:
    read = read_protocol_text('# T\n\n{#a}\n1. Zie ![bord](x.png "mag niet") hier.\n').protocol
    assert '![bord](x.png "mag niet")' in protocol_text(read)


def test_a_name_in_the_settings_that_is_given_twice_prints_no_warning() -> None:
    # a warning is an error in these tests
    text = "---\nprotocol:\n  title: &a T\n  organisation: {name: &a B}\n---\n# T\n"
    assert read_protocol_text(text).protocol.facts.organisation.name == "B"


@pytest.mark.parametrize("directive", ["%YAML 1.3", "%YAML 3.1", "%YAML a.b", "%TAG ! x"])
def test_what_the_yaml_library_cannot_take_is_a_problem(directive: str) -> None:
    read = read_protocol_text(f"---\n{directive}\n---\n# T\n")
    assert read.problems[0].code.name == "yaml-syntax"


def test_halves_of_a_sign_in_the_settings_are_one_sign() -> None:
    settings = 'protocol:\n  owner: "\\uD83D\\uDEB2 \\uD83D"\n  organisation: {name: B}'
    owner = read_protocol_text(f"---\n{settings}\n---\n# T\n").protocol.facts.owner
    assert owner == "\U0001f6b2 \ufffd"


@pytest.mark.parametrize(
    "text", ["K. de Wit, directeur", "Artikel 5 van de wet geldt ook hier.", "3.5 uur is te lang."]
)
def test_a_paragraph_keeps_its_first_word_where_it_is_no_marker(text: str) -> None:
    """Signatures begin with a letter and a point, and sentences with what may be a number."""
    read = read_protocol_text(f"# T\n\n{{#slot-1}}\n{text}\n").protocol
    clause = next(clauses(read))
    assert clause.marker
    unmarked = replace(clause, marker="", blocks=(Paragraph((Text(text),)),))
    written = write_protocol(replace(read, parts=(unmarked,)))
    assert '{#slot-1 marker=""}' in written
    assert next(clauses(read_protocol_text(written).protocol)) == unmarked
