"""Whether a text on paper still holds: by the code on its cover, and where its QR code leads."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from kept_site import keep, make_kept, protocol_file, rewrite
from protocolkit.document.fingerprints import codes_of_before, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text
from protocolkit.site.versions.check_page import code_of
from seeds import SLUGS
from small_site import BuildSite, make_project, read_page, site_files
from warm import Command

_ROOT = "https://protocollen.example/school"
_PAGE = "controle/index.html"


def _with_address(project: Path) -> Path:
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'html_baseurl = "{_ROOT}"\n')
    return project


def _protocol(path: Path) -> Protocol:
    return read_protocol_text(path.read_text("utf-8")).protocol


def _code(path: Path) -> str:
    return code_of(protocol_fingerprint(_protocol(path)))


_LATER = """---
protocol:
  title: Protocol hek
  organisation: {name: De Poort, kind: school}
  status: vastgesteld
  valid_from: 2024-08-01
---

# Protocol hek

{#a}
1. Het hek gaat om acht uur open.
"""


def _with_a_text_to_come(project: Path) -> None:
    """Put a protocol in a project of which the next text is adopted, and begins in a far year."""
    path = protocol_file(project, "poort", "hek")
    path.parent.mkdir()
    path.write_text(_LATER, "utf-8")
    keep(project, "2024-1", "poort", "hek")
    text = _LATER.replace("2024-08-01", "2999-01-01").replace("acht", "negen")
    path.write_text(text, "utf-8")
    keep(project, "2999-1", "poort", "hek")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = _with_address(make_kept(tmp_path_factory.mktemp("kept") / "p"))
    # In years before, a text whose notes are called twice was kept and decided on by another code.
    _with_a_text_to_come(project)
    versions = project / "versions" / "versions.json"
    kept = _protocol(project / "versions" / "regels" / "aa@2020-1.md")
    listed, text = protocol_fingerprint(kept), versions.read_text("utf-8")
    assert listed in text
    versions.write_text(text.replace(listed, codes_of_before(kept)[0]), "utf-8")
    code = codes_of_before(_protocol(protocol_file(project, "bb")))[0]
    decided = f"{{body: MR, right: instemming, decision: verleend, fingerprint: {code!r}}}"
    facts = "  dated: 2020-01\n"
    rewrite(project, (facts, f"  approvals: [{decided}]\n{facts}"), slug="bb")
    return project


@pytest.fixture(scope="module")
def site(project: Path, command: Command) -> Path:
    """Build the site, and say that one decision does not prove its text."""
    out = project.parent / "out" / "html"
    assert command("build", "-C", project, "-o", out).returncode == 1
    return out


def _answers(site: Path) -> dict[str, str]:
    sections = read_page(site, _PAGE).select(".checked")
    return {str(one["id"]): one.get_text(" ", strip=True) for one in sections}


def test_every_text_has_its_answer(site: Path, project: Path) -> None:
    found = _answers(site)
    for later in (_CODE_TO_COME, _CODE_UNTIL_THEN):
        found.pop(_code(project / later))
    old = found.pop(_code(project / "versions" / "regels" / "aa@2020-1.md"))
    assert "Er is een nieuwere tekst. Stand: vervangen op 1 augustus 2022" in old
    assert "Wat er tussen beide veranderde" in old
    assert "nieuwere" in found.pop(_code(project / "versions" / "regels" / "aa@2022-1.md"))
    now = found.pop(_code(protocol_file(project)))
    assert "Dit is de nieuwste tekst. Stand: geldt nu, sinds 1 augustus 2024" in now
    other = found.pop(_code(protocol_file(project, "bb")))
    assert "niet bekend of die geldt" in other
    page = read_page(site, _PAGE)
    for path, looks in (
        (project / "versions" / "regels" / "aa@2020-1.md", 1),
        (protocol_file(project, "bb"), 0),
    ):
        before = code_of(codes_of_before(_protocol(path))[0])
        assert "Dit is een code van vroeger" in found.pop(before)
        assert not page.select(f"[id='{before}'] .text-holds")
        assert len(page.select(f"[id='{before}'] .text-over")) == looks
    assert not found, "a code of before that stands on no paper, version or decision"
    for link in read_page(site, _PAGE).select(".checked a"):
        assert (site / _PAGE).parent.joinpath(str(link["href"])).is_file()


def _on(site: Path, page: str, day: str, selector: str = "body") -> str:
    """Return what a reader of a page sees on a day."""
    soup = read_page(site, page)
    for one in soup.select("[data-from], [data-until]"):
        if not str(one.get("data-from", "")) <= day < str(one.get("data-until", "~")):
            one.decompose()
    return " ".join(soup.select(selector)[0].get_text(" ").split())


_KEPT = "versions/hek/poort@2024-1.html"
_SEEN = {
    "protocols/hek/poort.html": (
        (
            "Deze tekst is vastgesteld en geldt vanaf 1 januari 2999. Tot die dag geldt versie "
            "'2024-1'. Lees de tekst die geldt · Alle versies"
        ),
        "vastgesteld Alle versies",
    ),
    _KEPT: (
        (
            "vastgesteld Dit is versie '2024-1', zoals die is bewaard: geldt nu, tot 1 januari "
            "2999. Er is ook een andere tekst: vastgesteld, geldt vanaf 1 januari 2999"
        ),
        (
            "vervangen Dit is niet de nieuwste tekst. Dit is versie '2024-1', zoals die is "
            "bewaard: vervangen op 1 januari 2999. Lees de tekst die geldt"
        ),
    ),
    "geschiedenis/hek/poort/index.html": (
        "geldt vanaf 1 januari 2999 Gewijzigd: 1",
        "geldt nu, sinds 1 januari 2999 Gewijzigd: 1",
    ),
    "versions/hek/poort@2999-1.html": (
        (
            "vastgesteld Dit is versie '2999-1', zoals die is bewaard: geldt vanaf 1 januari 2999. "
            "Lees de tekst die geldt"
        ),
        "Dit is versie '2999-1', zoals die is bewaard: geldt nu, sinds 1 januari 2999. Lees deze",
    ),
    "geschiedenis/hek/poort/2024-1_2999-1.html": (
        "2024-1 : geldt nu, tot 1 januari 2999",
        "2024-1 : vervangen op 1 januari 2999",
    ),
    "mijn-school/de-poort/index.html": (
        "Tot die dag geldt versie '2024-1'. Lees de tekst die geldt",
        "Het is vastgesteld. Aan wie kunt u iets vragen?",
    ),
    "index.html": (
        "Protocol hek Deze tekst is vastgesteld en geldt vanaf 1 januari 2999. Tot die dag",
        "Protocol hek 2999 vastgesteld",
    ),
    "wijzigingen/index.html": ("De Poort · geldt vanaf 1 januari", "De Poort · 1 januari 2999"),
}
_CODE_TO_COME, _CODE_UNTIL_THEN = "protocols/hek/poort.md", "versions/hek/poort@2024-1.md"


@pytest.mark.parametrize("page", _SEEN)
def test_until_an_adopted_text_begins_every_page_says_that_the_one_before_holds(
    site: Path, page: str
) -> None:
    before, after = (_on(site, page, day) for day in ("2998-12-31", "2999-01-01"))
    assert _SEEN[page][0] in before
    assert _SEEN[page][1] in after
    hidden = [one for one in read_page(site, page).select("[data-from]") if "hidden" in one.attrs]
    assert len(hidden) == len(read_page(site, page).select("[data-from]"))


def test_paper_of_before_is_good_until_another_text_begins(site: Path, project: Path) -> None:
    to_come, until_then = (_code(project / one) for one in (_CODE_TO_COME, _CODE_UNTIL_THEN))
    for code, day, look, words in (
        (until_then, "2998-12-31", "text-holds", "Deze tekst geldt nog."),
        (until_then, "2999-01-01", "text-over", "Er is een nieuwere tekst."),
        (to_come, "2998-12-31", "", "Deze tekst geldt nog niet."),
        (to_come, "2999-01-01", "text-holds", "Dit is de nieuwste tekst."),
    ):
        assert words in _on(site, _PAGE, day, f"[id='{code}']"), (code, day)
        [answer] = (
            one
            for one in read_page(site, _PAGE).select(f"[id='{code}'] strong")
            if words in one.get_text()
        )
        assert " ".join(answer.get("class") or []) == look


def test_the_text_of_before_is_not_called_old_around_its_words(site: Path) -> None:
    assert "Oude tekst" not in _on(site, _KEPT, "2998-12-31")
    assert "Oude tekst" in _on(site, _KEPT, "2999-01-01")


def test_paper_leads_to_its_own_code(site: Path, project: Path) -> None:
    for slug in ("aa", "bb"):
        address = f"{_ROOT}/{_PAGE}#{_code(protocol_file(project, slug))}"
        downloads = site / "downloads" / "regels"
        words = Document(str(downloads / f"{slug}.docx")).paragraphs
        assert f"Geldt deze tekst nog? Kijk op {address}" in [line.text for line in words]
        pdf = pypdfium2.PdfDocument(io.BytesIO((downloads / f"{slug}.pdf").read_bytes()))
        assert address in "".join(pdf[0].get_textpage().get_text_range().split())


def test_a_text_that_came_back_holds_again(tmp_path: Path, build_site: BuildSite) -> None:
    """It has one code with the old version that has its words; nobody is told that it is old."""
    project = _with_address(make_kept(tmp_path / "p"))
    keep(project, "2024-1")
    rewrite(
        project,
        ("die altijd blijft", "die tekst blijft"),
        ("2024-08-01", "2025-08-01"),
    )
    found = _answers(build_site(project))
    text = found[_code(protocol_file(project))]
    assert "Dit is de nieuwste tekst" in text
    assert "Er is een nieuwere tekst" not in text


@pytest.mark.parametrize("words", ["Andere regel", "Eerste gewijzigde regel"])
def test_a_version_that_somebody_changed_has_the_code_of_its_paper(
    tmp_path: Path, command: Command, words: str
) -> None:
    """Also one that got the words of another: of its own words only the list knows the code."""
    project = make_kept(tmp_path / "p", has_paper=False)
    path = project / "versions" / "regels" / "aa@2020-1.md"
    printed = _code(path)
    path.write_text(path.read_text("utf-8").replace("Eerste regel", words), "utf-8")
    out = tmp_path / "html"
    command("build", "-C", project, "-o", out)
    found = _answers(out)
    assert "versie '2020-1' Let op: iemand heeft het bestand van deze versie" in found[printed]
    assert "Er is een nieuwere tekst." in found[printed]
    assert not any("2020-1" in told for code, told in found.items() if code != printed)


def test_without_an_address_every_page_leads_to_the_codes(built_site: Path) -> None:
    assert len(_answers(built_site)) >= len(SLUGS), "each of these has a code on its paper"
    for name in ("over-deze-website/index.html", "index.html"):
        links = read_page(built_site, name).select(".about a" if "/" in name else "footer a")
        there = {(built_site / name).parent.joinpath(str(one["href"])).resolve() for one in links}
        assert built_site / _PAGE in there, name


def test_an_address_that_is_of_no_use_on_paper_is_not_printed(
    tmp_path: Path, build_site: BuildSite
) -> None:
    """Which addresses are of no use: ``tests/site/engine/test_public_address.py``."""
    project = make_project(tmp_path / "p")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_baseurl = "/school/"\n')
    site = build_site(project)
    words = Document(str(site / "downloads" / "regels" / "aa.docx")).paragraphs
    assert "Geldt deze tekst nog?" not in "".join(line.text for line in words)


def test_an_address_that_goes_is_on_no_paper(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p")
    plain = site_files(build_site(project, out="plain"))
    settings = (project / "conf.py").read_text("utf-8")
    _with_address(project)
    assert (build_site(project) / _PAGE).is_file()
    (project / "conf.py").write_text(settings, "utf-8")
    left = site_files(build_site(project))
    # Sphinx keeps its note of the settings before.
    left.pop(".buildinfo.bak")
    assert left == plain
