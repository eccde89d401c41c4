"""Stub."""

THEMES: tuple = ()
