"""Words, sentences, numbers and markers, and how two texts differ."""
