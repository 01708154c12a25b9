"""The Sphinx domain ``law``: roles for places, instruments, rulings, regions and more, and where each is described.

Targets are canonical ids, so a reference made through any law of an amendment chain leads to the one place, also
from another project through intersphinx (which must load this extension to know the domain).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.util import logging
from sphinx.util.docutils import ReferenceRole
from sphinx.util.nodes import make_refnode

from electlaw.errors import ElectlawError, NotFound
from electlaw.refs import Ref, cite, parse
from electlaw.sphinx.markup import both

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from docutils.nodes import Element, Node, system_message
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from electlaw.corpus import Corpus

__all__ = ["LawDomain", "LawRole", "corpus_of", "resolve"]

logger = logging.getLogger(__name__)

_corpora: dict[tuple[str, ...], Corpus] = {}


def corpus_of(env: BuildEnvironment) -> Corpus:
    """Return the log the site is about: the built-in one with the packs of ``electlaw_packs`` over it."""
    packs = tuple(env.config.electlaw_packs)
    if packs not in _corpora:
        from electlaw.corpus import builtin
        from electlaw.packs import pack

        found = builtin()
        _corpora[packs] = found.extended(*(pack(path) for path in packs)) if packs else found
    return _corpora[packs]


def resolve(corpus: Corpus, type: str, text: str) -> tuple[str, str]:
    """Return the canonical target a role's text means and the official form to show.

    Raises `ElectlawError` with the nearest valid choices for what does not exist.
    """
    return _RESOLVERS[type](corpus, text)


def _pasal(corpus: Corpus, text: str) -> tuple[str, str]:
    from electlaw.corpus import DATA_AS_OF
    from electlaw.errors import Invalid
    from electlaw.provisions import provision
    from electlaw.snapshot import Moment

    ref = parse(text, names=corpus.name)
    if not ref.path:
        raise Invalid(f"{text!r} names no pasal", id=f"{text!r} tidak menyebut pasal")
    found = provision(corpus, ref, Moment(DATA_AS_OF, DATA_AS_OF))
    if found.state == "not_found":
        near = [cite(place, short=True) for place in found.nearest]
        raise NotFound(f"{cite(ref, short=True)} never existed", id=f"{cite(ref)} tidak pernah ada", choices=near)
    return str(found.place), cite(ref)


def _instrument(corpus: Corpus, text: str) -> tuple[str, str]:
    from electlaw.corpus import unknown_instrument

    ref = parse(text, names=corpus.name)
    found = corpus.instrument(corpus.settled(ref.instrument))
    if found is None:
        raise unknown_instrument(corpus, ref.instrument)
    return found.id, cite(found.id)


def _region(corpus: Corpus, text: str) -> tuple[str, str]:
    from electlaw.regions import region

    found = region(text, corpus=corpus)
    return found.key, found.full_name


def _keyed(corpus: Corpus, table: str, column: str, text: str) -> str:
    from difflib import get_close_matches

    if corpus.rows(table, text):
        return text
    keys = list(dict.fromkeys(row[column] for row in corpus.all(table)))
    near = get_close_matches(text, keys, 4, 0.4)
    raise NotFound(f"no {column} {text!r}", id=f"tidak ada {column} {text!r}", choices=near)


def _parameter(corpus: Corpus, text: str) -> tuple[str, str]:
    key = _keyed(corpus, "parameter-keys", "key", text)
    return key, corpus.rows("parameter-keys", key)[0]["en"]


def _event(corpus: Corpus, text: str) -> tuple[str, str]:
    key = _keyed(corpus, "events", "id", text)
    return key, corpus.rows("events", key)[0]["name_id"]


def _institution(corpus: Corpus, text: str) -> tuple[str, str]:
    from electlaw.institutions import institution_key
    from electlaw.institutions.acts import log

    key = text if text in log(corpus).bodies else institution_key(text, corpus=corpus)
    named = log(corpus).named(key, "official")
    return key, named[-1].row["name"] if named else key


def _rule(_corpus: Corpus, text: str) -> tuple[str, str]:
    from electlaw import rules

    return text, rules.rule(text).title.en


def _code(_corpus: Corpus, text: str) -> tuple[str, str]:
    from difflib import get_close_matches

    from electlaw import rules
    from electlaw.sphinx.examples import titles

    known = {*titles(), *(f"{letter}{rule.number}" for rule in rules.all() for letter in "EWI")}
    if text.upper() in known:
        return text.upper(), text.upper()
    near = get_close_matches(text.upper(), sorted(known), 4, 0.4)
    raise NotFound(f"no code {text!r}", id=f"tidak ada kode {text!r}", choices=near)


#: Kinds of objects whose title in the inventory is English: no hint for who reads Indonesian.
ENGLISH_TITLES = frozenset({"parameter", "rule", "code"})

_RESOLVERS = {
    "code": _code,
    "pasal": _pasal,
    "instrument": _instrument,
    "ruling": _instrument,
    "region": _region,
    "parameter": _parameter,
    "event": _event,
    "institution": _institution,
    "rule": _rule,
}


def in_both(corpus: Corpus, type: str, target: str) -> tuple[str, str] | None:
    """Return the English and the Indonesian name of what is shown by a name that is translated."""
    if type == "parameter":
        row = corpus.rows("parameter-keys", target)[0]
        return row["en"], row["id"]
    if type == "event":
        row = corpus.rows("events", target)[0]
        return row["en"], row["name_id"]
    if type == "rule":
        from electlaw import rules

        title = rules.rule(target).title
        return title.en, title.id
    return None


class LawRole(ReferenceRole):
    """A role such as ``:law:pasal:`Pasal 7 ayat (2) UU 10/2016```.

    The official citation is shown unless a title is given; a leading ``~`` shows the short form.
    """

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return a cross-reference, or a literal and a warning with the nearest choices for an unknown target."""
        _, _, type = self.name.rpartition(":")
        short = self.target.startswith("~")
        asked = self.target.lstrip("~").strip()
        try:
            target, official = resolve(corpus_of(self.env), type, asked)
        except ElectlawError as error:
            logger.warning("law:%s: %s", type, error, location=self.get_location(), type="law", subtype=type)
            return [nodes.literal(self.rawtext, self.title)], []
        shown = self.title if self.has_explicit_title else _short(type, asked, official) if short else official
        named = None if self.has_explicit_title else in_both(corpus_of(self.env), type, target)
        content = both(*named) if named else [nodes.Text(shown)]
        reference = addnodes.pending_xref(
            self.rawtext,
            nodes.inline("", "", *content, classes=["law", f"law-{type}"]),
            refdomain="law",
            reftype=type,
            reftarget=target,
            refexplicit=self.has_explicit_title,
            refwarn=False,
            refdoc=self.env.docname,
        )
        self.set_source_info(reference)
        return [reference], []


