"""What check tells of a table that is too wide for where it stands."""

from __future__ import annotations

from protocolkit.commands.wide_tables_told import wide_table_lines
from protocolkit.reading.reader import read_protocol_text

_WIDE = "| " + " | ".join(f"Verantwoordelijkheid{n}" for n in range(6)) + " |"
_TABLE = f"{_WIDE}\n|{'---|' * 6}\n{_WIDE}\n"


def _told(text: str) -> list[str]:
    found = read_protocol_text(f"# Hek\n\n{text}", "hek.md", subject="hek", slug="de-mus")
    return list(wide_table_lines([found.protocol]))


def _inside(indent: int) -> str:
    return "".join(f"{' ' * indent}{line}\n" for line in _TABLE.splitlines())


def test_a_wide_table_in_a_note_is_told() -> None:
    (line,) = _told(f"{{#a}}\n1. Zie.[^1]\n\n[^1]: Noot:\n\n{_inside(4)}")
    assert line.startswith("hek.md: de tabel bij noot 1 ")
    assert "6 kolommen" in line


def test_one_that_turns_its_page_or_fits_is_not_told() -> None:
    assert _told(f"{{#a}}\n{_TABLE}") == []
    assert _told(f"{{#a}}\n1. Zie:\n\n{_inside(3)}") == []
    assert _told(f"{{#a}}\n1. Zie:\n\n   - punt:\n\n{_inside(5)}") == []
    narrow = "".join(f"    {line}\n" for line in ("| a | b |", "|---|---|", "| c | d |"))
    assert _told(f"{{#a}}\n1. Zie.[^1]\n\n[^1]: Noot:\n\n{narrow}") == []
