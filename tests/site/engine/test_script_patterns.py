"""Patterns as scripts read them: the same matches as here, run by node."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from programs import Start
from protocolkit.site.engine.script_patterns import for_script
from protocolkit.text.markers import PARAGRAPH_MARKER

_RUN = """
const cases = JSON.parse(require("fs").readFileSync(process.argv[2], "utf-8"));
const inOne = (source, text) => [...text.matchAll(new RegExp(source, "gu"))].map(([all]) => all);
const found = ([source, texts]) => texts.map((text) => inOne(source, text));
console.log(JSON.stringify(cases.map(found)));
"""
_WORDS = "één idee, geëvalueerd: Élan_2; evaluatie. co-op ø"
_MARKERS = ("a. x", "Artikel 3 x", "iv) x", "2.1 x", "Ja, a. x", "– x", "(b) x", "Een x", "1 x")
_BLANKS = ("[a b] [foonnummer] [e-mail]", "[foonnummer hier] [a]")
_CASES = (
    (PARAGRAPH_MARKER, _MARKERS),
    (re.compile(r"\b\w+\b"), (_WORDS,)),
    (re.compile(r"\b(?:ge)?[eë]valu"), (_WORDS, "reëvalu evalu")),
    (re.compile(r"[\w-]+"), (_WORDS,)),
    (re.compile(r"(?P<a>é)\w"), (_WORDS,)),
    (re.compile(rf"(?!{re.escape('[a b]')})\[(?:foon\w*|e-?mail)\b[^\]]{{0,9}}\]"), _BLANKS),
)


@pytest.mark.process
def test_a_pattern_finds_the_same_in_a_script(start: Start, tmp_path: Path) -> None:
    (tmp_path / "run.js").write_text(_RUN, "utf-8")
    cases = [(for_script(pattern), texts) for pattern, texts in _CASES]
    (tmp_path / "cases.json").write_text(json.dumps(cases), "utf-8")
    done = start("node", tmp_path / "run.js", tmp_path / "cases.json")
    assert done.returncode == 0, done.stderr
    for (pattern, texts), found in zip(_CASES, json.loads(done.stdout), strict=True):
        assert found == [[m[0] for m in pattern.finditer(text)] for text in texts], pattern.pattern


@pytest.mark.parametrize("source", [r"(?P=a)", r"\Ax", r"[^\W\d]", r"(?i:x)"])
def test_what_a_script_has_no_equal_for_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="no pattern for a script"):
        for_script(re.compile(rf"(?P<a>x){source}"))
