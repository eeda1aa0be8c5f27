"""What stands around a present text on its page is true on the day on which it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, Desk
from protocolkit.document.approvals import Decision
from small_site import make_project, read_page
from warm import Command

_DAY, _EVE = "2127-08-01", "2127-07-31"
_LATER = ("  status:", f"  valid_from: {_DAY}\n  status:")


def _in_turn(root: Path) -> None:
    """Write a protocol of which one text holds until another one begins."""
    desk = Desk(root, slug="beurt")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.edit(*_LATER)
    desk.adopt("2026-04-02")


def _beside(root: Path) -> None:
    """Write a protocol of which a text holds at one school, and two in turn at the other."""
    desk = Desk(root, TEXT.replace("  status:", "  applies_to: [Noord, Zuid]\n  status:"), "naast")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.edit(*_LATER)
    desk.adopt("2026-04-02")
    desk.edit("twee weken", "drie weken")
    desk.edit(*reversed(_LATER))
    desk.adopt("2026-05-02", schools=("Zuid",))


def _proposed(root: Path) -> None:
    """Write a protocol with a text that holds, one that is to come and one before its council."""
    desk = Desk(root, slug="vraag")
    desk.ask("GMR A", sent="2026-01-02", before="2026-01-12")
    desk.decide(Decision.GRANTED, "GMR A", day="2026-01-10")
    desk.adopt("2026-02-20")
    desk.edit("een week", "twee weken")
    desk.edit(*_LATER)
    desk.ask("GMR A", sent="2026-03-02", before="2026-03-12")
    desk.decide(Decision.GRANTED, "GMR A", day="2026-03-10")
    desk.adopt("2026-04-02")
    desk.edit("twee weken", "geheim")
    desk.edit(*reversed(_LATER))
    desk.ask("GMR A", sent="2026-05-02", before="2026-05-12")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, command: Command) -> Path:
    project = make_project(tmp_path_factory.mktemp("days") / "p")
    conf = (project / "conf.py").read_text("utf-8")
    conf = conf.replace('"protocols/**"', '"protocols/**", "versions/**"')
    (project / "conf.py").write_text(conf, "utf-8")
    _in_turn(project)
    _proposed(project)
    _beside(project)
    target = project.parent / "html"
    assert "Traceback" not in command("build", "-C", project, "-o", target).stderr
    return target


def _on(site: Path, page: str, day: str) -> str:
    soup = read_page(site, page)
    for one in soup.select("[data-from], [data-until]"):
        if not str(one.get("data-from", "")) <= day < str(one.get("data-until", "~")):
            one.decompose()
    [block] = soup.select(".title-block")
    assert len(block.select(".title-block-downloads")) == page.startswith("protocols/")
    return " ".join(block.get_text(" ").split())


def test_a_text_is_replaced_on_the_day_of_the_next(site: Path) -> None:
    page = "versions/pesten/beurt@vastgesteld-2026-02-20.html"
    before, after = _on(site, page, _EVE), _on(site, page, _DAY)
    assert "De Brug 2026 vastgesteld" in before
    assert "Deze tekst geldt tot 1 augustus 2127." in before
    assert "De Brug 2026 vervangen" in after
    assert "geldt tot" not in after


@pytest.mark.parametrize(
    "page",
    ["protocols/pesten/naast.html", "versions/pesten/naast@vastgesteld-2026-05-02.html"],
)
def test_what_holds_at_another_school_is_told_for_the_day(site: Path, page: str) -> None:
    before, after = _on(site, page, _EVE), _on(site, page, _DAY)
    first, later = "versie 'vastgesteld-2026-02-20'", "vanaf 1 augustus 2127 versie"
    assert f"{first}, {later}" in before
    assert "vastgesteld-2026-04-02" in after
    assert first not in after
    assert later not in after


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("versions/pesten/vraag@vastgesteld-2026-02-20.html", "10 januari 2026"),
        ("versions/pesten/vraag@vastgesteld-2026-04-02.html", "10 maart 2026"),
        ("protocols/pesten/vraag.html", "10 maart 2026"),
    ],
)
def test_each_text_has_its_own_decisions_while_a_third_is_proposed(
    site: Path, page: str, day: str
) -> None:
    for read in (_EVE, _DAY):
        said = _on(site, page, read)
        assert f"GMR A: instemming verleend ({day})" in said
        assert "Van geen enkele raad" not in said
        assert "mei 2026" not in said
