"""What changed between two snapshots: places, instruments and parameters, grouped by what changed them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache
from weakref import WeakKeyDictionary

import attrs

from electlaw.acts import ENDS, Act, Put
from electlaw.fold import paint
from electlaw.places import Folded, fold_place
from electlaw.refs import Ref, order_key
from electlaw.snapshot import Snapshot
from electlaw.views import Shown, Tabled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.acts import Setting
    from electlaw.corpus import Corpus
    from electlaw.fold import Painted
    from electlaw.scope import Scope

__all__ = ["Change", "Diff", "diff", "standing", "states"]

#: What a snapshot says of one target: its state, and the acts that make it so.
State = tuple[str, tuple[Act, ...]]


@attrs.frozen
class Change(Shown):
    """One target whose state differs: a place, an instrument, or a parameter with its bracket."""

    #: ``provision``, ``instrument`` or ``parameter``.
    kind: str
    target: str
    before: State | None
    after: State | None

    @property
    def by(self) -> tuple[str, ...]:
        """The instruments whose acts make the difference."""
        old = self.before[1] if self.before else ()
        new = self.after[1] if self.after else ()
        came = [act for act in new if act not in old]
        went = [act for act in old if act not in new]
        return tuple(dict.fromkeys(act.by for act in came or went or new))

    @property
    def applies(self) -> tuple[str, ...]:
        """For whom the acts that make the difference apply, where they do not for everyone."""
        sides = [side[1] if side else () for side in (self.before, self.after)]
        moved = [act for act in (*sides[0], *sides[1]) if (act in sides[0]) != (act in sides[1])]
        return tuple(dict.fromkeys(str(act.scope) for act in moved if act.scope))

    def to_json(self) -> dict[str, object]:
        """Return the change as plain data."""
        return {
            "kind": self.kind,
            "target": self.target,
            "before": _state_json(self.before),
            "after": _state_json(self.after),
            "by": list(self.by),
        }


def _state_json(state: State | None) -> dict[str, object] | None:
    if state is None:
        return None
    summary = next((act.text for act in reversed(state[1]) if isinstance(act, Put) and act.text), None)
    item: dict[str, object] = {"state": state[0], "by": [act.by for act in state[1]]}
    if summary:
        item["summary"] = {"id": summary["id"], "en": summary["en"]}
    return item


@attrs.frozen(repr=False)
class Diff(Tabled):
    """The changes from one snapshot to another."""

    before: Snapshot
    after: Snapshot
    changes: tuple[Change, ...]
    #: Readings that apply to some elections, regions or persons only, where the subject does not tell whether to them:
    #: they change the law for those, and come on top of `changes`.
    for_some: tuple[Change, ...] = ()
    _memo: dict[str, list[Change]] = attrs.field(factory=dict, init=False, eq=False)

    def by_instrument(self) -> dict[str, list[Change]]:
        """Return the changes grouped by the instrument that made them, in the order it became known."""
        if not self._memo:
            self._memo.update(self._grouped())
        return {by: list(found) for by, found in self._memo.items()}

    def _grouped(self) -> dict[str, list[Change]]:
        groups: dict[str, list[Change]] = {}
        for change in self.changes:
            for by in change.by:
                groups.setdefault(by, []).append(change)
        corpus = self.after.corpus

        def known(by: str) -> tuple[str, str]:
            instrument = corpus.instrument(by)
            return (instrument.known.latest if instrument else "", by)

        return {by: groups[by] for by in sorted(groups, key=known)}

    def apply(self, states: dict[str, State]) -> dict[str, State]:
        """Return the states after the changes: applied to those of `before` it gives those of `after`."""
        result = dict(states)
        for change in self.changes:
            if change.after is None:
                result.pop(change.target, None)
            else:
                result[change.target] = change.after
        return result

    def to_json(self) -> dict[str, object]:
        """Return the difference as plain data (the shape of ``electlaw diff --format json``)."""
        return {
            "before": {"on": self.before.on, "known": self.before.known},
            "after": {"on": self.after.on, "known": self.after.known},
            "changes": [change.to_json() for change in self.changes],
            "by_instrument": {by: [c.target for c in found] for by, found in self.by_instrument().items()},
            "for_some": [{**change.to_json(), "applies": list(change.applies)} for change in self.for_some],
        }

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        return f"<Diff {self.before.on} to {self.after.on}: {len(self)} changes>"


def states(law: Snapshot, skip: Callable[[str], bool] = lambda _: False) -> dict[str, State]:
    """Return the state of every place, instrument and parameter that is or was law, but for those to skip."""
    corpus, moment = law.corpus, law.moment
    found: dict[str, State] = {}
    for id in corpus.places():
        if not skip(id):
            folded = fold_place(corpus, id, moment)
            if folded.state not in ("not_yet", "not_found"):
                found[id] = (folded.state, _acts(folded))
    for instrument in corpus.instruments():
        if not skip(instrument.id):
            state = _whole(paint(corpus.whole(instrument.id), moment.on, moment.known))
            if state is not None:
                found[instrument.id] = state
    for key in corpus.parameter_keys():
        if not skip(key):
            found.update(standing(law, key))
    return found


def _settled_between(one: Snapshot, two: Snapshot) -> Callable[[str], bool]:
    """Return a test for targets whose answer surely is the same in both snapshots.

    None of their acts becomes known, begins or ends between the two; and where one log lies over the other, the upper
    one does not act on them.
    """
    corpus, other = one.corpus, two.corpus
    if one.moment.subject != two.moment.subject:
        return lambda _: False
    pairs = [(one.on, two.on), (one.known, two.known)]
    apart = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]

    def same(id: str) -> bool:
        if corpus is not other and not _shared(corpus, other, id):
            return False
        if not apart:
            return True
        turns = corpus.turns(id)
        return all(bisect_right(turns, first) == bisect_right(turns, last) for first, last in apart)

    return cache(same)


def _shared(one: Corpus, two: Corpus, id: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether two logs hold the very same acts on a target, and on the places its content was taken over from."""
    if "/" not in id:
        return one.settings(id) is two.settings(id) and one.whole(id) is two.whole(id)
    place = one.place(id)
    if place is not two.place(id):
        return False
    origins = [act.moved for act in place.contents if isinstance(act, Put) and act.op == "renumber" and act.moved]
    return all(origin in seen or _shared(one, two, origin, seen | {id}) for origin in origins)


