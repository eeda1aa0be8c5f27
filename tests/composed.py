"""What the composer's scripts make of answers, run by node; and what ``protocol new`` makes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import seeds
from programs import Start
from protocolkit.base.messages import translator
from protocolkit.checking.one_term import with_one_term
from protocolkit.checking.wording_faults import count_faults
from protocolkit.document.facts import Facts, Status
from protocolkit.document.model import Protocol
from protocolkit.drafting.new.answers import Answers, read_answers_text
from protocolkit.drafting.new.arranging import arranged
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.chapters import with_essentials
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import without_essentials
from protocolkit.drafting.new.merging import (
    Merge,
    check_merge_answers,
    draft_from_merge,
    make_merge,
)
from protocolkit.drafting.new.new_protocol import check_answers, draft_from_template, values_of
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.sources import make_sources
from protocolkit.drafting.template.subject_template import public, template_of
from protocolkit.drafting.template.values import Template
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.site.composer.data import ComposerScripts, composer_scripts
from protocolkit.site.composer.pages import option_writer
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.template.subject_template import SubjectTemplate
from small_boards import seed_judgements

DUTCH = translator("nl")
_STATIC = seeds.ROOT / "templates" / "html" / "static"
_RUN = """
const { readFileSync } = require("fs");
const [, , scripts, cases, word] = process.argv;
globalThis.window = globalThis;
(0, eval)(JSON.parse(readFileSync(scripts, "utf-8")).join("\\n") + "\\nglobalThis.kit = kit;");
const textOf = (part) => new TextDecoder().decode(part);
zipped = (_, parts) => parts.map(textOf).find((text) => text.includes("<w:body"));
const file = JSON.parse(readFileSync(word, "utf-8"));
const WORDS = /<w:t[^>]*>\\u200b([^\\u200b]*)\\u200b<\\/w:t>(<w:tab\\/>)?/;
const LABEL = new RegExp(/"Bepalingslabel"\\/><\\/w:rPr>/.source + WORDS.source, "g");
const made = JSON.parse(readFileSync(cases, "utf-8")).map(function ({ core, boards, answers }) {
  const data = JSON.parse(core);
  const topics = kit.topicsOf(data);
  if (boards[0]) kit.merged(data, topics, ...boards.map((board) => JSON.parse(board)));
  const known = topics.filter(({ options }) => options[0]);
  const draft = kit.drafted(data, known, answers);
  const appendices = [kit.whose(draft, data), kit.openPoints(draft, data, [])];
  const open = kit.openSentence(draft, data);
  const before = ({ start }) => start[answers.organisation.sector || ""] ?? start[""];
  const decided = kit.decided(known, answers, before);
  const spoken = kit.speaking(draft, data).map((one) => [one.form, one.words, one.item.anchor]);
  const wordsOf = (choices) => choices.map(([word]) => word);
  const namesOf = (one) => [one.key, one.counts, wordsOf(one.choices)];
  const mixed = kit.mixedTerms(draft, data).map(namesOf);
  const clashing = kit.clashing(data, known, answers);
  const toldOf = (topic, { other, kind, why, pair }) => [topic.id, other.id, kind, why, pair];
  const ofTopic = (topic) => kit.chosen(topic, answers).options.flatMap((option) =>
    clashing(topic, option).map((clash) => toldOf(topic, clash)));
  const told = known.flatMap(ofTopic);
  const found = [...kit.word(draft, data, answers, file, []).matchAll(LABEL)];
  const labels = found.map(([, label, isBeside]) => [label, !!isBeside]);
  const text = kit.markdown(draft, data, answers);
  return [text, ...appendices, open, spoken, mixed, told, decided, labels];
});
console.log(JSON.stringify(made));
"""


@cache
def template_made() -> Template:
    """Return the template of the protocols of this repository, with what a person chose in it."""
    template = template_of(seeds.ROOT, seeds.collection().subjects[0], count_faults)
    assert template is not None
    return template


@cache
def composer_made() -> ComposerScripts:
    """Return the composer's scripts of data for the protocols of this repository, made once."""
    judged = ComparedSubject(
        subject=seeds.collection().subjects[0],
        matrix=seeds.matrix(),
        judgements=seed_judgements(),
    )
    choices, _ = choices_of(seeds.ROOT, "sociale-media")
    return composer_scripts(
        SubjectTemplate(
            template=template_made(),
            judged=judged,
            choices=choices,
            sources=lambda: make_sources(
                judged.matrix, judged.judgements, judged.subject.protocols
            ),
        ),
        DUTCH,
        language="nl",
        project=seeds.ROOT,
        show=option_writer(seeds.ROOT, DUTCH),
    )


