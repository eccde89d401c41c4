"""The words for what records hold by id: certainty, fields, roles, kinds, parts, signatures.

A table for each closed list; a word that is not in it is passed on as it is, never dropped.
"""

from __future__ import annotations

from egov_timeline import fields
from egov_timeline.inputs import Doing
from egov_timeline.records import Part
from egov_timeline.wording.phrases import inside, labels

# How a value is known: by the article's words, or by what its signature is to them
# (`amendments.how_known`).
CERTAINTY: dict[str, str] = {
    "stated": "bài viết nêu rõ",
    "inferred": "suy ra từ bài viết",
    "noted": "biên tập viên ghi",
    "added": "bổ sung từ nguồn khác",
    "confirmed": "biên tập viên xác nhận",
    "corrected": "đính chính có nguồn",
}

CORRECTIONS: dict[str, str] = {
    "added": "Bổ sung",
    "confirmed": "Xác nhận",
    "corrected": "Đính chính",
}

# What stood before a signature, by what the signature does: `amendments.Amendment`.
BEFORE: dict[str, str] = {
    "added": "Bài viết ghi",
    "confirmed": "Chương trình đọc là",
    "corrected": "Bài viết ghi",
}
FIELDS: dict[str, str] = {row.name: row.label for row in fields.PANEL}
UNKNOWN: dict[str, str] = {row.name: row.unknown for row in fields.PANEL if row.unknown}

ROLES: dict[str, str] = {
    "organizer": "tổ chức",
    "co-organizer": "đồng tổ chức",
    "host": "chủ trì",
    "sponsor": "bảo trợ",
}

# What roles were called before: still read where an editor wrote it.
ROLES_BEFORE: dict[str, str] = {"co-organizer": "phối hợp tổ chức"}

EVENT_TYPES: dict[str, str] = {
    "hoi-thao": "Hội thảo",
    "hoi-nghi": "Hội nghị",
    "dien-dan": "Diễn đàn",
    "tap-huan": "Tập huấn",
    "trien-lam": "Triển lãm",
    "le": "Buổi lễ",
    "khac": "Sự kiện",
}

# Whether it took place. "Announced" claims no more than that: no clock tells when it is over.
STATUSES: dict[str, str] = {
    "held": "đã diễn ra",
    "announced": "mới được báo trước",
    "postponed": "bị hoãn",
    "cancelled": "bị hủy",
}

MILESTONES: dict[str, str] = {
    "first": "lần đầu tổ chức",
    "edition": "một kỳ tổ chức khác",
    "announced": "kỳ tiếp theo được công bố",
    "document": "văn bản",
}

# Why a block is left out of the article.
PARTS: dict[str, str] = {
    Part.STAMP: "ngày giờ đăng",
    Part.BYLINE: "tên tác giả, hãng tin",
    Part.CREDIT: "nguồn ảnh",
    Part.REPEATED: "lặp lại câu đã có trong bài",
    Part.RELATED: "tin bài khác",
    Part.NAVIGATION: "mục điều hướng của trang",
    Part.WIDGET: "tiện ích của trang",
    Part.COPYRIGHT: "bản quyền, liên hệ",
    Part.LINK: "đường dẫn",
    Part.DROPPED: "biên tập viên để ngoài bài",
}

# What an editor did to the text.
EDITS: dict[str, str] = {
    Doing.READ: "Bài ghi “{}”, đọc là “{}”",
    Doing.KEEP: "Giữ lại đoạn bắt đầu bằng “{}”",
    Doing.DROP: "Để ngoài bài đoạn bắt đầu bằng “{}”",
}

MARKS: dict[str, str] = {
    "day": "biết rõ ngày",
    "days": "diễn ra nhiều ngày",
    "part": "chỉ biết tháng hoặc năm",
    "uncertain": "chưa chắc chắn",
    "announced": "mới được báo trước, chưa có bài tường thuật",
    "off": "bị hoãn hoặc bị hủy",
    "milestone": "mốc do bài viết nhắc tới",
}

# By what an edition of a series is known: the marks on its line.
EDITIONS: dict[str, str] = {
    "reported": "có bài",
    "cited": labels.CITATION,
    "mentioned": "có bài nhắc tới",
    "announced": "mới được báo trước",
    "off": "bị hoãn hoặc bị hủy",
}

# How an article stands to the one that it points to; "beside" claims no order.
SIDES: dict[str, str] = {
    "previous": "Trước đó",
    "next": "Sau đó",
    "beside": "Liền kề trên dòng thời gian",
}

# How close a number is to what it counts.
BOUNDS: dict[str, str] = {"over": "hơn", "under": "gần", "about": "khoảng"}

# Who signs a correction: a role, not a person.
SIGNERS: dict[str, str] = {
    "editor": "biên tập viên",
    "author": "tác giả bài viết",
    "publisher": "tòa soạn",
    "organizer": inside(FIELDS["organizer"]),
    "reader": "bạn đọc",
}

# What a fact is called where there is room for a word or two.
BRIEF: dict[str, str] = {"organizer": "Tổ chức"}

# What is called as something else is, and has no word of its own to change.
FOLLOWING = ("signers.organizer", "editions.cited")


def follow() -> None:
    """Call things in the tables what they are called elsewhere."""
    SIGNERS["organizer"] = inside(FIELDS["organizer"])
    EDITIONS["cited"] = labels.CITATION
