"""Random walks with rarer acts: schools that come and go, a GMR asked for some, names put right.

The text is for two schools or more. What the acts of :class:`~walks.Walk` do not touch is done here
as often as the rest, so that a walk of a dozen acts has some of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from decided import TODAY
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.decisions.mending import Mending, mend
from protocolkit.document.approvals import Decision, Right
from walks import Council, Walk

_REPLY = (Decision.FOLLOWED, Decision.PARTLY_FOLLOWED, Decision.NOT_FOLLOWED)


class WiderWalk(Walk):
    """A walk in which the schools of a text are not those that it began with."""

    least_schools = 2

    def _acts(self) -> list[tuple[Callable[[], str], int]]:
        return [
            *super()._acts(),
            (self._add_school, 2),
            (self._remove_school, 2),
            (self._ask_for_some, 4),
            (self._rename_council, 2),
            (self._correct_schools, 2),
            (self._propose_change, 2),
            (self._answer_proposal, 3),
        ]

    def _set_schools(self, schools: tuple[str, ...]) -> None:
        whole = self.desk.path.read_text("utf-8")
        old, new = (f"applies_to: [{', '.join(one)}]" for one in (self.schools, schools))
        assert old in whole, self.log
        self.desk.path.write_text(whole.replace(old, new, 1), "utf-8")
        self.schools = schools

    def _add_school(self) -> str:
        gone = (*self.schools, *self.ended)
        name = next(f"obs {n}" for n in range(1, 19) if f"obs {n}" not in gone)
        self._set_schools((*self.schools, name))
        is_by_school = any(one.schools for one in self.councils)
        if is_by_school and not any(name in one.schools for one in self.councils):
            self.councils.append(Council(body=f"MR {name}", right=Right.CONSENT, schools=(name,)))
        return f"school {name} added"

    def _remove_school(self) -> str:
        if len(self.schools) <= self.least_schools:
            return "no school removed"
        name = self.random.choice(self.schools)
        self._set_schools(tuple(one for one in self.schools if one != name))
        left = []
        for one in self.councils:
            rest = tuple(school for school in one.schools if school != name)
            if rest or not one.schools:
                left.append(replace(one, schools=rest))
        self.councils = left
        # Of every three that go one is no more; no number is drawn for it.
        if len(self.log) % 3:
            return f"school {name} removed"
        self._close(name)
        return f"school {name} is no more"

    def _close(self, name: str) -> None:
        whole, known = self.desk.path.read_text("utf-8"), "  ended_schools:\n"
        line = f"    - {{name: {name}, date: {self._today}}}\n"
        if known in whole:
            made = whole.replace(known, known + line, 1)
        else:
            made = whole.replace("  applies_to:", f"{known}{line}  applies_to:", 1)
        self.desk.path.write_text(made, "utf-8")
        self.ended.append(name)

    def _ask_for_some(self) -> str:
        one = self.random.choice(self.councils)
        among = one.schools or self.schools
        some = tuple(self.random.sample(among, self.random.randint(1, len(among))))
        self._ask_one(replace(one, schools=some))
        return f"ask {one.body} {one.section} for {some}"

    def _rename_council(self) -> str:
        if not self.entries:
            return "rename: nothing"
        one = self.random.choice(self.entries)
        name = f"{one.body} Anders"
        self._put_right(one, {"body": name})
        self.councils = [
            replace(o, body=name) if (o.body, o.section) == (one.body, one.section) else o
            for o in self.councils
        ]
        return f"rename {one.body}"

    def _correct_schools(self) -> str:
        if not self.entries:
            return "schools: nothing"
        one = self.random.choice(self.entries)
        some = self.random.sample(self.schools, self.random.randint(1, len(self.schools)))
        self._put_right(one, {"schools": "; ".join(some)})
        return f"schools of {one.body} {one.section}: {some}"

    def _put_right(self, one: object, changes: dict[str, str]) -> None:
        mending = Mending(
            body=one.body,  # type: ignore[attr-defined]
            changes=changes,
            reason="fout getypt",
            section=one.section,  # type: ignore[attr-defined]
            right=one.right,  # type: ignore[attr-defined]
            of=one.date or one.sent,  # type: ignore[attr-defined]
        )
        mend(self.desk.file, mending, TODAY, translator())

    def _propose_change(self) -> str:
        text, said = self.text, self._edit()
        try:
            return f"{said}; {self._propose()}"
        except ProtocolkitError:
            self._write(text)
            raise

    def _answer_proposal(self) -> str:
        own = [o for o in self.entries if o.right is Right.PROPOSAL]
        is_open = [o for o in own if o.decision is Decision.ASKED]
        if not is_open:
            return "no proposal"
        one, said = self.random.choice(is_open), self.random.choice(_REPLY)
        whose: dict[str, object] = {"section": one.section, "right": one.right}
        self.desk.decide(said, one.body, day=self._today, talked=self._today, **whose)
        return f"answer to {one.body}: {said.value}"
