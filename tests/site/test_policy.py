"""Every page has a policy under which all that it does works, and nothing that is planted in it.

Over http and from file://, in Chromium and in Firefox, which do not agree on what a file's own is.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import DESK, Reader, reading
from building import Built
from egov_timeline import site
from firefox import Firefox, launched
from kinds import one_of_each

pytestmark = pytest.mark.browser

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Notes what the policy blocks, from before the first script of a page.
NOTES = """
self.blocked = [];
document.addEventListener("securitypolicyviolation", told =>
  self.blocked.push(`${told.effectiveDirective}: ${told.blockedURI} ${told.sample}`));
"""


def policies(built: Built) -> dict[str, str]:
    """Return the policy of each page by its path."""
    found = {name: POLICY.findall(built.files[name].decode("utf-8")) for name in built.pages}
    assert {len(texts) for texts in found.values()} == {1}
    return {name: texts[0] for name, texts in found.items()}


def test_all_pages_have_one_policy_and_tell_nobody_where_they_were(built: Built) -> None:
    (policy,) = set(policies(built).values())
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == "'none'"
    assert rules["style-src"] == "'self'"
    assert not re.search(r"unsafe|\*|http", policy)
    for name in built.pages:
        assert '<meta name="referrer" content="no-referrer">' in built.files[name].decode("utf-8")


def test_the_one_script_of_all_pages_is_named_by_its_bytes(built: Built) -> None:
    inline = {name: INLINE.findall(built.files[name].decode("utf-8")) for name in built.pages}
    (script,) = {script for scripts in inline.values() for script in scripts}
    assert {len(scripts) for scripts in inline.values()} == {1}
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    (policy,) = set(policies(built).values())
    assert f"script-src 'self' 'sha256-{digest}'; " in policy


def test_no_page_has_styles_or_handlers_of_its_own(built: Built) -> None:
    for name, page in built.pages.items():
        odd = [e for e in page.elements for a in e.attributes if a == "style" or a[:2] == "on"]
        assert odd == [] and page.named("style") == [], name


@pytest.fixture
def guarded(chromium: Browser, start: str) -> Iterator[Reader]:
    context = chromium.new_context(viewport=DESK, locale="vi-VN")
    context.add_init_script(NOTES)
    with reading(context, start) as reader:
        yield reader


def blocked(page: Page) -> list[str]:
    return page.evaluate("self.blocked")


def test_no_kind_of_page_is_kept_from_anything(
    guarded: Reader, built: Built, subtests: pytest.Subtests
) -> None:
    for kind, name in one_of_each(built).items():
        # Its links are those of the host: from a disk they lead nowhere.
        if name == "404.html" and guarded.start.startswith("file:"):
            continue
        with subtests.test(kind):
            page = guarded.open(name)
            page.evaluate("document.fonts.ready")
            expect(page.locator("html")).to_have_class("js")
            page.locator("[data-light]").click()
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", re.compile("."))
            assert blocked(page) == []


def test_search_filters_and_what_opens_on_demand_work_under_it(guarded: Reader) -> None:
    page = guarded.open("index.html")
    page.locator("[data-facet] summary").first.click()
    page.locator("[data-filter]:not(:disabled)").first.click()
    expect(page.locator(".tl-gap:visible").first).to_be_visible()
    page.keyboard.press("Escape")
    assert blocked(page) == []

    page.locator("[data-search-open]").click()
    page.keyboard.type("lao cai")
    expect(page.locator(".tl-search li li mark").first).to_be_visible()
    assert blocked(page) == []
    page.keyboard.press("Escape")

    page = guarded.open("tim-kiem.html?q=lao+cai")
    expect(page.locator("a[data-answer] mark").first).to_be_visible()
    assert blocked(page) == []


def test_what_reloads_a_page_that_is_served_works_and_nothing_else_is_let_in(
    chromium: Browser, built: Built, tmp_path: Path
) -> None:
    folder, watched, running = tmp_path / "site", tmp_path / "seeds", threading.Event()
    shutil.copytree(built.site, folder)
    watched.mkdir()
    home, ends = folder / "index.html", []

    def rebuild() -> None:
        if ends:
            raise KeyboardInterrupt
        home.write_text(home.read_text("utf-8").replace("</h1>", f" mới</h1>{SMUGGLED}"), "utf-8")

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    does = (folder, [watched], running.set, rebuild, port)
    server = threading.Thread(target=site.serve, args=does)
    server.start()
    try:
        assert running.wait(30)
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{port}/index.html")
        (watched / "a.txt").write_text("Hội thảo", "utf-8")
        expect(page.locator("h1").first).to_contain_text("mới")
        assert page.evaluate(in_function(OUTCOME))[:2] == NOTHING[:2]
        page.close()
    finally:
        ends.append(True)
        (watched / "b.txt").write_text("Hội nghị", "utf-8")
        server.join(60)
    assert not server.is_alive()


PLANTED = """
const script = document.createElement("script");
script.textContent = "self.ran = true";
document.body.append(script);
const sheet = document.createElement("style");
sheet.textContent = "h1 { visibility: hidden }";
document.head.append(sheet);
const heading = document.querySelector("h1");
heading.setAttribute("style", "color: rgb(1, 2, 3)");
heading.setAttribute("onclick", "self.ran = true");
heading.click();
const picture = new Image();
picture.src = "https://elsewhere.example/x.png";
const base = document.createElement("base");
base.href = "https://elsewhere.example/";
document.head.append(base);
"""
# What comes of it: whether a script ran, how the heading looks, where links lead.
OUTCOME = """
await new Promise(done => setTimeout(done));
const looks = getComputedStyle(document.querySelector("h1"));
return [self.ran ?? false, looks.visibility, looks.color === "rgb(1, 2, 3)",
        document.links[0].href.includes("elsewhere")];
