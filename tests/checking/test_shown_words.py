"""How much of a text a message shows, and where a last sentence is taken for prose."""

from __future__ import annotations

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking import anchors
from protocolkit.checking.passages import sentences, shorten
from protocolkit.checking.sentences import check_sentences
from protocolkit.collection import Collection
from protocolkit.reading.reader import read_protocol_text


def test_sixty_signs_of_a_text_are_shown_with_its_spaces_folded() -> None:
    assert shorten("a" * 60) == "a" * 60
    assert shorten("a" * 61) == "a" * 59 + "…"
    assert shorten("a " * 31) == "a " * 29 + "a…"
    assert shorten(" een \n twee ") == "een twee"


def test_a_sentence_ends_at_a_stop_before_a_capital_and_at_the_end_of_a_line() -> None:
    assert [one.strip() for one in sentences("Een. Twee? drie\n\nVier")] == [
        "Een.",
        "Twee? drie",
        "Vier",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wie pest,, gaat naar de mentor.", ["pest,,"]),
        (f"Wie {'p' * 37},, gaat naar de mentor.", ["p" * 37 + ",,"]),
        ("Zie www.school.nl/pesten,,x voor meer.", []),
        ("Wie pest, gaat naar de mentor.", []),
    ],
)
def test_a_doubled_sign_is_told_with_the_word_before_it(text: str, shown: list[str]) -> None:
    found = read_protocol_text(f"# Hek\n\n{{#a}}\n1. {text}\n").protocol
    told = [
        dict(one.values)["words"]
        for one in check_sentences(found)
        if one.code.name == "punctuation-doubled"
    ]
    assert told == shown


def test_a_revision_that_was_named_and_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(anchors, "changed_since", lambda *_: None)
    nothing = Collection(root=tmp_path, subjects=(), problems=())  # type: ignore[arg-type]
    assert anchors.check_versions(nothing, None) == ()
    with pytest.raises(ProtocolkitError) as caught:
        anchors.check_versions(nothing, "v1")
    assert caught.value.problem.code.name == "revision-unknown"
