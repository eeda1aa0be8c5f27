"""A topic is made again when something on its page changed, and only then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.base.cache import Cache
from protocolkit.base.untouched import seal
from protocolkit.collection import Subject
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.tree import clauses_of
from protocolkit.site.comparison.data import Comparison, make_comparison
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.topics.topic_cache import TopicCache
from small_boards import board, line_up

_TOPIC = """\
  - {id: vraag, title: Mag dit?, theme: t, note: Zie de wet., clauses: {aa: [a-1], bb: [a-1]}}
"""
_TEXTS = ("De leerling mag niet bellen.", "Niemand mag bellen.", "Buiten een onderwerp.")


_NOTED = "De leerling mag[^1] niet bellen.\n\n{#noot-1}\n[^1]: Behalve de directeur."


def _boards(
    first: str = _TEXTS[0], third: str = _TEXTS[2], organisation: str = ""
) -> list[Protocol]:
    one = board("aa", first, third, organisation=organisation)
    return [one, board("bb", _TEXTS[1])]


def _of_kind(kind: Kind) -> list[Protocol]:
    """Return boards of which the first has a clause of another kind, in the same words."""
    one, other = _boards()
    first, *rest = clauses_of(one.parts)
    return [replace(one, parts=(replace(first, kind=kind), *rest)), other]


def _comparison(topic: str = _TOPIC, boards: list[Protocol] | None = None) -> Comparison:
    protocols = boards or _boards()
    matrix, judgements = line_up(protocols, topic)
    subject = Subject(slug="regels", protocols=tuple(protocols), concordance=None)
    return make_comparison(ComparedSubject(subject=subject, matrix=matrix, judgements=judgements))


def _made(project: Path, comparison: Comparison, surroundings: str = "x") -> bool:
    """Build once; tell whether the topic was made, not kept."""
    kept, made = TopicCache(Cache(project), comparison, surroundings), []

    def make() -> tuple[str, str]:
        made.append(True)
        return "pagina", "script"

    is_kept = kept.has(0)
    assert kept.made(0, make) == ("pagina", "script")
    kept.keep()
    assert is_kept is not bool(made)
    return bool(made)


def test_a_topic_is_kept_while_nothing_on_its_page_changes(tmp_path: Path) -> None:
    assert _made(tmp_path, _comparison())
    assert not _made(tmp_path, _comparison())
    assert not _made(
        tmp_path, _comparison(boards=_boards(third="Buiten elk onderwerp, nu anders."))
    )


@pytest.mark.parametrize(
    "changed",
    [
        lambda: _comparison(_TOPIC.replace("Mag dit?", "Moet dit?")),
        lambda: _comparison(_TOPIC.replace("Zie de wet.", "Zie de nieuwe wet.")),
        lambda: _comparison(_TOPIC.replace("theme: t", "theme: u")),
        lambda: _comparison(_TOPIC.replace(", bb: [a-1]", "")),
        lambda: _comparison(boards=_boards(first="De leerling mag niet appen.")),
        lambda: _comparison(boards=_boards(organisation="{name: Stichting Anders, sector: po}")),
    ],
    ids=["title", "note", "theme", "clauses", "words", "name"],
)
def test_a_topic_is_made_again_when_its_page_changes(
    tmp_path: Path, changed: Callable[[], Comparison]
) -> None:
    _made(tmp_path, _comparison())
    assert _made(tmp_path, changed())
    assert not _made(tmp_path, changed())


@pytest.mark.parametrize(
    ("topic", "boards"),
    [
        (_TOPIC.replace("theme: t", "theme: t, audience: leerlingen"), _boards()),
        (_TOPIC.replace("theme: t", "theme: t, kind: begripsbepaling"), _boards()),
        (_TOPIC, _of_kind(Kind.PRINCIPLE)),
        (_TOPIC, _of_kind(Kind.EXPLANATION)),
        (_TOPIC, _boards(first=_NOTED)),
        (_TOPIC, _boards(organisation="{name: Stichting Aa, aliases: [Aalst], sector: po}")),
        (_TOPIC, _boards(organisation="{name: Stichting Aa, kind: school, sector: po}")),
    ],
    ids=["audience", "kind", "clause is principle", "explanation", "footnote", "alias", "school"],
)
def test_what_is_seen_of_a_topic_in_few_places_is_in_its_key_too(
    tmp_path: Path, topic: str, boards: list[Protocol]
) -> None:
    _made(tmp_path, _comparison())
    assert _made(tmp_path, _comparison(topic, boards))
    assert not _made(tmp_path, _comparison(topic, boards))


@pytest.mark.parametrize("now", ["conciërge", "**directeur**"], ids=["words", "looks"])
def test_a_topic_is_made_again_when_a_note_beside_it_changes(tmp_path: Path, now: str) -> None:
    """The clause is the same, word for word; its page shows the note below it."""
    _made(tmp_path, _comparison(boards=_boards(first=_NOTED)))
    changed = _comparison(boards=_boards(first=_NOTED.replace("directeur", now)))
    assert _made(tmp_path, changed)
    assert not _made(tmp_path, changed)


def test_a_topic_is_made_again_when_what_is_around_it_changes(tmp_path: Path) -> None:
    _made(tmp_path, _comparison())
    assert _made(tmp_path, _comparison(), surroundings="y")


def test_what_was_kept_and_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    _made(tmp_path, _comparison())
    (path,) = tmp_path.rglob("*.value")
    path.write_bytes(path.read_bytes()[:-9])
    seal(path.with_suffix(".seal"), [path])
    assert _made(tmp_path, _comparison())
