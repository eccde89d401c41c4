"""Texts are understood alike in this process, in processes beside it, and on a Dask cluster."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from egov_timeline import report
from egov_timeline.cli import app
from egov_timeline.parallel import each
from egov_timeline.understanding import understand
from project import FROZEN, PROJECT, vocabularies

ARTICLES = sorted((PROJECT / "tests/benchmark/fixtures/articles").glob("*.txt"))[:60]


def told(known, path: Path):
    return report.as_json(path.stem, understand(path.read_text("utf-8"), known)[1])


@pytest.fixture(scope="module")
def here() -> list:
    return [told(vocabularies(), path) for path in ARTICLES]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of two workers, each a process of this machine."""
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed: pip install 'egov-timeline[cluster]'"
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as local:
        yield local.scheduler_address


def run(*words: object) -> str:
    result = CliRunner().invoke(app, [*map(str, words), "--root", str(FROZEN)])
    assert result.exit_code == 0, result.output
    return result.output


def test_processes_find_the_same_in_the_same_order(here: list) -> None:
    assert list(each(partial(told, vocabularies()), ARTICLES * 2, 2)) == here * 2


def test_a_cluster_finds_the_same_in_the_same_order(here: list, cluster: str) -> None:
    assert list(each(partial(told, vocabularies()), ARTICLES, 1, cluster)) == here


def test_extract_prints_the_same_from_a_cluster(here: list, cluster: str) -> None:
    output = run("extract", *ARTICLES, "--json", "--cluster", cluster)
    assert [json.loads(line) for line in output.splitlines()] == json.loads(json.dumps(here))


def test_evaluate_counts_the_same_on_a_cluster(cluster: str) -> None:
    gold = PROJECT / "tests/benchmark/fixtures/gold.jsonl"
    assert run("evaluate", gold, "--cluster", cluster) == run("evaluate", gold)


def test_what_goes_wrong_on_a_cluster_is_raised_here(cluster: str) -> None:
    with pytest.raises(FileNotFoundError):
        list(each(partial(told, vocabularies()), [Path("missing.txt")], 1, cluster))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "no address"])
def test_a_cluster_that_does_not_answer_is_told(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed")
    monkeypatch.setattr("egov_timeline.parallel._PATIENCE", "200ms")
    words = ["extract", str(ARTICLES[0]), "--cluster", address, "--root", str(FROZEN)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    assert f"--cluster {address}: không nối được" in result.output


def test_without_dask_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["extract", str(ARTICLES[0]), "--cluster", "tcp://x:1", "--root", str(FROZEN)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    assert "egov-timeline[cluster]" in result.output
