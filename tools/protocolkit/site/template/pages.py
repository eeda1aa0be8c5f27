"""The template of each subject: its page, and its Markdown file.

Made from the judged matrix at every build, late, since it needs every protocol.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from protocolkit.base.files import write_text
from protocolkit.document.model import Protocol
from protocolkit.paper.shared.file_formats import FileFormat
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.reading.writer import write_protocol
from protocolkit.site.engine.addresses import (
    template_docname,
    template_formats,
    template_url,
)
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.page_templates import is_unlisted
from protocolkit.site.engine.whole_site import add_pages, is_whole_site
from protocolkit.site.template.templates import subject_templates, template_documents

Page = tuple[str, dict[str, Any], str]


def connect(app: Sphinx) -> None:
    """Make the templates at the end of a build."""
    add_pages(app, _collect_pages)
    app.connect("build-finished", _write_files)


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    environment = page_environment(Path(app.srcdir))
    for made in subject_templates(app):
        from protocolkit.drafting.template.front import template_title  # noqa: PLC0415 - slow
        from protocolkit.site.template.drawing import texts  # noqa: PLC0415 - the same

        template = made.template
        name = template_docname(template.subject)
        formats = _formats(app)
        body = environment.get_template("voorbeeldprotocol.html").render(
            **texts(template, name, formats, translate), t=translate
        )
        title = template_title(template, translate)
        context = {"title": title, "body": body, "is_unlisted": is_unlisted(made.judged.matrix)}
        yield name, context, "page.html"


def _write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write every template as Markdown, whole and clean."""
    if exception is not None or not is_whole_site(app.builder):
        return
    for made, drafts in template_documents(app):
        for name, draft in drafts:
            address = template_url(made.template.subject, FileFormat.MARKDOWN, name)
            write_text(Path(app.outdir) / address, _markdown(app, draft.protocol))


def _markdown(app: Sphinx, protocol: Protocol) -> str:
    """Return a document as Markdown; what did not change is not written out again."""
    return cache_of(app.env).value(
        "template-text",
        f"{protocol.subject}-{protocol.slug}",
        repr(protocol),
        lambda: write_protocol(protocol),
    )


def _formats(app: Sphinx) -> tuple[FileFormat, ...]:
    return template_formats(with_paper=bool(app.config.protocolkit_paper))
