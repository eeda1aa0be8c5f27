"""Comments of a web page end where a browser ends them, and nothing vanishes unsaid."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.web.page_comments import with_closed_comments
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.reading.words_left_out import LeftOutReason

_RULES = "<!doctype html><h1>Protocol</h1><p>1. De leerling belt niet.</p>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("a<!-- b -->c", "a<!---->c"),
        ("a<!-->b<!--->c", "a<!---->b<!---->c"),
        ("a<!-- b --!>c", "a<!---->c"),
        ("a<!-- b -- > c -->d", "a<!---->d"),
        # a sign before it begins no tag when the comment is gone
        ("<<!-- a -->b>", "<<!---->b>"),
        ('<p title="<!--">a</p><!-- b -->c', '<p title="<!--">a</p><!---->c'),
        ("<p title=it's>a<!-- b -->c'", "<p title=it's>a<!---->c'"),
        ("<script>'<!--'</script>a", "<script>'<!--'</script>a"),
        ("<style>b</style>a<!--", "<style>b</style>a"),
        ("a<!-- b <i>", 'a<span style="display:none!important"> b &lt;i&gt;</span>'),
    ],
)
def test_a_comment_ends_where_browsers_end_it(text: str, found: str) -> None:
    assert with_closed_comments(text) == found


def test_words_after_an_open_comment_are_told_as_left_out(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(f"{_RULES}<!-- geheim <p>2. Nog iets.</p>", "utf-8")
    found = import_opened(open_file(tmp_path / "p.html"))
    told = {(one.text.strip(), one.reason) for one in found.source.left_out}
    assert told == {("geheim <p>2. Nog iets.</p>", LeftOutReason.HIDDEN)}
    assert "geheim" not in protocol_tokens(found.protocol)


@pytest.mark.parametrize("piece", ["<!--", '<a b="', "<a b='c", "<script>", "<!-- -->", "<!"])
def test_a_page_of_unclosed_signs_takes_no_time(piece: str) -> None:
    begin = time.process_time()
    with_closed_comments(f"<!-- a -->{piece * 150_000}")
    assert time.process_time() - begin < 3


def test_a_page_of_open_comments_is_read_as_browsers_read_it(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(_RULES + "<!--" * 250_000, "utf-8")
    begin = time.process_time()
    found = import_opened(open_file(tmp_path / "p.html"))
    assert len(found.source.left_out) == 1
    assert time.process_time() - begin < 15
