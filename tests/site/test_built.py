"""Every page is sound as a page, and has the hooks that DESIGN 4.6 promises."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from building import ORIGINALS, PUBLISHER, SITE_URL, Built, build_copy
from egov_timeline import exports, frontmatter
from markup import Element, Page

ALWAYS = {"themes", "source"}
OF_EVENTS = {"date", "location", "organizer"}

# A year, a month, a day, a day of any year, a moment:
# https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
MACHINE_TIME = re.compile(
    r"\d{4}(-\d\d)?|(--)?\d\d-\d\d"
    r"|\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?"
)


def articles(built: Built) -> list[str]:
    return [
        name
        for name in built.pages
        if name.startswith("bai-viet/") and not name.endswith("index.html")
    ]


def head(built: Built, name: str) -> dict[str, Any]:
    """Return the front matter that the page `name` was made from."""
    page = (built.root / "content" / name).with_suffix(".md")
    return frontmatter.load(page.read_text("utf-8"), name)[0]


def is_event(built: Built, name: str) -> bool:
    return "status" in head(built, name)


def test_there_is_a_page_for_each_seed(built: Built) -> None:
    seeds = {path.stem for path in (built.root / "seeds" / "articles").iterdir()}
    assert len(articles(built)) == len(seeds) > 0


def test_every_page_is_vietnamese_and_has_one_heading_and_a_title(built: Built) -> None:
    for name, page in built.pages.items():
        assert [e.attributes.get("lang") for e in page.named("html")] == ["vi"], name
        assert len(page.named("h1")) == 1, name
        assert page.named("h1")[0].text.strip(), name
        assert page.named("title")[0].text.strip(), name


def said(page: Page, name: str) -> list[str]:
    """Return what the page says of itself under a name or property."""
    return [
        e.attributes["content"]
        for e in page.named("meta")
        if name in (e.attributes.get("name"), e.attributes.get("property"))
    ]


def test_every_page_says_in_its_own_words_what_it_is(built: Built) -> None:
    described = {name: said(page, "description") for name, page in built.pages.items()}
    assert [name for name, texts in described.items() if len(texts) != 1 or not texts[0]] == []
    texts = [text for name, [text] in described.items() if name != "404.html"]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def words_of(page: Page) -> list[Element]:
    """Return the paragraphs of an article; of a citation, which has none, the heading."""
    return page.named("p") + page.named("h1")


def test_an_article_is_described_by_its_own_words(built: Built) -> None:
    for name in articles(built):
        (text,) = said(built.pages[name], "description")
        body = " ".join(" ".join(e.text.split()) for e in words_of(built.pages[name]))
        words = text.partition(" – ")[2] or text
        assert " ".join(words.removesuffix("…").split()) in body, name


def test_every_page_has_a_picture_for_those_who_share_it(built: Built) -> None:
    for name, page in built.pages.items():
        pictures = said(page, "og:image")
        if name == "404.html":
            assert pictures == [], name
            continue
        (picture,) = pictures
        assert picture.startswith(SITE_URL), name
        assert picture.removeprefix(SITE_URL) in built.files, name
        assert said(page, "og:url") == [SITE_URL + name]


def test_no_id_stands_twice_in_a_page(built: Built) -> None:
    for name, page in built.pages.items():
        assert [i for i, count in Counter(page.anchors).items() if count > 1] == [], name


def test_the_timeline_shows_every_event_and_says_how_many(built: Built) -> None:
    home = built.pages["index.html"]
    events = home.having("data-event")
    assert len({e.attributes["data-event"] for e in events}) == len(events) > 0
    assert [int(e.text) for e in home.having("data-shown")] == [len(events)]


def test_every_time_can_be_read_by_a_machine(built: Built) -> None:
    times = [e for page in built.pages.values() for e in page.named("time")]
    assert [e for e in times if not MACHINE_TIME.fullmatch(e.attributes["datetime"])] == []
    # One of tests/site/seeds tells of a day without its year.
    assert "05-12" in {e.attributes["datetime"] for e in times}


def test_an_article_that_tells_of_no_event_is_named_beside_the_timeline(built: Built) -> None:
    others = {name for name in articles(built) if not is_event(built, name)}
    assert others
    links = built.pages["index.html"].links
    assert {name for name in others if name not in links} == set()


def test_every_article_has_its_facts_panel(built: Built) -> None:
    for name in articles(built):
        fields = {e.attributes["data-field"] for e in built.pages[name].having("data-field")}
        assert fields >= ALWAYS | (OF_EVENTS if is_event(built, name) else set()), name


def test_every_evidence_link_leads_to_a_sentence_of_an_article(built: Built) -> None:
    for name, page in built.pages.items():
        for link in page.having("data-evidence"):
            target, fragment = urldefrag(link.attributes["href"])
            where = os.path.normpath(Path(name).parent / target) if target else name
            sentences = [
                e for e in built.pages[where].elements if e.attributes.get("id") == fragment
            ]
            assert link.tag == "a", name
            assert [bool(e.text.strip()) for e in sentences] == [True], f"{name}: {link.attributes}"


def test_an_article_has_evidence_where_anything_is_known_from_it(built: Built) -> None:
    for name, facts in built.panels.items():
        if any(known.evidence for fact in facts.values() for known in fact.known):
            assert built.pages[name].having("data-evidence"), name


def test_nothing_is_in_the_site_that_no_page_uses(built: Built) -> None:
    assert [name for name in built.files if name.endswith((".map", ".j2", ".py", ".md"))] == []
    assert not [name for name in built.files if "/lunr/" in name or "/workers/" in name]
    assert ".nojekyll" in built.files


def test_no_path_of_the_machine_is_in_the_site(built: Built) -> None:
    here = str(built.root.parent).encode()
    assert [name for name, content in built.files.items() if here in content] == []


# What only a web host makes use of; the links of 404.html would be dead from file://.
# The list of checksums is of the hosted files: the zip has its own.
FOR_A_HOST = {"404.html", "sitemap.xml", ".nojekyll", "egov-timeline.zip", "SHA256SUMS.txt"}
FOR_A_HOST |= exports.HOSTED


def test_the_raw_articles_are_in_the_site_byte_for_byte(built: Built) -> None:
    seeds = {f"nguon/{p.name}": p for p in (built.root / "seeds" / "articles").glob("*.txt")}
    raw = {name: content for name, content in built.files.items() if name.startswith("nguon/")}
    assert set(seeds) - set(raw) == {"nguon/le-hoi-kin.txt"}  # its text is withheld
    assert raw == {name: seeds[name].read_bytes() for name in raw}


def test_attachments_are_in_the_site_byte_for_byte(built: Built) -> None:
    attached = built.files["dinh-kem/ngay-hoi-cong-dan-so-cao-bang-2019/chuong-trinh-ngay-hoi.pdf"]
    assert attached == (ORIGINALS / "chuong-trinh-ngay-hoi.pdf").read_bytes()


def test_an_article_leads_to_its_raw_text_and_tells_its_checksum(built: Built) -> None:
    for name in articles(built):
        page = built.pages[name]
        if any("tl-without-text" in e.attributes["class"] for e in page.having("class")):
            assert not [link for link in page.links if "nguon/" in link]
            continue
        [raw] = {link for link in page.links if "nguon/" in link}
        content = built.files[os.path.normpath(Path(name).parent / raw)]
        [file] = [e for e in page.having("class") if e.attributes["class"] == "tl-fact__file"]
        assert hashlib.sha256(content).hexdigest() in file.text, name


def test_the_zip_is_the_site_without_what_a_host_needs(built: Built, unpacked: Path) -> None:
    packed = {
        path.relative_to(unpacked).as_posix(): path.read_bytes()
        for path in unpacked.rglob("*")
        if path.is_file()
    }
    shared = {name for name in built.files if name.startswith("assets/share/")}
    feeds = {name for name in built.files if re.fullmatch(r"data/.+/.+\.xml", name)}
    assert set(built.files) >= FOR_A_HOST and feeds
    assert packed.pop("SHA256SUMS.txt").count(b"\n") == len(packed)
    note = packed.pop("doc-truoc.txt").decode("utf-8-sig")
    # This page offers the zip on a host, and says in the zip that it is the zip.
    offer, told = (
        built.files["du-lieu.html"].decode("utf-8"),
        packed.pop("du-lieu.html").decode("utf-8"),
    )
    assert "egov-timeline.zip" in offer and "egov-timeline.zip" not in told
    assert "chính bản ngoại tuyến" in told
    # And where else than here the page stands, so that it can be passed on; articles tell it anyway.
    online = f'<p>Bản trực tuyến: <a href="{SITE_URL}'
    others = {n for n in packed if n.endswith(".html") and not n.startswith("bai-viet/")}
    for name in others:
        assert online in packed.pop(name).decode("utf-8")
        assert f"<!--zipped {online}" in built.files[name].decode("utf-8")
    assert f"Bản trực tuyến: {SITE_URL}" in note and f"Người đăng: {PUBLISHER}" in note
    same = set(built.files) - FOR_A_HOST - feeds - shared - others - {"du-lieu.html"}
    assert packed == {name: built.files[name] for name in same}
    assert built.files["egov-timeline.zip"] == built.zip.read_bytes()
    # What the note names is there.
    named = re.findall(r"^([a-z.-]+)  +\S", note, re.MULTILINE)
    assert len(named) > 3
    assert [name for name in named if not (unpacked / name).exists()] == []
    with zipfile.ZipFile(built.zip) as bundle:
        assert {name.partition("/")[0] for name in bundle.namelist()} == {built.zip.stem}


# What differs between two machines, or two days, and must not show.
ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "COLUMNS": "40"}


def test_a_second_build_elsewhere_is_the_same_bytes(built: Built, tmp_path: Path) -> None:
    again = build_copy(tmp_path / "elsewhere", **ELSEWHERE)
    assert {name for name in built.files if built.files[name] != again.files.get(name)} == set()
    assert set(again.files) == set(built.files)
    assert again.zip.read_bytes() == built.zip.read_bytes()


READ_ALONE = ("timeline.json", "timeline.csv", "timeline.ics", "feed.xml", "timelinejs.json")


def unfolded(content: bytes) -> str:
    """Return a file's text; lines of a calendar are cut at 75 octets."""
    return content.replace(b"\r\n ", b"").decode("utf-8")


