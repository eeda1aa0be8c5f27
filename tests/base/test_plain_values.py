"""Plain values come back as they were; nothing that bytes name is run."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from examples import examples
from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, mark
from protocolkit.base.plain_values import NotPlainError, from_bytes, to_bytes
from protocolkit.base.problems import ProtocolkitError, Severity
from protocolkit.document.model import Protocol
from seeds import collection
from small_boards import seed_judgements
from strategies import protocols


class _Runs:
    """Pickles as a call of a function with these words."""

    def __init__(self, function: Callable[..., Any], *words: Any) -> None:
        self._call = (function, words)

    def __reduce__(self) -> Any:
        return self._call


@given(protocols())
@examples(30)
def test_a_protocol_comes_back(protocol: Protocol) -> None:
    assert from_bytes(to_bytes(protocol)) == protocol


def test_all_that_a_build_keeps_comes_back() -> None:
    value = (
        collection().protocols,
        seed_judgements(),
        {"a": (1, 2.5, None)},
        frozenset({Severity.ERROR}),
    )
    assert from_bytes(to_bytes(value)) == value
    assert type(from_bytes(to_bytes(mark("Topic")))) is Marked


@dataclass(frozen=True, slots=True)
class _Nothing:
    pass


@dataclass(frozen=True, slots=True)
class _One:
    words: str


@dataclass(frozen=True)
class _Loose:
    words: str


@dataclass(slots=True)
class _Changing:
    words: str


def test_values_of_any_number_of_fields_are_written() -> None:
    value = [_Nothing(), _One("a"), _One("a"), _Loose("b"), _Changing("c"), Location("d", 3)]
    assert pickle.loads(to_bytes(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        _Runs(os.system, "touch ran"),
        _Runs(eval, "open('ran', 'w')"),
        _Runs(Path, "ran"),
        _Runs(getattr, Location("x"), "__class__"),
        # A class of ours that is more than a value.
        _Runs(ProtocolkitError, None),
        # A value of a library.
        Path("ran"),
        {"inside": [(_Runs(os.system, "touch ran"),)]},
    ],
    ids=["system", "eval", "path", "getattr", "error", "library", "inside"],
)
def test_nothing_but_data_is_read(
    value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotPlainError):
        from_bytes(pickle.dumps(value))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "name",
    [
        # What a module of ours has imported, by its name there.
        b"protocolkit.base.files\nos",
        b"protocolkit.base.cache\nshutil.rmtree",
        b"protocolkit.base.cache\nPath",
        b"protocolkit.base.files\nwrite_text",
        b"protocolkit.nowhere\nX",
        b"protocolkit\n__version__",
    ],
)
def test_what_a_module_of_ours_knows_is_no_value(name: bytes) -> None:
    with pytest.raises(NotPlainError):
        from_bytes(b"c" + name + b"\n.")


@pytest.mark.parametrize("content", [b"", b"no pickle", to_bytes(Location("x"))[:-3], b"\x80\x05."])
def test_damaged_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(NotPlainError):
        from_bytes(content)


def test_a_member_of_an_enum_comes_back_whatever_python_would_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def as_older(member: Severity, _protocol: int) -> tuple[object, ...]:
        return getattr, (Severity, member.name)

    monkeypatch.setattr(Severity, "__reduce_ex__", as_older)
    assert from_bytes(to_bytes(Severity.ERROR)) is Severity.ERROR
    assert from_bytes(to_bytes((Severity.ERROR, "x"))) == (Severity.ERROR, "x")
