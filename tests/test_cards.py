"""An entry of the timeline: few elements, found by its facts, with an address of its own."""

import re
from html.parser import HTMLParser

from egov_timeline import pages
from egov_timeline.inputs import Source
from egov_timeline.pages.axis import axes
from egov_timeline.pages.cards import Cards
from egov_timeline.pages.spine import spine
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record

FACTS = {
    "event": ("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
    "date": ("2017-10-05", "Sáng 5/10/2017"),
    "location": (("Huế", "Thừa Thiên Huế"), "tại Huế"),
    "organizer": [((None, "Sở Thông tin", "host"), "Sở Thông tin và Truyền thông")],
    "themes": [("du-lieu", "dữ liệu mở"), ("chinh-phu-so", "chính quyền số")],
    "series": (("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
}


class Entries(HTMLParser):
    """The entries of a page: their attributes and how many elements each takes."""

    def __init__(self, page):
        super().__init__()
        self.found, self.depth = [], 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "tl-event" in attributes.get("class", "").split():
            self.found.append((attributes, []))
            self.depth = 0
        if self.found and self.depth >= 0:
            self.found[-1][1].append((tag, attributes))
            self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= 1


def home(*records):
    return pages.render(records, timeline(records), VOCABULARIES)["index.md"]


def entries(*records):
    return Entries(home(*records)).found


def test_an_event_is_found_by_its_facts():
    ((attributes, _),) = entries(make_record("hue", **FACTS))
    assert {k[5:]: v for k, v in attributes.items() if k.startswith("data-")} == {
        "event": "hue",
        "theme": "du-lieu chinh-phu-so",
        "organizer": "so-thong-tin",
        "place": "thua-thien-hue",
        "series": "hoi-thao-chinh-quyen-so",
        "year": "2017",
    }


def test_a_milestone_is_found_by_what_is_its_own_and_claims_no_organizer():
    first = (("first", "2003", "Hội thảo Chính quyền số", "Lào Cai"), "Hội thảo Chính quyền số")
    decree = (("document", "2005", "Nghị quyết 1"), "Hội thảo")
    old, law, _ = entries(make_record("hue", **FACTS, milestones=[first, decree]))
    found = {k[5:]: v for k, v in old[0].items() if k.startswith("data-")}
    assert found == {
        "milestone": "hue",
        "place": "lao-cai",
        "year": "2003",
        "series": "hoi-thao-chinh-quyen-so",
    }
    assert (law[0]["data-year"], "data-series" in law[0]) == ("2005", False)


def test_each_entry_links_to_itself():
    first = (("first", "2003", "Hội thảo"), "Hội thảo")
    second = (("announced", "2019", "Hội thảo khác"), "Hội thảo")
    found = entries(make_record("hue", **FACTS, milestones=[first, second]))
    assert [a["id"] for a, _ in found] == ["moc-hue-1", "su-kien-hue", "moc-hue-2"]
    for attributes, inside in found:
        assert f"#{attributes['id']}" in [a.get("href") for tag, a in inside if tag == "a"]


def test_a_quote_names_its_source_if_that_is_on_the_web():
    told = make_record("hue", **FACTS, source=Source("Báo A", None, "https://a.vn/1"))
    assert 'cite="https://a.vn/1"' in home(told)
    for address in (None, "javascript:alert(1)", "Báo A, trang 3"):
        assert "cite=" not in home(make_record("hue", **FACTS, source=Source("A", None, address)))


def test_an_entry_links_its_themes_and_takes_few_elements():
    record = make_record("hue", **FACTS)
    assert '<a href="chu-de/du-lieu.html">' in home(record)
    ((_, inside),) = entries(record)
    assert len(inside) <= 20


def test_a_year_with_forty_events_makes_bars_of_the_overview():
    records = [
        *(make_record(f"a{i}", date=("2016-03-30", "5/10/2017")) for i in range(40)),
        *(make_record(f"b{i}", date=("2018", "5/10/2017")) for i in range(10)),
        make_record("c", milestones=[(("first", "2003", "Hội thảo"), "Hội thảo")]),
    ]
    line = timeline(records)
    years = spine(line, Cards(line.entries, VOCABULARIES)).years
    old, full, quarter = axes(years)["wide"].ticks
    assert (full.bar, quarter.bar) == (64, 16)
    assert full.words == "2016: 40 sự kiện"
    # Nobody counts a milestone as an event: it keeps its mark.
    assert (old.bar, [dot.mark for dot in old.dots]) == (0, ["milestone"])
    assert old.words == "2003: 1 mốc được nhắc tới"


def test_each_tick_leads_to_its_year_and_each_mark_stands_for_an_entry():
    page = home(*(make_record(f"r{y}", date=(str(y), "5/10/2017")) for y in (2003, 2016, 2020)))
    assert set(re.findall(r'href="#(nam-\d+)"', page)) == set(re.findall(r'id="(nam-\d+)"', page))
    assert set(re.findall(r'data-of="([^"]+)"', page)) == {
        "su-kien-r2003",
        "su-kien-r2016",
        "su-kien-r2020",
    }


def test_an_archive_without_events_says_so():
    page = home(make_record("y-kien", is_event=False))
    assert "Chưa có sự kiện nào trên dòng thời gian." in page
    assert '<section class="tl-spine"' not in page and "tl-legend" not in page
