"""Names of bodies that no authority file lists, by their head noun or by their look.

Turns an offset into the end of the name that begins there: "Viện", "Hiệp hội", "Công ty" and the
words that can follow, or a bare brand ("Google", "Thắng Lợi Group"). Where the name would have to
go on through a verb or a title, it ends before.
"""

from __future__ import annotations

import re
from functools import cache

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.annotate.gazetteer import LEVEL, NEXT, SYLLABLE, WORD, Lookup
from egov_timeline.extract.lexicon import classes, words
from egov_timeline.text import CAPITAL, SMALL
from egov_timeline.vocabulary import Words

# The nouns that a Vietnamese body's name begins with; "báo cáo" and "phòng chống" are other words.
HEADS = ("authority", "unit", "body")
HEAD = re.compile(rf"{words(*HEADS)}\b")
HEADS_IN = Alternatives(HEAD.pattern)
_NOUNS = [entry for name in HEADS for entry in classes()[name]]
# A name begins with a word written large or with one of these: "báo Tiền Phong".
HEAD_WORDS = frozenset(noun.word.split()[0] for noun in _NOUNS)
# Common nouns when written small: "các tổ chức Đoàn", "cơ quan Trung ương", "dự án Luật".
_COMMON = {noun.word for noun in _NOUNS if noun.type == "common"}
# "lễ hội", "phục vụ", "hội trường": a small head noun that only ends another word. A name comes
# after a mark or one of these.
_ENDS_A_WORD = re.compile(
    r"(?<!\bdo)(?<!\bvà)(?<!\bvới)(?<!\bcùng)(?<!\bcủa)(?<!\bđược)(?<!\bbởi)(?<!\btại)(?<!\blà)"
    r"(?<!\bhợp)(?<!\bgiữa)(?<!\bthuộc)(?<!\bphía)(?<=[^\W_]) $"
)

_SMALL = rf"(?: (?!(?:và|tổ|phối|chủ|cùng|với|đồng|đăng)\b){SMALL}+)"
_VERB = rf"(?:(?:đồng )?{words('hold', 'preside', 'host')}|phối hợp|đã|sẽ|vừa|cùng|mở)\b"
# Where a name goes on through words that no listed name has:
_TAILS = tuple(
    map(
        re.compile,
        (
            # "Cơ quan phát triển DN nhỏ và vừa Hàn Quốc (SBC)": up to the short form
            r"(?:,? [^\W\d_]+(?:-[^\W\d_]+)?){1,9}(?= \((?:[A-ZĐ]\S+ )?[A-ZĐ][A-ZĐa-z& -]{1,9}\))",
            # "Trung tâm hỗ trợ thanh niên khởi nghiệp tổ chức", "Tổng cục Quản lý đất đai, Bộ Tài
            # nguyên và Môi trường": up to the verb, the brackets or the parent
            rf"{_SMALL}{{1,6}}(?= {_VERB}| Công an| \([A-ZĐ]|, (?:Bộ|Sở|UBND|Đại học|Tập đoàn)\b)",
            # "Viện Quy hoạch vùng cao và canh tác bền vững phối hợp"
            rf"{_SMALL}{{1,4}} và{_SMALL}{{2,6}}(?= {_VERB})",
            # "Hội nghiên cứu và giảng dạy văn học TP. HCM": a body after "và" would begin large
            rf" và{_SMALL}{{1,6}}(?=,| [-(A-ZĐ]| (?:cùng|phối hợp|(?:đồng )?tổ chức)\b)",
        ),
    )
)
# "Công ty cổ phần hàng không Vietjet": the kind of business, before anything is written large.
_TO_NAME = re.compile(rf"{_SMALL}{{1,4}}(?= [A-ZĐ])")
# "Trung tâm Bảo tồn di tích cố đô Huế": up to the place.
_TO_PLACE = re.compile(rf"{_SMALL}{{1,5}}(?= [A-ZĐ])")
# "Trung tâm ứng dụng ảnh viễn thám phục vụ sản xuất miền núi Mộc Châu tổ chức": all that a body is
# for, and where, up to the verb.
_TO_VERB = re.compile(rf"{_SMALL}{{1,12}}(?: [A-ZĐ][^\W_]*){{1,3}}(?= {_VERB})")
# "Việt Nam - Ấn Độ"
_BETWEEN_COUNTRIES = re.compile(r" ?- ?(?=[^\W\d_])")
# Small words inside a name, and words that no name goes on with.
_PARTICLES = {"các", "của", "về", "ngành", "nhỏ", "vừa", "trẻ", "nữ", "cấp", "số", "vì"}
# "Ban Chỉ đạo Nhà nước các công trình trọng điểm": no name ends so
_LEFT_OVER = re.compile(r" (?:các|của|về|vì)$")
_ENDS = re.compile(
    rf"\b(?:(?:đồng |đã |sẽ |vừa |cùng )?(?:{words('preside')}|tổ chức|phối hợp)|công bố|"
    rf"{words('launch', 'call', 'open', 'close')}|"
    r"giám đốc|giám khảo|lãnh đạo|chủ tịch|(?:bộ|thứ|cục|vụ) trưởng|trưởng|phó|bí thư|"
    r"hôm|khóa [ivx\d]+|năm \d+|lần thứ|nhiệm kỳ|"
    rf"{words('part of day')} (?:nay|qua)|ông|bà|đồng chí|hội thảo|hội nghị|diễn đàn|"
    r"tọa đàm|lễ|ngày)\b"
)
_NEVER = re.compile(
    r"\b(?:sự(?! (?:nghiệp|kiện|cố|thật|sống)\b)|"
    r"đã|sẽ|(?<!nhỏ và )vừa|đang|cho|biết|được|do|cùng|tại|có|là|để|trong|khi|này|cũng|mới|"
    rf"chính thức|đại diện|một số|nhiều|đơn vị|tiếp tục|long trọng|{words('planned')}|tham gia|ký|"
    r"trao)\b"
)
# "Huyện đoàn": the level is in the head noun, or goes without saying
_OF_A_LEVEL = re.compile(
    r"(?:(?:huyện|quận|thị|thành|tỉnh) (?:ủy|đoàn)|đoàn thanh niên)"
    r"(?= (?:và|tổ|phối|cùng|đã)\b|,)"
)
# "Câu lạc bộ Giám đốc CNTT"
_OF_MEMBERS = re.compile(r"\b(?:câu lạc bộ|clb|mạng lưới|hiệp hội|hội đồng) $")
_IN_VIETNAM = re.compile(r" tại việt nam\b")
# "Đại sứ quán Việt Nam tại Nhật Bản"
_MISSION = re.compile(r"(?:đại sứ quán|tổng lãnh sự quán|lãnh sự quán|phái đoàn|thương vụ)\b")
_TO_COUNTRY = " tại"
# "Tổng công ty 36", "Bệnh viện 175", "Trường THPT số 2"
_NUMBERED = (" số", "khu vực", "dự án", "đề án", "chương trình", "công ty", "bệnh viện", "quân khu")

