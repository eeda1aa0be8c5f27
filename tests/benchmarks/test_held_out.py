from __future__ import annotations

from held_out import held_out_links, touches
from labelled_set import read_labels
from protocolkit.document.outline import placed_items
from seeds import ROOT, SLUGS, protocol


def test_what_is_held_out_is_the_organisation_s_and_repeats() -> None:
    protocols = [protocol(slug) for slug in SLUGS]
    clauses = [place for place, _ in placed_items(protocols)]
    labels = read_labels(ROOT / "benchmarks" / "labels", "sociale-media", clauses)
    found = held_out_links(protocols, labels)
    assert set(found) == set(SLUGS)
    for owner, links in found.items():
        assert links
        assert all(touches(owner)(pair) for pair in links)
    assert held_out_links(list(reversed(protocols)), labels) == found
