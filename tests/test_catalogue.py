"""Everything that users read is in each catalogue, whole and with the same placeholders."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from catalogue import PACKAGE, source_strings
from protocolkit.base.messages import languages, translator

_LANGUAGES = [language for language in languages() if language != "en"]
_PLACEHOLDER = re.compile(r"(?<!\{)\{\w+\}(?!\})")
# What reads the same as in English.
_SAME = {
    "nl": frozenset(
        {"Website", "1 protocol", "Status", "Sector", "Downloads", "protocol", "school"}
    )
}


def _catalogue(language: str) -> dict[str, str]:
    path = PACKAGE / "locales" / language / "LC_MESSAGES" / "protocolkit.po"
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


@pytest.fixture(scope="module")
def source() -> dict[str, str]:
    """Return every source string, found once: it takes a second."""
    return source_strings()


def _fault(text: str, language: str) -> str:
    """Tell what is wrong with the translation of a source string."""
    said = translator(language)(text)
    if said == text and text not in _SAME.get(language, ()):
        return "not translated"
    same = sorted(_PLACEHOLDER.findall(said)) == sorted(_PLACEHOLDER.findall(text))
    return "" if same else f"other placeholders: {said}"


@pytest.mark.parametrize("language", _LANGUAGES)
def test_each_source_string_is_translated(source: dict[str, str], language: str) -> None:
    assert len(source) > 1000
    assert {text: fault for text in source if (fault := _fault(text, language))} == {}


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_catalogue_holds_nothing_else(source: dict[str, str], language: str) -> None:
    assert set(_catalogue(language)) == set(source)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_it_is_read_as_the_library_reads_it(language: str) -> None:
    found = _catalogue(language)
    assert {text: translator(language)(text) for text in found} == found
    told = [text for text in found if '"' in text or "\n" in text]
    assert len(told) > 5


def test_english_is_the_source() -> None:
    assert translator("en")("Topic") == "Topic"
    assert translator("nl")("Topic") == "Onderwerp"


def test_words_that_users_should_not_meet() -> None:
    """One Dutch term for each thing: these are the words for it that we do not use."""
    avoided = re.compile(
        r"matrix|concordan|clausule|sectie|permalink|identiek|sjabloon|hash", re.IGNORECASE
    )
    assert not [dutch for dutch in _catalogue("nl").values() if avoided.search(dutch)]


_MANY = re.compile(r"\{(?:count|number|found|complete|total|files|left)\} \w+(?:en|s)\b")
# Where a text counts things, there is always more than one of them, or one has a text of its own.
_FROM_TWO_ON = (
    *("behind '{name}' {count} words", "{count} councils", "{count} places are still open"),
    *("Compare {count} protocols", "All {count} protocols", "Comparing {count} protocols"),
    *("This comparison has {count} documents", "In {count} documents", "spread over {count}"),
    *("this must be a folder, since", "Made: {folder} ({files} files)", "Made: {count} files in"),
    *("{counted} of {complete} organisations", "{found} of {complete} organisations"),
    *("{count} topics that", "{count} clauses", "compare on {count} topics", "at most {count}"),
    *("This is too long: at most", "{count} others have this", "... and {count} more characters"),
    *("At {number} changes it does not", "and {count} more changes", "and {count} more wordings"),
    *("There is consent for all {count}", "Boards: {count} chosen", "{count} more schools and"),
    "{count} rows cannot be used",
)


def test_of_one_thing_nothing_is_said_as_of_many() -> None:
    counting = {english for english, dutch in _catalogue("nl").items() if _MANY.search(dutch)}
    assert {text for text in counting if not text.startswith(_FROM_TWO_ON)} == set()
