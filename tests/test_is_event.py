"""Which texts report one event, and of which kind."""

import pytest

from documents import read, vocabularies
from egov_timeline.extract import extract
from egov_timeline.extract.fields.event_type import EVENT_TYPE
from egov_timeline.extract.fields.is_event import IS_EVENT

EVENTS = [
    # text, event type
    ("Sáng 5/6, tại phố sách Huế, Sở Nội vụ khai mạc đợt giao lưu về dữ liệu mở.", None),
    ("UBND tỉnh vừa tổ chức họp góp ý dự thảo đề án một cửa, sau cuộc họp ngày 5-6.", "khac"),
    ("Chiều 5/6, Sở Nội vụ tổ chức lễ chính thức vận hành trục dữ liệu.", "le"),
    ("Ngày 5/6, Sở Nội vụ tổ chức hội thảo về dữ liệu mở tại Huế.", "hoi-thao"),
    ("Sáng 5/6, phát biểu tại hội nghị trực tuyến, Thủ tướng nêu ba yêu cầu.", "hoi-nghi"),
    ("Mục tiêu này được Bộ trưởng đưa ra tại diễn đàn sáng 16-7.", "dien-dan"),
    ("Trong hai ngày 5-6/6, hội nghị tập huấn về an toàn thông tin đã diễn ra.", "tap-huan"),
    ("Ngày 5/6, triển lãm sản phẩm số khai mạc tại Cần Thơ.", "trien-lam"),
    ("UBND tỉnh vừa tổ chức lễ khai trương trung tâm điều hành đô thị.", "le"),
    ("Ngày 23-10, UBND tỉnh và hai doanh nghiệp ký kết thỏa thuận hợp tác.", "le"),
    ("Cổng dữ liệu của tỉnh ra mắt ngày 25-7, sớm hơn kế hoạch.", "le"),
    ("Chiều 1/8, Văn phòng chủ trì buổi làm việc với đoàn khách Lào.", "khac"),
    ("Cuộc diễn tập ứng cứu sự cố mạng của tỉnh diễn ra trong ba ngày 5-7/6.", "khac"),
    ("Ngày 5/6, Olympic Tin học sinh viên khai mạc tại Cần Thơ.", "khac"),
    ("Sáng 5/6, huyện tổ chức lễ ra quân tổ công nghệ số.", "le"),
    ("Trung tâm giám sát đô thị vừa được Sở Xây dựng đưa vào hoạt động sáng 5-6.", None),
    ("Buổi tọa đàm về dữ liệu mở được thực hiện vào chiều thứ Hai, 5-6.", "hoi-thao"),
    ("Sáng 5/6, Ủy ban họp báo công bố kết quả khảo sát.", "khac"),
    ("Vì dịch bệnh, hội thảo dự kiến ngày 16/9 tạm hoãn.", "hoi-thao"),
    # No noun: a delegation at work, an assembly in session.
    ("Ngày 5/6, đoàn công tác của Bộ đã đến nhà máy nước Bến Đá làm việc về sự cố.", None),
    ("Sáng 5/6, HĐND tỉnh thảo luận dự thảo nghị quyết về dữ liệu dùng chung.", None),
    # Whatever people come together for, and what they do there.
    ("Đây là buổi học thử diễn ra sáng 5-1 tại một quán sách ở Huế.", "khac"),
    ("Trong buổi giao ban báo chí ngày 3/4, Sở Xây dựng nêu ba nguyên nhân.", "khac"),
    ("Sáng 5/6, Phó chủ tịch huyện đã trao quyết định bổ nhiệm bà Na làm chánh văn phòng.", None),
    ("Chiều 5/6, Chủ tịch tỉnh tiếp đoàn doanh nghiệp phần mềm Nhật Bản.", None),
    ("Nói chuyện với 300 sinh viên Huế chiều 5/6, ông An kể về chiếc máy tính đầu tiên.", None),
    ("Góp ý cho dự luật sáng 26/11, nhiều đại biểu lo việc lưu dữ liệu ở nước ngoài.", None),
    ("Hội thảo Tin học hằng năm khai mạc sáng 5/6 tại Huế với 300 đại biểu.", "hoi-thao"),
    ("Sáng 5/6, Ban Chỉ đạo chuyển đổi số huyện họp về kế hoạch quý III.", None),
    ("Tối qua 5/6, tại quảng trường, thành phố công bố vận hành mạng không dây.", "le"),
    ("Ngày 5/6, tại Huế, Viện Dữ liệu công bố bộ chỉ số mở.", None),
    ("Sáng thứ bảy, thành phố khai trương bến thuyền số 2.", "le"),
    # What is said there is not yet held; the meeting itself was this morning.
    (
        "Điều hành phiên thảo luận sáng 5/6, bà Na cho biết thời gian tới sẽ tổ chức các hội nghị.",
        "khac",
    ),
    # No day, but it is where the words were said, or it still takes entries.
    ("Ông An cho biết như vậy tại tọa đàm về dữ liệu mở mới đây.", "hoi-thao"),
    ("Vườn ươm bắt đầu tiếp nhận hồ sơ đăng ký cho cuộc thi khởi nghiệp.", "khac"),
    # A call for entries without a day, and a contest that is told by who won.
    (
        "Thi viết về một cửa cấp xã\nSở Nội vụ giới thiệu cuộc thi viết về một cửa cấp xã.\n"
        "Theo thể lệ, ai cũng có thể gửi bài.\nTác phẩm dự thi dài không quá 1.000 chữ.",
        "khac",
    ),
    (
        "Phần mềm gọi trâu thắng giải\nĐội Bến Đá mang về cho quê nhà một chiếc cúp.\n"
        "Giải nhất thuộc về phần mềm gọi trâu. Giải nhì được trao cho đội Sông Xanh.",
        None,
    ),
    ("Ngày 5/6, Vietnam Expo 2018 khai mạc tại Hải Phòng.", "trien-lam"),
    ("Sáng 5/6, Vườn ươm Sông Xanh đã tổ chức chương trình Gọi vốn cho bảy nhóm.", None),
    ("Tối 5/6, gala vinh danh kỹ sư trẻ đã diễn ra tại Nhà hát lớn Huế.", "le"),
    ("Chiều 5/6, Chủ tịch thành phố vui mừng được đón tiếp Tổng thống nước bạn.", None),
    # An invitation with its labelled lines.
    (
        "Mời dự tọa đàm\nMột buổi tối để hỏi về ví điện tử và thẻ căn cước của bạn.\n"
        "Thời gian: 18h30, thứ sáu\nĐịa điểm: Giảng đường B1",
        "hoi-thao",
    ),
    # The lead stands on the stage, the date is missing.
    (
        "Xã nhận chứng nhận nông thôn mới.\nPhát biểu tại buổi lễ, ông An cảm ơn bà con.\n"
        "Đại biểu dự buổi lễ.",
        "le",
    ),
    # A statement to a paper, and beside it the conference where more was said.
    ("Trả lời phóng viên sau khi Bộ tổ chức hội nghị sáng 5/6, ông An nêu ba việc.", "hoi-nghi"),
    # Penalties are what is talked about there; so a speech began.
    (
        "Phạt nguội qua camera: huyện tổ chức hội nghị triển khai\n"
        "Sáng 5/6, tại Huế, Sở Xây dựng tổ chức hội nghị về camera giao thông.",
        "hoi-nghi",
    ),
    (
        "Xử phạt vi phạm trên môi trường số: góp ý dự thảo nghị định\n"
        "Sáng 5/6, tại Huế, Sở Nội vụ tổ chức hội thảo lấy ý kiến các xã.",
        "hoi-thao",
    ),
    (
        "Ngày 5/6, Sở Nội vụ tổ chức hội thảo về dữ liệu mở tại Huế.\n\n"
        "Kính thưa ông Chủ tịch, kính thưa các vị đại biểu, Giám đốc Sở mở đầu như vậy.",
        "hoi-thao",
    ),
    # Told by what was said there, from the first sentence on.
    (
        "Dữ liệu để giữ chân khách\n\nTại Diễn đàn “Du lịch số miền Trung”, ông An, Chủ tịch Hiệp hội "
        "Du lịch, cho biết khách nay đặt phòng qua mạng.\n\nBà Na cho rằng hộ nhỏ cần được chỉ dẫn.",
        "dien-dan",
    ),
    (
        "Ruộng đồng và máy tính\n\nPhát biểu tại hội thảo “Nông nghiệp số”, ông Bình nhấn mạnh vai trò "
        "của dữ liệu đất.\n\nTheo bà Lê, nông dân cần biết giá từng ngày.",
        "hoi-thao",
    ),
    # No day anywhere, but told from inside.
    (
        "Toàn cảnh hội nghị.\nDự hội nghị có đại diện ba mươi xã.\n"
        "Phát biểu khai mạc hội nghị, bà Na nhắc tới những việc còn dở dang.\n"
        "Kết luận hội nghị, Chủ tịch huyện giao việc cho từng phòng.",
        "hoi-nghi",
    ),
    (
        "Quang cảnh hội thảo.\nTham dự hội thảo có 300 đại biểu.\n"
        "Phát biểu tại hội thảo, Thứ trưởng nêu ba việc.\nCuối hội thảo, Ban tổ chức trao quà.",
        "hoi-thao",
    ),
]

