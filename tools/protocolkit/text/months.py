"""The months as a Dutch text writes them, in the order of the year."""

from __future__ import annotations

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
# Any of them, for a regular expression; it stands inside a group of its user.
MONTH = "|".join(MONTHS)
