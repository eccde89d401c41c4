"""A sentence as a string of symbols: what each of its words does for saying who holds an event.

Turns a sentence into symbols with their spans, one for each body, event noun, verb of organizing,
link, comma or other word. It reads no construction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from egov_timeline.extract.bodies import Body, bodies
from egov_timeline.extract.reading import EventMention, Reading
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
_SYMBOLS = {
    # "với sự phối hợp tổ chức của", "và sự hợp tác tổ chức từ phía"
    "J": r"(?:với )?sự (?:phối hợp|hợp tác|đồng)(?: tổ chức| thực hiện)? (?:của|từ phía|từ|giữa)",
    # "dưới sự chủ trì của"
    "U": r"dưới (?:sự )?(?:chủ trì|chủ tọa|điều hành) (?:của|bởi)",
    # "dưới sự bảo trợ của", "được bảo trợ bởi"
    "G": r"(?:dưới sự )?bảo trợ (?:của|bởi|từ)",
    # "dưới sự chỉ đạo của": who directs does not organize
    "Y": r"(?:dưới )?(?:sự )?(?:chỉ đạo|cho phép|đồng ý|ủy quyền|hỗ trợ|tài trợ|chứng kiến|tham dự|"
    r"tham gia) (?:của|từ)|theo (?:chỉ đạo|sự chỉ đạo|kế hoạch|đề nghị) của",
    # "đơn vị đồng tổ chức", "đơn vị đồng hành tổ chức"
    "I": r"(?:đơn vị|nhà) (?:đồng|phối hợp|đồng hành)(?: tổ chức| thực hiện)",
    # "đơn vị tổ chức", "cơ quan chủ trì"
    "R": r"(?:đơn vị|nhà) (?:tổ chức|chủ trì|đăng cai(?: tổ chức)?|thực hiện|điều phối)|"
    r"cơ quan (?:chủ trì|đăng cai)",
    "F": r"(?:đơn vị|cơ quan|nhà) bảo trợ",
    # "tổ chức chương trình này"
    "e": r"(?:chương trình|hoạt động|giải thưởng|dự án) (?:này|trên)",
    # nouns, not the verb
    "x": r"(?:ban|công tác|cơ quan,|các|cá nhân,|và các|bộ máy) tổ chức|tổ chức (?:bộ máy|cán bộ|"
    r"quốc tế|chính trị|xã hội|đảng|phi chính phủ|tín dụng|công đoàn)|"
    r"chủ trì(?= soạn thảo| xây dựng| đề xuất)",
    # "tổ chức", "phối hợp tổ chức", "chủ trì tổ chức", "đăng cai"
    "O": r"(?:(?:đồng|phối hợp|liên kết|chủ trì|đăng cai|đứng ra|cùng) ){0,2}tổ chức"
    r"(?: triển khai| thực hiện)?|đăng cai|điều phối",
    "H": r"(?:đồng )?chủ trì|chủ tọa",
    "P": r"bảo trợ",
    # "thực hiện", "phát động": organizing when passive
    "K": r"(?:phối hợp |cùng )?(?:thực hiện|phát động|khởi xướng|triển khai)",
    # "phối hợp với", "cùng với", "kết hợp với"
    "L": r"(?:cùng )?(?:phối hợp|kết hợp|hợp tác|liên kết)(?: chặt chẽ)?(?: cùng| với){0,2}|"
    r"cùng(?: với)?|với",
    # an act that opens something
    "M": r"khai trương|khai mạc|khai giảng|ra mắt|vận hành|khánh thành|khởi động|"
    r"đưa vào (?:vận hành|hoạt động|sử dụng)",
    "S": r"họp(?! báo)|nhóm họp|họp phiên",
    "D": r"do",
    "b": r"bởi",
    "W": r"được",
    "g": r"giữa",
    "s": r"của",
    "Q": r"(?:là|gồm)\b|:",
    "C": r"đã|sẽ|vừa|mới|đang|chính thức|cùng nhau|long trọng|trang trọng|tiếp tục|dự kiến|chung|"
    r"thường niên|tưng bừng|trọng thể|cũng|tổng|trực tiếp|này|trên",
    "l": r"tại|ở|trụ sở|hội trường",
    # a person, or people of a body
    "T": r"ông|bà|anh|chị|đồng chí|đ/c|(?:phó )?(?:thủ tướng|chủ tịch|chủ nhiệm|tổng giám đốc|"
    r"giám đốc|cục trưởng|vụ trưởng|viện trưởng|bí thư|"
    r"hiệu trưởng|chánh văn phòng|tổng biên tập|tổng thư ký)|(?:bộ|thứ) trưởng|phó|"
    r"(?:phó )?trưởng(?= (?:ban|phòng|đoàn|khoa|nhóm|tiểu ban)| ?$)|"
    r"lãnh đạo|đại diện|đại biểu|chuyên gia|thành viên|cán bộ|thay mặt|đoàn",
    # what is only wished, ordered or meant
    "N": r"đề nghị|giao|yêu cầu|kiến nghị|giúp|cho phép|mời|chỉ đạo|mong muốn|đề xuất|hy vọng|để|"
    r"nhằm|nếu|theo",
    "V": r"và\b|&",
    "A": r"[,;]",
    "X": r"[^\W\d_][^\W_]*|\d+(?:[./-]\d+)*",
}
_MARKS = "AQVX"  # symbols whose patterns hold marks, or any word
_TOKEN = re.compile(
    "|".join(
        f"(?P<{symbol}>{words})" if symbol in _MARKS else rf"(?P<{symbol}>(?:{words})\b)"
        for symbol, words in _SYMBOLS.items()
    )
)


def events_in(reading: Reading, sentence: Sentence) -> list[EventMention]:
    """Return the event nouns of one sentence."""
    return [e for e in reading.events if sentence.start <= e.start < sentence.end]


def symbols(reading: Reading, sentence: Sentence) -> list[Symbol]:
    """Return the symbols of a sentence in order; none where it names no body."""
    named = [
        body
        for body in bodies(reading, sentence.start, sentence.end)
        if not (body.brand and _is_dateline(reading.text, body))
    ]
    if not named:
        return []
    found = [Symbol(b.start, b.end, "Z" if b.brand else "B", body=b) for b in named]
    found += [Symbol(e.start, e.end, "E", event=e) for e in events_in(reading, sentence)]
    inside: list[Symbol] = []
    done = sentence.start
    for thing in sorted(found, key=lambda thing: (thing.start, thing.body is None)):
        if thing.start >= done:
            inside += _words(reading.key, done, thing.start)
            inside.append(_placed(thing, inside))
            done = thing.end
    return inside + _words(reading.key, done, sentence.end)


def _is_dateline(text: str, brand: Body) -> bool:
    """Whether a brand is the paper's own mark: "(HNM) - Ngày 5/6", "TTO - Sáng nay"."""
    return text[brand.start - 1 : brand.start] == "(" or text.startswith((" - ", " – "), brand.end)


def _words(key: str, start: int, end: int) -> list[Symbol]:
    return [
        Symbol(m.start(), m.end(), "x" if m.lastgroup == "X" else str(m.lastgroup))
        for m in _TOKEN.finditer(key, start, end)
    ]


# What stands before a body and takes it out of the running: "tại hội trường UBND tỉnh", "đại diện
# Bộ TT&TT", "giao Văn phòng Chính phủ", "dưới sự chỉ đạo của UBND tỉnh".
_TAKEN_OUT = re.compile(r"(?:lx{0,4}l?|[TNY]s?x?)$|[Nn][AV]$|[Tt]V$")


def _placed(thing: Symbol, before: list[Symbol]) -> Symbol:
    """Return a body as no member of any chain where it is a place, a person's or an addressee."""
    if thing.body is None:
        return thing
    said = "".join(symbol.letter for symbol in before[-7:])
    out = _TAKEN_OUT.search(said)
    return Symbol(thing.start, thing.end, out[0][0].lower()) if out else thing
