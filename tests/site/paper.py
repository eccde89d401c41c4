"""What a page says on paper, as text can be had from it."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader


def packed(text: str) -> str:
    """Return `text` without blanks: paper breaks lines where it likes, and words at their marks."""
    return "".join(unicodedata.normalize("NFC", text).split())


def sheets(page: Page) -> list[str]:
    """Return what each sheet says, packed."""
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return [packed(sheet.extract_text()) for sheet in pages]
