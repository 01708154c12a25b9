"""Numeric rules over tables of pandas, polars and Arrow, from the same definitions as the single case.

Reads the columns a rule needs into whole numbers, works out the plan of the law once for each combination of office,
region and election, and writes back an outcome and the limit. A row that cannot be right (a negative or fractional
number, more votes than were valid) or lacks an input is ``undetermined``; nothing is rounded in floating point.

Needs narwhals and numpy: ``pip install electlaw[frames]``.
"""

from __future__ import annotations

from importlib import import_module
from math import lcm

import attrs

from electlaw.errors import Invalid
from electlaw.rules.basecase import most_ballots
from electlaw.rules.engine import Rule, _law
from electlaw.rules.engine import rule as find_rule
from electlaw.rules.reading import MOST, missing, money, near, positive
from electlaw.rules.shares import AnyOf, LimitTest, Plan, Segment, ShareTest, VotesTest, plan_for
from electlaw.rules.vector_steps import elected, listed, names_of, steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from electlaw.dates import Day
    from electlaw.law import Law

__all__ = ["OUTCOMES", "apply"]

#: The outcomes by the number a column stores them as.
OUTCOMES = ("pass", "fail", "undetermined", "not_applicable")
_PASS, _FAIL, _OPEN, _NONE = range(4)


def apply(
    frame: Any,
    rule: Rule | str,
    on: Day | None = None,
    *,
    known: Day | None = None,
    law: Law | None = None,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    prefix: str = "",
    **given: object,
) -> Any:
    """Return the table with two columns more: ``outcome`` and ``limit``.

    Args:
        frame: a table of pandas, polars or Arrow.
        rule: a numeric rule or its code.
        on: the day whose law is asked about.
        known: the day of knowledge, by default the same day.
        law: a law to use instead.
        columns: case field to column name, where they differ; for ``votes`` the columns of the pairs.
        prefix: put before the names of the new columns.
        given: case fields that are the same for every row: ``office="regent", region="73"``.

    For `winner.elected` every pair has a column of its own, by default those named ``votes_`` and something; an empty
    cell says that no such pair stood. A third column, ``elected``, names the column of the pair that is.

    ``limit`` is the least number that passes, or for a rule that allows "at most" the greatest; missing where it
    cannot be told. A rule of several routes (`nomination.threshold`) has an outcome only.

    A field without a column is missing in every row, as in a case that does not state it: leave out what is measured
    to learn the limit alone.

    Raises `Invalid` for a rule without a numeric form, a table without any column it reads, a column of `columns`
    that is missing, one that holds no numbers, and where narwhals or numpy is not installed.

    """
    nw, np = _libraries()
    asked = find_rule(rule) if isinstance(rule, str) else rule
    if asked.test is None:
        raise Invalid(f"{asked.code} has no numeric form", id=f"{asked.code} tidak mempunyai bentuk numerik")
    if law is None:
        law = _law(on, known)
    try:
        table = nw.from_native(frame, eager_only=True)
    except TypeError:
        raise Invalid("a table of pandas, polars or Arrow is wanted",
                      id="yang diminta tabel pandas, polars, atau Arrow") from None  # fmt: skip
    source = _Columns(np, table, dict(columns or {}), given, asked)
    if isinstance(asked.test, VotesTest):
        groups, at = _groups(np, source, asked.test.subject)
        codes, limit, shown, best = elected(np, law, asked.test, source, groups, at)
        return _written(nw, table, prefix, codes, limit, shown, names_of(source, best))
    codes, limit, shown = _judge(np, law, asked, source)
    return _written(nw, table, prefix, codes, limit, shown)


def _libraries() -> tuple[Any, Any]:
    try:
        return import_module("narwhals"), import_module("numpy")
    except ImportError as error:
        raise Invalid(
            f"rules on tables need {error.name}: pip install 'electlaw[frames]'",
            id=f"aturan pada tabel memerlukan {error.name}: pip install 'electlaw[frames]'",
        ) from None


