"""Write the licences and notices of models and data again, from the packages that carry them.

.venv/bin/python tests/renew_notices.py
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import protocolkit
from protocolkit.alignment.meaning import MultilingualE5, UniversalSentenceEncoder

PAGE = Path(protocolkit.__file__).parent / "NOTICES.md"

# What a package does not say of the model inside it: what it was made from, and by whom.
CARRIED = {
    UniversalSentenceEncoder.PACKAGE: (
        "the model Universal Sentence Encoder Multilingual 3 of Google, Apache-2.0"
        " (google/universal-sentence-encoder-multilingual), its numbers rounded"
    ),
    MultilingualE5.PACKAGE: (
        "the model Multilingual E5 small of Microsoft, MIT"
        " (intfloat/multilingual-e5-small), its numbers rounded"
    ),
    "snowballstemmer": "the Dutch stemmer of the Snowball project",
}
_HEAD = """# Licences and notices of models and data

<!-- Made by tests/renew_notices.py from the packages themselves; do not edit this page. -->

None of these stands in protocolkit itself: each comes in a package of others that is installed
beside it, and the models are asked by `protocol align` alone. The word lists, the thesaurus and the
weights of protocolkit are its own, under its own licence. The weights (`alignment/weights.json`)
are numbers that were fitted to labelled texts: invented ones, and five protocols that their boards
published.
"""


def page() -> str:
    """Return the page; what is not installed here keeps what it says of it."""
    return "\n".join([_HEAD, *(_notice(name) or _kept(name) for name in CARRIED)])


def _notice(package: str) -> str:
    try:
        found = metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return ""
    told = found.metadata
    lines = [
        f"## {package} {found.version}",
        "",
        f"Carries {CARRIED[package]}.",
        "",
        f"- Licence of the package: {_first(told, 'License-Expression', 'License')}",
        f"- By: {_first(told, 'Author', 'Author-email')}",
        *(f"- {address}" for address in _addresses(told)),
    ]
    texts = list(_licences(found)) or ["The package carries no text of its licence."]
    return "\n".join([*lines, "", *texts, ""])


def _first(told: metadata.PackageMetadata, *names: str) -> str:
    return next(told[name] for name in names if name in told)


def _addresses(told: metadata.PackageMetadata) -> Iterator[str]:
    """Yield where the source of a package is kept."""
    named = dict(url.split(", ", 1) for url in told.get_all("Project-URL") or ())
    if found := named.get("Repository") or ("Home-page" in told and told["Home-page"]):
        yield found


def _licences(found: metadata.Distribution) -> Iterator[str]:
    for file in found.files or ():
        if "licenses" in file.parts and ".dist-info" in file.parts[0]:
            text = Path(str(file.locate())).read_text("utf-8")
            yield f"Its file `{file.name}`:\n\n```text\n{text.strip()}\n```"


def _kept(package: str) -> str:
    parts = PAGE.read_text("utf-8").split("\n## ")
    return next(f"## {part}" for part in parts if part.startswith(f"{package} "))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