_BRAND_ENDS = {"group", "corp", "bank", "land", "university", "media", "center", "online", "nam"}
# Abbreviations of things, and words of the names of events ("Vietnam ICT Summit").
_NO_BRAND = (
    r"btc|tp|tphcm|hcm|gs|ts|pgs|ths|summit|forum|"
    r"expo|days?|week|conference|awards?|challenge|hackathon|camp|fair|workshop|vietnam|"
    r"đbscl|ngày|hội|khai"
)


@cache
def _no_brand(own: Words) -> re.Pattern[str]:
    said = "|".join((_NO_BRAND, *map(re.escape, (*own.things, *own.brands))))
    return re.compile(rf"\b(?:{said})\b")


_PERSON = re.compile(r"(?:ông|bà|anh|chị|gs|ts|pgs|tổng thống|thủ tướng)\b")
_AFTER_LARGE = re.compile(rf"\b[{CAPITAL}][^\W_]* $")


def name_end(look: Lookup, head: re.Match[str], known: int = 0) -> int | None:
    """Return where the name that begins with a head noun ends; None where none does.

    It is known to go on to `known` at least.
    """
    if not _opens(look, head):
        return None
    start = head.start()
    end, whole = _grown(look, head.end(), max(head.end(), known))
    for tail in () if whole else _tails(look, head.end(), end):
        if not _breaks(look, end, tail.end()):
            end, _ = _grown(look, head.end(), tail.end())
            break
    if whole and _MISSION.match(look.key, start) and look.key.startswith(_TO_COUNTRY, end):
        country = look.place(end + len(_TO_COUNTRY))
        end = country[1] if country else end
    if left_over := _LEFT_OVER.search(look.key[start:end]):
        end -= len(left_over[0])
    return end if end > head.end() else None


def head_of_place_end(look: Lookup, head: re.Match[str]) -> int | None:
    """Return where a head noun ends that its level alone makes a name: "Trường Chính trị tỉnh"."""
    if not look.text[head.start()].isupper() or head[0] in _COMMON:
        return None
    if _OF_A_LEVEL.match(look.key, head.start(), look.limit):
        return head.end()
    level = LEVEL.match(look.key, head.end(), look.limit)
    of_one = level is not None and look.key[head.end()] == " " and not look.place(head.end())
    return head.end() if of_one and " " in head[0] else None


def brand_end(look: Lookup, start: int) -> int | None:
    """Return where a bare brand ends: words written large, one of them no Vietnamese syllable.

    Whether a place begins there is for the caller to ask.
    """
    if not look.text[start].isupper() or _PERSON.match(look.key, start):
        return None
    if _AFTER_LARGE.search(look.text, max(0, start - 12), start):
        return None
    end = look.large_words(start)
    run = look.key[start:end].split()
    if (
        not run
        or all(SYLLABLE.fullmatch(word) for word in run)
        or _no_brand(look.words).search(" ".join(run))
    ):
        return None
    # "David Dao" may be a body, "Hwang Ha Na" is rather a person.
    return end if len(run) < 3 or run[-1] in _BRAND_ENDS else None


