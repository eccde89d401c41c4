"""What a text leaves open is closed behind it, and nothing else of it changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.bidi import closed
from egov_timeline.exports.telling import one_line

CLOSED = [
    ("Hội thảo", ""),
    ("\u202eHội thảo", "\u202c"),
    ("\u202eHội\u202c thảo", ""),
    ("\u202a\u202eHội", "\u202c\u202c"),
    ("\u2067Hội", "\u2069"),
    ("\u2067\u202eHội\u2069 thảo", ""),
    ("\u2067\u202eHội\u202c", "\u2069"),
    # What closes nothing has no effect, so it needs no answer.
    ("\u202c\u2069Hội", ""),
    ("\u202eHội\u2069", "\u202c"),
    # Marks of a letter's direction open nothing.
    ("\u200fHội\u200e", ""),
]


@pytest.mark.parametrize(("text", "behind"), CLOSED)
def test_what_is_open_is_closed(text, behind):
    assert closed(text) == text + behind


def depth(text):
    """Return how many embeddings and isolates are open at the end, by the rules X1 to X8."""
    stack = []
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"):
            stack.append(kind)
        elif kind == "PDF" and stack and stack[-1] not in ("LRI", "RLI", "FSI"):
            stack.pop()
        elif kind == "PDI" and {"LRI", "RLI", "FSI"} & set(stack):
            while stack.pop() not in ("LRI", "RLI", "FSI"):
                pass
    return len(stack)


@given(st.text("ab \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=30))
def test_nothing_stays_open(text):
    assert depth(closed(text)) == 0
    assert closed(text).startswith(text)
    assert closed(closed(text)) == closed(text)


def test_a_line_of_a_calendar_or_a_feed_ends_what_it_opens():
    assert one_line(" \u202eHội\nthảo ") == "\u202eHội thảo\u202c"
