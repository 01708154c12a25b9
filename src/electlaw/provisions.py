"""Provisions: what one place of the law is at a moment, and everything that makes it so."""

from __future__ import annotations

import attrs

from electlaw.acts import Act, Holding, Put, Text, weakest
from electlaw.corpus import Corpus
from electlaw.errors import Invalid
from electlaw.fold import paint
from electlaw.places import Folded, content_before, fold_place
from electlaw.refs import Ref, cite, order_key
from electlaw.snapshot import Basis, Moment, act_json
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.history import History
    from electlaw.special import SpecialRule

__all__ = ["Provision", "provision"]


@attrs.frozen(repr=False, slots=False)
class Provision(Shown):
    """One place of the law at one moment, with everything that makes it so.

    Attributes hold the answer; `history` the way to it; `basis` the acts it rests on.
    """

    #: The place itself, in the text it belongs to.
    place: Ref
    #: The reference as it was asked.
    cited: Ref
    #: The day asked about, the day of knowledge, and the subject.
    moment: Moment
    #: One of `STATES`.
    state: str
    _folded: Folded = attrs.field(eq=False)
    _corpus: Corpus = attrs.field(eq=False)

    @property
    def on(self) -> str:
        """The day asked about."""
        return self.moment.on

    @property
    def known(self) -> str:
        """The day of knowledge."""
        return self.moment.known

    @property
    def version(self) -> str | None:
        """The instrument that last restated the place; of a repealed place, the one that repealed it."""
        restated = self._restated()
        if restated is not None:
            return restated.by
        winner = self._folded.winner
        content = self._folded.content
        return content.by if content else winner.by if winner else None

    def _restated(self) -> Put | None:
        content = self._folded.content
        if content is None:
            return None
        latest = paint(self._corpus.place(self.place).restated, self.on, self.known).winner
        return latest if latest is not None and latest.sort_key > content.sort_key else None

    @property
    def content_since(self) -> str | None:
        """The instrument since which the content stands; a restated but unchanged place differs from `version`."""
        content = self._folded.content
        return content.by if content else None

    @property
    def construed_by(self) -> tuple[str, ...]:
        """Rulings that say how the content is to be read, in order; those that struck it are in `struck_by`."""
        return tuple(dict.fromkeys(act.by for act in self._folded.holdings if act.op not in ("struck", "adjusts")))

    @property
    def struck_by(self) -> tuple[str, ...]:
        """Rulings that declared the content void."""
        return tuple(dict.fromkeys(act.by for act in self._folded.holdings if act.op == "struck"))

    @property
    def adjusted_by(self) -> tuple[str, ...]:
        """Statutes that changed it by a general rule without naming it, as UU 1/2026 did to penalties."""
        return tuple(dict.fromkeys(act.by for act in self._folded.holdings if act.op == "adjusts"))

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """What those rulings and statutes did, in order."""
        return self._folded.holdings

    @property
    def parts(self) -> tuple[tuple[Ref, Holding], ...]:
        """Rulings and adjustments on places within this one: its own summary then does not tell the whole law."""
        if self._folded.content is None:
            return ()
        return tuple(
            (Ref(place), act)
            for place in self._corpus.held_within(self.place)
            for act in fold_place(self._corpus, place, self.moment).holdings
            if act.target == place
        )

    @property
    def remarks(self) -> tuple[Holding, ...]:
        """Rulings on the content that changed nothing in it: upheld, applied, or not dealt with; in order."""
        content = self._folded.content
        if content is None:
            return ()
        return tuple(
            act for act in self._corpus.place(self.place).remarks
            if content.known.earliest <= act.known.latest <= self.known
            and act.span.contains(self.on) and act.scope.fits(self.moment.subject) is not False
        )  # fmt: skip

    @property
    def special(self) -> tuple[SpecialRule, ...]:
        """The rules of the subject's region that stand beside or over this place (UU 1/2015 Pasal 199)."""
        named = self.moment.subject.get("region")
        if not named or self._folded.content is None:
            return ()
        from electlaw.special import over

        return over(self._corpus, str(named), self.place, self.moment)

    @property
    def doubts(self) -> tuple[Act, ...]:
        """Acts that would change the answer if a missing input said so."""
        return self._folded.doubts

    @property
    def needs(self) -> tuple[str, ...]:
        """Names of the inputs that would settle the doubts."""
        names = [name for act in self.doubts for name in act.scope.missing(self.moment.subject)]
        return tuple(dict.fromkeys(names))

    @property
    def waits_for(self) -> str | None:
        """The condition that must be met before the place has force, if it waits for one."""
        ahead = self._folded.ahead
        return ahead.span.condition or None if ahead is not None and self.state == "not_yet" else None

    @property
    def heading(self) -> Text:
        """What the pasal is about, from the latest act that said so."""
        content = self._folded.content
        said = [
            act.heading for act in self._corpus.place(self.place).contents
            if isinstance(act, Put) and act.heading and act.known.latest <= self.known
            and (content is None or act.sort_key <= content.sort_key)
        ]  # fmt: skip
        return said[-1] if said else Text()

    @property
    def summary(self) -> Text:
        """The content in our own words; empty if there is none."""
        content = self._folded.content
        seen = 0
        while content is not None and content.op == "renumber" and not content.text and content.moved and seen < 9:
            content, seen = content_before(self._corpus.place(content.moved), content), seen + 1
        return content.text if content is not None else Text()

    @property
    def refers(self) -> tuple[str, ...]:
        """Places the content refers to; one that is stale on that day is written ``stated>meant``."""
        content = self._folded.content
        return tuple(self._reference(entry) for entry in content.refers) if content is not None else ()

    def _reference(self, entry: str) -> str:
        """Return a cross-reference as of the day: one that went stale later is not yet stale before."""
        stated, *meanings = entry.split(">")
        now = stated
        for meaning in meanings:
            place, _, by = meaning.partition("@")
            mover = self._corpus.instrument(by) if by else None
            if mover is None or (mover.known.latest <= self.known and mover.span.contains(self.on)):
                now = place
        return stated if now == stated else f"{stated}>{now}"

    @property
    def moved_to(self) -> Ref | None:
        """Where the content went when the place was emptied."""
        winner = self._folded.winner
        return Ref(winner.moved) if isinstance(winner, Put) and winner.ends and winner.moved else None

    @property
    def moved_from(self) -> Ref | None:
        """Where the content came from when it was taken over from another place."""
        content = self._folded.content
        return Ref(content.moved) if content is not None and content.moved else None

    @property
    def cited_contains(self) -> bool:
        """Whether the law it was cited through itself enacted, restated, repealed or took up this place."""
        if self.cited.instrument == self.place.instrument:
            return True
        same = {self.cited.instrument} | {
            act.target for act in self._corpus.relations_by(self.cited.instrument) if act.op == "ratifies"
        }
        return any(act.by in same for act in self._corpus.place(self.place).acts() if not isinstance(act, Holding))

    @property
    def unread(self) -> bool:
        """Whether it is unknown because the log holds only part of its instrument, and no act on this place."""
        return self.state == "unknown" and not self.doubts and not self._corpus.place(self.place).contents

    @property
    def nearest(self) -> tuple[Ref, ...]:
        """The nearest places that exist for one that was not found, and those that were read for one that was not."""
        return _nearest(self._corpus, self.place) if self.state == "not_found" or self.unread else ()

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The acts the answer rests on: what gave or took the content, the restatement, the rulings."""
        folded = self._folded
        acts = [folded.content, folded.winner, self._restated(), *folded.holdings]
        return tuple(Basis.of(act) for act in dict.fromkeys(act for act in acts if act is not None))

    @property
    def verified(self) -> str | None:
        """The weakest verification among the basis; None for what rests on nothing yet."""
        grades = [item.verified for item in self.basis]
        return weakest(grades) if grades else None

    @property
    def projected(self) -> bool:
        """Whether the question reaches past the data's cut-off."""
        return self.moment.projected

    def history(self, axis: str = "on") -> History:
        """Return the acts on the place known by the day of knowledge, and the versions they make.

        With the axis ``"on"`` the versions run over the days of force, as now known; with ``"known"`` over the days
        of knowledge, for the day asked about. Raises `Invalid` for any other axis.
        """
        if axis not in ("on", "known"):
            raise Invalid(
                f"no axis {axis!r}: versions run over 'on' or 'known'",
                id=f"tidak ada sumbu {axis!r}: riwayat berjalan menurut 'on' atau 'known'",
                choices=("on", "known"),
            )
        from electlaw.history import trace

        return trace(self._corpus, self.place, self.moment, axis)

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data (the shape of ``electlaw law --format json``)."""
        return {
            "ref": str(self.cited),
            "place": str(self.place),
            "citation": cite(self.place),
            "on": self.on,
            "known": self.known,
            "projected": self.projected,
            "state": self.state,
            "version": self.version,
            "content_since": self.content_since,
            "construed_by": list(self.construed_by),
            "struck_by": list(self.struck_by),
            "adjusted_by": list(self.adjusted_by),
            "parts": [{"place": str(place), "by": act.by, "op": act.op} for place, act in self.parts],
            "remarks": [
                {"place": act.target, "by": act.by, "op": act.op, "id": act.text["id"], "en": act.text["en"]}
                for act in self.remarks
            ],
            "special": [rule.to_json() for rule in self.special],
            "heading": {"id": self.heading["id"], "en": self.heading["en"]},
            "summary": {"id": self.summary["id"], "en": self.summary["en"]},
            "moved_to": self.moved_to,
            "moved_from": self.moved_from,
            "waits_for": self.waits_for,
            "cited_contains": self.cited_contains,
            "unread": self.unread,
            "nearest": list(self.nearest),
            "doubts": [Basis.of(act).to_json() for act in self.doubts],
            "needs": list(self.needs),
            "history": [act_json(act) for act in self.history()],
            "versions": [version.to_json() for version in self.history().versions],
            "basis": [item.to_json() for item in self.basis],
            "verified": self.verified,
        }

    def __repr__(self) -> str:
        return f"<Provision {cite(self.place, short=True)} on {self.on}: {self.state}>"


def provision(corpus: Corpus, ref: Ref, moment: Moment) -> Provision:
    """Answer what a place is at a moment.

    A reference through a ruling means the place of the law the ruling dealt with. Raises `Invalid` for a reference to
    an instrument as a whole or to a place a ruling did not deal with, and `NotFound` for an instrument the register
    does not have; a place that its text never had is an answer with the state ``not_found``.
    """
    if not ref.path:
        raise Invalid(
            f"{cite(ref, short=True)} is a whole instrument: name a pasal, or ask law.instrument",
            id=f"{cite(ref, short=True)} adalah peraturan utuh: sebut pasalnya, atau tanyakan peraturannya",
        )
    if ref.path.startswith(_WITHIN_PASAL):
        raise Invalid(
            f"{cite(ref, short=True)}: an ayat, huruf or angka stands in a pasal: name the pasal",
            id=f"{cite(ref, short=True)}: ayat, huruf, atau angka berada dalam pasal: sebut pasalnya",
        )
    place = corpus.place_of(ref)
    if ref.instrument.startswith(_COURTS):
        place = _through_ruling(corpus, ref)
    folded = fold_place(corpus, place, moment)
    return Provision(Ref(place), ref, moment, folded.state, folded, corpus)


_COURTS = ("mk-", "ma-")
_WITHIN_PASAL = ("ayat-", "huruf-", "angka-")


def _through_ruling(corpus: Corpus, ref: Ref) -> str:
    """Return the place a ruling dealt with: the one named, what holds it, or what it holds."""
    ruling, path = ref.instrument, ref.path
    dealt = [row["place"] for row in corpus.all("holdings") if row["by"] == ruling]
    dealt += [place.strip() for row in corpus.rows("rulings", ruling) for place in row["tested"].split(",") if place]
    found = {corpus.place_of(f"{place.partition('/')[0]}/{path}") for place in dealt if _related(place, path)}
    if len(found) == 1:
        return found.pop()
    name = cite(ruling, short=True)
    raise Invalid(
        f"{name} is a ruling and has no articles: ask for the place it dealt with, or law.instrument for itself",
        id=f"{name} adalah putusan dan tidak berpasal: tanyakan ketentuan yang diujinya, atau putusannya sendiri",
        choices=(sorted(found) or list(dict.fromkeys(dealt)))[:5],
    )


def _related(place: str, path: str) -> bool:
    """Whether a place has this path, stands in it, or holds it; a whole text holds every path."""
    own = place.partition("/")[2]
    return own in ("", path) or own.startswith(f"{path}/") or path.startswith(f"{own}/")


def _nearest(corpus: Corpus, place: Ref) -> tuple[Ref, ...]:
    text, path = place.instrument, place.path
    paths = list(dict.fromkeys(corpus.paths(text) + _outlined(corpus, text)))
    above = path
    while above:
        above, _, _ = above.rpartition("/")
        depth = above.count("/") + 1 if above else 0
        wanted = path.split("/")[depth]
        level = wanted.partition("-")[0]
        siblings = [
            other for other in paths
            if other.rpartition("/")[0] == above and other.rpartition("/")[2].startswith(f"{level}-")
        ]  # fmt: skip
        if siblings:
            aim = order_key(wanted)[0]
            siblings.sort(key=lambda other: _distance(order_key(other.split("/")[-1])[0], aim))
            return tuple(Ref(f"{text}/{other}") for other in siblings[:3])
        if above in paths:
            return (Ref(f"{text}/{above}"),)
    return ()


def _outlined(corpus: Corpus, text: str) -> list[str]:
    from electlaw.outlines import parts_of

    return [path for row in corpus.all(f"outlines/{text}") for path in (row["place"], *parts_of(row))]


def _distance(one: tuple[int, int, str], other: tuple[int, int, str]) -> tuple[int, int]:
    letters = abs(ord((one[2] or "`")[0]) - ord((other[2] or "`")[0]))
    return (abs(one[1] - other[1]), letters)
