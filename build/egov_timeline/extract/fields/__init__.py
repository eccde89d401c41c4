"""A module for each field of a record: its candidates, what refuses them, and the choice.

Fields never import each other; what an earlier one has found stands in `document.found`.
"""
