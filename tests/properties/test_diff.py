"""A difference applied to the earlier snapshot gives the later one."""

from hypothesis import given

from electlaw.diff import diff, states
from electlaw.law import Law
from electlaw.snapshot import Moment
from tests.properties.strategies import Log, logs, moments


@given(logs(), moments, moments)
def test_diff_then_apply(log: Log, one: tuple[str, str], two: tuple[str, str]) -> None:
    corpus = log.corpus()
    before, after = Law(Moment(*one), corpus), Law(Moment(*two), corpus)
    change = diff(before, after)
    assert change.apply(states(before)) == states(after)
    assert len(diff(before, before)) == 0


@given(logs(), moments, moments)
def test_every_change_names_an_instrument(log: Log, one: tuple[str, str], two: tuple[str, str]) -> None:
    corpus = log.corpus()
    for change in diff(Law(Moment(*one), corpus), Law(Moment(*two), corpus)).changes:
        assert change.before != change.after
        assert change.by
