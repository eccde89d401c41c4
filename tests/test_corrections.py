"""A correction is checked, signed, and laid over what was read; it never hides what the text says."""

import dataclasses

import pytest

from egov_timeline import corrections, edtf, fields, wording
from egov_timeline.corrections.values import parse
from egov_timeline.errors import ProblemsFound
from egov_timeline.fields import Datatype
from egov_timeline.inputs import Correction, Seed
from egov_timeline.records import (
    Certainty,
    Count,
    Evidence,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Series,
)
from egov_timeline.understanding import understand
from egov_timeline.vocabulary import Term, Vocabularies, Vocabulary
from project import SEEDS, vocabularies

VOCABULARIES = Vocabularies(
    themes=Vocabulary(
        [Term("y-te", "Y tế", ("chăm sóc sức khỏe",)), Term("du-lieu", "Dữ liệu")], "seeds/vocabulary/themes.yml"
    ),
    organizations=Vocabulary(
        [
            Term("vinasa", "VINASA", ("Hiệp hội Phần mềm Việt Nam",)),
            Term("bo-tttt", "Bộ Thông tin và Truyền thông"),
            Term("so-tttt", "Sở Thông tin và Truyền thông", ("Sở TT&TT",), kind="local"),
            Term("so-tttt-lao-cai", "Sở Thông tin và Truyền thông Lào Cai", kind="derived"),
            Term("hoi-a", "Hội Tin học"),
            Term("hoi-b", "Hội tin học"),
        ],
        "seeds/vocabulary/organizations.yml",
    ),
    places=Vocabulary(
        [
            Term("thua-thien-hue", "Thừa Thiên Huế", kind="province"),
            Term("hue", "Huế", broader="thua-thien-hue", kind="town"),
            Term("lao-cai", "Lào Cai", kind="province"),
            Term("ha-noi", "Hà Nội", ("Thủ đô Hà Nội",), kind="province"),
            Term("han-quoc", "Hàn Quốc", kind="country"),
            Term("seoul", "Seoul", broader="han-quoc", kind="city"),
        ],
        "seeds/vocabulary/places.yml",
    ),
)  # fmt: skip
TEXT = "Hội thảo lần thứ 21 tại Huế ngày 6/10."
FOUND = Extraction(
    is_event=True,
    date=Finding(edtf.parse("XXXX-10-06"), Certainty.STATED, (Evidence("6/10", 33, 37, "r"),)),
)


def seed(field, value, **more):
    signature = {"why": "vì", "by": "editor", "on": "2026-11-21", "source": "https://a.example"}
    one = Correction(field=field, value=value, line=3, **(signature | more))
    return Seed("a", "seeds/articles/a.txt", TEXT, "0", "seeds/articles/a.yml", corrections=(one,))


def corrected(field, value, **more):
    return getattr(corrections.correct(seed(field, value, **more), FOUND, VOCABULARIES), field)


