"""Vector forms of rules without a share: absolute limits, and who is elected.

A limit is a number the law of the day sets for some words of a case (who gives, which election). The single rule itself
is asked once for each combination of these, on either side of each number it names; the rows then only compare. Who is
elected is worked out over one column for each pair, in whole numbers, by the steps of the single rule.
"""

from __future__ import annotations

import attrs

from electlaw.rules.reading import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.rules.engine import Rule
    from electlaw.rules.shares import LimitTest, VotesTest

__all__ = ["elected", "listed", "names_of", "steps"]


def _ask(rule: Rule, law: Law, subject: tuple[str, ...], stated: tuple[str | None, ...], **numbers: int) -> Finding:
    named = {name: value.removeprefix("!") for name, value in zip(subject, stated, strict=True) if value is not None}
    return rule(law, rule.case(**named, **numbers))  # type: ignore[arg-type]


def steps(
    np: Any, law: Law, rule: Rule, test: LimitTest, source: Any, groups: list[tuple[str | None, ...]], at: Any | None
) -> tuple[Any, Any, Any]:
    """Return outcomes by number, limits, and where a limit is known, for a rule with an absolute limit."""
    from electlaw.rules.vector import OUTCOMES

    codes = np.full(source.length, OUTCOMES.index("undetermined"), np.int8)
    limit, shown = np.zeros(source.length, np.int64), np.zeros(source.length, bool)
    measured = source.numbers(test.measure)
    bound = source.numbers(test.against) if test.against else None
    for index, stated in enumerate(groups):
        rows = np.ones(source.length, bool) if at is None else at == index
        silent = OUTCOMES.index(_ask(rule, law, test.subject, stated).outcome)
        if measured is None or (test.against and bound is None):
            codes[rows] = silent
            continue
        if test.against:
            ends, edges = _against(rule, law, test, stated), bound[0]  # type: ignore[index]
            found = (np.broadcast_to(measured[0] > edges, (source.length,))).astype(np.int64)
            known = _known(np, source.length, bound)
            limit[rows], shown[rows] = np.broadcast_to(edges, (source.length,))[rows], known[rows]
        else:
            ends, edges = _probed(rule, law, test, stated)
            found = np.searchsorted(np.asarray(edges), measured[0], side="left")
            if len(edges) > 1:
                limit[rows], shown[rows] = edges[1], True
        judged = np.asarray([OUTCOMES.index(end) for end in ends], np.int8)[found]
        absent = ~_known(np, source.length, measured)
        if test.against:
            absent = absent | ~_known(np, source.length, bound)
        codes[rows] = np.where(absent, np.int8(silent), judged)[rows]
    return codes, limit, shown


def _known(np: Any, length: int, read: Any) -> Any:
    return np.ones(length, bool) if read[1] is None else ~read[1]


def _probed(rule: Rule, law: Law, test: LimitTest, stated: tuple[str | None, ...]) -> tuple[list[str], list[int]]:
    """Return the outcomes of a rule up to, between and above the numbers at which they turn; 0 is one of these."""
    first = _ask(rule, law, test.subject, stated, **{test.measure: 0})
    named = [first.fact[name] for name in test.edges if first.fact.get(name) is not None]
    edges = sorted({0, *(int(str(number)) for number in named)})
    ends = [first.outcome]
    ends += [_ask(rule, law, test.subject, stated, **{test.measure: edge + 1}).outcome for edge in edges]
    return ends, edges


def _against(rule: Rule, law: Law, test: LimitTest, stated: tuple[str | None, ...]) -> list[str]:
    """Return the outcomes of a rule whose limit is a field of the case: within it, above it."""
    return [
        _ask(rule, law, test.subject, stated, **{test.measure: number, test.against: 1}).outcome for number in (1, 2)
    ]


# -- who is elected -------------------------------------------------------------------------------------


@attrs.frozen
class _Count:
    """The votes of all rows: who has most, by how much, and how many pairs stood."""

    best: Any
    most: Any
    second: Any
    pairs: Any
    total: Any


