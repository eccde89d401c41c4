"""A theme is told where the article is about it, not wherever its words occur."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.themes import themes
from egov_timeline.records import Article, Block, Certainty, Part, Sentence
from egov_timeline.text import match_key, sentences
from project import article, vocabularies

VOCABULARIES = vocabularies()
PARTS = {"#": Part.HEADING, "@": Part.CAPTION, "!": Part.RELATED}


def document(text, title=False):
    """Read `text`, a block a line; # marks a heading, @ a caption, ! another story's headline."""
    blocks, start = [], 0
    for line in text.split("\n"):
        marked = line[:1] in PARTS
        blocks.append(Block(start + marked, start + len(line), PARTS.get(line[:1], Part.BODY)))
        start += len(line) + 1
    found = [(s, e, i) for i, b in enumerate(blocks) for s, e in sentences(text, b.start, b.end)]
    article = Article(text, tuple(blocks), tuple(Sentence(*s) for s in found))
    read = Document(article, VOCABULARIES)
    if title:
        read.found["title"] = read.finding(text.split("\n")[0], "test", [(0, text.index("\n"))])
    return read


def told(text, title=False):
    return [finding.value for finding in themes(document(text, title))]


# Sentences that speak of nothing in the list, to set the others among.
FILLER = "Chương trình kéo dài hai ngày. Đoàn làm việc ở hội trường. Thời tiết thuận lợi."
LONG = "\n".join([FILLER] * 5)
OPENING = f"Sáng 5/6, lãnh đạo tỉnh họp với các đơn vị.\n{FILLER}\n"

