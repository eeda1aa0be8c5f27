"""A saved page of ours says that it is a paper around a protocol; nobody else's page is one."""

from __future__ import annotations

import pytest
from lxml import html

from protocolkit.exchange.record import RecordKind, text_to_record
from protocolkit.importing.extract.web.own_pages import carried_by


@pytest.mark.parametrize(
    ("head", "is_ours"),
    [
        ('<meta name="protocolkit" content="leaflet">', True),
        ('<meta name="protocolkit" content="protocol">', False),
        ('<meta name="generator" content="leaflet">', False),
        ('<meta name="generator" content="x"><meta name="protocolkit" content="leaflet">', True),
        ("<style>#_signs:not(:checked) ~ * .sign { display: none; }</style>", True),
        ("<style>td.sure { width: 8rem; }</style>", False),
        ("<title>protocolkit leaflet</title>", False),
    ],
)
def test_a_page_names_itself_by_its_mark_or_by_rules_of_before(head: str, is_ours: bool) -> None:
    root = html.document_fromstring(f"<html><head>{head}</head><body><p>Een.</p></body></html>")
    found = carried_by(root)
    if not is_ours:
        assert found is None
        return
    assert found is not None
    assert found.record is not None
    record = text_to_record(found.record)
    assert record is not None
    assert record.made is RecordKind.LEAFLET
