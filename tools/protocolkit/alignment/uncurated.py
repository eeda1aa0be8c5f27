"""A proposal as a comparison of its own, with nobody's decisions: topics, matrix, JSON."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.alignment.proposal import Place, Proposal, ProposedTopic
from protocolkit.alignment.saying import first_words, provisional_title, score_in_words
from protocolkit.alignment.suggestions import topic_id
from protocolkit.alignment.topics_writer import THEME, THEME_TITLE
from protocolkit.alignment.uncurated_many import MANY, many_json
from protocolkit.comparison.concordance import (
    Answer,
    Audience,
    Concordance,
    Standing,
    Theme,
    Topic,
)
from protocolkit.comparison.judged_json import TopicScore, judged_json
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import make_matrix
from protocolkit.messages import Translate, mark
from protocolkit.model import Clause, Footnote, Kind, Protocol
from protocolkit.outline import addressable, clause_text, labels

TITLE = mark("Proposal")
_SHOWN_WORDS = 14


def proposal_json(protocols: Sequence[Protocol], proposal: Proposal, translate: Translate) -> str:
    """Return a proposal as JSON, in the shape of the matrix with norms and relations.

    Every clause and note of the protocols is in it. The same whatever the order of the protocols,
    of which no two may have the same slug.
    """
    concordance = proposed_concordance(protocols, proposal, translate)
    scores = _scores(concordance, proposal)
    if len(protocols) > MANY:
        return many_json(protocols, concordance, scores, _address)
    matrix = make_matrix(protocols, concordance, _address)
    return judged_json(matrix, judge(matrix, protocols), protocols, scores)


def proposal_text(protocols: Sequence[Protocol], proposal: Proposal, translate: Translate) -> str:
    """Return a proposal as text to read: each topic with its clauses, then what stands alone."""
    cited = {
        Place(protocol.slug, item.anchor): f"{protocol.slug} {names[item.anchor]}: "
        f'"{first_words(clause_text(item), _SHOWN_WORDS)}"'
        for protocol in protocols
        for names in (labels(protocol),)
        for item in addressable(protocol)
    }
    lines: list[str] = []
    for topic in (topic for topic in proposal.topics if not topic.is_alone):
        lines.append(f"{translate(score_in_words(topic.score))} ({round(topic.score * 100)} %)")
        lines += [f"  - {cited[place]}" for place in topic.members]
    lonely = [place for topic in proposal.topics if topic.is_alone for place in topic.members]
    if lonely:
        lines.append(translate("Without a counterpart:"))
        lines += [f"  - {cited[place]}" for place in sorted(lonely)]
    return "".join(f"{line}\n" for line in lines)


def proposed_concordance(
    protocols: Sequence[Protocol], proposal: Proposal, translate: Translate
) -> Concordance:
    """Return a proposal's topics as a concordance in which every answer is a proposal."""
    clauses = {Place(p.slug, item.anchor): item for p in protocols for item in addressable(p)}
    topics: list[Topic] = []
    taken: set[str] = set()
    for proposed in proposal.topics:
        topic = _topic(proposed, clauses[proposed.central], taken, translate)
        taken.add(topic.id)
        topics.append(topic)
    return Concordance(
        subject="",
        title=translate(TITLE),
        themes=(Theme(id=THEME, title=translate(THEME_TITLE)),),
        topics=tuple(topics),
    )


def _topic(
    proposed: ProposedTopic, central: Clause | Footnote, taken: set[str], translate: Translate
) -> Topic:
    return Topic(
        id=topic_id(proposed.members, taken),
        title=provisional_title(clause_text(central), translate),
        theme=THEME,
        audience=Audience.EVERYONE,
        kind=central.kind if isinstance(central, Clause) else Kind.EXPLANATION,
        answers=tuple(
            Answer(organisation=place.organisation, anchor=place.anchor, standing=Standing.PROPOSED)
            for place in proposed.members
        ),
    )


def _scores(concordance: Concordance, proposal: Proposal) -> dict[str, TopicScore]:
    links = {
        (
            (link.left.organisation, link.left.anchor),
            (link.right.organisation, link.right.anchor),
        ): link.score
        for link in proposal.links
    }
    return {
        topic.id: TopicScore(
            score=proposed.score,
            central=(proposed.central.organisation, proposed.central.anchor),
            is_alone=proposed.is_alone,
            pairs=links,
        )
        for topic, proposed in zip(concordance.topics, proposal.topics, strict=True)
    }


def _address(protocol: Protocol, anchor: str) -> str:
    """Return a clause's address in the file that it came from, wherever that stands."""
    name = protocol.location.path.replace("\\", "/").rpartition("/")[2]
    return f"{name}#{anchor}" if anchor else name
