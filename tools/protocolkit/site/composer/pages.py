"""The composer: one page per subject on which someone picks wordings and takes a draft along.

Everything happens in the browser; the page and its scripts of data are made late, since they
need every protocol.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.application import Sphinx

from protocolkit.base import remembered
from protocolkit.base.beside import Beside
from protocolkit.base.files import write_text
from protocolkit.base.messages import Translate
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page, board_choices
from protocolkit.site.comparison.scripts import version_of
from protocolkit.site.engine.addresses import (
    COMPOSER,
    comparison_docname,
    composer_docname,
    composer_script_url,
    relative,
    template_docname,
    template_formats,
    template_url,
)
from protocolkit.site.engine.caching import cache_of, surroundings
from protocolkit.site.engine.compared_subjects import ComparedSubject
from protocolkit.site.engine.domain import OncePerBuild
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.page_templates import is_unlisted
from protocolkit.site.engine.protocol_keys import protocols_key
from protocolkit.site.engine.whole_site import add_pages, is_whole_site
from protocolkit.site.template.subject_template import SubjectTemplate
from protocolkit.site.template.templates import subject_templates

if TYPE_CHECKING:
    from protocolkit.drafting.template.values import Template
    from protocolkit.site.composer.data import ComposerScripts
    from protocolkit.site.composer.option import ShowOption

    _Made = tuple[tuple[ComparedSubject, Template, ComposerScripts], ...]

_AFTER_COMPARISON = 860
# It makes several threads, and then no process can be copied.
_BEFORE_PAPER = 890
_KIND = "composer"
_SCRIPTS = (
    "protocolkit-data.js",
    "protocolkit-words.js",
    "bestand-delen.js",
    "opstellen-bestand.js",
    "opstellen-concept.js",
    "opstellen-woorden.js",
    "opstellen-open.js",
    "opstellen-verschillen.js",
    "opstellen.js",
)


def connect(app: Sphinx) -> None:
    """Make the pages and their data at the end of a build; the data are begun beside it early."""
    early = _Early()
    app.connect("env-updated", early.begin, priority=_BEFORE_PAPER)
    add_pages(app, early.collect_pages)
    app.connect("html-page-context", _add_files)
    app.connect("build-finished", early.finish)
    app.connect("build-finished", _write)


class _Early:
    """Makes what composers know while other pages are made, and leaves it in the cache."""

    def __init__(self) -> None:
        self._beside = Beside()

    def begin(self, app: Sphinx, _env: object) -> tuple[str, ...]:
        """Begin where there is something to make; it changes no page that Sphinx has read."""
        # Sphinx uses the cores itself when it is asked to.
        if is_whole_site(app.builder) and app.parallel <= 1:
            cache = cache_of(app.env)
            made = subject_templates(app)
            if not all(cache.has(_KIND, *_known_by(app, found)) for found in made):
                from protocolkit.site.composer import data  # noqa: F401, PLC0415 - slow to load

                remembered.expect(_KIND)
                self._beside.begin(lambda: _leave(app))
        return ()

    def collect_pages(self, app: Sphinx) -> Iterator[Page]:
        """Yield the pages, with what was made beside."""
        self._beside.wait()
        yield from _collect_pages(app)

    def finish(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Leave no process behind, whatever became of the build."""
        self._beside.stop()


def _leave(app: Sphinx) -> None:
    _made(app)
    remembered.leave(cache_of(app.env), _KIND)


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    for judged, made, scripts in _made(app):
        from protocolkit.site.composer.view import composer_view  # noqa: PLC0415 - slow to load

        name = composer_docname(made.subject)
        template = page_environment(Path(app.srcdir)).get_template("opstellen.html")
        title = translate("Compose a protocol: {subject}").format(subject=made.title)
        body = template.render(
            **composer_view(made, scripts.themes, name, translate),
            **_links(made, app, name),
            title=title,
            core=f"gegevens.js?v={version_of(scripts.core)}",
            choices=board_choices(judged.matrix, translate),
            blanks=scripts.blanks,
            own_fields=_own_fields(),
            t=translate,
        )
        context = {
            "title": title,
            "body": body,
            "is_wide": True,
            "is_unlisted": is_unlisted(judged.matrix),
        }
        yield name, context, "page.html"


