"""Of a withheld article readers get the facts and the sentences quoted: nothing else, nowhere."""

import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egov_timeline import pages, pipeline, rights, search
from egov_timeline.inputs import Doing, TextEdit
from egov_timeline.records import Certainty, Evidence, Finding
from egov_timeline.timeline import timeline
from project import copy_to
from records import VOCABULARIES, make_correction, make_record

TEXT = """Hội thảo về bến cảng số

Cảng vụ nói gì thì nói, chiều vẫn mưa. Sáng 5/10/2017, Sở Cảng tổ chức Hội thảo Bến cảng số tại Huế. Trời đổ mưa rào từ sớm tinh mơ.

Ba chục chiếc thuyền nan đã đậu kín bến sông.

Hội thảo bàn về dữ liệu mở. Ai nấy ra về khi đèn đã lên.

Dữ liệu cũng là chuyện của người lái đò, một cụ già nói vậy.

Theo Báo Bến Cảng"""
SECRET = [
    "Cảng vụ nói gì thì nói",
    "Trời đổ mưa rào",
    "Ba chục chiếc thuyền nan",
    "khi đèn đã lên",
    "người lái đò",
]
KEPT = ["Sáng 5/10/2017, Sở Cảng tổ chức", "Hội thảo bàn về dữ liệu mở."]
FACTS = {
    "title": ("Hội thảo về bến cảng số", "Hội thảo về bến cảng số"),
    "date": ("2017-10-05", "Sáng 5/10/2017"),
    "event": ("Hội thảo Bến cảng số", "Hội thảo Bến cảng số"),
    # The first sentence of a theme stays, unless another of its sentences stays anyway.
    "themes": [
        ("du-lieu", "dữ liệu mở", "Dữ liệu cũng"),
        ("chinh-phu-so", "thuyền nan", "Sở Cảng"),
    ],
}


def withheld(**more):
    return rights.published(make_record("kin", TEXT, withheld=True, **(FACTS | more)))


def anchors(page):
    return [n for n in range(1, 20) if f'id="cau-{n}"' in page]


def page_of(record):
    return pages.render([record], timeline([record]), VOCABULARIES)["bai-viet/kin.md"]


def test_the_sentences_quoted_stay_under_their_numbers_and_the_rest_is_one_sign():
    whole = make_record("kin", TEXT, **FACTS)
    page = page_of(withheld())
    _, _, body = page.rpartition("template: article.html")
    assert all(words not in page for words in SECRET) and all("dữ liệu mở" in page for _ in KEPT)
    numbers = [
        n
        for n, s in enumerate(whole.article.sentences, 1)
        if any(TEXT[s.start : s.end].startswith(k) for k in ("Hội thảo", "Sáng"))
    ]
    assert anchors(body) == numbers
    assert body.count("[…]</span>") == 3


def test_quotes_stand_where_they_stood():
    record = withheld()
    assert len(record.article.text) == len(TEXT)
    for finding in (record.facts.date, record.facts.event, *record.facts.themes):
        for evidence in finding.evidence:
            assert record.article.text[evidence.start : evidence.end] == evidence.quote


def test_a_theme_keeps_one_sentence_and_asks_for_a_new_one_only_where_it_must():
    record = withheld()
    assert [[e.quote for e in theme.evidence] for theme in record.facts.themes] == [
        ["dữ liệu mở"],
        ["Sở Cảng"],
    ]
    assert record.extracted.themes == record.facts.themes


def test_what_lost_is_not_kept_and_no_edit_tells_the_words_that_went():
    lost = Evidence("khi đèn đã lên", TEXT.index("khi đèn"), TEXT.index("khi đèn") + 14, "x")
    record = make_record(
        "kin",
        TEXT,
        withheld=True,
        edits=[
            TextEdit(Doing.KEEP, "Ba chục chiếc thuyền", 3),
            TextEdit(Doing.READ, "mưa rào", 4, read="mưa phùn"),
            TextEdit(Doing.READ, "Sở Cảng", 5, read="Sở Cảng biển"),
        ],
        **FACTS,
    )
    facts = replace(record.facts, rejected=((lost, "khác"),))
    spared = rights.published(replace(record, facts=facts))
    assert spared.facts.rejected == ()
    assert [edit.words for edit in spared.seed.edits] == ["Sở Cảng"]


