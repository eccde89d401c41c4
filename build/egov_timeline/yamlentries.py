"""Put an entry into a list of hand-written YAML and leave every other line as it is.

Turns a text, a key at its top and an entry into a new text: comments, quotes, blank lines and the
layout of the rest stay. A list that is written in one line ([…], {…}) is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString

_WIDTH = 100
_NEVER = 10**6
_BOM = "\ufeff"


def with_entry(text: str, key: str, entry: Mapping[str, Any], place: int | None = None) -> str:
    """Return `text` with `entry` at the end of the list under `key`, or in place of one there."""
    if "\r\n" in text:
        return with_entry(text.replace("\r\n", "\n"), key, entry, place).replace("\n", "\r\n")
    if text.startswith(_BOM):
        return _BOM + with_entry(text.removeprefix(_BOM), key, entry, place)
    root = _yaml().load(text)
    rows = root.get(key) if isinstance(root, CommentedMap) else None
    if rows is None and (root is None or key not in root):
        return _ended(text) + written({key: [entry]})
    if not isinstance(rows, CommentedSeq) or rows.fa.flow_style() or not rows:
        return _rewritten(root, key, entry, place)
    lines = _ended(text).split("\n")[:-1]
    begins = [int(rows.lc.item(number)[0]) for number in range(len(rows))]
    indent = re.match(r" *", lines[begins[0]])
    new = [f"{indent[0] if indent else ''}{line}" for line in _listed(entry)]
    last = _end(lines, begins[-1], _next_key(root, key, len(lines)))
    if place is None:
        return "\n".join([*lines[:last], *new, *lines[last:]]) + "\n"
    stop = _end(lines, begins[place], begins[place + 1]) if place + 1 < len(rows) else last
    return "\n".join([*lines[: begins[place]], *new, *lines[stop:]]) + "\n"


def written(data: Any) -> str:
    """Return plain data as a person would write it in YAML."""
    out = StringIO()
    _yaml().dump(_folded(data), out)
    return out.getvalue()


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _NEVER
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _listed(entry: Mapping[str, Any]) -> list[str]:
    """Return the entry as lines that begin at the dash."""
    return [line[2:] for line in written({"_": [entry]}).splitlines()[1:]]


def _folded(data: Any) -> Any:
    """Return `data` with long texts set in lines, as YAML's `>-`."""
    if isinstance(data, Mapping):
        return {name: _folded(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_folded(value) for value in data]
    if isinstance(data, str) and len(data) > _WIDTH - 20 and data == " ".join(data.split()):
        folded = FoldedScalarString(data)
        folded.fold_pos = list(_breaks(data))
        return folded
    return data


def _breaks(text: str) -> list[int]:
    """Return the blanks of `text` at which a line ends."""
    found, start, last = [], 0, -1
    for blank in (match.start() for match in re.finditer(" ", text)):
        if blank - start > _WIDTH - 10 and last > start:
            found.append(last)
            start = last + 1
        last = blank
    if len(text) - start > _WIDTH - 10 and last > start:
        found.append(last)
    return found


def _rewritten(root: Any, key: str, entry: Mapping[str, Any], place: int | None) -> str:
    rows = root[key]
    kept = list(rows) if isinstance(rows, list) else [rows] if rows else []
    if place is None:
        kept.append(entry)
    else:
        kept[place] = entry
    root[key] = [_folded(row) for row in kept]
    out = StringIO()
    _yaml().dump(root, out)
    return out.getvalue()


def _next_key(root: CommentedMap, key: str, end: int) -> int:
    """Return the line of the key that follows, else `end`."""
    here = root.lc.key(key)[0]
    return min((line for name in root if (line := root.lc.key(name)[0]) > here), default=end)


def _end(lines: list[str], begin: int, limit: int) -> int:
    """Return the line behind the entry that begins at `begin`.

    Blank lines before `limit` belong to what follows, and comments that stand no deeper than it.
    """
    depth = len(lines[begin]) - len(lines[begin].lstrip())
    follows = re.compile(rf" {{0,{depth}}}#|\s*$")
    while limit > begin + 1 and follows.match(lines[limit - 1]):
        limit -= 1
    return limit


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
