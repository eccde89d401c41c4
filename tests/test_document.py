"""Event mentions and the sentences that announce the article's own event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read

MENTIONS = [
    # text, nouns that mean one event
    ("Hội thảo và lễ khai trương", ["Hội thảo", "lễ"]),
    ("Buổi làm việc, toạ đàm, cuộc họp", ["Buổi làm việc", "toạ đàm", "cuộc họp"]),
    ("Ngày An toàn thông tin Việt Nam 2012", ["Ngày"]),
    ("tại chương trình, bên lề sự kiện", ["chương trình", "sự kiện"]),
    ("ngày 17/9 hội thảo mở màn", ["hội thảo"]),
    ("lớp bồi dưỡng cán bộ", ["bồi dưỡng"]),
    ("Quân khu 7 tổ chức hội thảo", ["hội thảo"]),
    # Plurals, houses, forums on the net, plans, homonyms.
    ("nhiều hội thảo, 7 kỳ diễn đàn, các phiên họp, 3 lần tổ chức hội nghị", []),
    ("Trung tâm hội nghị, khu triển lãm", []),
    ("trên diễn đàn mạng", []),
    ("chương trình chuyển đổi số của tỉnh", []),
    ("nghi lễ, dịp lễ, lễ phép, ngày 5/6", []),
    ("giáo dục và đào tạo", []),
]


@pytest.mark.parametrize(("text", "nouns"), MENTIONS)
def test_mentions(text, nouns):
    document = read(text)
    assert [document.text[e.start : e.end] for e in document.events] == nouns


LEADS = [
    (
        "Mới đây, UBND tỉnh Hà Nam đã tổ chức hội nghị công bố quyết định của Chủ tịch UBND tỉnh.",
        "Ông An nhận nhiệm vụ mới tại Sở Nội vụ.",
        "Tại hội nghị, quyết định ngày 16/7/2019 của Chủ tịch UBND tỉnh được công bố.",
    ),
    # the sentence that announces, then the rest of the article
    (
        "Ngày 5/6, Sở Nội vụ tổ chức hội thảo về dữ liệu mở tại Huế.",
        "Tham dự hội thảo có nhiều nhà khoa học.",
        "Phát biểu tại hội thảo, ông An nêu ba việc.",
    ),
    (
        "Mục tiêu này được Bộ trưởng đưa ra tại hội nghị sơ kết sáng 16-7.",
        "Ông cho rằng hạ tầng phải đi trước.",
        "Tại hội nghị, nhiều ý kiến đồng tình.",
    ),
    (
        "Diễn đàn lần thứ tám do Hiệp hội tổ chức ngày 18/7 tại Hà Nội.",
        "Thủ tướng phát biểu tại diễn đàn.",
        "Trước đó, hội thảo tiền trạm đã diễn ra ngày 10/7 tại Vinh.",
    ),
    (
        "Sáng 23-7, bảng điện tử ở quầy tiếp nhận sáng đèn lần đầu.",
        "Theo tài liệu cho hội nghị diễn ra ngày 14/7, phường có 12 thủ tục.",
        "Cuộc họp tiếp theo sẽ tổ chức ngày 30/8.",
    ),
]


@pytest.mark.parametrize("lines", LEADS)
@pytest.mark.parametrize("turned", [False, True])
def test_best_announcement(lines, turned):
    document = read("\n".join(reversed(lines) if turned else lines))
    best = document.announcements[0]
    assert document.text[best.start : best.end] == lines[0]


SILENT = [
    "Phường có 12 thủ tục trực tuyến.",
    "Quyết định số 12/QĐ-UBND ngày 5/6 đã được ban hành.",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_announced(text):
    assert read(text).announcements == ()


WORDS = ["hội thảo", "ngày 5/6", "tổ chức", "tại", "Hà Nội", ".", "Lễ ký kết", "\n", "(", "Ảnh:"]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_everything_lies_in_its_sentence(text):
    document = read(text)
    for event in document.events:
        assert document.sentence_at(event.start) == event.sentence
        assert event.sentence in document.kept
    scores = [a.score for a in document.announcements]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores[1:])  # the best stands even where none announces
    for found in document.announcements:
        assert (found.start, found.end) == (
            document.sentence(found.sentence).start,
            document.sentence(found.sentence).end,
        )


def test_an_event_told_in_scenes_has_its_best_sentence():
    document = read("Phát biểu tại hội thảo, ông An nêu ba việc.\nCuối hội thảo có trao quà.")
    assert len(document.announcements) == 1


def test_finding_quotes_the_text():
    document = read("Hội thảo ngày 5/6")
    found = document.finding("x", "rule", [(9, 17)], inferred=True)
    assert (found.evidence[0].quote, found.certainty) == ("ngày 5/6", "inferred")
