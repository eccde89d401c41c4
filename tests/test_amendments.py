"""What a signature does: only what contradicts the article corrects it."""

import pytest

from egov_timeline.amendments import amendment, is_needless
from records import make_correction, make_record

DAY = "5/10/2017"
BODY = (None, "Sở Thông tin và Truyền thông", "organizer")
# The field, what the article says of it (None: nothing), what is signed, and what that does.
SIGNED = [
    ("date", None, "2017-10-06", "added"),
    ("date", ("2017", DAY), "2017-10-06", "added"),
    ("date", ("XXXX-10-05", DAY), "2015?-10-05", "added"),
    ("date", ("2017-10-05", DAY), "2017-10-06", "corrected"),
    ("date", ("2017-10-05", DAY), "2017", "corrected"),
    ("date", ("2017-10-05/2017-10-06", DAY), "2017-10-05", "corrected"),
    ("date", ("2017-10-05", DAY), None, "corrected"),
    ("date", ("2017-10-05", DAY), "2017-10-05", "confirmed"),
    ("location", ((None, "Huế"), "Huế"), ("Nhà khách Bến Ngự", "Huế"), "added"),
    ("location", ((None, "Huế"), "Huế"), (None, "Quảng Trị"), "corrected"),
    ("location", (("Nhà khách Bến Ngự", "Huế"), "Huế"), (None, "Huế"), "corrected"),
    ("organizer", [], [BODY], "added"),
    ("organizer", [(BODY, "Sở")], [BODY, (None, "Hội Tin học", "sponsor")], "added"),
    ("organizer", [(BODY, "Sở")], [(*BODY[:2], "host")], "corrected"),
    ("organizer", [(BODY, "Sở")], [(None, "Hội Tin học", "organizer")], "corrected"),
    ("published", ("2017", DAY), "2017-10-06", "added"),
    ("published", ("2017-10-05", DAY), "2017-10-06", "corrected"),
    ("status", None, "cancelled", "added"),
    ("status", ("announced", "Sáng"), "held", "added"),
    ("status", ("announced", "Sáng"), "cancelled", "corrected"),
    ("series", (("Hội thảo", None), "Hội thảo"), ("Hội thảo", 3), "added"),
    ("series", (("Hội thảo", 2), "Hội thảo"), ("Hội thảo", 3), "corrected"),
    # how an article is filed is nobody else's word
    ("themes", [("du-lieu", "dữ liệu mở")], ["chinh-phu-so"], "confirmed"),
    ("is_event", None, True, "confirmed"),
]


def signed(field, before, now, **correction):
    facts = {} if before is None else {field: before}
    return make_record(
        **facts, corrections=[make_correction(field, **correction)], corrected={field: now}
    )


@pytest.mark.parametrize(("field", "before", "now", "does"), SIGNED)
def test_what_a_signature_does(field, before, now, does):
    assert amendment(signed(field, before, now), field) == does


def test_what_is_read_in_the_article_itself_is_no_other_source():
    record = signed("location", None, (None, "Huế"), source=None, quote="tại Huế")
    assert amendment(record, "location") == "confirmed"


def test_what_the_article_gives_by_itself_needs_no_signature():
    assert is_needless(signed("date", ("2017-10-05", DAY), "2017-10-05"), "date")
    assert not is_needless(signed("date", ("2017", DAY), "2017-10-05"), "date")
    assert not is_needless(signed("is_event", None, True), "is_event")
    assert not is_needless(signed("themes", [], [], add=["x"]), "themes")
