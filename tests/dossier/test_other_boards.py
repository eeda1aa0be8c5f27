"""What other boards have on what a proposal changes: word for word, and no more than is known."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.collection import Subject, gather
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.document.model import Protocol
from protocolkit.dossier.changed_clauses import changed_clauses
from protocolkit.dossier.other_boards import MOST_WORDINGS, other_boards
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflets, Words
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.paper.writers import write_leaflets
from protocolkit.reading.found_problems import Report
from small_boards import HEAD, board

_TELL = translator("nl")
_TOPICS = """topics:
  - {id: bellen, title: Wie belt?, theme: t, clauses: {eigen: [a-1], kort: [a-1, a-2]},
     confirmed: {lang: [a-1]}, proposed: {ver: [a-1]}}
  - {id: pauze, title: Mag het in de pauze?, theme: t, clauses: {eigen: [a-2], kort: [a-3]}}
"""
_OLD = board("eigen", "De mentor belt de ouders.", "In de pauze mag het.", "Alles mag.")
_NEW = board("eigen", "De mentor mailt de ouders.", "In de pauze mag het.", "Niets mag.")
_KORT = board("kort", "De juf <b>belt</b>.", "Of de meester.", "Nooit.")
_LANG = board("lang", "De juf <b>belt</b>.")
_VER = board("ver", "De school belt.")
_STIL = board("stil", "Iets anders.", settings="  source: {file: bron/x.txt, complete: false}\n")


def _subject(own: Protocol, *others: Protocol, topics: str = _TOPICS) -> Subject:
    report = Report("topics.yml")
    concordance = read_topics_text(f"{HEAD}{topics}", "regels", report)
    assert not report.problems
    return gather([own, *others], "regels", concordance)


def _paper(*others: Protocol, topics: str = _TOPICS) -> Leaflets | None:
    changes = compare_versions(version_of(_OLD), version_of(_NEW))
    subject = _subject(_NEW, *others, topics=topics)
    return other_boards(_NEW, changed_clauses(_NEW, changes), subject, _TELL)


def _rows(paper: Leaflets | None) -> Sequence[tuple[str, ...]]:
    assert paper is not None
    return [row for part in paper.leaflets[0].parts if isinstance(part, Grid) for row in part.rows]


def _said(paper: Leaflets | None) -> list[str]:
    assert paper is not None
    return [part.text for part in paper.leaflets[0].parts if isinstance(part, Words)]


def test_only_what_changes_is_asked_of_others() -> None:
    paper = _paper(_KORT)
    assert paper is not None
    heads = [part.text for part in paper.leaflets[0].parts if isinstance(part, Heading)]
    assert heads == ["Wie belt?", "Nog niet bij elkaar gezet"]
    assert "Bij ons: Aanhef 1" in _said(paper)
    assert "Van deze bepalingen is nog niet bekeken wat anderen hebben: Aanhef 3." in _said(paper)


def test_the_words_are_those_of_the_board() -> None:
    assert _rows(_paper(_KORT)) == [
        (
            "Stichting Kort (jaar onbekend, status onbekend)",
            "Aanhef 1: De juf <b>belt</b>.\nAanhef 2: Of de meester.",
        )
    ]


def test_boards_with_the_same_words_share_a_row() -> None:
    second = board("kort", "De juf <b>belt</b>.")
    (row,) = _rows(_paper(second, _LANG, topics=_TOPICS.replace("[a-1, a-2]", "[a-1]")))
    assert row[0].split("\n") == [
        "Stichting Kort (jaar onbekend, status onbekend)",
        "Stichting Lang (jaar onbekend, status onbekend)",
    ]


def test_what_nobody_checked_says_so_and_silence_says_no_more_than_is_known() -> None:
    paper = _paper(_KORT, _VER, _LANG, _STIL, board("niet", "Geen woord erover."))
    rows = {row[0]: row[1] for row in _rows(paper)}
    checked = rows["Stichting Lang (jaar onbekend, status onbekend)"]
    assert "nog niet gecontroleerd" not in checked
    assert rows["Stichting Ver (jaar onbekend, status onbekend)"] == (
        "Aanhef 1 (voorstel, nog niet gecontroleerd): De school belt."
    )
    assert "Niet gevonden in dit document: Stichting Niet." in _said(paper)
    assert "Bron onvolledig: Stichting Stil." in _said(paper)


def test_what_is_not_public_of_others_stays_out() -> None:
    draft = board("kort", "De juf <b>belt</b>.", settings="  status: concept\n")
    assert _paper(draft) is None
    assert _paper() is None


def test_very_many_wordings_are_counted() -> None:
    others = [board(f"b{number}", f"Manier {number}.") for number in range(MOST_WORDINGS + 3)]
    answers = ", ".join(f"{one.slug}: [a-1]" for one in others)
    topics = (
        f"topics:\n  - {{id: b, title: Wie?, theme: t, clauses: {{eigen: [a-1], {answers}}}}}\n"
    )
    paper = _paper(*others, topics=topics)
    assert len(_rows(paper)) == MOST_WORDINGS
    assert "en nog 3 formuleringen: zie de vergelijking op de website." in _said(paper)


def test_a_first_text_asks_about_every_clause_and_lines_stay_lines_on_paper() -> None:
    paper = other_boards(_NEW, changed_clauses(_NEW, None), _subject(_NEW, _KORT), _TELL)
    assert paper is not None
    word = write_leaflets(FileFormat.DOCX, paper, _TELL, Location(""))
    tables = Document(io.BytesIO(word)).tables
    assert [table.cell(1, 1).text for table in tables] == [
        "Aanhef 1: De juf <b>belt</b>.\nAanhef 2: Of de meester.",
        "Aanhef 3: Nooit.",
    ]