def _whole(painted: Painted[Act]) -> State | None:
    if painted.winner is not None:
        return ("repealed" if painted.winner.op in ENDS else "in_force", (painted.winner,))
    return ("unknown", painted.doubts) if painted.doubts else None


def _acts(folded: Folded) -> tuple[Act, ...]:
    decided = folded.content or folded.winner
    open_ones = folded.doubts if folded.state == "unknown" else ()
    return (*((decided,) if decided else ()), *folded.holdings, *open_ones)


def standing(law: Snapshot, key: str) -> dict[str, State]:
    """Return what stands in each bracket of a parameter that any act ever named.

    The value of a wider bracket stands in a narrower one until an act sets the narrower; from then on the wider one
    ``varies``.
    """
    found: dict[str, State] = {}
    for target, bearing in _brackets(law.corpus, key).items():
        for act, covers in bearing:
            if act.known.latest <= law.known and act.span.contains(law.on):
                found[target] = (act.op if covers else "varies", (act,))
                break
    return found


#: For the parameters of a corpus: the acts that bear on each bracket, latest first, and whether they cover it whole.
_bearing: WeakKeyDictionary[Corpus, dict[str, dict[str, list[tuple[Setting, bool]]]]] = WeakKeyDictionary()


def _brackets(corpus: Corpus, key: str) -> dict[str, list[tuple[Setting, bool]]]:
    known = _bearing.setdefault(corpus, {})
    if key not in known:
        acts = corpus.settings(key)
        pivot = _pivot(acts)
        fixed = [(act, _words(act.scope, pivot)) for act in reversed(acts)]
        known[key] = {
            f"{key} [{bracket}]" if bracket else key: _on_bracket(fixed, own[0].scope, pivot)
            for bracket, own in corpus.brackets(key).items()
        }
    return known[key]


def _pivot(acts: tuple[Setting, ...]) -> str:
    """Return the input that most acts fix to words: those for other words are told apart by it at once."""
    names = Counter(
        condition.name for act in acts for condition in act.scope.conditions
        if condition.operator == "=" and condition.name != "region"
    )  # fmt: skip
    return max(names, key=names.__getitem__, default="")


def _words(scope: Scope, name: str) -> frozenset[str]:
    return frozenset(
        word for condition in scope.conditions if condition.name == name and condition.operator == "="
        for word in condition.values
    )  # fmt: skip


def _on_bracket(acts: list[tuple[Setting, frozenset[str]]], bracket: Scope, pivot: str) -> list[tuple[Setting, bool]]:
    mine = _words(bracket, pivot)
    found = []
    for act, words in acts:
        if mine and words and mine.isdisjoint(words):
            continue
        covers = bracket.implies(act.scope)
        apart = not covers and bracket.apart_from(act.scope)
        if covers or not (apart or (act.scope.special and not bracket.special)):
            found.append((act, covers))
    return found


def diff(before: Snapshot, after: Snapshot) -> Diff:
    """Return every change from `before` to `after`."""
    settled = _settled_between(before, after)
    old, new = states(before, settled), states(after, settled)
    changes = [
        Change(_kind(target), target, old.get(target), new.get(target))
        for target in {**old, **new}
        if old.get(target) != new.get(target)
    ]
    return Diff(before, after, tuple(sorted(changes, key=_order)), tuple(_for_some(before, after, settled)))


def _for_some(before: Snapshot, after: Snapshot, settled: Callable[[str], bool]) -> list[Change]:
    """Return what readings confined to some changed between two snapshots that do not say whom they are asked for."""
    named = {row["place"] for law in (before, after) for row in law.corpus.all("holdings") if row["applies"]}
    found = []
    for id in named:
        if not settled(id):
            one, two = _with_open(before, id), _with_open(after, id)
            if one[1] != two[1]:
                found.append(Change("provision", id, one[0], two[0]))
    return sorted(found, key=_order)


def _with_open(law: Snapshot, id: str) -> tuple[State, tuple[Act, ...]]:
    """Return the state of a place with the acts that may apply to the subject, and these alone."""
    folded = fold_place(law.corpus, id, law.moment)
    maybe = tuple(act for act in folded.doubts if act.scope.fits(law.moment.subject) is None)
    return (folded.state, tuple(dict.fromkeys((*_acts(folded), *maybe)))), maybe


def _kind(target: str) -> str:
    if "/" in target and " " not in target.partition("/")[0]:
        return "provision"
    return "parameter" if "." in target.partition(" ")[0] else "instrument"


def _order(change: Change) -> tuple[object, ...]:
    if change.kind == "provision":
        ref = Ref(change.target)
        return (1, ref.instrument, order_key(ref.path))
    return (0 if change.kind == "instrument" else 2, change.target, ())