NOT_ONE = [
    # A trial, and things that are on show.
    "Sở cho biết phiên tòa xét xử vụ rò rỉ dữ liệu sẽ được khai mạc từ ngày 12-11.",
    "Những chiếc máy này được triển lãm ở nhiều nơi, ông An kể ngày 5/6.",
    # A penalty.
    "Phạt hãng bay vì sự kiện không phép\nNgày 5/6, hãng bay đã tổ chức sự kiện mừng đội bóng.",
    "Phạt công ty viễn thông 40 triệu đồng\nSáng 5/6, Sở tổ chức họp báo về vụ bán sim rác.",
    "Khởi tố nhóm lừa đảo qua mạng\nNgày 5/6, công an huyện khởi tố ba người ở xã Bến Đá.",
    # A draw of lots, whatever its prizes are called.
    "Kết quả xổ số\nSáng 5/6 có kết quả. Giải đặc biệt thuộc về vé 12. Giải nhất thuộc về vé 34.",
    "Vé số\nCơ cấu giải thưởng như sau. Giải nhất thuộc về vé 12. Giải nhì thuộc về vé 34.",
    "Tin chợ\nGiải nhất thuộc về vé 12. Giải nhì thuộc về vé 34.",
    # A letter.
    "Kính gửi ông An!\nHôm qua em dự hội thảo về dữ liệu mở tổ chức tại Huế.",
    "Thưa bộ trưởng, muốn trồng người hãy gieo yêu thương\n\nKính gửi thầy An, bộ trưởng!\n"
    "Hôm qua em dự lễ khai giảng tổ chức tại một trường xa.",
    # Opinion, statistics, decision.
    "Tôi thấy rất nhiều hội thảo nói về chuyển đổi số.\nNhưng chúng ta cần làm thật.",
    "Theo tài liệu cho hội nghị sơ kết diễn ra ngày 14/7 của Bộ, cả nước có 130 triệu thuê bao.",
    "Ngày 5/6, Thủ tướng ký quyết định kiện toàn Ủy ban Quốc gia về ứng dụng công nghệ.",
    "Thành phố đứng thứ 5/63 về chuyển đổi số, tăng 4 bậc.\nHạ tầng số lùi 2 bậc.",
    "Cục đã phối hợp tổ chức 9 đợt tập huấn triển khai các thủ tục mới.",
    # An interview, with its turns or with a word.
    "Ông An nói rõ sau hội nghị sáng 5/6 của Bộ.\n* Vì sao Bộ đề xuất như vậy?\n"
    "Chúng tôi muốn nhanh hơn.\n* Người dân có phải trả tiền không?\nHoàn toàn không.",
    "Hội nghị diễn ra sáng 5/6.\nPV: Thưa ông, Bộ sẽ làm gì?\nChúng tôi sẽ làm ngay.\n"
    "PV: Bao giờ thì xong?\nCuối năm nay.",
    "Trao đổi với phóng viên ngày 26/12, Thứ trưởng cho biết Bộ ủng hộ phương án này.",
    "Trong một cuộc phỏng vấn ngày 5/6, Tổng thống nói về hội nghị sắp diễn ra.",
    # News that opens with its day and tells of no event.
    "Ngày 28/6, Công an tỉnh cho biết đã bắt nhóm tổ chức đánh bạc tại Mỹ Tho.",
    "Tối 5/6, Thủ tướng chỉ đạo các bộ làm việc với nhà thầu để sớm thông xe.",
    # The event only gives the time, the occasion or the reason.
    "Kết thúc hội nghị, Tổng thống đã lên máy bay về nước chiều 28/2.",
    "Ông An rời Hà Nội hôm 13/6 sau hội nghị với đối tác.",
    "Thành phố chỉnh trang đường phố phục vụ Tuần lễ Cấp cao ngày 5/6.",
    "Gia đình có sự kiện cưới hỏi sẽ nhận thư chúc mừng từ ngày 24/10, Sở cho biết.",
    # Several of them, each a part of the background.
    "Việc tổ chức quá nhiều hội chợ, triển lãm làm hư hại cây xanh.\n"
    "Công viên cũng có 7 đợt tổ chức hội chợ, triển lãm trong 73 ngày.",
    # A custom, and what only the picture shows.
    "Ngày 2/3 hằng năm là Ngày Đọc sách số huyện\n\nChủ tịch huyện vừa ký quyết định như vậy.\n\n"
    "Ngày Đọc sách số huyện được tổ chức hằng năm để khuyến đọc trong nhà trường.",
    "Huyện có tổ công nghệ ở mọi thôn\n\nĐến nay cả huyện đã có 90 tổ. Trong ảnh: Ra mắt ba tổ công "
    "nghệ số tại xã An Na chiều 4/4\n\nNăm sau huyện sẽ trang bị máy cho các tổ.",
    # An act that is ordered, planned, or only told of; a thing that is on sale without a day.
    "Ngày 5/6, Phó chủ tịch tỉnh cho biết sẽ giải tỏa nhanh nhằm bàn giao mặt bằng.",
    "Chiều 5/6, Sở cho biết thành phố vừa đưa vào sử dụng ứng dụng góp ý.",
    "Ngân hàng vừa ra mắt phiên bản mới với nhiều tiện ích cho khách hàng.",
    # A post, a suspect, a land: no meeting and no ceremony.
    "Sáng 5/6, nhiều phóng viên đến trụ sở đăng ký làm việc với ông An.",
    "Làm việc với cơ quan chức năng ngày 5/6, tài xế khai đã đi ngược chiều.",
    "Rạng sáng 1/8, mười nghi phạm được bàn giao cho công an nước bạn.",
    "Chiều 5/6, hai nước phát động tấn công vào thành phố.",
    # Nobody of the paper was there; written or said in passing; how a law came about; long ago.
    "Chiều 5/6, Bộ trưởng nói tại một cuộc họp báo ở thủ đô, theo Reuters.",
    "Chủ tịch nước nhấn mạnh như trên trong bài viết nhân dịp Tuần lễ Cấp cao từ ngày 6 đến 11-11.",
    "Ngày 8/6, bên hành lang Quốc hội, ông An cho biết Ủy ban vừa tổ chức cuộc họp về dự luật.",
    "Được Quốc hội thông qua tại kỳ họp thứ 5 ngày 22/6, luật có hiệu lực từ ngày 1/7 năm sau.",
    "Cách đây bốn năm, lễ ra mắt phần mềm có ba trăm khách.\nHôm nay chẳng ai dùng nó.",
    # A trade, bodies, a match, a time of the day.
    "Các tổ chức tín dụng tại Huế tăng lãi suất, các công ty tổ chức sự kiện, quảng cáo lo lắng.",
    "Tối 15-12, trước giờ trận chung kết ở Huế, công an bắt ba người đốt pháo.",
    "Buổi sáng ngày 5/6, giá rau tại chợ tăng gấp đôi.",
    # The writer speaks for himself.
    "Điện thoại mới\nTừ sự kiện ra mắt hôm 5/6 tại Huế, tôi thấy một viễn cảnh đáng sợ.",
    # Somebody or something won a prize; why people travelled; a day of every year.
    "Phần mềm của nhóm sinh viên vừa được trao giải nhất cuộc thi Tin học trẻ tỉnh năm 2018.",
    "Bốn kỹ sư Huế đã có mặt tại Berlin để tham dự lễ ra mắt máy chủ mới.\nHọ rất vui.",
    "Sở đề nghị chọn ngày 10/10 hằng năm là Ngày chuyển đổi số tỉnh.",
    # A contest that is only named, though its entries are spoken of.
    "Xưởng máy của ông An\nÔng An từng thắng một cuộc thi.\nSản phẩm dự thi nay bán khắp tỉnh.",
    # A meeting far down in a story of something else.
    "Dự án chậm hai năm.\nChi phí tăng gấp đôi.\nNgười dân chờ đợi.\nNhà thầu đổi ba lần.\n"
    "Đường vẫn dở dang.\nBụi bay khắp nơi.\nHàng quán đóng cửa.\n"
    "Ngày 7/10, chủ đầu tư đã có buổi làm việc với các hộ dân.",
    # A digest of the week.
    "Tin nóng: giá điện, giá xăng\nSáng 5/6, Viện Nghiên cứu tổ chức hội thảo về lương.\n"
    "Chiều 6/6, Bộ Tài chính họp báo về thuế.",
    # A forum on the internet.
    "Để đạt mục tiêu trên, UBND tỉnh giao Sở Nội vụ chủ trì tổ chức hội nghị sơ kết vào quý III.",
    # An exercise of an army abroad; a road that has been open for long.
    "Hơn 50 tên lửa đã khai hỏa trong cuộc diễn tập hôm 10/1, hãng tin cho biết.",
    "Theo Sở, tuyến xe được đưa vào hoạt động từ ngày 25-11.",
    # Another paper quotes what was said; what is proposed may never be held.
    "Theo báo Sông Xanh dẫn lời bà Na tại cuộc họp báo thường kỳ ngày 25-10, không có ai nghe lén.",
    "Tờ báo đưa tin nước bạn đã đề xuất tổ chức cuộc gặp thượng đỉnh tại Huế vào cuối tháng 2.",
    # Somebody writes what he thinks.
    "Đừng làm khó\n\nMột người bạn tôi nộp hồ sơ qua mạng rồi vẫn phải lên phường.\n"
    "Tại hội nghị do Sở Nội vụ tổ chức ở Huế ngày 19/4, nhiều nơi thừa nhận điều ấy.",
    # A calendar of events.
    "Lịch tháng 11\n\n01 - 03/11: Triển lãm phần mềm tại Huế.\n05/11: Hội thảo chữ ký số tại Huế.\n"
    "08/11: Tọa đàm mã nguồn mở, do Hội Tin học tổ chức.\n12/11: Hội nghị giao ban.",
    "Ngày 15-11, thành viên trên diễn đàn Tin học đăng nhiều dữ liệu.",
    # The page of a document.
    "Quyết định ban hành kế hoạch tổ chức hội thảo ngày 5/6. Số hiệu: 12/QĐ. Ngày ban hành: 1/6.",
    # Instructions.
    "Bước 1: Mở trang. Bước 2: Đăng nhập để dự hội nghị ngày 5/6. Bước 3: Nhấn nút.",
    # A citizen asks, an office answers.
    "Người hỏi: Lê Na\nCâu hỏi: Sở có tổ chức hội nghị hướng dẫn ngày 5/6 không?\n"
    "Trả lời (ngày 7/6): Sáng 5/6, Sở tổ chức hội nghị tại Huế.",
    # The results of a search, each with its day.
    "\n".join(
        f"Hội thảo chuyển đổi số ở huyện {name}\n{n}/06/2021 08:00\n"
        f"Sáng {n}/6, huyện {name} tổ chức hội thảo với {n} đại biểu từ các xã trong huyện."
        for n, name in enumerate(("An Na", "An Nam", "An Ninh"), 11)
    ),
    # News in brief.
    "(Đài tỉnh) + Sáng 12/5, Sở Nội vụ tổ chức hội nghị tổng kết + Huyện đoàn ra quân làm sạch "
    "kênh + Công an huyện tổ chức hội thảo + Giá lúa tăng.",
    # A list of teasers.
    "\n".join(
        f"Tin thứ {word}\nHội thảo ngày {n}/6 tại Hà Nội đã nêu nhiều vấn đề mới."
        for n, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu"), 1)
    ),
]


def first(rules, text):
    document = read(text)
    return next((found for rule in rules if (found := rule(document))), None)


@pytest.mark.parametrize(("text", "kind"), EVENTS)
def test_one_event(text, kind):
    assert first(IS_EVENT, text) is True
    assert first(EVENT_TYPE, text) == kind


@pytest.mark.parametrize("text", NOT_ONE)
def test_not_one_event(text):
    assert first(IS_EVENT, text) is None


def test_a_title_and_one_scene_tell_an_event():
    text = (
        "Khánh thành phòng học số ở bản Lũng\nThầy trò nhà trường vừa nhận món quà lớn.\n"
        "Dự lễ khánh thành có lãnh đạo Phòng Giáo dục và bà con năm bản."
    )
    assert extract(read(text).article, vocabularies()).is_event
    assert not extract(read(text.replace("Khánh thành", "Về")).article, vocabularies()).is_event


def test_empty_text():
    assert first(IS_EVENT, "") is None
    assert first(EVENT_TYPE, "") is None
