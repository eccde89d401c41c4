"""A text is read out in its own language: most of its words decide, and names decide nothing."""

import pytest

from egov_timeline.language import language_of

VIETNAMESE = "Sáng 5/10, tại Huế, Sở Thông tin và Truyền thông tổ chức hội thảo về dữ liệu mở."
ENGLISH = (
    "The workshop on open data was held by the Department of Information and Communications in"
    " Hue City on Thursday, with three hundred delegates from the central provinces."
)
WITH_NAMES = (
    "The People's Committee of Thừa Thiên Huế and the Đà Nẵng Department of Science held a workshop"
    " on open data at Nhà văn hóa Phú Xuân, which was attended by delegates from Quảng Trị."
)

TEXTS = [
    (ENGLISH, "en"),
    (WITH_NAMES, "en"),
    (ENGLISH.upper(), "en"),
    (f"{ENGLISH} {ENGLISH} {VIETNAMESE}", "en"),
    (VIETNAMESE, "vi"),
    (VIETNAMESE.upper(), "vi"),
    (f"{VIETNAMESE} {VIETNAMESE} {ENGLISH}", "vi"),
    # Marks lost on the way: Vietnamese still, though "the", "to", "in" and "an" stand in it.
    ("Sang nay to chuc hoi thao ve an toan thong tin, the hien vai tro in an to chuc cua so", "vi"),
    ("Diễn đàn Vietnam ICT Summit: Data for the Future of Work and Life", "vi"),
    # Names and numbers show no language.
    ("Vietnam ICT Summit 2019", "vi"),
    ("Smart City Asia, Viettel, FPT, VNPT", "vi"),
    ("", "vi"),
    ("2019 – 10 – 5", "vi"),
    # A third language is none of the two: it stays what the archive is in.
    (
        "Le colloque sur les données ouvertes a réuni trois cents personnes à Hué jeudi dernier",
        "vi",
    ),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_most_of_a_text_decides(text, language):
    assert language_of(text) == language


def test_what_shows_no_language_is_taken_for_what_stands_around_it():
    assert language_of("Vietnam ICT Summit 2019", "en") == "en"
    assert language_of(VIETNAMESE, "en") == "vi"
