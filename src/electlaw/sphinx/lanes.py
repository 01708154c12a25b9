"""How a value changed: for each class of people or places the law tells apart a lane of the values over days.

The values are the library's own answers, asked for someone of each class on every day on which one may change; so a
class also shows what held for it before the law told it apart. Classes with the same values share a lane.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import groupby, pairwise, product
from typing import TYPE_CHECKING

import attrs

from electlaw.corpus import DATA_AS_OF, DATA_FROM
from electlaw.fold import boundaries
from electlaw.parameters import value
from electlaw.scope import EVERYONE, Scope, derived, scope
from electlaw.snapshot import Moment
from electlaw.sphinx.conditions import scope_both, value_both, word_both
from electlaw.sphinx.markup import both, day_text_both, el

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils import nodes

    from electlaw.acts import Setting
    from electlaw.corpus import Corpus

__all__ = ["Lane", "lanes", "lanes_drawing"]

#: With more lanes than this the table beside it is the better drawing.
_MOST = 40

#: Where the largest value is more times the smallest than this, each lane has a scale of its own.
_SCALE = 100

#: Types of parameters whose values are amounts.
_AMOUNTS = ("share", "integer", "money", "duration", "fraction")

#: What one class has on one day: a state, and the value and unit as stated.
Cell = tuple[str, str, str]

_NO_VALUE: Cell = ("unset", "", "")
_NONE = ("unset", "not_yet")


@attrs.frozen
class Lane:
    """What held for some classes: a cell for each column of days."""

    scopes: tuple[Scope, ...]
    cells: tuple[Cell, ...]

    @property
    def current(self) -> bool:
        """Whether the law has a value for them as the data end."""
        return self.cells[-1][0] == "set"

    def turns(self, at: int) -> bool:
        """Whether a column begins something else than the one before."""
        return self.cells[at] != (self.cells[at - 1] if at else _NO_VALUE)

    def told_by(self, other: Lane) -> bool:
        """Whether a lane of narrower classes says all that this one still says."""
        pairs = zip(self.cells, other.cells, strict=True)
        narrower = any(two.implies(one) for one in self.scopes for two in other.scopes)
        return narrower and all(one == two or one[0] != "set" for one, two in pairs)


def lanes(corpus: Corpus, key: str) -> tuple[list[str], list[Lane]]:
    """Return the days on which a parameter changed for anyone and the lanes; nothing if it always had one amount."""
    row = corpus.row("parameter-keys", key)
    acts = corpus.settings(key)
    if row is None or row["type"] not in _AMOUNTS or not acts:
        return [], []
    days = sorted({max(day, DATA_FROM) for day in boundaries(acts) if day <= DATA_AS_OF})
    answers: dict[Scope, tuple[Cell, ...]] = {}
    elsewhere = {item.name: "-" for act in acts for item in act.scope.conditions if item.name in ("region", "event")}
    for one in _classes(act.scope for act in acts):
        subject = {**elsewhere, **_someone(one)}
        answers[one] = tuple(_cell(corpus, key, day, subject) for day in days)
    found = _together({one: _told(cells) for one, cells in answers.items()})
    found = [lane for lane in found if lane.current or not any(lane.told_by(two) for two in found if two is not lane)]
    amounts = {cell[1:] for lane in found for cell in lane.cells if cell[0] == "set"}
    if len(amounts) < 2:
        return [], []
    kept = [at for at in range(len(days)) if any(lane.turns(at) for lane in found)]
    return [days[at] for at in kept], [attrs.evolve(lane, cells=tuple(lane.cells[at] for at in kept)) for lane in found]


def _classes(scopes: Iterable[Scope]) -> list[Scope]:
    """Return the classes that scopes tell apart, each with one word for each name; everyone first."""
    found = {EVERYONE: None}
    for one in scopes:
        parts = [
            [f"{item.name}={word}" for word in item.values] if item.operator == "=" else [str(item)]
            for item in one.conditions
        ]
        found.update(dict.fromkeys(scope("; ".join(chosen)) for chosen in product(*parts)))
    return [*found, *_left_over(list(found))]


_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _left_over(classes: list[Scope]) -> list[Scope]:
    """Return the classes on the other side of a bound that no scope tells of: five years or more beside under five."""
    found: dict[Scope, None] = {}
    for one in classes:
        bounds = [item for item in one.conditions if item.operator in _OPPOSITE]
        if len(bounds) != 1:
            continue
        kept = [str(item) for item in one.conditions if item is not bounds[0]]
        other = scope("; ".join([*kept, f"{bounds[0].name}{_OPPOSITE[bounds[0].operator]}{bounds[0].values[0]}"]))
        naming = [two for two in classes if any(item.name == bounds[0].name for item in two.conditions)]
        if all(two.apart_from(other) for two in naming):
            found[other] = None
    return list(found)


def _someone(one: Scope) -> dict[str, str | int]:
    """Return somebody of a class."""
    subject: dict[str, str | int] = {}
    for name in dict.fromkeys(item.name for item in one.conditions):
        asked = [item for item in one.conditions if item.name == name]
        bounds = [int(text) for item in asked for text in item.values if text.isdigit()]
        tried: list[str | int] = [*(n + more for n in bounds for more in (0, 1, -1)), *asked[0].values, "-"]
        subject[name] = next(word for word in tried if _meets(asked, {name: word}))
    return derived(subject)


def _meets(asked: Iterable[object], subject: Mapping[str, str | int]) -> bool:
    try:
        return all(item.holds(subject) for item in asked)  # type: ignore[attr-defined]
    except ValueError:
        return False


def _cell(corpus: Corpus, key: str, day: str, subject: dict[str, str | int]) -> Cell:
    found = value(corpus, key, Moment(day, day, subject))
    return (found.state, found.stated, found.unit) if found.state == "set" else (found.state, "", "")


def _told(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Leave out what lies before and after the days on which the law has a value for a class told apart as this one."""
    sets = [at for at, (state, _, _) in enumerate(cells) if state == "set"]
    first, last = (sets[0], sets[-1]) if sets else (0, len(cells))
    return tuple(cell if first <= at <= last or cell[0] == "set" else _NO_VALUE for at, cell in enumerate(cells))


