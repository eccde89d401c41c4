"""What the short form of a body's name stands for, by what the text said before.

Turns "Sở", "Tổng cục" or "VJC" into the body that was named in full; nothing where none was.
"""

from __future__ import annotations

from egov_timeline.extract.annotate.organizations import Body, Kind
from egov_timeline.extract.document import Document

_FAR = 12  # sentences back in which a short form still finds its name


def in_full(document: Document, body: Body) -> Body | None:
    """Return the body that `body` is short for, `body` itself where it is no short form.

    None where a bare head noun ("Sở") has no name before it.
    """
    if body.kind is Kind.SHORT:
        return _named_before(document, body)
    if body.kind is Kind.BRAND:
        return _with_brackets(document, body) or body
    return body


def _named_before(document: Document, body: Body) -> Body | None:
    head = document.key[body.start : body.end].removeprefix("nhà ") + " "
    here = document.sentence_at(body.start)
    before = [i for i in document.kept if here is not None and i <= here][-_FAR:]
    for index in reversed(before):
        sentence = document.sentence(index)
        if head not in document.key[sentence.start : min(sentence.end, body.start)]:
            continue
        for other in reversed([*document.bodies_in(index, before=body.start)]):
            if other.kind is Kind.NAME and document.key.startswith(head, other.start):
                return other
    return None


def _with_brackets(document: Document, body: Body) -> Body | None:
    """Return the body whose name the text once gave with this short form in brackets."""
    at = document.text.find(f"({document.text[body.start : body.end]})", 0, body.start)
    index = document.sentence_at(at) if at >= 0 else None
    if index is None:
        return None
    named = document.bodies_in(index, before=at)
    return next((b for b in named if at <= b.end and b.kind is Kind.NAME), None)
