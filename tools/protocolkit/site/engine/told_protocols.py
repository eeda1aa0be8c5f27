"""What an earlier build worked out of each protocol that is as it was: names, references, codes."""

from __future__ import annotations

from sphinx.application import Sphinx

from protocolkit.base.told_once import answers_on, take_over
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.protocol_keys import protocol_key

_EARLY = 100
_KIND, _NAME = "told", "protocols"


def connect(app: Sphinx) -> None:
    """Take over what is known when every protocol is read, and keep it at the end."""
    told = _Told()
    app.connect("env-updated", told.take, priority=_EARLY)
    app.connect("build-finished", told.keep)


class _Told:
    """What is known of the protocols of one build."""

    def __init__(self) -> None:
        self._before: dict[str, dict[str, object]] = {}

    def take(self, app: Sphinx, _env: object) -> tuple[str, ...]:
        """Take over what was worked out of protocols that are as they were."""
        collection = protocol_domain(app.env).collection()
        protocols = collection.protocols
        if any(subject.concordance for subject in collection.subjects):
            # some of it is told by what is loaded for templates alone
            from protocolkit.drafting.template import known_document  # noqa: F401, PLC0415

        kept = cache_of(app.env).read(_KIND, _NAME, "") if protocols else None
        self._before = kept if isinstance(kept, dict) else {}
        for protocol in protocols:
            take_over(protocol, self._before.get(protocol_key(protocol), {}))
        return ()

    def keep(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep what is known now, if it is not what was known before."""
        if exception is not None:
            return
        protocols = protocol_domain(app.env).collection().protocols
        now = {protocol_key(protocol): answers_on(protocol) for protocol in protocols}
        if {key: [*known] for key, known in now.items()} != {
            key: [*known] for key, known in self._before.items()
        }:
            cache_of(app.env).write(_KIND, _NAME, "", now)
