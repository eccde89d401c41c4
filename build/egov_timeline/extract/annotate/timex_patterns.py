"""The forms in which the Vietnamese press writes a time: what `timex_reading` reads, as patterns.

Each number form is matched where a number starts, each cue on the few words in front of it; all are
bounded, so that reading stays linear. They run on a match key (lower case, one dash, one space).
"""

from __future__ import annotations

import re

from egov_timeline.alternatives import Alternatives
from egov_timeline.extract.lexicon import words

# --- the parts of a numeric date ------------------------------------------------------------------

_D = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_M = r"(?:1[0-2]|0?[1-9])(?!\d)"
# "ngày 20 tháng chín"; giêng and chạp are months of the lunar calendar only
MONTH_WORDS = {
    "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "mười": 10,
}  # fmt: skip
# In "10 tháng năm 2018" the months are counted, and "năm" is the year's.
_MW = rf"(?:{_M}|(?!năm \d{{4}})(?:{'|'.join(sorted(MONTH_WORDS, reverse=True))})\b)"
_Y = r"(?:19|20)\d\d(?!\d)"
# "18/7", "18 / 7", "12-9", "30.3"
_SEP = r"(?: ?/ ?|[.-])"
# "18/7" is no day in "18/7/QĐ", "18/7%", "18.7.4.1", "18.7 triệu"
# and none of this calendar in "10/3 âm lịch"
_END = r"(?! ?%|[/.,-]\d|/\w| (?:triệu|tỷ|tỉ|nghìn|ngàn|lần|điểm)\b| ?\(?âm lịch)"
# "tháng 10 năm 2015", "tháng 10/2015", "tháng 10-2015", "tháng 10, năm 2015"
_OF_YEAR = r"(?:,? năm | ?[/.-] ?)"
_PART_OF_DAY = words("part of day")
# "thứ năm vừa rồi, 5/6", "sáng thứ bảy tuần này (12/10)"
_WEEKDAY = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?: (?:vừa (?:rồi|qua)|tuần (?:này|qua|rồi|trước|sau|tới)|này|tới)\b)?"
)
# "16–18", "16÷18", "16 ~ 18", "16 -> 18": one dash in a key, and what stands for it
_TO = r"(?:->?|[÷~→])"
# "17h ngày 7/3", "14 giờ 30 phút ngày 7/3"
_HOUR = r"(?:\d{1,2}(?:[hg:]\d{0,2}'?| giờ(?: \d{1,2}(?: phút)?)?),? )?"
# "16 - 18", "5 đến 7", "28 và 29", "6 đến hết ngày 8", "28/11, 29/11", "5/3 đến 17h ngày 7/3",
# "sáng 21 đến trưa 22", "thứ năm 30 và thứ sáu 31", "(30/9) đến chiều thứ bảy (2"
_JOIN = (
    rf"\)? ?(?:{_TO}|,|(?<= )(?:đến|tới|và|&)) ?(?:hết |cả )?{_HOUR}"
    rf"(?:{_PART_OF_DAY} )?(?:(?:{_WEEKDAY}),? ?)?(?:(?:ngày )?(?:mùng |mồng )|ngày |(?<= )\()?"
)

