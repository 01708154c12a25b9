"""Hand-written pages in both languages: every message of a page with its Indonesian beside it, for the reader's switch.

The pages are written in English (Markdown and notebooks). The Indonesian of ``guide/rules.md`` stands in the gettext
catalogue ``locale/id/LC_MESSAGES/guide/rules.po``, in the page's own markup. A message without a translation, and a
translation of what no page says any more, are warnings. ``sphinx-build -b dummy -E -D update_catalogues=1 docs OUT``
writes what is new into the catalogues and takes out what is gone. Docstrings, the changelog and the page for
contributors stay English, and say so.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser
from site_titles import halves
from sphinx.addnodes import pending_xref, translatable
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.nodes import extract_messages

from electlaw.sphinx.markup import el, law_element

logger = logging.getLogger(__name__)

CATALOGUES = Path("locale", "id", "LC_MESSAGES")

#: Pages whose text stays English but for the title.
ENGLISH = ("changelog", "contributing")

#: What pages with English say at the top to who reads Indonesian, by the beginning of their name.
NOTICES = {
    "api/electlaw": "Uraian dari kode di halaman ini berbahasa Inggris.",
    "api/index": "Uraian dari kode di halaman ini berbahasa Inggris.",
    "changelog": "Isi halaman ini hanya tersedia dalam bahasa Inggris.",
    "contributing": "Isi halaman ini hanya tersedia dalam bahasa Inggris.",
}

HEAD = rb"""msgid ""
msgstr ""
"Language: id\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


class Translate(SphinxTransform):
    """Puts the Indonesian of each message beside it, before titles are collected and references resolved."""

    default_priority = 390

    def apply(self, **_kwargs: object) -> None:
        """Translate the page; say what is missing and what is left over."""
        for name, notice in NOTICES.items():
            if self.env.docname.startswith(name):
                self.say(notice)
        if Path(self.document["source"]).suffix != ".md":
            return
        found = [(node, text) for node, text in extract_messages(self.document) if asks(node)]
        if self.env.docname in ENGLISH:
            found = [(node, text) for node, text in found if isinstance(node, nodes.title)][:1]
        path = Path(self.env.srcdir) / CATALOGUES / f"{self.env.docname}.po"
        catalogue = read(path)
        if self.config.update_catalogues:
            update(path, catalogue, list(dict.fromkeys(text for _node, text in found)))
        if path.exists():
            self.env.note_dependency(path)
        for node, text in found:
            translated = catalogue.get(text)
            if translated and translated.string and not translated.fuzzy:
                place(node, self.parsed(str(translated.string), node))
            else:
                logger.warning("no Indonesian in %s: %s", path.name, text, location=node, type="translation")
        for text in {str(message.id) for message in catalogue if message.id} - {text for _node, text in found}:
            logger.warning("not on the page any more: %s", text, location=str(path), type="translation")

    def parsed(self, text: str, node: nodes.Element) -> list[nodes.Node]:
        """Return a translation read as the page's own markup: one paragraph."""
        made = nodes.document(self.document.settings, self.document.reporter, source=self.document["source"])
        MystParser().parse(text, made)
        if len(made) != 1 or not isinstance(made[0], nodes.paragraph):
            logger.warning("not one paragraph: %s", text, location=node, type="translation")
        return list(made[0].children)

    def say(self, notice: str) -> None:
        """Say at the top of the page that it is in English, to machines too."""
        section = next(self.document.findall(nodes.section))
        section["classes"].append("language-en")
        section.insert(1, el("p", el("em", notice), class_="l-id", lang="id"))


def asks(node: nodes.Element) -> bool:
    """Whether a message asks for a translation: it has words that are no code, and is in one language as yet."""
    if isinstance(node, (translatable, nodes.field_name)) or "docstring of" in (node.source or ""):
        return False
    above = [node]
    while above[-1].parent is not None:
        above.append(above[-1].parent)
    bilingual = any(isinstance(one, law_element) and "lang" in one["attrs"] for one in [*above, *node.children])
    return not bilingual and any(re.search(r"[^\W\d_]", text) for text in words(node)) and " · " not in node.astext()


def words(node: nodes.Element) -> list[str]:
    """Return the texts of a message beside code and citations, which read the same in both languages."""
    found = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            found.append(child.astext())
        elif isinstance(child, nodes.Element) and not isinstance(child, nodes.literal):
            cited = isinstance(child, pending_xref) and child["refdomain"] == "law" and not child["refexplicit"]
            found += [] if cited else words(child)
    return found


def place(node: nodes.Element, translated: list[nodes.Node]) -> None:
    """Put both languages in the place of one."""
    original = node.children
    if "".join(one.astext() for one in translated) == node.astext():
        return
    node.children = []
    if isinstance(node, nodes.title):
        node += halves(translated, original)
    else:
        node += [
            el("span", translated, class_="l-prose l-id", lang="id"),
            el("span", original, class_="l-prose l-en", lang="en"),
        ]


def read(path: Path) -> Catalog:
    """Return a catalogue; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale="id")
    with path.open("rb") as file:
        return read_po(file, locale="id", abort_invalid=True)


def update(path: Path, catalogue: Catalog, texts: list[str]) -> None:
    """Write a catalogue anew, in the order of the page: what is close to an old message keeps its words as fuzzy."""
    template = Catalog()
    for text in texts:
        template.add(text)
    catalogue.update(template)
    catalogue.obsolete.clear()
    for message in catalogue:
        message.flags -= {"python-format", "python-brace-format"}
    if not texts:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEAD)
        write_po(file, catalogue, omit_header=True, width=120)


def orphans(app: Sphinx, env: BuildEnvironment) -> None:
    """Report catalogues of pages that are gone."""
    home = Path(app.srcdir) / CATALOGUES
    for path in home.rglob("*.po"):
        if path.relative_to(home).with_suffix("").as_posix() not in env.found_docs:
            logger.warning("catalogue of no page", location=str(path), type="translation")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.add_config_value("update_catalogues", False, "", types=frozenset({bool}))
    app.add_transform(Translate)
    app.connect("env-check-consistency", orphans)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
