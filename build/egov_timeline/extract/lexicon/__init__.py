"""The words of the language that the press writes, as data; it knows nothing of texts."""
