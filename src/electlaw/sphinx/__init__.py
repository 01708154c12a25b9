"""The Sphinx extension ``electlaw.sphinx``: the law domain, its roles and directives, in any project's documentation.

Add ``"electlaw.sphinx"`` to ``extensions``. Roles such as ``:law:pasal:`Pasal 7 ayat (2) UU 10/2016``` check what
they cite against the log, show the official form and link to the site that describes it (through intersphinx).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import electlaw

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["setup"]

_STATIC = os.path.join(os.path.dirname(__file__), "static")


def _add_static(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.config.html_static_path.append(_STATIC)


def setup(app: Sphinx) -> dict[str, object]:
    """Register the domain, the directives and the style of what they draw."""
    from electlaw.sphinx.directives import add_directives
    from electlaw.sphinx.domain import LawDomain
    from electlaw.sphinx.markup import add_nodes

    app.add_config_value("electlaw_packs", [], "env", types=frozenset({list, tuple}))
    add_nodes(app)
    app.add_domain(LawDomain)
    add_directives(app)
    app.connect("builder-inited", _add_static)
    app.add_css_file("electlaw.css")
    app.add_js_file("electlaw.js", loading_method="defer")
    app.add_js_file("electlaw-brief.js", loading_method="defer")
    return {
        "version": electlaw.__version__,
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
