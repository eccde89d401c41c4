"""Measure search at size, beside Material's own, on the same articles in the same run.

    python tests/benchmark/search.py ../shared/archive/articles-10k.tar.xz --articles 1000 4000 10000
        [--stock 4000] [--minisearch node_modules/minisearch/dist/umd/index.js]

Prints, for each number of articles, as on a phone (a processor four times slower, 1.6 Mbit/s, 150 ms):
the packed bytes of the index, and of it what is loaded for a query; the seconds from opening the
page of results, and from the first letter typed into the dialog, to the first answer; how long an answer takes
after each further key whose pieces are there (95th percentile).
`--stock`: up to how many articles Material's own search is asked too; it takes long to build.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright
from speed import articles
from synthetic import PROJECT

sys.path.insert(0, str(PROJECT / "tests" / "site"))

from lighthouse import Handler

from browsing import launch
from egov_timeline import recording, search, site, vocabulary
from egov_timeline.inputs import Seed
from egov_timeline.records import Record
from egov_timeline.understanding import understand
from hosting import served
from queries import READY

QUERIES = (
    "chính phủ",
    "hoi thao",
    "thành phố hồ chí minh",
    "cntt",
    "30/3/2016",
    "bão lũ miền trung",
)
# What opens the search, its field, and an answer: ours, and Material's.
OURS = ("[data-search-open]", "[data-search]", "a[data-answer]")
STOCK = ("[data-md-component=search-query]",) * 2 + (".md-search-result__link",)
PHONE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
KEYS = """async (texts) => {
  const want = { from: 0, size: 10, current: () => true };
  const times = [];
  for (const text of texts) {
    await tlSearch.find(text, want, () => null);
    const start = performance.now();
    await new Promise((done) => tlSearch.find(text, want, done));
    times.push(performance.now() - start);
  }
  return times;
}"""
MINISEARCH = """([documents, texts]) => {
  const options = { fields: ["title", "text"], tokenize: (t) => t.match(/[\\p{L}\\p{N}]+/gu) || [] };
  const made = new MiniSearch(options);
  made.addAll(documents);
  const index = JSON.stringify(made);
  const start = performance.now();
  const loaded = MiniSearch.loadJSON(index, options);
  const ready = performance.now() - start;
  const times = texts.map((text) => {
    const began = performance.now();
    loaded.search(text, { prefix: (_, i, all) => i === all.length - 1, combineWith: "AND" });
    return performance.now() - began;
  });
  return [index, ready, times.slice(1)];
}"""


def entries(texts: Sequence[str]) -> list[search.Entry]:
    """Return what our search has of each article."""
    vocabularies = vocabulary.load(PROJECT / recording.VOCABULARY)
    found = []
    for number, text in enumerate(texts):
        article, facts = understand(text, vocabularies)
        seed = Seed(f"{number:05}", "", article.text, "")
        record = Record(seed, f"{number:05}", article, facts, facts, {})
        found.append(search.of_record(record, vocabularies))
    return found


def ours(known: Sequence[search.Entry], folder: Path) -> tuple[float, float]:
    """Build the site with the search of `known`; return packed bytes an article: index, texts."""
    vocabularies = vocabulary.load(PROJECT / recording.VOCABULARY)
    site.build(PROJECT, PROJECT / "content", folder)
    search.put(folder, known, vocabularies)
    index = texts = 0
    for name, script in search.files(known, vocabularies):
        size = len(gzip.compress(script.encode()))
        texts, index = (texts + size, index) if "bai-viet" in name else (texts, index + size)
    return index / len(known), texts / len(known)


@contextmanager
def phone(browser: Browser) -> Iterator[Page]:
    """Yield a page as on a slow phone, whose store is empty."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.set_default_timeout(0)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", PHONE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    context.close()


