"""What is no spreadsheet is refused before anything of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands.comment_sheet import take_sheet


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"sep=;\nnaam", "reply-sheet-kind"), (b"PK\x03\x04 kapot", "import-damaged")],
)
def test_a_file_that_is_no_zip_is_no_spreadsheet(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "reacties.xlsx"
    path.write_bytes(content)
    with pytest.raises(ProtocolkitError) as refused:
        take_sheet(path, "", (), {}, {})  # type: ignore[arg-type]
    assert refused.value.problem.code.name == code