def _short(type: str, asked: str, official: str) -> str:
    return cite(parse(asked), short=True) if type in ("pasal", "instrument", "ruling") else official


class LawDomain(Domain):
    """Places, instruments, rulings, parameters, regions, events and institutions of Indonesian election law."""

    name = "law"
    label = "Law"
    object_types: ClassVar[dict[str, ObjType]] = {
        "provision": ObjType("provision", "pasal"),
        "instrument": ObjType("instrument", "instrument", "ruling"),
        "parameter": ObjType("parameter", "parameter"),
        "region": ObjType("region", "region"),
        "event": ObjType("event", "event"),
        "institution": ObjType("institution", "institution"),
        "rule": ObjType("rule", "rule"),
        "code": ObjType("code", "code"),
    }
    roles: ClassVar[dict[str, LawRole]] = {type: LawRole() for type in _RESOLVERS}  # type: ignore[assignment]
    initial_data: ClassVar[dict[str, dict[tuple[str, str], tuple[str, str, str]]]] = {"objects": {}}
    data_version = 1

    @property
    def objects(self) -> dict[tuple[str, str], tuple[str, str, str]]:
        """(type, id) to (document, anchor, title)."""
        found: dict[tuple[str, str], tuple[str, str, str]] = self.data["objects"]
        return found

    def note(self, type: str, id: str, anchor: str, title: str) -> None:
        """Say that the current document describes an object at `anchor` (empty: the page as a whole)."""
        self.objects[type, id] = (self.env.docname, anchor, title)

    def clear_doc(self, docname: str) -> None:
        """Forget what a document described."""
        for key in [key for key, value in self.objects.items() if value[0] == docname]:
            del self.objects[key]

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, object]) -> None:
        """Take over what a parallel reader found in `docnames`."""
        found = otherdata["objects"]
        assert isinstance(found, dict)
        self.objects.update({key: value for key, value in found.items() if value[0] in docnames})

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,  # noqa: ARG002
        contnode: Element,
    ) -> nodes.reference | None:
        """Return the link to the object, or to the nearest place that holds it."""
        if typ == "page" and target in env.found_docs:
            return make_refnode(builder, fromdocname, target, "", contnode)
        found = self._find(typ, target)
        if found is None:
            return None
        docname, anchor, title = found
        hint = None if typ in ENGLISH_TITLES else title
        return make_refnode(builder, fromdocname, docname, anchor, contnode, hint)

    def _find(self, role: str, target: str) -> tuple[str, str, str] | None:
        if role == "pasal":
            at: Ref | None = Ref(target)
            while at is not None:
                found = self.objects.get(("provision" if at.path else "instrument", str(at)))
                if found is not None:
                    return found
                at = at.parent
            return None
        return self.objects.get(("instrument" if role == "ruling" else role, target))

    def resolve_any_xref(
        self,
        env: BuildEnvironment,  # noqa: ARG002 (the interface of domains)
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,  # noqa: ARG002
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return what a bare canonical id may mean."""
        found = []
        for type, role in (("provision", "pasal"), ("instrument", "instrument"), ("parameter", "parameter")):
            if (type, target) in self.objects:
                docname, anchor, title = self.objects[type, target]
                reference = make_refnode(builder, fromdocname, docname, anchor, contnode, title)
                found.append((f"law:{role}", reference))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield every object for ``objects.inv``."""
        for (type, id), (docname, anchor, title) in self.objects.items():
            yield id, title, type, docname, anchor, 1 if type == "instrument" else 2
