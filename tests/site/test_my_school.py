"""'Mijn school': from the front page to the texts that apply, by links alone."""

from __future__ import annotations

from pathlib import Path

from small_site import read_page


def test_the_front_page_leads_to_what_applies(built_site: Path) -> None:
    front = read_page(built_site, "index.html")
    first = front.select_one("h1 ~ div, h1 ~ section, h1 ~ p:not(.lead)")
    assert first is not None
    assert "Mijn school" in front.select("article h2")[0].get_text()
    links = {link.get_text(): str(link["href"]) for link in front.select(".school-names a")}
    assert {"Griftland College", "Stichting OPONOA"} <= set(links)
    school = read_page(built_site, links["Griftland College"])
    told = " ".join(school.get_text(" ").split())
    assert "Tekst van CVO Baarn/Soest, waarin deze school genoemd is." in told
    assert "Aan wie kunt u iets vragen? CVO Baarn/Soest" in told
    text = school.select_one(".school-text h3 a")
    assert text is not None
    page = (built_site / links["Griftland College"]).parent / str(text["href"])
    assert page.resolve() == built_site / "protocols/sociale-media/cvo-baarn-soest.html"
    assert [found.get_text() for found in school.select(".title-block-fact")] == [
        "2019",
        "status onbekend",
    ]


def test_all_schools_have_a_page_of_their_own_together(built_site: Path) -> None:
    every = read_page(built_site, "mijn-school/index.html")
    assert every.h1 is not None
    assert every.h1.get_text() == "Mijn school"
    for link in every.select(".school-names a"):
        assert (built_site / "mijn-school" / str(link["href"])).is_file()
