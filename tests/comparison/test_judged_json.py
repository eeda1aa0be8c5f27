"""The matrix as JSON with what is said of it: for every output, and for others."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from protocolkit.comparison.judged_json import judged_json
from protocolkit.comparison.judgements import judge
from protocolkit.document.fingerprints import protocol_fingerprint
from seeds import collection, matrix
from small_boards import board, line_up, topic_line


@cache
def content() -> dict[str, Any]:
    protocols = collection().protocols
    found = json.loads(judged_json(matrix(), judge(matrix(), protocols), protocols, {}))
    assert isinstance(found, dict)
    return found


def test_every_clause_in_a_topic_is_in_one_variant() -> None:
    for topic in content()["topics"]:
        cells = topic["cells"].items()
        places = {(slug, c["anchor"]) for slug, cell in cells for c in cell["clauses"]}
        members = [
            (member["organisation"], member["anchor"])
            for variant in topic["variants"]
            for member in variant["members"]
        ]
        assert len(members) == len(places)
        assert set(members) == places


def test_each_text_has_its_whole_check_code() -> None:
    codes = {one["slug"]: one["fingerprint"] for one in content()["organisations"]}
    assert codes == {one.slug: protocol_fingerprint(one) for one in collection().protocols}


def test_an_incomplete_source_counts_in_no_figure() -> None:
    found = content()
    complete = {one["slug"] for one in found["organisations"] if one["complete"]}
    assert len(complete) < len(found["organisations"])
    for topic in found["topics"]:
        have = {slug for slug, cell in topic["cells"].items() if cell["clauses"]}
        assert topic["complete"] == len(complete)
        assert topic["found"] == len(have & complete)


def test_boards_that_copied_each_other_are_one_family() -> None:
    families = {frozenset(family) for family in content()["kinship"]["families"]}
    assert frozenset({"cvo-baarn-soest", "lucas-onderwijs", "oponoa"}) in families
    assert frozenset({"verkruisen"}) in families


def test_names_in_a_variant_are_a_placeholder() -> None:
    texts = [v["text"] for topic in content()["topics"] for v in topic["variants"]]
    assert any("[naam]" in text for text in texts)
    assert not any("OPONOA" in text or "Lucas Onderwijs" in text for text in texts)


def test_places_are_counted_in_a_text_whose_runs_of_spaces_are_one() -> None:
    boards = [board("aa", "Op school  geldt:   de leerling  mag\n   niet   bellen.")]
    small, said = line_up(boards, topic_line("vraag", {"aa": ["a-1"]}))
    (topic,) = json.loads(judged_json(small, said, boards, {}))["topics"]
    (clause,) = topic["cells"]["aa"]["clauses"]
    assert clause["text"] == "Op school geldt: de leerling mag niet bellen."
    spans = [span for norm in clause["norms"] for span in (norm["sentence"], *norm["words"])]
    assert [clause["text"][begin:end] for begin, end in spans] == [clause["text"], "mag niet"]
