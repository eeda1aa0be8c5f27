"""The language of the site: our own catalogue, and Sphinx's own words corrected.

Sphinx's words for scripts come as a script that makes a function from text, which our policy for
pages forbids; here they are written as plain values.
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources
from pathlib import Path

import sphinx
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import translators

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate, translator

_SPHINX = "sphinx"
_CATALOGUE = "protocolkit_catalogue"
_SCRIPT = """\
Documentation.TRANSLATIONS = %s;
Documentation.PLURAL_EXPR = (n) => Number(%s);
Documentation.LOCALE = %s;
"""
_ONE_PAGE = "Search finished, found one page matching the search query."
_IN_SCRIPTS = frozenset({", in ", "Preparing search...", "Search Results", "Searching", _ONE_PAGE})


def connect(app: Sphinx) -> None:
    """Use our corrections of Sphinx's own catalogue; a changed catalogue makes all pages anew."""
    app.add_config_value(_CATALOGUE, default="", rebuild="env", types=[str])
    app.connect("config-inited", _note_catalogue)
    app.connect("config-inited", _correct_sphinx)


def translate_for(config: Config) -> Translate:
    """Return the translator for the language of a site."""
    return translator(language_of(config))


def language_of(config: Config) -> str:
    """Return the language of a site as the catalogue names it."""
    return (config.language or DEFAULT_LANGUAGE).split("_")[0].split("-")[0]


def _note_catalogue(_app: Sphinx, config: Config) -> None:
    folder = resources.files("protocolkit") / "locales" / language_of(config) / "LC_MESSAGES"
    files = [folder / f"{name}.po" for name in ("protocolkit", _SPHINX)]
    content = b"".join(file.read_bytes() for file in files if file.is_file())
    config[_CATALOGUE] = hashlib.sha256(content).hexdigest()


def _correct_sphinx(app: Sphinx, config: Config) -> None:
    """Put our corrections of Sphinx's words into the build folder, where it looks first."""
    language = language_of(config)
    target = Path(app.doctreedir) / "locales"
    folder = target / (config.language or language) / "LC_MESSAGES"
    source = resources.files("protocolkit") / "locales" / language / "LC_MESSAGES" / f"{_SPHINX}.po"
    words, plural = _words_of_sphinx(config.language or language)
    folder.mkdir(parents=True, exist_ok=True)
    if source.is_file():
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language)
        with (folder / f"{_SPHINX}.mo").open("wb") as binary:
            write_mo(binary, catalogue)
        words |= _words_for_scripts(catalogue)
        plural = plural or "n != 1"
    if words:
        script = _SCRIPT % (
            json.dumps(words, indent=1, sort_keys=True),
            plural,
            json.dumps(language),
        )
        (folder / f"{_SPHINX}.js").write_text(script, "utf-8")
    config.locale_dirs = [*config.locale_dirs, str(target)]
    # Sphinx loaded its words before any extension; a word that it has already stays otherwise.
    translators.pop(("general", _SPHINX), None)
    app._init_i18n()


def _words_for_scripts(catalogue: Catalog) -> dict[str, str | list[str]]:
    """Return the messages that name a script as their place, as Sphinx's scripts want them."""
    found: dict[str, str | list[str]] = {}
    for message in catalogue:
        if any(name.endswith(".js") for name, _ in message.locations):
            if isinstance(message.id, str):
                found[message.id] = str(message.string)
            else:
                found[message.id[0]] = [str(text) for text in message.string or ()]
    return found


def _words_of_sphinx(language: str) -> tuple[dict[str, str | list[str]], str]:
    """Return Sphinx's own words for scripts and its rule for plurals, empty if it has none."""
    path = Path(sphinx.package_dir) / "locale" / language / "LC_MESSAGES" / f"{_SPHINX}.js"
    if not path.is_file():
        return {}, ""
    found = re.search(r"addTranslations\((.*)\);?\s*$", path.read_text("utf-8"), re.DOTALL)
    content = json.loads(found[1]) if found else {}
    used = {key: text for key, text in content.get("messages", {}).items() if key in _IN_SCRIPTS}
    return used, str(content.get("plural_expr", ""))
