"""``<slug>.reacties.yml``: what is answered to each remark, as the officer wrote it. Read strictly.

It stands beside the protocol and holds no names: who made a remark is a council, a section or a
member. Behind ``about`` and ``change`` stands the anchor of a clause, or how it is cited::

    remarks:
      r-5d41402abc:  # 1.2
        from: lid
        about: art-3-2
        quote: "belt de ouders"
        said: "Waarom de ouders?"
        answer: deels overgenomen
        reason: "De wet vraagt dit."
        change: art-3-3
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.formats import REPLIES
from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import Translate, mark
from protocolkit.reading.format_line import check_format, format_line
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_edit import added, assigned
from protocolkit.reading.yaml_text import YamlMapping, read_mapping
from protocolkit.reading.yaml_values import Noted, Value
from protocolkit.review.on_behalf import Side, side_words
from protocolkit.review.remarks import Remark
from protocolkit.review.table_rows import place_words

HEAD = (
    mark("Answer each remark: overgenomen, deels overgenomen or niet overgenomen."),
    mark("Say why behind reason, and behind change the anchor of the clause that changed for it."),
    mark(
        "Behind about stands which clause it is about: an anchor or a number. Put it right there."
    ),
    mark("Behind from stands on whose behalf it was said: raad, geleding or lid; open: not known."),
    mark("Write no names of people."),
)
_KEY_LENGTH = 10


class Verdict(Enum):
    """What was done with a remark."""

    TAKEN = "overgenomen"
    PARTLY = "deels overgenomen"
    NOT_TAKEN = "niet overgenomen"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A remark and what is answered to it; ``about`` and ``change`` are anchors or "".

    ``key`` is its name in the file, ``quote`` are the words that it marks. ``replies_to`` is the
    name of the remark that it answers itself, "" for none.
    """

    key: str
    side: Side
    about: str
    said: str
    answer: Verdict
    reason: str
    change: str
    quote: str = ""
    replies_to: str = ""
    location: Location = NOWHERE


def with_remarks(
    text: str, remarks: Sequence[Remark], cited: Mapping[str, str], translate: Translate
) -> str:
    """Return a file of answers with a place for each remark that it lacks; all else stays.

    Raises :class:`~protocolkit.reading.yaml_values.NotEditableError` where nothing can be added.
    """
    if not text.strip():
        text = "\n".join([*(f"# {translate(line)}" for line in HEAD), format_line(REPLIES), ""])
    known = {one.key: one for one in read_replies_text(text, Report(""))}
    wanted: dict[str, Value] = {}
    named = by_key(remarks, known)
    keys = {remark.id: key for key, remark in named.items()}
    for key, remark in named.items():
        if key in known and known[key].side is Side.UNKNOWN is not remark.side:
            text = assigned(text, ("remarks", key), {"from": side_words(remark.side)})
        if key not in known:
            quote = {"quote": remark.quote} if remark.quote else {}
            above = keys.get(remark.parent, "") if remark.parent else ""
            entry: dict[str, Value] = {
                "from": side_words(remark.side),
                "about": remark.anchor,
                **({"replies_to": above} if above else {}),
                **quote,
                "said": remark.text,
                "answer": "",
                "reason": "",
                "change": "",
            }
            wanted[key] = Noted(entry, _place(remark, cited, translate))
    return added(text, {"remarks": wanted}) if wanted else text


def read_replies_text(text: str, report: Report) -> tuple[Reply, ...]:
    """Read the text of a file of answers; problems go to ``report``.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a newer format.
    """
    top = read_mapping(text, report)
    check_format(top, REPLIES, report)
    remarks = top.mapping("remarks")
    found = tuple(_reply(key, remarks, report) for key in remarks.names())
    top.close()
    return found


def _reply(key: str, remarks: YamlMapping, report: Report) -> Reply:
    entry = remarks.mapping(key)
    found = Reply(
        key=key,
        location=report.at(remarks.line_of(key)),
        side=entry.choice("from", Side.UNKNOWN),
        about=entry.text("about").strip(),
        replies_to=entry.text("replies_to").strip(),
        quote=entry.text("quote").strip(),
        said=entry.text("said"),
        answer=entry.choice("answer", Verdict.OPEN),
        reason=entry.text("reason").strip(),
        change=entry.text("change").strip(),
    )
    entry.close()
    return found


def _place(remark: Remark, cited: Mapping[str, str], translate: Translate) -> str:
    """Return at which clause a remark stands, or what is known of that."""
    if remark.anchor or not remark.near:
        return place_words(remark, cited, translate)
    near = translate("after {place}").format(place=cited.get(remark.near, remark.near))
    return translate("no place found; {near}").format(near=near)


def by_key(remarks: Sequence[Remark], known: Collection[str] = ()) -> dict[str, Remark]:
    """Return each remark by a name that stays the same and tells nothing of who made it.

    A copy in a file of another kind has the same one. Of the ``known`` names some may be of before,
    when that was not so yet.
    """
    found: dict[str, Remark] = {}
    for remark in remarks:
        before = (remark.author, remark.date, remark.anchor, remark.quote, remark.text)
        name = _free(_name(remark.origin), found)
        earlier = _free(_name(before), found)
        found[earlier if earlier in known and name not in known else name] = remark
    return found


def _name(parts: Sequence[str]) -> str:
    digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    return f"r-{digest[:_KEY_LENGTH]}"


def _free(name: str, taken: Collection[str]) -> str:
    """Return a name, with a number where others have it."""
    key, count = name, 1
    while key in taken:
        count += 1
        key = f"{name}-{count}"
    return key
