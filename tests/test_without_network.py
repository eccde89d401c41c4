"""A build needs no network: it is made where there is none, not even this machine's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project import PROJECT, copy_to

# As root, and as somebody who may have a namespace of his own.
WAYS = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])
ASKS = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"


def cut_off() -> list[str]:
    """Return the command that runs another without network; skip where there is none."""
    for way in WAYS if shutil.which("unshare") else ():
        tried = subprocess.run([*way, sys.executable, "-c", ASKS], capture_output=True, check=False)
        # Where there is a network the port would be closed, not out of reach.
        if b"Network is unreachable" in tried.stderr:
            return list(way)
    pytest.skip("this system lets nobody run without network (unshare --net)")


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    root = copy_to(tmp_path / "project")
    done = subprocess.run(
        [*cut_off(), sys.executable, "-m", "egov_timeline", "build"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "build")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (root / "site/index.html").is_file()
    assert (root / "dist/egov-timeline.zip").is_file()
