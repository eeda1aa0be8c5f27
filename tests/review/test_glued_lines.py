"""Lines of a page that stand behind each other are told apart where they are known."""

from __future__ import annotations

from protocolkit.review.glued_lines import GluedLines
from protocolkit.review.page_lines import PageLine, PrintedText
from protocolkit.text.words import glued


def _apart(text: str, *own: str, running: tuple[str, ...] = ()) -> list[str]:
    texts = [PrintedText(words=one, marker="", letters=glued(one)) for one in own]
    glue = GluedLines(texts, frozenset(), [glued(one) for one in running])
    return [one.text for one in glue.apart(PageLine(at=0, text=text, letters=glued(text)))]


def test_lines_behind_each_other_are_told_apart_with_other_words_among_them() -> None:
    own = ("In de klas.", "Thuis bij ouders.", "Op de gang.")
    assert _apart("In de klas. Op de gang.", *own) == ["In de klas.", "Op de gang."]
    among = ["In de klas.", "ergens anders", "Thuis bij ouders."]
    assert _apart(" ".join(among), *own) == among
    assert _apart(own[1], *own) == [own[1]]


def test_little_that_is_known_does_not_cut_a_line() -> None:
    assert _apart("Thuis mag het wel.", "Thuis", "Iets anders.") == ["Thuis mag het wel."]
    assert _apart("Vooraf gevraagd mag het wel.", "Vooraf gevraagd") == [
        "Vooraf gevraagd",
        "mag het wel.",
    ]


def test_one_line_is_not_several() -> None:
    own = [PrintedText(words="In de klas.", marker="", letters="Indeklas.")]
    several = GluedLines(own, frozenset(), ["DeBrug"]).is_several
    assert not several(PageLine(at=0, text="De Brug", letters="DeBrug"))
    assert several(PageLine(at=0, text="De Brug In de klas.", letters="DeBrugIndeklas."))
    assert not several(PageLine(at=0, text="In de klas. 12", letters="Indeklas.12"))
