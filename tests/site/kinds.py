"""Names one page of each kind, so that a new kind of page is under every gate from its first day."""

from __future__ import annotations

from pathlib import PurePosixPath

from building import Built
from markup import Page


def one_of_each(built: Built) -> dict[str, str]:
    """Return the fullest page of each kind: kind, path."""
    fullest: dict[str, str] = {}
    for name in sorted(built.pages, key=lambda name: len(built.pages[name].elements)):
        fullest[_kind(name, built.pages[name])] = name
    return dict(sorted(fullest.items()))


def _kind(name: str, page: Page) -> str:
    folder, stem = PurePosixPath(name).parent, PurePosixPath(name).stem
    if str(folder) == "." or stem == "index":
        return name
    fields = {e.attributes["data-field"] for e in page.having("data-field")}
    if fields and "date" not in fields:
        return f"{folder}/* (no event)"
    classes = {name for e in page.having("class") for name in e.attributes["class"].split()}
    odd = [words for name, words in _ODD.items() if name in classes] if fields else []
    return f"{folder}/*" + "".join(f" ({words})" for words in odd)


# What an article's page may have beside what all have.
_ODD = {
    "tl-reports": "several reports",
    "tl-without-text": "without its text",
    "tl-reading": "read by an editor",
}
