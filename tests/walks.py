"""Random walks through submitting, deciding and adopting, and a small model of what then holds.

A :class:`Walk` makes a repository of one board with a text for one to four schools and does one act
after another as a secretary would, each on a later day. What :func:`in_force` and the other
functions say of what was recorded is worked out here, by the fields of the record alone, and shares
nothing with the code that the readers use.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from decided import TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.councils import end_council
from protocolkit.decisions.mending import Mending, mend
from protocolkit.document.approvals import Approval, Decision, Ended, Right
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol

_BODY = """
# Pesten

{{#a1}}
1. Wie pest, {who}.

{{#a2}}
2. Ouders bellen de school, telefoon {phone}.{space}

{{#a3}}
3. De leerling wordt {weeks} geschorst.
"""
_SLOTS = {
    "who": ("gaat naar de mentor", "schrijft een brief", "praat met de directeur"),
    "weeks": ("een week", "twee weken", "drie dagen"),
    "phone": ("010 123 45 67", "010 765 43 21", "020 555 11 22"),
}
_CONSENT = (Decision.GRANTED, Decision.GRANTED, Decision.GRANTED, Decision.WITHHELD)
_ADVICE = (Decision.POSITIVE, Decision.POSITIVE, Decision.NEGATIVE, Decision.RECOMMENDATIONS)
_REPLY = (Decision.FOLLOWED, Decision.PARTLY_FOLLOWED, Decision.NOT_FOLLOWED)
_OTHER = (
    Decision.ADJOURNED,
    Decision.NO_ANSWER,
    Decision.PROPOSAL_WITHDRAWN,
    Decision.GRANTED_WITH_CHANGES,
)
IN_FAVOUR = (Decision.GRANTED, Decision.GRANTED_WITH_CHANGES, Decision.EARLIER)
NOTHING_DECIDED = (
    Decision.ASKED,
    Decision.ADJOURNED,
    Decision.NO_ANSWER,
    Decision.PROPOSAL_WITHDRAWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A council, the schools that it decides for (none is all), and what it is asked."""

    body: str
    right: Right
    schools: tuple[str, ...] = ()
    section: str = ""


class Walk:
    """A secretary who does things in an order that nobody thought of; ``log`` tells what."""

    least_schools = 1

    def __init__(self, root: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.schools = tuple(
            f"obs {n}" for n in range(1, self.random.randint(self.least_schools, 4) + 1)
        )
        self.councils = self._councils()
        self.text = {name: known[0] for name, known in _SLOTS.items()} | {"space": ""}
        self.before: list[dict[str, str]] = []
        self.ended: list[str] = []
        self.day = date(2026, 1, 5)
        self.log: list[str] = [f"seed {seed}", f"{self.schools} {self.councils}"]
        self.texts: dict[str, tuple[str, ...]] = {}
        head = f"  applies_to: [{', '.join(self.schools)}]\n" if len(self.schools) > 1 else ""
        self.head = (
            "---\nprotocol:\n  title: Pesten\n  organisation: {name: De Brug, kind: bestuur}\n"
            f"{head}  status: concept\n---\n"
        )
        self.desk = Desk(root, self.head + self._body())
        self._lasting: Protocol | None = None

    def _councils(self) -> list[Council]:
        choose, right = self.random.choice, self.random.choice([Right.CONSENT, Right.ADVICE])
        if len(self.schools) == 1 or self.random.random() < 0.4:
            body = "GMR De Brug" if len(self.schools) > 1 else "MR"
            sections = choose([("",), ("ouders", "personeel"), ("ouders",)])
            return [Council(body=body, right=right, section=one) for one in sections]
        made = [
            Council(body=f"MR {school}", right=Right.CONSENT, schools=(school,))
            for school in self.schools
        ]
        if self.random.random() < 0.3:
            pair = self.schools[:2]
            made[:2] = [Council(body="Groeps-MR Noord", right=Right.CONSENT, schools=pair)]
        if self.random.random() < 0.3:
            last = self.schools[-1:]
            made.append(Council(body="Deelraad Zuid", right=Right.ADVICE, schools=last))
        return made

    def _body(self) -> str:
        return _BODY.format(**self.text)

    @property
    def protocol(self) -> Protocol:
        """The text as it stands with what was decided; between two acts it is read once."""
        return self._lasting or self.desk.protocol

    @property
    def entries(self) -> tuple[Approval, ...]:
        """What is recorded at the top of the file, in its order."""
        return self.protocol.facts.approvals

    @property
    def code(self) -> str:
        """The check code of the text as it stands: one for each text, and no other."""
        code = protocol_fingerprint(self.protocol)
        words = tuple(self.text[name] for name in _SLOTS)
        assert self.texts.setdefault(code, words) == words
        assert list(self.texts.values()).count(words) == 1
        return code

    def step(self) -> bool:
        """Do one act at random; tell whether it was done, or refused and left everything."""
        self.day += timedelta(days=self.random.randint(1, 9))
        acts = self._acts()
        act, name = self.random.choices([a for a, _ in acts], [w for _, w in acts])[0], ""
        kept, refused, self._lasting = self.desk.bytes(), "", None
        try:
            name = act()
        except ProtocolkitError as reason:
            refused = f"({act.__name__}: {reason.problem.code.name})"
        if refused:
            self.log.append(refused)
            assert self.desk.bytes() == kept, self.log
            return False
        self.log.append(f"{self.day} {name}")
        self._lasting = self.desk.protocol
        return True

    def _acts(self) -> list[tuple[Callable[[], str], int]]:
        return [
            (self._ask_all, 5),
            (self._ask, 2),
            (self._decide, 9),
            (self._adopt, 5),
            (self._adopt_for_some, 3),
            (self._edit, 4),
            (self._correct_small, 2),
            (self._space, 1),
            (self._undo, 3),
            (self._mend, 3),
            (self._end, 1),
            (self._propose, 1),
            (self._answer, 1),
            (self._later, 1),
            (self._inform, 2),
            (self._put_back, 3),
        ]

    @property
    def _today(self) -> str:
        return self.day.isoformat()

    def _ask_one(self, one: Council) -> None:
        before = (self.day + timedelta(days=self.random.randint(3, 30))).isoformat()
        days = {"sent": self._today, "before": before}
        self.desk.ask(one.body, one.right, section=one.section, schools=one.schools, **days)

    def _ask(self) -> str:
        one = self.random.choice(self.councils)
        self._ask_one(one)
        return f"ask {one.body} {one.section}"

    def _ask_all(self) -> str:
        asked = []
        for one in self.councils:
            try:
                self._ask_one(one)
                asked.append(one.body)
            except ProtocolkitError as reason:
                asked.append(reason.problem.code.name)
        return f"ask all: {asked}"

    def _decide(self) -> str:
        is_open = [o for o in self.entries if o.sent and o.decision in NOTHING_DECIDED]
        refused = [o for o in self.entries if o.sent and o.decision is Decision.WITHHELD]
        found = is_open or refused
        if not found:
            return "decide: nobody"
        one = self.random.choice(found)
        usual = {Right.CONSENT: _CONSENT, Right.ADVICE: _ADVICE}.get(one.right, _REPLY)
        decision = self.random.choice((*usual, *usual, *_OTHER))
        whose: dict[str, object] = {"section": one.section, "right": one.right}
        if one.right is Right.PROPOSAL:
            whose["talked"] = self._today
        self.desk.decide(decision, one.body, day=self._today, **whose)
        return f"{one.body} {one.section}: {decision.value}"

    def _adopt(self) -> str:
        made = self.desk.adopt(self._today)
        return f"adopt for {made.entry.schools or 'all'}"

    def _adopt_for_some(self) -> str:
        some = [one for one in self.schools if self.random.random() < 0.5]
        made = self.desk.adopt(self._today, schools=tuple(some))
        return f"adopt for {made.entry.schools or 'all'}"

    def _write(self, text: dict[str, str]) -> None:
        whole = self.desk.path.read_text("utf-8")
        head, end, _ = whole.partition("\n---\n")
        self.before.append(self.text)
        self.text = text
        self.desk.path.write_text(head + end + self._body(), "utf-8")

    def _edit(self) -> str:
        slot = self.random.choice(["who", "weeks"])
        self._write(self.text | {slot: self.random.choice(_SLOTS[slot])})
        return f"edit {[*self.text.values()]}"

    def _correct_small(self) -> str:
        """Change the telephone number, and tell the councils that decided of it."""
        self._write(self.text | {"phone": self.random.choice(_SLOTS["phone"])})
        told = []
        for one in self.councils:
            try:
                self.desk.tell(one.body, self._today, one.section or None)
                told.append(one.body)
            except ProtocolkitError as reason:
                told.append(reason.problem.code.name)
        return f"small {self.text['phone']} {told}"

    def _space(self) -> str:
        self._write(self.text | {"space": "" if self.text["space"] else " "})
        return "spaces"

    def _undo(self) -> str:
        if not self.before:
            return "undo: nothing"
        self._write(self.random.choice(self.before))
        return f"undo {[*self.text.values()]}"

    def _inform(self) -> str:
        """Send the text to a council, or to a section of it, that has nothing to decide."""
        one = self.random.choice(self.councils)
        section = "personeel" if one.section else ""
        days: dict[str, str] = {"sent": self._today, "before": ""}
        self.desk.ask(one.body, Right.INFORMATION, section=section, schools=one.schools, **days)
        return f"inform {one.body} {section}"

    def _put_back(self) -> str:
        """Put a text back that somebody decided about, whatever lies before whom now."""
        decided = (o for o in self.entries if o.decision not in NOTHING_DECIDED)
        known = [self.texts[one.fingerprint] for one in decided if one.fingerprint in self.texts]
        if not known:
            return "put back: nothing"
        words = dict(zip(_SLOTS, self.random.choice(known), strict=True))
        self._write({**words, "space": ""})
        return f"put back {[*self.text.values()]}"

    def _mend(self) -> str:
        if not self.entries:
            return "mend: nothing"
        one = self.random.choice(self.entries)
        is_decided = one.decision not in NOTHING_DECIDED
        changes = self.random.choice(
            [
                {"date": self._moved(one.date)} if one.date else {"sent": self._moved(one.sent)},
                {"sent": self._moved(one.sent)} if one.sent else {"date": self._moved(one.date)},
                {"decision": Decision.ASKED.value} if is_decided else {"before": self._today},
            ]
        )
        mending = Mending(
            body=one.body,
            changes=changes,
            reason="fout getypt",
            section=one.section,
            right=one.right,
            of=one.date or one.sent,
        )
        mend(self.desk.file, mending, TODAY, translator())
        return f"mend {one.body} {one.right.value} {changes}"

    def _moved(self, day: str) -> str:
        moved = date.fromisoformat(day or self._today) + timedelta(self.random.randint(-4, 4))
        return min(moved, self.day).isoformat()

    def _end(self) -> str:
        one = self.random.choice(self.councils)
        into = self.random.choice(["", f"{one.body} Nieuw"])
        end_council(self.desk.root, one.body, Ended(date=self._today, into=into), TODAY)
        if into:
            new = Council(body=into, right=one.right, schools=one.schools, section=one.section)
            self.councils = [new if o.body == one.body else o for o in self.councils]
        return f"end {one.body} -> {into}"

    def _propose(self) -> str:
        one = self.random.choice(self.councils)
        self.desk.ask(one.body, Right.PROPOSAL, sent=self._today, before="", schools=one.schools)
        return f"proposal of {one.body}"

    def _answer(self) -> str:
        one = self.random.choice(self.councils)
        answer(self.desk.file, BoardAnswer(body=one.body, day=self._today), TODAY)
        return f"answered {one.body}"

    def _later(self) -> str:
        """Write a day from which the text holds, or take that away."""
        text = self.desk.path.read_text("utf-8")
        lines = [line for line in text.split("\n") if not line.startswith("  valid_from:")]
        if len(lines) == len(text.split("\n")):
            later = self.day + timedelta(days=self.random.randint(-20, 40))
            lines.insert(2, f"  valid_from: {later.isoformat()}")
        self.desk.path.write_text("\n".join(lines), "utf-8")
        return lines[2].strip()


def is_adopted(entry: Approval) -> bool:
    """Tell whether an entry says that the board adopted a text."""
    return entry.decision is Decision.ADOPTED


def codes_of(entry: Approval) -> set[str]:
    """Return the codes of the texts that an entry is about: its own, and corrected ones."""
    return {entry.fingerprint, *(one.fingerprint for one in entry.corrections)} - {""}


def concerns(entry: Approval, school: str) -> bool:
    """Tell whether an entry is about a school, or about all."""
    return not entry.schools or school in entry.schools


def in_force(entries: tuple[Approval, ...], school: str) -> Approval | None:
    """Return the adoption by which a text holds at a school: the last one that is about it."""
    events = [one for one in entries if is_adopted(one) and concerns(one, school)]
    last = max((one.date for one in events), default="")
    return next((one for one in reversed(events) if one.date == last), None)


def same_question(one: Approval, other: Approval) -> bool:
    """Tell whether two entries ask the same of the same council, for a school that both are for."""
    is_shared = not one.schools or not other.schools or {*one.schools} & {*other.schools}
    asked = (one.body, one.section, one.right) == (other.body, other.section, other.right)
    return asked and bool(is_shared)


def still_waiting(entries: tuple[Approval, ...], code: str) -> tuple[Approval, ...]:
    """Return what still waits for an answer, of a council or of the board to its proposal.

    A later question about another text takes nothing away from one about the text with this code.
    """
    return tuple(
        one
        for at, one in enumerate(entries)
        if one.sent and one.decision in (Decision.ASKED, Decision.ADJOURNED)
        if one.right is not Right.INFORMATION and not one.ended.date
        if not any(_is_instead(other, one, code) for other in entries[at + 1 :])
    )


def _is_instead(later: Approval, one: Approval, code: str) -> bool:
    """Tell whether a question takes the place of another one: for its schools, or with its text."""
    is_whole = not later.schools or (bool(one.schools) and {*one.schools} <= {*later.schools})
    is_other = codes_of(later).isdisjoint(codes_of(one))
    is_beside = code in codes_of(one) and code not in codes_of(later)
    return same_question(later, one) and (is_whole or is_other) and not is_beside


def surely_holding(entries: tuple[Approval, ...], code: str) -> Iterator[int]:
    """Yield the decisions of which there is no doubt that they hold for a text.

    That is what a council decided about this text, when it was asked nothing after that.
    """
    for at, one in enumerate(entries):
        is_last = not any(same_question(one, other) for other in entries[at + 1 :])
        is_of_council = one.right in (Right.CONSENT, Right.ADVICE)
        is_decided = one.decision not in NOTHING_DECIDED
        if is_of_council and is_decided and is_last and code in codes_of(one):
            yield at
