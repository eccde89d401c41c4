"""The encodings in which Vietnamese was written before Unicode: TCVN3, VNI and Windows-1258.

Turns text whose bytes were taken for Windows-1252, as programs that know no better do, into what
its author typed. Whether a text is in one of them, the caller decides by how the result reads.
"""

from __future__ import annotations

import re
import unicodedata

# TCVN 5712-3 as in the fonts .VnTime, .VnArial: one byte a letter. Capitals with a tone are the
# same bytes in a font of capitals (.VnTimeH).
_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)

# VNI-Times: a letter, and a second one for its mark: "Hoäi thaûo" is "Hội thảo".
_TONES = "\u0300\u0301\u0309\u0303\u0323"  # grave, acute, hook above, tilde, dot below
_VNI_MARKS = {
    **dict(zip("øùûõï", _TONES, strict=True)),
    **{mark: "\u0302" + tone for mark, tone in zip("âàáåãä", ["", *_TONES], strict=True)},
    **{mark: "\u0306" + tone for mark, tone in zip("êèéúüë", ["", *_TONES], strict=True)},
}
_VNI_LETTERS = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í",
}  # fmt: skip
_VNI = re.compile(rf"(?i:([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}]))")

_WORD = re.compile(r"[^\W\d_]+")


def from_tcvn3(text: str) -> str:
    """Return TCVN3 text, seen as Windows-1252, as Unicode; "HéI TH¶O" as "HỘI THẢO"."""
    return "".join(map(_in_capitals, text.translate(_TCVN3).splitlines(keepends=True)))


def _in_capitals(line: str) -> str:
    """Return the line with the letters in capitals whose neighbours are: the font set them so."""
    if _is_set_in_capitals(line):
        return line.upper()
    return _WORD.sub(lambda m: m[0].upper() if _is_set_in_capitals(m[0]) else m[0], line)


def _is_set_in_capitals(said: str) -> bool:
    plain = [c for c in said if c.isascii() and c.isalpha()]
    return len(plain) > 1 and all(c.isupper() for c in plain)


def from_vni(text: str) -> str:
    """Return VNI text, seen as Windows-1252, as Unicode."""
    return _VNI.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    if match[3]:
        letter = _VNI_LETTERS[match[3].lower()]
        return letter.upper() if match[3].isupper() else letter
    base = match[1] if match[1].lower() not in "ôö" else _vni_letter_alone(match[1])
    return unicodedata.normalize("NFC", base + _VNI_MARKS[match[2].lower()])


def _vni_letter_alone(letter: str) -> str:
    found = _VNI_LETTERS[letter.lower()]
    return found.upper() if letter.isupper() else found


def from_windows_1258(text: str) -> str | None:
    """Return Windows-1258 text, seen as Windows-1252, as Unicode; None where it cannot be that."""
    try:
        return unicodedata.normalize("NFC", to_bytes(text).decode("cp1258"))
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


# Windows-1252 leaves five bytes open; programs take them for the control characters of Latin-1.
_OPEN = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
BYTES: dict[str, int] = {
    _OPEN.get(byte) or bytes([byte]).decode("cp1252"): byte for byte in range(256)
} | {chr(byte): byte for byte in range(0x80, 0xA0)}


def to_text(raw: bytes) -> str:
    """Return `raw` as Windows-1252 shows it; no byte is without a character."""
    return "".join(_OPEN.get(byte) or bytes([byte]).decode("cp1252") for byte in raw)


def to_bytes(text: str) -> bytes:
    """Return the bytes that Windows-1252 shows as `text`. Raises UnicodeEncodeError."""
    try:
        return bytes(BYTES[c] for c in text)
    except KeyError as err:
        raise UnicodeEncodeError("cp1252", text, 0, 1, f"has {err}") from err
