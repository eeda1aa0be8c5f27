"""A miniature project of which versions were kept, for tests of what the site says of them."""

from __future__ import annotations

from pathlib import Path

from protocolkit.versions.frozen import freeze
from small_site import make_project

_FACTS = """status: in werking
  valid_from: {date}
  approvals: [{{body: MR, right: instemming, decision: verleend, date: 2019-12-01}}]
"""


def keep(project: Path, name: str, slug: str = "aa", subject: str = "regels") -> Path:
    """Keep a protocol of a project as a version, as it is now."""
    return freeze(project, protocol_file(project, slug, subject), name)


def protocol_file(project: Path, slug: str = "aa", subject: str = "regels") -> Path:
    return project / "protocols" / subject / f"{slug}.md"


def rewrite(project: Path, *pairs: tuple[str, str], slug: str = "aa") -> None:
    """Replace words in a protocol of a project; each must be there."""
    path = protocol_file(project, slug)
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def make_kept(folder: Path, *, has_paper: bool = True) -> Path:
    """Write a project in which one of two protocols has two versions and goes on after them."""
    project = make_project(folder, has_paper=has_paper)
    rewrite(project, ("  dated: 2020-01\n", f"  {_FACTS.format(date='2020-01-01')}"))
    keep(project, "2020-1")
    rewrite(project, ("Eerste regel", "Eerste gewijzigde regel"), ("2020-01-01", "2022-08-01"))
    keep(project, "2022-1")
    rewrite(project, ("die tekst blijft", "die altijd blijft"), ("2022-08-01", "2024-08-01"))
    return project
