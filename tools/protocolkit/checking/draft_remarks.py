"""What is to be known of the clauses of a draft, each at its place: for who reads it on paper."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.messages import Translate, mark
from protocolkit.checking.together import LEANS_BACK, FindClashes, check_together
from protocolkit.checking.wording_faults import faults_taken
from protocolkit.document.model import Protocol

_LEANS = mark("It leans on the words before it in its document: ‘{words}’.")


def draft_remarks(
    protocol: Protocol, translate: Translate, find: FindClashes | None = None
) -> tuple[tuple[str, str], ...]:
    """Return what is odd in the wordings that were taken, and what does not go together.

    ``find`` may know what was found earlier. Each is the anchor of a clause or note with a
    sentence, and comes once, in the order of checks.
    """

    def said() -> Iterator[tuple[str, str]]:
        for found in (*faults_taken(protocol), *check_together(protocol, find)):
            # whoever reads it on paper knows no name of a file
            values = dict(found.values)
            is_leaning = found.code is LEANS_BACK
            said = translate(_LEANS).format(words=values["words"]) if is_leaning else ""
            yield found.anchor, said or found.message(translate)

    return tuple(dict.fromkeys(said()))
