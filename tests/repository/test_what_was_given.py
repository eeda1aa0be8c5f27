"""What a repository was made from: its record, and the templates in its wheel."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import PurePosixPath

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.repository.earlier_templates import EarlierTemplates, earlier_templates
from protocolkit.repository.made_record import digest_of, json_to_record, record_to_json

_FILES = {"a.md": b"een\n", "b.md": b"twee\n"}


def test_a_record_reads_back_and_line_ends_do_not_count() -> None:
    text = record_to_json("De Mus", "hek", _FILES)
    found = json_to_record(text, "x.json")
    assert (found.name, found.subject) == ("De Mus", "hek")
    assert found.digests == {place: digest_of(content) for place, content in _FILES.items()}
    assert digest_of(b"een\r\n") == digest_of(b"een\n") != digest_of(b"een")


def _changed(**keys: object) -> str:
    content = json.loads(record_to_json("De Mus", "hek", _FILES))
    content.update(keys)
    return json.dumps(content)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "repository-record-wrong"),
        ("[]", "repository-record-wrong"),
        (_changed(name=1), "repository-record-wrong"),
        (_changed(subject=None), "repository-record-wrong"),
        (_changed(files=[]), "repository-record-wrong"),
        (_changed(version=99), "format-newer"),
    ],
)
def test_a_record_that_is_damaged_or_newer_is_refused(text: str, code: str) -> None:
    with pytest.raises(ProtocolkitError) as refused:
        json_to_record(text, "x.json")
    assert refused.value.problem.code.name == code


def _wheel(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _placed(path: PurePosixPath) -> str:
    return f"daar/{path}"


def test_templates_and_schemas_of_a_wheel_have_the_place_of_what_is_made_of_them() -> None:
    wheel = _wheel(**{
        "protocolkit/templates/repository/README.md": "Van @NAME@\r\n",
        "protocolkit/templates/repository/docs/": "",
        "protocolkit/templates/schemas/x.json": "{}",
        "protocolkit/collection.py": "code",
    })  # fmt: skip
    assert earlier_templates(wheel, _placed).texts == {
        "daar/README.md": "Van @NAME@\n",
        "schemas/x.json": "{}",
    }


def test_what_is_no_wheel_has_none_and_a_large_one_is_bounded() -> None:
    assert earlier_templates(b"PK\x03\x04 nee", _placed).texts == {}
    many = {f"protocolkit/templates/schemas/{n}.json": "{}" for n in range(1_000)}
    assert 50 < len(earlier_templates(_wheel(**many), _placed).texts) < 1_000
    long = _wheel(**{"protocolkit/templates/schemas/x.json": "x" * 5_000_000})
    [text] = earlier_templates(long, _placed).texts.values()
    assert 100_000 <= len(text) < 5_000_000


def test_a_text_tells_what_stood_at_the_marks_of_its_template() -> None:
    found = EarlierTemplates(texts={"a": "Van @NAME@ (@NAME@), over @SUBJECT@.\n"})
    assert found.values("a", "Van De Mus (De Mus), over het hek.\n") == {
        "NAME": "De Mus",
        "SUBJECT": "het hek",
    }
    assert found.values("a", "Van De Mus (De Brug), over het hek.\n") is None
    assert found.values("a", "Van De Mus\n(De Mus\n), over het hek.\n") is None
    assert found.values("a", "Iets heel anders.") is None
    assert found.values("b", "Van De Mus (De Mus), over het hek.\n") is None
    # A sign of a pattern in a template is that sign.
    assert EarlierTemplates(texts={"a": "a.c"}).values("a", "abc") is None
