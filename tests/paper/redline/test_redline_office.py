"""LibreOffice accepts and rejects redlines of ours: a third judge, by a macro of the test.

It loses changes when it saves a file that still has them, so it is never the only judge.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
from lxml import etree

import seeds
from programs import Start
from protocolkit.document.model import Protocol
from protocolkit.text.words import tokens
from redlines import MAIN, NS, body_of, part, protocol, redline, written
from rough_edits import roughly_edited

_BASIC = """Sub Settle(folder As String, names As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each one In Split(names, "|")
    For Each choice In Array("Accept", "Reject")
      document = StarDesktop.loadComponentFromURL(folder & one & ".docx", "_blank", 0, hidden())
      frame = document.CurrentController.Frame
      helper.executeDispatch(frame, ".uno:" & choice & "AllTrackedChanges", "", 0, Array())
      document.storeToURL(folder & one & "-" & choice & ".docx", form())
      document.close(True)
    Next
  Next
End Sub
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
  script:language="StarBasic">{basic}</script:module>
"""
_ITEMS = [
    f"{{#lid-{at}}}\n{at}. Lid {word}.\n" for at, word in enumerate(("een", "twee", "drie"), 1)
]
_NOTES = (
    "{#n1}\n1. Telefoons in de kluis.[^1]\n\n{#n2}\n2. Ouders wachten buiten.[^2]\n\n"
    "{#n3}\n3. De mentor belt.[^3]\n\n[^1]: Ook een horloge.\n\n[^2]: Ook oppassen.\n\n"
    "[^3]: Of per mail.\n"
)
_NOTED = "\n{#n}\n8. Bij ijzel[^1] blijft het hek open.\n\n[^1]: Ook bij sneeuw.\n\n"
_CALLED = "{#p1}\n1. Lid acht%s blijft.\n\n{#p2}\n2. Lid negen%s staat.\n\n[^1]: Ook bij sneeuw.\n"
_BULLETS = (
    "## 3 Gevolgen\n\n{#b1}\n- De mentor schrijft.\n\n{#b2}\n- De ouders krijgen een kopie.\n"
)
_ONE = (
    "## 1 Plein\n\n{#p}\n1. Kleuters spelen op het kleine plein. De juf telt elke groep buiten.\n\n"
)
_TWO = _ONE.replace(". De", ".\n\n{#q}\n2. De").replace("## 1", "## 2")
_LEAVE = "## %d Verlof\n\n" + "".join(
    f"{{#v{at}}}\n{at}. Een ouder vraagt {what} aan bij de directeur van de school.\n\n"
    for at, what in enumerate(("verlof", "vrijstelling", "een tweede gesprek"), 1)
)
_LONG = "## Wat doen we als er brand uitbreekt tijdens de les in het lokaal?\n\n" + "".join(
    f"{{#l{at}}}\n{at}. De leraar belt {whom} zodra de kinderen buiten staan.\n\n"
    for at, whom in enumerate(("de brandweer", "de directeur", "de ouders"), 1)
)
_TABLE = "{#t}\n| Dag | Tijd |\n|---|---|\n| ma | 8 uur |\n| di | 9 uur |\n"


def _without_note(text: str) -> str:
    return text.replace("kluis.[^1]", "kluis.").replace("[^1]: Ook een horloge.\n\n", "")


def _pairs() -> Iterator[tuple[str, Protocol, Protocol]]:
    """Yield versions of which LibreOffice must find every paragraph, and no empty one more.

    Only a table at the very end leaves the paragraph after it there, whatever is tracked.
    Of paragraphs in a row that each call a note and all go, it keeps an empty one.
    """
    a, b, c = _ITEMS
    for name, old, new in (
        ("middle", a + b + c, a + c),
        ("last", a + b + c, a + b),
        ("added-last", a, a + b + c),
        ("moved", a + b + c, c + a + b),
        ("moved-in-two", _ONE + _LEAVE % 2, _LEAVE % 1 + _TWO),
        ("moved-as-one", _LEAVE % 1 + _TWO, _ONE + _LEAVE % 2),
        ("row", _TABLE, _TABLE + "| wo | 10 uur |\n"),
        ("table", a + b, f"{a}\n{_TABLE}\n{b}"),
        ("after-table", f"{_TABLE}\n{a}", _TABLE),
        ("table-for-moved", a + b + c, f"{_TABLE}\n{b}\n{c}\n{a}"),
        ("moved-from-table", f"{b}\n{c}\n{a}", f"{a}\n{b}\n{c}\n{_TABLE}\n{b.replace('2', '9')}"),
        ("renumbered", f"## 1 Hek\n\n{a}{b}", f"## 1 Nieuw\n\n## 2 Hek\n\n{a}{c}{b}"),
        ("long-labels", _LONG, _LONG.replace("zodra", "meteen als")),
        ("labels", _BULLETS, _BULLETS.replace("Gevolgen", "Maatregelen")),
        ("note-gone", _NOTES, _without_note(_NOTES)),
        ("note-counted", _NOTES, _without_note(_NOTES).replace("^2]", "^1]").replace("^3]", "^2]")),
        ("note-elsewhere", _CALLED % ("[^1]", ""), _CALLED.replace("Ook", "Nog") % ("", "[^1]")),
        ("note-came", _without_note(_NOTES), _NOTES),
        ("note-with-lid", a + _NOTED + c, a + c),
        ("note-before-lid", a + _NOTED + b + c, a + c),
        ("note-after-lid", a + b + _NOTED + c, a + c),
        ("note-added", a + c, a + _NOTED + c),
        ("note-last", a + _NOTED, a),
        ("note-section", f"{a}\n## Kop\n\n{b}{_NOTED}## Slot\n\n{c}", f"{a}\n## Slot\n\n{c}"),
        ("note-named", _NOTES, _NOTES.replace("^2]", "^ster]")),
    ):
        yield name, protocol(old), protocol(new)


def test_libreoffice_finds_both_versions(tmp_path: Path, soffice: str, start: Start) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # It fills a new profile with a library of its own, so that has to be there first.
    start(soffice, profile, "--headless", "--terminate_after_init")
    module = tmp_path / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.exists()
    module.write_text(_MODULE.format(basic=escape(_BASIC)), "utf-8")
    pairs = list(_pairs())
    for seed in range(3):
        old = seeds.protocol(seeds.SLUGS[seed % len(seeds.SLUGS)])
        pairs.append((f"seed{seed}", old, roughly_edited(old, seed)))
    for name, old, new in pairs:
        (tmp_path / f"{name}.docx").write_bytes(redline(old, new))
    names = "|".join(name for name, _, _ in pairs)
    macro = f'macro:///Standard.Module1.Settle("{tmp_path.as_uri()}/","{names}")'
    start(soffice, profile, "--headless", "--norestore", macro)
    unlike = {
        f"{name} {choice}": (found, wanted)
        for name, old, new in pairs
        for choice, version in (("Accept", new), ("Reject", old))
        if (found := _lines((tmp_path / f"{name}-{choice}.docx").read_bytes()))
        != (wanted := _lines(written(version)))
    }
    assert unlike == {}


def test_a_note_with_a_name_has_one_mark(tmp_path: Path, soffice: str, start: Start) -> None:
    """LibreOffice prints a mark by itself too where it stands in the run of the call."""
    old, new = (
        protocol(
            f"{{#a}}\n1. Het hek[^leeftijd] gaat om {hour} dicht.[^tijd] Echt.[^leeftijd]\n\n"
            "[^leeftijd]: Van twaalf jaar.\n\n[^tijd]: Op schooldagen.\n"
        )
        for hour in ("acht", "negen")
    )
    for name, file in (("plain", written(old)), ("redline", redline(old, new))):
        (tmp_path / f"{name}.docx").write_bytes(file)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ("--headless", "--convert-to", "pdf", "--outdir", tmp_path)
    files = [tmp_path / f"{name}.docx" for name in ("plain", "redline")]
    assert start(soffice, profile, *words, *files).returncode == 0
    for name in ("plain", "redline"):
        with pypdfium2.PdfDocument(tmp_path / f"{name}.pdf") as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        said = " ".join(" ".join(pages).split())
        assert said.count("hekleeftijd gaat") == 1, said
        # the rest is what the summary says of each
        text = said[said.index("hekleeftijd") :]
        assert (text.count("leeftijd"), len(re.findall(r"\btijd|\.tijd", text))) == (3, 2), text


def test_a_note_with_a_short_label_has_one_mark(tmp_path: Path, soffice: str, start: Start) -> None:
    """LibreOffice takes one letter behind a call for the mark that it prints itself."""
    labels = ("1", "3", "b")
    calls = "".join(f"{{#a-{at}}}\n{at}. Regel.[^{at}]\n\n" for at in labels[:2])
    told = "".join(f"[^{at}]: Noot hierbij.\n\n" for at in labels)
    made = written(protocol(f"{calls}{{#c}}\nTot slot.[^b]\n\n{told}"))
    (tmp_path / "short.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = ("--headless", "--convert-to", "pdf", "--outdir", tmp_path)
    assert start(soffice, profile, *words, tmp_path / "short.docx").returncode == 0
    with pypdfium2.PdfDocument(tmp_path / "short.pdf") as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    said = " ".join(" ".join(pages).replace("\u2060", "").split())
    assert [at for at in labels if f" {at} Noot hierbij." not in said] == [], said


def _lines(file: bytes) -> list[tuple[str, ...]]:
    """Return the words of each paragraph of the text, then of the notes as they are called.

    Marks of notes are left out.
    """
    mark = "w:rPr/w:rStyle[contains(@w:val, 'Footnote')]"
    body = body_of(file)
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        has_notes = "word/footnotes.xml" in package.namelist()
    part_of_notes = part(file, "footnotes.xml") if has_notes else ()
    notes = {note.get(f"{{{MAIN}}}id"): note for note in part_of_notes}
    called = [
        notes[call.get(f"{{{MAIN}}}id")] for call in body.iter(f"{{{MAIN}}}footnoteReference")
    ]
    found = []
    for one in (text for root in (body, *called) for text in root.iter(f"{{{MAIN}}}p")):
        runs = one.xpath(f".//w:r[not({mark})]", namespaces=NS)
        found.append(tokens("".join(_said(piece) for run in runs for piece in run)))
    return found


def _said(piece: etree._Element) -> str:
    name = etree.QName(piece).localname
    return {"t": piece.text or "", "tab": "\t", "br": "\n"}.get(name, "")
