"""What does not go together is known to the composer as ``protocol new`` finds it."""

from __future__ import annotations

from typing import Any

from composed import DUTCH, template_made
from protocolkit.checking.together import drafted_clashes
from protocolkit.comparison.judgements import judge
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.new_protocol import draft_from_template
from protocolkit.drafting.template.sources import make_sources
from protocolkit.relations.among import Clash
from protocolkit.site.composer.clashes import board_contests, template_clashes
from small_boards import board, line_up, topic_line

_MAY = "Leerlingen mogen hun telefoon in de les gebruiken."
_MUST_NOT = "Leerlingen mogen hun telefoon in de les niet gebruiken."


def test_what_the_composer_tells_of_a_template_a_draft_with_both_has() -> None:
    template = template_made()
    told = list(template_clashes(template, DUTCH))
    assert {found.clash for found in told} >= {Clash.ALIKE, Clash.CONTRARY}
    for found in told:
        topics = {
            topic.id: ", ".join(c.id for c in topic.choices if c.id in {found.left, found.right})
            or "geen"
            for topic in template.topics
        }
        answers = Answers(subject="sociale-media", choices=topics)
        draft = draft_from_template(template, answers, DUTCH)
        made = assemble(draft, answers.facts, {}, Protocol(facts=answers.facts, title=(), parts=()))
        clashes = drafted_clashes(made)
        assert [clash.clash for clash in clashes] == [found.clash]
        # whoever reads the other one first is told it the other way round
        assert ("in de eerste staat" in found.told) is ("in de tweede staat" in found.told_back)


def test_two_wordings_of_one_topic_are_told_also_where_one_begins_with_a_name_to_fill_in() -> None:
    template = template_made()
    told = {
        frozenset((found.left, found.right)): found.clash
        for found in template_clashes(template, DUTCH)
    }
    [topic] = [topic for topic in template.topics if topic.id == "gebruik-tijdens-de-les"]
    [forbids, urges] = [
        next(choice for choice in topic.choices if words in choice.text)
        for words in ("niet toegestaan om tijdens de lessen actief te zijn op social", "moedigt")
    ]
    assert urges.text.startswith("[naam van het bestuur]")
    assert told[frozenset((forbids.id, urges.id))] is Clash.CONTRARY
    # What nobody chose yet is no clause of anybody.
    draft = draft_from_template(template, Answers(subject="sociale-media"), DUTCH)
    facts = Facts(organisation=Organisation(name=""))
    made = assemble(draft, facts, {}, Protocol(facts=facts, title=(), parts=()))
    opened = {clause.anchor for clause in clauses(made) if "[kies een" in clause_text(clause)}
    assert opened
    found = drafted_clashes(made)
    assert opened.isdisjoint(one.name for pair in found for one in (pair.left, pair.right))


def test_of_two_boards_it_tells_on_what_they_disagree_from_the_one_that_is_asked() -> None:
    boards = (board("aa", _MAY), board("bb", _MUST_NOT), board("cc", _MAY))
    matrix, _ = line_up(boards, topic_line("een", {slug: ["a-1"] for slug in ("aa", "bb", "cc")}))
    judged = judge(matrix, boards)
    sources = make_sources(matrix, judged, boards)
    [row] = judged.rows

    def told(slug: str) -> Any:
        return board_contests([Place(slug, "a-1")], row, sources, DUTCH)

    assert set(told("aa")) == {"bb"}
    assert set(told("bb")) == {"aa", "cc"}
    assert told("aa")["bb"] != told("bb")["aa"]
    assert "alleen in de tweede staat ‘niet’" in told("aa")["bb"][0]
    assert "alleen in de eerste staat ‘niet’" in told("bb")["aa"][0]