def _together(answers: dict[Scope, tuple[Cell, ...]]) -> list[Lane]:
    """Return the lanes: classes with the same values together, named as widely as they can be."""
    alike: dict[tuple[Cell, ...], list[Scope]] = {}
    for one, cells in answers.items():
        if any(state == "set" for state, _, _ in cells):
            alike.setdefault(cells, []).append(one)
    return [Lane(tuple(_widest(_joined(scopes))), cells) for cells, scopes in alike.items()]


def _joined(scopes: list[Scope]) -> list[Scope]:
    """Put words of one name that stand in otherwise the same classes together again."""
    for name in dict.fromkeys(item.name for one in scopes for item in one.conditions if item.operator == "="):
        groups: dict[str, list[str]] = {}
        for one in scopes:
            words = [item.values[0] for item in one.conditions if item.name == name and item.operator == "="]
            slot = [f"{name}=?" if item.name == name and item.operator == "=" else str(item) for item in one.conditions]
            into = groups.setdefault("; ".join(slot), [])
            into += [word for word in words if word not in into]
        scopes = [scope(text.replace(f"{name}=?", f"{name}={'|'.join(words)}")) for text, words in groups.items()]
    return scopes


def _widest(scopes: list[Scope]) -> list[Scope]:
    return [one for one in scopes if not any(one is not two and one.implies(two) for two in scopes)]


# -- drawing ----------------------------------------------------------------------------------------------


