"""How well contrary rules are told from others: sentences of the labelled sets, altered by machine.

    .venv/bin/python benchmarks/altered_clauses.py
    .venv/bin/python benchmarks/altered_clauses.py --details

Each sentence is turned into one that cannot hold beside it (denied, in the same or other words, its
condition or age turned round), and into one that can though it looks so (for others, at another
time, with an exception, with another amount, in other words). The sentences of the subjects that
nobody looks at are counted, and not shown.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from labelled_subjects import Subject, read_subjects
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.norms.recognise import recognise
from protocolkit.norms.verbs import infinitive_of, is_infinitive
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Relation, Side
from protocolkit.text.sentences import sentence_spans
from rules_by_subject import SEEN
from tables import Form, Table, number, render

_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A sentence, what was made of it and how, whether they exclude each other, and if said so."""

    left: str
    right: str
    how: str
    is_contrary: bool
    is_seen: bool
    is_found: bool


# How, whether it excludes, what to find, what to put.
_MAY = r"^([^,.:;]*?\b(?:mag|mogen)) (?!niet|geen|nooit|alleen|uitsluitend|slechts)"
_MAY_NOT = r"^([^,.:;]*?\b(?:mag|mogen)\b[^,.:;]*?) niet (?!alleen|meer)"
_BECOMES = r"^([^,.:;]*?\b(?:wordt|worden)\b[^,.:;]*?) niet (?!alleen|dan)"
_WITH = r"\b(?:alleen|uitsluitend|slechts) (met|na) ((?:\w+ ){0,2}(?:toestemming|overleg|akkoord))"
_RULES: tuple[tuple[str, bool, str, str], ...] = (
    ("denied: may", True, _MAY, r"\1 niet "),
    ("denied: may not", True, _MAY_NOT, r"\1 "),
    ("denied: is not done", True, _BECOMES, r"\1 altijd "),
    ("denied: allowed", True, r"\bniet (toegestaan|toegelaten|geoorloofd)", r"\1"),
    ("denied: not allowed", True, r"(?<!niet )\b(toegestaan|toegelaten)(?= *[,.])", r"niet \1"),
    ("denied: forbidden", True, r"(?<!niet )\bverboden\b", "toegestaan"),
    ("denied: obliged", True, r"(?<!niet )\bverplicht(?= *[,.])", "niet verplicht"),
    ("denied: has to", True, r"^([^,.:;]*?)\b(?:moet|dient) ([^,.]*?)(?:te )?(?=\w+en\.$)",
     r"\1hoeft niet \2te "),
    ("denied: none", True, r"\bgeen (?=\w+en\b)", ""),
    ("condition: without", True, _WITH, r"zonder \2"),
    ("condition: not without", True, r"\bniet zonder\b", "ook zonder"),
    ("condition: unless", True, r", mits\b", ", tenzij"),
    ("condition: provided", True, r", tenzij\b", ", mits"),
    ("age: turned", True, r"\bjonger dan (?=\w+ jaar)", "ouder dan "),
    ("age: turned back", True, r"\bouder dan (?=\w+ jaar)", "jonger dan "),
    ("age: from", True, r"\bvanaf (\w+) jaar", r"tot \1 jaar"),
    ("others: pupils", False, r"^(De leerling|Leerlingen|Een leerling|Je) (mag|mogen) (?!niet)",
     r"De conciërge mag niet "),
    ("others: staff", False, r"^(De medewerker|Medewerkers|Collega's) (mag|mogen) niet",
     r"Ouders mogen"),
    ("exception", False, r"^([^,]*\b(?:mag|mogen) (?:niet|geen)[^,]*)\.$",
     r"\1, tenzij de directeur het goedvindt."),
    ("term", False, r"\b(?:twee|drie|vier|vijf|zes|zeven|14|28) (dagen|weken|maanden|jaar|jaren)",
     r"tien \1"),
    ("at once and a term", False, r"\b(?:direct|meteen|onverwijld)\b", "binnen twee dagen"),
    ("amount", False, r"\b(?:€ ?)?\d+ euro", "95 euro"),
    ("in other words: forbidden", False, r"\bniet (toegestaan|geoorloofd)", "verboden"),
    ("in other words: not without", False, _WITH, r"niet zonder \2"),
)  # fmt: skip
_MODAL = re.compile(
    r"^(?P<who>(?:De|Het|Een)? ?\w+) (?P<verb>mag|mogen) (?P<no>niet )?(?P<rest>[^,.:;]+) "
    r"(?P<what>\w+en)\.$"
)
_DONE = re.compile(
    r"^(?P<who>(?:De|Het|Een)? ?\w+) (?P<verb>wordt|worden) (?P<rest>[^,.:;]*?)(?P<no>niet )"
    r"(?P<what>\w+)\.$"
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    parser.add_argument("--details", action="store_true", help="what is wrong, where it is seen")
    asked = parser.parse_args()
    every = [one for subject in read_subjects() for one in altered(subject)]
    tables = [_figures(every), _by_kind(every)]
    if asked.details:
        tables.append(_wrong(every))
    print(render(tables, Form(asked.format)))


def altered(subject: Subject) -> Iterator[Altered]:
    """Yield the alterations of every sentence of a subject, judged."""
    texts = {
        text[slice(*span)].strip()
        for _, item in placed_items(subject.protocols)
        for text in (clause_text(item),)
        for span in sentence_spans(text)
    }
    for text in sorted(texts):
        if len(text.split()) > _LONGEST:
            continue
        for how, is_contrary, changed in _alterations(text):
            found = compare(_side(text), _side(changed)).relation
            yield Altered(
                left=text,
                right=changed,
                how=how,
                is_contrary=is_contrary,
                is_seen=subject.name in SEEN,
                is_found=found is Relation.CONTRARY,
            )


def _alterations(text: str) -> Iterator[tuple[str, bool, str]]:
    for how, is_contrary, wanted, put in _RULES:
        changed = re.sub(wanted, put, text, count=1)
        if changed != text:
            yield how, is_contrary, changed
    if found := _MODAL.match(text):
        who = found["who"][:1].lower() + found["who"][1:]
        for is_contrary, word in ((True, not found["no"]), (False, bool(found["no"]))):
            said = "niet toegestaan" if word else "toegestaan"
            changed = f"Het is {who} {said} om {found['rest']} te {found['what']}."
            yield f"may, as leave: {'denied' if is_contrary else 'same'}", is_contrary, changed
    if (found := _DONE.match(text)) and is_infinitive(verb := infinitive_of(found["what"])):
        who = found["who"][:1].lower() + found["who"][1:]
        for is_contrary, said in ((True, "toegestaan"), (False, "verboden")):
            changed = f"Het {verb} van {who} {found['rest']}is {said}."
            yield f"done, as a noun: {'denied' if is_contrary else 'same'}", is_contrary, changed


def _side(text: str) -> Side:
    return Side(text=text, norms=recognise(text), names=())


def _figures(every: list[Altered]) -> Table:
    rows = []
    for name, is_seen in (("seen", True), ("held out", False)):
        own = [one for one in every if one.is_seen is is_seen]
        counts = Counter((one.is_contrary, one.is_found) for one in own)
        found, right = counts[True, True] + counts[False, True], counts[True, True]
        meant = right + counts[True, False]
        rows.append(
            (name, number(right / max(1, found)), number(right / max(1, meant)), str(meant),
             str(len(own) - meant))
        )  # fmt: skip
    head = ("subjects", "precision", "recall", "contrary", "not contrary")
    return Table(title="Contrary, altered by machine", head=head, rows=tuple(rows))


def _by_kind(every: list[Altered]) -> Table:
    kinds = dict.fromkeys((one.is_contrary, one.how) for one in every)
    rows = []
    for is_contrary, how in sorted(kinds, reverse=True):
        row = [how, "contrary" if is_contrary else "not"]
        for is_seen in (True, False):
            own = [one for one in every if one.how == how and one.is_seen is is_seen]
            row.append(f"{sum(one.is_found is is_contrary for one in own)} of {len(own)}")
        rows.append(tuple(row))
    head = ("how", "is", "right, seen", "right, held out")
    return Table(title="By kind", head=head, rows=tuple(rows))


def _wrong(every: list[Altered]) -> Table:
    rows = tuple(
        (one.how, f"{one.left} / {one.right}")
        for one in every
        if one.is_seen and one.is_found is not one.is_contrary
    )
    return Table(title="Wrong, of those seen", head=("how", ""), rows=rows)


if __name__ == "__main__":
    main()