class _Columns:
    """The columns of a table by case field."""

    def __init__(self, np: Any, table: Any, names: dict[str, Any], given: dict[str, object], rule: Rule) -> None:
        self.np, self.table, self.given, self.rule = np, table, given, rule
        self.names = names
        self.length = len(table)
        fields = _fields_of(rule)
        for field in (*names, *given):
            if field not in fields:
                raise Invalid(f"{rule.code} has no field {field!r}", id=f"{rule.code} tidak memakai kolom {field!r}",
                              choices=near(field, fields))  # fmt: skip
        self.listed = listed(table, names, given) if isinstance(rule.test, VotesTest) else []
        if isinstance(rule.test, VotesTest) and not self.listed:
            raise Invalid(f"{rule.code} needs a column for each pair: columns={{'votes': [...]}}",
                          id=f"{rule.code} memerlukan satu kolom per pasangan: columns={{'votes': [...]}}")  # fmt: skip
        asked = [(field, column) for field, column in names.items() if field != "votes" or not self.listed]
        for field, column in [*asked, *(("votes", column) for column in self.listed)]:
            if column not in table.columns:
                raise Invalid(f"{field}: the table has no column {column!r}",
                              id=f"{field}: tabel tidak mempunyai kolom {column!r}",
                              choices=near(column, table.columns))  # fmt: skip
        if not names and not self.listed and not set(fields) & set(table.columns):
            raise Invalid(f"the table has no column that {rule.code} reads",
                          id=f"tabel tidak mempunyai kolom yang dibaca {rule.code}", choices=fields)  # fmt: skip
        self._read: dict[str, tuple[Any, Any, Any] | None] = {}

    def series(self, field: str) -> Any | None:
        name = self.names.get(field, field)
        return self.table[name] if name in self.table.columns else None

    def numbers(self, field: str) -> tuple[Any, Any, Any] | None:
        """Return the whole numbers of a field, where they are absent and where wrong (None: nowhere).

        None if the table does not have the field. Absent and wrong ones read as 0.
        """
        if field not in self._read:
            self._read[field] = self._numbers(field)
        return self._read[field]

    def _numbers(self, field: str) -> tuple[Any, Any, Any] | None:
        read = _readers(self.rule)[field]
        if field in self.given:
            value = self.given[field]
            return None if missing(value) else (self.np.int64(read(field, value)), None, None)
        series = self.series(field)
        if series is None:
            return None
        high = MOST * 100_000 if read is money else MOST
        return _whole(self.np, field, series, 1 if read is positive else 0, high)

    def column(self, field: str, name: str) -> tuple[Any, Any, Any]:
        """Return the whole numbers of a column by its own name, where they are absent and where wrong."""
        return _whole(self.np, field, self.table[name], 0)

    def words(self, field: str) -> tuple[list[str | None], Any | None]:
        """Return the distinct clean words of a field and, per row, which one it is (None: all the first)."""
        read = _readers(self.rule)[field]
        if field in self.given:
            value = self.given[field]
            return [None if missing(value) else str(read(field, value))], None
        series = self.series(field)
        if series is None:
            return [None], None
        raw = self.np.asarray(series.to_list(), dtype=object)
        found: dict[object, int] = {}
        at = self.np.fromiter((found.setdefault(None if missing(v) else v, len(found)) for v in raw), self.np.int64,
                              self.length)  # fmt: skip
        return [None if value is None else str(read(field, value)) for value in found], at


def _fields_of(rule: Rule) -> list[str]:
    parts = [rule.test] if isinstance(rule.test, LimitTest | VotesTest) else _tests_of(rule)
    names = [name for part in parts for name in (*part.subject, *part.inputs())]
    return list(dict.fromkeys([*names, *(["votes"] if isinstance(rule.test, VotesTest) else [])]))


def _readers(rule: Rule) -> dict[str, Any]:
    return {item.name: item.metadata["read"] for item in attrs.fields(rule.case) if item.metadata}


def _whole(np: Any, field: str, series: Any, low: int, high: int = MOST) -> tuple[Any, Any, Any]:
    values = series.to_numpy()
    kind = values.dtype.kind
    if kind in "iu":
        wrong = None
        if len(values) and (int(values.min()) < low or int(values.max()) > high):
            wrong = (values < low) | (values > high)
            values = np.where(wrong, 0, values)
        return values.astype(np.int64, copy=False), None, wrong
    if kind == "f":
        absent = np.isnan(values)
        with np.errstate(invalid="ignore"):
            wrong = ~((values >= low) & (values <= high) & (values == np.floor(values))) & ~absent
        clean = np.where(absent | wrong, 0, values).astype(np.int64)
        return clean, _some(absent), _some(wrong)
    if kind == "O":
        return _objects(np, field, values, low, high)
    raise Invalid(f"{field}: the column holds no numbers", id=f"{field}: kolom itu tidak berisi angka")


def _some(mask: Any) -> Any | None:
    return mask if mask.any() else None


