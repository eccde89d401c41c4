"""Stub."""

PUBLISHED: tuple = ()
EVENT_DATE: tuple = ()
