"""Confirmation and inauguration of an elected pair (Pasal 160 to 164B)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Finding, Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.office_cases import AppointmentCase, InaugurationCase
from electlaw.rules.windows import Window, open_value, subject_of, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law

__all__ = ["APPOINTMENT"]

_LAW = "uu-1-2015/pasal-"

#: Who inaugurates, in order; each after the first only where those before are prevented.
_LINES = {
    "president": ("president", "vice_president", "minister"),
    "governor": ("governor", "deputy_governor", "minister"),
    "minister": ("minister",),
}


def _officer(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, InaugurationCase)
    if case.office is None:
        return missing(rule, case, ["region"])
    first = law.parameter("inauguration.officer", **subject_of(case))
    ended = open_value(rule, law, case, first)
    if ended is not None:
        return ended
    pasal = "163" if case.office == "governor" else "164"
    together = law.parameter("inauguration.president_may_do_all")
    line = _LINES[str(first.value)]
    basis = grounds(first)
    fact: dict[str, object] = {"line": list(line)}
    if case.officer is None:
        return missing(rule, case, ["officer"], fact, basis)
    if line == ("minister",):
        text = Text("In Aceh the Minister inaugurates the governor on the President's behalf",
                    "Di Aceh Menteri melantik gubernur atas nama Presiden")  # fmt: skip
        met = case.officer in ("minister", "president")
        return answer(rule, "pass" if met else "fail", text, fact, basis, field="officer")
    if case.officer == line[0]:
        return answer(rule, "pass", Said(_say_officer, case.office), fact, basis, field="officer")
    if case.officer == "president":
        met = together.state == "set" and together.value is True
        text = Text("The President may inaugurate regents and mayors together (since 1 July 2016)",
                    "Presiden dapat melantik bupati dan wali kota secara serentak (sejak 1 Juli 2016)")  # fmt: skip
        return answer(rule, "pass" if met else "fail", text, fact, grounds(together) or basis, field="officer")
    if case.officer not in line:
        return answer(rule, "fail", Said(_say_officer, case.office), fact, basis, field="officer")
    basis = (*basis, Ground(f"{_LAW}{pasal}/ayat-{line.index(case.officer) + 1}", "text"))
    if case.others_prevented is None:
        return missing(rule, case, ["others_prevented"], fact, basis)
    outcome = "pass" if case.others_prevented else "fail"
    return answer(rule, outcome, Said(_say_officer, case.office), fact, basis, field="others_prevented")


def _say_officer(lang: str, office: str) -> str:
    if office == "governor":
        return (
            "Presiden melantik gubernur; bila berhalangan Wakil Presiden, lalu Menteri"
            if lang == "id"
            else "The President inaugurates governors; if prevented the Vice President, then the Minister"
        )
    return (
        "Gubernur melantik bupati dan wali kota; bila berhalangan Wakil Gubernur, lalu Menteri"
        if lang == "id"
        else "The Governor inaugurates regents and mayors; if prevented the Deputy Governor, then the Minister"
    )


def _time(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, InaugurationCase)
    when = law.parameter("inauguration.timing")
    if when.state != "set":
        return none_set(rule, law, when)
    basis = grounds(when)
    if case.predecessor_elected is not None:
        ends = law.parameter("term.end_rule", elected=case.predecessor_elected)
        if ends.state == "set" and ends.value == "until_successor_inauguration":
            text = Text("The predecessor serves until the inauguration of the successor",
                        "Pejabat sebelumnya menjabat sampai pelantikan penggantinya")  # fmt: skip
            return answer(rule, "pass", text, {}, (*basis, *grounds(ends)), field="inaugurated")
    lacks = [name for name in ("inaugurated", "predecessor_term_end") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    met = str(case.inaugurated) >= str(case.predecessor_term_end)
    text = Text("Inaugurations are held together at the end of the last of the predecessors' terms, not before it",
                "Pelantikan serentak pada akhir masa jabatan periode sebelumnya yang paling akhir, tidak "
                "mendahuluinya")  # fmt: skip
    return answer(rule, "pass" if met else "fail", text, {}, basis, field="inaugurated")


_TAKEN = {"none": "inaugurated", "suspect": "inaugurated", "defendant": "suspended", "convict": "dismissed"}
_AYAT = {"suspect": "6", "defendant": "7", "convict": "8"}


def _status(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, InaugurationCase)
    pasal = "163" if case.office == "governor" else "164"
    if law.provision(f"{_LAW}{pasal}/ayat-6").state != "in_force":
        text = Text("Until 30 June 2016 the law said nothing of elected persons under prosecution",
                    "Sampai 30 Juni 2016 hukum tidak mengatur calon terpilih yang berstatus tersangka, terdakwa, "
                    "terpidana")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, (Ground(f"{_LAW}{pasal}", "text"),))
    if case.legal_status is None:
        return missing(rule, case, ["legal_status"], {}, (Ground(f"{_LAW}{pasal}/ayat-6", "text"),))
    wanted = _TAKEN[case.legal_status]
    ayat = _AYAT.get(case.legal_status)
    basis = (Ground(f"{_LAW}{pasal}/ayat-{ayat}" if ayat else f"{_LAW}{pasal}/ayat-1", "text"),)
    fact: dict[str, object] = {"right": wanted}
    if case.taken is None:
        return missing(rule, case, ["taken"], fact, basis)
    if case.legal_status == "suspect" and case.taken == "suspended" and case.detained is not False:
        if case.detained is None:
            return missing(rule, case, ["detained"], fact, basis)
        held = Text("A suspect in custody is inaugurated but may not exercise the office; the deputy does",
                    "Tersangka yang ditahan tetap dilantik tetapi dilarang bertugas; wakil melaksanakan "
                    "tugasnya")  # fmt: skip
        custody = (Ground("uu-23-2014/pasal-65/ayat-3", "text"), Ground("uu-23-2014/pasal-65/ayat-4", "text"))
        return answer(rule, "pass", held, fact, (*basis, *custody), field="taken")
    text = Text("Suspects are inaugurated; defendants are inaugurated and suspended at once; convicts by a final "
                "judgment "
                "inaugurated and dismissed at once",
                "Tersangka tetap dilantik; terdakwa dilantik dan saat itu juga diberhentikan sementara; terpidana "
                "dilantik "
                "dan saat itu juga diberhentikan")  # fmt: skip
    return answer(rule, "pass" if case.taken == wanted else "fail", text, fact, basis, field="taken")


def _alone(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, InaugurationCase)
    pasal = "163" if case.office == "governor" else "164"
    if law.provision(f"{_LAW}{pasal}/ayat-4").state != "in_force":
        text = Text("Until 30 June 2016 the law said nothing of it", "Sampai 30 Juni 2016 hukum tidak mengaturnya")
        return answer(rule, "not_applicable", text, {}, (Ground(f"{_LAW}{pasal}", "text"),))
    ayat = "4" if case.partner_lost == "head" else "5"
    basis = (Ground(f"{_LAW}{pasal}/ayat-{ayat}", "text"),)
    lacks = [name for name in ("partner_lost", "installed_as") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    wanted = "deputy" if case.partner_lost == "head" else "head"
    text = Text("The one left is inaugurated alone in the office elected to: the deputy as deputy, the head as head",
                "Yang tersisa tetap dilantik tanpa pasangan dalam jabatan terpilihnya: wakil sebagai wakil, "
                "kepala sebagai "
                "kepala")  # fmt: skip
    met = case.installed_as == wanted
    return answer(rule, "pass" if met else "fail", text, {"right": wanted}, basis, field="installed_as")


def _limit(number: int, code: str, what: Window, about: Text, places: tuple[str, ...], asked: str = "") -> Rule:
    return Rule(
        code=code, number=number, family="offices", title=what.noun, about=about, basis=places,
        keys=(what.key, "calendar.day_meaning"), case=AppointmentCase, check=window(what), inputs=(asked or what.act,),
    )  # fmt: skip


APPOINTMENT = (
    _limit(
        761, "appointment.dprd",
        Window(key="appointment.dprd_proposal", start="conveyed", act="dprd_proposed", first="",
               noun=Text("Proposal of confirmation", "Usulan pengesahan")),
        Text("Whether the DPRD proposed confirmation within five working days; else the KPU's own proposal opens "
             "(since 1 "
             "July 2016)",
             "Apakah DPRD mengusulkan pengesahan dalam lima hari kerja; bila tidak terbuka usulan KPU (sejak 1 "
             "Juli 2016)"),
        (_LAW + "160a/ayat-1", _LAW + "160a/ayat-2"),
    ),
    _limit(
        762, "appointment.confirmation",
        Window(key="appointment.confirmation", start="file_complete", act="confirmed", first="",
               noun=Text("Confirmation", "Pengesahan pengangkatan")),
        Text("Whether confirmation came within 20 days of the complete file; 14 until 17 March 2015",
             "Apakah pengesahan dalam 20 hari sejak berkas lengkap; 14 sampai 17 Maret 2015"),
        (_LAW + "160/ayat-2", _LAW + "160/ayat-4"),
    ),
    _limit(
        763, "appointment.bypass",
        Window(key="appointment.bypass_confirmation", start="bypass_received", act="bypass_confirmed", first="",
               noun=Text("Confirmation without the DPRD", "Pengesahan tanpa usulan DPRD")),
        Text("Whether confirmation without the DPRD came within 14 working days of the proposal; 20 days until 30 "
             "June 2016",
             "Apakah pengesahan tanpa usulan DPRD dalam 14 hari kerja sejak usulan; 20 hari sampai 30 Juni 2016"),
        (_LAW + "160a/ayat-4", _LAW + "160a/ayat-3"),
    ),
    Rule(
        code="inauguration.officer", number=764, family="offices", title=Text("Who inaugurates", "Yang melantik"),
        about=Text("Whether the right officer inaugurated: the President governors, the Governor regents and "
                   "mayors, their "
                   "substitutes when prevented; the President all of them since 1 July 2016",
                   "Apakah dilantik pejabat yang tepat: Presiden untuk gubernur, Gubernur untuk bupati dan wali kota, "
                   "penggantinya bila berhalangan; Presiden untuk semuanya sejak 1 Juli 2016"),
        basis=(_LAW + "163", _LAW + "164", _LAW + "164b"),
        keys=("inauguration.officer", "inauguration.president_may_do_all"), case=InaugurationCase, check=_officer,
        inputs=("officer",),
    ),
    Rule(
        code="inauguration.time", number=765, family="offices", title=Text("Time of inauguration", "Waktu pelantikan"),
        about=Text("Whether the inauguration did not come before the end of the predecessor's term",
                   "Apakah pelantikan tidak mendahului akhir masa jabatan sebelumnya"),
        basis=(_LAW + "164a/ayat-1", _LAW + "164a/ayat-2"), keys=("inauguration.timing", "term.end_rule"),
        case=InaugurationCase, check=_time, inputs=("inaugurated",),
    ),
    Rule(
        code="inauguration.status", number=766, family="offices",
        title=Text("Elected persons under prosecution", "Calon terpilih berstatus hukum"),
        about=Text("Whether an elected suspect, defendant or convict was dealt with as the law has it",
                   "Apakah calon terpilih yang tersangka, terdakwa, atau terpidana diperlakukan sesuai hukum"),
        basis=(_LAW + "163/ayat-6", _LAW + "163/ayat-7", _LAW + "163/ayat-8", _LAW + "164/ayat-6"), keys=(),
        case=InaugurationCase, check=_status, inputs=("legal_status",),
    ),
    Rule(
        code="inauguration.alone", number=767, family="offices",
        title=Text("Inaugurated alone", "Dilantik tanpa pasangan"),
        about=Text("Whether the one left of an elected pair was inaugurated alone in the office elected to",
                   "Apakah calon terpilih yang tersisa dilantik dalam jabatan terpilihnya"),
        basis=(_LAW + "163/ayat-4", _LAW + "163/ayat-5", _LAW + "164/ayat-4"), keys=(), case=InaugurationCase,
        check=_alone, inputs=("partner_lost",),
    ),
)  # fmt: skip

register(*APPOINTMENT)
