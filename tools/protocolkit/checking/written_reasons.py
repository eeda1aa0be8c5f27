"""Files of reasons for changes that cannot be read as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from protocolkit.base.formats import REASONS_END
from protocolkit.base.problems import Problem, ProtocolkitError, problem
from protocolkit.checking.signs import sign_problems
from protocolkit.collection import printed_name, text_in
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import protocols_folder, subject_names
from protocolkit.was_wordt.reason_codes import REASON_EARLIER


def check_written_reasons(root: Path, protocols: Iterable[Protocol] = ()) -> Iterator[Problem]:
    """Yield what is wrong in the files of reasons beside the protocols, in whichever version.

    A reason of one of ``protocols`` that was written for an earlier text is told. Whether each is
    about something that changes is told by the commands that compare.
    """
    known = {(one.subject, one.slug): one for one in protocols}
    for subject in subject_names(root):
        for path in sorted((protocols_folder(root) / subject).glob(f"*{REASONS_END}")):
            # slow to load
            from protocolkit.was_wordt.reasons_file import read_reasons_text  # noqa: PLC0415
            from protocolkit.was_wordt.reasons_seen import written_earlier  # noqa: PLC0415

            report = Report(printed_name(path, root))
            try:
                written = read_reasons_text(text_in(path, root), report)
            except ProtocolkitError as reason:
                yield reason.problem
                continue
            yield from report.problems
            for found in written.entries.values():
                yield from sign_problems([found.text], found.location, "")
            own = known.get((subject, path.name.removesuffix(REASONS_END)))
            if own and not _is_kept(path, root):
                for key, place, found in written_earlier(own, written):
                    yield problem(REASON_EARLIER, found.location, key, place=place, key=key)


def _is_kept(path: Path, root: Path) -> bool:
    """Tell whether a kept version has the same reasons: they are about that text, not this one."""
    # slow to load
    from protocolkit.was_wordt.reasons_file import has_same_reasons, kept_copies  # noqa: PLC0415

    try:
        text = text_in(path, root)
        return any(has_same_reasons(text, text_in(copy, root)) for copy in kept_copies(path))
    except ProtocolkitError:
        return False
