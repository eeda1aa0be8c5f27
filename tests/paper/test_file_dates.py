"""The date in the properties of a file is that of its document; there is no other."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest

from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Text
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared.comparison import comparison_paper
from protocolkit.paper.shared.extras import own_date
from small_boards import board, line_up, topic_line

_DUTCH = translator("nl")
# Somebody may write in a text what stands in the properties of a file.
_TITLE = "/ModDate(D:19800101000000Z)/CreationDate(D:19800101000000Z)"
_PROTOCOL = Protocol(
    facts=Facts(organisation=Organisation(name="De Brug"), title=_TITLE),
    title=(Text(_TITLE),),
    parts=(),
)


def _dated(day: str) -> Protocol:
    return replace(_PROTOCOL, facts=replace(_PROTOCOL.facts, dated=day))


def _in_pdf(pdf: bytes) -> set[str]:
    """Return every date in a PDF's properties, to the day."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        dates = (str(opened.docinfo.get(name, "")) for name in ("/ModDate", "/CreationDate"))
        found = [date[2:10] for date in dates if date]
        with opened.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "3"
            names = ("xmp:ModifyDate", "xmp:CreateDate")
            found += [metadata[name][:10].replace("-", "") for name in names if name in metadata]
        history = bytes(opened.Root.Metadata.read_bytes()).partition(b"<stEvt:when>")[2]
        found += [history[:10].decode().replace("-", "")] if history else []
    return set(found)


def _in_word(file: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        text = opened.read("docProps/core.xml").decode()
    return {piece.partition(">")[2][:10] for piece in text.split("<dcterms:")[1:]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-05-03", "2019-05-03"),
        ("2019-05", ""),
        ("2019", ""),
        ("", ""),
        ("2019-02-31", ""),
        ("0999-01-01", ""),
    ],
)
def test_only_a_whole_day_is_a_date(day: str, expected: str) -> None:
    found = own_date(_dated(day))
    assert (found.date().isoformat() if found else "") == expected


@pytest.mark.parametrize("day", ["2019-05-03", "2019-05", ""])
def test_a_protocol_has_its_own_date_or_none(day: str) -> None:
    protocol = _dated(day)
    cover = make_cover(protocol, _DUTCH)
    whole = {day} if len(day) == 10 else set()
    pdf = write_pdf(protocol, cover, _DUTCH)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == _TITLE
    assert _in_pdf(pdf) == {one.replace("-", "") for one in whole}
    assert _in_word(write_docx(protocol, cover, _DUTCH)) == whole


@pytest.mark.parametrize(
    ("status", "dated", "expected"),
    [
        (Status.ADOPTED, "", "2026-04-02"),
        (Status.ADOPTED, "2026-03", ""),
        (Status.IN_FORCE, "2026-03-01", "2026-03-01"),
        (Status.CONCEPT, "", ""),
    ],
)
def test_an_adopted_text_without_a_date_has_that_of_its_adoption(
    status: Status, dated: str, expected: str
) -> None:
    adopted = Approval(
        body="CvB", right=Right.ADOPTION, decision=Decision.ADOPTED, date="2026-04-02"
    )
    facts = replace(_PROTOCOL.facts, status=status, dated=dated, approvals=(adopted,))
    protocol = replace(_PROTOCOL, facts=facts)
    found = own_date(protocol)
    assert (found.date().isoformat() if found else "") == expected
    other = replace(adopted, fingerprint="0" * 64)
    changed = replace(protocol, facts=replace(facts, approvals=(other,)))
    assert own_date(changed) == (found if dated else None), "another text was adopted that day"


def test_a_comparison_has_no_date() -> None:
    boards = [board(slug, "De school maakt afspraken.") for slug in ("a", "b")]
    matrix, judgements = line_up(boards, topic_line("x", {"a": ["a-1"], "b": ["a-1"]}))
    paper = comparison_paper(matrix, judgements, _DUTCH)
    assert _in_pdf(matrix_pdf(paper, _DUTCH, location=Location("x"))) == set()
    assert _in_word(matrix_docx(paper, _DUTCH)) == set()
