"""What the words of a text are: times, documents, events, places, organizations, by span.

An annotator turns a text, its key and the vocabularies into spans. It knows no field and no
sentence, and it chooses nothing.
"""
