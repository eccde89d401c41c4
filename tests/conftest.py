"""Settings for all tests. Time is measured by benchmarks, so no example fails for being slow."""

from hypothesis import settings

settings.register_profile("timeline", deadline=None)
settings.load_profile("timeline")
