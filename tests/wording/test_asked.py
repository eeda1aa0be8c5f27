"""The words with which people ask are read whole."""

from __future__ import annotations

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import read_mapping
from protocolkit.wording.asked import (
    FILE_NAME,
    asked_words,
    elsewhere_words,
    idle_words,
    light_words,
)


def test_the_file_has_no_fault() -> None:
    report = Report(FILE_NAME)
    top = read_mapping(package_text("protocolkit.wording", FILE_NAME), report)
    assert top.mapping("asked").names()
    assert report.problems == []


def test_each_name_has_words_and_none_is_idle() -> None:
    assert all(words for _, words in asked_words())
    asked = {word for _, words in asked_words() for word in words}
    assert len(asked) > 200
    assert not asked & {*idle_words()}
    assert not {*idle_words()} & {*light_words()}


def test_a_word_of_another_matter_is_none_that_says_little() -> None:
    assert len(elsewhere_words()) == len({*elsewhere_words()}) > 80
    assert not {*elsewhere_words()} & {*idle_words(), *light_words()}
