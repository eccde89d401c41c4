"""The organizations that a text names, with the exact span of each name.

Turns a stretch of text into bodies: those of the authority file, the committees and departments
that every province has, and names that nobody listed, by their head noun ("Viện", "Hiệp hội") and
the words that can follow it. It does not say what a body does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from egov_timeline.extract.reading import Reading
from egov_timeline.vocabulary import Term, Vocabularies, local_label


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at `start:end`. `id` is None where no authority file knows it.

    `local` is the id of a body that every province has, where the text leaves the province out.
    `brand` marks a bare foreign or capital name, which only its neighbours can prove a body.
    """

    start: int
    end: int
    id: str | None
    name: str
    local: str | None = None
    brand: bool = False


def bodies(reading: Reading, start: int, end: int) -> Iterator[Body]:
    """Yield the bodies named in `text[start:end]`, in order, without overlaps."""
    scan = _Scan(reading.text, reading.key, end, reading.vocabularies)
    for match in _WORD.finditer(reading.key, start, end):
        if match.start() >= start and (body := scan.body_at(match.start())):
            start = body.end
            yield body


# The nouns that a Vietnamese body's name begins with.
_HEADS = (
    "ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ủy ban mặt trận|ủy ban|hội đồng|hội liên hiệp|"
    "hiệp hội|hội|liên hiệp|liên đoàn|liên minh|liên danh|liên doanh|tập đoàn|tổng công ty|công ty|"
    "cty|doanh nghiệp|ngân hàng|quỹ|tổng cục|chi cục|cục|vụ|bộ tư lệnh|bộ chỉ huy|bộ|sở|phòng|"
    "thanh tra|học viện|nhạc viện|viện hàn lâm|viện|trường|đại học|đh|cao đẳng|khoa|trung tâm|"
    "văn phòng|ban quản lý|ban chỉ đạo|ban thư ký|ban|báo|tạp chí|thời báo|nhà xuất bản|đài|cổng|"
    "thông tấn xã|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|tỉnh đoàn|thành đoàn|huyện đoàn|"
    "quận đoàn|đoàn thanh niên|công đoàn|mặt trận tổ quốc|trung ương đoàn|trung ương hội|"
    "câu lạc bộ|clb|mạng lưới|nhóm công tác|tổ công tác|hợp tác xã|đại sứ quán|"
    "tổng lãnh sự quán|lãnh sự quán|"
    "phái đoàn|cơ quan|tổ chức|dự án|tòa án nhân dân|tand|viện kiểm sát|công an|bảo hiểm xã hội|"
    "bưu điện|điện lực|kho bạc|hải quan|bệnh viện|thư viện|bảo tàng|khu công nghệ cao|"
    "khu công viên|vườn ươm|chi nhánh|quân khu"
)
_HEAD = re.compile(rf"(?:{'|'.join(sorted(_HEADS.split('|'), key=len, reverse=True))})\b")
# Common nouns when written small: "các tổ chức Đoàn", "cơ quan Trung ương", "dự án Luật".
_COMMON = {"tổ chức", "cơ quan", "dự án", "doanh nghiệp", "chi nhánh", "khoa", "phòng", "hội đồng"}

