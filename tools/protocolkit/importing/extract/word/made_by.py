"""Who a Word file, or another one of Office, says that made it or worked on it last."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.importing.extract.word.package import WordPackage

_PROPERTIES = "docProps/core.xml"
_NAMES = ("creator", "lastModifiedBy")


def makers_of_word(content: bytes) -> Iterator[str]:
    """Yield the names in the properties of a file.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when it is damaged or unsafe.
    """
    root = WordPackage(content, any_kind=True).part(_PROPERTIES)
    for one in root.iter() if root is not None else ():
        is_name = isinstance(one.tag, str) and one.tag.rpartition("}")[2] in _NAMES
        if is_name and (one.text or "").strip():
            yield " ".join((one.text or "").split())
