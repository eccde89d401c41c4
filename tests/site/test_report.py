"""Where readers say that something is wrong: a form that knows the page, and with script the fact."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect

from browsing import DESK, Reader
from building import CONTACT, PUBLISHER, REPO_URL, SITE_URL, Built

pytestmark = pytest.mark.browser


def an_article(built: Built) -> str:
    return next(name for name, facts in built.panels.items() if facts["date"].known)


def filled(link: Locator) -> dict[str, str]:
    """Return what the form is filled in with."""
    address = urlsplit(link.get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPO_URL}/issues/new"
    return {name: said for name, [said] in parse_qs(address.query).items()}


def test_without_script_one_link_knows_the_page(
    chromium: Browser, start: str, built: Built
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto(start + an_article(built))
    expect(page.locator(".tl-report p").first).to_have_text("Có điều gì sai? Báo lỗi ở bài này.")
    links = page.locator(".tl-report a")
    expect(links).to_have_count(2)
    expected = {"template": "bao-loi.yml", "page": SITE_URL + an_article(built)}
    assert filled(links.first) == expected
    letter = urlsplit(links.last.get_attribute("href") or "")
    assert (letter.scheme, letter.path) == ("mailto", CONTACT)
    told = parse_qs(letter.query)
    assert told["subject"][0].startswith("Báo lỗi: ")
    assert SITE_URL + an_article(built) in told["body"][0]
    context.close()


def test_every_page_says_who_answers_for_it(built: Built) -> None:
    for name, page in built.files.items():
        if name.endswith(".html") and b"tl-footer" in page:
            foot = page.decode("utf-8").partition('<footer class="tl-footer">')[2]
            assert f"Trang do {PUBLISHER} đăng" in foot, name
            assert f'<a href="mailto:{CONTACT}">{CONTACT}</a>' in foot, name
    about = built.files["gioi-thieu.html"].decode("utf-8").partition("<footer")[0]
    assert about.index('id="bao-loi"') < about.index(f"Trang do {PUBLISHER} đăng")


def test_each_fact_has_a_link_that_knows_its_words(reader: Reader, built: Built) -> None:
    name = an_article(built)
    page = reader.open(name)
    links = page.locator(".tl-report li a")
    facts = built.panels[name]
    assert set(links.all_inner_texts()) == {fact.label for fact in facts.values()} | {"Nguồn"}
    said = filled(page.get_by_role("link", name=facts["date"].label, exact=True))
    assert said["page"] == SITE_URL + name
    assert (said["field"], said["quote"]) == (
        facts["date"].label,
        facts["date"].known[0].evidence[0].quote,
    )
