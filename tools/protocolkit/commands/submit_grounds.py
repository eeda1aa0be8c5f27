"""Which articles may give the rights of those to whom a text was submitted, told once."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.commands.output import quoted, say, speak, to_type
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.approvals import Approval, Right
from protocolkit.dossier.grounds import ground_words, possible_grounds


def tell_grounds(entries: Sequence[Approval], file: WorkingFile) -> None:
    """Propose articles that may give a right, when nobody said which one does.

    Those of whom the same is asked have the same articles: these are told once for all of them.
    """
    groups: dict[tuple[Right, str], list[Approval]] = {}
    for entry in entries:
        if not entry.ground:
            groups.setdefault((entry.right, entry.section), []).append(entry)
    for (right, section), same in groups.items():
        if found := possible_grounds(file.protocol, right, section):
            _tell([ground_words(one, speak) for one in found], same, file, len(groups) > 1)


def _tell(articles: Sequence[str], same: Sequence[Approval], file: WorkingFile, one: bool) -> None:
    """Tell the articles of one group; ``one`` of several says which."""
    first = same[0]
    if one:
        asked = ", ".join(filter(None, (first.right.value, first.section)))
        text = speak("Which article gives this right ({asked})? Proposals, still to be confirmed:")
        say(text.format(asked=asked))
    else:
        say(speak("Which article gives this right? Proposals, still to be confirmed:"))
    for article in articles:
        say(f"  {article}")
    words = quoted(["correct", file.name, "--body"])
    words += f" {quoted([first.body]) if len(same) == 1 else '…'}"
    words += f" {quoted(['--section', first.section])}" if first.section else ""
    command = to_type(f"{words} --ground … --reason …")
    text = speak("Look in the council's own rules first. Then record it: {command}")
    say(text.format(command=command))
