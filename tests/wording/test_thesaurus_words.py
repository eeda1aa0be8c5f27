"""Words that only count together are no words by themselves: they are left out of each group."""

from __future__ import annotations

import pytest

from protocolkit.wording import thesaurus_file
from protocolkit.wording.thesaurus_file import related_words, word_groups

_GROUPS = (
    (("pesten", ("treiteren", "pesten + online")),),
    (("foto", ("filmen", "beeld + maken")),),
)


def test_what_counts_together_alone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thesaurus_file, "_general", lambda: _GROUPS)
    assert word_groups() == (("pesten", "treiteren"),)
    assert related_words() == (("foto", ("filmen",)),)


def test_the_thesaurus_has_words_by_themselves() -> None:
    every = [word for _, words in related_words() for word in words]
    assert every
    assert not [word for word in every if "+" in word]
    assert not [word for group in word_groups() for word in group if "+" in word]
