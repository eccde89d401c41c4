"""Who does what in one sentence: chains of bodies around a verb of organizing.

Reads the press's constructions in the symbols of a sentence, active, passive and nominal, and gives
each body a role. It does not judge whether the event is the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.organizations import Body
from egov_timeline.extract.annotate.symbols import Symbol, symbols
from egov_timeline.extract.document import Document
from egov_timeline.extract.fields.organizer.constructions import (
    ASIDE,
    CONSTRUCTIONS,
    MEMBERS,
    OF_SUBJECTS,
    PERSON,
    is_of_a_work,
)
from egov_timeline.records import Sentence


@dataclass(frozen=True, slots=True)
class Chain:
    """Bodies with their roles, said to hold `event` (None: said without naming it).

    `rule` names the construction; `verb` is the span of the words that give the role.
    """

    members: tuple[tuple[Body, str], ...]
    event: EventMention | None
    verb: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A construction found in a sentence: its name, its match and the symbols it was found in."""

    name: str
    match: re.Match[str]
    there: list[Symbol]
    key: str

    @property
    def verb(self) -> str:
        """The words that give the role."""
        first, last = self.match.span("verb")
        return self.key[self.there[first].start : self.there[last - 1].end] if first < last else ""

    @property
    def event(self) -> EventMention | None:
        """The event that it speaks of: its object, or the one named last."""
        if "event" in self.match.re.groupindex:
            return self.there[self.match.start("event")].event
        before = self.match.string.rfind("E", 0, self.match.start())
        after = self.match.string.find("E", self.match.end())
        at = before if before >= 0 else after
        return self.there[at].event if at >= 0 and self.name != "launch" else None


_SAYS_WHO = re.compile(
    r"tổ chức|triệu tập|chủ trì|chủ tọa|đăng cai|bảo trợ|điều phối|phối hợp|thực hiện|phát động|"
    r"khởi xướng|khai trương|khai mạc|khai giảng|bế giảng|ra mắt|vận hành|khánh thành|khởi động|"
    r"đưa vào|chủ nhà|đứng ra|bồi dưỡng|diễn tập|trao giải|tuyên dương|ra quân|"
    r"cầm trịch|đứng sau|đối tác|sơ kết|tổng kết|tập huấn|gặp mặt|cùng làm|\bmở\b|(?:phiên|kỳ|"
    r"cuộc|nhóm) họp|họp phiên|họp báo|công bố|hồ sơ|dự thi|hội nghị|đại hội"
)


def chains(document: Document, sentence: Sentence) -> Iterator[Chain]:
    """Yield what the sentence says of who holds an event, one chain for each place."""
    if not _SAYS_WHO.search(document.key, sentence.start, sentence.end):
        return
    there = _without_asides(symbols(document, sentence, document.events_in(sentence)))
    said = "".join(symbol.letter for symbol in there)
    for name, construction in CONSTRUCTIONS:
        for match in construction.finditer(said):
            found = _Said(name, match, there, document.key)
            if _holds(document, found):
                yield _chain(found)
                start, end = match.span("chain")  # each body is said to do one thing
                said = said[:start] + "." * (end - start) + said[end:]


def _without_asides(there: list[Symbol]) -> list[Symbol]:
    said = "".join(symbol.letter for symbol in there)
    passing = {i for match in ASIDE.finditer(said) for i in range(*match.span())}
    return [symbol for i, symbol in enumerate(there) if i not in passing] if passing else there


def _chain(found: _Said) -> Chain:
    match, there = found.match, found.there
    members = [i for i in range(*_listed(found)) if match.string[i] in MEMBERS]
    first, last = match.span("verb") if match["verb"] else (match.start(), match.start() + 1)
    return Chain(
        tuple(
            (body, role)
            for i, role in zip(members, _roles(found, members), strict=True)
            if (body := there[i].body)
        ),
        found.event,
        (there[first].start, there[last - 1].end),
        found.name,
    )


def _listed(found: _Said) -> tuple[int, int]:
    """Return where the list of bodies begins and ends among the symbols.

    "Đơn vị tổ chức là A và B; C tài trợ": behind the verb, a semicolon after another link ends it.
    """
    start, end = found.match.span("chain")
    if found.match.start("verb") > start:
        return start, end
    marks = [i for i in range(start, end) if found.there[i].letter in "AVL"]
    ends = (i for i in marks[1:] if found.key[found.there[i].start] == ";")
    mixed = bool(marks) and found.key[found.there[marks[0]].start] != ";"
    return start, next(ends, end) if mixed else end


