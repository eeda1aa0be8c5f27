"""A Sphinx project of any number of boards, made from the real clauses.

They answer the same questions in a handful of wordings, with other modal words and their own names;
most boards answer most questions. The same numbers give the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from protocolkit.collection import read_collection
from protocolkit.document.model import Kind
from protocolkit.document.outline import clause_text, clauses

ROOT = Path(__file__).parents[1]
SUBJECT = "schaal"

_HAS = 0.8
_WORDINGS = 12
_THEMES = 12
_MODALS = (
    ("moeten", "mogen"),
    ("mag", "mag niet"),
    ("moet", "mag"),
    ("is toegestaan", "is niet toegestaan"),
)
_CONF = """\
extensions = ["protocolkit"]
language = "nl"
html_theme = "furo"
protocolkit_paper = False
include_patterns = ["index.md", "protocols/**"]
"""
_HEAD = """\
---
protocol:
  title: Protocol {name}
  organisation: {{name: {name}, kind: bestuur}}
  dated: {year}-01
---

# Protocol {name}

{{#h-1}}
## 1 Regels
"""


def write_project(project: Path, boards: int, topics: int, *, has_topics: bool = True) -> None:
    """Write the project; without topics nothing in it is compared."""
    random = Random(6)
    texts = _wordings(topics, random)
    folder = project / "protocols" / SUBJECT
    folder.mkdir(parents=True)
    (project / "conf.py").write_text(_CONF, "utf-8")
    index = "# Begin\n\n```{protocol-overview}\n```\n\n```{toctree}\n:glob:\n\nprotocols/*/*\n```\n"
    (project / "index.md").write_text(index, "utf-8")
    answers: dict[int, list[str]] = {topic: [] for topic in range(topics)}
    for number in range(boards):
        slug, lines = f"bestuur-{number}", []
        for topic in range(topics):
            if random.random() < _HAS:
                # The first wordings are the common ones.
                wording = min(int(random.expovariate(0.5)), len(texts[topic]) - 1)
                lines.append(f"{{#art-{topic + 1}}}\n{topic + 1}. {texts[topic][wording]}\n")
                answers[topic].append(slug)
        head = _HEAD.format(name=f"Stichting Voorbeeld {number}", year=2010 + number % 15)
        (folder / f"{slug}.md").write_text("\n".join([head, *lines]), "utf-8")
    if has_topics:
        (folder / "topics.yml").write_text(_topics(answers), "utf-8")


def _wordings(topics: int, random: Random) -> list[list[str]]:
    """Return for each topic some texts that say it in other words, or say something else."""
    protocols = read_collection(ROOT).protocols
    found = [
        " ".join(clause_text(clause).split())
        for protocol in protocols
        for clause in clauses(protocol)
        if clause.kind is Kind.RULE
    ]
    found = [text for text in found if 60 < len(text) < 700]
    made = []
    for _ in range(topics):
        base = random.choice(found)
        texts = [base]
        while len(texts) < _WORDINGS:
            old, new = random.choice(_MODALS)
            text = random.choice(texts).replace(old, new, 1)
            texts.append(f"{text} Dit geldt sinds {random.randrange(2000, 2020)}.")
        made.append(texts)
    return made


def _topics(answers: dict[int, list[str]]) -> str:
    """Return a topics file; JSON is YAML."""
    themes = [{"id": f"t{n}", "title": f"Thema {n + 1}"} for n in range(_THEMES)]
    topics = [
        {
            "id": f"vraag-{topic + 1}",
            "title": f"Wat is geregeld over kwestie {topic + 1}?",
            "theme": f"t{topic % _THEMES}",
            "clauses": {slug: [f"art-{topic + 1}"] for slug in slugs},
        }
        for topic, slugs in answers.items()
    ]
    return json.dumps({"title": "Schaal", "themes": themes, "topics": topics}, indent=1)
