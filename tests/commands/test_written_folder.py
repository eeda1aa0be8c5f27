"""A folder of papers: what may be replaced, and which papers of before go."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands.written_folder import check_free, write_folder, zip_of

_LIST = "lijst.json"


def _papers(**papers: str) -> dict[str, bytes]:
    """Return papers with the list that names them."""
    files = {f"{name}.txt": words.encode() for name, words in papers.items()}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return {**files, _LIST: json.dumps({"files": digests}).encode()}


def _names(target: Path) -> set[str]:
    return {path.name for path in target.iterdir()}


def test_a_folder_and_its_zip_hold_the_same(tmp_path: Path) -> None:
    target = tmp_path / "stukken"
    packed = write_folder(target, _papers(een="1", twee="2"), _LIST)
    assert _names(target) == {"een.txt", "twee.txt", _LIST}
    with zipfile.ZipFile(packed) as archive:
        assert {Path(name).name for name in archive.namelist()} == _names(target)


def test_a_paper_that_is_made_no_more_goes_and_one_that_was_changed_stays(tmp_path: Path) -> None:
    target = tmp_path / "stukken"
    write_folder(target, _papers(een="1", twee="2", drie="3", vier="4"), _LIST)
    (target / "twee.txt").write_text("van een mens", "utf-8")
    (target / "vier.txt").unlink()
    (target / "eigen.txt").write_text("2", "utf-8")
    write_folder(target, _papers(een="anders"), _LIST)
    assert _names(target) == {"een.txt", "twee.txt", "eigen.txt", _LIST}
    assert (target / "een.txt").read_text("utf-8") == "anders"
    assert (target / "twee.txt").read_text("utf-8") == "van een mens"


def test_a_list_names_nothing_outside_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "stukken"
    target.mkdir()
    outside = tmp_path / "brief.txt"
    outside.write_text("1", "utf-8")
    digest = hashlib.sha256(b"1").hexdigest()
    named = {"../brief.txt": digest, str(outside): digest}
    (target / _LIST).write_text(json.dumps({"files": named}), "utf-8")
    write_folder(target, _papers(een="1"), _LIST)
    assert outside.is_file()


def _nothing(target: Path) -> None:
    """Leave nothing there."""


def _other_file(target: Path) -> None:
    target.mkdir()
    (target / "brief.txt").write_text("x", "utf-8")


def _ours(target: Path) -> None:
    write_folder(target, _papers(een="1"), _LIST)


def _zip_alone(target: Path) -> None:
    zip_of(target).write_bytes(b"x")


def _a_file(target: Path) -> None:
    target.write_text("x", "utf-8")


def _empty(target: Path) -> None:
    target.mkdir()


@pytest.mark.parametrize(
    ("before", "force", "may"),
    [
        (_nothing, False, True),
        (_empty, False, True),
        (_ours, False, False),
        (_ours, True, True),
        (_other_file, False, False),
        (_other_file, True, False),
        (_zip_alone, False, False),
        (_zip_alone, True, True),
        (_a_file, True, False),
    ],
)
def test_only_papers_of_before_are_replaced_and_only_when_asked(
    tmp_path: Path, before: object, force: bool, may: bool
) -> None:
    target = tmp_path / "stukken"
    assert callable(before)
    before(target)
    if may:
        check_free(target, _LIST, force=force)
        return
    with pytest.raises(ProtocolkitError) as stopped:
        check_free(target, _LIST, force=force)
    assert stopped.value.problem.code.name == "papers-exist"
