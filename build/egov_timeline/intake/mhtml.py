"""Web pages saved as a single file (.mhtml).

Turns the page inside into what `html` reads, with the address that it was saved from; pictures and
styles beside it are passed over.
"""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from egov_timeline.errors import ProblemsFound
from egov_timeline.intake import html
from egov_timeline.intake.received import Reading, Received


def read(received: Received) -> Reading:
    """Return the article of a page saved as one file. Raises ProblemsFound."""
    message = message_from_bytes(received.raw, policy=default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            raw = part.get_payload(decode=True)
            address = message["Snapshot-Content-Location"] or part["Content-Location"]
            page = raw if isinstance(raw, bytes) else b""
            charset = part.get_content_charset()
            return html.read(Received(received.where, page, received.name, address, charset))
    remedy = "Lưu lại trang dạng “Webpage, HTML Only” rồi thêm tệp ấy."
    raise ProblemsFound.one(received.where, "là tệp .mhtml không có trang web bên trong", remedy)
