"""The text of a paragraph with all that belongs to it: pieces of it, and pieces put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.base.messages import mark
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.source.lines import Mark, MarkKind
from protocolkit.reading.words_left_out import UNSEEN, LeftOut, LeftOutReason

_WHY = mark("not sure")
_OTHER = mark("not sure either")
_HIDDEN = LeftOutReason.HIDDEN
_SEEN = next(reason for reason in LeftOutReason if reason not in UNSEEN)


def _runs(text: str, *breaks: int) -> Runs:
    marks = [Mark(begin=at, end=at + 1, kind=MarkKind.BREAK) for at in breaks]
    return Runs(text=text, marks=marks)


def _typed(text: str) -> list[str]:
    """Return the lines of a text in which ``|`` is a line break."""
    breaks = [at for at, sign in enumerate(text) if sign == "|"]
    return [line.text for line in _runs(text.replace("|", "\n"), *breaks).lines()]


def test_lines_that_begin_with_a_marker_are_a_list() -> None:
    assert _typed("1. een|2. twee|3. drie") == ["1. een", "2. twee", "3. drie"]
    assert _typed("Vooraf:|- een|- twee") == ["Vooraf:", "- een", "- twee"]
    assert _typed("1. een|gaat door|2. twee") == ["1. een\ngaat door", "2. twee"]


def test_one_marker_or_none_is_no_list() -> None:
    assert _typed("Vooraf:|- een") == ["Vooraf:\n- een"]
    assert _typed("een|twee") == ["een\ntwee"]
    assert _typed("1. een") == ["1. een"]


def _below_bold(text: str, end: int) -> list[tuple[str, bool]]:
    runs = _runs(text.replace("|", "\n"), *(at for at, sign in enumerate(text) if sign == "|"))
    runs.marks.append(Mark(begin=0, end=end, kind=MarkKind.STRONG))
    runs.bold = end
    runs.leave("niet", _HIDDEN)
    runs.left_out.insert(0, LeftOut(text="nooit", reason=_HIDDEN, at=text.index("|")))
    lines = runs.lines()
    assert [found.text for line in lines for found in line.left_out] == ["nooit", "niet"]
    return [(line.text, line.is_bold) for line in lines]


def test_a_line_in_bold_above_others_is_a_line_of_its_own() -> None:
    assert _below_bold("Wanneer?|Nooit.|Of later.", 8) == [
        ("Wanneer?", True),
        ("Nooit.\nOf later.", False),
    ]
    assert _below_bold("Wanneer?|- nooit|- later", 8) == [
        ("Wanneer?", True),
        ("- nooit", False),
        ("- later", False),
    ]
    assert _below_bold("Wanneer wel?|Nooit.", 7) == [("Wanneer wel?\nNooit.", False)]
    assert _below_bold("Wanneer?|Nooit.", 15) == [("Wanneer?\nNooit.", True)]
    assert len(_below_bold(f"{'Wie belt ' * 12}|Nooit.", 108)) == 1


def test_what_is_bold_has_all_its_words_bold() -> None:
    assert Runs(text="vet ", bold=3).is_bold
    assert not Runs(text="vet en niet", bold=3).is_bold
    assert not Runs(text="  ", bold=2).is_bold
    assert not Runs(text=" ").has_words
    assert Runs(text=" a").has_words


def test_what_was_added_is_not_in_the_file() -> None:
    made = Runs()
    made.say("1. ", is_added=True)
    made.say("De school")
    made.say("", is_added=True)
    made.say("[1]", is_added=True)
    made.say(" mag")
    assert made.text == "1. De school[1] mag"
    assert made.held == "De school mag"
    assert len(made.added) == 2
    assert Runs(text="De school").after("a. ").held == "De school"


def test_doubts_that_follow_each_other_are_one() -> None:
    made = Runs()
    made.say("zeker ")
    made.say("mis", doubt=_WHY)
    made.say("schien", doubt=_WHY)
    made.say("  ", doubt=_OTHER)
    made.say("anders", doubt=_OTHER)
    made.say(" zeker")
    made.say("weer", doubt=_OTHER)
    assert [made.text[d.begin : d.end] for d in made.doubts] == ["misschien", "anders", "weer"]
    made.doubt_here(_WHY)
    assert (made.doubts[-1].begin, made.doubts[-1].end) == (len(made.text), len(made.text))


def test_what_is_left_out_in_one_place_for_one_reason_is_told_together() -> None:
    made = Runs(text="De ")
    made.leave("ver", _HIDDEN)
    made.leave("", _SEEN)
    made.leave("borgen", _HIDDEN)
    made.leave("los", _SEEN)
    made.say("school")
    made.leave("later", _SEEN)
    made.leave("elders", _SEEN, "noot")
    assert [(one.text, one.reason, one.at, one.part) for one in made.left_out] == [
        ("verborgen", _HIDDEN, 3, ""),
        ("los", _SEEN, 3, ""),
        ("later", _SEEN, 9, ""),
        ("elders", _SEEN, 9, "noot"),
    ]


def test_only_what_nobody_saw_beside_words_was_part_of_a_sentence() -> None:
    left = [
        LeftOut(text="a", reason=_HIDDEN, at=0),
        LeftOut(text="b", reason=_SEEN, at=0),
        LeftOut(text=" ", reason=_HIDDEN, at=0),
    ]
    judged = Runs(text="De school", left_out=list(left)).judged().left_out
    assert [(one.text, one.is_in_sentence) for one in judged] == [("a", True), ("b", False)]
    alone = Runs(text="", left_out=list(left)).judged().left_out
    assert [one.is_in_sentence for one in alone] == [False, False]


def _full(text: str) -> Runs:
    """Return a text with something of each kind at its words."""
    made = Runs(size=10.0, bookmarks=["begin"], bold=len(text))
    for number, word in enumerate(text.split("|")):
        made.marks.append(
            Mark(begin=len(made.text), end=len(made.text) + len(word), kind=MarkKind.STRONG)
        )
        made.leave(f"weg{number}", _HIDDEN)
        made.say(word, is_added=number % 2 == 1, doubt=_WHY if number % 3 == 0 else None)
    return made


_PARTS = st.lists(st.sampled_from(["De ", "school", " mag", " dit"]), min_size=1, max_size=5)


@examples(60)
@given(_PARTS.map("|".join), st.data())
def test_two_pieces_put_together_are_the_whole(text: str, data: st.DataObject) -> None:
    whole = _full(text)
    at = data.draw(st.integers(0, len(whole.text)))
    first, second = whole.between(0, at), whole.between(at, len(whole.text))
    assert first.text + second.text == whole.text
    assert first.held + second.held == whole.held
    for piece in (first, second):
        spans = [*((m.begin, m.end) for m in piece.marks), *piece.added]
        spans += [(d.begin, d.end) for d in piece.doubts]
        assert all(0 <= begin <= end <= len(piece.text) for begin, end in spans)
        assert piece.is_bold or not piece.has_words
        assert piece.size == whole.size
    told = [one.text for one in (*first.left_out, *second.left_out)]
    if 0 < at < len(whole.text):
        assert told == [one.text for one in whole.left_out]
    assert first.bookmarks == ["begin"]
    if at:
        assert second.bookmarks == []


@examples(60)
@given(_PARTS.map("|".join), st.data())
def test_nothing_that_was_left_out_goes_with_a_beginning_or_an_end(
    text: str, data: st.DataObject
) -> None:
    whole = _full(text)
    at = data.draw(st.integers(0, len(whole.text)))
    told = [one.text for one in whole.left_out]
    before, without = whole.before(at), whole.without(at)
    assert (before.text, without.text) == (whole.text[:at], whole.text[at:])
    assert sorted({one.text for one in before.left_out}) == sorted(told)
    assert sorted({one.text for one in without.left_out}) == sorted(told)
    assert without.bookmarks == ["begin"]
    assert [one.text for one in whole.unseen().left_out] == told
    assert whole.unseen().text == ""


def test_texts_are_put_together_with_a_space_where_both_have_words() -> None:
    one, other = _full("De |school"), _full("mag")
    one.append(other)
    assert one.text == "De school mag"
    last = one.marks[-1]
    assert one.text[last.begin : last.end] == "mag"
    assert one.text[one.doubts[-1].begin : one.doubts[-1].end] == "mag"
    assert one.left_out[-1].at == len("De school ")
    empty = Runs()
    empty.append(Runs(text="mag"))
    empty.append(Runs())
    assert empty.text == "mag"


def test_spaces_at_the_begin_are_taken_off() -> None:
    assert Runs(text="  De school ").stripped().text == "De school "
