"""Offices: who follows a head, acting heads, appointment, inauguration, the end of a term (Pasal 160 to 176, 201)."""

from __future__ import annotations

from fractions import Fraction

from electlaw.acts import Text
from electlaw.findings import Finding, Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.inaugurations import APPOINTMENT
from electlaw.rules.office_cases import ActingCase, TermCase, VacancyCase
from electlaw.rules.windows import Window, contradiction, open_value, subject_of, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law

__all__ = ["APPOINTMENT", "RULES"]

_LAW = "uu-1-2015/pasal-"

_FILLERS = {
    "deputy": ("the deputy becomes head", "wakil menjadi kepala daerah"),
    "dprd": ("the DPRD elects", "DPRD memilih"),
    "acting": ("an acting head is appointed", "diangkat penjabat"),
    "deputy_acts": ("the deputy does the work", "wakil melaksanakan tugas"),
    "vote": ("a vote is held", "pilkada"),
}


def _period(law: Law) -> str:
    """Return which text of Pasal 173 to 176 stood: ``2014`` (heads alone), ``2015`` or ``2016``."""
    if law.parameter("vacancy.dprd_proposal").state == "set":
        return "2016"
    return "2014" if law.parameter("vacancy.deputy_fill_max").state == "set" else "2015"


def _rest(law: Law, key: str, vacated: str, term_end: str) -> int:
    """Return -1, 0 or 1: the rest of the term is shorter than, exactly, or longer than the limit."""
    from electlaw.calendar import add_months

    line = add_months(vacated, int(law.parameter(key).stated))
    return (term_end > line) - (term_end < line)


# -- succession -----------------------------------------------------------------------------------------


def _succession(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VacancyCase)
    if case.cause is None:
        return missing(rule, case, ["cause"], {}, (Ground(_LAW + "173", "text"),))
    if case.cause == "term_end":
        ayat = "201/ayat-10" if case.office == "governor" else "201/ayat-11"
        return _filled(rule, case, ("acting",), (Ground(_LAW + ayat, "text"),))
    if case.deputy is None:
        return missing(rule, case, ["deputy"], {}, (Ground(_LAW + "173", "text"),))
    if case.cause == "suspended":
        wanted, ayat = ("deputy_acts", "1") if case.deputy == "in_office" else ("acting", "2")
        if wanted == "acting" and case.office is not None and case.office != "governor":
            ayat = "3"
        return _filled(rule, case, (wanted,), (Ground(f"uu-23-2014/pasal-86/ayat-{ayat}", "text"),))
    if case.deputy == "in_office" and _period(law) != "2014":
        basis = (Ground(_LAW + "173/ayat-1", "text"), Ground("uu-23-2014/pasal-88", "text"))
        return _filled(rule, case, ("deputy",), basis)
    if case.deputy == "in_office" and _of_the_old_law(case):
        return _filled(rule, case, ("deputy",), (Ground(_LAW + "203/ayat-1", "text"),))
    return _both_gone(rule, law, case)


#: The first vote under the law of 2014: whoever left before it had come into office by UU 32/2004.
_FIRST_VOTE = "2015-12-09"


def _of_the_old_law(case: VacancyCase) -> bool:
    """Whether the head came into office by UU 32/2004: gone before the first vote, or a term begun before it."""
    if case.head_left is not None and case.head_left < _FIRST_VOTE:
        return True
    return case.term_end is not None and case.term_end < f"{int(_FIRST_VOTE[:4]) + 5}{_FIRST_VOTE[4:]}"


