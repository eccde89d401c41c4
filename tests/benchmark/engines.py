"""Measure what search engines find, each asked the same queries about the same articles.

    python tests/benchmark/engines.py [--tools FOLDER/bin]

Prints for ours, Material's, Pagefind's and Zensical's how often all that is meant is among the first
ten pages, the right page comes first, and nothing is found; and of the queries without diacritics, in
how many all is found. What is known of an event is text in the others' pages. Pagefind and Zensical are left out
unless `--tools` holds them: `python -m venv FOLDER && FOLDER/bin/pip install 'pagefind[extended]' zensical`.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from playwright.sync_api import Page, sync_playwright
from synthetic import PROJECT

sys.path.insert(0, str(PROJECT / "tests" / "site"))

from browsing import launch
from building import build_copy
from hosting import served
from queries import ASK, LIBRARY, OPEN, QUERIES, READY, path, spellings

SCRIPTS = Path(sysconfig.get_path("scripts"))
_VALUE = re.compile(r'tl-fact(?:__value|--theme)">\s*(.*)')
_TAG = re.compile(r"<[^>]+>")

MATERIAL = """async (queries) => {
  const index = await (await fetch("search/search_index.json")).json();
  const worker = new Worker(JSON.parse(document.getElementById("__config").textContent).search);
  const next = () => new Promise((done) => (worker.onmessage = (event) => done(event.data)));
  const ready = next();
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  await ready;
  const answers = [];
  for (const query of queries) {
    const answer = next();
    worker.postMessage({ type: 2, data: query });
    answers.push((await answer).data.items.map((item) => item[0].location));
  }
  return answers;
}"""
PAGEFIND = """async (queries) => {
  const engine = await import(location.origin + "/pagefind/pagefind.js");
  await engine.init();
  const answers = [];
  for (const query of queries) {
    const found = (await engine.search(query)).results.slice(0, 20);
    answers.push((await Promise.all(found.map((one) => one.data()))).map((data) => data.url));
  }
  return answers;
}"""
# Its messages are not documented: keep the page's own, and send it again with another query.
KEEP_MESSAGE = """(() => {
  const Native = Worker;
  window.Worker = function (...given) {
    const worker = new Native(...given);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message) => {
      if (message.type === 2) window.kept = [worker, message];
      post(message);
    };
    return worker;
  };
})()"""
ZENSICAL = """async (queries) => {
  const items = (await (await fetch("search.json")).json()).items;
  const [worker, message] = window.kept;
  const answers = [];
  for (const query of queries) {
    const answer = new Promise((done) =>
      worker.addEventListener("message", (event) => done(event.data), { once: true }));
    worker.postMessage({ ...message, data: { ...message.data, input: query } });
    answers.push((await answer).data.items.map((item) => items[item.id].location));
  }
  return answers;
}"""


def write_plain(content: Path, folder: Path) -> None:
    """Write the articles in `content` as plain pages, what is known of them as a list below."""
    docs = folder / "docs"
    (docs / "bai-viet").mkdir(parents=True)
    (docs / "index.md").write_text("# Trang chủ\n", "utf-8")
    for page in sorted((content / "bai-viet").glob("*.md")):
        post = frontmatter.load(str(page))
        panel, _, text = post.content.partition(' class="tl-article__text"')
        text = plain(text.partition(">")[2].partition('<div class="tl-article__after">')[0])
        facts = "".join(f"- {plain(value)}\n" for value in _VALUE.findall(panel))
        text = f"# {plain(str(post.get('title') or page.stem))}\n\n{text}\n\n{facts}"
        (docs / "bai-viet" / page.name).write_text(text, "utf-8")
    config = {
        "site_name": "Bài báo",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "vi", "font": False},
        "plugins": [{"search": {"lang": ["vi"]}}],
        "nav": ["index.md"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def plain(text: str) -> str:
    """Return text without markup."""
    return html.unescape(_TAG.sub("", text)).replace("<", "")


def ours(page: Page, queries: list[str]) -> list[list[str]]:
    """Return the addresses that each query finds."""
    page.evaluate(OPEN)
    page.evaluate(READY)
    answers = page.evaluate(ASK, queries)
    # "Gần đúng" is what is shown where nothing has all words.
    return [answer["pages"] if "Gần đúng" not in answer["said"] else [] for answer in answers]


def zensical(page: Page, queries: list[str]) -> list[list[str]]:
    """Return the addresses that each query finds."""
    page.add_init_script(KEEP_MESSAGE)
    page.reload()
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.wait_for_function("window.kept")
    page.wait_for_timeout(2000)  # its own questions are answered by then
    found: list[list[str]] = page.evaluate(ZENSICAL, queries)
    return found


def told(name: str, answers: Iterable[list[str]]) -> str:
    """Return the line of figures of an engine."""
    rows = [(spelling, row) for row in QUERIES for spelling in range(4)]
    all_, first, nothing, bare = 0, 0, 0, 0
    for (spelling, (_, right, others)), answer in zip(rows, answers, strict=True):
        found = list(dict.fromkeys(re.split("[?#]", a)[0].lstrip("/") for a in answer))[:10]
        meant = {path(article) for article in {right, *others}}
        all_ += meant <= set(found)
        bare += spelling == 1 and meant <= set(found)
        # Ours has pages of themes, bodies and places too, and one comes first for its name.
        among = [page for page in found if page.startswith("bai-viet/")]
        first += among[:1] == [path(right)]
        nothing += not found
    count = len(rows)
    return (
        f"{name:9} all {100 * all_ / count:5.1f} %  first {100 * first / count:5.1f} %  nothing "
        f"{100 * nothing / count:5.1f} %  without diacritics {bare} of {len(QUERIES)}"
    )


def sites(scratch: Path, tools: Path | None) -> Iterator[tuple[str, Path, Callable[..., Any]]]:
    """Build and yield what is asked: name of the engine, its site, and how it is asked."""
    built = build_copy(scratch / "project", more=LIBRARY)
    yield "ours", built.site, ours
    folder = scratch / "plain"
    write_plain(built.root / "content", folder)
    subprocess.run([SCRIPTS / "mkdocs", "build", "-q", "-d", "material"], cwd=folder, check=True)
    yield "Material", folder / "material", lambda page, all_: page.evaluate(MATERIAL, all_)
    if tools is None:
        return
    command = [tools / "python", "-m", "pagefind", "--site", "material"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    yield "Pagefind", folder / "material", lambda page, all_: page.evaluate(PAGEFIND, all_)
    subprocess.run([tools / "zensical", "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    yield "Zensical", folder / "site", zensical


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--tools", type=Path, help="the folder of Pagefind's and Zensical's programs"
    )
    tools = parser.parse_args().tools
    queries = [spelling for row in QUERIES for spelling in spellings(row[0])]
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launch(playwright)
        for name, site, ask in sites(Path(scratch), tools and tools.resolve()):
            with served(site) as address:
                page = browser.new_page()
                page.goto(address + "index.html")
                print(told(name, ask(page, queries)), flush=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
