"""What stands around the text of a page on a day, with what the page says of its other versions.

A page is read once, and then it is told which texts were adopted and for which days. A text may
begin to hold, or another in its place, after that: what its cover says on a day is worked out when
the page is written.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from protocolkit.base.messages import Translate
from protocolkit.collection import basis_name
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.model import Protocol
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.nodes import dated, title_block
from protocolkit.site.engine.title_block import (
    DOWNLOADS_LINE,
    VERSION_NOTE,
    make_closing_block,
    make_title_block,
)
from protocolkit.site.engine.whole_site import is_whole_site
from protocolkit.site.versions.notice import Notice, Notices
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.decided_versions import unproven_bodies

# The class of a line that only leads to the history.
_LINKS = "version-links"


def other_cover(
    read: Protocol, day: str, translate: Translate, language: str
) -> tuple[Protocol, Cover] | None:
    """Return a present text as it stands on a day with its cover; None where that is the same."""
    now = as_it_stands(read, day)
    if now is read:
        return None
    one, other = (make_cover(text, translate, language, day=None) for text in (read, now))
    return None if one == other else (now, other)


def blocks_of(
    app: Sphinx, protocol: Protocol, before: title_block, *, is_present: bool
) -> tuple[title_block, nodes.container]:
    """Return what stands around a text with what is recorded of it since."""
    if is_present:
        return _present_blocks(app, before, protocol)
    translate, language = translate_for(app.config), language_of(app.config)
    cover = make_cover(protocol, translate, language, day=None)
    return make_title_block(protocol, cover, translate, version="-"), make_closing_block(cover)


def _present_blocks(
    app: Sphinx, before: title_block, protocol: Protocol
) -> tuple[title_block, nodes.container]:
    """Return what stands around a present text; ``before`` has its downloads, as they were made."""
    root, translate = Path(app.srcdir), translate_for(app.config)
    cover = make_cover(
        protocol,
        translate,
        language_of(app.config),
        board_texts(protocol, root),
        basis=basis_name(protocol, root),
        unproven=unproven_bodies(protocol, root),
        day=None,
    )
    block = make_title_block(protocol, cover, translate, version="-")
    downloads = [one.deepcopy() for one in _lines(before, DOWNLOADS_LINE)]
    [note] = _lines(block, VERSION_NOTE)
    at = block.index(note)
    block[at : at + 1] = downloads
    return block, make_closing_block(cover)


def put_lines(app: Sphinx, block: title_block, found: Notices) -> None:
    """Put the sentences of a page below the first line of a block, each for its days."""
    for line in list(block.findall(nodes.paragraph)):
        if VERSION_NOTE in line["classes"]:
            block.remove(line)
    lines = [(one, line) for one in found if (line := _line(app, one.told)).children]
    if len(found) > 1:
        block[1:1] = [dated("", line, since=one.since, until=one.until) for one, line in lines]
    else:
        block[1:1] = [line for _, line in lines]


def _line(app: Sphinx, notice: Notice) -> nodes.paragraph:
    paragraph = nodes.paragraph("", classes=[VERSION_NOTE if notice.sentence else _LINKS])
    if notice.sentence:
        paragraph += [nodes.Text(notice.sentence), nodes.Text(" ")]
    for at, (words, goal) in enumerate(notice.links if is_whole_site(app.builder) else ()):
        paragraph += [nodes.Text(" · ")] * bool(at)
        paragraph += nodes.reference("", words, refuri=goal, internal=True)
    return paragraph


def _lines(block: title_block, name: str) -> list[nodes.paragraph]:
    return [one for one in block.findall(nodes.paragraph) if name in one["classes"]]
