"""What holds for every text: no crash, no word lost, and twice the same."""

from __future__ import annotations

import contextlib
from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from examples import examples
from import_quality import own_word
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.text.extract import text_lines
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_markdown, import_source
from protocolkit.importing.markdown_file import read_markdown
from protocolkit.importing.source.lines import Source
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from protocolkit.reading.ledger_replay import replay
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from seeds import SLUGS, protocol
from strategies import protocols

_STARTS = st.sampled_from(
    [
        "",
        "1. ",
        "2. ",
        "1 ",
        "3.1 ",
        "a) ",
        "b) ",
        "A. ",
        "I. ",
        "• ",
        "- ",
        "Artikel 2 ",
        "(1) ",
        "  ",
    ]
)
_WORDS = st.sampled_from(
    (
        "De leerling zet de telefoon uit; school- en werk1 ouders/ verzorgers, (zie artikel 3) "
        "Inleiding www.school.nl niet- 16 [1] Protocol <b> *x* {#a} pagina 3 van 9 ..... 4"
    ).split()
)
_ENDS = st.sampled_from([".", ":", ";", "", "", "-", ".1", "  "])
_LINES = st.builds(
    lambda start, words, end: start + " ".join(words) + end,
    _STARTS,
    st.lists(_WORDS, min_size=1, max_size=9),
    _ENDS,
)
_TEXTS = st.lists(st.one_of(_LINES, _LINES, st.sampled_from(["", " ", "\f", "1", "1 De noot."])))
_FEW = examples(60, *HealthCheck)


def _imported(text: str) -> Imported | None:
    """Import a text; None when it was refused. Any other failure is one of the test."""
    with contextlib.suppress(ProtocolkitError):
        return import_source(Source(text=text, lines=text_lines(text)))
    return None


@_FEW
@given(_TEXTS.map("\n".join))
def test_source_and_ledger_give_the_protocol(text: str) -> None:
    found = _imported(text)
    if found is not None:
        assert replay(text, found.ledger).words == protocol_tokens(found.protocol)
        read = read_protocol_text(found.markdown).protocol
        assert protocol_tokens(read) == protocol_tokens(found.protocol)
        assert write_protocol(read) == found.markdown


@_FEW
@given(st.text(max_size=300))
def test_any_text_comes_in_or_is_refused(text: str) -> None:
    _imported(text)


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    text = "Een zin met noot1 en een afge-\nbroken woord.\n\n\n1 De \"noot\": 'x' # \\ ë.\n"
    found = _imported(text)
    assert found is not None
    path = tmp_path / "x.ledger.yml"
    path.write_text(write_ledger(found.ledger, "x.md"), "utf-8")
    report = Report("x")
    read = read_ledger(path, report)
    assert replay(text, read) == replay(text, found.ledger)
    assert len(found.ledger.changes) == 4
    assert report.problems == []


def test_a_protocol_in_our_own_format_stays_as_it_is() -> None:
    for slug in SLUGS:
        wanted = protocol(slug)
        found = import_markdown(read_markdown(write_protocol(wanted))).protocol
        assert (found.parts, found.notes, found.title) == (wanted.parts, wanted.notes, wanted.title)


@examples(10, *HealthCheck)
@given(protocols())
def test_any_word_file_of_ours_comes_in_or_is_refused(drawn: Protocol) -> None:
    with contextlib.suppress(ProtocolkitError):
        import_source(extract_word(own_word(drawn)))
