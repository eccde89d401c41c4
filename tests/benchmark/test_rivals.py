"""Whatever stands in an article of the archive, other generators get a page that they can read."""

import sys
from pathlib import Path

import frontmatter
import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parent))

from rivals import RIVALS, page

ODD = [
    ("Khai mạc hội nghị\n20:12 | 17/07/2012\n\nBài viết.", "Khai mạc hội nghị", "2012-07-17"),
    (
        '"Hội nghị": <b>một & hai</b> {{ x }}\nSapo\nThân',
        '"Hội nghị": &lt;b&gt;một &amp; hai&lt;/b&gt; {{ x }}',
        "2010-01-01",
    ),
    ("---\n{%raw%}\n---", "---", "2010-01-01"),
    ("", "0", "2010-01-01"),
]


@pytest.mark.parametrize(("article", "title", "date"), ODD)
def test_page(article, title, date):
    found = page(0, article)
    assert (found.title, found.date) == (title, date)
    assert "<" not in found.text


@pytest.mark.parametrize("rival", RIVALS, ids=lambda rival: rival.name)
def test_equal_headlines_are_two_pages(rival, tmp_path):
    same = [page(number, article) for number, (article, *_) in enumerate([ODD[1], ODD[1]])]
    rival.prepare(tmp_path, same)
    assert len(list(tmp_path.rglob("bai-*.md"))) == 2
    for written in tmp_path.rglob("bai-*.md"):
        frontmatter.load(str(written))  # can be read
    for settings in tmp_path.glob("*.y*ml"):
        yaml.safe_load(settings.read_text("utf-8"))