def stock(texts: Sequence[str], folder: Path) -> float:
    """Build a plain Material site of the articles; return the packed bytes an article of its index."""
    content = folder.with_name(folder.name + "-content")
    content.mkdir()
    (content / "index.md").write_text("# Trang chủ\n", "utf-8")
    for number, text in enumerate(texts):
        title, *rest = text.replace("<", "").split("\n")
        (content / f"{number:05}.md").write_text(f"# {title}\n\n" + "\n".join(rest), "utf-8")
    config = {
        "site_name": "Bài báo",
        "docs_dir": str(content),
        "site_dir": str(folder),
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": [{"search": {"lang": ["vi"]}}],
        "nav": [{"Trang chủ": "index.md"}],
    }
    path = folder.with_name(folder.name + ".yml")
    path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    run_mkdocs(load_config(str(path)))
    index = (folder / "search/search_index.json").read_bytes()
    return len(gzip.compress(index)) / len(texts)


def typed(browser: Browser, address: str, parts: tuple[str, str, str]) -> float:
    """Return the seconds from the first letter of a query until an answer is drawn."""
    opener, box, drawn = parts
    with phone(browser) as page:
        page.goto(address + "index.html")
        start = time.monotonic()
        page.locator(opener).click()
        page.locator(box).focus()
        page.keyboard.type("chính phủ")
        page.locator(drawn).first.wait_for()
        return time.monotonic() - start


def opened(browser: Browser, address: str) -> tuple[float, float]:
    """Return the seconds from opening a page of results, and the kB of the index that it loads."""
    with phone(browser) as page:
        loaded: list[int] = []
        page.on(
            "response",
            lambda got: "/search/" in got.url and loaded.append(int(got.headers["content-length"])),
        )
        start = time.monotonic()
        page.goto(address + "tim-kiem.html?q=chính phủ", wait_until="commit")
        page.locator(OURS[2]).first.wait_for()
        return time.monotonic() - start, sum(loaded) / 1000


def keys() -> list[str]:
    """Return what stands in the field after each key of all queries."""
    return [query[: n + 1] for query in QUERIES for n in range(len(query))]


def percentile(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def measure_ours(browser: Browser, known: Sequence[search.Entry], folder: Path) -> str:
    """Return a line of figures."""
    index, texts = ours(known, folder)
    with served(folder, Handler) as address:
        seconds, loaded = zip(*(opened(browser, address) for _ in range(5)), strict=True)
        dialog = statistics.median(typed(browser, address, OURS) for _ in range(5))
        with phone(browser) as page:
            page.goto(address + "tim-kiem.html?q=a")
            page.evaluate(READY)
            times = page.evaluate(KEYS, keys())
    return (
        f"{len(known):6} ours      index {index:6.0f} B (texts {texts:5.0f} B, when shown)"
        f"  of it for a query {statistics.median(loaded):4.0f} kB"
        f"  first answer {statistics.median(seconds):5.2f} s, dialog {dialog:5.2f} s"
        f"  key p95 {percentile(times):6.1f} ms"
    )


def measure_stock(browser: Browser, texts: Sequence[str], folder: Path) -> str:
    """Return a line of figures."""
    index = stock(texts, folder)
    with served(folder, Handler) as address:
        dialog = typed(browser, address, STOCK)
    return f"{len(texts):6} Material  index {index:6.0f} B  dialog {dialog:6.2f} s"


def measure_minisearch(page: Page, texts: Sequence[str], script: Path) -> str:
    """Return a line of figures."""
    page.goto("about:blank")
    page.add_script_tag(path=script)
    documents = [
        {"id": i, "title": text.split("\n")[0], "text": text} for i, text in enumerate(texts)
    ]
    index, ready, times = page.evaluate(MINISEARCH, [documents, keys()])
    size = len(gzip.compress(index.encode())) / len(texts)
    return (
        f"{len(texts):6} MiniSearch index {size:5.0f} B  loading {ready / 1000:6.2f} s"
        f"  key p95 {percentile(times):6.1f} ms"
    )


def main() -> None:
    """Read the archive and print the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--stock", type=int, default=4000)
    parser.add_argument("--minisearch", type=Path)
    options = parser.parse_args()
    texts = articles(options.archive, max(options.articles))
    known = entries(texts)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = launch(playwright)
        page = browser.new_page()
        for count in options.articles:
            print(measure_ours(browser, known[:count], Path(scratch, f"ours-{count}")), flush=True)
            if options.minisearch:
                print(measure_minisearch(page, texts[:count], options.minisearch), flush=True)
            if count <= options.stock:
                print(
                    measure_stock(browser, texts[:count], Path(scratch, f"stock-{count}")),
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
