"""What cannot be imported is refused with the cure, and nothing is written."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest

from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import protocol_text, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import decode, extract_text
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.importing.kind_of_file import FileKind, find_kind, import_opened, open_file
from protocolkit.importing.source import codes

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(parts: dict[str, bytes], *, squeezed: bool = True) -> bytes:
    buffer = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if squeezed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _word(document: bytes, main: bytes = b"word/document.xml") -> bytes:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="%b"/></Relationships>' % main
    )
    return _zip({"_rels/.rels": rels, main.decode(): document})


def _pdf(pages: int, password: str = "") -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    buffer = io.BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else False
    document.save(buffer, encryption=encryption)
    return buffer.getvalue()


_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
_OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.txt", b"", "import-empty"),
        ("leeg.txt", b" \n\n", "import-empty"),
        ("alleen-tekens.txt", "\u200b\ufeff".encode(), "import-empty"),
        ("binair.txt", bytes(range(256)) * 4, "import-not-text"),
        ("scan.pdf", _pdf(2), "import-scan"),
        ("slot.pdf", _pdf(1, "geheim"), "import-password"),
        ("stuk.pdf", b"%PDF-1.7\nniets", "import-damaged"),
        ("lang.pdf", _pdf(1001), "import-too-many-pages"),
        ("slot.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "import-password"),
        ("oud.doc", _OLE + "WordDocument".encode("utf-16-le"), "import-save-as-word"),
        ("rooster.xls", _OLE + "Workbook".encode("utf-16-le"), "import-unknown-kind"),
        ("bericht.msg", _OLE + "__substg1.0_0037".encode("utf-16-le"), "import-mail"),
        ("bericht.eml", b"Received: x\nMessage-ID: <1@x>\nSubject: y\n\nDag", "import-mail"),
        ("stuk.docx", b"PK\x03\x04niets", "import-damaged"),
        ("stuk.docx", _word(b"<w:document"), "import-damaged"),
        ("leeg.docx", _zip({"x.txt": b"x"}), "import-unknown-kind"),
        ("lach.docx", _word(_LAUGHS), "import-unsafe-xml"),
        ("buiten.docx", _word(_OUTSIDE), "import-unsafe-xml"),
        ("bom.docx", _word(b"<a>" + b" " * 30_000_000 + b"</a>"), "import-unpacks-too-large"),
        ("pdf.docx", _pdf(1), "import-wrong-extension"),
        ("word.txt", _word(b"<a/>"), "import-wrong-extension"),
        ("tekst.docx", b"gewone tekst", "import-wrong-extension"),
        ("foto.png", b"\x89PNG\r\n", "import-unknown-kind"),
        ("x.odt", b"PK\3\4mimetypeapplication/vnd.oasis.opendocument.text", "import-save-as-word"),
        ("x.rtf", b"{\\rtf1}", "import-save-as-word"),
        ("leeg.html", b"<html><body><script>alert(1)</script></body></html>", "import-empty"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_no_use_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ProtocolkitError) as stopped:
        import_opened(open_file(path))
    found = stopped.value.problem
    assert found.code.name == code
    assert found.hint(translator())
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("main", "kind"), [(b"xl/workbook.xml", "Excel (.xlsx)"), (b"ppt/presentation.xml", "(.pptx)")]
)
def test_a_file_of_another_office_program_is_called_by_its_name(main: bytes, kind: str) -> None:
    with pytest.raises(ProtocolkitError) as stopped:
        extract_word(_word(b"<a/>", main))
    assert f"{kind}." in stopped.value.problem.message(translator("nl"))


@pytest.mark.parametrize("doubled", ["part", "relationship"])
def test_a_word_file_that_can_be_read_in_two_ways_is_refused(doubled: str) -> None:
    document = b"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:body><w:p><w:r><w:t>Bellen mag niet.</w:t></w:r></w:p></w:body></w:document>"""
    content = _word(document)
    assert "Bellen" in extract_word(content).text
    buffer = io.BytesIO(content)
    if doubled == "part":
        with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", document.replace(b"niet", b"wel"))
    else:
        with zipfile.ZipFile(buffer, "a") as archive:
            notes = b'<Relationship Id="n" Type="x/footnotes" Target="%b.xml"/>'
            archive.writestr(
                "word/_rels/document.xml.rels",
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                b'relationships">' + notes % b"een" + notes % b"twee" + b"</Relationships>",
            )
    with pytest.raises(ProtocolkitError) as stopped:
        extract_word(buffer.getvalue())
    assert stopped.value.problem.code is codes.DAMAGED


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "niets.txt", "file-missing"), (tmp_path, "file-kind")):
        with pytest.raises(ProtocolkitError) as stopped:
            open_file(path)
        assert stopped.value.problem.code.name == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = "Protocol foto’s\n\nEén leerling én één ouder: “ja” – altijd.\n" * 3
    assert decode(text.encode(encoding)).text == text
    protocol = import_source(extract_text(text.encode(encoding))).protocol
    assert "Eén leerling én één ouder: “ja” – altijd." in protocol_text(protocol)


def test_what_a_file_is_does_not_hang_on_its_name(tmp_path: Path) -> None:
    path = tmp_path / "zonder-uitgang"
    path.write_text("<!doctype html><p>Een regel.</p>", "utf-8")
    assert open_file(path).kind is FileKind.WEB_PAGE
    path.write_text("Een regel.", "utf-8")
    assert open_file(path).kind is FileKind.TEXT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Hitteplan\n\n## Wanneer\n\nBij **hitte**.\n", FileKind.MARKDOWN),
        ("\ufeff# Hitteplan\r\n\r\n## Wanneer\r\n\r\nBij hitte.\r\n", FileKind.MARKDOWN),
        ("# Hitteplan\n\nBij hitte.\n", FileKind.TEXT),
        ("Hitteplan\n\n# 1 Wanneer\n\n## 2 Wie\n", FileKind.TEXT),
    ],
)
def test_markdown_may_be_saved_as_text(tmp_path: Path, text: str, kind: FileKind) -> None:
    path = tmp_path / "hitte.txt"
    path.write_text(text, "utf-8", newline="")
    opened = open_file(path)
    assert opened.kind is kind
    if kind is FileKind.MARKDOWN:
        found = import_opened(opened).protocol
        assert [plain(one.title) for one in sections(found)] == ["Wanneer"]


_BEGINS = {
    FileKind.PDF: b"%PDF-1.7",
    FileKind.WORD: b"PK\x03\x04",
    FileKind.WEB_ARCHIVE: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n",
}


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_of_file_has_its_ending(kind: FileKind) -> None:
    """A file of another kind under that name is refused, so the ending is known."""
    name = Path(f"x.{kind.value}")
    assert find_kind(name, _BEGINS.get(kind, b"Een regel."), NOWHERE) is kind
    other = FileKind.WORD if kind is FileKind.PDF else FileKind.PDF
    with pytest.raises(ProtocolkitError):
        find_kind(name, _BEGINS[other], NOWHERE)


@pytest.mark.parametrize("number", ["²", "9" * 5000, "٣"])
def test_a_number_of_any_kind_stops_no_import(number: str) -> None:
    lines = [f"Protocol {number}", f"Regel een is dit{number}.", f"{number}", f"{number} Noot."]
    text = "\n\n".join(lines * 4)
    assert number in import_source(extract_text(text.encode())).markdown
