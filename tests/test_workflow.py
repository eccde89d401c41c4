"""The workflow is one that GitHub reads, and one that gives nothing away.

Both checkers run without network: the schema is check-jsonschema's own copy.
"""

from __future__ import annotations

import re
import subprocess
import sysconfig
from html import unescape
from pathlib import Path
from typing import Any

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


PAGES, RELEASE = WORKFLOWS
# What `egov-timeline new` gives to another archive.
STARTER = PROJECT / "build/egov_timeline/starter/github/workflows/pages.yml"
ALL = [*WORKFLOWS, STARTER]


def test_there_are_two_workflows() -> None:
    assert [PAGES.name, RELEASE.name] == ["pages.yml", "release.yml"]


@pytest.mark.parametrize("workflow", ALL, ids=lambda path: path.parts[-4])
def test_is_what_github_reads(workflow: Path) -> None:
    result = valid(workflow)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("workflow", ALL, ids=lambda path: path.parts[-4])
def test_has_no_known_weakness(workflow: Path) -> None:
    result = audited(workflow)
    assert result.returncode == 0, result.stdout
    assert "No findings" in result.stdout


@pytest.mark.parametrize("workflow", ALL, ids=lambda path: path.parts[-4])
def test_every_action_is_pinned_to_a_commit_and_tells_its_version(workflow: Path) -> None:
    uses = re.findall(r"uses: (.+)", workflow.read_text("utf-8"))
    assert uses
    assert [action for action in uses if not PINNED.fullmatch(action)] == []


def test_another_archive_runs_the_same_actions_as_this_one() -> None:
    """Newer versions are proposed of this one's alone."""
    ours, theirs = (set(re.findall(r"uses: (.+)", w.read_text("utf-8"))) for w in (PAGES, STARTER))
    assert theirs <= ours


def test_newer_versions_are_proposed_of_all_that_is_pinned() -> None:
    settings = PROJECT / ".github" / "dependabot.yml"
    result = run("check-jsonschema", "--builtin-schema", "vendor.dependabot", str(settings))
    assert result.returncode == 0, result.stdout
    updates = yaml.safe_load(settings.read_text("utf-8"))["updates"]
    assert [row["package-ecosystem"] for row in updates] == ["pip", "npm", "github-actions"]
    assert "No findings" in audited(settings).stdout


DAMAGES = [
    (valid, "runs-on: ubuntu-latest", "run-on: ubuntu-latest"),
    (valid, "    steps:", "    step:"),
    (audited, "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"),
    (audited, "        with:\n          persist-credentials: false\n", ""),
    (audited, "permissions: {}", "permissions: write-all"),
    (audited, "run: make check-site", "run: make ${{ github.event.pull_request.title }}"),
]


@pytest.mark.parametrize(("checker", "good", "bad"), DAMAGES)
def test_the_checkers_would_tell(tmp_path: Path, checker, good: str, bad: str) -> None:
    sound = PAGES.read_text("utf-8")
    assert good in sound
    damaged = tmp_path / ".github" / "workflows" / "pages.yml"
    damaged.parent.mkdir(parents=True)
    damaged.write_text(sound.replace(good, bad), "utf-8")
    assert checker(damaged).returncode != 0


def jobs(workflow: Path = PAGES) -> dict[str, dict[str, Any]]:
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


SIGNS = {"id-token": "write", "attestations": "write"}


