"""What changed last, and how new the archive is: by what is signed, whatever the clock says."""

from __future__ import annotations

from datetime import date

import pytest

from egov_timeline import bundle, changes, exports, imprint, pages
from egov_timeline.imprint import Imprint
from egov_timeline.inputs import Doing, TextEdit
from egov_timeline.settings import Settings
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_archive, make_correction, make_record

SIGNED = [make_correction("date", on="2026-11-22"), make_correction("location", on="2026-11-23")]
EDIT = TextEdit(Doing.READ, "Sáng", 3, "Chiều", "nhầm", "editor", "2026-11-25")
DATE = ("2017-10-05", "5/10/2017")


@pytest.mark.parametrize(
    ("told", "day", "label"),
    [
        ({"added": "2026-11-21"}, date(2026, 11, 21), "đưa vào dòng thời gian"),
        (
            {"added": "2026-11-21", "corrections": SIGNED[:1]},
            date(2026, 11, 22),
            "xác nhận thời gian",
        ),
        (
            {"added": "2026-11-22", "corrections": SIGNED[:1]},
            date(2026, 11, 22),
            "đưa vào dòng thời gian; xác nhận thời gian",
        ),
        (
            {"text": "", "added": "2026-11-22", "corrections": SIGNED[:1], "date": ("2017",)},
            date(2026, 11, 22),
            "đưa vào dòng thời gian",
        ),
        ({"edits": [EDIT]}, date(2026, 11, 25), "xem lại chữ trong bài"),
    ],
)
def test_the_last_change_says_what_was_done(told: dict, day: date, label: str) -> None:
    (change,) = changes.changes([make_record("a", **({"date": DATE} | told))])
    assert (change.day, change.label) == (day, label)


def test_what_nobody_signed_has_not_changed() -> None:
    assert changes.changes([make_record("a", date=DATE)]) == []
    assert changes.newest([make_record("a", date=DATE)]) is None


def test_the_newest_day_is_that_of_any_signature() -> None:
    records = [make_record("a", added="2026-11-21"), make_record("b", corrections=SIGNED)]
    assert changes.newest(records) == date(2026, 11, 23)
    assert changes.newest(records, "2026-11-30") == date(2026, 11, 30)
    assert changes.newest([], "2026-11-30") == date(2026, 11, 30)


def records():
    return [make_record(f"r{n}", date=DATE, added=f"2026-11-0{n}") for n in range(1, 6)]


def test_the_home_page_tells_how_new_it_is_and_what_changed_last() -> None:
    page = pages.render(records(), timeline(records()), VOCABULARIES, about=imprint.of(records()))[
        "index.md"
    ]
    assert "Cập nhật đến ngày 5/11/2026" in page
    told = page[page.index('id="moi-cap-nhat"') :]
    assert told.index("bai-viet/r5.html") < told.index("bai-viet/r4.html") < told.index("r3.html")
    assert "bai-viet/r2.html" not in told and "đưa vào dòng thời gian" in told


def test_the_home_page_claims_no_day_that_nobody_signed() -> None:
    unsigned = [make_record("a", date=DATE)]
    page = pages.render(unsigned, timeline(unsigned), VOCABULARIES, about=imprint.of(unsigned))[
        "index.md"
    ]
    assert "Cập nhật" not in page and "moi-cap-nhat" not in page


def data(updated: date | None) -> str:
    archive = make_archive(*records())
    told = exports.catalogue(exports.files(archive), archive)
    return pages.data(told, "luu-tru.zip", updated)


def test_the_zip_keeps_its_address_and_is_saved_under_its_day() -> None:
    page = data(date(2026, 11, 5))
    assert '<a href="luu-tru.zip" download="luu-tru-2026-11-05.zip">luu-tru.zip</a>' in page
    assert "cập nhật đến ngày 5/11/2026" in page
    assert '<a href="luu-tru.zip" download>' in data(None)


def test_the_note_in_the_zip_tells_its_day_its_address_and_who_answers() -> None:
    told = Imprint(Settings("Thư viện A", "a@b.vn"), updated=date(2026, 11, 5))
    note = bundle.note(5, [2003, 2020], told, "https://example.org/a/")
    for said in (
        "Cập nhật đến ngày 5/11/2026.",
        "Bản trực tuyến: https://example.org/a/",
        "Người đăng: Thư viện A",
        "Liên hệ: a@b.vn",
    ):
        assert f"\n{said}\n" in note
    bare = bundle.note(5, [2003, 2020])
    assert not [w for w in ("Cập nhật", "Bản trực tuyến", "Người đăng", "Liên hệ") if w in bare]
    assert "\n\n\n" not in note + bare
