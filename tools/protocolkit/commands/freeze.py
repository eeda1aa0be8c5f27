"""``protocol freeze``: a protocol kept as it is now, as a version with a name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from protocolkit.base.files import is_there
from protocolkit.base.problems import Severity
from protocolkit.collection import printed_name, read_document
from protocolkit.commands.at_work import at_work
from protocolkit.commands.output import EXIT_CLEAN, quoted, repository, say, show, speak, to_type
from protocolkit.versions.frozen import freeze as keep
from protocolkit.versions.frozen import same_text
from protocolkit.versions.named import protocol_path
from protocolkit.was_wordt.reasons_file import reasons_path


def freeze(name: str, version: str, folder: Path, day: datetime | None) -> int:
    """Keep a protocol as a version; print where it stands and say what can be done with it."""
    root = repository(folder, "freeze")
    path = protocol_path(name, root)
    kept_on = (day or datetime.now(UTC).astimezone()).date().isoformat()
    with at_work(root, "freeze"):
        target = keep(root, path, version, kept_on)
    kept, now = printed_name(target, root), printed_name(path, root)
    found = read_document(path, root).problems
    if any(odd.code.severity is Severity.ERROR for odd in found):
        text = speak("Something is wrong in this file, and stays so in what is kept: {command}")
        say(text.format(command=to_type("check")))
    for other in same_text(root, target):
        say(speak("The text is the same as that of {version}.").format(version=other))
    reasons = reasons_path(root, target)
    if reasons and is_there(reasons):
        text = speak("The reasons for its changes are kept in {file}.")
        say(text.format(file=printed_name(reasons, root)))
    say(speak("Kept. Leave this file as it is, and share it together with 'versions.json'."))
    compared = to_type(f"compare {quoted([kept, now])}")
    text = speak("Go on in {file}. What changes since shows: {command}")
    say(text.format(file=now, command=compared))
    show(kept)
    return EXIT_CLEAN
