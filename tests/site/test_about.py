"""Who makes the website, and a page for an address that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.checking.site_settings import check_site_settings
from protocolkit.site.about import contact_address
from small_site import BuildSite, make_project, read_page

_ABOUT = "over-deze-website/index.html"


def _said(site: Path, name: str = _ABOUT) -> str:
    return " ".join(read_page(site, name).get_text(" ").split())


@pytest.mark.build
def test_it_says_who_publishes_and_where_to_report(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p")
    with (project / "conf.py").open("a") as file:
        file.write('\nprotocolkit_publisher = "Stichting <b>De Brug"\n')
        file.write('protocolkit_contact = "fouten@debrug.nl"\n')
        file.write('html_baseurl = "https://protocollen.debrug.nl/site/"\n')
    site = build_site(project)
    assert "Deze website is van Stichting <b>De Brug." in _said(site)
    links = [str(a["href"]) for a in read_page(site, _ABOUT).select(".about a")]
    assert links == ["../controle/index.html", "mailto:fouten@debrug.nl"]
    root = "https://protocollen.debrug.nl/site/"
    ways = [str(a["href"]) for a in read_page(site, "404.html").select("#niet_gevonden a")]
    assert ways == [
        f"{root}{end}" for end in ("index.html", "vergelijken/index.html", "search.html")
    ]


def test_every_page_leads_to_it(built_site: Path) -> None:
    assert "Deze website is van protocolkit." in _said(built_site)
    assert "Hier is nog niet ingevuld bij wie u terechtkunt." in _said(built_site)
    for path in built_site.rglob("*.html"):
        name = path.relative_to(built_site).as_posix()
        links = [str(a["href"]) for a in read_page(built_site, name).select("footer a[href]")]
        leads = [
            link for link in links if "over-deze-website" in link or link == "#toegankelijkheid"
        ]
        assert leads or name in ("404.html", _ABOUT), name
    assert 'content="noindex"' in (built_site / "404.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ("mr@school.nl", "mailto:mr@school.nl"),
        ("https://school.nl/fout", "https://school.nl/fout"),
        ("javascript:alert(1)", ""),
        ('https://x.nl/" onclick="x', ""),
        ("de administratie", ""),
        ("a@b@c", ""),
        ("", ""),
    ],
)
def test_only_mail_and_pages_are_led_to(contact: str, address: str) -> None:
    assert contact_address(contact) == address


_ADDRESS = 'html_baseurl = "https://x.nl/"'
_PUBLISHER, _CONTACT = 'protocolkit_publisher = "X"', 'protocolkit_contact = "a@b.nl"'


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ((), []),
        ((_PUBLISHER,), []),
        ((_ADDRESS,), ["protocolkit_publisher", "protocolkit_contact"]),
        ((_ADDRESS, _PUBLISHER), ["protocolkit_contact"]),
        ((_ADDRESS, _PUBLISHER, _CONTACT), []),
    ],
)
def test_a_website_with_an_address_is_asked_whose_it_is(
    tmp_path: Path, lines: tuple[str, ...], missing: list[str]
) -> None:
    (tmp_path / "conf.py").write_text("\n".join(lines), "utf-8")
    found = list(check_site_settings(tmp_path))
    assert [dict(one.values)["setting"] for one in found] == missing
    assert {one.code.name for one in found} <= {"site-unowned"}
