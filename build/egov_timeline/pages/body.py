"""Set an article's text as HTML that says exactly what the seed says.

Turns sentences into `<span id="cau-N">`, their words escaped. It stands in a block that Markdown
leaves alone, so nothing in an article is ever markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import markupsafe
from markupsafe import Markup

from egov_timeline import wording
from egov_timeline.inputs import Doing
from egov_timeline.language import language_of
from egov_timeline.pages.support import Support
from egov_timeline.records import Article, Block, Part, Record, Sentence
from egov_timeline.text import Span, evened
from egov_timeline.view import located

# Line breaks and control characters are white space in HTML; a no-break space is a character.
_SPACE = re.compile(r"(?:[^\S\u00a0\u2007\u202f]|[\x00-\x1f\x7f-\x9f])+")
# In place of sentences that are withheld.
LEFT_OUT = Markup('<span class="tl-left-out">[…]</span>')


def escape(text: str) -> Markup:
    """Return `text` on one line, as HTML that reads back as the same characters."""
    return markupsafe.escape(evened(text, _SPACE))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article as HTML: body, heading or caption, or why it is left out."""

    part: Part
    text: Markup
    reason: str = ""
    language: str = "vi"


def title_block(record: Record, heading: str) -> Block | None:
    """Return the block that is the page's heading word for word, so that it is not said twice."""
    title = record.facts.title
    for evidence in title.evidence if title else ():
        for block in record.article.blocks:
            said = record.article.text[block.start : block.end]
            if block.start <= evidence.start < block.end and said.split() == heading.split():
                return block
    return None


def paragraphs(record: Record, support: Support) -> Iterator[tuple[Block, Paragraph]]:
    """Yield each block with its sentences, in reading order; what is withheld is one sign."""
    article, left_out = record.article, False
    setting = _Setting(article, support, dict(_readings(record)))
    own = article.language
    numbered = enumerate(article.sentences, 1)
    for index, group in groupby(numbered, key=lambda pair: pair[1].block):
        block = article.blocks[index]
        said = setting.block(group)
        if said:
            reason = wording.PARTS.get(block.part, "")
            language = language_of(article.text[block.start : block.end], own)
            yield block, Paragraph(block.part, said, reason, language)
        elif block.part.kept and not left_out:
            yield block, Paragraph(Part.BODY, LEFT_OUT, language=own)
        if block.part.kept:
            left_out = not said or said.endswith(LEFT_OUT)


def _readings(record: Record) -> Iterator[tuple[int, Markup]]:
    """Yield what an editor reads words as, where they end; the reason with the first of them."""
    for edit in record.seed.edits:
        if edit.doing is not Doing.READ:
            continue
        for number, (_, end) in enumerate(located(record.article.text, edit.words)):
            why = f": {edit.why}" if edit.why and not number else ""
            said = escape(f"[đọc là “{edit.read}”{why}]")
            yield end, Markup(' <span class="tl-reading" lang="vi">{}</span>').format(said)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the sentences of an article are set; `readings` follow the words that end there."""

    article: Article
    support: Support
    readings: Mapping[int, Markup]

    def block(self, numbered: Iterable[tuple[int, Sentence]]) -> Markup:
        """Return the sentences of one block; nothing where they are withheld, every one."""
        pieces = [self._sentence(number, s.start, s.end) for number, s in numbered]
        if all(piece is LEFT_OUT for piece in pieces):
            return Markup("")
        return Markup(" ").join(piece for piece, _ in groupby(pieces))

    def _sentence(self, number: int, start: int, end: int) -> Markup:
        if not self.article.text[start:end].strip():
            return LEFT_OUT
        fields = self.support.fields(start, end)
        note = f' data-supports="{markupsafe.escape(", ".join(fields))}"' if fields else ""
        said = "".join(self._marked(start, end, self.support.words(start, end)))
        # All that is put together is escaped: `Markup.format`, which sees to it, takes its time.
        return Markup(f'<span id="cau-{number}" class="tl-sentence"{note}>{said}</span>')

    def _marked(self, start: int, end: int, words: Sequence[Span]) -> Iterator[Markup]:
        done = start
        for first, last in words:
            yield self._read(done, first)
            yield Markup(f'<span class="tl-words">{self._read(first, last)}</span>')
            done = last
        yield self._read(done, end)

    def _read(self, start: int, end: int) -> Markup:
        """Return the words, each reading of an editor behind its own."""
        if not self.readings:
            return escape(self.article.text[start:end])
        said, done = Markup(""), start
        for at in sorted(at for at in self.readings if start < at <= end):
            said += escape(self.article.text[done:at]) + self.readings[at]
            done = at
        return said + escape(self.article.text[done:end])
