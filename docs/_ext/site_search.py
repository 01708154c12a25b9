"""Full-text search: Pagefind indexes the finished site, with Indonesian stemming; Sphinx's own index is not made."""

from __future__ import annotations

import subprocess
import sys

from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)


def no_index(app: Sphinx) -> None:
    """Leave out Sphinx's index, which knows no Indonesian and weighs megabytes at this size."""
    if app.builder.name == "html":
        app.builder.search = False


def index(app: Sphinx, exception: Exception | None) -> None:
    """Index the pages that were written."""
    if exception is None and app.builder.name == "html":
        command = [sys.executable, "-m", "pagefind", "--site", str(app.outdir), "--force-language", "id", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            logger.warning("pagefind failed: %s", done.stderr.strip() or done.stdout.strip())


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("builder-inited", no_index)
    app.connect("build-finished", index)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
