"""The words with which people ask, beside those with which protocols speak: ``asked.yml``."""

from __future__ import annotations

from functools import cache

from protocolkit.base.resources import package_text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping

FILE_NAME = "asked.yml"


@cache
def asked_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return, by what protocols call it, the words with which people ask for the same."""
    found = _written().mapping("asked")
    return tuple((name, found.texts(name)) for name in found.names())


def elsewhere_words() -> tuple[str, ...]:
    """Return the words of what people ask a school that the usual protocols say nothing of."""
    return tuple(_written().text("elsewhere").split())


def idle_words() -> tuple[str, ...]:
    """Return the words of a question that ask nothing by themselves."""
    return tuple(_written().text("idle").split())


def groups_of_people() -> tuple[str, ...]:
    """Return the names of the groups of words for people whom a question may be about."""
    return tuple(_written().text("people").split())


def light_words() -> tuple[str, ...]:
    """Return the words that every protocol has: they say little where others say more."""
    return tuple(_written().text("light").split())


@cache
def _written() -> YamlMapping:
    return read_mapping(package_text("protocolkit.wording", FILE_NAME), Report(FILE_NAME))
