"""An extension of Markdown: a page that says it is HTML is handed on as it is.

Turns a page whose first line is `<!--html-->` into the rest of it, without taking it apart, which
would be most of the work on a site. Markdown and MkDocs see the ids of such a page and no more, so
that links into it are checked.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

NAME = __name__
HTML = "<!--html-->"
_ID = re.compile(r'<[a-z][^>]* id="([^"]+)"')


def is_html(page: str) -> bool:
    """Return whether `page` says that it is HTML."""
    return page.startswith(HTML)


def taken(page: str) -> tuple[str, list[str]]:
    """Return the HTML of such a page, and its anchors."""
    return page.removeprefix(HTML).strip(), _ID.findall(page)


class _Take(Preprocessor):
    """Keeps the page, and leaves its anchors in its place."""

    def __init__(self, md: Markdown, kept: list[str]) -> None:
        super().__init__(md)
        self._kept = kept

    def run(self, lines: list[str]) -> list[str]:
        self._kept.clear()
        page = "\n".join(lines)
        if not is_html(page):
            return lines
        html, anchors = taken(page)
        self._kept.append(html)
        return ["<p>", *(f'<a id="{anchor}"></a>' for anchor in anchors), "</p>"]


class _Give(Postprocessor):
    """Puts the page back in the place of its anchors."""

    def __init__(self, md: Markdown, kept: list[str]) -> None:
        super().__init__(md)
        self._kept = kept

    def run(self, text: str) -> str:
        return self._kept[0] if self._kept else text


class Verbatim(Extension):
    """Hands on pages that are HTML."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Go before all that looks at lines, and after all that looks at what came of them."""
        kept: list[str] = []
        md.preprocessors.register(_Take(md, kept), "verbatim", 1000)
        md.postprocessors.register(_Give(md, kept), "verbatim", -1000)


def makeExtension(**settings: object) -> Verbatim:
    """Return the extension, as Markdown asks for it by the name of this module."""
    return Verbatim(**settings)
