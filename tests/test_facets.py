"""By what events are gathered: ids that are safe in an address, names as readers see them."""

from documents import vocabularies
from egov_timeline.facets import NO_YEAR, facets, series
from records import VOCABULARIES, make_record


def gathered(**facts):
    values = facets(make_record("a", **facts).facts, VOCABULARIES)
    return {name: [tuple(value) for value in found] for name, found in values.items()}


def test_each_fact_gathers_under_its_id():
    assert gathered(
        date=("2017-10-05", "5/10/2017"),
        location=(("Huế", "Thừa Thiên Huế"), "tại Huế"),
        organizer=[(("so-tttt-thua-thien-hue", "Sở TT&TT Thừa Thiên Huế", "organizer"), "tổ chức")],
        themes=[("chinh-phu-so", "chính quyền số")],
        series=(("Hội thảo Chính quyền số", 3), "Hội thảo Chính quyền số"),
    ) == {
        "theme": [("chinh-phu-so", "Chính phủ số")],
        "organizer": [("so-tttt-thua-thien-hue", "Sở TT&TT Thừa Thiên Huế")],
        "place": [("thua-thien-hue", "Thừa Thiên Huế")],
        "series": [("hoi-thao-chinh-quyen-so", "Hội thảo Chính quyền số")],
        "year": [("2017", "2017")],
    }


def test_what_no_authority_file_knows_goes_by_its_name():
    organizer = [((None, name, "organizer"), "tổ chức") for name in ("Câu lạc bộ Số", "数字")]
    ids = [ident for ident, _ in gathered(organizer=organizer)["organizer"]]
    assert ids[0] == "cau-lac-bo-so"
    assert ids[1].isascii() and ids[1].isalnum()


def test_what_is_not_known_gathers_nothing_and_the_year_says_so():
    found = gathered(location=(("Hội trường A", None), "tại Huế"))
    assert found.pop("year") == [(NO_YEAR, "chưa rõ năm")]
    assert not any(found.values())


def test_a_province_has_the_id_of_the_authority_file():
    places = vocabularies().places.values()
    provinces = {(term.id, term.label) for term in places if term.kind == "province"}
    assert len(provinces) == 63
    for ident, label in provinces:
        assert gathered(location=((None, label), "tại Huế"))["place"] == [(ident, label)]


def test_a_series_is_one_however_its_field_is_shortened():
    names = ("Hội thảo CNTT-TT Việt Nam", "Hội thảo Công nghệ thông tin và Truyền thông Việt Nam")
    assert len({series(name, vocabularies().words).id for name in names}) == 1
