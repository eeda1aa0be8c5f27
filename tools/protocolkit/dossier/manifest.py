"""The list of papers in a dossier: which file it is, and what it says of one that somebody sent."""

from __future__ import annotations

import json

MANIFEST = "inhoud.json"


def listed(content: bytes) -> dict[str, str]:
    """Return the files that a list of papers names with their SHA-256; none when it is not ours."""
    try:
        read = json.loads(content)
    except ValueError:
        return {}
    found = read.get("files") if isinstance(read, dict) else None
    return (
        {str(name): str(digest) for name, digest in found.items()}
        if isinstance(found, dict)
        else {}
    )