def test_what_a_correction_quotes_stays():
    signed = make_correction("location", source=None, quote="Ba chục chiếc thuyền nan")
    record = withheld(corrections=[signed], corrected={"location": None})
    assert "Ba chục chiếc thuyền nan đã đậu kín bến sông." in record.article.text
    assert "Trời đổ mưa rào" not in record.article.text


def test_what_a_correction_overruled_is_still_quoted():
    record = withheld(corrections=[make_correction("date")], corrected={"date": "2017-10-06"})
    assert "Sáng 5/10/2017" in record.article.text


def test_who_withholds_nothing_keeps_the_record():
    record = make_record("a", TEXT, **FACTS)
    assert rights.published(record) is record


def test_search_finds_the_facts_and_the_sentences_quoted_only():
    entry = search.of_record(withheld(), VOCABULARIES)
    told = " ".join(entry.strings)
    assert KEPT[0] in told and not any(words in told for words in SECRET)


@given(st.text(alphabet="aâ .\n", min_size=1, max_size=80), st.data())
def test_every_letter_is_there_or_a_blank_and_lines_stay(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    whole = make_record("kin", text, withheld=True)
    text = whole.article.text
    quote = text[start : min(end, len(text))]
    if not quote:
        return
    proof = Evidence(quote, start, start + len(quote), "x")
    facts = replace(whole.facts, event=Finding("x", Certainty.STATED, (proof,)))
    left = rights.published(replace(whole, facts=facts)).article.text
    assert len(left) == len(text) and left[start : start + len(quote)] == quote
    assert all(now in (was, " ") for was, now in zip(text, left, strict=True))
    assert [c == "\n" for c in left] == [c == "\n" for c in text]


def test_certainty_and_values_are_as_before():
    record = withheld()
    assert (
        isinstance(record.facts.date, Finding) and record.facts.date.certainty is Certainty.STATED
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A whole project with a withheld article: what is published of it, file by file."""
    root = copy_to(tmp_path_factory.mktemp("rights") / "project")
    text = TEXT.replace("Hội thảo bàn về dữ liệu mở.", "Hội thảo bàn về chính phủ điện tử.")
    (root / "seeds/articles/kin.txt").write_text(text, "utf-8")
    (root / "seeds/articles/kin.yml").write_text("slug: kin\nwithhold: text\n", "utf-8")
    pipeline.build(root)
    files = {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in (root / "site").rglob("*")
        if p.is_file()
    }
    files |= {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in (root / "content").rglob("*")
        if p.is_file()
    }
    with zipfile.ZipFile(root / "dist/egov-timeline.zip") as packed:
        return files | {f"zip:{name}": packed.read(name) for name in packed.namelist()}


def test_no_file_of_the_site_or_of_the_zip_has_a_sentence_that_was_withheld(built):
    page = built["site/bai-viet/kin.html"].decode()
    assert "Vì lý do bản quyền" in page and "Sáng 5/10/2017" in page
    gone = [words for words in SECRET if words not in page]
    assert len(gone) >= 4  # a fact may stand on any of them
    # In scripts of the search letters are written as they are; JSON may write them as \u….
    for words in gone:
        for said in (words.encode(), words.encode("unicode_escape"), words.lower().encode()):
            assert [name for name, content in built.items() if said in content] == []


def test_the_raw_text_is_not_published_and_nothing_leads_to_it(built):
    assert not [name for name in built if name.endswith("nguon/kin.txt")]
    assert b"nguon/kin.txt" not in b"".join(built.values())
    assert [name for name in built if "nguon/000" in name]
