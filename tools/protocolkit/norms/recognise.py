"""Recognise the norms of a clause, and of every clause of a protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from protocolkit.document.model import Clause, Kind, Protocol, Section
from protocolkit.document.names import masked, names_of
from protocolkit.document.outline import clause_text, lead_ins, placed_clauses
from protocolkit.document.richtext import note_labels, plain
from protocolkit.document.tree import block_texts
from protocolkit.norms.conditions import conditions, gives_leave, restricts
from protocolkit.norms.grammar import Sentence, parse
from protocolkit.norms.halves import turns_round
from protocolkit.norms.modality import LONGEST, judge
from protocolkit.norms.negation import negations
from protocolkit.norms.norm import ClauseNorms, Modality, Norm, Nuance, Party
from protocolkit.norms.parties import bound, ordered, parties_named
from protocolkit.norms.verdict import Strength, Verdict
from protocolkit.text.sentences import Span, sentence_spans

# Kinds that ask something only when they plainly do so.
_TELLING = (Kind.DEFINITION, Kind.EXPLANATION, Kind.REFERENCE, Kind.CLOSING)
# What an organisation's name of less than six letters reads as: a body of the school.
_SHORT_SCHOOLS = {1: "x", 2: "mt", 3: "gmr", 4: "raad", 5: "xraad"}
# A number that was left in the text says nothing: '2. Bij het snoeien draagt …'.
_COUNTED = re.compile(r"\A\s*\d{1,2}[a-z]?[.)]\s|(?<=[.;:]\s)\d{1,2}[.)]\s(?=[A-Z])")
# No further than this is looked into a sentence, of which each word is held beside all others: what
# is one sign longer asks nothing.
_READ = LONGEST + 1
# A heading on what follows a breach names those who meet it, not those who act.
_CONSEQUENCES = re.compile(r"\b(?:sanctie|gevolg|maatregel|overtreding)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    norm: Norm
    strength: Strength


@dataclass(frozen=True, slots=True)
class _Lead:
    verdict: Verdict
    parties: tuple[Party, ...]


@lru_cache(maxsize=2_048)
def recognise(
    text: str,
    *,
    lead_in: str = "",
    notes: tuple[str, ...] = (),
    kind: Kind = Kind.RULE,
    context: str = "",
    names: tuple[str, ...] = (),
) -> ClauseNorms:
    """Return what a clause asks, sentence by sentence. Never raises.

    ``text`` is the clause's plain text and every span counts its characters; ``lead_in`` is the
    sentence before a bullet, ``notes`` are the texts of the footnotes that it calls, ``context`` is
    the title of its section, which tells whom it binds when it does not say so, and ``names`` are
    what the organisation is called.

    ``main`` is what the clause is about: its first sentence that asks something by a word of its
    own or of somebody named; an impersonal ``wordt …`` counts when it comes first. A text that
    explains asks something only in its first sentence, or in half of them. When nothing is asked,
    the first sentence stands for the clause.
    """
    hidden = _COUNTED.sub(_blank, masked(text, names, _as_school))
    lead = _lead(masked(lead_in, names, _as_school), kind)
    found = _sentences(text, hidden, lead, kind, context)
    if not found:
        empty = Norm(sentence=(0, len(text)), modality=Modality.UNDETERMINED)
        return ClauseNorms(main=empty, norms=(empty,), note_conditions=_note_conditions(notes))
    chosen = _main(found, kind).norm
    added = _note_conditions(notes)
    main = chosen
    if added and chosen.modality is Modality.PERMISSION and chosen.nuance is None:
        main = replace(chosen, nuance=Nuance.CONDITIONAL)
    return ClauseNorms(
        main=main,
        norms=tuple(main if one.norm is chosen else one.norm for one in found),
        note_conditions=added,
    )


def _sentences(
    text: str, hidden: str, lead: _Lead | None, kind: Kind, context: str
) -> list[_Found]:
    """Return what each sentence asks; ``hidden`` is the text with names masked."""
    parties = (lead.parties if lead else ()) or parties_named(context)
    pending = lead
    found: list[_Found] = []
    for span in sentence_spans(text):
        piece = hidden[slice(*span)]
        one = _sentence(piece[:_READ], span, kind, pending, parties)
        found.append(one)
        parties = one.norm.parties or parties
        if piece.endswith(":"):
            lead = pending = _lead(piece, kind)
        elif not piece.endswith((";", ",")) and text[span[1] : span[1] + 1] != "\n":
            pending = None  # what follows a bullet's first sentence stands by itself
        else:
            pending = lead
    return _in_two_sentences(found, hidden)


def _in_two_sentences(found: list[_Found], hidden: str) -> list[_Found]:
    """Divide the rule of a sentence of which the next one is the other half."""
    for i in range(len(found) - 1):
        one, other = found[i].norm, found[i + 1].norm
        before, piece = (hidden[slice(*norm.sentence)] for norm in (one, other))
        is_plain = found[i].strength is Strength.EXPLICIT and one.nuance is None
        if is_plain and turns_round(before, piece, one.modality):
            begin, end = other.sentence
            found[i : i + 2] = [
                _divided(found[i], one.words, before),
                _divided(found[i + 1], ((begin, end),), piece),
            ]
    return found


def _divided(found: _Found, words: tuple[Span, ...], piece: str) -> _Found:
    parties = _both(found.norm.parties, piece)
    norm = replace(found.norm, modality=Modality.DIVIDED, parties=parties, words=words)
    return _Found(norm, Strength.EXPLICIT)


def _both(bound_by: tuple[Party, ...], piece: str) -> tuple[Party, ...]:
    """Return whom both halves bind; the school seldom is one of them, and often named in one."""
    return ordered([*bound_by, *(p for p in parties_named(piece) if p is not Party.SCHOOL)])


Asked = partial[ClauseNorms]
"""What a clause is asked, all of it: :func:`recognise` with what it is given."""


def protocol_norms(
    protocol: Protocol, answer: Callable[[Asked], ClauseNorms] = Asked.__call__
) -> dict[str, ClauseNorms]:
    """Return the norms of every clause and note of a protocol, by anchor.

    ``answer`` may know what an earlier run answered.
    """
    leads = lead_ins(protocol)
    notes = {note.label: clause_text(note) for note in protocol.notes}
    asked = partial(recognise, names=names_of(protocol))
    found: dict[str, ClauseNorms] = {}
    for placed in placed_clauses(protocol):
        clause = placed.clause
        found[clause.anchor] = answer(
            Asked(
                asked,
                clause_text(clause),
                lead_in=leads.get(clause.anchor, ""),
                notes=tuple(notes[label] for label in _called(clause) if label in notes),
                kind=clause.kind,
                context=_audience(placed.sections),
            )
        )
    for note in protocol.notes:
        found[note.anchor] = answer(Asked(asked, clause_text(note), kind=Kind.EXPLANATION))
    return found


def _called(clause: Clause) -> dict[str, None]:
    return dict.fromkeys(
        label for rich in block_texts(clause.blocks) for label in note_labels(rich)
    )


def _audience(sections: Sequence[Section]) -> str:
    """Return the innermost heading that names people, unless it is about consequences."""
    titles = (plain(section.title) for section in reversed(sections))
    found = next((title for title in titles if parties_named(title)), "")
    return "" if _CONSEQUENCES.search(found) else found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _as_school(name: str) -> str:
    """Return what an organisation's name reads as for the grammar: one word, of its length."""
    return _SHORT_SCHOOLS.get(len(name), "school".rjust(len(name), "x"))


