"""Other files in a Word file, or meant to be in it: never passed over in silence."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import p, package, proved, r
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.source.doubts import EMBEDDED, OUTSIDE

_OBJECT = (
    "<w:r><w:object><o:OLEObject xmlns:o='urn:schemas-microsoft-com:office:office' "
    "Type='Embed' r:id='x.docx'/></w:object></w:r>"
)
_SUBDOCUMENT = "<w:subDoc r:id='sub.docx'/>"


@pytest.mark.parametrize("kind", ["package", "oleObject", "onbekend"])
@pytest.mark.parametrize("paragraph", [p(r("Zie dit."), _OBJECT), p(r("Zie dit.")) + p(_OBJECT)])
def test_an_embedded_file_is_named_and_its_place_doubted(kind: str, paragraph: str) -> None:
    parts, kinds = {"x.docx": "PK"}, {"x.docx": kind}
    source = proved(package(p(r("Vooraf.")) + paragraph, parts, kinds=kinds))
    doubts = [(one.text, source.lines[1].begin <= one.begin) for one in source.doubts]
    assert doubts == [(EMBEDDED, True)]
    assert [dict(told.values) for told in source.notices] == [{"names": "x.docx"}]
    report = make_report(import_source(source), "x.docx", translator())
    assert any("ingesloten" in reason for row in report.first_look for reason in row.reasons)


def test_the_numbers_of_a_chart_are_no_embedded_file() -> None:
    related = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='n' Type='x/package' Target='numbers.xlsx'/></Relationships>"
    )
    parts = {"chart.xml": "<c xmlns='c'/>", "_rels/chart.xml.rels": related, "numbers.xlsx": "PK"}
    kinds = {"_rels/chart.xml.rels": "settings", "numbers.xlsx": "settings"}
    assert not proved(package(p(r("Vooraf.")), parts, kinds=kinds)).notices
    assert proved(package(p(r("Vooraf.")), parts, kinds={"chart.xml": "header", **kinds})).notices


@pytest.mark.parametrize("body", [p(_SUBDOCUMENT), _SUBDOCUMENT])
def test_a_subdocument_in_the_file_is_refused(body: str) -> None:
    parts, kinds = {"sub.docx": "PK"}, {"sub.docx": "subDocument"}
    with pytest.raises(ProtocolkitError) as stopped:
        proved(package(p(r("Vooraf.")) + body, parts, kinds=kinds))
    assert stopped.value.problem.code.name == "import-subdocument"


@pytest.mark.parametrize("body", [p(_SUBDOCUMENT), _SUBDOCUMENT, p(r("Dan:"), _SUBDOCUMENT)])
def test_a_subdocument_outside_the_file_is_a_doubt(body: str) -> None:
    source = proved(package(p(r("Vooraf.")) + body))
    assert [found.text for found in source.doubts] == [OUTSIDE]
    assert len(source.notices) == 1
