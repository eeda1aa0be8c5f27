"""The papers around a protocol and the same protocol in a board's own look: for pictures.

Each is made when it is asked for, as its PDF and its Word file.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import seeds
from house_files import reference
from paper_kinds import kinds
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Clause, Paragraph, Protocol
from protocolkit.document.outline import clauses
from protocolkit.document.richtext import Text
from protocolkit.document.tree import map_parts
from protocolkit.drafting.template.document import make_draft
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.docx.write import write_docx
from protocolkit.paper.leaflets.decision_form import decision_forms
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.redline.paper import pdf_redline, redline_pages
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.shared.comparison import comparison_paper
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.word import was_wordt_docx
from small_boards import seed_judgements, seed_template
from was_wordt_tables import sheet_between

Files = tuple[bytes, bytes]
"""A paper as PDF and as Word file."""

_DUTCH = translator("nl")
_SUBMITTED = "voorgelegd"


def others() -> Mapping[str, Callable[[], Files]]:
    """Return by name what makes each paper."""
    return {
        "vergelijking": _comparison,
        "voorbeeldprotocol": _template,
        "versie-met-wijzigingen": _redline,
        "was-wordt": _was_wordt,
        "besluitformulier": _forms,
        "huisstijl": _in_own_look,
    }


def _comparison() -> Files:
    paper = comparison_paper(seeds.matrix(), seed_judgements(), _DUTCH)
    return matrix_pdf(paper, _DUTCH, location=NOWHERE), matrix_docx(paper, _DUTCH)


def _template() -> Files:
    draft = make_draft(seed_template(), _DUTCH)
    made = (draft.protocol, draft.cover, _DUTCH)
    return write_pdf(*made, extras=draft.extras), write_docx(*made, extras=draft.extras)


def _redline() -> Files:
    changes, who = _changes(), Signature(author="Basisschool De Regenboog", day="2026-03-04")
    numbers = redline_pages(changes, _DUTCH, who, project=None)
    return pdf_redline(changes, _DUTCH, who), word_redline(changes, _DUTCH, who, numbers=numbers)


def _was_wordt() -> Files:
    changes = _changes()
    sheet = sheet_between(changes.new.protocol, changes.old.protocol)
    return was_wordt_pdf(sheet, _DUTCH, NOWHERE), was_wordt_docx(sheet, _DUTCH)


def _forms() -> Files:
    found = kinds()[_SUBMITTED]
    text = protocol_fingerprint(found)
    asked = [replace(one, fingerprint=text) for one in found.facts.approvals]
    forms = decision_forms(found, asked, _DUTCH)
    return leaflets_pdf(forms, _DUTCH, location=NOWHERE), leaflets_docx(forms, _DUTCH)


def _in_own_look() -> Files:
    """Return a protocol under the letterhead of an imaginary board."""
    found = kinds()[_SUBMITTED]
    organisation = replace(found.facts.organisation, parent="Stichting De Linde")
    found = replace(found, facts=replace(found.facts, organisation=organisation))
    cover = make_cover(found, _DUTCH)
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "templates" / "stichting-de-linde"
        own.mkdir(parents=True)
        (own / "reference.docx").write_bytes(reference())
        project = Path(folder)
        return (
            write_pdf(found, cover, _DUTCH, project=project),
            write_docx(found, cover, _DUTCH, project=project),
        )


def _changes() -> ChangeSet:
    """Return what changed in a protocol of which clauses went and others say more."""
    old = kinds()["vastgesteld"]
    gone = {clause.anchor for clause in list(clauses(old))[::7]}

    def changed(clause: Clause) -> Clause | None:
        if clause.anchor in gone:
            return None
        return _with_more(clause) if clause.anchor.endswith("3") else clause

    new: Protocol = replace(old, parts=map_parts(old.parts, changed))
    return compare_versions(version_of(old), version_of(new))


def _with_more(clause: Clause) -> Clause:
    match clause.blocks:
        case (Paragraph(content=content), *others_of):
            said = Paragraph((*content, Text(" Dat geldt ook buiten de school.")))
            return replace(clause, blocks=(said, *others_of))
    return clause
