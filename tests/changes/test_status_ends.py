"""A place and a day at the end of a text say where it was made; any other word and a day count."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text

_TEXT = "# Hek\n\n{{#a}}\n1. Het hek is dicht.\n\n{{#b}}\n{lead}\n\n{{#c}}\n{end}\n"
_FACTS = (
    "---\nprotocol:\n  title: Hek\n"
    "  organisation: {name: Stichting Scholen Dieren, kind: bestuur}\n---\n\n"
)
_LEAD = "Dit is het einde."
_OWN = "De school staat te Rietveld."


def _counted(old: str, new: str) -> int:
    versions = (version_of(read_protocol_text(text).protocol) for text in (old, new))
    return compare_versions(*versions).counts.counted


def _at_end(end: str, lead: str = _LEAD, facts: str = "") -> int:
    """Return what counts when a line changes its day, comes, and goes, at the end of a text."""
    old, new, none = (
        facts + _TEXT.format(lead=lead, end=one)
        for one in (end, end.replace("2026", "2027"), "Hier is niets.")
    )
    without = none.replace("{#c}\nHier is niets.\n", "")
    pairs = ((old, new), (new, old), (without, old), (old, without))
    found = {_counted(*pair) for pair in pairs}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("end", "lead", "facts"),
    [
        ("Bergen op Zoom, 3 maart 2026", _LEAD, ""),
        ("'s-Hertogenbosch, maart 2026", _LEAD, ""),
        ("Utrecht, op 3 maart 2026.", _LEAD, ""),
        ("Zwolle, d.d. 3-3-2026", _LEAD, ""),
        ("Zwolle, 03-03-2026", "Dit is het einde", ""),
        ("3 maart 2026", _LEAD, ""),
        ("Dieren, 3 maart 2026", _LEAD, _FACTS),
        ("Rietveld, 3 maart 2026", _OWN, ""),
        ("Rietveld, 3 maart 2026", "Namens de directie,", ""),
        ("Zwolle, 3 maart 2026", "## Ondertekening", ""),
    ],
)
def test_where_and_when_a_text_was_made_counts_nothing(end: str, lead: str, facts: str) -> None:
    assert _at_end(end, lead, facts) == 0


@pytest.mark.parametrize(
    ("end", "lead"),
    [
        ("Ouders, 3 maart 2026", _LEAD),
        ("Geen Steppen, mei 2026", _LEAD),
        ("Oogstfeest, 3 september 2026", _LEAD),
        ("Studiedag, 3 maart 2026", _LEAD),
        ("Dieren, 3 maart 2026", _LEAD),
        ("Rietveld, 3 maart 2026", _LEAD),
        ("De gymlessen vervallen op 3 maart 2026", _LEAD),
        ("Vrij op 3 maart 2026", _LEAD),
        ("3 maart 2026", "De school sluit op:"),
        ("3 maart 2026", "De studiedag is dit jaar"),
        ("3 maart 2026", "## Studiedag"),
        ("Utrecht, 3 maart 2026", "## Excursie"),
        ("Utrecht, 3 maart 2026", "Wij gaan naar:"),
        ("- Utrecht, 3 maart 2026", "- Zwolle, 4 april 2025"),
        ("- 3 maart 2026", _LEAD),
        ("Hek, 3 maart 2026", _LEAD),
    ],
)
def test_any_other_word_and_a_day_at_the_end_count(end: str, lead: str) -> None:
    assert _at_end(end, lead) == 1


def test_who_signed_may_stand_below() -> None:
    end = "Rietveld, 3 maart 2026\n\n{#d}\n"
    for below, counted in (("Namens de directie,\n\n{#e}\nJ. de Boer", 0), ("Bel aan.", 1)):
        old = _TEXT.format(lead=_LEAD, end=end + below)
        assert _counted(old, old.replace("2026", "2027")) == counted
