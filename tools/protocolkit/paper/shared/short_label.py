"""A label as it is printed beside a clause: a long name is cut, its number never."""

from __future__ import annotations

_LONGEST = 40


def short_label(label: str) -> str:
    """Return a label that fits in the margin in two lines, the same in PDF and Word.

    >>> short_label("Bijzonderheden " * 9 + "en meer, 1e punt")
    'Bijzonderheden Bijzonderheden…, 1e punt'
    """
    if len(label) <= _LONGEST:
        return label
    name, comma, count = label.rpartition(", ")
    if not comma or len(count) > _LONGEST // 2:
        return label[: _LONGEST - 1] + "…"
    return name[: _LONGEST - 3 - len(count)].rstrip() + f"…, {count}"
