"""What a school's page says of decisions, and that it follows every file that it is made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from decided import TEXT, Desk
from protocolkit.document.approvals import Decision
from protocolkit.versions.index import INDEX
from small_site import make_project, read_page, site_files
from typed import typed
from warm import Command

_SCHOOLS = "obs 1, obs 2"
_FOR_SOME = TEXT.replace("  status:", f"  applies_to: [{_SCHOOLS}]\n  status:")
_PAGE = "mijn-school/{}/index.html"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(make_project(tmp_path / "p", ("aa",), has_paper=False), _FOR_SOME)


@pytest.fixture
def build(desk: Desk, command: Command) -> Callable[..., Path]:
    def made(name: str, *options: str) -> Path:
        target = desk.root.parent / name / "html"
        done = command("build", "-C", desk.root, "-o", target, "--with-drafts", *options)
        assert "Traceback" not in done.stderr
        assert (target / "index.html").is_file(), done.stderr
        return target

    return made


def _told(site: Path, school: str) -> str:
    return " ".join(read_page(site, _PAGE.format(school)).get_text(" ").split())


def test_a_refusal_is_told_at_the_school_as_status_tells_it(
    desk: Desk, build: Callable[..., Path]
) -> None:
    for number in (1, 2):
        desk.ask(f"MR obs {number}", schools=(f"obs {number}",))
    desk.decide(Decision.GRANTED, "MR obs 1")
    desk.decide(Decision.WITHHELD, "MR obs 2")
    site = build("site")
    there, here = _told(site, "obs-1"), _told(site, "obs-2")
    said = typed("status", cwd=desk.root).stdout
    for one in ("Instemming is niet gegeven voor: obs 2.",):
        assert one in said
        assert one in here
    assert "nog geen instemming" not in here
    assert "MR obs 2: instemming niet gegeven (10 maart 2026)" in here
    assert "MR obs 1: instemming verleend (10 maart 2026)" in there
    assert "obs 2" not in there
    desk.adopt()
    here = _told(build("site"), "obs-2")
    assert "niet vastgesteld voor deze school" in here
    assert "MR obs 2: instemming niet gegeven (10 maart 2026)" in here


def _swap(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_pages_follow_each_file_that_they_are_made_from(
    desk: Desk, build: Callable[..., Path]
) -> None:
    """Of records that name no schools the kept version says which these were."""
    desk.ask("GMR")
    desk.decide(Decision.GRANTED, "GMR")
    desk.adopt()
    for path in (desk.path, *(desk.root / "versions").rglob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"\n +schools:.*", "", text), "utf-8")
    kept = desk.root / "versions/pesten/de-brug@vastgesteld-2026-03-24.md"
    asked = desk.root / "versions/pesten/de-brug@voorgelegd-2026-02-03.md"
    index = desk.root / "versions" / INDEX
    content = kept.read_bytes()
    edits: dict[str, Callable[[], object]] = {
        "a school is added": lambda: _swap(desk.path, _SCHOOLS, f"{_SCHOOLS}, obs 3"),
        "what the council got is for one": lambda: _swap(asked, _SCHOOLS, "obs 1"),
        "the kept version is for one": lambda: _swap(kept, _SCHOOLS, "obs 1"),
        "the kept version is gone": kept.unlink,
        "the kept version is back": lambda: kept.write_bytes(content),
        "the list is edited": lambda: _swap(index, "vastgesteld-2026-03-24", "anders"),
        "the record is changed": lambda: _swap(desk.path, "2026-03-10", "2026-03-11"),
    }
    before = site_files(build("site"))
    for name, edit in edits.items():
        edit()
        again, fresh = site_files(build("site")), site_files(build("fresh", "--fresh"))
        differ = [o for o in again.keys() | fresh.keys() if again.get(o) != fresh.get(o)]
        assert sorted(differ) == [], name
        assert again != before, name
        before = again
