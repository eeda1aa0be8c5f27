"""What the structure of a PDF says instead of what is printed is no text, and it is named."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, String

from drawn_pdf import RULE_LINES, RULES, Drawing, proved_pdf, words
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.pdf import structure_words
from protocolkit.reading.words_left_out import LeftOutReason

_WORDS = "4. Filmen mag niet."
_OTHER = "4. Filmen mag altijd."


_PRINTED = f"/Span <</MCID 0>> BDC {words(_WORDS)} EMC"
_PICTURE = "/Span <</MCID 0>> BDC q 60 0 0 60 60 380 cm /P Do Q EMC"


def _structured(part: dict[str, object], inner: int = 1, last: str = _PRINTED) -> bytes:
    """Return a PDF whose structure has so many parts in each other around what is drawn last."""
    drawing = Drawing()
    picture = drawing.picture([[200, 210], [190, 220]])
    page = drawing.page(f"{RULES} {last}", XObject=Dictionary(P=picture))
    pdf = drawing.pdf
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    above: Object = root
    for number in range(inner):
        one = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, P=above, Pg=page))
        for name, value in part.items() if not number else ():
            one[f"/{name}"] = value
        above.K = Array([one, one])
        above = one
    above.K = 0
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array([above])])))
    page.StructParents = 0
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return drawing.bytes()


@pytest.mark.parametrize("inner", [1, 3, 25])
@pytest.mark.parametrize("name", ["ActualText", "Alt", "E"])
def test_what_is_said_instead_of_other_letters_is_named_in_its_sentence(
    name: str, inner: int
) -> None:
    source = proved_pdf(_structured({name: String(_OTHER)}, inner))
    assert tuple(line.text for line in source.lines) == (*RULE_LINES, _WORDS)
    (found,) = source.left_out
    assert (found.text, found.reason) == (_OTHER, LeftOutReason.SPOKEN)
    assert found.is_in_sentence


@pytest.mark.parametrize("said", [_WORDS, "4. Fil-men mag niet.", "–", ""])
def test_what_says_the_same_or_nothing_is_not_told(said: str) -> None:
    assert not proved_pdf(_structured({"ActualText": String(said)})).left_out


def test_the_description_of_a_picture_is_named_beside_the_text() -> None:
    said = "Een foto van het plein"
    (found,) = proved_pdf(_structured({"Alt": String(said)}, last=_PICTURE)).left_out
    assert (found.text, found.reason) == (said, LeftOutReason.DESCRIPTION)
    assert not found.is_in_sentence


def test_a_structure_of_far_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure_words, "MOST_OBJECTS", 20)
    with pytest.raises(ProtocolkitError) as stopped:
        proved_pdf(_structured({"Alt": String(_OTHER)}, 25))
    assert stopped.value.problem.code.name == "import-too-much-drawn"
