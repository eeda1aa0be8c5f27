"""The clean template: what is recommended once, what is open, and few pages of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from drafted import DUTCH, from_template, subject, template
from protocolkit.checking.draft_remarks import draft_remarks
from protocolkit.checking.placeholders import check_placeholders
from protocolkit.document.facts import Organisation
from protocolkit.document.model import Clause
from protocolkit.document.outline import addressable, clause_text, clauses, labels, sections
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.clean_template import CLEAN_NAME, make_clean
from protocolkit.drafting.new.essentials import essentials
from protocolkit.drafting.template.document import Draft
from protocolkit.drafting.template.subject_template import public
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_MOST_PAGES = 8


@pytest.fixture(scope="module")
def clean() -> Draft:
    """Return the clean template on social media, made once."""
    return make_clean(template(), public(subject().protocols), DUTCH, draft_remarks)


def test_it_has_the_wordings_of_a_draft_without_answers(clean: Draft) -> None:
    draft = from_template(Answers(organisation=Organisation(name="Stichting De Regenboog")))
    said = {(e.topic, e.choice) for e in draft.facts.provenance if e.anchor and e.choice}
    taken = {(e.topic, e.choice) for e in clean.protocol.facts.provenance if e.anchor}
    assert said <= taken
    texts = Counter(clause_text(item) for item in addressable(clean.protocol))
    assert texts.most_common(1)[0][1] == 1


def test_what_boards_disagree_on_is_open_with_what_they_differ_in_beside_it(clean: Draft) -> None:
    contested = {t.id for t in template().topics if t.is_contested and not t.is_optional}
    blank = {p.anchor for p in check_placeholders(clean.protocol)}
    assert contested <= blank
    beside = {comment.anchor: comment.text for comment in clean.extras.comments}
    assert contested <= set(beside)
    why = {topic.id: topic.why.in_words(DUTCH) for topic in template().topics}
    assert all(beside[topic].startswith(why[topic]) for topic in contested)
    assert any("\n" in beside[topic] for topic in contested)


def test_what_every_protocol_needs_is_there_and_told_apart(clean: Draft) -> None:
    ours = {c.anchor for c in clean.extras.comments if "geen bestuur" in c.text}
    assert ours == {"beslissen", "informeren", "vertrouwenspersoon", "klachten"} | {
        "evaluatie",
        "inwerkingtreding",
        "vaststelling",
    }
    assert ours <= {found.id for found in essentials()}


def test_it_reads_back_and_is_no_longer_than_somebody_reads(clean: Draft, tmp_path: Path) -> None:
    made = clean.protocol
    again = read_protocol_text(write_protocol(made), subject=made.subject, slug=CLEAN_NAME)
    assert not again.problems
    assert [clause_text(c) for c in clauses(again.protocol)] == [
        clause_text(c) for c in clauses(made)
    ]
    path = tmp_path / "kort.pdf"
    path.write_bytes(write_pdf(made, clean.cover, DUTCH, extras=clean.extras))
    assert 3 < len(pypdfium2.PdfDocument(path)) <= _MOST_PAGES


def test_what_is_odd_and_what_does_not_go_together_is_told(clean: Draft) -> None:
    named = labels(clean.protocol)
    text = replace(clean.protocol, parts=clean.protocol.parts[:-1])
    odd = draft_remarks(text, DUTCH)
    (last,) = (s for s in sections(clean.protocol) if s.anchor == "let-op")
    at_end = [clause_text(part) for part in last.parts if isinstance(part, Clause)]
    quoted = str.maketrans("[]", "()")
    assert sorted(at_end) == sorted(f"{named[a]}: {said}".translate(quoted) for a, said in odd)
    # what is quoted there is no place to fill in
    assert "let-op" not in {p.anchor.rpartition("-")[0] for p in check_placeholders(clean.protocol)}
    told = " ".join(at_end)
    for words in ("in 'bericht te voorzien de'", "Twitter", "WhatsApp", "dit gaat niet samen met"):
        assert words in told, words
    # another board has this rule without the fault
    assert "sprake is een" not in told
    assert "eindigt met ‘;’" not in told
    beside = {comment.anchor: comment.text for comment in clean.extras.comments}
    known = {clause.anchor for clause in clauses(clean.protocol)}
    assert {anchor for anchor, _ in odd} & known <= set(beside)
    # no letter of the whole template, which stands nowhere here
    assert not any(
        re.match(r"[A-Z] / [A-Z]:", line) for c in beside.values() for line in c.split("\n")
    )
