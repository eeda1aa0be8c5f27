"""A small repository in which councils are asked and decide, for the tests of decisions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.correcting import Corrected, Telling, correct
from protocolkit.decisions.deciding import Recorded, Ruling, decide
from protocolkit.decisions.decision_standing import standings
from protocolkit.decisions.submitting import Request, submit
from protocolkit.decisions.working_file import WorkingFile, open_working_file
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol

TODAY = "2026-06-01"
TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: bestuur}
  status: concept
---

# Pesten

{#a1}
1. Wie pest, gaat naar de mentor.[^1]

{#a2}
2. Ouders bellen mevrouw Jansen, telefoon 010 123 45 67.

{#a3}
3. De leerling wordt een week geschorst.

[^1]: Dat is de mentor van de klas.
"""

# What else there is to say of a text with a name in it that stands alone, that many of these tests
# adopt without a council, or before one has answered, or in which a refusal was not answered yet.
_NOT_OF_DECISIONS = frozenset(
    {
        "topics-missing",
        "person-named",
        "person-kept",
        "never-submitted",
        "council-silent",
        "refusal-unanswered",
    }
)


class Desk:
    """What a secretary does in a repository with one protocol."""

    def __init__(self, root: Path, text: str = TEXT, slug: str = "de-brug") -> None:
        self.root = root
        self.path = root / "protocols" / "pesten" / f"{slug}.md"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(text, "utf-8")

    @property
    def file(self) -> WorkingFile:
        return open_working_file(self.root, self.path)

    @property
    def protocol(self) -> Protocol:
        return self.file.protocol

    def edit(self, old: str, new: str) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.path.write_text(text.replace(old, new, 1), "utf-8")

    def ask(self, body: str = "MR", right: Right = Right.CONSENT, **more: object) -> None:
        days = {"sent": "2026-02-03", "before": "2026-03-31", **more}
        request = Request(body=body, right=right, **days)  # type: ignore[arg-type]
        submit(self.file, [request], TODAY)

    def decide(
        self, decision: Decision, body: str = "MR", *, day: str = "2026-03-10", **more: object
    ) -> Recorded:
        ruling = Ruling(body=body, decision=decision, day=day, **more)  # type: ignore[arg-type]
        return decide(self.file, ruling, TODAY, lambda changes: True)

    def adopt(self, day: str = "2026-03-24", **more: object) -> Recorded:
        return self.decide(Decision.ADOPTED, "CvB", day=day, **more)

    def adopt_with_consent(self) -> None:
        """Ask the council, record that it consents, and adopt."""
        self.ask()
        self.decide(Decision.GRANTED)
        self.adopt()

    def tell(
        self,
        body: str = "MR",
        day: str = "2026-05-12",
        section: str | None = None,
        *,
        agrees: bool = True,
    ) -> Corrected:
        telling = Telling(body=body, day=day, section=section)
        return correct(self.file, telling, TODAY, translator(), lambda changes: agrees)

    def holds(self) -> list[bool]:
        return [one.holds for one in standings(self.protocol)]

    def notices(self) -> tuple[str, ...]:
        return make_cover(self.protocol, translator()).decided

    def checked(self) -> list[str]:
        """Return what ``protocol check`` says of the repository, by its codes."""
        codes = [problem.code.name for problem in self.odd()]
        return [code for code in codes if code not in _NOT_OF_DECISIONS]

    def odd(self) -> list[Problem]:
        """Return what ``protocol check`` finds in the repository."""
        return list(check_collection(read_collection(self.root, TODAY), TODAY))

    def bytes(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.root.rglob("*") if path.is_file()}

    def refused(self, act: Callable[[], object]) -> str:
        """Return the code by which an act is refused; every file must be as it was."""
        before = self.bytes()
        with pytest.raises(ProtocolkitError) as caught:
            act()
        assert self.bytes() == before
        return caught.value.problem.code.name
