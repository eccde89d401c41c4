"""Say what the four lists of the site are called: themes, organizations, places, series.

Turns a facet into the words of its index page. It knows no record.
"""

from __future__ import annotations

from dataclasses import dataclass

from egov_timeline import wording
from egov_timeline.facets import FOLDERS


@dataclass(frozen=True, slots=True)
class Kind:
    """One list, of what a `field` holds; `empty` stands in an archive that has none."""

    facet: str
    field: str
    deck: str
    empty: str

    @property
    def title(self) -> str:
        """What heads it."""
        return wording.FIELDS[self.field]

    @property
    def lacking(self) -> str:
        """What is said of events that it misses; "" where missing means nothing."""
        return wording.UNKNOWN.get(self.field, "")

    @property
    def folder(self) -> str:
        """Where its pages stand below the site."""
        return FOLDERS[self.facet]


KINDS = (
    Kind(
        "theme",
        "themes",
        "Những điều các bài viết bàn tới. Mỗi chủ đề được nhận ra qua những cụm từ nhất định trong"
        " bài; một bài có thể thuộc nhiều chủ đề.",
        "Chưa có bài viết nào được xếp chủ đề.",
    ),
    Kind(
        "organizer",
        "organizer",
        "Những cơ quan, hội, trường và doanh nghiệp đứng ra tổ chức, phối hợp, chủ trì hoặc bảo"
        " trợ, theo lời bài viết hoặc theo điều biên tập viên ký.",
        "Chưa có bài viết nào nêu đơn vị tổ chức.",
    ),
    Kind(
        "place",
        "location",
        "Nơi các sự kiện diễn ra: tỉnh, thành phố theo tên gọi vào ngày của sự kiện (đến hết ngày"
        " 30/6/2025 và từ ngày 1/7/2025), hoặc nơi ở nước ngoài.",
        "Chưa có bài viết nào nêu địa điểm.",
    ),
    Kind(
        "series",
        "series",
        "Những sự kiện được tổ chức nhiều lần dưới cùng một tên.",
        "Chưa có bài viết nào nhắc tới một chuỗi sự kiện.",
    ),
)
