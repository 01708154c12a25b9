"""What the law of a day threatens an offence with: prison, fines, their readings where the text leaves them open."""

from __future__ import annotations

from fractions import Fraction

import attrs

from electlaw.findings import Ground
from electlaw.rules.engine import grounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["MONTH", "Threat", "threat"]

#: The month of the criminal code, in days.
MONTH = 30


@attrs.frozen(kw_only=True)
class Threat:
    """What the law of one day threatens an offence with; prison in days, fines in rupiah."""

    on: str
    punishable: bool
    prison_min: int = 0
    #: The most, and the readings of it where they differ.
    prison_max: tuple[int, ...] = ()
    fine_min: int = 0
    fine_max: tuple[int, ...] = ()
    #: Whether prison and fine must both be imposed.
    both: bool = False
    category: str = ""
    #: Case fields without which the fine cannot be told.
    needs: tuple[str, ...] = ()
    basis: tuple[Ground, ...] = ()

    def harshness(self) -> tuple[int, ...]:
        """Return what may be compared: the higher the harsher."""
        return (self.prison_min, max(self.prison_max), self.fine_min, max(self.fine_max, default=0), int(self.both))


def threat(law: Law, name: str, *, corporation: bool = False, amount: int | None = None) -> Threat:
    """Return what the law of its day threatens an offence with (``pasal-187a/ayat-1``)."""
    names = ("prison_min", "prison_max", "fine_min", "fine_max", "link", "increase", "fine_multiple", "fine_category")
    values = {item: law.parameter(f"penalty.{item}", offence=name) for item in names}
    longest = values["prison_max"]
    if longest.state in ("unset", "not_yet"):
        return Threat(on=law.on, punishable=False, basis=_place(law, name))
    prison_max = _prison_max(law, values)
    fines, needs, category, used = _fine_max(law, values, prison_max, amount)
    fine_min = _rupiah(values["fine_min"])
    if used and used[0].key == "penalty.fine_multiple":
        fine_min = fines[0]
    floor = law.parameter("penal.fine_floor")
    if not fine_min and floor.state == "set" and fines:
        fine_min, used = int(floor.stated), (*used, floor)
    if corporation:
        fine_min, fines, category, used = _corporate(law, prison_max, fine_min, fines, category, used)
    return Threat(
        on=law.on, punishable=True, prison_min=_days(values["prison_min"]), prison_max=prison_max, fine_min=fine_min,
        fine_max=fines, both=values["link"].value == "and", category=category, needs=needs,
        basis=grounds(*(v for v in (*values.values(), *used) if v.state == "set" or v is longest)),
    )  # fmt: skip


def _place(law: Law, name: str) -> tuple[Ground, ...]:
    found = law.provision(f"uu-1-2015/{name}")
    ends = [step.instrument for step in found.basis][-1:]
    return (*(Ground(item, "text") for item in ends), Ground(f"uu-1-2015/{name}", "text"))


def _days(value: Value) -> int:
    if value.state != "set":
        return 0
    return int(value.stated) * (1 if value.unit == "day" else MONTH)


def _rupiah(value: Value) -> int:
    return int(value.stated) if value.state == "set" else 0


def _prison_max(law: Law, values: dict[str, Value]) -> tuple[int, ...]:
    longest = values["prison_max"]
    if longest.state == "set":
        return (_days(longest),)
    cap = law.parameter("penal.prison_cap")
    before = [act for act in law.corpus.settings(longest.key) if act.value and act.scope == _scope_of(longest)]
    readings = [int(act.value) * MONTH for act in before][-1:]
    return tuple(dict.fromkeys([*readings, *([int(cap.stated) * MONTH] if cap.state == "set" else [])]))


def _scope_of(value: Value) -> object:
    return value.act.scope if value.act is not None else None


def _fine_max(
    law: Law, values: dict[str, Value], prison_max: tuple[int, ...], amount: int | None
) -> tuple[tuple[int, ...], tuple[str, ...], str, tuple[Value, ...]]:
    """Return the readings of the highest fine, what is needed to tell it, its category, and values used besides."""
    times, highest, named = values["fine_multiple"], values["fine_max"], values["fine_category"]
    if times.state == "set" and times.stated:
        if amount is None:
            return (), ("amount",), "", ()
        return (int(times.stated) * amount,), (), "", (times,)
    category = named.stated if named.state == "set" else ""
    if highest.state == "set":
        return (int(highest.stated),), (), category, ()
    raised = values["increase"]
    rows = tuple(law.parameter("penal.fine_category_by_prison", prison_max=most // MONTH) for most in prison_max)
    if rows and all(row.state == "set" for row in rows):
        return _by_category(law, rows, raised, times, amount)
    if raised.state == "set":
        base = _base_fine(law, highest)
        return (base, base + int(base * _share(raised))), (), category, ()
    return (), (), category, ()


def _by_category(
    law: Law, rows: tuple[Value, ...], raised: Value, times: Value, amount: int | None
) -> tuple[tuple[int, ...], tuple[str, ...], str, tuple[Value, ...]]:
    tops = tuple(law.parameter("penal.category_amount", category=row.stated) for row in rows)
    fines = [int(top.stated) for top in tops]
    category = rows[0].stated if len({row.stated for row in rows}) == 1 else ""
    if raised.state == "set":
        fines += [fine + int(fine * _share(raised)) for fine in fines]
    if times.state == "unknown":  # a multiple of the donation that may have stayed
        if amount is None:
            return tuple(fines), ("amount",), category, (*rows, *tops)
        fines.append(3 * amount)
    return tuple(dict.fromkeys(fines)), (), category, (*rows, *tops)


def _share(value: Value) -> Fraction:
    return Fraction(value.stated)


def _base_fine(law: Law, highest: Value) -> int:
    """Return the highest fine of the first ayat of the same pasal, which the raised one builds on."""
    scope = highest.act.scope if highest.act is not None else None
    name = next((v for c in scope.conditions for v in c.values), "") if scope is not None else ""
    first = law.parameter(highest.key, offence=f"{name.partition('/')[0]}/ayat-1")
    return _rupiah(first)


def _corporate(
    law: Law, prison_max: tuple[int, ...], fine_min: int, fines: tuple[int, ...], category: str, used: tuple[Value, ...]
) -> tuple[int, tuple[int, ...], str, tuple[Value, ...]]:
    least = law.parameter("penal.corporate_category_min")
    most = law.parameter("penal.corporate_category_max", prison_max=max(prison_max) // MONTH)
    if least.state != "set" or most.state != "set":
        return fine_min, fines, category, used
    low = law.parameter("penal.category_amount", category=least.stated)
    high = law.parameter("penal.category_amount", category=most.stated)
    return int(low.stated), (int(high.stated),), f"{least.stated}-{most.stated}", (*used, least, most, low, high)