# "lễ hội", "phục vụ", "hội trường": a small head noun that only ends another word. A name comes
# after a mark or one of these.
_COMPOUND = re.compile(
    r"(?<!\bdo)(?<!\bvà)(?<!\bvới)(?<!\bcùng)(?<!\bcủa)(?<!\bđược)(?<!\bbởi)(?<!\btại)(?<!\blà)"
    r"(?<!\bhợp)(?<!\bgiữa)(?<!\bthuộc)(?<!\bphía)(?<=[^\W_]) $"
)

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_NEXT = re.compile(r"(?P<link> ?[-&/] ?|, | và | )(?P<word>[^\W_]+(?:[.'][^\W_]+)*)")
# "tỉnh Lào Cai", "TP. Huế", "phường Hòa Thọ Đông", "quận 12".
_LEVEL = re.compile(
    r",? ?(?P<level>tỉnh|thành phố|tp|thị xã|tx|quận|huyện|phường|xã|thị trấn)\b\.? ?"
)
_OF_PROVINCE = {"tỉnh", "thành phố", "tp"}
_LARGE = re.compile(r" ?([^\W\d_][^\W_]*)")
_NUMBER = re.compile(r"\d{1,2}\b")
_IN_VIETNAM = re.compile(r" tại việt nam\b")
# "(VINASA)", "(Bộ TT-TT)", "(TT&TT)", "(thuộc Bộ Y tế)".
_PAREN = re.compile(r" ?\((?P<inside>(?:thuộc )?[^\W\d_][^()\n]{1,60})\)")
_SHORT = re.compile(r"[A-ZĐ][\w&.\- /]{0,14}")
# "Cơ quan phát triển DN nhỏ và vừa Hàn Quốc (SBC)": the short form shows where the name ends.
_TO_SHORT = re.compile(r"(?:,? [^\W\d_]+(?:-[^\W\d_]+)?){1,9}(?= \([A-ZĐ][A-Za-zĐ-]{1,9}\))")
# "đào tạo và cung ứng nhân lực - Bộ", "nghiên cứu và giảng dạy văn học TP": small words after "và"
# go on with the name, since another body would begin large.
_SMALL = r"(?: (?!(?:và|tổ|phối|chủ|cùng|với)\b)[a-zà-ỹđ]+)"
_AND_ON = re.compile(rf" và{_SMALL}{{1,6}}(?=,| [-(A-ZĐ]| (?:cùng|phối hợp|(?:đồng )?tổ chức)\b)")
# "Trung tâm hỗ trợ thanh niên khởi nghiệp tổ chức": what stands between the name and its verb.
_TO_VERB = re.compile(rf"{_SMALL}{{1,6}}(?= (?:(?:đồng )?tổ chức|phối hợp|chủ trì)\b| Công an)")
# Small words inside a name, and words that no name goes on with.
_PARTICLES = {"các", "của", "về", "ngành", "nhỏ", "vừa", "trẻ", "nữ", "cấp", "số", "vì"}
_ENDS = re.compile(
    r"\b(?:(?:đồng |đã |sẽ |vừa |cùng )?(?:tổ chức|phối hợp|chủ trì)|công bố|phát động|khai mạc|"
    r"khai trương|giám đốc|giám khảo|lãnh đạo|chủ tịch|(?:bộ|thứ|cục|vụ) trưởng|trưởng|phó|bí thư|"
    r"ông|bà|đồng chí|hội thảo|hội nghị|diễn đàn|tọa đàm|lễ|ngày)\b"
)
_NEVER = re.compile(
    r"\b(?:đã|sẽ|vừa|đang|cho|biết|được|do|cùng|tại|có|là|để|trong|khi|này|cũng|mới|chính thức|"
    r"đại diện|một số|nhiều|đơn vị|tiếp tục|long trọng|dự kiến|tham gia|ký|trao)\b"
)
# A unit and its parent: "Cục Tin học hóa, Bộ TT&TT"; equals are listed from the highest down.
_UNIT = re.compile(r"(?:tổng cục|cục|vụ|viện|trung tâm|phòng|khoa|ban quản lý|thanh tra)\b")
_PARENT = re.compile(r"(?:bộ|sở|văn phòng chính phủ|đại học|trường|tập đoàn|tổng cục)\b")
_TO_PARENT = re.compile(r"(?P<mark>,| -)? (?P<belongs>(?:trực )?thuộc |của )?(?=[^\W\d_])")


