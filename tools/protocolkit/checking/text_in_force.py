"""What is odd in a kept text that holds, while another text of its protocol lies beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from protocolkit.base.problems import Problem
from protocolkit.checking.decided_text import ADOPTED_OTHER_TEXT, check_decided_text
from protocolkit.document.model import Protocol
from protocolkit.versions.texts_in_force import texts_in_force


def check_text_in_force(
    protocol: Protocol, root: Path, known: Collection[Problem]
) -> Iterator[Problem]:
    """Yield that a text was adopted that a council did not decide about, for each that holds.

    It is told of the protocol itself, unless that is ``known`` already.
    """
    told = list(known)
    for one in texts_in_force(protocol, root):
        for found in check_decided_text(one.protocol):
            here = replace(found, location=protocol.location)
            if found.code is ADOPTED_OTHER_TEXT and here not in told:
                told.append(here)
                yield here
