"""A law as the regulations of two bodies: its items, its copy, and what belongs together."""

from __future__ import annotations

from altered_laws import law_pair
from labelled_set import make_pair
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.document.place import Place

LAW = """# Wet op de kas

## Hoofdstuk 1

### Artikel 1

#### Wie de kas beheert

1. Het bevoegd gezag wijst een beheerder aan, [bedoeld](x.md) in artikel 2.
2. vervallen

### Artikel 2a.

De beheerder houdt een lijst bij van de planten.
a. vervallen
"""


def test_items_stand_under_their_article_and_equal_ones_may_be_linked() -> None:
    pair = law_pair("kas", LAW, seed=1)
    texts = {place: clause_text(item) for place, item in placed_items(pair.protocols)}
    anchors = [place.anchor for place in texts if place.organisation == "een"]
    assert anchors == ["art-1-1", "art-1-2", "art-2a-1", "art-2a-2"]
    said = texts[Place("een", "art-1-1")]
    assert said == "Het bevoegd gezag wijst een beheerder aan, bedoeld in artikel 2."
    sure = {make_pair(Place("een", anchor), Place("twee", anchor)) for anchor in anchors}
    assert pair.labels.sure == sure
    lapsed = make_pair(Place("een", "art-1-2"), Place("twee", "art-2a-2"))
    assert lapsed in pair.labels.possible


def test_the_copy_is_altered_the_same_way_for_the_same_seed() -> None:
    longer = LAW + "".join(
        f"\n### Artikel {n}\n\nDe school informeert de leden en de ouders schriftelijk.\n"
        for n in range(3, 30)
    )
    one, again, other = (law_pair("kas", longer, seed) for seed in (1, 1, 2))
    assert one.protocols == again.protocols
    assert one.protocols[0] == other.protocols[0]
    assert one.protocols[1] != other.protocols[1]
    copied = " ".join(clause_text(item) for _, item in placed_items(one.protocols[1:]))
    assert "instelling" in copied
    assert "bijzondere gevallen" in copied
