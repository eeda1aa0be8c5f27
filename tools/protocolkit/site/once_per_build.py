"""Values that several pages of a build ask for, worked out once as long as no protocol changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from protocolkit.collection import Collection
from protocolkit.site.domain import protocol_domain

_Value = TypeVar("_Value")


class OncePerBuild(Generic[_Value]):
    """One value for each site that is being built, for the protocols as they are read now."""

    def __init__(self) -> None:
        self._made: WeakKeyDictionary[Domain, tuple[Collection, _Value]] = WeakKeyDictionary()

    def of(self, env: BuildEnvironment, make: Callable[[Collection], _Value]) -> _Value:
        """Return what was made of the site's collection, or make it."""
        domain = protocol_domain(env)
        collection = domain.collection()
        kept = self._made.get(domain)
        if kept is None or kept[0] is not collection:
            kept = self._made[domain] = (collection, make(collection))
        return kept[1]
