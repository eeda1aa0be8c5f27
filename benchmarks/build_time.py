"""How long the whole build takes beside plain Sphinx making HTML of the same sources and theme.

Runs both, interleaved, five times; prints medians and their ratio:

    .venv/bin/python benchmarks/build_time.py
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_RUNS = 5
_PLAIN = """\
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block"]
language = "nl"
html_theme = "furo"
"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = _plain_sources(folder / "plain")
        ours, theirs = [], []
        for number in range(_RUNS):
            out = folder / f"out-{number}"
            whole = ["-m", "protocolkit", "build", "-q", "-C", str(ROOT), "-o", str(out / "html")]
            ours.append(_seconds(whole))
            stock = ["-m", "sphinx", "-q", "-E", "-b", "html", str(plain), str(out / "plain")]
            theirs.append(_seconds(stock))
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"whole build, comparison, PDF and Word included: {mine:.2f} s")
    print(f"plain sphinx-build -b html of the same files:   {other:.2f} s")
    print(f"ratio: {mine / other:.2f}")


def _plain_sources(folder: Path) -> Path:
    shutil.copytree(ROOT / "protocols", folder / "protocols")
    (folder / "conf.py").write_text(_PLAIN, "utf-8")
    names = sorted(p.relative_to(folder).with_suffix("") for p in folder.rglob("protocols/*/*.md"))
    listed = "\n".join(name.as_posix() for name in names)
    (folder / "index.md").write_text(f"# Index\n\n```{{toctree}}\n{listed}\n```\n", "utf-8")
    return folder


def _seconds(words: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
