"""Files of reasons for changes that cannot be read as they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.formats import REASONS_END
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.checking.signs import sign_problems
from protocolkit.collection import printed_name, text_in
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import protocols_folder, subject_names


def check_written_reasons(root: Path) -> Iterator[Problem]:
    """Yield what is wrong in the files of reasons beside the protocols, in whichever version.

    Whether each reason is about something that changes is told by the commands that compare.
    """
    for subject in subject_names(root):
        for path in sorted((protocols_folder(root) / subject).glob(f"*{REASONS_END}")):
            from protocolkit.was_wordt.reasons_file import (  # noqa: PLC0415 - slow to load
                read_reasons_text,
            )

            report = Report(printed_name(path, root))
            try:
                written = read_reasons_text(text_in(path, root), report)
            except ProtocolkitError as reason:
                yield reason.problem
                continue
            yield from report.problems
            for found in written.entries.values():
                yield from sign_problems([found.text], found.location, "")
