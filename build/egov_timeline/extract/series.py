"""Stub."""

SERIES: tuple = ()
EVENT: tuple = ()
