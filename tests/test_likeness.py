"""Articles that say the same are suspected, whatever their words; others of the day are not."""

from __future__ import annotations

import dataclasses
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from egov_timeline import once
from egov_timeline.cache import Cache
from egov_timeline.likeness import Likeness, likenesses
from egov_timeline.once import Means
from egov_timeline.records import Record
from records import make_record

REPORT = """Khai mạc Hội nghị Chuyển đổi số Lào Cai 2018

Sáng 6/11/2018, tại Nhà khách số 2, UBND tỉnh Lào Cai tổ chức Hội nghị Chuyển đổi số Lào Cai 2018.
Hội nghị có 250 đại biểu dự, nghe năm tham luận về bản đồ số, đường truyền và trạm y tế xã.
Kết luận hội nghị, lãnh đạo tỉnh yêu cầu mỗi huyện chọn hai xã làm điểm trong quý I năm sau."""
TAKEN = f"{REPORT}\n(Theo Báo Núi)"
RETOLD = """Lào Cai họp về chuyển đổi số

Ngày 6/11, hơn hai trăm cán bộ đã về thành phố Lào Cai. Bản đồ và trạm y tế được bàn nhiều nhất."""
OTHER = """Phố núi vào mùa hoa

Ngày 6/11/2018, tại Sa Pa, lễ hội hoa mở cửa đón khách; các bản làng bày bán rau và vải thổ cẩm."""
ENGLISH = """Lao Cai conference looks at digital maps

About 250 delegates attended a conference on digital maps in Lao Cai on Tuesday, the province said."""

BODY = ("ubnd-lao-cai", "UBND tỉnh Lào Cai", "organizer")
FACTS = {
    "date": "2018-11-06",
    "location": ("Nhà khách số 2", "Lào Cai"),
    "event": "Hội nghị Chuyển đổi số Lào Cai 2018",
    "organizer": [BODY],
}


def record(ident: str, text: str, facts: dict[str, object]) -> Record:
    """Return a record whose facts all stand on the first words of the text."""
    quote = text.split("\n")[0]
    found = {
        name: [(one, quote) for one in value] if isinstance(value, list) else (value, quote)
        for name, value in facts.items()
    }
    return make_record(ident, text, **found)


def read(ident: str, text: str) -> Record:
    """Return a record whose seed tells its text from others, as a seed that was read does."""
    made = record(ident, text, {})
    digest = sha256(text.encode()).hexdigest()
    return dataclasses.replace(made, seed=dataclasses.replace(made.seed, sha256=digest))


def test_nearly_the_same_words_are_a_duplicate() -> None:
    (pair,) = likenesses([record("a", REPORT, {}), record("b", TAKEN, {}), record("c", OTHER, {})])
    assert (pair.one, pair.other, pair.is_duplicate) == ("a", "b", True)
    assert pair.share > 0.9


def test_what_was_compared_before_gives_the_pairs_of_a_fresh_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "STRETCH", 2)
    texts = {f"a{n}": f"{REPORT}\n{OTHER}" if n % 3 else f"{RETOLD} {n}" for n in range(12)}
    with closing(Cache(tmp_path / "made.sqlite")) as kept:
        for ident, text in [("a1", texts["a1"]), ("a4", ENGLISH), ("a9", TAKEN), ("b", REPORT)]:
            texts[ident] = text
            records = [read(name, said) for name, said in texts.items()]
            found = likenesses(records, means=Means(1, kept))
            assert found == likenesses(records) and len(found) > 20
            texts.pop("a0", None)


SAME = [
    (FACTS, ("date", "location", "event", "organizer")),
    (FACTS | {"organizer": []}, ("date", "location", "event")),
    (FACTS | {"date": "2018-11-05/2018-11-07"}, ("date", "location", "event", "organizer")),
    (FACTS | {"date": "XXXX-11-06"}, ("date", "location", "event", "organizer")),
    (FACTS | {"location": (None, "Lào Cai"), "event": "Hội nghị Chuyển đổi số tỉnh Lào Cai"}, ("date", "location", "event", "organizer")),
    ({name: FACTS[name] for name in ("date", "location", "organizer")}, ("date", "location", "organizer")),
    ({name: FACTS[name] for name in ("date", "event")}, ("date", "event")),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "agrees"), SAME)
def test_day_place_and_name_or_bodies_make_one_event(
    facts: dict[str, object], agrees: tuple[str, ...]
) -> None:
    found = likenesses([record("a", REPORT, FACTS), record("b", RETOLD, facts)])
    assert found == (Likeness("a", "b", agrees),)


NOT_THE_SAME = [
    FACTS | {"date": "2018-11-08"},
    FACTS | {"date": "2019-11-06"},
    FACTS | {"date": "2018"},
    FACTS | {"location": ("Nhà khách số 2", "Lai Châu")},
    # one body, one day, one town: two events
    FACTS | {"event": "Ngày hội Việc làm và Khởi nghiệp"},
    {name: FACTS[name] for name in ("date", "location")},
    {name: FACTS[name] for name in ("date", "organizer")},
]


@pytest.mark.parametrize("facts", NOT_THE_SAME)
def test_what_only_shares_a_day_or_a_body_is_not_suspected(facts: dict[str, object]) -> None:
    assert likenesses([record("a", REPORT, FACTS), record("b", RETOLD, facts)]) == ()


FOREIGN = [
    (ENGLISH, "2018-11-06T20:10+07:00", True),
    (ENGLISH, "2018-11-08", True),
    (ENGLISH, "2018-11-12", False),
    (ENGLISH.replace("Lao Cai", "Ha Giang"), "2018-11-06", False),
    (OTHER + "\nLào Cai", "2018-11-06", False),  # in Vietnamese, its facts would be known
]


@pytest.mark.parametrize(("text", "published", "suspected"), FOREIGN)
def test_a_report_in_another_language_is_suspected_by_day_and_place(
    text: str, published: str, suspected: bool
) -> None:
    records = [record("a", REPORT, FACTS), record("en", text, {"published": published})]
    expected = (Likeness("a", "en", ("published", "location")),)
    assert likenesses(records) == (expected if suspected else ())


def test_what_an_editor_has_merged_is_not_named_again() -> None:
    first, second = record("a", REPORT, FACTS), record("b", TAKEN, FACTS)
    merged = dataclasses.replace(second, seed=dataclasses.replace(second.seed, event="a"))
    assert likenesses([first, second])
    assert likenesses([first, merged]) == ()


def test_only_pairs_with_the_article_asked_for() -> None:
    records = [record(ident, REPORT, FACTS) for ident in "abc"]
    assert len(likenesses(records)) == 3
    assert {(p.one, p.other) for p in likenesses(records, among={"c"})} == {("a", "c"), ("b", "c")}
