"""A template and its data to a PDF file, by Typst; what went wrong as a problem with its place."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import typst

from protocolkit.base.files import check_file
from protocolkit.base.location import Location
from protocolkit.base.machine_fonts import machine_folder
from protocolkit.base.objects import Object
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.base.resources import template_path
from protocolkit.document.signs import name_of, unknown_signs
from protocolkit.paper.house.fonts import NO_FONTS, Fonts, refused_signs, typst_fonts
from protocolkit.text.typeface import FONT_FOLDERS

PDF_FAILED = error(
    "pdf-failed",
    "A PDF cannot be made",
    "no PDF can be made of this: {reason}.",
    "If the text looks right, this is a fault of the program.",
)
PDF_TEMPLATE = error(
    "pdf-template",
    "A PDF cannot be made with a template of your own",
    "your own template {file} cannot print this: {reason}.",
    "Copy all files of templates/typst/ of this version, and make your changes in them again; "
    "without a folder of your own, the ordinary templates are used.",
)
# What is attached to a PDF/A must have a date; Typst gives it that of the document, and so the
# document one. It is taken out again, place by place, since others are counted from the begin.
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
_INFO = re.compile(rb"/Info (\d+) 0 R")
_PROPERTIES = re.compile(rb"/ModDate\(D:19800101000000Z\)/CreationDate\(D:19800101000000Z\)(?=>>$)")
_XMP = re.compile(rb"<(xmp:ModifyDate|xmp:CreateDate|stEvt:when)>1980-01-01T00:00:00[^<]{1,6}</\1>")

_MOST_TRIES = 5
_SPLIT_UP = "tag would be split up"
_WHOLE_LISTS = "has_whole_lists"
# What is not printed: a file inside the file, a drawing, and where something leads.
_UNSEEN = frozenset({"record", "logo", "anchor", "address", "kind"})


def compile_pdf(
    template: str,
    document: Mapping[str, object],
    location: Location,
    *,
    project: Path | None = None,
    dated: datetime | None = None,
    fonts: Fonts = NO_FONTS,
) -> bytes:
    """Return the PDF that a template in ``typst/`` makes of JSON-able data.

    ``dated`` is the date inside the file, None for none. ``fonts`` are those of an organisation. A
    template of the project's own comes first; nothing else is read, a font of the machine only for
    signs that no other has.
    Signs that cannot be printed where they stand are named there. Raises
    :class:`ProtocolkitError`, at ``location``, when no valid file can be made.
    """
    path = typst_template(template, project)
    try:
        pdf = _tried(path, dict(document), int((dated or _NO_DATE).timestamp()), fonts)
    except (typst.TypstError, OSError, ValueError) as reason:
        said = str(reason).partition("\n")[0].rstrip(".")
        raise ProtocolkitError(_failure(template, project, location, said)) from None
    return pdf if dated is not None else _undated(pdf)


def typst_template(name: str, project: Path | None) -> Path:
    """Return a template in ``typst/``, that of the project first.

    What it imports stands beside it and is opened by Typst itself. Raises
    :class:`ProtocolkitError` where that is no file of the project.
    """
    path = template_path(f"typst/{name}", project)
    if own_template(name, project):
        for beside in path.parent.iterdir():
            check_file(beside, project)
    return path


def own_template(name: str, project: Path | None) -> str:
    """Return the name in a project of its own template in ``typst/``, "" when it has none."""
    path = template_path(f"typst/{name}", project)
    is_own = project is not None and path.is_relative_to(project / "templates")
    return f"templates/typst/{name}" if is_own else ""


def _failure(template: str, project: Path | None, location: Location, said: str) -> Problem:
    """Return what went wrong, which a template of the project may be the cause of."""
    if own := own_template(template, project):
        return problem(PDF_TEMPLATE, location, file=own, reason=said)
    return problem(PDF_FAILED, location, reason=said)


def _undated(pdf: bytes) -> bytes:
    """Return a file without the dates in its properties, as long as it was.

    They stand in the last two objects: first the properties, which end with theirs, then the same
    as XML. What a document says of itself may look like a date there, so each place is looked up.
    """
    named = _INFO.search(pdf, pdf.rfind(b"endstream"))
    begin = pdf.rfind(b"\n%s 0 obj\n" % named[1]) if named else -1
    if begin < 0:
        return pdf
    middle = pdf.find(b"\nendobj\n", begin)
    properties, xml = pdf[begin:middle], pdf[middle:]
    properties = _PROPERTIES.sub(_blank, properties)
    return pdf[:begin] + properties + _XMP.sub(_blank, xml)


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _tried(path: Path, document: Object, timestamp: int, fonts: Fonts) -> bytes:
    """Compile; mend what is refused, and try again.

    What a font has by itself it may lack under a mark of another one, which no list foretells.
    Where a page ends inside a list with a note, Typst may say of the list that it is split up; so
    short ones are kept on a page then.
    """
    for _ in range(_MOST_TRIES):
        try:
            return _compiled(path, as_document(document), timestamp, fonts)
        except typst.TypstError as reason:
            refused = refused_signs(reason.diagnostic)
            is_split = _SPLIT_UP in reason.diagnostic and _WHOLE_LISTS not in document
            if not refused and not is_split:
                raise
            if is_split:
                document = {**document, _WHOLE_LISTS: True}
            if refused:
                document = _named(document, _finding(refused))
    return _compiled(path, as_document(document), timestamp, fonts)


def _compiled(template: Path, document: str, timestamp: int, fonts: Fonts) -> bytes:
    """Compile the template; what Typst only warns about is an error too: a lost character."""
    compiler = compiler_for(template, document, fonts)
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf",
        pdf_standards=["a-3a", "ua-1"],
        timestamp=timestamp,
    )
    if warnings:
        raise ValueError(str(warnings[0]))
    assert isinstance(pdf, bytes), "one format gives one file"
    return pdf


def as_document(data: object) -> str:
    """Return data as a template gets it; what is the same here is laid out once."""
    return json.dumps(data, ensure_ascii=False)


def compiler_for(template: Path, document: str, fonts: Fonts) -> typst.Compiler:
    """Return what lays a template out with its data, which is JSON; it opens no other file."""
    is_for_all = machine_folder() is not None and bool(unknown_signs(document))
    return typst.Compiler(
        str(template),
        root=str(template.parent),
        font_paths=typst_fonts(FONT_FOLDERS, fonts, is_for_all=is_for_all),
        sys_inputs={"document": document},
    )


def _finding(refused: str) -> re.Pattern[str]:
    """Return what finds signs that were refused: a mark with what it stands on.

    A sign that a font has is no reason by itself, or a letter would be named wherever it stands.
    """
    marks = {sign for sign in refused if unicodedata.category(sign).startswith("M")}
    alone = {sign for sign in refused if unknown_signs(sign)} - marks
    under = "".join(map(re.escape, {*refused} - marks - alone))
    choices = [f"[{''.join(map(re.escape, alone))}]+"] if alone else []
    if marks:
        choices.append((f"[{under}]?" if under else "") + f"[{''.join(map(re.escape, marks))}]+")
    return re.compile("|".join(choices) or r"(?!)")


def _named(document: Object, refused: re.Pattern[str]) -> Object:
    named = _with_names(document, refused)
    assert isinstance(named, dict)
    return named


def _with_names(value: object, refused: re.Pattern[str]) -> object:
    """Return data with names instead of what was refused, wherever it is printed."""
    if isinstance(value, str):
        return refused.sub(lambda found: name_of(found[0]), value)
    if isinstance(value, dict):
        return {
            key: inner if key in _UNSEEN else _with_names(inner, refused)
            for key, inner in value.items()
        }
    return [_with_names(inner, refused) for inner in value] if isinstance(value, list) else value
