"""The log of corrections: each one with what was said before, what is said now, and who signs."""

import html
import re

import pytest

from egov_timeline import pages
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_correction, make_record


def log(*records):
    return pages.render(records, timeline(records), VOCABULARIES)["dinh-chinh.md"]


def entries(page):
    """Each entry as {name: what is said}, by its anchor."""
    found = re.findall(r'<li id="([^"]+)"[^>]*>(.*?)</li>', page, re.DOTALL)
    return {ident: rows(said) for ident, said in found}


def rows(entry):
    said = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", entry, re.DOTALL)
    return {name: html.unescape(re.sub(r"<[^>]+>", "", value)) for name, value in said}


def corrected(ident, field, now, **signed):
    return make_record(
        ident,
        event=("Hội thảo Chính quyền số", "Hội thảo Chính quyền số"),
        date=("2017-10-05", "5/10/2017"),
        corrections=[make_correction(field, **signed)],
        corrected={field: now},
    )


def test_an_entry_says_what_was_and_what_is_and_why_and_who_signs():
    record = corrected("hue", "date", "2017-10-06", source="https://www.bao-b.vn/2?a=1&b=2")
    page = log(record)
    assert entries(page) == {
        "hue-date": {
            "Thời gian: bài viết ghi": "5/10/2017 xem câu gốc: Thời gian, Hội thảo Chính quyền số",
            "Ở đây ghi": "6/10/2017",
            "Lý do": "Theo báo khác.",
            "Nguồn": "bao-b.vn",
            "Ký": "biên tập viên, 21/11/2026",
        }
    }
    assert 'href="bai-viet/hue.html">Hội thảo Chính quyền số</a>' in page
    assert 'data-evidence href="bai-viet/hue.html#cau-2"' in page
    assert 'href="https://www.bao-b.vn/2?a=1&amp;b=2"' in page
    assert "1 điều đã ký ở 1 bài" in page


def test_what_the_article_does_not_say_and_what_is_taken_away_are_told():
    bodies = [(None, "Sở A", "host"), (None, "Sở B", "sponsor")]
    found = entries(log(corrected("a", "organizer", bodies), corrected("b", "date", None)))
    # What was not seen is no word of the article.
    assert found["a-organizer"]["Đơn vị tổ chức"] == "Không thấy trong bài viết"
    assert found["a-organizer"]["Ở đây ghi"] == "Sở A (chủ trì); Sở B (bảo trợ)"
    assert found["b-date"]["Ở đây ghi"] == "không có"


def test_the_latest_signature_stands_first():
    early = corrected("a", "date", "2016", on="2026-01-02")
    late = corrected("b", "date", "2016", on="2026-11-21")
    assert list(entries(log(early, late))) == ["b-date", "a-date"]


def test_who_says_that_it_is_no_event_is_in_the_log():
    record = make_record(
        "a", corrections=[make_correction("is_event")], corrected={"is_event": False}
    )
    (entry,) = entries(log(record)).values()
    assert entry["Ở đây ghi"] == "không tường thuật một sự kiện"


def test_a_correction_may_stand_on_words_of_the_article_itself():
    record = corrected("a", "date", "2016", source=None, quote="Sáng 5/10/2017")
    assert entries(log(record))["a-date"]["Nguồn"] == "chính bài viết: Sáng 5/10/2017"


def test_a_citation_is_no_link_and_no_reason_is_markup():
    record = corrected(
        "a", "date", "2016", source="javascript:alert(1)", why="<script>x</script> {{ y }}"
    )
    page = log(record)
    assert 'href="javascript' not in page
    assert "<script>" not in page
    assert entries(page)["a-date"]["Lý do"] == "<script>x</script> {{ y }}"


def test_without_corrections_the_log_says_so():
    assert "Biên tập viên chưa ký điều nào" in log(make_record("a", date=("2017", "2017")))


def test_what_is_not_needed_any_more_stays_struck_through_and_leaves_the_panel():
    record = corrected("a", "date", "2017-10-05", why="Báo B ghi rõ.")
    made = pages.render([record], timeline([record]), VOCABULARIES)
    (entry,) = entries(made["dinh-chinh.md"]).values()
    assert entry["Ở đây ghi"] == "5/10/2017"
    assert (
        "<s>5/10/2017</s>" in made["dinh-chinh.md"]
        and "<s>Báo B ghi rõ.</s>" in made["dinh-chinh.md"]
    )
    assert "không còn cần" in made["dinh-chinh.md"]
    assert "Báo B ghi rõ." not in made["bai-viet/a.md"]


KINDS = [
    ("2017-10-06", {}, "corrected", "đính chính có nguồn", "bài viết ghi"),
    (
        "2017-10-06",
        {"source": None, "quote": "Sáng 5/10/2017"},
        "confirmed",
        "biên tập viên xác nhận",
        "chương trình đọc là",
    ),
]


@pytest.mark.parametrize(("now", "signed", "shape", "kind", "before"), KINDS)
def test_an_entry_says_what_the_signature_does(now, signed, shape, kind, before):
    page = log(corrected("a", "date", now, **signed))
    assert f'tl-certainty--{shape}">{kind}<' in page
    assert f"Thời gian: {before}" in page


def test_what_goes_without_saying_is_said_where_it_is_overruled():
    record = make_record(
        "a",
        status=("held", "tổ chức"),
        corrections=[make_correction("status", why="Tỉnh báo hủy.")],
        corrected={"status": "cancelled"},
    )
    (entry,) = entries(log(record)).values()
    assert entry["Tình trạng: bài viết ghi"].startswith("đã diễn ra")
    assert entry["Ở đây ghi"] == "bị hủy"


def test_what_only_adds_is_no_correction():
    assert ">bổ sung từ nguồn khác<" in log(corrected("a", "location", (None, "Huế")))
