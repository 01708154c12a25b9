"""The bodies formed for an election: their size, women in them, their formation and end (Pasal 15 to 27)."""

from __future__ import annotations

from fractions import Fraction

from electlaw.acts import Text
from electlaw.errors import NotFound
from electlaw.findings import Finding, Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.voter_cases import BodyCase
from electlaw.rules.windows import last_day, open_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["RULES"]

_LAW = "uu-1-2015/pasal-"


def _parameter(law: Law, body: str, name: str) -> Value | None:
    try:
        return law.parameter(f"body.{body}.{name}")
    except NotFound:
        return None


def _no_rule(rule: Rule) -> Finding:
    text = Text(
        "The Pilkada law sets no such rule for that body", "UU Pilkada tidak mengatur hal itu bagi badan tersebut"
    )
    return answer(rule, "not_applicable", text, {}, field="body")


def _replaced(rule: Rule, law: Law, value: Value) -> Finding:
    """Return the finding for a body whose rule the court took away: the permanent Bawaslu follows UU 7/2017."""
    if value.state != "unset" or not value.key.startswith(("body.panwas_kabkota", "body.bawaslu_provinsi")):
        return none_set(rule, law, value)
    text = Text("Since MK 48/PUU-XVII/2019 (29 January 2020) the permanent Bawaslu of UU 7/2017 does this work, "
                "in its size",
                "Sejak putusan MK 48/PUU-XVII/2019 (29 Januari 2020) tugas ini ada pada Bawaslu tetap menurut UU "
                "7/2017")  # fmt: skip
    return answer(rule, "not_applicable", text, {}, grounds(value), field="body")


def _size(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, BodyCase)
    if case.body is None:
        return missing(rule, case, ["body"])
    size = _parameter(law, case.body, "size")
    if size is None:
        return _no_rule(rule)
    if size.state in ("unset", "not_yet"):
        return _replaced(rule, law, size)
    ended = open_value(rule, law, case, size)
    if ended is not None:
        return ended
    wanted, basis = int(size.stated), grounds(size)
    fact: dict[str, object] = {"wanted": wanted}
    if case.members is None:
        return missing(rule, case, ["members"], fact, basis)
    fact["measured"] = case.members
    met = case.members == wanted
    return answer(rule, "pass" if met else "fail", Said(_say_size, case.members, wanted), fact, basis, field="members")


def _say_size(lang: str, members: int, wanted: int) -> str:
    if lang == "id":
        return f"{members} anggota; seharusnya {wanted}"
    return f"{members} member{'' if members == 1 else 's'}; {wanted} are due"