def _objects(np: Any, field: str, values: Any, low: int, high: int) -> tuple[Any, Any, Any]:
    whole = np.zeros(len(values), np.int64)
    absent, wrong = np.zeros(len(values), bool), np.zeros(len(values), bool)
    for index, value in enumerate(values):
        if isinstance(value, str | bool):
            raise Invalid(f"{field}: the column holds no numbers", id=f"{field}: kolom itu tidak berisi angka")
        if missing(value):
            absent[index] = True
            continue
        try:
            fits = value == int(value) and low <= value <= high
        except (TypeError, ValueError, OverflowError):
            fits = False
        if fits:
            whole[index] = int(value)
        else:
            wrong[index] = True
    return whole, _some(absent), _some(wrong)


# -- judging --------------------------------------------------------------------------------------------


def _judge(np: Any, law: Law, rule: Rule, source: _Columns) -> tuple[Any, Any, Any]:
    """Return outcomes by number, limits, and where a limit is known (None: everywhere)."""
    codes, limit, shown = _routes(np, law, rule, source)
    unsound = _unsound(np, rule, source)
    if unsound is not None:
        codes[unsound] = _OPEN
        if limit is not None:
            shown = ~unsound if shown is None else shown & ~unsound
    return codes, limit, shown


def _routes(np: Any, law: Law, rule: Rule, source: _Columns) -> tuple[Any, Any, Any]:
    test = rule.test
    if isinstance(test, LimitTest):
        return steps(np, law, rule, test, source, *_groups(np, source, test.subject))
    if isinstance(test, AnyOf):
        routes = [_routes(np, law, find_rule(code), source)[0] for code in test.codes]
        codes = routes[0]
        for other in routes[1:]:
            codes = _either(np, codes, other)
        return codes, None, None
    assert isinstance(test, ShareTest)
    groups, at = _groups(np, source, test.subject)
    if at is None:
        return _one_law(np, test, source, plan_for(law, rule.code, test, _plain(groups[0])), groups[0])
    codes = np.full(source.length, _OPEN, np.int8)
    limit, shown = np.zeros(source.length, np.int64), np.zeros(source.length, bool)
    for index, stated in enumerate(groups):
        rows = at == index
        part = _one_law(np, test, source, plan_for(law, rule.code, test, _plain(stated)), stated)
        _fill(codes, limit, shown, rows, part)
    return codes, limit, shown


