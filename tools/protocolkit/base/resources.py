"""Where ``templates/`` is: one function for an editable install, a wheel and own overrides."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from protocolkit.base.files import check_file, is_there, read_text

_PACKAGE = Path(__file__).parents[1]


def templates_folder() -> Path:
    """Return the folder of our own templates.

    In a wheel they are inside the package; in a working copy they are ``templates/`` at its root.
    """
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / "templates"


def package_text(package: str, name: str) -> str:
    """Return the text of a file that stands in a package of ours."""
    return resources.files(package).joinpath(name).read_text("utf-8")


def template_path(name: str, project: Path | None = None) -> Path:
    """Return the path of a template such as ``typst/protocol.typ``.

    A file of that name in the project's own ``templates/`` comes before ours. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when that cannot be opened.
    """
    own = project / "templates" / name if project else None
    if own is None or not is_there(own):
        return templates_folder() / name
    check_file(own, project, f"templates/{name}")
    return own


def template_text(name: str, project: Path | None = None) -> tuple[Path, str]:
    """Return the path and the text of a template, the project's own or ours."""
    path = template_path(name, project)
    is_ours = path.is_relative_to(templates_folder())
    return path, read_text(path, None if is_ours else project)


def template_state(name: str, project: Path | None = None) -> tuple[object, ...]:
    """Return what differs as soon as another text may stand in a template, without reading it."""
    own = [project / "templates" / name] if project else []
    return tuple(map(_state, (*own, templates_folder() / name)))


def _state(path: Path) -> tuple[int, ...]:
    """Return when a file was last changed, which file it is and its size; nothing where none is."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ctime_ns, found.st_mtime_ns, found.st_ino, found.st_size
