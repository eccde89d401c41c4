"""What all extractors share: one reading of an article.

Turns an `Article` into event mentions ("hội thảo", "lễ khai trương") and announcements, the
sentences that tell that the event takes place, ranked. Findings of earlier fields are kept in
`found`, so that a later rule can rest on them. It decides no field itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from egov_timeline.extract import citations as legal
from egov_timeline.extract import timex
from egov_timeline.extract.nouns import find_events
from egov_timeline.records import Article, Certainty, Evidence, Finding, Part, Sentence
from egov_timeline.text import Span
from egov_timeline.vocabulary import Vocabularies

T = TypeVar("T")

# "ngày 17.9", "sáng nay", "hôm 25/7", "trong hai ngày 29-30/10", "vào 18-19/5", "(3/11)"; never
# "hằng ngày".
_WHEN = re.compile(
    r"\b(?<!hằng )(?<!hàng )(?<!mỗi )(?:ngày|hôm|sáng|trưa|chiều|tối|"
    r"ngày mồng) ?\d{1,2}\b(?! (?:năm|tháng \d{4}))(?!%|,\d)|"
    r"\b(?:sáng|trưa|chiều|tối|hôm) (?:nay|qua)\b|"
    r"\btrong (?:hai|ba|\d+) ngày\b|^\d{1,2}[-/]\d{1,2},|"
    r"(?:\bvào |\()(?:\d{1,2}-)?\d{1,2}/\d{1,2}\b"
)
# A lead that opens with its day: "(THTG) Ngày 26/8, tại", "ĐÀ NẴNG-Sáng 23-7, bảng điện tử".
_OPENS_WITH_DAY = re.compile(
    r"^[^.;]{0,45}?\b(?:ngày|hôm|sáng|trưa|chiều|tối) ?(?:ngày )?(?:nay\b|\d{1,2}\b(?! năm))"
)
# "vừa tổ chức lễ ra mắt": lately, though no day is given.
_JUST = re.compile(
    r"\bvừa (?:chính thức |được )?(?:tổ chức|diễn ra|khai mạc|ra mắt|ký kết|khai trương)\b"
)
# "Ban tổ chức chia thành hai phiên": there is an event; "Ban Tổ chức Trung ương" is a body of the
# Party.
_COMMITTEE = re.compile(r"\bban tổ chức\b(?! (?:trung ương|tỉnh|thành|huyện|quận|cán bộ))")
_WHERE = re.compile(r"\b(?:tại|ở)\b")

# "X tổ chức hội thảo", "hội thảo diễn ra", "chủ trì hội nghị", "được triệu tập ở".
_HAPPENS = re.compile(
    r"\b(?:tổ chức|(?<!đang )(?<!sắp )diễn ra|khai mạc|khai trương|khai giảng|ra mắt|bế mạc|"
    r"chủ trì|chủ tọa|triệu tập|ký kết|trao giải|đăng cai|khởi tranh|tạm hoãn|"
    r"lùi (?:lịch|thời gian)|hoãn|khánh thành|khởi công|có buổi|có cuộc|lễ công bố)\b"
)
# "Thủ tướng dự hội nghị", "phát biểu tại phiên họp": with a day, that announces as well.
_ATTENDS = re.compile(r"\b(?:dự|phát biểu|cho biết|nhấn mạnh|nêu rõ|yêu cầu|tham gia)\b")
# A ceremony told by its act alone, with its day: "ra mắt ngày 25-7", "ngày 23-10, hai bên ký kết".
_ACT = re.compile(
    r"\b(?:ký kết|ký (?:thỏa thuận|biên bản|hợp đồng|kế hoạch)|khai trương|ra mắt|khánh thành|"
    r"khởi công|phát động|bàn giao(?! hồ sơ)|trao giải|họp báo|"
    r"(?<!đang )(?<!từng )làm việc (?:với|tại)|"
    # "đoàn công tác của Bộ đã đến nhà máy … làm việc"
    r"đoàn (?:công tác|giám sát|kiểm tra|đại biểu)[^.;]{0,180} làm việc|thăm và làm việc|"
    r"(?:đã|vừa|sẽ) họp|họp (?:phiên|bàn|góp ý|khẩn|trực tuyến|thường kỳ)|"
    # What an assembly does, it does in session.
    r"(?:quốc hội|hđnd|hội đồng nhân dân)\b[^,.;]{0,25} "
    r"(?:thảo luận|chất vấn|cho ý kiến|nghe|biểu quyết)|"
    r"tiếp xúc cử tri|đối thoại (?:với|giữa)|gặp gỡ|hội kiến|tập huấn|vận hành|khai giảng|"
    r"chủ trì (?:họp|làm việc)|gặp mặt|được công bố tại)\b"
)
# "Thủ tướng chỉ đạo các bộ làm việc với", "đề nghị khởi công": it is yet to be done.
_ORDERED = re.compile(r"\b(?:chỉ đạo|yêu cầu|đề nghị|kiến nghị|đề xuất|giao cho)\b")

# "phát biểu tại hội thảo", "cuối hội thảo", "tham dự hội nghị có": inside the event.
_INSIDE = re.compile(
    r"^\W*(?:phát biểu|chia sẻ|trao đổi|kết luận|tham dự|tham gia|đến dự|cùng dự|dự|theo|bên lề|"
    r"cuối|"
    r"kết thúc|khép lại|mở đầu|trong khuôn khổ|dịp này|nhân dịp|trả lời|(?:cũng )?(?:tại|ở|sau) "
    r"(?:đây|buổi|cuộc|phiên|kỳ|hội (?:nghị|thảo)|lễ|diễn đàn|tọa đàm|đại hội|sự kiện|"
    r"chương trình)) "
)
# "về nước sau hội nghị", "trong thời gian diễn ra triển lãm": the event only gives the time.
_ASIDE = re.compile(r"\b(?:sau|trước|kể từ|(?:thời gian|khi|nơi) (?:sẽ )?diễn ra)(?: khi| các)? $")
# "sự kiện kết hôn": with such a word behind it, it is nothing that is held, unless it says so.
_NEW_THING = re.compile(r" (?!này|do|được|đã|sẽ|có|là|diễn|trên|lần|năm|vào|tại|ở|thường)[^\W\d_]")
# "Kết thúc hội nghị, Tổng thống về nước chiều 28/2": the day is of what came afterwards.
_AFTERWARDS = re.compile(r"\W*(?:kết thúc|sau (?:khi|hội|lễ|buổi|cuộc|phiên))\b")
# "Trao đổi với VnExpress ngày 26/12", "trả lời phỏng vấn": said to a paper, not on a stage.
_TO_THE_PRESS = re.compile(
    r"\b(?:(?:trao đổi|chia sẻ|trò chuyện|nói|trả lời) (?:với |cùng )?(?:pv|phóng viên|"
    r"báo(?! (?:cáo|chí))|tờ|đài|hãng tin|tuổi trẻ|vnexpress|zing|vietnamnet|dân trí|thanh niên|"
    r"người đưa tin|lao động|tiền phong)|phỏng vấn|(?:hành lang|bên lề) quốc hội)\b"
)
# "Trong chương trình còn có lễ trao giải", "bên lề hội thảo là triển lãm": a part of the event.
_PART_OF = re.compile(
    r"^\W*(?:trong (?:chương trình|khuôn khổ)|bên lề|bên cạnh|ngoài ra|cũng trong)\b"
)
# "Đó là thông tin tại hội nghị sáng 16/7", "mục tiêu này được đưa ra tại", "câu hỏi ấy đặt ra ở".
_REFERS_BACK = re.compile(
    r"\b(?:đó là|đây là|(?:thông tin|nội dung|số liệu|mục tiêu|yêu cầu|nhận định|câu hỏi|"
    r"khẳng định|"
    r"ý kiến|đề nghị|chia sẻ|điều) (?:này|trên|ấy|đó)|như (?:vậy|thế|trên)|thông tin (?:được|tại)|"
    r"(?:được|đã) (?:đưa ra|nêu ra|đặt ra|công bố|chia sẻ|thông tin|nhấn mạnh))\b[^.;]{0,60}"
    r"\b(?:tại|ở|trong)\b"
)
# Another edition or another event: "trước đó", "năm ngoái", "ở kỳ gần nhất", "cuộc họp tiếp theo".
_OTHER = re.compile(
    r"\b(?:trước đó(?! theo kế hoạch)|trước đây|năm ngoái|(?<!\d )(?:năm|tháng|tuần) trước|dự định|"
    r"(?:kỳ|lần) (?:gần nhất|trước|sau|tới)|tiếp theo|lần đầu vào|"
    r"sau (?:cuộc|phiên|kỳ|buổi) |sắp tới|thời gian tới|trao cờ|"
    r"sẽ (?:tiếp tục )?(?:tổ chức|tới|thăm))\b"
)
# "theo tài liệu cho hội nghị": the event is only a source.
_SOURCE = re.compile(
    r"\b(?:tài liệu|báo cáo|nghị quyết|quyết định|thông báo|kết luận|biên bản|văn kiện|ước tính|"
    r"khảo sát|nghiên cứu|xếp hạng) (?:cho|của|phục vụ|gửi)\b"
)
# "Quyết định số 95/QĐ-TTg ngày 15/1/2014", "đã ban hành": the date is that of a document.
_DOCUMENT = re.compile(
    r"\b(?:ban hành|phê duyệt|căn cứ|nghị định|thông tư|chỉ thị|quyết định số)\b"
)


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event noun in the text; `type` is "" for a noun that only points back ("sự kiện")."""

    start: int
    end: int
    type: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence that tells of the event: the higher the score, the more of what, when and who.

    `says_what` is false for a lead that opens with its day and names neither event nor act.
    """

    sentence: int
    start: int
    end: int
    score: float
    says_what: bool = True


def _acts(said: str) -> bool:
    """Whether a ceremony or a meeting is told by its act, done and not only ordered."""
    act = _ACT.search(said)
    return act is not None and not _ORDERED.search(said, 0, act.start())


class Reading:
    """An article as the extractors see it. Offsets are those of the article's text."""

    def __init__(self, article: Article, vocabularies: Vocabularies) -> None:
        self.article = article
        self.text = article.text
        self.key = article.key
        self.vocabularies = vocabularies
        self.found: dict[str, Any] = {}
        self._starts = [s.start for s in article.sentences]

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indices of the sentences that belong to the article, captions included."""
        return tuple(
            i for i, s in enumerate(self.article.sentences) if self.article.part_of(s).kept
        )

    def sentence(self, index: int) -> Sentence:
        """Return the sentence at `index`."""
        return self.article.sentences[index]

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that `offset` lies in; None between sentences."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.article.sentences[index].end:
            return None
        return index

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        """Every event noun in the kept sentences that can mean one event, in order."""
        kept = set(self.kept)
        located = ((self.sentence_at(m[0]), m) for m in find_events(self.key))
        return tuple(EventMention(*m, i) for i, m in located if i is not None and i in kept)

    @cached_property
    def citations(self) -> tuple[legal.Citation, ...]:
        """Every legal document that the text names by number, in order."""
        return legal.find(self.key)

    @cached_property
    def timexes(self) -> tuple[timex.Timex, ...]:
        """Every expression of time in the text, those outside the article included, in order."""
        return timex.find(self.key)

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """Sentences that may announce the event, the best first; empty where none does."""
        mentioned = {e.sentence for e in self.events if self._is_told(e)} | self._sentences_with(
            _COMMITTEE
        )
        candidates = mentioned | self._sentences_with(_ACT) | self._dated_leads
        scored = (
            self._announcement(rank, i, i in mentioned)
            for rank, i in enumerate(self.kept)
            if i in candidates
        )
        return tuple(sorted((a for a in scored if a.score > 0), key=lambda a: -a.score))

    def _is_told(self, event: EventMention) -> bool:
        """Whether a sentence tells of the event and does not only count time from it."""
        if _ASIDE.search(self.key, max(0, event.start - 20), event.start):
            return False
        if event.type or not _NEW_THING.match(self.key, event.end):
            return True
        whole = self.sentence(event.sentence)
        return bool(_HAPPENS.search(self.key, whole.start, whole.end))

    def _sentences_with(self, pattern: re.Pattern[str]) -> set[int | None]:
        return {self.sentence_at(m.start()) for m in pattern.finditer(self.key)}

    @property
    def _dated_leads(self) -> set[int]:
        """Leading sentences that open with their day, and so may announce without a noun."""
        return {
            i
            for i in self.kept[:4]
            if _OPENS_WITH_DAY.match(self.key[self.sentence(i).start : self.sentence(i).end])
        }

    def _announcement(self, rank: int, index: int, named: bool) -> Announcement:
        sentence = self.sentence(index)
        said = self.key[sentence.start : sentence.end]
        score = self._weight(said, named) - 0.15 * min(rank, 12) - self._demoted(rank, sentence)
        says_what = named or _acts(said)
        return Announcement(index, sentence.start, sentence.end, score, says_what)

    @staticmethod
    def _weight(said: str, named: bool) -> float:
        dated = bool(_WHEN.search(said))
        happens = bool(_HAPPENS.search(said))
        acts = not named and dated and _acts(said)
        return (
            2.0 * happens
            + 2.0 * dated
            + 1.0 * (not dated and bool(_JUST.search(said)))
            + 1.0 * bool(_WHERE.search(said))
            + 1.5 * (dated and bool(_REFERS_BACK.search(said)))
            + 1.0 * (dated and not happens and bool(_ATTENDS.search(said)))
            - 1.5 * (not named)
            + 1.0 * acts
            - 2.0 * (bool(_INSIDE.match(said)) and not dated)
            - 1.5 * (dated and not happens and bool(_AFTERWARDS.match(said)))
            - 2.0 * (not happens and bool(_TO_THE_PRESS.search(said)))
            - 2.0 * bool(_PART_OF.match(said))
            - 3.0 * bool(_OTHER.search(said))
            - 1.0 * ("dự kiến" in said)
            - 1.0 * (not happens and " sẽ " in said)
            - 3.0 * bool(_SOURCE.search(said))
            - 2.0 * (not happens and bool(_DOCUMENT.search(said)))
        )

    def _demoted(self, rank: int, sentence: Sentence) -> float:
        """A caption, a heading and the title name the event, but the text says more of it."""
        part = self.article.part_of(sentence)
        title = rank == 0 and self.text[sentence.end - 1] not in '.!?…"”'
        return 1.0 * (part in (Part.CAPTION, Part.HEADING) or title)

    def is_dated(self, sentence: Sentence) -> bool:
        """Whether the sentence names a day or a part of one ("sáng nay")."""
        return bool(_WHEN.search(self.key, sentence.start, sentence.end))

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Return the words at `start:end` as evidence read by `rule`."""
        return Evidence(self.text[start:end], start, end, rule)

    def finding(
        self, value: T, rule: str, spans: Iterable[Span], *, inferred: bool = False
    ) -> Finding[T]:
        """Return a finding that stands on the words at `spans`."""
        certainty = Certainty.INFERRED if inferred else Certainty.STATED
        return Finding(value, certainty, tuple(self.evidence(s, e, rule) for s, e in spans))
