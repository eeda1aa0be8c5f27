"""A rule that several boards have is offered in words in which nothing is odd."""

from __future__ import annotations

import pytest

from protocolkit.checking.wording_faults import count_faults
from protocolkit.document.model import Protocol
from protocolkit.drafting.template.make_template import make_template
from protocolkit.drafting.template.values import TemplateTopic
from small_boards import board, line_up, topic_line

_SOUND = "Dit protocol draagt bij aan een veilige school."
_ODD = "Dit protocol draagt bij aan een veilige school;"


def _topic(*protocols: Protocol) -> TemplateTopic:
    line = topic_line("vraag", {protocol.slug: ["a-1"] for protocol in protocols})
    matrix, judgements = line_up(protocols, line)
    (topic,) = make_template(matrix, judgements, protocols, faults_of=count_faults).topics
    return topic


@pytest.mark.parametrize("words", [(_ODD, _SOUND), (_SOUND, _ODD), (_ODD, _ODD, _SOUND)])
def test_of_equal_wordings_a_sound_one_is_offered(words: tuple[str, ...]) -> None:
    topic = _topic(*(board(slug, text) for slug, text in zip("abc", words, strict=False)))
    assert topic.recommended is not None
    assert topic.recommended.text == _SOUND
    assert len(topic.recommended.holders) == len(words)
    assert topic.recommended.origin.place.organisation == "abc"[words.index(_SOUND)]


def test_where_all_are_odd_it_stays_as_it_is() -> None:
    topic = _topic(board("a", _ODD), board("b", _ODD))
    assert topic.recommended is not None
    assert topic.recommended.text == _ODD


def test_a_sound_wording_without_the_note_does_not_take_its_place() -> None:
    note = "[^1]\n\n[^1]: Zie de website.\n"
    noted = [board(slug, f"{_ODD}{note}") for slug in "ab"]
    first = _topic(*noted, board("c", _SOUND)).recommended
    assert first is not None
    assert (first.text, len(first.notes)) == (_ODD, 1)
