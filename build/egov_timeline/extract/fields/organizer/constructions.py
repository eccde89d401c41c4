"""How the press says who holds an event: each construction as a pattern over symbols.

`CONSTRUCTIONS` names them in the order in which they are tried; `Chain` groups hold the bodies,
`verb` the words that give the role, `event` the object where it is part of the construction. The
letters are those of `symbols`: B a body, Z a brand, E an event noun, O a verb of organizing.
"""

from __future__ import annotations

import re

# "A, B phối hợp với C và D", "A chủ trì, phối hợp với B", "A cùng các sở, ngành và B".
# "Hội Sinh viên Việt Nam tại Pháp và B", "A (đơn vị chủ trì) cùng B", "A cùng
# các đối tác là B". No two branches can match the same symbols.
_LINK = r"(?:C?[HO]A?C?L|C?[AVL]{1,3}C?|C?x{1,2}L|Lx{1,6}[AV]L?|lx{1,4}[AVL]{0,3}C?|RL|Lx{0,3}IQ|)"
_CHAIN = rf"(?P<chain>[BZ](?:{_LINK}[BZ]){{0,15}})(?:lx{{1,4}})?"
# "do các cơ quan, đơn vị gồm: A, B", "do gia đình nhà văn cùng A": said before a name is.
_LISTED = r"(?:x[xA]{0,5}Q{1,2}|[xV]{1,10}L)?"
# "dưới sự chủ trì của A và B, C tổ chức": the list ends where the subject begins.
_SHORTEST = rf"(?P<chain>[BZ](?:{_LINK}[BZ]){{0,7}}?)(?=A[BZ](?:{_LINK}[BZ]){{0,7}}[CxL]*O)"
# "phối hợp với các đơn vị liên quan", "cùng các chuyên gia nước bạn", "và các sở, ngành", ", các
# tỉnh thành vùng này và doanh nghiệp lúa gạo": partners without a name.
_NAMELESS = r"(?:[AV]?Lx[xAVT]{0,8}?|Vx[xAV]{0,8}?|Ax{2,6}Vx{1,7}?)?"
# "A và B, dưới sự bảo trợ của C, tổ chức": who only lends a name ("." where it was said before)
_UNDER = r"(?:A[GYJ][B.](?:[AV][B.]){0,4}A)?"
# "lãnh đạo A và B, hai đơn vị cùng đứng tên tổ chức": bodies, whatever was said of them before.
_NAMED_BEFORE = r"(?P<chain>[BZtnj](?:C?[AV]{1,2}C?[BZtnj]){0,6})"