def _plain(stated: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return tuple(word.removeprefix("!") if word is not None else None for word in stated)


def _fill(codes: Any, limit: Any, shown: Any, rows: Any, part: tuple[Any, Any, Any]) -> None:
    codes[rows] = part[0][rows]
    if part[1] is not None:
        limit[rows] = part[1][rows]
        shown[rows] = True if part[2] is None else part[2][rows]


def _either(np: Any, one: Any, other: Any) -> Any:
    """Combine two routes: one that passes is enough, one that does not apply does not count."""
    table = np.full((4, 4), _OPEN, np.int8)
    for a in range(4):
        for b in range(4):
            both = {a, b}
            if _PASS in both:
                table[a, b] = _PASS
            elif both == {_NONE}:
                table[a, b] = _NONE
            elif _OPEN not in both:
                table[a, b] = _FAIL
    return table[one, other]


def _groups(np: Any, source: _Columns, subject: tuple[str, ...]) -> tuple[list[tuple[str | None, ...]], Any | None]:
    parts = [source.words(name) for name in subject]
    if all(at is None for _, at in parts):
        return [_with_office(subject, tuple(words[0] for words, _ in parts))], None
    combined = np.zeros(source.length, np.int64)
    for words, at in parts:
        combined = combined * len(words) + (0 if at is None else at)
    present, index = np.unique(combined, return_inverse=True)
    groups = []
    for number in present.tolist():
        chosen: list[str | None] = []
        for words, _ in reversed(parts):
            number, place = divmod(number, len(words))
            chosen.append(words[place])
        groups.append(_with_office(subject, tuple(reversed(chosen))))
    return groups, index


def _with_office(subject: tuple[str, ...], stated: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Complete the office from the region, and refuse one that does not fit, as a single case does."""
    from electlaw.rules.cases import Case

    named = dict(zip(subject, stated, strict=True))
    if named.get("region") is None:
        return stated
    case = Case(region=named["region"], office=named.get("office"))
    named["office"] = case.office
    if case.selection != "elected":
        named["region"] = f"!{named['region']}"
    return tuple(named[name] for name in subject)


def _one_law(
    np: Any, test: ShareTest, source: _Columns, plan: Plan, stated: tuple[str | None, ...]
) -> tuple[Any, Any, Any]:
    length = source.length
    if any(word is not None and word.startswith("!") for word in stated):
        return np.full(length, _NONE, np.int8), None, None
    if plan.open:
        return _agreed(np, [_segment(np, test, source, segment) for segment in plan.open])
    if not plan.segments:
        return np.full(length, _OPEN, np.int8), None, None
    if len(plan.segments) == 1 and not plan.by:
        return _segment(np, test, source, plan.segments[0])
    at = source.numbers(plan.by)
    if at is None:
        return np.full(length, _OPEN, np.int8), None, None
    numbers, absent, _ = at
    bracket = np.searchsorted(np.asarray(plan.edges), numbers, side="left")
    if _alike(plan.segments):
        return _brackets(np, test, source, plan.segments, bracket, absent)
    codes = np.full(length, _OPEN, np.int8)
    limit, shown = np.zeros(length, np.int64), np.zeros(length, bool)
    for index, segment in enumerate(plan.segments):
        rows = np.broadcast_to(bracket == index, (length,))
        _fill(codes, limit, shown, rows, _segment(np, test, source, segment))
    if absent is not None:
        codes[absent] = _OPEN
        shown[absent] = False
    return codes, limit, shown


def _alike(segments: tuple[Segment, ...]) -> bool:
    first = segments[0]
    same = (first.operator, first.bases, first.less)
    return len(first.bases) == 1 and all((item.operator, item.bases, item.less) == same for item in segments)


def _unsound(np: Any, rule: Rule, source: _Columns) -> Any | None:
    """Return the rows a single case would refuse: a wrong number, a part above its whole, more votes than ballots."""
    found = None
    if isinstance(rule.test, LimitTest):
        for stated_number in filter(None, map(source.numbers, rule.test.inputs())):
            found = _or(np, found, stated_number[2])
    for test in _tests_of(rule):
        for name in test.inputs():
            read = source.numbers(name)
            if read is not None:
                found = _or(np, found, read[2])
        for parts, whole in test.bounds():
            stated = [item for item in map(source.numbers, (*parts, whole)) if item is not None]
            if len(stated) > len(parts):
                above = sum(item[0] for item in stated[:-1]) > stated[-1][0]
                found = _or(np, found, _where(np, above, source.length, stated))
        if test.ballots is not None:
            stated = [item for item in map(source.numbers, test.ballots) if item is not None]
            if len(stated) == 2:
                above = stated[0][0] > most_ballots(stated[1][0])
                found = _or(np, found, _where(np, above, source.length, stated))
    return found


def _tests_of(rule: Rule) -> list[ShareTest]:
    if isinstance(rule.test, AnyOf):
        return [test for code in rule.test.codes for test in _tests_of(find_rule(code))]
    return [rule.test] if isinstance(rule.test, ShareTest) else []


def _where(np: Any, mask: Any, length: int, read: list[Any]) -> Any | None:
    """Return a mask without the rows where one of the numbers is absent; None if it is nowhere set."""
    if not np.any(mask):
        return None
    mask = np.broadcast_to(mask, (length,))
    for _, absent, _ in read:
        if absent is not None:
            mask = mask & ~absent
    return _some(mask)


def _or(np: Any, one: Any | None, other: Any | None) -> Any | None:
    if one is None:
        return other
    return one if other is None else np.logical_or(one, other)


def _segment(np: Any, test: ShareTest, source: _Columns, segment: Segment) -> tuple[Any, Any, Any]:
    if segment.off:
        return np.full(source.length, _NONE, np.int8), None, None
    made = [
        _limits(np, test, source, segment, name, segment.numerator, segment.denominator, None)
        for name in segment.bases
    ]  # fmt: skip
    return _agreed(np, made)


def _agreed(np: Any, made: list[tuple[Any, Any, Any]]) -> tuple[Any, Any, Any]:
    """Return what several readings agree on."""
    codes, limit, shown = made[0]
    for other in made[1:]:
        codes = np.where(codes == other[0], codes, np.int8(_OPEN))
    return codes, limit, shown


def _brackets(
    np: Any, test: ShareTest, source: _Columns, segments: tuple[Segment, ...], bracket: Any, absent: Any | None
) -> tuple[Any, Any, Any]:
    whole = lcm(*(item.denominator for item in segments))
    tops = np.asarray([item.numerator * (whole // item.denominator) for item in segments], np.int64)
    return _limits(np, test, source, segments[0], segments[0].bases[0], tops[bracket], whole, absent)


def _limits(
    np: Any, test: ShareTest, source: _Columns, segment: Segment, base_name: str, top: Any, whole: int,
    unplaced: Any | None,
) -> tuple[Any, Any, Any]:  # fmt: skip
    length = source.length
    base = source.numbers(base_name)
    measure = source.numbers(test.measure)
    if base is None:
        return np.full(length, _OPEN, np.int8), None, None
    total, unknown, _ = base
    less = source.numbers(segment.less) if segment.less else None
    if less is not None:
        total = total - less[0]
    if np.ndim(total) == 0:
        total = np.full(length, total, np.int64)
    product = total * top
    limit = (product + (whole - 1)) // whole if segment.operator == ">=" else product // whole
    if segment.operator == ">":
        limit += 1
    unknown = _or(np, unknown, unplaced)
    shown = None if unknown is None else ~unknown
    taken = source.numbers(test.less) if test.less else None
    if measure is None or (test.less and taken is None):
        return np.full(length, _OPEN, np.int8), limit, shown
    number, absent, _ = measure
    if taken is not None:
        number, absent = number - taken[0], _or(np, absent, taken[1])
    codes = ((number > limit) if segment.operator == "<=" else (number < limit)).view(np.int8)
    undetermined = _or(np, unknown, absent)
    if undetermined is not None:
        codes[undetermined] = _OPEN
    return codes, limit, shown


# -- writing --------------------------------------------------------------------------------------------


def _written(
    nw: Any, table: Any, prefix: str, codes: Any, limit: Any, shown: Any, chosen: list[str | None] | None = None
) -> Any:
    if chosen is not None:
        if f"{prefix}elected" in table.columns:
            raise _taken(f"{prefix}elected")
        made = nw.from_native(_written(nw, table, prefix, codes, limit, shown), eager_only=True)
        series = nw.new_series(f"{prefix}elected", chosen, dtype=nw.String, backend=table.implementation)
        return made.with_columns(series).to_native()
    names = [f"{prefix}outcome"] + ([f"{prefix}limit"] if limit is not None else [])
    for name in names:
        if name in table.columns:
            raise _taken(name)
    native = table.to_native()
    kind = table.implementation
    if shown is not None and bool(shown.all()):
        shown = None
    if kind.is_pandas():
        return _pandas(native, names, codes, limit, shown)
    if kind.is_polars():
        return _polars(native, names, codes, limit, shown)
    if kind.is_pyarrow():
        return _arrow(native, names, codes, limit, shown)
    columns: dict[str, list[Any]] = {names[0]: [OUTCOMES[code] for code in codes.tolist()]}
    if limit is not None:
        columns[names[1]] = [n if shown is None or shown[i] else None for i, n in enumerate(limit.tolist())]
    added = [nw.new_series(name, values, backend=kind) for name, values in columns.items()]
    return table.with_columns(*added).to_native()


def _taken(name: str) -> Invalid:
    return Invalid(f"the table has a column {name!r} already: pass prefix=...",
                   id=f"tabel sudah mempunyai kolom {name!r}: isi prefix=...")  # fmt: skip


def _pandas(native: Any, names: list[str], codes: Any, limit: Any, shown: Any) -> Any:
    pd = import_module("pandas")

    made = {names[0]: pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(list(OUTCOMES)))}
    if limit is not None:
        made[names[1]] = limit if shown is None else pd.arrays.IntegerArray(limit, ~shown)
    return native.assign(**made)


def _polars(native: Any, names: list[str], codes: Any, limit: Any, shown: Any) -> Any:
    pl = import_module("polars")

    words = pl.Series(names[0], OUTCOMES, dtype=pl.Enum(OUTCOMES))
    made = [words.gather(pl.Series(codes.view("uint8")))]
    if limit is not None:
        column = pl.Series(names[1], limit)
        if shown is not None:
            column = pl.select(pl.when(pl.lit(pl.Series(shown))).then(column).alias(names[1])).to_series()
        made.append(column)
    return native.with_columns(made)


def _arrow(native: Any, names: list[str], codes: Any, limit: Any, shown: Any) -> Any:
    pa = import_module("pyarrow")

    made = native.append_column(names[0], pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(OUTCOMES)))
    if limit is not None:
        made = made.append_column(names[1], pa.array(limit, mask=None if shown is None else ~shown))
    return made
