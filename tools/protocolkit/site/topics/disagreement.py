"""Where rules of two boards on one topic disagree: opposite, or with other measures, and why.

What the page of a topic names at its top. Precision comes first: what the table does not call
opposite, or another rule, is not named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate
from protocolkit.comparison.judgements import Pair, RowJudgement
from protocolkit.document.place import Place
from protocolkit.relations.explain import explain_named, is_clock_time, quotes_both
from protocolkit.relations.relation import Reason, ReasonKind, Trait
from protocolkit.site.comparison.likeness import Likeness
from protocolkit.site.comparison.relations import Square, cells_likeness, opposite_items
from protocolkit.site.topics.view import ShownClause

_MEASURES = frozenset({ReasonKind.AGE, ReasonKind.TERM, ReasonKind.AMOUNT, ReasonKind.FREQUENCY})
_DECIDES = Trait.OPPOSITE | Trait.DISJOINT
_BAN = "mag-niet"

_Shown = Mapping[Place, ShownClause]
_Words = tuple[str, str]
"""The words before a clause that belong to it, and its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two texts that disagree, and the reason that says in what; on each side who have them.

    The first of each side is whose words the reason quotes.
    """

    lefts: tuple[ShownClause, ...]
    rights: tuple[ShownClause, ...]
    reason: Reason

    @property
    def left(self) -> ShownClause:
        """The clause on the left whose words are quoted."""
        return self.lefts[0]

    @property
    def right(self) -> ShownClause:
        """The clause on the right whose words are quoted."""
        return self.rights[0]

    @property
    def is_proposed(self) -> bool:
        """Whether a program put one of the clauses here, and nobody has looked at it."""
        return any(map(is_proposed, (*self.lefts, *self.rights)))

    @property
    def _texts(self) -> tuple[str, str]:
        return self.left.text, self.right.text

    def in_words(self, translate: Translate) -> str:
        """Return in what they disagree, with the words of each by name.

        Where neither is called a ban the kinds of rule are told, as beside each other.
        """
        names = self.left.column.name, self.right.column.name
        told = self._by_rule(translate)
        return told or explain_named(self.reason, translate, self._texts, names)

    def _by_rule(self, translate: Translate) -> str:
        """Return the kind of rule of each by name; "" where one is a ban, or they are the same."""
        sides = self.left, self.right
        rules = [shown.rule for shown in sides if shown.rule and shown.rule.code != _BAN]
        if len(rules) < 2 or rules[0] == rules[1] or Trait.OPPOSITE not in self.reason.traits:
            return ""
        told = zip(sides, rules, strict=True)
        said = "; ".join(f"{shown.column.name}: {translate(rule.words)}" for shown, rule in told)
        return f"{said}."

    @property
    def alike(self) -> object:
        """What two disagreements share that are told in the same words, whoever they are of."""
        quoted = tuple(_measures(self.reason, self._texts))
        return self.left.rule, self.right.rule, self.reason.kind, self.reason.traits, quoted


def is_proposed(shown: ShownClause) -> bool:
    """Tell whether a program put a clause here, and nobody has looked at it."""
    return not shown.clause.standing.is_decided


def opposite_rules(shown: _Shown, judged: RowJudgement, square: Square) -> list[Disagreement]:
    """Return the opposite rules, each two texts once, those of most organisations first.

    Texts that the same ones oppose in the same words are told as one: they differ in other words.
    """
    groups: dict[frozenset[_Words], list[Disagreement]] = {}
    for pair in _opposite_pairs(shown, judged, square):
        groups.setdefault(frozenset((_words(pair.left), _words(pair.right))), []).append(pair)
    ordered = sorted(groups.values(), key=len, reverse=True)
    found = _joined([one for group in ordered for one in _together(group)])
    return sorted(found, key=lambda one: len(one.lefts) * len(one.rights), reverse=True)


def _joined(found: Iterable[Disagreement]) -> list[Disagreement]:
    """Return disagreements with those as one that are of the same on one side, and told alike."""
    by_left: dict[object, Disagreement] = {}
    for one in found:
        key = _sides_key(one.lefts), one.alike
        before = by_left.get(key)
        by_left[key] = replace(before, rights=before.rights + one.rights) if before else one
    by_right: dict[object, Disagreement] = {}
    for one in by_left.values():
        key = _sides_key(one.rights), one.alike
        before = by_right.get(key)
        by_right[key] = replace(before, lefts=before.lefts + one.lefts) if before else one
    return list(by_right.values())


def _sides_key(side: tuple[ShownClause, ...]) -> frozenset[Place]:
    return frozenset(shown.clause.place for shown in side)


def _together(pairs: list[Disagreement]) -> Iterator[Disagreement]:
    """Yield pairs of the same two texts as one, when all on one side disagree with all others."""
    first = pairs[0]
    sides: dict[_Words, dict[Place, ShownClause]] = {}
    for pair in pairs:
        for shown in (pair.left, pair.right):
            sides.setdefault(_words(shown), {})[shown.clause.place] = shown
    lefts, rights = (tuple(sides[_words(shown)].values()) for shown in (first.left, first.right))
    if len(pairs) == len(lefts) * len(rights):
        yield replace(first, lefts=lefts, rights=rights)
    else:
        yield from pairs


def _words(shown: ShownClause) -> _Words:
    return shown.clause.lead_in, shown.text


def _opposite_pairs(shown: _Shown, judged: RowJudgement, square: Square) -> Iterator[Disagreement]:
    """Yield the opposite rules of two organisations, of every two the first."""
    states = _states(shown, square)
    seen: set[frozenset[str]] = set()
    for pair in judged.pairs:
        if not pair.judgement.relation.is_contrary:
            continue
        left, right = pair.left.organisation, pair.right.organisation
        found = opposite_items(states[left], states[right], square)
        is_told = (square.items[pair.left], square.items[pair.right]) in found
        if is_told and frozenset((left, right)) not in seen:
            seen.add(frozenset((left, right)))
            yield _disagreement(shown, pair, _deciding(pair.judgement.reasons))


def other_measures(shown: _Shown, judged: RowJudgement, square: Square) -> Iterator[Disagreement]:
    """Yield the rules of two organisations that are another rule by a measure of both.

    Each two measures once: with many boards the same ages return in every pair.
    """
    states = _states(shown, square)
    seen: set[frozenset[str]] = set()
    for pair in judged.pairs:
        reason = next(filter(_is_measure, pair.judgement.reasons), None)
        sides = square.items[pair.left], square.items[pair.right]
        if reason is None or not square.rules.issuperset(sides):
            continue
        left, right = (states[place.organisation] for place in (pair.left, pair.right))
        made = _disagreement(shown, pair, reason)
        texts = made.left.text, made.right.text
        if cells_likeness(left, right, square) is not Likeness.SUBSTANTIVE:
            continue
        measures = frozenset(_measures(reason, texts))
        if measures not in seen and not is_clock_time(reason, texts):
            seen.add(measures)
            yield made


def _is_measure(reason: Reason) -> bool:
    return reason.kind in _MEASURES and quotes_both(reason) and not reason.note


def _measures(reason: Reason, texts: tuple[str, str]) -> Iterator[str]:
    for spans, text in zip((reason.left, reason.right), texts, strict=True):
        yield " ".join(text[begin:end] for begin, end in spans).casefold()


def _deciding(reasons: tuple[Reason, ...]) -> Reason:
    """Return the reason that makes two rules opposite, with words of both sides where there are.

    A bare denial has words on one side only ('niet'); of the same two sentences another reason
    tells both kinds of rule.
    """
    decisive = next((one for one in reasons if one.traits & _DECIDES), reasons[0])
    if quotes_both(decisive) or decisive.kind is not ReasonKind.MODALITY:
        return decisive
    same = (one for one in reasons if one.kind is decisive.kind and quotes_both(one))
    found = next(same, None)
    return decisive if found is None else replace(decisive, left=found.left, right=found.right)


def _disagreement(shown: _Shown, pair: Pair, reason: Reason) -> Disagreement:
    return Disagreement(lefts=(shown[pair.left],), rights=(shown[pair.right],), reason=reason)


def _states(shown: _Shown, square: Square) -> dict[str, tuple[int, ...]]:
    """Return the items of each organisation's clauses."""
    found: dict[str, list[int]] = {}
    for place in shown:
        found.setdefault(place.organisation, []).append(square.items[place])
    return {slug: tuple(sorted(set(items))) for slug, items in found.items()}
