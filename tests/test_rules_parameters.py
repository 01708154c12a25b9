"""Every row of the parameters is the law for somebody on some day: none is dead, none is unreachable."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import electlaw
from electlaw.acts import Setting
from electlaw.corpus import builtin
from electlaw.dates import FIRST, LAST
from electlaw.scope import Condition

ROWS = [act for key in builtin().parameter_keys() for act in builtin().settings(key)]


def meets(condition: Condition) -> str | int:
    """A value that meets a condition."""
    bound = condition.values[0]
    if condition.operator == "!=":
        return "-"
    if condition.operator == "=":
        return bound
    return int(bound) + {"<": -1, "<=": 0, ">": 1, ">=": 0}[condition.operator]


def subject_of(act: Setting) -> dict[str, str | int]:
    named: dict[str, str | int] = {}
    for condition in act.scope.conditions:
        stands = named.get(condition.name)
        if stands is None or condition.operator in ("=", "<", "<="):
            named[condition.name] = meets(condition)
    return named


def first_day(act: Setting) -> str:
    """The first day the row is surely law and known."""
    day = max(act.known.latest, act.span.start.latest)
    return electlaw.DATA_FROM if day == FIRST else max(day, electlaw.DATA_FROM)


@pytest.mark.parametrize("act", ROWS, ids=[f"{a.target}-{a.by}-{i}" for i, a in enumerate(ROWS)])
def test_each_row_is_the_law_for_its_own_subject(act: Setting) -> None:
    if act.span.condition or act.span.empty or first_day(act) == LAST:
        pytest.skip("waits for a condition, or never had force")
    on = first_day(act)
    subject = subject_of(act)
    found = electlaw.at(on).parameter(act.target, **subject)
    same_day = [
        other for other in builtin().settings(act.target)
        if other.known.latest <= on and other.scope.fits(electlaw.at(on, **subject).moment.subject)
        and other.span.contains(on) and other.sort_key > act.sort_key
    ]  # fmt: skip
    if same_day:
        assert found.act is not None
        assert found.act.sort_key > act.sort_key
        return
    expected = {"unset": "unset", "set": "set" if act.value else "unknown"}[act.op]
    assert found.state == expected or (found.state == "unknown" and found.doubts)
    if found.state == "set" and expected == "set":
        assert found.act is not None
        assert found.act.value == act.value
    if act.span.start.exact and act.span.start.latest > electlaw.DATA_FROM:
        eve = (date.fromisoformat(act.span.start.latest) - timedelta(days=1)).isoformat()
        before = electlaw.at(eve).parameter(act.target, **subject)
        assert before.act is not act
