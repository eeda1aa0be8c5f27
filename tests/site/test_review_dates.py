"""The evaluation dates as a calendar on the site: there when a protocol has one, and gone after."""

from __future__ import annotations

from pathlib import Path

from small_site import BuildSite, make_project, read_page

_CALENDAR = "downloads/evaluatiedatums.ics"


def test_the_calendar_comes_and_goes_with_the_dates(build_site: BuildSite, tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    path = project / "protocols" / "regels" / "aa.md"
    plain = path.read_text("utf-8")
    path.write_text(
        plain.replace("dated: 2020-01", "dated: 2020-01\n  review_date: 2031-05"), "utf-8"
    )
    site = build_site(project)
    assert b"DTSTART;VALUE=DATE:20310501" in (site / _CALENDAR).read_bytes()
    links = [str(link["href"]) for link in read_page(site, "index.html").select("a[href$='.ics']")]
    assert links == [_CALENDAR]
    path.write_text(plain, "utf-8")
    site = build_site(project)
    assert not (site / _CALENDAR).exists()
    assert read_page(site, "index.html").select("a[href$='.ics']") == []
