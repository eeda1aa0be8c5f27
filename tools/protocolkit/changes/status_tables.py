"""Tables that tell the version of a text: what each row says, and in which column.

Those of two columns have a label before each fact: 'Versie', '2.0'. Those of more are a list of
versions: 'Versie', 'Datum', 'Wijziging'. What else stands in a row makes it one that counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from protocolkit.changes.document_lines import is_maker
from protocolkit.changes.status_lines import has_status_words, is_status_line, is_who_decided
from protocolkit.changes.status_signs import BODY, DAY, OPEN, SCHOOL_YEAR, in_signs
from protocolkit.text.late_patterns import late

_OF_A_DAY = ("datum:", "geldig tot", "evaluatie:", "herziening:", "ingaande")
# What stands above two columns of which the rows tell all.
_NO_LABEL = frozenset(
    "onderdeel inhoud gegeven gegevens waarde omschrijving kenmerk item informatie document"
    " documentgegevens versiebeheer versie-informatie eigenschap".split()
)
_NUMBER = late(
    r"(?:versie )?v?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?(?: ?\(?(?:concept|definitief|ontwerp)\)?)?"
    r"|concept|ontwerp|definitief",
    re.IGNORECASE,
)
_WHEN = late(rf"(?:{DAY}|{SCHOOL_YEAR}|{OPEN})\.?")
_WHO = late(rf"{BODY}(?:(?:, | en |/){BODY})*")
# What was done to a text, where a list of versions says why there is a new one.
_REMARKS = frozenset(
    "tekstuele tekstueel redactionele redactioneel kleine wijzigingen aanpassingen correcties"
    " correctie verbeteringen verbetering opmaak lay-out layout spelling taalfouten opmerkingen"
    " reacties verwerkt verbeterd actualisering eindversie opzet aanmaak jaarlijkse periodieke"
    " document protocol tekst basis opgemaakt gecorrigeerd -".split()
)

_Judge = Callable[[str, Sequence[str]], bool]


def status_rows(rows: Sequence[Sequence[str]], names: Sequence[str] = ()) -> Mapping[int, str]:
    """Return what the rows of a table say that tell its status, by their places.

    A day alone may be that of what the table is about: it is one beside others. A row of a list of
    versions says it in more cells than one: then the words are none.

    >>> dict(status_rows([["Versie", "2.0"], ["Datum", "3 mei 2026"], ["Auteur", "Jansen"]]))
    {0: 'Versie: 2.0', 1: 'Datum: 3 mei 2026'}
    >>> dict(status_rows([["Versie", "Datum", "Door"], ["2", "mei 2026", "de MR"]]))
    {0: '', 1: ''}
    """
    if all(len(row) == 2 for row in rows):
        return _labelled(rows, names)
    return dict.fromkeys(_listed(rows, names), "")


def _labelled(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Mapping[int, str]:
    said = {
        at: f"{row[0].strip().rstrip(':')}: {row[1].strip()}".strip() for at, row in enumerate(rows)
    }
    found = {
        at: one for at, one in said.items() if is_status_line(one, may_be_bare=False, names=names)
    }
    if found:
        found |= {at: one for at, one in said.items() if is_who_decided(one, names)}
    if all(one.lower().startswith(_OF_A_DAY) for one in found.values()):
        return {}
    head = {one.strip().lower().rstrip(":") for one in rows[0]}
    if len(found) == len(rows) - 1 and 0 not in found and head <= _NO_LABEL | {""}:
        found[0] = ""
    return found


def _listed(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Sequence[int]:
    """Return which rows of a list of versions say no more than that, its head among them."""
    labels = [" ".join(one.lower().split()).rstrip(":") for one in rows[0]]
    columns = [_COLUMNS.get(label) for label in labels]
    if _is_number not in columns or not ({_is_day, _is_who} & {*columns}) or None in columns:
        return ()
    judges = [judge for judge in columns if judge]
    told = (
        at
        for at, row in enumerate(rows[1:], 1)
        if all(
            not cell.strip() or judge(" ".join(cell.split()), names)
            for cell, judge in zip(row, judges, strict=True)
        )
    )
    return (0, *told)


def _is_number(cell: str, _: Sequence[str]) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _is_day(cell: str, names: Sequence[str]) -> bool:
    return _WHEN.fullmatch(in_signs(cell, names)) is not None


def _is_who(cell: str, names: Sequence[str]) -> bool:
    return is_maker(cell, in_signs(cell, names)) or bool(_WHO.fullmatch(in_signs(cell, names)))


def _is_remark(cell: str, names: Sequence[str]) -> bool:
    return has_status_words(cell, names, _REMARKS)


_COLUMNS: dict[str, _Judge] = {
    **dict.fromkeys(("versie", "versienummer", "versienr", "versienr.", "nr", "nr."), _is_number),
    **dict.fromkeys(("datum", "versiedatum", "d.d.", "wanneer", "datum wijziging"), _is_day),
    **dict.fromkeys(
        ("auteur", "auteurs", "opsteller", "opstellers", "door", "wie", "gewijzigd door", "naam"),
        _is_who,
    ),
    **dict.fromkeys(
        (
            *("wijziging", "wijzigingen", "omschrijving", "toelichting", "opmerking"),
            *("opmerkingen", "status", "reden", "aard wijziging", "aanpassing", "aanpassingen"),
            *("omschrijving wijziging", "omschrijving van de wijziging", "wat"),
        ),
        _is_remark,
    ),
}
