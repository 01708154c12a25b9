"""Convictions and ex-convicts (Pasal 7 ayat (2) huruf g in all its readings; Aceh; Papua).

The law turned five times: prison for an offence threatened with five years or more (2014); waiting and disclosure
(explanation of 2015); disclosure (MK 42/PUU-XIII/2015, UU 10/2016 for any offence, MK 71/PUU-XIV/2016 for five years
or more); five years' wait after the whole sentence, disclosure, no repeat offence (MK 56/PUU-XVII/2019); no wait below
five years (MK 2/PHPU.BUP-XXIII/2025 and 32/PUU-XXIII/2025).
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Said
from electlaw.rules.asking import (
    ACEH,
    ask,
    in_aceh,
    in_force,
    lack,
    letter,
    months_later,
    places,
    tell,
)
from electlaw.rules.candidate_cases import CandidateCase, Conviction
from electlaw.rules.conviction_law import ConvictionLaw, law_on
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.asking import Basis
    from electlaw.rules.cases import Case

__all__ = ["CONVICTIONS", "sentence_over"]


@attrs.frozen
class _Verdict:
    """What the law says of one conviction."""

    outcome: str
    text: Text | Said
    basis: Basis = ()
    needs: tuple[str, ...] = ()
    field: str = "convictions"
    fact: dict[str, object] = attrs.field(factory=dict)
    readings: tuple[tuple[str, Text], ...] = ()
    practice: Text | None = None


_ANNIVERSARY = Text(
    "Registered on the very day the five years end: the Constitutional Court has written that they are met only after "
    "that day (132/PHP.BUP-XIX/2021, 75/PHPU.BUP-XXIII/2025), without a case that turned on it",
    "Mendaftar tepat pada hari kelima tahun itu berakhir: Mahkamah Konstitusi menulis bahwa jeda baru terpenuhi "
    "setelah tanggal itu (132/PHP.BUP-XIX/2021, 75/PHPU.BUP-XXIII/2025), tanpa perkara yang bergantung padanya",
)
_PAROLE = Text(
    "Bawaslu counted from leaving prison on parole; KPU, and then the court (132/PHP.BUP-XIX/2021), from the end of "
    "the whole sentence",
    "Bawaslu menghitung sejak keluar dengan pembebasan bersyarat; KPU, lalu Mahkamah (132/PHP.BUP-XIX/2021), sejak "
    "seluruh pidana berakhir",
)
_PROBATION_2016 = Text(
    "In 2016 KPU, by its regulation 9/2016, let a person serving a suspended sentence stand after disclosure "
    "(Gorontalo); MK 71/PUU-XIV/2016 then read the norm anew",
    "Pada 2016 KPU, dengan PKPU 9/2016, meloloskan terpidana percobaan yang mengumumkan statusnya (Gorontalo); "
    "putusan MK 71/PUU-XIV/2016 kemudian membaca ulang ketentuannya",
)


def sentence_over(item: Conviction) -> str | None:
    """Return the day the whole sentence was over, if the case tells: never before the judgment became final."""
    over = item.over
    if over is None and item.released is not None and item.conditional is False:
        over = item.released
    if over is None and item.imprisoned is False and item.final is not None:
        over = item.final
    return over if over is None or item.final is None else max(over, item.final)


# -- one conviction -------------------------------------------------------------------------------------


@attrs.frozen
class _Norm:
    """The law on one conviction."""

    law: Law
    says: ConvictionLaw
    case: CandidateCase
    item: Conviction
    #: Where the conviction stands in the case, ``convictions[0].``.
    at: str

    @property
    def registered(self) -> str:
        """The day by which the person must be an ex-convict."""
        return self.case.registered or self.case.determined or self.law.on


_UNKNOWN = Text("The law of the day is not known", "Hukum hari itu tidak diketahui")


def _judge(norm: _Norm) -> _Verdict:
    says, item = norm.says, norm.item
    basis = says.basis
    if says.threat.state != "set" or says.bar.state != "set":
        return _Verdict("undetermined", _UNKNOWN, basis)
    if item.final is not None and item.final > norm.law.on:
        text = Text("Not a final judgment on that day", "Belum putusan berkekuatan hukum tetap pada hari itu")
        return _Verdict("pass", text, basis)
    limit = int(says.threat.stated)
    if limit and item.threat is None:
        return _needs(norm, basis, "threat")
    below = item.threat is not None and item.threat < limit
    if says.bar.value == "imprisoned" and not below and item.imprisoned is None:
        return _needs(norm, basis, "imprisoned")
    if says.bar.value == "imprisoned" and (below or not item.imprisoned):
        text = Text(
            "No prison for an offence threatened with five years or more",
            "Tidak dipidana penjara karena tindak pidana berancaman lima tahun atau lebih",
        )
        return _Verdict("pass", text, basis)
    if _exempt(norm):
        return _exempted(norm, basis)
    return _below(norm) if below else _caught(norm)


def _needs(norm: _Norm, basis: Basis, *names: str) -> _Verdict:
    paths = tuple(
        name if name in ("disclosed", "repeat_offender", "registered", "determined") else norm.at + name
        for name in names
    )
    return _Verdict("undetermined", Text(), basis, paths, paths[0])


def _exempt(norm: _Norm) -> bool:
    """Whether an offence never bars: negligence and politics, and in Aceh treason and politics under amnesty."""
    item = norm.item
    if norm.says.aceh:
        return bool(item.political and item.amnestied)
    if norm.says.narrowed:
        return bool(item.negligence or item.political)
    return bool(item.political and norm.says.explained)


def _exempted(norm: _Norm, basis: Basis) -> _Verdict:
    text = Text(
        "An offence of negligence or a political one does not bar",
        "Kealpaan atau tindak pidana politik tidak menghalangi",
    )
    if norm.case.disclosed is False and norm.says.of_2019:
        readings = (
            (
                "pass",
                Text(
                    "negligence and political offences stand outside the norm", "kealpaan dan politik di luar ketentuan"
                ),
            ),
            ("fail", Text("every ex-convict must disclose", "setiap mantan terpidana wajib mengumumkan")),
        )
        return _Verdict("undetermined", text, basis, (), "disclosed", {}, readings)
    return _Verdict("pass", text, basis)


_LONG_PAST = Text(
    "An offence threatened with less than five years, its sentence over for five years, not told to the public",
    "Tindak pidana berancaman di bawah lima tahun, pidananya telah lewat lima tahun, tidak diumumkan",
)
_LONG_PAST_READINGS = (
    (
        "pass",
        Text(
            "the duty to disclose ends five years after the sentence (said in 02/PHPU.BUP-XXIII/2025)",
            "kewajiban mengumumkan berakhir lima tahun setelah pidana (disebut dalam 02/PHPU.BUP-XXIII/2025)",
        ),
    ),
    ("fail", Text("every ex-convict must disclose", "setiap mantan terpidana wajib mengumumkan")),
)


def _long_past(norm: _Norm, over: str) -> bool:
    """Whether five years have passed and ruling 32/PUU-XXIII/2025, which asks disclosure of all, is not yet law."""
    return months_later(over, 60) <= norm.registered and not in_force(norm.law, "mk-32-puu-xxiii-2025")


# -- offences below five years --------------------------------------------------------------------------


def _below(norm: _Norm) -> _Verdict:
    """Offences with a maximum below five years, since they are no longer caught by the first part of the norm."""
    basis = norm.says.excepted
    over = sentence_over(norm.item)
    case = norm.case
    if "threat" in norm.says.exception.bracket:
        serving = _still_serving(norm, basis, over)
        if serving is not None:
            return serving
        if case.disclosed is False and _long_past(norm, str(over)):
            return _Verdict("undetermined", _LONG_PAST, basis, (), "disclosed", {"over": over}, _LONG_PAST_READINGS)
        return _disclosure(norm, basis, repeat=True)
    if not norm.says.of_2019:
        text = Text(
            "An offence threatened with less than five years does not bar",
            "Tindak pidana berancaman di bawah lima tahun tidak menghalangi",
        )
        return _Verdict("pass", text, basis)
    if over is not None and over <= norm.registered and case.disclosed:
        text = Text(
            "An offence threatened with less than five years, told to the public",
            "Tindak pidana berancaman di bawah lima tahun, telah diumumkan",
        )
        return _Verdict("pass", text, basis)
    lacks = [] if over is not None else ["over"]
    if case.disclosed is None:
        lacks.append("disclosed")
    if lacks:
        return _needs(norm, basis, *lacks)
    text = Text(
        "Whether an offence threatened with less than five years must be over and disclosed was not yet settled",
        "Apakah tindak pidana berancaman di bawah lima tahun harus selesai dan diumumkan belum diputus",
    )
    readings = (
        (
            "pass",
            Text(
                "only offences of five years or more are caught", "hanya ancaman lima tahun atau lebih yang dijangkau"
            ),
        ),
        (
            "fail",
            Text("every convict must be an ex-convict and disclose", "setiap terpidana harus selesai dan mengumumkan"),
        ),
    )
    return _Verdict("undetermined", text, basis, (), "convictions", {}, readings)


def _still_serving(norm: _Norm, basis: Basis, over: str | None) -> _Verdict | None:
    if over is None:
        return _needs(norm, basis, "over")
    if over <= norm.registered:
        return None
    fact: dict[str, object] = {"over": over, "on": norm.registered}
    return _Verdict(
        "fail",
        Said(_say_serving, over, norm.registered),
        basis,
        (),
        norm.at + "over",
        fact,
        practice=_PROBATION_2016 if norm.law.on < "2017-07-19" else None,
    )


def _say_serving(lang: str, over: str, on: str) -> str:
    end, day = day_text(over, lang), day_text(on, lang)
    if lang == "id":
        return f"Masih terpidana pada {day}: seluruh pidana baru berakhir {end}"
    return f"Still a convict on {day}: the whole sentence ends on {end}"


# -- ex-convicts ----------------------------------------------------------------------------------------


_IN_ACEH = Text(
    "Whether the five years of ruling 56/PUU-XVII/2019 reach the law on Aceh was not decided",
    "Apakah jeda lima tahun putusan 56/PUU-XVII/2019 berlaku bagi UU Pemerintahan Aceh belum diputus",
)
_IN_ACEH_READINGS = (
    ("pass", Text("disclosure is enough (51/PUU-XIV/2016)", "cukup mengumumkan (51/PUU-XIV/2016)")),
    ("fail", Text("five years must have passed (56/PUU-XVII/2019)", "harus lewat lima tahun (56/PUU-XVII/2019)")),
)


def _caught(norm: _Norm) -> _Verdict:
    exception, basis = norm.says.exception, norm.says.excepted
    if exception.state == "unknown":
        return _needs(norm, basis, "threat")
    if exception.value == "none":
        text = Text(
            "Prison for an offence threatened with five years or more bars, without end",
            "Pidana penjara karena tindak pidana berancaman lima tahun atau lebih menghalangi tanpa batas waktu",
        )
        return _Verdict("fail", text, basis)
    kept_out = _kept_out(norm)
    if kept_out:
        return _Verdict("fail", kept_out, basis)
    over = sentence_over(norm.item)
    if exception.value == "wait_and_disclosure":
        return _wait(norm, over)
    serving = _still_serving(norm, basis, over)
    if serving is not None:
        return serving
    verdict = _disclosure(norm, basis, repeat=False)
    waited = over is not None and months_later(over, 60) <= norm.registered
    if norm.says.aceh and verdict.outcome == "pass" and not waited and in_force(norm.law, "mk-56-puu-xvii-2019"):
        return _Verdict("undetermined", _IN_ACEH, basis, (), norm.at + "over", {"over": over}, _IN_ACEH_READINGS)
    return verdict


def _kept_out(norm: _Norm) -> Text | None:
    """Drug kingpins and child-sex offenders are no ex-convicts, says the explanation of 2016."""
    if not norm.says.excluded or not (norm.item.drug_kingpin or norm.item.child_sex):
        return None
    return Text(
        "Drug kingpins and offenders of sexual crimes against children are not among the ex-convicts who may stand",
        "Bandar narkoba dan pelaku kejahatan seksual terhadap anak tidak termasuk mantan terpidana yang boleh maju",
    )


def _disclosure(norm: _Norm, basis: Basis, *, repeat: bool) -> _Verdict:
    case = norm.case
    if repeat:
        verdict = _repeated(norm, basis)
        if verdict is not None:
            return verdict
    if case.disclosed is None:
        return _needs(norm, basis, "disclosed")
    fact: dict[str, object] = {"disclosed": case.disclosed}
    if case.disclosed:
        text = Text(
            "An ex-convict who told the public openly and honestly",
            "Mantan terpidana yang mengumumkan secara terbuka dan jujur",
        )
        return _Verdict("pass", text, basis, (), "disclosed", fact)
    if norm.says.wait_instead:
        return _waited_instead(norm, basis)
    text = Text(
        "An ex-convict who did not tell the public openly and honestly",
        "Mantan terpidana yang tidak mengumumkan secara terbuka dan jujur",
    )
    return _Verdict("fail", text, basis, (), "disclosed", fact)


def _waited_instead(norm: _Norm, basis: Basis) -> _Verdict:
    """By MK 42/PUU-XIII/2015 an ex-convict who does not disclose waits five years instead (para 3.11.6)."""
    over = sentence_over(norm.item)
    assert over is not None
    ends = months_later(over, 60)
    met = ends <= norm.registered
    fact: dict[str, object] = {"over": over, "ends": ends, "on": norm.registered}
    return _Verdict("pass" if met else "fail", Said(_say_wait, fact, met), basis, (), norm.at + "over", fact)


def _repeated(norm: _Norm, basis: Basis) -> _Verdict | None:
    case = norm.case
    if case.repeat_offender is None and len(case.convictions or ()) > 1:
        return _needs(norm, basis, "repeat_offender")
    if case.repeat_offender:
        text = Text("Repeat offenders may not stand", "Pelaku kejahatan berulang tidak boleh mencalonkan diri")
        return _Verdict("fail", text, basis, (), "repeat_offender", {"repeat_offender": True})
    return None


def _wait(norm: _Norm, over: str | None) -> _Verdict:
    """Five years after the sentence, disclosure, no repeat offence: all three."""
    case, says = norm.case, norm.says
    basis = says.waits
    for verdict in (_repeated(norm, basis), None if case.disclosed is None else _undisclosed(norm, basis)):
        if verdict is not None and verdict.outcome == "fail":
            return verdict
    days = _reference(norm, says.end)
    starts = _starts(norm, says.start, over)
    lacks = ([] if days else ["registered"]) + ([] if starts else ["over"])
    if says.length.state != "set":
        return _Verdict("undetermined", _UNKNOWN, basis)
    months = int(says.length.stated) * 12
    found = [(first, day, months_later(first, months)) for first in starts for day in days]
    outcomes = {ends <= day for _, day, ends in found}
    if found and outcomes == {False}:
        return _waited(norm, basis, found[0], False)
    if case.disclosed is None:
        lacks.append("disclosed")
    if lacks:
        return _needs(norm, basis, *lacks)
    repeated = _repeated(norm, basis)
    if repeated is not None:
        return repeated
    if outcomes == {True}:
        return _waited(norm, basis, found[0], True)
    readings = tuple(
        (
            "pass" if ends <= day else "fail",
            Text(f"counted from {first} to {day}", f"dihitung sejak {first} sampai {day}"),
        )
        for first, day, ends in found
    )
    text = Text("From when the five years run was not yet settled", "Sejak kapan lima tahun itu dihitung belum diputus")
    return _Verdict("undetermined", text, basis, (), norm.at + "over", {}, readings, _PAROLE)


def _undisclosed(norm: _Norm, basis: Basis) -> _Verdict | None:
    if norm.case.disclosed:
        return None
    text = Text("An ex-convict who did not tell the public", "Mantan terpidana yang tidak mengumumkan kepada publik")
    return _Verdict("fail", text, basis, (), "disclosed", {"disclosed": False})


def _reference(norm: _Norm, end: Value) -> list[str]:
    """Return the day, or before it was settled the days, on which the wait must be over."""
    case = norm.case
    if end.value == "pair_registration":
        return [case.registered] if case.registered else []
    if end.value == "prospective_determination":
        day = case.determined or case.registered
        return [day] if day else []
    return [day for day in (case.registered, case.determined) if day][:2]


def _starts(norm: _Norm, start: Value, over: str | None) -> list[str]:
    """Return the day, or before it was settled the days, from which the wait runs."""
    if over is None:
        return []
    released = norm.item.released
    if start.value == "prison_served" and released is not None and released < over:
        return [over, released]
    return [over]


def _waited(norm: _Norm, basis: Basis, found: tuple[str, str, str], met: bool) -> _Verdict:
    first, day, ends = found
    fact: dict[str, object] = {"over": first, "ends": ends, "on": day}
    return _Verdict(
        "pass" if met else "fail",
        Said(_say_wait, fact, met),
        basis,
        (),
        norm.at + "over",
        fact,
        practice=_ANNIVERSARY if ends == day else None,
    )


def _say_wait(lang: str, fact: dict[str, object], met: bool) -> str:
    over, ends, on = (day_text(str(fact[name]), lang) for name in ("over", "ends", "on"))
    if lang == "id":
        return (
            f"Pidana berakhir {over}; jeda lima tahun sampai {ends}, {'telah' if met else 'belum'} terlewati pada {on}"
        )
    return f"The sentence was over on {over}; the five years run to {ends}, {'past' if met else 'not yet past'} on {on}"


# -- the rule -------------------------------------------------------------------------------------------


_GRAVITY = ("fail", "undetermined", "pass")


def _whole(item: Conviction) -> int | None:
    """Return the threat in whole years, as the parameters ask for it."""
    return None if item.threat is None else int(item.threat)


def _convictions(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    if case.convictions is None:
        return lack(rule, case, ["convictions"], {}, places(law, *letter("g")))
    if not case.convictions:
        text = Text("Never convicted", "Tidak pernah dipidana")
        basis = places(law, f"{ACEH}/huruf-g") if in_aceh(case) else places(law, *letter("g"))
        return tell(rule, case, "pass", text, {"convictions": 0}, basis, field="convictions")
    verdicts = [
        _judge(_Norm(law, law_on(law, case.region, _whole(item)), case, item, f"convictions[{index}]."))
        for index, item in enumerate(case.convictions)
    ]
    worst = verdicts[0] if len(verdicts) == 1 else min(verdicts, key=lambda item: _GRAVITY.index(item.outcome))
    if worst.outcome != "fail" and worst.needs:
        needs = [name for verdict in verdicts for name in verdict.needs]
        return lack(rule, case, needs, worst.fact, worst.basis)
    if worst.outcome == "pass":
        special = _papua(rule, law, case)
        if special is not None:
            return special
    return tell(
        rule,
        case,
        worst.outcome,
        worst.text,
        worst.fact,
        worst.basis,
        field=worst.field,
        readings=worst.readings,
        practice=worst.practice,
    )


def _papua(rule: Rule, law: Law, case: CandidateCase) -> Finding | None:
    """Ask whether the special autonomy law keeps a person once imprisoned, save for politics, from the office."""
    if case.office != "governor" or case.region is None or case.region[:1] != "9":
        return None
    basis = places(law, "uu-21-2001/pasal-12/huruf-g")
    jailed = any(item.imprisoned and not item.political for item in case.convictions or ())
    needed, _ = ask(law, "candidate.indigenous_required", ("office", "governor"), ("region", case.region))
    if not jailed or not basis or needed.state != "set":
        return None
    text = Text(
        "The Pilkada law is met, but UU 21/2001 Pasal 12 huruf g bars anyone once imprisoned save for politics",
        "UU Pilkada terpenuhi, tetapi UU 21/2001 Pasal 12 huruf g menghalangi orang yang pernah dipidana penjara "
        "kecuali karena politik",
    )
    readings = (
        (
            "pass",
            Text(
                "the Pilkada law as read by the Constitutional Court governs",
                "UU Pilkada sebagaimana dibaca MK berlaku",
            ),
        ),
        ("fail", Text("the special autonomy law prevails", "UU Otonomi Khusus didahulukan")),
    )
    return tell(rule, case, "undetermined", text, {}, basis, field="convictions", readings=readings)


CONVICTIONS = Rule(
    code="candidate.convictions",
    number=609,
    family="convictions",
    title=Text("Convictions", "Pidana"),
    about=Text(
        "Whether past convictions bar: until 17 March 2015 prison for an offence of five years or more, without end; "
        "until 8 July 2015 unless five years past, disclosed and not repeated; until 30 June 2016 unless disclosed; "
        "until 18 July 2017 any conviction unless disclosed; then again five years or more; since 11 December 2019 "
        "five years after the whole sentence, at registration, disclosed and not repeated; below five years "
        "disclosure only",
        "Apakah pidana masa lalu menghalangi: sampai 17 Maret 2015 pidana penjara karena ancaman lima tahun atau "
        "lebih, tanpa batas; sampai 8 Juli 2015 kecuali lewat lima tahun, diumumkan, tidak berulang; sampai 30 Juni "
        "2016 kecuali diumumkan; sampai 18 Juli 2017 pidana apa pun kecuali diumumkan; lalu kembali lima tahun atau "
        "lebih; sejak 11 Desember 2019 lima tahun setelah seluruh pidana, saat pendaftaran, diumumkan dan tidak "
        "berulang; di bawah lima tahun cukup diumumkan",
    ),
    basis=(
        *letter("g"),
        "uu-1-2015/penjelasan/pasal-7/huruf-g",
        "uu-1-2015/penjelasan/pasal-7/ayat-2/huruf-g",
        f"{ACEH}/huruf-g",
        "mk-42-puu-xiii-2015",
        "mk-71-puu-xiv-2016",
        "mk-56-puu-xvii-2019",
        "mk-32-puu-xxiii-2025",
    ),
    keys=(
        "candidate.conviction_bar",
        "candidate.conviction_threat",
        "candidate.exconvict_exception",
        "candidate.exconvict_wait",
        "candidate.exconvict_wait_start",
        "candidate.exconvict_wait_end",
        "candidate.exconvict_excluded",
    ),
    case=CandidateCase,
    check=_convictions,
    inputs=("convictions",),
    practice=_PAROLE,
)

register(CONVICTIONS)
