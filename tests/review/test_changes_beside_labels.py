"""What a member changes beside a label of two lines comes back from LibreOffice as it was tracked.

LibreOffice loses what is tracked in a paragraph that a frame is held by.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from import_quality import own_word
from one_protocol import headed
from programs import Start
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.remarks import Review
from protocolkit.review.word_review import review_word
from returned_word import ReturnedWord

_WHOM = ("de brandweer", "de directeur", "de ouders", "de conciërge")
PROTOCOL = read_protocol_text(
    headed("Brand")
    + "{#h-1}\n## Wat doen we als er brand uitbreekt tijdens de les in het lokaal?\n\n"
    + "".join(
        f"{{#l{at}}}\nDe leraar belt {whom} zodra de kinderen buiten zijn.\n\n"
        for at, whom in enumerate(_WHOM, 1)
    ),
    subject="brand",
    slug="de-brug",
).protocol


def _review(form: str, path: Path) -> Review:
    if form == "odt":
        return ReturnedOdt(path.read_bytes(), path).review(PROTOCOL)
    return review_word(path.read_bytes(), path, PROTOCOL)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_changes_beside_long_labels_come_back(
    form: str, tmp_path: Path, soffice: str, start: Start
) -> None:
    word = ReturnedWord(own_word(PROTOCOL))
    for whom in _WHOM:
        word.track_deletion(f"{whom} ")
    path = tmp_path / "in" / "retour.docx"
    path.parent.mkdir()
    path.write_bytes(word.content())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "uit"
    start(soffice, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path))
    found = _review(form, out / f"retour.{form}").changes
    assert [(one.anchor, one.tracked, one.new) for one in found] == [
        (f"l{at}", True, "De leraar belt zodra de kinderen buiten zijn.") for at in range(1, 5)
    ]
