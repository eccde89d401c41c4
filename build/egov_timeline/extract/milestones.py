"""Stub."""

MILESTONES: tuple = ()
