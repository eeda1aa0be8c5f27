"""The order in which a Word file has properties: that of the standard, whoever adds one.

A program that is strict refuses a file in which, say, an indent follows the page of a section
(ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.4.82 and 17.6.17).
"""

from __future__ import annotations

from itertools import pairwise

from docx.oxml.ns import qn

from protocolkit.paper.docx.elements import Element

_RUN = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
    "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz "
    "szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
    "specVanish oMath rPrChange"
)
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": _RUN,
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
    "tblCellSpacing jc hidden ins del trPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
}
_PLACES = {
    qn(f"w:{parent}"): {qn(f"w:{name}"): place for place, name in enumerate(names.split())}
    for parent, names in _ORDERS.items()
}
# Headers and footers may stand among each other.
_PLACES[qn("w:sectPr")][qn("w:footerReference")] = 0


def in_schema_order(root: Element) -> None:
    """Put the properties of everything in a part in their order.

    What the standard does not name stays behind what it stood behind.
    """
    for properties in root.iter(*_PLACES):
        order_properties(properties)


def order_properties(properties: Element) -> None:
    """Put the children of one element with properties in their order."""
    known, place = _PLACES[properties.tag], -1
    places: list[int] = []
    for child in properties:
        place = known.get(child.tag, place)
        places.append(place)
    if any(later < sooner for sooner, later in pairwise(places)):
        placed = sorted(zip(places, properties, strict=True), key=lambda found: found[0])
        properties[:] = [child for _, child in placed]
