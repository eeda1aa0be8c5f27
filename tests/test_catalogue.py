"""Everything that users read is in the Dutch catalogue, whole and with the same placeholders."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from catalogue import PACKAGE, source_strings
from protocolkit.base.messages import translator

_PLACEHOLDER = re.compile(r"(?<!\{)\{\w+\}(?!\})")
# The same in both languages.
_SAME = frozenset({"Website", "Status", "Sector", "Downloads", "protocol", "school"})


def _catalogue() -> dict[str, str]:
    path = PACKAGE / "locales" / "nl" / "LC_MESSAGES" / "protocolkit.po"
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


@pytest.fixture(scope="module")
def source() -> dict[str, str]:
    """Return every source string, found once: it takes a second."""
    return source_strings()


def _fault(text: str) -> str:
    """Tell what is wrong with the Dutch of a source string."""
    dutch = translator("nl")(text)
    if dutch == text and text not in _SAME:
        return "no Dutch"
    same = sorted(_PLACEHOLDER.findall(dutch)) == sorted(_PLACEHOLDER.findall(text))
    return "" if same else f"other placeholders: {dutch}"


def test_each_source_string_has_its_dutch(source: dict[str, str]) -> None:
    assert len(source) > 1000
    assert {text: fault for text in source if (fault := _fault(text))} == {}


def test_the_catalogue_holds_nothing_else(source: dict[str, str]) -> None:
    assert set(_catalogue()) == set(source)


def test_english_is_the_source() -> None:
    assert translator("en")("Topic") == "Topic"
    assert translator("nl")("Topic") == "Onderwerp"


def test_words_that_users_should_not_meet() -> None:
    """One Dutch term for each thing: these are the words for it that we do not use."""
    avoided = re.compile(
        r"matrix|concordan|clausule|sectie|permalink|identiek|sjabloon|hash", re.IGNORECASE
    )
    assert not [dutch for dutch in _catalogue().values() if avoided.search(dutch)]
