"""Every format that a page offers is one that something writes."""

from __future__ import annotations

from protocolkit.site.engine.addresses import PAPER_FORMATS, TEMPLATE_FORMATS, format_name
from protocolkit.site.paper_files import WRITERS


def test_what_is_offered_is_written_and_has_a_name() -> None:
    assert set(PAPER_FORMATS) == set(WRITERS)
    assert set(TEMPLATE_FORMATS) - {"md"} <= set(WRITERS)
    names = [format_name(end) for end in PAPER_FORMATS]
    assert len(set(names)) == len(names)