def _counted(np: Any, source: Any) -> tuple[_Count, Any]:
    """Return the count of every row, and the rows that cannot be right."""
    read = [source.column("votes", name) for name in source.listed]
    wrong = np.zeros(source.length, bool)
    for _, _, odd in read:
        if odd is not None:
            wrong |= odd
    votes = np.column_stack([np.broadcast_to(item[0], (source.length,)) for item in read])
    absent = np.column_stack([~_known(np, source.length, item) for item in read])
    ranked = np.where(absent, -1, votes)
    best = ranked.argmax(axis=1)
    ordered = np.sort(ranked, axis=1)
    second = ordered[:, -2] if votes.shape[1] > 1 else np.full(source.length, -1)
    total = np.where(absent, 0, votes).sum(axis=1)
    return _Count(best, ordered[:, -1], second, (~absent).sum(axis=1), total), wrong


def _filled(np: Any, source: Any, field: str, blank: Any) -> Any:
    """Return the numbers of a field, with `blank` where it is not stated."""
    read = source.numbers(field)
    if read is None:
        return np.broadcast_to(blank, (source.length,))
    return np.where(_known(np, source.length, read), read[0], blank)


def _whole(np: Any, source: Any, count: _Count) -> tuple[Any, Any]:
    """Return the valid votes of every row, their sum where they are not stated, and the rows a case would refuse."""
    several = count.pairs > 1
    valid = _filled(np, source, "valid_votes", -1)
    whole = np.where(valid >= 0, valid, np.where(several, count.total, 0))
    wrong = np.where(several, whole != count.total, (count.pairs == 1) & (valid >= 0) & (count.most > valid))
    voters = _filled(np, source, "voters", np.iinfo(np.int64).max)
    return whole, wrong | (whole > voters)


def elected(
    np: Any, law: Law, test: VotesTest, source: Any, groups: list[tuple[str | None, ...]], at: Any | None
) -> tuple[Any, Any, Any, Any]:
    """Return outcomes by number, the number a majority takes, where it is known, and the column of the elected pair.

    Level pairs are left undetermined: the single rule asks for the areas they won. -1 where nobody is elected.
    """
    from electlaw.rules.vector import OUTCOMES

    passed, failed, open_, none = range(len(OUTCOMES))
    count, wrong = _counted(np, source)
    for read in filter(None, map(source.numbers, test.inputs())):
        if read[2] is not None:
            wrong = wrong | read[2]
    whole, odd = _whole(np, source, count)
    wrong = wrong | odd
    in_round = _filled(np, source, "round", 0)
    codes = np.full(source.length, open_, np.int8)
    limit, shown = np.zeros(source.length, np.int64), np.zeros(source.length, bool)
    single = count.most > count.second
    for index, stated in enumerate(groups):
        rows = np.ones(source.length, bool) if at is None else at == index
        apart = any(word is not None and word.startswith("!") for word in stated)
        how, share = (None, 0) if apart else test.law(law, dict(zip(test.subject, stated, strict=True)))
        if how is None:
            codes[rows] = none
            continue
        if how == "":
            continue
        codes[rows] = np.where(single, passed, open_)[rows]
        if how == "share_or_runoff":
            first = rows & (in_round != 2)
            needed = share.numerator * whole // share.denominator + 1
            won = single & (count.most >= needed)
            limit[first], shown[first] = needed[first], True
            codes[first] = np.where(won, passed, np.where(in_round == 0, open_, failed))[first]
        else:
            codes[rows & (in_round == 2)] = failed
        codes[rows & (count.pairs == 0)] = open_
        codes[rows & (count.pairs == 1)] = none
    shown &= count.pairs > 1
    codes[wrong], shown[wrong] = open_, False
    return codes, limit, shown, np.where(codes == passed, count.best, -1)


def names_of(source: Any, best: Any) -> list[str | None]:
    """Return the names of the columns of the elected, None where nobody is."""
    return [None if index < 0 else source.listed[index] for index in best.tolist()]


def listed(table: Any, names: dict[str, Any], given: dict[str, object]) -> list[str]:
    """Return the columns of the pairs' votes: those named, else those called ``votes_`` and something."""
    named = names.get("votes")
    if named is None:
        return [] if "votes" in given else [name for name in table.columns if name.startswith("votes_")]
    return [named] if isinstance(named, str) else [str(name) for name in named if not missing(name)]
