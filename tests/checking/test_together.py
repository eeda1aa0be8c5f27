"""Of what closes a draft is asked, as of its rules, whether it goes together."""

from __future__ import annotations

import pytest

from protocolkit.checking.together import check_together
from protocolkit.reading.reader import read_protocol_text

_DRAFT = """---
protocol:
  organisation: {{name: De Brug}}
  status: concept
  provenance:
    - {{anchor: slot-1, choice: k1, source: "a#r-1"}}
    - {{anchor: slot-2, choice: k2, source: "b#r-1"}}
---

# Protocol

{{#slot .slotbepaling}}
## 1 Slot

{{#slot-1}}
1. {one}

{{#slot-2}}
2. {other}
"""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Dit protocol wordt elk jaar geëvalueerd met de medezeggenschapsraad.",
            "Dit protocol wordt elke twee jaar geëvalueerd met de medezeggenschapsraad.",
            "clauses-contrary",
        ),
        (
            "In gevallen waarin dit protocol niet voorziet, beslist de rector.",
            "In gevallen waarin dit protocol niet voorziet, beslist de algemene directie.",
            "clauses-perhaps-contrary",
        ),
    ],
)
def test_what_closes_a_draft_is_asked(one: str, other: str, told: str) -> None:
    read = read_protocol_text(_DRAFT.format(one=one, other=other), "x.md", slug="x")
    assert [found.code.name for found in check_together(read.protocol)] == [told]
