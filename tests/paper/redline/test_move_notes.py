"""A note in the margin on text that moved is known again by its words and the place it names."""

from __future__ import annotations

import io

import pikepdf
import pytest

from protocolkit.base.messages import translator
from protocolkit.paper.redline.move_notes import known_notes
from protocolkit.paper.redline.paper import pdf_redline, redline_pages
from protocolkit.paper.redline.signature import Signature
from redlines import WHO, changes, part, protocol, redline

_NL = translator("nl")
_BODY = (
    "{#h-1}\n## 1 Hek\n\n{#a}\n1. Het hek is dicht.\n\n{#b}\n2. Wie komt, belt aan bij de poort.\n"
)
_OLD = protocol(_BODY)
_MOVED = protocol(
    "{#b}\n1. Wie komt, belt aan bij de poort.\n\n{#h-1}\n## 1 Hek\n\n{#a}\n1. Het hek is dicht.\n"
)


def _notes() -> list[str]:
    """Return what our redline of these says in its margin."""
    comments = part(redline(_OLD, _MOVED), "comments.xml")
    return ["".join(one.itertext()) for one in comments.iter("{*}comment")]


def test_our_own_notes_are_known_again_and_no_others() -> None:
    own = _notes()
    assert own
    assert known_notes(own, (_MOVED, _OLD)) == frozenset(own)
    others = [f"{own[0]} Waarom?", f"Ik vind: {own[0]}", "Waarom staat dit hier?"]
    assert known_notes(others, (_MOVED, _OLD)) == frozenset()
    assert known_notes([*others, f" {own[0]} "], (_MOVED, _OLD)) == frozenset()


@pytest.mark.parametrize(
    ("day", "dated"), [("2026-03-04", "D:20260304"), ("2025-12-31", "D:20251231")]
)
def test_a_redline_bears_the_day_on_which_it_was_made(day: str, dated: str) -> None:
    made = pdf_redline(
        changes(_OLD, _MOVED), _NL, Signature(author="De Mus", day=day), project=None
    )
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith(dated)


def test_a_text_without_headings_has_no_pages_for_them() -> None:
    plain = protocol("{#a}\n1. Het hek is dicht.\n"), protocol("{#a}\n1. Het hek is open.\n")
    assert redline_pages(changes(*plain), _NL, WHO, project=None) == {}
    body = "".join(f"{{#h-{n}}}\n## {n} Deel\n\n{{#a-{n}}}\n1. Regel {n}.\n\n" for n in range(1, 9))
    many = protocol(body), protocol(body.replace("Regel 1.", "Regel een."))
    found = redline_pages(changes(*many), _NL, WHO, project=None)
    assert {"", *(f"h-{n}" for n in range(1, 9))} == set(found)
    assert all(found.values())
