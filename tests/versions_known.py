"""Small texts as a history knows them, for tests of their order and of what is said of them."""

from __future__ import annotations

from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.known_text import KnownText


def known_text(
    name: str, words: str, facts: str = "status: in werking", slug: str = "aa"
) -> KnownText:
    settings = "".join(f"  {line}\n" for line in facts.split("\n") if line)
    content = (
        f"---\nprotocol:\n  organisation: {{name: De Brug}}\n{settings}---\n\n# P\n\n{words}\n"
    )
    protocol = read_protocol_text(content, f"{slug}.md", subject="pesten", slug=slug).protocol
    return KnownText(
        name=name,
        docname=f"{slug}@{name}",
        protocol=protocol,
        fingerprint=protocol_fingerprint(protocol),
        key=content,
    )
