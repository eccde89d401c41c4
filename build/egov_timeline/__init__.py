"""Turn Vietnamese press articles about e-government conferences into a timeline one can trust."""
