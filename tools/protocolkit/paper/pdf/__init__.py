"""PDF files for paper and archive, accessible (PDF/UA-1 and PDF/A-3a): protocols, comparisons.

Typst enters here and nowhere else. What is printed comes from :mod:`~protocolkit.paper.pdf.data`
and :mod:`~protocolkit.paper.pdf.matrix`, how it looks from ``templates/typst/``.
"""

from protocolkit.paper.pdf.write import write_pdf

__all__ = ["write_pdf"]