def test_only_what_signs_and_what_publishes_may_write() -> None:
    assert {name: job["permissions"] for name, job in jobs().items()} == {
        "changes": {"contents": "read", "actions": "read"},
        "code": {"contents": "read"},
        "content": {"contents": "read", "pages": "read"},
        "attest": SIGNS,
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert {name: job["permissions"] for name, job in jobs(RELEASE).items()} == {
        "build": {"contents": "read"},
        "attest": SIGNS,
        "publish": {"contents": "write"},
    }


@pytest.mark.parametrize(("workflow", "maker"), [(PAGES, "content"), (RELEASE, "build")])
def test_what_is_published_is_attested_by_a_job_that_runs_no_code_of_the_project(
    workflow: Path, maker: str
) -> None:
    made, attest = jobs(workflow)[maker], jobs(workflow)["attest"]
    assert made["outputs"] == {"checksums": "${{ steps.made.outputs.checksums }}"}
    (told,) = [step["run"] for step in made["steps"] if step.get("id") == "made"]
    assert "sha256sum" in told and "*.zip" in told
    written, signed = attest["steps"]
    assert written["env"] == {"CHECKSUMS": f"${{{{ needs.{maker}.outputs.checksums }}}}"}
    assert signed["uses"].startswith("actions/attest-build-provenance@")
    assert signed["with"] == {"subject-checksums": "checksums.txt"}
    # Where there is no public log to sign into, publishing goes on without.
    assert "!github.event.repository.private" in attest["if"]
    assert "attest" not in jobs()["deploy"]["needs"]


def test_code_is_tested_where_it_changed_and_content_always() -> None:
    code, content, deploy = (jobs()[name] for name in ("code", "content", "deploy"))
    assert code["if"] == "needs.changes.outputs.code == 'true'"
    assert [step["run"] for step in code["steps"] if "run" in step] == ["bash .ci/run"]
    assert content["needs"] == ["changes", "code"]
    # Passed over is as good as passed, and running out of time is not; without !cancelled() what
    # follows a job that was passed over would be passed over too.
    assert "!cancelled()" in content["if"]
    fine = """contains(fromJSON('["success", "skipped"]'), needs.code.result)"""
    assert fine in content["if"]
    assert "!cancelled()" in deploy["if"] and "needs.content.result == 'success'" in deploy["if"]
    assert "github.ref == 'refs/heads/main'" in deploy["if"]


def test_no_checkout_keeps_its_credentials() -> None:
    steps = [step for job in jobs().values() for step in job["steps"] if "uses" in step]
    checkouts = [step["with"] for step in steps if step["uses"].startswith("actions/checkout@")]
    assert [given["persist-credentials"] for given in checkouts] == [False] * 3


def test_content_is_checked_and_then_built_for_the_address_that_github_reports() -> None:
    steps = jobs()["content"]["steps"]
    by_name = {step.get("run") or step["uses"].partition("@")[0]: step for step in steps}
    assert by_name["actions/configure-pages"]["id"] == "pages"
    assert by_name["make check-site site CHECK_FORMAT=github BUILD=--overwrite"]["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    assert by_name["actions/upload-pages-artifact"]["with"] == {"path": "site"}


# what a commit changes, and whether that is code
CHANGES = [
    (["seeds/articles/x.txt"], "false"),
    (["seeds/articles/x.yml", "seeds/vocabulary/themes.yml", "content/index.md"], "false"),
    (["mkdocs.yml"], "false"),
    (["content/moi/trang.md"], "false"),
    (["build/x.py"], "true"),
    (["theme/mkdocs.yml"], "true"),
    (["seeds/articles/x.txt", "tests/test_x.py"], "true"),
    (["tests/frozen/seeds/articles/x.txt"], "true"),
    (["README.md"], "true"),
    ([], "false"),
]


def git(root: Path, *words: str) -> str:
    name = ["-c", "user.name=x", "-c", "user.email=x@x.example", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *name, *words], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "first")
    return tmp_path


def told(root: Path, before: str) -> str:
    script = PROJECT / ".ci" / "code-changed"
    done = subprocess.run(
        ["bash", script, before], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(("names", "code"), CHANGES)
def test_what_is_no_content_is_code(repository: Path, names: list[str], code: str) -> None:
    before = git(repository, "rev-parse", "HEAD")
    for name in names:
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text("x")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "second")
    assert told(repository, before) == f"code={code}\n"


@pytest.mark.parametrize("before", ["", "0" * 40, "no-such-branch", "--help"])
def test_in_doubt_code_has_changed(repository: Path, before: str) -> None:
    assert told(repository, before) == "code=true\n"


def test_the_form_for_readers_is_one_that_github_reads_and_that_the_pages_fill_in() -> None:
    form = PROJECT / ".github" / "ISSUE_TEMPLATE" / "bao-loi.yml"
    result = run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(form))
    assert result.returncode == 0, result.stdout
    ids = {row.get("id") for row in yaml.safe_load(form.read_text("utf-8"))["body"]} - {None}
    assert ids == {"page", "field", "quote", "value", "source"}
    partial = (PROJECT / "theme" / "partials" / "report.html").read_text("utf-8")
    assert f"template={form.name}" in partial
    script = (PROJECT / "theme" / "assets" / "js" / "report.js").read_text("utf-8")
    # Where there is no form, a letter is begun: it has a body, and no fields.
    filled = set(re.findall(r"&(\w+)=", unescape(partial) + script)) - {"body"}
    assert filled == {"page", "field", "quote"} <= ids