def script_value(script: str) -> str:
    """Return the JSON in a script of data."""
    return script.partition("]=")[2].rstrip(";\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What the scripts make: a protocol, and the lines of the two appendices in Word.

    ``spoken`` is how it speaks to its reader, with the words and the clause; ``mixed`` are the
    things that had several names before one was put in: key, counts, what may be chosen;
    ``clashes`` are topics of which what was chosen does not go together, how, in what, and by
    which two wordings; ``open_places`` is what the cover in Word says of what is open;
    ``decided`` counts what somebody decided, apart from what stood there before; ``labels`` are
    those of the clauses in Word, each with whether it stands in the margin.
    """

    protocol: Protocol
    whose: tuple[str, ...]
    still_open: tuple[str, ...]
    open_places: str
    spoken: list[list[str]]
    mixed: list[list[Any]]
    clashes: list[list[str]]
    decided: dict[str, int]
    labels: list[list[Any]]


def by_script(cases: Sequence[Answers], start: Start, folder: Path) -> tuple[Composed, ...]:
    """Return what the composer's scripts make of answers, all in one run of node."""
    made = composer_made()
    names = (
        "protocolkit-data.js",
        "bestand-delen.js",
        "opstellen-bestand.js",
        "opstellen-concept.js",
        "opstellen-woorden.js",
        "opstellen-open.js",
    )
    scripts = ["globalThis.document = { documentElement: { dataset: {} } };"]
    scripts += [(_STATIC / name).read_text("utf-8") for name in names]
    given = [
        {
            "core": script_value(made.core),
            "boards": [script_value(made.boards[slug]) for slug in answers.merges],
            "answers": json.loads(_as_file(answers)),
        }
        for answers in cases
    ]
    for name, value in (("scripts.json", scripts), ("cases.json", given)):
        (folder / name).write_text(json.dumps(value), "utf-8")
    (folder / "run.js").write_text(_RUN, "utf-8")
    (folder / "word.json").write_text(script_value(made.word), "utf-8")
    files = (folder / f"{name}.json" for name in ("scripts", "cases", "word"))
    done = start("node", folder / "run.js", *files)
    assert done.returncode == 0, done.stderr
    return tuple(
        Composed(
            protocol=read_made(text.encode()),
            whose=tuple(whose),
            still_open=tuple(still_open),
            open_places=open_places,
            spoken=spoken,
            mixed=mixed,
            clashes=clashes,
            decided=decided,
            labels=labels,
        )
        for (
            text,
            whose,
            still_open,
            open_places,
            spoken,
            mixed,
            clashes,
            decided,
            labels,
        ) in json.loads(done.stdout)
    )


def read_made(content: bytes) -> Protocol:
    """Read a Markdown file of the composer."""
    text = content.decode()
    found = read_protocol_text(text, "de-brug.md", subject="sociale-media", slug="de-brug")
    # that markup stands in a name as text is said, as a warning
    assert {problem.code.name for problem in found.problems} <= {"syntax-as-text"}
    return found.protocol


def _as_file(answers: Answers) -> str:
    """Return answers as the composer's page has them: all that it asks is answered."""
    organisation = {
        "name": answers.organisation.name,
        "kind": answers.organisation.kind.value,
        "sector": answers.organisation.sector,
        "parent": answers.organisation.parent,
    }
    known = {
        name: dict(getattr(answers, name))
        for name in ("functions", "systems", "choices", "texts", "edits", "terms", "placeholders")
    }
    rows = {"merges": answers.merges, "schools": answers.schools}
    return json.dumps({"organisation": organisation, **rows, **known})


@cache
def merge_of(left: str, right: str) -> Merge:
    """Return two boards lined up, as the command does."""
    subject = seeds.collection().subjects[0]
    assert subject.concordance is not None
    choices, _ = choices_of(seeds.ROOT, subject.slug)
    sides = seeds.protocol(left), seeds.protocol(right)
    return make_merge(*sides, subject.concordance, public(subject.protocols), choices)


def by_command(answers: Answers, merge: Merge | None = None) -> Protocol:
    """Return what ``protocol new --answers`` makes."""
    return made_by_command(answers, merge)[0]


def made_by_command(answers: Answers, merge: Merge | None = None) -> tuple[Protocol, Draft]:
    """Return what ``protocol new --answers`` makes, and the draft that it makes it of."""
    draft: Draft
    if merge is not None:
        assert answers.merges == merge.slugs
        assert list(check_merge_answers(without_essentials(answers), merge)) == []
        draft = draft_from_merge(merge, answers, DUTCH)
    else:
        template = template_made()
        assert list(check_answers(without_essentials(answers), template)) == []
        draft = draft_from_template(template, answers, DUTCH)
    facts = Facts(
        organisation=answers.organisation,
        status=Status.CONCEPT,
        applies_to=answers.schools,
        based_on=merge.names if merge else "",
    )
    where = Protocol(facts=facts, title=(), parts=(), subject="sociale-media", slug="de-brug")
    subject = seeds.collection().subjects[0]
    assert subject.concordance is not None
    ordered = arranged(draft, subject.protocols, DUTCH)
    whole = with_essentials(ordered, answers, subject.concordance.title, DUTCH)
    made = assemble(whole, facts, values_of(whole, answers), where)
    return with_one_term(made, answers.terms)[0], whole


def read_answers_file(text: str) -> Answers:
    """Read a file of answers without a problem."""
    report = Report("antwoorden.json")
    answers = read_answers_text(text, report)
    assert report.problems == []
    return answers
