"""PDFs of a page or more, drawn by hand: each test says in PDF's own words what is on the page."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.proof.pdf_count import prove_pdf
from protocolkit.importing.source.lines import Source

RULES = (
    "BT /F 11 Tf 70 780 Td 16 TL (Protocol sociale media) Tj T* () Tj T* "
    "(1. De leerling zet zijn telefoon uit in de les.) Tj T* "
    "(2. De leraar gebruikt geen sociale media in de les.) Tj T* (3. De school filmt niet.) Tj ET "
)
RULE_LINES = (
    "Protocol sociale media",
    "1. De leerling zet zijn telefoon uit in de les.",
    "2. De leraar gebruikt geen sociale media in de les.",
    "3. De school filmt niet.",
)
A4 = (0, 0, 595, 842)


def proved_pdf(content: bytes) -> Source:
    """Return the text of a PDF, of which every sign was counted."""
    source = extract_pdf(content)
    prove_pdf(content, source)
    return source


class Drawing:
    """A PDF that is being drawn; ``F`` is Helvetica on every page."""

    def __init__(self) -> None:
        self.pdf: Pdf = pikepdf.new()
        self.font = self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        )

    def page(self, content: str = RULES, box: Sequence[float] = A4, **resources: Object) -> Object:
        """Add a page with such content and resources beside its font."""
        self.pdf.add_blank_page(page_size=(595, 842))
        page = self.pdf.pages[-1].obj
        page.MediaBox = Array(list(box))
        page.Resources = Dictionary(Font=Dictionary(F=self.font))
        for name, value in resources.items():
            page.Resources[f"/{name}"] = value
        page.Contents = self.pdf.make_stream(content.encode("cp1252"))
        return page

    def form(self, content: str, box: Sequence[float] = A4, **keys: Object) -> Object:
        """Return a piece of drawing that a page or an annotation may hold."""
        stream = self.pdf.make_stream(content.encode("cp1252"))
        stream.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array(list(box)),
            Resources=Dictionary(Font=Dictionary(F=self.font)),
        )
        for name, value in keys.items():
            stream[f"/{name}"] = value
        return stream

    def picture(self, rows: Sequence[Sequence[int]]) -> Object:
        """Return a picture of these shades of grey, from 0 to 255."""
        stream = self.pdf.make_stream(zlib.compress(bytes(shade for row in rows for shade in row)))
        stream.stream_dict = Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=len(rows[0]),
            Height=len(rows),
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
            Filter=Name.FlateDecode,
        )
        return stream

    def annotate(self, page: Object, subtype: str, box: Sequence[float], **keys: object) -> Object:
        """Put an annotation on a page."""
        found = self.pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(list(box)))
        )
        for name, value in keys.items():
            found[f"/{name}"] = value
        page.Annots = Array([*page.get("/Annots", []), found])
        return found

    def layer(self, *, is_on: bool) -> Object:
        """Return a layer that is shown or not."""
        layer = self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name="laag"))
        off = [] if is_on else [layer]
        self.pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array(off), Order=Array([layer]))
        )
        return layer

    def drawn_font(self, signs: Mapping[str, str], names: Mapping[str, str]) -> Object:
        """Return a font whose signs are drawn: what draws each, and the name that it goes by."""
        codes = [ord(sign) for sign in signs]
        first, last = min(codes), max(codes)
        differences: list[object] = []
        for sign in signs:
            differences += [ord(sign), Name(f"/{names[sign]}")]
        return self.pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=Array([0, 0, 1000, 1000]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                CharProcs=Dictionary(
                    {
                        f"/{names[sign]}": self.pdf.make_stream(f"600 0 d0 {drawn}".encode())
                        for sign, drawn in signs.items()
                    }
                ),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array(differences)),
                FirstChar=first,
                LastChar=last,
                Widths=Array([600] * (last - first + 1)),
                Resources=Dictionary(),
            )
        )

    def bytes(self) -> bytes:
        """Return the PDF."""
        buffer = io.BytesIO()
        self.pdf.save(buffer)
        return buffer.getvalue()


def drawn(content: str, box: Sequence[float] = A4) -> bytes:
    """Return a PDF of one page with the rules, and such content after them."""
    drawing = Drawing()
    drawing.page(RULES + content, box)
    return drawing.bytes()


def words(text: str, left: float = 70, low: float = 400, before: str = "", size: float = 11) -> str:
    """Return what prints words somewhere on a page; ``before`` is said before the words."""
    return f"q BT /F {size} Tf {before} 1 0 0 1 {left} {low} Tm ({text}) Tj ET Q "