HUE, MELIA = Location("Huế", "Thừa Thiên Huế"), Location("Khách sạn Melia", "Hà Nội")
VINASA, BO = Organizer("vinasa", "VINASA", "organizer"), "Bộ Thông tin và Truyền thông"
FIRST = Milestone("first", edtf.parse("2003"), "Hội thảo C")
VALUES = [
    ("date", "2017-10-06", edtf.parse("2017-10-06")),
    ("date", "6/10/2017", edtf.parse("2017-10-06")),
    ("date", "5–6/10/2017", edtf.parse("2017-10-05/2017-10-06")),
    ("date", "tháng 10/2017", edtf.parse("2017-10")),
    ("published", "2016-03-30T20:23+07:00", "2016-03-30T20:23+07:00"),
    ("published", "20:23, 30/3/2016", "2016-03-30T20:23+07:00"),
    ("published", "30/3/2016", "2016-03-30"),
    ("title", "Tiêu đề", "Tiêu đề"),
    ("title", "Tiêu  đề\ndài", "Tiêu đề dài"),
    ("location", {"place": "Khách sạn Melia", "province": "ha-noi"}, MELIA),
    ("location", {"place": "Khách sạn Melia", "province": "Thủ đô Hà Nội"}, MELIA),
    ("location", {"place": "Khách sạn Melia", "province": "ha noi"}, MELIA),
    ("location", {"place": "Khách sạn A"}, Location("Khách sạn A", None)),
    ("location", "Khách sạn Melia, Hà Nội", MELIA),
    ("location", "Lào Cai", Location(None, "Lào Cai")),
    ("location", "tỉnh Lào Cai", Location(None, "Lào Cai")),
    ("location", "lao-cai", Location(None, "Lào Cai")),
    ("location", "Huế", HUE),
    ("location", {"province": "Seoul"}, Location(None, "Seoul, Hàn Quốc")),
    ("location", {"province": "Seoul, Hàn Quốc"}, Location(None, "Seoul, Hàn Quốc")),
    ("location", "Seoul, Hàn Quốc", Location(None, "Seoul, Hàn Quốc")),
    ("location", "Khách sạn A, Seoul, Hàn Quốc", Location("Khách sạn A", "Seoul, Hàn Quốc")),
    ("location", "thành phố Huế", Location("thành phố Huế", "Thừa Thiên Huế")),
    ("location", "hue", HUE),
    ("title", "Hội\u00a0 nghị\u200b \u202eA\ufeff", "Hội nghị A"),
    ("organizer", ["vinasa", {"name": "Hội B", "role": "host"}], [VINASA, Organizer(None, "Hội B", "host")]),
    ("organizer", "Hiệp hội phần mềm VN", [VINASA]),
    ("organizer", [{"name": "vinasa"}], [VINASA]),
    ("organizer", ["bo-thong-tin-va-truyen-thong"], [Organizer("bo-tttt", BO, "organizer")]),
    ("organizer", {"id": BO, "role": "chủ trì"}, [Organizer("bo-tttt", BO, "host")]),
    ("organizer", {"id": BO, "role": "Phối hợp tổ chức"}, [Organizer("bo-tttt", BO, "co-organizer")]),
    ("organizer", f"{BO} (bảo trợ)", [Organizer("bo-tttt", BO, "sponsor")]),
    ("organizer", "Sở TT&TT tỉnh Lào Cai", [Organizer("so-tttt-lao-cai", "Sở Thông tin và Truyền thông Lào Cai", "organizer")]),
    ("themes", ["y-te", "du-lieu"], ["y-te", "du-lieu"]),
    ("themes", ["Y tế", "dữ liệu"], ["y-te", "du-lieu"]),
    ("themes", "chăm sóc sức khoẻ", ["y-te"]),
    ("series", {"name": "Hội thảo C", "edition": "21"}, Series("Hội thảo C", 21)),
    ("series", {"name": "Hội thảo C"}, Series("Hội thảo C", None)),
    ("series", "Hội thảo C, lần thứ 21", Series("Hội thảo C", 21)),
    ("series", "Hội thảo C", Series("Hội thảo C", None)),
    ("delegates", "hơn 300", Count(300, "over")),
    ("delegates", "Khoảng 1.000 đại biểu", Count(1000, "about")),
    ("delegates", "1200", Count(1200)),
    ("milestones", [{"kind": "first", "date": "2003", "name": "Hội thảo C"}], [FIRST]),
    ("milestones", {"kind": "lần đầu tổ chức", "date": "năm 2003", "name": "Hội thảo C"}, [FIRST]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "value"), VALUES)
def test_a_corrected_value_is_marked_so(field, raw, value):
    fact = corrected(field, raw)
    facts = fact if isinstance(fact, tuple) else (fact,)
    assert [f.value for f in facts] == (value if isinstance(value, list) else [value])
    assert {f.certainty for f in facts} == {Certainty.CORRECTED}


KINDS = [
    ("event_type", "hoi-thao", "hoi-thao"),
    ("event_type", "Hội thảo", "hoi-thao"),
    ("event_type", "buổi lễ", "le"),
    ("event_type", None, None),
    ("is_event", "true", True),
    ("is_event", "không", False),
    ("is_event", "tường thuật một sự kiện", True),
]


