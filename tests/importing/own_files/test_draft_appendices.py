"""The appendices behind a draft of ours are no text; what only looks like one is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlined import source_of
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.draft_appendices import APART, END, STILL_OPEN, WHOSE, Appendix
from protocolkit.document.outline import clause_text, clauses
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.doubts import NO_END
from protocolkit.importing.source.lines import Source
from protocolkit.paper.docx import write_docx
from protocolkit.paper.shared.extras import Extras
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.words import tokens
from small_boards import board

_TEXT = "Protocol bellen\n\n1. Regels\n\n1.1 Bellen mag niet.\n\n1.2 Filmen mag ook niet.\n"
_LINES = "1.1 ‘Bellen mag niet.’ Uw eigen woorden.\n\nNog te besluiten, voor het voorblad.\n"


def _appendix(title: str, lines: str = _LINES, language: str = "nl") -> str:
    said = translator(language)
    return f"\n\n{said(title)}\n\n{said(APART)}\n\n{lines}\n\n{said(END)}\n"


def _left_out(found: Imported) -> list[str]:
    left = found.ledger.left_out
    return [one.text for one in left if one.reason is LeftOutReason.DRAFT_APPENDIX]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_are_left_out_with_all_their_words(language: str) -> None:
    appendices = [_appendix(title, language=language) for title in (WHOSE, STILL_OPEN)]
    found = import_source(source_of(_TEXT + "".join(appendices)))
    assert found.markdown == import_source(source_of(_TEXT)).markdown
    assert [tokens(text) for text in _left_out(found)] == [tokens(text) for text in appendices]
    assert any("bijlagen" in one.in_words(translator("nl")) for one in found.source.notices)


def test_lines_that_a_page_broke_are_known_too() -> None:
    broken = _appendix(WHOSE).replace(" niet bij", "\nniet bij").replace("van wie", "van\nwie")
    found = import_source(source_of(_TEXT + broken))
    assert found.markdown == import_source(source_of(_TEXT)).markdown


def test_what_was_typed_behind_them_is_text() -> None:
    more = "\n1.3 Zoenen mag niet.\n"
    found = import_source(source_of(_TEXT + _appendix(WHOSE) + more))
    assert "Zoenen mag niet." in found.markdown
    assert not any("Zoenen" in text for text in _left_out(found))


@pytest.mark.parametrize(
    "own",
    [
        "\n\nBijlage: wat nog open is\n\nDe school belt de ouders.\n",
        f"\n\nBijlage: wat nog open is\n\nDe school belt.\n\n{translator('nl')(END)}\n",
        f"\n\n{translator('nl')(APART)}\n\nDe school belt.\n\n{translator('nl')(END)}\n",
    ],
)
def test_a_chapter_of_a_board_that_looks_like_one_stays(own: str) -> None:
    found = import_source(source_of(_TEXT + own))
    assert _left_out(found) == []
    assert set(tokens(own)) <= set(tokens(found.markdown))


def test_one_without_its_end_stays_and_is_doubted() -> None:
    cut = _appendix(WHOSE).replace(translator("nl")(END), "")
    found = import_source(source_of(_TEXT + cut))
    assert set(tokens(cut)) <= set(tokens(found.markdown))
    assert [doubt.text for doubt in found.source.doubts] == [NO_END]


def test_a_word_file_with_them_still_shows_its_record() -> None:
    protocol = board("aa", "Bellen mag niet.", "Filmen mag ook niet.")
    said = translator("nl")
    appendix = Appendix(said(WHOSE), (said(APART), "1 ‘Bellen’ Uw eigen woorden.", said(END)))
    extras = Extras(appendices=(appendix,))
    word = write_docx(protocol, make_cover(protocol, said), said, extras=extras)
    found = import_source(extract_word(word))
    assert found.is_recorded
    assert [text.split("\n")[0] for text in _left_out(found)] == [appendix.title]
    assert list(map(clause_text, clauses(found.protocol))) == list(
        map(clause_text, clauses(protocol))
    )


def test_a_note_between_its_lines_stays() -> None:
    source = source_of(_TEXT + _appendix(WHOSE))
    at = next(n for n, line in enumerate(source.lines) if "eigen woorden" in line.text)
    noted = replace(source.lines[at], note="1")
    lines = (*source.lines[:at], noted, *source.lines[at + 1 :])
    made: Source = replace(source, lines=lines)
    found = import_source(made)
    assert not any("eigen woorden" in text for text in _left_out(found))
    assert "eigen woorden" in found.markdown
