"""A sentence as a string of symbols: what each of its words does for saying who holds an event.

Turns a sentence into symbols with their spans, one for each body, event noun, verb of organizing,
link, comma or other word. It reads no construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from egov_timeline.extract.annotate.event_nouns import EventMention
from egov_timeline.extract.annotate.organizations import Body, Kind, bodies, lands
from egov_timeline.extract.annotate.source import Source
from egov_timeline.records import Sentence


@dataclass(frozen=True, slots=True)
class Symbol:
    """The words at `start:end`: B a body, Z a brand, E an event noun, else see `_SYMBOLS`."""

    start: int
    end: int
    letter: str
    body: Body | None = None
    event: EventMention | None = None


# One symbol for each kind of word that the constructions below are made of. The first that matches
# wins, so that "phối hợp tổ chức" is a verb and "phối hợp với" a link.
_ROLE = r"(?:cùng |đồng |chính |chịu trách nhiệm |đứng ra |đứng tên |phối hợp ){0,3}"
_SYMBOLS = {
    # "với sự phối hợp tổ chức của", "và sự hợp tác từ phía", "đồng tổ chức còn có"
    "J": r"(?:với |có )?sự (?:tham gia )?(?:phối hợp|hợp tác|đồng|đồng hành(?= tổ chức)|chung tay)"
    r"(?: tổ chức| thực hiện)? (?:của|từ phía|từ|giữa)|"
    r"(?:cùng|đồng|tham gia|phối hợp) (?:làm|tổ chức|thực hiện|đăng cai|chủ trì) (?:còn )?có|"
    r"(?:ngồi ghế|có chân trong|tham gia|trong) ban tổ chức (?:còn )?(?:có|là|gồm)",
    # "dưới sự chủ trì của"
    "U": r"(?:dưới|với) (?:sự )?(?:đồng )?(?:chủ trì|chủ tọa|điều hành) (?:của|bởi)",
    # "dưới sự bảo trợ của", "được bảo trợ bởi"
    "G": r"(?:dưới sự )?bảo trợ (?:của|bởi|từ)",
    # "dưới sự chỉ đạo của": who directs does not organize
    "Y": r"(?:cùng |với )?sự đồng hành (?:của|từ)|"
    r"(?:dưới )?(?:sự )?(?:chỉ đạo|cho phép|đồng ý|ủy quyền|hỗ trợ|tài trợ|chứng kiến|tham dự|"
    r"tham gia|giám sát)(?: kỹ thuật)? (?:của|từ)|"
    r"theo (?:chỉ đạo|sự chỉ đạo|kế hoạch|đề nghị|yêu cầu|ủy quyền) của",
    # ", đơn vị sự nghiệp trực thuộc Bộ Nội vụ,": only the parent
    "y": r"(?:(?:đơn vị|cơ quan)(?: sự nghiệp| chuyên môn)? )?(?:trực )?thuộc",
    # "đơn vị đồng tổ chức", "đơn vị đồng hành tổ chức", "đối tác phía bạn là"
    "I": r"(?:một trong (?:những|các|số) )?(?:đơn vị|nhà|cơ quan) (?:(?:đồng|đồng hành)"
    r"(?: tổ chức| thực hiện| đăng cai)|"
    r"phối hợp(?: tổ chức| thực hiện)?)|đối tác(?: [^\W\d_]+){0,3}(?= là\b)",
    # "đơn vị tổ chức", "hai đơn vị cùng đứng tên tổ chức", "chủ nhà của hội thảo"
    "R": r"(?:một trong (?:những |các |số )?|hai |ba |bốn |các |những )?"
    rf"(?:đơn vị|cơ quan|nhà|bên|người|phía) {_ROLE}"
    r"(?:đăng cai(?: tổ chức)?|tổ chức|chủ trì|chủ nhà|cầm trịch|thực hiện|điều phối|khởi xướng)"
    r"(?! (?:thẩm tra|soạn thảo|xây dựng|biên soạn|dự án|đề tài|nhiệm vụ))|"
    r"ban tổ chức(?= (?:[^\W\d_]+ ){0,3}(?:bao gồm|gồm|là)\b| ?$)|(?<!nước )chủ nhà|đứng sau",
    "F": r"(?:đơn vị|cơ quan|nhà) bảo trợ",
    # "tổ chức chương trình này", "lớp do A mở"
    "e": r"(?:chương trình|hoạt động|giải thưởng|dự án|lớp|lớp học|khóa|khóa học|cuộc thi|đợt) "
    r"(?:này|trên)\b|"
    r"(?:lớp|khóa|lớp học|khóa học|đợt|giải|kỳ thi|cuộc diễn tập)(?= (?:này )?(?:do|được)\b)",
    # nouns, not the verb
    "x": r"(?:ban|công tác|cơ quan,|các|cá nhân,|và các|bộ máy) tổ chức|tổ chức (?:bộ máy|cán bộ|"
    r"quốc tế|chính trị|xã hội|đảng|phi chính phủ|tín dụng|công đoàn)|"
    r"chủ trì(?= soạn thảo| xây dựng| đề xuất)|mở (?:rộng|đầu|ra|cửa|mã)|phối hợp công tác",
    # "tổ chức", "phối hợp tổ chức", "chủ trì tổ chức", "thu xếp, tổ chức", "nhận vai trò đăng cai"
    "O": r"(?:(?:thu xếp|chuẩn bị|khởi xướng|sáng lập)(?:,| và) )?"
    r"(?:(?:đồng|phối hợp|liên kết|chủ trì|đăng cai|đứng ra|đứng tên|cùng|đồng hành|"
    r"bắt tay|chung tay|chịu trách nhiệm) ){0,3}tổ chức"
    r"(?: triển khai| thực hiện)?|(?:(?:nhận|đảm nhận|giữ)(?: vai trò| nhiệm vụ| phần)? )?"
    r"đăng cai|triệu tập(?: họp)?|điều phối|làm(?= ?$)|đứng ra (?:thu xếp|lo liệu)|"
    r"làm đầu mối(?: tổ chức)?|"
    r"(?:làm|đóng vai) (?:đơn vị )?chủ nhà",
    "H": r"(?:đồng |cùng )?chủ trì|chủ tọa",
    "P": r"(?:đồng )?bảo trợ",
    # "thực hiện": organizing when passive
    "K": r"(?:phối hợp |cùng )?(?:thực hiện|tiến hành|triển khai|phát động|khởi xướng)",
    # "đứng ra mở", "cùng mở": right after the subject; elsewhere "dữ liệu mở" is open
    "v": r"(?:đứng ra |cùng |đồng |phối hợp )?mở",
    # what a body does in meeting: "Bộ Nội vụ tổng kết 10 năm"
    "w": r"(?:phối hợp |cùng )?(?:sơ kết|tổng kết|giao ban|diễn tập|bồi dưỡng|trao giải|"
    r"tuyên dương|ra quân)",
    # "phối hợp với", "cùng với", "kết hợp với"
    "L": r"(?:cùng )?(?:phối hợp|kết hợp|hợp tác|liên kết)(?: chặt chẽ)?(?: cùng| với){0,2}|"
    r"cùng(?: với)?|với",
    # an act that opens something; "bắt đầu nhận hồ sơ đăng ký" opens a contest
    "M": r"(?:công bố )?(?:khai trương|ra mắt|vận hành)|khai mạc|khai giảng|bế giảng|"
    r"khánh thành|khởi động|bàn giao|"
    r"đưa vào (?:vận hành|hoạt động|sử dụng)|công bố (?:quyết định )?thành lập|"
    r"(?:bắt đầu|chính thức) (?:tiếp )?nhận "
    r"(?=(?:hồ sơ|bài|tác phẩm|ý tưởng) (?:dự thi|đăng ký|tham dự|tham gia))",
    "S": r"họp(?! báo)|nhóm họp|họp phiên",
    "D": r"do",
    "b": r"bởi",
    "W": r"được",
    "m": r"mà",
    "g": r"giữa",
    "s": r"của",
    "Q": r"(?:là|gồm)\b|:|(?<=tổ chức )(?:còn )?có\b",
    "C": r"đã|sẽ|vừa|mới|đang|chính thức|cùng nhau|long trọng|trang trọng|tiếp tục|dự kiến|chung|"
    r"thường niên|đến lượt|lần đầu tiên|tưng bừng|trọng thể|cũng|tổng|trực tiếp|này|trên",
    "l": r"tại|ở|trụ sở|hội trường",
    # a person, or people of a body
    "T": r"ông|bà|anh|chị|đồng chí|đ/c|(?:phó )?(?:thủ tướng|chủ tịch|chủ nhiệm|tổng giám đốc|"
    r"giám đốc|cục trưởng|vụ trưởng|viện trưởng|bí thư|"
    r"hiệu trưởng|chánh văn phòng|tổng biên tập|tổng thư ký)|(?:bộ|thứ) trưởng|phó|"
    r"(?:phó )?trưởng(?= (?:ban|phòng|đoàn|khoa|nhóm|tiểu ban)| ?$)|"
    r"lãnh đạo|đại diện|đại biểu|chuyên gia|thành viên|cán bộ|thay mặt|đoàn",
    # "UBND tỉnh giao cho Sở TT&TT chủ trì"
    "i": r"(?:giao|phân công|ủy quyền)(?: nhiệm vụ| trách nhiệm)?(?: cho)?",
    # what is only wished, ordered or meant
    "N": r"đề nghị|yêu cầu|kiến nghị|giúp|cho phép|mời|chỉ đạo|mong muốn|đề xuất|hy vọng|để|"
    r"nhằm|nếu|theo",
    "V": r"và\b|&",
    "A": r"[,;]| - ",
    "X": r"[^\W\d_][^\W_]*|\d+(?:[./-]\d+)*",
}
_MARKS = "AQVX"  # symbols whose patterns hold marks, or any word
_EACH = "|".join(
    f"(?P<{symbol}>{words})" if symbol in _MARKS else rf"(?P<{symbol}>(?:{words})\b)"
    for symbol, words in _SYMBOLS.items()
)
_TOKEN = re.compile(rf"(?=[^\W_]|[,;:&]| - )(?:{_EACH})")  # fails at once between words


def symbols(source: Source, sentence: Sentence, events: Iterable[EventMention]) -> list[Symbol]:
    """Return the symbols of a sentence with its events in order; none where it names no body."""
    span = sentence.start, sentence.end
    named = [
        body
        for body in (*bodies(source, *span), *lands(source, *span))
        if not (body.kind is Kind.BRAND and _is_dateline(source.text, body))
    ]
    if not named:
        return []
    found = [Symbol(b.start, b.end, "Z" if b.kind is Kind.BRAND else "B", body=b) for b in named]
    found += [Symbol(e.start, e.end, "E", event=e) for e in events]
    inside: list[Symbol] = []
    done = sentence.start
    for thing in sorted(found, key=lambda thing: (thing.start, thing.body is None, -thing.end)):
        if thing.start >= done:
            inside += _words(source.key, done, thing.start)
            inside.append(_placed(thing, inside))
            done = thing.end
    return inside + _words(source.key, done, sentence.end)


def _is_dateline(text: str, brand: Body) -> bool:
    """Whether a brand is the paper's own mark: "(HNM) - Ngày 5/6", "TTO - Sáng nay"."""
    return text[brand.start - 1 : brand.start] == "(" or text.startswith((" - ", " – "), brand.end)


