"""What pages and files say in the same words everywhere: headings, notes, reasons.

No word here depends on a value, but for a place in it that the value takes. Each is looked up where
it is said, never bound before: a project may have its own (`own.of_project`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Labels:
    """The words by their names, as the package has them."""

    RIGHTS: str = (
        "Bài viết thuộc bản quyền của tác giả và cơ quan báo chí đã đăng; ở đây chỉ trích dẫn để"
        " tra cứu, luôn ghi nguồn khi biết."
    )
    GRANTED: str = "Thông tin, bổ sung và đính chính được dùng lại theo giấy phép {}."
    FEED: str = "Bài mới đưa vào dòng thời gian, và những bổ sung, đính chính đã ký"
    DATA: str = (
        "Toàn bộ dòng thời gian ở dạng tệp: JSON, CSV, lịch, Atom, TimelineJS, và bản ngoại tuyến."
    )
    PACKAGE: str = (
        "Sự kiện, bài viết, đơn vị tổ chức, chủ đề, câu trích và điều biên tập viên ký, mỗi loại"
        " một bảng. Ô nào bảng tính có thể hiểu là công thức thì có thêm một dấu nháy ' ở đầu."
    )
    DATA_SET: str = "bộ dữ liệu"
    DATA_ARE: str = (
        "Các sự kiện theo lời báo chí, xếp theo thời gian: mỗi thông tin kèm câu trích đúng từng"
        " chữ và mức độ chắc chắn, mỗi đính chính kèm chữ ký và nguồn."
    )
    CITE_DATA: str = "Khi dùng dữ liệu này, xin trích dẫn như sau, và giữ đường dẫn về câu trích."
    KEPT_AT: str = "Toàn văn và các câu trích tại"
    YES: str = "có"
    NO: str = "không"
    MORE_ROWS: str = "Còn nữa: tất cả các dòng ở {}"
    LONG_CELL: str = "(dài quá một ô: xem bảng CSV)"
    # What is gathered in an archive that does not say.
    EVENTS: str = "Các sự kiện"
    # What parts of the site are called, and what is found in it.
    TIMELINE: str = "Dòng thời gian"
    ARTICLES: str = "Bài viết"
    # As the line of pages at the top calls them, where there is room for no more.
    BODIES: str = "Đơn vị"
    WITHOUT_EVENT: str = "bài viết không tường thuật một sự kiện"
    NEWEST: str = "Mới nhất"
    YEARS: str = "các năm"
    NOT_FOUND: str = "Không tìm thấy trang"
    SEARCH: str = "Tìm kiếm"
    SEARCH_FOR: str = "Tên, nơi, đơn vị, ngày…"
    FIND: str = "Tìm trong danh sách"
    SEE: str = "xem câu gốc"
    ROLE: str = "Vai trò"
    CONTACT: str = "Liên hệ"

    # What stands under a signature.
    SIGNER: str = "Người ký"
    WHY: str = "Lý do"
    SOURCE: str = "Nguồn"
    YEAR: str = "Năm"
    NO_SOURCE: str = "chưa rõ nơi đăng"
    NO_DAY: str = "chưa rõ ngày đăng"
    ORIGINAL: str = "Bài gốc"
    PUBLISHED: str = "đăng {}"
    TEXT: str = "Toàn văn bài viết"

    # What heads the facts of an article: an event, a text that reports none, a citation.
    PANEL: str = "Thông tin về sự kiện"
    PANEL_NO_EVENT: str = "Thông tin về bài viết"
    PANEL_SIGNED: str = "Biên tập viên ghi nhận"
    PANEL_MORE: str = "Câu gốc, nguồn và thông tin khác"
    # Beside a year in which nothing stands for certain.
    IN_DOUBT: str = "chưa chắc năm"
    NO_YEAR: str = "chưa rõ năm"
    NOT_SAID: str = "Không thấy trong bài viết"
    NOT_SEEN: str = "Chương trình chưa thấy trong bài viết"
    NO_TEXT: str = "Chưa có toàn văn bài viết"
    LOG: str = "Sổ bổ sung và đính chính"
    NEEDLESS: str = "không còn cần: nay lời bài viết đã cho điều này"
    OWN_WORDS: str = "Theo chính bài viết"
    SIGNED: str = "Ký"

    # What another report of the same event says: otherwise, or where this one says nothing.
    ELSEWHERE: str = "Nguồn khác ghi khác"
    ONLY_ELSEWHERE: str = "Nguồn khác cho biết"

    # An edition of a series of which no source says the how manieth it is.
    NO_NUMBER: str = "chưa rõ lần thứ mấy"

    # All that is known of an article is where it stands, and what an editor signs of it.
    CITATION: str = "theo trích dẫn"
    CITATIONS: str = "Trích dẫn"
    CITATIONS_NOTE: str = (
        "Toàn văn không có ở đây: chỉ ghi nơi đăng, và những điều biên tập viên đã ký kèm nguồn."
    )
    SAME_EVENT: str = "Cùng sự kiện"

    # What a fact rests on where the article itself does not tell when it appeared.
    PUBLISHED_BY_EDITOR: str = "theo ngày đăng bài {} do biên tập viên ghi"
    WEEKDAY_DIFFERS: str = "chưa chắc: thứ trong tuần mà bài ghi không khớp với ngày"
    PROVINCE_OF_TOWN: str = "bài không nêu tên {}, suy ra từ nơi chốn mà bài nêu"
    PROVINCE_SINCE_2025: str = "từ ngày 1/7/2025 nơi này thuộc {}"
    ORGANIZER_BY_CONTEXT: str = "chưa chắc: câu văn không nói thẳng đơn vị này tổ chức"
    READ_BY_EDITOR: str = "biên tập viên đọc “{}” là “{}”: {}"

    # What changed, and how to hear of it.
    UPDATES: str = "Mới cập nhật"
    ONLINE: str = "Bản trực tuyến"
    FOLLOW: str = "Theo dõi qua trình đọc tin (Atom)"
    JOINED: str = "đưa vào dòng thời gian"
    EDITED: str = "xem lại chữ trong bài"

    # A value that a correction takes away without giving another.
    WITHDRAWN: str = "không có"


labels = Labels()


def opening(said: str) -> str:
    """Return words as they open a line; a name in them stays as it is."""
    return said[:1].upper() + said[1:]


def inside(said: str) -> str:
    """Return words as they stand inside of a sentence; a name and "UBND" stay as they are."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]
