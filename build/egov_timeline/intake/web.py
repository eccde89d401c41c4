"""Fetch an address of the web.

Turns an address into the bytes behind it, within limits of time, size and redirects. Addresses of
this machine and of private networks are refused unless they are asked for: whoever sends an editor
an address must not learn by it what stands inside. Each resolved address is checked, and that very
one is connected to.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from egov_timeline.errors import ProblemsFound
from egov_timeline.intake.received import Received

MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5
_TIMEOUT = 20.0  # seconds that a server may be silent
_DEADLINE = 60.0  # seconds for all of it
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; egov-timeline)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5",
    "Accept-Language": "vi,en;q=0.5",
    "Accept-Encoding": "gzip, identity",
}
# Addresses of version 4 inside those of version 6, by which translators reach them (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")
_SAVE = "Mở trang bằng trình duyệt, lưu lại (Ctrl-S), rồi `egov-timeline add` tệp đã lưu."


def is_address(source: str) -> bool:
    """Whether `source` is an address of the web, not a file."""
    return source.lower().startswith(("http://", "https://"))


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    most_bytes: int = MOST_BYTES,
    timeout: float = _TIMEOUT,
) -> Received:
    """Return what stands at `address`. Raises ProblemsFound, in the words of an editor."""
    ends = time.monotonic() + max(timeout, _DEADLINE if timeout == _TIMEOUT else timeout)
    at = address
    try:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _Request(at, allow_private, timeout).answer(most_bytes, ends)
            if isinstance(answer, Received):
                return Received(address, answer.raw, answer.name, answer.url, answer.charset)
            at = urljoin(at, answer)
    except _Refused as err:
        raise ProblemsFound.one(address, str(err), err.remedy) from err
    except (TimeoutError, OSError, http.client.HTTPException, ValueError) as err:
        raise ProblemsFound.one(address, f"không lấy được ({_reason(err)})", _SAVE) from err
    what = f"chuyển hướng quá {MOST_REDIRECTS} lần"
    raise ProblemsFound.one(address, what, _SAVE)


class _Refused(Exception):
    """What is not fetched, with what to do instead."""

    def __init__(self, what: str, remedy: str = _SAVE) -> None:
        super().__init__(what)
        self.remedy = remedy


class _Request:
    def __init__(self, address: str, allow_private: bool, timeout: float) -> None:
        self.parts = urlsplit(address)
        self.timeout = timeout
        if self.parts.scheme.lower() not in ("http", "https") or not self.parts.hostname:
            raise _Refused(f"dẫn tới {address}, không phải địa chỉ http hay https")
        self.secure = self.parts.scheme.lower() == "https"
        self.host = self.parts.hostname.encode("idna").decode("ascii")
        self.port = self.parts.port or (443 if self.secure else 80)
        self.numeric = self._resolved(allow_private)

    def _resolved(self, allow_private: bool) -> tuple[str, int]:
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        numerics = [(str(where[0]), int(where[1])) for *_, where in found]
        if not allow_private and (inside := [ip for ip, _ in numerics if not is_public(ip)]):
            remedy = "Nếu đó đúng là máy của bạn, thêm --allow-private."
            raise _Refused(f"{self.host} là địa chỉ trong mạng riêng ({inside[0]})", remedy)
        return numerics[0]

    def answer(self, most_bytes: int, ends: float) -> Received | str:
        """Return what the server sends, or where it sends to."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        connection.sock = self._connected()
        try:
            connection.request("GET", self._path(), headers=_HEADERS)
            response = connection.getresponse()
            if response.status in _MOVED and (location := response.headers.get("Location")):
                return location
            if response.status != 200:
                raise _Refused(f"máy chủ trả lời {response.status} {response.reason}")
            raw = _body(response, most_bytes, ends)
            name = self.parts.path.rpartition("/")[2]
            charset = response.headers.get_content_charset()
            return Received("", raw, name, urlunsplit(self.parts._replace(fragment="")), charset)
        finally:
            connection.close()

    def _connected(self) -> socket.socket:
        plain = socket.create_connection(self.numeric, self.timeout)
        if not self.secure:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

    def _path(self) -> str:
        path = quote(self.parts.path or "/", safe="/%:=&;,+!$'()*@~-._")
        query = quote(self.parts.query, safe="/%:=&;,+!$'()*@~-._?")
        return f"{path}?{query}" if query else path


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the internet at large."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _TRANSLATED:
            inner = ip_address(int(ip) & 0xFFFFFFFF)  # type: ignore[assignment]
        if inner:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _body(response: http.client.HTTPResponse, most_bytes: int, ends: float) -> bytes:
    packed = response.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(wbits=47) if packed else None
    raw = bytearray()
    while chunk := response.read(_CHUNK):
        if time.monotonic() > ends:
            raise TimeoutError
        raw += unpack.decompress(chunk, most_bytes + 1) if unpack else chunk
        if len(raw) > most_bytes:
            raise _Refused(f"lớn hơn {most_bytes // 1_000_000 or 1} MB")
    return bytes(raw)


def _reason(err: Exception) -> str:
    if isinstance(err, TimeoutError):
        return "máy chủ không trả lời kịp"
    if isinstance(err, socket.gaierror):
        return "không tìm thấy máy chủ; xem lại địa chỉ và kết nối mạng"
    if isinstance(err, ssl.SSLError):
        return "chứng chỉ của máy chủ không hợp lệ"
    return str(err) or type(err).__name__
