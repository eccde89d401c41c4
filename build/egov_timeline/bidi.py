"""Keeps a text that asks for a direction of writing from turning the words that stand beside it.

Turns a text into itself, with each embedding, override and isolate that it opens closed behind it
(https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings). Nothing is taken out of it:
what is shown is what stands there.
"""

from __future__ import annotations

import re

_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _END_OF_EMBEDDING) | dict.fromkeys(
    "\u2066\u2067\u2068", _END_OF_ISOLATE
)
_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = re.compile(f"[{_CONTROLS}]")


def closed(text: str) -> str:
    """Return `text` with whatever it leaves open closed at its end."""
    # Every value of every page comes by: to look for each by itself is ten times as fast.
    if text.isascii() or not any([control in text for control in _CONTROLS]):
        return text
    waiting: list[str] = []
    for control in _CONTROL.findall(text):
        if control in _CLOSED_BY:
            waiting.append(_CLOSED_BY[control])
        elif control == _END_OF_ISOLATE and control in waiting:
            # It closes the embeddings inside of it, too; one that closes nothing has no effect.
            while waiting.pop() != control:
                pass
        elif waiting[-1:] == [control]:
            waiting.pop()
    return text + "".join(reversed(waiting))