def lanes_drawing(corpus: Corpus, key: str) -> nodes.Node | None:
    """Return the lanes as a table whose cells are bars over days; None where there is nothing to compare."""
    days, found = lanes(corpus, key)
    if not found or len(found) > _MOST:
        return None
    acts = corpus.settings(key)
    units = dict.fromkeys(unit for lane in found for state, _, unit in lane.cells if state == "set")
    amounts = [amount for lane in found for amount in _amounts(lane)]
    own = bool(amounts) and max(amounts) > _SCALE * min((one for one in amounts if one), default=1)
    top = max(amounts) if len(units) == 1 and amounts else Fraction(0)
    heads = [
        el("th", _nearness(acts, day), day_text_both(date.fromisoformat(day), "d MMM y"), scope="col") for day in days
    ]
    rows = [el("tr", heads)]
    past = False
    for lane in sorted(found, key=lambda lane: not lane.current):
        if not lane.current and not past:
            past = True
            said = both("Without a value as the data end", "Tanpa nilai pada batas data")
            rows.append(el("tr", el("th", said, colspan=str(len(days)), class_="el-lane-past")))
        names = [el("div", scope_both(one)) for one in lane.scopes]
        rows.append(el("tr", el("th", names, colspan=str(len(days)), class_="el-lane-name")))
        rows.append(el("tr", _bars(lane, max(_amounts(lane)) if own and top else top)))
    said = both("How the value changed", "Perubahan nilainya")
    if len(units) == 1 and next(iter(units)):
        said += [*both(", ", ", "), *word_both(next(iter(units)))]
    if own and top:
        said += both("; the height of each lane by its own values", "; tinggi tiap lajur menurut nilainya sendiri")
    if any(state == "unknown" for lane in found for state, _, _ in lane.cells):
        said += both("; ? depends on more, or is not known", "; ? bergantung pada hal lain, atau tidak diketahui")
    longest = max(len(stated) for lane in found for _, stated, _ in lane.cells)
    widths = [el("col", style=f"width:{share}%") for share in _shares(days, 9 if longest < 8 else 6)]
    inner = el("table", el("caption", said), el("colgroup", widths), el("tbody", rows), class_="el-lanes")
    inner["attrs"]["style"] = f"min-width:{len(days) * 4}rem"
    return el("div", inner, class_="el-scroll", tabindex="0")


def _nearness(acts: Iterable[Setting], day: str) -> list[nodes.Node]:
    """Return what stands before a day that is only an end of a stretch in which the change lies."""
    turns = [turn for act in acts for turn in (act.known, act.span.start, act.span.end)]
    if day == DATA_FROM or any(turn.exact and turn.latest == day for turn in turns):
        return []
    late = any(turn.latest == day for turn in turns)
    return both("by ", "paling lambat ") if late else both("not before ", "paling cepat ")


def _bars(lane: Lane, top: Fraction) -> list[nodes.Node]:
    """Return the cells of a lane, equal neighbours as one."""
    made: list[nodes.Node] = []
    for (state, stated, unit), run in groupby(lane.cells):
        span = str(len(list(run)))
        if state in _NONE:
            made.append(el("td", colspan=span))
        elif state != "set":
            made.append(el("td", "?", colspan=span, class_="el-bar-unknown"))
        else:
            known = top and _numeric(stated)
            height = round(8 + 84 * Fraction(stated) / top) if known else 50
            shown = [*value_both(stated), *([] if top or not unit else [*both(" ", " "), *word_both(unit)])]
            made.append(el("td", el("b", shown), colspan=span, class_="el-bar-set", style=f"--h:{height}%"))
    return made


def _amounts(lane: Lane) -> list[Fraction]:
    return [Fraction(stated) for _, stated, _ in lane.cells if _numeric(stated)] or [Fraction(0)]


def _numeric(text: str) -> bool:
    try:
        return bool(text) and Fraction(text) >= 0
    except (ValueError, ZeroDivisionError):
        return False


def _shares(days: list[str], least: int) -> list[int]:
    """Return the widths of the columns in hundredths: by days, none much less than one of `least` parts."""
    turns = [date.fromisoformat(day).toordinal() for day in (*days, DATA_AS_OF)]
    spans = [max(after - before, 1) for before, after in pairwise(turns)]
    wide = [max(span, sum(spans) // least) for span in spans]
    return [round(100 * one / sum(wide)) for one in wide]
