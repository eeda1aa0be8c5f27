"""Which names of a Word file Word itself knows: what stands under another name is no text.

A file may say that names it brings along count for nothing, and that what stands inside some of
them counts all the same (ECMA-376 Part 3).
"""

from __future__ import annotations

from functools import lru_cache

from protocolkit.importing.extract.shared.elements import Element

FOREIGN = "foreign"
"""What stands for the name of an element that Word does not know."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Few elements say it, and to walk over all of them in Python takes longer than to read the file.
_SAYING = "descendant-or-self::*[@mc:ProcessContent]"
_OPEN, _OFFICE = "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/"
_OPEN_NAMES = """
wordprocessingml/2006/main officeDocument/2006/relationships officeDocument/2006/math
drawingml/2006/main drawingml/2006/wordprocessingDrawing drawingml/2006/picture
drawingml/2006/chart drawingml/2006/chartDrawing drawingml/2006/diagram
drawingml/2006/lockedCanvas drawingml/2006/compatibility schemaLibrary/2006/main
officeDocument/2006/customXml officeDocument/2006/bibliography markup-compatibility/2006
"""
_OFFICE_NAMES = """
word/2006/wordml word/2010/wordml word/2010/wordprocessingShape word/2010/wordprocessingGroup
word/2010/wordprocessingCanvas word/2010/wordprocessingInk word/2010/wordprocessingDrawing
word/2012/wordml word/2012/wordprocessingDrawing word/2015/wordml/symex word/2016/wordml/cid
word/2018/wordml word/2018/wordml/cex word/2020/wordml/sdtdatahash
word/2020/oembed word/2023/wordml/word16du word/2024/wordml/sdtformatlock
drawing/2007/8/2/chart drawing/2008/diagram drawing/2010/main drawing/2010/chartDrawing
drawing/2010/diagram drawing/2010/picture drawing/2010/compatibility drawing/2012/chart
drawing/2012/chartStyle drawing/2012/main drawing/2013/main/command drawing/2014/chartex
drawing/2014/main drawing/2014/chart drawing/2014/chart/ac drawing/2015/9/8/chartex
drawing/2015/06/chart drawing/2015/10/21/chartex drawing/2016/5/9/chartex
drawing/2016/5/10/chartex drawing/2016/5/11/chartex drawing/2016/5/12/chartex
drawing/2016/5/13/chartex drawing/2016/5/14/chartex drawing/2016/11/diagram
drawing/2016/11/main drawing/2016/12/diagram drawing/2016/SVG/main drawing/2016/ink
drawing/2017/decorative drawing/2017/model3d drawing/2017/03/chart drawing/2018/hyperlinkcolor
drawing/2018/sketchyshapes drawing/2018/animation drawing/2018/animation/model3d
drawing/2020/classificationShape drawing/2021/oembed drawing/2021/livefeed
drawing/2022/imageformula drawing/2023/chartex
"""
_OLD = ("vml", "office:office", "office:word", "office:powerpoint", "office:excel")
KNOWN = frozenset(
    (
        *(_OPEN + name for name in _OPEN_NAMES.split()),
        *(_OFFICE + name for name in _OFFICE_NAMES.split()),
        *(f"urn:schemas-microsoft-com:{name}" for name in _OLD),
        "",
    )
)
"""The names that Word knows and shows, and none besides; "" is what has no name of its own."""


@lru_cache(maxsize=4_096)
def name_of_tag(tag: str) -> str:
    """Return a name without its namespace; ``FOREIGN`` for one that Word does not know."""
    space, _, name = tag.rpartition("}")
    return name if space.removeprefix("{") in KNOWN else FOREIGN


def open_up(root: Element) -> None:
    """Put what stands inside foreign elements in their place, where a file says that it counts."""
    said = {
        (above.nsmap.get(prefix) or "", name)
        for above in root.xpath(_SAYING, namespaces={"mc": _MC[1:-1]})
        for one in above.get(f"{_MC}ProcessContent").split()
        for prefix, _, name in [one.partition(":")]
    }
    known = {(space, name) for space, name in said if space not in KNOWN}
    for element in list(root.iter()) if known else ():
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        space, _, name = element.tag.removeprefix("{").rpartition("}")
        if (space, name) in known or (space, "*") in known:
            _replace_by_children(element)


def _replace_by_children(element: Element) -> None:
    above = element.getparent()
    place = above.index(element)
    loose = (element.text or "") + (element.tail or "")
    children = list(element)
    above[place : place + 1] = children
    if loose.strip():
        before = above[place - 1] if place else None
        if before is not None:
            before.tail = (before.tail or "") + loose
        else:
            above.text = (above.text or "") + loose
