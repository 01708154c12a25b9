"""Polling stations, ballots, votes and counts held again, postponement, and the bodies that run the election."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.errors import OutOfCoverage
from electlaw.findings import Finding, Ground, Said
from electlaw.rules.campaign import ceiling
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, register
from electlaw.rules.shares import LimitTest
from electlaw.rules.voter_cases import PostponementCase, RecountCase, RevoteCase, StationCase
from electlaw.rules.windows import Window, contradiction, count_text, last_day, open_value, subject_of, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["RULES"]

_LAW = "uu-1-2015/pasal-"


# -- stations -------------------------------------------------------------------------------------------


#: An election for which the statute's number stands alone.
_NO_NUMBER_OF_THE_KPU = "pilkada-2015"


def _size(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, StationCase)
    ours = law.parameter("polling_station.voters_max", **subject_of(case))
    by_law = law.parameter("polling_station.voters_max", event=_NO_NUMBER_OF_THE_KPU)
    statute = int(by_law.stated) if by_law.state == "set" else 0
    basis = grounds(by_law, *((ours,) if ours.state == "set" and ours.act is not by_law.act else ()))
    fact: dict[str, object] = {"statute": statute}
    kpu = int(ours.stated) if ours.state == "set" and ours.stated and not ours.needs else None
    if kpu is not None and kpu != statute:
        fact["kpu"] = kpu
    if case.voters is None:
        return missing(rule, case, ["voters"], fact, basis)
    fact["measured"] = case.voters
    if case.voters > statute:
        return answer(rule, "fail", Said(_say_size, case.voters, statute, kpu), fact, basis, field="voters")
    if kpu is None and ours.needs:
        return missing(rule, case, ["event"], fact, basis)
    if kpu is None and ours.doubts:
        return _vague(rule, case.voters, ours, statute, fact)
    kpu = statute if kpu is None else kpu
    met = case.voters <= kpu
    return answer(
        rule, "pass" if met else "fail", Said(_say_size, case.voters, statute, kpu), fact, basis, field="voters"
    )


def _vague(rule: Rule, voters: int, ours: Value, statute: int, fact: dict[str, object]) -> Finding:
    """Judge by a norm of which it is not known whether it was promulgated by that day."""
    numbers = [int(act.value) for act in ours.doubts if act.value]
    fact["kpu_if"] = least = min(numbers, default=statute)
    basis = tuple(Ground(act.by, act.verified) for act in ours.doubts)
    if voters <= least:
        return answer(rule, "pass", Said(_say_size, voters, statute, least), fact, basis, field="voters")
    text = Text("The KPU's rule for that election is narrower; whether it was promulgated by that day is not on record",
                "Aturan KPU untuk pemilihan itu lebih sempit; tanggal pengundangannya tidak tercatat")  # fmt: skip
    readings = (("fail", Text(f"at most {least}", f"paling banyak {least}")),
                ("pass", Text(f"at most {statute}", f"paling banyak {statute}")))  # fmt: skip
    return answer(rule, "undetermined", text, fact, basis, field="voters", readings=readings)


def _say_size(lang: str, voters: int, statute: int, kpu: int | None) -> str:
    more = kpu is not None and kpu != statute
    if lang == "id":
        tail = f", menurut KPU untuk pemilihan ini {kpu}" if more else ""
        return f"{voters} pemilih; paling banyak {statute} menurut undang-undang{tail}"
    tail = f", {kpu} by the KPU for this election" if more else ""
    return f"{voters} voters; at most {statute} by the statute{tail}"


def _reserve(total: int, stated: str) -> tuple[int, int]:
    """Return a percentage of a total, rounded down and up."""
    from fractions import Fraction

    exact = Fraction(stated) * total / 100
    return exact.numerator // exact.denominator, -(-exact.numerator // exact.denominator)


def _ballots(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, StationCase)
    share, counted = law.parameter("ballot.station_reserve"), law.parameter("ballot.station_count")
    basis = grounds(share, counted)
    more = counted.value == "dpt_and_additional_list"
    lacks = [n for n in ("dpt", *(("additional",) if more else ()), "ballots") if getattr(case, n) is None]
    fact: dict[str, object] = {"counted": counted.stated}
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    assert case.dpt is not None
    base = case.dpt + (case.additional or 0 if more else 0)
    low, high = _reserve(case.dpt, share.stated)
    return _near(rule, "ballots", int(case.ballots or 0), base + low, base + high, fact, basis)


def _near(
    rule: Rule, name: str, measured: int, low: int, high: int, fact: dict[str, object], basis: tuple[Ground, ...]
) -> Finding:
    fact |= {"wanted": high, "measured": measured}
    met = low <= measured <= high
    return answer(rule, "pass" if met else "fail", Said(_say_near, measured, low, high), fact, basis, field=name)


def _say_near(lang: str, measured: int, low: int, high: int) -> str:
    wanted = str(high) if low == high else f"{low}-{high}"
    if lang == "id":
        return f"{measured} surat suara; seharusnya {wanted} (daftar ditambah cadangan 2,5 persen)"
    return f"{measured} ballots; {wanted} are due (the list and a reserve of 2.5 percent)"


def _print(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, StationCase)
    share = law.parameter("ballot.reserve")
    basis = grounds(share)
    lacks = [name for name in ("contest_dpt", "printed") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    assert case.contest_dpt is not None
    low, high = _reserve(case.contest_dpt, share.stated)
    return _near(rule, "printed", int(case.printed or 0), case.contest_dpt + low, case.contest_dpt + high, {}, basis)


def _exactly(key: str, name: str, noun: Text) -> Callable[[Rule, Law, Case], Finding]:
    def check(rule: Rule, law: Law, case: Case) -> Finding:
        value = law.parameter(key)
        ended = open_value(rule, law, case, value)
        if ended is not None:
            return ended
        wanted, basis = int(value.stated), grounds(value)
        measured = getattr(case, name)
        fact: dict[str, object] = {"wanted": wanted}
        if measured is None:
            return missing(rule, case, [name], fact, basis)
        fact["measured"] = measured
        met = measured == wanted
        return answer(
            rule, "pass" if met else "fail", Said(_say_exactly, noun, measured, wanted), fact, basis, field=name
        )

    return check


def _say_exactly(lang: str, noun: Text, measured: int, wanted: int) -> str:
    return f"{noun[lang]}: {measured}; {'seharusnya' if lang == 'id' else 'due are'} {wanted}"


# -- votes held again -----------------------------------------------------------------------------------

_FLAGS = {"security_disturbance": "112/ayat-1", "improper_opening": "112/ayat-2/huruf-a",
          "marked_by_request": "112/ayat-2/huruf-b"}  # fmt: skip
_NUMBERS = {"spoiled": "revote.spoiled_ballots", "double_voters": "revote.multiple_voters",
            "unregistered": "revote.unregistered_voters"}  # fmt: skip


def _grounds(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, RevoteCase)
    met = [name for name in _FLAGS if getattr(case, name)]
    places = [Ground(_LAW + _FLAGS[name], "text") for name in met]
    limits = {name: law.parameter(key) for name, key in _NUMBERS.items()}
    for name, value in limits.items():
        given = getattr(case, name)
        if given is not None and given > int(value.stated):
            met.append(name)
            places += grounds(value)
    fact: dict[str, object] = {"grounds": met, "more_than": {n: int(v.stated) for n, v in limits.items()}}
    if met:
        by_finding = any(name != "security_disturbance" for name in met)
        if by_finding and case.found_by_supervisor is False and "security_disturbance" not in met:
            text = Text("There is a ground, but the sub-district supervisor did not examine and find it",
                        "Ada alasan, tetapi bukan hasil penelitian dan pemeriksaan Panwas Kecamatan")  # fmt: skip
            return answer(rule, "fail", text, fact, tuple(places), field="found_by_supervisor")
        return answer(rule, "pass", Said(_say_grounds, tuple(met)), fact, tuple(places), field=met[0])
    basis = (Ground(_LAW + "112/ayat-1", "text"), Ground(_LAW + "112/ayat-2", "text"))
    lacks = [name for name in (*_FLAGS, *_NUMBERS) if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    text = Text("No ground: one person who voted twice or was not a voter, or one damaged ballot, is not enough",
                "Tidak ada alasan: satu pemilih ganda, satu pemilih tidak terdaftar, atau satu surat suara rusak "
                "tidak cukup")  # fmt: skip
    return answer(rule, "fail", text, fact, basis, field="double_voters")


_GROUND_NAMES = {
    "security_disturbance": ("a security disturbance", "gangguan keamanan"),
    "improper_opening": (
        "box or papers opened against the rules",
        "pembukaan kotak atau berkas tidak menurut tata cara",
    ),
    "marked_by_request": ("ballots marked at the officers' request", "pemilih diminta memberi tanda pada surat suara"),
    "spoiled": ("more than one ballot damaged by officers", "lebih dari satu surat suara dirusak KPPS"),
    "double_voters": ("more than one person voted more than once", "lebih dari seorang memilih lebih dari satu kali"),
    "unregistered": ("more than one person voted unregistered", "lebih dari seorang yang tidak terdaftar memilih"),
}


def _say_grounds(lang: str, met: tuple[str, ...]) -> str:
    named = "; ".join(_GROUND_NAMES[name][lang == "id"] for name in met)
    return f"Pemungutan suara dapat diulang: {named}" if lang == "id" else f"The station may vote again: {named}"


def _revote_time(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, RevoteCase)
    value = law.parameter("revote.deadline", kind="pilkada")
    basis = grounds(value)
    lacks = [name for name in ("voting_day", "revote_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    if str(case.revote_day) <= str(case.voting_day):
        return contradiction(rule, case, "voting_day", "revote_day", basis)
    text = Text("The Pilkada statute sets no limit; that of the KPU's regulation was not to be read. In the general "
                "election it is ten days after the vote, and practice of December 2024 kept to that",
                "Undang-undang Pilkada tidak menentukan batas; batas dalam peraturan KPU tidak dapat dibaca. Pada "
                "pemilu "
                "batasnya sepuluh hari setelah pemungutan suara, dan praktik Desember 2024 mengikutinya")  # fmt: skip
    from electlaw.calendar import count

    ten = count(str(case.voting_day), 10)
    within = str(case.revote_day) <= ten
    readings = (("pass" if within else "fail", Text(f"ten days, until {ten}", f"sepuluh hari, sampai {ten}")),
                ("pass", Text("no limit", "tanpa batas")))  # fmt: skip
    if within:
        done = Text("Within ten days of the vote, the limit known from the general election",
                    "Dalam sepuluh hari setelah pemungutan suara, batas yang dikenal dari pemilu")  # fmt: skip
        return answer(rule, "pass", done, {"deadline": ten}, basis, field="revote_day")
    return answer(rule, "undetermined", text, {"deadline": ten}, basis, field="revote_day", readings=readings)


def _court_time(rule: Rule, law: Law, case: Case) -> Finding:
    from electlaw.calendar import count, official

    assert isinstance(case, RevoteCase)
    unit = law.parameter("revote.by_mk_unit", **({"event": case.event} if case.event else {}))
    lacks = [name for name in ("ruling", "ordered_days", "revote_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, grounds(unit))
    if str(case.revote_day) < str(case.ruling):
        return contradiction(rule, case, "ruling", "revote_day", grounds(unit))
    days = int(case.ordered_days or 0)
    kinds = {"working_day": ("working_day",), "calendar_day": ("day",)}.get(str(unit.value), ("day", "working_day"))
    try:
        ends = {kind: count(str(case.ruling), days, kind, calendar=official() if kind == "working_day" else None)
                for kind in kinds}  # fmt: skip
    except OutOfCoverage as error:
        return answer(rule, "undetermined", Text(error.en, error.id), {}, grounds(unit), field="ordered_days",
                      needs=("ordered_days",))  # fmt: skip
    met = {kind: str(case.revote_day) <= end for kind, end in ends.items()}
    fact: dict[str, object] = {"deadlines": ends, "measured": case.revote_day}
    basis = (Ground("uu-1-2015/pasal-157/ayat-9", "text"), *grounds(unit))
    if len(set(met.values())) > 1:
        text = Text("Whether the court means working days or calendar days decides; the order has to say",
                    "Bergantung pada maksud putusan, hari kerja atau hari kalender; amar yang menentukan")  # fmt: skip
        readings = tuple(("pass" if met[k] else "fail", _days_text(days, k, ends[k])) for k in kinds)
        return answer(rule, "undetermined", text, fact, basis, field="revote_day", readings=readings)
    kind = kinds[0]
    return answer(rule, "pass" if met[kind] else "fail", _days_text(days, kind, ends[kind]), fact, basis,
                  field="revote_day")  # fmt: skip


def _days_text(days: int, kind: str, end: str) -> Text:
    from electlaw.catalog import day_text

    return Text(f"{count_text('en', days, kind)} from the ruling end on {day_text(end, 'en')}",
                f"{count_text('id', days, kind)} sejak putusan berakhir {day_text(end, 'id')}")  # fmt: skip


# -- counts held again ----------------------------------------------------------------------------------

_RECOUNT = {"closed": "a", "dark": "b", "unclear_voice": "c", "unclear_writing": "d", "no_view": "e", "elsewhere": "f",
            "inconsistent": "g"}  # fmt: skip


def _recount(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, RecountCase)
    met = [name for name in _RECOUNT if getattr(case, name)]
    places = [Ground(f"{_LAW}113/ayat-2/huruf-{_RECOUNT[name]}", "text") for name in met]
    gap = law.parameter("recount.mismatch_min")
    stated = case.ballots is not None and case.voters is not None and gap.state == "set"
    if stated and abs((case.ballots or 0) - (case.voters or 0)) >= int(gap.stated):
        met.append("ballots")
        places += grounds(gap)
    fact: dict[str, object] = {"grounds": met}
    if met:
        text = Text("There is a ground for a recount", "Ada alasan penghitungan suara ulang")
        return answer(rule, "pass", text, fact, tuple(places), field=met[0])
    basis = (Ground(_LAW + "113/ayat-2", "text"),)
    lacks = [name for name in _RECOUNT if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    text = Text("None of the grounds for a recount", "Tidak ada alasan penghitungan suara ulang")
    return answer(rule, "fail", text, fact, basis, field="inconsistent")


_LEVELS = {
    "station": "recount.deadline",
    "higher": "recount.higher_level_max",
    "discrepancy": "recount.discrepancy_max",
}


def _recount_time(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, RecountCase)
    if case.level is None:
        return missing(rule, case, ["level"])
    value = law.parameter(_LEVELS[case.level])
    ended = open_value(rule, law, case, value)
    if ended is not None:
        return ended
    basis, fact = grounds(value), {}
    if case.voting_day is not None:
        same = int(value.stated) == 0
        fact["deadline"] = case.voting_day if same else last_day(law, value, case.voting_day)
    lacks = [name for name in ("voting_day", "recount_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, dict(fact), basis)
    if str(case.recount_day) < str(case.voting_day):
        return contradiction(rule, case, "voting_day", "recount_day", basis)
    met = str(case.recount_day) <= fact["deadline"]
    return answer(rule, "pass" if met else "fail", Said(_say_recount, fact["deadline"]), dict(fact), basis,
                  field="recount_day")  # fmt: skip


def _say_recount(lang: str, end: str) -> str:
    from electlaw.catalog import day_text

    if lang == "id":
        return f"Penghitungan ulang paling lambat {day_text(end, lang)}"
    return f"The recount was due by {day_text(end, lang)}"


# -- postponement ---------------------------------------------------------------------------------------


def _cause(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, PostponementCase)
    plague = law.parameter("postponement.nonnatural_disaster")
    basis = (*grounds(plague), Ground(_LAW + "120/ayat-1", "text"), Ground(_LAW + "121/ayat-1", "text"))
    lacks = [name for name in ("cause", "disturbed", "kind_chosen") if getattr(case, name) is None]
    if case.cause == "other":
        text = Text("Not one of the causes the law names", "Bukan sebab yang disebut undang-undang")
        return answer(rule, "fail", text, {}, basis, field="cause")
    if case.cause == "nonnatural_disaster" and plague.value is not True:
        text = Text("Until May 2020 the law named no disaster but a natural one; other disturbances were open",
                    "Sampai Mei 2020 undang-undang hanya menyebut bencana alam dan gangguan lainnya")  # fmt: skip
        readings = (("pass", Text("it is another disturbance", "termasuk gangguan lainnya")),
                    ("fail", Text("it is none", "tidak termasuk")))  # fmt: skip
        return answer(rule, "undetermined", text, {}, basis, field="cause", readings=readings)
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    wanted = "lanjutan" if case.disturbed == "some_stages" else "susulan"
    met = case.kind_chosen == wanted
    text = Text("Where some stages are disturbed the election goes on from the halted one (lanjutan); where all "
                "are, it is "
                "held anew (susulan)",
                "Sebagian tahapan terganggu: pemilihan lanjutan dari tahapan yang terhenti; seluruhnya: pemilihan "
                "susulan")  # fmt: skip
    return answer(rule, "pass" if met else "fail", text, {"wanted": wanted}, basis, field="kind_chosen")


def _decider(rule: Rule, law: Law, case: Case) -> Finding:
    from fractions import Fraction

    assert isinstance(case, PostponementCase)
    if case.decided_by == "kpu_with_government_and_dpr":
        nation = law.parameter("postponement.national_decider")
        met = nation.state == "set"
        text = Text("The KPU postpones nation-wide with government and DPR since May 2020",
                    "KPU menunda serentak dengan persetujuan Pemerintah dan DPR sejak Mei 2020")  # fmt: skip
        return answer(rule, "pass" if met else "fail", text, {}, grounds(nation), field="decided_by")
    subject = {"office": case.office} if case.office else {}
    values = [law.parameter(f"postponement.{name}", **subject) for name in ("area_share", "voter_share", "decider")]
    ended = next((found for value in values if (found := open_value(rule, law, case, value)) is not None), None)
    if ended is not None:
        return ended
    area, people, who = values
    basis = grounds(*values)
    parts = ((area, case.areas_unable, case.areas), (people, case.voters_unable, case.voters))
    reached = [part * 100 >= Fraction(v.stated) * whole for v, part, whole in parts if part is not None and whole]
    fact: dict[str, object] = {"decider": who.stated}
    if not any(reached) and len(reached) < 2:
        lacks = [n for n in ("areas_unable", "areas", "voters_unable", "voters") if getattr(case, n) is None]
        return missing(rule, case, lacks, fact, basis)
    wanted = str(who.value) if any(reached) else "kpu"
    fact["right"] = wanted
    if case.decided_by is None:
        return missing(rule, case, ["decided_by"], fact, basis)
    met = case.decided_by == wanted
    return answer(rule, "pass" if met else "fail", Said(_say_decider, wanted), fact, basis, field="decided_by")


_DECIDERS = {
    "kpu": ("the KPU", "KPU"),
    "minister": ("the Minister", "Menteri"),
    "governor": ("the Governor", "Gubernur"),
}


def _say_decider(lang: str, who: str) -> str:
    name = _DECIDERS[who][lang == "id"]
    if lang == "id":
        return f"Yang menetapkan {name}: batasnya 40 persen wilayah atau 50 persen pemilih terdaftar"
    return (
        f"{name[0].upper()}{name[1:]} decides: the line is 40 percent of the areas or 50 percent of the listed voters"
    )


RULES = (
    Rule(
        code="station.size", number=732, family="polling",
        title=Text("Voters per station", "Pemilih per TPS"),
        about=Text("Whether the station has no more voters than the statute (800) and the KPU's rule for the "
                   "election allow "
                   "(500 in 2020, 600 in 2024)",
                   "Apakah pemilih TPS tidak melebihi batas undang-undang (800) dan batas KPU untuk pemilihan itu "
                   "(500 pada "
                   "2020, 600 pada 2024)"),
        basis=(_LAW + "87/ayat-1",), keys=("polling_station.voters_max",), case=StationCase, check=_size,
        inputs=("voters",),
        test=LimitTest(measure="voters", subject=("office", "region", "event"), edges=("kpu", "statute", "kpu_if")),
    ),
    Rule(
        code="station.ballots", number=733, family="polling",
        title=Text("Ballots at the station", "Surat suara di TPS"),
        about=Text("Whether the station got one ballot for each listed voter and 2.5 percent more; either "
                   "rounding passes",
                   "Apakah surat suara di TPS sebanyak pemilih terdaftar ditambah 2,5 persen; kedua pembulatan "
                   "diterima"),
        basis=(_LAW + "87/ayat-4",), keys=("ballot.station_reserve", "ballot.station_count"), case=StationCase,
        check=_ballots, inputs=("ballots",),
    ),
    Rule(
        code="ballot.print", number=734, family="polling",
        title=Text("Print run", "Jumlah surat suara dicetak"),
        about=Text("Whether as many ballots were printed as there are listed voters and 2.5 percent more "
                   "(altering it is a "
                   "crime since 1 July 2016: Pasal 190A)",
                   "Apakah surat suara dicetak sebanyak pemilih DPT ditambah 2,5 persen (mengubahnya tindak "
                   "pidana sejak 1 "
                   "Juli 2016: Pasal 190A)"),
        basis=(_LAW + "80/ayat-1", _LAW + "190a"), keys=("ballot.reserve",), case=StationCase, check=_print,
        inputs=("printed",),
    ),
    Rule(
        code="ballot.revote", number=735, family="polling",
        title=Text("Ballots for re-votes", "Surat suara "
                                                                                               "pemungutan ulang"),
        about=Text("Whether 2,000 marked ballots were kept for re-votes",
                   "Apakah disediakan 2.000 surat suara bertanda khusus untuk pemungutan suara ulang"),
        basis=(_LAW + "80/ayat-3",), keys=("ballot.revote_count",), case=StationCase,
        check=_exactly("ballot.revote_count", "revote_ballots", Text("Ballots for re-votes", "Surat suara "
                                                                                             "pemungutan ulang")),
        inputs=("revote_ballots",),
    ),
    Rule(
        code="ballot.replacement", number=736, family="polling",
        title=Text("Replacement ballot", "Surat suara pengganti"),
        about=Text("Whether a voter got at most one replacement ballot",
                   "Apakah pemilih mendapat paling banyak satu surat suara pengganti"),
        basis=(_LAW + "92/ayat-4",), keys=("ballot.replacement_max",), case=StationCase,
        check=ceiling("ballot.replacement_max", "replacements", Text("Replacement ballots", "Surat suara pengganti")),
        inputs=("replacements",),
    ),
    Rule(
        code="ballot.delivery", number=737, family="polling",
        title=Text("Material delivered", "Perlengkapan diterima"),
        about=Text("Whether the material reached the station at least a day before the vote",
                   "Apakah perlengkapan diterima di TPS paling lambat satu hari sebelum pemungutan suara"),
        basis=(_LAW + "78/ayat-6",), keys=("ballot.delivery_latest",), case=StationCase,
        check=window(Window(key="ballot.delivery_latest", start="voting_day", act="delivered", way="before",
                            noun=Text("Material at the station", "Perlengkapan di TPS"))),
        inputs=("delivered",),
    ),
    Rule(
        code="station.security", number=738, family="polling",
        title=Text("Security officers", "Petugas keamanan"),
        about=Text("Whether the station has two security officers", "Apakah TPS memiliki dua petugas keamanan"),
        basis=(_LAW + "89/ayat-5",), keys=("polling_station.security_officers",), case=StationCase,
        check=_exactly("polling_station.security_officers", "security_officers",
                       Text("Security officers", "Petugas keamanan")),
        inputs=("security_officers",),
    ),
    Rule(
        code="revote.grounds", number=739, family="polling",
        title=Text("Grounds of a re-vote", "Alasan pemungutan suara ulang"),
        about=Text("Whether the station may vote again: a security disturbance; or, found by the sub-district "
                   "supervisor, "
                   "improper opening, marked ballots, more than one damaged ballot, more than one person who "
                   "voted twice "
                   "or unregistered",
                   "Apakah pemungutan suara dapat diulang: gangguan keamanan; atau hasil pemeriksaan Panwas Kecamatan: "
                   "pembukaan tidak menurut tata cara, surat suara ditandai, lebih dari satu surat suara dirusak, "
                   "lebih "
                   "dari seorang pemilih ganda atau tidak terdaftar"),
        basis=(_LAW + "112/ayat-1", _LAW + "112/ayat-2", "perbawaslu-15-2024/pasal-28"),
        keys=("revote.multiple_voters", "revote.unregistered_voters", "revote.spoiled_ballots",
              "revote.multiple_voting_scope"),
        case=RevoteCase, check=_grounds, inputs=(*_FLAGS, *_NUMBERS),
    ),
    Rule(
        code="revote.time", number=740, family="polling",
        title=Text("Time of a re-vote", "Waktu pemungutan suara "
                                                                                          "ulang"),
        about=Text("Whether a re-vote at a station came in time; the statute sets no limit",
                   "Apakah pemungutan suara ulang di TPS tepat waktu; undang-undang tidak menentukan batas"),
        basis=(_LAW + "112", "uu-7-2017/pasal-373"), keys=("revote.deadline",), case=RevoteCase, check=_revote_time,
        inputs=("voting_day",),
    ),
    Rule(
        code="revote.by_court", number=741, family="polling",
        title=Text("Re-vote ordered by the court", "Pemungutan suara ulang menurut putusan MK"),
        about=Text("Whether a re-vote the Constitutional Court ordered came within the days it gave: working days "
                   "in 2021, "
                   "calendar days in 2025",
                   "Apakah pemungutan suara ulang menurut putusan MK dalam waktu yang diberikan: hari kerja pada "
                   "2021, hari "
                   "kalender pada 2025"),
        basis=(_LAW + "157/ayat-9",), keys=("revote.by_mk_unit",), case=RevoteCase,
        check=_court_time, inputs=("ruling",),
    ),
    Rule(
        code="recount.grounds", number=742, family="polling",
        title=Text("Grounds of a recount", "Alasan penghitungan suara ulang"),
        about=Text("Whether there is a ground for a recount: closed, dark, not clearly called or written, not "
                   "seen, held "
                   "elsewhere, inconsistent; by Perbawaslu 15/2024 also numbers that do not match",
                   "Apakah ada alasan penghitungan ulang: tertutup, gelap, suara atau tulisan tidak jelas, tidak "
                   "tersaksikan, di tempat lain, tidak konsisten; menurut Perbawaslu 15/2024 juga selisih jumlah"),
        basis=(_LAW + "113/ayat-2", "perbawaslu-15-2024/pasal-33"), keys=("recount.mismatch_min",), case=RecountCase,
        check=_recount, inputs=(*_RECOUNT, "ballots"),
    ),
    Rule(
        code="recount.time", number=743, family="polling",
        title=Text("Time of a recount", "Waktu penghitungan "
                                                                                           "suara ulang"),
        about=Text("Whether the recount was done on voting day at the station, within two days one level up, "
                   "within five "
                   "where certificates differ (four until 17 March 2015)",
                   "Apakah penghitungan ulang selesai pada hari pemungutan suara di TPS, dalam dua hari di "
                   "tingkat atasnya, "
                   "dalam lima hari bila sertifikat berbeda (empat sampai 17 Maret 2015)"),
        basis=(_LAW + "113/ayat-5", _LAW + "114", _LAW + "117/ayat-2"),
        keys=("recount.deadline", "recount.higher_level_max", "recount.discrepancy_max"), case=RecountCase,
        check=_recount_time, inputs=("recount_day",),
    ),
    Rule(
        code="postponement.kind", number=744, family="polling",
        title=Text("Continued or supplementary", "Lanjutan atau susulan"),
        about=Text("Whether the cause is one the law names, and whether the election goes on (lanjutan) or is "
                   "held anew "
                   "(susulan) as the disturbance has it",
                   "Apakah sebabnya disebut undang-undang, dan apakah pemilihan lanjutan atau susulan sesuai "
                   "gangguannya"),
        basis=(_LAW + "120", _LAW + "121"),
        keys=("postponement.nonnatural_disaster", "postponement.continued_from", "postponement.rerun_of"),
        case=PostponementCase, check=_cause, inputs=("cause", "kind_chosen"),
    ),
    Rule(
        code="postponement.decider", number=745, family="polling",
        title=Text("Who decides", "Pihak yang menetapkan"),
        about=Text("Whether the right one ordered it: the KPU; from 40 percent of the areas or 50 percent of the "
                   "voters on "
                   "the Minister (governor) or the Governor (regent, mayor)",
                   "Apakah ditetapkan pihak yang tepat: KPU; mulai 40 persen wilayah atau 50 persen pemilih oleh "
                   "Menteri "
                   "(gubernur) atau Gubernur (bupati, wali kota)"),
        basis=(_LAW + "122/ayat-2", _LAW + "122/ayat-3", _LAW + "122/ayat-4"),
        keys=("postponement.area_share", "postponement.voter_share", "postponement.decider",
              "postponement.national_decider"),
        case=PostponementCase, check=_decider, inputs=("decided_by", "areas_unable", "voters_unable"),
    ),
)  # fmt: skip

register(*RULES)