def _lead(text: str, kind: Kind) -> _Lead | None:
    """Judge the last sentence of a lead-in: ``Het is leerlingen niet toegestaan om:``."""
    spans = sentence_spans(text)
    if not spans:
        return None
    piece = text[slice(*spans[-1])][:_READ]
    sentence, verdict = _judged(piece, kind)
    return _Lead(verdict, bound(sentence, ()) or parties_named(piece))


@lru_cache(maxsize=2_048)
def _judged(piece: str, kind: Kind) -> tuple[Sentence, Verdict]:
    """Return a sentence and what it asks; boards, and a template of theirs, share many."""
    sentence = parse(piece)
    return sentence, judge(piece, sentence, kind)


def _sentence(
    piece: str, span: Span, kind: Kind, lead: _Lead | None, context: tuple[Party, ...]
) -> _Found:
    sentence, judged = _judged(piece, kind)
    verdict = _with_lead(judged, lead, piece)
    asks = verdict.strength > Strength.STATED
    where = conditions(piece, sentence) if asks else ()
    nuance = verdict.nuance
    limits = {Modality.PERMISSION: restricts, Modality.PROHIBITION: gives_leave}
    is_limit = limits.get(verdict.modality)
    if is_limit and nuance is None and any(is_limit(piece[slice(*one)]) for one in where):
        nuance = Nuance.CONDITIONAL
    parties = bound(sentence, context)
    if verdict.modality is Modality.DIVIDED:
        parties = _both(parties, piece)
    norm = Norm(
        sentence=span,
        modality=verdict.modality,
        nuance=nuance,
        parties=parties,
        conditions=_shifted(where, span),
        words=_shifted(verdict.words, span),
    )
    return _Found(norm, verdict.strength)


def _with_lead(own: Verdict, lead: _Lead | None, piece: str) -> Verdict:
    """Let a lead-in decide on a bullet that does not decide by a word of its own."""
    if lead is None or own.strength is Strength.EXPLICIT:
        return own
    above = lead.verdict
    if above.strength <= Strength.STATED:
        return own
    no = negations(piece.lower())
    if above.carries and no:
        return Verdict(Modality.PROHIBITION, Strength.INDICATIVE, no[:1])
    return replace(above, words=())


def _main(found: Sequence[_Found], kind: Kind) -> _Found:
    """Choose the norm that a clause is about, by the rule that :func:`recognise` states."""
    asking = [one for one in found if one.strength > Strength.STATED]
    first = next((one for one in found if one.strength >= Strength.STATED), found[0])
    if kind is Kind.GUIDANCE:
        tips = [one for one in asking if one.norm.modality is Modality.ENCOURAGEMENT]
        asking = [one for one in asking if one is first] or tips
    elif kind in _TELLING and 2 * len(asking) < len(found):
        asking = [one for one in asking if one is first]
    if first in asking:
        return first
    if kind in _TELLING and not asking:
        return next((one for one in found if one.strength is Strength.STATED), first)
    return next((one for one in asking if one.strength > Strength.PASSIVE), first)


def _note_conditions(notes: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of notes that set a condition or ask something."""
    added: list[str] = []
    for note in notes:
        for span in sentence_spans(note):
            piece = note[slice(*span)]
            read = piece[:_READ]
            sentence, judged = _judged(read, Kind.RULE)
            asks = judged.strength is Strength.EXPLICIT
            if asks or conditions(read, sentence):
                added.append(piece)
    return tuple(added)


def _shifted(spans: tuple[Span, ...], by: Span) -> tuple[Span, ...]:
    return tuple((begin + by[0], end + by[0]) for begin, end in spans)
