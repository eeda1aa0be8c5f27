"""Why an import stops, each reason declared once: what is wrong, and the cure."""

from __future__ import annotations

from protocolkit.base.problems import error

NOT_TEXT = error(
    "import-not-text",
    "A file to import holds no text",
    "this file holds no text that can be read.",
    "Open it in the program that made it and save it as .docx, .pdf or .txt.",
)
UNKNOWN_KIND = error(
    "import-unknown-kind",
    "A file to import is of an unknown kind",
    "a file of this kind cannot be imported: {kind}.",
    "Open it in Word or LibreOffice and save it as .docx. Also possible: .pdf, .txt, .md, .html.",
)
SAVE_AS_WORD = error(
    "import-save-as-word",
    "A file to import has to be saved as .docx first",
    "this is a text of another program or of an older Word ({kind}); it cannot be read as it is.",
    "Open it in Word or LibreOffice, choose File > Save as, choose the type 'Word document "
    "(.docx)', and import that file. In Pages: File > Export to > Word.",
)
MAIL = error(
    "import-mail",
    "A file to import is an e-mail",
    "this is an e-mail ({kind}).",
    "Open it. Is the protocol an attachment? Save that and import it. Does it stand in the mail "
    "itself? Copy the text into a new Word document and import that.",
)
WRONG_EXTENSION = error(
    "import-wrong-extension",
    "A file to import is not what its name says",
    "the name says {name}, but inside it is {kind}.",
    "Give the file the right ending and import it again.",
)
EMPTY = error(
    "import-empty",
    "A file to import is empty",
    "there is no word in this file.",
    "Check whether this is the right file.",
)
TOO_LARGE = error(
    "import-too-large",
    "A file to import is too large",
    "this file is larger than {limit} MB.",
    "A protocol is smaller. Make a file with the protocol only, without large pictures.",
)
TOO_MANY_PAGES = error(
    "import-too-many-pages",
    "A file to import has too many pages",
    "this file has {pages} pages; at most {limit} can be imported.",
    "Make a file with the pages of the protocol only.",
)
TOO_MUCH_DRAWN = error(
    "import-too-much-drawn",
    "A page of a PDF is far too full",
    "a page of this PDF is drawn with more than {limit} pieces.",
    "Open it in the program that made it, or in a browser, print it to a new PDF and import that.",
)
TOO_MUCH_ON_TEXT = error(
    "import-too-much-on-text",
    "A page of a PDF prints far too much in one place",
    "on a page of this PDF more than {limit} pieces of text lie on other text or are too small.",
    "Open it in the program that made it, or in a browser, print it to a new PDF and import that.",
)
TOO_MUCH_TEXT = error(
    "import-too-much-text",
    "A file to import holds too much text",
    "this file holds more than {lines} thousand lines or {characters} million characters of text.",
    "Make a file with the protocol only.",
)
TOO_MANY_SIGNS = error(
    "import-too-many-signs",
    "A Markdown file to import holds far too many brackets or cells",
    "this file has more than {limit} thousand times the sign '{sign}'.",
    "Make a file with the protocol only.",
)
TOO_FEW_LETTERS = error(
    "import-too-few-letters",
    "A file to import holds far too many signs that are no letters",
    "this file has more than {limit} thousand signs that are no letters or numbers.",
    "Make a file with the protocol only.",
)
TOO_MANY_ELEMENTS = error(
    "import-too-many-elements",
    "A web page has far too many pieces",
    "this page has more than {limit} thousand elements, such as words in bold.",
    "Make a page with the protocol only, or open it in a browser, print it to a PDF and import "
    "that.",
)
TOO_MUCH_STYLE = error(
    "import-too-much-style",
    "The style sheets of a web page ask far too much",
    "the styles of this page are held beside its elements more than {limit} million times.",
    "Open the page in a browser, print it to a PDF and import that.",
)
UNPACKS_TOO_LARGE = error(
    "import-unpacks-too-large",
    "A Word file grows far too large when it is opened",
    "this file becomes more than {limit} MB when it is opened; that is not safe.",
    "Do not use this file. Ask the sender for a new one.",
)
DAMAGED = error(
    "import-damaged",
    "A file to import is damaged",
    "this file is damaged and cannot be opened.",
    "Open it in the program that made it, save it again, and use that file.",
)
TOO_DEEP = error(
    "import-too-deep",
    "Parts of a file lie too deep in each other",
    "parts lie in parts in this file, more than {limit} deep.",
    "Look in the program that made it why that is so, and save the text with fewer levels.",
)
PASSWORD = error(
    "import-password",
    "A file to import has a password",
    "this file is protected by a password.",
    "Open it, save it without a password, and import that.",
)
NOTHING_SEEN = error(
    "import-nothing-seen",
    "Nobody sees a word of a PDF",
    "no word of this PDF can be seen on its pages: all of it is hidden.",
    "Open it and look at it. Ask the sender for a file in which the text can be read.",
)
NOTHING_LEFT = error(
    "import-nothing-left",
    "No text of a protocol is left of a file",
    "all that this file holds are page numbers, heads and feet of pages, contents and the like.",
    "Check whether this is the right file.",
)
NO_LETTERS = error(
    "import-no-letters",
    "A PDF does not say which letters it prints",
    "page {page} shows signs of which the file does not say which letters they are.",
    "Ask for the Word file, or have the text recognised (OCR) and import that.",
)
XFA = error(
    "import-xfa",
    "A PDF is a form that only some programs show",
    "this PDF is a form (XFA): its words are not on its pages, and only some programs show them.",
    "Open it in Adobe Reader, print it to a new PDF ('Microsoft Print to PDF'), and import that.",
)
SCAN = error(
    "import-scan",
    "A PDF holds pictures only",
    "this PDF is a scan: it holds pictures of pages and no text.",
    "Ask for the Word file, or have the text recognised (OCR) and import that.",
)
UNSAFE_XML = error(
    "import-unsafe-xml",
    "A file to import holds something unsafe",
    "this file holds a declaration that does not belong in such a file; it was not opened.",
    "Do not use this file. Ask the sender for a new one.",
)
FOREIGN_PART = error(
    "import-foreign-part",
    "A Word file takes in a piece of another kind of file",
    "a piece of this text is kept in the file as {kind}, and cannot be read.",
    "Open the file in Word, save it again as .docx, and import that.",
)
SUBDOCUMENT = error(
    "import-subdocument",
    "A part of a Word file's text is a subdocument",
    "a part of this text stands in a subdocument, and cannot be read.",
    "In Word, choose View, Outline, Show Document, and Unlink; save the file, and import that.",
)
SEVERAL_VERSIONS = error(
    "import-several-versions",
    "A file to import holds several versions of one text",
    "this file holds several versions of one text, each for a time of its own: '{words}'.",
    "Ask for the text of one date, or remove the versions that do not hold, and import that.",
)
TOO_MANY_CELLS = error(
    "import-too-many-cells",
    "A table to import has far too many cells",
    "a table in this file would have more than {limit} thousand cells.",
    "Make a file with the protocol only, or split the table.",
)
WORDS_LOST = error(
    "import-words-lost",
    "An import would lose words of the file",
    "these words stand in the file, and in neither the protocol nor the report: '{words}'.",
    "Nothing was written. Send us the file, or save it as .txt and import that.",
)
WORDS_ADDED = error(
    "import-words-added",
    "An import would add words to the file",
    "these words would be in the protocol and do not stand in the file: '{words}'.",
    "Nothing was written. Send us the file, or save it as .txt and import that.",
)
SIGNS_LOST = error(
    "import-signs-lost",
    "An import would lose signs of a page",
    "signs on page {page} are in neither the protocol nor the report: '{signs}'.",
    "Nothing was written. Send us the file, or save it as .docx or .txt and import that.",
)
SIGNS_ADDED = error(
    "import-signs-added",
    "An import would add signs to a page",
    "signs would be in the protocol that no page has: '{signs}'.",
    "Nothing was written. Send us the file, or save it as .docx or .txt and import that.",
)
WORDS_DIFFER = error(
    "import-words-differ",
    "An import would lose or change words",
    "at word {position} the source has '{source}' and the result '{result}'; nothing was written.",
    "This should not happen. Send us the file, or save it as .txt and import that.",
)
READS_DIFFERENTLY = error(
    "import-reads-differently",
    "An import would not read back the same",
    "the Markdown does not read back as it was written; nothing was written.",
    "This should not happen. Send us the file, or save it as .txt and import that.",
)
CHOICE_UNKNOWN = error(
    "import-choice-unknown",
    "An import was told of a place that is not in doubt",
    "no place of this file has the key '{key}'.",
    "Choose one of: {known}.",
)
CHOICE_READING = error(
    "import-choice-reading",
    "A place cannot be read in the way that was chosen",
    "'{choice}' does not say how to read this place.",
    "Choose one of: {known}.",
)
CHOICE_NONE = error(
    "import-choice-none",
    "Nothing in a file can be read in another way",
    "nothing in this file can be read in another way, so '{choice}' cannot be chosen.",
    "Import it without --choose.",
)
OWN_COMPARISON = error(
    "import-own-comparison",
    "A file to import is a comparison",
    "this is a comparison that this program made: words of several boards beside each other.",
    "Import the protocol of one board. Its own page on the website has it as Word and as PDF.",
)
OWN_LEAFLET = error(
    "import-own-leaflet",
    "A file to import is a paper around a protocol",
    "this is a paper that this program made around a protocol, such as a form for a decision "
    "or a version that shows what changes.",
    "Import the protocol itself.",
)
OWN_TEMPLATE = error(
    "import-own-template",
    "A file to import is the example protocol, unchanged",
    "this is the example protocol, with nothing chosen or filled in yet.",
    "Choose in Word what applies, remove the rest, save, and import that. Or use 'protocol new'.",
)
