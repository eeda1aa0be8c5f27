"""What our pages look like: style sheet, scripts and side bar, and what every template knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader

from protocolkit.base.resources import templates_folder
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.repository_layout import VERSIONS_SETTING
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.whole_site import has_search_page

_SIDEBAR = [
    "sidebar/brand.html",
    "sidebar/search.html",
    "sidebar/scroll-start.html",
    "sidebar/navigation.html",
    "sidebar/scroll-end.html",
]
# After the theme's own style sheets, which have 500 and 600.
_LAST = 800
_BEFORE_SEALING = 990


def connect(app: Sphinx) -> None:
    """Add our style, scripts, templates and side bar."""
    app.add_css_file("protocolkit.css", priority=_LAST)
    app.add_js_file("protocolkit.js")
    app.connect("config-inited", _add_templates)
    app.connect("builder-inited", _leave_books_alone)
    app.connect("builder-inited", _keep_compiled)
    app.connect("build-finished", _keep_no_more, priority=_BEFORE_SEALING)
    app.connect("html-page-context", _add_context)


def _add_templates(_app: Sphinx, config: Config) -> None:
    folder = templates_folder() / "html"
    config.html_static_path = [*config.html_static_path, str(folder / "static")]
    # An index of nothing but headings helps nobody, and a draft's source may not lie about.
    for name in ("html_use_index", "html_copy_source"):
        if name not in config._raw_config:
            config[name] = False
    if config.html_theme == "sphinx_book_theme" and not config.html_copy_source:
        # Its button offers the source of each page, which is not there.
        options = config.html_theme_options
        config.html_theme_options = {"use_download_button": False, **options}
    if config.html_theme != "furo":
        return
    config.templates_path = [*config.templates_path, str(folder / "theme")]
    if not config.html_sidebars:
        config.html_sidebars = {"**": _SIDEBAR}


def _leave_books_alone(app: Sphinx) -> None:
    """Draw the pages of a book by the theme that books have: ours builds on furo."""
    ours = str(templates_folder() / "html" / "theme")
    if isinstance(app.builder, Epub3Builder) and ours in app.config.templates_path:
        app.config.templates_path = [one for one in app.config.templates_path if one != ours]
        app.config.html_sidebars = {}
        app.builder.init_templates()


def _keep_compiled(app: Sphinx) -> None:
    """Keep compiled templates beside Sphinx's state: compiling is much of a small build."""
    templates = getattr(app.builder, "templates", None)
    if isinstance(templates, BuiltinTemplateLoader):
        folder = Path(app.doctreedir) / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        for environment in (templates.environment, page_environment(Path(app.srcdir))):
            environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def _keep_no_more(app: Sphinx, _exception: Exception | None) -> None:
    """Leave the folder as it is sealed, whatever page of ours is drawn after the build."""
    page_environment(Path(app.srcdir)).bytecode_cache = None


def _add_context(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Give templates the translator, and keep search engines from drafts and old versions."""
    context["t"] = translate_for(app.config)
    context["has_search_page"] = has_search_page(app)
    reading = protocol_domain(app.env).readings.get(pagename)
    is_version = pagename.startswith(f"{app.config[VERSIONS_SETTING]}/")
    is_pending = reading is not None and is_draft(reading.protocol.facts.status)
    if is_version or is_pending:
        context["is_unlisted"] = True
