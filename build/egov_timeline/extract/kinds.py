"""Stub."""

IS_EVENT: tuple = ()
EVENT_TYPE: tuple = ()
