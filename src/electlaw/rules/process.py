"""Disputes over the process: Bawaslu, the administrative high court, the Supreme Court (Pasal 142 to 144, 153, 154)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Ground
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.process_cases import ProcessCase
from electlaw.rules.windows import Window, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["RULES"]

_LAW = "uu-1-2015/pasal-"


def _limit(
    number: int, code: str, what: Window, title: Text, about: Text, basis: tuple[str, ...], asked: str = ""
) -> Rule:
    return Rule(
        code=code, number=number, family="process", title=title, about=about, basis=basis,
        keys=(what.key, "calendar.day_meaning"), case=ProcessCase, check=window(what),
        inputs=(asked or what.act,),
    )  # fmt: skip


# -- who, and by which way ------------------------------------------------------------------------------


def _standing(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ProcessCase)
    limit = law.parameter("process.objection_filing")
    basis = grounds(limit) if limit.state == "set" else (Ground(_LAW + "142/huruf-b", "text"),)
    if case.petitioner is None:
        return missing(rule, case, ["petitioner"], {}, basis)
    if case.petitioner == "pair":
        text = Text("A pair determined as participant may object", "Pasangan calon peserta pemilihan berhak mengajukan")
        return answer(rule, "pass", text, {}, basis, field="petitioner")
    if case.petitioner == "prospective_pair":
        text = Text("The law speaks of participants; Bawaslu hears pairs that were refused too",
                    "Undang-undang menyebut peserta pemilihan; Bawaslu juga menerima bakal pasangan calon yang "
                    "ditolak")  # fmt: skip
        practice = Text("Bawaslu registered the objections of 24 prospective independent pairs in February 2020",
                        "Bawaslu menerima 24 permohonan bakal pasangan calon perseorangan pada Februari "
                        "2020")  # fmt: skip
        return answer(rule, "pass", text, {}, basis, field="petitioner", practice=practice)
    text = Text("Only participants of the election may object, pairs that stand or mean to stand",
                "Yang berhak mengajukan hanya peserta pemilihan, yaitu pasangan calon atau bakal pasangan "
                "calon")  # fmt: skip
    return answer(rule, "fail", text, {}, basis, field="petitioner")


def _remedies(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ProcessCase)
    ayat = "1" if law.parameter("process.objection_filing").state == "not_yet" else "2"
    basis = (Ground(f"{_LAW}154/ayat-{ayat}", "text"),)
    if case.remedies_used is None:
        return missing(rule, case, ["remedies_used"], {}, basis)
    if case.remedies_used:
        text = Text("The remedies at Bawaslu were used first", "Upaya administratif di Bawaslu telah ditempuh")
        return answer(rule, "pass", text, {}, basis, field="remedies_used")
    text = Text("The court hears the suit only after all remedies at Bawaslu were used",
                "Gugatan hanya dapat diajukan setelah seluruh upaya administratif di Bawaslu ditempuh")  # fmt: skip
    return answer(rule, "fail", text, {}, basis, field="remedies_used")


def _review(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ProcessCase)
    limit = law.parameter("process.cassation_decision")
    if limit.state != "set":
        return none_set(rule, law, limit)
    basis = (Ground(_LAW + "154/ayat-10", "text"),)
    if case.review_sought is None:
        return missing(rule, case, ["review_sought"], {}, basis)
    if case.review_sought:
        text = Text("The Supreme Court's decision is final; no review is open against it",
                    "Putusan Mahkamah Agung final dan mengikat; tidak dapat ditinjau kembali")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="review_sought")
    text = Text("The Supreme Court's decision ends the dispute", "Putusan Mahkamah Agung mengakhiri sengketa")
    return answer(rule, "pass", text, {}, basis, field="review_sought")


def _objection(rule: Rule, law: Law, case: Case) -> Finding:
    limit = law.parameter("process.objection_filing")
    if limit.state == "not_yet":
        text = Text("Until 30 June 2016 the statute set no time limit for the objection; Bawaslu's regulations did",
                    "Sampai 30 Juni 2016 undang-undang tidak menentukan batas waktu; peraturan Bawaslu yang "
                    "mengaturnya")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, grounds(limit))
    return _OBJECTION(rule, law, case)


def _changed(rule: Rule, law: Law, case: Case) -> Finding:
    limit = law.parameter("process.court_change_latest")
    if limit.state == "not_yet":
        text = Text("Until 30 June 2016 no day ended the time for changing the pairs after a ruling",
                    "Sampai 30 Juni 2016 tidak ada batas hari untuk mengubah pasangan calon karena "
                    "putusan")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, grounds(limit))
    return _CHANGED(rule, law, case)


_OBJECTION = window(Window(
    key="process.objection_filing", start="kpu_decision", act="objection_filed", first="",
    noun=Text("Objection to Bawaslu", "Keberatan kepada Bawaslu"),
    practice=Text("Bawaslu does not count the day of the decision (decision of 22 September 2024: until 25 September)",
                  "Bawaslu tidak menghitung hari keputusan (keputusan 22 September 2024: sampai 25 September)"),
))  # fmt: skip
_CHANGED = window(Window(
    key="process.court_change_latest", start="voting_day", act="pairs_changed", way="before",
    noun=Text("Change of the pairs after a ruling", "Perubahan pasangan calon karena putusan"),
))  # fmt: skip

RULES = (
    Rule(
        code="process.standing", number=660, family="process",
        title=Text("Who may object", "Pihak yang dapat mengajukan keberatan"),
        about=Text("Whether the one who objects is a participant; Bawaslu hears refused prospective pairs as well",
                   "Apakah pemohon peserta pemilihan; Bawaslu juga menerima bakal pasangan calon yang ditolak"),
        basis=(_LAW + "142/huruf-b", _LAW + "154/ayat-1"), keys=(), case=ProcessCase, check=_standing,
        inputs=("petitioner",),
    ),
    Rule(
        code="process.objection", number=661, family="process",
        title=Text("Objection in time", "Tenggang waktu keberatan"),
        about=Text("Whether the objection reached Bawaslu within three working days of the KPU's decision (since "
                   "1 July "
                   "2016)",
                   "Apakah keberatan diajukan kepada Bawaslu dalam tiga hari kerja sejak keputusan KPU (sejak 1 Juli "
                   "2016)"),
        basis=(_LAW + "154/ayat-1",), keys=("process.objection_filing",), case=ProcessCase, check=_objection,
        inputs=("objection_filed",),
    ),
    _limit(
        662, "process.related_party",
        Window(key="process.related_party_repair", start="incomplete_found", act="party_repaired", first="",
               noun=Text("Papers of a related party", "Dokumen pihak terkait")),
        Text("Papers of a related party", "Dokumen pihak terkait"),
        Text("Whether a related party completed its papers within one working day",
             "Apakah pihak terkait melengkapi dokumen dalam satu hari kerja"),
        ("perbawaslu-2-2020/pasal-42/ayat-2",),
    ),
    _limit(
        663, "process.bawaslu",
        Window(key="process.bawaslu_decision", start="petition_received", act="bawaslu_decision", first="",
               noun=Text("Decision of Bawaslu", "Putusan Bawaslu"),
               practice=Text("Bawaslu counts twelve calendar days from the register",
                             "Bawaslu menghitung dua belas hari kalender sejak registrasi")),
        Text("Bawaslu's time to decide", "Jangka waktu putusan Bawaslu"),
        Text("Whether Bawaslu decided within 12 days of receiving the petition: calendar days since 18 March 2015, "
             "working days before",
             "Apakah Bawaslu memutus dalam 12 hari sejak permohonan diterima: hari kalender sejak 18 Maret 2015, "
             "sebelumnya hari kerja"),
        (_LAW + "143/ayat-2",), "petition_received",
    ),
    _limit(
        664, "process.follow_up",
        Window(key="process.kpu_followup", start="bawaslu_decision", act="kpu_followed", first="",
               noun=Text("Follow-up by the KPU", "Tindak lanjut KPU")),
        Text("KPU carries out Bawaslu's decision", "KPU menindaklanjuti putusan Bawaslu"),
        Text("Whether the KPU carried out Bawaslu's binding decision within three working days (since 1 July 2016)",
             "Apakah KPU menindaklanjuti putusan Bawaslu yang mengikat dalam tiga hari kerja (sejak 1 Juli 2016)"),
        (_LAW + "144/ayat-2",),
    ),
    Rule(
        code="process.remedies", number=665, family="process",
        title=Text("Remedies at Bawaslu first", "Upaya administratif lebih dahulu"),
        about=Text("Whether the remedies at Bawaslu were all used before the suit",
                   "Apakah seluruh upaya administratif di Bawaslu ditempuh sebelum gugatan"),
        basis=(_LAW + "154",), keys=(), case=ProcessCase, check=_remedies, inputs=("remedies_used",),
    ),
    _limit(
        666, "process.suit",
        Window(key="process.pttun_filing", start="bawaslu_decision", act="suit_filed",
               noun=Text("Suit at the administrative high court", "Gugatan ke Pengadilan Tinggi TUN")),
        Text("Suit in time", "Tenggang waktu gugatan"),
        Text("Whether the suit was filed within three days of Bawaslu's decision: by the statute until 30 June "
             "2016, by "
             "Supreme Court regulation 11/2016, in working days, since",
             "Apakah gugatan diajukan dalam tiga hari sejak keputusan Bawaslu: menurut undang-undang sampai 30 Juni "
             "2016, menurut Perma 11/2016, dalam hari kerja, sesudahnya"),
        (_LAW + "154/ayat-2", "perma-11-2016"),
    ),
    _limit(
        667, "process.suit_repair",
        Window(key="process.pttun_repair", start="suit_filed", act="suit_repaired", first="",
               noun=Text("Completion of the suit", "Perbaikan gugatan")),
        Text("Completion of the suit", "Perbaikan gugatan"),
        Text("Whether the suit was completed within three days (working days since 1 July 2016) of reaching the court; "
             "if not, it is inadmissible and no remedy is open",
             "Apakah gugatan diperbaiki dalam tiga hari (hari kerja sejak 1 Juli 2016) sejak diterima pengadilan; bila "
             "tidak, gugatan tidak dapat diterima tanpa upaya hukum"),
        (_LAW + "154/ayat-3", _LAW + "154/ayat-4", _LAW + "154/ayat-5"),
    ),
    _limit(
        668, "process.judgment",
        Window(key="process.pttun_decision", start="suit_complete", act="judgment", first="",
               noun=Text("Judgment of the administrative high court", "Putusan Pengadilan Tinggi TUN")),
        Text("Judgment in time", "Jangka waktu putusan Pengadilan Tinggi TUN"),
        Text("Whether judgment came within 15 working days of the suit being complete; until 30 June 2016 within "
             "21 days",
             "Apakah putusan dijatuhkan dalam 15 hari kerja sejak gugatan lengkap; sampai 30 Juni 2016 dalam 21 hari"),
        (_LAW + "154/ayat-6",), "suit_complete",
    ),
    _limit(
        669, "process.cassation",
        Window(key="process.cassation_filing", start="judgment", act="cassation_filed", first="",
               noun=Text("Cassation", "Permohonan kasasi")),
        Text("Cassation in time", "Tenggang waktu kasasi"),
        Text("Whether cassation was filed within five working days of the judgment; seven until 30 June 2016",
             "Apakah kasasi diajukan dalam lima hari kerja sejak putusan; tujuh sampai 30 Juni 2016"),
        (_LAW + "154/ayat-8",),
    ),
    _limit(
        670, "process.cassation_decision",
        Window(key="process.cassation_decision", start="cassation_received", act="cassation_decision", first="",
               noun=Text("Decision in cassation", "Putusan kasasi")),
        Text("Supreme Court's time to decide", "Jangka waktu putusan kasasi"),
        Text("Whether the Supreme Court decided within 20 working days of receiving the cassation; until 30 June 2016 "
             "within 30 days",
             "Apakah Mahkamah Agung memutus dalam 20 hari kerja sejak kasasi diterima; sampai 30 Juni 2016 dalam "
             "30 hari"),
        (_LAW + "154/ayat-9",),
    ),
    Rule(
        code="process.review", number=671, family="process",
        title=Text("No review", "Tanpa peninjauan kembali"),
        about=Text("Whether the dispute ended with the Supreme Court's decision: no remedy is open against it, since 1 "
                   "July 2016 named as review",
                   "Apakah sengketa berakhir dengan putusan Mahkamah Agung: tidak ada upaya hukum, sejak 1 Juli 2016 "
                   "disebut peninjauan kembali"),
        basis=(_LAW + "154/ayat-10",), keys=("process.cassation_decision",), case=ProcessCase, check=_review,
        inputs=("review_sought",),
    ),
    _limit(
        672, "process.court_follow_up",
        Window(key="process.court_followup", start="ruling", act="ruling_followed",
               noun=Text("Follow-up of the ruling by the KPU", "Tindak lanjut putusan oleh KPU")),
        Text("KPU follows the court", "KPU menindaklanjuti putusan pengadilan"),
        Text("Whether the KPU followed the court's ruling within seven days",
             "Apakah KPU menindaklanjuti putusan pengadilan dalam tujuh hari"),
        (_LAW + "154/ayat-11",),
    ),
    Rule(
        code="process.pairs_changed", number=673, family="process",
        title=Text("Pairs changed after a ruling", "Perubahan pasangan calon karena putusan"),
        about=Text("Whether the pairs were changed because of a court's ruling no later than 30 days before voting day "
                   "(since 1 July 2016)",
                   "Apakah perubahan pasangan calon karena putusan pengadilan dilakukan paling lambat 30 hari sebelum "
                   "pemungutan suara (sejak 1 Juli 2016)"),
        basis=(_LAW + "154/ayat-12",), keys=("process.court_change_latest",), case=ProcessCase, check=_changed,
        inputs=("pairs_changed",),
        practice=Text("After that day the KPU has carried out rulings in some regions all the same, with new "
                      "ballots or "
                      "a later vote (five regions of 2015)",
                      "Setelah hari itu KPU di beberapa daerah tetap melaksanakan putusan dengan surat suara baru atau "
                      "pemungutan suara tertunda (lima daerah pada 2015)"),
    ),
)  # fmt: skip

register(*RULES)