"""
NOTHING = [False, "visible", False, False]
# A page that brings such things, as one might whose text got through as markup.
SMUGGLED = (
    "<script>self.ran = true</script><style>h1 { visibility: hidden }</style>"
    '<img src="x" onerror="self.ran = true">'
)


def in_function(code: str) -> str:
    return f"async () => {{{code}}}"


@pytest.mark.parametrize("start", ["http", "file"], indirect=True)
def test_what_is_planted_does_nothing_in_chromium(
    chromium: Browser, start: str, built: Built
) -> None:
    context = chromium.new_context(offline=start.startswith("file:"))
    context.add_init_script(NOTES)
    page = context.new_page()
    page.goto(start + "index.html")
    page.evaluate(in_function(PLANTED))
    assert page.evaluate(in_function(OUTCOME)) == NOTHING
    told = {line.partition(":")[0] for line in blocked(page)}
    assert {"script-src-elem", "style-src-elem", "style-src-attr", "script-src-attr"} <= told
    assert {"img-src", "base-uri"} <= told
    context.close()


def smuggled(built: Built, folder: Path, guarded: bool) -> str:
    """Return the address of a page that brings what it should not, with or without its policy."""
    page = built.files["gioi-thieu.html"].decode("utf-8").replace("</h1>", f"</h1>{SMUGGLED}", 1)
    assert SMUGGLED in page
    path = folder / ("guarded.html" if guarded else "bare.html")
    path.write_text(page if guarded else POLICY.sub("", page), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with launched(tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


def test_what_is_planted_does_nothing_in_firefox(
    firefox: Firefox, unpacked: Path, built: Built, tmp_path: Path
) -> None:
    firefox.open((unpacked / "index.html").as_uri())
    firefox.complaints.clear()
    firefox.run(PLANTED)
    assert firefox.run(OUTCOME) == NOTHING
    firefox.open("about:blank")
    # Not one of them is silent.
    assert len(firefox.complaints) >= 3


@pytest.mark.parametrize(("guarded", "ran"), [(True, False), (False, True)])
def test_it_is_the_policy_that_stops_what_a_page_brings(
    chromium: Browser, firefox: Firefox, built: Built, tmp_path: Path, guarded: bool, ran: bool
) -> None:
    address = smuggled(built, tmp_path, guarded)
    page = chromium.new_page(offline=True)
    page.goto(address)
    firefox.open(address)
    for outcome in (page.evaluate(in_function(OUTCOME)), firefox.run(OUTCOME)):
        assert outcome[:2] == ([True, "hidden"] if ran else [False, "visible"])
    page.close()
