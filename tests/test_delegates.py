"""How many people attended: what counts them, and what counts others or nobody yet."""

from __future__ import annotations

import pytest

from egov_timeline.records import Count
from egov_timeline.understanding import understand
from project import vocabularies

LEAD = (
    "Hội thảo Nước sạch nông thôn\n\nSáng 5/10/2017, Sở Y tế Hà Nam tổ chức Hội thảo Nước sạch nông"
    " thôn lần thứ 5 tại Phủ Lý. {}\n\nHội thảo bàn về giếng khoan và bể lọc.\n"
)

READ = [
    ("Hơn 300 đại biểu đã tham dự.", Count(300, "over"), "Hơn 300 đại biểu"),
    ("Tham dự hội thảo có 250 đại biểu.", Count(250), "250 đại biểu"),
    ("Hội thảo thu hút khoảng 500 đại biểu trong và ngoài nước.", Count(500, "about"), "khoảng 500 đại biểu"),
    ("Hội thảo có gần 1.000 người tham dự.", Count(1000, "under"), "gần 1.000 người tham dự"),
    ("200 đại biểu đến từ 30 tỉnh đã góp mặt.", Count(200), "200 đại biểu"),
    ("Cùng dự có trên 120 đại biểu và khách mời.", Count(120, "over"), "trên 120 đại biểu và khách mời"),
    ("Hội thảo quy tụ hơn 300 đại biểu, trong đó có 50 đại biểu quốc tế.", Count(300, "over"), "hơn 300 đại biểu"),
    ("Hội thảo đón 300 đại biểu. Tại đây, 300 đại biểu dự tiệc trà.", Count(300), "300 đại biểu"),
    ("Hội thảo có 300 đại biểu tham dự trực tiếp và trực tuyến.", Count(300), "300 đại biểu"),
    ("Hội thảo có 300 đại biểu trong nước và quốc tế.", Count(300), "300 đại biểu"),
    ("Hội thảo có tổng số 300 đại biểu tham dự.", Count(300), "300 đại biểu"),
    ("Hội thảo có trên dưới 300 đại biểu.", Count(300, "about"), "trên dưới 300 đại biểu"),
    ("Tham dự phiên khai mạc hội thảo có 300 đại biểu từ 20 điểm cầu.", Count(300), "300 đại biểu"),
    ("Năm 2017, hội thảo có 90 khách mời.", Count(90), "90 khách mời"),
]  # fmt: skip

# Of whom nobody knows that they attended this event, or that there were no more.
REFUSED = [
    "Dự kiến có 800 đại biểu tham dự hội thảo.",
    "Hội thảo sẽ đón hơn 300 đại biểu.",
    "Khoảng 900 người tham gia hội thảo, lễ chào cờ sẽ cử hành lúc 7 giờ.",
    "Năm ngoái, hội thảo thu hút 700 đại biểu.",
    "Hội thảo lần thứ 4 có gần 1.000 người dự.",
    "Hội thảo năm 2015 có 400 đại biểu tham dự.",
    "Ngày 3/2/2017, 150 đại biểu đã dự một cuộc họp khác.",
    "Dự hội thảo, trong đó có 50 đại biểu quốc tế.",
    "Hội thảo có 50 đại biểu quốc tế.",
    "Hội thảo có 60 đại biểu Quốc hội.",
    "Tại hội thảo, 15 đại biểu phát biểu.",
    "Tại hội thảo có 20 đại biểu được tặng bằng khen.",
    "Mỗi tỉnh cử 12 đại biểu dự hội thảo.",
    "Đoàn Hà Nam gồm 20 đại biểu dự hội thảo.",
    "Hội thảo có từ 200 đến 300 đại biểu.",
    "Hội thảo có 200 - 300 đại biểu.",
    "Hội thảo có 300/350 đại biểu tham dự.",
    "Hội thảo có 90% đại biểu tham dự.",
    "Hội thảo có hàng trăm đại biểu.",
    "Hội thảo có 50 khách mời và 300 đại biểu.",
    "Hội thảo có 300 đại biểu. Cuối buổi, hội thảo còn 280 đại biểu tham dự.",
    "Tỉnh có 3.000 người tham gia bảo hiểm.",
    "Triển lãm bên cạnh đón 400 khách mời.",
    "Hội thảo có 1 200 đại biểu tham dự.",
    "Hội thảo có 300/ 350 đại biểu tham dự.",
    "Hội thảo có 300 trên 350 đại biểu tham dự.",
    "Hội thảo có 300 trong tổng số 350 đại biểu tham dự.",
    "Hội thảo có 200–300 đại biểu.",
    "Hội thảo thu hút hơn 3 nghìn đại biểu.",
    "Trong năm 2017 đại biểu các tỉnh đã tham dự hội thảo.",
    "Hội thảo có không quá 300 đại biểu.",
    "Hội thảo có ít nhất 300 đại biểu.",
    "Hội thảo có chưa đến 300 đại biểu.",
    "Hội thảo có thêm 200 đại biểu tham dự.",
    "Hội thảo kéo dài 2 ngày, có hơn 300 đại biểu/ngày tham dự.",
    "300 đại biểu không tham dự hội thảo.",
    "Hội thảo không có 300 đại biểu như tin ban đầu.",
    "Nếu có 300 đại biểu tham dự hội thảo thì tốt.",
    "Hội thảo dành cho 300 đại biểu.",
    "Hội thảo có 1.200 đại biểu trực tuyến và 300 trực tiếp.",
    "Hội thảo có 300 đại biểu dự trực tiếp.",
    "Hội thảo có 300 đại biểu trong nước và 50 khách quốc tế tham dự.",
    "Tại điểm cầu Hà Nam, hội thảo có 300 đại biểu tham dự.",
    "Phiên chuyên đề của hội thảo có 90 đại biểu tham dự.",
    "Hội thảo đón 300 khách mời mỗi năm.",
    "Chuỗi hội thảo đã thu hút 9.000 đại biểu.",
    "Ba hội thảo có 900 đại biểu tham dự.",
    "Qua 5 lần tổ chức, hội thảo đã đón 9.000 đại biểu.",
    "Đến nay hội thảo đã thu hút 9.000 đại biểu.",
    "Cùng ngày, 500 đại biểu dự hội thảo về y tế.",
    "Nhà văn hóa có sức chứa 500 đại biểu dự họp.",
]


def found(said: str, lead: str = LEAD) -> Count | None:
    _, facts = understand(lead.format(said), vocabularies())
    return facts.delegates.value if facts.delegates else None


@pytest.mark.parametrize(("said", "count", "quote"), READ)
def test_who_attended_is_counted_as_the_report_counts(said: str, count: Count, quote: str) -> None:
    _, facts = understand(LEAD.format(said), vocabularies())
    assert facts.delegates and facts.delegates.value == count
    (evidence,) = facts.delegates.evidence
    assert evidence.quote == quote
    assert facts.delegates.why == f"bài viết đếm người dự: “{quote}”"


@pytest.mark.parametrize("said", REFUSED)
def test_others_are_not_counted(said: str) -> None:
    assert found(said) is None


def test_of_an_event_that_was_not_held_nobody_is_counted() -> None:
    lead = LEAD.replace("tổ chức Hội thảo", "cho biết đã hủy Hội thảo")
    assert found("Hội thảo có 300 đại biểu tham dự.", lead) is None
