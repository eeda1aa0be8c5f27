"""What an answers file of ``protocol new`` may hold; an answer is declared here once.

Its reader, its writer, its schema and what an editor tells follow from the type and the
:class:`~protocolkit.document.facts.About` of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from protocolkit.document.declared_fact import about
from protocolkit.document.facts import Organisation

_ByName = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """Everything that somebody may have answered; all of it may be missing.

    ``adopts`` is the protocol of the board that a school takes over, ``merges`` are the two that
    become one; without either the template is the start. ``choices`` gives for a topic the ids of
    formulations (apart by a comma), ``geen``, ``eigen``, or ``""`` for open. ``texts`` are the
    words of one's own by topic; ``edits`` are a formulation's words as somebody changed them, by
    its id (in a merger by the place of the clause); in both every line is a paragraph.
    """

    subject: Annotated[str, about("The kind of protocol: the name of its folder.")] = ""
    adopts: Annotated[str, about("The protocol of the board that a school takes over.")] = ""
    merges: Annotated[tuple[str, ...], about("The two protocols that become one.")] = ()
    organisation: Annotated[Organisation, about("Whose protocol this is.")] = field(
        default_factory=lambda: Organisation(name="")
    )
    schools: Annotated[tuple[str, ...], about("The schools for which it is valid.")] = ()
    functions: Annotated[
        _ByName, about("What officers are called here, by their general name.")
    ] = field(default_factory=dict)
    systems: Annotated[_ByName, about("Which systems are used here, by their general name.")] = (
        field(default_factory=dict)
    )
    choices: Annotated[_ByName, about("The wording chosen for each topic, or 'geen' for none.")] = (
        field(default_factory=dict)
    )
    texts: Annotated[
        _ByName, about("Words of your own on a topic where the choice is 'eigen'.")
    ] = field(default_factory=dict)
    edits: Annotated[_ByName, about("A chosen wording as you changed it, by its name.")] = field(
        default_factory=dict
    )
    terms: Annotated[
        _ByName, about("Which word is used for a thing that has several, by its usual word.")
    ] = field(default_factory=dict)
    placeholders: Annotated[_ByName, about("What to fill in, by the name of the place.")] = field(
        default_factory=dict
    )
