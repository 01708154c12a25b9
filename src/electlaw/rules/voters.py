"""Voters and the list of voters (Pasal 56 to 61)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, register
from electlaw.rules.voter_cases import VoterCase, VoterListCase
from electlaw.rules.windows import Window, contradiction, open_value, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["RULES"]

_LAW = "uu-1-2015/pasal-"


def _age(rule: Rule, law: Law, case: Case) -> Finding:
    from electlaw.calendar import add_months

    assert isinstance(case, VoterCase)
    least, spared = law.parameter("voter.min_age"), law.parameter("voter.married_exempt")
    basis = grounds(least, spared)
    years = int(least.stated)
    fact: dict[str, object] = {"limit": years}
    if case.married and spared.value is True:
        text = Text("Married, or married before: no age is asked", "Sudah atau pernah kawin: tanpa syarat umur")
        return answer(rule, "pass", text, fact, basis, field="married")
    if case.born is not None:
        fact["of_age"] = add_months(case.born, 12 * years)
    lacks = [name for name in ("born", "voting_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    if str(case.voting_day) < str(case.born):
        return contradiction(rule, case, "born", "voting_day", basis)
    met = str(case.voting_day) >= str(fact["of_age"])
    if not met and case.married is None:
        return missing(rule, case, ["married"], fact, basis)
    said = Said(_say_age, years, str(fact["of_age"]))
    return answer(rule, "pass" if met else "fail", said, fact, basis, field="born")


def _say_age(lang: str, years: int, day: str) -> str:
    from electlaw.catalog import day_text

    if lang == "id":
        return f"Berumur {years} tahun pada {day_text(day, lang)}; syaratnya {years} tahun pada hari pemungutan suara"
    return f"{years} years old on {day_text(day, lang)}; a voter has to be {years} on voting day"


def _capacity(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VoterCase)
    bar = law.parameter("voter.mental_exclusion")
    ended = open_value(rule, law, case, bar)
    if ended is not None:
        return ended
    basis = grounds(bar)
    if case.mental_state is None:
        return missing(rule, case, ["mental_state"], {"bar": bar.stated}, basis)
    barred = case.mental_state == "permanent_certified" or (
        case.mental_state == "disorder" and bar.value == "any_disorder"
    )
    any_one = bar.value == "any_disorder"
    return answer(rule, "fail" if barred else "pass", Said(_say_capacity, any_one), {"bar": bar.stated}, basis,
                  field="mental_state")  # fmt: skip


def _say_capacity(lang: str, any_one: bool) -> str:
    if any_one:
        return (
            "Yang sedang terganggu jiwa atau ingatannya tidak didaftar"
            if lang == "id"
            else "Who is mentally disturbed is not listed"
        )
    return (
        "Hanya gangguan permanen yang menurut profesional kesehatan jiwa menghilangkan kemampuan memilih yang "
        "menghalangi"
        if lang == "id"
        else "Only a permanent disorder bars that mental-health professionals certify to have ended the ability "
        "to choose"
    )


def _right(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, VoterCase)
    basis = (Ground(_LAW + "56/ayat-1", "text"), Ground(_LAW + "57/ayat-3/huruf-b", "text"))
    if case.citizen is False:
        text = Text("Only Indonesian citizens vote", "Hanya warga negara Indonesia yang memilih")
        return answer(rule, "fail", text, {}, basis, field="citizen")
    if case.vote_revoked:
        text = Text(
            "A final judgment revoked the right to vote", "Hak pilih dicabut dengan putusan berkekuatan hukum tetap"
        )
        return answer(rule, "fail", text, {}, basis, field="vote_revoked")
    if case.service == "police":
        text = Text("Members of the police do not vote", "Anggota Polri tidak menggunakan hak memilih")
        return answer(rule, "fail", text, {}, (Ground("uu-2-2002/pasal-28/ayat-2", "text"),), field="service")
    if case.service == "soldier":
        text = Text("The Pilkada statute is silent on soldiers; the KPU does not list those in active service",
                    "UU Pilkada tidak menyebut prajurit; KPU tidak mendaftar yang berdinas aktif")  # fmt: skip
        readings = (("fail", Text("by the KPU's regulations on voters", "menurut peraturan KPU tentang pemilih")),
                    ("pass", Text("by the words of the statute", "menurut bunyi undang-undang")))  # fmt: skip
        return answer(rule, "undetermined", text, {}, basis, field="service", readings=readings)
    lacks = [name for name in ("citizen", "vote_revoked") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    text = Text("A citizen whose right to vote was not revoked", "Warga negara yang hak pilihnya tidak dicabut")
    return answer(rule, "pass", text, {}, basis, field="citizen")


#: What a document rule takes.
_TAKEN = {
    "e_ktp": ("e_ktp",),
    "e_ktp_or_letter": ("e_ktp", "letter", "other_identity"),
    "e_ktp_or_other_identity": ("e_ktp", "letter", "other_identity"),
}


def _unlisted(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VoterCase)
    paper, hour = law.parameter("voter.unlisted_document"), law.parameter("voter.unlisted_window")
    basis = (*grounds(paper, hour), Ground(_LAW + "61/ayat-2", "text"))
    if case.listed:
        text = Text("The person is on the list", "Terdaftar dalam DPT")
        return answer(rule, "not_applicable", text, {}, (Ground(_LAW + "57/ayat-1", "text"),), field="listed")
    fact: dict[str, object] = {"document": paper.stated, "last_hours": int(hour.stated)}
    taken = _TAKEN[str(paper.value)]
    failing = []
    if case.document is not None and case.document not in taken:
        failing.append("document")
    failing += [name for name in ("own_area", "last_hour") if getattr(case, name) is False]
    if failing:
        return answer(rule, "fail", Said(_say_unlisted, taken == ("e_ktp",)), fact, basis, field=failing[0])
    lacks = [name for name in ("listed", "document", "own_area", "last_hour") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    return answer(rule, "pass", Said(_say_unlisted, taken == ("e_ktp",)), fact, basis, field="document",
                  practice=_LETTER if taken == ("e_ktp",) else None)  # fmt: skip


_LETTER = Text(
    "For want of cards the KPU took a letter of the civil registry that the card was recorded (2017 to 2020)",
    "Karena kartu belum tercetak, KPU menerima surat keterangan perekaman dari Dukcapil (2017 sampai 2020)",
)


def _say_unlisted(lang: str, card_only: bool) -> str:
    if lang == "id":
        paper = "KTP elektronik" if card_only else "KTP elektronik atau keterangan/identitas lain"
        return f"Yang tidak terdaftar memilih dengan {paper}, di TPS sesuai alamatnya, pada satu jam terakhir"
    paper = "an electronic identity card" if card_only else "an electronic identity card or another paper"
    return f"Who is not listed votes with {paper}, at the station of the address, in the last hour"


def _list(number: int, code: str, what: Window, about: Text, place: str, asked: str = "") -> Rule:
    return Rule(
        code=code, number=number, family="voters", title=what.noun, about=about, basis=(_LAW + place,),
        keys=(what.key, "calendar.day_meaning"), case=VoterListCase, check=window(what), inputs=(asked or what.act,),
    )  # fmt: skip


RULES = (
    Rule(
        code="voter.age", number=722, family="voters", title=Text("Age of a voter", "Umur pemilih"),
        about=Text("Whether the voter is 17 on voting day, or is or was married; the birthday counts",
                   "Apakah pemilih berumur 17 tahun pada hari pemungutan suara atau sudah/pernah kawin; hari "
                   "ulang tahun "
                   "dihitung"),
        basis=(_LAW + "56/ayat-1",), keys=("voter.min_age", "voter.married_exempt"), case=VoterCase, check=_age,
        inputs=("born", "married"),
    ),
    Rule(
        code="voter.capacity", number=723, family="voters", title=Text("Mental state", "Keadaan jiwa"),
        about=Text("Whether a mental disorder bars the voter: any until MK 135/PUU-XIII/2015 (13 October 2016), "
                   "since then "
                   "only a permanent one certified to have ended the ability to choose",
                   "Apakah gangguan jiwa menghalangi: apa pun sampai putusan MK 135/PUU-XIII/2015 (13 Oktober 2016), "
                   "sesudahnya hanya yang permanen dan dinyatakan profesional"),
        basis=(_LAW + "57/ayat-3/huruf-a", "mk-135-puu-xiii-2015"), keys=("voter.mental_exclusion",), case=VoterCase,
        check=_capacity, inputs=("mental_state",),
    ),
    Rule(
        code="voter.right", number=724, family="voters", title=Text("Right to vote", "Hak pilih"),
        about=Text("Whether the person is a citizen whose right to vote was not revoked",
                   "Apakah warga negara yang hak pilihnya tidak dicabut"),
        basis=(_LAW + "56/ayat-1", _LAW + "57/ayat-3/huruf-b", "uu-2-2002/pasal-28/ayat-2"), keys=(), case=VoterCase,
        check=_right,
        inputs=("citizen", "vote_revoked", "service"),
    ),
    Rule(
        code="voter.unlisted", number=725, family="voters", title=Text("Voter not listed", "Pemilih tidak terdaftar"),
        about=Text("Whether a person who is not on the list may vote: with an electronic identity card (until 30 "
                   "June 2016 "
                   "also another paper), at the station of the address, in the last hour",
                   "Apakah yang tidak terdaftar boleh memilih: dengan KTP elektronik (sampai 30 Juni 2016 juga "
                   "surat lain), "
                   "di TPS sesuai alamat, pada satu jam terakhir"),
        basis=(_LAW + "57/ayat-2", _LAW + "61"), keys=("voter.unlisted_document", "voter.unlisted_window"),
        case=VoterCase, check=_unlisted, inputs=("listed", "document"),
    ),
    Rule(
        code="voter.invitation", number=726, family="voters", title=Text("Notice to vote", "Surat pemberitahuan"),
        about=Text("Whether the notice to vote came at least three days before voting day",
                   "Apakah surat pemberitahuan disampaikan paling lambat tiga hari sebelum pemungutan suara"),
        basis=(_LAW + "84/ayat-1",), keys=("voter.invitation_latest",), case=VoterCase,
        check=window(Window(key="voter.invitation_latest", start="voting_day", act="invited_on", way="before",
                            noun=Text("Notice to vote", "Surat pemberitahuan"))),
        inputs=("invited_on",),
    ),
    _list(727, "voter_list.update",
          Window(key="voter_list.update_max", start="data_received", act="updated", first="",
                 noun=Text("Update of the roll", "Pemutakhiran daftar pemilih")),
          Text("Whether PPS updated the roll within 14 days of receiving the checked data; 3 until 30 June 2016",
               "Apakah PPS memutakhirkan dalam 14 hari sejak data diterima; 3 sampai 30 Juni 2016"), "58/ayat-3",
          "data_received"),
    _list(728, "voter_list.recap",
          Window(key="voter_list.recap_handover_max", start="updated", act="recapped", first="",
                 noun=Text("Recapitulation handed over", "Penyerahan rekapitulasi")),
          Text("Whether PPK handed the recapitulation over within three days of the update",
               "Apakah rekapitulasi diserahkan PPK dalam tiga hari sejak pemutakhiran selesai"), "58/ayat-5"),
    _list(729, "voter_list.repair",
          Window(key="voter_list.repair_max", start="comments_closed", act="repaired", first="",
                 noun=Text("Repair of the provisional list", "Perbaikan DPS")),
          Text("Whether the provisional list was repaired within five days of the end of comments",
               "Apakah DPS diperbaiki dalam lima hari sejak masukan masyarakat berakhir"), "58/ayat-7"),
    _list(730, "voter_list.announcement",
          Window(key="voter_list.announcement_max", start="drawn_up", act="announced", first="",
                 noun=Text("Announcement of the final list", "Pengumuman DPT")),
          Text("Whether the final list was announced within two days",
               "Apakah DPT diumumkan dalam dua hari sejak penyusunannya berakhir"), "58/ayat-8"),
    _list(731, "voter_list.final",
          Window(key="voter_list.final_latest", start="voting_day", act="fixed", way="before",
                 noun=Text("Final list fixed", "Penetapan DPT")),
          Text("Whether the final list was fixed at least 30 days before voting day",
               "Apakah DPT ditetapkan paling lambat 30 hari sebelum pemungutan suara"), "60"),
)  # fmt: skip

register(*RULES)
