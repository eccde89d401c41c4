"""What pages and files say in the same words everywhere: headings, notes, reasons.

No word here depends on a value, but for a place in it that the value takes.
"""

from __future__ import annotations

RIGHTS = (
    "Bài viết thuộc bản quyền của tác giả và cơ quan báo chí đã đăng; ở đây chỉ trích dẫn để"
    " tra cứu, luôn ghi nguồn khi biết."
)
GRANTED = "Thông tin, bổ sung và đính chính được dùng lại theo giấy phép {}."
FEED = "Bài mới đưa vào dòng thời gian, và những bổ sung, đính chính đã ký"
DATA = "Toàn bộ dòng thời gian ở dạng tệp: JSON, CSV, lịch, Atom, TimelineJS, và bản ngoại tuyến."
PACKAGE = (
    "Sự kiện, bài viết, đơn vị tổ chức, chủ đề, câu trích và điều biên tập viên ký, mỗi loại một"
    " bảng. Ô nào bảng tính có thể hiểu là công thức thì có thêm một dấu nháy ' ở đầu."
)
DATA_SET = "bộ dữ liệu"
DATA_ARE = (
    "Các sự kiện theo lời báo chí, xếp theo thời gian: mỗi thông tin kèm câu trích đúng từng chữ và"
    " mức độ chắc chắn, mỗi đính chính kèm chữ ký và nguồn."
)
CITE_DATA = "Khi dùng dữ liệu này, xin trích dẫn như sau, và giữ đường dẫn về câu trích."
KEPT_AT = "Toàn văn và các câu trích tại"
YES, NO = "có", "không"
MORE_ROWS = "Còn nữa: tất cả các dòng ở {}"
LONG_CELL = "(dài quá một ô: xem bảng CSV)"
# What is gathered in an archive that does not say.
EVENTS = "Các sự kiện"
# What parts of the site are called, and what is found in it.
TIMELINE = "Dòng thời gian"
ARTICLES = "Bài viết"
WITHOUT_EVENT = "bài viết không tường thuật một sự kiện"
NEWEST = "Mới nhất"
YEARS = "các năm"
NOT_FOUND = "Không tìm thấy trang"
SEARCH = "Tìm kiếm"
SEARCH_FOR = "Tên, nơi, đơn vị, ngày…"
FIND = "Tìm trong danh sách"
SEE = "xem câu gốc"
ROLE = "Vai trò"
CONTACT = "Liên hệ"

# What stands under a signature.
SIGNER = "Người ký"
WHY = "Lý do"
SOURCE = "Nguồn"
YEAR = "Năm"
NO_SOURCE = "chưa rõ nơi đăng"
NO_DAY = "chưa rõ ngày đăng"
ORIGINAL = "Bài gốc"
PUBLISHED = "đăng {}"
TEXT = "Toàn văn bài viết"

# What heads the facts of an article: an event, a text that reports none, a citation.
PANEL = "Thông tin về sự kiện"
PANEL_NO_EVENT = "Thông tin về bài viết"
PANEL_SIGNED = "Biên tập viên ghi nhận"
PANEL_MORE = "Câu gốc, nguồn và thông tin khác"
# Beside a year in which nothing stands for certain.
IN_DOUBT = "chưa chắc năm"
NO_YEAR = "chưa rõ năm"
NOT_SAID = "Không thấy trong bài viết"
NOT_SEEN = "Chương trình chưa thấy trong bài viết"
NO_TEXT = "Chưa có toàn văn bài viết"
LOG = "Sổ bổ sung và đính chính"
NEEDLESS = "không còn cần: nay lời bài viết đã cho điều này"
OWN_WORDS = "Theo chính bài viết"
SIGNED = "Ký"

# What another report of the same event says: otherwise, or where this one says nothing.
ELSEWHERE = "Nguồn khác ghi khác"
ONLY_ELSEWHERE = "Nguồn khác cho biết"

# An edition of a series of which no source says the how manieth it is.
NO_NUMBER = "chưa rõ lần thứ mấy"

# All that is known of an article is where it stands, and what an editor signs of it.
CITATION = "theo trích dẫn"
CITATIONS = "Trích dẫn"
CITATIONS_NOTE = (
    "Toàn văn không có ở đây: chỉ ghi nơi đăng, và những điều biên tập viên đã ký kèm nguồn."
)
SAME_EVENT = "Cùng sự kiện"

# What a fact rests on where the article itself does not tell when it appeared.
PUBLISHED_BY_EDITOR = "theo ngày đăng bài {} do biên tập viên ghi"
WEEKDAY_DIFFERS = "chưa chắc: thứ trong tuần mà bài ghi không khớp với ngày"
PROVINCE_OF_TOWN = "bài không nêu tên {}, suy ra từ nơi chốn mà bài nêu"
PROVINCE_SINCE_2025 = "từ ngày 1/7/2025 nơi này thuộc {}"
ORGANIZER_BY_CONTEXT = "chưa chắc: câu văn không nói thẳng đơn vị này tổ chức"
READ_BY_EDITOR = "biên tập viên đọc “{}” là “{}”: {}"
