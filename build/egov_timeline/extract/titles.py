"""Stub."""

TITLE: tuple = ()
