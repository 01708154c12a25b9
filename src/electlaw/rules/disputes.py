"""Result disputes: the margin, the filing window, who may file (Pasal 157 and 158)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

import attrs

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.dates import zone
from electlaw.errors import OutOfCoverage
from electlaw.findings import Ground, Said
from electlaw.rules.cases import Case, DisputeCase
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.shares import ShareTest, judge, numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["FILING", "MARGIN", "STANDING"]

#: The court's clock.
_COURT = "WIB"


# -- margin ---------------------------------------------------------------------------------------------


def _margin(rule: Rule, law: Law, case: Case) -> Finding:
    """Judge the exact share; name the number the court prints where it would let the petition through."""
    found = judge(rule, law, case)
    limit, difference = found.fact.get("limit"), found.fact.get("measured")
    if found.outcome != "fail" or not isinstance(limit, int) or not isinstance(difference, int):
        return found
    if difference > limit + 1:
        return found
    base = found.fact["base"]
    assert isinstance(base, int)
    printed = int(Fraction(str(found.fact["share"])) * base / 100 + Fraction(1, 2))
    if difference > printed:
        return found
    said = [
        f"The court prints the allowed difference rounded to the nearest vote, here {numbers(printed, 'en')}",
        f"Mahkamah menuliskan selisih yang dibolehkan dengan pembulatan ke suara terdekat, di sini "
        f"{numbers(printed, 'id')}",
    ]
    return attrs.evolve(found, practice=Text(*said))


# -- filing ---------------------------------------------------------------------------------------------


def _filing(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, DisputeCase)
    window = law.parameter("dispute.filing_window")
    if window.state != "set":
        return none_set(rule, law, window)
    lacks = [name for name in ("announced", "filed") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {"window": window.stated, "unit": window.unit}, grounds(window))
    assert case.announced is not None
    assert case.filed is not None
    if _before(case.filed, case.announced):
        return answer(rule, "undetermined", _TOO_SOON, {"window": window.stated, "unit": window.unit},
                      grounds(window), field="filed", needs=("announced", "filed"))  # fmt: skip
    if window.unit == "hour":
        return _by_the_hour(rule, case, window)
    return _by_working_days(rule, law, case, window)


def _before(filed: datetime | str, announced: datetime | str) -> bool:
    """Whether the petition comes first: by the moments, or by the days where one of them is known to the day only."""
    if isinstance(filed, datetime) and isinstance(announced, datetime):
        return filed < announced
    return str(filed)[:10] < str(announced)[:10]


_TOO_SOON = Text(
    "The petition (filed) comes before the result it contests (announced): one of the two days is wrong, or there was "
    "nothing to contest yet",
    "Permohonan (filed) mendahului hasil yang digugat (announced): salah satu tanggal keliru, atau belum ada yang "
    "dapat digugat",
)


def _by_the_hour(rule: Rule, case: DisputeCase, window: Value) -> Finding:
    hours = timedelta(hours=int(window.stated))
    first, last = _range(case.announced, _zones(case))
    early, late = _range(case.filed, (_COURT,))
    basis = grounds(window)
    fact: dict[str, object] = {"window": window.stated, "unit": "hour"}
    if first == last:
        fact["deadline"] = (first + hours).astimezone(zone(_COURT)).isoformat()
    if late - first <= hours or early - last > hours:
        met = late - first <= hours
        shown = (first + hours, early) if first == last else None
        return answer(rule, "pass" if met else "fail", Said(_say_hours, window.stated, shown, met), fact, basis,
                      field="filed")  # fmt: skip
    rough = [name for name in ("announced", "filed") if isinstance(getattr(case, name), str)]
    text = Text("The day alone does not tell; the time of day and its zone are needed",
                "Tanggal saja tidak cukup; diperlukan jam beserta zona waktunya")  # fmt: skip
    return answer(rule, "undetermined", text, fact, basis, field=rough[0], needs=tuple(rough))


def _zones(case: DisputeCase) -> tuple[str, ...]:
    if case.region is None:
        return ("WIB", "WIT")
    from electlaw.regions import region

    return (region(case.region).time_zone,)


def _range(given: datetime | str | None, zones: tuple[str, ...]) -> tuple[datetime, datetime]:
    if isinstance(given, datetime):
        return given, given
    starts = [datetime.fromisoformat(str(given)).replace(tzinfo=zone(name)) for name in zones]
    return min(starts), max(starts) + timedelta(days=1)


def _say_hours(lang: str, hours: str, shown: tuple[datetime, datetime] | None, met: bool) -> str:
    count = f"{int(hours) // 24} x 24"
    if lang == "id":
        end = "tepat waktu" if met else "melewati tenggang waktu"
        if shown is None:
            return f"Tenggang waktu {count} jam sejak pengumuman: {end}"
        return f"Tenggang waktu {count} jam berakhir {_clock(shown[0], lang)}; diajukan {_clock(shown[1], lang)}: {end}"
    end = "in time" if met else "late"
    if shown is None:
        return f"{count} hours from the announcement: {end}"
    return f"{count} hours end on {_clock(shown[0], lang)}; filed on {_clock(shown[1], lang)}: {end}"


def _clock(at: datetime, lang: str) -> str:
    local = at.astimezone(zone(_COURT))
    time = local.strftime("%H.%M" if lang == "id" else "%H:%M")
    return f"{day_text(local.date().isoformat(), lang)} {time} {_COURT}"


def _by_working_days(rule: Rule, law: Law, case: DisputeCase, window: Value) -> Finding:
    from electlaw.calendar import official

    subject = {"event": case.event} if case.event else {}
    one = law.parameter("dispute.filing_day_one", **subject)
    working = law.parameter("calendar.working_day", forum="mk")
    days = int(window.stated)
    firsts = ["on"] if one.value == "announcement_day" else ["on", "after"]
    calendar = official(law.known)
    readings: list[tuple[str, Text]] = []
    ends: list[str] = []
    try:
        for first in firsts:
            for on in _days_of(case.announced):
                last = calendar.from_on(on, days) if first == "on" else calendar.after(on, days)
                met = _within(case.filed, last)
                said = Said(_say_days, str(days), on, last, first, met)
                readings.append(("pass" if met else "fail", Text(said.en, said.id)))
                ends.append(last)
    except OutOfCoverage as error:
        return answer(rule, "undetermined", Text(error.en, error.id), {}, grounds(window), field="announced",
                      needs=("announced",))  # fmt: skip
    basis = grounds(window, *(value for value in (one, working) if value.state == "set"))
    fact: dict[str, object] = {"window": window.stated, "unit": window.unit, "deadline": f"{ends[0]} 24:00 {_COURT}"}
    if len({end for end, _ in readings}) == 1:
        return answer(rule, readings[0][0], readings[0][1], fact, basis, field="filed")
    return answer(rule, "undetermined", Said(_say_unsettled, tuple(readings)), fact, basis, field="filed",
                  readings=tuple(readings))  # fmt: skip


def _days_of(announced: datetime | str | None) -> list[str]:
    """Return the day of the announcement where it was made and, if another, in the court's zone."""
    if isinstance(announced, str):
        return [announced]
    assert announced is not None
    days = [announced.date().isoformat(), announced.astimezone(zone(_COURT)).date().isoformat()]
    return list(dict.fromkeys(days))


