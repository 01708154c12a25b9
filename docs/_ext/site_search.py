"""Full-text search: Pagefind indexes the finished site, each language apart; Sphinx's own index is not made."""

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
    """Index the pages that were written, once for each language: the words of the other are left out."""
    if exception is not None or app.builder.name != "html":
        return
    for lang, other in (("id", "en"), ("en", "id")):
        options = {
            "--site": str(app.outdir),
            "--output-subdir": f"pagefind/{lang}",
            "--force-language": lang,
            "--root-selector": "article",
            "--exclude-selectors": f".l-{other}, .l-between, .headerlink",
        }
        command = [sys.executable, "-m", "pagefind", "--silent", *(part for pair in options.items() for part in pair)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            logger.warning("pagefind failed: %s", done.stderr.strip() or done.stdout.strip())


#: Pages for developers, which come behind those on the law.
_BEHIND = ("api/", "notebooks/", "data-format", "changelog", "contributing")


def weigh(_app: Sphinx, pagename: str, _template: str, context: dict[str, object], _doctree: object) -> None:
    """Let the words of pages for developers weigh less."""
    if pagename.startswith(_BEHIND) and "body" in context:
        context["body"] = f'<div data-pagefind-weight="0.2">{context["body"]}</div>'


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("builder-inited", no_index)
    app.connect("html-page-context", weigh)
    app.connect("build-finished", index)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
