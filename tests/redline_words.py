"""The words of one version in a page that shows two, read from its HTML."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from protocolkit.text.words import tokens


def text_of(html: str, *, is_old: bool | None = None, has_signs: bool = True) -> str:
    """Return what stands in the text: all of it, or that of one version."""
    text = BeautifulSoup(html, "html.parser").select_one("div.text")
    assert text is not None
    gone = ["sup"] if is_old is not None else []
    if is_old is not None:
        gone += ["ins", ".here"] if is_old else ["del", ".away"]
    if is_old is not None or not has_signs:
        gone.append(".sign")
    for found in text.select("br, td, th, p"):
        found.insert_after("\n")
    for found in text.select(", ".join(gone) or "none"):
        if not found.decomposed:
            found.decompose()
    return text.get_text()


def words_of(html: str, *, is_old: bool) -> tuple[str, ...]:
    """Return the words of one version: without the heading and the labels of the notes."""
    soup = BeautifulSoup(html, "html.parser")
    for found in soup.select("#_noten"):
        notes = found.find_next_sibling("ul")
        assert isinstance(notes, Tag)
        for note in notes.find_all("li", recursive=False):
            _drop_label(note)
        found.decompose()
    return tokens(text_of(str(soup), is_old=is_old))


def _drop_label(note: Tag) -> None:
    """Take the label of a note out of the page: in the words, or beside them as two of them."""
    paragraph = note.select_one("p")
    assert paragraph is not None
    for sign in paragraph.select(".sign"):
        sign.decompose()
    first = next(one for one in paragraph.strings if one.strip())
    if first.find_parent("del", class_="follows"):
        for tag in ("del", "ins"):
            label = paragraph.find(tag, class_="follows")
            assert isinstance(label, Tag)
            label.decompose()
        return
    first.replace_with(str(first).partition(" ")[2])


def dead_links(html: str) -> set[str]:
    """Return the places to which a page leads and which it does not have; a name is given once."""
    soup = BeautifulSoup(html, "html.parser")
    ids = [str(found["id"]) for found in soup.select("[id]")]
    assert len(set(ids)) == len(ids), ids
    return {str(link["href"]) for link in soup.select("a[href^='#']")} - {f"#{one}" for one in ids}
