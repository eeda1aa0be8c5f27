"""The words of one version in a page that shows two, read from its HTML."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from protocolkit.text.words import tokens


def text_of(html: str, *, is_old: bool | None = None, has_signs: bool = True) -> str:
    """Return what stands in the text: all of it, or that of one version."""
    text = BeautifulSoup(html, "html.parser").select_one("div.text")
    assert text is not None
    gone = ["sup", *_of_other(is_old=is_old)] if is_old is not None else []
    if is_old is not None or not has_signs:
        gone.append(".sign")
    for found in text.select("br, td, th, p"):
        found.insert_after("\n")
    _drop(text, gone)
    return text.get_text()


def words_of(html: str, *, is_old: bool) -> tuple[str, ...]:
    """Return the words of one version: without the heading and the labels of the notes."""
    soup = BeautifulSoup(html, "html.parser")
    _drop(soup, ["sup", ".sign", *_of_other(is_old=is_old)])
    for found in soup.select("#_noten"):
        notes = found.find_next_sibling("ul")
        assert isinstance(notes, Tag)
        for note in notes.find_all("li", recursive=False):
            _drop_label(note)
        found.decompose()
    return tokens(text_of(str(soup)))


def _of_other(*, is_old: bool) -> list[str]:
    return ["ins", ".here"] if is_old else ["del", ".away"]


def _drop(soup: Tag, selectors: list[str]) -> None:
    for found in soup.select(", ".join(selectors) or "none"):
        if not found.decomposed:
            found.decompose()


def _drop_label(note: Tag) -> None:
    """Take the label out of what one version has of a note, in whichever paragraph that begins."""
    first = next((one for one in note.strings if one.strip()), None)
    if first is not None:
        first.replace_with(str(first).lstrip().partition(" ")[2])


def dead_links(html: str) -> set[str]:
    """Return the places to which a page leads and which it does not have; a name is given once."""
    soup = BeautifulSoup(html, "html.parser")
    ids = [str(found["id"]) for found in soup.select("[id]")]
    assert len(set(ids)) == len(ids), ids
    return {str(link["href"]) for link in soup.select("a[href^='#']")} - {f"#{one}" for one in ids}
