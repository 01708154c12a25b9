"""Which of two norms prevails, and on which ground: the higher, the special, the later.

The ladder is UU 12/2011 Pasal 7 ayat (1), its force Pasal 7 ayat (2); regulations outside it bind as Pasal 8 ayat (2)
says. Between norms of one rank the law itself settles little: what it writes (a repeal, an amendment, a derogation)
is followed and called settled; *lex posterior* alone is doctrine, and the answer says so. Where neither reaches,
the ground is ``unknown``.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Instrument, Relation, Text
from electlaw.corpus import REMARKS, Corpus
from electlaw.dates import When
from electlaw.instruments import instrument_state
from electlaw.provisions import provision
from electlaw.refs import Ref, cite, split_id
from electlaw.snapshot import Moment
from electlaw.views import Shown

__all__ = ["GROUNDS", "Precedence", "Reason", "prevails"]

#: Why a norm prevails: it alone is law; it is higher, special or later; the special one is for others; a ruling decides
#: how the other is read; it depends on the matter, which was not named; or nothing settles it.
GROUNDS = ("only_one_in_force", "superior", "special", "later", "elsewhere", "ruling", "matter", "unknown")

_LADDER, _FORCE = "uu-12-2011/pasal-7/ayat-1", "uu-12-2011/pasal-7/ayat-2"
_OUTSIDE, _BINDS, _REVIEW = "uu-12-2011/pasal-8/ayat-1", "uu-12-2011/pasal-8/ayat-2", "uu-12-2011/pasal-9/ayat-2"

#: UU 12/2011 is law from this day; general decisions older than it are read as regulations (its Pasal 100).
_DRAFTING_LAW = "2011-08-12"


@attrs.frozen
class Reason(Shown):
    """One step of the argument."""

    #: A stable word: ``rank``, ``outside_ladder``, ``derogates``, ``repeals``, ``later`` …
    code: str
    text: Text
    #: Places and instruments it rests on.
    basis: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the reason as plain data."""
        return {"code": self.code, "en": self.text.en, "id": self.text.id, "basis": list(self.basis)}


