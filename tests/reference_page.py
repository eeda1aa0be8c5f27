"""Write docs/develop/sphinx.md: what the Sphinx extension offers, as its code declares it.

Run: ``PYTHONPATH=tools:tests python tests/reference_page.py > docs/develop/sphinx.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from protocolkit.site.directives.connect import DIRECTIVES
from protocolkit.site.directives.declared import Declared, Option
from protocolkit.site.directives.finding import TOPIC_OPTIONS
from protocolkit.site.engine.domain import ROLES
from protocolkit.site.engine.events import EVENTS
from protocolkit.site.engine.settings import SETTINGS
from protocolkit.site.my_school import MY_SCHOOL
from protocolkit.site.overview import OVERVIEW

_HEAD = """\
# The Sphinx extension: reference

`extensions = ["protocolkit"]` in `conf.py`; how to begin is on
[another page](own-sphinx-project.md). This page is made of the code by `tests/reference_page.py`.

Names: a *subject* is a folder of protocols (`pesten`), an *organisation* the file of one without
`.md` (`de-brug`), an *anchor* stands before a clause in braces (`{#art-3}`).
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *_directives(), *_roles(), *_settings(), *_events()])


def _directives() -> Iterator[str]:
    yield "## Directives\n"
    yield "Of what is not there a build says `protocol.directive-unknown`, with what there is; of a"
    yield "text beside itself `protocol.directive-same`. A list without anything in it is a dash."
    yield "Names in an option stand with commas or spaces between them.\n"
    yield "**Filters of topics**, which several directives take:\n"
    yield from _options(TOPIC_OPTIONS)
    for one in DIRECTIVES:
        yield from _directive(one)
    yield f"### `{{{MY_SCHOOL}}}`\n"
    yield "Every school and board, each a link to a page with the texts that apply there, how far"
    yield "these are and whom to ask. Only on a website. No argument and no options.\n"
    yield f"### `{{{OVERVIEW}}}`\n"
    yield "Every subject with its protocols and, on a website, where they are compared and what can"
    yield "be downloaded. No argument and no options.\n"


def _directive(one: Declared) -> Iterator[str]:
    yield f"### `{{{one.name}}}`\n"
    yield f"{one.about}\n"
    yield f"Argument: `{one.form}`.\n"
    own = {name: option for name, option in one.options.items() if name not in TOPIC_OPTIONS}
    if own:
        yield from _options(own)
    if TOPIC_OPTIONS.keys() <= one.options.keys():
        yield "It takes the filters of topics too.\n"
    name, option = next(iter(one.options.items()), ("", None))
    yield "````markdown"
    yield f"```{{{one.name}}} {one.form}"
    if option is not None:
        yield f":{name}:{_example(option)}"
    yield "```"
    yield "````\n"


def _example(option: Option) -> str:
    try:
        option.read("")
    except ValueError:
        return f" {option.values[0]}" if option.values else " name"
    return ""


def _options(options: Mapping[str, Option]) -> Iterator[str]:
    yield "| option | what it does | values |"
    yield "|---|---|---|"
    for name, option in options.items():
        values = ", ".join(f"`{value}`" for value in option.values)
        yield f"| `{name}` | {option.about} | {values} |"
    yield ""


def _roles() -> Iterator[str]:
    yield "## Roles\n"
    yield "With words of your own: `` {protocol:clause}`these words <pesten/de-brug#art-3>` ``. A"
    yield "reference to what is not there is a warning. Where a build has no such page, the words"
    yield "stay. `{any}` and `{ref}` take the names of clauses too. In Markdown a link to the file"
    yield "does: `[](example/protocols/pesten/de-brug.md#art-1)`.\n"
    yield "Another project finds clauses through intersphinx: with this extension by"
    yield "`` {external:protocol:clause}`pesten/de-brug#art-3` ``, without it, in Markdown, by"
    yield "`[](<inv:#pesten/de-brug#art-3>)`.\n"
    yield "| role | target | leads to |"
    yield "|---|---|---|"
    for name, (form, about) in ROLES.items():
        yield f"| `{{protocol:{name}}}` | `{form}` | {about} |"
    yield ""


def _settings() -> Iterator[str]:
    yield "## Settings\n"
    yield "| setting | type | default | use |"
    yield "|---|---|---|---|"
    for one in SETTINGS:
        types = " or ".join(f"`{kind.__name__}`" for kind in one.types)
        yield f"| `{one.name}` | {types} | `{one.default!r}` | {one.about} |"
    yield ""


def _events() -> Iterator[str]:
    yield "## Events\n"
    yield "A handler is connected with `app.connect` and gets the application first.\n"
    yield "| event | arguments | when |"
    yield "|---|---|---|"
    for one in EVENTS:
        arguments = ", ".join(f"`{argument}`" for argument in one.arguments)
        yield f"| `{one.name}` | {arguments} | {one.about} |"


if __name__ == "__main__":
    sys.stdout.write(page() + "\n")
