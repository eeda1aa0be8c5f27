from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.location import Location
from protocolkit.checking.check import check_collection, check_protocol
from protocolkit.checking.evidence import check_evidence
from protocolkit.checking.numbering import check_numbering
from protocolkit.collection import read_collection
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.facts import Acceptance, Facts, Organisation
from protocolkit.reading.reader import read_protocol_text
from seeds import collection, protocol

_HEAD = "---\nprotocol:\n  title: T\n  organisation: {name: X}\n"
_BODY = "---\n\n# T\n\n{#a}\n1. Een.\n\n{#b}\n3. Drie.\n"
_TOPICS = (
    "themes: [{id: t, title: T}]\n"
    "topics:\n  - {id: q, title: Mag dit?, theme: t, clauses: {x: [a]}}\n"
    "alone: {x: [b]}\n"
)


def _codes(
    tmp_path: Path, head: str = _HEAD, body: str = _BODY, topics: str = _TOPICS
) -> list[str]:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    (folder / "x.md").write_text(head + body, "utf-8")
    if topics:
        (folder / "topics.yml").write_text(topics, "utf-8")
    return [found.code.name for found in check_collection(read_collection(tmp_path))]


def test_this_repository_has_no_unaccepted_problem() -> None:
    assert check_collection(collection()) == ()


def test_the_jump_in_oponoa_is_seen_and_accepted() -> None:
    found = list(check_numbering(protocol("oponoa")))
    assert [(p.code.name, p.anchor) for p in found] == [("number-jump", "art-4-1-7")]
    accepted = protocol("oponoa").facts.accepted
    assert ("number-jump", "art-4-1-7") in [(entry.code, entry.anchor) for entry in accepted]
    assert all(isinstance(entry, Acceptance) and entry.reason for entry in accepted)


def test_an_accepted_oddity_is_no_problem(tmp_path: Path) -> None:
    head = _HEAD + "  accepted: [{code: number-jump, anchor: b, reason: staat zo in de bron}]\n"
    assert _codes(tmp_path, head) == []


@pytest.mark.parametrize(
    ("accepted", "codes"),
    [
        ("[]", ["number-jump"]),
        ("[{code: number-jump, anchor: b}]", ["acceptance-reason"]),
        ("[{code: number-jump, anchor: a, reason: x}]", ["acceptance-unused", "number-jump"]),
        ("[{code: iets-anders, reason: x}]", ["acceptance-unused", "number-jump"]),
    ],
)
def test_accepting_needs_a_reason_and_something_to_accept(
    tmp_path: Path, accepted: str, codes: list[str]
) -> None:
    assert _codes(tmp_path, f"{_HEAD}  accepted: {accepted}\n") == codes


_CALM = "---\n\n# T\n\n{#a}\n1. Een.\n\n{#b}\n2. Twee.\n"


@pytest.mark.parametrize(
    ("topics", "codes"),
    [
        (_TOPICS, []),
        ("", ["topics-missing"]),
        (f"format: 99\n{_TOPICS}", ["format-newer"]),
        (_TOPICS.replace("alone: {x: [b]}", ""), ["topic-left-out"]),
        (_TOPICS.replace("[b]", "[a, b]"), ["topic-alone-too"]),
        (_TOPICS.replace("[b]", "[b, c]"), ["topic-anchor"]),
        (_TOPICS.replace("alone: {", "alone: {y: [a], "), ["topic-organisation"]),
        (_TOPICS.replace("[a]", "[a, a]"), ["topic-answer-twice"]),
        (_TOPICS.replace("{x: [a]}", "{x: [a]}, rejected: {x: [a]}"), ["topic-rejected-too"]),
        (_TOPICS.replace("{x: [a]}", "{x: [a]}, proposed: {x: [b]}"), []),
        (
            _TOPICS.replace("topics:\n", "topics:\n  - {id: z, title: Leeg?, theme: t}\n"),
            ["topic-empty"],
        ),
    ],
)
def test_topics_cover_every_clause_once(tmp_path: Path, topics: str, codes: list[str]) -> None:
    assert _codes(tmp_path, body=_CALM, topics=topics) == codes


def test_a_source_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim", "utf-8")
    head = _HEAD + "  source: {file: ../../secret.txt}\n"
    assert _codes(tmp_path, head, _CALM) == ["source-missing"]