@pytest.mark.parametrize(("field", "raw", "value"), KINDS)
def test_what_an_article_is_can_be_said_in_words(field, raw, value):
    assert corrected(field, raw) == value


def test_a_correction_can_say_that_nothing_is_known():
    assert corrected("date", None) is None
    assert corrected("themes", None) == ()
    assert corrected("milestones", []) == ()


def test_a_text_that_is_no_event_has_no_date_and_no_place():
    after = corrections.correct(seed("is_event", "false"), FOUND, VOCABULARIES)
    assert (after.is_event, after.date, after.location) == (False, None, None)


def test_a_quoted_correction_points_into_the_text():
    for copied in ("ngày 6/10", "Ngày\u00a06/10 ", "ngày\u200b\n6/10"):
        (evidence,) = corrected("date", "2017-10-06", quote=copied).evidence
        assert TEXT[evidence.start : evidence.end] == evidence.quote == "ngày 6/10"


NO_BODY = 'không có đơn vị "{}" trong seeds/vocabulary/organizations.yml. '
NO_PLACE = 'không có địa điểm "{}" trong seeds/vocabulary/places.yml. '
REFUSED = [
    ("date", "2017-13-01", '"2017-13-01" không có trong lịch. Viết 6/10/2017'),
    ("date", "31/2/2017", '"31/2/2017" không có trong lịch. '),
    ("date", "hồi 2017", '"hồi 2017" không phải là ngày đọc được. '),
    ("date", ["2017"], '["2017"] không phải là một dòng chữ. '),
    ("date", "2017/2017-03", '"2017/2017-03" có một đầu chính xác hơn đầu kia. '),
    ("published", "hôm qua", '"hôm qua" không phải là ngày đọc được. Viết 6/10/2017, 20:23'),
    ("published", "2016-03-30Tbanana", '"2016-03-30Tbanana" không phải là ngày đọc được. '),
    ("dat", "2017", 'không có mục "dat" để đính chính. Có phải ý bạn là "date"?'),
    ("location", {"province": "hue-2"}, NO_PLACE.format("hue-2") + 'Có phải ý bạn là "hue"?'),
    ("location", {"province": "Huế"}, '"Huế" không phải là tỉnh, thành phố. Ghi {place: Huế, province: Thừa Thiên Huế}.'),
    ("location", {"provnce": "hue"}, "{provnce: hue} không dùng được ở đây. Chỉ dùng các mục place, province."),
    ("location", "Nhà văn hóa X", NO_PLACE.format("Nhà văn hóa X") + "Ghi {place: Nhà văn hóa X, province: tỉnh, thành phố nào}."),
    ("location", "Khách sạn Hà Nội", NO_PLACE.format("Khách sạn Hà Nội") + "Ghi {place: Khách sạn Hà Nội, province: Hà Nội}."),
    ("location", "Khách sạn A, Huế", 'không rõ tỉnh, thành phố trong "Khách sạn A, Huế". Ghi {place: "Khách sạn A, Huế", province: Thừa Thiên Huế}.'),
    ("location", "Nhà văn hóa X, Atlantis", 'không rõ tỉnh, thành phố trong "Nhà văn hóa X, Atlantis". '),
    ("organizer", ["vinasaa"], NO_BODY.format("vinasaa") + 'Có phải ý bạn là "vinasa"?'),
("organizer", ["Câu lạc bộ Z"], NO_BODY.format("Câu lạc bộ Z") + "Thêm vào đó trước, hoặc ghi {name: Câu lạc bộ Z}"),
    ("organizer", ["Hội Tin học"], '"Hội Tin học" là tên của nhiều đơn vị. Ghi id: hoi-a (Hội Tin học), hoi-b'),
    ("organizer", [{"id": "vinasa", "role": "hots"}], '"hots" không phải là vai trò. Có phải ý bạn là "host"?'),
    ("organizer", [{"id": "vinasa", "role": "khách"}], '"khách" không phải là vai trò. Chỉ dùng: organizer (tổ chức), '),
    ("organizer", [{"role": "host"}], "đơn vị tổ chức không có id, cũng không có name. "),
    ("organizer", [{"id": ["vinasa"]}], '["vinasa"] không phải là một dòng chữ. '),
    ("themes", ["y-tee"], 'không có chủ đề "y-tee" trong seeds/vocabulary/themes.yml. Có phải ý bạn là "y-te"?'),
    ("series", {"name": "C", "edition": "hai"}, "{name: C, edition: hai} không phải là chuỗi sự kiện. "),
    ("series", {"name": "C", "edition": ["1"]}, '["1"] không phải là một dòng chữ. '),
    ("delegates", "hàng nghìn", '"hàng nghìn" không phải là một số người. Ghi như “hơn 300”'),
    ("delegates", "0", '"0" không phải là một số người. '),
    ("delegates", "300-400", '"300-400" không phải là một số người. '),
    ("delegates", "1,000", '"1,000" không phải là một số người. '),
    ("delegates", "trên 300", '"trên" không phải là cách nói số gần đúng. Chỉ dùng: over (hơn)'),
    ("delegates", ["300"], '["300"] không phải là một dòng chữ. '),
    ("event_type", "hoithao", '"hoithao" không phải là loại sự kiện. Có phải ý bạn là "hoi-thao"?'),
    ("milestones", [{"kind": "next", "date": "2003", "name": "C"}], '"next" không phải là loại mốc. '),
    ("milestones", [{"kind": "first", "name": "C"}], "mốc thiếu date. "),
    ("title", "", '"" không phải là một dòng chữ. '),
    ("title", "…", '"…" không phải là một dòng chữ. '),
    ("title", "\u200b", '"\u200b" không phải là một dòng chữ. '),
    ("title", {"a": {"b": None}}, "{a: {b: null}} không phải là một dòng chữ. "),
    ("date", "0000", '"0000" không có trong lịch. '),
    ("location", {}, "địa điểm không có place, cũng không có province. "),
    ("location", {"province": None}, "địa điểm không có place, cũng không có province. "),
    ("series", {"name": "C", "edition": "2018"}, "{name: C, edition: 2018} không phải là chuỗi sự kiện. "),
    ("series", "C, lần thứ 2018", '"C, lần thứ 2018" không phải là chuỗi sự kiện. '),
    ("themes", ["y" * 9999], f'không có chủ đề "{"y" * 200}…" trong '),
    ("is_event", "yes", '"yes" không phải là có hay không. Ghi true hoặc false.'),
    ("is_event", None, '"" không phải là có hay không. '),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "message"), REFUSED)
