"""Turn Vietnamese press articles about events into a timeline one can trust."""
