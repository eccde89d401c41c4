"""Who does what in one sentence: chains of bodies around a verb of organizing.

Turns a sentence into a string of symbols, one for each body, event noun, verb, link and comma, and
reads the press's constructions as patterns over it: active, passive, nominal. It does not judge
whether the event is the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egov_timeline.extract.bodies import Body
from egov_timeline.extract.reading import EventMention, Reading
from egov_timeline.extract.symbols import Symbol, symbols
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


_SAYS_WHO = re.compile(
    r"tổ chức|chủ trì|chủ tọa|đăng cai|bảo trợ|điều phối|phối hợp|thực hiện|phát động|khởi xướng|"
    r"khai trương|khai mạc|khai giảng|ra mắt|vận hành|khánh thành|khởi động|đưa vào|"
    r"(?:phiên|kỳ|cuộc|nhóm) họp|họp phiên|hội nghị|đại hội"
)

# "A, B phối hợp với C và D", "A chủ trì, phối hợp với B", "A cùng các sở, ngành và B".
# "Hội Sinh viên Việt Nam tại Pháp và B". No two branches can match the same symbols.
_LINK = r"(?:[HO]A?C?L|C?[AVL]{1,3}C?|C?x{1,2}L|Lx{1,6}[AV]L?|lx{1,4}[AVL]{0,3}C?|)"
_CHAIN = rf"(?P<chain>[BZ](?:{_LINK}[BZ]){{0,15}})(?:lx{{1,4}})?"
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
# "Trung tâm chính thức khánh thành ngày 5/6": what is opened, not who opens it.
_NO_OBJECT = re.compile(r"\s*(?:$|[.,;]|(?:ngày|hôm|sáng|chiều|vào|từ|lúc|tại|ở)\b)")


def chains(reading: Reading, sentence: Sentence) -> Iterator[Chain]:
    """Yield what the sentence says of who holds an event, one chain for each place."""
    if not _SAYS_WHO.search(reading.key, sentence.start, sentence.end):
        return
    there = symbols(reading, sentence)
    said = "".join(symbol.letter for symbol in there)
    for name, construction in _CONSTRUCTIONS:
        for match in construction.finditer(said):
            chain = _chain(reading, name, match, there)
            if chain:
                yield chain
                start, end = match.span("chain")  # each body is said to do one thing
                said = said[:start] + "." * (end - start) + said[end:]


def _chain(reading: Reading, name: str, match: re.Match[str], there: list[Symbol]) -> Chain | None:
    members = [i for i in range(*match.span("chain")) if match.string[i] in "BZ"]
    event = _event(name, match, there)
    if not _holds(reading, name, match, there, event):
        return None
    roles = _roles(name, match, members)
    first, last = match.span("verb") if match["verb"] else (match.start(), match.start() + 1)
    return Chain(
        tuple(
            (body, role) for i, role in zip(members, roles, strict=True) if (body := there[i].body)
        ),
        event,
        (there[first].start, there[last - 1].end),
        name,
    )


def _holds(
    reading: Reading,
    name: str,
    match: re.Match[str],
    there: list[Symbol],
    event: EventMention | None,
) -> bool:
    """Whether the construction says what it seems to say."""
    said, chain = match.string, match.start("chain")
    if "B" not in match["chain"] and name not in ("passive", "active"):
        return False
    # "Trưởng Ban Chỉ đạo cải cách hành chính của Chính phủ chủ trì": the subject is a person.
    if name in _OF_SUBJECTS and _PERSON.search(said, 0, chain):
        return False
    if name == "launch":
        return not _NO_OBJECT.match(reading.key, there[match.end("verb") - 1].end)
    # "Kế hoạch do Bộ Nội vụ chủ trì thực hiện": other things are chaired and carried out, too.
    if name in ("passive", "by") and "O" not in match["verb"]:
        return "E" in said[: match.start()]
    if name != "session":
        return True
    # "họp báo về kết quả kỳ họp của Quốc hội" is no session.
    first = "E" not in said[: match.start()]
    return first and _is_session(reading, there[chain], event, match["verb"])


def _roles(name: str, match: re.Match[str], members: list[int]) -> list[str]:
    """Return the role of each body: who comes after "phối hợp với" is a partner."""
    first = _role(name, match["verb"])
    if first != "organizer":
        return [first for _ in members]
    # "… phối hợp với Bảo tàng tổ chức": the subject has no name, so the link stands before.
    begins = max(0, members[0] - 1)
    linked = ("L" in match.string[begins:i] for i in members)
    return ["co-organizer" if partner else "organizer" for partner in linked]


def _role(name: str, verb: str) -> str:
    if name == "patron" or verb in ("F", "P"):
        return "sponsor"
    if verb in _PARTNER:
        return "co-organizer"
    return "host" if name in ("chair", "session") or verb == "H" else "organizer"


def _event(name: str, match: re.Match[str], there: list[Symbol]) -> EventMention | None:
    """Return the event that the construction speaks of: its object, or the one named last."""
    if "event" in match.re.groupindex:
        return there[match.start("event")].event
    before = match.string.rfind("E", 0, match.start())
    after = match.string.find("E", match.end())
    at = before if before >= 0 else after
    return there[at].event if at >= 0 and name != "launch" else None


def _is_session(reading: Reading, symbol: Symbol, event: EventMention | None, verb: str) -> bool:
    meets = bool(_MEETS.match(reading.key, symbol.start))
    return meets and (
        bool(verb) or bool(event and _SESSION.match(reading.key, event.start, event.end))
    )