def test_a_wrong_value_is_refused_with_its_line(field, raw, message):
    with pytest.raises(ProblemsFound) as caught:
        corrected(field, raw)
    assert str(caught.value).startswith(f"seeds/articles/a.yml:3: {message}")


def test_a_quote_that_the_article_does_not_hold_is_refused():
    with pytest.raises(
        ProblemsFound, match=r'không tìm thấy "ngày 7/10" trong seeds/articles/a\.txt'
    ):
        corrected("date", "2017-10-06", quote="ngày 7/10")


def listed(add=None, remove=None, found=(), field="organizer", **more):
    """What stands in a list, and how it is known, after something was added or removed."""
    said = tuple(
        Finding(value, Certainty.STATED, (Evidence("6/10", 33, 37, "r"),)) for value in found
    )
    before = Extraction(is_event=True, **{field: said})
    one = seed(field, None, add=add, remove=remove, **more)
    after = corrections.correct(one, before, VOCABULARIES)
    return [(f.value, f.certainty.value, len(f.evidence)) for f in getattr(after, field)]


BODY = Organizer("bo-tttt", BO, "host")
CLUB = Organizer(None, "Câu lạc bộ C", "organizer")
OTHER = Milestone("edition", edtf.parse("2016"), "Hội thảo C")
LISTS = [
    ("organizer", {"add": "VINASA"}, [BODY], [(BODY, "stated", 1), (VINASA, "corrected", 0)]),
    ("organizer", {"add": ["vinasa"], "quote": "tại Huế"}, [BODY], [(BODY, "stated", 1), (VINASA, "corrected", 1)]),
    ("organizer", {"remove": BO}, [BODY, VINASA], [(VINASA, "stated", 1)]),
    ("organizer", {"remove": f"{BO} (chủ trì)"}, [BODY, VINASA], [(VINASA, "stated", 1)]),
    ("organizer", {"remove": {"name": "câu lạc bộ C"}}, [CLUB, VINASA], [(VINASA, "stated", 1)]),
    ("organizer", {"remove": BO, "add": "vinasa"}, [BODY], [(VINASA, "corrected", 0)]),
    ("organizer", {"remove": BO}, [BODY], []),
    ("organizer", {"remove": BO}, [VINASA], [(VINASA, "stated", 1)]),
    ("organizer", {"add": "VINASA"}, [VINASA], [(VINASA, "stated", 1)]),
    ("themes", {"add": "Y tế", "remove": "du-lieu"}, ["du-lieu"], [("y-te", "corrected", 0)]),
    ("milestones", {"remove": {"date": "năm 2003"}}, [FIRST, OTHER], [(OTHER, "stated", 1)]),
    ("milestones", {"remove": {"kind": "first"}}, [FIRST, OTHER], [(OTHER, "stated", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "change", "found", "left"), LISTS)
def test_a_list_can_be_changed_in_part(field, change, found, left):
    assert listed(field=field, found=found, **change) == left


def test_only_a_list_is_changed_in_part():
    with pytest.raises(ProblemsFound, match="date không phải danh sách, không có add hay remove"):
        corrections.correct(seed("date", None, add="2017"), FOUND, VOCABULARIES)


def several(**values):
    signed = [seed(field, value).corrections[0] for field, value in values.items()]
    return dataclasses.replace(seed("date", "2017"), corrections=tuple(signed))


def test_who_signs_when_an_event_took_place_says_that_there_was_one():
    nothing = Extraction(is_event=False)
    after = corrections.correct(several(date="2017"), nothing, VOCABULARIES)
    assert (after.is_event, after.date.value.edtf) == (True, "2017")
    assert not corrections.correct(
        several(title="A", themes="y-te"), nothing, VOCABULARIES
    ).is_event
    assert not corrections.correct(several(date=None), nothing, VOCABULARIES).is_event
    with pytest.raises(
        ProblemsFound, match="date được đính chính, nhưng is_event nói bài không có"
    ):
        corrections.correct(several(date="2017", is_event="false"), nothing, VOCABULARIES)


def test_a_citation_has_no_words_to_quote():
    one = dataclasses.replace(seed("date", "2017", quote="năm 2017"), text="")
    with pytest.raises(ProblemsFound, match="không có bài viết để trích câu nào"):
        corrections.correct(one, Extraction(is_event=False), VOCABULARIES)


def said_of(row, value):
    """Return a value as a page says it."""
    label = wording.value_label(row.datatype, value)
    match value:
        case Organizer():
            role = wording.ROLES[value.role]
            return f"{label} ({role})" if value.id else {"name": value.name, "role": role}
        case Milestone():
            parts = {"kind": wording.MILESTONES[value.kind], "date": wording.date_label(value.date)}
            return parts | {"name": value.name, "place": value.place}
    return vocabularies().themes[value].label if row.name == "themes" else label


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_what_a_page_says_can_be_pasted_into_a_correction(path):
    found = understand(path.read_text("utf-8"), vocabularies())[1]
    for row in fields.FACTS:
        for value in fields.values(found, row.name):
            assert parse(row.datatype, said_of(row, value), vocabularies()) == value


def test_a_role_is_read_by_the_word_that_it_had_before():
    for word in ("đồng tổ chức", "phối hợp tổ chức", "co-organizer"):
        body = parse(Datatype.ORGANIZER, {"name": "Hội Làng Chài", "role": word}, vocabularies())
        assert body.role == "co-organizer"
