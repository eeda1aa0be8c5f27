"""The composer's scripts and ``protocol new`` make the same of the same answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import seeds
from composed import (
    DUTCH,
    Composed,
    by_command,
    by_script,
    made_by_command,
    merge_of,
    template_made,
)
from programs import Start
from protocolkit.base.problems import Severity
from protocolkit.checking.check import check_protocol
from protocolkit.checking.one_term import mixed_terms
from protocolkit.checking.reader_forms import reader_forms
from protocolkit.checking.together import drafted_clashes
from protocolkit.checking.wording_faults import fault_lines, faults_apart
from protocolkit.document.cover_notices import open_sentence
from protocolkit.document.facts import Organisation, OrganisationKind
from protocolkit.document.fingerprints import is_as_written
from protocolkit.document.model import Block, Clause, Footnote, Protocol
from protocolkit.document.outline import clause_text, clauses, is_only_tables, labels
from protocolkit.drafting.new.answers import NONE, OWN, Answers
from protocolkit.drafting.new.appendices import still_open, whose_words
from protocolkit.drafting.new.arranging import sources_of
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import STANDARD, essentials, own_text
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.new.formulations import offered_blocks
from protocolkit.drafting.new.merging import BOTH, Merge, answer_of
from protocolkit.drafting.new.new_protocol import ALL, appendix_key
from protocolkit.drafting.template.values import AppendixKind, Choice
from protocolkit.paper.docx.clause_labels import fits_margin, printed_labels
from protocolkit.relations.among import Clash
from protocolkit.site.composer.terms import term_forms
from protocolkit.text.words import tokens
from protocolkit.wording.one_word import in_one_word

_BASE = Answers(subject="sociale-media", organisation=Organisation(name="Stichting De Brug"))


def _usual() -> dict[str, str]:
    """Return what the page has chosen before anybody chose."""
    return {
        topic.id: NONE
        if topic.is_optional
        else (first.id if (first := topic.recommended_in("")) else "")
        for topic in template_made().topics
    }


def _every(number: int) -> dict[str, str]:
    """Return on each topic another formulation than most have."""
    topics = template_made().topics
    return {t.id: t.choices[(n + number) % len(t.choices)].id for n, t in enumerate(topics)}


def _template_cases() -> Iterator[Answers]:
    first = template_made().topics[0]
    appendices = {appendix_key(kind): ALL for kind in AppendixKind}
    yield replace(_BASE, choices=_usual())
    yield replace(_BASE, choices=_every(0) | appendices, schools=("De Wilg", "De Eik"))
    yield replace(
        _BASE, choices={t.id: ", ".join(c.id for c in t.choices) for t in template_made().topics}
    )
    school = Organisation(name="De Wilg", kind=OrganisationKind.SCHOOL, parent="Stichting X")
    yield replace(_BASE, organisation=school, choices=_every(1), functions={"directeur": "rector"})
    own = {t.id: OWN for t in template_made().topics[3:6]}
    words = dict.fromkeys(own, "14a. Dit is van ons.\n# Tweede <b>alinea</b>.")
    yield replace(_BASE, choices=_usual() | own, texts=words)
    for edit in ("Een andere zin.", "a. Een andere zin.", "Een zin.\n\n- Nog een [x](y) zin."):
        chosen = {t.choices[0].id: t.id for t in template_made().topics}
        edits = {choice: f"{edit} Over {topic}." for choice, topic in chosen.items()}
        yield replace(_BASE, choices=_usual() | {first.id: first.choices[0].id}, edits=edits)


def _term_cases() -> Iterator[Answers]:
    """Yield answers with one word for one thing, for each word of each thing."""
    everything = {t.id: ", ".join(c.id for c in t.choices) for t in template_made().topics}
    first = template_made().topics[0]
    typed = "Sociaal media en whats app.\nWij kennen leraren. Social media, de docent: WhatsApp!"
    own = replace(_BASE, choices=everything | {first.id: OWN}, texts={first.id: typed})
    for number in range(max(len(f.inflected) for f in term_forms())):
        words = {f.key: f.inflected[number % len(f.inflected)][0] for f in term_forms()}
        yield replace(
            _BASE, choices=everything, terms=words, placeholders={"ouderportaal": "Whats app"}
        )
        yield replace(own, terms=words)


def _needed_cases() -> Iterator[Answers]:
    """Yield answers on what every protocol needs, each in every way that it can be answered."""
    out = {topic.id: NONE for topic in template_made().topics}
    keys = [found.key for found in essentials()]
    school = Organisation(name="de Wilg", kind=OrganisationKind.SCHOOL, parent="stichting X")
    for answer in (STANDARD, NONE, "", OWN):
        choices = out | dict.fromkeys(keys, answer)
        words = dict.fromkeys(keys, "Dit is van ons.\nEn dit.") if answer == OWN else {}
        yield replace(_BASE, choices=choices, texts=words, schools=("De Eik",))
        yield replace(_BASE, choices=choices, texts=words, organisation=school)
    # what somebody typed says something of it too
    first = template_made().topics[0]
    own = out | {first.id: OWN}
    for typed in (
        "Het bestuur evalueert dit.",
        "Een geëvalueerd plan.",
        "Bij een KLACHT belt u ons.",
    ):
        yield replace(_BASE, choices=own, texts={first.id: typed})


def _merge_cases() -> Iterator[Answers]:
    for pair in combinations(seeds.SLUGS, 2):
        topics = merge_of(*pair).topics
        sides = {t.topic.id: pair[0] if t.left else pair[1] for t in topics}
        shared = [t.topic.id for t in topics if t.left and t.right]
        answers = (*pair, BOTH, "", OWN, NONE)
        for shift in range(3):
            mixed = {topic: answers[(n + shift) % len(answers)] for n, topic in enumerate(shared)}
            own = {topic: f"Eigen {topic}." for topic, answer in mixed.items() if answer == OWN}
            yield replace(_BASE, merges=pair, choices=sides | mixed, texts=own)
        yield replace(_BASE, merges=pair, choices=sides | dict.fromkeys(shared, BOTH))


def _all_words(merge: Merge, answers: Answers) -> tuple[set[str], set[str]]:
    """Return the texts that a draft has to hold, and those that it may, from the choices alone.

    May hold: our own, and what says nothing without the words around it.
    """
    known = sources_of(seeds.collection().subjects[0].protocols)
    taken: dict[str, Choice] = {}
    texts, free = set[str](), {own_text(f, answers, merge.title, DUTCH) for f in essentials()}
    for found in merge.topics:
        answer = answer_of(found, answers, merge.slugs)
        sides = {merge.slugs[0]: found.left, merge.slugs[1]: found.right}
        sides[BOTH] = (*found.left, *found.right)
        taken |= {str(choice.origin.place): choice for choice in sides.get(answer, ())}
        texts.add(answers.own_words(found.topic.id))
        texts.add(f"[kies een formulering] {found.topic.title}" if not answer else "")
    taken |= {str(choice.origin.place): choice for own in merge.rest for choice in own}
    notes = {(c.origin.organisation, n.label): (c, n) for c in taken.values() for n in c.notes}
    said = {" ".join(tokens(clause_text(note))) for _, note in notes.values()}

    def filled_in(choice: Choice, blocks: Sequence[Block]) -> str:
        made = filled(blocks, choice.placeholders, lambda p: answers.value(p.key), {})
        return clause_text(Footnote(label="", blocks=made))

    for choice in taken.values():
        is_note = not choice.lead_in and " ".join(tokens(choice.text)) in said
        is_free = is_note or known.why_aside(choice) or known.why_loose(choice)
        (free if is_free else texts).add(filled_in(choice, offered_blocks(choice)))
    wanted = {filled_in(c, n.blocks) for c, n in notes.values() if not known.why_aside(c)}
    return _compared({*texts, *wanted} - {""}), _compared(free)


def _compared(texts: Iterable[str]) -> set[str]:
    """Return texts without what is new here or says nothing.

    That are the numbers of clauses that they refer to, the sign with which one of a list ends, and
    which word for one thing they have.
    """
    cited = re.compile(r"\[verwijzing: [^\]]*\]|artikel \d+\.\d+")
    return {in_one_word(cited.sub("§", text).rstrip(" .;,")) for text in texts}


@cache
def _cases() -> tuple[Answers, ...]:
    return (*_from_template(), *_merge_cases(), *_term_cases())


@cache
def _from_template() -> tuple[Answers, ...]:
    return (*_template_cases(), *_needed_cases())


@cache
def _commanded(number: int) -> tuple[Protocol, Draft]:
    """Return what the command makes of a case, and the draft that it makes it of."""
    answers = _cases()[number]
    return made_by_command(answers, merge_of(*answers.merges) if answers.merges else None)


@pytest.fixture(scope="module")
def made(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Composed]:
    """Return what the scripts make of every case, by its number."""
    return dict(enumerate(by_script(_cases(), start, tmp_path_factory.mktemp("node"))))


@pytest.mark.process
def test_a_draft_from_the_template_is_that_of_the_command(made: Mapping[int, Composed]) -> None:
    for number in range(len(_from_template())):
        assert made[number].protocol == _commanded(number)[0], number


@pytest.mark.process
def test_a_merger_is_that_of_the_command_with_all_its_words(
    made: Mapping[int, Composed],
) -> None:
    first = len(_from_template())
    for number, answers in enumerate(_merge_cases(), start=first):
        merge, protocol = merge_of(*answers.merges), made[number].protocol
        assert protocol == _commanded(number)[0], number
        assert [p for p in check_protocol(protocol) if p.code.severity is Severity.ERROR] == []
        said = [clause_text(clause) for clause in clauses(protocol)]
        said += [clause_text(note) for note in protocol.notes]
        wanted, free = _all_words(merge, answers)
        assert wanted - _compared(said) == set(), number
        assert _compared(said) - wanted - free == set(), number


@pytest.mark.process
def test_one_word_for_one_thing_is_that_of_the_command(made: Mapping[int, Composed]) -> None:
    first = len([*_from_template(), *_merge_cases()])
    plain_draft = by_command(replace(next(_term_cases()), terms={}))
    for number in range(first, len(_cases())):
        assert made[number].protocol == _commanded(number)[0], number
    assert made[first].protocol != plain_draft


@pytest.mark.process
def test_what_stands_beside_each_other_for_one_thing_is_what_the_command_finds(
    made: Mapping[int, Composed],
) -> None:
    for number in range(len([*_from_template(), *_merge_cases()])):
        protocol, _ = _commanded(number)
        spoken = [[one.form, one.words, one.passage.anchor] for one in reader_forms(protocol)]
        assert sorted(made[number].spoken) == sorted(spoken), number
        mixed = [
            [one.key, sorted(map(list, one.counts)), sorted(one.choices)]
            for one in mixed_terms(protocol)
        ]
        found = [[key, sorted(counts), sorted(known)] for key, counts, known in made[number].mixed]
        assert found == mixed, number


@pytest.mark.process
def test_a_changed_paragraph_stays_a_paragraph(made: Mapping[int, Composed]) -> None:
    first = template_made().topics[0].choices[0]
    cases = list(_template_cases())
    found = {}
    for number, answers in enumerate(cases):
        if first.id in answers.edits:
            protocol = made[number].protocol
            entry = next(e for e in protocol.facts.provenance if e.choice == first.id)
            [clause] = [c for c in clauses(protocol) if c.anchor == entry.anchor]
            found[clause_text(clause).partition(" Over")[0]] = clause.marker
    assert found["Een andere zin."] == ""
    assert found["a. Een andere zin."] == "1."
    # two lines are one paragraph with a broken line, as many a paragraph of a board is
    assert found["Een zin.\n- Nog een [x](y) zin."] == ""


@pytest.mark.process
def test_what_stood_there_before_counts_as_nobody_s_answer(made: Mapping[int, Composed]) -> None:
    cases = _from_template()
    count = len(template_made().topics)
    before = made[0].decided
    assert (before["own"], before["out"]) == (0, 0)
    assert before["usual"] + before["open"] == count
    for number, answers in enumerate(cases):
        assert sum(made[number].decided.values()) == count
        if {answers.choices[t.id] for t in template_made().topics} == {NONE}:
            assert made[number].decided["own"] == 0
            assert made[number].decided["out"] > count / 2
    typed = next(n for n, answers in enumerate(cases) if answers.texts)
    assert made[typed].decided["own"] == len(cases[typed].texts)


@pytest.mark.process
def test_words_of_ones_own_beside_explanations_are_one(made: Mapping[int, Composed]) -> None:
    first = template_made().topics[0].id
    found = {}
    for number, answers in enumerate(_from_template()):
        if answers.own_words(first):
            clause = next(c for c in clauses(made[number].protocol) if c.anchor == first)
            found[clause_text(clause)] = clause.marker, clause.kind.value
    assert set(found.values()) == {("", "toelichting")}


@pytest.mark.process
def test_the_word_file_of_the_command_has_the_same_appendices(made: Mapping[int, Composed]) -> None:
    for number in range(len(_cases())):
        protocol, draft = _commanded(number)
        assert made[number].whose == whose_words(protocol, draft, DUTCH), number
        told, of_command = made[number].still_open, fault_lines(protocol, DUTCH)
        # what is odd in a name that was filled in the page cannot know
        named = {line for line in of_command if _cases()[number].placeholders} - {*told}
        odd = [line for line in of_command if line not in named]
        assert told == still_open(protocol, draft, odd, DUTCH), number
    lines = {line for found in made.values() for line in found.still_open}
    leaning = [line for line in lines if "nog eens na" in line]
    assert any("Lees noot" in line for line in leaning)
    assert any("Lees noot" not in line for line in leaning)


@pytest.mark.process
def test_what_is_odd_in_a_wording_that_stood_there_before_is_told_at_the_end(
    made: Mapping[int, Composed],
) -> None:
    usual = "\n".join(made[0].still_open)
    for words in ("te voorzien de", "Twitter", "lijkt een woord te ontbreken", "noot 4: "):
        assert words in usual, words


@pytest.mark.process
def test_changed_words_are_odd_as_long_as_what_is_odd_stands_there(
    start: Start, tmp_path: Path
) -> None:
    choice, words = next(
        (choice, quoted)
        for topic in template_made().topics
        for choice in topic.choices
        for said, quoted in faults_apart(choice, DUTCH)[0]
        if "schorsing, berisping" in quoted and not choice.placeholders
    )
    kept, mended = f"Bij ons geldt: {words}.", "Bij ons geldt iets anders."
    cases = [replace(_BASE, choices=_usual(), edits={choice.id: text}) for text in (kept, mended)]
    said = ["\n".join(found.still_open) for found in by_script(cases, start, tmp_path)]
    assert [words in text for text in said] == [True, False]


@pytest.mark.process
def test_the_cover_in_word_counts_what_is_open_as_that_of_the_command(
    made: Mapping[int, Composed],
) -> None:
    for number in made:
        said = open_sentence(made[number].protocol, DUTCH)
        assert made[number].open_places == said, number
    assert any("1 plaats" not in one.open_places and one.open_places for one in made.values())


@pytest.mark.process
def test_clauses_in_word_are_cited_in_the_margin_as_in_that_of_the_command(
    made: Mapping[int, Composed],
) -> None:
    seen = set[bool]()
    for number, one in made.items():
        tables = {c.anchor for c in clauses(one.protocol) if is_only_tables(c.blocks)}
        cited = printed_labels(one.protocol).items()
        said = [[label, fits_margin(label) and anchor not in tables] for anchor, label in cited]
        assert one.labels == said, number
        seen |= {is_beside for _, is_beside in one.labels}
    assert seen == {True, False}


@pytest.mark.process
def test_word_says_of_each_clause_whose_words_it_has_and_what_is_open(
    made: Mapping[int, Composed],
) -> None:
    for number, answers in enumerate(_cases()):
        found, protocol = made[number], made[number].protocol
        items: list[Clause | Footnote] = [*clauses(protocol), *protocol.notes]
        assert len(found.whose) == len(items), number
        entries = {e.anchor: e for e in protocol.facts.provenance}
        cited = labels(protocol)
        for line, item in zip(found.whose, items, strict=True):
            # as the cover and the margin cite it
            assert line.startswith(f"{cited[item.anchor]} ‘{clause_text(item).split()[0]}"), line
            entry = entries[item.anchor]
            is_taken = bool(entry.source.organisation)
            is_kept = bool(entry.written) and is_as_written(item, entry)
            assert ("Letterlijk van" in line or "door u aangepast" in line) == is_taken, line
            assert ("tekst van ons" in line) == (entry.choice == STANDARD), line
            assert ("door u aangepast" in line) == (is_taken and not is_kept), line
        texts = [clause_text(clause) for clause in clauses(protocol)]
        chosen = [text for text in texts if text.startswith("[kies een formulering]")]
        listed = " ".join(found.still_open)
        assert all(text in listed for text in chosen)
        assert ("[naam van het bestuur]" in listed) == any(
            "[naam van het bestuur]" in text for text in texts
        ), number
        if answers.choices.get("algemeen-klachten") == NONE:
            assert "klachtenregeling" not in listed


def _contrary(protocol: Protocol) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the topics of either of every two clauses of a draft that contradict each other."""
    return [
        (found.left.topics, found.right.topics)
        for found in drafted_clashes(protocol)
        if found.clash is Clash.CONTRARY
    ]


@pytest.mark.process
def test_of_two_boards_what_contradicts_is_told_across_questions(
    start: Start, tmp_path: Path
) -> None:
    merges = [merge_of(*pair) for pair in combinations(seeds.SLUGS, 2)]
    cases = [
        replace(
            _BASE,
            merges=merge.slugs,
            choices={t.topic.id: BOTH for t in merge.topics if t.left and t.right},
        )
        for merge in merges
    ]
    composed = by_script(cases, start, tmp_path)
    across = 0
    for merge, answers, made in zip(merges, cases, composed, strict=True):
        told = [line for line in made.clashes if line[2] == "contrary"]
        found = _contrary(by_command(answers, merge))
        for left, right in found:
            pairs = {(a, b) for a in left for b in right}
            assert pairs & {(line[0], line[1]) for line in told}, merge.slugs
            across += left.isdisjoint(right)
        # two clauses of one board may say the same, and count as one wording
        assert min(len(found), 1) <= len({line[4] for line in told}) <= len(found), merge.slugs
    assert across > 1
    # whoever chose neither is told nothing
    out = [replace(case, choices=dict.fromkeys(case.choices, NONE)) for case in cases]
    assert [made.clashes for made in by_script(out, start, tmp_path)] == [[]] * len(cases)
