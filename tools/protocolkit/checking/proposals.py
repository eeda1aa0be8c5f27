"""Files with a proposal: which cannot be read, and which summaries no longer fit their clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from protocolkit.base.formats import PROPOSAL_END
from protocolkit.base.problems import Problem, ProtocolkitError, problem, warning
from protocolkit.collection import Collection, printed_name, text_in
from protocolkit.document.model import Protocol
from protocolkit.reading.found_problems import Report
from protocolkit.repository_layout import protocols_folder

SUMMARY_OUTDATED = warning(
    "summary-outdated",
    "A summary in plain words is of an earlier text of its clause",
    "this clause was changed after its summary in plain words was written.",
    "Write the summary anew. Is it still right? Then take the line '{key}' away below 'seen'.",
)
SUMMARY_UNKNOWN = warning(
    "summary-unknown",
    "A summary in plain words is of a clause that is not there",
    "there is no clause '{key}' in this protocol, so its summary is printed nowhere.",
    "Correct the name below 'plain', or take it away.",
)


def check_proposals(collection: Collection) -> Iterator[Problem]:
    """Yield what is wrong in the files with a proposal that stand beside the protocols."""
    known = {(one.subject, one.slug): one for one in collection.protocols}
    for subject in collection.subjects:
        folder = protocols_folder(collection.root) / subject.slug
        for path in sorted(folder.glob(f"*{PROPOSAL_END}")):
            own = known.get((subject.slug, path.name.removesuffix(PROPOSAL_END)))
            yield from _in_file(path, collection.root, own)


def _in_file(path: Path, root: Path, own: Protocol | None) -> Iterator[Problem]:
    """Yield what is wrong in a proposal; ``own`` is its protocol, where that is there."""
    # slow to load, and few protocols have a proposal
    from protocolkit.dossier.plain_summaries import summary_states  # noqa: PLC0415
    from protocolkit.dossier.proposal_file import read_proposal_text  # noqa: PLC0415
    from protocolkit.reading.seen_texts import SeenState  # noqa: PLC0415

    codes = {SeenState.OUTDATED: SUMMARY_OUTDATED, SeenState.UNKNOWN: SUMMARY_UNKNOWN}
    report = Report(printed_name(path, root))
    try:
        found = read_proposal_text(text_in(path, root), report)
    except ProtocolkitError as reason:
        yield reason.problem
        return
    yield from report.problems
    for anchor, state in (summary_states(own, found) if own else {}).items():
        if state in codes:
            yield problem(codes[state], found.plain[anchor].location, anchor, key=anchor)
