"""A protocol as an ``act`` in Akoma Ntoso 3, for archives and for systems that read law.

A section is a ``section``, a clause a ``paragraph`` with its marker as ``num``; ``eId`` is the
anchor, ``class`` the kind of text where it is no rule. Notes stand in ``meta``, called by
``noteRef``. What is read back of it: :mod:`protocolkit.importing.extract.akoma_ntoso`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import assert_never
from urllib.parse import quote

from lxml import etree

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.document.cover import make_cover
from protocolkit.document.model import (
    Block,
    Clause,
    Flush,
    Footnote,
    Kind,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
    note_anchor,
)
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, RichText, Text
from protocolkit.document.tree import Part, by_block, by_part, rows_of
from protocolkit.exchange.akn_cover import add_cover
from protocolkit.exchange.akn_meta import KeptText, add_facts, add_meta, xml_signs
from protocolkit.exchange.akn_names import NAMESPACE, Element, add_element, inner_name, qualified

# Between the children of any other element white space would be text.
_LAID_OUT = frozenset(
    map(
        qualified,
        (
            "akomaNtoso act meta identification FRBRWork FRBRExpression FRBRManifestation "
            "lifecycle workflow references notes note proprietary coverPage preface body section "
            "paragraph content blockList item table tr th td"
        ).split(),
    )
)
_KEPT_IN_ADDRESSES = "!$%&'()*+,/:;=?@~"


def protocol_to_akn(
    protocol: Protocol,
    translate: Translate,
    kept: Sequence[KeptText] = (),
    language: str = DEFAULT_LANGUAGE,
    *,
    basis: str = "",
    told: Protocol | None = None,
) -> bytes:
    """Return a protocol as an Akoma Ntoso file; ``kept`` are its versions that were kept.

    ``basis`` is whose protocol it is based on. ``told`` is the same text as its cover is to tell of
    it: with what its versions say, and for a day.
    """
    root = etree.Element(qualified("akomaNtoso"), nsmap={None: NAMESPACE})
    document = etree.SubElement(
        root, qualified("act"), {"name": "protocol", "contains": "singleVersion"}
    )
    writer = _Writer(protocol.notes)
    meta = add_meta(document, protocol, kept, language)
    if protocol.notes:
        notes = etree.SubElement(meta, qualified("notes"), {"source": "#org_uitgever"})
        for note in protocol.notes:
            writer.note(notes, note)
    add_facts(meta, protocol)
    cover = make_cover(told or protocol, translate, language, basis=basis)
    add_cover(document, cover, translate)
    if protocol.title:
        preface = etree.SubElement(document, qualified("preface"))
        title = etree.SubElement(etree.SubElement(preface, qualified("p")), qualified("docTitle"))
        writer.rich(title, protocol.title)
    body = etree.SubElement(document, qualified("body"))
    writer.parts(body, protocol.parts, level=2)
    if not len(body):
        # The standard asks for something.
        etree.SubElement(body, qualified("hcontainer"), {"name": "leeg"})
    _lay_out(root, 0)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


class _Writer:
    """Writes parts, blocks and lines; counts what has no anchor of its own."""

    def __init__(self, notes: Iterable[Footnote]) -> None:
        self._notes = _note_names(notes)

    def parts(self, parent: Element, parts: Iterable[Part], *, level: int) -> None:
        """Add sections and clauses; ``level`` is that of a section that stands here."""
        for part in parts:
            by_part(
                part,
                clause=partial(self._clause, parent),
                section=partial(self._section, parent, level),
            )

    def note(self, parent: Element, note: Footnote) -> None:
        """Add a note with the sign that calls it."""
        name = self._notes[note.label]
        found = add_element(parent, "note", eId=name, marker=xml_signs(note.label))
        self._blocks(found, name, note.blocks)

    def rich(self, parent: Element, content: RichText) -> None:
        """Add the words of one line with their marks."""
        for inline in content:
            match inline:
                case Text():
                    _say(parent, inline.text)
                case Emphasis():
                    self.rich(add_element(parent, "b" if inline.strong else "i"), inline.content)
                case Link():
                    is_ours = ":" not in inline.target
                    name, href = "ref" if is_ours else "a", _address(inline.target)
                    self.rich(add_element(parent, name, href=href), inline.content)
                case NoteMark():
                    name = self._notes.get(inline.label) or note_anchor(inline.label)
                    add_element(parent, "noteRef", href=f"#{name}", marker=xml_signs(inline.label))
                case HardBreak():
                    add_element(parent, "eol")
                case _:
                    assert_never(inline)

    def _section(self, parent: Element, level: int, section: Section) -> None:
        classes = _class(section.kind)
        if section.level != level:
            classes = [*classes, f"level-{section.level}"]
        found = add_element(parent, "section", eId=section.anchor, **_classes(classes))
        if section.short:
            found.set("title", xml_signs(section.short))
        if section.marker:
            _say(add_element(found, "num"), section.marker)
        self.rich(add_element(found, "heading"), section.title)
        self.parts(found, section.parts, level=section.level + 1)

    def _clause(self, parent: Element, clause: Clause) -> None:
        found = add_element(parent, "paragraph", eId=clause.anchor, **_classes(_class(clause.kind)))
        if clause.marker:
            _say(add_element(found, "num"), clause.marker)
        self._blocks(add_element(found, "content"), clause.anchor, clause.blocks)

    def _blocks(self, parent: Element, name: str, blocks: Iterable[Block]) -> None:
        """Add blocks; ``name`` is the ``eId`` of what they stand in, for those without one."""
        for number, block in enumerate(blocks, start=1):
            own = inner_name(name, "block", number)
            by_block(
                block,
                paragraph=partial(self._paragraph, parent),
                points=partial(self._points, parent, own),
                table=partial(self._table, parent, own),
            )
        if not any(True for _ in parent.iterchildren(*_BLOCKS)):
            add_element(parent, "p")

    def _paragraph(self, parent: Element, found: Paragraph) -> None:
        self.rich(add_element(parent, "p"), found.content)

    def _points(self, parent: Element, name: str, found: PointList) -> None:
        made = add_element(parent, "blockList", eId=name)
        for number, point in enumerate(found.points, start=1):
            own = point.anchor or inner_name(name, "point", number)
            item = add_element(made, "item", eId=own)
            if point.marker:
                _say(add_element(item, "num"), point.marker)
            self._blocks(item, own, point.blocks)

    def _table(self, parent: Element, name: str, found: Table) -> None:
        made = add_element(parent, "table", eId=name)
        for number, row in enumerate(rows_of(found)):
            line = add_element(made, "tr")
            for column, cell in enumerate(row):
                side = found.flush_of(column)
                style = {} if side is Flush.LEFT else {"style": f"text-align: {side.value}"}
                box = add_element(line, "td" if number else "th", **style)
                self.rich(add_element(box, "p"), cell)


def _note_names(notes: Iterable[Footnote]) -> dict[str, str]:
    """Return the ``eId`` of each note by its label: its anchor, but ``A`` and ``a`` share one."""
    found: dict[str, str] = {}
    for number, note in enumerate(notes, start=1):
        taken = note.anchor in found.values()
        found[note.label] = inner_name(note.anchor, "note", number) if taken else note.anchor
    return found


_BLOCKS = tuple(map(qualified, ("p", "blockList", "table")))


def _class(kind: Kind) -> list[str]:
    return [] if kind is Kind.RULE else [kind.value]


def _classes(classes: Sequence[str]) -> dict[str, str]:
    return {"class": " ".join(classes)} if classes else {}


def _say(parent: Element, text: str) -> None:
    """Add words where an element has got so far."""
    text, last = xml_signs(text), next(parent.iterchildren(reversed=True), None)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _address(target: str) -> str:
    """Return an address as an XML schema takes it: one ``#``, no space, no loose ``%``."""
    before, sign, after = target.partition("#")
    made = f"{quote(before, _KEPT_IN_ADDRESSES)}{sign}{quote(after, _KEPT_IN_ADDRESSES)}"
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", made)


def _lay_out(element: Element, depth: int) -> None:
    """Put each element on a line of its own where white space is no text."""
    if element.tag not in _LAID_OUT or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