# Bodies that meet in sessions of their own.
_MEETS = re.compile(
    r"(?:ủy ban quốc gia|ủy ban chỉ đạo|hội đồng|hđnd|ban chỉ đạo|bcđ|ban chấp hành|quốc hội|"
    r"ban thường vụ|tổ công tác|nhóm công tác|chính phủ|ủy ban trung ương|thành ủy|tỉnh ủy)\b"
)
_SESSION = re.compile(r"(?:phiên|kỳ|cuộc) họp|hội nghị|đại hội")
_WORDS_OF_A_SESSION = 40
_PAPER = re.compile(
    r"\b(?:nghị quyết|nghị định|quyết định|chỉ thị|kết luận|luật|kế hoạch|chương trình|đề án)\b"
)
# "Hội nghị trực tuyến tổng kết công tác năm 2018 của Bộ Nội vụ": a body's own conference; not "hội
# nghị triển khai nghị quyết của Chính phủ".
_OWN = re.compile(
    r"(?: (?:trực tuyến|toàn quốc|toàn ngành|giao ban|tổng kết|sơ kết|công tác|thường kỳ|"
    r"thường niên|định kỳ|cán bộ|công chức|viên chức|người lao động|triển khai|nhiệm vụ|và|"
    r"đầu|cuối|năm|tháng|quý|lần|thứ|\d{1,4}|nhất|hai|ba|tư|của)){0,14} $"
)
# "Trung tâm chính thức khánh thành ngày 5/6": what is opened, not who opens it.
_NO_OBJECT = re.compile(r"\s*(?:$|[.,;]|(?:ngày|hôm|sáng|chiều|vào|từ|lúc|tại|ở)\b)")
# "phối hợp lo chỗ ăn ở": partners lend a hand to the event.
_LENDS = re.compile(r" (?:lo|bố trí|chuẩn bị|phục vụ|hỗ trợ|thực hiện|triển khai)\b")
# "tổ chức chương trình Gọi vốn", "mở lớp"
_OBJECT = re.compile(
    r" (?:một |đêm )?(?:chương trình|buổi|cuộc|đợt|giải|vòng|phiên|lớp|khóa|chuỗi|đêm|lễ|hội|kỳ)\b"
)
# "Sở Nội vụ tập huấn kỹ năng số": events that are verbs as well
_DONE = re.compile(
    r"(?:phối hợp |cùng )?(?:tập huấn|họp báo|gặp mặt|sơ kết|tổng kết|giao ban|diễn tập|bồi dưỡng|"
    r"trao giải|tuyên dương|ra quân)"
)
# "Sự kiện có Bộ Nội vụ đồng tổ chức", "năm thứ ba Sở Nội vụ tổ chức"
_BEFORE_A_SUBJECT = re.compile(
    r"(?:\b(?:có|nay|qua|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|khi|nơi)|\d) $"
)
_CLASS = re.compile(r"\b(?:lớp|khóa)\b")
_JOINT = re.compile(r"phối hợp|đồng|cùng (?!với)|kết hợp|liên kết|bắt tay|chung tay")


def _holds(document: Document, found: _Said) -> bool:
    """Whether the construction says what it seems to say."""
    name, match = found.name, found.match
    if "B" not in match["chain"] and name not in ("passive", "active", *_OF_ANY_BODY):
        return False
    # "Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ chủ trì": the subject is a person.
    if name in OF_SUBJECTS and PERSON.search(match.string, 0, match.start("chain")):
        return False
    more = _MORE.get(name)
    return more is None or more(document, found)


def _is_of_an_event(document: Document, found: _Said) -> bool:
    # "Kế hoạch do Bộ Nội vụ chủ trì thực hiện": other things are chaired and carried out, too.
    said, start = found.match.string, found.match.start()
    if found.match["verb"].strip("HKv"):
        return True
    begins = found.there[start].start
    named = max((s.end for s in found.there[:start] if s.letter in "Ee"), default=begins)
    if is_of_a_work(document.key, named, begins):
        return False
    if "e" in said[:start]:
        return True
    if "E" in said[: found.match.start("chain")]:
        return True
    return found.verb.endswith("mở") and bool(
        _CLASS.search(document.key, found.there[0].start, begins)
    )


def _opens_something(document: Document, found: _Said) -> bool:
    if found.match[0].startswith("W"):
        return True
    if "K" in found.match["verb"] and not found.verb.endswith(("phát động", "khởi xướng")):
        return False
    return not _NO_OBJECT.match(document.key, found.there[found.match.end("verb") - 1].end)


