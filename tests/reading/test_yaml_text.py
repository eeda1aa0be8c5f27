"""What a YAML file says, each thing with its line, and what has another shape."""

from __future__ import annotations

from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_text import YamlMapping, read_mapping


def _read(text: str) -> tuple[YamlMapping, Report]:
    report = Report("x.yml")
    found = read_mapping(text, report)
    assert found is not None
    return found, report


def test_lines_are_known_by_path_one_level_deep() -> None:
    found, _ = _read("een: 1\ntwee:\n  drie: 3\n  vier: {vijf: 5}\n? [a]\n: 6\n")
    lines = found.lines_by_path()
    assert {key: line for key, line in lines.items() if key[:1].isalpha()} == {
        "een": 1,
        "twee": 2,
        "twee.drie": 3,
        "twee.vier": 4,
    }


def test_the_line_of_what_is_not_there_is_that_of_the_mapping() -> None:
    found, _ = _read("# een opmerking\neen: 1\n")
    assert found.line_of("een") == 2
    assert found.line_of("twee") == found.line


def test_a_text_is_a_scalar_that_is_not_empty() -> None:
    found, _ = _read('een: woorden\ntwee:\ndrie: ""\nvier: [a]\n')
    assert [found.is_text(key) for key in ("een", "twee", "vier", "vijf")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_list_of_lists_has_texts_alone_in_it() -> None:
    found, report = _read("paren:\n- [a, b]\n- [c, [d]]\n- [e, f]\n")
    assert found.located_lists("paren") == ((("a", "b"), 2), (("c",), 3), (("e", "f"), 4))
    assert len(report.problems) == 1
