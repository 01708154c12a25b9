"""Titles in both languages: ``Aturan · Rules`` shows the half the reader's switch stands on, in headings and menus."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from electlaw.sphinx.markup import el

#: Between the Indonesian and the English half of a title.
BETWEEN = " · "


class BothTitles(SphinxTransform):
    """Splits the title of a page before it is collected."""

    default_priority = 400

    def apply(self, **_kwargs: object) -> None:
        """Put both halves into elements of their own."""
        for title in self.document.findall(nodes.title):
            id, between, en = title.astext().partition(BETWEEN)
            if between and all(isinstance(child, nodes.Text) for child in title.children):
                title.children.clear()
                title += halves([nodes.Text(id)], [nodes.Text(en)])


def halves(id: list[nodes.Node], en: list[nodes.Node]) -> list[nodes.Node]:
    """Return a title in both languages; as plain text they stay apart."""
    return [
        el("span", id, class_="l-id", lang="id"),
        el("span", BETWEEN, class_="l-between"),
        el("span", en, class_="l-en", lang="en"),
    ]


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.add_transform(BothTitles)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
