"""A miniature project and its site, for tests that change something about them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

from bs4 import BeautifulSoup

_CONF = """\
extensions = ["protocolkit"]
language = "nl"
html_theme = "furo"
include_patterns = ["index.md", "docs/**", "protocols/**"]
"""
WITHOUT_PAPER = "protocolkit_paper = False\n"
_PROTOCOL = """\
---
protocol:
  title: Protocol {name}
  organisation: {{name: Stichting {name}, kind: school}}
  dated: 2020-01
---

# Protocol {name}

{{#h}}
## 1 Regels

{{#art-1}}
1. Eerste regel, zie [de tweede](#art-4) en [de buren]({other}.md#art-1).

{{#art-4}}
4. Vierde "regel"[^1] -- met ... en <b>opmaak</b> {{{{ 7 * 7 }}}} die tekst blijft.

{{#los}}
14a. Los[^1].

[^1]: Een noot.
"""
_ACCEPTED = """\
  accepted:
    - {code: number-jump, reason: proef}
    - {code: syntax-as-text, reason: proef}
"""
_TOPICS = """\
title: Regels
themes: [{id: t, title: Thema}]
topics:
  - {id: een, title: Mag dit?, theme: t, clauses: {CLAUSES}}
alone: {ALONE}
"""
_INDEX = """\
# Begin

```{protocol-overview}
```

```{toctree}
:glob:

docs/*
protocols/*/*
```
"""
_DOCS = """\
# Uitleg

Zie {protocol:clause}`regels/aa#art-4` en {protocol:clause}`zo <regels/bb#art-1>`.
"""


class BuildSite(Protocol):
    """Builds the site of a project."""

    def __call__(self, folder: Path, *options: str, out: str = "out") -> Path:
        """Return the folder of the site, beside the project and named after ``out``."""


def make_project(
    folder: Path, slugs: tuple[str, ...] = ("aa", "bb"), *, has_paper: bool = True
) -> Path:
    """Write a project with one subject, a protocol of each organisation and a page of docs.

    What only looks at pages needs no paper, which is a fourth of the work of a build.
    """
    subject = folder / "protocols" / "regels"
    subject.mkdir(parents=True)
    (folder / "docs").mkdir()
    conf = _CONF if has_paper else f"{_CONF}{WITHOUT_PAPER}"
    (folder / "conf.py").write_text(conf, "utf-8")
    (folder / "index.md").write_text(_INDEX, "utf-8")
    (folder / "docs" / "uitleg.md").write_text(_DOCS, "utf-8")
    for slug in slugs:
        text = _PROTOCOL.format(name=slug, other=slugs[0])
        text = text.replace("  dated: 2020-01\n", "  dated: 2020-01\n" + _ACCEPTED)
        (subject / f"{slug}.md").write_text(text, "utf-8")
    clauses = json.dumps({slug: ["art-1"] for slug in slugs})
    alone = json.dumps({slug: ["art-4", "los", "noot-1"] for slug in slugs})
    topics = _TOPICS.replace("{CLAUSES}", clauses).replace("{ALONE}", alone)
    (subject / "topics.yml").write_text(topics, "utf-8")
    return folder


def site_files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read_page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text("utf-8"), "lxml")
