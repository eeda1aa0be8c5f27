"""A redline marks what changed and no more: an ordinary change costs a handful of words."""

from __future__ import annotations

from typing import Any

from protocolkit.text.words import tokens
from redlines import NS, changes, part, protocol, redline

_OLD = """\
{#doel}
## Artikel 1 Doel

1. Dit protocol regelt wie het hek mag openen.
2. Het geldt voor alle leerlingen en medewerkers van de school.

{#sleutels}
## Artikel 2 Sleutels

1. De conciërge bewaart de sleutels in de kluis.[^1]
2. Wie een sleutel verliest, meldt dat dezelfde dag.

{#tijden}
## Artikel 3 Tijden

| dag | open |
|---|---|
| maandag | 8.15 uur |
| woensdag | 8.15 uur |
| vrijdag | 8.15 uur |

{#storing}
## Artikel 4 Storing

1. Bij storing belt de conciërge de installateur.

[^1]: De kluis staat in de kamer van de directeur.
"""
_ADDED = "3. Voor bezoekers geldt het ook."
_NEW = (
    _OLD.replace("alle leerlingen", "alle kinderen")
    .replace("van de school.", f"van de school.\n{_ADDED}")
    .replace("| vrijdag | 8.15 uur |", "| vrijdag | 8.30 uur |")
    .replace("de kamer van de directeur", "de hal van de gymzaal")
)


def _swapped(text: str) -> str:
    """Return the text with the last two articles in the other order, and their numbers too."""
    head, _, rest = text.partition("{#tijden}")
    times, _, rest = rest.partition("{#storing}")
    fault, _, notes = rest.partition("[^1]:")
    times = times.replace("Artikel 3", "Artikel 4")
    fault = fault.replace("Artikel 4", "Artikel 3")
    return f"{head}{{#storing}}{fault}{{#tijden}}{times}[^1]:{notes}"


def test_a_word_a_lid_two_articles_a_time_and_a_note_mark_at_most_fifteen_words() -> None:
    old, new = protocol(_OLD), protocol(_swapped(_NEW))
    counts = changes(old, new).counts
    assert (counts.removed_words, counts.added_words) == (4, 10)
    body, notes = (part(redline(old, new), name) for name in ("document.xml", "footnotes.xml"))
    marked = [
        word
        for change in [*_changes(body), *_changes(notes)]
        for word in tokens("".join(change.itertext()))
        if any(map(str.isalpha, word))
    ]
    assert 0 < len(marked) <= 15, marked


def _changes(root: Any) -> list[Any]:
    return [*root.iterfind(".//w:ins", NS), *root.iterfind(".//w:del", NS)]
