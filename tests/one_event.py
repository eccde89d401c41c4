"""One event in two reports, which agree in most and contradict each other in some."""

from egov_timeline.inputs import Source
from records import make_record

A = """Khai mạc Ngày hội Chính quyền số Lạng Sơn 2019

Ngày 8/11/2019, tại Nhà khách Xứ Lạng, UBND tỉnh Lạng Sơn phối hợp với Hội Tin học Xứ Lạng tổ chức Ngày hội Chính quyền số Lạng Sơn 2019. Ngày hội họp lần đầu năm 2012."""
B = """Lạng Sơn bàn chuyện dữ liệu

Hôm 9/11/2019, Ngày hội Chính quyền số Lạng Sơn năm 2019 do UBND tỉnh Lạng Sơn và Sở Khoa học Lạng Sơn tổ chức đã diễn ra ở thành phố Lạng Sơn, sau lần đầu vào năm 2012."""
NAME = "Ngày hội Chính quyền số Lạng Sơn 2019"
PEOPLE = ("ubnd-lang-son", "Ủy ban nhân dân tỉnh Lạng Sơn", "organizer")
MAIN = {
    "title": ("Khai mạc Ngày hội", "Khai mạc Ngày hội"),
    "event": (NAME, NAME),
    "date": ("2019-11-08", "Ngày 8/11/2019"),
    "location": (("Nhà khách Xứ Lạng", "Lạng Sơn"), "Nhà khách Xứ Lạng"),
    "organizer": [
        (PEOPLE, "UBND tỉnh Lạng Sơn"),
        ((None, "Hội Tin học Xứ Lạng", "co-organizer"), "Hội Tin học Xứ Lạng"),
    ],
    "themes": [("du-lieu", "Ngày hội")],
}
SECOND = {
    "title": ("Lạng Sơn bàn chuyện dữ liệu", "Lạng Sơn bàn chuyện dữ liệu"),
    "event": (
        "Ngày hội Chính quyền số Lạng Sơn năm 2019",
        "Ngày hội Chính quyền số Lạng Sơn năm 2019",
    ),
    "date": ("2019-11-09", "Hôm 9/11/2019"),
    "location": (("thành phố Lạng Sơn", "Lạng Sơn"), "thành phố Lạng Sơn"),
    "organizer": [
        ((None, "UBND tỉnh Lạng Sơn", "organizer"), "UBND tỉnh Lạng Sơn"),
        ((None, "Sở Khoa học Lạng Sơn", "organizer"), "Sở Khoa học Lạng Sơn"),
    ],
    "themes": [("chinh-phu-so", "Chính quyền số"), ("du-lieu", "dữ liệu")],
}


def first(ident="a", **facts):
    return make_record(ident, A, source=Source("Báo Xứ Lạng"), **(MAIN | facts))


def second(ident="b", **facts):
    return make_record(ident, B, source=Source("Tin Ải Bắc"), same_as="a", **(SECOND | facts))
