"""Read the value of a correction as people and pages write it.

Turns what was typed into a value of its field's datatype: a label, an alias or an id; `6/10/2017`
or EDTF; "Khách sạn A, Hà Nội" or its parts by name. What the field cannot hold is refused with what
to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from egov_timeline import typeddates, wording
from egov_timeline.corrections.locations import location, typed_location
from egov_timeline.corrections.refusals import Refused
from egov_timeline.corrections.terms import body, term, word
from egov_timeline.edtf import EventDate, InvalidDate
from egov_timeline.errors import quoted
from egov_timeline.fields import Datatype
from egov_timeline.plain import plain
from egov_timeline.records import Count, Location, Milestone, Organizer, Series
from egov_timeline.text import fold, match_key, normalize
from egov_timeline.view import view
from egov_timeline.vocabulary import Vocabularies
from egov_timeline.yamlnodes import TO_FILL_IN

_YES = ("true", "co", fold(wording.kind_label(True)))
_NO = ("false", "khong", fold(wording.kind_label(False)))
# "đã hủy", "sẽ diễn ra": as people put what the list of statuses puts otherwise
_BESIDE_STATUS = re.compile(r"^(?:da|bi|phai|tam|moi|duoc|se|sap)(?: (?:bi|duoc))? ")
_SAID_SHORT = {
    "huy": "cancelled",
    "huy bo": "cancelled",
    "hoan": "postponed",
    "bao truoc": "announced",
}
# "VINASA (chủ trì)", as the log of corrections tells it
_WITH_ROLE = re.compile(r"(?P<name>.+\S) ?\((?P<role>[^()]+)\)$")
# "Vietnam ICT Summit, lần thứ 8"
_EDITION = re.compile(r"(?P<name>.*\S), lần thứ (?P<edition>\d+)$")
# "hơn 1.000 đại biểu", "gần 300", "250"
_NUMBER_OF = re.compile(
    r"(?:(?P<bound>\D+) )?0*(?P<number>[1-9]\d{0,5}|[1-9]\d{0,2}(?:\.\d{3}){1,2})"
    r"(?: (?:đại biểu|người))?"
)
# No series has seen its thousandth edition: "2018" is a year.
_NUMBER = re.compile(r"\d{1,3}")


def parse(datatype: Datatype, given: Any, vocabularies: Vocabularies) -> Any:
    """Return the one value that was typed. Raises Refused."""
    return _PARSERS[datatype](given, vocabularies)


def is_meant(datatype: Datatype, given: Any, value: Any, vocabularies: Vocabularies) -> bool:
    """Return whether `given`, what is to be removed, means `value`. Raises Refused.

    A body is meant by its name in any role, a milestone by those of its parts that are given.
    """
    if datatype is Datatype.MILESTONE:
        return _is_milestone(given, value)
    meant = parse(datatype, given, vocabularies)
    if datatype is Datatype.ORGANIZER:
        same = meant.id == value.id and (meant.id or fold(meant.name) == fold(value.name))
        return bool(same) and (not _gives_role(given) or meant.role == value.role)
    return bool(meant == value)


def _gives_role(given: Any) -> bool:
    return "role" in given if isinstance(given, dict) else bool(_WITH_ROLE.fullmatch(given))


def _is_milestone(given: Any, value: Milestone) -> bool:
    parts = _parts(given, ("kind", "date", "name", "place"))
    said = plain(value)
    if "date" in parts:
        parts["date"] = _date(parts["date"]).edtf
    if "kind" in parts:
        parts["kind"] = _word(parts["kind"], "milestones", "loại mốc")
    return all(match_key(said[name] or "") == match_key(part) for name, part in parts.items())


def _date(value: Any) -> EventDate:
    try:
        return typeddates.date(_string(value))
    except InvalidDate as err:
        raise Refused(str(err), typeddates.REMEDY) from err


def _moment(value: Any) -> str:
    try:
        return typeddates.moment(_string(value))
    except InvalidDate as err:
        raise Refused(str(err), typeddates.MOMENT_REMEDY) from err


def _location(value: Any, vocabularies: Vocabularies) -> Location:
    if isinstance(value, str):
        return typed_location(_string(value), vocabularies.places)
    parts = _parts(value, ("place", "province"))
    if not parts:
        raise Refused("địa điểm không có place, cũng không có province", "Ghi một trong hai.")
    return location(parts.get("place"), parts.get("province"), vocabularies.places)


def _organizer(value: Any, vocabularies: Vocabularies) -> Organizer:
    if isinstance(value, str):
        said = _string(value)
        told = _WITH_ROLE.fullmatch(said)
        if told and not vocabularies.organizations.named(said):
            return _organizer({"id": told["name"], "role": told["role"]}, vocabularies)
        parts = {"id": said}
    else:
        parts = _parts(value, ("id", "name", "role"))
    role = _role(parts.get("role", "organizer"))
    name = parts.get("name")
    if ident := parts.get("id"):
        free = f"Thêm vào đó trước, hoặc ghi {{name: {ident}}} nếu đơn vị ấy không cần trang riêng."
        known = body(ident, vocabularies, free)
        return Organizer(known.id, known.label, role)
    if name is None:
        raise Refused("đơn vị tổ chức không có id, cũng không có name", "Ghi một trong hai.")
    if len(found := vocabularies.organizations.named(name)) == 1:
        return Organizer(found[0], vocabularies.organizations[found[0]].label, role)
    return Organizer(None, name, role)


def _role(said: str) -> str:
    return _word(said, "roles", "vai trò")


def _theme(value: Any, vocabularies: Vocabularies) -> str:
    return term(_string(value), vocabularies.themes, "chủ đề").id


def _series(value: Any) -> Series:
    if isinstance(value, str):
        told = _EDITION.fullmatch(_string(value))
        parts = told.groupdict() if told else {"name": _string(value)}
    else:
        parts = _parts(value, ("name", "edition"))
    edition = parts.get("edition", "0").removeprefix("lần thứ ")
    if not parts.get("name") or not _NUMBER.fullmatch(edition):
        raise Refused(f"{shown(value)} không phải là chuỗi sự kiện", "Ghi {name: …, edition: số}.")
    return Series(parts["name"], int(edition) or None)


def _count(value: Any) -> Count:
    told = _NUMBER_OF.fullmatch(_string(value))
    if not told:
        raise Refused(f"{shown(value)} không phải là một số người", "Ghi như “hơn 300”, “1.000”.")
    bound = _word(told["bound"], "bounds", "cách nói số gần đúng") if told["bound"] else None
    return Count(int(told["number"].replace(".", "")), bound)


def _milestone(row: Any) -> Milestone:
    parts = _parts(row, ("kind", "date", "name", "place"))
    if lacking := [name for name in ("kind", "date", "name") if name not in parts]:
        raise Refused(f"mốc thiếu {', '.join(lacking)}", "Ghi {kind: …, date: …, name: …}.")
    kind = _word(parts["kind"], "milestones", "loại mốc")
    return Milestone(kind, _date(parts["date"]), parts["name"], parts.get("place"))


def _status(value: Any) -> str:
    said = _BESIDE_STATUS.sub("", fold(_string(value)))
    return _SAID_SHORT.get(said) or _word(_string(value), "statuses", "tình trạng")


def _word(said: str, table: str, noun: str) -> str:
    """Return the id of what pages of this project or of any other call so."""
    return word(said, wording.own.TABLES[table], noun, wording.own.also(table))


def _yes_or_no(value: Any) -> bool:
    said = fold(value) if isinstance(value, str) else ""
    if said not in _YES + _NO:
        raise Refused(f"{shown(value)} không phải là có hay không", "Ghi true hoặc false.")
    return said in _YES


_PARSERS: Mapping[Datatype, Callable[[Any, Vocabularies], Any]] = {
    Datatype.YES_OR_NO: lambda value, _: _yes_or_no(value),
    Datatype.EVENT_TYPE: lambda value, _: _word(_string(value), "event_types", "loại sự kiện"),
    Datatype.TEXT: lambda value, _: _string(value),
    Datatype.STATUS: lambda value, _: _status(value),
    Datatype.DATE: lambda value, _: _date(value),
    Datatype.MOMENT: lambda value, _: _moment(value),
    Datatype.LOCATION: _location,
    Datatype.ORGANIZER: _organizer,
    Datatype.THEME: _theme,
    Datatype.SERIES: lambda value, _: _series(value),
    Datatype.COUNT: lambda value, _: _count(value),
    Datatype.MILESTONE: lambda value, _: _milestone(value),
}


def _string(value: Any) -> str:
    seen = " ".join(view(normalize(value)).text.split()) if isinstance(value, str) else ""
    if not seen or seen == TO_FILL_IN:
        raise Refused(f"{shown(value)} không phải là một dòng chữ", "Ghi một dòng chữ.")
    return seen


def _parts(value: Any, allowed: Sequence[str]) -> dict[str, str]:
    if not isinstance(value, dict) or set(value) - set(allowed):
        remedy = f"Chỉ dùng các mục {', '.join(allowed)}."
        raise Refused(f"{shown(value)} không dùng được ở đây", remedy)
    return {name: _string(part) for name, part in value.items() if part is not None}


def shown(value: Any) -> str:
    """Return a value as it stands in YAML, for messages."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_part(part)}' for name, part in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return quoted("" if value is None else value)


def _part(value: Any) -> str:
    return shown(value) if isinstance(value, (dict, list)) else "null" if value is None else value
