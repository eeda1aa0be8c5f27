"""Putting what is still open into the file of reasons; every other byte stays.

What is new comes at the end, so that nothing that somebody wrote has to be understood. What was
made is read again and must hold what was there and what was asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

from protocolkit.base.formats import REASONS
from protocolkit.base.messages import Translate, mark
from protocolkit.reading.format_line import format_line
from protocolkit.reading.seen_texts import without_seen
from protocolkit.reading.yaml_content import compose, content_of, verify, with_added
from protocolkit.reading.yaml_edit import added
from protocolkit.reading.yaml_values import Noted, NotEditableError, Value, block
from protocolkit.text.shortening import shortened

HEAD = (
    mark("Why does something change in {file}? Write it here, between the quotation marks."),
    mark("Do words change and no rule? Then put a line below it: wording: ja"),
    mark("An empty line makes a new paragraph. What stands behind # is for you."),
)
_STEP = 2
_LONGEST_NOTE = 90


def with_open(
    text: str, wanted: Mapping[str, str], since: Mapping[str, str], file: str, translate: Translate
) -> str:
    """Return a file of reasons with a place for each that it lacks.

    ``wanted`` gives each key a remark: what changes there. ``since`` are the codes of the texts of
    before by their names, ``file`` is what the file is about, when it is new (``""``). Raises
    :class:`~protocolkit.reading.yaml_edit.NotEditableError` where the end of the file is not that
    of the reasons, or of the marks below them.
    """
    if not text.strip():
        head = [f"# {translate(line).format(file=file)}" for line in HEAD]
        lines = [*head, format_line(REASONS), *block({"since": since}, 0), "reasons:", ""]
        text = "\n".join(lines)
        return _ended(text, wanted) if wanted else text
    text, marks = without_seen(text)
    content = content_of(compose(text))
    assert isinstance(content, dict)
    text = _with_since(text, content.get("since"), since)
    there = content.get("reasons") or {}
    if not isinstance(there, dict):
        raise NotEditableError
    lacking = {key: note for key, note in wanted.items() if key not in there}
    return (_ended(text, lacking) if lacking else text) + marks


def _with_since(text: str, known: object, since: Mapping[str, str]) -> str:
    """Return a file that names the old texts; the reasons stay the last thing in it."""
    if not known:
        made = "\n".join([*block({"since": since}, 0), text])
        verify(made, with_added(content_of(compose(text)), {"since": since}))
        return made
    if not isinstance(known, dict):
        raise NotEditableError
    fresh = {name: code for name, code in since.items() if code not in known.values()}
    return added(text, {"since": fresh}) if fresh else text


def _ended(text: str, wanted: Mapping[str, str]) -> str:
    entries: dict[str, Value] = {
        key: Noted({"reason": ""}, shortened(note, _LONGEST_NOTE)) for key, note in wanted.items()
    }
    text = text if text.endswith("\n") else f"{text}\n"
    if "reasons" not in content_of(compose(text)):
        text = f"{text}reasons:\n"
    made = text + "\n".join([*block(entries, _column(text)), ""])
    verify(made, with_added(content_of(compose(text)), {"reasons": entries}))
    return made


def _column(text: str) -> int:
    """Return the column in which the names of reasons stand."""
    top = compose(text)
    for key, value in top.value if top else ():
        if key.value == "reasons" and value.value:
            first, _ = value.value[0]
            return int(first.start_mark.column)
    return _STEP
