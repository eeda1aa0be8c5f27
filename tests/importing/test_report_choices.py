"""What a report says of a place that can be read in another way."""

from __future__ import annotations

from protocolkit.importing.report_choices import ReadingChoice, ReadingChoices
from protocolkit.importing.structure.choices import Choice, Question, Reading

_COMMAND = "protocol import x.docx"


def _choice(source: str, text: str, *, is_chosen: bool = False, is_doubted: bool = True) -> Choice:
    begin = source.index(text)
    return Choice(
        key=f"kop-{begin}",
        question=Question.HEADING,
        reading=Reading.HEADING,
        begin=begin,
        end=begin + len(text),
        is_chosen=is_chosen,
        is_doubted=is_doubted,
    )


def _choices(source: str, *made: Choice) -> ReadingChoices:
    return ReadingChoices(source, made, _COMMAND, str)


def _said(source: str, text: str, *, is_chosen: bool = False) -> str:
    choice = _choice(source, text, is_chosen=is_chosen)
    [found] = _choices(source, choice).within(0, len(source))
    return found.says


def test_a_place_is_told_with_its_line_and_the_other_reading() -> None:
    source = "Eerst\nOver  het\nhek\n"
    [found] = _choices(source, _choice(source, "Over  het\nhek")).within(0, len(source))
    assert found.says == "Line 2 ('Over het hek'): now it is a heading."
    [offer] = found.offers
    assert offer.says == "Otherwise it is text. Then type:"
    assert offer.command == f"{_COMMAND} --choose kop-6=tekst"


def test_what_a_person_chose_is_told_as_chosen() -> None:
    said = _said("Over het hek", "Over het hek", is_chosen=True)
    assert said == "Line 1 ('Over het hek'): as you chose, it is a heading."


def test_sixty_signs_of_a_place_are_shown_and_one_long_word_whole() -> None:
    longest = "woord " * 9 + "zesse."
    assert len(longest) == 60
    assert f"('{longest}')" in _said(longest, longest)
    assert f"('{'woord ' * 9}...')" in _said(f"{longest}x", f"{longest}x")
    word = "w" * 80
    assert f"('{word}')" in _said(word, word)


def test_places_are_found_by_where_they_begin() -> None:
    source = "een\ntwee\ndrie\n"
    twee, drie = _choice(source, "twee"), _choice(source, "drie", is_doubted=False)
    choices = _choices(source, drie, twee)

    def lines(found: tuple[ReadingChoice, ...]) -> list[str]:
        return [one.says.partition(" (")[0] for one in found]

    assert lines(choices.within(0, 4)) == []
    assert lines(choices.within(4, 5)) == ["Line 2"]
    assert lines(choices.within(0, len(source))) == ["Line 2"], "what is sure is not doubted"
    assert lines(tuple(choices.undoubted())) == ["Line 3"]
