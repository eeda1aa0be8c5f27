"""Which facts of a record the file shows: on its cover or in its text, and which nobody can see.

A record proves nothing that no page shows. Where the cover says something else, the cover is
right; what it does not say is for a person to confirm. Oddities that were accepted, and addresses
that no reader may open, are never taken over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from protocolkit.base.messages import Message, mark, message, translator
from protocolkit.document.approval_lines import approval_line, on_other_text, with_schools
from protocolkit.document.approvals import Approval
from protocolkit.document.cover import cover_rows
from protocolkit.document.cover_words import CoverWords, language_of
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Facts, Organisation, Status, declared_at, without_proofs
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import kind_of_name
from protocolkit.document.richtext import plain
from protocolkit.document.status_words import status_name
from protocolkit.importing.own_files.printed_facts import of_source, with_printed
from protocolkit.importing.own_files.printed_rows import is_printed, take_row
from protocolkit.text.words import glued, tokens

_WEB = ("http://", "https://", "mailto:")
_LONGEST = 200
_PRINTED = frozenset("body right decision section date words proof".split())
_SAYS_OTHERWISE = mark(
    "The cover says '{shown}' for {fact}; the record in the file says '{recorded}'. The cover "
    "was believed."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A fact of a record that no page shows, by its name in the front matter."""

    fact: str
    value: str

    @property
    def in_full(self) -> str:
        """Its value on one line: who takes it over has seen all of it."""
        return " ".join(self.value.split())

    @property
    def in_short(self) -> str:
        """Its value, cut where it is very long: for what nobody can take over."""
        value = self.in_full
        return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFacts:
    """The facts of a record: ``shown`` are those that a reader sees, ``whole`` has the others too.

    ``unseen`` are in ``whole`` only; ``never`` are in neither. ``notices`` say where the cover
    was believed and not the record.
    """

    shown: Facts
    whole: Facts
    unseen: tuple[Unseen, ...] = ()
    never: tuple[Unseen, ...] = ()
    notices: tuple[Message, ...] = ()


def shown_facts(protocol: Protocol, front: Sequence[str], text: str) -> ShownFacts:
    """Hold the facts of a record beside what its file shows.

    ``protocol`` is that of the record, ``front`` the lines of the cover with a tab between cells,
    ``text`` all other text of the file.
    """
    judge = _Judge(protocol.facts, front, text)
    judge.rows()
    judge.title(protocol)
    judge.approvals()
    judge.rest()
    return judge.facts()


def cover_facts(front: Sequence[str], text: str) -> Facts | None:
    """Return the facts that a cover shows by itself, None when it shows none."""
    nobody = Facts(organisation=Organisation(name=""))
    shown = shown_facts(Protocol(facts=nobody, title=(), parts=()), front, text).shown
    return shown if shown.organisation.name else None


