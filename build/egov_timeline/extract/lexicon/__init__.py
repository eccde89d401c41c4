r"""The words that the press writes, class by class, as data that patterns are made of.

Reads the `.yml` files beside it. `words("hold", "open")` is the source of a pattern, to be closed
with `\b`; an entry stands in it with what may not stand beside it ("ban tổ chức" holds nothing).
Each entry shows a sentence that it reads; what it refuses is shown where it refuses anything. It
knows nothing of texts, and a class that is not there is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a class, with a sentence in which it counts and those in which it does not.

    `pattern` is the word with its neighbours; `type` is what it says beside its class ("hoi-thao").
    """

    word: str
    pattern: str
    reads: str
    refuses: tuple[str, ...] = ()
    type: str = ""


@cache
def classes() -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries of all classes, by their name."""
    found: dict[str, tuple[Entry, ...]] = {}
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        for name, rows in yaml.load(path.read_text("utf-8"), _LOADER).items():
            if name in found:
                raise ValueError(f"{path.name}: class {name!r} stands twice. Name it otherwise.")
            found[name] = tuple(_entries(rows))
    return found


@cache
def words(*names: str) -> str:
    """Return a group of all words of the classes `names`, the longer first."""
    entries = {entry.pattern: entry for name in names for entry in classes()[name]}
    longest = sorted(entries.values(), key=lambda entry: -len(entry.word))
    return f"(?:{'|'.join(entry.pattern for entry in longest)})"


def typed(word: str, kind: str, before: tuple[str, ...]) -> Entry:
    """Return an entry that no file here has: a word that counts `before` some others, as typed."""
    row = {"say": re.escape(word), "before": [re.escape(other) for other in before]}
    return Entry(word, _pattern(row), word, type=kind)


def _entries(rows: list[dict[str, Any]]) -> Iterator[Entry]:
    for row in rows:
        refuses = row.get("refuses", ())
        refused = (refuses,) if isinstance(refuses, str) else tuple(refuses)
        yield Entry(row["say"], _pattern(row), row["reads"], refused, row.get("type", ""))


def _pattern(row: Mapping[str, Any]) -> str:
    """Return a word with what must and must not stand beside it; neighbours may be patterns.

    The word comes first and what is before it is looked back at: most fail at its first letter.
    """
    word = row["say"]
    after = "|".join(rf"(?<={_begins(other)} {word})" for other in row.get("after", ()))
    return "".join(
        (
            word,
            f"(?:{after})" if after else "",
            *(rf"(?<!{_begins(other)} {word})" for other in row.get("not after", ())),
            f"(?={_any(row['before'])})" if "before" in row else "",
            f"(?!{_any(row['not before'])})" if "not before" in row else "",
        )
    )


def _begins(other: str) -> str:
    return rf"\b{other}" if other[0].isalpha() else other


def _any(others: list[str]) -> str:
    words = (other if other[0] in ",/" else f",? {other}" for other in others)
    return rf"(?:{'|'.join(words)})(?!\w)"
