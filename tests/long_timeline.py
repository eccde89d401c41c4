"""A long timeline: more events than a page holds, in few years, and what is asked about each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egov_timeline import imprint, pipeline, site
from egov_timeline.pages import pagination
from egov_timeline.records import Record
from project import copy_to
from records import VOCABULARIES, make_record

TEXT = "Ngày hội, Sở Số {n} tổ chức hội thảo về dữ liệu mở tại Huế. Lần sau họp năm 2030."
PLACES = ("Huế", "Đà Nẵng", "Lào Cai", "Cà Mau")
# So many events a page holds here, and from so many on it shows lines: as 200 and 100, only sooner.
PAGE, LINES = 60, 40
# One year that fills more than a page, some that do not, and what has no year.
SIZES = {2016: 3, 2017: 12, 2018: PAGE + 10, 2020: 7}


def records() -> list[Record]:
    """Return the events of `SIZES`, two without a year, and two articles that report none."""
    made = [
        event(f"{year}-{n}", f"{year}-{1 + n % 12:02}-{1 + n % 28:02}", n)
        for year, size in SIZES.items()
        for n in range(size)
    ]
    made += [event(f"khong-nam-{n}", f"XXXX-0{n + 1}-01", n) for n in range(2)]
    return made + [make_record(f"y-kien-{n}", is_event=False) for n in range(2)]


def event(ident: str, date: str, n: int) -> Record:
    """Return an event with every third one of a theme, and names of one line, of two and more."""
    name = f"Hội thảo {ident}" + " về chính quyền số và dữ liệu mở" * (n % 4)
    theme = [("du-lieu", "dữ liệu mở")] if n % 3 == 0 else []
    milestone = [(("announced", "2030", "Hội thảo kỳ sau"), "năm 2030")] if n == 5 else []
    return make_record(
        ident,
        TEXT.format(n=n),
        slug=f"hoi-thao-{ident}",
        event=(name, "hội thảo"),
        date=(date, "Ngày hội"),
        location=((None, PLACES[n % 4]), "tại Huế"),
        organizer=[((None, f"Sở Số {n % 40}", "organizer"), "tổ chức")],
        themes=theme,
        milestones=milestone,
    )


def build(root: Path, shown: list[Record]) -> Path:
    """Build the site of `shown` without the pages of its articles; return its folder."""
    copy_to(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagination, "EVENTS", PAGE)
        patch.setattr(pagination, "CARDS", LINES)
        patch.setattr("egov_timeline.pages.spine.CARDS", LINES)
        pages = pipeline.written(shown, VOCABULARIES, imprint.read(root, shown))
        # A page is written when it is asked for.
        for name in pages:
            if not name.startswith("bai-viet/hoi-thao-"):
                path = root / "content" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(pages[name], "utf-8")
    site.build(root, root / "content", root / "site")
    shutil.rmtree(root / "content")
    return root / "site"
