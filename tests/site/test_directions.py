"""An article that asks for another direction of writing turns its own words, and none of the site's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from records import make_record
from small_site import build

pytestmark = pytest.mark.browser

# An override that nothing ends.
TURNED = "\u202eHội thảo\u2067 Chính quyền số"
TEXT = f"""{TURNED}

Sáng 5/10/2017, Sở\u202b Thông tin và Truyền thông tổ chức {TURNED} tại \u202eHuế.
Hội thảo bàn về dữ liệu mở."""
# The texts of a page of whose letters the first stands right of the last, though they are of one line.
BACKWARDS = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const at = (node, start) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + 1);
    return range.getBoundingClientRect();
  };
  while (walker.nextNode()) {
    const node = walker.currentNode, said = node.data;
    const letters = [...said.matchAll(/\\p{L}/gu)].map((letter) => letter.index);
    if (letters.length < 2 || !node.parentElement.checkVisibility()) continue;
    const first = at(node, letters[0]), last = at(node, letters.at(-1));
    if (first.width && first.top === last.top && first.left > last.left) found.push(said.trim());
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    record = make_record(
        "a",
        TEXT,
        title=(TURNED, TURNED),
        event=(TURNED, TURNED),
        date=("2017-10-05", "Sáng 5/10/2017"),
        location=(("\u202eHuế", "Thừa Thiên Huế"), "tại \u202eHuế"),
        organizer=[
            ((None, "Sở\u202b Thông tin", "organizer"), "Sở\u202b Thông tin và Truyền thông")
        ],
        themes=[("du-lieu", "dữ liệu mở")],
        series=((TURNED, 3), TURNED),
        event_type="hoi-thao",
        added="2026-11-20",
    )
    return build(tmp_path_factory.mktemp("directions"), [record])


PAGES = ["index.html", "bai-viet/a.html", "bai-viet/index.html", "chu-de/du-lieu.html"]


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_the_site_run_as_they_do(chromium: Browser, site, name: str) -> None:
    page = chromium.new_page()
    page.goto((site / name).as_uri())
    # What runs backwards is of the article, word for word.
    own = [said for said in page.evaluate(BACKWARDS) if not is_of_article(said)]
    assert own == []
    page.close()


def is_of_article(said: str) -> bool:
    return any(sign in said for sign in "\u202b\u202e\u2067")


def test_the_test_would_tell(chromium: Browser, site) -> None:
    page = chromium.new_page()
    page.goto((site / "index.html").as_uri())
    page.evaluate("""() => {
      const name = document.querySelector("main a, main h3, main p");
      name.before("\\u202e");
      for (const each of document.querySelectorAll("main *")) {
        each.style.display = "inline";
        each.style.unicodeBidi = "normal";
      }
    }""")
    assert [said for said in page.evaluate(BACKWARDS) if not is_of_article(said)]
    page.close()
