"""The Word file of one protocol: plain WordprocessingML in which every clause has a bookmark.

python-docx and lxml enter here and nowhere else. The words of ``document.xml`` after the cover,
followed by those of ``footnotes.xml``, are the protocol's word sequence (words.md); words in the
character style ``FootnoteReference`` are marks. In earlier files a title that is not the board's
stands there too, in ``SuppliedTitle``.
"""

from protocolkit.paper.docx.write import write_docx

__all__ = ["write_docx"]
