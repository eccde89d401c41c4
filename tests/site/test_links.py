"""Every address in the site leads somewhere inside it, and no page asks another host for anything."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from building import BELOW, SITE_URL, Built
from markup import Page, urls_in_css

# For people to follow, by a click and never by itself.
FOLLOWED = ("http:", "https:", "mailto:")


def fetch(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as err:
        return err.code, err.read()


class Crawl:
    """Follows every address of the site from its home page, over http."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.broken: list[str] = []
        self._answers: dict[str, tuple[int, bytes]] = {}
        self._follow(urljoin(address, "index.html"))

    def _follow(self, start: str) -> None:
        waiting = [start]
        while waiting:
            url = waiting.pop()
            if url in self.pages:
                continue
            page = self.pages[url] = Page.read(self._get(url)[1].decode("utf-8"))
            for target in self._inside(url, page):
                bare, _ = urldefrag(target)
                status, _ = self._get(bare)
                if status != 200 or not bare.startswith(self.address):
                    self.broken.append(f"{url}: {target} ({status})")
                elif bare.endswith((".html", "/")):
                    waiting.append(bare)

    def _get(self, url: str) -> tuple[int, bytes]:
        if url not in self._answers:
            self._answers[url] = fetch(url)
        return self._answers[url]

    def _inside(self, url: str, page: Page) -> Iterator[str]:
        for found in [*page.links, *page.loads]:
            target = urljoin(url, found)
            if urlsplit(target).netloc == urlsplit(self.address).netloc:
                yield target

    def missing_anchors(self) -> Iterator[str]:
        """Yield each address whose fragment its page does not have."""
        for url, page in self.pages.items():
            for target in self._inside(url, page):
                bare, fragment = urldefrag(target)
                if fragment and unquote(fragment) not in self.pages[bare].anchors:
                    yield f"{url}: {target}"


@pytest.fixture(scope="module")
def crawl(address: str) -> Crawl:
    return Crawl(address)


def test_every_address_answers_below_the_path_of_the_site(crawl: Crawl) -> None:
    assert crawl.broken == []


def test_every_anchor_exists(crawl: Crawl) -> None:
    assert list(crawl.missing_anchors()) == []


def test_every_page_can_be_reached_from_the_home_page(crawl: Crawl, built: Built) -> None:
    reached = {urlsplit(url).path.removeprefix(f"/{BELOW}/") or "index.html" for url in crawl.pages}
    assert reached >= set(built.pages) - {"404.html"}


def test_style_sheets_find_what_they_ask_for(address: str, built: Built) -> None:
    for name, content in built.files.items():
        if name.endswith(".css"):
            for found in urls_in_css(content.decode("utf-8")):
                target = urljoin(urljoin(address, name), found)
                assert target.startswith(address), f"{name}: {found}"
                assert fetch(target)[0] == 200, f"{name}: {found}"


def test_a_missing_page_gets_the_site_s_own_and_finds_its_parts(address: str) -> None:
    url = urljoin(address, "bai-viet/khong/co.html")
    status, body = fetch(url)
    assert status == 404
    page = Page.read(body.decode("utf-8"))
    found = {urldefrag(urljoin(url, target))[0] for target in [*page.loads, *page.links]} - {url}
    inside = {target for target in found if target.startswith(address)}
    assert len(inside) > 3
    assert {target for target in inside if fetch(target)[0] != 200} == set()
    assert {t for t in page.loads if not urljoin(url, t).startswith(address)} == set()


def test_no_page_asks_another_host_for_anything(built: Built) -> None:
    asked = {
        (name, url)
        for name, page in built.pages.items()
        for url in page.loads
        if urlsplit(url).netloc
    }
    assert asked == set()


def test_addresses_inside_the_site_are_relative(built: Built) -> None:
    absolute = [
        (name, url)
        for name, page in built.pages.items()
        if name != "404.html"
        for url in [*page.links, *page.loads]
        if url.startswith("/") or url.startswith(SITE_URL)
    ]
    assert absolute == []


FETCHABLE = re.compile(rb"""["'`](?:https?:)?//[^"'`\s]+""")
NAMESPACE = "http://www.w3.org/"


def test_no_script_or_style_asks_another_host(built: Built) -> None:
    for name, content in built.files.items():
        if not name.endswith((".js", ".css")) or name.startswith("search/"):
            continue
        for found in FETCHABLE.findall(content):
            assert found[1:].decode("utf-8").startswith(NAMESPACE), f"{name}: {found!r}"


def test_the_site_map_names_every_page(built: Built) -> None:
    named = re.findall(r"<loc>(.*?)</loc>", built.files["sitemap.xml"].decode("utf-8"))
    pages = {f"{SITE_URL}{name}" for name in built.pages if name != "404.html"}
    assert {url if url != SITE_URL else f"{SITE_URL}index.html" for url in named} == pages
    assert b"lastmod" not in built.files["sitemap.xml"]


def test_every_page_names_its_own_address(built: Built) -> None:
    for name, page in built.pages.items():
        canonical = [
            e.attributes["href"]
            for e in page.named("link")
            if e.attributes.get("rel") == "canonical"
        ]
        if name != "404.html":
            assert canonical == [f"{SITE_URL}{name}"]
