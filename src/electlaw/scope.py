"""To whom and to what an act applies: conditions on a subject, answered yes, no or unknown.

A subject is a mapping such as ``{"office": "governor", "region": "74", "event": "pilkada-2024",
"electorate": 1_800_000}``. A condition on something the subject does not state is neither met nor failed.
"""

from __future__ import annotations

import re

import attrs

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EVERYONE", "Condition", "Scope", "Subject", "derived", "scope"]

#: What a question is about: names to words or whole numbers.
Subject = "Mapping[str, str | int]"

_CONDITION = r"([a-z][a-z_]*)\s*(!=|<=|>=|=|<|>)\s*(\S+)"


@attrs.frozen(repr=False)
class Condition:
    """One comparison, ``electorate<=2000000`` or ``region=91|92``."""

    name: str
    operator: str
    values: tuple[str, ...]

    def holds(self, subject: Mapping[str, str | int]) -> bool | None:
        """Whether the subject meets it; None if the subject does not say."""
        stated = subject.get(self.name)
        if stated is None:
            return None
        operator = self.operator
        if operator == "=":
            return self._among(str(stated))
        if operator == "!=":
            return not self._among(str(stated))
        number, bound = int(stated), int(self.values[0])
        if operator == "<=":
            return number <= bound
        if operator == "<":
            return number < bound
        return number >= bound if operator == ">=" else number > bound

    def _among(self, stated: str) -> bool:
        if stated in self.values:
            return True
        return self.name == "region" and any(stated.startswith(f"{value}.") for value in self.values)

    def apart_from(self, other: Condition) -> bool:
        """Whether no subject can meet both; conditions on different names never exclude each other."""
        if self.name != other.name:
            return False
        if self.operator == other.operator == "=":
            one_within = any(map(other._among, self.values))
            return not (one_within or (self.name == "region" and any(map(self._among, other.values))))
        for one, two in ((self, other), (other, self)):
            if one.operator == "=":
                return not any(two.holds({one.name: value}) for value in one.values)
        if "!=" in (self.operator, other.operator):
            return False
        low = max((item._least for item in (self, other)), default=0)
        high = min((item._most for item in (self, other)), default=0)
        return low > high

    @property
    def _least(self) -> int:
        bound = int(self.values[0])
        return {">": bound + 1, ">=": bound}.get(self.operator, 0)

    @property
    def _most(self) -> int:
        bound = int(self.values[0])
        return {"<": bound - 1, "<=": bound}.get(self.operator, 10**18)

    def __repr__(self) -> str:
        return f"<Condition {self}>"

    def __str__(self) -> str:
        return f"{self.name}{self.operator}{'|'.join(self.values)}"


@attrs.frozen(repr=False)
class Scope:
    """All conditions an act names; with none it applies to everyone."""

    conditions: tuple[Condition, ...]
    _text: str = attrs.field(init=False, eq=False, repr=False)
    _parts: frozenset[str] = attrs.field(init=False, eq=False, repr=False)
    #: Whether it is confined to regions, and so stands above the general rule there.
    special: bool = attrs.field(init=False, eq=False, repr=False)

    @_text.default
    def _written(self) -> str:
        return "; ".join(map(str, self.conditions))

    @_parts.default
    def _written_parts(self) -> frozenset[str]:
        return frozenset(map(str, self.conditions))

    @special.default
    def _confined(self) -> bool:
        return any(item.name == "region" and item.operator == "=" for item in self.conditions)

    def fits(self, subject: Mapping[str, str | int]) -> bool | None:
        """Whether the subject meets every condition; None if that depends on what it does not state."""
        answer: bool | None = True
        for condition in self.conditions:
            holds = condition.holds(subject)
            if holds is False:
                return False
            if holds is None:
                answer = None
        return answer

    def implies(self, other: Scope) -> bool:
        """Whether whoever meets this scope surely meets `other`: all its conditions stand here too."""
        return other._parts <= self._parts

    def apart_from(self, other: Scope) -> bool:
        """Whether no subject can meet both."""
        return any(one.apart_from(two) for one in self.conditions for two in other.conditions)

    def missing(self, subject: Mapping[str, str | int]) -> tuple[str, ...]:
        """Return the names the subject would have to state for a sure answer."""
        return tuple(dict.fromkeys(item.name for item in self.conditions if item.name not in subject))

    def __bool__(self) -> bool:
        return bool(self.conditions)

    def __repr__(self) -> str:
        return f"scope({self._text!r})"

    def __str__(self) -> str:
        return self._text


#: Applies to everyone.
EVERYONE = Scope(())

_read: dict[str, Scope] = {"": EVERYONE}


def scope(text: str) -> Scope:
    """Read conditions as the tables write them, ``office=governor; electorate<=2000000``.

    >>> scope("office=governor; electorate<=2000000").fits({"office": "governor", "electorate": 2_000_000})
    True
    """
    try:
        return _read[text]
    except KeyError:
        pass
    conditions = []
    for part in text.split(";"):
        match = re.fullmatch(_CONDITION, part.strip())
        if not match:
            raise Invalid(
                f"{part.strip()!r} is no condition (name=value)",
                id=f"{part.strip()!r} bukan syarat (nama=nilai)",
            )
        name, operator, value = match.groups()
        values = tuple(value.split("|"))
        if operator not in ("=", "!=") and not (len(values) == 1 and values[0].isdigit()):
            raise Invalid(
                f"{part.strip()!r}: {operator} compares with one whole number",
                id=f"{part.strip()!r}: {operator} membandingkan dengan satu bilangan bulat",
            )
        conditions.append(Condition(name, operator, values))
    return _read.setdefault(text, Scope(tuple(conditions)))


def derived(subject: Mapping[str, str | int]) -> dict[str, str | int]:
    """Complete a subject with what follows from it: ``event="pilkada-2024"`` is of kind pilkada, cycle 2024."""
    full = {name: value for name, value in subject.items() if value is not None}
    event = full.get("event")
    if isinstance(event, str):
        kind, _, _ = event.partition("-")
        year = re.search(r"\d{4}", event)
        full.setdefault("kind", kind)
        if year:
            full.setdefault("cycle", int(year[0]))
    return full
