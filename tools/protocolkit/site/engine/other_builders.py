"""What becomes of a protocol's page where it is no web page: in a book, in text, on one long page.

Only a whole website has downloads and comparisons. Without HTML a clause is a paragraph that begins
with its marker. On one page every protocol's anchors begin with its name, since two may share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx.addnodes import start_of_file
from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

from protocolkit.site.engine.addresses import follow, relative
from protocolkit.site.engine.documents import GuardedProject
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.nodes import (
    clause_block,
    clause_item,
    clause_list,
    clause_marker,
    date_notice,
    permalink,
    school_mark,
)
from protocolkit.site.engine.title_block import DOWNLOADS_LINE
from protocolkit.site.engine.whole_site import has_paper, is_whole_site

# After whoever puts links on the page.
_LATE = 900
_EARLY = 1
_LETTERS, _FEWEST = 72, 8
_INNER = re.compile(r"#document-(?P<page>[^#\"]+)(?:#(?P<anchor>[^\"]+))?")


def connect(app: Sphinx) -> None:
    """Have each page be what its builder can show."""
    app.connect("builder-inited", _begin, priority=_EARLY)
    app.connect("doctree-resolved", _settle, priority=_LATE)
    app.connect("html-page-context", _mend_contents, priority=_EARLY)
    app.connect("build-finished", lambda *_: follow(None), priority=1_000)


def _begin(app: Sphinx) -> None:
    """Take addresses from the builder, and keep what it makes out of the next build's sources."""
    # As a reader sees it: a version has an @ in its name, which needs no %40.
    uri_of = app.builder.get_target_uri
    follow((lambda name: unquote(uri_of(name))) if is_whole_site(app.builder) else None)
    if isinstance(project := app.env.project, GuardedProject):
        project.built = (app.outdir, app.doctreedir)


def _settle(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    _settle_downloads(app, doctree, docname)
    if app.builder.format != "html":
        _write_plainly(doctree)
    elif isinstance(app.builder, Epub3Builder):
        _write_as_xml(doctree)
    elif isinstance(app.builder, SingleFileHTMLBuilder):
        _name_apart(app, doctree)


def _settle_downloads(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Give downloads their address where there are any, and take them away where there are none."""
    for link in list(doctree.findall(nodes.reference)):
        if address := link.get("site_address"):
            if has_paper(app):
                link["refuri"] = relative(address, page)
            else:
                link.parent.remove(link)
    for line in list(doctree.findall(nodes.paragraph)):
        if DOWNLOADS_LINE in line["classes"] and next(line.findall(nodes.reference), None) is None:
            line.parent.remove(line)


def _write_plainly(doctree: nodes.document) -> None:
    """Turn clauses into paragraphs, whatever a builder knows of our own nodes."""
    for said in list(doctree.findall(school_mark)):
        said.replace_self(nodes.paragraph("", said["text"]))
    for sign in [*doctree.findall(date_notice), *doctree.findall(permalink)]:
        sign.parent.remove(sign)
    for markup in list(doctree.findall(nodes.raw)):
        if markup.astext() == "<br>":
            markup.replace_self(nodes.Text(" "))
    # in text a column is as many letters wide as it says
    for column in doctree.findall(nodes.colspec):
        column["colwidth"] = max(_LETTERS // column.parent["cols"], _FEWEST)
    # the innermost first: what is inside is settled when its surroundings are
    for run in reversed(list(doctree.findall(clause_list))):
        items = [part for item in run.findall(clause_item) for part in _paragraphs(item)]
        is_inner = isinstance(run.parent.parent, clause_item)
        run.replace_self([nodes.block_quote("", *items)] if is_inner else items)
    for block in list(doctree.findall(clause_block)):
        block.replace_self([*_targets(block["ids"]), *block.children])


def _write_as_xml(doctree: nodes.document) -> None:
    """Make a page of an e-book XML that runs nothing."""
    for sign in list(doctree.findall(date_notice)):
        sign.parent.remove(sign)
    for markup in list(doctree.findall(nodes.raw)):
        if markup.astext() == "<br>":
            markup.replace_self(nodes.raw("", "<br/>", format="html"))


def _paragraphs(item: nodes.Element) -> Iterator[nodes.Node]:
    """Yield a clause or point as paragraphs, its marker before the first word."""
    marker = next(item.findall(clause_marker)).astext()
    text = next(item.findall(nodes.container))
    yield from _targets(item["ids"])
    first, *others = text.children or [nodes.paragraph()]
    if not isinstance(first, nodes.paragraph):
        others.insert(0, first)
        first = nodes.paragraph()
    first.insert(0, nodes.Text(f"{marker} " if first.children else marker))
    yield first
    yield from others


def _targets(ids: Iterable[str]) -> list[nodes.Node]:
    return [nodes.target("", "", ids=[anchor]) for anchor in ids]


def _name_apart(app: Sphinx, doctree: nodes.document) -> None:
    """Have every anchor of a protocol stand once on the one page that all of them are on."""
    domain = protocol_domain(app.env)
    apart = {*domain.readings, *domain.versions}
    for part in list(doctree.findall(start_of_file)):
        if (page := part["docname"]) in apart:
            _prefix(part, _own(page, ""))
    shown = {part["docname"] for part in doctree.findall(start_of_file)}
    for link in list(doctree.findall(nodes.reference)):
        found = _INNER.fullmatch(link.get("refuri", ""))
        if found is None:
            continue
        page, anchor = found["page"], found["anchor"]
        if page in apart and page not in shown:
            # no tree of contents names it, so it is not on the page
            link.replace_self(nodes.inline("", "", *link.children))
        elif anchor:
            link["refuri"] = f"#{_own(page, anchor) if page in apart else anchor}"


def _mend_contents(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Have the contents of the one page lead to the anchors on it."""
    if not isinstance(app.builder, SingleFileHTMLBuilder):
        return
    domain, contents = protocol_domain(app.env), context.get("toctree")
    apart = {*domain.readings, *domain.versions}

    def goal(found: re.Match[str]) -> str:
        page, anchor = found["page"], found["anchor"]
        if anchor is None:
            return found[0]
        return f"#{_own(page, anchor) if page in apart else anchor}"

    context["toc"] = _INNER.sub(goal, context.get("toc") or "")
    if contents is not None:
        context["toctree"] = lambda **options: _INNER.sub(goal, contents(**options))


def _prefix(part: nodes.Element, before: str) -> None:
    for node in part.findall(nodes.Element):
        for name in ("ids", "backrefs"):
            if node.get(name):
                node[name] = [f"{before}{anchor}" for anchor in node[name]]
        if node.get("refid"):
            node["refid"] = f"{before}{node['refid']}"
        if re.fullmatch(r"#[^#]+", uri := node.get("refuri", "")) and not uri.startswith("#doc"):
            node["refuri"] = f"#{before}{uri[1:]}"


def _own(page: str, anchor: str) -> str:
    """Return an anchor that begins with the name of its page: ``pesten-de-brug-art-1``."""
    return f"{'-'.join(page.split('/')[1:]).replace('@', '-')}-{anchor}"