def _within(filed: datetime | str | None, last: str) -> bool:
    if isinstance(filed, str):
        return filed <= last
    assert filed is not None
    end = datetime.combine(date.fromisoformat(last) + timedelta(days=1), datetime.min.time(), zone(_COURT))
    return filed <= end


def _say_days(lang: str, days: str, announced: str, last: str, first: str, met: bool) -> str:
    day_one, end_day = day_text(announced, lang), day_text(last, lang)
    if lang == "id":
        end = "tepat waktu" if met else "melewati tenggang waktu"
        counted = "hari pertama" if first == "on" else "tidak dihitung"
        return f"{days} hari kerja sejak pengumuman {day_one} ({counted}) berakhir {end_day} pukul 24.00 WIB: {end}"
    end = "in time" if met else "late"
    counted = "day one" if first == "on" else "not counted"
    return f"{days} working days from the announcement on {day_one} ({counted}) end on {end_day}, 24:00 WIB: {end}"


def _say_unsettled(lang: str, readings: tuple[tuple[str, Text], ...]) -> str:
    both = " / ".join(text[lang] for _, text in readings)
    return f"Hukum belum jelas; dua bacaan: {both}" if lang == "id" else f"The law is unsettled; two readings: {both}"


# -- standing -------------------------------------------------------------------------------------------


def _standing(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, DisputeCase)
    forum = law.parameter("dispute.forum")
    if forum.state != "set":
        return none_set(rule, law, forum)
    fact: dict[str, object] = {"forum": forum.stated}
    basis = (*grounds(forum), Ground("uu-1-2015/pasal-157/ayat-4", "text"))
    if case.petitioner is None:
        return missing(rule, case, ["petitioner"], fact, basis)
    if case.petitioner == "observer":
        return _observer(rule, law, case, fact)
    met = case.petitioner == "pair"
    text = Text(
        "A pair of candidates may file" if met else "Only pairs of candidates may file, not parties or voters",
        "Pasangan calon dapat mengajukan"
        if met
        else "Hanya pasangan calon yang dapat mengajukan, bukan partai atau pemilih",
    )
    return answer(rule, "pass" if met else "fail", text, fact, basis, field="petitioner")


