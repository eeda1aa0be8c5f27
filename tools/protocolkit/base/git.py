"""Earlier versions of files, from git. Without git, or outside a repository, there are none.

The only module that starts git; it reads and never writes.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_SECONDS = 20


def changed_since(root: Path, revision: str, folder: str) -> tuple[str, ...] | None:
    """Return the files under ``folder`` that differ from a revision, as paths from ``root``.

    Files that git does not know yet have no earlier version and are left out. None means that git
    cannot tell: there is no git, no such revision, or a copy without that much history.
    """
    # Git would take other things too: an option, which may write files, a folder, a range.
    if not has_revision(root, revision):
        return None
    # --relative: paths from root, which may be a folder inside the repository.
    listed = _answer(root, "diff", "--name-only", "-z", "--relative", revision, "--", folder)
    if listed is None:
        return None
    return tuple(sorted(name for name in listed.split("\0") if name))


def taken_in(root: Path) -> frozenset[str] | None:
    """Return the files, as paths from ``root``, that git has or would take in with all else.

    What it is told to leave out is not among them. None means that git cannot tell.
    """
    whole = root.resolve()
    if not any((folder / ".git").exists() for folder in (whole, *whole.parents)):
        return None
    listed = _answer(root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    return None if listed is None else frozenset(filter(None, listed.split("\0")))


def earlier_text(root: Path, revision: str, name: str) -> str:
    """Return a file's text in a revision, or ``""`` when it was not there."""
    if revision.startswith("-"):
        return ""
    return _git(root, "show", f"{revision}:./{name}")


def is_repository(root: Path) -> bool:
    """Tell whether a folder stands in the work of git, so that it can have earlier versions."""
    return _git(root, "rev-parse", "--is-inside-work-tree").strip() == "true"


def has_revision(root: Path, revision: str) -> bool:
    """Tell whether a repository has a revision: a commit, a tag, a branch."""
    if not revision or revision.startswith("-"):
        return False
    return _answer(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is not None


def earlier_bytes(root: Path, revision: str, name: str) -> bytes | None:
    """Return a file's bytes in a revision, None when it was not there."""
    if revision.startswith("-"):
        return None
    return _bytes(root, "show", f"{revision}:./{name}")


def revisions(root: Path, name: str, most: int) -> tuple[str, ...]:
    """Return the last revisions in which a file changed, the newest first."""
    return tuple(_git(root, "log", f"-{most}", "--format=%H", "--", name).split())


def last_change(root: Path, folder: str, end: str) -> str:
    """Return the day of the last commit that touched a file with an end in a folder, or ``""``."""
    return _git(root, "log", "-1", "--format=%cs", "--", f":(glob){folder}/**/*{end}").strip()


def _git(root: Path, *words: str) -> str:
    return _answer(root, *words) or ""


def _answer(root: Path, *words: str) -> str | None:
    """Return what git prints, None when it is not there or says that something is wrong."""
    found = _bytes(root, *words)
    return None if found is None else found.decode("utf-8", "replace")


def _bytes(root: Path, *words: str) -> bytes | None:
    program = shutil.which("git")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - words of ours, no shell
            [program, "-C", str(root), "--no-pager", *words],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
