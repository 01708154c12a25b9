"""Directives of the law domain: whole pages, and single things at a date in running text.

A reference that does not exist is a warning of Sphinx with file, line and the nearest choices, never a crash.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from electlaw.corpus import DATA_AS_OF
from electlaw.errors import ElectlawError, NotFound
from electlaw.sphinx.domain import LawDomain, corpus_of, resolve
from electlaw.tables import DATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from electlaw.corpus import Corpus

__all__ = ["add_directives"]

logger = logging.getLogger(__name__)


#: Kinds of pages about one thing, and the role that knows whether it exists.
_CHECKED = {
    "briefs": "region",
    "chapter": "pasal",
    "event": "event",
    "institution": "institution",
    "instrument": "instrument",
    "parameter": "parameter",
    "province": "region",
    "provision": "pasal",
}


#: Kinds of pages, and the tables whose change makes them stale.
_TABLES = {
    "briefs": ("stages", "mandates", "institutions", "terms"),
    "chapter": ("provisions/{text}",),
    "contents": ("provisions/{text}",),
    "event": ("events", "event-dates", "contests", "stages", "stage-keys"),
    "family": ("parameters", "parameter-keys", "parameter-words"),
    "institution": ("institutions", "institution-names", "mandates"),
    "instrument": ("instruments", "relations", "rulings", "holdings"),
    "matrix": ("mandates",),
    "parameter": ("parameters", "parameter-keys", "parameter-words"),
    "province": ("regions", "contests", "terms", "region-history", "special-rules", "electorate"),
    "provision": ("provisions/{text}", "holdings"),
    "rulings": ("rulings",),
    "topic": ("parameter-keys", "holdings", "mandates"),
}

#: Kinds of pages, and the tables of this package whose change makes them stale.
_OWN_TABLES = {
    "chapter": "notes",
    "codes": "code-examples",
    "codes-index": "code-examples",
    "family": "notes",
    "institution": "notes",
    "instrument": "notes",
    "parameter": "notes",
    "provision": "notes",
    "rules": "rule-examples",
    "topic": "topics",
    "topics": "topics",
}


class LawDirective(SphinxDirective):
    """Base: turns an error of the library into a warning with file, line and nearest choices."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "on": directives.unchanged,
        "known": directives.unchanged,
        "region": directives.unchanged,
        "kind": directives.unchanged,
        "dates": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Return the nodes, or nothing and a warning."""
        try:
            return self.build()
        except ElectlawError as error:
            logger.warning("%s: %s", self.name, error, location=self.get_location(), type="law", subtype="directive")
            return []

    @abstractmethod
    def build(self) -> list[nodes.Node]:
        """Return the nodes; errors of the library are caught by `run`."""

    @property
    def corpus(self) -> Corpus:
        """The log the documentation is about."""
        return corpus_of(self.env)

    @property
    def on(self) -> str:
        """The day of the option ``on``, or the last one the data reach."""
        from electlaw.dates import day

        return day(self.options.get("on", DATA_AS_OF))


class PageDirective(LawDirective):
    """``.. law:page:: KIND ID``: everything the log says of one thing; the page becomes its home."""

    required_arguments = 2
    final_argument_whitespace = False

    def build(self) -> list[nodes.Node]:
        """Return the contents of the page."""
        from electlaw.sphinx.pages import BUILDERS, Page

        kind, target = self.arguments
        if kind not in BUILDERS:
            known = sorted(BUILDERS)
            raise NotFound(f"no kind of page {kind!r}", id=f"tidak ada jenis halaman {kind!r}", choices=known)
        if kind in _CHECKED:
            resolve(self.corpus, _CHECKED[kind], target)
        choices = _choices(self.corpus, kind)
        if choices and target not in choices:
            near = get_close_matches(target, choices, 4, 0.4) or choices
            raise NotFound(f"no {kind} {target!r}", id=f"tidak ada {kind} {target!r}", choices=near)
        for name in _TABLES.get(kind, ("instruments",)):
            self.env.note_dependency(f"{DATA}/{name.format(text=target.partition('/')[0])}.tsv")
        if kind in _OWN_TABLES:
            self.env.note_dependency(os.path.join(os.path.dirname(__file__), f"{_OWN_TABLES[kind]}.tsv"))
        domain = cast("LawDomain", self.env.get_domain("law"))
        return list(BUILDERS[kind](Page(self.corpus, domain, target)))


def _choices(corpus: Corpus, kind: str) -> list[str]:
    """Return what a kind of page may be about, where that is a short list."""
    from electlaw.sphinx import codes, parameters, rulebook, topics

    if kind in ("family", "parameter-list"):
        return list(parameters.families(corpus))
    if kind == "kind":
        return [row["kind"] for row in corpus.all("kinds")]
    found = {"codes": list(codes.GROUPS), "rules": list(rulebook.families()), "topic": list(topics.topics())}
    return found.get(kind, [])


class ProvisionDirective(LawDirective):
    """``.. law:provision:: REF``: a place on the day ``on``, or all its versions; ``dates`` adds the date control."""

    def build(self) -> list[nodes.Node]:
        """Return the place."""
        from electlaw.refs import Ref, cite_place
        from electlaw.sphinx.provisions import date_bar, place_block, place_on
        from electlaw.sphinx.timeline import place_days

        place, _ = resolve(self.corpus, "pasal", self.arguments[0])
        ref = Ref(place)
        if "on" in self.options:
            known = self.options.get("known", self.on)
            return [place_on(self.corpus, place, self.on, known)]
        block = place_block(self.corpus, ref.instrument, ref.path, label=cite_place(ref.path), anchored=False)
        if "dates" not in self.options:
            return [block]
        return [date_bar(place_days(self.corpus, [place])), block]


class ParameterDirective(LawDirective):
    """``.. law:parameter:: KEY``: the history of a parameter, with a chart where its values are numbers."""

    def build(self) -> list[nodes.Node]:
        """Return chart and table."""
        from electlaw.sphinx.parameters import parameter_history

        key, _ = resolve(self.corpus, "parameter", self.arguments[0])
        return parameter_history(self.corpus, key)


class GraphDirective(LawDirective):
    """``.. law:graph:: REF``: an instrument among those that amend, repeal, ratify or test it, as a drawing."""

    def build(self) -> list[nodes.Node]:
        """Return the drawing; nothing for an instrument without relations."""
        from electlaw.sphinx.instruments import relation_graph

        id, _ = resolve(self.corpus, "instrument", self.arguments[0])
        drawing = relation_graph(self.corpus, id)
        return [drawing] if drawing is not None else []


class TimelineDirective(LawDirective):
    """``.. law:timeline:: EVENT``: the stages of an event as they stood on the day ``on``, for one ``region``."""

    def build(self) -> list[nodes.Node]:
        """Return drawing and table."""
        from electlaw.sphinx.regions import timeline_block

        event, _ = resolve(self.corpus, "event", self.arguments[0])
        return timeline_block(self.corpus, event, self.on, self.options.get("region", ""))


class MatrixDirective(LawDirective):
    """``.. law:matrix:: [STAGE]``: who has which role ``on`` a day, at a ``kind`` of election, in a ``region``."""

    required_arguments = 0
    optional_arguments = 1

    def build(self) -> list[nodes.Node]:
        """Return the matrix as a table."""
        from electlaw.sphinx.institutions import matrix_block

        stage = self.arguments[0] if self.arguments else ""
        kind = self.options.get("kind", "pilkada")
        return [matrix_block(self.corpus, self.on, kind, stage, self.options.get("region", ""))]


class BriefDirective(LawDirective):
    """``.. law:brief:: REGION``: the brief of a region on the day ``on``, as ``known`` on another."""

    def build(self) -> list[nodes.Node]:
        """Return the parts of the brief."""
        from electlaw.brief import brief
        from electlaw.law import at
        from electlaw.sphinx.briefs import brief_block

        law = at(self.on, self.options.get("known"), corpus=self.corpus)
        prefix = nodes.make_id(f"brief-{self.arguments[0]}-{self.on}")
        return list(brief_block(self.corpus, brief(self.arguments[0], law), prefix))


class FactsDirective(LawDirective):
    """``.. law:facts::``: the facts of each table by how far they were verified."""

    required_arguments = 0

    def build(self) -> list[nodes.Node]:
        """Return the table."""
        from electlaw.facts import facts
        from electlaw.sphinx.examples import name_of
        from electlaw.sphinx.markup import both, el, table

        found = facts(self.corpus)
        rows: list[list[object]] = []
        for count in (*found.counts, found.sum):
            figures = (count.text, count.report, count.recall, count.with_open_fields, count.total)
            name = name_of("table", count.table)
            rows.append(
                [[el("span", both(name.en, name.id), title=count.table)], *(f"{number:,}" for number in figures)]
            )
        rows[-1][0] = both("All tables", "Semua tabel")
        heads = (
            both("Table", "Tabel"),
            both("Read in the legal text", "Dibaca dalam naskah"),
            both("Secondary source", "Sumber sekunder"),
            both("Not yet confirmed", "Belum dikonfirmasi"),
            both("With open fields", "Ada isian terbuka"),
            both("All", "Semua"),
        )
        return [table(heads, rows)]


class LanguageDirective(SphinxDirective):
    """``.. law:lang:: id``: content shown when the reader's switch stands on that language."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the content in a marked block."""
        from electlaw.sphinx.markup import el

        lang = directives.choice(self.arguments[0], ("id", "en"))
        return [el("div", self.parse_content_to_nodes(), class_=f"l-{lang}", lang=lang)]


class CardsDirective(SphinxDirective):
    """``.. law:cards::``: links as cards, one a line: ``page  Nama ; Name ; tentang ; about``."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the cards."""
        from electlaw.sphinx.markup import both, doc_link, el

        cards = []
        for line in self.content:
            docname, _, rest = line.strip().partition(" ")
            name_id, name_en, about_id, about_en = (part.strip() for part in rest.split(";"))
            head = doc_link(docname, el("strong", both(name_en, name_id)))
            cards.append(el("li", head, el("p", both(about_en, about_id))))
        return [el("ul", cards, class_="el-cards")]


def add_directives(app: Sphinx) -> None:
    """Register the directives of the domain."""
    found: dict[str, type[SphinxDirective]] = {
        "brief": BriefDirective,
        "cards": CardsDirective,
        "facts": FactsDirective,
        "graph": GraphDirective,
        "lang": LanguageDirective,
        "matrix": MatrixDirective,
        "page": PageDirective,
        "parameter": ParameterDirective,
        "provision": ProvisionDirective,
        "timeline": TimelineDirective,
    }
    for name, directive in found.items():
        app.add_directive_to_domain("law", name, directive)
