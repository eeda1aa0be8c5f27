"""A proposal as a comparison of its own, with nobody's decisions: topics, matrix, JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations

from protocolkit.alignment.alignment_file import AlignedTopic, Alignment
from protocolkit.alignment.clause_vectors import texts_of_protocols
from protocolkit.alignment.many import join_all
from protocolkit.alignment.proposal import Proposal, ProposedTopic
from protocolkit.alignment.proposal_words import printable_words, reasons_in_words, score_in_words
from protocolkit.alignment.propose import LEAST_SCORE, PilotedProposal, ReadTexts
from protocolkit.alignment.suggestions import topic_id
from protocolkit.alignment.titles import proposed_title, set_of_texts
from protocolkit.alignment.topics_writer import THEME, THEME_TITLE
from protocolkit.alignment.uncurated_many import MANY, many_json
from protocolkit.base.formats import ALIGNMENT, JOINED
from protocolkit.base.messages import Translate, mark
from protocolkit.base.objects import Object
from protocolkit.comparison.concordance import (
    Answer,
    AnswerStanding,
    Audience,
    Concordance,
    Theme,
    Topic,
)
from protocolkit.comparison.judged_json import TopicScore, judged_json
from protocolkit.comparison.judgements import judge
from protocolkit.comparison.matrix import make_matrix
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import addressable, clause_text, labels, placed_items
from protocolkit.document.place import Place
from protocolkit.wording.thesaurus_file import general_thesaurus

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
    told = judged_json(matrix, judge(matrix, protocols), protocols, scores, ALIGNMENT)
    if not proposal.nearest:
        return told
    # The matrix says how its JSON is laid out; ours comes after what is in it.
    content = json.loads(told) | {"counterparts": _counterparts(proposal, translate)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _counterparts(proposal: Proposal, translate: Translate) -> list[Object]:
    """Return for each clause the best of each other board, proposed or not, with the reasons."""
    together = pairs_proposed(proposal)
    found: dict[Place, list[Object]] = {}
    for near in proposal.nearest:
        clauses: list[Object] = [
            {
                "anchor": place.anchor,
                "score": link.score,
                "proposed": frozenset((near.place, place)) in together,
                "reasons": reasons_in_words(link.reasons, translate),
            }
            for place, link in zip(near.places, near.links, strict=True)
        ]
        board: Object = {"organisation": near.organisation, "nearest": clauses}
        found.setdefault(near.place, []).append(board)
    return [
        {"organisation": place.organisation, "anchor": place.anchor, "boards": boards}
        for place, boards in found.items()
    ]


def pairs_proposed(proposal: Proposal) -> set[frozenset[Place]]:
    """Return every two clauses that stand in one proposed topic."""
    return {frozenset(pair) for topic in proposal.topics for pair in combinations(topic.members, 2)}


def proposal_text(protocols: Sequence[Protocol], proposal: Proposal, translate: Translate) -> str:
    """Return a proposal as text to read: each topic with its clauses, then what stands alone."""
    cited = {
        Place(protocol.slug, item.anchor): f"{protocol.slug} {names[item.anchor]}: "
        f'"{printable_words(clause_text(item), _SHOWN_WORDS)}"'
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


def alignment_of(
    protocols: Sequence[Protocol], piloted: PilotedProposal, translate: Translate
) -> Alignment:
    """Return what a later protocol needs to join this proposal."""
    proposal = piloted.proposal
    concordance = proposed_concordance(protocols, proposal, translate)
    made = {
        proposed.members: AlignedTopic(
            id=topic.id,
            title=topic.title,
            boards=len({place.organisation for place in proposed.members}),
        )
        for topic, proposed in zip(concordance.topics, proposal.topics, strict=True)
    }
    return Alignment(pilots=piloted.pilots, topics=tuple(made[row.members] for row in piloted.rows))


def joined_json(
    protocols: Sequence[Protocol], kept: Alignment, read: ReadTexts | None = None
) -> str:
    """Return as JSON which kept topics the clauses of more protocols join; none stands alone.

    ``read`` asks a sentence model, where one was asked for what is kept.
    """
    boards = []
    is_asked = read is not None and all(pilot.profile.has_meaning for pilot in kept.pilots)
    vectors = read(texts_of_protocols(protocols)) if read and is_asked else None
    for protocol in sorted(protocols, key=lambda one: one.slug):
        joined = join_all(protocol, kept.pilots, general_thesaurus(), LEAST_SCORE, vectors)
        names = labels(protocol)
        clauses = [
            {
                "anchor": unit.place.anchor,
                "label": names[unit.place.anchor],
                "text": " ".join(unit.text.split()),
                "topics": [_joined_topic(kept.topics[number], fit) for number, fit in topics],
            }
            for unit, topics in zip(joined.units, joined.topics, strict=True)
        ]
        boards.append({"organisation": protocol.slug, "clauses": clauses})
    return json.dumps({**JOINED.head(), "joined": boards}, ensure_ascii=False, indent=1) + "\n"


def _joined_topic(topic: AlignedTopic, fit: float) -> Object:
    return {"id": topic.id, "title": topic.title, "boards": topic.boards, "score": fit}


def proposed_concordance(
    protocols: Sequence[Protocol], proposal: Proposal, translate: Translate
) -> Concordance:
    """Return a proposal's topics as a concordance in which every answer is a proposal."""
    clauses = dict(placed_items(protocols))
    texts = {place: clause_text(item) for place, item in clauses.items()}
    whole = set_of_texts(texts.values())
    topics: list[Topic] = []
    taken: set[str] = set()
    titles: set[str] = set()
    for proposed in proposal.topics:
        places = (proposed.central, *(p for p in proposed.members if p != proposed.central))
        title = proposed_title([texts[place] for place in places], whole, translate, titles)
        titles.add(title)
        topic = _topic(proposed, title, clauses[proposed.central].kind, taken)
        taken.add(topic.id)
        topics.append(topic)
    return Concordance(
        subject="",
        title=translate(TITLE),
        themes=(Theme(id=THEME, title=translate(THEME_TITLE)),),
        topics=tuple(topics),
    )


def _topic(proposed: ProposedTopic, title: str, kind: Kind, taken: set[str]) -> Topic:
    return Topic(
        id=topic_id(proposed.members, taken),
        title=title,
        theme=THEME,
        audience=Audience.EVERYONE,
        kind=kind,
        answers=tuple(
            Answer(place=place, standing=AnswerStanding.PROPOSED) for place in proposed.members
        ),
    )


def _scores(concordance: Concordance, proposal: Proposal) -> dict[str, TopicScore]:
    links = {(link.left, link.right): link.score for link in proposal.links}
    return {
        topic.id: TopicScore(
            score=proposed.score,
            central=proposed.central,
            is_alone=proposed.is_alone,
            pairs=links,
        )
        for topic, proposed in zip(concordance.topics, proposal.topics, strict=True)
    }


def _address(protocol: Protocol, anchor: str) -> str:
    """Return a clause's address in the file that it came from, wherever that stands."""
    name = protocol.location.path.replace("\\", "/").rpartition("/")[2]
    return str(Place(name, anchor))
