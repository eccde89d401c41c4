"""Three reports of one event as editors have them: a saved page, a Word file, a text of an old Windows."""

from __future__ import annotations

import io
import re
import unicodedata

import docx

NAME = "Hội thảo Dữ liệu mở và dịch vụ công trực tuyến vùng Đồng bằng sông Cửu Long"
PAGE = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Báo</title>
<meta property="og:site_name" content="Báo Sông Nước">
<meta property="article:published_time" content="2019-08-22T16:40:00+07:00"></head><body><article>
<h1>Cần Thơ bàn chuyện dữ liệu mở cho dịch vụ công</h1>
<p>Sáng 22/8/2019, tại Khách sạn Ninh Kiều Riverside, TP Cần Thơ, Sở Thông tin và Truyền thông TP Cần Thơ
phối hợp với Hội Tin học TP Cần Thơ tổ chức {NAME} 2019.</p>
<p>Các tham luận xoay quanh việc chia sẻ dữ liệu giữa các cơ quan nhà nước và chữ ký số.</p>
</article></body></html>"""
WORD = (
    "Nộp hồ sơ tại nhà: miền Tây tìm cách làm chung",
    f"Chiều 22/8/2019, {NAME} 2019 đã bế mạc tại Khách sạn Hậu Giang, TP Cần Thơ.",
    "Hội thảo do Sở Thông tin và Truyền thông TP Cần Thơ chủ trì tổ chức, với sự bảo trợ của Bộ Thông tin và"
    " Truyền thông. Nhiều địa phương kể lại cách vận động người dân nộp hồ sơ qua mạng.",
)
OLD = f"""Mười ba tỉnh, thành miền Tây hứa chung một kho dữ liệu

Ngày 22/8, tại Cần Thơ, {NAME} đã được khai mạc với sự tham dự của 13 tỉnh, thành phố.

Các sở trong vùng thống nhất lập một kho dữ liệu dùng chung về đất đai, dân cư và doanh nghiệp.

Minh Khôi
"""


def windows_1258(text: str) -> bytes:
    """Return the text as Windows of the nineties wrote it: tones are characters of their own."""
    written = re.sub(
        r"(\w)([\u0302\u0306\u031b]?)([\u0300\u0301\u0303\u0309\u0323]*)([\u0302\u0306]?)",
        lambda m: unicodedata.normalize("NFC", m[1] + m[2] + m[4]) + m[3],
        unicodedata.normalize("NFD", text),
    )
    return written.encode("cp1258")


def word(paragraphs: tuple[str, ...]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(out)
    return out.getvalue()


REPORTS = {"bao-a.html": PAGE.encode(), "bao-b.docx": word(WORD), "bao-c.txt": windows_1258(OLD)}
