"""A web page that was saved with all that belongs to it in one file."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from protocolkit.base.location import NOWHERE
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.web.archive import extract_archive
from protocolkit.importing.kind_of_file import FileKind, find_kind, import_opened, open_file
from protocolkit.importing.proof.web_count import prove_archive
from protocolkit.importing.source.doubts import FRAMED, UNSTYLED
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_HOME = "https://school.nl/"
_PAGE = (
    '<!doctype html><link rel="stylesheet" href="stijl.css"><h1>Protocol bellen</h1>'
    '<p>Bellen mag <b class="weg">niet</b> in de les: één keer.</p>'
    '<iframe src="cid:kader"></iframe>'
)
_SAVED = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://school.nl/\r\n"


def _part(kind: str, text: str, address: str = "", name: str = "") -> EmailMessage:
    part = EmailMessage()
    part.set_content(text, subtype=kind, cte="quoted-printable")
    if address:
        part["Content-Location"] = address
    if name:
        part["Content-ID"] = f"<{name}>"
    return part


def _archive(*parts: EmailMessage, start: str = "") -> bytes:
    mail = EmailMessage()
    mail.make_related()
    if start:
        mail.set_param("start", f"<{start}>")
    for part in parts:
        mail.attach(part)
    return bytes(mail)


def _read(content: bytes) -> Source:
    source = extract_archive(content)
    prove_archive(content, source)
    return source


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [(found.text.strip(), found.reason) for found in source.left_out]


_STYLE = _part("css", ".weg { display: none }", f"{_HOME}stijl.css")
_FRAME = _part("html", "<p>Nooit bellen.</p>", name="kader")
_MAIN = _part("html", _PAGE, _HOME)


def test_a_page_is_read_with_its_style_sheets_and_frames() -> None:
    source = _read(_archive(_MAIN, _STYLE, _FRAME))
    assert source.text.replace("  ", " ") == "Protocol bellen\nBellen mag in de les: één keer.\n"
    assert _told(source) == [
        ("niet", LeftOutReason.HIDDEN),
        ("Nooit bellen.", LeftOutReason.FRAMED),
    ]
    assert [doubt.text for doubt in source.doubts] == [FRAMED]


def test_what_the_page_does_not_show_is_named_and_what_is_not_there_doubted() -> None:
    source = _read(_archive(_MAIN, _part("html", "<p>Los.</p>"), _part("plain", "Nog iets.")))
    assert _told(source) == [("Los. Nog iets.", LeftOutReason.NOT_ON_PAGE)]
    assert UNSTYLED in [doubt.text for doubt in source.doubts]


def test_the_page_is_the_part_that_the_archive_names() -> None:
    other = _part("html", "<p>Een kader.</p>", name="een")
    source = _read(_archive(other, _part("html", "<p>De tekst.</p>", name="twee"), start="twee"))
    assert source.text == "De tekst.\n"
    assert _told(source) == [("Een kader.", LeftOutReason.NOT_ON_PAGE)]


def test_an_archive_without_a_page_or_of_far_too_many_layers_is_refused() -> None:
    with pytest.raises(ProtocolkitError, match="import-not-text"):
        extract_archive(_archive(_part("plain", "Niets.")))
    with pytest.raises(ProtocolkitError, match="import-damaged"):
        extract_archive(b'Content-Type: multipart/related; boundary="x"\r\n' * 200)


@pytest.mark.parametrize("name", ["x.mht", "x.mhtml", "x"])
def test_a_saved_page_is_known_by_its_first_lines(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(_SAVED + _archive(_MAIN, _STYLE, _FRAME))
    opened = open_file(path)
    assert opened.kind is FileKind.WEB_ARCHIVE
    assert "Bellen mag in de les" in " ".join(import_opened(opened).markdown.split())


def test_a_mail_is_no_saved_page_and_a_page_is_no_archive() -> None:
    mail = b"Received: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"
    with pytest.raises(ProtocolkitError, match="import-mail"):
        find_kind(Path("x.eml"), mail, NOWHERE)
    with pytest.raises(ProtocolkitError, match="import-wrong-extension"):
        find_kind(Path("x.mht"), b"<!doctype html><p>Een regel.</p>", NOWHERE)
    with pytest.raises(ProtocolkitError, match="import-wrong-extension"):
        find_kind(Path("x.html"), _SAVED, NOWHERE)
