"""Short forms of names, and the bodies that they stand for."""

import pytest

from documents import read
from egov_timeline.extract.annotate.organizations import bodies
from egov_timeline.extract.resolve.coreference import in_full

# A text whose last body is a short form, and the name that it stands for.
SHORT = [
    ("Sở Nội vụ Hà Nam đã mời nhiều người. Lễ khai trương do Sở tổ chức.", "Sở Nội vụ Hà Nam"),
    (
        "Tổng cục Minh Long, Bộ Y tế, có mặt. Hội nghị do Tổng cục chủ trì.",
        "Tổng cục Minh Long, Bộ Y tế",
    ),
    (
        "Trường Đại học Minh Long đón khách. Hội thảo do nhà trường tổ chức.",
        "Trường Đại học Minh Long",
    ),
    (
        "Hội Doanh nhân Hà Nam (HDX) vừa ra đời. Hội thảo do HDX tổ chức.",
        "Hội Doanh nhân Hà Nam (HDX)",
    ),
    # no name before it: a brand stands for itself, a head noun for nobody
    ("Hội thảo do HDX tổ chức.", "HDX"),
    ("Hội thảo do Sở tổ chức.", None),
    ("Bộ Nội vụ có mặt. Hội thảo do Sở tổ chức.", None),
]


@pytest.mark.parametrize(("text", "name"), SHORT)
def test_in_full(text, name):
    document = read(text)
    last = [
        body
        for index in document.kept
        for body in bodies(document, document.sentence(index).start, document.sentence(index).end)
    ][-1]
    full = in_full(document, last)
    assert (full and full.name) == name
