"""Parameters: the exact value the law sets at a moment, for a subject, and the act that set it."""

from __future__ import annotations

from fractions import Fraction

import attrs

from electlaw.acts import Setting
from electlaw.corpus import Corpus
from electlaw.errors import Invalid, NotFound
from electlaw.fold import Painted, paint
from electlaw.places import fold_place
from electlaw.refs import Ref
from electlaw.snapshot import Basis, Moment
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.tables import Row

__all__ = ["Value", "readable", "value"]


@attrs.frozen(repr=False)
class Value(Shown):
    """A parameter at one moment for one subject: an exact value, its unit and what it rests on."""

    key: str
    moment: Moment
    #: ``set``, ``unset`` (the law has no such value), ``not_yet``, or ``unknown`` (see `needs`; with none missing,
    #: the law governs it but what it says could not be read).
    state: str
    #: Whole number, exact fraction (percentages as hundredths: 8.5 % is 17/200), truth value or word; None unless set.
    value: int | Fraction | bool | str | None
    unit: str
    _painted: Painted[Setting] = attrs.field(eq=False)
    _corpus: Corpus = attrs.field(eq=False)

    @property
    def act(self) -> Setting | None:
        """The act that set it."""
        return self._painted.winner

    @property
    def stated(self) -> str:
        """The value as the table writes it, ``8.5``."""
        return self.act.value if self.act is not None and self.state == "set" else ""

    @property
    def bracket(self) -> str:
        """The conditions under which the act sets this value, ``office=governor; electorate<=2000000``."""
        return str(self.act.scope) if self.act is not None else ""

    @property
    def provisions(self) -> tuple[str, ...]:
        """The places it rests on."""
        return self.act.provisions if self.act is not None else ()

    @property
    def restated_by(self) -> tuple[str, ...]:
        """Laws that gave the places it rests on their present text after it was set: they carry the value now."""
        act = self.act
        if act is None:
            return ()
        found = []
        for stated in self.provisions:
            place = self._corpus.place_of(Ref(stated))
            content = fold_place(self._corpus, place, self.moment).content
            again = paint(self._corpus.place(place).restated, self.moment.on, self.moment.known).winner
            texts = [text for text in (content, again) if text is not None]
            last = max(texts, key=lambda text: text.sort_key, default=None)
            if last is not None and last.by != act.by and last.known.earliest > act.known.latest:
                found.append(last.by)
        return tuple(dict.fromkeys(found))

    def get(self, column: str) -> str:
        """Return a further column of the row that sets it (``comparator``, ``base`` …), or an empty text."""
        return self.act.row.get(column, "") if self.act is not None else ""

    @property
    def doubts(self) -> tuple[Setting, ...]:
        """Acts that would give another value if a missing input said so."""
        return self._painted.doubts

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the inputs that would settle the doubts."""
        return tuple(dict.fromkeys(n for act in self.doubts for n in act.scope.missing(self.moment.subject)))

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The act it rests on."""
        return (Basis.of(self.act),) if self.act is not None else ()

    @property
    def verified(self) -> str:
        """How far the value was verified."""
        return self.act.verified if self.act is not None else "recall"

    @property
    def projected(self) -> bool:
        """Whether the question reaches past the data's cut-off."""
        return self.moment.projected

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data; the value as the table writes it."""
        return {
            "key": self.key,
            "state": self.state,
            "value": self.stated or None,
            "unit": self.unit,
            "bracket": self.bracket,
            "provisions": list(self.provisions),
            "restated_by": list(self.restated_by),
            "needs": list(self.needs),
            "basis": [item.to_json() for item in self.basis],
            "verified": self.verified,
        }

    def __repr__(self) -> str:
        shown = f"{self.stated} {self.unit}".strip() if self.state == "set" else self.state
        return f"<Value {self.key} on {self.moment.on}: {shown}>"


def value(corpus: Corpus, key: str, moment: Moment) -> Value:
    """Answer what a parameter is at a moment; raises `NotFound` for an unknown key, with the nearest ones.

    An answer that depends on an input the subject does not state is ``unknown`` and names it in `needs`; but a
    question that names no region or election gets the general rule, with what is set for some regions or elections by
    name among its `doubts`.
    """
    if not isinstance(key, str):
        raise Invalid(f"{key!r} is no key of a parameter", id=f"{key!r} bukan kunci parameter")
    row = corpus.row("parameter-keys", key)
    if row is None:
        from difflib import get_close_matches

        near = get_close_matches(key, corpus.parameter_keys(), 4, 0.4)
        raise NotFound(f"no parameter {key!r}", id=f"tidak ada parameter {key!r}", choices=near)
    painted = paint(corpus.settings(key), moment.on, moment.known, moment.subject)
    winner = painted.winner
    general = [act for act in painted.doubts if not _for_others(act, moment)]
    if painted.doubts and (winner is None or any(act.value != winner.value for act in general)):
        return Value(key, moment, "unknown", None, "", painted, corpus)
    if winner is None:
        later = any(
            (act.known.earliest > moment.known or act.span.start.earliest > moment.on)
            and act.scope.fits(moment.subject) is not False
            for act in corpus.settings(key)
        )
        return Value(key, moment, "not_yet" if later else "unset", None, "", painted, corpus)
    if winner.op == "unset":
        return Value(key, moment, "unset", None, "", painted, corpus)
    if not winner.value:
        return Value(key, moment, "unknown", None, "", painted, corpus)
    return Value(
        key, moment, "set", _typed(winner.value, row["type"]), winner.unit or row.get("unit", ""), painted, corpus
    )


def _for_others(act: Setting, moment: Moment) -> bool:
    """Whether an act is confined to regions or elections by name, and the question names none."""
    return any(
        item.operator == "=" and item.name in ("region", "event") and item.name not in moment.subject
        for item in act.scope.conditions
    )


def _typed(text: str, type: str) -> int | Fraction | bool | str:
    if type == "share":
        return Fraction(text) if "/" in text else Fraction(text) / 100
    if type == "boolean":
        return text == "true"
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return Fraction(text)
    except ValueError:
        return text


def readable(text: str, key: Row) -> bool:
    """Whether a value is of the form its key documents (``parameter-keys.tsv``)."""
    if key["type"] in ("word", "boolean"):
        return text in (key["values"].split() or ("true", "false"))
    if key["type"] not in ("share", "integer", "money", "duration", "fraction"):
        return True
    try:
        return Fraction(text) >= 0
    except (ValueError, ZeroDivisionError):
        return False
