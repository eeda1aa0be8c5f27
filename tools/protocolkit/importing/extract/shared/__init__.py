"""What the ways in share: elements of XML, the text of a paragraph, colours."""
