"""A correction is checked, signed, and laid over what was read; it never hides what the text says."""

import pytest

from egov_timeline import corrections, edtf
from egov_timeline.errors import ProblemsFound
from egov_timeline.records import (
    Certainty,
    Correction,
    Evidence,
    Extraction,
    Finding,
    Location,
    Milestone,
    Organizer,
    Seed,
    Series,
)
from egov_timeline.vocabulary import Term, Vocabularies, Vocabulary

VOCABULARIES = Vocabularies(
    themes=Vocabulary([Term("y-te", "Y tế"), Term("du-lieu", "Dữ liệu")], "seeds/vocabulary/themes.yml"),
    organizations=Vocabulary([Term("vinasa", "VINASA")], "seeds/vocabulary/organizations.yml"),
    places=Vocabulary([Term("thua-thien-hue", "Thừa Thiên Huế")], "seeds/vocabulary/places.yml"),
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


VALUES = [
    ("date", "2017-10-06", edtf.parse("2017-10-06")),
    ("published", "2016-03-30T20:23+07:00", "2016-03-30T20:23+07:00"),
    ("title", "Tiêu đề", "Tiêu đề"),
    ("location", {"place": "Khách sạn A", "province": "thua-thien-hue"}, Location("Khách sạn A", "Thừa Thiên Huế")),
    ("location", {"place": "Khách sạn A"}, Location("Khách sạn A", None)),
    ("organizer", ["vinasa", {"name": "Hội B", "role": "host"}], [Organizer("vinasa", "VINASA", "organizer"), Organizer(None, "Hội B", "host")]),
    ("themes", ["y-te", "du-lieu"], ["y-te", "du-lieu"]),
    ("series", {"name": "Hội thảo C", "edition": "21"}, Series("Hội thảo C", 21)),
    ("series", {"name": "Hội thảo C"}, Series("Hội thảo C", None)),
    ("milestones", [{"kind": "first", "date": "2003", "name": "Hội thảo C"}], [Milestone("first", edtf.parse("2003"), "Hội thảo C")]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "value"), VALUES)
def test_a_corrected_value_is_marked_so(field, raw, value):
    fact = corrected(field, raw)
    facts = fact if isinstance(fact, tuple) else (fact,)
    assert [f.value for f in facts] == (value if isinstance(value, list) else [value])
    assert {f.certainty for f in facts} == {Certainty.CORRECTED}


def test_a_correction_can_say_that_nothing_is_known():
    assert corrected("date", None) is None
    assert corrected("themes", None) == ()
    assert corrected("milestones", []) == ()


def test_a_text_that_is_no_event_has_no_date_and_no_place():
    after = corrections.correct(seed("is_event", "false"), FOUND, VOCABULARIES)
    assert (after.is_event, after.date, after.location) == (False, None, None)


def test_a_quoted_correction_points_into_the_text():
    (evidence,) = corrected("date", "2017-10-06", quote="ngày 6/10").evidence
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "ngày 6/10"


REFUSED = [
    ("date", "2017-13-01", 'a.yml:3: "2017-13-01" không có trong lịch. Write EDTF: '),
    ("date", "khoảng 2017", 'a.yml:3: "khoảng 2017" không phải là ngày đọc được'),
    ("date", ["2017"], "a.yml:3: ['2017'] is not a text."),
    ("published", "30/3/2016", 'a.yml:3: "30/3/2016" không phải là ngày đọc được'),
    ("dat", "2017", '''a.yml:3: 'dat' is not a field that can be corrected. Có phải ý bạn là "date"?'''),
    ("location", {"province": "hue-2"}, "a.yml:3: 'hue-2' is not in seeds/vocabulary/places.yml. "),
    ("location", {"provnce": "hue"}, "a.yml:3: {'provnce': 'hue'} is not right here. Use the keys place, province."),
    ("organizer", ["vinasaa"], '''a.yml:3: 'vinasaa' is not in seeds/vocabulary/organizations.yml. Có phải ý bạn là "vinasa"?'''),
    ("organizer", [{"id": "vinasa", "role": "hots"}], '''a.yml:3: 'hots' is not a role. Có phải ý bạn là "host"?'''),
    ("organizer", [{"role": "host"}], "a.yml:3: an organizer has neither id nor name."),
    ("themes", ["y-tee"], '''a.yml:3: 'y-tee' is not in seeds/vocabulary/themes.yml. Có phải ý bạn là "y-te"?'''),
    ("series", {"name": "C", "edition": "hai"}, "a.yml:3: {'name': 'C', 'edition': 'hai'} is not a series."),
    ("event_type", "hoithao", '''a.yml:3: 'hoithao' is not an event type. Có phải ý bạn là "hoi-thao"?'''),
    ("milestones", [{"kind": "next", "date": "2003", "name": "C"}], "a.yml:3: 'next' is not a kind of milestone."),
    ("milestones", [{"kind": "first", "name": "C"}], "a.yml:3: {'kind': 'first', 'name': 'C'} is not a milestone."),
    ("published", "2016-03-30Tbanana", "a.yml:3: '2016-03-30Tbanana' is not a date with a time."),
    ("date", "2017/2017-03", 'a.yml:3: "2017/2017-03" có một đầu chính xác hơn đầu kia.'),
    ("title", "", "a.yml:3: '' is not a text."),
    ("organizer", [{"id": ["vinasa"]}], "a.yml:3: ['vinasa'] is not a text."),
    ("series", {"name": "C", "edition": ["1"]}, "a.yml:3: ['1'] is not a text."),
    ("is_event", "yes", "a.yml:3: 'yes' is neither true nor false."),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "message"), REFUSED)
def test_a_wrong_value_is_refused_with_its_line(field, raw, message):
    with pytest.raises(ProblemsFound) as caught:
        corrected(field, raw)
    assert str(caught.value).startswith(f"seeds/articles/{message}")


def test_a_quote_that_the_article_does_not_hold_is_refused():
    with pytest.raises(ProblemsFound, match=r"does not stand in seeds/articles/a\.txt"):
        corrected("date", "2017-10-06", quote="ngày 7/10")