def _women(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, BodyCase)
    if case.body is None:
        return missing(rule, case, ["body"])
    share = _parameter(law, case.body, "women_share")
    if share is None:
        return _no_rule(rule)
    ended = open_value(rule, law, case, share)
    if ended is not None:
        return ended
    basis = grounds(share)
    lacks = [name for name in ("members", "women") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    members, women = int(case.members or 0), int(case.women or 0)
    exact = Fraction(share.stated) * members / 100
    least = -(-exact.numerator // exact.denominator)
    fact: dict[str, object] = {"least": least, "measured": women}
    if women >= least:
        return answer(rule, "pass", Said(_say_women, women, members, share.stated), fact, basis, field="women")
    text = Text("Fewer women than the share that is to be heeded; heeding is asked, reaching it is not",
                "Kurang dari persentase yang harus diperhatikan; yang diwajibkan memperhatikan, bukan "
                "mencapai")  # fmt: skip
    readings = (("pass", Text("it was heeded in the selection", "sudah diperhatikan dalam seleksi")),
                ("fail", Text("it was not heeded", "tidak diperhatikan")))  # fmt: skip
    return answer(rule, "undetermined", text, fact, basis, field="women", readings=readings)


def _say_women(lang: str, women: int, members: int, share: str) -> str:
    if lang == "id":
        return f"{women} perempuan dari {members} anggota; keterwakilan {share} persen diperhatikan"
    return f"{women} of {members} members are women; a share of {share} percent is to be heeded"


#: What each limit counts from.
_FROM = {"voting_day": "voting_day", "preparation_stage": "first_stage", "first_stage": "first_stage",
         "last_stage": "last_stage"}  # fmt: skip


def _time(rule: Rule, law: Law, case: Case, name: str, act: str) -> Finding:
    assert isinstance(case, BodyCase)
    if case.body is None:
        return missing(rule, case, ["body"])
    value = _parameter(law, case.body, name)
    if value is None:
        return _no_rule(rule)
    if value.state in ("unset", "not_yet"):
        return _replaced(rule, law, value)
    sign = -1 if value.get("counted").startswith("before:") else 1
    anchor = _FROM[value.get("counted").partition(":")[2]]
    start, done = getattr(case, anchor), getattr(case, act)
    basis = grounds(value)
    fact: dict[str, object] = {"unit": value.unit, "window": int(value.stated)}
    if start is not None:
        fact["deadline"] = last_day(law, value, str(start), sign=sign)
    lacks = [n for n, given in ((anchor, start), (act, done)) if given is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    fact["measured"] = done
    met = str(done) <= str(fact["deadline"])
    return answer(rule, "pass" if met else "fail", Said(_say_time, act, str(fact["deadline"])), fact, basis, field=act)


def _say_time(lang: str, act: str, end: str) -> str:
    from electlaw.catalog import day_text

    if lang == "id":
        return f"{'Dibentuk' if act == 'formed' else 'Dibubarkan'} paling lambat {day_text(end, lang)}"
    return f"{'Formation' if act == 'formed' else 'Dissolution'} was due by {day_text(end, lang)}"


def _formation(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, BodyCase)
    if case.formed and case.dissolved and case.dissolved < case.formed:
        from electlaw.rules.windows import contradiction

        return contradiction(rule, case, "formed", "dissolved", (Ground(_LAW + "15/ayat-3", "text"),))
    return _time(rule, law, case, "formation", "formed")


def _dissolution(rule: Rule, law: Law, case: Case) -> Finding:
    return _time(rule, law, case, "dissolution", "dissolved")


_SIZES = tuple(f"body.{name}.size" for name in (
    "ppk", "pps", "kpps", "bawaslu_provinsi", "panwas_kabkota", "panwas_kecamatan", "ppl", "pengawas_tps",
    "kpu_kabkota",
    "kip_aceh", "kip_kabkota",
))  # fmt: skip
_FORMED = ("ppk", "pps", "panwas_kabkota", "panwas_kecamatan", "ppl", "pengawas_tps")

RULES = (
    Rule(
        code="body.size", number=746, family="bodies", title=Text("Size of the body", "Jumlah anggota"),
        about=Text("Whether the body has the members the law sets: PPK 5, PPS 3, KPPS 7, sub-district supervisors "
                   "3, one "
                   "field and one station supervisor; KPU of a regency or city 5 (MK 31/PUU-XVI/2018)",
                   "Apakah jumlah anggota sesuai hukum: PPK 5, PPS 3, KPPS 7, Panwas Kecamatan 3, PPL dan "
                   "Pengawas TPS 1; KPU "
                   "Kabupaten/Kota 5 (putusan MK 31/PUU-XVI/2018)"),
        basis=(_LAW + "16/ayat-1", _LAW + "19/ayat-1", _LAW + "21/ayat-1", _LAW + "23/ayat-3"), keys=_SIZES,
        case=BodyCase, check=_size, inputs=("members",),
    ),
    Rule(
        code="body.women", number=747, family="bodies", title=Text("Women in the body", "Keterwakilan perempuan"),
        about=Text("Whether the share of women in PPK, 30 percent, is reached; the law asks that it be heeded",
                   "Apakah keterwakilan perempuan 30 persen dalam PPK tercapai; hukum meminta agar diperhatikan"),
        basis=(_LAW + "16/ayat-3",), keys=("body.ppk.women_share",), case=BodyCase, check=_women, inputs=("women",),
    ),
    Rule(
        code="body.formation", number=748, family="bodies", title=Text("Formation", "Pembentukan"),
        about=Text("Whether the body was formed in time: PPK and PPS six months before the vote, supervisors a "
                   "month before "
                   "the stages, station supervisors 23 days before the vote",
                   "Apakah badan dibentuk tepat waktu: PPK dan PPS enam bulan sebelum pemungutan suara, pengawas "
                   "sebulan "
                   "sebelum tahapan, Pengawas TPS 23 hari sebelum pemungutan suara"),
        basis=(_LAW + "15/ayat-3", _LAW + "18/ayat-3", _LAW + "24/ayat-1", _LAW + "25/ayat-1", _LAW + "27/ayat-2"),
        keys=tuple(f"body.{name}.formation" for name in _FORMED), case=BodyCase, check=_formation, inputs=("formed",),
    ),
    Rule(
        code="body.dissolution", number=749, family="bodies", title=Text("Dissolution", "Pembubaran"),
        about=Text("Whether the body was dissolved in time: PPK and PPS two months after the vote, supervisors "
                   "two months "
                   "after the last stage, station supervisors seven days after the vote",
                   "Apakah badan dibubarkan tepat waktu: PPK dan PPS dua bulan setelah pemungutan suara, pengawas "
                   "dua bulan "
                   "setelah tahapan berakhir, Pengawas TPS tujuh hari setelah pemungutan suara"),
        basis=(_LAW + "15/ayat-3", _LAW + "18/ayat-3", _LAW + "25/ayat-1", _LAW + "26/ayat-1", _LAW + "27/ayat-2"),
        keys=tuple(f"body.{name}.dissolution" for name in _FORMED), case=BodyCase, check=_dissolution,
        inputs=("dissolved",),
    ),
)  # fmt: skip

register(*RULES)
