"""The PDF of one protocol: an accessible file for paper and archive (PDF/UA-1 and PDF/A-2a).

Typst enters here and nowhere else. What is printed comes from :mod:`~protocolkit.paper.pdf.data`,
how it looks from ``templates/typst/protocol.typ``.
"""

from protocolkit.paper.pdf.write import FIXED_TIMESTAMP, write_pdf

__all__ = ["FIXED_TIMESTAMP", "write_pdf"]
