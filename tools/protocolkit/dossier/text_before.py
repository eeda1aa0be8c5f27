"""Which text a proposal takes the place of, by what was recorded: the one that is in force now."""

from __future__ import annotations

from pathlib import Path

from protocolkit.collection import printed_name
from protocolkit.document.adoptions import other_holdings
from protocolkit.document.model import Protocol
from protocolkit.repository_layout import DOCUMENT_END, versions_folder


def text_in_force(protocol: Protocol, root: Path) -> str:
    """Return the kept version of another text that holds now, as a person names it; "" for none.

    Where schools have different texts it is the one that was adopted last. That a version is gone
    is told by who opens it.
    """
    adopted = [one.adoption for one in other_holdings(protocol) if one.adoption.version]
    if not adopted:
        return ""
    name = f"{protocol.slug}@{adopted[-1].version}{DOCUMENT_END}"
    return printed_name(versions_folder(root) / protocol.subject / name, root)
