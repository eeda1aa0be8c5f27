"""What a search for a question gets: the subject of a topic is told where there are several."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protocolkit.base.cache import Cache
from protocolkit.base.messages import translator
from protocolkit.base.objects import Object
from protocolkit.collection import Collection, Subject
from protocolkit.comparison.topics_file import read_topics_text
from protocolkit.reading.found_problems import Report
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.comparison.questions import questions_content
from protocolkit.site.engine.compared_subjects import ComparedSubject
from small_boards import HEAD, board, line_up, topic_line


def _compared(slug: str, title: str) -> Comparison:
    protocols = (board("aa", "Leerlingen mogen hun telefoon gebruiken."),)
    line = topic_line("telefoon", {"aa": ["a-1"]})
    matrix, judgements = line_up(protocols, line)
    text = f"{HEAD}topics:\n{line}".replace("title: Regels", f"title: {title}")
    concordance = read_topics_text(text, slug, Report("topics.yml"))
    return make_comparison(
        ComparedSubject(
            subject=Subject(slug=slug, protocols=protocols, concordance=concordance),
            matrix=replace(matrix, subject=slug),
            judgements=judgements,
        )
    )


def _topics(root: Path, *compared: Comparison) -> list[Object]:
    subjects = tuple(one.subject for one in compared)
    collection = Collection(root=root, subjects=subjects, problems=())
    made = questions_content(Cache(root), compared, collection, translator("nl"))
    topics = made["topics"]
    assert isinstance(topics, list)
    return topics


def test_a_topic_is_told_with_its_subject_where_there_are_several(tmp_path: Path) -> None:
    phones, dogs = _compared("telefoons", "Telefoons"), _compared("honden", "Honden")
    assert [one["about"] for one in _topics(tmp_path, phones, dogs)] == ["Telefoons", "Honden"]
    assert [one["about"] for one in _topics(tmp_path, phones)] == [""]


def test_a_topic_leads_to_its_page_with_how_boards_answer(tmp_path: Path) -> None:
    (topic,) = _topics(tmp_path, _compared("telefoons", "Telefoons"))
    assert topic["title"] == "Vraag telefoon?"
    assert topic["answers"] == "1 mag"
    assert "telefoons" in str(topic["url"])