def _names_a_role(document: Document, found: _Said) -> bool:
    # "VNPT, đơn vị thực hiện (dự án), cho biết"
    return not found.verb.endswith(("thực hiện", "điều phối"))


def _heads_a_list(document: Document, found: _Said) -> bool:
    # "Tổ chức là Bộ Nội vụ" is an organization, "Tổ chức: Bộ Nội vụ" its role.
    if "K" in found.match["verb"] and not _JOINT.match(found.verb):
        return False
    colon = document.key.startswith(":", found.there[found.match.end("verb")].start)
    return colon or (found.verb != "tổ chức" and found.match["verb"] != "L")


def _acts_jointly(document: Document, found: _Said) -> bool:
    """Whether "A đồng tổ chức với B" makes B a partner; "tổ chức đối thoại với B" does not."""
    match, verb = found.match, found.there[found.match.start()]
    joint = _JOINT.match(document.key, verb.start) or _JOINT.match(found.verb.removeprefix("cùng "))
    return bool(joint) and match.string[match.end() :][:1] not in tuple("OHKv")


def _lends_a_hand(document: Document, found: _Said) -> bool:
    end = found.there[found.match.end("verb") - 1].end
    return found.verb.endswith("phối hợp") and bool(_LENDS.match(document.key, end))


def _has_an_object(document: Document, found: _Said) -> bool:
    if found.match["verb"] in "wE":
        return bool(_DONE.fullmatch(found.verb))
    end = found.there[found.match.end("verb") - 1].end
    return bool(_OBJECT.match(document.key, end))


def _completes(document: Document, found: _Said) -> bool:
    """Whether a subject holds the event: "A và B phối hợp thực hiện", never "A thực hiện"."""
    # "Ban giám thị Trại tạm giam Công an tỉnh tổ chức": the name may begin before.
    if found.match.string[found.match.start()] == "x" and not _BEFORE_A_SUBJECT.search(
        document.key,
        max(0, found.there[found.match.start("chain")].start - 8),
        found.there[found.match.start("chain")].start,
    ):
        return False
    return found.match["verb"] != "K" or bool(_JOINT.match(found.verb))


def _is_session(document: Document, found: _Said) -> bool:
    # "họp báo về kết quả kỳ họp của Quốc hội" is no session.
    match, event = found.match, found.event
    if "E" in match.string[: match.start()]:
        return False
    body = found.there[match.start("chain")]
    meets = bool(_MEETS.match(document.key, body.start))
    if match["verb"]:
        return meets
    if not event or not _SESSION.match(document.key, event.start, event.end):
        return False
    if meets and body.start - event.end < _WORDS_OF_A_SESSION:
        return not _PAPER.search(document.key, event.end, body.start)
    return bool(_OWN.fullmatch(document.key, event.end, body.start))


_OF_ANY_BODY = {"apposition", "delegated"}
_MORE = {
    "passive": _is_of_an_event,
    "by": _is_of_an_event,
    "launch": _opens_something,
    "apposition": _names_a_role,
    "with": _acts_jointly,
    "partner": _lends_a_hand,
    "subject": _completes,
    "act": _has_an_object,
    "headed": _heads_a_list,
    "session": _is_session,
}


def _roles(found: _Said, members: list[int]) -> list[str]:
    """Return the role of each body: who comes after "phối hợp với" is a partner."""
    first = _role(found)
    if first != "organizer":
        return [first for _ in members]
    # "… phối hợp với Bảo tàng tổ chức": the subject has no name, so the link stands before.
    begins = max(0, members[0] - 1)
    linked = ("L" in found.match.string[begins:i] for i in members)
    return ["co-organizer" if partner else "organizer" for partner in linked]


_HOSTS = re.compile(r"(?:^|[^ộ] )(?:chủ trì|chủ tọa|chủ nhà|đăng cai)$")


def _role(found: _Said) -> str:
    name, verb = found.name, found.match["verb"]
    if name == "patron" or verb in ("F", "P"):
        return "sponsor"
    if name in ("joint", "with", "partner") or verb == "I" or (name == "headed" and verb in "KL"):
        return "co-organizer"
    # "do A tổ chức, B phối hợp thực hiện"
    if name == "subject" and "." in found.match.string and _JOINT.match(found.verb):
        return "co-organizer"
    return "host" if name in ("chair", "session") or _HOSTS.search(found.verb) else "organizer"
