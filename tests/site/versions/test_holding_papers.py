"""The paper of a kept version that holds, while the present text is another one."""

from __future__ import annotations

from pathlib import Path

from kept_site import protocol_file, rewrite
from protocolkit.decisions.deciding import Ruling, decide
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.approvals import Decision
from small_site import make_project, read_page
from warm import Command

_VERSION = "aa@vastgesteld-2026-03-24"


def test_the_row_of_what_holds_leads_to_its_paper(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    ruling = Ruling(body="CvB", decision=Decision.ADOPTED, day="2026-03-24")
    decide(open_working_file(project, protocol_file(project)), ruling, "2026-06-01", lambda _: True)
    rewrite(project, ("Eerste regel", "Eerste gewijzigde regel"))
    site = tmp_path / "html"
    build = ("build", "-C", project, "-o", site)
    assert "[protocol.changed-after-decision]" in command(*build).stderr
    row = next(one for one in read_page(site, "index.html").select("tr") if _VERSION in str(one))
    links = [str(one["href"]) for one in row.select(".overview-downloads a")]
    wanted = [f"downloads/regels/{_VERSION}.{end}" for end in ("pdf", "docx")]
    assert links == wanted
    assert all((site / one).read_bytes() for one in wanted)
    rewrite(project, ("Eerste gewijzigde regel", "Eerste regel"))
    assert "changed-after-decision" not in command(*build).stderr
    assert not list((site / "downloads").rglob("*@*")), "the present text holds itself"
