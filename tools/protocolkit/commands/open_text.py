"""Asking whether a text with open places is really submitted or adopted as it is."""

from __future__ import annotations

import sys

from protocolkit.base.messages import Marked
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.commands.output import say, speak
from protocolkit.commands.questions import confirmed
from protocolkit.document.cover_notices import open_sentence
from protocolkit.document.model import Protocol


def confirm_open(
    protocol: Protocol, question: Marked, refused: Problem, *, is_confirmed: bool
) -> None:
    """Name the places of a text that are still open, and ask whether it goes on so.

    Raises ``refused`` when nobody says yes.
    """
    said = open_sentence(protocol, speak)
    if not said:
        return
    say(said)
    if is_confirmed:
        return
    if not sys.stdin.isatty() or not confirmed(speak(question)):
        raise ProtocolkitError(refused)
