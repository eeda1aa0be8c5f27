"""A clause behind the one that it stood behind in its own document leans on nothing elsewhere."""

from __future__ import annotations

import pytest

from protocolkit.checking.together import LEANS_BACK, check_together, without_followed
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses
from protocolkit.drafting.new.followed import following, leaning_there
from protocolkit.reading.reader import read_protocol_text
from small_boards import board

_PLACE = "Leerlingen mogen in de pauze naar de mediatheek."
_THERE = "Het is een plek waar ze samen werken."
_POINTS = "De leraar meldt wat in de voorafgaande punten staat."
_BOARD = board("aa", _PLACE, _THERE, _POINTS, "Toch mag het soms.")


def _draft(*anchors: str) -> Protocol:
    entries = "".join(
        f'    - {{anchor: c-{n}, topic: t, choice: k{n}, source: "aa#{anchor}"}}\n'
        for n, anchor in enumerate(anchors, start=1)
    )
    texts = {clause.anchor: clause for clause in clauses(_BOARD)}
    body = "".join(
        f"\n{{#c-{n}}}\n{n}. {texts[anchor].blocks[0].content[0].text}\n"  # type: ignore[union-attr]
        for n, anchor in enumerate(anchors, start=1)
    )
    head = f"---\nprotocol:\n  organisation: {{name: Nieuw}}\n  provenance:\n{entries}---\n"
    return read_protocol_text(f"{head}\n# Protocol\n{body}", subject="regels", slug="n").protocol


@pytest.mark.parametrize(
    ("anchors", "leaning"),
    [
        (("a-1", "a-2"), ["", ""]),
        (("a-2", "a-1"), ["Het is een plek waar ze", ""]),
        (("a-1", "a-4"), ["", "Toch"]),
        (("a-2", "a-3"), ["Het is een plek waar ze", "de voorafgaande punten"]),
        (("a-3", "a-4"), ["de voorafgaande punten", ""]),
    ],
)
def test_what_came_along_before_it_is_there(anchors: tuple[str, ...], leaning: list[str]) -> None:
    draft = _draft(*anchors)
    follows = following(draft, [_BOARD])
    assert [leaning_there(clause, follows) for clause in clauses(draft)] == leaning
    found = without_followed(check_together(draft), draft, [_BOARD])
    told = [one.anchor for one in found if one.code is LEANS_BACK]
    assert told == [f"c-{n}" for n, words in enumerate(leaning, start=1) if words]


def test_without_the_source_nothing_follows() -> None:
    assert not following(_draft("a-1", "a-2"), [])
