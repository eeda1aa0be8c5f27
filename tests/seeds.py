"""The protocols of this repository, read once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from protocolkit.collection import Collection, read_collection
from protocolkit.comparison.matrix import Matrix, make_matrix
from protocolkit.document.model import Protocol

ROOT = Path(__file__).parents[1]
SLUGS = ("borger-odoorn", "cvo-baarn-soest", "lucas-onderwijs", "oponoa", "verkruisen")


@cache
def collection() -> Collection:
    """Return everything under ``protocols/``."""
    return read_collection(ROOT)


def matrix() -> Matrix:
    """Return the comparison on social media, with ``slug#anchor`` for addresses."""
    subject = collection().subjects[0]
    assert subject.concordance is not None
    return make_matrix(subject.protocols, subject.concordance, lambda p, a: f"{p.slug}#{a}")


def protocol(slug: str) -> Protocol:
    """Return the protocol on social media of one organisation."""
    return next(found for found in collection().protocols if found.slug == slug)
