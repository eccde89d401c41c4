"""Stub."""

ORGANIZERS: tuple = ()
