"""Files that would keep a computer busy are refused with their limit, or read with progress."""

from __future__ import annotations

import io
import time
from pathlib import Path
from unittest.mock import patch

import docx
import pytest

from drawn_pdf import Drawing, drawn, words
from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.markdown.extract import printed_markdown
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.web import chooser
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.importing.source import limits
from protocolkit.importing.source.limits import Stage
from typed import typed


def _word(paragraphs: int, text: str = "Een regel.") -> bytes:
    document = docx.Document()
    for _ in range(paragraphs):
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    ["Een regel.\n" * 30_001, "Een lange regel van woorden. " * 69_000],
    ids=["lines", "characters"],
)
@pytest.mark.parametrize("name", ["lang.txt", "lang.md"])
def test_far_too_much_text_is_refused_with_the_limit(
    tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = typed("import", name, "-s", "zaken", cwd=tmp_path)
    assert done.returncode == 2
    assert "meer dan 30 duizend regels of 2 miljoen tekens" in done.stderr
    assert "Maak een bestand met alleen het protocol." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("sign", ["[", "|", "<", "*", "_"])
def test_markdown_with_far_too_many_signs_is_refused_with_the_limit(
    tmp_path: Path, sign: str
) -> None:
    most = limits.MOST_OF_A_SIGN[sign]
    (tmp_path / "p.md").write_text(f"# P\n\n1. {sign * (most + 1)}\n", "utf-8")
    with pytest.raises(ProtocolkitError) as stopped:
        open_file(tmp_path / "p.md")
    assert stopped.value.problem.code.name == "import-too-many-signs"
    assert (str(most // 1000), sign) == tuple(dict(stopped.value.problem.values).values())


@pytest.mark.parametrize("name", ["p.txt", "p.md", "p.html"])
def test_a_text_of_signs_without_letters_is_refused_with_the_limit(
    tmp_path: Path, name: str
) -> None:
    signs = "~~a " * (limits.MOST_OTHER_SIGNS // 2 + 1)
    content = f"<!doctype html><p>{signs}</p>" if name.endswith("html") else f"# P\n\n{signs}\n"
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(ProtocolkitError) as stopped:
        open_file(tmp_path / name)
    assert stopped.value.problem.code.name == "import-too-few-letters"
    assert str(limits.MOST_OTHER_SIGNS // 1000) in dict(stopped.value.problem.values).values()


def test_struck_words_that_nothing_ends_take_time_by_their_number() -> None:
    begin = time.process_time()
    printed_markdown("# P\n\n" + "~~a " * 40_000)
    assert time.process_time() - begin < 8


def test_a_page_of_a_pdf_with_far_too_many_signs_or_drawings_is_refused() -> None:
    lines = (f"1 0 0 1 70 700 Tm ({n} De leerling belt niet in de les) Tj" for n in range(800))
    for content in (f"BT /F 11 Tf {' '.join(lines)} ET", "1 2 3 4 re f " * 31_000):
        drawing = Drawing()
        drawing.page(content)
        with pytest.raises(ProtocolkitError) as stopped:
            extract_pdf(drawing.bytes())
        assert stopped.value.problem.code.name == "import-too-much-drawn"


def test_a_page_whose_styles_ask_far_too_much_is_refused(tmp_path: Path) -> None:
    rules = ".a .b p{display:none}" * 30
    page = f"<!doctype html><style>{rules}</style>{'<p>Een regel.</p>' * 30}"
    (tmp_path / "p.html").write_text(page, "utf-8")
    with patch.object(chooser, "MOST_STEPS", 30 * 30):
        with pytest.raises(ProtocolkitError) as stopped:
            open_file(tmp_path / "p.html")
        assert stopped.value.problem.code.name == "import-too-much-style"
    assert len(import_opened(open_file(tmp_path / "p.html")).source.lines) == 30


_LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 2/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R]>>endobj\n"
    b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
)
_PAGE = "<!doctype html><meta charset=punycode><h1>Protocol</h1><p>1. Een regel.</p>"
_WIDE = (
    "<table><tr><td colspan='300000000'>Een regel.</td></tr>"
    "<tr><td rowspan='99999999999999999999'>a</td><td>b</td></tr></table>"
)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("punten.txt", f"Protocol\n\nInleiding {'.' * 2_400} 3\n\n1. Een regel.", 0),
        ("woord.txt", f"Protocol\n\n1. Een {'a' * 40_000} regel.", 0),
        ("accolades.txt", f"Protocol\n\n1. Een {'{' * 5_000} regel.", 0),
        ("spaties.txt", f"Protocol\n\n1. Een{' ' * 40_000}regel.", 0),
        ("macht.txt", f"Protocol\n\n1. Een regel.\n\n²\n\n{'9' * 5_000}", 0),
        ("regel.txt", "Artikel 1 lid 2 van artikel 3, een regel, " * 6_000, 0),
        ("zin.txt", "of een regel en " * 12_000, 0),
        ("namen.txt", "De regel De Leerling " * 9_000, 0),
        ("tekens.html", _PAGE, 0),
        ("breed.html", f"<!doctype html><h1>Protocol</h1>{_WIDE}", 0),
        ("rondje.pdf", _LOOP, 2),
    ],
)
def test_what_kept_a_computer_busy_is_answered(
    tmp_path: Path, name: str, content: str | bytes, code: int
) -> None:
    as_bytes = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(as_bytes)
    done = typed("import", name, "-s", "zaken", "-n", "De Brug", "--yes", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code == 0:
        made = (tmp_path / "protocols" / "zaken" / "de-brug.md").read_text("utf-8")
        assert "regel" in made


def test_blank_lines_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text("Protocol\n" + "\n" * 40_000 + "1. Een regel.", "utf-8")
    assert open_file(tmp_path / "leeg.txt")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.docx", _word(9)),
        ("x.docx", _word(2, "Een regel is dit. " * 30)),
        ("x.html", b"<p>Een<br>regel<ul>" + b"<li>x</ul><div>y</div>" * 5),
        ("x.html", b"<p>" + b"Een regel is dit. " * 60),
        ("x.pdf", drawn("".join(words(f"{n}. Regel.", low=700 - 20 * n) for n in range(9)))),
    ],
    ids=["paragraphs", "characters", "elements", "letters", "lines"],
)
def test_every_kind_of_file_has_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 8)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 1_000)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ProtocolkitError) as stopped:
        open_file(tmp_path / name)
    assert stopped.value.problem.code.name == "import-too-much-text"


def test_an_import_tells_every_stage(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(_word(501))
    told: list[tuple[Stage, int, int]] = []
    opened = open_file(tmp_path / "x.docx", lambda *progress: told.append(progress))
    import_opened(opened, progress=lambda *progress: told.append(progress))
    assert [stage for stage, _, _ in told] == [Stage.PARTS, Stage.STRUCTURE, Stage.PROOF]
    assert told[0][1:] == (500, 502)


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_long_text_on_one_line_is_told_as_long(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("De leerling fietst niet. " * 8_000, "utf-8")
    told: list[tuple[Stage, int, int]] = []
    open_file(tmp_path / name, lambda *progress: told.append(progress))
    assert told[0][0] is Stage.STRUCTURE
    assert told[0][2] >= 2_000
