"""The Sphinx domain ``protocol``: every protocol and clause of the site, by name.

Links between clauses and the role ``{protocol:clause}`` resolve here. Anchors are our own:
two documents may use the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain, ObjType
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from protocolkit.base.files import bytes_or_nothing
from protocolkit.base.problems import Problem
from protocolkit.collection import (
    TOPICS_FILE,
    Collection,
    Subject,
    gather,
    read_concordance,
)
from protocolkit.comparison.boards import without_answers
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels, sections
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import Reading
from protocolkit.repository_layout import DOCUMENT_END, folder_name, protocols_folder
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.caching import key_of
from protocolkit.site.engine.documents import guard_documents, guarded
from protocolkit.site.engine.drafts import with_known_answers
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.readable_protocols import left_out, report
from protocolkit.site.engine.subject_links import (
    PAGES_OF_SUBJECT,
    to_subject,
    to_topic,
    words_for_subject,
)
from protocolkit.site.engine.whole_site import is_whole_site
from protocolkit.versions.known_text import KnownText

ROLES: dict[str, tuple[str, str]] = {
    "clause": (
        "subject/organisation#anchor",
        "A clause, section or note; without `#anchor` the protocol. Its words are how it is cited.",
    ),
    "topic": ("subject#topic", "The page of a topic. Its words are the question."),
    "comparison": (
        "subject",
        "The comparison; its words are the title in `topics.yml`. `*`: where comparing begins.",
    ),
    "template": ("subject", "The template for a new school. Its words are the same."),
    "composer": ("subject", "The page on which a draft is composed. Its words are the same."),
}
"""Every role with its target and what it leads to, as the reference page tells it."""


class ProtocolDomain(Domain):
    """Knows every protocol that the site has read."""

    name = "protocol"
    label = "Protocol"
    object_types = {"clause": ObjType("clause", "clause")}  # noqa: RUF012 - Sphinx's contract
    roles = {  # noqa: RUF012 - the same
        name: XRefRole(innernodeclass=nodes.inline, warn_dangling=True) for name in ROLES
    }
    initial_data = {"readings": {}, "versions": {}, "topics": {}}  # noqa: RUF012 - the same
    data_version = 3
    _collection: Collection | None = None

    def setup(self) -> None:
        """Guard what the site may read, before Sphinx first looks for documents."""
        super().setup()
        guard_documents(self.env)

    @property
    def readings(self) -> dict[str, Reading]:
        """What was read, by document name."""
        return cast("dict[str, Reading]", self.data["readings"])

    def note_reading(self, docname: str, reading: Reading) -> None:
        """Remember a protocol that was just read."""
        self.readings[docname] = reading
        self._collection = None

    @property
    def versions(self) -> dict[str, KnownText]:
        """The kept versions that the site has, by document name."""
        return cast("dict[str, KnownText]", self.data["versions"])

    def note_version(self, docname: str, text: KnownText) -> None:
        """Remember a kept version that was just read; it is no part of the collection."""
        self.versions[docname] = text
        self._collection = None

    def clear_doc(self, docname: str) -> None:
        """Forget a document that is about to be read again or is gone."""
        self.readings.pop(docname, None)
        self.versions.pop(docname, None)
        self._collection = None

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for kind in ("readings", "versions"):
            found = otherdata[kind]
            self.data[kind] |= {name: found[name] for name in docnames if name in found}
        self._collection = None

    def collection(self) -> Collection:
        """Return all protocols of the site with their topics, which are read once per build."""
        if self._collection is None:
            self._collection = self._collect()
        return self._collection

    def _collect(self) -> Collection:
        problems: list[Problem] = []
        root = Path(self.env.srcdir)
        by_subject: dict[str, list[Reading]] = {}
        for docname in sorted(self.readings):
            reading = self.readings[docname]
            by_subject.setdefault(reading.protocol.subject, []).append(reading)
            problems += reading.problems
        subjects = [
            self._subject(root, slug, readings, problems) for slug, readings in by_subject.items()
        ]
        return Collection(root=root, subjects=tuple(subjects), problems=tuple(problems))

    def check_consistency(self) -> None:
        """Report every problem of the protocols that nobody accepted, as a warning."""
        from protocolkit.site.engine.earlier_checks import checked  # noqa: PLC0415 - slow

        # What was kept stays as it is, also where it stands in for a text on its way.
        names = {f"{docname}{DOCUMENT_END}" for docname in guarded(self.env).stand_ins}
        for found in checked(self.env, self.collection()):
            if found.location.path not in names:
                report(found, self.env.config)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Resolve ``subject/organisation#anchor`` to a link; its text is the label unless given.

        The roles ``comparison``, ``template`` and ``composer`` take a subject; ``comparison``
        also ``*`` for the page where comparing begins.
        """
        if typ in PAGES_OF_SUBJECT:
            if not node.get("refexplicit"):
                shown = words_for_subject(self.collection(), target, translate_for(env.config))
                contnode = nodes.inline("", shown)
            found = to_subject(self.collection(), fromdocname, (typ, target), contnode)
            is_there = found is not None and is_whole_site(builder)
            if node.get("optional") and not is_there:
                return cast("nodes.reference", nodes.inline())
            # A book has no such page: what leads there is words. Nor has a subject of drafts alone.
            is_words = found is not None or self._is_all_out(target)
            return found if is_there or not is_words else cast("nodes.reference", contnode)
        if typ == "topic":
            is_site = is_whole_site(builder)
            return to_topic(self.collection(), fromdocname, node, contnode, is_site=is_site)
        docname, anchor, label = self._find(target)
        if not docname:
            # A draft that stays off the site is no mistake of who links to it.
            is_out = self._docname(target) in left_out(env)
            return cast("nodes.reference", contnode) if is_out else None
        text = contnode if node.get("refexplicit") else nodes.inline("", label)
        return make_refnode(builder, fromdocname, docname, anchor, text, label)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve a target of any role: a clause by its full name, or a comparison by its subject.

        An anchor alone may be anybody's. Words of the page's own are no code here.
        """
        contnode = nodes.inline("", "", *contnode.deepcopy().children, classes=contnode["classes"])
        for role in ("clause", "comparison"):
            found = self.resolve_xref(env, fromdocname, builder, role, target, node, contnode)
            if found is not None:
                return [(f"protocol:{role}", found)]
        return []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every clause, section and note for inventories, as links here call them."""
        for docname, reading in self.readings.items():
            for anchor, cited in names_of(reading.protocol).items():
                name = f"{docname.removeprefix(f'{self._folder}/')}#{anchor}"
                yield name, cited, "clause", docname, anchor, -1

    @property
    def _folder(self) -> str:
        return folder_name(Path(self.env.srcdir))

    def get_full_qualified_name(self, node: Element) -> str | None:
        """Return the full name of what a reference node means."""
        target = node.get("reftarget")
        return str(target) if target else None

    def _find(self, target: str) -> tuple[str, str, str]:
        """Return document, anchor and label of a target, or empty texts."""
        docname, anchor = self._docname(target), target.partition("#")[2]
        reading = self.readings.get(docname)
        if reading is None:
            return "", "", ""
        if not anchor:
            return docname, "", reading.protocol.facts.organisation.name
        name = names_of(reading.protocol).get(anchor, "")
        return (docname, anchor, name) if name else ("", "", "")

    def _is_all_out(self, subject: str) -> bool:
        """Tell whether a subject has no page because all its protocols stay off the site."""
        folder = f"{self._folder}/{subject}/"
        return any(name.startswith(folder) for name in left_out(self.env)) and not any(
            name.startswith(folder) for name in self.readings
        )

    def _docname(self, target: str) -> str:
        name = target.partition("#")[0]
        return name if name.startswith(f"{self._folder}/") else f"{self._folder}/{name}"

    def _subject(
        self, root: Path, slug: str, readings: list[Reading], problems: list[Problem]
    ) -> Subject:
        # A reading is kept from build to build; which text holds depends on the day.
        protocols = [as_it_stands(reading.protocol, build_day()) for reading in readings]
        concordance = self._concordance(root, slug, problems)
        out = {PurePosixPath(name) for name in left_out(self.env)}
        slugs = frozenset(path.name for path in out if path.parent.name == slug)
        if concordance is not None and slugs:
            concordance = without_answers(concordance, slugs)
        if concordance is not None:
            concordance = with_known_answers(concordance, self._anchors_of_kept(slug))
        return replace(gather(protocols, slug, concordance), folder=self._folder)

    def _anchors_of_kept(self, subject: str) -> dict[str, frozenset[str]]:
        """Return which anchors a kept version has that stands in for a protocol, by its slug."""
        found = (self.readings.get(name) for name in guarded(self.env).stand_ins)
        own = (one.protocol for one in found if one and one.protocol.subject == subject)
        return {protocol.slug: frozenset(names_of(protocol)) for protocol in own}

    def _concordance(self, root: Path, slug: str, problems: list[Problem]) -> Concordance | None:
        """Return a subject's topics; an unchanged file is not read again."""
        key = _key(root, slug)
        kept = self.data["topics"].get(slug)
        if kept is None or kept[0] != key or not key:
            found: list[Problem] = []
            concordance = read_concordance(root, slug, found)
            kept = self.data["topics"][slug] = (key, concordance, tuple(found))
        problems += kept[2]
        return cast("Concordance | None", kept[1])


