"""Say what is wrong with hand-written YAML that cannot be read, and what to write instead.

Turns a text that libyaml refuses into slips: line, reason and remedy. Where a value only wants
quotes, or a tab blanks, the line to write is shown, and what follows is looked at as if it stood
there: one run shows all slips. Nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from egov_timeline.yamlbounds import LOADER, Slip, excesses

_REASONS = (
    ("mapping values are not allowed", "có dấu hai chấm ở chỗ không được phép"),
    ("cannot start any token", "giá trị không được bắt đầu bằng ký tự này"),
    ("expected key", "không thấy tên mục ở chỗ phải có"),
    ("expected '-' indicator", "không thấy dấu “-” ở chỗ phải có"),
    ("unexpected end of stream", "thiếu dấu nháy đóng"),
    ("expected ':'", "thiếu dấu hai chấm sau tên mục"),
    ("expected ',' or ']'", "thiếu dấu phẩy hoặc dấu ]"),
    ("expected ',' or '}'", "thiếu dấu phẩy hoặc dấu }"),
    ("tab character", "có dấu tab ở đầu dòng"),
    ("undefined alias", "giá trị bắt đầu bằng dấu *"),
    ("escape character", "dấu \\ trong dấu nháy kép có nghĩa riêng"),
    ("sequence entries are not allowed", "có dấu “-” ở chỗ không được phép"),
    ("keys are not allowed", "giá trị bắt đầu bằng dấu ?"),
    ("comment or line break", "sau | hoặc > phải xuống dòng"),
    ("another document", "có dòng --- chia tệp làm hai"),
)
# What YAML itself calls printable.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# `  - title: Hội thảo: A`
_LINE = re.compile(r"(?P<head> *(?:- +)*(?:[a-z_]+:\s+)?)(?P<value>\S.*?) *$")
_MARKED = re.compile(r"^ *(?:- +)*(?:[a-z_]+: +)?[&!]")
_MOST = 20


def slips(text: str) -> Iterator[Slip]:
    """Yield what keeps `text` from being read as YAML, in order."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if odd := _CONTROL.search(line):
            what = f"có ký tự điều khiển U+{ord(odd[0]):04X}"
            yield Slip(number + 1, what, "Xóa ký tự đó.")
            lines[number] = _CONTROL.sub(" ", line)
    for _ in range(_MOST):
        error = _error(lines)
        if error is None:
            return
        at = _place(error)
        mended = _mended(lines, at, error)
        what = f"không đọc được YAML: {_reason(error)}"
        if mended is None:
            yield Slip(at + 1, what, "Xem lại dấu và phần thụt đầu dòng ở đó.")
            return
        number, line = mended
        how = "Thay tab bằng dấu cách" if "\t" in lines[number] else "Đặt giá trị trong dấu nháy"
        yield Slip(number + 1, what, f"{how}: {line.strip()}")
        lines[number] = line


def drops_words(text: str) -> Iterator[Slip]:
    """Yield the values that begin with & or !, whose first word YAML takes for its own."""
    for number, line in enumerate(text.split("\n")):
        if _MARKED.match(line) and (quoted := _quoted(line)):
            what = "giá trị bắt đầu bằng & hoặc !, YAML sẽ bỏ từ đầu tiên"
            yield Slip(number + 1, what, f"Đặt giá trị trong dấu nháy: {quoted.strip()}")


def _error(lines: list[str]) -> yaml.MarkedYAMLError | None:
    text = "\n".join(lines)
    if any(excesses(text)):
        return None
    try:
        yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as err:
        return err
    return None


def _reason(error: yaml.MarkedYAMLError) -> str:
    own = str(error.problem)
    return f"{next((said for part, said in _REASONS if part in own), 'sai cú pháp')} ({own})"


def _place(error: yaml.MarkedYAMLError) -> int:
    """Return the line: where a quote or bracket was opened, if its end was not found."""
    begun, noticed = error.context_mark, error.problem_mark
    opened = any(part in str(error.context) for part in ("quoted", "simple key", "flow"))
    mark = begun if begun and opened else noticed
    return mark.line if mark else 0


def _mended(lines: list[str], at: int, error: yaml.MarkedYAMLError) -> tuple[int, str] | None:
    """Return the line that wants quotes, or blanks for tabs, as it should be; else None."""
    for number in (at, at - 1):
        if not 0 <= number < len(lines):
            continue
        line = lines[number]
        blanks = line.replace("\t", "  ")
        for better in (blanks if blanks != line else None, _quoted(line)):
            if better is None:
                continue
            after = _error([*lines[:number], better, *lines[number + 1 :]])
            if after is None or _place(after) > max(at, number):
                return number, better
    return None


def _quoted(line: str) -> str | None:
    found = _LINE.fullmatch(line)
    if not found or not found["head"].strip():
        return None
    value = found["value"]
    if value[0] in "[{" and {"[": "]", "{": "}"}[value[0]] not in value:
        return None  # a list that goes on, or was not closed
    if value[0] in "'\"" and (value.count(value[0]) == 1 or value[-1] == value[0] != value):
        value = value.strip(value[0])
    plain = '"' not in value and "\\" not in value
    return found["head"] + (f'"{value}"' if plain else f"'{value.replace(chr(39), chr(39) * 2)}'")
