"""A file is as we made it as long as its mark stands behind all of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from protocolkit.base.as_made import is_as_made, with_mark


def _zip(words: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", words)
    return content.getvalue()


def test_a_file_with_our_mark_is_a_zip_still() -> None:
    made = with_mark(_zip("De school belt."))
    assert is_as_made(made)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.read("a.txt") == b"De school belt."
        assert archive.comment.startswith(b"protocolkit:")


@pytest.mark.parametrize(
    "content",
    [
        _zip("De school belt."),
        with_mark(_zip("a")).replace(b"a.txt", b"b.txt"),
        with_mark(_zip("a")) + b"\0",
        with_mark(_zip("a"))[1:],
        b"",
    ],
)
def test_what_somebody_saved_anew_is_not(content: bytes) -> None:
    assert not is_as_made(content)
