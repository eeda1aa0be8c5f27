"""Notes of Akoma Ntoso keep apart and are called where they stood; too deep a file is refused."""

from __future__ import annotations

import pytest

from akn_files import AKN, imported_akn
from akn_schema import schema_errors
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Clause, Footnote, Paragraph, Protocol
from protocolkit.document.richtext import NoteMark, Text, plain
from protocolkit.document.tree import block_texts
from protocolkit.exchange.akn_writer import protocol_to_akn
from protocolkit.importing.extract.akoma_ntoso.extract import extract_akn
from protocolkit.importing.structure.found_facts import Wishes
from seeds import protocol

_DUTCH = translator("nl")


def test_notes_whose_labels_differ_in_capitals_only_come_back_apart() -> None:
    notes = tuple(
        Footnote(label=label, blocks=(Paragraph((Text(f"Noot {label}."),)),))
        for label in ("A", "a")
    )
    words = (Text("Een"), NoteMark("A"), Text(" en twee"), NoteMark("a"), Text("."))
    clause = Clause(anchor="art-1", marker="1.", blocks=(Paragraph(words),))
    written = Protocol(facts=protocol("verkruisen").facts, title=(), parts=(clause,), notes=notes)
    content = protocol_to_akn(written, _DUTCH)
    assert schema_errors(content) == []
    again = extract_akn(content, NOWHERE)
    assert again.parts == (clause,)
    assert {note.label: plain(next(block_texts(note.blocks))) for note in again.notes} == {
        "A": "Noot A.",
        "a": "Noot a.",
    }


_TABLE = "<table><tr><td>x</td></tr></table>"
_PARAGRAPH = "<paragraph><content><p>Een.</p></content></paragraph>"
_ITEM = "<blockList><item><num>a.{note}</num><p>Een.</p></item></blockList>"


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("<paragraph><num>1.{note}</num><content><p>Een.</p></content></paragraph>", "1."),
        (f"<paragraph><num>1.{{note}}</num><content>{_TABLE}</content></paragraph>", "1."),
        (f"<section><num>1{{note}}</num><heading>Kop</heading>{_PARAGRAPH}</section>", "1"),
        (f"<paragraph><content>{_ITEM}</content></paragraph>", "a."),
        ("<paragraph><content><p>Een woord<eol/>{note} en meer.</p></content></paragraph>", "Een"),
    ],
)
def test_a_note_at_a_number_or_a_new_line_is_called_behind_it(body: str, before: str) -> None:
    note = "<authorialNote marker='3'><p>De noot.</p></authorialNote>"
    text = body.replace("{note}", note)
    content = f'<akomaNtoso xmlns="{AKN}"><act><body>{text}</body></act></akomaNtoso>'
    made = imported_akn(content.encode(), Wishes(organisation="De school"))
    assert [note.label for note in made.protocol.notes] == ["3"]
    assert "[^3]" in made.markdown.partition("[^3]:")[0]
    assert "De noot." in made.markdown.partition("[^3]:")[2]
    assert "note-unused" not in made.markdown
    assert before in made.markdown


@pytest.mark.parametrize(("depth", "limit"), [(120, "100"), (252, "100"), (400, "256")])
def test_parts_that_lie_too_deep_are_refused_in_words(depth: int, limit: str) -> None:
    for name in ("section", "b"):
        text = f"<{name}>" * depth + "Een." + f"</{name}>" * depth
        content = f'<akomaNtoso xmlns="{AKN}"><act><body><p>{text}</p></body></act></akomaNtoso>'
        with pytest.raises(ProtocolkitError) as refused:
            imported_akn(content.encode())
        assert refused.value.problem.code.name == "import-too-deep"
        assert f"meer dan {limit} lagen diep" in refused.value.problem.line(_DUTCH)


def test_parts_may_lie_as_deep_as_is_said() -> None:
    text = "<section>" * 90 + "<paragraph><content><p>Een.</p></content></paragraph>"
    text += "</section>" * 90
    content = f'<akomaNtoso xmlns="{AKN}"><act><body>{text}</body></act></akomaNtoso>'
    made = imported_akn(content.encode(), Wishes(organisation="De school"))
    assert "Een." in made.markdown