@dataclass(slots=True)
class _Judge:
    """Goes over the facts of one record."""

    recorded: Facts
    front: Sequence[str]
    text: str
    unseen: list[Unseen] = field(default_factory=list)
    never: list[Unseen] = field(default_factory=list)
    notices: list[Message] = field(default_factory=list)
    _shown: Facts = field(init=False)
    _whole: Facts = field(init=False)
    _words: CoverWords = field(init=False)
    _letters: str = field(init=False)

    def __post_init__(self) -> None:
        self._shown = self._whole = self.recorded
        self._words = language_of(self.front)
        self._letters = glued(self.text)

    def facts(self) -> ShownFacts:
        """Return what was found."""
        return ShownFacts(
            shown=self._shown,
            whole=self._whole,
            unseen=tuple(self.unseen),
            never=tuple(self.never),
            notices=tuple(self.notices),
        )

    def rows(self) -> None:
        """Judge what stands on a cover with a label before it."""
        language, is_unknown = self._words.language, self.recorded.status is Status.UNKNOWN
        for row in cover_rows(self.recorded, translator(language), language):
            said, value = list(self._said(row.fact)), row.value
            if row.fact == "source.address" and value and not _is_web(value):
                self._clear_address(value)
                value = ""
            is_shown = any(
                is_printed(one, value) or _is_named(row.fact, value, one) for one in said
            )
            if said and not is_shown:
                self._correct(row.fact, said[0], value)
            elif not is_shown and value and not (row.fact == "status" and is_unknown):
                self.unseen.append(Unseen(fact=row.fact, value=value))
                self._shown = with_printed(self._shown, row.fact, "")
        is_complete = self._words.incomplete not in self.front
        if self.recorded.source.complete and not is_complete:
            self._shown = of_source(self._shown, is_complete=False)
            self._whole = of_source(self._whole, is_complete=False)
        elif not self.recorded.source.complete and is_complete:
            self.unseen.append(Unseen(fact="source.complete", value="false"))
            self._shown = of_source(self._shown, is_complete=True)

    def title(self, protocol: Protocol) -> None:
        """Judge the title of the front matter, which may be one that somebody supplied."""
        facts, printed = self.recorded, plain(protocol.title)
        if not facts.title or (tokens(facts.title) == tokens(printed) and not facts.title_supplied):
            return
        if glued(facts.title) not in glued("".join(self.front)):
            self.unseen.append(Unseen(fact="title", value=facts.title))
            self._shown = replace(self._shown, title="" if facts.title_supplied else printed)

    def approvals(self) -> None:
        """Judge the decisions, row by row; a row of the cover that the record lacks counts too."""
        rows = list(self.front)
        shown, absent = [], []
        for approval in self.recorded.approvals:
            if any(take_row(rows, wanted) for wanted in self._as_row(approval)):
                shown.append(self._without_unseen(approval))
            else:
                absent.append(approval)
        others = [found for row in rows if (found := self._decision(row)) is not None]
        gone = []
        for approval in absent:
            other = next((one for one in others if _is_about(one, approval)), None)
            if other is None:
                self.unseen.append(Unseen(fact="approvals", value=self._in_words(approval)))
                self._tell_unseen(approval)
            else:
                gone.append(approval)
                self._say_otherwise("approvals", self._in_words(other), self._in_words(approval))
        whole = (one for one in self.recorded.approvals if one not in gone)
        self._shown = replace(self._shown, approvals=(*shown, *others))
        self._whole = replace(self._whole, approvals=(*whole, *others))

    def rest(self) -> None:
        """Judge what no cover has: the text may show it."""
        recorded = self.recorded
        accepted = (f"{one.code} {one.anchor}".strip() for one in recorded.accepted)
        self._tell(self.never, "accepted", accepted)
        proofs = (proof.file for one in recorded.approvals for proof in one.proofs)
        self._tell(self.never, "approvals.proof", proofs)
        kind, supplied = kind_of_name(self._shown.organisation.name), recorded.supplied
        if kind is not recorded.organisation.kind:
            self._tell(self.unseen, "organisation.kind", [recorded.organisation.kind.value])
            supplied = tuple(dict.fromkeys((*supplied, "organisation.kind")))
        aliases = self._in_text("organisation.aliases", recorded.organisation.aliases)
        evidence = [e for e in recorded.evidence if self._has(e.words)]
        for entry in (e for e in recorded.evidence if e not in evidence):
            self.unseen.append(Unseen(fact=f"evidence.{entry.fact}", value=entry.words))
        self._tell(self.unseen, "retired", recorded.retired)
        self._tell(self.unseen, "provenance", (entry.anchor for entry in recorded.provenance))
        self._whole = without_proofs(replace(self._whole, accepted=()))
        self._shown = replace(
            self._shown,
            organisation=replace(self._shown.organisation, kind=kind, aliases=aliases),
            evidence=tuple(evidence),
            supplied=supplied,
            accepted=(),
            retired=(),
            provenance=(),
        )

    def _tell(self, told: list[Unseen], fact: str, values: Iterable[str]) -> None:
        if said := ", ".join(values):
            told.append(Unseen(fact=fact, value=said))

    def _said(self, fact: str) -> Iterator[str]:
        """Yield what may be printed on the cover for a fact."""
        for line in self.front:
            label, is_row, value = line.partition("\t")
            if is_row and self._words.labels.get(label) == fact:
                yield value.strip()
            elif fact == "status" and line in self._words.marks:
                yield status_name(self._words.marks[line], translator(self._words.language))

    def _correct(self, fact: str, said: str, recorded: str) -> None:
        """Believe the cover; an address is left as it is not."""
        value = self._words.iso(said) if declared_at(fact).is_date else said
        if fact == "organisation.sector":
            value = self._words.sector(said)
        if fact == "source.address" and not _is_web(value):
            value = ""
        status = self._words.status(said) if fact == "status" else None
        for name in ("_shown", "_whole"):
            facts = with_printed(getattr(self, name), fact, value)
            setattr(self, name, facts if status is None else replace(facts, status=status))
        self._say_otherwise(fact, said, recorded or "–")

    def _say_otherwise(self, fact: str, shown: str, recorded: str) -> None:
        said = message(_SAYS_OTHERWISE, fact=fact, shown=shown, recorded=recorded)
        self.notices.append(said)

    def _in_words(self, approval: Approval) -> str:
        language = self._words.language
        line = approval_line(approval, translator(language), language)
        return ", ".join(filter(None, (line.body, line.decision, line.date)))

    def _as_row(self, approval: Approval) -> Iterator[str]:
        """Yield the ways in which covers print a decision, now and before."""
        translate = translator(language := self._words.language)
        for one, status in product((approval, replace(approval, before="")), Status):
            line = approval_line(one, translate, language, status)
            for said in (line, on_other_text(line, one.right, translate)):
                yield from map("\t".join, (said.cells, with_schools(said, one, translate).cells))
        yield "\t".join((line.body, line.decision, line.date or self._words.undated))

    def _clear_address(self, address: str) -> None:
        self.never.append(Unseen(fact="source.address", value=address))
        self._shown = with_printed(self._shown, "source.address", "")
        self._whole = with_printed(self._whole, "source.address", "")

    def _without_unseen(self, approval: Approval) -> Approval:
        """Return a decision without what no cover shows, and its words when the text has them."""
        self._tell_unseen(approval)
        return Approval(
            body=approval.body,
            right=approval.right,
            decision=approval.decision,
            section=approval.section,
            date=approval.date,
            words=approval.words if self._has(approval.words) else "",
        )

    def _tell_unseen(self, approval: Approval) -> None:
        """Tell what no cover shows of a decision, and its words when the text lacks them."""
        if approval.words and not self._has(approval.words):
            self.unseen.append(Unseen(fact="approvals.words", value=approval.words))
        for name in declared(Approval):
            value = getattr(approval, name) if name not in _PRINTED else None
            # one that ended nothing is a value too, and says nothing
            said = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
            if said:
                self.unseen.append(Unseen(fact=f"approvals.{name}", value=said))

    def _decision(self, row: str) -> Approval | None:
        """Return the decision that a row of a cover prints, None when it prints none."""
        found = self._words.decision(row)
        if found is None:
            return None
        body, right, decision, date = found
        return Approval(body=body, right=right, decision=decision, date=date)

    def _in_text(self, fact: str, values: Iterable[str]) -> tuple[str, ...]:
        kept = []
        for value in values:
            if self._has(value):
                kept.append(value)
            else:
                self.unseen.append(Unseen(fact=fact, value=value))
        return tuple(kept)

    def _has(self, words: str) -> bool:
        return bool(letters := glued(words)) and letters in self._letters


def _is_named(fact: str, value: str, said: str) -> bool:
    """Tell whether a cover prints whose file it is that a text is based on, and not its name."""
    return (
        fact == "based_on"
        and bool(letters := glued(value).casefold())
        and letters in glued(said).casefold()
    )


def _is_about(one: Approval, other: Approval) -> bool:
    """Tell whether two decisions are of one body by one right."""
    return one.right is other.right and glued(one.body).startswith(glued(other.body))


def _is_web(address: str) -> bool:
    return address.lower().startswith(_WEB)
