"""Hypothesis strategies for protocols in the reader's own form.

In that form equal text has one value: texts joined, none empty, no space at a block's ends,
emphasis and links at word borders, markers that a list can count, and no words at a
paragraph's or heading's start that read as its marker.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

from hypothesis import strategies as st

from protocolkit.document.approvals import (
    Approval,
    Decision,
    EarlierDecision,
    Ended,
    Mended,
    Proof,
    Right,
    SmallCorrection,
)
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import (
    Acceptance,
    EndedSchool,
    Evidence,
    Facts,
    Organisation,
    OrganisationKind,
    Provenance,
    RemovedName,
    RenamedSchool,
    Source,
    Status,
)
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Kind,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.place import NO_PLACE, Place
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    tidy,
)
from protocolkit.text.markers import PARAGRAPH_MARKER, SECTION_MARKER

# What Dutch protocols hold, and what Markdown could trip over.
_WORDS = st.one_of(
    st.sampled_from(
        [
            "de",
            "school",
            "foto’s",
            "ouders/verzorgers",
            "0900-1113111",
            "e-mail",
            "[naam]",
            "(zie)",
            "„AVG”:",
            "artikel",
            "5,",
            "3.1",
            "7.",
            "14a.",
            "a)",
            "A.",
            "1°",
            "-",
            "–",
            "+",
            "#",
            "##",
            ">",
            "*",
            "**",
            "_x_",
            "x_y",
            "`code`",
            "<b>",
            "&amp;",
            "&copy;",
            "{{x}}",
            "{#anker}",
            "{role}`x`",
            "[^9]",
            "![x](y)",
            "[a](b)",
            "[a]:",
            "b",
            "|",
            "a|b",
            "~~~",
            "---",
            "===",
            ":::",
            "(label)=",
            "%",
            "\\",
            "\\\\",
            "$x$",
            "é",
            "ë",
            "www.x.nl",
            "https://x.nl/?a=b&c=d",
            "@naam",
            "100%",
            "...",
            "…",
            "‘s",
            "{%",
            "x",
            "%}",
            "(2)",
            "(a) of",
            "x!",
            "^x",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8),
)
_PLAIN = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
# Emphasis begins and ends at letters, or Markdown does not see it.
_LETTERED = st.sampled_from(["nadruk", "foto’s maken", "de (G)MR is", "a & b", "x * y"])
_TARGETS = st.sampled_from(
    [
        "https://nl.wikipedia.org/wiki/Platform_(organisatie)",
        "mailto:mr@school.nl",
        "#art-1",
        "x.md#a",
    ]
)


@cache
def _rich(notes: tuple[str, ...], *, breaks: bool = True) -> st.SearchStrategy[RichText]:
    special: list[st.SearchStrategy[Inline]] = [
        st.builds(Emphasis, content=_LETTERED.map(lambda t: (Text(t),)), strong=st.booleans()),
        st.builds(Link, target=_TARGETS, content=_LETTERED.map(lambda t: (Text(t),))),
    ]
    if notes:
        special.append(st.sampled_from(notes).map(NoteMark))
    if breaks:
        special.append(st.just(HardBreak()))
    pieces = st.lists(st.tuples(_PLAIN, st.one_of(special), _PLAIN), max_size=2)
    return st.tuples(_PLAIN, pieces).map(lambda drawn: _assemble(*drawn))


def _assemble(first: str, pieces: list[tuple[str, Inline, str]]) -> RichText:
    inlines: list[Inline] = [Text(first)]
    for before, special, after in pieces:
        if isinstance(special, HardBreak):
            inlines += [Text(f" {before}"), special, Text(after)]
        elif isinstance(special, NoteMark):
            space = "" if after.startswith(("(", ":")) else " "
            inlines += [Text(f" {before}"), special, Text(f"{space}{after}")]
        else:
            space = "" if before.endswith(("!", "x")) else " "
            inlines += [Text(f" {before}{space}"), special, Text(f" {after}")]
    return tidy(inlines)


def _begins(pattern_free: RichText) -> str:
    first = pattern_free[0]
    return first.text if isinstance(first, Text) else ""


@cache
def _paragraphs(notes: tuple[str, ...]) -> st.SearchStrategy[Paragraph]:
    return _rich(notes).map(Paragraph)


@cache
def _loose_paragraphs(notes: tuple[str, ...]) -> st.SearchStrategy[Paragraph]:
    return _paragraphs(notes).filter(
        lambda p: not PARAGRAPH_MARKER.match(f"{_begins(p.content)}\ufffd")
    )


@cache
def _tables(notes: tuple[str, ...]) -> st.SearchStrategy[Table]:
    cell = _rich(notes, breaks=False)

    def rows(width: int) -> st.SearchStrategy[Table]:
        row = st.tuples(*[cell] * width)
        return st.builds(Table, header=row, rows=st.lists(row, max_size=2).map(tuple))

    return st.integers(1, 3).flatmap(rows)


@cache
def _point_lists(
    notes: tuple[str, ...], anchors: st.SearchStrategy[str]
) -> st.SearchStrategy[Block]:
    marker_runs = st.sampled_from(
        [
            ("a.", "b.", "c."),
            ("1.", "2."),
            ("•", "•"),
            ("i)", "ii)"),
            ("A.",),
            ("3.", "7."),
            ("I.",),
        ]
    )
    blocks = st.lists(_paragraphs(notes), min_size=1, max_size=2).map(tuple)

    def points(markers: tuple[str, ...]) -> st.SearchStrategy[PointList]:
        each = [st.builds(Point, marker=st.just(marker), blocks=blocks) for marker in markers]
        return st.tuples(*each).map(PointList)

    return marker_runs.flatmap(points)


_ANCHORS = st.uuids().map(lambda u: f"a-{u.hex[:20]}")


@cache
def _clauses(notes: tuple[str, ...]) -> st.SearchStrategy[Clause]:
    kinds = st.sampled_from(Kind)
    more = st.lists(st.one_of(_paragraphs(notes), _tables(notes)), max_size=1)
    points = st.lists(_point_lists(notes, _ANCHORS), max_size=1)
    listed = st.builds(
        lambda anchor, marker, kind, first, rest, last: Clause(
            anchor=anchor, marker=marker, kind=kind, blocks=(first, *rest, *last)
        ),
        _ANCHORS,
        st.sampled_from(["1.", "7.", "12)", "•", "14a.", "Artikel 5", 'a"b', "{", "%", "\\}"]),
        kinds,
        _paragraphs(notes),
        more,
        points,
    )
    loose = st.builds(
        lambda anchor, kind, block: Clause(anchor=anchor, kind=kind, blocks=(block,)),
        _ANCHORS,
        kinds,
        st.one_of(_loose_paragraphs(notes), _tables(notes)),
    )
    return st.one_of(listed, loose)


@cache
def _sections(notes: tuple[str, ...], level: int) -> st.SearchStrategy[Section]:
    titles = _rich(notes, breaks=False).filter(
        lambda rich: not SECTION_MARKER.match(f"{_begins(rich)}\ufffd")
    )
    inner = st.lists(_clauses(notes), max_size=2)
    deeper = st.lists(_sections(notes, level + 1), max_size=1) if level < 4 else st.just([])
    return st.builds(
        lambda anchor, title, marker, short, kind, own, sub: Section(
            anchor=anchor,
            level=level,
            title=title,
            marker=marker,
            short=short,
            kind=kind,
            parts=(*own, *sub),
        ),
        _ANCHORS,
        titles,
        st.sampled_from(["", "1", "3.1", "A.", "IV.", "Artikel 5", "§ 2"]),
        st.sampled_from(["", "Sancties"]),
        st.sampled_from(Kind),
        inner,
        deeper,
    ).filter(_keeps_its_marker)


def _keeps_its_marker(section: Section) -> bool:
    """Tell whether the marker of a heading ends where its title begins.

    No source gives another section: of 'Artikel 5 – x' the dash belongs to the marker, and is kept.
    """
    more = "\ufffd" if len(section.title) > 1 else ""
    found = SECTION_MARKER.match(f"{section.marker} {_begins(section.title)}{more}".lstrip())
    return (found.group("marker") if found else "") == section.marker


_NAMES = st.sampled_from(["Stichting OPONOA", "obs De Berg: 't Veld", "yes", "12", "# x", "a, b"])
# Of which a row on a cover takes several lines.
_BODIES = st.just("De personeelsgeleding van de gemeenschappelijke medezeggenschapsraad De Brug")
_DATES = st.sampled_from(["", "2019", "2019-05", "2020-03-04"])

# Facts in words as they are declared; the title is that of the text.
_WORDED: dict[str, Any] = {
    name: _DATES if about.is_date else st.one_of(st.just(""), _NAMES)
    for name, about in declared(Facts).items()
    if name != "title" and get_type_hints(Facts)[name] is str
} | {"version": st.sampled_from(["", "1.10", "2"])}

_facts = st.builds(
    Facts,
    **_WORDED,
    organisation=st.builds(
        Organisation,
        name=_NAMES,
        kind=st.sampled_from(OrganisationKind),
        sector=st.sampled_from(["", "po", "vo"]),
        aliases=st.lists(_NAMES, max_size=2).map(tuple),
    ),
    title_supplied=st.booleans(),
    status=st.sampled_from(Status),
    applies_to=st.lists(_NAMES, max_size=2).map(tuple),
    source=st.builds(Source, file=st.sampled_from(["", "bron/x.txt"]), complete=st.booleans()),
    approvals=st.lists(
        st.builds(
            Approval,
            body=st.one_of(_NAMES, _BODIES),
            right=st.sampled_from(Right),
            decision=st.sampled_from(Decision),
            date=_DATES,
            words=_NAMES,
            version=st.sampled_from(["", "voorgelegd-2026-02-03"]),
            sent=_DATES,
            meeting=_DATES,
            before=_DATES,
            holidays=_NAMES,
            own=st.sampled_from(["", "0af1"]),
            ground=_NAMES,
            schools=st.lists(_NAMES, max_size=2).map(tuple),
            shared=st.booleans(),
            answered=_DATES,
            talked=_DATES,
            proof=st.builds(Proof, file=_NAMES, date=_DATES, sha256=st.sampled_from(["", "0af1"])),
            corrections=st.lists(
                st.builds(
                    SmallCorrection,
                    told=_DATES.filter(bool),
                    fingerprint=st.sampled_from(["", "2:0af1"]),
                    version=st.sampled_from(["", "verbeterd-2026-05-12"]),
                ),
                max_size=2,
            ).map(tuple),
            mended=st.lists(
                st.builds(Mended, date=_DATES.filter(bool), was=_NAMES, reason=_NAMES), max_size=1
            ).map(tuple),
            earlier=st.lists(
                st.builds(EarlierDecision, date=_DATES, proof=st.builds(Proof, file=_NAMES)),
                max_size=1,
            ).map(tuple),
            ended=st.builds(Ended, date=_DATES, into=_NAMES),
        ),
        max_size=2,
    ).map(tuple),
    accepted=st.lists(
        st.builds(Acceptance, code=_NAMES, reason=_NAMES, anchor=st.sampled_from(["", "art-1"])),
        max_size=1,
    ).map(tuple),
    ended_schools=st.lists(st.builds(EndedSchool, name=_NAMES, date=_DATES), max_size=1).map(tuple),
    renamed_schools=st.lists(
        st.builds(RenamedSchool, formerly=_NAMES, name=_NAMES), max_size=1
    ).map(tuple),
    removed_names=st.lists(
        st.builds(RemovedName, date=_DATES.filter(bool), fingerprint=st.just("2:0af1")), max_size=1
    ).map(tuple),
    provenance=st.lists(
        st.builds(
            Provenance,
            anchor=st.just("art-1"),
            topic=_NAMES,
            choice=_NAMES,
            source=st.sampled_from([NO_PLACE, Place("oponoa", "art-1")]),
        ),
        max_size=1,
    ).map(tuple),
    evidence=st.dictionaries(st.sampled_from(["dated", "status"]), _NAMES, max_size=2).map(
        lambda found: tuple(Evidence(fact=fact, words=words) for fact, words in found.items())
    ),
)


# Few, since strategies are made once per set: making them again for each example is what is slow.
_LABELS: tuple[tuple[str, ...], ...] = ((), ("1",), ("2", "1", "3"), ("*", "†"), ("a", "1-2"))


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    """Draw a protocol in the reader's own form."""
    labels = tuple(
        draw(st.lists(st.sampled_from(["1", "2", "3", "a", "*", "†"]), unique=True, max_size=3))
    )
    notes = tuple(
        Footnote(label=label, blocks=tuple(draw(st.lists(_paragraphs(()), min_size=1, max_size=2))))
        for label in labels
    )
    parts: tuple[Clause | Section, ...] = (
        *draw(st.lists(_clauses(labels), max_size=2)),
        *draw(st.lists(_sections(labels, 2), max_size=2)),
    )
    return Protocol(
        facts=draw(_facts),
        title=draw(_rich((), breaks=False)),
        parts=parts,
        notes=notes,
    )


def markdown_noise() -> st.SearchStrategy[str]:
    """Draw text that looks like Markdown and follows none of its rules."""
    lines = st.lists(st.one_of(_PLAIN, st.just("")), max_size=12).map("\n".join)
    return st.one_of(
        lines,
        st.text(max_size=200),
        st.just("---\nprotocol:\n  x: [").flatmap(
            lambda head: _PLAIN.map(lambda text: head + text)
        ),
    )
