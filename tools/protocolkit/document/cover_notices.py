"""What a cover says of a text besides its facts: open places, other texts decided on, schools."""

from __future__ import annotations

from collections import Counter

from protocolkit.base.messages import Translate, mark
from protocolkit.document.agreed_schools import agreed_schools
from protocolkit.document.approval_lines import body_name
from protocolkit.document.asking import bodies_named
from protocolkit.document.decided_text import decided_on_other_text
from protocolkit.document.facts import PENDING, is_own
from protocolkit.document.model import Protocol
from protocolkit.document.open_places import open_places

OPEN_ONE = mark("1 place is still open: {places}.")
OPEN_MORE = mark("{count} places are still open: {places}.")
_MOST_PLACES = 12
CHANGED = mark(
    "This text was changed after {body} decided about it. What was decided does not hold for this "
    "text."
)
AGREED = mark("There is consent for {count} of {whole} schools. Not yet for: {places}.")
AGREED_ALL = mark("There is consent for all {count} schools.")
NOTICE_SENTENCES = (OPEN_ONE, OPEN_MORE, CHANGED, AGREED, AGREED_ALL)
"""Every sentence of these that a cover may have."""


def changed_since(protocol: Protocol, translate: Translate) -> str:
    """Say whose decision is about another text than this one."""
    bodies = tuple(map(body_name, decided_on_other_text(protocol)))
    if not bodies or not is_own(protocol.facts):
        return ""
    return translate(CHANGED).format(body=bodies_named(bodies, translate))


def still_open(protocol: Protocol, translate: Translate) -> str:
    """Say how many places of a text on its way are still open, and where."""
    found = open_places(protocol) if protocol.facts.status in PENDING else ()
    if not found:
        return ""
    counted = Counter(place.label for place in found)
    said = [f"{label} ({times}×)" if times > 1 else label for label, times in counted.items()]
    if more := len(said) - _MOST_PLACES:
        said[_MOST_PLACES:] = [translate("and {count} more").format(count=more)] if more > 0 else []
    sentence = translate(OPEN_ONE if len(found) == 1 else OPEN_MORE)
    return sentence.format(count=len(found), places=", ".join(said))


def agreed_so_far(protocol: Protocol, translate: Translate) -> str:
    """Say for which schools there is consent, where councils decide for schools of their own."""
    schools = agreed_schools(protocol) if is_own(protocol.facts) else None
    if schools is None:
        return ""
    count, whole = len(schools.agreed), len(schools.agreed) + len(schools.still)
    if not schools.still:
        return translate(AGREED_ALL).format(count=count)
    named = [*schools.still[:_MOST_PLACES], *(["…"] if len(schools.still) > _MOST_PLACES else [])]
    return translate(AGREED).format(count=count, whole=whole, places=", ".join(named))
