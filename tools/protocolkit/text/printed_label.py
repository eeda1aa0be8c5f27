"""A label as it is printed beside a clause, and whether what stands there is that label.

A long name is cut, its number never.
"""

from __future__ import annotations

CUT = "…"
"""Stands where a long label was cut off."""

LONGEST = 40
"""How many signs of a label are printed."""

# '1e alinea' behind a comma may be longer than '12.a' behind a space.
_LONGEST_COUNT = {", ": LONGEST // 2, " ": LONGEST // 4}


def short_label(label: str) -> str:
    """Return a label that fits in the margin in two lines, the same in PDF and Word.

    >>> short_label("Bijzonderheden " * 9 + "en meer, 1e punt")
    'Bijzonderheden Bijzonderheden…, 1e punt'
    >>> short_label("Wat doen we bij brand in het lokaal van nu? 12.a")
    'Wat doen we bij brand in het lokaa… 12.a'
    """
    if len(label) <= LONGEST:
        return label
    for apart in (", ", " "):
        name, found, count = label.rpartition(apart)
        if found and len(count) <= _LONGEST_COUNT[apart]:
            return name[: LONGEST - 1 - len(apart + count)].rstrip() + f"{CUT}{apart}{count}"
    return label[: LONGEST - 1] + CUT


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
