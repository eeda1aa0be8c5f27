"""What a topic's page shows, as data: who has it, and how many of them to the letter."""

from __future__ import annotations

from protocolkit.collection import Subject
from protocolkit.site.comparison.data import make_comparison
from protocolkit.site.comparison.likeness import Likeness
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.topics.view import TopicView, TopicViews
from small_boards import board, line_up

_RULE = "Wie pest, gaat naar de mentor."


def _view(texts: dict[str, str], settings: dict[str, str] | None = None) -> TopicView:
    boards = [
        board(slug, text, settings=(settings or {}).get(slug, "")) for slug, text in texts.items()
    ]
    named = ", ".join(f"{slug}: [a-1]" for slug in texts)
    topic = f"  - {{id: vraag, title: Mag dit?, theme: t, clauses: {{{named}}}}}\n"
    matrix, judgements = line_up(boards, topic)
    subject = Subject(slug="regels", protocols=tuple(boards), concordance=None)
    compared = ComparedSubject(subject=subject, matrix=matrix, judgements=judgements)
    return TopicViews(make_comparison(compared)).view(0)


def test_only_what_is_equal_to_the_letter_counts_as_verbatim() -> None:
    view = _view({"aa": _RULE, "bb": _RULE, "cc": _RULE.replace(",", ""), "dd": _RULE})
    (variant,) = view.variants
    shown = {one.column.slug: one.likeness for one in variant.clauses}
    assert shown == {
        "aa": Likeness.LITERAL,
        "bb": Likeness.LITERAL,
        "cc": Likeness.BUT_NAMES,
        "dd": Likeness.LITERAL,
    }
    assert (variant.verbatim, view.verbatim) == (3, 3)


def test_one_alone_is_equal_to_nobody() -> None:
    view = _view({"aa": _RULE, "bb": "Ouders betalen de schade."})
    assert [variant.verbatim for variant in view.variants] == [1, 1]
    assert view.verbatim == 0


def test_a_document_that_breaks_off_is_counted_by_itself() -> None:
    cut_off = {"bb": "  source: {file: bron/bb.txt, complete: false}\n"}
    view = _view({"aa": _RULE, "bb": _RULE}, cut_off)
    assert (view.found, view.complete, view.also) == (1, 1, 1)
