"""The line of an import: a file is understood once, and what is said of it is proved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document

from import_quality import own_word
from own_files import edited, reword
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import clauses, protocol_tokens
from protocolkit.importing import importer
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Known
from protocolkit.importing.importer import import_markdown, import_source
from protocolkit.importing.kind_of_file import import_opened, look_at, open_file
from protocolkit.importing.markdown_file import read_markdown
from protocolkit.importing.own_files.recorded_facts import Recalled, recall
from protocolkit.importing.proof import protocol as proof
from protocolkit.importing.proof.protocol import prove
from protocolkit.importing.report import make_report
from protocolkit.importing.source.lines import Line, Source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.steps import find_structure
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger import Ledger
from protocolkit.reading.ledger_file import write_ledger
from protocolkit.reading.ledger_proof import verify
from protocolkit.reading.ledger_replay import Replay, replay
from protocolkit.reading.reader import read_protocol_text
from seeds import ROOT, protocol

_BRON = ROOT / "protocols" / "sociale-media" / "bron"


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_a_file_that_was_understood_can_be_imported_again(tmp_path: Path, kind: str) -> None:
    """A person is asked what a file is after a first look; nothing of that look is used up."""
    path = _BRON / "lucas-onderwijs.txt"
    if kind == "docx":
        path = tmp_path / "lucas.docx"
        word = edited(own_word(protocol("lucas-onderwijs")), reword("sociale media", "internet"))
        path.write_bytes(word)
    opened = open_file(path)
    wishes = Wishes(organisation="Stichting De Brug", subject="zaken", slug="de-brug")
    first, named, again = (import_opened(opened, one) for one in (None, wishes, None))
    assert first == again
    assert named.protocol.facts.organisation.name == "Stichting De Brug"
    assert named == import_opened(open_file(path), wishes)


@pytest.mark.parametrize("is_changed", [False, True], ids=["as printed", "changed"])
def test_a_file_of_ours_goes_down_the_line_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_changed: bool
) -> None:
    """Looking at it before a person is asked is no import; each step is taken once at most."""
    taken: Counter[str] = Counter()

    def counted(name: str) -> None:
        step = getattr(importer, name)

        def run(*values: object, **named: object) -> object:
            taken[name] += 1
            return step(*values, **named)

        monkeypatch.setattr(importer, name, run)

    for name in (
        "find_structure",
        "assemble",
        "find_facts",
        "recall",
        "written_out",
        "prove_first",
    ):
        counted(name)
    recorded = replace(protocol("lucas-onderwijs"), subject="sociale-media", slug="lucas")
    word, path = own_word(recorded), tmp_path / "lucas.docx"
    path.write_bytes(edited(word, reword("sociale media", "internet")) if is_changed else word)
    opened = open_file(path)
    known = look_at(opened)
    found = import_opened(opened, Wishes(organisation=known.organisation, slug=known.slug))
    assert known == Known(
        organisation="Stichting Lucas Onderwijs", subject="sociale-media", slug="lucas"
    )
    assert (found.is_recorded, found.subject) == (True, "sociale-media")
    steps = ("find_facts", "recall") if is_changed else ("written_out",)
    assert taken == dict.fromkeys(("find_structure", "assemble", "prove_first", *steps), 1)


def test_a_record_that_fits_no_text_is_left_out_and_the_source_is_replayed_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    word = edited(own_word(protocol("lucas-onderwijs")), reword("sociale media", "internet"))
    source = extract_word(word)
    believed = import_source(source)

    def recall_less(*values: Any, **named: Any) -> Recalled:
        found = recall(*values, **named)
        return replace(found, protocol=replace(found.protocol, parts=found.protocol.parts[:-1]))

    replayed: list[Ledger] = []

    def counted(text: str, ledger: Ledger) -> Replay:
        replayed.append(ledger)
        return replay(text, ledger)

    monkeypatch.setattr(importer, "recall", recall_less)
    monkeypatch.setattr(proof, "replay", counted)
    found = import_source(source)
    assert (believed.is_recorded, found.is_recorded) == (True, False)
    assert protocol_tokens(found.protocol) == protocol_tokens(believed.protocol)
    told = make_report(found, "x.docx", translator()).notices
    assert any("past niet bij de tekst" in line for line in told), told
    assert len(replayed) == 1


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Protocol bellen\n1. Leerlingen van Stichting De Brug bellen.\n", "Stichting De Brug"),
        ("Protocol bellen\n1. Bellen mag niet.\n", ""),
    ],
)
def test_what_no_record_says_is_guessed_of_the_text(
    tmp_path: Path, text: str, organisation: str
) -> None:
    path = tmp_path / "bron.txt"
    path.write_text(text, "utf-8")
    assert look_at(open_file(path)) == Known(organisation=organisation)


def test_a_record_about_another_text_says_nothing(tmp_path: Path) -> None:
    def other(document: Document) -> None:
        for paragraph in document.paragraphs[40:]:
            paragraph.text = "Heel iets anders."

    path = tmp_path / "anders.docx"
    path.write_bytes(edited(own_word(protocol("lucas-onderwijs")), other))
    known = look_at(open_file(path))
    assert (known.subject, known.slug) == ("", "")


def test_a_name_above_the_title_goes_to_the_front_matter_only() -> None:
    """Whose name that is, is known only when somebody said who issued the document."""
    texts = ["Lyceum De Brug", "Protocol bellen", "1. Bellen mag niet.", "2. Filmen ook niet."]
    begins = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    lines = (
        Line(text=text, begin=begin, gap=float(n < 3), right=len(text))
        for n, (text, begin) in enumerate(zip(texts, begins, strict=True))
    )
    structure = find_structure(Source(text="\n".join([*texts, ""]), lines=tuple(lines)))
    assert structure.title("").changes == ()
    named = structure.title("Lyceum De Brug")
    assert [(entry.text, entry.begin) for entry in named.changes] == [("Lyceum De Brug", 0)]
    assert named.left_out == (structure.paragraphs[0],)


def test_a_lost_word_stops_an_import() -> None:
    source = Source(text="Protocol bellen\nBellen mag hier niet.\n", lines=())
    text = "# Protocol bellen\n\n{#zin-1}\nBellen mag niet.\n"
    with pytest.raises(ProtocolkitError) as stopped:
        prove(read_protocol_text(text).protocol, source, (), NOWHERE)
    assert stopped.value.problem.code.name == "import-words-differ"
    assert dict(stopped.value.problem.values)["position"] == "5"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("De wet[^1] geldt.", ("1",)),
        ("De wet [^1] geldt.", ("1",)),
        ("De wet[^1][^2] geldt.", ("1", "2")),
        ("De wet[^2][^1][^2] geldt.", ("2", "1", "2")),
        ("[^1]", ("1",)),
        ("De wet.\n\n{#b}\n[^2] Meer.", ("2",)),
    ],
)
def test_every_mark_of_a_note_in_markdown_is_in_the_ledger(
    tmp_path: Path, text: str, marks: tuple[str, ...]
) -> None:
    """Also one with a space before it, or with another mark: 'check' misses none of them."""
    notes = "".join(f"\n\n[^{label}]: Noot {label}." for label in sorted(set(marks)))
    found = import_markdown(read_markdown(f"# Protocol\n\n{{#a}}\n{text}{notes}\n"))
    assert replay(found.source.text, found.ledger).marks == marks
    source = tmp_path / "x.txt"
    source.write_text(found.source.text, "utf-8")
    ledger = tmp_path / "x.ledger.yml"
    ledger.write_text(write_ledger(found.ledger, "x.md"), "utf-8")
    assert verify(found.protocol, source, Report("x")) == ()


def test_an_anchor_that_a_later_line_brings_is_given_to_no_other_clause() -> None:
    texts = ("Protocol", "1. De kat.", "2. De hond.", "3. De vis.")
    text = "\n".join((*texts, ""))
    lines = tuple(
        Line(text=one, begin=text.index(one), anchor="art-2" if one.startswith("3") else "")
        for one in texts
    )
    found = import_source(Source(text=text, lines=lines)).protocol
    assert [clause.anchor for clause in clauses(found)] == ["art-1", "art-2-2", "art-2"]
