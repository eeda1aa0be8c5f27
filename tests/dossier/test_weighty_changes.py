"""What weighs most of what changed comes first: sanctions and rights, measures, rules, words."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.dossier.weighty_changes import by_weight
from protocolkit.reading.reader import read_protocol_text

_STAYS = "De school is op maandag open."


def _first(old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Return the anchors of changed clauses, the weightiest first."""

    def text(clauses: dict[str, str]) -> str:
        said = {"z": _STAYS, **clauses}
        body = "".join(f"{{#{a}}}\n{n}. {t}\n\n" for n, (a, t) in enumerate(said.items(), 1))
        return f"# Proef\n\n{body}"

    versions = [version_of(read_protocol_text(text(one)).protocol) for one in (old, new)]
    changes = compare_versions(*versions)
    return [(*one.new, *one.old)[0] for one in by_weight(changes.changes, changes)]


_RULE = "De leraar schrijft alles op."
_LEAVE = "Leerlingen mogen een telefoon meenemen."
_DAYS = "De directeur antwoordt binnen vijf dagen."
_SANCTION = "Wie pest, wordt geschorst."


@pytest.mark.parametrize("weighty", [_LEAVE, _DAYS, _SANCTION])
def test_of_clauses_that_came_a_plain_rule_weighs_less(weighty: str) -> None:
    assert _first({}, {"a": _RULE, "b": weighty}) == ["b", "a"]
    assert _first({}, {"a": weighty, "b": _RULE}) == ["a", "b"]


def test_a_sanction_weighs_more_than_a_measure() -> None:
    assert _first({}, {"a": _LEAVE, "b": _SANCTION}) == ["b", "a"]
    assert _first({}, {"a": _LEAVE, "b": _DAYS}) == ["a", "b"]


def test_a_right_that_went_weighs_most_and_a_rule_that_went_as_a_measure() -> None:
    right = "Ouders kunnen bezwaar maken bij het bestuur."
    assert _first({"a": _RULE, "b": right}, {}) == ["b", "a"]
    assert _first({"a": _RULE}, {"b": "De school heeft een telefoonboek."})[0] == "a"


def test_what_a_text_says_of_itself_weighs_as_words_do() -> None:
    assert _first({}, {"a": "Dit protocol wordt elk jaar herzien.", "b": _RULE}) == ["b", "a"]
