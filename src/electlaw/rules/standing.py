"""Conduct, tax, acting heads, kin of the incumbent, indigenous Papuans (Pasal 7; UU 21/2001)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules.asking import (
    ACEH,
    PILKADA,
    absent,
    aside,
    ask,
    by_fields,
    in_aceh,
    in_force,
    lack,
    letter,
    places,
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
    from electlaw.rules.cases import Case

__all__ = ["ACTING", "CONDUCT", "INDIGENOUS", "RELATIVES", "TAX"]

# -- conduct, tax ---------------------------------------------------------------------------------------


def _conduct(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    return _disgraceful(rule, law, case) if case.disgraceful else _undisputed(rule, law, case)


def _conduct_basis(law: Law, case: CandidateCase) -> Basis:
    return places(law, *((f"{ACEH}/huruf-i",) if in_aceh(case) else ()), *letter("i"))


@by_fields("aceh", "disgraceful", "police_record")
def _undisputed(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    basis = _conduct_basis(law, case)
    certificate = in_force(law, "uu-8-2015")
    lacks = ["disgraceful"] if case.disgraceful is None else []
    if certificate and case.police_record is None:
        lacks.append("police_record")
    if certificate and case.police_record is False:
        text = Text(
            "The police certificate that must prove it was not handed in",
            "Surat keterangan catatan kepolisian sebagai bukti tidak diserahkan",
        )
        return tell(rule, case, "fail", text, {}, basis, field="police_record")
    if lacks:
        return lack(rule, case, lacks, {}, basis)
    text = Text("No disgraceful act", "Tidak pernah berbuat tercela")
    return tell(rule, case, "pass", text, {"disgraceful": False}, basis, field="disgraceful")


def _disgraceful(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    """Fail, but by MK 2/PUU-XX/2022 not for an act whose sentence was served and told to the public."""
    basis = _conduct_basis(law, case)
    narrowed = in_force(law, "mk-2-puu-xx-2022") and places(law, "uu-1-2015/penjelasan/pasal-7/ayat-2/huruf-i")
    served = case.convictions and all(
        item.over is not None and item.over <= (case.registered or law.on) for item in case.convictions
    )
    if narrowed and served and case.disclosed and not in_aceh(case):
        text = Text(
            "The act was punished, the sentence is over and the public was told: it no longer bars",
            "Perbuatan itu telah dipidana, pidananya selesai dan diumumkan kepada publik: tidak lagi menghalangi",
        )
        grounds = together(basis, (Ground("mk-2-puu-xx-2022", "report"),))
        return tell(rule, case, "pass", text, {"disgraceful": True}, grounds, field="disgraceful")
    text = Text("A disgraceful act was done", "Pernah berbuat tercela")
    return tell(rule, case, "fail", text, {"disgraceful": True}, basis, field="disgraceful")


CONDUCT = Rule(
    code="candidate.conduct",
    number=611,
    family="eligibility",
    title=Text("No disgraceful act", "Tidak pernah berbuat tercela"),
    about=Text(
        "Whether no disgraceful act was done; proved by a police certificate since 18 March 2015. Since MK "
        "2/PUU-XX/2022 an act whose sentence was served and told to the public does not bar",
        "Apakah tidak pernah berbuat tercela; dibuktikan dengan SKCK sejak 18 Maret 2015. Sejak putusan MK "
        "2/PUU-XX/2022 perbuatan yang pidananya telah dijalani dan diumumkan tidak menghalangi",
    ),
    basis=(*letter("i"), f"{ACEH}/huruf-i", "mk-2-puu-xx-2022"),
    keys=(),
    case=CandidateCase,
    check=_conduct,
    inputs=("disgraceful", "police_record"),
)


@by_fields("tax_number", "tax_years", "tax_arrears")
def _tax(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    years, years_basis = ask(law, "candidate.tax_return_years")
    basis = together(places(law, *letter("m")), years_basis)
    if years.state != "set" or not basis:
        return absent(rule, case, law, years, basis)
    limit = int(years.stated)
    fact: dict[str, object] = {"limit": limit, "measured": case.tax_years}
    faults = []
    if case.tax_number is False:
        faults.append("tax_number")
    if case.tax_years is not None and case.tax_years < limit:
        faults.append("tax_years")
    if case.tax_arrears:
        faults.append("tax_arrears")
    if faults:
        return tell(rule, case, "fail", Said(_say_tax, tuple(faults), limit), fact, basis, field=faults[0])
    lacks = [name for name in ("tax_number", "tax_years", "tax_arrears") if getattr(case, name) is None]
    if lacks:
        return lack(rule, case, lacks, {"limit": limit}, basis)
    text = Text(
        f"Tax number, returns of {limit} years, no arrears", f"NPWP, laporan pajak {limit} tahun, tanpa tunggakan"
    )
    return tell(rule, case, "pass", text, fact, basis, field="tax_number")


def _say_tax(lang: str, faults: tuple[str, ...], limit: int) -> str:
    words = {
        "tax_number": Text("no tax number", "tidak punya NPWP"),
        "tax_years": Text(f"returns of fewer than {limit} years", f"laporan pajak kurang dari {limit} tahun"),
        "tax_arrears": Text("tax in arrears", "ada tunggakan pajak"),
    }
    return ("Pajak: " if lang == "id" else "Tax: ") + ", ".join(words[name][lang] for name in faults)


TAX = Rule(
    code="candidate.tax",
    number=615,
    family="eligibility",
    title=Text("Tax", "Pajak"),
    about=Text(
        "Whether the candidate has a tax number, filed the returns of the last five years (or since the duty began) "
        "and owes no arrears",
        "Apakah calon punya NPWP, melaporkan pajak lima tahun terakhir (atau sejak wajib pajak), tanpa tunggakan",
    ),
    basis=(*letter("m"), "uu-1-2015/pasal-45/ayat-2/huruf-d/angka-2"),
    keys=("candidate.tax_return_years",),
    case=CandidateCase,
    check=_tax,
    inputs=("tax_number", "tax_years", "tax_arrears"),
)


# -- acting heads, kin, Papua ---------------------------------------------------------------------------

_PJ_PRACTICE = Text(
    "The explanation says that the norm shall keep acting heads from resigning in order to run; those who left the "
    "post before registration were determined all the same (Papua Selatan 2024, after the Minister's circular that "
    "asked them to leave 40 days before registration)",
    "Menurut penjelasan, ketentuan ini mencegah penjabat mundur demi mencalonkan diri; yang berhenti sebelum "
    "pendaftaran tetap ditetapkan sebagai calon (Papua Selatan 2024, setelah edaran Mendagri agar mundur 40 hari "
    "sebelum pendaftaran)",
)


def _acting(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    return _left_in_time(rule, law, case) if case.acting_head else _not_acting(rule, law, case)


def _acting_law(law: Law, case: CandidateCase) -> tuple[Value, Basis]:
    bar, basis = ask(law, "candidate.acting_head_bar")
    return bar, together(basis, places(law, f"{ACEH}/huruf-l") if in_aceh(case) else ())


@by_fields("aceh", "acting_head")
def _not_acting(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    bar, basis = _acting_law(law, case)
    if bar.state != "set":
        return absent(rule, case, law, bar, basis)
    if case.acting_head is None:
        return lack(rule, case, ["acting_head"], {}, basis)
    text = Text("Not an acting head", "Tidak berstatus penjabat kepala daerah")
    return tell(rule, case, "pass", text, {"acting_head": False}, basis, field="acting_head")


def _left_in_time(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    bar, basis = _acting_law(law, case)
    if bar.state != "set":
        return absent(rule, case, law, bar, basis)
    reference = case.registered or case.determined
    if case.acting_head_left is None or reference is None or case.acting_head_left > reference:
        lacks = case.acting_head_left is not None and reference is None
        if lacks:
            return lack(rule, case, ["registered"], {}, basis)
        text = Text("An acting head at registration", "Masih berstatus penjabat saat pendaftaran")
        return tell(rule, case, "fail", text, {"acting_head": True}, basis, field="acting_head")
    text = Text(
        "No longer an acting head at registration: the words of the norm are met",
        "Tidak lagi berstatus penjabat saat pendaftaran: bunyi ketentuan terpenuhi",
    )
    readings = (
        ("pass", Text("the words: nobody may hold the status", "bunyi pasal: tidak berstatus penjabat")),
        (
            "fail",
            Text(
                "the explanation: resigning in order to run does not help",
                "penjelasan: mundur demi mencalonkan diri tidak membantu",
            ),
        ),
    )
    return tell(
        rule,
        case,
        "pass",
        text,
        {"left": case.acting_head_left},
        basis,
        field="acting_head_left",
        readings=readings,
        practice=_PJ_PRACTICE,
    )


ACTING = Rule(
    code="candidate.acting_head",
    number=619,
    family="eligibility",
    title=Text("Not an acting head", "Tidak berstatus penjabat"),
    about=Text(
        "Whether the candidate is no acting head (penjabat) at registration",
        "Apakah calon tidak berstatus penjabat kepala daerah saat pendaftaran",
    ),
    basis=(
        f"{PILKADA}/huruf-p",
        f"{PILKADA}/huruf-q",
        f"{PILKADA}/ayat-2/huruf-q",
        "uu-1-2015/penjelasan/pasal-7/ayat-2/huruf-q",
        f"{ACEH}/huruf-l",
    ),
    keys=("candidate.acting_head_bar",),
    case=CandidateCase,
    check=_acting,
    inputs=("acting_head",),
    practice=_PJ_PRACTICE,
)


@by_fields("incumbent_relative", "term_between")
def _relatives(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    bar, basis = ask(law, "candidate.relatives_bar")
    if bar.state != "set" or bar.value is not True:
        text = Text(
            "Kin of an incumbent may stand: the bar is void since MK 33/PUU-XIII/2015 (8 July 2015)",
            "Kerabat petahana boleh mencalonkan diri: larangannya batal sejak putusan MK 33/PUU-XIII/2015 (8 Juli "
            "2015)",
        )
        return aside(rule, case, text, basis)
    if case.incumbent_relative is None or (case.incumbent_relative and case.term_between is None):
        name = "incumbent_relative" if case.incumbent_relative is None else "term_between"
        return lack(rule, case, [name], {}, basis)
    met = not case.incumbent_relative or bool(case.term_between)
    text = (
        Text(
            "No kin of the incumbent, or one term lies between",
            "Bukan kerabat petahana, atau ada jeda satu masa jabatan",
        )
        if met
        else Text("Kin of the incumbent, and no term lies between", "Kerabat petahana tanpa jeda satu masa jabatan")
    )
    return tell(
        rule,
        case,
        "pass" if met else "fail",
        text,
        {"incumbent_relative": case.incumbent_relative},
        basis,
        field="incumbent_relative",
    )


RELATIVES = Rule(
    code="candidate.relatives",
    number=620,
    family="eligibility",
    title=Text("No kin of the incumbent", "Bukan kerabat petahana"),
    about=Text(
        "Until 7 July 2015: whether the candidate is no close kin of the incumbent, unless one term lies between",
        "Sampai 7 Juli 2015: apakah calon bukan kerabat dekat petahana, kecuali ada jeda satu masa jabatan",
    ),
    basis=(f"{PILKADA}/huruf-q", f"{PILKADA}/huruf-r", "mk-33-puu-xiii-2015"),
    keys=("candidate.relatives_bar",),
    case=CandidateCase,
    check=_relatives,
    inputs=("incumbent_relative",),
)

_MRP = Text(
    "Since MK 29/PUU-IX/2011 the tribe concerned says who is an indigenous Papuan, and the MRP is not above it; KPU "
    "in Papua still asks the MRP for its consideration and approval",
    "Sejak putusan MK 29/PUU-IX/2011 suku yang bersangkutan menentukan keaslian orang Papua, dan MRP tidak di "
    "atasnya; KPU di Papua tetap meminta pertimbangan dan persetujuan MRP",
)


@by_fields("region", "office", "indigenous_papuan", "mrp_approved")
def _indigenous(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    if case.region is None:
        return lack(rule, case, ["region"])
    if case.office != "governor":
        return aside(
            rule,
            case,
            Text(
                "Only candidates for governor and deputy governor in Papua need it",
                "Hanya bagi calon gubernur dan wakil gubernur di Papua",
            ),
        )
    needed, basis = ask(law, "candidate.indigenous_required", ("office", "governor"), ("region", case.region))
    if needed.state != "set":
        return aside(rule, case, Text("Only in the provinces of Papua", "Hanya di provinsi-provinsi Papua"))
    whose, whose_basis = ask(law, "candidate.indigenous_recognition", ("office", "governor"), ("region", case.region))
    basis = together(basis, whose_basis)
    if case.indigenous_papuan is None:
        return lack(rule, case, ["indigenous_papuan"], {}, basis)
    fact: dict[str, object] = {"indigenous_papuan": case.indigenous_papuan, "recognition": whose.stated}
    if not case.indigenous_papuan:
        text = Text("Not recognised as an indigenous Papuan", "Tidak diakui sebagai orang asli Papua")
        return tell(rule, case, "fail", text, fact, basis, field="indigenous_papuan")
    if whose.value == "mrp_approval":
        if case.mrp_approved is None:
            return lack(rule, case, ["mrp_approved"], fact, basis)
        if not case.mrp_approved:
            text = Text("The MRP did not approve", "MRP tidak memberi persetujuan")
            return tell(rule, case, "fail", text, fact, basis, field="mrp_approved")
    text = Text("An indigenous Papuan", "Orang asli Papua")
    return tell(
        rule,
        case,
        "pass",
        text,
        fact,
        basis,
        field="indigenous_papuan",
        practice=_MRP if case.mrp_approved is not True else None,
    )


INDIGENOUS = Rule(
    code="candidate.indigenous",
    number=626,
    family="eligibility",
    title=Text("Indigenous Papuan", "Orang asli Papua"),
    about=Text(
        "In the provinces of Papua: whether a candidate for governor or deputy is an indigenous Papuan",
        "Di provinsi-provinsi Papua: apakah calon gubernur atau wakil orang asli Papua",
    ),
    basis=("uu-21-2001/pasal-12/huruf-a", "uu-21-2001/pasal-20/ayat-1/huruf-a", "mk-29-puu-ix-2011"),
    keys=("candidate.indigenous_required", "candidate.indigenous_recognition"),
    case=CandidateCase,
    check=_indigenous,
    inputs=("indigenous_papuan", "mrp_approved"),
    practice=_MRP,
)

register(CONDUCT, TAX, ACTING, RELATIVES, INDIGENOUS)