# "06-10-2017", "30/03/2016", "3 / 11 / 2013", "ngày 18/7/18"
TRIPLE = re.compile(
    rf"(?P<d>{_D})(?P<sep>{_SEP})(?P<m>{_M})(?P=sep)(?P<y>{_Y}|\d\d(?!\d))"
    rf"(?! ?%|(?!-{_D}(?P=sep){_M}(?P=sep){_Y})[/.-]\d|/\w)"
)
# "3/21/2008": there is no 21st month, so the month stands first
AMERICAN = re.compile(rf"(?P<m>{_M})/(?P<d>{_D})/(?P<y>{_Y})(?![/.-]\d|/\w)")
# "2025-06-29T00:00:00+07:00", "2020/09/17"
ISO = re.compile(rf"(?P<y>{_Y})(?P<sep>[/-])(?P<m>[01]\d)(?P=sep)(?P<d>[0-3]\d)(?!\d|/\w)")
# "16-18.9", "5 đến 7/12", "10 đến 12-10-2018", "6 đến ngày 8/7/2017", "30/9 - 2/10/2018",
# "10, 11 và 12/10", "5 đến 7 tháng 12 năm 2018"
RANGE = re.compile(
    rf"(?P<d>{_D})(?:(?:{_SEP}| tháng )(?P<m>{_M})(?:{_SEP}(?P<y>{_Y}))?)?(?:, ?{_D}){{0,4}}"
    rf"(?P<join>{_JOIN})(?P<e>{_D})"
    rf"(?:(?P<sep>{_SEP})(?P<n>{_M})(?:(?P=sep)(?P<z>{_Y}))?|"
    rf",? tháng (?P<nw>{_M})(?:{_OF_YEAR}(?P<zw>{_Y}))?){_END}"
)
# "3, 5 và 9/10/2019", "5/10 và 12/10", "sáng 3/10, chiều ngày 5/10/2019": each of them
_LISTED_DAY = rf"(?:{_PART_OF_DAY} )?(?:ngày )?{_D}(?:{_SEP}{_M}(?:{_SEP}{_Y})?)?"
LIST = re.compile(
    rf"(?P<d>{_D})(?:{_SEP}{_M}(?:{_SEP}{_Y})?)?"
    rf"(?P<rest>(?:,? (?:và |& )?{_LISTED_DAY}(?!\d)){{1,9}})"
    rf"(?:(?<!/\d\d\d\d),? tháng (?P<mw>{_M})(?:{_OF_YEAR}(?P<yw>{_Y}))?)?{_END}"
)
OF_LIST = re.compile(rf"(?P<d>{_D})(?:(?P<sep>{_SEP})(?P<m>{_M})(?:(?P=sep)(?P<y>{_Y}))?)?")
AND = re.compile(r"\bvà\b|&")
SEPARATOR = re.compile(r"(?<=\d),|\bvà\b|&")
# "18/7", "14 tháng 10 năm 2015", "14, tháng 10/2015"
DAY = re.compile(
    rf"(?P<d>{_D})(?:(?P<sep>{_SEP})(?P<m>{_M})|"
    rf",? tháng (?P<mw>{_MW})(?:{_OF_YEAR}(?P<yw>{_Y}))?){_END}"
)
# "Sáng 17 - 10, tại Huế": spaced out, and closed as the opening of a clause is
SPACED_DAY = re.compile(rf"(?P<d>{_D}) - (?P<m>{_M})(?=,| (?:tại|ở)\b|\))")
# but in "Trong các ngày 5 - 7, Sở", "từ sáng 5 - 7", "hai ngày 5 - 6" the days are counted
SPAN_OF_DAYS = re.compile(
    rf"\b(?:(?:trong|suốt|các|những|vài|mấy|hai|ba|bốn|năm|sáu|bảy|\d{{1,2}}) (?:{_PART_OF_DAY} )?"
    rf"(?:các |những )?(?:ngày|hôm|{_PART_OF_DAY})|từ [^\d.;]{{2,20}}) $"
)
# "9 năm 2017", "03/2018", "9.2020": what follows "tháng"
MONTH = re.compile(rf"(?P<m>{_M})(?:{_OF_YEAR}(?P<y>{_Y}))?{_END}")
# "9/2017" without "tháng"
BARE_MONTH = re.compile(rf"(?P<m>{_M})/(?P<y>{_Y})(?![/.,-]\d|[/-]\w)")
# "II/2017", "2 năm 2017": what follows "quý"
QUARTER = re.compile(rf"(?P<q>iv|i{{1,3}}|[1-4])(?!\w)(?:{_OF_YEAR}(?P<y>{_Y}))?")
# "2018-2020", "2018"
YEARS = re.compile(rf"(?P<y>{_Y})(?: ?{_TO} ?(?P<z>{_Y}))?(?![/.-]\d|,\d|/\w| ?%)")

# --- what stands in front of it -------------------------------------------------------------------

