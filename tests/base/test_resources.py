"""A template of the project comes before ours, and is read as a file of somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.resources import (
    template_path,
    template_state,
    template_text,
    templates_folder,
)

_NAME = "typst/protocol.typ"


def test_ours_is_there_without_a_project_and_with_one_that_has_none(tmp_path: Path) -> None:
    ours = templates_folder() / _NAME
    assert ours.is_file()
    assert template_path(_NAME) == template_path(_NAME, tmp_path) == ours
    assert template_text(_NAME, tmp_path) == (ours, ours.read_text("utf-8"))


def test_that_of_the_project_comes_first(tmp_path: Path) -> None:
    before = template_state(_NAME, tmp_path)
    own = tmp_path / "templates" / _NAME
    own.parent.mkdir(parents=True)
    own.write_text("eigen", "utf-8")
    assert template_text(_NAME, tmp_path) == (own, "eigen")
    after = template_state(_NAME, tmp_path)
    assert before != after
    assert len(before) == len(after) == 2
    assert template_state(_NAME) == after[1:]


def test_one_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    other, project = tmp_path / "elders.typ", tmp_path / "project"
    other.write_text("elders", "utf-8")
    own = project / "templates" / _NAME
    own.parent.mkdir(parents=True)
    own.symlink_to(other)
    with pytest.raises(ProtocolkitError):
        template_path(_NAME, project)
