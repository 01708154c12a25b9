"""Conditions that are simply met or not: the case says which (Pasal 7; UU 11/2006 Pasal 67; Qanun Aceh 12/2016)."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Ground, Said
from electlaw.rules.asking import ACEH, PILKADA, aside, by_fields, lack, letter, places, tell
from electlaw.rules.candidate_cases import CandidateCase
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.rules.asking import Check
    from electlaw.rules.cases import Case

__all__ = ["Condition"]


@attrs.frozen(kw_only=True)
class Condition:
    """A condition of which the case says whether it is met."""

    #: The field, and the value that meets the condition.
    field: str
    good: bool
    yes: Text
    no: Text
    places: tuple[str, ...]
    #: Places that hold in Aceh only.
    aceh: tuple[str, ...] = ()
    #: Whether it holds in Aceh only.
    only_aceh: bool = False


def _check(condition: Condition) -> Check:
    """Return the check of a condition: a table of what the case says of it and whether it is of Aceh."""

    @by_fields("aceh", condition.field)
    def check(rule: Rule, law: Law, case: Case) -> Finding:
        assert isinstance(case, CandidateCase)
        return _answer(rule, law, case, condition)

    return check


def _answer(rule: Rule, law: Law, case: CandidateCase, condition: Condition) -> Finding:
    stated, aceh = getattr(case, condition.field), bool(case.aceh)
    if condition.only_aceh and not aceh:
        if case.region is None:
            return lack(rule, case, ["region"])
        return aside(rule, case, Text("A condition of Aceh only", "Syarat khusus Aceh"))
    names = condition.aceh + condition.places if aceh else condition.places
    basis = places(law, *names) if names else (Ground("qanun-aceh-12-2016", "recall"),)
    if not basis:
        return aside(rule, case, Said(_say_no_condition, law.on))
    if stated is None:
        return lack(rule, case, [condition.field], {}, basis)
    met = stated is condition.good
    said = condition.yes if met else condition.no
    return tell(rule, case, "pass" if met else "fail", said, {condition.field: stated}, basis, field=condition.field)


def _say_no_condition(lang: str, on: str) -> str:
    day = day_text(on, lang)
    return f"Hukum pada {day} tidak memuat syarat ini" if lang == "id" else f"The law of {day} has no such condition"


def _condition(
    name: str,
    number: int,
    title: Text,
    about: Text,
    field: str,
    good: bool,
    yes: Text,
    no: Text,
    places: tuple[str, ...],
    aceh: tuple[str, ...] = (),
    only_aceh: bool = False,
) -> Rule:
    condition = Condition(field=field, good=good, yes=yes, no=no, places=places, aceh=aceh, only_aceh=only_aceh)
    return Rule(
        code=f"candidate.{name}",
        number=number,
        family="eligibility",
        title=title,
        about=about,
        basis=(*places, *aceh) or ("qanun-aceh-12-2016",),
        keys=(),
        case=CandidateCase,
        check=_check(condition),
        inputs=(field,),
    )


CITIZEN = _condition(
    "citizen",
    601,
    Text("Citizenship", "Kewarganegaraan"),
    Text("Whether the candidate is an Indonesian citizen", "Apakah calon warga negara Indonesia"),
    "citizen",
    True,
    Text("An Indonesian citizen", "Warga negara Indonesia"),
    Text(
        "Not an Indonesian citizen, or a citizen of another state too; only Indonesian citizens may stand",
        "Bukan warga negara Indonesia, atau juga warga negara lain; hanya WNI yang dapat mencalonkan diri",
    ),
    (PILKADA, f"{PILKADA}/ayat-1"),
    (f"{ACEH}/huruf-a",),
)
DEVOUT = _condition(
    "faith",
    602,
    Text("Faith in God", "Bertakwa kepada Tuhan"),
    Text(
        "Whether faith in God is declared; in Aceh whether the rules of the own religion are practised",
        "Apakah menyatakan bertakwa kepada Tuhan; di Aceh apakah menjalankan syariat agamanya",
    ),
    "devout",
    True,
    Text("Declared", "Dinyatakan"),
    Text("Not declared", "Tidak dinyatakan"),
    letter("a"),
    (f"{ACEH}/huruf-b",),
)
LOYAL = _condition(
    "loyalty",
    603,
    Text("Loyalty to Pancasila and the Constitution", "Setia kepada Pancasila dan UUD 1945"),
    Text(
        "Whether loyalty to Pancasila, the Constitution and the unitary state is declared",
        "Apakah menyatakan setia kepada Pancasila, UUD 1945, dan NKRI",
    ),
    "loyal",
    True,
    Text("Declared", "Dinyatakan"),
    Text("Not declared", "Tidak dinyatakan"),
    letter("b"),
    (f"{ACEH}/huruf-c",),
)
PUBLIC_TEST = _condition(
    "public_test",
    605,
    Text("Public test", "Uji publik"),
    Text(
        "Whether the public test was taken; a condition until 17 March 2015 only",
        "Apakah telah mengikuti uji publik; syarat hanya sampai 17 Maret 2015",
    ),
    "public_test",
    True,
    Text("Taken", "Telah diikuti"),
    Text("Not taken", "Tidak diikuti"),
    (f"{PILKADA}/huruf-d",),
)
HEALTH = _condition(
    "health",
    607,
    Text("Health", "Kesehatan"),
    Text(
        "Whether the examining team found the candidate able in body and mind",
        "Apakah tim pemeriksa menyatakan calon mampu jasmani dan rohani",
    ),
    "healthy",
    True,
    Text("Found able in body and mind", "Dinyatakan mampu jasmani dan rohani"),
    Text("Not found able in body and mind", "Dinyatakan tidak mampu jasmani dan rohani"),
    letter("f"),
    (f"{ACEH}/huruf-f",),
)
DRUGS = _condition(
    "drugs",
    608,
    Text("No drug abuse", "Bebas narkotika"),
    Text(
        "Whether the examining team found no drug abuse; a condition since 1 July 2016, in Aceh since 2006",
        "Apakah tim pemeriksa menyatakan bebas narkotika; syarat sejak 1 Juli 2016, di Aceh sejak 2006",
    ),
    "drug_free",
    True,
    Text("Found free of drug abuse", "Dinyatakan bebas penyalahgunaan narkotika"),
    Text("Found to abuse drugs", "Dinyatakan menyalahgunakan narkotika"),
    (f"{PILKADA}/ayat-2/huruf-f",),
    (f"{ACEH}/huruf-f",),
)
VOTING_RIGHT = _condition(
    "voting_right",
    610,
    Text("Right to vote", "Hak pilih"),
    Text(
        "Whether no final judgment takes the right to vote or be elected away",
        "Apakah hak pilih tidak sedang dicabut putusan berkekuatan hukum tetap",
    ),
    "vote_revoked",
    False,
    Text("Not taken away", "Tidak sedang dicabut"),
    Text(
        "A final judgment has taken the right to vote or be elected away",
        "Hak pilih sedang dicabut putusan berkekuatan hukum tetap",
    ),
    letter("h"),
    (f"{ACEH}/huruf-h",),
)
WEALTH = _condition(
    "wealth",
    612,
    Text("List of wealth", "Daftar kekayaan"),
    Text("Whether the list of personal wealth was handed in", "Apakah daftar kekayaan pribadi diserahkan"),
    "wealth_reported",
    True,
    Text("Handed in", "Diserahkan"),
    Text("Not handed in", "Tidak diserahkan"),
    letter("j"),
    (f"{ACEH}/huruf-k",),
)
STATE_DEBT = _condition(
    "state_debt",
    613,
    Text("No debt to the state's harm", "Tanpa utang yang merugikan negara"),
    Text(
        "Whether no running debt, personal or of a legal body, harms state finances",
        "Apakah tidak ada utang, perseorangan atau badan hukum, yang merugikan keuangan negara",
    ),
    "state_debt",
    False,
    Text("No such debt", "Tidak ada utang demikian"),
    Text("A running debt harms state finances", "Ada utang yang merugikan keuangan negara"),
    letter("k"),
    (f"{ACEH}/huruf-m",),
)
BANKRUPT = _condition(
    "bankruptcy",
    614,
    Text("Not bankrupt", "Tidak pailit"),
    Text("Whether no final judgment declares the candidate bankrupt", "Apakah tidak sedang dinyatakan pailit"),
    "bankrupt",
    False,
    Text("Not declared bankrupt", "Tidak dinyatakan pailit"),
    Text("Declared bankrupt", "Sedang dinyatakan pailit"),
    letter("l"),
)
KNOWN_THERE = _condition(
    "known_in_region",
    627,
    Text("Known in the region (Aceh)", "Dikenal di daerahnya (Aceh)"),
    Text(
        "In Aceh: whether the candidate knows the region and is known there",
        "Di Aceh: apakah calon mengenal dan dikenal di daerahnya",
    ),
    "known_in_region",
    True,
    Text("Knows the region and is known there", "Mengenal dan dikenal di daerahnya"),
    Text("Not known in the region", "Tidak dikenal di daerahnya"),
    (),
    (f"{ACEH}/huruf-j",),
    True,
)
QURAN = _condition(
    "reads_quran",
    628,
    Text("Reading the Quran (Aceh)", "Mampu membaca Al-Quran (Aceh)"),
    Text(
        "In Aceh: whether a Muslim candidate can read the Quran (Qanun Aceh 12/2016, not read in its text)",
        "Di Aceh: apakah calon muslim mampu membaca Al-Quran (Qanun Aceh 12/2016, teksnya belum dibaca)",
    ),
    "reads_quran",
    True,
    Text("Can read the Quran", "Mampu membaca Al-Quran"),
    Text("Cannot read the Quran", "Tidak mampu membaca Al-Quran"),
    (),
    (),
    True,
)
PAPERS = _condition(
    "papers",
    629,
    Text("True and complete papers", "Dokumen lengkap dan benar"),
    Text(
        "Whether the papers that prove the conditions are complete and true: certificates of the right court on true "
        "data, diploma, police record. A false one has cost candidates their place although the condition itself may "
        "have been met (Papua and Boven Digoel 2024)",
        "Apakah dokumen bukti syarat lengkap dan benar: surat keterangan pengadilan yang berwenang atas data yang "
        "benar, ijazah, SKCK. Dokumen yang tidak benar menggugurkan calon sekalipun syaratnya sendiri mungkin "
        "terpenuhi (Papua dan Boven Digoel 2024)",
    ),
    "papers_true",
    True,
    Text("Complete and true", "Lengkap dan benar"),
    Text(
        "Papers are missing or not true; candidates prove each condition by the papers listed",
        "Dokumen tidak lengkap atau tidak benar; setiap syarat dibuktikan dengan dokumen yang ditentukan",
    ),
    ("uu-1-2015/pasal-45/ayat-1", "uu-1-2015/pasal-45/ayat-2"),
)

register(
    CITIZEN,
    DEVOUT,
    LOYAL,
    PUBLIC_TEST,
    HEALTH,
    DRUGS,
    VOTING_RIGHT,
    WEALTH,
    STATE_DEBT,
    BANKRUPT,
    KNOWN_THERE,
    QURAN,
    PAPERS,
)
