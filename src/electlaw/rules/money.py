"""Campaign money: donors, limits, account, reports, audit (Pasal 74 to 76)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules.campaign import scheduled
from electlaw.rules.campaign_cases import DonationCase, FinanceCase
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, register
from electlaw.rules.shares import LimitTest
from electlaw.rules.windows import Window, open_value, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["RULES"]

_LAW = "uu-1-2015/pasal-"

#: Donors Pasal 76 ayat (1) forbids, with the letter.
_FORBIDDEN = {"foreign": "a", "unidentified": "b", "government": "c", "bumn": "d"}


def _donor(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, DonationCase)
    basis = (Ground(_LAW + "76/ayat-1", "text"),)
    if case.donor is None:
        return missing(rule, case, ["donor"], {}, basis)
    letter = _FORBIDDEN.get(case.donor)
    if letter is not None:
        text = Text("That donor is forbidden: the money may not be used, is reported and goes to the treasury; "
                    "taking it "
                    "cancels the pair",
                    "Pemberi itu dilarang: sumbangannya tidak boleh digunakan, dilaporkan, dan diserahkan ke kas "
                    "negara; "
                    "menerimanya berakibat pembatalan")  # fmt: skip
        places = (f"{_LAW}76/ayat-1/huruf-{letter}", _LAW + "76/ayat-2", _LAW + "76/ayat-4")
        return answer(rule, "fail", text, {}, tuple(Ground(place, "text") for place in places), field="donor")
    named = law.provision(_LAW + "74/ayat-1/huruf-c").state == "in_force"
    if case.donor == "pair":
        return _own(rule, named)
    if case.donor in ("nominating-party", "other-party") and case.independent:
        text = Text("An independent pair takes donations from persons and private legal entities",
                    "Pasangan perseorangan menerima sumbangan dari perseorangan dan badan hukum swasta")  # fmt: skip
        return answer(rule, "fail", text, {}, (Ground(_LAW + "74/ayat-2", "text"),), field="donor")
    text = Text("That donor is open", "Pemberi itu dibolehkan")
    return answer(rule, "pass", text, {}, (Ground(_LAW + "74/ayat-1", "text"),), field="donor")


def _own(rule: Rule, named: bool) -> Finding:
    if named:
        text = Text(
            "The pair's own money is a source the law names", "Dana pasangan calon sendiri disebut undang-undang"
        )
        return answer(rule, "pass", text, {}, (Ground(_LAW + "74/ayat-1/huruf-b", "text"),), field="donor")
    text = Text("Until 30 June 2016 the statute named parties and others as sources, not the pair itself",
                "Sampai 30 Juni 2016 undang-undang menyebut partai dan pihak lain sebagai sumber, bukan "
                "pasangan calon")  # fmt: skip
    readings = (("pass", Text("what is not forbidden is open", "yang tidak dilarang dibolehkan")),
                ("fail", Text("the list of sources is closed", "daftar sumber bersifat tertutup")))  # fmt: skip
    return answer(
        rule, "undetermined", text, {}, (Ground(_LAW + "74/ayat-1", "text"),), field="donor", readings=readings
    )


def _limit(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, DonationCase)
    if case.donor is None:
        return missing(rule, case, ["donor"])
    if case.donor in _FORBIDDEN:
        text = Text("A forbidden donor may give nothing", "Pemberi yang dilarang tidak boleh menyumbang sama sekali")
        return answer(rule, "fail" if case.total else "not_applicable", text, {}, (Ground(_LAW + "76/ayat-1", "text"),),
                      field="donor")  # fmt: skip
    limit = law.parameter("campaign.donation_max", donor=case.donor)
    if limit.state in ("unset", "not_yet"):
        text = Text("The law of that day limits no donation of such a donor",
                    "Hukum pada hari itu tidak membatasi sumbangan pemberi demikian")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, (Ground(_LAW + "74/ayat-5", "text"),), field="donor")
    ended = open_value(rule, law, case, limit)
    if ended is not None:
        return ended
    most, basis = int(limit.stated), grounds(limit)
    fact: dict[str, object] = {"limit": most}
    if case.total is None:
        return missing(rule, case, ["total"], fact, basis)
    fact["measured"] = case.total
    met = case.total <= most
    return answer(rule, "pass" if met else "fail", Said(_say_limit, case.total, most), fact, basis, field="total")


def _say_limit(lang: str, total: int, most: int) -> str:
    if lang == "id":
        return f"Rp{total:,}".replace(",", ".") + "; paling banyak " + f"Rp{most:,}".replace(",", ".")
    return f"Rp{total:,}; at most Rp{most:,}"


def _identity(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, DonationCase)
    basis = (Ground(_LAW + "74/ayat-7", "text"), Ground(_LAW + "76/ayat-1/huruf-b", "text"))
    if case.identified is None:
        return missing(rule, case, ["identified"], {}, basis)
    text = Text("A donor has to state a clear identity; without it the donation is a forbidden one",
                "Pemberi harus mencantumkan identitas yang jelas; tanpa itu sumbangannya terlarang")  # fmt: skip
    return answer(rule, "pass" if case.identified else "fail", text, {}, basis, field="identified")


def _account(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, FinanceCase)
    basis = (Ground(_LAW + "74/ayat-3", "text"), Ground(_LAW + "74/ayat-4", "text"))
    if case.account_registered is None:
        return missing(rule, case, ["account_registered"], {}, basis)
    text = Text("The special account of the campaign has to be registered with the KPU",
                "Rekening khusus dana kampanye wajib didaftarkan kepada KPU")  # fmt: skip
    return answer(rule, "pass" if case.account_registered else "fail", text, {}, basis, field="account_registered")


def _banned(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FinanceCase)
    basis = (Ground(_LAW + "76/ayat-2", "text"),)
    if case.banned_used:
        text = Text("A banned donation may not be used", "Sumbangan terlarang tidak boleh digunakan")
        return answer(rule, "fail", text, {}, basis, field="banned_used")
    if case.banned_handed_over is False:
        text = Text(
            "A banned donation has to go to the state treasury", "Sumbangan terlarang wajib diserahkan ke kas negara"
        )
        return answer(rule, "fail", text, {}, basis, field="banned_handed_over")
    return _BANNED(rule, law, case)


_BANNED = window(Window(
    key="campaign.banned_donation_report", start="campaign_end", act="banned_reported",
    noun=Text("Report of a banned donation", "Laporan sumbangan terlarang"),
))  # fmt: skip


def _donations(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FinanceCase)
    lacks = [name for name in ("event", "donation_report") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, (Ground(_LAW + "75/ayat-5", "text"),))
    line = scheduled(law, case, "campaign_finance_donation_report")
    if line is None or line.end is None:
        text = Text("The KPU's schedule of that election, as known on that day, sets no day for it",
                    "Jadwal KPU untuk pemilihan itu, sejauh diketahui pada hari itu, tidak menentukan "
                    "harinya")  # fmt: skip
        return answer(rule, "undetermined", text, {}, (Ground(_LAW + "75/ayat-5", "text"),), field="event",
                      needs=("event",))  # fmt: skip
    last = line.end.latest
    met = str(case.donation_report) <= last
    fact: dict[str, object] = {"deadline": last, "measured": case.donation_report}
    basis = (Ground(_LAW + "75/ayat-5", "text"), Ground(line.by, line.verified))
    return answer(rule, "pass" if met else "fail", Said(_say_due, last), fact, basis, field="donation_report")


def _say_due(lang: str, last: str) -> str:
    from electlaw.catalog import day_text

    if lang == "id":
        return f"Laporan penerimaan sumbangan paling lambat {day_text(last, lang)}"
    return f"The report of donations was due by {day_text(last, lang)}"


def _spending(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FinanceCase)
    who = law.parameter("campaign.spending_cap")
    ended = open_value(rule, law, case, who)
    if ended is not None:
        return ended
    basis = grounds(who)
    fact: dict[str, object] = {"rule": who.stated}
    lacks = [name for name in ("spent", "spending_cap") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    assert case.spent is not None
    assert case.spending_cap is not None
    fact |= {"limit": case.spending_cap, "measured": case.spent}
    met = case.spent <= case.spending_cap
    said = Said(_say_limit, case.spent, case.spending_cap)
    return answer(rule, "pass" if met else "fail", said, fact, basis, field="spent")


def _window(number: int, code: str, what: Window, about: Text, place: str, asked: str = "") -> Rule:
    return Rule(
        code=code, number=number, family="money", title=what.noun, about=about, basis=(_LAW + place,),
        keys=(what.key, "calendar.day_meaning"), case=FinanceCase, check=window(what), inputs=(asked or what.act,),
    )  # fmt: skip


RULES = (
    Rule(
        code="money.donor", number=711, family="money", title=Text("Donor", "Pemberi sumbangan"),
        about=Text("Whether the donor may give: not foreigners, unidentified donors, governments, state, regional or "
                   "village companies",
                   "Apakah pemberi boleh menyumbang: bukan pihak asing, tanpa identitas, pemerintah, BUMN, BUMD, "
                   "BUMDes"),
        basis=(_LAW + "74", _LAW + "76/ayat-1"), keys=(), case=DonationCase, check=_donor, inputs=("donor",),
    ),
    Rule(
        code="money.limit", number=712, family="money", title=Text("Limit of donations", "Batas sumbangan"),
        about=Text("Whether a donor gave no more than the limit, all gifts taken together: persons Rp50 million, legal "
                   "entities Rp500 million; Rp75 and 750 million since 1 July 2016",
                   "Apakah sumbangan tidak melebihi batas: perseorangan Rp50 juta, badan hukum Rp500 juta; Rp75 "
                   "dan 750 "
                   "juta sejak 1 Juli 2016"),
        basis=(_LAW + "74/ayat-5", _LAW + "74/ayat-6"), keys=("campaign.donation_max",),
        case=DonationCase, check=_limit,
        inputs=("total",), test=LimitTest(measure="total", subject=("office", "region", "event", "donor")),
    ),
    Rule(
        code="money.identity", number=713, family="money", title=Text("Identity of the donor", "Identitas pemberi"),
        about=Text("Whether the donor's identity is clear", "Apakah identitas pemberi jelas"),
        basis=(_LAW + "74/ayat-7",), keys=(), case=DonationCase, check=_identity, inputs=("identified",),
    ),
    Rule(
        code="money.account", number=714, family="money", title=Text("Special account", "Rekening khusus"),
        about=Text("Whether the special account was registered with the KPU", "Apakah rekening khusus didaftarkan "
                                                                              "kepada KPU"),
        basis=(_LAW + "74/ayat-3", _LAW + "74/ayat-4"), keys=(), case=FinanceCase, check=_account,
        inputs=("account_registered",),
    ),
    _window(
        715, "money.initial_report",
        Window(key="campaign.report_initial", start="campaign_start", act="initial_report", way="before",
               noun=Text("Initial report", "Laporan awal")),
        Text("Whether the initial report came by the day before the campaign begins",
             "Apakah laporan awal disampaikan paling lambat satu hari sebelum masa kampanye"), "75/ayat-1",
    ),
    Rule(
        code="money.donation_report", number=778, family="money",
        title=Text("Report of donations", "Laporan sumbangan"),
        about=Text("Whether the report of donations came by the day of the KPU's schedule",
                   "Apakah laporan penerimaan sumbangan disampaikan paling lambat pada hari menurut jadwal KPU"),
        basis=(_LAW + "75/ayat-5",), keys=(), case=FinanceCase, check=_donations, inputs=("donation_report",),
    ),
    _window(
        716, "money.final_report",
        Window(key="campaign.report_final", start="campaign_end", act="final_report",
               noun=Text("Final report", "Laporan akhir")),
        Text("Whether the final report came by the day after the campaign ends",
             "Apakah laporan akhir disampaikan paling lambat satu hari sesudah masa kampanye"), "75/ayat-1",
    ),
    _window(
        717, "money.to_auditor",
        Window(key="campaign.report_to_auditor", start="report_received", act="to_auditor",
               noun=Text("Report handed to the auditor", "Penyerahan laporan kepada akuntan")),
        Text("Whether the KPU handed the report to the auditor within two days",
             "Apakah KPU menyerahkan laporan kepada kantor akuntan publik dalam dua hari"), "75/ayat-2",
    ),
    _window(
        718, "money.audit",
        Window(key="campaign.audit_max", start="auditor_received", act="audit_done", first="",
               noun=Text("Audit", "Audit")),
        Text("Whether the audit was done within 15 days of the auditor receiving the report",
             "Apakah audit selesai dalam 15 hari sejak laporan diterima"), "75/ayat-3",
    ),
    _window(
        719, "money.publication",
        Window(key="campaign.audit_publication", start="audit_received", act="audit_published",
               noun=Text("Publication of the audit", "Pengumuman hasil audit")),
        Text("Whether the audit was published within three days", "Apakah hasil audit diumumkan dalam tiga hari"),
        "75/ayat-4",
    ),
    Rule(
        code="money.banned", number=720, family="money", title=Text("Banned donation", "Sumbangan terlarang"),
        about=Text("Whether a banned donation was left unused, reported within 14 days of the end of the campaign and "
                   "handed to the treasury",
                   "Apakah sumbangan terlarang tidak digunakan, dilaporkan dalam 14 hari setelah masa kampanye, dan "
                   "diserahkan ke kas negara"),
        basis=(_LAW + "76/ayat-2",), keys=("campaign.banned_donation_report",), case=FinanceCase, check=_banned,
        inputs=("banned_reported", "banned_used", "banned_handed_over"),
    ),
    Rule(
        code="money.spending", number=721, family="money", title=Text("Limit of spending", "Batas pengeluaran"),
        about=Text("Whether the pair spent no more than the limit the regional KPU set",
                   "Apakah pengeluaran tidak melebihi batas yang ditetapkan KPU daerah"),
        basis=(_LAW + "74/ayat-9",), keys=("campaign.spending_cap",), case=FinanceCase, check=_spending,
        inputs=("spent",),
        test=LimitTest(measure="spent", subject=("office", "region", "event"), against="spending_cap"),
    ),
)  # fmt: skip

register(*RULES)
