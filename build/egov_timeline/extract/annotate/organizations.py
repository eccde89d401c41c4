"""The organizations that a text names, with the exact span of each name.

Turns a stretch of text into bodies: those of the authority file, the committees and departments
that every province has, and names that nobody listed. It does not say what a body does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from egov_timeline.extract.annotate.gazetteer import LEVEL, NEXT, OF_PROVINCE, WORD, Lookup
from egov_timeline.extract.annotate.head_nouns import (
    HEAD,
    HEAD_WORDS,
    brand_end,
    head_of_place_end,
    name_end,
)
from egov_timeline.extract.annotate.source import Source
from egov_timeline.extract.lexicon import words
from egov_timeline.vocabulary import Term, local_label


class Kind(Enum):
    """By what a body is named."""

    NAME = auto()
    BRAND = auto()  # a bare foreign or capital name, which only its neighbours can prove a body
    SHORT = auto()  # "Sở", "Tổng cục": whichever was named before
    LAND = auto()  # "huyện An Bình", which may act, where nobody of it is named


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at `start:end`. `id` is None where no authority file knows it.

    `local` is the id of a body that every province has; `place` then that of the province, None
    where the text leaves it out ("UBND tỉnh").
    """

    start: int
    end: int
    id: str | None
    name: str
    local: str | None = None
    place: str | None = None
    kind: Kind = Kind.NAME


# "(VINASA)", "(Bộ TT-TT)", "(TT&TT)", "(thuộc Bộ Y tế)".
_PAREN = re.compile(r" ?\((?:thuộc )?(?P<inside>[^\W\d_][^()\n]{1,60})\)")
_SHORT = re.compile(r"(?:[a-z]-?)?[A-ZĐ][\w&.\- /]{0,14}")
# A unit and its parent: "Cục Tin học hóa, Bộ TT&TT"; equals are listed from the highest down.
_UNIT = re.compile(rf"{words('unit')}\b")
_PARENT = re.compile(
    r"(?:bộ|sở|văn phòng chính phủ|đại học|đhqg|trường|tập đoàn|tổng cục|viện hàn lâm)\b"
)
_OFFICE = re.compile(r"(?:văn phòng|ban|trung tâm|báo|tạp chí|nhà xuất bản|học viện)\b")
# Schools are often listed side by side; a dash joins one to its university.
_SCHOOL = re.compile(r"trường\b")
# "VCCI - Chi nhánh Cần Thơ", "VCCI Văn phòng đại diện miền Trung"
_TO_BRANCH = re.compile(r"(?: -|,)? (?=(?:chi nhánh|chi hội|văn phòng đại diện)\b)")
_TO_PARENT = re.compile(r"(?P<mark>,| -)? (?P<belongs>(?:trực )?thuộc |của )?(?=[^\W\d_])")


def bodies(source: Source, start: int, end: int) -> Iterator[Body]:
    """Yield the bodies named in `text[start:end]`, in order, without overlaps."""
    look = Lookup(source.text, source.key, end, source.vocabularies)
    text = source.text
    for match in WORD.finditer(source.key, start, end):
        at, word = match.start(), match[0]
        if at < start or not (text[at].isupper() or word in HEAD_WORDS):
            continue
        if body := _at(look, at) if _may_open(look, word) else _brand(look, at):
            body = _with_branch(look, _with_parent(look, body))
            start = _after_place_in_brackets(look, body.end)
            yield replace(body, end=start)


def _may_open(look: Lookup, word: str) -> bool:
    """Whether more than a brand can begin with `word`: with most words written large, no body."""
    return word in _OPENING or look.may_open(word) or not word.isalnum()


# "do Sở tổ chức", "Tổng cục sẽ đăng cai": a head noun alone, written large, that acts.
_SHORT_NOUNS = (
    *("sở", "bộ", "tổng cục", "nhà trường", "cục", "hội", "hiệp hội", "liên đoàn", "trường"),
    *("học viện", "viện", "trung tâm", "tập đoàn", "tổng công ty", "công ty", "ban(?! tổ chức)"),
    *("ủy ban", "quỹ"),
)
_OPENING = {"viễn", *HEAD_WORDS, *(re.split(r"\W", noun)[0] for noun in _SHORT_NOUNS)}
_SHORT_FORM = re.compile(
    rf"(?:{'|'.join(_SHORT_NOUNS)})"
    r"(?= (?:(?:đã|sẽ|vừa|cũng|chính thức|cùng|đứng ra|phối hợp|đồng) ){0,3}"
    rf"(?:{words('hold', 'open', 'launch', 'call', 'preside', 'host')}|mở|phối hợp|cùng|kết hợp)\b)"
)
_SCHOOL_ITSELF = "nhà trường"


def _at(look: Lookup, start: int) -> Body | None:
    known = look.body(start)
    if known is None:
        return _unlisted(look, start)
    term, end = known
    if term is None:
        return None
    head = HEAD.match(look.key, start, look.limit)
    longer = (head and name_end(look, head, end)) or end
    if longer > end and (_goes_on(look, end) or _ends_abroad(look, end, longer)):
        return _own_name(look, start, _after_bracket(look, longer))
    if term.kind in ("local", "local-level"):
        return _local(look, term, start, end)
    # "FPT Software", "VNPT Vĩnh Phúc": a branch of its own.
    if term.kind == "company" and (more := look.large_words(end)) > end:
        return _own_name(look, start, more)
    return Body(start, _after_bracket(look, end), term.id, term.label)