def _opens(look: Lookup, head: re.Match[str]) -> bool:
    """Whether a head noun begins a name: written large, or small before a large word."""
    start, end = head.span()
    if look.text[start].isupper():
        return True
    return (
        head[0] not in _COMMON
        and look.text[end + 1 : end + 2].isupper()
        and not _ENDS_A_WORD.search(look.key, max(0, start - 12), start)
    )


def _tails(look: Lookup, head: int, end: int) -> list[re.Match[str]]:
    tails = [tail for p in _TAILS if (tail := p.match(look.text, end, look.limit))]
    small_so_far = end == head or look.text[head:end].islower()
    by_small = (_TO_NAME, _TO_VERB) if small_so_far else ()
    for pattern, allowed in ((_TO_PLACE, look.place), *((p, lambda _: True) for p in by_small)):
        tail = pattern.match(look.text, end, look.limit)
        if tail and allowed(tail.end()):
            tails.append(tail)
    return tails


def _grown(look: Lookup, head: int, end: int) -> tuple[int, bool]:
    """Return where the name goes on to, word by word, and whether a place makes it whole.

    Its head noun ends at `head`.
    """
    while True:
        if (place := look.place(end)) and not _only_begins(look, end, place[1]):
            return _after_place(look, place[1]), True
        step = NEXT.match(look.key, end, look.limit)
        if not step or not _belongs(look, step, head, end):
            return end, False
        end = step.end()


def _only_begins(look: Lookup, start: int, end: int) -> bool:
    """Whether what looks like a country begins another word: "Pháp chế", "Đức Khải", "Anh Đào"."""
    after = NEXT.match(look.key, end, look.limit)
    if not after or after["link"] != " " or " " in look.key[start:end].strip():
        return False
    at = after.start("word")
    if look.text[at].isupper():
        return bool(SYLLABLE.fullmatch(after["word"])) and not _is_head(look, at)
    return (
        look.text[at].islower() and not _ENDS.match(look.key, at) and not _NEVER.match(look.key, at)
    )


def _after_place(look: Lookup, end: int) -> int:
    """Only a place follows a place: "Hàn Quốc tại Việt Nam", "Việt Nam - Ấn Độ", "quận 8"."""
    if abroad := _IN_VIETNAM.match(look.key, end, look.limit):
        return abroad.end()
    joined = _BETWEEN_COUNTRIES.match(look.key, end, look.limit)
    other = look.place_at(joined.end()) if joined else None
    if other and look.places[other[0]].kind == "country":
        return other[1]
    place = look.place(end) if LEVEL.match(look.key, end, look.limit) else None
    return place[1] if place else end


def _belongs(look: Lookup, step: re.Match[str], head: int, end: int) -> bool:
    at, link = step.start("word"), step["link"]
    if _ENDS.match(look.key, at) and not _is_of_officers(look, at):
        return False
    large = look.text[at].isupper()
    if link != " " and (_is_head(look, at) or look.body(at)):
        return False
    if link not in (", ", " và "):
        return large or _small_word(look, step, head, end)
    if link == " và " and large and (look.place_at(at) or not brand_end(look, at)):
        return True
    # "Ủy ban Văn hóa, giáo dục và thanh niên": a comma inside a name is followed by "và".
    paired = look.paired(step["word"], end, step.end()) or look.paired(step["word"], at, step.end())
    return paired and (link == " và " or " và " in look.key[at : at + 60])


def _is_head(look: Lookup, at: int) -> bool:
    return bool(HEAD.match(look.key, at))


def _is_of_officers(look: Lookup, at: int) -> bool:
    """Whether a title names who the members of a body are: "CLB Giám đốc CNTT"."""
    return look.text[at].isupper() and bool(_OF_MEMBERS.search(look.key, max(0, at - 14), at))


def _small_word(look: Lookup, step: re.Match[str], head: int, end: int) -> bool:
    """A small word belongs where listed names pair it so, or where it ends a compound."""
    word = step["word"]
    if word[0].isdigit():
        return look.key.endswith(_NUMBERED, 0, end)
    at = step.start("word")
    if look.paired(word, end, step.end()) or look.paired(word, at, step.end()):
        return True
    if _opens_compound(look, head, end):
        return not _NEVER.match(look.key, at)
    after = NEXT.match(look.key, step.end(), look.limit)
    return (
        word in _PARTICLES
        and not _NEVER.match(look.key, at)
        and not (after and _ENDS.match(look.key, after.start("word")))
    )


def _opens_compound(look: Lookup, head: int, end: int) -> bool:
    """Whether a large syllable stands after none: "Ban Chấp hành", "TNHH Sản xuất"."""
    large = [
        m.start() >= head and look.text[m.start()].isupper() and bool(SYLLABLE.fullmatch(m[0]))
        for m in look.last_words(end)[-2:]
    ]
    return large == [False, True]


def _breaks(look: Lookup, start: int, end: int) -> bool:
    """Whether a verb, a title or another body stands in between."""
    if _ENDS.search(look.key, start, end) or _NEVER.search(look.key, start, end):
        return True
    heads = (HEAD.match(look.key, m.start()) for m in WORD.finditer(look.key, start, end))
    return any(head and _opens(look, head) for head in heads)