@attrs.frozen
class Precedence(Shown):
    """Which of two norms prevails at a moment."""

    one: Ref
    other: Ref
    moment: Moment
    #: The norm that prevails; None if that is unknown.
    winner: Ref | None
    #: One of `GROUNDS`.
    ground: str
    #: Whether the law itself says so; False where the answer rests on doctrine or there is none.
    settled: bool
    reasons: tuple[Reason, ...]

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data."""
        return {
            "one": str(self.one),
            "other": str(self.other),
            "on": self.moment.on,
            "known": self.moment.known,
            "winner": self.winner,
            "ground": self.ground,
            "settled": self.settled,
            "reasons": [reason.to_json() for reason in self.reasons],
        }


@attrs.frozen
class _Norm:
    """A norm as it takes part in the comparison."""

    ref: Ref
    instrument: Instrument
    #: Base text, by which relations between laws are found.
    text: str
    state: str
    #: The instrument its content comes from, and since when the public could know that content.
    by: str
    since: When
    order: int
    #: Rank in the ladder, lowest and highest it can be; None outside it.
    ranks: tuple[int, int] | None
    #: ``p8``, ``k``, ``e``, ``j`` outside the ladder, else empty.
    outside: str
    issuer: str

    @property
    def name(self) -> str:
        return cite(self.ref, short=True)


def prevails(corpus: Corpus, one: str, other: str, moment: Moment) -> Precedence:
    """Return which of two norms prevails at a moment; each is an instrument or a place in one.

    A norm for a region or person the subject of the moment excludes is left to the caller: name the region in the
    subject to have special statutes weighed for it. Raises `NotFound` for an unknown instrument.
    """
    first, second = (_norm(corpus, Ref(ref), moment) for ref in (one, other))
    winner, ground, settled, reasons = _weigh(corpus, first, second, moment)
    return Precedence(first.ref, second.ref, moment, winner.ref if winner else None, ground, settled, tuple(reasons))


_Verdict = tuple["_Norm | None", str, bool, list[Reason]]


def _weigh(corpus: Corpus, one: _Norm, other: _Norm, moment: Moment) -> _Verdict:
    for step in (_by_force, _by_ruling, _by_written_word, _by_rank, _by_matter, _by_time):
        verdict = step(corpus, one, other, moment)
        if verdict is not None:
            return verdict
    reason = Reason(
        "no_rule", Text("No rule settles which of the two prevails.", "Tidak ada kaidah yang menentukannya.")
    )
    return None, "unknown", False, [reason]


def _norm(corpus: Corpus, ref: Ref, moment: Moment) -> _Norm:
    state = instrument_state(corpus, ref.instrument, moment)
    instrument, by, word = state.instrument, state.id, state.state
    if ref.path:
        found = provision(corpus, ref, moment)
        by, word = found.content_since or by, found.state
    maker = corpus.instrument(by) or instrument
    kind = corpus.row("kinds", instrument.kind)
    rank = kind["rank"] if kind else ""
    return _Norm(
        ref, instrument, corpus.base_of(instrument.id), word, by, maker.known, maker.order,
        _ranks(corpus, instrument, rank), rank if not rank[:1].isdigit() else "", _issuer(instrument),
    )  # fmt: skip


def _ranks(corpus: Corpus, instrument: Instrument, rank: str) -> tuple[int, int] | None:
    """Return the ranks an instrument can have: a Perda is of a province (6) or of a regency or city (7)."""
    if rank == "6/7":
        slug = _issuer(instrument)
        found = {6 if not row["parent"] else 7 for row in corpus.all("regions") if _slug(row["short"]) == slug}
        return (min(found), max(found)) if found else (6, 7)
    return (int(rank), int(rank)) if rank.isdigit() else None


def _slug(name: str) -> str:
    return name.casefold().replace(" ", "-")


def _issuer(instrument: Instrument) -> str:
    """Return what the id names between kind and number: the region or office that issued it."""
    return split_id(instrument.id)[0].removeprefix(instrument.kind).lstrip("-")


# -- force and rulings ----------------------------------------------------------------------------------


def _by_force(_: Corpus, one: _Norm, other: _Norm, __: Moment) -> _Verdict | None:
    reasons = [
        Reason(
            "not_in_force",
            Text(
                f"{norm.name} is not law on that day ({norm.state}).",
                f"{norm.name} tidak berlaku pada hari itu ({norm.state}).",
            ),
            (norm.ref,),
        )
        for norm in (one, other)
        if norm.state != "in_force"
    ]
    if not reasons:
        return None
    open_ones = [norm for norm in (one, other) if norm.state == "unknown"]
    alive = [norm for norm in (one, other) if norm.state == "in_force"]
    if open_ones or not alive:
        return None, "unknown", False, reasons
    return alive[0], "only_one_in_force", True, reasons


def _by_ruling(corpus: Corpus, one: _Norm, other: _Norm, _: Moment) -> _Verdict | None:
    for ruling, norm in ((one, other), (other, one)):
        if ruling.outside != "j":
            continue
        if norm.outside != "j":
            asked = norm.ref if norm.ref.path else norm.text
            places = [act.target for act in corpus.effects(ruling.ref.instrument) if act.op not in REMARKS]
            hit = [p for p in places if f"{p}/".startswith(f"{asked}/") or f"{asked}/".startswith(f"{p}/")]
            if hit:
                text = Text(
                    f"{ruling.name} decides how {norm.name} is to be read, or voids it, and binds everyone.",
                    f"{ruling.name} menentukan pemaknaan {norm.name}, atau membatalkannya, dan mengikat semua orang.",
                )
                return ruling, "ruling", True, [Reason("ruling", text, tuple(dict.fromkeys(hit)))]
        text = Text(
            f"{ruling.name} is a ruling and no norm of the ladder.",
            f"{ruling.name} putusan, bukan norma dalam hierarki.",
        )
        return None, "unknown", False, [Reason("ruling_apart", text, (ruling.ref,))]
    return None


# -- what the laws themselves say -----------------------------------------------------------------------


def _by_written_word(corpus: Corpus, one: _Norm, other: _Norm, moment: Moment) -> _Verdict | None:
    """Follow a derogation written between norms of one rank; a higher norm is never displaced this way."""
    if one.ranks != other.ranks or one.outside != other.outside:
        return None
    for general, special in ((one, other), (other, one)):
        for relation in corpus.relations(general.text):
            if relation.op == "derogates" and relation.by == special.text and _counts(relation, moment):
                return _special(corpus, general, special, moment)
    return None


def _counts(relation: Relation, moment: Moment) -> bool:
    return relation.known.latest <= moment.known and relation.span.contains(moment.on) is True


def _special(corpus: Corpus, general: _Norm, special: _Norm, moment: Moment) -> _Verdict:
    codes = sorted({row["region"] for row in corpus.all("special-rules") if f" {special.text}/" in f" {row['basis']}"})
    region = str(moment.subject.get("region", ""))
    if region and codes and not any(f"{region}.".startswith(f"{code}.") for code in codes):
        text = Text(
            f"{special.name} is special for other regions ({', '.join(codes)}), not for {region}.",
            f"{special.name} khusus bagi daerah lain ({', '.join(codes)}), bukan {region}.",
        )
        return general, "elsewhere", True, [Reason("other_region", text, (special.text,))]
    where = f" ({', '.join(codes)})" if codes else ""
    text = Text(
        f"{special.name} is the special rule{where}: {general.name} leaves its matter to it.",
        f"{special.name} aturan khusus{where}: {general.name} menyerahkan hal itu kepadanya.",
    )
    basis = ("uu-1-2015/pasal-199", special.text) if general.text == "uu-1-2015" else (general.text, special.text)
    reasons = [Reason("derogates", text, basis)]
    if codes and not region:
        reasons.append(
            Reason(
                "region_open",
                Text("No region was named: it prevails there alone.", "Daerah tidak disebut: ia unggul di sana saja."),
            )
        )
    return special, "special", True, reasons


# -- rank -----------------------------------------------------------------------------------------------


def _by_rank(corpus: Corpus, one: _Norm, other: _Norm, moment: Moment) -> _Verdict | None:
    if one.ranks and other.ranks:
        return _ladder(one, other)
    for inside, outside in ((one, other), (other, one)):
        if inside.ranks and outside.outside:
            return _beside(corpus, inside, outside, moment)
    if one.outside != other.outside:
        for rule, act in ((one, other), (other, one)):
            if rule.outside == "p8" and act.outside in ("k", "e"):
                return _no_regulation(rule, act)
    return _delegated(corpus, one, other, moment)


def _ladder(one: _Norm, other: _Norm) -> _Verdict | None:
    assert one.ranks is not None
    assert other.ranks is not None
    for high, low in ((one, other), (other, one)):
        assert high.ranks is not None
        assert low.ranks is not None
        if high.ranks[1] < low.ranks[0]:
            text = Text(
                f"{high.name} stands above {low.name} in the ladder.",
                f"{high.name} lebih tinggi daripada {low.name} dalam hierarki.",
            )
            return high, "superior", True, [Reason("rank", text, (_LADDER, _FORCE))]
    if one.ranks != other.ranks or one.ranks[0] != one.ranks[1]:
        text = Text("Whose regional regulation it is cannot be told.", "Tidak diketahui perda siapa yang dimaksud.")
        return None, "unknown", False, [Reason("rank_open", text, (_LADDER,))]
    return None


def _beside(corpus: Corpus, inside: _Norm, outside: _Norm, moment: Moment) -> _Verdict:
    """Weigh a norm of the ladder against one outside it."""
    if outside.outside in ("k", "e"):
        return _no_regulation(inside, outside)
    assert inside.ranks is not None
    if inside.ranks[1] <= 3:
        text = Text(
            f"{outside.name} binds as a higher rule orders it or within authority, and is reviewed against statutes.",
            f"{outside.name} mengikat bila diperintahkan atau berdasar kewenangan, dan diuji terhadap undang-undang.",
        )
        return inside, "superior", True, [Reason("outside_ladder", text, (_BINDS, _REVIEW))]
    delegated = _delegated(corpus, inside, outside, moment)
    if delegated is not None:
        return delegated
    text = Text(
        f"{outside.name} stands outside the ladder: no rule orders it against {inside.name}.",
        f"{outside.name} di luar hierarki: tidak ada kaidah urutannya terhadap {inside.name}.",
    )
    return None, "unknown", False, [Reason("no_order", text, (_OUTSIDE, _BINDS))]


def _no_regulation(rule: _Norm, act: _Norm) -> _Verdict:
    """Let a regulation prevail over a decision or circular; an old general decision may be one (Pasal 100)."""
    if act.outside == "k" and act.since.earliest < _DRAFTING_LAW:
        text = Text(
            f"{act.name} is older than UU 12/2011: if it regulates in general, it is read as a regulation.",
            f"{act.name} lebih tua dari UU 12/2011: bila bersifat mengatur, dibaca sebagai peraturan.",
        )
        return None, "unknown", False, [Reason("old_decision", text, ("uu-12-2011",))]
    text = Text(
        f"{act.name} is a decision, instruction or letter, no regulation: it cannot set aside {rule.name}.",
        f"{act.name} keputusan, instruksi, atau surat, bukan peraturan: tidak dapat menyimpangi {rule.name}.",
    )
    return rule, "superior", True, [Reason("no_regulation", text, (_LADDER, _OUTSIDE))]


def _delegated(corpus: Corpus, one: _Norm, other: _Norm, moment: Moment) -> _Verdict | None:
    """Let a rule prevail over the one made to implement it, which binds as it orders (Pasal 8 ayat (2))."""
    if one.outside == other.outside == "" or one.text == other.text:
        return None
    for ordering, made in ((one, other), (other, one)):
        for relation in corpus.relations(ordering.text):
            if relation.op == "implements" and relation.by == made.instrument.id and _counts(relation, moment):
                text = Text(
                    f"{made.name} implements {ordering.name} and binds as that orders.",
                    f"{made.name} melaksanakan {ordering.name} dan mengikat sepanjang diperintahkan olehnya.",
                )
                return ordering, "superior", True, [Reason("delegated", text, (_BINDS, made.instrument.id))]
    return None


# -- matter ---------------------------------------------------------------------------------------------


def _by_matter(corpus: Corpus, one: _Norm, other: _Norm, moment: Moment) -> _Verdict | None:
    """Weigh two statutes made for different kinds of election or for government: the matter decides, once named.

    What a statute is made for is read from the legal frames; a statute for one region has its derogation written.
    """
    if one.ranks is None or one.text == other.text:
        return None
    made = {row["instrument"]: row for row in corpus.all("frames") if not row["applies"]}
    first, second = made.get(one.text), made.get(other.text)
    if first is None or second is None or first["topic"] == second["topic"]:
        return None
    kind = moment.subject.get("kind")
    for norm, row, general in ((one, first, other), (other, second, one)):
        if row["topic"] == kind:
            text = Text(
                f"{norm.name} is made for that matter ({row['en']}) and prevails on it over {general.name},"
                " be it the later. That is doctrine: no law writes it.",
                f"{norm.name} dibuat untuk hal itu ({row['id']}) dan unggul mengenainya atas {general.name},"
                " sekalipun yang lebih baru. Ini doktrin: tidak tertulis dalam undang-undang.",
            )
            return norm, "special", False, [Reason("special_matter", text, (one.text, other.text))]
    if kind:
        return None
    reasons = [
        Reason(
            "special_matter",
            Text(
                f"{norm.name} is the special statute on its matter: {row['en']}.",
                f"{norm.name} undang-undang khusus dalam halnya: {row['id']}.",
            ),
            (norm.text,),
        )
        for norm, row in ((one, first), (other, second))
    ]
    later = _by_time(corpus, one, other, moment)
    return None, "matter", False, [*reasons, *(later[3] if later is not None else ())]


# -- time -----------------------------------------------------------------------------------------------


def _by_time(corpus: Corpus, one: _Norm, other: _Norm, __: Moment) -> _Verdict | None:
    """Let the later of two norms of one rank prevail; outside the ladder, of one kind and issuer."""
    if one.ranks is None and (one.instrument.kind, one.issuer) != (other.instrument.kind, other.issuer):
        text = Text(
            "Both stand outside the ladder and come from different makers: no rule orders them.",
            "Keduanya di luar hierarki dan berbeda pembentuk: tidak ada kaidah urutannya.",
        )
        return None, "unknown", False, [Reason("no_order", text, (_OUTSIDE, _BINDS))]
    if one.by == other.by or (one.text == other.text and (one.ref.path or other.ref.path)):
        text = Text(
            "Both stand in one text: they are read together.",
            "Keduanya dalam satu naskah: dibaca bersama.",
        )
        return None, "unknown", False, [Reason("same_text", text, (one.text,))]
    for early, late in ((one, other), (other, one)):
        after = early.since.latest < late.since.earliest
        same_day = early.since == late.since and early.since.exact and early.order < late.order
        if after or same_day:
            return late, "later", one.text == other.text, _later(corpus, early, late)
    text = Text("Which of the two is later is not known.", "Tidak diketahui mana yang lebih baru.")
    return None, "unknown", False, [Reason("time_open", text, (one.by, other.by))]


def _later(corpus: Corpus, early: _Norm, late: _Norm) -> list[Reason]:
    if any(act.op == "ratifies" and act.target == early.by for act in corpus.relations_by(late.by)):
        text = Text(
            f"{late.name} made {early.name} a statute: one text, cited through the statute since.",
            f"{late.name} menetapkan {early.name} menjadi UU: satu naskah, sejak itu disebut melalui UU tersebut.",
        )
        return [Reason("ratifies", text, (late.by, early.by))]
    if early.text == late.text:
        text = Text(
            f"Both amend one text; {late.name} is later and prevails wherever both wrote the same place.",
            f"Keduanya mengubah satu naskah; {late.name} lebih baru dan unggul pada ketentuan yang sama.",
        )
        return [Reason("amends_later", text, (early.text, late.by))]
    equal = Text("Both are of one rank.", "Keduanya setingkat.")
    text = Text(
        f"{late.name} is the later norm ({late.since}, the other {early.since}) and prevails unless {early.name} is"
        " special on the matter. That is doctrine: no law writes it.",
        f"{late.name} norma yang lebih baru ({late.since}, yang lain {early.since}) dan unggul kecuali {early.name}"
        " khusus mengenai hal itu. Ini doktrin: tidak tertulis dalam undang-undang.",
    )
    return [Reason("same_rank", equal, (_LADDER,) if late.ranks else ()), Reason("later", text, (early.by, late.by))]
