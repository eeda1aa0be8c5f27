"""The cover note tells at most five changes, each in its own words, and how many more there are."""

from __future__ import annotations

import io

import pytest
from docx import Document

from one_protocol import headed
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.dossier.cover_note import cover_note
from protocolkit.dossier.proposal_file import Proposal, Summary
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Tone, Words
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.reading.reader import read_protocol_text

_CLAUSES = "".join(f"{{#a{at}}}\n{at}. De leraar noteert punt {at}.\n\n" for at in range(1, 8))
_TABLE = (
    "{#a8}\n| Wie | Taak |\n|---|---|\n| De mentor | belt |\n| De directeur | schrijft |\n"
    "| De raad | beslist |\n"
)
_TEXT = headed("Pesten") + _CLAUSES + _TABLE


def _parts(new: str) -> list[object]:
    texts = (read_protocol_text(one, subject="pesten", slug="de-brug").protocol
             for one in (_TEXT, new))  # fmt: skip
    old, now = map(version_of, texts)
    note = cover_note(now.protocol, compare_versions(old, now), Proposal(), translator("nl"))
    return list(note.leaflets[0].parts)


@pytest.mark.parametrize(("count", "said"), [(6, "nog één wijziging:"), (7, "nog 2 wijzigingen:")])
def test_how_many_more_changes_there_are(count: int, said: str) -> None:
    new = _TEXT
    for at in range(1, count + 1):
        new = new.replace(f"noteert punt {at}.", f"noteert zaak {at}.")
    assert any(said in part.text for part in _parts(new) if isinstance(part, Words))


def test_of_a_table_the_row_that_changes_is_told() -> None:
    parts = _parts(_TEXT.replace("schrijft", "mailt").replace("beslist", "adviseert"))
    [[_, _, said]] = next(part.rows for part in parts if isinstance(part, Grid))
    assert said == "Wie: De directeur; Taak: mailt (was: schrijft)"


def test_a_row_that_is_new_or_goes_is_told_cell_by_cell() -> None:
    for new, wanted in (
        (f"{_TEXT}| De ouder | tekent |\n", "Wie: De ouder; Taak: tekent"),
        (_TEXT.replace("| Wie | Taak |", "| Wie | Wat |"), "Wie; Wat (was: Taak)"),
    ):
        [[_, _, said]] = next(part.rows for part in _parts(new) if isinstance(part, Grid))
        assert said == wanted


def test_summaries_stand_in_the_order_of_the_text() -> None:
    protocol = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    plain = {one: Summary(text=f"Samen {one}.") for one in ("a8", "a3", "a1")}
    note = cover_note(protocol, None, Proposal(plain=plain), translator("nl"))
    *_, grid = (part for part in note.leaflets[0].parts if isinstance(part, Grid))
    assert [row[1] for row in grid.rows] == ["Samen a1.", "Samen a3.", "Samen a8."]


def test_until_when_the_council_may_answer_is_open_when_nobody_said_it() -> None:
    asked = "kind: bestuur}\n  approvals:\n    - {body: MR, right: advies%s}\n"
    for day, said in (("", "uiterlijk op: [nog open"), (", before: 2026-03-17", "17 maart 2026")):
        new = _TEXT.replace("kind: bestuur}\n", asked % day)
        [first] = (one.text for one in _parts(new) if isinstance(one, Words) and "MR:" in one.text)
        assert said in first


def test_what_is_still_open_stands_out_and_nothing_else_does() -> None:
    asked = "kind: bestuur}\n  approvals:\n    - {body: MR, right: advies}\n"
    parts = _parts(_TEXT.replace("kind: bestuur}\n", asked))
    words = [part for part in parts if isinstance(part, Words)]
    grids = [part for part in parts if isinstance(part, Grid)]
    assert [part for part in words if part.tone is Tone.OPEN] == [
        part for part in words if "[nog open" in part.text
    ]
    for grid in grids:
        said = {at for at, row in enumerate(grid.rows) if "[nog open" in row[-1]}
        assert grid.open_rows == said
    assert sum(map(len, (grid.open_rows for grid in grids))) == 3


def test_in_a_word_file_open_words_are_bold() -> None:
    parts = (Words(text="Gezegd."), Words(text="[nog open]", tone=Tone.OPEN))
    paper = Leaflet(organisation="De Brug", title="Brief", standing="", parts=parts)
    content = leaflets_docx(Leaflets(title="Brief", leaflets=(paper,)), translator("nl"))
    runs = [run for one in Document(io.BytesIO(content)).paragraphs for run in one.runs]
    assert {run.text: bool(run.bold) for run in runs if run.text in ("Gezegd.", "[nog open]")} == {
        "Gezegd.": False,
        "[nog open]": True,
    }


def test_the_check_code_stands_with_what_is_asked_before_all_that_may_be_long() -> None:
    parts = _parts(_TEXT)
    code = next(
        at for at, one in enumerate(parts) if isinstance(one, Words) and "controlecode" in one.text
    )
    headings = [one.text for one in parts[:code] if isinstance(one, Heading)]
    assert headings == ["Wat vragen we u?"]
