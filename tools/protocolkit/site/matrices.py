"""The matrix of a subject as the site shows it: with the addresses of its own pages."""

from __future__ import annotations

from protocolkit.collection import Subject
from protocolkit.comparison.matrix import Matrix, make_matrix
from protocolkit.site.addresses import protocol_url


def subject_matrix(subject: Subject) -> Matrix | None:
    """Return the matrix of a subject that has topics."""
    if subject.concordance is None:
        return None
    return make_matrix(subject.protocols, subject.concordance, protocol_url)
