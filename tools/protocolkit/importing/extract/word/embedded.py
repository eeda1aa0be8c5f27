"""The words of files that a Word file takes in as objects: other texts, sheets, slides.

What such a file is about is not known here. A reader sees it as a picture or a sign; what it holds
is named with its words. A file of another kind stays a file, and is named as one.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.package import WordPackage

_DEEPEST = 3
_MOST_WORDS = 2_000_000


def embedded_words(content: bytes, depth: int = 0) -> str:
    """Return the words of a file of Office that is embedded, "" when it cannot be read."""
    if not content.startswith(b"PK") or depth > _DEEPEST:
        return ""
    try:
        package = WordPackage(content, any_kind=True)
        told = list(_words(package, depth))
    except (ProtocolkitError, zipfile.LargeZipFile):
        return ""
    return " ".join(words for words in told if words)[:_MOST_WORDS]


def _words(package: WordPackage, depth: int) -> Iterator[str]:
    for name, _ in package.reached_with_words():
        root = package.part(name)
        if root is not None:
            yield all_words(root)
    for name in package.embedded_parts():
        yield embedded_words(package.content(name) or b"", depth + 1)
