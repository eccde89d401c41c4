"""The paragraph that opens the home page: what is here and why, signed by an editor.

Turns `content/loi-dau.md` into words and links. Every sentence leads to an article or to a sentence
of one, quoted word for word; a link that leads nowhere, a quote that no article has, and a year
that nothing linked beside it bears out are refused; so is a doubtful year told as a certain one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egov_timeline import frontmatter, wording
from egov_timeline.anchors import anchor
from egov_timeline.errors import Problem, ProblemsFound, did_you_mean, nearest_or_all, quoted
from egov_timeline.events import Event, grouped, merged
from egov_timeline.files import read_text
from egov_timeline.records import Record
from egov_timeline.text import match_key, normalize, sentences
from egov_timeline.view import locate

FILE = "content/loi-dau.md"
_SIGNED = ("by", "on")
# [words](article "a quote from it"): as Markdown writes a link, with the quote as its title.
_LINK = re.compile(
    r"""\[(?P<words>[^\[\]]+)\]\(\s*(?P<target>[^\s()"']+)"""
    r"""(?:\s+(?:"(?P<quote>[^"]+)"|'(?P<other>[^']+)'))?\s*\)"""
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "có thể vào năm 2015", "có lẽ", "chưa chắc": said of a year that is not certain.
_DOUBT = re.compile(r"\b(?:có thể|có lẽ|khoảng|chưa (?:chắc|rõ))\b")
_FORM = 'Viết [chữ dẫn](slug-của-bài) hoặc [chữ dẫn](slug-của-bài "lời trích đúng từng chữ").'


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the paragraph; `address` is where they lead below the root of the site."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The paragraph, and who signed it on what day."""

    pieces: tuple[Piece, ...]
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class _Link:
    start: int  # in the words of the paragraph
    end: int
    address: str
    sure: frozenset[str]  # years that its article, or the quote, bears out
    doubted: frozenset[str]


def read(root: Path, records: Sequence[Record], problems: list[Problem]) -> Introduction | None:
    """Return what an editor wrote, None where nobody did; what is wrong goes to `problems`."""
    if not (root / FILE).exists():
        return None
    try:
        text = normalize(read_text(root / FILE, FILE))
        meta, body = frontmatter.load(text, FILE)
    except ProblemsFound as err:
        problems += err.problems
        return None
    reader = _Reader(text.rfind(body), text, _articles(records))
    signed = reader.signature(meta)
    pieces = reader.paragraph(body)
    problems += reader.problems
    return Introduction(pieces, *signed) if not reader.problems and pieces else None


# An article, and all that report its event.
_Article = tuple[Record, Sequence[Record]]


def _articles(records: Sequence[Record]) -> Mapping[str, _Article]:
    """Return each article by its id and by all slugs that lead to it."""
    told = ((record, reports) for reports in grouped(records) for record in reports)
    return {
        name: (record, reports)
        for record, reports in told
        for name in (record.id, *record.formerly, record.slug)
    }


class _Reader:
    def __init__(self, offset: int, text: str, articles: Mapping[str, _Article]) -> None:
        self.offset, self.text, self.articles = offset, text, articles
        self.problems: list[Problem] = []

    def wrong(self, what: str, remedy: str, at: int | None = None) -> None:
        """Note a problem at an offset of the body, or of the head."""
        line = None if at is None else self.text.count("\n", 0, self.offset + at) + 1
        self.problems.append(Problem(FILE, what, remedy, line))

    def signature(self, meta: Mapping[str, object]) -> tuple[str, str]:
        for name in sorted(meta.keys() - set(_SIGNED)):
            self.wrong(f"phần đầu không có mục {quoted(name)}", nearest_or_all(str(name), _SIGNED))
        by, on = (str(meta.get(name) or "").strip() for name in _SIGNED)
        if not by:
            self.wrong("lời đầu chưa có người ký", "Ghi by: editor (hoặc tên người) ở phần đầu.")
        if not _is_day(on):
            self.wrong(f"ngày ký {quoted(on)} không phải là ngày", "Viết on: '2026-11-30'.")
        return wording.signer_label(by), on

    def paragraph(self, body: str) -> tuple[Piece, ...]:
        """Return the words and links of the paragraph, once each sentence is borne out."""
        if second := re.search(r"\S\s*\n\s*\n\s*(?=\S)", body):
            self.wrong("lời đầu có hơn một đoạn", "Chỉ viết một đoạn, không tít.", second.end())
        pieces, links = self.parts(body)
        words = "".join(piece.words for piece in pieces)
        if "](" in words:
            rest = _LINK.sub(lambda link: " " * len(link[0]), body)
            self.wrong("có liên kết viết chưa đúng", _FORM, rest.find("]("))
        elif not self.problems:
            self.sentences(words, links, body)
        return pieces

    def parts(self, body: str) -> tuple[tuple[Piece, ...], list[_Link]]:
        """Return the words of the paragraph, those that lead somewhere apart, and the links."""
        pieces: list[Piece] = []
        links: list[_Link] = []
        done = at = 0
        for match in _LINK.finditer(body):
            before, said = _flowing(body[done : match.start()]), _flowing(match["words"])
            done, start, at = match.end(), at + len(before), at + len(before) + len(said)
            link = self.link(match, start, at)
            links += [link] if link else []
            pieces += [Piece(before), Piece(said, link.address if link else "")]
        pieces.append(Piece(_flowing(body[done:]).rstrip()))
        return tuple(piece for piece in pieces if piece.words), links

    def link(self, match: re.Match[str], start: int, end: int) -> _Link | None:
        target = match["target"]
        if target not in self.articles:
            slugs = sorted({record.slug for record, _ in self.articles.values()})
            remedy = did_you_mean(target, [*slugs, *self.articles])
            remedy = remedy or "Dùng slug hoặc mã của một bài trong seeds/articles/."
            self.wrong(f"không có bài nào là {quoted(target)}", remedy, match.start())
            return None
        record, reports = self.articles[target]
        address, said = f"bai-viet/{record.slug}.html", match["quote"] or match["other"] or ""
        if said:
            span = locate(record.article.text, said)
            if span is None:
                what = f"không tìm thấy {quoted(said)} trong {record.seed.path}"
                self.wrong(what, "Chép đúng từng chữ từ bài ra.", match.start())
                return None
            address += f"#{anchor(record.article, span[0])}"
        sure, doubted = _years(record, merged(reports))
        return _Link(start, end, address, sure | frozenset(_YEAR.findall(said)), doubted)

    def sentences(self, words: str, links: Sequence[_Link], body: str) -> None:
        """Hold each sentence to what is linked in it."""
        for start, end in sentences(words, 0, len(words)):
            own = [link for link in links if link.start < end and link.end > start]
            said = words[start:end]
            line = self._place(said, body)
            if not own:
                self.wrong(f"câu {quoted(said)} không dẫn tới bài nào", _FORM, line)
            for year in dict.fromkeys(_YEAR.findall(said)) if own else ():
                self.year(year, said, own, line)

    def year(self, year: str, said: str, links: Sequence[_Link], line: int) -> None:
        if any(year in link.sure for link in links):
            return
        if not any(year in link.doubted for link in links):
            what = f"không bài nào được dẫn trong câu ấy cho biết năm {year}"
            remedy = "Dẫn tới bài hay câu có năm ấy, hoặc bỏ năm ấy."
            self.wrong(what, remedy, line)
        elif not _DOUBT.search(match_key(said)):
            what = f"năm {year} chưa chắc chắn mà câu ấy nói như đã chắc"
            self.wrong(what, "Viết “có thể” hay “có lẽ” trong câu.", line)

    def _place(self, said: str, body: str) -> int:
        """Return about where a sentence begins in the body: by its first words."""
        first = re.search(r"[\s\[]*".join(map(re.escape, said.split()[:3])), body)
        return first.start() if first else 0


def _years(record: Record, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """Return the years that an article and its event have for certain, and those in doubt."""
    sure = {record.appeared[:4]} if record.appeared else set()
    doubted: set[str] = set()
    for facts in (record.facts, event.facts):
        dates = [facts.date.value] if facts.date else []
        for when in dates + [finding.value.date for finding in facts.milestones]:
            (doubted if when.in_doubt else sure).update(
                str(point.year) for point in (when.start, when.end) if point.year
            )
    return frozenset(sure), frozenset(doubted - sure)


def _is_day(text: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat() == text
    return False


def _flowing(text: str) -> str:
    return re.sub(r"\s+", " ", text)
