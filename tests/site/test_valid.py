"""html-validate finds every page to be HTML as the standard has it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import npm
from building import Built

RULES = Path(__file__).parent / "html-validate.json"


def faults(*paths: Path) -> list[str]:
    """Return what is wrong in the files, or in all pages below the folders."""
    validator = npm.package("html-validate") / "bin" / "html-validate.mjs"
    done = subprocess.run(
        [npm.NODE, validator, "--config", RULES, "--formatter", "json", "--ext", "html", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    return [
        f"{page['filePath']}:{fault['line']}: {fault['message']} ({fault['ruleId']})"
        for page in json.loads(done.stdout)
        for fault in page["messages"]
    ]


def test_every_page_is_valid_html(built: Built) -> None:
    assert faults(built.site) == []


def test_the_validator_would_tell(built: Built, tmp_path: Path) -> None:
    home = built.files["index.html"].decode("utf-8")
    spoiled = tmp_path / "spoiled.html"
    spoiled.write_text(home.replace("<h1>", "<h1><p>").replace("<main ", '<main id="x" ', 1))
    found = " ".join(faults(spoiled))
    assert "no-dup-attr" in found
    assert "element-permitted-content" in found
