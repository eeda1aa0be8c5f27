"""What an import proves: its text is all that the file holds, its protocol all that the text says.

What a file holds besides its text is told as left out; a count beside each extractor sees to that.
"""
