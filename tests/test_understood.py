"""What is kept of an understood text says what the text says, row by row."""

from pathlib import Path

import pytest

from documents import vocabularies
from egov_timeline.cache import Cache
from egov_timeline.inputs import Seed
from egov_timeline.once import Means
from egov_timeline.understanding import understand
from egov_timeline.understood import understood

TEXTS = [
    "Hội thảo dữ liệu mở\n20:23 | 30/03/2016\nSáng 30/3/2016, hội thảo diễn ra tại Huế. Ảnh: T.A.\n",
    "Một câu.",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_blocks_and_sentences_are_those_of_the_text(tmp_path: Path, text: str) -> None:
    seed = Seed("a", "seeds/articles/a.txt", text, "")
    alone, _ = understand(text, vocabularies())
    kept = Cache(tmp_path / "made")
    for _ in ("made", "found again"):
        ((article, _),) = understood([seed], vocabularies(), Means(1, kept))
        for told, said in ((article.blocks, alone.blocks), (article.sentences, alone.sentences)):
            assert told == said and hash(told) == hash(said)
            assert [*told] == [told[at] for at in range(len(told))] == [*said]
            assert told[-2:] == said[-2:] and told != [*said, None]
            with pytest.raises(IndexError):
                told[len(said)]
