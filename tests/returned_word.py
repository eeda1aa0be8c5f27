"""A Word file as a council sends it back: remarks and changes put into one of ours.

The parts are those of the standard, with what Word writes in them (names of paragraphs, threads,
lasting names); Word itself is not to be had here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {
    "comments": f"{_OFFICE}/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}
_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_WHEN = "2026-03-09T10:00:00Z"


def _tag(name: str, space: str = W) -> str:
    return f"{{{space}}}{name}"


class ReturnedWord:
    """A Word file in the hands of a council; what it does to it is kept until ``content``."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self._parts = {name: packed.read(name) for name in packed.namelist()}
        self.root = etree.fromstring(self._parts[_DOCUMENT])
        own = self._parts.get("word/comments.xml")
        self._comments = (
            etree.fromstring(own)
            if own
            else etree.Element(_tag("comments"), nsmap={"w": W, "w14": _W14})
        )
        self._threads = etree.Element(_tag("commentsEx", _W15), nsmap={"w15": _W15})
        for one in self._comments:
            # Word gives each paragraph of a remark its name when it saves one that had none.
            name = f"0000{int(one.get(_tag('id'))):04X}"
            one.findall(_tag("p"))[-1].set(_tag("paraId", _W14), name)
            self._thread(name)
        self._next = 1 + max((int(one.get(_tag("id"))) for one in self._comments), default=-1)

    def paragraph(self, words: str) -> etree._Element:
        """Return the only paragraph with these words that is no line of the contents."""
        found = [
            p
            for p in self.root.iter(_tag("p"))
            if words in "".join(t.text or "" for t in p.iter(_tag("t")))
            and not any("TOC" in one.get(_tag("val"), "") for one in p.iter(_tag("pStyle")))
        ]
        assert len(found) == 1, (words, len(found))
        return found[0]

    def deleted(self, words: str) -> etree._Element:
        """Return what is deleted with tracking and has these words."""
        found = [
            one
            for one in self.root.iter(_tag("del"))
            if words in "".join(t.text or "" for t in one.iter(_tag("delText")))
        ]
        assert len(found) == 1, (words, len(found))
        return found[0]

    def runs(self, words: str) -> list[etree._Element]:
        """Return the runs of just these words, cut out of the runs around them."""
        paragraph = self.paragraph(words)
        whole = "".join(t.text or "" for t in paragraph.iter(_tag("t")))
        begin = whole.index(words)
        self._cut(paragraph, begin)
        self._cut(paragraph, begin + len(words))
        found, at = [], 0
        for text in paragraph.iter(_tag("t")):
            if begin <= at < begin + len(words):
                found.append(text.getparent())
            at += len(text.text or "")
        return found

    def _cut(self, paragraph: etree._Element, place: int) -> None:
        at = 0
        for text in list(paragraph.iter(_tag("t"))):
            words = text.text or ""
            if at < place < at + len(words):
                run = text.getparent()
                second = deepcopy(run)
                text.text = words[: place - at]
                own = second.findall(_tag("t"))[run.findall(_tag("t")).index(text)]
                own.text = words[place - at :]
                for part in (text, own):
                    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.addnext(second)
                return
            at += len(words)

    def remark(
        self,
        text: str,
        first: etree._Element | None = None,
        last: etree._Element | None = None,
        *,
        author: str = "Ouder A",
        parent: str = "",
        done: bool = False,
    ) -> str:
        """Add a remark around what stands from ``first`` to ``last``; without these, nowhere."""
        name, paragraph = str(self._next), f"0000{self._next:04X}"
        self._next += 1
        made = etree.SubElement(self._comments, _tag("comment"))
        for key, value in (("id", name), ("author", author), ("date", _WHEN)):
            made.set(_tag(key), value)
        holder = etree.SubElement(made, _tag("p"))
        holder.set(_tag("paraId", _W14), paragraph)
        run = etree.SubElement(holder, _tag("r"))
        etree.SubElement(run, _tag("t")).text = text
        thread = self._thread(paragraph, done=done)
        if parent:
            thread.set(_tag("paraIdParent", _W15), f"0000{int(parent):04X}")
        if first is not None:
            end = first if last is None else last
            first.addprevious(self._marker("commentRangeStart", name))
            reference = etree.Element(_tag("r"))
            etree.SubElement(reference, _tag("commentReference")).set(_tag("id"), name)
            close = self._marker("commentRangeEnd", name)
            end.addnext(reference)
            end.addnext(close)
        return name

    @property
    def held(self) -> list[str]:
        """The names of the remarks in it, in their order."""
        return [one.get(_tag("id")) for one in self._comments]

    def add_to_remark(self, name: str, words: str) -> None:
        """Put words behind those of a remark."""
        [made] = [one for one in self._comments if one.get(_tag("id")) == name]
        last = list(made.iter(_tag("t")))[-1]
        last.text = (last.text or "") + words

    def _thread(self, paragraph: str, *, done: bool = False) -> etree._Element:
        thread = etree.SubElement(self._threads, _tag("commentEx", _W15))
        thread.set(_tag("paraId", _W15), paragraph)
        thread.set(_tag("done", _W15), "1" if done else "0")
        return thread

    def point(self, text: str, words: str) -> str:
        """Add a remark without a range, at the end of a paragraph."""
        name = self.remark(text)
        reference = etree.SubElement(self.paragraph(words), _tag("r"))
        etree.SubElement(reference, _tag("commentReference")).set(_tag("id"), name)
        return name

    def on(self, text: str, words: str, **more: object) -> str:
        """Add a remark on words."""
        runs = self.runs(words)
        return self.remark(text, runs[0], runs[-1], **more)  # type: ignore[arg-type]

    def track_deletion(self, words: str, author: str = "Ouder A") -> None:
        """Take words away with tracking on."""
        for run in self.runs(words):
            holder = self._tracked("del", author)
            run.addprevious(holder)
            holder.append(run)
            for text in run.iter(_tag("t")):
                text.tag = _tag("delText")

    def track_insertion(self, after: str, words: str, author: str = "Ouder A") -> None:
        """Put words behind others with tracking on."""
        holder = self._tracked("ins", author)
        run = etree.SubElement(holder, _tag("r"))
        text = etree.SubElement(run, _tag("t"))
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self.runs(after)[-1].addnext(holder)

    def retype(self, words: str, other: str) -> None:
        """Write other words with tracking off."""
        first, *rest = self.runs(words)
        first.find(_tag("t")).text = other
        for run in rest:
            run.getparent().remove(run)

    def strike(self, words: str, line: str = "strike") -> None:
        """Strike words by hand; ``line`` is ``strike``, or ``dstrike`` for two lines."""
        for run in self.runs(words):
            properties = run.find(_tag("rPr"))
            if properties is None:
                properties = etree.Element(_tag("rPr"))
                run.insert(0, properties)
            etree.SubElement(properties, _tag(line))

    def move(self, words: str, before: str) -> None:
        """Move a paragraph, as cutting and pasting does: its bookmark goes along or stays."""
        self.paragraph(before).addprevious(self.paragraph(words))

    def split(self, words: str) -> None:
        """Begin a new paragraph with words that end one."""
        runs = self.runs(words)
        made = etree.Element(_tag("p"))
        self.paragraph(words).addnext(made)
        made.extend(runs)

    def new_paragraph(self, after: str, words: str) -> None:
        """Write a paragraph after another, with tracking off."""
        made = etree.Element(_tag("p"))
        etree.SubElement(etree.SubElement(made, _tag("r")), _tag("t")).text = words
        self.paragraph(after).addnext(made)

    def copy(self, words: str, after: str, changed: str, *, takes_bookmark: bool = False) -> None:
        """Copy a paragraph behind another one, with its words ``changed``; the bookmark may go."""
        own = self.paragraph(words)
        made = deepcopy(own)
        bare = own if takes_bookmark else made
        for mark in list(bare.iter(_tag("bookmarkStart"), _tag("bookmarkEnd"))):
            mark.getparent().remove(mark)
        self.paragraph(after).addnext(made)
        for text in made.iter(_tag("t")):
            text.text = (text.text or "").replace(words, changed)

    def swap_bookmarks(self, words: str, others: str) -> None:
        """Exchange the bookmarks of two paragraphs, as moving text by hand may do."""
        one, other = (next(self.paragraph(w).iter(_tag("bookmarkStart"))) for w in (words, others))
        names = one.get(_tag("name")), other.get(_tag("name"))
        one.set(_tag("name"), names[1])
        other.set(_tag("name"), names[0])

    def without_bookmarks(self) -> None:
        """Take all bookmarks away, as pasting into a new document may do."""
        for mark in list(self.root.iter(_tag("bookmarkStart"), _tag("bookmarkEnd"))):
            mark.getparent().remove(mark)

    def without_record(self) -> None:
        """Take our record away."""
        names = [name for name in self._parts if name.startswith("customXml/")]
        for name in names:
            del self._parts[name]
        relations = etree.fromstring(self._parts[_RELATIONS])
        for one in list(relations):
            if "customXml" in one.get("Target", ""):
                relations.remove(one)
        self._parts[_RELATIONS] = etree.tostring(relations)

    def _marker(self, name: str, number: str) -> etree._Element:
        made = etree.Element(_tag(name))
        made.set(_tag("id"), number)
        return made

    def _tracked(self, name: str, author: str) -> etree._Element:
        made = etree.Element(_tag(name))
        self._next += 1000
        for key, value in (("id", str(self._next)), ("author", author), ("date", _WHEN)):
            made.set(_tag(key), value)
        self._next -= 999
        return made

    def content(self, change: Callable[[dict[str, bytes]], None] | None = None) -> bytes:
        """Return the bytes of the file."""
        parts = {**self._parts, _DOCUMENT: etree.tostring(self.root)}
        if len(self._comments):
            own = {"comments": self._comments, "commentsExtended": self._threads}
            relations = etree.fromstring(parts[_RELATIONS])
            types = etree.fromstring(parts[_TYPES])
            for name, root in own.items():
                is_there = f"word/{name}.xml" in parts
                parts[f"word/{name}.xml"] = etree.tostring(root)
                if is_there:
                    continue
                relation = etree.SubElement(relations, f"{{{_space(relations)}}}Relationship")
                relation.set("Id", f"rIdReturned{name}")
                relation.set("Type", _KINDS[name])
                relation.set("Target", f"{name}.xml")
                kind = etree.SubElement(types, f"{{{_space(types)}}}Override")
                kind.set("PartName", f"/word/{name}.xml")
                kind.set(
                    "ContentType",
                    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml",
                )
            parts[_RELATIONS], parts[_TYPES] = etree.tostring(relations), etree.tostring(types)
        if change:
            change(parts)
        made = io.BytesIO()
        # Fonts are most of it, and nobody keeps what is made here.
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for name, data in parts.items():
                packed.writestr(name, data)
        return made.getvalue()


def _space(root: etree._Element) -> str:
    found = re.match(r"\{(.*)\}", root.tag)
    assert found
    return found[1]
