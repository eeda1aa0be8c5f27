"""Docutils nodes for what a protocol page has and other pages have not, and their HTML.

Each is a kind of a standard node, so that builders without a visitor of ours still print
every word.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from protocolkit.site.engine.language import language_of


class clause_list(nodes.bullet_list):  # noqa: N801 - docutils names nodes like this
    """A run of clauses or points: one list, its markers printed as text."""


class clause_item(nodes.list_item):  # noqa: N801
    """A clause or point with a marker: the marker, then its text."""


class clause_block(nodes.container):  # noqa: N801
    """A clause without a marker: a paragraph or table with an anchor."""


class clause_marker(nodes.inline):  # noqa: N801
    """What is printed before a clause: ``7.``, ``A.``, ``•``."""


class permalink(nodes.inline):  # noqa: N801
    """A quiet link to a clause itself; ``label`` says to which one, ``short`` in its own words."""


class school_mark(nodes.General, nodes.Element):  # noqa: N801
    """What a school did to a clause of its board's: ``text``, before the clause's own words."""


class title_block(nodes.container):  # noqa: N801
    """What stands around a text: whose it is, its standing, its downloads."""


class date_notice(nodes.General, nodes.Element):  # noqa: N801
    """A notice ``text`` that the reader's browser shows once the date ``after`` is over."""


class dated(nodes.container):  # noqa: N801
    """What is true from the day ``since`` until before ``until``; ``""`` stands for no day."""


class notes_block(nodes.container):  # noqa: N801
    """The footnotes at the end of a protocol."""


def add_nodes(app: Sphinx) -> None:
    """Register the nodes with their HTML visitors."""
    app.add_node(clause_list, html=(_open_list, _close_list))
    app.add_node(clause_item, html=(_open_item, _close_item))
    app.add_node(clause_block, html=(_open_block, _close_block))
    app.add_node(clause_marker, html=(_open_marker, _close_marker))
    app.add_node(permalink, html=(_open_permalink, _close_nothing), text=(_skip, _close_nothing))
    app.add_node(
        school_mark, html=(_open_school_mark, _close_nothing), text=(_skip, _close_nothing)
    )
    app.add_node(title_block, html=(_open_title_block, _close_title_block))
    app.add_node(
        date_notice, html=(_open_date_notice, _close_nothing), text=(_skip, _close_nothing)
    )
    app.add_node(dated, html=(_open_dated, _close_block))
    app.add_node(notes_block, html=(_open_notes, _close_notes))


def _open_list(self: HTML5Translator, node: nodes.Element) -> None:
    # A list whose bullets are hidden by style is no list to some screen readers without its role.
    self.body.append(self.starttag(node, "ul", role="list"))


def _close_list(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</ul>\n")


def _open_item(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "li", ""))


def _close_item(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</li>\n")


def _open_block(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div"))


def _close_block(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _open_marker(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "span", "", CLASS="clause-marker"))


def _close_marker(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</span> ")


def _open_permalink(self: HTML5Translator, node: nodes.Element) -> None:
    name = self.attval(node["label"])
    self.body.append(
        f'<a class="headerlink" href="#{self.attval(node["refid"])}" aria-label="{name}" '
        f'title="{name}" data-label="{self.attval(node.get("short", ""))}">#</a>'
    )
    raise nodes.SkipNode


def _open_school_mark(self: HTML5Translator, node: nodes.Element) -> None:
    # who imports a saved page leaves out every aside
    text = self.encode(node["text"])
    self.body.append(f'<aside class="school-mark" role="note" {_lang(self)}>{text}</aside>\n')
    raise nodes.SkipNode


def _skip(_self: object, _node: nodes.Element) -> None:
    raise nodes.SkipNode


def _close_nothing(_self: object, _node: nodes.Element) -> None:
    return


def _lang(self: HTML5Translator) -> str:
    """Return the attribute of our own words on a page that is in the language of protocols."""
    return f'lang="{language_of(self.config)}"'


def _open_title_block(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append(
        self.starttag(
            node,
            "div",
            CLASS="title-block",
            role="region",
            lang=language_of(self.config),
            **{"aria-label": node["label"]},
        )
    )


def _close_title_block(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _open_date_notice(self: HTML5Translator, node: nodes.Element) -> None:
    after, text = self.attval(node["after"]), self.encode(node["text"])
    lang = _lang(self)
    self.body.append(f'<p class="title-block-over" data-after="{after}" {lang} hidden>{text}</p>\n')
    raise nodes.SkipNode


def _open_dated(self: HTML5Translator, node: nodes.Element) -> None:
    since, until = self.attval(node["since"]), self.attval(node["until"])
    said = f' data-from="{since}" hidden' if since else ""
    said += f' data-until="{until}"' if until else ""
    self.body.append(f"<div{said}>\n")


def _open_notes(self: HTML5Translator, node: nodes.Element) -> None:
    name = self.attval(node["label"])
    self.body.append(f'<div class="notes" role="region" aria-label="{name}">\n')


def _close_notes(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</div>\n")
