"""Measure a timeline of 1,000 events in headless Chromium, beside two libraries in the same run.

    python tests/benchmark/timelines.py [--events 1000] [--keep FOLDER]

Prints when the page is ready (loaded and painted), how many DOM elements that takes for each event,
and how long a filter takes from the click until the result is painted. Ours is built by our own
pages; TimelineJS3 and vis-timeline get the same events, and are left out where npm cannot bring
them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from synthetic import PROJECT, records

sys.path.insert(0, str(PROJECT / "tests" / "site"))

from browsing import launch
from egov_timeline import pages, pipeline, recording, site, vocabulary
from egov_timeline.records import Record
from egov_timeline.timeline import timeline
from hosting import served

ROUNDS = 5
LIBRARIES = ("@knight-lab/timelinejs@3.9.11", "vis-timeline@8.5.4")

# Two frames later, what the first one drew is on the screen.
PAINTED = "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
READY = f"""async () => {{
  while (!window.libraryIsReady && document.readyState !== "complete") await {PAINTED};
  while (window.libraryIsReady === false) await {PAINTED};
  await document.fonts.ready;
  await {PAINTED};
  return [performance.now(), document.querySelectorAll("*").length];
}}"""
TOGGLE = f"""async (box) => {{
  const start = performance.now();
  box.click();
  document.documentElement.getBoundingClientRect();
  await {PAINTED};
  return performance.now() - start;
}}"""

TIMELINEJS = """<!doctype html><meta charset="utf-8"><title>TimelineJS3</title>
<link rel="stylesheet" href="node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="here" style="width: 100%; height: 760px"></div>
<script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>
window.libraryIsReady = false;
const line = new TL.Timeline("here", {"events": EVENTS}, {font: null, language: "en"});
line.on("ready", () => { window.libraryIsReady = true; });
</script>"""
VIS = """<!doctype html><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<div id="here"></div>
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>
window.libraryIsReady = false;
const line = new vis.Timeline(document.getElementById("here"), new vis.DataSet(EVENTS), {});
line.on("changed", () => { window.libraryIsReady = true; });
</script>"""


def build_ours(told: list[Record], root: Path) -> None:
    """Build a site at `root` with the timeline of all events, on as many pages as it has."""
    vocabularies = vocabulary.load(PROJECT / recording.VOCABULARY)
    nothing = pipeline.written([], vocabularies)
    about = (PROJECT / "content/gioi-thieu.md").read_text("utf-8")
    written = {
        **nothing,
        "gioi-thieu.md": about,
        **pages.home(timeline(told), vocabularies),
    }
    shutil.copytree(PROJECT / "theme", root / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for name, text in written.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    site.build(root, root / "content", root / "site")


def bring_libraries(folder: Path) -> bool:
    """Install the libraries into `folder`; say why if that cannot be done."""
    if not shutil.which("npm"):
        print("TimelineJS3 and vis-timeline are left out: no npm")
        return False
    folder.mkdir()
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--silent"]
    done = subprocess.run(
        ["npm", "install", *options, "--prefix", str(folder), *LIBRARIES], cwd=folder, check=False
    )
    if done.returncode:
        print("TimelineJS3 and vis-timeline are left out: npm cannot install them")
    return done.returncode == 0


def write_theirs(told: list[Record], folder: Path) -> dict[str, str]:
    """Write a page for each library with the dated events; return its name and its path."""
    dated = [(r, d.value) for r in told if (d := r.facts.date) and d.value.earliest]
    slides, items = [], []
    for record, date in dated:
        day = date.earliest
        name = record.facts.event.value if record.facts.event else record.id
        text = record.article.text.partition("\n\n")[2]
        start = {"year": day.year, "month": day.month, "day": day.day}
        slides.append({"start_date": start, "text": {"headline": name, "text": text}})
        items.append({"id": record.id, "start": day.isoformat(), "content": name})
    for name, page, events in (("timelinejs", TIMELINEJS, slides), ("vis", VIS, items)):
        data = json.dumps(events, ensure_ascii=False)
        (folder / f"{name}.html").write_text(page.replace("EVENTS", data), "utf-8")
    return {"TimelineJS3": "libraries/timelinejs.html", "vis-timeline": "libraries/vis.html"}


class Clock:
    """The processor time that the page's own thread has spent: what a busy machine does not stretch."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def ms(self) -> float:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")


def ready(browser: Browser, address: str, events: int, name: str) -> None:
    """Print when the page at `address` is ready and how many elements it has for each event."""
    times, busy, elements = [], [], 0
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        clock = Clock(page)
        page.goto(address, wait_until="commit")
        ms, elements = page.evaluate(READY)
        times.append(ms)
        busy.append(clock.ms())
        page.close()
    print(
        f"{name:14} ready after {statistics.median(times):6.0f} ms, of processor time "
        f"{statistics.median(busy):6.0f} ms; {elements:6} elements, {elements / events:4.1f} an event"
    )


def filtering(browser: Browser, address: str) -> None:
    """Print how long a filter takes, over all facets, on and off."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    clock = Clock(page)
    page.goto(address)
    page.evaluate(READY)
    times, busy = [], []
    for facet in page.locator("[data-facet]").all():
        facet.locator("summary").click()
        # Of a long timeline they come when they are asked for.
        facet.locator("[data-filter]").first.wait_for()
        boxes = facet.locator("[data-filter]").element_handles()[:4]
        for box in [box for box in boxes for _ in ("on", "off")]:
            before = clock.ms()
            times.append(page.evaluate(TOGGLE, box))
            busy.append(clock.ms() - before)
    page.close()
    print(
        f"a filter, click to painted: median {statistics.median(times):.0f} ms, longest "
        f"{max(times):.0f} ms; of processor time {statistics.median(busy):.0f} and {max(busy):.0f} ms"
    )


def main() -> None:
    """Build, install, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="leave what is built in this folder")
    options = parser.parse_args()
    told = records(options.events, vocabulary.load(PROJECT / recording.VOCABULARY))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        root = options.keep or Path(scratch)
        build_ours(told, root)
        libraries = root / "libraries"
        theirs = write_theirs(told, libraries) if bring_libraries(libraries) else {}
        browser = launch(playwright)
        with served(root) as address:
            ready(browser, f"{address}site/index.html", options.events, "egov-timeline")
            for name, path in theirs.items():
                ready(browser, address + path, options.events, name)
            filtering(browser, f"{address}site/index.html")
        browser.close()


if __name__ == "__main__":
    main()
