"""A sentence of ours with its values becomes words in the reader's language, and only then."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from catalogue import PACKAGE
from protocolkit.base import messages
from protocolkit.base.messages import Message, languages, mark, message, translator
from protocolkit.base.problems import problem, warning

_DUTCH = {"The {thing} of {owner}.": "De {thing} van {owner}.", "the school": "de school"}


def _dutch(text: str) -> str:
    return _DUTCH.get(text, text)


def test_values_fill_the_translated_sentence() -> None:
    said = message(mark("The {thing} of {owner}."), thing="klas", owner="Jan")
    assert said.in_words(_dutch) == "De klas van Jan."
    assert said == Message(text=said.text, values=(("thing", "klas"), ("owner", "Jan")))


def test_our_own_words_are_translated_and_an_authors_are_not() -> None:
    ours, theirs = mark("the school"), "the school"
    said = message(mark("The {thing} of {owner}."), thing=theirs, owner=ours)
    assert said.in_words(_dutch) == "De the school van de school."


def test_braces_in_a_value_are_words() -> None:
    said = message(mark("The {thing} of {owner}."), thing="{owner}", owner="{0}")
    assert said.in_words(_dutch) == "De {owner} van {0}."


def test_a_value_may_have_any_name() -> None:
    said = message(mark("The {text} of {values}."), text="a", values="b")
    assert said.in_words(translator("en")) == "The a of b."


def test_a_missing_value_is_our_bug() -> None:
    with pytest.raises(KeyError):
        message(mark("The {thing} of {owner}."), thing="klas").in_words(_dutch)


def test_a_problem_is_a_message_with_a_place() -> None:
    code = warning("odd", "Odd", "The {thing} of {owner}.", "See {anchor}.")
    found = problem(code, anchor="art-1", thing="klas", owner=mark("the school"))
    assert found.message(_dutch) == "De klas van de school."
    assert found.hint(_dutch) == "See art-1."


def test_every_language_with_a_catalogue_is_known_and_english_has_none() -> None:
    with_words = {folder.name for folder in (PACKAGE / "locales").iterdir()}
    assert languages()[:2] == ("nl", "en")
    assert set(languages()) == with_words | {"en"}
    assert translator("en")("Topic") == translator("xx")("Topic") == "Topic"


def test_our_catalogue_is_read_as_the_library_reads_it() -> None:
    path = PACKAGE / "locales" / "nl" / "LC_MESSAGES" / "protocolkit.po"
    with path.open("rb") as file:
        wanted = {found.id: found.string for found in read_po(file, locale="nl") if found.id}
    assert messages._catalogue("nl") == wanted


@pytest.mark.parametrize(
    ("text", "is_simple"),
    [
        ('msgid "a \\"b\\"\\n"\n"c \\\\ \\t"\nmsgstr "d"\n', True),
        ('#, fuzzy\nmsgid "a"\nmsgstr ""\n"b"\n\n#~ msgid "c"\n#~ msgstr "d"\n', True),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', False),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\n', False),
        ('msgid "a"\n# b\nmsgstr "c"\n', False),
        ('msgid "a"\nmsgstr "b"', False),
    ],
)
def test_a_catalogue_is_read_as_the_library_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, *, is_simple: bool
) -> None:
    folder = tmp_path / "locales" / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "protocolkit.po").write_text(text, "utf-8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    asked: list[str] = []
    by_library = messages._by_library

    def note(text: str, _language: str) -> dict[str, str]:
        asked.append(text)
        return {}

    monkeypatch.setattr(messages, "_by_library", note)
    found = messages._catalogue.__wrapped__("xx")
    assert bool(asked) is not is_simple
    if is_simple:
        assert found == by_library(text, "nl")