class _Scan:
    """The text up to `limit`, and the names that the vocabularies know."""

    def __init__(self, text: str, key: str, limit: int, vocabularies: Vocabularies) -> None:
        self.text, self.key, self.limit = text, key, limit
        self.terms, self.names = vocabularies.organizations, vocabularies.organizations.by_words
        self.places, self.place_names = vocabularies.places, vocabularies.places.by_words

    def body_at(self, start: int) -> Body | None:
        """Return the body whose name begins at `start`, with its parent where one follows."""
        body = self._alone_at(start)
        return self._with_parent(body) if body else None

    def _alone_at(self, start: int) -> Body | None:
        known = self._known(start)
        if known is None:
            return self._unlisted(start) or self._brand(start)
        term, end = known
        if term is None:
            return None
        longer = self._unlisted(start)
        if longer and longer.end > end and self._goes_on(end):
            return longer
        if term.kind in ("local", "local-level"):
            return self._local(term, start, end)
        if term.kind == "company" and (more := self._proper_words(end)) > end:
            return self._own_name(start, more)
        return Body(start, self._after_paren(end), term.id, term.label)

    def _known(self, start: int) -> tuple[Term | None, int] | None:
        """Return the listed term named at `start`; no term where a mask says it is none."""
        hit = self.names.at(self.key, start)
        if not hit or hit[1] > self.limit:
            return None
        ident, end = hit
        said = self.text[start:end].split()
        # A name is written large, or its second word is: "bộ Ngoại giao"; "bộ y tế" in a listing.
        if not any(word[0].isupper() for word in said):
            return None
        return (self.terms[ident] if ident else None), end

    def _goes_on(self, end: int) -> bool:
        """Whether a listed name is but a beginning: "Hội Tin học Viễn thông", "Bộ Công an Lào"."""
        if (place := self._place(end)) and (ident := place[0]):
            return self.places[ident].kind in ("country", "city") and ident != "viet-nam"
        pair = [m["word"] for m in _following(self.key, end, 2)]
        return (
            len(pair) == 2
            and self.text[end : end + 1] == " "
            and self.text[end + 1].isupper()
            and tuple(pair) in self.names.pairs
            and not _HEAD.match(self.key, end + 1)
        )

    # --- a body that every province has

    def _local(self, term: Term, start: int, end: int) -> Body:
        end = self._after_paren(end, place_too=False)
        place = self._place(end)
        if place:
            ident, end = place
            end = self._after_paren(end)
            if ident and self.places[ident].kind == "province":
                label = local_label(term, self.places[ident])
                return Body(start, end, f"{term.id}-{ident}", label)
            return self._own_name(start, end)
        level = _LEVEL.match(self.key, end, self.limit)
        if level and level["level"] not in _OF_PROVINCE:
            return self._own_name(start, level.end("level"))
        end = level.end("level") if level else end
        return Body(start, end, None, self._said(start, end), term.id)

    def _place(self, end: int) -> tuple[str | None, int] | None:
        """Return the place that follows at `end`, by its id where the places know it."""
        level = _LEVEL.match(self.key, end, self.limit)
        begins = [end + 1] if self.key[end : end + 1] == " " else []
        begins += [level.start("level"), level.end()] if level else []
        for begin in begins:
            hit = self.place_names.at(self.key, begin)
            if hit and hit[1] <= self.limit and self._is_proper(begin, hit[1]):
                return hit
        if level and level["level"] not in _OF_PROVINCE:
            number = _NUMBER.match(self.text, level.end(), self.limit)
            end = number.end() if number else self._proper_words(level.end())
            if end > level.end():
                return None, end
        return None

    def _is_proper(self, start: int, end: int) -> bool:
        last = self.text[start:end].split()[-1][0]
        return last.isupper() or last.isdigit()

    # --- a body that nobody listed

    def _unlisted(self, start: int) -> Body | None:
        head = _HEAD.match(self.key, start, self.limit)
        if not head:
            return None
        follows = self.text[head.end() + 1 : head.end() + 2]
        if self.text[start].islower() and (
            head[0] in _COMMON or not follows.isupper() or _COMPOUND.search(self.key, 0, start)
        ):
            return None
        end = self._grown(head.end())
        for rest in (_TO_SHORT, _TO_VERB, _AND_ON):
            tail = rest.match(self.text, end, self.limit)
            if tail and not self._breaks(end, tail.end()):
                end = tail.end()
                break
        return self._own_name(start, self._after_paren(end)) if end > head.end() else None

    def _grown(self, head: int) -> int:
        """Return where the name that began with the head noun goes on to, word by word."""
        end = head
        while True:
            if place := self._place(end):
                return self._after_place(place[1])
            step = _NEXT.match(self.key, end, self.limit)
            if not step or not self._belongs(step, head, end):
                return end
            end = step.end()

    def _after_place(self, end: int) -> int:
        """Only another place follows a place: "Việt Nam tại TP.HCM", "phường 4 quận 8"."""
        if abroad := _IN_VIETNAM.match(self.key, end, self.limit):
            return abroad.end()
        place = self._place(end) if _LEVEL.match(self.key, end, self.limit) else None
        return place[1] if place else end

    def _belongs(self, step: re.Match[str], head: int, end: int) -> bool:
        at, link = step.start("word"), step["link"]
        if _ENDS.match(self.key, at):
            return False
        large = self.text[at].isupper()
        if link == " ":
            return large or self._small_word(step, head, end)
        if _HEAD.match(self.key, at) or self.names.at(self.key, at):
            return False
        if link.strip() in ("-", "&", "/"):
            return large or self._small_word(step, head, end)
        if link == " và " and large and not self._brand(at):
            return True
        paired = self._paired(step["word"], step.end())
        return paired and (link == " và " or " và " in self.key[at : at + 60])

    def _small_word(self, step: re.Match[str], head: int, end: int) -> bool:
        """A small word belongs where listed names pair it so, or it stands before such a word."""
        word = step["word"]
        if word[0].isdigit():
            return self.key[:end].endswith((" số", "khu vực"))
        before = list(_WORD.finditer(self.key, max(0, end - 16), end))
        if before and (before[-1][0], word) in self.names.pairs:
            return True
        if self._opens_compound(before, head):
            return True
        if word in _PARTICLES:
            after = _NEXT.match(self.key, step.end(), self.limit)
            return after is not None and not _ENDS.match(self.key, after.start("word"))
        return self._paired(word, step.end())

    def _opens_compound(self, words: list[re.Match[str]], head: int) -> bool:
        """Whether the last word is large and the one before it is not: "Ban Chấp hành"."""
        large = [m.start() >= head and self.text[m.start()].isupper() for m in words[-2:]]
        return large == [False, True] and bool(_SYLLABLE.fullmatch(words[-1][0]))

    def _paired(self, word: str, end: int) -> bool:
        return any((word, m["word"]) in self.names.pairs for m in _following(self.key, end, 1))

    def _breaks(self, start: int, end: int) -> bool:
        """Whether a verb, a title or another body stands in between."""
        return bool(
            _ENDS.search(self.key, start, end) or _NEVER.search(self.key, start, end)
        ) or any(
            self.text[m.start()].isupper() and _HEAD.match(self.key, m.start())
            for m in _WORD.finditer(self.key, start, end)
        )

    def _proper_words(self, end: int) -> int:
        """Return the end of the run of words written large from `end`."""
        while (step := _LARGE.match(self.text, end, self.limit)) and step[1][0].isupper():
            end = step.end()
        return end

    # --- what can follow any name

    def _after_paren(self, end: int, place_too: bool = True) -> int:
        """Step over a short form or a parent in brackets, and the place after them."""
        paren = _PAREN.match(self.text, end, self.limit)
        if not paren:
            return end
        inside = paren.start("inside")
        if _SHORT.fullmatch(paren["inside"]) or self._alone_at(inside):
            place = self._place(paren.end()) if place_too else None
            return place[1] if place and place[0] else paren.end()
        return end

    def _with_parent(self, body: Body) -> Body:
        step = _TO_PARENT.match(self.key, body.end, self.limit)
        if not step or not (step["mark"] or step["belongs"]) or self.text[body.end - 1] == ")":
            return body
        if not step["belongs"] and not _UNIT.match(self.key, body.start):
            return body
        parent = _PARENT.match(self.key, step.end()) and self._alone_at(step.end())
        if not parent or (body.id and self.terms[body.id].broader not in (None, parent.id)):
            return body
        name = body.name if body.id else self._said(body.start, parent.end)
        return replace(body, end=parent.end, name=name)

    def _brand(self, start: int) -> Body | None:
        end = self._proper_words(start)
        run = self.text[start:end].split()
        foreign = [w for w in run if not _SYLLABLE.fullmatch(w.lower())]
        if not foreign or any(w.lower() in _NO_BRAND for w in run):
            return None
        return Body(start, end, None, self.text[start:end], brand=True)

    def _own_name(self, start: int, end: int) -> Body:
        return Body(start, end, None, self._said(start, end))

    def _said(self, start: int, end: int) -> str:
        said = " ".join(self.text[start:end].split())
        return said[0].upper() + said[1:]


def _following(key: str, end: int, count: int) -> Iterator[re.Match[str]]:
    for _ in range(count):
        match = _NEXT.match(key, end)
        if not match:
            return
        yield match
        end = match.end()


# A Vietnamese syllable; a word written large that is none is foreign or an abbreviation.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_NO_BRAND = set(
    re.findall(
        r"\w+",
        "cntt cpđt cqđt dvc dvctt attt ai iot ict btc tp tphcm hcm gs ts pgs ths summit forum expo "
        "day days week conference award awards challenge hackathon vietnam ngày hội khai",
    )
)
