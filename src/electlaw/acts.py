"""The algebra of the log: instruments and what they assert.

Every act has three coordinates that are never confused: since when the public could know it (`known`), on
which days it is law (`span`), and to whom or what it applies (`scope`).
"""

from __future__ import annotations

import attrs

from electlaw.dates import ALWAYS, UNKNOWN, Span, When
from electlaw.scope import EVERYONE, Scope
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.tables import Row

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
class Text(Shown):
    """A text in both languages of the library."""

    en: str = ""
    id: str = ""

    def __getitem__(self, lang: str) -> str:
        """Return the text in ``"en"`` or ``"id"``, or in the other language where that is all there is."""
        return (self.id or self.en) if lang == "id" else (self.en or self.id)

    def __bool__(self) -> bool:
        return bool(self.en or self.id)


NO_TEXT = Text()


@attrs.frozen(repr=False, slots=False)
class Instrument(Shown):
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


@attrs.frozen(eq=False, repr=False, slots=False)
class Act(Shown):
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
    #: The act as its table has it; what a fold does not need is read from here when asked for.
    row: Row = attrs.field(factory=dict)

    @property
    def source(self) -> str:
        """Id of the source it was read in."""
        return self.row.get("source", "")

    @property
    def verified(self) -> str:
        """How far it was verified: one of `VERIFIED`."""
        return self.row.get("verified", "recall")

    @property
    def note(self) -> str:
        """The editor's remark, written with hindsight; no answer shows it."""
        return self.row.get("note", "")

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
        return (self.scope.special, self.known.latest, self.order)


#: Operations after which a place holds no content.
ENDS = frozenset({"repeal", "repeals"})


class Put(Act):
    """An act on a place: it enacts, inserts, amends, restates, renumbers or repeals."""

    __slots__ = ()

    @property
    def heading(self) -> Text:
        """What the pasal is about."""
        row = self.row
        return Text(row["heading"], row["heading_id"]) if row["heading"] else NO_TEXT

    @property
    def text(self) -> Text:
        """The content in our own words; empty where the act says nothing new."""
        row = self.row
        return Text(row["en"], row["id"]) if row["en"] else NO_TEXT

    @property
    def moved(self) -> str:
        """The place the content comes from or goes to, if the act moves it."""
        moved, text = self.row["moved"], self.target.partition("/")[0]
        return moved if not moved or moved.startswith(f"{text}/") else f"{text}/{moved}"

    @property
    def refers(self) -> tuple[str, ...]:
        """Places the content refers to, as the table writes them."""
        refers = self.row["refers"]
        return tuple(refers.split(",")) if refers else ()

    @property
    def ends(self) -> bool:
        """Whether the place holds no content after it."""
        return self.op in ENDS


class Holding(Act):
    """What a ruling does to a place; `op` is its form (``struck``, ``read_as``, ``holding`` …)."""

    __slots__ = ()

    @property
    def text(self) -> Text:
        """What it decided, in our own words."""
        return Text(self.row["en"], self.row["id"])

    @property
    def declares(self) -> bool:
        """Whether it says what the law meant all along."""
        return self.row["force"] == "declares"


class Setting(Act):
    """A value of a parameter set, or unset, by one act for one subject."""

    __slots__ = ()

    @property
    def value(self) -> str:
        """The value as written, ``8.5``; empty where it is unset or unknown."""
        return self.row["value"]

    @property
    def unit(self) -> str:
        """What the value counts, where it is not the parameter's usual unit."""
        return self.row["unit"]

    @property
    def provisions(self) -> tuple[str, ...]:
        """The places the value rests on."""
        stated = self.row["provision"]
        return tuple([part.strip() for part in stated.split(",")]) if stated else ()


class Relation(Act):
    """What one instrument does to another as a whole: amends, ratifies, repeals, revives."""

    __slots__ = ()

    @property
    def detail(self) -> str:
        """What it changes there: the places it names, or a short remark."""
        return self.row["detail"]
