"""The map of tiles: every province once, near where it lies, with the events that a filter finds."""

import html
import re

import pytest

from egov_timeline.pages.listings import listings
from egov_timeline.pages.tilemap import layout, tilemap
from egov_timeline.timeline import timeline
from project import PROJECT, vocabularies
from records import make_record
from test_listings import at, event, render

KNOWN = vocabularies()
BEFORE = [p for p in KNOWN.places.values() if p.kind == "province"]
SINCE = {p.id for p in BEFORE if not p.merged} | {"hue"}


def ids(era):
    return [ident for row in layout()[era] for ident in row if ident != "."]


def label(ident):
    return KNOWN.places[ident].label


def held(provinces, date="2017-10-05"):
    return [
        event(f"e{n}", date, location=at(None, label(ident))) for n, ident in enumerate(provinces)
    ]


def drawn(*records):
    return tilemap(listings(timeline(records), KNOWN)["place"], KNOWN.places)


def counted(*records):
    return {tile.name: tile.count for tile in drawn(*records).tiles if tile.count}


# The layout


@pytest.mark.parametrize(
    ("era", "provinces"), [("before", {p.id for p in BEFORE}), ("since", SINCE)]
)
def test_every_province_has_one_tile(era, provinces):
    assert sorted(ids(era)) == sorted(provinces)


# What lies to the north, and to the west, of what.
NORTH = [("ha-giang", "ha-noi"), ("ha-noi", "thanh-hoa"), ("da-nang", "gia-lai")]
WEST = [("dien-bien", "quang-ninh"), ("gia-lai", "binh-dinh"), ("an-giang", "tien-giang")]


def test_tiles_lie_as_the_provinces_do():
    tiles = {tile.name: tile for tile in drawn(*held(ids("before"))).tiles}
    for north, south in NORTH:
        assert tiles[label(north)].row < tiles[label(south)].row
    for west, east in WEST:
        assert tiles[label(west)].column < tiles[label(east)].column


def test_the_style_sheet_has_a_place_for_each_tile():
    css = (PROJECT / "theme/assets/css/tilemap.css").read_text("utf-8")
    for rows in layout().values():
        for row, line in enumerate(rows, 1):
            assert f".tl-tile--r{row} " in css
            assert all(f".tl-tile--c{column} " in css for column, _ in enumerate(line, 1))


@pytest.mark.parametrize("era", ["before", "since"])
def test_no_two_names_are_shortened_alike(era):
    date = "2017" if era == "before" else "2026"
    short = [tile.short for tile in drawn(*held(ids(era), date)).tiles]
    assert len({*short}) == len(short)
    assert max(map(len, short)) <= 4


# Which map, and of what


def test_fewer_than_eight_provinces_make_no_map():
    assert drawn(*held(ids("before")[:7])) is None
    assert drawn(*held(ids("before")[:8])).provinces == 8
    assert "tl-tilemap" not in render(*held(ids("before")[:7]), known=KNOWN)["dia-diem/index.md"]


def test_until_the_mergers_there_are_63_and_34_since():
    old = drawn(*held(ids("before")[:9], "2025-06-30"))
    new = drawn(*held(ids("since")[:9], "2025-07-01"))
    assert (len(old.tiles), old.merged) == (63, False)
    assert (len(new.tiles), new.merged) == (34, True)


def test_where_events_are_of_both_times_a_tile_stands_for_what_merged_into_it():
    seven = held(["ha-noi", "lang-son", "cao-bang", "nghe-an", "ha-tinh", "lai-chau", "son-la"])
    both = [
        event("cu", "2017", location=at(None, "Bình Định")),
        event("moi", "2026", location=at(None, "Gia Lai")),
    ]
    (tile,) = (t for t in drawn(*seven, *both).tiles if t.name == "Gia Lai")
    assert (tile.count, tile.also) == (2, ("Bình Định",))
    assert sorted(tile.ids.split(",")) == ["binh-dinh", "gia-lai"]


def test_what_only_a_citation_tells_of_a_series_is_not_counted_as_no_filter_finds_it():
    eight = held(ids("before")[:8])
    signed = {"is_event": True, "title": "A", "date": "2016", "series": ("B", 2)}
    cited = make_record("trich", "", corrected=signed | {"location": (None, label("ha-giang"))})
    assert counted(*eight, cited) == counted(*eight)


# On the page


@pytest.fixture(scope="module")
def page():
    records = [*held(ids("before")[:8]), event("mot", "2018", location=at(None, "Hà Giang"))]
    return render(*records, event("abroad", location=at(None, "Busan")), known=KNOWN)[
        "dia-diem/index.md"
    ]


def read_out(inside):
    """What a screen reader says of a link."""
    return re.sub(r"<[^>]+>", "", re.sub(r'<span[^>]*aria-hidden="true">.*?</span>', "", inside))


def test_a_tile_is_a_link_that_says_its_number_in_words(page):
    tiles = re.findall(r'<a href="\.\./index\.html\?dia-diem=([a-z,-]+)"[^>]*>(.*?)</a>', page)
    links = [(ids, " ".join(read_out(inside).split())) for ids, inside in tiles]
    assert ("ha-giang", "Hà Giang 2 sự kiện") in links
    assert len(links) == 8
    assert "8 trên 63 tỉnh, thành phố (đến hết ngày 30/6/2025) có sự kiện" in page


def test_a_province_without_events_is_for_the_eye_alone(page):
    empty = re.findall(r'<li class="tl-tile tl-tile--c[^"]*"([^>]*)>(.*?)</li>', page)
    assert len(empty) == 55
    assert all("aria-hidden" in attributes and "<a" not in inside for attributes, inside in empty)


def test_the_list_beside_the_map_has_all_that_is_on_it(page):
    listed = html.unescape(page.partition("tl-index")[2])
    assert all(label(ident) in listed for ident in ids("before")[:8])
    assert "style=" not in page
