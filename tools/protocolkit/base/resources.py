"""Where ``templates/`` is: one function for an editable install, a wheel and own overrides."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def templates_folder() -> Path:
    """Return the folder of our own templates.

    In a wheel they are inside the package; in a working copy they are ``templates/`` at its root.
    """
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / "templates"


def template_path(name: str, project: Path | None = None) -> Path:
    """Return the path of a template such as ``typst/protocol.typ``.

    A file of that name in the project's own ``templates/`` comes before ours.
    """
    own = project / "templates" / name if project else None
    return own if own is not None and own.is_file() else templates_folder() / name
