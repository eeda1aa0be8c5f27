"""No draft has a heading that tells of our own work: 'Voorstellen, nog niet gecontroleerd'."""

from __future__ import annotations

from dataclasses import replace

from drafted import DUTCH, SCHOOL, subject, template
from protocolkit.alignment.topics_writer import THEME_TITLE
from protocolkit.comparison.concordance import Theme
from protocolkit.drafting.new.answers import Answers
from protocolkit.drafting.new.merging import draft_from_merge, make_merge
from protocolkit.drafting.new.new_protocol import draft_from_template
from protocolkit.drafting.new.theme_headings import AGREEMENTS, headed_themes

_UNCHECKED = DUTCH(THEME_TITLE)


def test_what_was_proposed_stands_under_a_heading_that_says_what_it_is() -> None:
    themes = (Theme(id="voorstellen", title=_UNCHECKED), Theme(id="beeld", title="Beeld"))
    assert [theme.title for theme in headed_themes(themes, DUTCH)] == ["Afspraken", "Beeld"]


def test_a_title_that_a_person_gave_stays() -> None:
    theme = Theme(id="voorstellen", title="Beeld en geluid")
    assert headed_themes([theme], DUTCH) == (theme,)


def test_drafts_have_it_from_the_template_and_of_two_boards() -> None:
    answers = Answers(subject="sociale-media", organisation=SCHOOL)
    first, *rest = template().themes
    proposed = replace(template(), themes=(replace(first, title=_UNCHECKED), *rest))
    titles = [group.title for group in draft_from_template(proposed, answers, DUTCH).groups]
    assert DUTCH(AGREEMENTS) in titles
    assert _UNCHECKED not in titles
    found = subject()
    assert found.concordance is not None
    one, *more = found.concordance.themes
    known = replace(found.concordance, themes=(replace(one, title=_UNCHECKED), *more))
    left, right, *others = found.protocols
    merge = make_merge(left, right, known, others)
    titles = [group.title for group in draft_from_merge(merge, answers, DUTCH).groups]
    assert DUTCH(AGREEMENTS) in titles
    assert _UNCHECKED not in titles
