"""Who does what in one sentence: chains of bodies around a verb of organizing.

Turns a sentence into a string of symbols, one for each body, event noun, verb, link and comma, and
reads the press's constructions as patterns over it: active, passive, nominal. It does not judge
whether the event is the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.extract.bodies import Body, bodies
from egov_timeline.extract.reading import EventMention, Reading
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
    "Q": r"là|gồm|:",
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
    "V": r"và|&",
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
_SAYS_WHO = re.compile(
    r"tổ chức|chủ trì|chủ tọa|đăng cai|bảo trợ|điều phối|phối hợp|thực hiện|phát động|khởi xướng|"
    r"khai trương|khai mạc|khai giảng|ra mắt|vận hành|khánh thành|khởi động|đưa vào|"
    r"(?:phiên|kỳ|cuộc|nhóm) họp|họp phiên|hội nghị|đại hội"
)

# "A, B phối hợp với C và D", "A chủ trì, phối hợp với B", "A cùng các sở, ngành và B".
_LINK = r"(?:[HO]A?C?L|C?[AVL]{1,3}C?|C?x{1,2}L|Lx{1,6}[AV]L?|)"
_AT = r"(?:lx{1,4})?"  # "Hội Sinh viên Việt Nam tại Pháp"
_CHAIN = rf"(?P<chain>[BZ](?:{_AT}{_LINK}[BZ]){{0,15}}){_AT}"
# "do các cơ quan, đơn vị gồm: A, B", "do gia đình nhà văn cùng A": said before a name is.
_LISTED = r"(?:x[xA]{0,5}Q{1,2}|x{1,10}L)?"
# "dưới sự chủ trì của A và B, C tổ chức": the list ends where the subject begins.
_SHORTEST = rf"(?P<chain>[BZ](?:{_LINK}[BZ]){{0,7}}?)(?=A[BZ](?:{_LINK}[BZ]){{0,7}}[CxL]*O)"
# "phối hợp với các đơn vị liên quan", "và các sở, ngành": partners without a name.
_NAMELESS = r"(?:[AV]?Lx[xAV]{0,8}?|Vx[xAV]{0,8}?)?"
_CONSTRUCTIONS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # "dưới sự chủ trì của A, B tổ chức": the list ends before the subject
        ("chair", rf"(?P<verb>U){_SHORTEST}"),
        ("chair", rf"(?P<verb>U){_CHAIN}"),
        ("patron", rf"(?P<verb>G){_SHORTEST}"),
        ("patron", rf"(?P<verb>G){_CHAIN}"),
        ("patron", rf"[DW]{_CHAIN}C*(?P<verb>P)"),
        # "với sự phối hợp tổ chức của A"
        ("joint", rf"(?P<verb>J){_CHAIN}"),
        # "đơn vị tổ chức là A", "A là đơn vị bảo trợ"
        ("named", rf"(?P<verb>[RIF])x{{0,2}}Q{_CHAIN}"),
        ("named", rf"{_CHAIN}C*Qx{{0,2}}(?P<verb>[RIF])"),
        # "do A và B phối hợp tổ chức", "được A tổ chức", "giữa A và B tổ chức"
        ("passive", rf"[DW]{_LISTED}{_CHAIN}{_NAMELESS}C*(?P<verb>[OHK]+)"),
        ("passive", rf"(?P<event>E)[^TDE]{{0,25}}[gs]{_CHAIN}{_NAMELESS}C*(?P<verb>O)"),
        # "được tổ chức bởi A"
        ("by", rf"(?P<verb>[OHK])b{_CHAIN}"),
        # "HĐND thành phố khai mạc kỳ họp"
        ("session", r"(?P<chain>B)C*(?P<verb>M)(?P<event>E)"),
        # "A đã phối hợp với B tổ chức ở Hà Nội hội nghị"
        (
            "active",
            rf"(?<![gs]){_CHAIN}{_NAMELESS}C*(?P<verb>[OHKM]+)[xCVlL]{{0,7}}?(?P<event>[Ee])",
        ),
        # "phiên họp thứ nhất Ủy ban Quốc gia về …", "Ủy ban … họp phiên thứ nhất"
        ("session", r"(?P<event>E)(?P<verb>)x{0,4}s?(?P<chain>B)"),
        ("session", r"(?P<chain>B)C*(?P<verb>S)"),
        # "A điều phối và tổ chức.": the event was named before
        ("subject", rf"(?:^|A){_CHAIN}{_NAMELESS}C*(?P<verb>O(?:VO)?)(?=$|[lA])"),
        # "A vừa chính thức vận hành trung tâm"
        ("launch", rf"(?<![DWsb]){_CHAIN}C*(?P<verb>M)"),
    )
)
# Bodies that meet in sessions of their own.
_MEETS = re.compile(
    r"(?:ủy ban quốc gia|ủy ban chỉ đạo|hội đồng|hđnd|ban chỉ đạo|bcđ|ban chấp hành|quốc hội|"
    r"ban thường vụ|tổ công tác|nhóm công tác|chính phủ)\b"
)
_SESSION = re.compile(r"(?:phiên|kỳ|cuộc) họp|hội nghị|đại hội")
_PARTNER = {"I", "J"}
_OF_SUBJECTS = {"active", "subject", "launch"}
_PERSON = re.compile(r"T[^A]*$")


@dataclass(frozen=True, slots=True)
class _Symbol:
    start: int
    end: int
    letter: str
    body: Body | None = None
    event: EventMention | None = None


def chains(reading: Reading, sentence: Sentence) -> Iterator[Chain]:
    """Yield what the sentence says of who holds an event, one chain for each place."""
    if not _SAYS_WHO.search(reading.key, sentence.start, sentence.end):
        return
    named = [
        body
        for body in bodies(reading, sentence.start, sentence.end)
        if not (body.brand and _is_dateline(reading.text, body))
    ]
    if not named:
        return
    symbols = _symbols(reading, sentence, named)
    said = "".join(symbol.letter for symbol in symbols)
    for name, construction in _CONSTRUCTIONS:
        for match in construction.finditer(said):
            members = [i for i in range(*match.span("chain")) if match.string[i] in "BZ"]
            chain = _chain(reading, name, match, symbols, members)
            if chain:
                yield chain
                start, end = match.span("chain")
                said = said[:start] + "." * (end - start) + said[end:]


def events_in(reading: Reading, sentence: Sentence) -> list[EventMention]:
    """Return the event nouns of one sentence."""
    return [e for e in reading.events if sentence.start <= e.start < sentence.end]


def _chain(
    reading: Reading, name: str, match: re.Match[str], symbols: list[_Symbol], members: list[int]
) -> Chain | None:
    said, verb = match.string, match.span("verb")
    if all(said[i] == "Z" for i in members) and name not in ("passive", "active"):
        return None
    # "Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ chủ trì": the subject is a person.
    if name in _OF_SUBJECTS and _PERSON.search(said, 0, members[0]):
        return None
    event = _event(name, match, symbols)
    if name == "session" and not _is_session(reading, symbols[members[0]], event, match["verb"]):
        return None
    first = _role(name, match["verb"])
    if first == "organizer" and said[members[0] - 1 : members[0]] == "L":
        first = "co-organizer"  # "… phối hợp với Bảo tàng tổ chức": the subject has no name
    roles = [
        "co-organizer" if first == "organizer" and "L" in said[members[0] : i] else first
        for i in members
    ]
    bodies_ = [symbols[i].body for i in members]
    span = (
        (symbols[verb[0]].start, symbols[verb[1] - 1].end)
        if verb[0] < verb[1]
        else (symbols[match.start()].start, symbols[match.start()].end)
    )
    return Chain(tuple((b, r) for b, r in zip(bodies_, roles, strict=True) if b), event, span, name)


def _role(name: str, verb: str) -> str:
    if name == "patron" or verb in ("F", "P"):
        return "sponsor"
    if verb in _PARTNER:
        return "co-organizer"
    return "host" if name in ("chair", "session") or verb == "H" else "organizer"


def _event(name: str, match: re.Match[str], symbols: list[_Symbol]) -> EventMention | None:
    """Return the event that the construction speaks of: its object, or the one named last."""
    if "event" in match.re.groupindex:
        return symbols[match.start("event")].event
    before = match.string.rfind("E", 0, match.start())
    after = match.string.find("E", match.end())
    at = before if before >= 0 else after
    return symbols[at].event if at >= 0 and name != "launch" else None


def _is_session(reading: Reading, symbol: _Symbol, event: EventMention | None, verb: str) -> bool:
    meets = bool(_MEETS.match(reading.key, symbol.start))
    return meets and (
        bool(verb) or bool(event and _SESSION.match(reading.key, event.start, event.end))
    )


def _symbols(reading: Reading, sentence: Sentence, named: list[Body]) -> list[_Symbol]:
    found = [_Symbol(b.start, b.end, "Z" if b.brand else "B", body=b) for b in named]
    found += [_Symbol(e.start, e.end, "E", event=e) for e in events_in(reading, sentence)]
    symbols: list[_Symbol] = []
    done = sentence.start
    for thing in sorted(found, key=lambda thing: (thing.start, thing.body is None)):
        if thing.start >= done:
            symbols += _words(reading.key, done, thing.start)
            symbols.append(_placed(thing, symbols))
            done = thing.end
    return symbols + _words(reading.key, done, sentence.end)


def _is_dateline(text: str, brand: Body) -> bool:
    """Whether a brand is the paper's own mark: "(HNM) - Ngày 5/6", "TTO - Sáng nay"."""
    return text[brand.start - 1 : brand.start] == "(" or text.startswith((" - ", " – "), brand.end)


def _words(key: str, start: int, end: int) -> list[_Symbol]:
    return [
        _Symbol(m.start(), m.end(), "x" if m.lastgroup == "X" else str(m.lastgroup))
        for m in _TOKEN.finditer(key, start, end)
    ]


# What stands before a body and takes it out of the running: "tại hội trường UBND tỉnh", "đại diện
# Bộ TT&TT", "giao Văn phòng Chính phủ", "dưới sự chỉ đạo của UBND tỉnh".
_TAKEN_OUT = re.compile(r"(?:lx{0,4}l?|[TNY]s?x?)$|[Nn][AV]$|[Tt]V$")


def _placed(thing: _Symbol, before: list[_Symbol]) -> _Symbol:
    """Return a body as no member of any chain where it is a place, a person's or an addressee."""
    if thing.body is None:
        return thing
    said = "".join(symbol.letter for symbol in before[-7:])
    out = _TAKEN_OUT.search(said)
    return _Symbol(thing.start, thing.end, out[0][0].lower()) if out else thing
