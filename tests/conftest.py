"""Hypothesis explores at random where people work, and takes the same path every time in CI."""

import os

from hypothesis import HealthCheck, settings

COMMON = {"max_examples": 120, "deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("default", **COMMON)
settings.register_profile("ci", **COMMON, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")
