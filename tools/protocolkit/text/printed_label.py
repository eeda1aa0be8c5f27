"""A label as it is printed beside a clause, and whether what stands there is that label.

A long name is cut, its number never; and no two labels of one text are printed alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

CUT = "…"
"""Stands where a long label was cut off."""

LONGEST = 40
"""How many signs of a label are printed."""

# The number of signs that are enough to begin a name with: more than an article.
_LEAST = 4

# '1e alinea' stands behind a comma, '12.a' behind a space; '(2e)' behind what is there twice.
_COUNT = re.compile(r"(?:, \d+e \w{1,12}| \S{1,9})(?: \(\d+e\))?$")


def short_label(label: str) -> str:
    """Return a label that fits in the margin in two lines, the same in PDF and Word.

    >>> short_label("Bijzonderheden " * 9 + "en meer, 1e punt")
    'Bijzonderheden Bijzonderheden…, 1e punt'
    >>> short_label("Wat doen we bij brand in het lokaal van nu? 12.a")
    'Wat doen we bij brand in het… 12.a'
    """
    if len(label) <= LONGEST:
        return label
    name, count = _name_and_count(label)
    return _begin(name, LONGEST - 1 - len(count)) + CUT + count


def short_labels(labels: Mapping[str, str]) -> dict[str, str]:
    """Return by anchor the labels of one text as they are printed, each unlike the others.

    Names that are the same up to where they are cut lose their middle, and where that is all
    that differs, nothing.

    >>> long = "Wat doen we als er brand uitbreekt in het "
    >>> short_labels({"a": f"{long}lokaal? 3", "b": f"{long}hok? 3"})
    {'a': 'Wat doen we als er…in het lokaal? 3', 'b': 'Wat doen we als er brand…in het hok? 3'}
    """
    made = {anchor: short_label(label) for anchor, label in labels.items()}
    for other in (_without_middle, str):
        counts = Counter(made.values())
        alike = [anchor for anchor, printed in made.items() if counts[printed] > 1]
        made.update({anchor: other(labels[anchor]) for anchor in alike})
    return made


def label_words(said: str) -> str:
    r"""Return what a reader sees of a label, with one space between its words.

    >>> label_words("\u200bSancties  6\u200b\t")
    'Sancties 6'
    """
    return " ".join(said.replace("\u200b", "").split())


def label_signs(said: str) -> str:
    r"""Return the signs of a label that a reader sees, without spaces.

    >>> label_signs("\u200bSancties 6\u200b\t")
    'Sancties6'
    """
    return "".join(sign for _, sign in _seen(said))


def is_label(said: str, label: str) -> bool:
    r"""Tell whether what stands in the margin is a label as it is printed, and no more.

    >>> is_label("\u200b1.1\u200b\t", "1.1"), is_label("1.1 vervallen", "1.1")
    (True, False)
    """
    signs = label_signs(said)
    return signs in (label_signs(label), label_signs(short_label(label))) or _is_cut(signs, label)


def label_place(said: str, label: str) -> tuple[int, int] | None:
    r"""Return where a label begins and ends among other words in the margin; None if it does not.

    >>> label_place("\u200b1.1 vervallen", "1.1"), label_place("1.12", "1.1")
    ((1, 4), None)
    """
    seen = list(_seen(said))
    signs = "".join(sign for _, sign in seen)
    for wanted in (label_signs(label), label_signs(short_label(label))):
        at = signs.find(wanted) if wanted else -1
        while at >= 0:
            begin, end = seen[at][0], seen[at + len(wanted) - 1][0] + 1
            if not (_goes_on(said[:begin][-1:]) or _goes_on(said[end : end + 1])):
                return begin, end
            at = signs.find(wanted, at + 1)
    return None


def _without_middle(label: str) -> str:
    """Return a label of which the name keeps its begin and its end."""
    name, count = _name_and_count(label)
    room = LONGEST - 1 - len(count)
    begin, end = _first_and_last_words(name, room) or (
        _begin(name, room - room // 2),
        _begin(name[::-1], room // 2)[::-1],
    )
    return begin + CUT + end + count if len(name) > room else label


def _first_and_last_words(name: str, room: int) -> tuple[str, str] | None:
    """Return the words that a name begins with and as many of the last as leave these room.

    None where a long word leaves no room for another.
    """
    words = name.split()
    for at in range(1, len(words)):
        end = " ".join(words[at:])
        begin = name[: room - len(end) + 1].rpartition(" ")[0].rstrip(" ,;:")
        if len(end) <= room // 2 and len(begin) >= _LEAST:
            return begin, end
    return None


def _begin(name: str, most: int) -> str:
    """Return the first words of a name, and a piece of one where that is most of them."""
    signs = name[:most]
    words = signs if name[most : most + 1] == " " else signs.rpartition(" ")[0]
    return (words if len(words) >= most // 2 else signs).strip()


def _name_and_count(label: str) -> tuple[str, str]:
    """Return a label in two: its name, and its number with what stands before that, if any."""
    found = _COUNT.search(label)
    end = found.start() if found else len(label)
    return label[:end], label[end:]


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "."


def _is_cut(signs: str, label: str) -> bool:
    """Tell whether this is a label of which the name was cut at another place."""
    begin, cut, end = signs.partition(CUT)
    whole = label_signs(label)
    is_in_it = whole.startswith(begin) and whole.endswith(end)
    return bool(cut and begin and is_in_it and len(begin) + len(end) <= len(whole))


def _seen(said: str) -> list[tuple[int, str]]:
    signs = enumerate(said.replace("\u2011", "-"))
    return [(at, sign) for at, sign in signs if sign.isprintable() and not sign.isspace()]
