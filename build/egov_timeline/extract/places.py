"""Stub."""

LOCATION: tuple = ()
