"""Reports of violations, administrative violations, money politics, and the proceedings on election crimes."""

from __future__ import annotations

from datetime import datetime, timedelta

from electlaw.acts import Text
from electlaw.dates import zone
from electlaw.findings import Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.process_cases import CrimeCase, ReportCase, ViolationCase
from electlaw.rules.shares import ShareTest, judge
from electlaw.rules.windows import Window, open_value, subject_of, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["CRIMES", "REPORTS", "VIOLATIONS"]

_LAW = "uu-1-2015/pasal-"


def _limit(
    number: int,
    code: str,
    kind: type[Case],
    what: Window,
    title: Text,
    about: Text,
    basis: tuple[str, ...],
    asked: str = "",
) -> Rule:
    keys = (what.key, "calendar.day_meaning") + ((what.more[0],) if what.more else ())
    return Rule(
        code=code, number=number, family="violations", title=title, about=about, basis=basis, keys=keys, case=kind,
        check=window(what), inputs=(asked or what.act,),
    )  # fmt: skip


# -- reports --------------------------------------------------------------------------------------------


def _reporter(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, ReportCase)
    basis = (Ground(_LAW + "134/ayat-2", "text"),)
    if case.reporter is None:
        return missing(rule, case, ["reporter"], {}, basis)
    if case.reporter == "outsider":
        text = Text("Only a citizen with the right to vote there, an observer or a participant may report; Bawaslu may "
                    "still take the matter up as its own finding",
                    "Pelapor hanya warga negara yang berhak pilih di daerah itu, pemantau, atau peserta; Bawaslu tetap "
                    "dapat menjadikannya temuan")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="reporter")
    text = Text("The reporter is one of those the law names", "Pelapor termasuk yang disebut undang-undang")
    return answer(rule, "pass", text, {}, basis, field="reporter")


#: Where each matter goes (Pasal 135 ayat (1)).
_GOES_TO = {"ethics": "dkpp", "administrative": "kpu", "dispute": "bawaslu", "crime": "police"}
_NAMES = {
    "dkpp": ("DKPP", "DKPP"), "kpu": ("the KPU", "KPU"), "bawaslu": ("Bawaslu itself", "Bawaslu sendiri"),
    "police": ("the police", "Kepolisian"),
}  # fmt: skip


