"""An address that an article had before leads to it, from a host, from a disk and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, expect

import npm
import small_site
from browsing import reading
from hosting import Quiet, served
from markup import Page
from records import TEXT, make_record
from test_valid import faults

ADDRESS = "https://example.org/kho/"
NEW = "hoi-thao-moi"
RECORD = replace(
    make_record(
        "so-1", date=("2017-10-05", "5/10/2017"), title=("Hội thảo về chính quyền số", TEXT[:10])
    ),
    slug=NEW,
    formerly=("hoi-thao-cu",),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site.build(tmp_path_factory.mktemp("moved"), [RECORD])


@pytest.fixture(scope="module", params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "file":
        yield site.as_uri() + "/"
    else:
        with served(site, Quiet) as address:
            yield address


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_former_address_leads_to_the_article(chromium: Browser, start: str, script: bool) -> None:
    with reading(chromium.new_context(java_script_enabled=script), start) as reader:
        page = reader.open("bai-viet/hoi-thao-cu.html#cau-2")
        page.wait_for_url(re.compile(rf".*/bai-viet/{NEW}\.html.*"))
        expect(page.locator("#cau-2")).to_be_visible()
        # Only a script can take along which sentence was asked for.
        assert urldefrag(page.url)[1] == ("cau-2" if script else "")
        # What was left is not in the way of the button that leads back.
        assert not page.evaluate("history.length > 2")


@pytest.mark.parametrize("old", ["su-kien-hoi-thao-cu", "su-kien-so-1"])
def test_a_former_anchor_leads_to_the_event(chromium: Browser, start: str, old: str) -> None:
    with reading(chromium.new_context(), start) as reader:
        page = reader.open(f"index.html#{old}")
        expect(page.locator(f"#su-kien-{NEW}")).to_be_in_viewport()


def test_it_is_no_page_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", ADDRESS)
    built = small_site.build(tmp_path, [RECORD])
    page = Page.read((built / "bai-viet/hoi-thao-cu.html").read_text("utf-8"))
    told = {e.attributes.get("name"): e.attributes["content"] for e in page.named("meta")[1:]}
    assert told["robots"] == "noindex"
    (canonical,) = [e for e in page.named("link") if e.attributes["rel"] == "canonical"]
    assert canonical.attributes["href"] == f"{ADDRESS}bai-viet/{NEW}.html"
    assert page.links.count(f"{NEW}.html") == 1
    named = (built / "sitemap.xml").read_text("utf-8")
    assert NEW in named and "hoi-thao-cu" not in named


@pytest.mark.skipif(not npm.NODE, reason="Node is not here")
def test_it_is_valid(site: Path) -> None:
    assert faults(site / "bai-viet/hoi-thao-cu.html") == []
