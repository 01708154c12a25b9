"""Directives of the law domain: whole pages, and single things at a date in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from electlaw.errors import ElectlawError
from electlaw.sphinx.domain import LawDomain, corpus_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["add_directives"]

logger = logging.getLogger(__name__)


class LawDirective(SphinxDirective):
    """Base: turns an error of the library into a warning with file, line and nearest choices."""

    def run(self) -> list[nodes.Node]:
        """Return the nodes, or nothing and a warning."""
        try:
            return self.build()
        except ElectlawError as error:
            logger.warning("%s: %s", self.name, error, location=self.get_location(), type="law", subtype="directive")
            return []

    def build(self) -> list[nodes.Node]:
        """Return the nodes; errors of the library are caught by `run`."""
        raise NotImplementedError


class PageDirective(LawDirective):
    """``.. law:page:: KIND ID``: everything the log says of one thing; the page becomes its home."""

    required_arguments = 2

    def build(self) -> list[nodes.Node]:
        """Return the contents of the page."""
        from electlaw.sphinx.pages import BUILDERS, Page

        kind, target = self.arguments
        domain = cast("LawDomain", self.env.get_domain("law"))
        return list(BUILDERS[kind](Page(corpus_of(self.env), domain, target)))


def add_directives(app: Sphinx) -> None:
    """Register the directives of the domain."""
    app.add_directive_to_domain("law", "page", PageDirective)
