"""A province is called as on the day of the event: 63 until 2025-06-30, 34 from the day after."""

from datetime import date

import pytest

from documents import vocabularies
from egov_timeline import corrections, edtf
from egov_timeline.events import merged
from egov_timeline.inputs import Correction, Seed
from egov_timeline.recording import record_of
from egov_timeline.records import Certainty, Extraction, Finding, Location
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import province_then

STATED, INFERRED = Certainty.STATED, Certainty.INFERRED
ERAS = [
    # text, province, certainty
    ("Ngày 18/9/2023, tại TP Quy Nhơn, UBND tỉnh Bình Định tổ chức hội thảo số.", "Bình Định", STATED),
    ("Ngày 18/9/2023, tại TP Quy Nhơn, Bộ Nội vụ tổ chức hội thảo số.", "Bình Định", INFERRED),
    ("Ngày 30/6/2025, tại TP Quy Nhơn, Bộ Nội vụ tổ chức hội thảo số.", "Bình Định", INFERRED),
    ("Ngày 1/7/2025, tại phường Quy Nhơn, Bộ Nội vụ tổ chức hội thảo số.", "Gia Lai", INFERRED),
    ("Ngày 18/9/2025, tại phường Quy Nhơn, UBND tỉnh Gia Lai tổ chức hội thảo số.", "Gia Lai", STATED),
    ("Ngày 18/9/2025, tại Bình Định, Bộ Nội vụ tổ chức hội thảo số.", "Gia Lai", INFERRED),
    ("Ngày 18/9/2025, tại Gia Lai, Bộ Nội vụ tổ chức hội thảo số.", "Gia Lai", STATED),
    ("Ngày 18/9/2023, tại Huế, Bộ Nội vụ tổ chức hội thảo số.", "Thừa Thiên Huế", INFERRED),
    ("Ngày 18/9/2025, tại Huế, Bộ Nội vụ tổ chức hội thảo số.", "Huế", STATED),
    ("Ngày 18/9/2025, tại Hà Nội, Bộ Nội vụ tổ chức hội thảo số.", "Hà Nội", STATED),
    ("Ngày 18/9/2025, tại Tokyo (Nhật Bản), Bộ Nội vụ tổ chức hội thảo số.", "Tokyo, Nhật Bản", STATED),
    # The day is unknown: that of publication tells, else the text does.
    ("Hội thảo số\n\n09:15 | 18/09/2016\n\nTại TP Quy Nhơn, Bộ Nội vụ tổ chức hội thảo số.", "Bình Định", INFERRED),
    ("Ngày 18/9, tại TP Quy Nhơn, UBND tỉnh Bình Định tổ chức hội thảo số.", "Bình Định", STATED),
    ("Ngày 18/9, tại Huế, Bộ Nội vụ tổ chức hội thảo số.", "Thừa Thiên Huế", INFERRED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "province", "certainty"), ERAS)
def test_a_province_is_called_as_on_the_day_of_the_event(text, province, certainty):
    found = understand(text, vocabularies())[1].location
    assert (found.value.province, found.certainty) == (province, certainty)


def test_in_doubt_there_is_no_province():
    text = "Ngày 18/9, tại Quy Nhơn, Bộ Nội vụ tổ chức hội thảo chuyển đổi số của Gia Lai."
    found = understand(text, vocabularies())[1].location
    assert found.value == Location("Quy Nhơn", None)


def test_a_time_on_both_sides_of_a_merger_has_no_one_province():
    places, year = vocabularies().places, (date(2025, 1, 1), date(2025, 12, 31))
    assert province_then(places, "Bình Định", *year) is None
    assert province_then(places, "Gia Lai", *year) == "Gia Lai"


def test_both_places_are_quoted_where_both_tell():
    text = "Ngày 18/9/2025, tại phường Quy Nhơn, UBND tỉnh Gia Lai tổ chức hội thảo số."
    found = understand(text, vocabularies())[1].location
    assert [e.quote for e in found.evidence] == ["tại phường Quy Nhơn", "Gia Lai"]


SIGNED = [
    ("Quy Nhơn", "2017-09-18", "Bình Định"),
    ("Quy Nhơn", "2025-09-18", "Gia Lai"),
    ("Quy Nhơn", "2025", "Bình Định"),
    ("Quy Nhơn", "XXXX-09-18", "Bình Định"),
    ({"place": "Khách sạn A", "province": "Huế"}, "2025-09-18", "Huế"),
    ({"place": "Khách sạn A", "province": "Huế"}, "2017-09-18", "Thừa Thiên Huế"),
    # What an editor names stands as it was named.
    ("Bình Định", "2025-09-18", "Bình Định"),
    ("Gia Lai", "2025-09-18", "Gia Lai"),
]


@pytest.mark.parametrize(("typed", "day", "province"), SIGNED)
def test_the_province_of_a_town_that_is_signed_is_that_of_the_day(typed, day, province):
    day = Finding(edtf.parse(day), STATED, ())
    one = Correction(
        field="location", value=typed, why="vì", by="editor", on="2026-11-21", source="x", line=1
    )
    seed = Seed("a", "seeds/articles/a.txt", "", "0", "seeds/articles/a.yml", corrections=(one,))
    facts = corrections.correct(seed, Extraction(is_event=True, date=day), vocabularies())
    assert facts.location.value.province == province


OLD = "Ngày 18/9/2023, tại Nhà khách Sóng Biển, tỉnh Bình Định, Bộ Nội vụ tổ chức hội thảo số."
NEW = "Ngày 18/9, tại Nhà khách Sóng Biển, tỉnh Gia Lai, Bộ Nội vụ tổ chức hội thảo số."
ELSEWHERE = "Ngày 18/9, tại Nhà khách Sóng Biển, tỉnh Phú Yên, Bộ Nội vụ tổ chức hội thảo số."


@pytest.mark.parametrize(("other", "contradicts"), [(NEW, False), (ELSEWHERE, True)])
def test_the_province_of_then_and_that_of_today_are_one_place(other, contradicts):
    seeds = [Seed(n, f"{n}.txt", text, "0", f"{n}.yml") for n, text in (("a", OLD), ("b", other))]
    records = [record_of(seed, vocabularies(), []) for seed in seeds]
    event = merged(records)
    assert event.facts.location.value.province == "Bình Định"
    assert ("location" in event.elsewhere) is contradicts
