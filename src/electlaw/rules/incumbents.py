"""Incumbents: replacing officials, programmes, leave, and what cancels a candidacy (Pasal 70 and 71)."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Said
from electlaw.rules.asking import (
    absent,
    aside,
    ask,
    in_force,
    lack,
    months_later,
    places,
    remembered,
    tell,
    together,
)
from electlaw.rules.candidate_cases import CandidateCase
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.asking import Basis
    from electlaw.rules.candidate_cases import Replacement
    from electlaw.rules.cases import Case

__all__ = ["CANCELLATION", "LEAVE", "PROGRAMMES", "REPLACEMENTS"]

_PLACE = "uu-1-2015/pasal-71"
_REVOKED = Text(
    "A replacement that was revoked stays a breach: it had its effect (Supreme Court 570 K/TUN/PILKADA/2016, "
    "Boalemo). Bawaslu and KPU have taken a revocation before the determination as a cure (Kupang 2016, Minahasa "
    "Utara 2024)",
    "Penggantian yang dicabut tetap pelanggaran: akibatnya telah terjadi (MA 570 K/TUN/PILKADA/2016, Boalemo). "
    "Bawaslu dan KPU pernah menganggap pencabutan sebelum penetapan memulihkan keadaan (Kupang 2016, Minahasa Utara "
    "2024)",
)


def _bound(case: CandidateCase) -> str | None:
    """Return who the candidate is under Pasal 71: an incumbent, an acting head, neither; None if not told."""
    sits = case.sits
    if sits:
        return "incumbent"
    if case.acting_head:
        return "acting_head"
    return None if sits is None else "neither"


@attrs.frozen
class _Ban:
    """A ban of one day's law: how long, what lifts it, and the field its first day is counted back from."""

    value: Value
    basis: Basis
    months: int
    anchor: str
    ends: str
    #: Whether the Minister's approval lifts it.
    approval: bool
    #: Since when it is law: what was done before was judged by the law of its day.
    since: str


def _ban(law: Law, key: str) -> _Ban:
    """Return a ban, ``incumbent.replacement_ban`` or ``incumbent.programme_ban``, for this law."""
    return remembered(law, ("ban", key), _made_ban, law, key)  # type: ignore[no-any-return]


def _made_ban(law: Law, key: str) -> _Ban:
    value, b1 = ask(law, key)
    end, b2 = ask(law, f"{key}_end")
    exception, b3 = ask(law, "incumbent.replacement_exception")
    anchor = "determined" if value.get("counted") == "before:pair_determination" else "term_end"
    ends = "elected_determined" if end.value == "elected_determination" else "term_end"
    own = key == "incumbent.replacement_ban"
    since = value.act.span.start.latest if value.act is not None else ""
    months = int(value.stated) if value.state == "set" else 0
    basis = together(b1, b2, b3 if own else ())
    return _Ban(value, basis, months, anchor, ends, own and exception.value == "minister_approval", since)


def _opens(case: CandidateCase, ban: _Ban) -> str | None:
    """Return the first day of a ban, if the case tells the day it is counted back from."""
    anchor = getattr(case, ban.anchor)
    return None if anchor is None else months_later(anchor, -ban.months)


def _within(day: str, opens: str, closes: str | None) -> bool:
    return day >= opens and (closes is None or day <= closes)


def _from(ban: _Ban, opens: str | None) -> str:
    """Return the first day on which an act can breach a ban: none before it was law."""
    return max(opens or "", ban.since)


def _ready(rule: Rule, law: Law, case: CandidateCase, ban: Value, basis: Basis, listed: str) -> Finding | None:
    """Return the finding that decides before any list is looked at."""
    if ban.state != "set":
        return absent(rule, case, law, ban, basis)
    who = _bound(case)
    if who is None:
        return lack(rule, case, ["incumbent"], {}, basis)
    if who == "neither":
        return aside(
            rule, case, Text("Not a sitting head or deputy", "Bukan kepala daerah atau wakil yang menjabat"), basis
        )
    if who == "acting_head" and not places(law, f"{_PLACE}/ayat-6"):
        return aside(
            rule, case, Text("Acting heads are bound since 1 July 2016", "Penjabat terikat sejak 1 Juli 2016"), basis
        )
    if getattr(case, listed) is None:
        return lack(rule, case, [listed], {}, basis)
    return None


