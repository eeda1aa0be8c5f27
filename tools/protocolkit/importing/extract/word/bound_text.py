"""Content controls whose text Word takes from elsewhere in the file when it opens it.

A control may be bound to a place in a part with data, or to a property of the file: what that says
is shown, whatever stands in the control. So it can be told only where both say the same.
"""

from __future__ import annotations

from protocolkit.base.problems import ProtocolkitError
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import all_words
from protocolkit.importing.extract.word.package import W, WordPackage

_KINDS = frozenset(("customXml", "core-properties", "extended-properties", "coverPageProps"))
_MOST_PARTS = 50
_WHOLE = ("p", "tbl", "tr", "tc", "sdt")
_BINDINGS = ("dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")


class Bound:
    """Knows all that the data of a file say; reads them when the first control asks."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._said: frozenset[str] | None = None

    def is_other(self, control: Element) -> bool:
        """Tell whether a control is bound to data, and none of them say what stands in it."""
        properties = control.find(f"{W}sdtPr")
        names = (f"{W}{_BINDINGS[0]}", _BINDINGS[1])
        if properties is None or all(properties.find(name) is None for name in names):
            return False
        content = control.find(f"{W}sdtContent")
        if properties.find(f"{W}showingPlcHdr") is not None or content is None:
            return False
        return "".join(all_words(content).split()) not in self._data()

    def elsewhere(self, body: Element) -> frozenset[Element]:
        """Return the controls around paragraphs, rows and cells of which that is so."""
        around = (
            one
            for one in body.iter(f"{W}sdt")
            if any(one.iterfind(f"{W}sdtContent/{W}{name}") for name in _WHOLE)
        )
        return frozenset(control for control in around if self.is_other(control))

    def _data(self) -> frozenset[str]:
        if self._said is None:
            self._said = frozenset(self._texts())
        return self._said

    def _texts(self) -> list[str]:
        package, said = self._package, []
        related = (
            *package.relationships(package.main).values(),
            *package.relationships("").values(),
        )
        for relation in [one for one in related if one.kind in _KINDS][:_MOST_PARTS]:
            try:
                root = package.part(relation.target)
            except ProtocolkitError:
                continue
            for element in root.iter() if root is not None else ():
                values = [element.text or "", *(str(value) for value in element.attrib.values())]
                said += ["".join(text.split()) for text in values]
        return said
