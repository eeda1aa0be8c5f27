"""The values: a norm, and the norms of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from protocolkit.text.sentences import Span


class Modality(Enum):
    """What a sentence does to the one whom it binds; ``DIVIDED`` is not the same for all."""

    PROHIBITION = "verbod"
    OBLIGATION = "gebod"
    PERMISSION = "toestemming"
    DIVIDED = "verschilt"
    ENCOURAGEMENT = "aanmoediging"
    INFORMATION = "mededeling"
    UNDETERMINED = "onbepaald"


class Nuance(Enum):
    """What the modality alone does not say, where it matters."""

    CONDITIONAL = "mag onder voorwaarde"
    POWER = "bevoegdheid"
    AWARENESS = "bewustwording"
    EFFORT = "inspanning"


class Party(Enum):
    """Whom a norm binds."""

    EVERYONE = "iedereen"
    STAFF = "medewerkers"
    PUPILS = "leerlingen"
    PARENTS = "ouders"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """What one sentence asks; every span counts characters of the clause's text.

    ``words`` are the words that decide the modality (``Het is`` … ``niet toegestaan``),
    ``conditions`` the parts that say when it holds or does not (``tenzij …``, ``mits …``),
    ``parties`` whom it binds, in the order of :class:`Party`, empty when the text does not say.
    """

    sentence: Span
    modality: Modality
    nuance: Nuance | None = None
    parties: tuple[Party, ...] = ()
    conditions: tuple[Span, ...] = ()
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseNorms:
    """The norms of a clause, in the order of its sentences; ``main`` is what it is about.

    ``note_conditions`` are the conditions that its footnotes add, as text.
    """

    main: Norm
    norms: tuple[Norm, ...]
    note_conditions: tuple[str, ...] = ()
