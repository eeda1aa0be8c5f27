"""What Sphinx loads with the extension: nothing of what few projects need."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from programs import Start
from small_site import make_project
from warm import Command

_SCRIPT = """
import json, sys
import protocolkit.site
print(json.dumps(sorted(name for name in sys.modules if name.startswith("protocolkit."))))
"""
# A build that says of what is kept which values cannot be read, their classes being not loaded yet.
_BUILD = """
import sys
from protocolkit.base import cache
from protocolkit.commands import main

read = cache.from_bytes

def told(content):
    try:
        return read(content)
    except cache.NotPlainError as reason:
        print("lost:", reason)
        raise

cache.from_bytes = told
main(sys.argv[1:])
"""
# What works on two versions, on what councils get and send, and on paper; what checks, and what is
# made where boards are compared: a template, a composer, pages of topics.
_LATE = (
    *("alignment", "checking", "drafting", "comparison.judgements", "relations.compare_clauses"),
    *("site.composer.data", "site.template.making", "site.topics.subject_pages"),
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


def test_what_was_kept_is_read_by_a_build_that_has_loaded_its_classes(
    tmp_path: Path, start: Start, command: Command
) -> None:
    project, site = make_project(tmp_path / "p"), tmp_path / "site"
    assert command("build", "-q", "-C", project, "-o", site).returncode == 0
    done = start(sys.executable, "-c", _BUILD, "build", "-q", "-C", project, "-o", site)
    assert done.returncode == 0, done.stderr
    assert "lost" not in done.stdout
