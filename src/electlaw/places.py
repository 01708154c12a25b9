"""The fold of one place: what the log says of it at a moment, before it is shaped for a reader."""

from __future__ import annotations

import attrs

from electlaw.acts import ENDS, Act, Holding, Instrument, Put
from electlaw.corpus import Corpus, Place
from electlaw.fold import Painted, paint
from electlaw.refs import order_key
from electlaw.snapshot import Moment

__all__ = ["Folded", "content_before", "fold_place"]


@attrs.frozen(eq=False, repr=False, slots=False)
class Folded:
    """What the log says of one place at one moment, before it is shaped for a reader."""

    state: str
    #: The act that decided the state: it gave the content, or took it away.
    winner: Act | None
    #: The act whose content stands (or stood until it was struck); None if there is none.
    content: Put | None
    #: Rulings that bear on that content, in the order they were pronounced.
    holdings: tuple[Holding, ...]
    doubts: tuple[Act, ...]
    ahead: Act | None

    def __repr__(self) -> str:
        return f"<Folded {self.state}: {self.content or self.winner!r}>"

    @property
    def signature(self) -> tuple[object, ...]:
        """What makes two states of a place the same: restating the same content is no difference."""
        winner = None if self.content else self.winner
        return (self.state, self.content or winner, self.holdings)


def fold_place(corpus: Corpus, id: str, moment: Moment) -> Folded:
    """Fold the acts on the place `id` at a moment."""
    place = corpus.place(id)
    if moment.known < place.first_known:
        return Folded(_before_first(corpus, place), None, None, (), (), None)
    painted = paint(place.contents, moment.on, moment.known, moment.subject)
    winner = painted.winner
    if not place.first_known:
        return _fold_absent(corpus, id, painted)
    if winner is None:
        state = "unknown" if painted.doubts else _before_first(corpus, place)
        return Folded(state, None, None, (), painted.doubts, painted.ahead)
    if winner.op in ENDS:
        return Folded("repealed", winner, None, (), painted.doubts, painted.ahead)
    content = winner if isinstance(winner, Put) else _content_below(place, winner, moment)
    if not place.holdings and (content is None or content.op != "renumber"):
        return Folded("in_force", winner, content, (), painted.doubts, painted.ahead)
    holdings, open_ones = _holdings(corpus, place, content, moment)
    state = "struck" if "struck" in [act.op for act in holdings] else "in_force"
    return Folded(state, winner, content, holdings, open_ones + painted.doubts, painted.ahead)


def _before_first(corpus: Corpus, place: Place) -> str:
    """Return the state before the first act on record.

    In a text modelled only in part, an act that amends amended something the log does not have.
    """
    instrument = corpus.instrument(place.id.partition("/")[0])
    partial = instrument is not None and instrument.status != "complete"
    return "unknown" if partial and place.contents and place.contents[0].op == "amend" else "not_yet"


def _fold_absent(corpus: Corpus, id: str, painted: Painted[Act]) -> Folded:
    """Tell a place that a complete text never had from one in a text modelled only in part."""
    from electlaw.outlines import lacks

    text, _, path = id.partition("/")
    instrument = corpus.instrument(text)
    last = corpus.last_pasal(text)
    beyond = last and path.startswith("pasal-") and order_key(path)[0][1] > last
    outlined = lacks(corpus.rows(f"outlines/{text}", path.partition("/")[0]), path)
    surely = beyond or outlined or instrument is None or instrument.status == "complete"
    if instrument is None or surely or _roman_in_vain(corpus, instrument, path):
        return Folded("not_found", None, None, (), (), None)
    ended = painted.winner is not None and painted.winner.op in ENDS
    return Folded("repealed" if ended else "unknown", painted.winner, None, (), painted.doubts, painted.ahead)


#: From here on only statutes and regulations that amend number their own articles in Roman (UU 10/2004, UU 12/2011,
#: Lampiran II); older codes and the constitution do so elsewhere.
_ROMAN_AMENDS = "2004-11-01"


def _roman_in_vain(corpus: Corpus, instrument: Instrument, path: str) -> bool:
    """Whether a path names a Roman article of a text that surely has none, as it amends nothing."""
    first = path.partition("/")[0]
    if not first.startswith("pasal-") or first[6:7].isdigit() or instrument.known.earliest < _ROMAN_AMENDS:
        return False
    title = instrument.title.lower()
    if not title or "perubahan" in title or "penyesuaian" in title:
        return False
    return not any(relation.op == "amends" for relation in corpus.relations_by(instrument.id))


def _content_below(place: Place, revived: Act, moment: Moment) -> Put | None:
    """Return the content that a revival brought back: the last one before the repeal it hit."""
    earlier = [
        act for act in place.contents if act.sort_key < revived.sort_key and isinstance(act, Put) and not act.ends
    ]
    found = paint(earlier, moment.on, moment.known, moment.subject).winner
    return found if isinstance(found, Put) else None


def _holdings(
    corpus: Corpus, place: Place, content: Put | None, moment: Moment
) -> tuple[tuple[Holding, ...], tuple[Act, ...]]:
    """Return the rulings that bear on the content: those that hit it, or hit what was renumbered into it."""
    bearing: list[Holding] = []
    doubts: list[Act] = []
    for holding, hit in zip(place.holdings, place.hits, strict=True):
        if not _bears(holding, hit, content, place.id):
            continue
        if holding.known.latest > moment.known:
            continue
        within = holding.span.contains(moment.on)
        if within is False:
            continue
        fits = holding.scope.fits(moment.subject) if holding.scope.conditions else True
        if fits and within:
            bearing.append(holding)
        elif fits is not False:
            doubts.append(holding)
    if content is not None and content.op == "renumber" and content.moved:
        origin = corpus.place(content.moved)
        before = content_before(origin, content)
        inherited, open_ones = _holdings(corpus, origin, before, moment)
        bearing = [*inherited, *bearing]
        doubts = [*open_ones, *doubts]
    return tuple(bearing), tuple(doubts)


def _bears(holding: Holding, hit: Act | None, content: Put | None, place: str) -> bool:
    """Whether a ruling bears on the content that stands.

    It does if it hit that content, or what a court revived. One older than the place, written at it, carries over
    what was held of the norm's predecessor.
    """
    if hit is None:
        return holding.target == place
    return hit is content or hit.op == "revives"


def content_before(origin: Place, mover: Put) -> Put | None:
    """Return the content of a place that an act took over into another place."""
    for act in reversed(origin.contents):
        if isinstance(act, Put) and not act.ends and act.sort_key < mover.sort_key:
            return act
    return None