# "Ngày nay" and "những ngày qua" name no day.
_REL = rf"(?:(?:hôm|{_PART_OF_DAY}) (?P<rel>nay|qua|mai|kia)|ngày mai)"
# "sáng chủ nhật 8-9", but not "xếp thứ hai 8/9"
_ON_WEEKDAY = rf"(?:{_PART_OF_DAY}|hôm|ngày|vào) {_WEEKDAY} "
# "sáng nay, ngày ", "sáng qua (", "chiều ngày ", "thứ sáu, ngày ", "từ ngày ", "hôm "
CUE = re.compile(
    r"\b(?<!mỗi )(?<!hằng )(?<!hàng )(?:từ )?(?:"
    rf"{_ON_WEEKDAY}|"
    rf"(?:{_REL}|{_PART_OF_DAY}|hôm|ngày|mùng|mồng)[ ,(:-]{{1,3}}|{_WEEKDAY} ?[,(-] ?"
    r"){1,4}$"
)
# "thứ năm 30 và thứ sáu 31/10", "từ thứ hai 5/6 đến thứ tư 7/6"
ON_WEEKDAY = re.compile(rf"\b(?<!xếp )(?<!hạng )(?<!đứng )(?<!trí )(?:từ )?{_WEEKDAY} $")
A_WEEKDAY = re.compile(_WEEKDAY)
# Alone they stand before fractions too ("đến 2/3 số hộ").
WEAK_CUE = re.compile(
    rf"\b(?:{words('hold', 'occur', 'open')}|vào|từ|đến|tới|trước|sau|hết|lúc|trong) $|"
    r"\d[h:]\d{0,2},? $"
)
# "(THTG) 18/7, tại …", "Hà Nội, 18/7 - …": the date line of a report
LEAD = re.compile(
    r"\n[\ufeff ]{0,4}(?:\([^()\n]{2,30}\) ?)?(?:- ?)?(?:[^\W\d_]+(?: [^\W\d_]+){0,3} ?[,-] ?)?$"
)
# "hai ngày cuối tuần (12 và 13/10)", "hai ngày cuối năm, 30-31/12", "một ngày làm việc (11/10)"
DAYS_NAMED = re.compile(
    r"\bngày(?: [^\W\d]+){1,3}(?:,| \(| -) ?$|\bcuối tuần(?: [^\W\d]+){0,2} \($"
)
AFTER_LEAD = re.compile(r" ?[,:(-]")
# "trung tuần tháng 5": the ten days in its middle
OF_MONTH = re.compile(
    r"\b(?:(?:đầu|giữa|cuối|(?:thượng|trung|hạ) tuần) )?(?<!\d )(?<!mạng )tháng $"
)
OF_QUARTER = re.compile(r"\bquý $")
OF_YEARS = re.compile(r"\b(?:(?:đầu|giữa|cuối) )?(?:năm|giai đoạn|nhiệm kỳ)(?: học)? $")
# "số 9/2019", "Nghị định 9/2017": numbers of documents
OF_DOCUMENT = re.compile(r"(?:\bsố|định|quyết|\btư|\bluật|\bthị|\bđiện|\bvăn|\blệnh|\bán) $")

# Both start with a plain character, which the engine finds fast; only then the words in front of it
# are looked at.
NUMBER = re.compile(r"[0-9]+")
# "5/", "5 - 7", "5 tháng", "5 đến": most numbers go on otherwise, and are done with at once.
GOES_ON = re.compile(r" ?(?:[/.,&÷~→-]|tháng|đến|tới|và)")
# "lần 1-2018", "lần thứ II-2018": the number of an edition, then its year
NUMBER_OF_EDITION = re.compile(r"\blần (?:thứ )?(?:\d{1,2}|[ivx]{1,5})-$")
INSIDE_NUMBER = re.compile(r"(?:\d[.,:-]|/)$")
WORD = Alternatives(r"(?P<rel> nay| qua| mai| kia)\b|(?P<quarter> i{1,3}| iv)\b")
RELATIVE = re.compile(rf"\b{_REL}$")
# "hôm thứ năm tuần trước", "Ngày thứ hai đầu tuần trước", "sáng thứ ba" (the last one); with a date
# behind it, the date tells, and "tối thứ bảy hằng tuần" is no day
WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật")
OF_WEEK = re.compile(
    r"(?:thứ|chủ) (?P<day>hai|ba|tư|năm|sáu|bảy|nhật|[2-7])(?: (?:(?:đầu |cuối )?tuần )"
    r"(?P<week>này|qua|rồi|trước)\b|(?P<last> vừa (?:rồi|qua)\b))?"
    r"(?!,? ?\(?(?:ngày )?\d)(?! (?:tuần|tới|sau|hằng|hàng|mỗi|cuối|đầu|này|của|và|hoặc|là)\b)"
)
BEFORE_WEEKDAY = re.compile(rf"\b(?:(?P<hour>{_PART_OF_DAY}|hôm)(?: ngày)? |ngày |vào ){{1,2}}$")