def _observer(rule: Rule, law: Law, case: DisputeCase, fact: dict[str, object]) -> Finding:
    if law.on >= "2024-11-27":
        basis = (Ground("pmk-3-2024", "report"),)
    elif law.on >= "2017-02-22":
        basis = (Ground("uu-1-2015/pasal-157/ayat-4", "report"),)
    else:
        basis = (Ground("mk-100-puu-xiii-2015", "recall"),)
    lacks = [name for name in ("pairs", "accredited") if getattr(case, name) is None]
    if case.pairs is not None and case.pairs > 1:
        text = Text("Observers may file only where a single pair stood",
                    "Pemantau hanya dapat mengajukan bila ada satu pasangan calon")  # fmt: skip
        return answer(rule, "fail", text, fact, basis, field="pairs")
    if case.accredited is False:
        text = Text("The observer is not accredited for this election",
                    "Pemantau tidak terakreditasi untuk pemilihan ini")  # fmt: skip
        return answer(rule, "fail", text, fact, basis, field="accredited")
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    text = Text("An accredited observer may file where a single pair stood",
                "Pemantau terakreditasi dapat mengajukan bila ada satu pasangan calon")  # fmt: skip
    return answer(rule, "pass", text, fact, basis, field="petitioner")


MARGIN = Rule(
    code="dispute.margin", number=541, family="disputes",
    title=Text("Margin of the result", "Selisih perolehan suara"),
    about=Text(
        "Whether the difference between the winner and the petitioner is at most 2, 1.5, 1 or 0.5 percent, by "
        "population: of all valid votes since 1 July 2016, of the winner's votes in the petitions of 2015. Missing it "
        "means 'threshold not met', not that the court will not hear the case",
        "Apakah selisih suara peraih terbanyak dan pemohon paling banyak 2, 1,5, 1, atau 0,5 persen menurut jumlah "
        "penduduk: dari seluruh suara sah sejak 1 Juli 2016, dari suara peraih terbanyak pada permohonan 2015. Tidak "
        "terpenuhi berarti ambang batas tidak tercapai, bukan bahwa Mahkamah pasti tidak memeriksa",
    ),
    basis=("uu-1-2015/pasal-158/ayat-1", "uu-1-2015/pasal-158/ayat-2", "pmk-5-2015"),
    keys=("dispute.margin", "dispute.margin_base"), case=DisputeCase, check=_margin,
    inputs=("population", "winner_votes", "petitioner_votes", "valid_votes"),
    practice=Text(
        "The Constitutional Court has examined petitions beyond the threshold where it saw grave flaws: 2018 (Mimika, "
        "Paniai), 2021 (Boven Digoel, Nabire, Banjarmasin), 2025 (Gorontalo Utara)",
        "Mahkamah Konstitusi pernah memeriksa permohonan di luar ambang batas bila ada cacat berat: 2018 (Mimika, "
        "Paniai), 2021 (Boven Digoel, Nabire, Banjarmasin), 2025 (Gorontalo Utara)",
    ),
    test=ShareTest(
        key="dispute.margin", measure="winner_votes", less="petitioner_votes",
        bases={"total_valid_votes": "valid_votes", "winner_votes": "winner_votes"},
        brackets=("population",), base_key="dispute.margin_base",
        within=(
            ("petitioner_votes", "winner_votes"),
            ("winner_votes", "valid_votes"),
            (("winner_votes", "petitioner_votes"), "valid_votes"),
        ),
        noun=Text("Difference in votes", "Selisih suara"),
    ),
)  # fmt: skip

FILING = Rule(
    code="dispute.filing", number=542, family="disputes",
    title=Text("Filing in time", "Tenggang waktu pengajuan"),
    about=Text(
        "Whether the petition was filed within 3 x 24 hours of the announcement (until 30 June 2016) or within 3 "
        "working days, the day of the announcement being day one, the last day ending at 24:00 WIB; days of joint "
        "leave are off",
        "Apakah permohonan diajukan dalam 3 x 24 jam sejak pengumuman (sampai 30 Juni 2016) atau 3 hari kerja, hari "
        "pengumuman sebagai hari pertama, hari terakhir sampai pukul 24.00 WIB; cuti bersama bukan hari kerja",
    ),
    basis=("uu-1-2015/pasal-157/ayat-5", "pmk-3-2024/pasal-1/angka-32", "mk-83-phpu-bup-xxiii-2025"),
    keys=("dispute.filing_window", "dispute.filing_day_one", "dispute.filing_hours", "calendar.working_day"),
    case=DisputeCase, check=_filing, inputs=("announced", "filed"),
)  # fmt: skip

STANDING = Rule(
    code="dispute.standing", number=543, family="disputes",
    title=Text("Who may file", "Kedudukan hukum pemohon"),
    about=Text("Whether the petitioner may file: a pair of candidates; an accredited observer where a single pair "
               "stood",
               "Apakah pemohon berhak: pasangan calon; pemantau terakreditasi bila hanya ada satu pasangan calon"),
    basis=("uu-1-2015/pasal-157/ayat-4", "pmk-3-2024"), keys=("dispute.forum",), case=DisputeCase, check=_standing,
    inputs=("petitioner", "accredited"),
)  # fmt: skip

register(MARGIN, FILING, STANDING)