def _words(key: str, start: int, end: int) -> list[Symbol]:
    return [
        Symbol(m.start(), m.end(), "x" if m.lastgroup == "X" else str(m.lastgroup))
        for m in _TOKEN.finditer(key, start, end)
    ]


# "UBND huyện An Bình", "cán bộ huyện An Bình": a land acts only where no other word is before it.
_AT_THE_HEAD = re.compile(r"(?:^|[ADWmLVCBZQ])$")
# "tại xã An Hòa, huyện An Bình, UBND tỉnh tổ chức": it goes on with the place
_IN_A_PLACE = re.compile(r"lx{1,5}A$")
# What stands before a body and takes it out of the running: "tại hội trường UBND tỉnh", "đại diện
# Bộ TT&TT", "giao Văn phòng Chính phủ", "dưới sự chỉ đạo của UBND tỉnh".
# Who is told to do it ("giao cho Sở TT&TT chủ trì") stands apart: it may be who organizes.
_TAKEN_OUT = re.compile(r"(?:lx{0,4}l?|[TNYi]s?x?)$|n[AV]$|[Tt]V$")
_LETTERS = {"l": "l", "T": "t", "t": "t", "N": "n", "n": "n", "Y": "d", "i": "j"}


def _placed(thing: Symbol, before: list[Symbol]) -> Symbol:
    """Return a body as no member of any chain where it is a place, a person's or an addressee."""
    if thing.body is None:
        return thing
    said = "".join(symbol.letter for symbol in before[-7:])
    if thing.body.kind is Kind.LAND and (not _AT_THE_HEAD.search(said) or _IN_A_PLACE.search(said)):
        return replace(thing, letter="x")
    out = _TAKEN_OUT.search(said)
    return replace(thing, letter=_LETTERS[out[0][0]]) if out else thing
