"""Import: Word, PDF, text, Markdown and saved web pages to a protocol with its ledger."""