def _forwarding(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, ReportCase)
    basis = (Ground(_LAW + "135/ayat-1", "text"),)
    fact: dict[str, object] = {}
    if case.matter is not None:
        fact["right"] = _GOES_TO[case.matter]
    lacks = [name for name in ("matter", "sent_to") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    right = _GOES_TO[str(case.matter)]
    met = case.sent_to == right
    return answer(rule, "pass" if met else "fail", Said(_say_goes, right), fact, basis, field="sent_to")


def _say_goes(lang: str, right: str) -> str:
    name = _NAMES[right][lang == "id"]
    return f"Laporan demikian diteruskan kepada {name}" if lang == "id" else f"Such a report goes to {name}"


def _referral(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ReportCase)
    limit = law.parameter("violation.crime_referral")
    ended = open_value(rule, law, case, limit)
    if ended is not None:
        return ended
    basis = grounds(limit)
    hours = timedelta(hours=int(limit.stated))
    fact: dict[str, object] = {"window": int(limit.stated), "unit": "hour"}
    lacks = [name for name in ("crime_decided", "crime_referred") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    first, last = _span(case.crime_decided)
    early, late = _span(case.crime_referred)
    if late <= first:
        text = Text("The days contradict each other: crime_referred comes before crime_decided",
                    "Waktu bertentangan: crime_referred mendahului crime_decided")  # fmt: skip
        return answer(rule, "undetermined", text, fact, basis, field="crime_referred",
                      needs=("crime_decided", "crime_referred"))  # fmt: skip
    if late - first <= hours:
        text = Text("Passed to the police within 24 hours", "Diteruskan ke kepolisian dalam 1 x 24 jam")
        return answer(rule, "pass", text, fact, basis, field="crime_referred")
    if early - last > hours:
        text = Text("Passed to the police after more than 24 hours", "Diteruskan ke kepolisian lewat dari 1 x 24 jam")
        return answer(rule, "fail", text, fact, basis, field="crime_referred")
    rough = tuple(n for n in ("crime_decided", "crime_referred") if isinstance(getattr(case, n), str))
    text = Text("The day alone does not tell; the time of day is needed", "Tanggal saja tidak cukup; diperlukan jamnya")
    return answer(rule, "undetermined", text, fact, basis, field=rough[0], needs=rough)


def _span(given: datetime | str | None) -> tuple[datetime, datetime]:
    if isinstance(given, datetime):
        return given, given
    start = datetime.fromisoformat(str(given)).replace(tzinfo=zone("WIB"))
    return start, start + timedelta(days=1)


REPORTS = (
    Rule(
        code="report.reporter", number=680, family="violations",
        title=Text("Who may report", "Pihak yang dapat melapor"),
        about=Text("Whether the report comes from a citizen with the right to vote there, an observer or a participant",
                   "Apakah pelapor warga negara berhak pilih setempat, pemantau, atau peserta pemilihan"),
        basis=(_LAW + "134/ayat-2",), keys=(), case=ReportCase, check=_reporter, inputs=("reporter",),
    ),
    _limit(
        681, "report.filing", ReportCase,
        Window(key="violation.report_filing", start="known_on", act="reported", first="",
               noun=Text("Report of the violation", "Penyampaian laporan"),
               practice=Text("Bawaslu counts the days after the one on which the violation became known",
                             "Bawaslu menghitung hari setelah pelanggaran diketahui")),
        Text("Report in time", "Tenggang waktu laporan"),
        Text("Whether the violation was reported within 7 days of becoming known or being found (calendar days "
             "since 18 "
             "March 2015)",
             "Apakah pelanggaran dilaporkan dalam 7 hari sejak diketahui atau ditemukan (hari kalender sejak 18 Maret "
             "2015)"),
        (_LAW + "134/ayat-4",),
    ),
    _limit(
        682, "report.handling", ReportCase,
        Window(key="violation.handling", start="received", act="handled",
               noun=Text("Follow-up of the report", "Tindak lanjut laporan"),
               more=("violation.extension", "more_asked")),
        Text("Follow-up in time", "Jangka waktu tindak lanjut laporan"),
        Text("Whether Bawaslu acted within 3 days of receiving the report, 2 more if it asked the reporter for "
             "more: 3 + "
             "2 = 5",
             "Apakah Bawaslu menindaklanjuti dalam 3 hari setelah laporan diterima, ditambah 2 hari bila meminta "
             "keterangan tambahan: 3 + 2 = 5"),
        (_LAW + "134/ayat-5", _LAW + "134/ayat-6"),
    ),
    Rule(
        code="report.forwarding", number=683, family="violations",
        title=Text("Where the report goes", "Penerusan laporan"),
        about=Text("Whether the report went to the right body: DKPP (ethics), KPU (administration), Bawaslu (dispute), "
                   "police (crime)",
                   "Apakah laporan diteruskan ke lembaga yang tepat: DKPP (etik), KPU (administrasi), Bawaslu "
                   "(sengketa), Kepolisian (pidana)"),
        basis=(_LAW + "135/ayat-1",), keys=(), case=ReportCase, check=_forwarding, inputs=("matter", "sent_to"),
    ),
    Rule(
        code="report.referral", number=684, family="violations",
        title=Text("Crime passed on in time", "Penerusan tindak pidana"),
        about=Text("Whether a report of a crime was passed to the police within 24 hours of Bawaslu's decision",
                   "Apakah laporan tindak pidana diteruskan ke kepolisian dalam 1 x 24 jam sejak diputuskan Bawaslu"),
        basis=(_LAW + "135/ayat-2",), keys=("violation.crime_referral",), case=ReportCase, check=_referral,
        inputs=("crime_referred",),
    ),
)  # fmt: skip


# -- administrative violations --------------------------------------------------------------------------


def _output(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ViolationCase)
    form = law.parameter("violation.admin_output", **subject_of(case))
    ended = open_value(rule, law, case, form)
    if ended is not None:
        return ended
    basis = grounds(form)
    fact: dict[str, object] = {"form": form.stated}
    binding = form.value == "decision"
    if case.output is None and case.reviewed is None:
        return missing(rule, case, ["output"], fact, basis)
    if case.output is not None and case.output != form.value:
        return answer(rule, "fail", Said(_say_output, binding), fact, basis, field="output")
    if binding and case.reviewed:
        text = Text("The KPU may not examine the matter anew; it carries Bawaslu's decision out",
                    "KPU tidak lagi memeriksa ulang; KPU melaksanakan putusan Bawaslu")  # fmt: skip
        return answer(rule, "fail", text, fact, basis, field="reviewed")
    return answer(rule, "pass", Said(_say_output, binding), fact, basis, field="output")


def _say_output(lang: str, binding: bool) -> str:
    if binding:
        return (
            "Bawaslu memutus pelanggaran administrasi; KPU wajib menindaklanjuti putusannya"
            if lang == "id"
            else "Bawaslu decides administrative violations; the KPU has to carry its decision out"
        )
    return (
        "Bawaslu memberi rekomendasi; KPU memeriksa dan memutus pelanggaran administrasi"
        if lang == "id"
        else "Bawaslu recommends; the KPU examines and decides administrative violations"
    )


def _unions(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ViolationCase)
    limit = law.parameter("tsm.decision")
    basis = (
        *grounds(limit),
        Ground(_LAW + "73/ayat-2", "text"),
        Ground("uu-1-2015/penjelasan/pasal-135a/ayat-1", "text"),
    )
    if limit.state != "set":
        text = Text(
            "Until 30 June 2016 a candidate lost the candidacy for money politics by a final judgment of a court only",
            "Sampai 30 Juni 2016 calon dibatalkan karena politik uang hanya berdasarkan putusan pengadilan yang "
            "berkekuatan hukum tetap",
        )
        return answer(rule, "not_applicable", text, {}, (Ground(_LAW + "73/ayat-2", "text"),))
    if case.by == "campaign_team":
        text = Text("A campaign team is punished by a court's final judgment, not by cancellation of the pair",
                    "Tim kampanye dikenai pidana berdasarkan putusan pengadilan, bukan pembatalan pasangan "
                    "calon")  # fmt: skip
        return answer(rule, "fail", text, {}, (Ground(_LAW + "73/ayat-3", "text"),), field="by")
    if case.by == "other":
        text = Text("Others are punished as a crime (Pasal 187A); the pair is not cancelled for their deed alone",
                    "Pihak lain dipidana (Pasal 187A); pasangan calon tidak dibatalkan karenanya saja")  # fmt: skip
        return answer(rule, "fail", text, {}, (Ground(_LAW + "73/ayat-4", "text"),), field="by")
    parts = ("structured", "systematic", "massive")
    failing = [name for name in parts if getattr(case, name) is False]
    if failing:
        return answer(rule, "fail", Said(_say_elements, tuple(failing)), {"lacking": failing}, basis, field=failing[0])
    lacks = [name for name in ("by", *parts) if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    text = Text("Structured, systematic and massive money politics of a candidate: the pair may be cancelled",
                "Politik uang calon yang terstruktur, sistematis, dan masif: pasangan calon dapat "
                "dibatalkan")  # fmt: skip
    return answer(rule, "pass", text, {}, basis, field="structured")


_ELEMENTS = {
    "structured": ("structured", "terstruktur"), "systematic": ("systematic", "sistematis"),
    "massive": ("massive", "masif"),
}  # fmt: skip


def _say_elements(lang: str, failing: tuple[str, ...]) -> str:
    names = ", ".join(_ELEMENTS[name][lang == "id"] for name in failing)
    if lang == "id":
        return f"Ketiga unsur harus terpenuhi bersama; tidak {names}"
    return f"All three elements must be there together; it was not {names}"


def _reinstated(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ViolationCase)
    limit = law.parameter("tsm.appeal_decision")
    if limit.state != "set":
        return none_set(rule, law, limit)
    basis = (Ground(_LAW + "135a/ayat-8", "text"), Ground(_LAW + "135a/ayat-9", "text"))
    if case.annulled is False:
        text = Text("The Supreme Court left the KPU's decision standing; its ruling is final",
                    "Mahkamah Agung tidak membatalkan keputusan KPU; putusannya final")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, basis, field="annulled")
    lacks = [name for name in ("annulled", "reinstated") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    if case.reinstated:
        text = Text(
            "The KPU determined the pair again, as it must", "KPU menetapkan kembali pasangan calon sebagaimana wajib"
        )
        return answer(rule, "pass", text, {}, basis, field="reinstated")
    text = Text("The KPU must determine the pair again: the Supreme Court annulled its decision",
                "KPU wajib menetapkan kembali pasangan calon: keputusannya dibatalkan Mahkamah Agung")  # fmt: skip
    return answer(rule, "fail", text, {}, basis, field="reinstated")


def _spread(rule: Rule, law: Law, case: Case) -> Finding:
    share = law.parameter("tsm.evidence_spread", **subject_of(case))
    ended = open_value(rule, law, case, share)
    return ended if ended is not None else judge(rule, law, case)


VIOLATIONS = (
    Rule(
        code="violation.output", number=690, family="violations",
        title=Text("Recommendation or decision", "Rekomendasi atau putusan"),
        about=Text("Whether Bawaslu gave the KPU what the law has it give: a recommendation the KPU examines; since MK "
                   "104/PUU-XXIII/2025 (30 July 2025), for elections after those of 2024, a decision the KPU "
                   "carries out",
                   "Apakah keluaran Bawaslu sesuai hukum: rekomendasi yang diperiksa KPU; sejak putusan MK "
                   "104/PUU-XXIII/2025 (30 Juli 2025), untuk pemilihan setelah 2024, putusan yang dilaksanakan KPU"),
        basis=(_LAW + "139", _LAW + "140/ayat-1", "mk-104-puu-xxiii-2025"), keys=("violation.admin_output",),
        case=ViolationCase, check=_output, inputs=("output", "reviewed"),
    ),
    _limit(
        691, "violation.kpu", ViolationCase,
        Window(key="violation.kpu_admin_handling", start="output_received", act="kpu_acted", first="",
               noun=Text("KPU acts on the administrative violation", "KPU menangani pelanggaran administrasi")),
        Text("KPU acts in time", "Jangka waktu KPU menangani"),
        Text("Whether the KPU acted within 7 days of receiving Bawaslu's output",
             "Apakah KPU menangani dalam 7 hari sejak menerima keluaran Bawaslu"),
        (_LAW + "140/ayat-1",),
    ),
    Rule(
        code="tsm.elements", number=692, family="violations",
        title=Text("Money politics that cancels a pair", "Politik uang yang membatalkan pasangan calon"),
        about=Text("Whether money politics is of the kind for which Bawaslu Provinsi may have a pair cancelled: by the "
                   "candidate, structured, systematic and massive together",
                   "Apakah politik uang memenuhi syarat pembatalan melalui Bawaslu Provinsi: oleh calon, terstruktur, "
                   "sistematis, dan masif sekaligus"),
        basis=(_LAW + "73/ayat-2", _LAW + "135a/ayat-1", "uu-1-2015/penjelasan/pasal-135a/ayat-1"),
        keys=("tsm.decision",), case=ViolationCase, check=_unions,
        inputs=("by", "structured", "systematic", "massive"),
    ),
    Rule(
        code="tsm.spread", number=693, family="violations",
        title=Text("Spread of the evidence", "Sebaran bukti"),
        about=Text("Whether the report brings evidence from at least half of the regencies and cities (governor) or "
                   "sub-districts (regent, mayor); exactly half is enough",
                   "Apakah laporan memuat bukti dari paling sedikit separuh kabupaten/kota (gubernur) atau kecamatan "
                   "(bupati, wali kota); tepat separuh cukup"),
        basis=("perbawaslu-9-2020/pasal-15/ayat-3/huruf-b",), keys=("tsm.evidence_spread",), case=ViolationCase,
        check=_spread, inputs=("areas_proved",),
        test=ShareTest(
            key="tsm.evidence_spread", measure="areas_proved",
            bases={"regencies_of_province": "areas", "districts_of_regency": "areas"},
            within=(("areas_proved", "areas"),),
            noun=Text("Areas with evidence", "Wilayah yang dibuktikan"), base_noun=Text("all areas", "seluruh wilayah"),
        ),
    ),
    _limit(
        694, "tsm.decision", ViolationCase,
        Window(key="tsm.decision", start="report_registered", act="bawaslu_decision", first="",
               noun=Text("Decision of Bawaslu Provinsi", "Putusan Bawaslu Provinsi")),
        Text("Bawaslu's time to decide", "Jangka waktu putusan Bawaslu Provinsi"),
        Text("Whether Bawaslu Provinsi decided within 14 working days",
             "Apakah Bawaslu Provinsi memutus dalam 14 hari kerja"),
        (_LAW + "135a/ayat-2",), "report_registered",
    ),
    _limit(
        695, "tsm.kpu", ViolationCase,
        Window(key="tsm.kpu_followup", start="bawaslu_decision", act="kpu_decision", first="",
               noun=Text("Decision of the KPU", "Keputusan KPU")),
        Text("KPU follows the decision", "KPU menindaklanjuti putusan"),
        Text("Whether the KPU issued its decision within three working days of Bawaslu's",
             "Apakah KPU menerbitkan keputusan dalam tiga hari kerja sejak putusan Bawaslu"),
        (_LAW + "135a/ayat-4", _LAW + "135a/ayat-5"), "bawaslu_decision",
    ),
    _limit(
        696, "tsm.appeal", ViolationCase,
        Window(key="tsm.appeal_filing", start="kpu_decision", act="appeal_filed", first="",
               noun=Text("Recourse to the Supreme Court", "Upaya hukum ke Mahkamah Agung")),
        Text("Recourse to the Supreme Court in time", "Tenggang waktu upaya hukum"),
        Text("Whether the cancelled pair went to the Supreme Court within three working days of the KPU's decision",
             "Apakah pasangan calon yang dibatalkan mengajukan upaya hukum dalam tiga hari kerja sejak keputusan KPU"),
        (_LAW + "135a/ayat-6", "perma-11-2016"),
    ),
    _limit(
        697, "tsm.counter_memorandum", ViolationCase,
        Window(key="tsm.counter_memorandum", start="objection_notice", act="counter_memorandum", first="",
               noun=Text("Counter memorandum", "Kontra memori keberatan")),
        Text("Counter memorandum in time", "Tenggang waktu kontra memori"),
        Text("Whether the counter memorandum came within three days of the notice; without it Bawaslu goes on",
             "Apakah kontra memori diserahkan dalam tiga hari sejak pemberitahuan; tanpa itu Bawaslu melanjutkan"),
        ("perbawaslu-9-2020/pasal-57",),
    ),
    _limit(
        698, "tsm.supreme_court", ViolationCase,
        Window(key="tsm.appeal_decision", start="file_received", act="appeal_decision", first="",
               noun=Text("Decision of the Supreme Court", "Putusan Mahkamah Agung")),
        Text("Supreme Court's time to decide", "Jangka waktu putusan Mahkamah Agung"),
        Text("Whether the Supreme Court decided within 14 working days of receiving the file",
             "Apakah Mahkamah Agung memutus dalam 14 hari kerja sejak berkas diterima"),
        (_LAW + "135a/ayat-7",),
    ),
    Rule(
        code="tsm.reinstatement", number=699, family="violations",
        title=Text("The pair determined again", "Penetapan kembali pasangan calon"),
        about=Text("Whether the KPU determined the pair again after the Supreme Court annulled its decision",
                   "Apakah KPU menetapkan kembali pasangan calon setelah keputusannya dibatalkan Mahkamah Agung"),
        basis=(_LAW + "135a/ayat-8",), keys=("tsm.appeal_decision",), case=ViolationCase, check=_reinstated,
        inputs=("annulled", "reinstated"),
    ),
)  # fmt: skip


# -- proceedings on election crimes ---------------------------------------------------------------------


def _crime(
    number: int,
    key: str,
    start: str,
    act: str,
    first: str,
    title: Text,
    about: Text,
    basis: str,
    asked: str = "",
    way: str = "after",
) -> Rule:
    return _limit(
        number, key, CrimeCase, Window(key=key, start=start, act=act, first=first, way=way, noun=title), title, about,
        tuple(_LAW + place for place in basis.split()), asked,
    )  # fmt: skip


def _last_word(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, CrimeCase)
    basis = (Ground(_LAW + "148/ayat-5", "text"),)
    if case.cassation_sought is None:
        return missing(rule, case, ["cassation_sought"], {}, basis)
    if case.cassation_sought:
        text = Text("The high court's judgment is the last; no remedy is open against it",
                    "Putusan Pengadilan Tinggi terakhir dan mengikat; tidak ada upaya hukum lain")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="cassation_sought")
    text = Text("The high court's judgment ended the case", "Putusan Pengadilan Tinggi mengakhiri perkara")
    return answer(rule, "pass", text, {}, basis, field="cassation_sought")


CRIMES = (
    _crime(787, "crime.investigation", "reported", "file_sent", "", Text("Investigation", "Penyidikan"),
           Text("Whether the police gave the file to the prosecutor within 14 days of the report; working days since 1 "
                "July 2016",
                "Apakah penyidik menyerahkan berkas dalam 14 hari sejak laporan diterima; hari kerja sejak 1 Juli "
                "2016"),
           "146/ayat-3"),
    _crime(788, "crime.file_return", "file_sent", "file_returned", "after",
           Text("Return of an incomplete file", "Pengembalian berkas"),
           Text("Whether the prosecutor returned an incomplete file within 3 days; working days since 1 July 2016",
                "Apakah penuntut umum mengembalikan berkas dalam 3 hari; hari kerja sejak 1 Juli 2016"), "146/ayat-4"),
    _crime(789, "crime.file_resubmission", "file_returned", "file_resent", "",
           Text("File given in again", "Penyerahan kembali berkas"),
           Text("Whether the police gave the file in again within 3 days of getting it back; working days since 1 July "
                "2016",
                "Apakah penyidik menyerahkan kembali berkas dalam 3 hari; hari kerja sejak 1 Juli 2016"), "146/ayat-5"),
    _crime(790, "crime.to_court", "file_accepted", "brought", "", Text("Case brought to court", "Pelimpahan perkara"),
           Text("Whether the prosecutor brought the case to court within 5 days of receiving the file; working days "
                "since 1 July 2016",
                "Apakah penuntut umum melimpahkan perkara dalam 5 hari sejak berkas diterima; hari kerja sejak 1 Juli "
                "2016"),
           "146/ayat-6", "file_accepted"),
    _crime(791, "crime.trial", "brought", "judgment", "after",
           Text("Judgment of the district court", "Putusan Pengadilan Negeri"),
           Text("Whether the district court gave judgment within 7 days of the case being brought",
                "Apakah Pengadilan Negeri memutus dalam 7 hari setelah pelimpahan"), "148/ayat-1", "brought"),
    _crime(792, "crime.appeal_filing", "judgment", "appeal_filed", "after", Text("Appeal", "Permohonan banding"),
           Text("Whether the appeal was made within 3 days of the judgment being read",
                "Apakah banding diajukan dalam 3 hari setelah putusan dibacakan"), "148/ayat-2"),
    _crime(793, "crime.appeal_transfer", "appeal_filed", "appeal_sent", "after",
           Text("File sent to the high court", "Pelimpahan berkas banding"),
           Text("Whether the file went to the high court within 3 days of the appeal",
                "Apakah berkas dilimpahkan ke Pengadilan Tinggi dalam 3 hari setelah permohonan banding diterima"),
           "148/ayat-3"),
    _crime(794, "crime.appeal_decision", "appeal_filed", "appeal_judgment", "after",
           Text("Judgment of the high court", "Putusan Pengadilan Tinggi"),
           Text("Whether the high court gave judgment within 7 days of the appeal being received",
                "Apakah Pengadilan Tinggi memutus dalam 7 hari setelah permohonan banding diterima"), "148/ayat-4"),
    Rule(
        code="crime.last_word", number=795, family="violations",
        title=Text("The high court has the last word", "Putusan terakhir Pengadilan Tinggi"),
        about=Text("Whether the case ended with the high court: no cassation is open",
                   "Apakah perkara berakhir di Pengadilan Tinggi: tidak ada kasasi"),
        basis=(_LAW + "148/ayat-5",), keys=("crime.appeal_decision",), case=CrimeCase, check=_last_word,
        inputs=("cassation_sought",),
    ),
    _crime(796, "crime.judgment_delivery", "final_judgment", "delivered", "after",
           Text("Judgment reaches the prosecutor", "Penyampaian putusan"),
           Text("Whether the judgment reached the prosecutor within 3 days of being read",
                "Apakah putusan disampaikan kepada penuntut umum dalam 3 hari setelah dibacakan"), "149/ayat-1"),
    _crime(797, "crime.execution", "delivered", "executed", "after", Text("Execution", "Pelaksanaan putusan"),
           Text("Whether the judgment was carried out within 3 days of reaching the prosecutor",
                "Apakah putusan dilaksanakan dalam 3 hari setelah diterima jaksa"), "149/ayat-2"),
    _crime(798, "crime.result_relevant_latest", "result_day", "final_judgment", "after",
           Text("Judgment that may change the votes", "Putusan yang memengaruhi perolehan suara"),
           Text("Whether a judgment that may change the votes was final at least 5 days before the result was "
                "determined",
                "Apakah putusan yang dapat memengaruhi perolehan suara selesai paling lama 5 hari sebelum penetapan "
                "hasil"),
           "150/ayat-1", "result_day", "before"),
)  # fmt: skip

register(*REPORTS, *VIOLATIONS, *CRIMES)
