"""The readings that a person takes instead of those that were found: as typed, and put to use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.choices import Choice, Question, Reading
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.steps import Structure, find_structure


def typed(key: str, reading: Reading) -> str:
    """Return a choice as a person types it: ``lijst-41=buiten``."""
    return f"{key}={reading.value}"


def no_choices(choices: Sequence[str], location: Location) -> None:
    """Raise :class:`ProtocolkitError` when something was chosen where there is nothing to choose.

    A file that says itself what it is built of is not read in another way.
    """
    if choices:
        raise ProtocolkitError(problem(codes.CHOICE_NONE, location, choice=choices[0]))


def with_choices(source: Source, found: Structure, wishes: Wishes, location: Location) -> Structure:
    """Return the structure of a source in which each choice was made.

    A choice may bring forth other places, so those that are not there yet wait. An earlier choice
    about a place that is there no more is dropped. Raises :class:`ProtocolkitError` when a place
    or a reading that was chosen now is not there.
    """
    waiting = {**_split(wishes.earlier_choices), **_split(wishes.choices)}
    structure, chosen, name = found, dict[str, Reading](), wishes.organisation
    if name and found.reads_otherwise(name):
        structure = find_structure(source, organisation=name)
    known = {choice.key: choice for choice in structure.choices}
    while ready := [key for key in waiting if key in known]:
        for key in ready:
            chosen[key] = _reading(known[key].question, key, waiting.pop(key), location)
        structure = find_structure(source, chosen, name)
        known |= {choice.key: choice for choice in structure.choices}
    for key in _split(wishes.choices):
        if not known:
            no_choices(wishes.choices, location)
        if key in waiting:
            keys = ", ".join(_by_line(known.values()))
            raise ProtocolkitError(problem(codes.CHOICE_UNKNOWN, location, key=key, known=keys))
    return structure


def _split(choices: Iterable[str]) -> dict[str, str]:
    """Return what was typed after each key."""
    pairs = (choice.strip().partition("=") for choice in choices)
    return {key: name for key, _, name in pairs}


def _by_line(choices: Iterable[Choice]) -> list[str]:
    return [choice.key for choice in sorted(choices, key=lambda choice: choice.begin)]


def _reading(question: Question, key: str, name: str, location: Location) -> Reading:
    found = next((reading for reading in question.readings if reading.value == name), None)
    if found is None:
        known = ", ".join(typed(key, reading) for reading in question.readings)
        choice = f"{key}={name}" if name else key
        raise ProtocolkitError(problem(codes.CHOICE_READING, location, choice=choice, known=known))
    return found
