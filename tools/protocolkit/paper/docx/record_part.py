"""The record of a Word file: a part of its own, which Word and LibreOffice keep when they save.

Both keep custom XML only with its properties beside it; without these LibreOffice drops it.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from protocolkit.exchange.record import Record, record_to_text

NAMESPACE = "urn:protocolkit:record:1"

# Names this part among others in the file; the same in every file, as the same bytes require.
_ITEM_ID = "{70726F74-6F63-4F6C-8B69-747265636F72}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add_record(document: Document, record: Record) -> None:
    """Add a record to a Word file."""
    root = etree.Element(f"{{{NAMESPACE}}}record", nsmap={None: NAMESPACE})
    root.text = record_to_text(record)
    package = document.part.package
    item = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, _written(root), package)
    item.relate_to(
        Part(
            PackURI("/customXml/itemProps1.xml"),
            CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
            _written(_properties()),
            package,
        ),
        RELATIONSHIP_TYPE.CUSTOM_XML_PROPS,
    )
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _properties() -> etree._Element:
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", _ITEM_ID)
    references = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{_STORE}}}schemaRef").set(f"{{{_STORE}}}uri", NAMESPACE)
    return root


def _written(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
