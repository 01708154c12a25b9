"""A data pack and a rule for electlaw, as a template for your own."""

import os


def pack() -> str:
    """Return the folder of the pack."""
    return os.path.join(os.path.dirname(__file__), "pack")
