"""Every format that a page offers is one that something writes."""

from __future__ import annotations

from protocolkit.site.engine.addresses import (
    COMPARISON_PAPER_FORMATS,
    PROTOCOL_PAPER_FORMATS,
    TEMPLATE_FORMATS,
    format_name,
    matrix_formats,
)
from protocolkit.site.paper_writers import COMPARISON_WRITERS, PROTOCOL_WRITERS


def test_what_is_offered_of_a_protocol_is_written() -> None:
    assert set(PROTOCOL_PAPER_FORMATS) == set(PROTOCOL_WRITERS)
    assert set(TEMPLATE_FORMATS) - {"md"} <= set(PROTOCOL_WRITERS)


def test_what_is_offered_of_a_comparison_is_written() -> None:
    assert set(COMPARISON_PAPER_FORMATS) == set(COMPARISON_WRITERS)


def test_every_format_has_a_name_of_its_own() -> None:
    offered = {*PROTOCOL_PAPER_FORMATS, *TEMPLATE_FORMATS, *matrix_formats(with_paper=True)}
    assert len({format_name(end) for end in offered}) == len(offered)
