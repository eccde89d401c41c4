"""Reads a built page: its addresses, anchors and hooks, as a browser would find them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What a browser fetches by itself, without a click: element, attribute.
LOADING = {
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("iframe", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("use", "href"),
    ("image", "href"),
}
# Relations of <link> that only tell, and fetch nothing.
TELLING = {"canonical", "alternate", "prev", "next", "license", "author"}
CSS_URL = re.compile(r"""url\(\s*(['"]?)(?!data:)([^'")]+)\1\s*\)|@import\s+(['"])([^'"]+)\3""")


def urls_in_css(code: str) -> list[str]:
    """Return the addresses that a style sheet makes a browser fetch."""
    return [match[2] or match[4] for match in CSS_URL.finditer(code)]


@dataclass(slots=True)
class Element:
    """A start tag: its name, attributes, and the text that follows up to its end."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass(slots=True)
class Page:
    """What a test asks of a page."""

    elements: list[Element] = field(default_factory=list)

    @classmethod
    def read(cls, html: str) -> Page:
        """Parse `html`."""
        reader = _Reader()
        reader.feed(html)
        reader.close()
        return cls(reader.elements)

    def having(self, attribute: str) -> list[Element]:
        """Return the elements that have `attribute`."""
        return [e for e in self.elements if attribute in e.attributes]

    def named(self, tag: str) -> list[Element]:
        """Return the elements of that tag."""
        return [e for e in self.elements if e.tag == tag]

    @property
    def anchors(self) -> list[str]:
        """All ids of the page, in order."""
        return [e.attributes["id"] for e in self.having("id")]

    @property
    def links(self) -> list[str]:
        """Where a click can lead."""
        return [e.attributes["href"] for e in self.named("a") if "href" in e.attributes]

    @property
    def loads(self) -> list[str]:
        """What a browser fetches for the page by itself."""
        found = []
        for e in self.elements:
            found += [v for name, v in e.attributes.items() if (e.tag, name) in LOADING]
            found += [
                part.split()[0]
                for part in e.attributes.get("srcset", "").split(",")
                if part.strip()
            ]
            found += urls_in_css(e.attributes.get("style", ""))
            if e.tag == "style":
                found += urls_in_css(e.text)
            if e.tag == "link" and not TELLING & set(e.attributes.get("rel", "").split()):
                found.append(e.attributes["href"])
        return [url for url in found if not url.startswith("data:")]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
