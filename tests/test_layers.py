"""Data flows one way: imports point down the list of layers, and each library has its door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "tools" / "protocolkit"

# From the ground up. A module may import from its own layer and from those before it.
LAYERS = (
    (
        "words",
        "numbers",
        "markers",
        "richtext",
        "facts",
        "messages",
        "resources",
        "differences",
        "sentences",
    ),
    ("model",),
    ("outline", "problems"),
    ("references",),
    ("files", "text_marks"),
    ("adopted", "cover"),
    ("reading",),
    ("wording", "norms"),
    ("relations",),
    ("comparison",),
    ("alignment",),
    ("collection", "history"),
    ("checking", "exchange", "paper", "drafting", "importing"),
    ("repository",),
    ("site",),
    ("commands", "__main__", "__init__"),
)

DOORS = {
    "sphinx": ("site", "commands.build", "commands.progress", "__init__"),
    "docutils": ("site",),
    "myst_parser": ("site",),
    "sphinx_autobuild": ("commands.serve",),
    "docx": ("paper.docx",),
    "lxml": ("paper.docx", "importing.word", "importing.web_page"),
    "pypdfium2": ("importing.pdf", "importing.pdf_lines", "importing.pdf_marks"),
    "pdfplumber": ("importing.pdf_tables",),
    "typst": ("paper.pdf",),
    "markdown_it": ("reading",),
    "mdit_py_plugins": ("reading",),
    "ruamel": ("reading",),
    "jinja2": ("site", "importing.report_pages"),
    "markupsafe": ("site",),
    "click": ("commands",),
    "xlsxwriter": ("comparison.workbook",),
    "diff_match_patch": ("differences",),
    "snowballstemmer": ("wording.terms",),
    "numpy": ("alignment",),
    "scipy": ("alignment",),
}


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _layer(module: str) -> int:
    head = module.split(".", maxsplit=1)[0]
    found = [number for number, layer in enumerate(LAYERS) if head in layer]
    assert found, f"{module} has no layer"
    return found[0]


@pytest.mark.parametrize(("name", "path"), list(_modules()))
def test_imports_point_down(name: str, path: Path) -> None:
    for imported in _imports(path):
        if imported.startswith("protocolkit."):
            below = imported.removeprefix("protocolkit.")
            if below != "__version__":
                assert _layer(below) <= _layer(name), f"{name} imports {imported}"


@pytest.mark.parametrize(("name", "path"), list(_modules()))
def test_each_library_has_its_door(name: str, path: Path) -> None:
    for imported in _imports(path):
        library = imported.split(".")[0]
        if library in DOORS:
            assert name.startswith(DOORS[library]), f"{name} imports {imported}"


def test_the_core_is_free_of_sphinx() -> None:
    core = [name for name, _ in _modules() if not name.startswith(("site", "commands", "__"))]
    script = "import sys\n" + "".join(f"import protocolkit.{name}\n" for name in core)
    script += "assert 'sphinx' not in sys.modules and 'docutils' not in sys.modules"
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True)


def test_no_module_is_longer_than_it_may_be() -> None:
    long = {name: n for name, path in _modules() if (n := len(path.read_text().splitlines())) > 500}
    assert not long
