"""Tables of weights, one file a field, written by `make weights` and reviewed like source."""
