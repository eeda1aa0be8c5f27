"""The Word file of one protocol: plain WordprocessingML in which every clause has a bookmark.

python-docx and lxml enter here and nowhere else. The words of ``document.xml`` after the cover,
followed by those of ``footnotes.xml``, are the protocol's word sequence (words.md); words in the
character style ``FootnoteReference`` are marks, paragraphs in ``SuppliedTitle`` are not the
board's text.
"""

from protocolkit.paper.docx.write import write_docx

__all__ = ["write_docx"]
