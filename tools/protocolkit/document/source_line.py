"""How a clause is named where somebody takes it along: whose it is, title, place and standing."""

from __future__ import annotations

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, mark
from protocolkit.document.approval_lines import print_date
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.richtext import plain
from protocolkit.document.status_words import status_name

_INCOMPLETE = mark("source incomplete")


def source_line(protocol: Protocol, translate: Translate, language: str = DEFAULT_LANGUAGE) -> str:
    """Return how a clause of a protocol is named; ``{label}`` stands for that of the clause.

    The date is the document's own; a document without one has the year under which it is known.
    """
    name = _kept(organisation_name(protocol))
    title = _kept(plain(protocol.title))
    standing = _kept(", ".join(_standing(protocol, translate, language)))
    return f"{name}, {title}, {{label}} ({standing})"


def _standing(protocol: Protocol, translate: Translate, language: str) -> list[str]:
    facts = protocol.facts
    version = translate("version {version}").format(version=facts.version) if facts.version else ""
    known = year_of_text(protocol) or translate("year unknown")
    dated = print_date(facts.dated, language) or known
    incomplete = "" if facts.source.complete else translate(_INCOMPLETE)
    parts = (version, dated, status_name(facts.status, translate), incomplete)
    return [part for part in parts if part]


def _kept(text: str) -> str:
    """Return a text in which nothing is a place to fill."""
    return text.replace("{", "(").replace("}", ")")
