"""What Sphinx loads with the extension: nothing of what few projects need."""

from __future__ import annotations

import json
import sys

from programs import Start

_SCRIPT = """
import json, sys
import protocolkit.site
print(json.dumps(sorted(name for name in sys.modules if name.startswith("protocolkit."))))
"""
# What works on two versions, on what councils get and send, and on paper.
_LATE = (
    *("changes.compare_versions", "changes.change_set", "decisions.small_change"),
    *("dossier.proposal_file", "review", "importing.extract.pdf"),
    *("paper.house.style", "paper.redline", "paper.pdf", "paper.docx"),
)


def test_the_extension_loads_nothing_that_few_projects_need(start: Start) -> None:
    done = start(sys.executable, "-c", _SCRIPT)
    assert done.returncode == 0, done.stderr
    loaded = {name.removeprefix("protocolkit.") for name in json.loads(done.stdout)}
    assert "site.engine.parser" in loaded
    assert not {name for name in loaded if name.startswith(_LATE)}
