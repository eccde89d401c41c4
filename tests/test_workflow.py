"""The workflow is one that GitHub reads, and one that gives nothing away.

Both checkers run without network: the schema is check-jsonschema's own copy.
"""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[1]
SCRIPTS = Path(sysconfig.get_path("scripts"))
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.y*ml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    program, *words = command
    return subprocess.run([SCRIPTS / program, *words], capture_output=True, text=True, check=False)


def valid(workflow: Path) -> subprocess.CompletedProcess[str]:
    return run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow))


def audited(workflow: Path) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--no-progress", "--persona", "pedantic", str(workflow))


def test_there_is_a_workflow() -> None:
    assert [path.name for path in WORKFLOWS] == ["pages.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_is_what_github_reads(workflow: Path) -> None:
    result = valid(workflow)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_has_no_known_weakness(workflow: Path) -> None:
    result = audited(workflow)
    assert result.returncode == 0, result.stdout
    assert "No findings" in result.stdout


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_tells_its_version(workflow: Path) -> None:
    uses = re.findall(r"uses: (.+)", workflow.read_text("utf-8"))
    assert uses
    assert [action for action in uses if not PINNED.fullmatch(action)] == []


DAMAGES = [
    (valid, "runs-on: ubuntu-latest", "run-on: ubuntu-latest"),
    (valid, "    steps:", "    step:"),
    (audited, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
    (audited, "        with:\n          persist-credentials: false\n", ""),
    (audited, "permissions: {}", "permissions: write-all"),
    (audited, "run: make site", "run: make site ${{ github.event.pull_request.title }}"),
]


@pytest.mark.parametrize(("checker", "good", "bad"), DAMAGES)
def test_the_checkers_would_tell(tmp_path: Path, checker, good: str, bad: str) -> None:
    sound = WORKFLOWS[0].read_text("utf-8")
    assert good in sound
    damaged = tmp_path / ".github" / "workflows" / "pages.yml"
    damaged.parent.mkdir(parents=True)
    damaged.write_text(sound.replace(good, bad), "utf-8")
    assert checker(damaged).returncode != 0


def test_only_the_deployment_may_write_and_only_after_the_tests() -> None:
    jobs = yaml.safe_load(WORKFLOWS[0].read_text("utf-8"))["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "test": {"contents": "read"},
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    assert jobs["build"]["if"] == "github.ref == 'refs/heads/main'"


def test_no_checkout_keeps_its_credentials() -> None:
    jobs = yaml.safe_load(WORKFLOWS[0].read_text("utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"] if "uses" in step]
    checkouts = [step["with"] for step in steps if step["uses"].startswith("actions/checkout@")]
    assert checkouts == [{"persist-credentials": False}] * 2


def test_the_site_is_built_for_the_address_that_github_reports() -> None:
    build = yaml.safe_load(WORKFLOWS[0].read_text("utf-8"))["jobs"]["build"]
    steps = {step.get("run") or step["uses"].partition("@")[0]: step for step in build["steps"]}
    assert steps["actions/configure-pages"]["id"] == "pages"
    assert steps["make site"]["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    assert steps["actions/upload-pages-artifact"]["with"] == {"path": "site"}


def test_the_form_for_readers_is_one_that_github_reads_and_that_the_pages_fill_in() -> None:
    form = PROJECT / ".github" / "ISSUE_TEMPLATE" / "bao-loi.yml"
    result = run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(form))
    assert result.returncode == 0, result.stdout
    ids = {row.get("id") for row in yaml.safe_load(form.read_text("utf-8"))["body"]} - {None}
    assert ids == {"page", "field", "quote", "value", "source"}
    partial = (PROJECT / "theme" / "partials" / "report.html").read_text("utf-8")
    assert f"template={form.name}" in partial
    filled = set(re.findall(r"&(\w+)=", partial))
    assert filled == {"page", "field", "quote"} <= ids
