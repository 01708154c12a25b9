"""The sidebar: where a page stands in its section. The theme's own draws the whole section on every page.

A long list is cut to the neighbours of the page, so that no page carries the links of hundreds of others.
"""

from __future__ import annotations

from functools import cache

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

#: At most so many entries of one list are shown.
MOST = 40


class Sidebar:
    """Parents, children and labels of documents, from the toctrees."""

    def __init__(self, env: BuildEnvironment) -> None:
        self.children: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}
        for docname, toc in env.tocs.items():
            for toctree in toc.findall(addnodes.toctree):
                for title, target in toctree["entries"]:
                    if target in env.titles:
                        self.children.setdefault(docname, []).append(target)
                        self.labels[target] = title or env.titles[target].astext()
        self.parents = {child: parent for parent, found in self.children.items() for child in found}

    def chain(self, docname: str) -> list[str]:
        """Return the documents from the section's index down to the page."""
        found = [docname]
        while found[0] in self.parents and self.parents[found[0]] != "index":
            found.insert(0, self.parents[found[0]])
        return found

    def entries(self, docname: str) -> list[tuple[str, str, int, str]]:
        """Return (document, label, level, ``current``, ``open`` or empty); a cut is marked by an empty document."""
        chain = self.chain(docname)
        top = chain[0]
        if top not in self.parents:
            return []
        found = [(top, self.labels[top], 0, "current" if top == docname else "open")]
        return found + self._below(chain, 0)

    def _below(self, chain: list[str], at: int) -> list[tuple[str, str, int, str]]:
        children = self.children.get(chain[at], [])
        on = chain[at + 1] if at + 1 < len(chain) else ""
        shown = children
        if len(children) > MOST:
            middle = children.index(on) if on else 0
            first = max(0, min(middle - MOST // 2, len(children) - MOST))
            shown = children[first : first + MOST]
        found: list[tuple[str, str, int, str]] = []
        if shown and shown[0] != children[0]:
            found.append(("", chain[at], at + 1, ""))
        for child in shown:
            mark = ("current" if at + 2 == len(chain) else "open") if child == on else ""
            found.append((child, self.labels[child], at + 1, mark))
            if child == on:
                found += self._below(chain, at + 1)
        if shown and shown[-1] != children[-1]:
            found.append(("", chain[at], at + 1, ""))
        return found


@cache
def sidebar(env: BuildEnvironment) -> Sidebar:
    """Return the sidebar of a build; made once."""
    return Sidebar(env)


def add(app: Sphinx, pagename: str, _template: str, context: dict[str, object], doctree: nodes.document | None) -> None:
    """Give the template its entries."""
    context["section_entries"] = sidebar(app.env).entries(pagename) if doctree is not None else []


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("html-page-context", add)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