CONSTRUCTIONS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # "dưới sự chủ trì của A, B tổ chức": the list ends before the subject
        ("chair", rf"(?P<verb>U){_SHORTEST}"),
        ("chair", rf"(?P<verb>U){_CHAIN}"),
        ("patron", rf"(?P<verb>G){_SHORTEST}"),
        ("patron", rf"(?P<verb>G){_CHAIN}"),
        ("patron", rf"(?:[DWA]|^){_CHAIN}C*(?P<verb>P)"),
        # "với sự phối hợp tổ chức của A"; "với sự phối hợp của A, B tổ chức"
        ("joint", rf"(?P<verb>J){_SHORTEST}"),
        ("joint", rf"(?P<verb>J)[xCQ]{{0,2}}?{_CHAIN}"),
        # "UBND tỉnh giao cho A chủ trì tổ chức diễn đàn này"
        (
            "delegated",
            rf"i(?P<chain>j(?:{_LINK}[BZ]){{0,8}}){_NAMELESS}[xC]{{0,3}}(?P<verb>H?O|H(?=x?[Ee]))",
        ),
        # "đơn vị tổ chức là A", "A là đơn vị bảo trợ", "A, cơ quan tổ chức hội nghị"
        ("named", rf"(?<!L)(?<!Lx)(?P<verb>[RIF])[xCEes]{{0,5}}Q{{1,2}}{_CHAIN}"),
        ("named", rf"{_CHAIN}C*Qx{{0,2}}(?P<verb>[RIF])"),
        ("apposition", rf"{_NAMED_BEFORE}A(?P<verb>[RI])"),
        # "Sở Nội vụ đơn vị tổ chức cuộc thi cho biết": the commas are left out
        ("apposition", r"(?P<chain>[BZ])(?P<verb>R)(?=E)"),
        # "đứng ra tổ chức tọa đàm là A"
        ("inverted", rf"(?P<verb>O)x?(?P<event>[Ee])[xC]{{0,4}}Q{_CHAIN}"),
        # "Đồng chủ trì tổ chức là A và B", "Phối hợp: A": the event was named before
        ("headed", rf"(?:^|A)(?P<verb>[OHKL])Q{{1,2}}{_CHAIN}"),
        # "do A và B phối hợp tổ chức", "được A tổ chức", "hội thảo mà A mở", "giữa A và B tổ chức"
        ("passive", rf"[DW]{_LISTED}{_CHAIN}{_NAMELESS}C*(?P<verb>[OHKv]+)"),
        # "do A phối hợp một số cơ quan tổ chức": the partners organize too
        ("passive", rf"D{_LISTED}{_CHAIN}[AV]?Lx{{0,3}}(?P<verb>R)"),
        # "do Hội A và Bộ B nước bạn tổ chức": a name that goes on through words of its own
        ("passive", rf"D{_LISTED}{_CHAIN}x{{1,4}}C*(?P<verb>O)"),
        ("passive", rf"(?P<event>E)[^TDE]{{0,25}}m{_CHAIN}{_NAMELESS}C*(?P<verb>[OHKMv]+)"),
        ("passive", rf"(?P<event>E)[^TDE]{{0,25}}[gs]{_CHAIN}{_NAMELESS}C*(?P<verb>O)"),
        # "được tổ chức bởi A"
        ("by", rf"(?P<verb>[OHK])b{_CHAIN}"),
        # "HĐND thành phố khai mạc kỳ họp"
        ("session", r"(?P<chain>B)C*(?P<verb>M)(?P<event>E)"),
        # "A đã phối hợp với B tổ chức ở Hà Nội hội nghị"
        (
            "active",
            rf"(?<![gs]){_CHAIN}{_NAMELESS}{_UNDER}C*"
            r"(?P<verb>[OHKMv]+)[xCVlL]{0,7}?(?P<event>[Ee])",
        ),
        # "A phối hợp với các đơn vị tổ chức hội thảo": the partners organize too
        ("active", rf"(?<![gs]){_CHAIN}[AV]?L(?P<verb>R)(?P<event>E)"),
        # "A, phối hợp cùng B và C, đã tổ chức hội thảo"
        (
            "active",
            rf"(?<![gs])(?P<chain>BALB(?:{_LINK}[BZ]){{0,7}})AC*(?P<verb>O)x{{0,3}}(?P<event>[Ee])",
        ),
        # "do A đồng tổ chức với B"
        ("with", rf"O[Ee]?(?P<verb>L){_CHAIN}"),
        # "phiên họp thứ nhất Ủy ban Quốc gia về …", "Ủy ban … họp phiên thứ nhất"
        ("session", r"(?P<event>E)(?P<verb>)[xCNKViw]{0,12}s?(?P<chain>B)"),
        ("session", r"(?P<chain>B)C*(?P<verb>S)"),
        # "A điều phối và tổ chức.": the event was named before
        ("subject", rf"(?:^|[ACx]){_CHAIN}{_NAMELESS}C*(?P<verb>O(?:VO)?|K)(?=$|[lAL])"),
        # "A đã tổ chức chương trình Gọi vốn": of an event that has no noun of its own
        ("act", rf"(?<![gs]){_CHAIN}{_NAMELESS}C*(?P<verb>[Ov])(?=x)"),
        # "A tổng kết 10 năm cải cách hành chính", "A tập huấn kỹ năng số"
        ("act", rf"(?:^|A){_CHAIN}{_NAMELESS}C*(?P<verb>[wE])(?=[xCE])"),
        # "có A cùng phối hợp lo chỗ ăn ở"
        ("partner", rf"(?:^|A)x?{_CHAIN}C*(?P<verb>L)(?=x)"),
        # "A vừa chính thức vận hành trung tâm", "trung tâm được A đưa vào hoạt động"
        ("launch", rf"(?<![DWsb]){_CHAIN}C*(?P<verb>[MK](?:VM)?)"),
        ("launch", rf"W{_CHAIN}C*(?P<verb>M)"),
    )
)

# What is only said of a body in passing: "được UBND tỉnh giao", ", đơn vị thuộc Bộ Nội vụ,", "của
# VINASA", "thuộc Khu Công nghệ Phần mềm Đại học Quốc gia".
ASIDE = re.compile(
    r"(?<=[BZ])W[BZtn]i|(?<=[BZ])yx{1,6}B(?=C*[OHK])|(?<=[BZj])A[yY][BZtnd]A|(?<=[BZj])[sy]?B"
)

MEMBERS = "BZtnj"
# Constructions that hold only where the subject is no person.
OF_SUBJECTS = {"active", "subject", "launch", "delegated", "partner", "act"}
PERSON = re.compile(r"T[^A]*$")

# "khảo sát do X thực hiện", "đề án do X chủ trì", "hệ thống do X triển khai"
_WORK = re.compile(
    r"\b(?:khảo sát|báo cáo|đề án|dự án|đề tài|nghiên cứu|hệ thống|phần mềm|kế hoạch|nền tảng|"
    r"giải pháp|cổng|trang|ứng dụng|mô hình|đề xuất|nghị định|thông tư|dự thảo)\b[^,;]*$"
)
_SPAN_OF_A_WORK = 50
# "Hội nghị có ba chuyên đề: hạ tầng (do Bộ A chủ trì); sinh kế do Bộ B chủ trì": parts of it
_PARTS = re.compile(r";|: [^:]*\($")


def is_of_a_work(key: str, named: int, begins: int) -> bool:
    """Whether what stands before "do X chủ trì" at `begins` is no event; one ends at `named`."""
    if _WORK.search(key, max(0, begins - _SPAN_OF_A_WORK), begins):
        return True
    return bool(_PARTS.search(key, named, begins))
