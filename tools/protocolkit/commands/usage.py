"""Help and wrong usage in the reader's language: click's own words are English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

import click

from protocolkit.commands.examples import EXAMPLES
from protocolkit.commands.output import speak

_PROGRAM, _HELP = "protocol", "--help"
# Of commands that have one option this is named.
_USUAL = "check"


class _Help:
    """Prints a help page without the English words that click has built in."""

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the usage line."""
        words = [speak("[OPTIONS]")]
        arguments = [p for p in context.command.params if isinstance(p, click.Argument)]
        words += [param.human_readable_name for param in arguments]
        if isinstance(context.command, click.Group):
            words.append(speak("COMMAND"))
        pieces = " ".join(words)
        formatter.write_usage(context.command_path, pieces, prefix=f"{speak('Usage:')} ")

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the options, then the commands of a group."""
        command = context.command
        # An argument is in the line above already.
        params = [p for p in command.get_params(context) if not isinstance(p, click.Argument)]
        records = [param.get_help_record(context) for param in params]
        rows = [(name, _in_our_words(text)) for name, text in filter(None, records)]
        if rows:
            with formatter.section(speak("Options")):
                formatter.write_dl(rows)
        if isinstance(command, click.Group):
            known = [(name, command.commands[name]) for name in command.list_commands(context)]
            with formatter.section(speak("Commands")):
                formatter.write_dl([(name, item.get_short_help_str(70)) for name, item in known])

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Print what somebody may type, line by line as it stands."""
        examples = EXAMPLES.get(context.command.name or "", ())
        if examples:
            with formatter.section(speak("Examples")):
                for example in examples:
                    formatter.write(f"{'':{formatter.current_indent}}{_PROGRAM} {example}\n")


class Command(_Help, click.Command):
    """A command whose help is in the reader's language."""


class Group(_Help, click.Group):
    """A group of commands whose help is in the reader's language."""


def _in_our_words(text: str) -> str:
    """Return the help of an option without the word that click adds to what must be typed."""
    return text.replace("[required]", f"[{speak('must be typed')}]")


def with_help(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--help`` with a text of our own."""
    return click.help_option("-h", "--help", help=speak("Show this help."))(function)


def explain(reason: click.ClickException) -> str:
    """Say what was typed wrong, with the likely cure."""
    if isinstance(reason, click.NoSuchOption | click.BadOptionUsage):
        return _about_option(reason)
    if isinstance(reason, click.MissingParameter):
        name = _name(reason.param) if reason.param else (reason.param_hint or "?")
        name = name if isinstance(name, str) else ", ".join(name)
        return speak("'{name}' is missing.").format(name=name)
    if isinstance(reason, click.BadParameter):
        return _about_value(reason)
    context = reason.ctx if isinstance(reason, click.UsageError) else None
    if context is not None and isinstance(context.command, click.Group):
        known = ", ".join(context.command.commands)
        text = speak("this command does not exist. There are: {known}.").format(known=known)
        near = get_close_matches(_typed(reason), context.command.commands, 1)
        return f"{text} {speak('Did you mean: {near}?').format(near=near[0])}" if near else text
    if context is not None:
        return speak("there is a word too many after '{command}'.").format(
            command=context.command_path
        )
    return reason.format_message()


def _about_value(reason: click.BadParameter) -> str:
    """Say that a value is not possible, and which are, or how a day is written."""
    kind = getattr(reason.param, "type", None)
    name = reason.param.opts[0] if reason.param else "?"
    text = speak("the value of '{name}' is not possible.").format(name=name)
    if isinstance(kind, click.DateTime):
        return f"{text} {speak('Write year, month and day, such as 2026-02-03.')}"
    known = ", ".join(str(choice) for choice in getattr(kind, "choices", ()))
    return f"{text} {speak('Choose one of: {known}.').format(known=known)}" if known else text


def _typed(reason: click.ClickException) -> str:
    """Return what was typed for a command, which click says in its message only."""
    found = re.search(r"'([^']*)'", reason.message)
    return found[1] if found else ""


def help_on(words: Sequence[str], commands: Iterable[str]) -> str:
    """Say where the help is on the command that was typed; ``words`` are those after its name."""
    known = words[0] if words and words[0] in set(commands) else ""
    return speak("See '{command}'.").format(
        command=" ".join(filter(None, [_PROGRAM, known, _HELP]))
    )


def _name(param: click.Parameter) -> str:
    """Return what a parameter is called where it is typed."""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _command_with(option: str, context: click.Context | None) -> str:
    """Return a command that has an option which was typed before any command, or ``""``."""
    group = context.command if context is not None else None
    if not isinstance(group, click.Group):
        return ""
    having = (
        name
        for name in sorted(group.commands, key=lambda name: name != _USUAL)
        if any(option in param.opts for param in group.commands[name].params)
    )
    return next(having, "")


def _about_option(reason: click.NoSuchOption | click.BadOptionUsage) -> str:
    """Say which option was meant, or how many words it takes."""
    name = reason.option_name
    if isinstance(reason, click.NoSuchOption):
        near = ", ".join(reason.possibilities or ())
        if command := _command_with(name, reason.ctx):
            text = speak("put '{name}' behind the command, as in '{command}'.")
            return text.format(name=name, command=f"{_PROGRAM} {command} {name}")
        text = speak("there is no option '{name}'.").format(name=name)
        return f"{text} {speak('Did you mean: {near}?').format(near=near)}" if near else text
    # click says how many in its message only
    count = re.search(r"requires (\d+|an) argument", reason.message)
    if count is None:
        return speak("nothing can stand behind '{name}'.").format(name=name)
    if count[1] == "an":
        return speak("behind '{name}' a word is missing.").format(name=name)
    return speak("behind '{name}' {count} words are needed.").format(name=name, count=count[1])