def _unlisted(look: Lookup, start: int) -> Body | None:
    if look.place_at(start):  # "Hội An", "Đài Loan"
        return None
    if head := HEAD.match(look.key, start, look.limit):
        if end := head_of_place_end(look, head):
            return _own_name(look, start, end)
        if end := name_end(look, head):
            return _own_name(look, start, _after_bracket(look, end))
    # "Viễn thông Hà Nam": a branch is named by its field and its province.
    for field in look.words.branches:
        named = look.key.startswith(field, start)
        if named and (place := look.place(start + len(field))) and place[0]:
            return _own_name(look, start, place[1])
    large = look.text[start].isupper() or look.key.startswith(_SCHOOL_ITSELF, start)
    if short := large and _SHORT_FORM.match(look.key, start, look.limit):
        return Body(start, short.end(), None, look.text[start : short.end()], kind=Kind.SHORT)
    return _bare_brand(look, start)


def _brand(look: Lookup, start: int) -> Body | None:
    brand = _bare_brand(look, start)
    return None if brand and look.place_at(start) else brand


def _bare_brand(look: Lookup, start: int) -> Body | None:
    end = brand_end(look, start)
    return Body(start, end, None, look.text[start:end], kind=Kind.BRAND) if end else None


def _goes_on(look: Lookup, end: int) -> bool:
    """Whether a listed name is but a beginning: "Hội Tin học - Điện tử", "Bộ Công an Lào"."""
    if (place := look.place(end)) and (ident := place[0]):
        return look.places[ident].kind in ("country", "city") and ident != "viet-nam"
    step = NEXT.match(look.key, end, look.limit)
    return (
        step is not None
        and step["link"] in (" ", " - ")
        and look.text[step.start("word")].isupper()
        and look.paired(step["word"], step.start("word"), step.end())
        and not HEAD.match(look.key, step.start("word"))
    )


def _ends_abroad(look: Lookup, end: int, longer: int) -> bool:
    """Whether a name goes on to a country: "Bộ Công nghệ thông tin Hàn Quốc" is none of ours."""
    for word in WORD.finditer(look.key, end, longer):
        hit = look.place_at(word.start())
        if hit and hit[1] == longer:
            place = look.places[hit[0]]
            return place.kind == "country" and place.id != "viet-nam"
    return False


def _local(look: Lookup, term: Term, start: int, end: int) -> Body:
    """Return a body that every province has, with the province that the text names."""
    end = _after_bracket(look, end, place_too=False)
    if place := look.place(end):
        ident, end = place[0], _after_bracket(look, place[1])
        if ident and look.places[ident].kind == "province":
            label = local_label(term, look.places[ident])
            return Body(start, end, f"{term.id}-{ident}", label, term.id, ident)
        wider = look.place(end) if LEVEL.match(look.key, end, look.limit) else None
        return _own_name(look, start, wider[1] if wider else end)
    level = LEVEL.match(look.key, end, look.limit)
    if level and look.key[end] != ",":
        end = level.end("level")
        if level["level"] not in OF_PROVINCE:
            return _own_name(look, start, end)
    return Body(start, end, None, look.said(start, end), term.id)


def _after_bracket(look: Lookup, end: int, place_too: bool = True) -> int:
    """Step over a short form or a parent in brackets, and the place after them."""
    bracket = _PAREN.match(look.text, end, look.limit)
    if not bracket:
        return end
    if not _SHORT.fullmatch(bracket["inside"]) and not _at(look, bracket.start("inside")):
        return end
    place = look.place(bracket.end()) if place_too else None
    return place[1] if place and place[0] else bracket.end()


# "UBND Phường 5 (thành phố Đông Hà)", "UBND tỉnh Quảng Ninh (Việt Nam)": where it is
_WHERE = re.compile(r" ?\((?P<inside>[^\W\d_][^()\n]{1,40})\)")


def _after_place_in_brackets(look: Lookup, end: int) -> int:
    where = _WHERE.match(look.key, end, look.limit)
    if not where:
        return end
    inside = where.start("inside")
    named = look.place_at(inside) or LEVEL.match(look.key, inside, where.end())
    return where.end() if named else end


def _with_parent(look: Lookup, body: Body) -> Body:
    step = _TO_PARENT.match(look.key, body.end, look.limit)
    if not step or not (step["mark"] or step["belongs"]):
        return body
    bracketed = look.text[body.end - 1] == ")"
    # "Văn phòng Chương trình Trường học số - Bộ Giáo dục và Đào tạo": a dash joins it to its parent
    joined = _UNIT.match(look.key, body.start) or (
        step["mark"] == " -" and _OFFICE.match(look.key, body.start)
    )
    if not step["belongs"] and (bracketed or not joined):
        return body
    if _SCHOOL.match(look.key, body.start) and (
        step["mark"] == "," or _SCHOOL.match(look.key, step.end())
    ):
        return body
    parent = _PARENT.match(look.key, step.end()) and _at(look, step.end())
    if not parent or (body.id and look.terms[body.id].broader not in (None, parent.id)):
        return body
    name = body.name if body.id else look.said(body.start, parent.end)
    return replace(body, end=parent.end, name=name)


def _with_branch(look: Lookup, body: Body) -> Body:
    """A branch goes by the name of the whole: "VCCI - Chi nhánh Cần Thơ"."""
    step = body.local is None and _TO_BRANCH.match(look.key, body.end, look.limit)
    branch = _at(look, step.end()) if step and look.text[step.end()].isupper() else None
    return _own_name(look, body.start, branch.end) if branch else body


def _own_name(look: Lookup, start: int, end: int) -> Body:
    # "Hiệp hội Du lịch tỉnh": of which, the text says elsewhere.
    level = LEVEL.match(look.key, end, look.limit)
    if level and look.key[end] == " " and not look.place(end):
        end = level.end("level")
    return Body(start, end, None, look.said(start, end))
