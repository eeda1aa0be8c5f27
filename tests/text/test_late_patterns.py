"""A pattern that is compiled late is found in texts like any other."""

from __future__ import annotations

import re

import pytest

from protocolkit.text.late_patterns import late


def test_it_does_what_a_compiled_pattern_does() -> None:
    made, plain = late(r"(?P<a>\w)b", re.IGNORECASE), re.compile(r"(?P<a>\w)b", re.IGNORECASE)
    for text in ("xB ab", "nothing"):
        assert made.findall(text) == plain.findall(text)
        assert made.sub(r"\g<a>", text) == plain.sub(r"\g<a>", text)
        assert [m.span("a") for m in made.finditer(text)] == [
            m.span("a") for m in plain.finditer(text)
        ]
    assert (made.pattern, made.flags) == (plain.pattern, plain.flags)


def test_it_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_now = re.compile

    def counting(text: str, flags: int) -> re.Pattern[str]:
        compiled.append((text, flags))
        return compile_now(text, flags)

    monkeypatch.setattr(re, "compile", counting)
    made = late("a")
    assert compiled == []
    assert made.search("a")
    assert made.search("a")
    assert made.match("a")
    assert compiled == [("a", 0)]
