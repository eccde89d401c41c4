"""PDF files made by hand: lines of text at places of a page, letters mapped as printers map them."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[str, float, float, float]  # text, x, y from above, size of the letters

_HEIGHT = 792


def make_pdf(pages: Sequence[Sequence[Line]]) -> bytes:
    """Return a PDF that shows the lines of each page."""
    letters = sorted({letter for page in pages for line in page for letter in line[0]})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        _stream(_to_unicode(codes)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {_HEIGHT}] /Contents {6 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(_stream("\n".join(_shown(line, codes) for line in page)))
    return _file(objects)


def _shown(line: Line, codes: dict[str, int]) -> str:
    text, x, y, size = line
    told = "".join(f"{codes[letter]:02x}" for letter in text)
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {_HEIGHT - y} Tm <{told}> Tj ET"


def _to_unicode(codes: dict[str, int]) -> str:
    rows = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def"
        " 1 begincodespacerange <00> <ff> endcodespacerange"
        f" {len(codes)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    done, offsets = "%PDF-1.4\n", []
    for number, told in enumerate(objects, start=1):
        offsets.append(len(done))
        done += f"{number} 0 obj\n{told}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (
        f"{done}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(done)}\n%%EOF\n"
    ).encode("ascii")
