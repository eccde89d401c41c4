"""Who organizes the event, in which role; and who only seems to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read
from egov_timeline.extract.fields.organizer import ORGANIZERS
from egov_timeline.records import Certainty, Evidence, Finding, Location
from project import FROZEN, article

# An article, and its organizers: (id or name, role). The tables are trained on these as well; what
# stands in doubt teaches them, though they say less of it.
EXAMPLES = [
    json.loads(line) for line in (FROZEN / "organizers.jsonl").read_text("utf-8").splitlines()
]
STATED = [
    (row["text"] if "text" in row else article(row["seed"]), [*map(tuple, row["organizers"])])
    for row in EXAMPLES
    if "in doubt" not in row
]

# Said in another sentence than the announcement.
SPREAD = [
    ("Khóa học khép lại hôm 5/6 tại Hà Nội.\nLớp do VNISA đứng ra mở, nhiều người theo.", "vnisa"),
    ("Tọa đàm diễn ra chiều 5/6 tại Hà Nội.\nĐứng sau cuộc tọa đàm này là VINASA.", "vinasa"),
    (
        "Tọa đàm diễn ra chiều 5/6 tại Hà Nội.\nNhiều người hỏi về chữ ký số.\n"
        "Dự tọa đàm do VINASA tổ chức có 200 người.",
        "vinasa",
    ),
    (
        "Tọa đàm diễn ra chiều 5/6 tại Hà Nội.\nCó nhiều câu hỏi.\n"
        "Đây là hoạt động năm thứ ba, do VINASA sáng lập và tổ chức.",
        "vinasa",
    ),
]

# Said of another event: of another year, another day, another kind.
ELSEWHERE = [
    "Hội thảo diễn ra sáng 5/6 tại Hà Nội.\nNăm ngoái, hội thảo do VINASA tổ chức.",
    "Hội thảo diễn ra sáng 5/6 tại Hà Nội.\nHội thảo cùng nội dung do VINASA tổ chức ở Huế.",
    "Hội thảo diễn ra sáng 5/6 tại Hà Nội.\nCuộc thi do VINASA tổ chức sẽ khép lại ngày 8/9.",
    "Hội thảo diễn ra sáng 5/6 tại Hà Nội.\nSau đó, VINASA sẽ tổ chức hội thảo ở Huế.",
]


@pytest.mark.parametrize(("text", "ident"), SPREAD)
def test_said_in_another_sentence(text, ident):
    assert [who for who, _ in organizers(text)] == [ident]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_said_of_another_event(text):
    assert organizers(text) == []


NOBODY = [
    # in doubt less is said: a body whose session it is may be its host
    "Sáng 5/6, tại phiên họp thứ hai của Ủy ban Quốc gia về Chính phủ điện tử, Thủ tướng nêu rõ yêu cầu.",
    "Sáng 5/6, hội thảo về dữ liệu mở diễn ra tại Hà Nội, tham dự có đại diện Bộ Nội vụ, VINASA.",
    "Ngày 5/6, ông Trần Văn A, Phó Chủ tịch UBND tỉnh Hà Nam chủ trì hội nghị chuyển đổi số.",
    "Hội nghị do Thứ trưởng Bộ Nội vụ Trần Văn A chủ trì diễn ra ngày 5/6 tại Hà Nội.",
    "Ngày 5/6, bà Lê Thị B, Trưởng Ban Chỉ đạo của Chính phủ chủ trì hội nghị tại Hà Nội.",
    "Sáng 5/6, hội thảo diễn ra tại hội trường UBND tỉnh Hà Nam.",
    "Tại hội thảo ngày 5/6, đại biểu đề nghị Bộ Nội vụ tổ chức hội nghị tập huấn hằng năm.",
    "Ngày 5/6, tại hội nghị, Thủ tướng giao Văn phòng Chính phủ chủ trì hội nghị sơ kết.",
    "Ngày 5/6, Bộ Nội vụ và VNPT ký kết thỏa thuận hợp tác về chuyển đổi số.",
    "Sáng 5/6, hội nghị khai mạc tại Hà Nội. Ban tổ chức cho biết có 300 đại biểu.",
    "Ngày 5/6, hội thảo diễn ra tại Hà Nội dưới sự chỉ đạo của UBND tỉnh Hà Nam.",
    "Trung tâm Điều hành tỉnh Hà Nam chính thức khánh thành ngày 5/6 tại Phủ Lý.",
    "Sáng 5/6, tại cuộc họp báo về kết quả kỳ họp thứ 2 của Quốc hội, nhiều câu hỏi được nêu.",
    "Ngày 5/6, hội nghị diễn ra tại Hà Nội. Kế hoạch do Bộ Nội vụ chủ trì thực hiện.",
    "Bộ Nội vụ công bố báo cáo tại hội nghị ngày 5/6 ở Hà Nội.",
]


def found(document):
    for rule in ORGANIZERS:
        if result := rule(document):
            return result
    return ()


def organizers(text):
    return [(f.value.id or f.value.name, f.value.role) for f in found(read(text))]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated(text, expected):
    assert sorted(organizers(text)) == sorted(expected)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text):
    assert organizers(text) == []


def in_place(text, province):
    document = read(text)
    where = Evidence(text[:4], 0, 4, "test")
    document.found["location"] = Finding(Location(None, province), Certainty.STATED, (where,))
    return found(document)


IMPLIED = [
    # text, province of the event, id
    ("Ngày 5/6, Sở TT&TT tổ chức hội nghị tập huấn.", "Hà Nam", "so-tttt-ha-nam"),
    ("Ngày 5/6, UBND tỉnh tổ chức hội nghị tập huấn.", "Hà Nam", "ubnd-ha-nam"),
    ("Ngày 5/6, UBND thành phố tổ chức hội nghị tập huấn.", "Đà Nẵng", "ubnd-da-nang"),
    ("Ngày 5/6, Sở TT&TT tổ chức hội nghị tập huấn.", "Luang Prabang, Lào", None),
    # "UBND thành phố" in a province is that of a town; "UBND tỉnh" is none of a city.
    ("Ngày 5/6, UBND thành phố tổ chức hội nghị tập huấn.", "Hà Nam", None),
    ("Ngày 5/6, UBND tỉnh tổ chức hội nghị tập huấn.", "Đà Nẵng", None),
]


@pytest.mark.parametrize(("text", "province", "ident"), IMPLIED)
def test_a_body_without_a_place_is_that_of_the_event(text, province, ident):
    (finding,) = in_place(text, province)
    assert finding.value.id == ident
    assert (finding.certainty is Certainty.INFERRED) == (ident is not None)


def test_on_screens_the_province_of_the_lead_tells_whose_body_it_is():
    text = (
        "Hà Nam họp trực tuyến về chuyển đổi số\n"
        "Sáng 16/12, UBND tỉnh tổ chức hội nghị trực tuyến với các điểm cầu cấp huyện."
    )
    (finding,) = found(read(text))
    assert finding.value.id == "ubnd-ha-nam"
    assert finding.certainty is Certainty.INFERRED
    assert [e.quote for e in finding.evidence][-1] == "Hà Nam"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("huyện An Bình", "UBND huyện An Bình"),
        ("tỉnh Lạng Sơn", "ubnd-lang-son"),
    ],
)
def test_a_place_in_the_headline_that_its_committee_stands_for_is_not_told_again(place, told):
    title = f"{place[0].upper()}{place[1:]} tổ chức hội nghị chuyển đổi số"
    text = f"{title}\n\nNgày 5/6, UBND {place} tổ chức hội nghị chuyển đổi số."
    assert [who for who, _ in organizers(text)] == [told]


def test_a_place_named_last_holds_for_all_of_the_list():
    text = "Sáng 5/6, Tỉnh ủy, HĐND, UBND tỉnh Hà Nam tổ chức lễ kỷ niệm."
    assert organizers(text) == [
        ("tinh-uy-ha-nam", "organizer"),
        ("hdnd-ha-nam", "organizer"),
        ("ubnd-ha-nam", "organizer"),
    ]


PIECES = st.sampled_from(
    [
        "Ngày 5/6,",
        "Bộ Nội vụ",
        "UBND tỉnh",
        "VINASA",
        "phối hợp với",
        "và",
        ",",
        "do",
        "được",
        "tổ chức",
        "chủ trì",
        "hội thảo",
        "dưới sự bảo trợ của",
        "đơn vị tổ chức là",
        "phiên họp",
        "Chính phủ",
        "khai trương",
        ".\n",
    ]
)


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_every_finding_quotes_the_text(text):
    document = read(text)
    for finding in found(document):
        assert finding.evidence
        for evidence in finding.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote != ""
