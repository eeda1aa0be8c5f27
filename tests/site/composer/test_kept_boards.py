"""What a board says by itself is made again only when something in it changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from composed import DUTCH
from protocolkit.base.cache import Cache
from protocolkit.collection import read_collection
from protocolkit.comparison.judgements import judge
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.sources import make_sources
from protocolkit.site.composer import boards
from protocolkit.site.composer.data import ComposerScripts, composer_scripts
from protocolkit.site.composer.known import NOTHING, Kept, Known
from protocolkit.site.composer.pages import option_writer
from protocolkit.site.engine.compared_subjects import ComparedSubject, subject_matrix
from protocolkit.site.template.subject_template import SubjectTemplate
from small_site import make_project


def _scripts(project: Path, known: Known) -> ComposerScripts:
    subject = read_collection(project).subjects[0]
    matrix = subject_matrix(subject)
    assert matrix is not None
    judgements = judge(matrix, subject.protocols)
    choices, _ = choices_of(project, subject.slug)
    sources = make_sources(matrix, judgements, subject.protocols)
    return composer_scripts(
        SubjectTemplate(
            template=make_template(matrix, judgements, subject.protocols, choices, sources),
            judged=ComparedSubject(subject=subject, matrix=matrix, judgements=judgements),
            choices=choices,
            sources=lambda: sources,
        ),
        DUTCH,
        language="nl",
        project=project,
        show=option_writer(project, DUTCH),
        known=known,
    )


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the boards whose clauses were offered, each once."""
    found: list[str] = []
    offer = boards._alone

    def noting(place: Any, *given: Any) -> Any:
        if place.organisation not in found:
            found.append(place.organisation)
        return offer(place, *given)

    monkeypatch.setattr(boards, "_alone", noting)
    return found


def test_only_the_boards_that_changed_are_made_and_all_is_as_from_nothing(
    tmp_path: Path, done: list[str]
) -> None:
    project = make_project(tmp_path / "p")
    (first, second) = sorted((project / "protocols" / "regels").glob("*.md"))
    slugs = [first.stem, second.stem]
    cache = Cache(tmp_path)

    def check(wanted: list[str]) -> None:
        from_nothing = _scripts(project, NOTHING)
        done.clear()
        kept = Kept(cache, "regels", "around")
        assert _scripts(project, kept.known) == from_nothing
        kept.keep()
        assert done == wanted

    def edit(path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    check(slugs)
    check([])
    edit(second, "Eerste regel", "Een andere regel")
    check([second.stem])
    # what stands among the documents behind a new clause comes later
    edit(first, "{#los}", "{#meer}\n13a. Nog een [regel](https://voorbeeld.nl).\n\n{#los}")
    check(slugs)
    # another's name is left open wherever it stands
    edit(second, "organisation: {name: Stichting", "organisation: {name: Vereniging")
    check(slugs)
