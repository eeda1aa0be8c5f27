"""A school's text that was taken over, and what its board did with its own text since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.document.adopted import is_adopted
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.board_decision import board_decisions, newer_text
from protocolkit.document.facts import is_own
from protocolkit.document.model import Protocol
from protocolkit.versions.board_texts import texts_for

BOARD_TEXT_CHANGED = warning(
    "board-text-changed",
    "A board changed its text after a council decided about it",
    "{body} decided about the version {version} of the text of {board}; the board changed it "
    "since.",
    "Look with 'protocol update' whether this text has the change already. The board submits its "
    "text anew with 'protocol submit', or puts it back.",
)
BEHIND_BOARD = warning(
    "behind-board",
    "A school does not follow the newest adopted text of its board",
    "{board} has a newer adopted text ({since}); this text does not follow that one yet.",
    "Take the change over with: protocol update FILE. After that let the school decide, if that is "
    "needed.",
)


def check_behind_board(
    school: Protocol, protocols: Iterable[Protocol], root: Path
) -> Iterator[Problem]:
    """Yield at a school that took a text over what its board changed or adopted after that.

    ``protocols`` are all of its subject.
    """
    if not is_adopted(school) or not is_own(school.facts):
        return
    board = next((one for one in protocols if one.slug == school.facts.based_on), None)
    if board is None or not is_own(board.facts):
        return
    texts, name = texts_for(school, board, root), board.facts.organisation.name
    changed = [one.entry for one in board_decisions(school, texts) if one.is_changed]
    if changed:
        body = ", ".join(dict.fromkeys(map(body_name, changed)))
        version = ", ".join(dict.fromkeys(one.version or "–" for one in changed))
        values = {"board": name, "body": body, "version": version}
        yield problem(BOARD_TEXT_CHANGED, school.location, **values)
    if newer := newer_text(school, texts):
        since = print_date(newer.since) or "–"
        yield problem(BEHIND_BOARD, school.location, board=name, since=since)