# -- replacement of officials ---------------------------------------------------------------------------


def _replacements(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    return _kept(rule, law, case, _on_replacements(rule, law, case))


def _on_replacements(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    ban = _ban(law, "incumbent.replacement_ban")
    basis, anchor, approval = ban.basis, ban.anchor, ban.approval
    early = _ready(rule, law, case, ban.value, basis, "replacements")
    if early is not None:
        return early
    opens, closes = _opens(case, ban), getattr(case, ban.ends)
    if case.acting_head and not case.sits:
        basis = together(basis, places(law, f"{_PLACE}/ayat-4"))
    if opens is None and case.replacements:
        return lack(rule, case, [anchor], {}, basis)
    first = _from(ban, opens)
    fact: dict[str, object] = {"from": opens, "until": closes}
    needs: list[str] = []
    for index, item in enumerate(case.replacements or ()):
        verdict = _replaced(item, f"replacements[{index}].", first, closes, approval, needs)
        if verdict is not None:
            fact["breach"] = item.day
            fact["sanction"] = "cancellation" if case.sits else "general_rules"
            return tell(
                rule,
                case,
                "fail",
                Said(_say_replaced, str(item.day), first, verdict),
                fact,
                basis,
                field=f"replacements[{index}].day",
                practice=_REVOKED if item.revoked else None,
            )
    if needs:
        return lack(rule, case, needs, fact, basis)
    return tell(rule, case, "pass", _NONE_REPLACED, fact, basis, field="replacements")


_NONE_REPLACED = Text(
    "No official was replaced against the ban", "Tidak ada penggantian pejabat yang melanggar larangan"
)


def _replaced(
    item: Replacement, at: str, opens: str, closes: str | None, approval: bool, needs: list[str]
) -> str | None:
    """Return why a replacement breaches the ban, or None; what cannot be told is added to `needs`."""
    if item.day is None:
        needs.append(f"{at}day")
        return None
    if not _within(item.day, opens, closes):
        return None
    if item.kind == "acting" or (item.kind == "filling" and not approval):
        return None
    if not approval:
        return "banned"
    if item.approved and item.approved_on is not None and item.approved_on > item.day:
        return "late"
    if item.approved is None:
        needs.append(f"{at}approved")
        return None
    return None if item.approved else "unapproved"


def _say_replaced(lang: str, day: str, opens: str, why: str) -> str:
    on, start = day_text(day, lang), day_text(opens, lang)
    reasons = {
        "banned": Text("the law of the day knows no exception", "hukum pada hari itu tidak mengenal pengecualian"),
        "unapproved": Text("without written approval of the Minister", "tanpa persetujuan tertulis Menteri"),
        "late": Text("the Minister approved it only afterwards", "persetujuan Menteri baru sesudahnya"),
    }
    if lang == "id":
        return f"Pejabat diganti pada {on}, dalam masa larangan sejak {start}: {reasons[why][lang]}"
    return f"Officials were replaced on {on}, within the ban from {start}: {reasons[why][lang]}"


REPLACEMENTS = Rule(
    code="incumbent.replacements",
    number=630,
    family="incumbents",
    title=Text("Replacing officials", "Penggantian pejabat"),
    about=Text(
        "Whether a sitting head, deputy or acting head replaced officials from six calendar months before the day of "
        "determination (that day of the month included) to the end of the term without the Minister's prior written "
        "approval; until 30 June 2016 in the last six months of the term, without exception. Naming an acting "
        "official for a vacant post is no replacement",
        "Apakah kepala daerah, wakil, atau penjabat mengganti pejabat sejak enam bulan kalender sebelum tanggal "
        "penetapan (tanggal itu termasuk) sampai akhir masa jabatan tanpa persetujuan tertulis Menteri lebih dahulu; "
        "sampai 30 Juni 2016 dalam enam bulan terakhir masa jabatan, tanpa pengecualian. Penunjukan pelaksana tugas "
        "jabatan kosong bukan penggantian",
    ),
    basis=(f"{_PLACE}/ayat-2", f"{_PLACE}/ayat-4", "uu-1-2015/penjelasan/pasal-71/ayat-2"),
    keys=("incumbent.replacement_ban", "incumbent.replacement_ban_end", "incumbent.replacement_exception"),
    case=CandidateCase,
    check=_replacements,
    inputs=("replacements",),
    practice=_REVOKED,
)


# -- programmes -----------------------------------------------------------------------------------------


def _programmes(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    return _kept(rule, law, case, _on_programmes(rule, law, case))


def _on_programmes(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    ban = _ban(law, "incumbent.programme_ban")
    basis, anchor = ban.basis, ban.anchor
    early = _ready(rule, law, case, ban.value, basis, "programmes")
    if early is not None:
        return early
    opens, closes = _opens(case, ban), getattr(case, ban.ends)
    if opens is None and case.programmes:
        return lack(rule, case, [anchor], {}, basis)
    first = _from(ban, opens)
    fact: dict[str, object] = {"from": opens, "until": closes}
    needs: list[str] = []
    for index, item in enumerate(case.programmes or ()):
        at = f"programmes[{index}]."
        if item.day is None:
            needs.append(f"{at}day")
        elif _within(item.day, first, closes):
            if item.favours is None:
                needs.append(f"{at}favours")
            elif item.favours:
                fact["breach"] = item.day
                fact["sanction"] = "cancellation" if case.sits else "general_rules"
                return tell(rule, case, "fail", Said(_say_programme, item.day, first), fact, basis, field=f"{at}day")
    if needs:
        return lack(rule, case, needs, fact, basis)
    return tell(rule, case, "pass", _NONE_USED, fact, basis, field="programmes")


_NONE_USED = Text(
    "No power or programme was used for or against a pair",
    "Tidak ada kewenangan atau program yang menguntungkan atau merugikan pasangan calon",
)


def _say_programme(lang: str, day: str, opens: str) -> str:
    on, start = day_text(day, lang), day_text(opens, lang)
    if lang == "id":
        return f"Kewenangan atau program digunakan pada {on}, dalam masa larangan sejak {start}"
    return f"Power or a programme was used on {on}, within the ban from {start}"


_COURTS = Text(
    "Whether a programme favoured a pair is a question of fact: KPU cancelled pairs on Bawaslu's recommendation in "
    "Ogan Ilir (2020), which the Supreme Court reinstated (1 P/PAP/2020), and in Banjarbaru (2024)",
    "Apakah program menguntungkan pasangan adalah soal fakta: KPU membatalkan pasangan atas rekomendasi Bawaslu di "
    "Ogan Ilir (2020), yang dipulihkan Mahkamah Agung (1 P/PAP/2020), dan di Banjarbaru (2024)",
)

PROGRAMMES = Rule(
    code="incumbent.programmes",
    number=631,
    family="incumbents",
    title=Text("Power and programmes", "Kewenangan dan program"),
    about=Text(
        "Whether power, programmes or activities were used for or against a pair, here or elsewhere, from six "
        "calendar months before the determination until the elected pair is determined; until 30 June 2016 programmes "
        "of the region for the election in the last six months of the term",
        "Apakah kewenangan, program, atau kegiatan digunakan untuk menguntungkan atau merugikan pasangan, di daerah "
        "sendiri atau lain, sejak enam bulan kalender sebelum penetapan sampai penetapan pasangan terpilih; sampai 30 "
        "Juni 2016 program daerah untuk Pemilihan dalam enam bulan terakhir masa jabatan",
    ),
    basis=(f"{_PLACE}/ayat-3", f"{_PLACE}/ayat-4"),
    keys=("incumbent.programme_ban", "incumbent.programme_ban_end"),
    case=CandidateCase,
    check=_programmes,
    inputs=("programmes",),
    practice=_COURTS,
)


# -- what follows ---------------------------------------------------------------------------------------


#: The last finding of each rule, so that the rule on what follows need not ask again about the same candidate.
_last: dict[str, tuple[Law, CandidateCase, Finding]] = {}


def _found(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    last = _last.get(rule.code)
    return last[2] if last is not None and last[0] is law and last[1] is case else rule(law, case)


def _kept(rule: Rule, law: Law, case: CandidateCase, finding: Finding) -> Finding:
    _last[rule.code] = (law, case, finding)
    return finding


def _cancellation(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    sanction, basis = ask(law, "incumbent.ban_sanction")
    if sanction.state != "set":
        return absent(rule, case, law, sanction, basis)
    found = [_found(item, law, case) for item in (REPLACEMENTS, PROGRAMMES)]
    breaches = [item for item in found if item.outcome == "fail"]
    if breaches and case.sits:
        decider = None if case.office is None else "kpu-provinsi" if case.office == "governor" else "kpu-kabupaten-kota"
        bound = in_force(law, "mk-104-puu-xxiii-2025")
        asked_by = "bawaslu_decision" if bound else "bawaslu_recommendation"
        fact: dict[str, object] = {"sanction": sanction.stated, "decided_by": decider, "asked_by": asked_by}
        return tell(
            rule,
            case,
            "fail",
            Said(_say_cancelled, decider, bound),
            fact,
            basis,
            field=breaches[0].field.removeprefix(case.path),
        )
    if breaches:
        text = Text(
            "An acting head is bound by the bans, but is not an incumbent: the sanction follows other rules",
            "Penjabat terikat larangan, tetapi bukan petahana: sanksinya menurut peraturan lain",
        )
        return aside(rule, case, text, together(basis, places(law, f"{_PLACE}/ayat-6")))
    needs = [name.removeprefix(case.path) for item in found for name in item.needs]
    if needs:
        return lack(rule, case, needs, {}, basis)
    return aside(rule, case, _NOT_CANCELLED, basis)


_NOT_CANCELLED = Text("Nothing that cancels the candidacy", "Tidak ada yang membatalkan pencalonan")


def _say_cancelled(lang: str, decider: str | None, bound: bool) -> str:
    names = {"kpu-provinsi": "KPU Provinsi", "kpu-kabupaten-kota": "KPU Kabupaten/Kota"}
    who = names.get(decider or "", "KPU Provinsi / KPU Kabupaten/Kota")
    if lang == "id":
        after = "putusan Bawaslu yang wajib ditindaklanjuti" if bound else "rekomendasi Bawaslu"
        return f"Petahana dibatalkan sebagai calon oleh {who} setelah {after}; pelanggaran salah satu larangan cukup"
    after = "Bawaslu's decision, which binds it" if bound else "Bawaslu's recommendation"
    return f"The incumbent is cancelled as a candidate by {who} after {after}; breach of either ban is enough"


CANCELLATION = Rule(
    code="incumbent.cancellation",
    number=632,
    family="incumbents",
    title=Text("Cancellation of an incumbent", "Pembatalan petahana"),
    about=Text(
        "What follows from a breach: the KPU of the region cancels an incumbent as a candidate, on Bawaslu's "
        "recommendation or, since MK 104/PUU-XXIII/2025 (30 July 2025), its decision; one ban broken is enough "
        "(Supreme Court 570 K/TUN/PILKADA/2016). Others fall under the rules that govern them",
        "Akibat pelanggaran: KPU daerah itu membatalkan petahana sebagai calon, atas rekomendasi Bawaslu atau, sejak "
        "putusan MK 104/PUU-XXIII/2025 (30 Juli 2025), putusannya; satu larangan yang dilanggar sudah cukup (MA 570 "
        "K/TUN/PILKADA/2016). Selain petahana menurut peraturan yang berlaku baginya",
    ),
    basis=(f"{_PLACE}/ayat-4", f"{_PLACE}/ayat-5", f"{_PLACE}/ayat-6"),
    keys=("incumbent.ban_sanction",),
    case=CandidateCase,
    check=_cancellation,
    inputs=("replacements", "programmes"),
)


# -- leave ----------------------------------------------------------------------------------------------


def _leave(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    leave, basis = ask(law, "incumbent.campaign_leave")
    if leave.state != "set":
        return absent(rule, case, law, leave, basis)
    sits = case.sits
    if sits is None:
        return lack(rule, case, ["incumbent"], {}, basis)
    if not sits:
        return aside(rule, case, Text("Not an incumbent", "Bukan petahana"), basis)
    if case.facilities_used:
        text = Text("Facilities of the office were used in the campaign", "Fasilitas jabatan dipakai dalam kampanye")
        return tell(rule, case, "fail", text, {"facilities_used": True}, basis, field="facilities_used")
    if leave.value == "none_stated":
        text = Text(
            "The law of the day states no leave for incumbents who run again",
            "Hukum pada hari itu tidak mengatur cuti petahana yang maju lagi",
        )
        return aside(rule, case, text, basis)
    fact: dict[str, object] = {"leave": leave.stated}
    if leave.value == "while_campaigning":
        if case.leave_taken is None:
            return lack(rule, case, ["leave_taken"], fact, basis)
        return _told(rule, case, bool(case.leave_taken), "leave_taken", fact, basis)
    if case.leave_taken is False:
        return _told(rule, case, False, "leave_taken", fact, basis)
    names = ("campaign_from", "campaign_until", "leave_from", "leave_until")
    lacks = [name for name in names if getattr(case, name) is None]
    if lacks:
        return lack(rule, case, lacks, fact, basis)
    fact |= {name: getattr(case, name) for name in names}
    met = str(case.leave_from) <= str(case.campaign_from) and str(case.leave_until) >= str(case.campaign_until)
    return _told(rule, case, met, "leave_from", fact, basis)


_ON_LEAVE = Text("On unpaid leave as the law asks", "Menjalani cuti di luar tanggungan negara sesuai ketentuan")
_NO_LEAVE = Text(
    "Not on unpaid leave as the law asks", "Tidak menjalani cuti di luar tanggungan negara sesuai ketentuan"
)


def _told(rule: Rule, case: CandidateCase, met: bool, field: str, fact: dict[str, object], basis: Basis) -> Finding:
    return tell(rule, case, "pass" if met else "fail", _ON_LEAVE if met else _NO_LEAVE, fact, basis, field=field)


LEAVE = Rule(
    code="incumbent.leave",
    number=633,
    family="incumbents",
    title=Text("Campaign leave", "Cuti kampanye"),
    about=Text(
        "Whether an incumbent who runs again in the same region is on unpaid leave: when campaigning from 18 March "
        "2015, for the whole campaign since 1 July 2016; and uses no facilities of the office",
        "Apakah petahana yang maju lagi di daerah yang sama cuti di luar tanggungan negara: saat berkampanye sejak 18 "
        "Maret 2015, selama masa kampanye sejak 1 Juli 2016; dan tidak memakai fasilitas jabatan",
    ),
    basis=("uu-1-2015/pasal-70/ayat-3", "mk-60-puu-xiv-2016"),
    keys=("incumbent.campaign_leave",),
    case=CandidateCase,
    check=_leave,
    inputs=("leave_taken", "leave_from", "leave_until", "facilities_used"),
)

register(REPLACEMENTS, PROGRAMMES, CANCELLATION, LEAVE)
