"""Which constructions of one sentence say who holds an event, and which only seem to."""

import pytest

from documents import read
from egov_timeline.extract.fields.organizer.chains import chains

# A sentence, and what it says: (construction, [(name, role), …]).
SAID = [
    (
        "Sáng 5/6, UBND tỉnh Hà Nam đã triệu tập cuộc họp với các bên.",
        [("active", [("Ủy ban nhân dân tỉnh Hà Nam", "organizer")])],
    ),
    (
        "Bộ Nội vụ phối hợp cùng Bộ Y tế, các tỉnh thành vùng cao và người trồng lúa tổ chức hội thảo.",
        [("active", [("Bộ Nội vụ", "organizer"), ("Bộ Y tế", "co-organizer")])],
    ),
    (
        "Sáng 5/6, TP Đà Nẵng long trọng tổ chức lễ kỷ niệm 40 năm.",
        [("active", [("Thành phố Đà Nẵng", "organizer")])],
    ),
    # one of several, or beside what it organizes with no comma in between
    (
        "Theo lãnh đạo Bộ Nội vụ, một trong những đơn vị phối hợp tổ chức diễn đàn, dân hài lòng.",
        [("apposition", [("Bộ Nội vụ", "co-organizer")])],
    ),
    (
        "Dự án Sao Khuê đơn vị tổ chức cuộc thi cho biết sẽ còn vòng hai.",
        [("apposition", [("Dự án Sao Khuê", "organizer")])],
    ),
    # what begins with its act: a call for entries, a new office, a conference for the press
    (
        "Vườn ươm Sông Xanh (VSX) bắt đầu nhận hồ sơ đăng ký từ các nhóm cho cuộc thi khởi nghiệp.",
        [("launch", [("Vườn ươm Sông Xanh (VSX)", "organizer")])],
    ),
    (
        "Bộ Nội vụ công bố thành lập trung tâm hỗ trợ một cửa.",
        [("launch", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Chiều 5/6, Bộ Nội vụ họp báo giới thiệu diễn đàn dữ liệu mở.",
        [("act", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Trung tâm Sao Khuê thuộc Khu Nhà Xanh Bộ Nội vụ đã tổ chức chương trình Gọi vốn.",
        [("active", [("Trung tâm Sao Khuê", "organizer")])],
    ),
    # partners without a name, told by what they do
    (
        "Bộ Nội vụ phối hợp với các đơn vị tổ chức hội thảo về chữ ký số.",
        [("active", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Bộ Nội vụ cùng các chuyên gia nước bạn tổ chức hội thảo về chữ ký số.",
        [("active", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Hội thảo tìm giải pháp do Bộ Nội vụ phối hợp một số cơ quan tổ chức.",
        [("passive", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Sự kiện do Codelab và Sunhub tổ chức.",
        [("passive", [("Codelab", "organizer"), ("Sunhub", "organizer")])],
    ),
    (
        "UBND Phường 2 (thành phố Phủ Lý) khai trương tổng đài tiếp nhận phản ánh.",
        [("launch", [("UBND Phường 2", "organizer")])],
    ),
    (
        "Lễ khai trương do Bộ Nội vụ và Bộ Y tế tiến hành hôm qua.",
        [("passive", [("Bộ Nội vụ", "organizer"), ("Bộ Y tế", "organizer")])],
    ),
    (
        "Ngày 5/6, tỉnh Hà Nam, Bộ Nội vụ phối hợp với Bộ Y tế tổ chức hội thảo.",
        [
            (
                "active",
                [
                    ("Tỉnh Hà Nam", "organizer"),
                    ("Bộ Nội vụ", "organizer"),
                    ("Bộ Y tế", "co-organizer"),
                ],
            )
        ],
    ),
    (
        "Ngày 5/6, tại tỉnh Hà Nam, Bộ Nội vụ tổ chức hội thảo.",
        [("active", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Hội thi do T.Ư Đoàn và Bộ Y tế tổ chức.",
        [
            (
                "passive",
                [("Trung ương Đoàn TNCS Hồ Chí Minh", "organizer"), ("Bộ Y tế", "organizer")],
            )
        ],
    ),
    (
        "Ngày 5/6, tại xã An Hòa, huyện An Bình, UBND TP Hà Nội phối hợp với Bộ Y tế tổ chức lễ"
        " khai giảng.",
        [
            (
                "active",
                [
                    ("Ủy ban nhân dân thành phố Hà Nội", "organizer"),
                    ("Bộ Y tế", "co-organizer"),
                ],
            )
        ],
    ),
    ("Quân khu 7 tổ chức hội thảo.", [("active", [("Quân khu 7", "organizer")])]),
    # relative clauses, and opening as a way to hold
    (
        "Ý kiến được nêu tại hội nghị sơ kết mà UBND huyện Bình Lục tổ chức hôm qua.",
        [("passive", [("UBND huyện Bình Lục", "organizer")])],
    ),
    (
        "Đó là chuyện ở hội thảo về chữ ký số mà VINASA và VNISA cùng mở tại Phủ Lý.",
        [
            (
                "passive",
                [
                    ("Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam", "organizer"),
                    ("Hiệp hội An toàn thông tin Việt Nam", "organizer"),
                ],
            )
        ],
    ),
    (
        "Lớp do Trung tâm Minh Long, đơn vị sự nghiệp trực thuộc Sở Nội vụ Hà Nam, đứng ra mở.",
        [("passive", [("Trung tâm Minh Long", "organizer")])],
    ),
    (
        "Ngày 5/6, Hội Nông dân huyện Bình Lục mở lớp tập huấn bán hàng trên mạng.",
        [("active", [("Hội Nông dân huyện Bình Lục", "organizer")])],
    ),
    # the role first, the bodies in a list
    (
        "Đồng chủ trì tổ chức là VINASA - Chi nhánh Hà Nam và Bộ Nội vụ; Ngân hàng Minh Long "
        "tài trợ kinh phí.",
        [
            (
                "headed",
                [("VINASA - Chi nhánh Hà Nam", "organizer"), ("Bộ Nội vụ", "organizer")],
            )
        ],
    ),
    (
        "Các đơn vị tổ chức gồm: Bộ Nội vụ; Công ty Minh Long; Hội Thư viện An Bình.",
        [
            (
                "named",
                [
                    ("Bộ Nội vụ", "organizer"),
                    ("Công ty Minh Long", "organizer"),
                    ("Hội Thư viện An Bình", "organizer"),
                ],
            )
        ],
    ),
    (
        "Chủ trì: Bộ Nội vụ; phối hợp: VINASA.",
        [
            ("headed", [("Bộ Nội vụ", "host")]),
            ("headed", [("Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam", "co-organizer")]),
        ],
    ),
    (
        "Ban tổ chức hội thảo gồm Bộ Nội vụ và Sở Y tế Hà Nam.",
        [("named", [("Bộ Nội vụ", "organizer"), ("Sở Y tế Hà Nam", "organizer")])],
    ),
    # an aside that tells a role, partners that are announced as such
    (
        "Sở Y tế Hà Nam (đơn vị chủ trì) cùng với Bộ Nội vụ tổ chức hội thi.",
        [("active", [("Sở Y tế Hà Nam", "organizer"), ("Bộ Nội vụ", "co-organizer")])],
    ),
    (
        "Hội thảo được Bộ Nội vụ cùng các đối tác là Công ty Minh Long, VNISA tổ chức.",
        [
            (
                "passive",
                [
                    ("Bộ Nội vụ", "organizer"),
                    ("Công ty Minh Long", "co-organizer"),
                    ("Hiệp hội An toàn thông tin Việt Nam", "co-organizer"),
                ],
            )
        ],
    ),
    (
        "Với sự phối hợp của Bộ Nội vụ, Sở Y tế Hà Nam đã tổ chức hội thảo.",
        [
            ("joint", [("Bộ Nội vụ", "co-organizer")]),
            ("active", [("Sở Y tế Hà Nam", "organizer")]),
        ],
    ),
    (
        "Bộ Nội vụ, phối hợp cùng Công ty Minh Long, đã tổ chức diễn đàn.",
        [("active", [("Bộ Nội vụ", "organizer"), ("Công ty Minh Long", "co-organizer")])],
    ),
    (
        "Diễn đàn do Bộ Nội vụ chỉ đạo, Sở Y tế Hà Nam tổ chức.",
        [("subject", [("Sở Y tế Hà Nam", "organizer")])],
    ),
    # acts that are events
    (
        "Sở Y tế Hà Nam đã bồi dưỡng nghiệp vụ cho 120 công chức.",
        [("act", [("Sở Y tế Hà Nam", "organizer")])],
    ),
    ("Tổ chức là Bộ Nội vụ mạnh lên từng ngày.", []),
    # of this one, whatever it is called
    (
        "Bộ Nội vụ chủ trì, phối hợp Bưu điện tỉnh Hà Nam mở khóa học này.",
        [("active", [("Bộ Nội vụ", "organizer"), ("Bưu điện tỉnh Hà Nam", "co-organizer")])],
    ),
    # a name that goes on through words that nobody lists
    (
        "Triển lãm do VINASA và Bộ Nội vụ nước bạn đồng tổ chức.",
        [
            (
                "passive",
                [
                    ("Hiệp hội Phần mềm và Dịch vụ CNTT Việt Nam", "organizer"),
                    ("Bộ Nội vụ", "organizer"),
                ],
            )
        ],
    ),
    # who is told to do it, not who tells
    (
        "UBND tỉnh Hà Nam giao cho Bộ Nội vụ chủ trì tổ chức diễn đàn này.",
        [("delegated", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Lễ khánh thành do Bộ Nội vụ được UBND tỉnh giao chủ trì, phối hợp với Tập đoàn FPT tổ chức.",
        [("passive", [("Bộ Nội vụ", "organizer"), ("Tập đoàn FPT", "co-organizer")])],
    ),
    # nominal forms
    (
        "Đứng ra tổ chức buổi tọa đàm là Bộ Nội vụ cùng với VNISA.",
        [
            (
                "inverted",
                [
                    ("Bộ Nội vụ", "organizer"),
                    ("Hiệp hội An toàn thông tin Việt Nam", "co-organizer"),
                ],
            )
        ],
    ),
    ("Như mọi năm, người cầm trịch vẫn là Bộ Nội vụ.", [("named", [("Bộ Nội vụ", "organizer")])]),
    ("Chủ nhà của hội thảo là Bộ Nội vụ.", [("named", [("Bộ Nội vụ", "host")])]),
    ("Về phía tổ chức có Bộ Nội vụ.", [("named", [("Bộ Nội vụ", "organizer")])]),
    (
        "Ban tổ chức gồm Bộ Nội vụ và Bộ Y tế.",
        [("named", [("Bộ Nội vụ", "organizer"), ("Bộ Y tế", "organizer")])],
    ),
    (
        "Mọi người đến theo lời mời của Bộ Nội vụ, cơ quan tổ chức hội nghị.",
        [("apposition", [("Bộ Nội vụ", "organizer")])],
    ),
    (
        "Lãnh đạo Bộ Nội vụ, đơn vị chủ nhà, đã mở đầu hội nghị.",
        [("apposition", [("Bộ Nội vụ", "host")])],
    ),
    (
        "Diễn đàn khai mạc hôm qua, cùng tổ chức còn có Bộ Nội vụ.",
        [("joint", [("Bộ Nội vụ", "co-organizer")])],
    ),
    # partners behind the verb
    (
        "Hội thi được Bộ Nội vụ đồng tổ chức với Bộ Y tế, Bộ Công an.",
        [
            ("passive", [("Bộ Nội vụ", "organizer")]),
            ("with", [("Bộ Y tế", "co-organizer"), ("Bộ Công an", "co-organizer")]),
        ],
    ),
    (
        "Hội nghị do Bộ Nội vụ chủ trì, Bộ Y tế phối hợp tổ chức, diễn ra cả ngày.",
        [("passive", [("Bộ Nội vụ", "host")]), ("subject", [("Bộ Y tế", "co-organizer")])],
    ),
    (
        "Buổi lễ diễn ra hôm qua, Bộ Y tế phối hợp lo chỗ ăn ở.",
        [("partner", [("Bộ Y tế", "co-organizer")])],
    ),
    # places that act
    ("Hà Nam sẽ đăng cai hội nghị năm nay.", [("active", [("Tỉnh Hà Nam", "host")])]),
    (
        "Hà Nam là địa phương đầu tiên được chọn đăng cai hội nghị.",
        [("active", [("Tỉnh Hà Nam", "host")])],
    ),
    (
        "Buổi lễ do huyện Bình Lục tổ chức ở sân vận động.",
        [("passive", [("Huyện Bình Lục", "organizer")])],
    ),
    # a body's own conference
    (
        "Ông phát biểu tại hội nghị trực tuyến tổng kết công tác năm 2018 của Bộ Nội vụ.",
        [("session", [("Bộ Nội vụ", "host")])],
    ),
    ("Bộ Nội vụ tổng kết 10 năm thực hiện đề án.", [("act", [("Bộ Nội vụ", "organizer")])]),
    ("Bộ Nội vụ tập huấn kỹ năng số cho cán bộ.", [("act", [("Bộ Nội vụ", "organizer")])]),
]

NOTHING = [
    "Hội nghị có hai chuyên đề: hạ tầng (do Bộ Nội vụ chủ trì); sinh kế do Bộ Y tế chủ trì.",
    "Ngày 5/6, tại xã An Hòa, huyện An Bình, nhiều người dự hội thảo.",
    "Bộ Nội vụ sẽ hỗ trợ các đơn vị tổ chức hội thảo.",
    "Tại hội thảo, khảo sát do Bộ Nội vụ thực hiện cho thấy nhiều khó khăn.",
    "Hội thảo nghe báo cáo về đề án do Bộ Nội vụ chủ trì.",
    "Hội thảo giới thiệu hệ thống một cửa do VNPT triển khai.",
    "UBND tỉnh Hà Nam giao Bộ Nội vụ chủ trì, phối hợp với Bộ Y tế triển khai đề án.",
    "Chủ tịch UBND tỉnh giao Bộ Nội vụ tổ chức hội nghị sơ kết.",
    "Hội nghị triển khai nghị quyết của Chính phủ diễn ra hôm qua.",
    "Đại diện VNPT, đơn vị thực hiện, cho biết dự án đã xong.",
    "Hội nghị diễn ra tại huyện Bình Lục, tổ chức ở hội trường lớn.",
    "Nhật Bản sẽ đăng cai hội nghị năm sau.",
    "Cuộc thi được tổ chức ở Đài Loan.",
    "Bộ Nội vụ phối hợp thực hiện rà soát thủ tục.",
]


def said(text):
    document = read(text)
    return [
        (chain.rule, [(body.name, role) for body, role in chain.members])
        for index in document.kept
        for chain in chains(document, document.sentence(index))
    ]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    assert said(text) == []
