"""Which text a file is about: nothing is chosen where two protocols are as likely."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_quality import own_word
from protocolkit.base.problems import ProtocolkitError
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.gathering import read_returned
from returned_word import ReturnedWord

_HEAD = """---
protocol:
  title: Pesten
  organisation: {{name: {name}, kind: bestuur}}
---

# Pesten

"""
_RULES = (
    "Wie een ander pest, gaat naar de mentor van de klas.",
    "De mentor belt de ouders van alle kinderen.",
    "Helpt dat niet, dan volgt een gesprek met de directeur.",
    "Ouders melden pesten bij de mentor van hun kind.",
)
_OTHERS = tuple(f"Regel {word} van een ander bestuur over het plein." for word in "abcdefgh")


def _text(name: str, rules: tuple[str, ...]) -> str:
    clauses = (f"{{#a{at}}}\n{at}. {rule}\n\n" for at, rule in enumerate(rules, start=1))
    return _HEAD.format(name=name) + "".join(clauses)


def _bare(text: str, without: str) -> bytes:
    """Return a Word file of a text as a council pasted it into a new document."""
    word = ReturnedWord(own_word(read_protocol_text(text, subject="pesten", slug="x").protocol))
    word.without_record()
    word.without_bookmarks()
    for found in word.root.iter():
        if found.text and without in found.text:
            found.text = found.text.replace(without, "ons bestuur")
        if found.text and "controlecode" in found.text.casefold():
            found.text = ""
    return word.content()


def _about(root: Path, content: bytes) -> str:
    path = root / "terug.docx"
    path.write_bytes(content)
    return read_returned(path, root).version.shown_path


def _board(root: Path, slug: str, text: str) -> None:
    path = root / "protocols" / "pesten" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _stops_at(root: Path, content: bytes) -> str:
    with pytest.raises(ProtocolkitError) as found:
        _about(root, content)
    assert found.value.problem.code.name == "review-of-several"
    return str(dict(found.value.problem.values)["texts"])


@pytest.mark.parametrize("others", [_RULES, (*_RULES[:3], "Ouders melden niets.")])
def test_two_texts_that_are_as_likely_are_named(tmp_path: Path, others: tuple[str, ...]) -> None:
    _board(tmp_path, "de-brug", _text("De Brug", _RULES))
    _board(tmp_path, "de-haven", _text("De Haven", others))
    _board(tmp_path, "de-kade", _text("De Kade", _OTHERS))
    written = (*_RULES[:3], "Iets heel anders over fietsen.")
    texts = _stops_at(tmp_path, _bare(_text("De Brug", written), "De Brug"))
    assert texts == "protocols/pesten/de-brug.md, protocols/pesten/de-haven.md"


def test_whose_name_a_file_has_decides(tmp_path: Path) -> None:
    _board(tmp_path, "de-brug", _text("De Brug", _RULES))
    _board(tmp_path, "de-haven", _text("De Haven", _RULES))
    found = _about(tmp_path, _bare(_text("De Haven", _RULES), "geen enkel woord"))
    assert found == "protocols/pesten/de-haven.md"


def test_a_text_that_is_less_alike_is_no_rival(tmp_path: Path) -> None:
    _board(tmp_path, "de-brug", _text("De Brug", _RULES))
    _board(tmp_path, "de-haven", _text("De Haven", (*_RULES[:3], *_OTHERS)))
    found = _about(tmp_path, _bare(_text("De Brug", _RULES), "De Brug"))
    assert found == "protocols/pesten/de-brug.md"


def test_a_short_text_does_not_go_before_a_long_one_with_as_many_words(tmp_path: Path) -> None:
    long = (*_RULES, *_OTHERS, *(f"Nog een regel over {word}." for word in "abcdefgh"))
    _board(tmp_path, "de-brug", _text("De Brug", long))
    short = (*_RULES[:3], *(f"Korte regel {word}." for word in "abcde"))
    _board(tmp_path, "de-haven", _text("De Haven", short))
    texts = _stops_at(tmp_path, _bare(_text("De Kade", _RULES), "De Kade"))
    assert texts == "protocols/pesten/de-haven.md, protocols/pesten/de-brug.md"
