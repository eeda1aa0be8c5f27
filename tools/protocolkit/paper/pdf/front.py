"""What stands before and around the text in the PDF: cover, running head, labels, look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.document.asking import ASKING
from protocolkit.document.cover import Cover, subtitle
from protocolkit.document.tree import rows_of
from protocolkit.exchange.record import FILE_NAME, Record, record_to_text
from protocolkit.paper.house.room import spread, text_width
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.pdf.house import house_data
from protocolkit.paper.pdf.lines import Shown, clean, joined, may_break, outside, shown
from protocolkit.paper.shared.columns import column_widths
from protocolkit.paper.shared.cover_title import is_long_title
from protocolkit.paper.shared.decisions import decision_names, decisions_table
from protocolkit.paper.shared.qr_code import SIDE, qr_code, qr_words
from protocolkit.paper.shared.running_head import running_head
from protocolkit.text.typeface import Face
from protocolkit.text.words import tokens

# Points, as in templates/typst/protocol.typ: letters, and what stands before the words of a row or
# a notice; beside the first column for signatures stand the others.
_TITLE, _LONG_TITLE, _ORGANISATION, _TEXT = 28.0, 22.0, 14.0, 10.5
_LABELS, _BAR, _TWIPS = 118.2, 12.0, 20
_SIGNATORY = 300.0


def document_name(cover: Cover, slug: str) -> str:
    """Return the first that says something: PDF/UA wants a name for every document."""
    candidates = (cover.title, cover.organisation, slug)
    return next((clean(text) for text in candidates if tokens(text)), "–")


def head_data(cover: Cover, style: HouseStyle) -> Object:
    """Return what runs along at the top of every page."""
    printed = partial(shown, fonts=style.fonts)
    organisation, title = running_head(cover)
    return {
        "organisation": printed(organisation),
        "title": printed(title),
        "mark": printed(cover.mark),
    }


def cover_data(cover: Cover, translate: Translate, style: HouseStyle) -> Object:
    """Return the title block."""
    table = rows_of(decisions_table(cover, translate))
    columns = column_widths(table, text_width(style), spread(style))
    printed, fit = partial(shown, fonts=style.fonts), _fitting(style)
    size = _LONG_TITLE if is_long_title(cover) else _TITLE
    return {
        "organisation": fit(cover.organisation, _ORGANISATION, Face.BOLD),
        "title": fit(cover.title, size, Face.BOLD),
        "title_note": cover.title_note,
        "is_long": is_long_title(cover),
        "subtitle": printed(subtitle(cover)),
        "rows": [
            [printed(label), outside(value, [fit(value, left=_LABELS)])]
            for label, value in cover.rows
        ],
        "approvals_heading": cover.approvals_heading,
        "approvals": [
            [
                joined(columns.in_lines(printed(cell), column, Face.REGULAR))
                for column, cell in enumerate(line.cells)
            ]
            for line in cover.approvals
        ],
        "approval_columns": {"widths": list(columns.widths), "is_small": columns.is_small},
        "asking": [fit(line) for line in cover.asking],
        "signatories": [fit(body, left=_SIGNATORY) for body in cover.signatories],
        "standing": fit(cover.standing),
        "remark": fit(cover.remark, face=Face.BOLD, left=_BAR),
        "adoption": fit(cover.adoption, face=Face.BOLD, left=_BAR),
        "open_places": fit(cover.open_places, face=Face.BOLD, left=_BAR),
        "decided": [fit(said, face=Face.BOLD, left=_BAR) for said in cover.decided],
        "incomplete": fit(cover.incomplete, face=Face.BOLD, left=_BAR),
        "correction": fit(cover.correction),
        "citation": fit(cover.citation),
        "code": printed(cover.code),
        "check": _check(cover, translate, printed),
    }


def _check(cover: Cover, translate: Translate, printed: Shown) -> Object | None:
    """Return where a reader sees whether the text still holds, as words and as a QR code."""
    address = cover.check_address
    if not address:
        return None
    before, _, after = cover.check.partition(address)
    page, sign, code = address.partition("#")
    words: list[object] = [printed(page)]
    if code:
        # whoever types the code from paper needs it in one piece
        words.append({"kind": "unbroken", "content": [printed(f"{sign}{code}")]})
    return {
        "words": [printed(before), *outside(address, words), printed(after)],
        "drawing": qr_code(address).drawing,
        "side": SIDE,
        "alternative": qr_words(address, translate),
    }


def style_data(style: HouseStyle, cover: Cover, translate: Translate) -> Object:
    """Return the look, with the logo, None without one.

    A logo's ``content`` is SVG text or the bytes of a PNG.
    """
    if style.logo is None:
        return {**house_data(style), "logo": None}
    logo = style.logo
    words = logo.words or translate("Logo of {organisation}").format(
        organisation=cover.organisation
    )
    content = logo.content if logo.is_drawing else list(logo.drawn.content)
    return {
        **house_data(style),
        "logo": {
            "format": "svg" if logo.is_drawing else "png",
            "content": content,
            "proportion": logo.drawn.width / logo.drawn.height,
            "words": clean(words),
        },
    }


def labels_data(translate: Translate) -> Object:
    """Return our own words."""
    return {
        "page": translate("Page {page} of {total}"),
        "approvals": list(decision_names(translate)),
        "signatures_heading": translate("Signatures"),
        "signatures": [
            translate("Body"),
            translate("Name"),
            translate("Date"),
            translate("Signature"),
        ],
        "contents": translate("Contents"),
        "asking": translate(ASKING),
    }


def _fitting(style: HouseStyle) -> Callable[..., str]:
    """Return what gives text as a page shows it, in which a word wider than a line may break."""
    width = text_width(style) / _TWIPS

    def fit(text: str, size: float = _TEXT, face: Face = Face.REGULAR, left: float = 0) -> str:
        room = (width - left) / size
        return may_break(shown(text, style.fonts), room, face, spread(style))

    return fit


def record_data(record: Record, translate: Translate) -> Object:
    """Return the name and the text of what is attached, and what a reader's menu calls it."""
    return {
        "name": FILE_NAME,
        "text": record_to_text(record),
        "words": translate("For the computer: with this, the file can be imported as it was."),
    }
