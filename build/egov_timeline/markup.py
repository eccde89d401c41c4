"""Reads HTML and CSS into what they ask for and what can be asked of them, as browsers find it.

Faults are the parse errors of https://html.spec.whatwg.org/multipage/parsing.html, no more: what
may stand in what is not looked at. What a script would add is not seen.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

# What a browser fetches by itself, without a click.
_LOADING = {
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
_TELLING = {"canonical", "alternate", "prev", "next", "license", "author"}
_CSS_URL = re.compile(r"""url\(\s*(['"]?)(?!data:)([^'")]+)\1\s*\)|@import\s+(['"])([^'"]+)\3""")

_POLICY = "Content-Security-Policy"
# A script of another type is data.
_RUNS = ("", "text/javascript", "module")

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a site: where a click leads, what it loads, its ids, its faults by line.

    `listed` is False for a page that asks not to be found, as one that only leads on; `blocked` is
    what its own Content Security Policy keeps from working.
    """

    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    listed: bool = True
    blocked: tuple[str, ...] = ()


def read(path: Path) -> Document:
    """Read a page or a style sheet; any other file asks for nothing."""
    if path.suffix == ".css":
        return Document(loads=tuple(_urls_in_css(path.read_text("utf-8"))))
    return read_page(path.read_text("utf-8")) if path.suffix == ".html" else Document()


def read_page(html: str) -> Document:
    """Read a page."""
    lines, parser = html.split("\n"), HTMLParser(namespace_html_elements=False)
    elements = [e for e in parser.parse(html).iter() if isinstance(e.tag, str)]
    robots = {e.get("content") for e in elements if e.tag == "meta" and e.get("name") == "robots"}
    ways = [e for e in elements if e.tag in ("a", "area") and "href" in e.attrib]
    return Document(
        links=tuple(e.attrib["href"] for e in ways),
        loads=tuple(chain.from_iterable(map(_loads, elements))),
        ids=tuple(e.attrib["id"] for e in elements if "id" in e.attrib),
        faults=tuple((n, f"{code}: {_around(lines, n)}") for (n, _), code, _ in parser.errors),
        listed="noindex" not in robots,
        blocked=tuple(_blocked(elements)),
    )


def _blocked(elements: Sequence[Element]) -> Iterator[str]:
    """Yield what stands in a page and its policy does not name; files are not looked at."""
    policy = next((e.get("content", "") for e in elements if e.get("http-equiv") == _POLICY), None)
    for element in elements if policy is not None else ():
        script, tag = element.text or "", element.tag
        if tag == "script" and "src" not in element.attrib and element.get("type", "") in _RUNS:
            digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
            if f"'sha256-{digest}'" not in (policy or ""):
                yield f"<script>{_brief(script)}"
        if tag == "style":
            yield f"<style>{_brief(script)}"
        for name, value in element.attrib.items():
            if name == "style" or name.startswith("on"):
                yield f'{name}="{_brief(value)}"'


def _around(lines: Sequence[str], number: int) -> str:
    """Return enough of a line to know it by."""
    return _brief(lines[number - 1]) if number <= len(lines) else ""


def _brief(said: str) -> str:
    return said.strip()[:_SHOWN]


def _loads(element: Element) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2]
    for name, value in element.attrib.items():
        if (tag, name.rpartition("}")[2]) in _LOADING:
            yield value
    yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part.strip())
    yield from _urls_in_css(element.get("style", ""))
    if tag == "style":
        yield from _urls_in_css(element.text or "")
    if tag == "link" and not _TELLING & set(element.get("rel", "").split()):
        yield element.get("href", "")


def _urls_in_css(code: str) -> Iterator[str]:
    return (match[2] or match[4] for match in _CSS_URL.finditer(code))
