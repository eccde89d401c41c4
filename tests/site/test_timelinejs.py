"""TimelineJS of Knight Lab draws the slides from our file, on a page that knows nothing else of us."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import DESK
from egov_timeline import exports
from hosting import served
from npm import package
from one_event import first, second
from records import make_archive, make_record

pytestmark = pytest.mark.browser

# As https://timeline.knightlab.com/docs tells whoever puts one on a page.
PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="dist/css/timeline.css">
<div id="timeline" style="height: 700px"></div>
<script src="dist/js/timeline.js"></script>
<script>
fetch("timelinejs.json").then((answer) => answer.json()).then((data) => {
  window.drawn = new TL.Timeline("timeline", data, {script_path: "dist/js", font: null});
});
</script>
"""


SITE = "https://so.example/cpdt/"
NAME = ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số")
RECORDS = (
    first(milestones=[(("first", "2012", "Ngày hội"), "năm 2012")]),
    second(),
    make_record("several", event=NAME, date=("2017-10-05/2017-10-06", "Sáng 5/10/2017")),
    make_record("doubted", event=NAME, date=("2015?-10-29", "5/10/2017")),
    make_record("without-year", event=NAME, date=("XXXX-10-29", "5/10/2017")),
    make_record("last", event=NAME, date=("2020-11", "5/10/2017")),
)


def test_timelinejs_draws_every_slide(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "dist").symlink_to(package("@knight-lab/timelinejs") / "dist")
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    data = exports.files(make_archive(*RECORDS, site=SITE))["data/timelinejs.json"]
    (tmp_path / "timelinejs.json").write_text(data, "utf-8")
    told = json.loads(data)
    assert len(told["events"]) == 5
    context = chromium.new_context(viewport=DESK)
    with served(tmp_path) as address:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        expect(page.locator(".tl-timemarker")).to_have_count(len(told["events"]))
        expect(page.locator(".tl-slide")).to_have_count(len(told["events"]) + 1)
        expect(page.locator(".tl-slide-titleslide h2")).to_have_text(
            told["title"]["text"]["headline"]
        )
        last = told["events"][-1]
        page.evaluate("(id) => drawn.goToId(id)", last["unique_id"])
        slide = page.locator(".tl-slide").last
        expect(slide.locator(".tl-headline")).to_have_text(last["text"]["headline"])
        expect(slide.locator(".tl-headline-date")).to_have_text(last["display_date"])
        expect(slide.locator("blockquote")).to_contain_text("“")
        expect(slide.locator(f'a[href^="{SITE}bai-viet/"]')).to_have_count(1)
        assert errors == []
    context.close()
