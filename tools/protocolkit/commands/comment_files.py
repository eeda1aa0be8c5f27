"""What ``protocol comments`` writes for other programs: JSON, and a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from protocolkit.base import git
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find
from protocolkit.base.targets import check_target
from protocolkit.commands.output import EXIT_CLEAN, say, show, speak, write_output
from protocolkit.review.on_behalf import SIDES
from protocolkit.review.remarks import Review
from protocolkit.review.review_json import review_to_json
from protocolkit.review.review_workbook import review_workbook

COMMENTS_EXISTS = error(
    "comments-exists",
    "A file with remarks or answers would be overwritten",
    "this file exists already; nothing was changed.",
    "Choose another name, or add --force to replace it.",
)
COMMENTS_ON_SCREEN = error(
    "comments-on-screen",
    "A spreadsheet with remarks cannot be shown on a screen",
    "a spreadsheet has to be written to a file.",
    "Name one: --output opmerkingen.xlsx",
)
COMMENTS_ENDING = error(
    "comments-ending",
    "It is not known in what form remarks are asked for",
    "remarks are not written in a file whose name ends like this, or in another form than it says.",
    "End the name in .xlsx or .json, and leave --format out.",
)
COMMENTS_ASKED = error(
    "comments-asked",
    "Changes are taken over by asking, and asked for in a file as well",
    "--apply shows each change and asks about it, so it gives no other form and no file.",
    "Leave --format and --output out, or leave --apply out.",
)
COMMENTS_FROM = error(
    "comments-from",
    "It is not clear on whose behalf a returned file is",
    "'{said}' does not say of one of the given files on whose behalf it is.",
    "Write the file as you named it, '=' and one of: {known}. For example --from {file}=raad",
)
TEXT, JSON, XLSX = "text", "json", "xlsx"
FORMS = (TEXT, JSON, XLSX)
"""The forms in which what came back is told."""


def check_absent(path: Path, *, force: bool) -> None:
    """Raise :class:`ProtocolkitError` for a file that nobody asked to replace."""
    if path.exists() and not force:
        raise ProtocolkitError(problem(COMMENTS_EXISTS, Location(str(path))))


def sides_of_files(said: Sequence[str], files: Sequence[Path]) -> Mapping[Path, str]:
    """Return on whose behalf each file is of which a person says so.

    Raises :class:`ProtocolkitError` for what names no given file, or nobody.
    """
    found: dict[Path, str] = {}
    for one in said:
        name, _, whom = one.rpartition("=")
        own = [path for path in files if name in (str(path), path.name)]
        side = whom.strip().lower()
        if len(own) != 1 or side not in SIDES:
            values = {"said": one, "known": ", ".join(SIDES), "file": files[0].name}
            raise ProtocolkitError(problem(COMMENTS_FROM, Location("--from"), **values))
        found[own[0]] = side
    return found


def is_taken_in(path: Path) -> bool:
    """Tell whether git has a file, or would take it in with all else."""
    place = path.resolve()
    return place.name in (git.taken_in(place.parent) or ())


class ReviewFile:
    """In which form what came back is asked for, and where it goes; nowhere is the screen.

    ``asks`` says that changes are to be asked about, which needs the screen.
    Raises :class:`ProtocolkitError` when that cannot be.
    """

    def __init__(self, form: str, output: Path | None, *, force: bool, asks: bool) -> None:
        named = output.suffix.lower().removeprefix(".") if output else ""
        self._output, self._form = output, form or named or TEXT
        self._found: Found | None = None
        if asks and self.is_other:
            raise ProtocolkitError(problem(COMMENTS_ASKED, Location("protocol comments")))
        if output is None:
            if self._form == XLSX:
                place = Location("protocol comments")
                raise ProtocolkitError(problem(COMMENTS_ON_SCREEN, place))
            return
        if named not in (JSON, XLSX) or self._form != named:
            raise ProtocolkitError(problem(COMMENTS_ENDING, Location(str(output))))
        check_target(output)
        self._found = find(output)
        check_absent(output, force=force)

    @property
    def is_other(self) -> bool:
        """Whether it is not the text on a screen."""
        return self._form != TEXT

    def write(self, found: Review, cited: Mapping[str, str]) -> int:
        """Write or show what came back."""
        if self._output is None or self._found is None:
            show(review_to_json(found))
            return EXIT_CLEAN
        if self._form == XLSX:
            content = review_workbook(found, cited, speak)
        else:
            content = f"{review_to_json(found)}\n".encode()
        write_output(self._found, content)
        say(speak("There are names of people in this file: keep it outside the protocols."))
        if is_taken_in(self._output):
            text = speak(
                "Git takes this file in, and then those names stay in the history. Throw it away "
                "here, and name one in another folder: --output {file}"
            )
            say(text.format(file=Path("..", "retour", self._output.name)))
        show(str(self._output))
        return EXIT_CLEAN
