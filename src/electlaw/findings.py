"""A finding: what a rule, or the checker of texts, says of one thing, with the right fact and its basis.

One class serves both. A finding on a text has a span; a finding on a case has the name of the field it judges.
Each code is documented once, in `CODES` of the module that raises it.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["OUTCOMES", "SEVERITIES", "Finding", "Ground", "Said", "made"]

#: What a rule may answer, from worst to best; a finding on a text has none.
OUTCOMES = ("fail", "undetermined", "pass", "not_applicable")

#: From gravest to lightest; the first letter of a code repeats it.
SEVERITIES = ("error", "warning", "info")
_LETTERS = {"E": "error", "W": "warning", "I": "info"}


@attrs.frozen
class Ground(Shown):
    """One thing a finding rests on: a place or an instrument, and how far it was verified."""

    ref: str
    #: ``text``, ``report``, ``recall``, or ``calendar`` for what the calendar alone settles.
    verified: str

    def to_json(self) -> dict[str, str]:
        """Return the ground as plain data, under ``place`` or ``instrument``."""
        return {"place" if "/" in self.ref else "instrument": self.ref, "verified": self.verified}


class Said:
    """A message in both languages, worded only when it is read; equal to any text that reads the same."""

    __slots__ = ("_values", "_words")

    def __init__(self, words: Callable[..., str], *values: object) -> None:
        """Keep ``words(lang, *values)`` for later."""
        self._words = words
        self._values = values

    def __getitem__(self, lang: str) -> str:
        """Return the message in ``"en"`` or ``"id"``."""
        return self._words("id" if lang == "id" else "en", *self._values)

    @property
    def en(self) -> str:
        """The English message."""
        return self["en"]

    @property
    def id(self) -> str:
        """The Indonesian message."""
        return self["id"]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Said | Text):
            return NotImplemented
        return self.en == other.en and self.id == other.id

    def __hash__(self) -> int:
        return hash(self.en)

    def __repr__(self) -> str:
        return f"<{self.en}>"


@attrs.frozen(weakref_slot=False)
class Finding(Shown):
    """What was found, where, and what is right.

    ``message`` holds both languages: ``finding.message["id"]``, ``finding.message["en"]``.
    """

    code: str
    message: Text | Said
    #: The right fact, as data; its keys depend on the code.
    fact: dict[str, object] = attrs.field(factory=dict, hash=False)
    basis: tuple[Ground, ...] = ()
    #: Offsets in the text, in code points; None for a finding on a case.
    start: int | None = None
    end: int | None = None
    #: The field of the case the finding is about; empty for a finding on a text.
    field: str = ""
    #: What should stand in place of the span, where that is certain.
    corrected: str | None = None
    #: The rule that made it and one of `OUTCOMES`; empty for a finding on a text.
    rule: str = ""
    outcome: str = ""
    #: Case fields an undetermined finding lacks.
    needs: tuple[str, ...] = ()
    #: The readings of a question the law leaves open, each with the outcome it leads to.
    readings: tuple[tuple[str, Text], ...] = ()
    #: What an authority is known to have done otherwise under the same law.
    practice: Text | None = None
    #: The findings a combined finding was made of.
    parts: tuple[Finding, ...] = attrs.field(default=(), hash=False)

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``info``."""
        return _LETTERS[self.code[0]]

    def to_json(self) -> dict[str, object]:
        """Return the finding as plain data."""
        item: dict[str, object] = {"code": self.code, "severity": self.severity}
        if self.start is not None:
            item["start"], item["end"] = self.start, self.end
        if self.field:
            item["field"] = self.field
        if self.rule:
            item["rule"], item["outcome"], item["needs"] = self.rule, self.outcome, list(self.needs)
        item["message"] = {"id": self.message["id"], "en": self.message["en"]}
        item["fact"] = dict(self.fact)
        if self.corrected is not None:
            item["corrected"] = self.corrected
        item["basis"] = [ground.to_json() for ground in self.basis]
        if self.readings:
            item["readings"] = [{"outcome": end, "id": text["id"], "en": text["en"]} for end, text in self.readings]
        if self.practice is not None:
            item["practice"] = {"id": self.practice["id"], "en": self.practice["en"]}
        if self.parts:
            item["parts"] = [part.to_json() for part in self.parts]
        return item


#: A finding still open to be set: the same slots, not frozen.
_Open = attrs.make_class(
    "_Open",
    {item.name: attrs.field(default=item.default) for item in attrs.fields(Finding)},
    bases=(Shown,),
    slots=True,
    weakref_slot=False,
    eq=False,
    repr=False,
)


def made(*fields: Any) -> Finding:
    """Return a finding of these fields in their order, in a third of the time the frozen class takes to set them."""
    item: Any = _Open(*fields)
    item.__class__ = Finding
    return item  # type: ignore[no-any-return]
