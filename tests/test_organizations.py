"""Names of organizations, with exact spans: what is one, and what only looks like one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import read, vocabularies
from egov_timeline.extract.annotate.organizations import Kind, bodies

# A sentence, and the bodies in it: (words, id); None for a body that nobody listed.
NAMED = [
    # a person's name begins like a country, and a name goes on behind one to another
    ("Công ty Đức Thắng phối hợp", [("Công ty Đức Thắng", None)]),
    ("Hợp tác xã Anh Vũ tổ chức", [("Hợp tác xã Anh Vũ", None)]),
    ("Đại sứ quán Đức tổ chức", [("Đại sứ quán Đức", None)]),
    ("Hội Hữu nghị Việt Nam – Nhật Bản tổ chức", [("Hội Hữu nghị Việt Nam – Nhật Bản", None)]),
    # over small words up to the verb; what supports another is no part of its name
    (
        "Viện Cây trồng miền núi và chăn nuôi bền vững phối hợp",
        [("Viện Cây trồng miền núi và chăn nuôi bền vững", None)],
    ),
    (
        "Trung tâm cứu hộ động vật phục vụ bảo tồn rừng quốc gia miền Trung An Lộc tổ chức",
        [("Trung tâm cứu hộ động vật phục vụ bảo tồn rừng quốc gia miền Trung An Lộc", None)],
    ),
    (
        "với Viện Kinh tế số và sự bảo trợ của Bộ Nội vụ",
        [("Viện Kinh tế số", None), ("Bộ Nội vụ", "bo-noi-vu")],
    ),
    (
        "Văn phòng Chương trình Lớp học số - Bộ Giáo dục và Đào tạo phối hợp",
        [("Văn phòng Chương trình Lớp học số - Bộ Giáo dục và Đào tạo", None)],
    ),
    # a number for a name
    ("Tổng công ty 36 đã tổ chức", [("Tổng công ty 36", None)]),
    ("Cụm thi đua số 3 tổ chức", [("Cụm thi đua số 3", None)]),
    # a branch goes by the name of the whole, a title tells who the members are
    ("VINASA - Chi nhánh Hà Nam và", [("VINASA - Chi nhánh Hà Nam", None)]),
    ("Câu lạc bộ Giám đốc CNTT (CIO) Hà Nam", [("Câu lạc bộ Giám đốc CNTT (CIO) Hà Nam", None)]),
    ("Công ty Quảng cáo và Hội chợ Minh Long", [("Công ty Quảng cáo và Hội chợ Minh Long", None)]),
    # a head noun and a level are a name where the text is of one place
    (
        "do Trường Chính trị tỉnh, Huyện đoàn và",
        [("Trường Chính trị tỉnh", None), ("Huyện đoàn", None)],
    ),
    ("Huyện ủy An Bình và Thị ủy An Hòa", [("Huyện ủy An Bình", None), ("Thị ủy An Hòa", None)]),
    # no level: "Hợp tác xã"; no ministry of ours: it goes on to another country
    ("Liên minh HTX tỉnh và", [("Liên minh HTX tỉnh", None)]),
    (
        "Bộ Khoa học, Công nghệ thông tin Hàn Quốc",
        [("Bộ Khoa học, Công nghệ thông tin Hàn Quốc", None)],
    ),
    # a name goes on to its last word, and no further
    ("do Liên minh Chuyển đổi số tổ chức", [("Liên minh Chuyển đổi số", None)]),
    ("Ban Chỉ đạo Nhà nước các công trình lớn", [("Ban Chỉ đạo Nhà nước", None)]),
    ("Công ty Minh Long vừa chính thức khai trương", [("Công ty Minh Long", None)]),
    ("Đại sứ quán Việt Nam tại Nhật Bản", [("Đại sứ quán Việt Nam tại Nhật Bản", None)]),
    (
        "Viễn thông Hà Nam và Hiệp hội Du lịch tỉnh",
        [("Viễn thông Hà Nam", None), ("Hiệp hội Du lịch tỉnh", None)],
    ),
    (
        "Trường Đại học Minh Long - Đại học Đà Nẵng, Trường Đại học Sao Biển",
        [
            ("Trường Đại học Minh Long - Đại học Đà Nẵng", None),
            ("Trường Đại học Sao Biển", None),
        ],
    ),
    ("Tổng cục Quản lý đất đai, Bộ Y tế", [("Tổng cục Quản lý đất đai, Bộ Y tế", None)]),
    ("Ban Ðiều hành Ðề án 112 Chính phủ", [("Ban Ðiều hành Ðề án 112 Chính phủ", None)]),
    ("Cục Tin học hóa (Bộ TT-TT) có mặt", [("Cục Tin học hóa (Bộ TT-TT)", "cuc-tin-hoc-hoa")]),
    (
        "Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam (VINASA) cùng VNISA",
        [
            ("Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam (VINASA)", "vinasa"),
            ("VNISA", "vnisa"),
        ],
    ),
    ("Sở TT-TT TP.HCM", [("Sở TT-TT TP.HCM", "so-tttt-tp-ho-chi-minh")]),
    ("UBND TP. Đà Nẵng", [("UBND TP. Đà Nẵng", "ubnd-da-nang")]),
    (
        "Sở GD&ĐT & Sở KH&CN Hà Nội",
        [("Sở GD&ĐT", None), ("Sở KH&CN Hà Nội", "so-khcn-ha-noi")],
    ),
    (
        "Bộ Bưu chính, Viễn thông, Hội Tin học Việt Nam và UBND tỉnh Hà Nam",
        [
            ("Bộ Bưu chính, Viễn thông", "bo-bcvt"),
            ("Hội Tin học Việt Nam", "hoi-tin-hoc-viet-nam"),
            ("UBND tỉnh Hà Nam", "ubnd-ha-nam"),
        ],
    ),
    # The short form shows where a name with small words and a comma ends.
    (
        "Bộ DN nhỏ và vừa, DN khởi nghiệp Hàn Quốc (MSS)",
        [("Bộ DN nhỏ và vừa, DN khởi nghiệp Hàn Quốc (MSS)", None)],
    ),
    (
        "Tập đoàn Công nghiệp - Viễn thông Quân đội (Viettel)",
        [("Tập đoàn Công nghiệp - Viễn thông Quân đội (Viettel)", "viettel")],
    ),
    ("do báo Tiền Phong", [("báo Tiền Phong", "bao-tien-phong")]),
    ("với bộ Ngoại giao", [("bộ Ngoại giao", "bo-ngoai-giao")]),
    ("Tỉnh Đoàn Lào Cai", [("Tỉnh Đoàn Lào Cai", "tinh-doan-lao-cai")]),
    ("Thành ủy Hải Phòng", [("Thành ủy Hải Phòng", "tinh-uy-hai-phong")]),
    (
        "Văn phòng UBND tỉnh Nghệ An",
        [("Văn phòng UBND tỉnh Nghệ An", "van-phong-ubnd-nghe-an")],
    ),
    (
        "Cổng Thông tin điện tử Chính phủ",
        [("Cổng Thông tin điện tử Chính phủ", "cong-ttdt-chinh-phu")],
    ),
    ("Ngân hàng thế giới (WB)", [("Ngân hàng thế giới (WB)", "world-bank")]),
    ("TAND TP.HCM", [("TAND TP.HCM", "tand-tp-ho-chi-minh")]),
    (
        "Sở Thông tin và Truyền thông (TT&TT) thành phố Cần Thơ",
        [("Sở Thông tin và Truyền thông (TT&TT) thành phố Cần Thơ", "so-tttt-can-tho")],
    ),
    (
        "Sở Văn hoá, thể thao và du lịch tỉnh Gia Lai",
        [("Sở Văn hoá, thể thao và du lịch tỉnh Gia Lai", "so-vhttdl-gia-lai")],
    ),
    (
        "Uỷ ban Quốc gia về Chính phủ điện tử",
        [("Uỷ ban Quốc gia về Chính phủ điện tử", "uy-ban-quoc-gia-cpdt")],
    ),
    # Nobody listed these.
    ("Trường Đại học Cần Thơ", [("Trường Đại học Cần Thơ", None)]),
    ("Đại sứ quán Hàn Quốc tại Việt Nam", [("Đại sứ quán Hàn Quốc tại Việt Nam", None)]),
    ("Công đoàn ngành TT&TT", [("Công đoàn ngành TT&TT", None)]),
    ("UBND huyện Sông Mã và UBND quận 5", [("UBND huyện Sông Mã", None), ("UBND quận 5", None)]),
    (
        "Viện Công nghệ số và Trí tuệ nhân tạo, Công ty cổ phần giải pháp Minh Long",
        [
            ("Viện Công nghệ số và Trí tuệ nhân tạo", None),
            ("Công ty cổ phần giải pháp Minh Long", None),
        ],
    ),
    (
        "do Trung tâm Hỗ trợ thanh niên lập nghiệp tổ chức",
        [("Trung tâm Hỗ trợ thanh niên lập nghiệp", None)],
    ),
    (
        "Tập đoàn Sao Biển và công ty Minh Long Việt Nam",
        [("Tập đoàn Sao Biển", None), ("công ty Minh Long Việt Nam", None)],
    ),
    # Words that no listed name has, up to the brackets or the place.
    (
        "Cục Bảo tồn động vật (Bộ Y tế) và Trung tâm Phục chế cổ vật Hà Nội",
        [("Cục Bảo tồn động vật (Bộ Y tế)", None), ("Trung tâm Phục chế cổ vật Hà Nội", None)],
    ),
    ("UBND huyện Sông Mã, tỉnh Sơn La đã", [("UBND huyện Sông Mã, tỉnh Sơn La", None)]),
    ("Hội Tin học Viễn thông Hà Nội", [("Hội Tin học Viễn thông Hà Nội", None)]),
    ("Bộ Công an Lào", [("Bộ Công an Lào", None)]),
    ("FPT Software", [("FPT Software", None)]),
    # A unit and its parent are one body; equals are listed from the highest down.
    ("Tổng cục Cảnh sát, Bộ Công an", [("Tổng cục Cảnh sát, Bộ Công an", None)]),
    ("Cục Viễn thông, Bộ TT&TT", [("Cục Viễn thông, Bộ TT&TT", "cuc-vien-thong")]),
    (
        "Cục Viễn thông, Bộ Xây dựng",
        [("Cục Viễn thông", "cuc-vien-thong"), ("Bộ Xây dựng", "bo-xay-dung")],
    ),
    ("Bộ TT&TT, Cục Viễn thông", [("Bộ TT&TT", "bo-tttt"), ("Cục Viễn thông", "cuc-vien-thong")]),
    # The person after the body is not of its name.
    ("Thứ trưởng Bộ TT&TT Trần Văn A", [("Bộ TT&TT", "bo-tttt")]),
    ("Chủ tịch UBND TP. Huế Trần Văn A", [("UBND TP. Huế", None)]),
]

NOT_BODIES = [
    "Hội thảo Quốc gia, hội nghị Trung ương và Hội chợ Xuân",
    "Ban tổ chức cho biết Bộ trưởng đã đến",
    "Trường hợp khác, Bộ phận một cửa, Báo cáo tổng kết, Phòng chống dịch",
    "xây dựng Chính phủ điện tử và Chính phủ số",
    "lễ hội Đền Hùng, phục vụ Đại hội, đi bộ Hồ Gươm",
    "các bộ, ngành và địa phương",
]


def named(text):
    document = read(text)
    return [(b, document.text[b.start : b.end]) for b in bodies(document, 0, len(document.text))]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text, expected):
    assert [
        (said, body.id) for body, said in named(text) if body.kind is not Kind.BRAND
    ] == expected


@pytest.mark.parametrize("text", NOT_BODIES)
def test_not_a_body(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "local", "place"),
    [
        ("UBND tỉnh đã", "ubnd", None),
        ("Sở TT&TT đã", "so-tttt", None),
        ("UBND tỉnh Hà Nam", "ubnd", "ha-nam"),
        ("UBND xã", None, None),
    ],
)
def test_a_body_of_every_province(text, local, place):
    ((body, _),) = named(text)
    assert (body.local, body.place) == (local, place)


@pytest.mark.parametrize("brand", ["Google", "Eximbank", "Thắng Lợi Group", "TNR"])
def test_a_bare_brand_is_marked(brand):
    ((body, said),) = named(f"do {brand} tổ chức")
    assert (body.kind, said) == (Kind.BRAND, brand)


def test_names_are_canonical():
    organizations = vocabularies().organizations
    assert [
        organizations[ident].label
        for ident in (
            "ubnd-quang-ninh",
            "ubnd-tp-ho-chi-minh",
            "so-tttt-ha-noi",
            "so-tttt-tp-ho-chi-minh",
            "tinh-uy-ha-noi",
            "tinh-uy-lao-cai",
        )
    ] == [
        "Ủy ban nhân dân tỉnh Quảng Ninh",
        "Ủy ban nhân dân thành phố Hồ Chí Minh",
        "Sở Thông tin và Truyền thông Hà Nội",
        "Sở Thông tin và Truyền thông TP. Hồ Chí Minh",
        "Thành ủy Hà Nội",
        "Tỉnh ủy Lào Cai",
    ]


def test_every_listed_name_is_found_whole():
    for term in vocabularies().organizations.values():
        for name in term.names:
            found = named(name)
            assert [said for _, said in found] == [name], term.id
            body = found[0][0]
            assert term.id in (body.id, body.local), name


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "Bộ Sở UBND tỉnh Hà Nội và , - & ( ) Hội Tin học Việt Nam tổ chức với do Google TT&TT",
    )
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_spans_are_in_order_and_hold_the_words(text):
    end = 0
    for body, said in named(text):
        assert end <= body.start < body.end
        assert said == said.strip()
        assert body.id is None or body.id in vocabularies().organizations
        end = body.end
