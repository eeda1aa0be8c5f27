"""A protocol's file with other clauses: of the settings only what changed is written again."""

from __future__ import annotations

from protocolkit.document.model import Protocol
from protocolkit.reading.front_matter import split_front_matter
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.reading.yaml_edit import exchanged
from protocolkit.reading.yaml_values import NotEditableError

_CHANGING = ("provenance", "retired")


def rewritten(text: str, changed: Protocol) -> str:
    """Return a file's text for a protocol of which clauses, notes and provenance changed.

    Comments and order of the other settings stay, unless they cannot be kept safely: then the
    whole file is written anew. Either way it reads back as ``changed``.
    """
    whole = write_protocol(changed)
    kept, _, _ = split_front_matter(text)
    new_yaml, new_body, _ = split_front_matter(whole)
    try:
        for key in _CHANGING:
            kept = exchanged(kept, new_yaml, ("protocol", key))
    except NotEditableError:
        return whole
    made = f"---\n{kept}\n---\n{new_body}"
    again = read_protocol_text(made, subject=changed.subject, slug=changed.slug)
    return made if again.protocol == changed and not again.problems else whole
