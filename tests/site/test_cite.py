"""The reference of an article: there without script, and copied by a button with it."""

from __future__ import annotations

import json

import bibtexparser
import pytest
from playwright.sync_api import Browser, expect

from browsing import DESK, ONCE, Reader
from building import SITE_URL, Built

pytestmark = pytest.mark.browser


def an_article(built: Built) -> str:
    return next(
        name for name in built.pages if name.startswith("bai-viet/") and "index" not in name
    )


@ONCE
def test_the_reference_can_be_read_without_script(
    chromium: Browser, start: str, built: Built
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(start + an_article(built))
    expect(page.locator(".tl-cite__plain")).to_be_visible()
    expect(page.locator(".tl-cite button")).to_have_count(0)
    for form in page.locator(".tl-cite details").all():
        form.locator("summary").click()
        expect(form.locator("pre")).to_be_visible()
    context.close()


@pytest.mark.parametrize("clipboard", ["own", "none"])
def test_a_button_copies_each_form(reader: Reader, built: Built, clipboard: str) -> None:
    """Over plain http a browser has no clipboard object; then the selection is copied."""
    if clipboard == "none":
        reader.page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: null})")
    page = reader.open(an_article(built))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    plain = page.locator(".tl-cite__plain").inner_text()
    page.get_by_role("button", name="Sao chép trích dẫn").click()
    expect(page.locator(".tl-cite__said").first).to_have_text("Đã sao chép")
    assert pasted(reader, built) == plain


def pasted(reader: Reader, built: Built) -> str:
    """Return what lies in the clipboard, as a page opened now gets it."""
    page = reader.page.context.new_page()
    page.goto(reader.start + an_article(built))
    page.set_content("<textarea></textarea>")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    text = page.locator("textarea").input_value()
    page.close()
    return text


@ONCE
def test_what_machines_are_told_can_be_parsed(reader: Reader, built: Built) -> None:
    page = reader.open(an_article(built))
    for text in page.locator('script[type="application/ld+json"]').all_text_contents():
        assert json.loads(text)["isBasedOn"]["@type"] == "NewsArticle"
    bibtex, csl = (page.locator(".tl-cite pre").nth(n).text_content() or "" for n in (0, 1))
    (entry,) = bibtexparser.parse_string(bibtex).entries
    permalink = f"{SITE_URL}{an_article(built)}"
    assert entry.fields_dict["note"].value.endswith(rf"\url{{{permalink}}}")
    (item,) = json.loads(csl)
    assert item["archive_location"] == permalink
    assert page.locator("h1").inner_text() in item["title"]
