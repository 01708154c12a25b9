"""The algebra of the log: instruments and what they assert.

Every act has three coordinates that are never confused: since when the public could know it (`known`), on
which days it is law (`span`), and to whom or what it applies (`scope`).
"""

from __future__ import annotations

import attrs

from electlaw.dates import ALWAYS, UNKNOWN, Span, When
from electlaw.scope import EVERYONE, Scope
from electlaw.views import Plain

__all__ = [
    "ENDS",
    "VERIFIED",
    "Act",
    "Holding",
    "Instrument",
    "Put",
    "Relation",
    "Setting",
    "Text",
    "weakest",
]

#: How far a fact was verified, from best to weakest.
VERIFIED = ("text", "report", "recall")


def weakest(grades: list[str]) -> str:
    """Return the weakest of several verification grades; ``recall`` if there is none."""
    return max(grades, key=VERIFIED.index) if grades else "recall"


@attrs.frozen
class Text(Plain):
    """A text in both languages of the library."""

    en: str = ""
    id: str = ""

    def __getitem__(self, lang: str) -> str:
        """Return the text in ``"en"`` or ``"id"``, or in the other language where that is all there is."""
        return (self.id or self.en) if lang == "id" else (self.en or self.id)

    def __bool__(self) -> bool:
        return bool(self.en or self.id)


@attrs.frozen(repr=False)
class Instrument:
    """A statute, regulation, decree or ruling: the only thing that asserts law."""

    id: str
    kind: str
    number: str
    year: str
    title: str
    enacted: str = ""
    known: When = UNKNOWN
    span: Span = ALWAYS
    order: int = 0
    gazette: str = ""
    supplement: str = ""
    status: str = "stub"
    source: str = ""
    verified: str = "recall"
    unverified: tuple[str, ...] = ()
    note: str = ""

    def __repr__(self) -> str:
        return f"<Instrument {self.id}>"


@attrs.frozen(eq=False, repr=False)
class Act:
    """One assertion of one instrument about one target.

    Two acts are equal if they assert the same, whichever reading of the log they come from.
    """

    target: str
    by: str
    op: str
    known: When
    span: Span
    scope: Scope = EVERYONE
    #: Position among the acts of one day; acts are painted in this order.
    order: tuple[int, str, int] = (0, "", 0)
    source: str = ""
    verified: str = "recall"
    #: The editor's remark, written with hindsight; no answer shows it.
    note: str = ""

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, field.name) == getattr(other, field.name) for field in attrs.fields(type(self)))

    def __hash__(self) -> int:
        return hash((self.target, self.by, self.op, self.order))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.op} {self.target} by {self.by}, known {self.known}>"

    @property
    def sort_key(self) -> tuple[bool, str, tuple[int, str, int]]:
        """The order of painting: the general before the special, the earlier known before the later."""
        scope = self.scope
        return (scope.special if scope.conditions else False, self.known.latest, self.order)


#: Operations after which a place holds no content.
ENDS = frozenset({"repeal", "repeals"})


@attrs.frozen(eq=False, repr=False)
class Put(Act):
    """An act on a place: it enacts, inserts, amends, restates, renumbers or repeals."""

    heading: Text = Text()
    text: Text = Text()
    moved: str = ""
    refers: tuple[str, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether the place holds no content after it."""
        return self.op in ENDS


@attrs.frozen(eq=False, repr=False)
class Holding(Act):
    """What a ruling does to a place; `op` is its form (``struck``, ``read_as``, ``holding`` …)."""

    text: Text = Text()
    #: Whether it says what the law meant all along.
    declares: bool = False


@attrs.frozen(eq=False, repr=False)
class Setting(Act):
    """A value of a parameter set, or unset, by one act for one subject."""

    value: str = ""
    unit: str = ""
    provisions: tuple[str, ...] = ()
    #: Further columns of the table, as pairs.
    extra: tuple[tuple[str, str], ...] = ()


@attrs.frozen(eq=False, repr=False)
class Relation(Act):
    """What one instrument does to another as a whole: amends, ratifies, repeals, revives."""

    detail: str = ""
