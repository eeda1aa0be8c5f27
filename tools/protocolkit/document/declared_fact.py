"""What everybody knows of a fact, told once where it is declared."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_type_hints

from protocolkit.base.messages import Marked, mark


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What everybody knows of a fact, told once where it is declared.

    ``description`` is what an editor tells about its key. A date is whole or partial ISO 8601; a
    claim needs words of the source, or a mark that it is supplied.
    """

    description: Marked
    is_date: bool = False
    is_claim: bool = False


def about(description: str, *, is_date: bool = False, is_claim: bool = False) -> About:
    """Declare a fact beside its type."""
    return About(description=mark(description), is_date=is_date, is_claim=is_claim)


def declared(made: type) -> Mapping[str, About]:
    """Return what is declared of the fields of a class of facts, by name and in their order."""
    return _declared(made)


@cache
def _declared(made: type) -> Mapping[str, About]:
    hints = get_type_hints(made, include_extras=True)
    return {
        own.name: said
        for own in dataclasses.fields(made)
        for said in get_args(hints[own.name])
        if isinstance(said, About)
    }
