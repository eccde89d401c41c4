"""In a browser: one event of three reports, from its card to what each of them says."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browsing import ONCE, Reader
from building import Built

pytestmark = pytest.mark.browser

NAME = "Ngày hội Công dân số Cao Bằng 2019"


@ONCE
def test_a_filter_finds_the_event_once_by_what_any_report_says(reader: Reader) -> None:
    page = reader.open("index.html")
    card = page.locator('[data-event="le-hoi-a"]')
    for organizer in ("so-tttt-cao-bang", "hoi-tin-hoc-viet-nam"):
        page.goto(f"{reader.start}index.html?don-vi={organizer}&nam=2019")
        expect(card).to_be_visible()
        expect(page.locator("[data-shown]")).to_have_text("1")
    expect(card).to_contain_text("Theo 3 bài:")


@ONCE
def test_what_another_report_says_leads_to_its_sentence(reader: Reader) -> None:
    page = reader.open("index.html")
    card = page.locator('[data-event="le-hoi-a"]')
    said = card.locator(".tl-elsewhere", has_text="9/11/2019")
    said.get_by_role("link", name="“Ngày 9/11/2019”").click()
    expect(page.locator(".tl-sentence:target")).to_contain_text("Ngày 9/11/2019")
    expect(page.locator("h1")).to_have_text("Người vùng cao nộp hồ sơ qua điện thoại")


@ONCE
def test_each_report_leads_to_the_others_and_keeps_its_facts(reader: Reader) -> None:
    page = reader.open("bai-viet/nguoi-vung-cao-nop-ho-so-qua-dien-thoai.html")
    expect(page.locator('[data-field="date"] .tl-fact__value')).to_have_text("9/11/2019")
    expect(page.locator('[data-field="date"] .tl-elsewhere')).to_contain_text("8/11/2019")
    page.get_by_role("link", name="Khai mạc Ngày hội Công dân số Cao Bằng 2019").click()
    expect(page.locator('[data-field="date"] .tl-fact__value')).to_have_text("8/11/2019")


@ONCE
def test_a_link_to_the_place_that_a_joined_report_had_still_leads_to_the_event(
    reader: Reader,
) -> None:
    for named in ("le-hoi-b", "nguoi-vung-cao-nop-ho-so-qua-dien-thoai"):
        page = reader.open(f"index.html#su-kien-{named}")
        expect(page.locator("li:target")).to_contain_text("Tin Miền Đông")
        expect(page.locator('[data-event="le-hoi-a"]')).to_be_in_viewport()


def test_search_finds_each_article_of_the_event(built: Built) -> None:
    rows = b"".join(said for name, said in built.files.items() if "search/rows/" in name).decode()
    for title in ("Khai mạc Ngày hội Công dân số Cao Bằng 2019", "Highlanders file their papers"):
        assert title in rows


def test_no_withheld_sentence_is_in_the_site(built: Built) -> None:
    for words in ("cổng trời", "áo ấm", "dốc Bắc Sum", "lửa bếp"):
        assert [name for name, content in built.files.items() if words.encode() in content] == []
