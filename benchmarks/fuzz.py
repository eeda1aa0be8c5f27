"""A hundred thousand inputs that nobody wrote, and what must hold of each.

    .venv/bin/python benchmarks/fuzz.py                         # all kinds, 100,000 inputs
    .venv/bin/python benchmarks/fuzz.py --seed 7 --kinds word,pdf --count 5000
    .venv/bin/python benchmarks/fuzz.py --kinds word --from 4711 --count 1   # one of them again

What must hold (``fuzz_targets.py``): no exception but our own messages; what was written reads
back; no word is lost or added; an answer within the time, in bounded memory. Input N of a kind
and a seed is always the same. Each kind runs in a process of its own, which is stopped when it
takes too long, so that a loop or a crash of a library is found too. What is found is printed with
the number that gives it again, and kept in ``--keep``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import select
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from fuzz_targets import SHARES, TARGETS, Broken
from protocolkit.base.problems import ProtocolkitError

_MOST_MEMORY = 3_000_000_000
_IN_PROCESS = 200
_PACKAGE = "protocolkit"


@dataclass(slots=True)
class Found:
    """What came of the inputs of a kind: how often each answer, and the first of each fault."""

    answers: Counter[str] = field(default_factory=Counter)
    faults: dict[str, int] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and say by the exit code whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kinds", default=",".join(TARGETS))
    parser.add_argument("--count", type=int, help="inputs per kind, instead of 100,000 in all")
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--cap", type=float, default=20.0, help="seconds that an input may take")
    parser.add_argument("--keep", type=Path, help="where inputs go that broke something")
    asked = parser.parse_args(arguments)
    began, total, faults = time.perf_counter(), 0, 0
    for kind in asked.kinds.split(","):
        count, since = asked.count or SHARES[kind], time.perf_counter()
        found = run(kind, range(asked.first, asked.first + count), asked.seed, asked.cap)
        total, faults = total + count, faults + len(found.faults)
        spent = time.perf_counter() - since
        print(f"{kind}: {count} in {spent:.0f} s; {_listed(found.answers)}", flush=True)
        for fault, number in found.faults.items():
            print(f"  {found.answers[fault]} ×, the first is {number}: {fault}", flush=True)
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                content = TARGETS[kind].make(randomness(kind, number, asked.seed))
                as_bytes = content if isinstance(content, bytes) else repr(content).encode()
                (asked.keep / f"{kind}-{number}").write_bytes(as_bytes)
    print(f"{total} inputs in {time.perf_counter() - began:.0f} s: {faults} faults")
    return int(faults > 0)


def randomness(kind: str, number: int, seed: str) -> Random:
    """Return what an input is made with, and with which it can be made again."""
    return Random(f"{seed}-{kind}-{number}")


def answer(kind: str, number: int, seed: str) -> str:
    """Return what comes of one input: 'right', why it is refused, or '!' and what is broken."""
    random = randomness(kind, number, seed)
    try:
        TARGETS[kind].hold(TARGETS[kind].make(random))
    except ProtocolkitError as reason:
        name = reason.problem.code.name
        is_ours = name in ("import-words-differ", "import-reads-differently")
        return f"!{name}" if is_ours else name
    except Broken as reason:
        return f"!{reason}"
    except (Exception, MemoryError) as reason:
        frames = traceback.extract_tb(reason.__traceback__)
        ours = [frame for frame in frames if _PACKAGE in frame.filename] or frames
        place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
        return f"!{type(reason).__name__} at {place}: {' '.join(str(reason).split())[:90]}"
    return "right"


def run(kind: str, numbers: range, seed: str, cap: float) -> Found:
    """Run inputs of a kind; none may take longer than ``cap`` seconds."""
    found = Found()
    left = numbers
    while left:
        batch, done = left[:_IN_PROCESS], 0
        for said in _answers(kind, batch, seed, cap):
            found.answers[said] += 1
            if said.startswith("!"):
                found.faults.setdefault(said, batch[done])
            done += 1
        left = left[done:]
    return found


def _answers(kind: str, numbers: range, seed: str, cap: float) -> Iterator[str]:
    """Yield the answers of a process; it ends early when an input hangs or kills it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(kind, numbers, seed, writing)
    os.close(writing)
    buffer, done = b"", 0
    while done < len(numbers):
        ready, _, _ = select.select([reading], [], [], cap)
        piece = os.read(reading, 65_536) if ready else b""
        if not piece:
            yield f"!no answer within {cap:g} s" if not ready else "!the process died"
            break
        *lines, buffer = (buffer + piece).split(b"\n")
        for line in lines:
            done += 1
            yield line.decode("utf-8", "replace")
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def _work(kind: str, numbers: range, seed: str, writing: int) -> None:
    """Answer inputs in a process of its own; it never comes back."""
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, hard))
        for number in numbers:
            said = " ".join(answer(kind, number, seed).split())
            os.write(writing, f"{said}\n".encode("utf-8", "backslashreplace"))
    finally:
        os._exit(0)


def _listed(answers: Counter[str]) -> str:
    told = [(said, n) for said, n in answers.most_common() if not said.startswith("!")]
    return ", ".join(f"{n} {said}" for said, n in told)


if __name__ == "__main__":
    sys.exit(main())
