"""Measure search at size, beside Material's own, on the same articles in the same run.

    python tests/benchmark/search.py ../shared/archive/articles-10k.tar.xz --articles 1000 4000 10000
        [--stock 4000] [--minisearch node_modules/minisearch/dist/umd/index.js]

Prints, for each number of articles, the packed bytes of the index that a reader loads, the time from
opening a page to the first answer, and how long an answer takes after each further key (95th
percentile).
`--stock`: up to how many articles Material's own search is asked too; it takes long to build.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from playwright.sync_api import Page, sync_playwright
from speed import articles
from synthetic import PROJECT

sys.path.insert(0, str(PROJECT / "tests" / "site"))

from browsing import launch
from egov_timeline import pipeline, search, site, vocabulary
from egov_timeline.inputs import Seed
from egov_timeline.records import Record
from egov_timeline.understanding import understand
from hosting import served

QUERIES = (
    "chính phủ",
    "hoi thao",
    "thành phố hồ chí minh",
    "cntt",
    "30/3/2016",
    "bão lũ miền trung",
)
ANSWER = """(drawn) => new Promise((done) => {
  const found = () => document.querySelector(drawn) && done(performance.now());
  new MutationObserver(found).observe(document.body, { childList: true, subtree: true });
  found();
})"""
# What opens the search, its field, and an answer: ours, and Material's.
OURS = ("[data-search-open]", "[data-search]", "a[data-answer]")
STOCK = ("[data-md-component=search-query]",) * 2 + (".md-search-result__link",)
KEYS = """async (texts) => {
  const times = [];
  for (const text of texts) {
    const start = performance.now();
    await new Promise((done) => tlSearch.find(text, done));
    times.push(performance.now() - start);
  }
  return times.slice(1);
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
    vocabularies = vocabulary.load(PROJECT / pipeline.VOCABULARY)
    found = []
    for number, text in enumerate(texts):
        article, facts = understand(text, vocabularies)
        seed = Seed(f"{number:05}", "", article.text, "")
        record = Record(seed, f"{number:05}", article, facts, facts, {})
        found.append(search.of_record(record, vocabularies))
    return found


def ours(known: Sequence[search.Entry], folder: Path) -> tuple[float, float]:
    """Build the site with the search of `known`; return packed bytes an article: index, texts."""
    vocabularies = vocabulary.load(PROJECT / pipeline.VOCABULARY)
    site.build(PROJECT, PROJECT / "content", folder)
    search.put(folder, known, vocabularies)
    sizes = [len(gzip.compress(s.encode())) for _, s in search.files(known, vocabularies)]
    return sizes[0] / len(known), sum(sizes[1:]) / len(known)


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


def first_answer(page: Page, address: str, parts: tuple[str, str, str]) -> float:
    """Return the seconds from opening a page until the first answer is drawn."""
    opener, box, drawn = parts
    page.goto(address + "index.html", wait_until="domcontentloaded")
    page.locator(opener).click()
    page.locator(box).focus()
    page.keyboard.type("chính phủ")
    seconds: float = page.evaluate(ANSWER, drawn) / 1000
    return seconds


def keys() -> list[str]:
    """Return what stands in the field after each key of all queries."""
    return [query[: n + 1] for query in QUERIES for n in range(len(query))]


def percentile(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def measure_ours(page: Page, known: Sequence[search.Entry], folder: Path) -> str:
    """Return a line of figures."""
    index, texts = ours(known, folder)
    with served(folder) as address:
        first = statistics.median(first_answer(page, address, OURS) for _ in range(3))
        times = page.evaluate(KEYS, keys())
    return (
        f"{len(known):6} ours      index {index:6.0f} B (texts {texts:5.0f} B, when shown)"
        f"  first answer {first:6.2f} s  key p95 {percentile(times):6.1f} ms"
    )


def measure_stock(page: Page, texts: Sequence[str], folder: Path) -> str:
    """Return a line of figures."""
    index = stock(texts, folder)
    with served(folder) as address:
        page.set_default_timeout(0)
        first = first_answer(page, address, STOCK)
    return f"{len(texts):6} Material  index {index:6.0f} B  first answer {first:6.2f} s"


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
            print(measure_ours(page, known[:count], Path(scratch, f"ours-{count}")), flush=True)
            if options.minisearch:
                print(measure_minisearch(page, texts[:count], options.minisearch), flush=True)
            if count <= options.stock:
                print(
                    measure_stock(page, texts[:count], Path(scratch, f"stock-{count}")), flush=True
                )
        browser.close()


if __name__ == "__main__":
    main()
