"""What a timeline offers to be filtered by: the values of its events, most used first."""

from egov_timeline.pages.cards import Cards
from egov_timeline.pages.filters import filters
from egov_timeline.timeline import timeline
from records import VOCABULARIES, make_record


def offered(*records):
    found = filters(Cards(timeline(records).entries, VOCABULARIES).values())
    return {f.name: [(c.id, c.label, c.count) for c in f.choices] for f in found}


def at(ident, date, *themes):
    themes = [(theme, "dữ liệu mở") for theme in themes]
    return make_record(ident, date=(date, "5/10/2017"), themes=themes)


def test_values_stand_in_the_order_of_their_use_and_years_in_that_of_time():
    assert offered(
        at("a", "2018", "du-lieu"),
        at("b", "2016", "chinh-phu-so", "du-lieu"),
        at("c", "XXXX-10-29"),
    ) == {
        "theme": [
            ("du-lieu", "Dữ liệu và chia sẻ dữ liệu", 2),
            ("chinh-phu-so", "Chính phủ số", 1),
        ],
        "year": [("2016", "2016", 1), ("2018", "2018", 1), ("chua-ro-nam", "chưa rõ năm", 1)],
    }


def test_values_of_equal_use_stand_in_the_order_of_the_alphabet():
    names = ("Vĩnh Phúc", "Đà Nẵng", "An Giang", "Hà Nội")
    found = offered(
        *(make_record(f"p{i}", location=((None, name), "Huế")) for i, name in enumerate(names))
    )
    assert [label for _, label, _ in found["place"]] == [
        "An Giang",
        "Đà Nẵng",
        "Hà Nội",
        "Vĩnh Phúc",
    ]


def test_a_body_with_two_roles_in_one_event_counts_once():
    both = [((None, "Sở A", role), "tổ chức") for role in ("organizer", "host")]
    found = offered(make_record("a", organizer=both), make_record("b"))
    assert found["organizer"] == [("so-a", "Sở A", 1)]


def test_a_milestone_offers_its_year_without_being_counted():
    first = [(("first", "2003", "Hội thảo", "Huế"), "Hội thảo")]
    told = make_record("a", date=("2017", "5/10/2017"), milestones=first)
    found = offered(told, at("b", "2018"))
    assert [(value, count) for value, _, count in found["year"]] == [
        ("2003", 0),
        ("2017", 1),
        ("2018", 1),
    ]
    assert "place" not in found


def test_what_all_events_share_is_no_filter():
    assert offered(at("a", "2018", "du-lieu"), at("b", "2018")).keys() == {"theme"}
    assert offered(at("a", "2018", "du-lieu")) == {}
    assert offered(make_record("y-kien", is_event=False)) == {}


def test_a_year_in_doubt_says_so_unless_another_event_is_of_it_for_certain():
    assert offered(at("a", "2015?-10-29"), at("b", "2018"))["year"] == [
        ("2015", "có thể 2015", 1),
        ("2018", "2018", 1),
    ]
    assert offered(at("a", "2015?"), at("b", "2015"), at("c", "2018"))["year"] == [
        ("2015", "2015", 2),
        ("2018", "2018", 1),
    ]