def _both_gone(rule: Rule, law: Law, case: VacancyCase) -> Finding:
    limit = law.parameter("vacancy.acting_below")
    basis = grounds(limit)
    days = [day for day in (case.head_left, case.deputy_left) if day is not None]
    lacks = [name for name in ("head_left", "term_end") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    vacated = max(days) if case.deputy == "left" else str(case.head_left)
    if str(case.term_end) < vacated:
        name = "head_left" if vacated == case.head_left else "deputy_left"
        return contradiction(rule, case, name, "term_end", basis)
    side = _rest(law, "vacancy.acting_below", vacated, str(case.term_end))
    if side == 0 and _period(law) == "2014":
        text = Text("Exactly eighteen months: the text until 17 March 2015 speaks of fewer and of more only",
                    "Tepat delapan belas bulan: sampai 17 Maret 2015 hukum hanya menyebut kurang dan "
                    "lebih")  # fmt: skip
        readings = tuple(
            ("pass" if case.filled_by == way else "fail", Text(*_FILLERS[way])) for way in ("dprd", "acting")
        )
        return answer(rule, "undetermined", text, {"vacated": vacated}, basis, field="term_end", readings=readings)
    return _filled(rule, case, ("acting",) if side < 0 else ("dprd",), basis, vacated, _EXACTLY if side == 0 else None)


_EXACTLY = Text("Government regulation 12/2018, Pasal 23 letter d, has the DPRD elect only with more than "
                "eighteen months left",
                "PP 12/2018 Pasal 23 huruf d memberi DPRD wewenang memilih hanya bila sisa lebih dari delapan "
                "belas bulan")  # fmt: skip


def _filled(
    rule: Rule,
    case: VacancyCase,
    ways: tuple[str, ...],
    basis: tuple[Ground, ...],
    vacated: str = "",
    practice: Text | None = None,
) -> Finding:
    fact: dict[str, object] = {"right": ways[0]}
    if vacated:
        fact["vacated"] = vacated
    if case.filled_by is None:
        return missing(rule, case, ["filled_by"], fact, basis)
    met = case.filled_by in ways
    return answer(rule, "pass" if met else "fail", Said(_say_filled, ways[0]), fact, basis, field="filled_by",
                  practice=practice)  # fmt: skip


def _say_filled(lang: str, way: str) -> str:
    at = lang == "id"
    return f"Menurut hukum hari itu {_FILLERS[way][at]}" if at else f"By the law of that day {_FILLERS[way][at]}"


# -- deputies -------------------------------------------------------------------------------------------


def _deputy(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VacancyCase)
    if _period(law) == "2014":
        return _DEPUTY_FILL(rule, law, case)
    limit = law.parameter("vacancy.deputy_filled_above")
    if limit.state != "set":
        text = Text("From 18 March 2015 to 30 June 2016 an empty deputy post was filled whatever the rest of the term",
                    "Dari 18 Maret 2015 sampai 30 Juni 2016 kekosongan wakil diisi berapa pun sisa masa "
                    "jabatan")  # fmt: skip
        places = (Ground(_LAW + "176/ayat-1", "text"),)
        if case.deputy_filled is None:
            return missing(rule, case, ["deputy_filled"], {}, places)
        return answer(rule, "pass" if case.deputy_filled else "fail", text, {}, places, field="deputy_filled")
    basis = grounds(limit)
    lacks = [name for name in ("deputy_left", "term_end") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    if str(case.term_end) < str(case.deputy_left):
        return contradiction(rule, case, "deputy_left", "term_end", basis)
    due = _rest(law, "vacancy.deputy_filled_above", str(case.deputy_left), str(case.term_end)) > 0
    fact: dict[str, object] = {"filled": due}
    if case.deputy_filled is None:
        return missing(rule, case, ["deputy_filled"], fact, basis)
    met = case.deputy_filled == due
    return answer(rule, "pass" if met else "fail", Said(_say_deputy, due), fact, basis, field="deputy_filled",
                  practice=None if met else rule.practice)  # fmt: skip


def _say_deputy(lang: str, due: bool) -> str:
    if lang == "id":
        return (
            "Sisa masa jabatan lebih dari 18 bulan: jabatan wakil diisi"
            if due
            else "Sisa masa jabatan tidak lebih dari 18 bulan: jabatan wakil tidak diisi"
        )
    if due:
        return "More than 18 months of the term are left: the deputy's post is filled"
    return "No more than 18 months of the term are left: the deputy's post stays empty"


_DEPUTY_FILL = window(Window(
    key="vacancy.deputy_fill_max", start="deputy_left", act="filled_on",
    noun=Text("Filling of the deputy's post", "Pengisian jabatan wakil"),
))  # fmt: skip


def _nominees(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VacancyCase)
    number = law.parameter("vacancy.nominees")
    ended = open_value(rule, law, case, number)
    if ended is not None:
        return ended
    wanted, basis = int(number.stated), grounds(number)
    fact: dict[str, object] = {"wanted": wanted}
    if case.nominees is None:
        return missing(rule, case, ["nominees"], fact, basis)
    fact["measured"] = case.nominees
    met = case.nominees == wanted
    text = Text(f"{wanted} names go before the DPRD; {case.nominees} did",
                f"{wanted} calon diajukan kepada DPRD; yang diajukan {case.nominees}")  # fmt: skip
    return answer(rule, "pass" if met else "fail", text, fact, basis, field="nominees")


def _nominators(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, VacancyCase)
    seats, votes = law.parameter("vacancy.nomination_seat_share"), law.parameter("vacancy.nomination_vote_share")
    basis = grounds(*(value for value in (seats, votes) if value.state == "set"))
    routes = [(seats, case.nominator_seats, case.dprd_seats, ("nominator_seats", "dprd_seats"))]
    if votes.state == "set":
        routes.append((votes, case.nominator_votes, case.valid_votes, ("nominator_votes", "valid_votes")))
    lacks: list[str] = []
    for value, part, whole, names in routes:
        if part is None or whole is None:
            lacks += [name for name in names if getattr(case, name) is None]
        elif part * 100 >= Fraction(value.stated) * whole:
            text = Text(f"At least {value.stated} percent, as the law has it", f"Paling sedikit {value.stated} persen")
            return answer(rule, "pass", text, {"limit": value.stated}, basis, field=names[0])
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    text = Text("Less than the share the law asks of the parties that nominate",
                "Kurang dari persentase yang diminta bagi partai pengusul")  # fmt: skip
    return answer(rule, "fail", text, {"limit": seats.stated}, basis, field="nominator_seats")


# -- acting heads ---------------------------------------------------------------------------------------


def _rank(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ActingCase)
    if case.office is None:
        return missing(rule, case, ["region"])
    wanted = law.parameter("acting.rank", **subject_of(case))
    ended = open_value(rule, law, case, wanted)
    if ended is not None:
        return ended
    fact: dict[str, object] = {"wanted": wanted.stated}
    if case.rank is None:
        return missing(rule, case, ["rank"], fact, grounds(wanted))
    met = case.rank == wanted.value
    return answer(
        rule, "pass" if met else "fail", Said(_say_rank, str(wanted.value)), fact, grounds(wanted), field="rank"
    )


def _say_rank(lang: str, rank: str) -> str:
    high = rank == "pimpinan_tinggi_madya"
    if lang == "id":
        return f"Penjabat berasal dari jabatan pimpinan tinggi {'madya' if high else 'pratama'}"
    return (
        f"The acting head comes from a {'middle' if high else 'first'}-rank senior post (pimpinan tinggi {rank[16:]})"
    )


def _soldier(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ActingCase)
    known = law.instrument("mk-15-puu-xx-2022").state
    basis = (Ground("mk-15-puu-xx-2022", "report"), Ground(_LAW + "201/ayat-10", "text"))
    if case.active_soldier_or_police is None:
        return missing(rule, case, ["active_soldier_or_police"], {}, basis[:1])
    if not case.active_soldier_or_police:
        text = Text("Not an active soldier or police officer", "Bukan prajurit TNI atau anggota Polri aktif")
        return answer(rule, "pass", text, {}, basis, field="active_soldier_or_police")
    text = Text("An active soldier or police officer serves as acting head only after moving to the civil service",
                "Prajurit TNI atau anggota Polri aktif menjadi penjabat hanya setelah beralih menjadi pegawai "
                "negeri sipil")  # fmt: skip
    if known == "not_yet":
        return answer(rule, "undetermined", text, {}, basis, field="active_soldier_or_police", readings=(
            ("fail", Text("as the court read the law on 20 April 2022", "sebagaimana dibaca MK pada 20 April 2022")),
            ("pass", Text("as posts then equated were accepted", "sebagaimana penyetaraan jabatan saat itu diterima")),
        ))  # fmt: skip
    return answer(rule, "fail", text, {}, basis, field="active_soldier_or_police")


def _appointer(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, ActingCase)
    if case.office is None:
        return missing(rule, case, ["region"])
    wanted = "president" if case.office == "governor" else "minister"
    basis = (Ground(_LAW + "174/ayat-7", "text"), Ground(_LAW + "201/ayat-9", "text"))
    fact: dict[str, object] = {"right": wanted}
    if case.appointed_by is None:
        return missing(rule, case, ["appointed_by"], fact, basis)
    text = Text("The President appoints acting governors, the Home Affairs Minister acting regents and mayors",
                "Presiden mengangkat penjabat gubernur, Menteri Dalam Negeri penjabat bupati dan wali "
                "kota")  # fmt: skip
    return answer(rule, "pass" if case.appointed_by == wanted else "fail", text, fact, basis, field="appointed_by")


def _acting_term(rule: Rule, law: Law, case: Case) -> Finding:
    from electlaw.calendar import add_months

    assert isinstance(case, ActingCase)
    term, more = law.parameter("acting.term"), law.parameter("acting.extension")
    if term.state != "set":
        return none_set(rule, law, term)
    basis = grounds(term, more)
    fact: dict[str, object] = {"years": int(term.stated), "extension": int(more.stated)}
    if case.extensions is not None and case.extensions > 1:
        text = Text("The term may be extended once", "Masa jabatan dapat diperpanjang satu kali")
        return answer(rule, "fail", text, fact, basis, field="extensions")
    years = int(term.stated) + (int(more.stated) if case.extensions else 0)
    if case.started is not None:
        fact["latest"] = add_months(case.started, 12 * years)
        fact["at_most"] = add_months(case.started, 12 * (int(term.stated) + int(more.stated)))
    lacks = [name for name in ("started", "until") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    if str(case.until) < str(case.started):
        return contradiction(rule, case, "started", "until", basis)
    met = str(case.until) <= str(fact["latest"])
    if not met and case.extensions is None and str(case.until) <= str(fact["at_most"]):
        return missing(rule, case, ["extensions"], fact, basis)
    said = Said(_say_term, str(fact["latest"]), years)
    practice = None if met else rule.practice
    return answer(rule, "pass" if met else "fail", said, fact, basis, field="until", practice=practice)


def _say_term(lang: str, end: str, years: int) -> str:
    from electlaw.catalog import day_text

    if lang == "id":
        return f"{years} tahun, sampai {day_text(end, lang)}"
    return f"{years} year{'' if years == 1 else 's'}, until {day_text(end, lang)}"


# -- the end of a term ----------------------------------------------------------------------------------


def _term_end(rule: Rule, law: Law, case: Case) -> Finding:
    from electlaw.dates import When
    from electlaw.offices import Term
    from electlaw.regions import region

    assert isinstance(case, TermCase)
    lacks = [name for name in ("region", "inaugurated", "elected_in", "left") if getattr(case, name) is None]
    basis = (Ground(_LAW + "162", "text"), Ground(_LAW + "201", "text"))
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    start = str(case.inaugurated)
    if str(case.left) < start:
        return contradiction(rule, case, "inaugurated", "left", basis)
    place = region(str(case.region))
    term = Term(
        place, place.head_office, "", "elected", case.elected_in, When(start, start), None, "", "", "", (), "text", ()
    )
    due = term.due(law.known)
    assert due is not None
    places = tuple(Ground(item, "text" if item.startswith(("uu-", "perppu-")) else "report") for item in due.basis)
    fact: dict[str, object] = {"due": str(due.day), "measured": case.left}
    if case.left is not None and case.left <= due.day.earliest:
        return answer(rule, "pass", Said(_say_due, str(due.day), due.en, due.id), fact, places, field="left")
    if case.left is not None and case.left > due.day.latest:
        return answer(rule, "fail", Said(_say_due, str(due.day), due.en, due.id), fact, places, field="left")
    return answer(rule, "undetermined", Said(_say_due, str(due.day), due.en, due.id), fact, places, field="left")


def _say_due(lang: str, due: str, en: str, id: str) -> str:
    return f"Akhir masa jabatan {due}: {id}" if lang == "id" else f"The term ends on {due}: {en}"


RULES = (
    Rule(
        code="vacancy.succession", number=750, family="offices",
        title=Text("Who follows the head", "Pengganti kepala daerah"),
        about=Text("Whether the right one follows a head who left: the deputy; with both gone one the DPRD "
                   "elects, or an acting head if fewer than eighteen months are left; an acting head after the term. "
                   "Until 17 March 2015 the deputy followed only a head appointed under UU 32/2004",
                   "Apakah pengganti kepala daerah tepat: wakil; bila keduanya berhenti, hasil pemilihan DPRD, "
                   "atau penjabat bila sisa masa jabatan kurang dari delapan belas bulan; penjabat setelah masa "
                   "jabatan berakhir. Sampai 17 Maret 2015 wakil hanya menggantikan kepala daerah yang diangkat "
                   "menurut UU 32/2004"),
        basis=(_LAW + "173", _LAW + "174", _LAW + "201", _LAW + "203/ayat-1", "uu-23-2014/pasal-86",
               "uu-23-2014/pasal-88"),
        keys=("vacancy.acting_below",), case=VacancyCase, check=_succession, inputs=("filled_by",),
    ),
    Rule(
        code="vacancy.deputy", number=751, family="offices",
        title=Text("Empty deputy post", "Kekosongan wakil"),
        about=Text("Whether an empty deputy post was filled as the law has it: only with more than eighteen "
                   "months left "
                   "(since 1 July 2016); exactly eighteen are not more",
                   "Apakah kekosongan wakil diisi sesuai hukum: hanya bila sisa lebih dari delapan belas bulan "
                   "(sejak 1 Juli "
                   "2016); tepat delapan belas tidak lebih"),
        basis=(_LAW + "176/ayat-4", _LAW + "176/ayat-1"),
        keys=("vacancy.deputy_filled_above", "vacancy.deputy_fill_max"), case=VacancyCase, check=_deputy,
        inputs=("deputy_filled", "filled_on"),
        practice=Text("In Muara Enim (2022) the Minister asked for a deputy with thirteen months left; in Bekasi "
                      "the post stayed "
                      "empty from 2019 to 2022",
                      "Di Muara Enim (2022) Menteri meminta pengisian wakil dengan sisa tiga belas bulan; di "
                      "Bekasi jabatan itu "
                      "kosong 2019 sampai 2022"),
    ),
    Rule(
        code="vacancy.nominees", number=752, family="offices",
        title=Text("Names before the DPRD", "Calon bagi DPRD"),
        about=Text("Whether two persons or pairs were put before the DPRD", "Apakah dua calon diajukan kepada DPRD"),
        basis=(_LAW + "174/ayat-2", _LAW + "176/ayat-2"), keys=("vacancy.nominees",), case=VacancyCase, check=_nominees,
        inputs=("nominees",),
    ),
    Rule(
        code="vacancy.nominators", number=753, family="offices",
        title=Text("Parties that nominate", "Partai pengusul"),
        about=Text("Whether the parties that nominate in place of the old pair's hold 20 percent of the seats "
                   "(until 30 June "
                   "2016 or 25 percent of the votes)",
                   "Apakah partai pengusul pengganti memiliki 20 persen kursi (sampai 30 Juni 2016 atau 25 persen "
                   "suara)"),
        basis=(_LAW + "174/ayat-3", _LAW + "174/ayat-4"),
        keys=("vacancy.nomination_seat_share", "vacancy.nomination_vote_share"), case=VacancyCase, check=_nominators,
        inputs=("nominator_seats", "nominator_votes"),
    ),
    Rule(
        code="vacancy.proposal", number=754, family="offices",
        title=Text("Proposal of the DPRD", "Usulan DPRD"),
        about=Text("Whether the DPRD proposed the deputy within ten working days of the head leaving; else the "
                   "proposal goes "
                   "past it",
                   "Apakah DPRD mengusulkan wakil dalam sepuluh hari kerja sejak kepala daerah berhenti; bila "
                   "tidak, usulan "
                   "tanpa DPRD"),
        basis=(_LAW + "173/ayat-3", _LAW + "173/ayat-5"), keys=("vacancy.dprd_proposal",), case=VacancyCase,
        check=window(Window(key="vacancy.dprd_proposal", start="head_left", act="proposed", first="",
                            noun=Text("Proposal of the DPRD", "Usulan DPRD"))),
        inputs=("proposed",),
    ),
    Rule(
        code="vacancy.passed_on", number=755, family="offices",
        title=Text("Passed on by the governor", "Penerusan gubernur"),
        about=Text("Whether the governor passed the DPRD's proposal on within five working days",
                   "Apakah gubernur meneruskan usulan DPRD dalam lima hari kerja"),
        basis=(_LAW + "173/ayat-6",), keys=("vacancy.governor_proposal",), case=VacancyCase,
        check=window(Window(key="vacancy.governor_proposal", start="proposal_received", act="passed_on", first="",
                            noun=Text("Passed on by the governor", "Penerusan oleh gubernur"))),
        inputs=("passed_on",),
    ),
    Rule(
        code="acting.rank", number=756, family="offices",
        title=Text("Rank of an acting head", "Jabatan asal penjabat"),
        about=Text("Whether the acting head comes from the right rank: madya for a governor, pratama for regent "
                   "and mayor",
                   "Apakah penjabat dari jenjang yang tepat: madya untuk gubernur, pratama untuk bupati dan wali kota"),
        basis=(_LAW + "201/ayat-10", _LAW + "201/ayat-11"), keys=("acting.rank",), case=ActingCase, check=_rank,
        inputs=("rank",),
    ),
    Rule(
        code="acting.term", number=757, family="offices",
        title=Text("Term of an acting head", "Masa jabatan penjabat"),
        about=Text("Whether the acting term kept within one year and one more on extension",
                   "Apakah masa jabatan penjabat dalam satu tahun, ditambah satu tahun bila diperpanjang"),
        basis=("uu-1-2015/penjelasan/pasal-201/ayat-9",), keys=("acting.term", "acting.extension"), case=ActingCase,
        check=_acting_term, inputs=("until", "extensions"),
        practice=Text("With a new person in the post the government has counted anew (Jakarta, October 2024)",
                      "Dengan orang baru pemerintah menghitung ulang (Jakarta, Oktober 2024)"),
    ),
    Rule(
        code="acting.soldier", number=758, family="offices",
        title=Text("Soldiers and police", "TNI dan Polri"),
        about=Text("Whether the acting head is no active soldier or police officer (MK 15/PUU-XX/2022, 20 April 2022)",
                   "Apakah penjabat bukan prajurit TNI atau anggota Polri aktif (putusan MK 15/PUU-XX/2022, 20 "
                   "April 2022)"),
        basis=("mk-15-puu-xx-2022",), keys=(), case=ActingCase, check=_soldier, inputs=("active_soldier_or_police",),
    ),
    Rule(
        code="acting.appointer", number=759, family="offices",
        title=Text("Who appoints", "Yang mengangkat"),
        about=Text("Whether the President (governor) or the Home Affairs Minister (regent, mayor) appointed",
                   "Apakah diangkat Presiden (gubernur) atau Menteri Dalam Negeri (bupati, wali kota)"),
        basis=(_LAW + "174/ayat-7", _LAW + "201/ayat-9"), keys=(), case=ActingCase, check=_appointer,
        inputs=("appointed_by",),
    ),
    Rule(
        code="term.end", number=760, family="offices",
        title=Text("End of the term", "Akhir masa jabatan"),
        about=Text("Whether the head left by the day the term ended: five years, cut short by Pasal 201 as the "
                   "court reads it",
                   "Apakah kepala daerah berhenti pada akhir masa jabatan: lima tahun, dipotong Pasal 201 menurut "
                   "putusan MK"),
        basis=(_LAW + "162", _LAW + "201", "mk-143-puu-xxi-2023", "mk-27-puu-xxii-2024"),
        keys=("term.length", "term.end_year", "term.end_rule"), case=TermCase, check=_term_end, inputs=("left",),
    ),
)  # fmt: skip

register(*RULES)
