"""``protocol serve``: the website on this machine, built again at every change."""

from __future__ import annotations

from pathlib import Path

from protocolkit.commands.output import EXIT_CLEAN, repository, say, speak


def serve(folder: Path, port: int, open_browser: bool, dry_run: bool) -> int:
    """Serve on the loopback address only: a draft is nobody else's.

    With ``dry_run`` nothing is served; what the build before it would change is told.
    """
    if dry_run:
        return _try(folder)
    from sphinx_autobuild.__main__ import main as autobuild  # noqa: PLC0415 - slow to import

    root = repository(folder, "serve")
    target = root / "_build" / "html"
    say(speak("Press Ctrl+C to stop."))
    words = [str(root), str(target), "--host", "127.0.0.1", "--port", str(port)]
    words += ["-d", str(target.parent / f".{target.name}.doctrees")]
    words += [
        text for name in (".venv", ".cache", "_build") for text in ("--ignore", str(root / name))
    ]
    if open_browser:
        words.append("--open-browser")
    autobuild(words)
    return EXIT_CLEAN


def _try(folder: Path) -> int:
    """Tell what would be built, and that it would be shown."""
    from protocolkit.commands.build import build  # noqa: PLC0415 - slow to load

    code = build(folder, None, 1, False, False, False, False, True)
    say(speak("After that the website would be shown on this machine, until Ctrl+C."))
    return code