def _own_fields() -> dict[str, tuple[str, str]]:
    """Return the fields that fill in a blank that has none of its own, for board and school."""
    from protocolkit.drafting.template.blanks import (  # noqa: PLC0415 - slow to load
        EDUCATION_KEY,
        SCHOOLS_JOINED,
    )
    from protocolkit.site.composer.needed import WHOM_KEY  # noqa: PLC0415 - slow to load

    return {
        "bestuur": ("name", "parent"),
        "school": ("schools", "name"),
        **dict.fromkeys(SCHOOLS_JOINED.values(), ("schools", "name")),
        EDUCATION_KEY: ("sector", "sector"),
        WHOM_KEY: ("schools", "name"),
    }


def _links(template: Template, app: Sphinx, name: str) -> dict[str, Any]:
    subject = template.subject
    formats = template_formats(with_paper=bool(app.config.protocolkit_paper))
    return {
        "subject": subject,
        "comparison": relative(f"{comparison_docname(subject)}.html", name),
        "template": relative(f"{template_docname(subject)}.html", name),
        "downloads": [(one.shown, relative(template_url(subject, one), name)) for one in formats],
    }


def _add_files(
    app: Sphinx, pagename: str, _template: str, _context: dict[str, Any], _doctree: object
) -> None:
    """Give our own pages their style and scripts, and no other page."""
    if pagename.split("/", maxsplit=1)[0] != COMPOSER:
        return
    app.add_css_file("vergelijken.css", priority=_AFTER_COMPARISON - 10)
    app.add_css_file("opstellen.css", priority=_AFTER_COMPARISON)
    for script in _SCRIPTS:
        app.add_js_file(script, loading_method="defer")


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not is_whole_site(app.builder):
        return
    folder = Path(app.outdir)
    for _, template, scripts in _made(app):
        own = {"gegevens": scripts.core, "word": scripts.word}
        texts = {**own, **{f"bestuur/{slug}": text for slug, text in scripts.boards.items()}}
        for name, text in texts.items():
            write_text(folder / composer_script_url(template.subject, name), text)


_MADE: OncePerBuild[_Made] = OncePerBuild()


def _made(app: Sphinx) -> _Made:
    """Return each subject with what its composer knows; the same values within one build."""
    translate = translate_for(app.config)
    return _MADE.of(
        app.env,
        lambda _: tuple(_of_subject(app, found, translate) for found in subject_templates(app)),
    )


def _of_subject(
    app: Sphinx, found: SubjectTemplate, translate: Translate
) -> tuple[ComparedSubject, Template, ComposerScripts]:
    # before what is kept is read, which holds their values; slow to load
    from protocolkit.site.composer.data import composer_scripts  # noqa: PLC0415
    from protocolkit.site.composer.known import Kept  # noqa: PLC0415

    root, language = Path(app.srcdir), language_of(app.config)
    cache, (subject, inputs) = cache_of(app.env), _known_by(app, found)

    def make() -> ComposerScripts:
        kept = Kept(cache, subject, _around(app))
        scripts = composer_scripts(
            found,
            translate,
            language=language,
            project=root,
            show=option_writer(root, translate),
            known=kept.known,
        )
        kept.keep()
        return scripts

    return found.judged, found.template, cache.value(_KIND, subject, inputs, make)


def _known_by(app: Sphinx, found: SubjectTemplate) -> tuple[str, str]:
    """Return under which name and for which inputs it is kept what the composer knows."""
    subject = found.judged.subject
    key = f"{subject.concordance!r}{protocols_key(subject.protocols)}{found.choices!r}"
    return subject.slug, f"{_around(app)}{key}"


def _around(app: Sphinx) -> str:
    return f"{language_of(app.config)}{surroundings(Path(app.srcdir))}"


def option_writer(project: Path, translate: Translate) -> ShowOption:
    """Return what writes an option as the page has it; ``project`` may have its own template."""
    template = page_environment(project).get_template("opstellen-keuze.html")
    option = template.make_module({"t": translate}).option  # type: ignore[attr-defined]
    return lambda topic, found: str(option(topic, found))
