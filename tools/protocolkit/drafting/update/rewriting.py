"""A protocol's file with other clauses: of the settings only what changed is written again."""

from __future__ import annotations

import re

from protocolkit.document.model import Protocol
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_CHANGING = ("provenance", "retired")


def rewritten(text: str, changed: Protocol) -> str:
    """Return a file's text for a protocol of which clauses, notes and provenance changed.

    Comments and order of the other settings stay, unless they cannot be kept safely: then the
    whole file is written anew. Either way it reads back as ``changed``.
    """
    whole = write_protocol(changed)
    old_yaml, _, _ = split_front_matter(text)
    new_yaml, new_body, _ = split_front_matter(whole)
    kept = old_yaml
    for key in _CHANGING:
        kept = _with_block(kept, key, _block(new_yaml, key))
    made = f"---\n{kept}\n---\n{new_body}"
    again = read_protocol_text(made, subject=changed.subject, slug=changed.slug)
    return made if again.protocol == changed and not again.problems else whole


def _block(yaml: str, key: str) -> str:
    """Return the lines of a key inside ``protocol:``, or ``""``."""
    found = _find(yaml, key)
    return found[0] if found else ""


def _with_block(yaml: str, key: str, block: str) -> str:
    found = _find(yaml, key)
    if found:
        return yaml[: found.start()] + block + yaml[found.end() :]
    return f"{yaml.rstrip()}\n{block}".rstrip("\n")


def _find(yaml: str, key: str) -> re.Match[str] | None:
    # the key itself, and the lines under it: deeper ones, or a list at its own depth
    return re.search(rf"(?m)^  {key}:.*(?:\n(?:   .*|  - .*|\s*))*?(?=\n  [^\s-]|\n\S|\Z)\n?", yaml)
