"""What does not go together, told where one chooses: found as ``protocol new`` finds it.

Of the template every two wordings are compared, as if somebody took all of them; of two boards
what they say on one question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.base.messages import Translate
from protocolkit.checking.together import FindClashes, drafted_clashes, told_difference
from protocolkit.comparison.judgements import RowJudgement
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.new_protocol import draft_from_template
from protocolkit.drafting.template.contests import contests
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Template
from protocolkit.relations.among import Clash, FoundClash
from protocolkit.relations.compare_clauses import mirrored
from protocolkit.site.composer.values import ChoiceClash


def template_clashes(
    template: Template, translate: Translate, find: FindClashes = drafted_clashes
) -> Iterator[ChoiceClash]:
    """Yield every two wordings of a template that do not go together, each two once."""
    everything = {topic.id: ", ".join(c.id for c in topic.choices) for topic in template.topics}
    answers = Answers(subject=template.subject, choices=everything)
    draft = draft_from_template(template, answers, translate)
    facts = Facts(organisation=Organisation(name=""))
    whole = assemble(draft, facts, {}, Protocol(facts=facts, title=(), parts=()))
    choices = {entry.anchor: entry.choice for entry in whole.facts.provenance if entry.anchor}
    for found in find(whole):
        left, right = choices[found.left.name], choices[found.right.name]
        if left != right:
            is_told = found.clash in (Clash.CONTRARY, Clash.PERHAPS, Clash.DEFINED)
            told, back = (
                told_difference(one) if is_told else "" for one in (found, _turned(found))
            )
            yield ChoiceClash(left=left, right=right, clash=found.clash, told=told, told_back=back)


def _turned(found: FoundClash) -> FoundClash:
    """Return the same of two clauses that stand the other way round."""
    return replace(found, left=found.right, right=found.left, judgement=mirrored(found.judgement))


def board_contests(
    own: Sequence[Place], found: RowJudgement, sources: Sources, translate: Translate
) -> Mapping[str, tuple[str, ...]]:
    """Return on what each other board disagrees with what one says on a topic, by its name.

    'The first' in these sentences is the board with ``own``.
    """
    mine = frozenset(own)
    pairs = [pair for pair in found.pairs if not mine.isdisjoint((pair.left, pair.right))]
    ids = {place: str(place) for pair in pairs for place in (pair.left, pair.right)}
    places = {name: place for place, name in ids.items()}
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for contest in contests(pairs, ids, sources):
        ordered = contest.in_order(_first(map(str, own), contest.left, contest.right))
        told[places[ordered.right].organisation][ordered.in_words(translate)] = None
    return {slug: tuple(lines) for slug, lines in told.items()}


def _first(own: Iterable[str], left: str, right: str) -> list[str]:
    """Return two names with that of one's own first."""
    return [left, right] if left in set(own) else [right, left]
