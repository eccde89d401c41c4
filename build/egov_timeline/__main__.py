"""Lets `python -m egov_timeline` do what the command does, where scripts are not on the path."""

from egov_timeline.cli import run

run()
