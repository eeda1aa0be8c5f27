"""The organisation's logo on the cover: a picture in the line, with words for who cannot see it."""

from __future__ import annotations

import io

from docx.parts.document import DocumentPart
from docx.shared import Mm

from protocolkit.cover import Cover
from protocolkit.messages import Translate
from protocolkit.paper.docx.elements import Element, Place, clean, paragraph, run
from protocolkit.paper.docx.elements import element as make
from protocolkit.paper.logo import Logo

_WIDEST, _HIGHEST = Mm(62), Mm(24)


def logo_element(part: DocumentPart, logo: Logo, cover: Cover, translate: Translate) -> Element:
    """Return the paragraph with the logo; Word knows no SVG, so it gets the drawn one."""
    drawn = logo.drawn
    scale = min(_WIDEST / drawn.width, _HIGHEST / drawn.height)
    inline = part.new_pic_inline(
        io.BytesIO(drawn.content), int(drawn.width * scale), int(drawn.height * scale)
    )
    words = logo.words or translate("Logo of {organisation}").format(
        organisation=cover.organisation
    )
    inline.docPr.set("name", "Logo")
    inline.docPr.set("descr", clean(words))
    return paragraph(Place(style="CoverLogo"), [run([make("drawing", inline)])])
