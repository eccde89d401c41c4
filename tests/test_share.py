"""The pictures beside shared links: drawn for the site and each record, whatever a name is like."""

import shutil

import pytest
from PIL import Image, ImageChops

from egov_timeline import colours, share
from egov_timeline.cache import Cache
from egov_timeline.once import Means
from project import PROJECT
from records import make_record

NAMES = ["Hội nghị", "Hội thảo Quốc gia về Chính phủ điện tử " * 12, "x" * 400, "<b>Lễ</b> {{ 7 }}"]


def drawn(folder, records):
    share.draw(PROJECT, folder, "Dòng thời gian", records)
    return {path.name: path for path in (folder / share.FOLDER).iterdir()}


@pytest.fixture
def records():
    named = [make_record(f"r{n}", name, event=(name, name)) for n, name in enumerate(NAMES)]
    return [*named, make_record("khong")]


def test_the_site_and_each_record_get_a_picture_that_is_small(tmp_path, records):
    pictures = drawn(tmp_path, records)
    assert set(pictures) == {"index.png", *(f"{record.slug}.png" for record in records)}
    for path in pictures.values():
        assert Image.open(path).size == share.SIZE
        assert path.stat().st_size < 60_000


def test_a_longer_name_is_another_picture(tmp_path, records):
    pictures = drawn(tmp_path, records)
    short, long = (Image.open(pictures[f"{records[n].slug}.png"]).convert("RGB") for n in (0, 1))
    assert ImageChops.difference(short, long).getbbox()


def test_the_same_records_are_the_same_bytes(tmp_path, records):
    first, second = drawn(tmp_path / "a", records), drawn(tmp_path / "b", records)
    assert {n: p.read_bytes() for n, p in first.items()} == {
        n: p.read_bytes() for n, p in second.items()
    }


def test_a_picture_is_drawn_again_where_it_would_be_another(tmp_path, records, monkeypatch):
    asked = []
    draw_card = share._drawn

    def watched(*given):
        asked.append(given[-1].name)
        return draw_card(*given)

    monkeypatch.setattr(share, "_drawn", watched)
    before = None
    changed = make_record("r0", "Hội nghị", event=("Hội nghị", "Hội nghị"), date=("2017", "nghị"))
    rounds = [
        (records, len(records) + 1),
        (records, 0),
        ([changed, *records[1:]], 2),  # and that of the site, which has a year now
        ([changed, *records[1:]], 1),
    ]
    for number, (shown, count) in enumerate(rounds):
        site = tmp_path / str(number)
        asked.clear()
        with Cache(tmp_path / "made.sqlite") as kept:
            means = Means(kept=kept)
            share.draw(PROJECT, site, "Dòng thời gian", shown, means=means, before=before)
        assert len(asked) == count
        clean = drawn(tmp_path / f"clean-{number}", shown)
        assert {n: p.read_bytes() for n, p in clean.items()} == {
            p.name: p.read_bytes() for p in (site / share.FOLDER).iterdir()
        }
        before = site
        if number == 2:
            damaged = site / share.FOLDER / "r1.png"
            damaged.unlink()
            damaged.write_bytes(b"damaged")


def test_the_years_of_the_site_are_those_of_its_home_page(tmp_path):
    article = make_record("a", date=("2017", "5/10/2017"))
    signed = {"is_event": True, "title": "A", "date": "2006", "series": ("Hội thảo", 4)}
    cited = make_record("trich", "", corrected=signed)
    alone, beside = (drawn(tmp_path / n, r) for n, r in (("a", [article]), ("b", [article, cited])))
    assert alone["index.png"].read_bytes() == beside["index.png"].read_bytes()


# The middle of the mark: ink where the year is certain, and "?" on paper where it is not.
MARKS = [
    ("2015-10-29", False),
    ("2015", False),
    ("2015?-10-29", True),
    ("XXXX-10-29", True),
    (None, True),
]


@pytest.mark.parametrize(("date", "doubted"), MARKS)
def test_a_year_in_doubt_is_a_ring(tmp_path, date, doubted):
    facts = {"date": (date, "5/10/2017")} if date else {}
    record = make_record("a", event=("Hội thảo", "Hội thảo"), **facts)
    picture = Image.open(drawn(tmp_path, [record])["a.png"]).convert("RGB")
    column = [picture.getpixel((share._SPINE_AT + 12, y)) for y in range(share.SIZE[1])]
    rules = (PROJECT / "theme" / colours.SHEET).read_text("utf-8")
    accent = tuple(bytes.fromhex(colours.read(rules)["default"]["accent"][1:]))
    assert (
        any(max(abs(a - b) for a, b in zip(pixel, accent, strict=True)) < 12 for pixel in column)
        is not doubted
    )


def test_a_picture_has_the_colours_of_the_theme(tmp_path, records):
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    tokens = theme / "assets/css/tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace("#fbf8f1", "#102030"), "utf-8")
    share.draw(tmp_path, tmp_path / "site", "Dòng thời gian", records[:1])
    with Image.open(tmp_path / "site" / share.FOLDER / "index.png") as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (0x10, 0x20, 0x30)