TOLD = [
    # by its place: a title, a theme in quotes, a lead
    (f"Đẩy mạnh chính quyền điện tử ở huyện\n{OPENING}{LONG}", "chinh-quyen-dien-tu"),
    (f'{OPENING}Hội thảo có chủ đề "Kinh tế số và doanh nghiệp trẻ".\n{LONG}', "kinh-te-so"),
    (f"{OPENING}Chủ đề lần này là dữ liệu mở cho thành phố.\n{LONG}", "du-lieu"),
    (f"{OPENING}Ban tổ chức lấy trường học thông minh làm chủ đề.\n{LONG}", "giao-duc"),
    (f"Sáng 5/6, tỉnh bàn về đô thị thông minh.\n{LONG}", "do-thi-thong-minh"),
    (f"Trời vừa sáng. Xe đã chạy. Đó là đô thị thông minh.\n{LONG}", "do-thi-thong-minh"),
    (f"Dự án chính quyền điện tử được bàn lại.\n{LONG}", "chinh-quyen-dien-tu"),
    (f"{OPENING}{LONG}\n#Dịch vụ công trực tuyến còn ít người dùng\n{FILLER}", "dich-vu-cong-truc-tuyen"),
    # by being the subject of a sentence
    (f"{OPENING}{LONG}\nXây dựng thành phố thông minh cũng là một trong những mục tiêu.", "do-thi-thong-minh"),
    (f"{OPENING}{LONG}\nAn toàn thông tin là vấn đề sống còn.", "an-toan-thong-tin"),
    # by coming back
    (OPENING + f"Tỉnh mở dữ liệu dùng chung.\n{FILLER}\nKho dữ liệu đã có.\nChia sẻ dữ liệu còn chậm.", "du-lieu"),
    # by signs alone, where there are enough
    (f"Sóng 5G đến thôn bản.\n{FILLER}\nCáp quang và trạm phát sóng theo sau.", "ha-tang-cntt"),
    # by the words of other years
    (f"Tỉnh sơ kết Đề án 112\n{LONG}", "chinh-phu-dien-tu"),
    (f"Bàn giao phần mềm hành chính điện tử\n{LONG}", "chinh-phu-dien-tu"),
    (f"Giữ bí mật thông tin người gọi\n{LONG}", "an-toan-thong-tin"),
    (f"Tạm dừng sáp nhập sở, hồ sơ trễ hạn\n{LONG}", "cai-cach-hanh-chinh"),
    (f"Lao động chất lượng cao, lành nghề còn ít\n{LONG}", "nhan-luc-dao-tao"),
    (f"Lớp tin học cho cán bộ xã\n{LONG}", "nhan-luc-dao-tao"),
    (f"Ra quân tổ công nghệ số\n{LONG}", "chuyen-doi-so"),
    (f"Huyện bàn việc thuê phần mềm\n{LONG}", "thue-dich-vu-cntt"),
    (f"Chợ không tiền mặt\n{LONG}", "kinh-te-so"),
    (f"{OPENING}Hai bên làm dịch vụ thanh toán điện tử.\n{FILLER}\nVí điện tử ra mắt.", "kinh-te-so"),
    (f"Vá lỗ hổng bảo mật, chống ransomware\n{LONG}", "an-toan-thong-tin"),
    # in any spelling
    (f"CPĐT ở cấp bộ\n{LONG}", "chinh-phu-dien-tu"),
    (f"SỐ HÓA VÀ CHUYỂN ĐỔI SỐ\n{LONG}", "chuyen-doi-so"),
    (f"Nâng cao chất lượng DVCTT\n{LONG}", "dich-vu-cong-truc-tuyen"),
    (f"Bảo đảm ATTT cho cơ quan\n{LONG}", "an-toan-thong-tin"),
    (f"Cuộc CMCN 4.0 gõ cửa\n{LONG}", "cach-mang-cong-nghiep-4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "theme"), TOLD)
def test_told(text, theme):
    title = "\n" in text and len(text.split("\n")[0]) < 50
    assert told(text, title)[:1] == [theme]


NOT_TOLD = [
    f"{OPENING}{LONG}\nTỉnh đã có thương mại điện tử.",
    f"{OPENING}Sở Y tế và Sở Nông nghiệp cử người dự.\n{LONG}",
    f"Tham dự có Cục An toàn thông tin, Bộ Giáo dục, Bộ Giao thông Vận tải.\n{LONG}",
    f"Tham dự buổi lễ có khách từ các làng nghề nông nghiệp.\n{LONG}",
    f"Nghị quyết số 17 về Chính phủ điện tử được nhắc lại.\n{LONG}",
    f"Trong bối cảnh cuộc cách mạng công nghiệp 4.0, ai cũng bận.\n{LONG}",
    f"Các việc này góp phần cải cách hành chính.\n{LONG}",
    f"Việc cần làm: dữ liệu mở, y tế, giáo dục, giao thông, nông nghiệp.\n{LONG}",
    f"{OPENING}@Gian hàng thương mại điện tử\n@Quầy thương mại điện tử\n{FILLER}",
    f"{OPENING}{LONG}\n!Chuyển đổi số ở tỉnh bạn\n!Chuyển đổi số ở huyện bạn",
    f'{OPENING}Phân ban hai có chủ đề "Đô thị thông minh ven biển".\n{LONG}',
    f"{OPENING}Các báo cáo theo năm nhóm chủ đề: y tế, kinh tế số và giao thông.\n{LONG}",
    f"Khách đến Trung tâm Nghiên cứu và Phát triển Giáo dục tham quan.\n{LONG}",
    f"Khách của Đại học Hoa Lư và Bệnh viện Cây Me về dự đông đủ. Trường học vắng.\n{LONG}",
    f"Trung tâm tích hợp dữ liệu đóng cửa.\n{FILLER}\n{LONG}",
    # What only looks like a name.
    f"Doanh nghiệp dịch vụ công nghệ\n{LONG}",
    f"Hội Phần mềm và Dịch vụ công nghệ thông tin họp\n{LONG}",
    f"Khai trương một cửa hàng sách và một cửa khẩu\n{LONG}",
    f"Ai cũng có phần\n{LONG}",
    f"Tập đoàn Dữ liệu Quốc tế mở văn phòng\n{LONG}",
    # Who studies or founds a firm is no word on schools, training or the digital economy.
    f"Startup nước mắm vào chung kết.\n{FILLER}\nMỗi startup có bảy phút. Startup kia làm tương.",
    f"Các thí sinh thi nấu ăn.\nThí sinh trẻ nhất 18 tuổi.\n{FILLER}\nThí sinh nào cũng vui.",
    f"Robot biết đứng trước đèn giao thông.\n{LONG}",
    # One word of a sector, however often, is who is in the story or where it is set.
    "Ba sinh viên bơi ra xa.\nMột sinh viên biết bơi. Hai sinh viên gọi thuyền. Sinh viên an toàn.",
    f"Ruộng có bom.\nRuộng rộng. Bên ruộng có mương. Công binh ra ruộng.\n{FILLER}",
    "Nhà khoa học sinh năm Hợi có người thầy ở tiểu học.\nCác nhà khoa học sinh năm Tý cũng vậy.",
    f"Bàn về chính phủ\nĐiện tử dân dụng lên ngôi.\n{LONG}",  # two paragraphs, no name
    LONG,
    "",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text):
    assert told(text, title=False) == []


def test_a_body_in_the_title_is_not_the_theme_but_its_matter_is():
    text = f"Sở Giáo dục họp bàn cải cách hành chính\n{LONG}"
    assert told(text, title=True) == ["cai-cach-hanh-chinh"]


@pytest.mark.parametrize(
    ("body", "theme"),
    [
        ("Học viện An toàn thông tin Minh Long", "an-toan-thong-tin"),
        ("Hội đồng tư vấn cải cách hành chính", "cai-cach-hanh-chinh"),
    ],
)
def test_a_word_inside_the_name_of_a_body_is_no_theme(body, theme):
    assert theme not in told(f"Ngày 5/6, {body} tổ chức hội thảo.\nĐại diện {body} phát biểu.")
    assert theme in told(
        f"Hội thảo bàn về {_LABELS[theme]}.\nĐại diện {body} nói về {_LABELS[theme]}."
    )


_LABELS = {"an-toan-thong-tin": "an toàn thông tin", "cai-cach-hanh-chinh": "cải cách hành chính"}


def test_a_longer_name_tells_of_both_that_it_holds():
    text = f"Tập huấn kiến trúc chính quyền điện tử\n{LONG}"
    expected = {"kien-truc-cpdt", "chinh-quyen-dien-tu", "nhan-luc-dao-tao"}
    assert set(told(text, title=True)) == expected


def test_what_an_event_is_about_goes_on_where_its_name_may_stop():
    text = f"Mở hội thi tìm hiểu pháp luật gắn với dịch vụ công trực tuyến, do huyện lo.\n{LONG}"
    read = document(text)
    name = text.index("hội thi"), text.index(" gắn")
    read.found["event"] = read.finding("Hội thi tìm hiểu pháp luật", "test", [name])
    (finding,) = themes(read)
    assert finding.value == "dich-vu-cong-truc-tuyen"


def test_a_sector_needs_more_than_another_theme():
    text = f"{OPENING}Tỉnh nói đến {{}}."
    assert told(text.format("kinh tế số")) == ["kinh-te-so"]
    assert told(text.format("nông nghiệp")) == []


def test_one_word_tells_of_a_sector_where_the_title_names_it():
    assert told(f"Bàn về y tế\n{OPENING}Y tế cần người.\n{LONG}", title=True) == ["y-te"]


def test_the_heaviest_comes_first():
    text = f"Kinh tế số\nTỉnh bàn về kinh tế số và giáo dục.\n{FILLER}\nKinh tế số là động lực."
    assert told(text, title=True)[0] == "kinh-te-so"


def test_a_sign_alone_in_the_title_is_not_enough_but_counts_where_the_text_bears_it_out():
    title = "Thêm một trạm phát sóng"
    assert told(f"{title}\n{LONG}", title=True) == []
    borne_out = f"{title}\nCáp quang đã đến xã.\n{LONG}"
    assert told(borne_out, title=True) == ["ha-tang-cntt"]


@pytest.mark.parametrize(("is_event", "expected"), [(True, ["kinh-te-so"]), (False, [])])
def test_where_no_event_is_told_no_sentence_announces_one(is_event, expected):
    day = "Ngày 7/5, huyện tổ chức hội nghị bàn về kinh tế số với các xã, phường."
    read = document(f"{OPENING}{LONG}\n{day}")
    if is_event:
        read.found["is_event"] = read.finding(True, "test", [(0, 1)])
    assert [f.value for f in themes(read)] == expected


def test_a_line_break_within_a_name_does_not_hide_it():
    text = f"Bàn về chính quyền\nđiện tử. {FILLER}"
    blocks = (Block(0, len(text), Part.BODY),)
    found = tuple(Sentence(s, e, 0) for s, e in sentences(text, 0, len(text)))
    read = Document(Article(text, blocks, found), VOCABULARIES)
    assert [f.value for f in themes(read)] == ["chinh-quyen-dien-tu"]


def test_evidence_prefers_the_title_and_the_lead():
    text = f"Kinh tế số\nTỉnh bàn về kinh tế số.\n{FILLER}\nNói về kinh tế số. Lại kinh tế số."
    (finding,) = themes(document(text, title=True))
    assert [e.start for e in finding.evidence][:2] == [0, text.index("kinh tế số")]
    assert len(finding.evidence) == 3
    assert finding.certainty is Certainty.STATED


SEEDS = [
    ("000", ["chinh-phu-dien-tu", "dich-vu-cong-truc-tuyen", "ha-tang-cntt", "an-toan-thong-tin", "do-thi-thong-minh"]),
    ("001", ["chinh-quyen-dien-tu", "do-thi-thong-minh", "cach-mang-cong-nghiep-4"]),
    ("002", ["chinh-phu-so", "chinh-phu-dien-tu", "kinh-te-so"]),
    ("003", ["dich-vu-cong-truc-tuyen", "chinh-phu-so", "chinh-phu-dien-tu"]),
    ("004", ["chinh-quyen-dien-tu", "kien-truc-cpdt"]),
]  # fmt: skip


@pytest.mark.parametrize(("seed", "expected"), SEEDS)
def test_the_seeds_tell_their_themes(seed, expected):
    lines = [line for line in article(seed).split("\n") if line.strip()]
    assert set(expected) <= set(told("\n".join(lines), title=len(lines[0]) < 120))


WORDS = [name for term in VOCABULARIES.themes.values() for name in (*term.names, *term.signs)]
SAID = st.sampled_from([*WORDS, "và", "Sở", "Hội thảo", '"', "chủ đề", "là", "mục tiêu", ".", "\n"])


@given(st.lists(SAID, min_size=1, max_size=40).map(" ".join), st.booleans())
def test_every_theme_is_known_told_once_and_rests_on_words_of_the_text(text, title):
    found = themes(document(text, title and "\n" in text[1:]))
    assert len({f.value for f in found}) == len(found)
    for finding in found:
        assert finding.value in VOCABULARIES.themes
        assert 1 <= len(finding.evidence) <= 3
        assert all(text[e.start : e.end] == e.quote for e in finding.evidence)
        assert list(finding.evidence) == sorted(finding.evidence, key=lambda e: e.start)


@given(st.sampled_from(WORDS))
def test_any_word_of_a_theme_is_heard_in_a_title_of_that_word(word):
    said = {m.id for m in VOCABULARIES.themes.mentions(match_key(word))}
    assert said
    assert set(told(f"{word}\n{LONG}", title=True)) <= said


@pytest.mark.parametrize("text", ["chủ đề " * 4000, '"hội thảo' * 3000, "luật " * 5000 + "về "])
def test_hostile_repetition_is_read_to_the_end(text):
    assert told(text + "\nChính phủ số là xu thế.") == ["chinh-phu-so"]
