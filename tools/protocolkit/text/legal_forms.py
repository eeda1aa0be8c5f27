"""The legal forms that a board of schools may have, as its name begins and a text calls it."""

from __future__ import annotations

LEGAL_FORMS = ("stichting", "vereniging", "coöperatie")

LEGAL_FORM = "|".join(LEGAL_FORMS)
"""A pattern for one of them, in small letters, for inside a choice."""
