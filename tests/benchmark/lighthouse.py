"""Lighthouse, as on a phone: home and an article, and the same pages in Material's own theme.

usage: .venv/bin/python tests/benchmark/lighthouse.py [RUNS]
Needs `tests/npm.sh .venv/bin all` once, and Chromium. Prints the median of RUNS (1) for each page.
Other work on the machine lowers the performance of both alike: compare within one run only.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "tests" / "site"))

from hosting import Quiet, served  # noqa: E402

SCRIPTS = Path(sysconfig.get_path("scripts"))
LIGHTHOUSE = Path(sys.prefix) / "node/node_modules/lighthouse/cli/index.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
STOCK = """
site_name: Dòng thời gian Chính phủ điện tử
site_description: Các hội thảo, hội nghị về chính phủ điện tử ở Việt Nam
use_directory_urls: false
theme: {name: material, language: vi, font: false}
"""
# Such files a host packs on the way, as GitHub Pages does.
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Handler(Quiet):
    """Serves files packed, and lets a browser keep them for ten minutes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        if path.suffix in PACKED:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


def build_stock(root: Path) -> Path:
    """Build the same Markdown with Material's own templates."""
    shutil.copytree(PROJECT / "content", root / "docs")
    for page in (root / "docs").rglob("*.md"):
        page.write_text(
            re.sub(r"^template: .*\n", "", page.read_text("utf-8"), flags=re.M), "utf-8"
        )
    (root / "mkdocs.yml").write_text(STOCK, "utf-8")
    subprocess.run([SCRIPTS / "mkdocs", "build", "--quiet"], cwd=root, check=True)
    return root / "site"


def measure(url: str) -> dict[str, float]:
    """Return the score of each category, and what the page weighs and when it shows."""
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    command = [SCRIPTS / "node", LIGHTHOUSE, url, "--quiet", "--output=json"]
    command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    told = subprocess.run(
        command, capture_output=True, check=True, env=os.environ | {"CHROME_PATH": browser}
    )
    found = json.loads(told.stdout)
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    audits = found["audits"]
    scores["LCP ms"] = audits["largest-contentful-paint"]["numericValue"]
    scores["TBT ms"] = audits["total-blocking-time"]["numericValue"]
    scores["CLS"] = audits["cumulative-layout-shift"]["numericValue"]
    scores["KiB"] = audits["total-byte-weight"]["numericValue"] / 1024
    for audit in audits.values():
        if audit["score"] is not None and audit["score"] < 0.9 and "-v" in sys.argv:
            print("   ", audit["id"], audit["score"], audit.get("displayValue", ""))
    return scores


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    subprocess.run([SCRIPTS / "egov-timeline", "build"], cwd=PROJECT, check=True)
    article = max((PROJECT / "site/bai-viet").glob("*.html"), key=lambda p: p.stat().st_size)
    pages = ("index.html", f"bai-viet/{article.name}")
    with tempfile.TemporaryDirectory() as folder:
        stock = build_stock(Path(folder))
        for name, site in (("ours", PROJECT / "site"), ("Material", stock)):
            with served(site, Handler) as address:
                for page in pages:
                    found = [measure(address + page) for _ in range(runs)]
                    line = [f"{k} {statistics.median(f[k] for f in found):.4g}" for k in found[0]]
                    print(f"{name:9}{page:60.60} {', '.join(line)}", flush=True)


if __name__ == "__main__":
    main()