def test_facts_need_proof_in_the_source(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "s" / "bron"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text("T\n1. Een.\n2. Twee.\n", "utf-8")
    head = (
        _HEAD + "  dated: 2019-05\n  source: {file: bron/x.txt}\n"
        "  supplied: [organisation.kind]\n  evidence: {dated: mei 2019}\n"
        "  approvals:\n"
        "    - {body: MR, decision: verleend, date: 2020-03-04, words: MR op 4 maart 2020}\n"
    )
    (tmp_path / "protocols" / "s" / "x.md").write_text(head + _CALM, "utf-8")
    (tmp_path / "protocols" / "s" / "topics.yml").write_text(_TOPICS, "utf-8")
    found = check_collection(read_collection(tmp_path))
    assert sorted(problem.code.name for problem in found) == [
        "decision-after-date",
        "fact-unproven",  # the organisation's name
        "fact-words",  # the date
        "fact-words",  # the approval
    ]


@pytest.mark.parametrize(
    ("dated", "words", "code"),
    [
        ("2019-06", "mei 2019", "fact-date"),
        ("2019-05", "mei 2019", ""),
        ("2018-05-24", "24 mei 2018", ""),
        ("2018-05-25", "24 mei 2018", "fact-date"),
    ],
)
def test_a_date_and_its_words_agree(tmp_path: Path, dated: str, words: str, code: str) -> None:
    folder = tmp_path / "protocols" / "s" / "bron"
    folder.mkdir(parents=True)
    (folder / "x.txt").write_text(f"T {words}", "utf-8")
    head = (
        f"{_HEAD}  dated: {dated}\n  source: {{file: bron/x.txt}}\n"
        f"  supplied: [organisation.name, organisation.kind]\n  evidence: {{dated: {words}}}\n"
    )
    body = f"---\n\n# T\n\n{{#a}}\n{words}\n"
    (tmp_path / "protocols" / "s" / "x.md").write_text(head + body, "utf-8")
    (tmp_path / "protocols" / "s" / "topics.yml").write_text(
        _TOPICS.replace("alone: {x: [b]}", ""), "utf-8"
    )
    names = [found.code.name for found in check_collection(read_collection(tmp_path))]
    assert names == ([code] if code else [])


def _run(form: str, counts: str) -> str:
    return "".join(f"{{#n-{n.lower()}}}\n{form.format(n)}\n\n" for n in counts.split())


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("{#a}\n1. x\n\n{#b}\n2. x\n", []),
        ("{#a}\n1. x\n\n{#b}\n1. x\n", ["number-repeat"]),
        ("{#a}\n1. x\n\n{#b}\n4. x\n", ["number-jump"]),
        ("{#a}\n3. x\n", ["number-jump"]),
        ("{#a}\n14. x\n\n{#b}\n14a. x\n\n{#c}\n14b. x\n\n{#d}\n15. x\n", ["number-jump"]),
        ("{#a}\n1. x\n\n{#b}\nTekst.\n\n{#c}\n1. x\n", []),
        ("{#h}\n## 1 A\n\n{#a}\n1. x\n\n{#i}\n## 2 B\n\n{#b}\n2. x\n", []),
        ("{#h}\n## 1 A\n\n{#i}\n## 3 B\n", ["number-jump"]),
        ("{#h}\n## 1 A\n\n{#i}\n## 1 B\n", ["number-repeat"]),
        (
            "{#a}\nArtikel 1 x\n\n{#h}\n## B\n\n{#b}\nArtikel 2 x\n\n{#c}\nArtikel 4 x\n",
            ["number-jump"],
        ),
        ("{#a}\na) x\n\n{#b}\nb) x\n\n{#c}\nd) x\n", ["number-jump"]),
        ("{#a}\n- x\n\n{#b}\n- y\n", []),
        (_run("## {}. X", "I II III IV V VI"), []),
        (_run("## {} X", "I II III IV V VI"), []),
        (_run("## Hoofdstuk {} X", "I II III IV V VI"), []),
        (_run("## {}. X", "I II III V"), ["number-jump"]),
        (_run("{}. x", "A B C D E F G H I J"), []),
        (_run("{}) x", "a b c d e f g h i j"), []),
        (_run("{}. x", "a b c d e f g i j"), ["number-jump"]),
        (_run("{}) x", "i ii iii iv v vi"), []),
        (_run("Artikel {} x", "I II III IV V VI"), []),
        (
            "{#h}\n## 1 A\n\n" + _run("{}. x", "A B C D E F G H") + "{#i}\n## 2 B\n\n{#ix}\nI. x\n",
            [],
        ),
    ],
)
def test_numbers_that_jump_or_repeat(body: str, codes: list[str]) -> None:
    read = read_protocol_text(f"# T\n\n{body}").protocol
    assert [found.code.name for found in check_numbering(read)] == codes


@pytest.mark.parametrize(
    ("body", "words", "codes"),
    [
        ("MR", "instemming van de MR op 4 maart 2020", []),
        ("GMR", "instemming van de MR op 4 maart 2020", ["fact-unproven"]),
        ("MR", "instemming van de GMR op 4 maart 2020", ["fact-words"]),
        ("MR", "", ["fact-words"]),
    ],
)
def test_the_words_of_an_approval_stand_in_the_source_and_name_the_body(
    body: str, words: str, codes: list[str]
) -> None:
    approval = Approval(
        body=body,
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        date="2020-03-04",
        words=words,
    )
    facts = Facts(
        organisation=Organisation(name=""),
        approvals=(approval,),
        supplied=("organisation.kind",),
    )
    source = "Vastgesteld na instemming van de MR op 4 maart 2020."
    found = check_evidence(facts, source, Location("x.md"))
    assert [problem.code.name for problem in found] == codes


@pytest.mark.parametrize(("settings", "found"), [("", True), ("  title_supplied: true\n", False)])
def test_a_title_that_we_gave_is_not_held_against_its_writer(settings: str, *, found: bool) -> None:
    text = (
        f"---\nprotocol:\n  title: Regels,, en zo\n{settings}---\n\n# Regels,, en zo\n\n1. Een.\n"
    )
    codes = [problem.code.name for problem in check_protocol(read_protocol_text(text).protocol)]
    assert ("punctuation-doubled" in codes) == found
