"""Write data as a script that hands it on: a page that is opened from a disk can load no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def call(name: str, *values: Any) -> str:
    """Return the script that calls `tlSearch`'s function of that name with `values`."""
    said = ",".join(map(_JSON.encode, values))
    # Line ends to a script, though not to JSON; and nothing that looks like a tag.
    for char in "\u2028\u2029<":
        said = said.replace(char, f"\\u{ord(char):04x}")
    return f"tlSearch.{name}({said});\n"


def save(target: Path, script: str) -> bytes:
    """Write `script`; return what is written."""
    written = script.encode("utf-8")
    try:
        target.write_bytes(written)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written)
    return written
