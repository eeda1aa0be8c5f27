"""An answers file reads back what was written, and says what is wrong with its line."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.base.formats import KEY
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Organisation, OrganisationKind
from protocolkit.drafting.new.answers import Answers, read_answers_text, write_answers
from protocolkit.exchange.all_schemas import schema_text
from protocolkit.exchange.answers_file import AnswersFile
from protocolkit.reading.found_problems import Report

_TEXTS = st.text(max_size=12).map(lambda text: " ".join(text.split()))
_KEYS = st.sampled_from(["bij-twijfel", "melden", "school", "null", "ja: nee"])
_MAPPINGS = st.dictionaries(_KEYS, _TEXTS, max_size=3)
_ANSWERS = st.builds(
    Answers,
    subject=st.sampled_from(["", "sociale-media", "no"]),
    adopts=st.sampled_from(["", "oponoa"]),
    merges=st.sampled_from([(), ("a", "b")]),
    organisation=st.builds(
        Organisation,
        name=_TEXTS.filter(bool),
        kind=st.sampled_from(OrganisationKind),
        sector=st.sampled_from(["", "po"]),
        parent=_TEXTS,
        aliases=st.lists(_TEXTS.filter(bool), max_size=2).map(tuple),
    ),
    schools=st.lists(_TEXTS.filter(bool), max_size=2).map(tuple),
    functions=_MAPPINGS,
    systems=_MAPPINGS,
    choices=_MAPPINGS,
    texts=_MAPPINGS,
    edits=_MAPPINGS,
    terms=_MAPPINGS,
    placeholders=_MAPPINGS,
)


@examples(60)
@given(_ANSWERS, _TEXTS)
def test_what_is_written_reads_back(answers: Answers, remark: str) -> None:
    text = write_answers(answers, ["organisation.kind"], {"bij-twijfel": remark})
    report = Report("a.yml")
    assert read_answers_text(text, report) == answers
    assert not report.problems


def test_an_unknown_key_is_named_with_its_line() -> None:
    report = Report("a.yml")
    read_answers_text("subject: x\nonderwerp: y\n", report)
    (found,) = report.problems
    assert (found.code.name, str(found.location)) == ("yaml-unknown-key", "a.yml:2")


def test_the_published_schema_has_the_same_keys() -> None:
    schema = json.loads(schema_text("answers"))
    known = set(schema["properties"])
    text = "\n".join(f"{key}:" for key in sorted(known))
    report = Report("a.yml")
    read_answers_text(text, report)
    assert not report.problems
    assert known == {KEY, *declared(AnswersFile)}


def test_the_start_from_the_template_is_remembered() -> None:
    text = write_answers(Answers(subject="s"), ["subject", "start"], {})
    assert "adopts" in read_answers_text(text, Report("a")).lines


def test_schools_in_a_row_are_joined_as_the_words_around_them_ask() -> None:
    two = Answers(schools=("De Wal", "De Dijk"))
    assert two.value("namen-van-scholen") == "De Wal en De Dijk"
    assert two.value("namen-van-scholen-of") == "De Wal of De Dijk"
    assert two.value("namen-van-scholen-en-of") == "De Wal en/of De Dijk"
    typed = Answers(placeholders={"namen-van-scholen": "De Wal, De Dijk en De Terp"})
    assert typed.value("namen-van-scholen-en-of") == "De Wal, De Dijk en/of De Terp"
    assert Answers(schools=("De Wal",)).value("namen-van-scholen-of") == "De Wal"
