"""Refuse hand-written YAML that no person would write, before anything is built of it.

Turns a text into slips where it is larger than a hand writes, nested deeper, or repeats a value by
an alias: a few lines of any of them can take all memory, or end the program. Characters that turn
the order of a line or command a terminal are refused too, also where `"\\x1b"` stands for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

# The C loader reads a large file in a tenth of the time; both give the string that was typed.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A vocabulary of ten thousand bodies takes three; a sidecar is read as far as a vocabulary.
LARGEST = 8 * 2**20
# What the program itself asks for ends at the fifth: corrections, one of them, add, one, place.
DEEPEST = 20

# Those of C0 and C1 but white space, and those that turn what follows from left to right.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_DEEP = re.compile(rf"^(?: {{{2 * DEEPEST}}}|(?: *[-?] ){{{DEEPEST}}})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is not read; `line` counts from 1, None where it is not known."""

    line: int | None
    what: str
    remedy: str


def excesses(text: str) -> Iterator[Slip]:
    """Yield what makes `text` too much to be read: size, depth, aliases; the first of it only."""
    if len(text) > LARGEST:
        limit = f"quá {LARGEST // 2**20} MB"
        yield Slip(None, f"tệp lớn {limit}", "Tách những gì không phải do người viết ra khỏi tệp.")
    elif "*" in text or text.count("[") + text.count("{") > DEEPEST or _DEEP.search(text):
        yield from _in_events(text)


def turning(root: yaml.Node, text: str) -> Iterator[Slip]:
    """Yield the values below `root` with a control character, typed or as an escape."""
    if not _CONTROL.search(text) and "\\" not in text:
        return
    for node in _scalars(root):
        if odd := _CONTROL.search(node.value):
            what = f"có ký tự điều khiển không nhìn thấy được, U+{ord(odd[0]):04X}"
            yield Slip(node.start_mark.line + 1, what, "Xóa ký tự đó, hoặc gõ lại dòng này.")


def _in_events(text: str) -> Iterator[Slip]:
    """Read no further than the first excess: what follows may be without end."""
    depth, anchors = 0, set[str]()
    try:
        for event in yaml.parse(text, Loader=LOADER):
            line = event.start_mark.line + 1 if event.start_mark else None
            if isinstance(event, yaml.AliasEvent) and event.anchor in anchors:
                what = f"giá trị bắt đầu bằng dấu *, YAML hiểu là lặp lại chỗ ghi &{event.anchor}"
                yield Slip(line, what, f'Đặt giá trị trong dấu nháy: "*{event.anchor}"')
                return
            anchors.add(getattr(event, "anchor", None) or "")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                what = f"các mục lồng nhau quá {DEEPEST} lớp"
                yield Slip(line, what, "Xem lại dấu ngoặc [ { và phần thụt đầu dòng ở đó.")
                return
    except yaml.YAMLError:
        return  # told by `slips`, which also knows the remedy


def _scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
