"""The log of corrections: each one with what was said before, what is said now, and who signs."""

import html
import re

import pytest

from egov_timeline import pages
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_correction, make_record


def log(*records):
    return pages.render(records, timeline(records), VOCABULARIES)["dinh-chinh.md"]


def parts(page):
    """Each part under one signature: its entries as {anchor: (name, value, what else is told)},
    and what is said once for all of them, above and below.
    """
    for part in re.findall(r"<li[^>]*>(.*?)</li>", page, re.DOTALL):
        found = re.findall(r'<div id="([^"]+)"><dt>(.*?)</dt><dd>(.*?)</dd></div>', part, re.DOTALL)
        above, below = part.split("<dl>")[0], part.split("</dl>")[1]
        rows = {ident: (name, *lines(said)) for ident, name, said in found}
        yield rows, lines(above), lines(below)


def entries(page):
    return {ident: row for rows, _, _ in parts(page) for ident, row in rows.items()}


def lines(said):
    texts = (html.unescape(re.sub(r"<[^>]+>", "", line)).strip() for line in said.splitlines())
    return tuple(text for text in texts if text)


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
    was = "Bài viết ghi: 5/10/2017 xem câu gốc: Thời gian, Hội thảo Chính quyền số"
    assert list(parts(page)) == [
        (
            {"hue-date": ("Thời gian", "6/10/2017", was, "Theo báo khác.")},
            ("Hội thảo Chính quyền số", "đính chính có nguồn"),
            ("Nguồn: bao-b.vn · Ký: biên tập viên, 21/11/2026",),
        )
    ]
    assert 'href="bai-viet/hue.html">Hội thảo Chính quyền số</a>' in page
    assert 'data-evidence href="bai-viet/hue.html#cau-2"' in page
    assert 'href="https://www.bao-b.vn/2?a=1&amp;b=2"' in page
    assert "1 điều đã ký ở 1 bài" in page


def test_what_the_article_does_not_say_and_what_is_taken_away_are_told():
    bodies = [(None, "Sở A", "host"), (None, "Sở B", "sponsor")]
    page = log(corrected("a", "organizer", bodies), corrected("b", "date", None))
    (of_a, above_a, _), (of_b, _, _) = parts(page)
    # What was not seen is no word of the article.
    assert above_a[1] == "bổ sung từ nguồn khác Không thấy trong bài viết"
    assert of_a["a-organizer"][1] == "Sở A (chủ trì); Sở B (bảo trợ)"
    assert of_b["b-date"][1] == "không có"


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ({}, True),
        ({"source": "https://bao-c.vn/1"}, False),
        ({"by": "Lan"}, False),
        ({"on": "2026-11-01"}, False),
    ],
)
def test_what_is_signed_together_after_one_source_is_said_to_be_so_once(other, together):
    record = make_record(
        "a",
        corrections=[make_correction("location"), make_correction("organizer", **other)],
        corrected={"location": (None, "Huế"), "organizer": [(None, "Sở A", "host")]},
    )
    page = log(record)
    assert len([*parts(page)]) == (1 if together else 2)
    assert entries(page).keys() == {"a-location", "a-organizer"}
    assert page.count("Ký: ") == (1 if together else 2)
    assert "2 điều đã ký ở 1 bài" in page


def test_the_latest_signature_stands_first():
    early = corrected("a", "date", "2016", on="2026-01-02")
    late = corrected("b", "date", "2016", on="2026-11-21")
    assert list(entries(log(early, late))) == ["b-date", "a-date"]


def test_who_says_that_it_is_no_event_is_in_the_log():
    record = make_record(
        "a", corrections=[make_correction("is_event")], corrected={"is_event": False}
    )
    (entry,) = entries(log(record)).values()
    assert entry[1] == "không tường thuật một sự kiện"


def test_a_correction_may_stand_on_words_of_the_article_itself():
    record = corrected("a", "date", "2016", source=None, quote="Sáng 5/10/2017")
    ((_, _, below),) = parts(log(record))
    assert below[0].startswith("Nguồn: chính bài viết, Sáng 5/10/2017 · Ký: ")


def test_a_citation_is_no_link_and_no_reason_is_markup():
    record = corrected(
        "a", "date", "2016", source="javascript:alert(1)", why="<script>x</script> {{ y }}"
    )
    page = log(record)
    assert 'href="javascript' not in page
    assert "<script>" not in page
    assert entries(page)["a-date"][-1] == "<script>x</script> {{ y }}"


def test_without_corrections_the_log_says_so():
    assert "Biên tập viên chưa ký điều nào" in log(make_record("a", date=("2017", "2017")))


def test_what_is_not_needed_any_more_stays_struck_through_and_leaves_the_panel():
    record = corrected("a", "date", "2017-10-05", why="Báo B ghi rõ.")
    made = pages.render([record], timeline([record]), VOCABULARIES)
    (entry,) = entries(made["dinh-chinh.md"]).values()
    assert entry[1] == "5/10/2017"
    assert (
        "<s>5/10/2017</s>" in made["dinh-chinh.md"]
        and "<s>Báo B ghi rõ.</s>" in made["dinh-chinh.md"]
    )
    assert "không còn cần" in made["dinh-chinh.md"]
    assert "Báo B ghi rõ." not in made["bai-viet/a.md"]


KINDS = [
    ("2017-10-06", {}, "corrected", "đính chính có nguồn", "Bài viết ghi"),
    (
        "2017-10-06",
        {"source": None, "quote": "Sáng 5/10/2017"},
        "confirmed",
        "biên tập viên xác nhận",
        "Chương trình đọc là",
    ),
]


@pytest.mark.parametrize(("now", "signed", "shape", "kind", "before"), KINDS)
def test_an_entry_says_what_the_signature_does(now, signed, shape, kind, before):
    page = log(corrected("a", "date", now, **signed))
    assert f'tl-certainty--{shape}">{kind}<' in page
    assert entries(page)["a-date"][2].startswith(before)


def test_what_goes_without_saying_is_said_where_it_is_overruled():
    record = make_record(
        "a",
        status=("held", "tổ chức"),
        corrections=[make_correction("status", why="Tỉnh báo hủy.")],
        corrected={"status": "cancelled"},
    )
    (entry,) = entries(log(record)).values()
    assert entry[:2] == ("Tình trạng", "bị hủy")
    assert entry[2].startswith("Bài viết ghi: đã diễn ra")


def test_what_only_adds_is_no_correction():
    assert ">bổ sung từ nguồn khác<" in log(corrected("a", "location", (None, "Huế")))