def names_of(protocol: Protocol) -> dict[str, str]:
    """Return how a link calls each place of a protocol, by its anchor."""
    organisation = protocol.facts.organisation.name
    found = {section.anchor: plain(section.title) for section in sections(protocol)}
    found |= labels(protocol)
    return {anchor: f"{organisation}, {name}" for anchor, name in found.items()}


def resolve_ref(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: Element
) -> nodes.reference | None:
    """Have ``{ref}`` lead to clauses too, where the project has no label of that name."""
    if node.get("refdomain") != "std" or node.get("reftype") != "ref":
        return None
    # Sphinx has put labels in small letters, and names of files here may have others.
    target = contnode.astext() if not node.get("refexplicit") else node["reftarget"]
    domain, page = protocol_domain(env), node.get("refdoc", env.docname)
    return domain.resolve_xref(env, page, app.builder, "clause", target, node, contnode)


def protocol_domain(env: BuildEnvironment) -> ProtocolDomain:
    """Return the site's protocol domain."""
    return cast("ProtocolDomain", env.get_domain("protocol"))


def _key(root: Path, subject: str) -> str:
    """Return the key of a subject's topics as they are now, ``""`` when they cannot be read."""
    folder = protocols_folder(root)
    content = bytes_or_nothing(folder / subject / TOPICS_FILE, folder)
    return key_of(content) if content else ""


_Value = TypeVar("_Value")


class OncePerBuild(Generic[_Value]):
    """One value for each site that is being built, for the protocols as they are read now."""

    def __init__(self) -> None:
        self._made: WeakKeyDictionary[Domain, tuple[Collection, _Value]] = WeakKeyDictionary()

    def of(self, env: BuildEnvironment, make: Callable[[Collection], _Value]) -> _Value:
        """Return what was made of the site's collection, or make it."""
        domain = protocol_domain(env)
        collection = domain.collection()
        kept = self._made.get(domain)
        if kept is None or kept[0] is not collection:
            kept = self._made[domain] = (collection, make(collection))
        return kept[1]
