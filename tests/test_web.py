"""An address is fetched within limits, and never from inside unless the editor asks for it."""

from __future__ import annotations

import gzip
import shutil
import socket
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from egov_timeline import seeds
from egov_timeline.cli import app
from egov_timeline.errors import ProblemsFound
from egov_timeline.intake import web
from project import FROZEN

PAGE = (
    "<html><body><h1>Hội nghị ở Sơn La</h1><p>Sáng 4/9/2018, tại Sơn La, sở họp.</p></body></html>"
)
PLAIN = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS = {
    "/bai.html": (200, PLAIN, PAGE.encode()),
    "/b%C3%A0i.html?s%E1%BB%91=1": (200, PLAIN, PAGE.encode()),
    "/nen": (200, PLAIN | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/bom": (200, PLAIN | {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 900_000)),
    "/cu": (200, {"Content-Type": "text/html; charset=windows-1258"}, PAGE.encode()),
    "/sang": (302, {"Location": "bai.html"}, b""),
    "/vong": (301, {"Location": "/vong"}, b""),
    "/ra": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
    "/vao": (302, {"Location": "http://10.0.0.1/x"}, b""),
    "/lon": (200, PLAIN, b"a" * 400_000),
    "/khong": (404, PLAIN, b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/treo":
            self.server.released.wait()  # type: ignore[attr-defined]
            return
        status, headers, body = ANSWERS.get(self.path, (404, PLAIN, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.released = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.released.set()  # type: ignore[attr-defined]
        server.shutdown()


def fetched(address: str, **limits: float) -> web.Received:
    return web.fetch(address, allow_private=True, **limits)  # type: ignore[arg-type]


READ = [
    ("/bai.html", "/bai.html", "utf-8"),
    ("/bai.html#cau-2", "/bai.html", "utf-8"),
    ("/bài.html?số=1", "/bài.html?số=1", "utf-8"),
    ("/nen", "/nen", "utf-8"),
    ("/sang", "/bai.html", "utf-8"),
    ("/cu", "/cu", "windows-1258"),
]


@pytest.mark.parametrize(("path", "ends_at", "charset"), READ)
def test_a_page_is_fetched(site: str, path: str, ends_at: str, charset: str) -> None:
    found = fetched(site + path)
    assert found.raw.decode() == PAGE
    assert (found.where, found.url, found.charset) == (site + path, site + ends_at, charset)


REFUSED = [
    ("/khong", "máy chủ trả lời 404"),
    ("/vong", "chuyển hướng quá 5 lần"),
    ("/ra", "không phải địa chỉ http hay https"),
    ("/lon", "lớn hơn"),
    ("/bom", "lớn hơn"),
    ("/treo", "máy chủ không trả lời kịp"),
]


@pytest.mark.parametrize(("path", "said"), REFUSED)
def test_what_is_beyond_a_limit_is_refused_with_a_remedy(site: str, path: str, said: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        fetched(site + path, most_bytes=300_000, timeout=0.3)
    (problem,) = caught.value.problems
    assert said in problem.what
    assert "lưu lại (Ctrl-S)" in problem.remedy


def test_this_machine_is_refused_unless_it_is_asked_for(site: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        web.fetch(f"{site}/bai.html")
    (problem,) = caught.value.problems
    assert "là địa chỉ trong mạng riêng (127.0.0.1)" in problem.what
    assert "--allow-private" in problem.remedy


def as_public(monkeypatch: pytest.MonkeyPatch, site: str, **names: str) -> None:
    """Let names lead to addresses; the one of the server itself counts as public."""
    port = int(site.rpartition(":")[2])

    def lookup(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        ip = names.get(host.partition(".")[0], host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (ip, port))]

    public = web.is_public
    monkeypatch.setattr(web, "is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    monkeypatch.setattr(web.socket, "getaddrinfo", lookup)


def test_a_redirect_does_not_lead_inside(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    as_public(monkeypatch, site, bao="127.0.0.1")
    assert web.fetch("http://bao.example/bai.html").raw.decode() == PAGE
    with pytest.raises(ProblemsFound, match=r"10\.0\.0\.1 là địa chỉ trong mạng riêng"):
        web.fetch("http://bao.example/vao")


def test_a_name_that_leads_inside_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    as_public(monkeypatch, site, noibo="192.168.1.7")
    with pytest.raises(ProblemsFound, match=r"noibo\.example là địa chỉ trong mạng riêng"):
        web.fetch("http://noibo.example/")


def test_a_name_that_nobody_knows_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(web.socket, "getaddrinfo", lookup)
    with pytest.raises(ProblemsFound, match="không tìm thấy máy chủ"):
        web.fetch("https://khong-co.example/")


PUBLIC = ["203.162.0.1", "8.8.8.8", "2405:4800::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
INSIDE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0"),
    *("100.64.0.1", "224.0.0.1", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1"),
    *("64:ff9b::a00:1", "2002:7f00:1::", "ff02::1", "::"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert web.is_public(address)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not(address: str) -> None:
    assert not web.is_public(address)


def test_an_address_is_taken_in_with_where_and_when_it_was_fetched(
    site: str, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(FROZEN, tmp_path / "project"))
    words = ["add", f"{site}/sang", "--root", str(project)]
    refused = CliRunner().invoke(app, words)
    assert refused.exit_code == 1
    assert "--allow-private" in refused.stderr
    done = CliRunner().invoke(app, [*words, "--allow-private"])
    assert done.exit_code == 0, done.output
    source = next(seed.source for seed in seeds.read(project) if seed.id == "hoi-nghi-o-son-la")
    assert (source.url, source.retrieved) == (f"{site}/bai.html", date.today().isoformat())
    assert (project / "seeds/originals/hoi-nghi-o-son-la.html").read_text("utf-8") == PAGE
