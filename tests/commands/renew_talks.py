"""Write down anew what comes back in the talks that are named; read each line that differs.

PYTHONPATH=tests .venv/bin/python tests/commands/renew_talks.py tests/commands/talks/asking.txt
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import warm
from talks import retold

if __name__ == "__main__":
    warm.leave_out_models()
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(name)
            path.write_text(retold(path.read_text("utf-8"), Path(folder).resolve()), "utf-8")
