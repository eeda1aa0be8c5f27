"""A clause that ends as one of a list is told, unless what follows is further on in that list."""

from __future__ import annotations

import pytest

from protocolkit.checking.together import lists_left_open
from protocolkit.reading.reader import read_protocol_text

_DRAFT = """---
protocol:
  organisation: {{name: De Brug}}
  status: concept
  provenance:
    - {{anchor: een, choice: k1, source: "{one}"}}
    - {{anchor: twee, choice: k2, source: "{other}"}}
---

# Protocol

{{#hs-1}}
## 1 Regels

{{#een}}
1. De school zorgt voor een veilig klimaat;

{{#twee}}
2. De school beschermt wie er werkt en leert.
"""


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("a#doel-2", "a#doel-3", False),
        ("a#art-3-1-2", "a#art-3-1-7", False),
        ("a#doel-2", "b#doel-3", True),
        ("a#doel-2", "a#regels-3", True),
        ("a#doel-3", "a#doel-2", True),
        ("a#art-3-1-2", "a#art-3-2-3", True),
        ("a#doel-2", "a#aanhef", True),
        ("a#klimaat", "a#bescherming", False),
    ],
)
def test_only_further_on_in_its_own_list_it_goes_on(one: str, other: str, told: bool) -> None:
    draft = read_protocol_text(_DRAFT.format(one=one, other=other)).protocol
    assert [found.anchor for found in lists_left_open(draft)] == ["een"] * told


def test_the_last_of_a_chapter_is_told() -> None:
    text = _DRAFT.format(one="a#doel-2", other="a#doel-3").partition("{#twee}")[0]
    assert [found.anchor for found in lists_left_open(read_protocol_text(text).protocol)] == ["een"]
