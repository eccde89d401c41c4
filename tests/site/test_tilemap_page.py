"""The map of tiles in a browser: valid, accessible, and each tile opens its events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

import small_site
import test_valid
from axe import Auditor
from browsing import DESK, PHONE, TOO_WIDE, reading
from hosting import Quiet, served
from project import vocabularies
from records import make_record

pytestmark = pytest.mark.browser

PROVINCES = [
    "Hà Nội",
    "Lào Cai",
    "Sơn La",
    "Nghệ An",
    "Gia Lai",
    "Cà Mau",
    "An Giang",
    "Hà Nam",
    "Busan",
]
RECORDS = [
    make_record(
        f"e{n}",
        slug=f"hoi-thao-{n}",
        date=(f"2017-10-{n + 1:02}", "5/10/2017"),
        location=((None, PROVINCES[n % 9]), "tại Huế"),
    )
    for n in range(14)
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site.build(tmp_path_factory.mktemp("tiles") / "project", RECORDS, vocabularies())


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, Quiet) as address:
        yield f"{address}dia-diem/index.html"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_tile_opens_its_events(chromium: Browser, address: str, size: ViewportSize) -> None:
    with reading(chromium.new_context(viewport=size), address) as reader:
        page = reader.open("")
        assert not page.evaluate(TOO_WIDE)
        tiles = page.locator(".tl-tile a")
        expect(tiles).to_have_count(8)
        for tile in tiles.all():
            box = tile.bounding_box() or {}
            assert min(box["width"], box["height"]) >= 24
        page.get_by_role("link", name="Hà Nội 2 sự kiện").click()
        expect(page.locator("[data-shown]")).to_have_text("2")
        expect(page).to_have_url(re.compile(r"dia-diem=ha-noi"))


def test_axe_and_the_validator_find_nothing(axe: Auditor, site: Path) -> None:
    assert axe.faults("") == []
    assert test_valid.faults(site / "dia-diem") == []
