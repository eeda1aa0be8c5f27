"""Signs that a PDF cannot show, and signs that have words read in another order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from protocolkit.base.files import read_text
from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, translator
from protocolkit.base.problems import Problem, ProtocolkitError, problem, warning
from protocolkit.checking.passages import headings, passages
from protocolkit.collection import TOPICS_FILE, Subject
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.document.signs import name_of, unknown_signs
from protocolkit.paper.house.fonts import NO_FONTS, Fonts, has_more_signs, own_signs

SIGN_UNKNOWN = warning(
    "sign-unknown",
    "A PDF cannot show a sign",
    "no font of a PDF has {signs}; there it becomes {names}.",
    "Write a word instead. For Chinese, Japanese or Korean: install the Debian package "
    "fonts-noto-cjk where the papers are made. If the document has it like this, accept it "
    "with a reason.",
)
SIGN_TURNS = warning(
    "sign-turns",
    "A hidden sign turns the order in which a text is read",
    "{signs} cannot be seen, and turns the order of what follows.",
    "Remove this sign: what people read would not be what is written here.",
)
# What sets the direction by hand: a text of Hebrew or Arabic does without.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def check_signs(protocol: Protocol, fonts: Fonts = NO_FONTS) -> Iterator[Problem]:
    """Yield every heading, text and note with signs that its PDF can only name.

    ``fonts`` are those of its organisation. The title has no line of its own here: it is with the
    cover.
    """
    for passage in (*(found for found in headings(protocol) if found.anchor), *passages(protocol)):
        yield from sign_problems([passage.text], passage.location, passage.anchor, fonts)
    for note in protocol.notes:
        yield from sign_problems([note.label], note.location, note.anchor, fonts)


def with_own_signs(problems: Iterable[Problem], protocol: Protocol, fonts: Fonts) -> list[Problem]:
    """Return what was found in a protocol by itself, knowing the fonts of its organisation."""
    found = list(problems)
    if not has_more_signs(fonts) or not any(one.code is SIGN_UNKNOWN for one in found):
        return found
    others = [one for one in found if one.code not in (SIGN_UNKNOWN, SIGN_TURNS)]
    return [*others, *check_signs(protocol, fonts)]


def check_cover_signs(protocol: Protocol, root: Path, fonts: Fonts = NO_FONTS) -> Iterator[Problem]:
    """Yield what stands in the settings and on the cover with signs that a PDF can only name.

    The place is the first line of the file that holds them; ``fonts`` are its organisation's.
    """
    cover = make_cover(protocol, translator(DEFAULT_LANGUAGE), DEFAULT_LANGUAGE)
    texts = [
        cover.title,
        cover.organisation,
        *(value for _, value in cover.rows),
        *cover.signatories,
    ]
    texts += [line.body for line in cover.approvals]
    for found in dict.fromkeys(signs for text in texts for signs in _odd_signs(text, fonts)):
        yield from sign_problems([found], _first_line(protocol.location, root, found), "", fonts)


def check_topic_signs(subject: Subject, root: Path) -> Iterator[Problem]:
    """Yield the name, every theme and every question of a comparison with such signs."""
    if subject.concordance is None:
        return
    titles = [subject.concordance.title, *(theme.title for theme in subject.concordance.themes)]
    file = Location(subject.file(TOPICS_FILE))
    for found in dict.fromkeys(signs for title in titles for signs in _odd_signs(title)):
        yield from sign_problems([found], _first_line(file, root, found), "")
    for topic in subject.concordance.topics:
        yield from sign_problems([topic.title], topic.location, "")


def _odd_signs(text: str, fonts: Fonts = NO_FONTS) -> tuple[str, ...]:
    return (*unknown_signs(text, own_signs(fonts, text)), *_TURNING.findall(text))


def sign_problems(
    texts: Sequence[str], location: Location, anchor: str, fonts: Fonts = NO_FONTS
) -> Iterator[Problem]:
    """Yield the signs of texts that a PDF can only name, and those that turn the order."""
    found = (one for text in texts for one in unknown_signs(text, own_signs(fonts, text)))
    signs = tuple(dict.fromkeys(found))
    if signs:
        yield problem(
            SIGN_UNKNOWN,
            location,
            anchor,
            signs=", ".join(map(_shown, signs)),
            names=", ".join(map(name_of, signs)),
        )
    turning = tuple(dict.fromkeys(sign for text in texts for sign in _TURNING.findall(text)))
    if turning:
        yield problem(SIGN_TURNS, location, anchor, signs=", ".join(map(_shown, turning)))


def _shown(signs: str) -> str:
    """Return signs as a message shows them: themselves, or their codes when nobody sees them."""
    if all(sign.isprintable() or sign == "\u200d" for sign in signs):
        return f"'{signs}'"
    return " ".join(f"U+{ord(sign):04X}" for sign in signs)


def _first_line(location: Location, root: Path, signs: str) -> Location:
    try:
        text = read_text(root / location.path, root, location.path)
    except ProtocolkitError:
        return location
    numbers = (number for number, line in enumerate(text.split("\n"), 1) if signs in line)
    return Location(location.path, next(numbers, location.line))