def test_whatever_leaves_the_site_as_a_file_leads_back_to_it(built: Built) -> None:
    for name in READ_ALONE:
        text = unfolded(built.files[f"data/{name}"])
        led = {
            address.rstrip("\\")
            for address in re.findall(re.escape(SITE_URL) + r'[^\s"<>&,]*', text)
        }
        assert len(led) >= len(articles(built)) // 2, name
        for address in sorted(led):
            page, fragment = urldefrag(address.removeprefix(SITE_URL).partition("\\n")[0])
            assert page in built.files, (name, address)
            if fragment:
                assert fragment in built.pages[page].anchors, (name, address)


def test_search_engines_are_led_to_the_files_of_the_data(built: Built) -> None:
    page = built.files["du-lieu.html"].decode("utf-8")
    (said,) = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', page)
    led = [one["contentUrl"] for one in json.loads(said)["distribution"]]
    assert len(led) > 8
    assert {url for url in led if url.removeprefix(SITE_URL) not in built.files} == set()
    assert f"Đối chiếu tại: {SITE_URL}du-lieu.html</p>" in page


def test_data_in_the_project_say_nothing_of_where_it_is_published(built: Built) -> None:
    for name in READ_ALONE:
        assert SITE_URL not in (built.root / "content/data" / name).read_text("utf-8"), name
