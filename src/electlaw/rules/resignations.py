"""Posts a candidate must leave, and when (Pasal 7 ayat (2) huruf p, s, t, u and the rulings on them)."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules.asking import PILKADA, absent, aside, ask, by_fields, in_force, lack, tell, together
from electlaw.rules.candidate_cases import CandidateCase, Post
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.rules.asking import Basis
    from electlaw.rules.cases import Case

__all__ = ["ELECT", "ELSEWHERE", "ENTERPRISE", "LEGISLATOR", "SERVICE", "VILLAGE"]

_KINDS = {
    "candidate.office_elsewhere": ("head-elsewhere",),
    "candidate.legislator": ("legislator",),
    "candidate.public_service": ("military", "police", "civil-servant"),
    "candidate.village_head": ("village-head",),
    "candidate.enterprise": ("enterprise",),
    "candidate.legislator_elect": ("legislator-elect",),
}
_NOUNS = {
    "head-elsewhere": Text("head or deputy of another region", "kepala daerah atau wakil di daerah lain"),
    "legislator": Text("member of DPR, DPD or DPRD", "anggota DPR, DPD, atau DPRD"),
    "military": Text("member of the TNI", "anggota TNI"),
    "police": Text("member of the Polri", "anggota Polri"),
    "civil-servant": Text("civil servant", "pegawai negeri sipil"),
    "village-head": Text("village head", "kepala desa"),
    "enterprise": Text("post in a state- or region-owned enterprise", "jabatan di BUMN atau BUMD"),
    "legislator-elect": Text(
        "elected legislator not yet sworn in", "calon anggota legislatif terpilih yang belum dilantik"
    ),
}
_NONE = Text("Holds no such post", "Tidak memegang jabatan demikian")
_GRAVITY = ("fail", "undetermined", "pass", "not_applicable")


def _posts(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    kinds = _KINDS[rule.code]
    if case.posts is None:
        value, basis = ask(law, "resignation.moment", ("position", kinds[0]))
        if value.state != "set":
            return absent(rule, case, law, value, basis)
        return lack(rule, case, ["posts"], {"moment": value.stated}, basis)
    held = []
    for index, post in enumerate(case.posts):
        if post.kind is None:
            return lack(rule, case, [f"posts[{at}].kind" for at, item in enumerate(case.posts) if item.kind is None])
        if post.kind in kinds:
            held.append(_judge(rule, law, case, f"posts[{index}].", post))
    if not held:
        return _holds_none(rule, law, case)
    return held[0] if len(held) == 1 else min(held, key=lambda finding: _GRAVITY.index(finding.outcome))


@by_fields()
def _holds_none(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, CandidateCase)
    return aside(rule, case, _NONE)


def _judge(rule: Rule, law: Law, case: CandidateCase, at: str, post: Post) -> Finding:
    value, basis = ask(law, "resignation.moment", ("position", str(post.kind)))
    if value.state != "set":
        return absent(rule, case, law, value, basis)
    moment = str(value.value)
    fact: dict[str, object] = {"post": post.kind, "moment": moment}
    if moment == "notify_leadership":
        return _flagged(rule, case, post, f"{at}notified", post.notified, fact, basis)
    if moment == "statement_on_swearing_in":
        return _elect(rule, law, case, at, post, fact, basis)
    if moment == "stop_no_moment":
        done = True if post.left is not None else post.statement
        return _flagged(rule, case, post, f"{at}left", done, fact, basis)
    if moment == "from_registration":
        return _by_day(rule, case, at, post, "registered", fact, basis)
    return _by_day(rule, case, at, post, "determined", fact, basis)


def _flagged(
    rule: Rule, case: CandidateCase, post: Post, field: str, done: bool | None, fact: dict[str, object], basis: Basis
) -> Finding:
    if done is None:
        return lack(rule, case, [field], fact, basis)
    return tell(
        rule,
        case,
        "pass" if done else "fail",
        Said(_say, str(post.kind), str(fact["moment"]), done),
        fact,
        basis,
        field=field,
    )


def _by_day(
    rule: Rule, case: CandidateCase, at: str, post: Post, reference: str, fact: dict[str, object], basis: Basis
) -> Finding:
    """Ask for a written statement, which takes effect on that day, or for the post to be left by then."""
    stops = post.kind in ("enterprise", "head-elsewhere")
    if post.statement and not (stops and post.left is not None):
        return _flagged(rule, case, post, f"{at}statement", True, fact, basis)
    if post.left is None:
        if post.statement is None:
            return lack(rule, case, [f"{at}{'left' if stops else 'statement'}"], fact, basis)
        return _flagged(rule, case, post, f"{at}statement", False, fact, basis)
    day = getattr(case, reference)
    if day is None:
        return lack(rule, case, [reference], fact, basis)
    fact |= {"left": post.left, "on": day}
    return _flagged(rule, case, post, f"{at}left", post.left <= day, fact, basis)


_KPU = Text(
    "PKPU 8/2024 (Pasal 14 ayat (4) huruf d, Pasal 32) asks more than the ruling: resignation as elected candidate, "
    "handed in at registration or by the repair of papers",
    "PKPU 8/2024 (Pasal 14 ayat (4) huruf d, Pasal 32) meminta lebih dari putusan: pengunduran diri sebagai calon "
    "terpilih, diserahkan saat pendaftaran atau paling lambat saat perbaikan dokumen",
)


def _elect(
    rule: Rule, law: Law, case: CandidateCase, at: str, post: Post, fact: dict[str, object], basis: Basis
) -> Finding:
    if post.statement is None:
        return lack(rule, case, [f"{at}statement"], fact, basis)
    if not post.statement or not in_force(law, "mk-176-puu-xxii-2024"):
        found = _flagged(rule, case, post, f"{at}statement", post.statement, fact, basis)
        return attrs.evolve(found, practice=_KPU) if in_force(law, "pkpu-8-2024") else found
    readings = (
        (
            "pass",
            Text(
                "the statement to resign once sworn in is enough (12/PUU-XXII/2024)",
                "pernyataan mundur setelah dilantik cukup (12/PUU-XXII/2024)",
            ),
        ),
        (
            "fail",
            Text(
                "a seat won may not be given up for an elected office (176/PUU-XXII/2024)",
                "kursi terpilih tidak boleh dilepas demi jabatan yang dipilih (176/PUU-XXII/2024)",
            ),
        ),
    )
    text = Text(
        "Since 21 March 2025 a seat won may be given up only for an office not filled by election; what that means "
        "for one who states to resign once sworn in was not decided",
        "Sejak 21 Maret 2025 kursi terpilih hanya boleh dilepas untuk tugas yang tidak dipilih; akibatnya bagi yang "
        "menyatakan mundur setelah dilantik belum diputus",
    )
    grounds = together(basis, (Ground("mk-176-puu-xxii-2024", "report"),))
    return tell(rule, case, "undetermined", text, fact, grounds, field=f"{at}statement", readings=readings)


_MOMENTS = {
    "notify_leadership": Text("the leadership of the chamber is told", "memberitahukan kepada pimpinan lembaga"),
    "from_registration": Text("resigns from the registration on", "mundur sejak mendaftar"),
    "from_determination": Text(
        "resigns in writing from the determination on", "mundur secara tertulis sejak penetapan"
    ),
    "stop_no_moment": Text("stops; the law names no moment", "berhenti; undang-undang tidak menyebut saatnya"),
    "statement_on_swearing_in": Text(
        "states in writing to resign once sworn in", "menyatakan tertulis akan mundur setelah dilantik"
    ),
}


def _say(lang: str, kind: str, moment: str, done: bool) -> str:
    noun, duty = _NOUNS[kind][lang], _MOMENTS[moment][lang]
    if lang == "id":
        return f"{noun[:1].upper()}{noun[1:]}: {duty}: {'terpenuhi' if done else 'tidak terpenuhi'}"
    return f"{noun[:1].upper()}{noun[1:]}: {duty}: {'done' if done else 'not done'}"


def _rule(code: str, number: int, title: Text, about: Text, basis: tuple[str, ...]) -> Rule:
    return Rule(
        code=code,
        number=number,
        family="resignations",
        title=title,
        about=about,
        basis=basis,
        keys=("resignation.moment",),
        case=CandidateCase,
        check=_posts,
        inputs=("posts",),
    )


ELSEWHERE = _rule(
    "candidate.office_elsewhere",
    618,
    Text("Office in another region", "Jabatan di daerah lain"),
    Text(
        "Whether a head or deputy who runs in another region stops: by the determination of pairs since 18 March "
        "2015. A regent or mayor who runs for governor of the own province was held to take leave only (Bandung 2018)",
        "Apakah kepala daerah atau wakil yang maju di daerah lain berhenti: sejak penetapan, sejak 18 Maret 2015. "
        "Bupati atau wali kota yang maju sebagai gubernur di provinsinya cukup cuti (Bandung 2018)",
    ),
    (f"{PILKADA}/huruf-o", f"{PILKADA}/huruf-p", f"{PILKADA}/ayat-2/huruf-p"),
)
LEGISLATOR = _rule(
    "candidate.legislator",
    621,
    Text("Members of DPR, DPD, DPRD", "Anggota DPR, DPD, DPRD"),
    Text(
        "Whether a legislator resigns in writing from the determination; until 7 July 2015 telling the leadership was "
        "enough (MK 33/PUU-XIII/2015)",
        "Apakah anggota legislatif mundur tertulis sejak penetapan; sampai 7 Juli 2015 cukup memberitahu pimpinan (MK "
        "33/PUU-XIII/2015)",
    ),
    (f"{PILKADA}/huruf-r", f"{PILKADA}/huruf-s", f"{PILKADA}/ayat-2/huruf-s", "mk-33-puu-xiii-2015"),
)
SERVICE = _rule(
    "candidate.public_service",
    622,
    Text("TNI, Polri, civil servants", "TNI, Polri, PNS"),
    Text(
        "Whether members of TNI and Polri and civil servants resign: from registration until 30 June 2016 (civil "
        "servants from determination since MK 41/PUU-XII/2014, 8 July 2015), then in writing from the determination",
        "Apakah anggota TNI, Polri, dan PNS mundur: sejak mendaftar sampai 30 Juni 2016 (PNS sejak penetapan setelah "
        "putusan MK 41/PUU-XII/2014, 8 Juli 2015), lalu tertulis sejak penetapan",
    ),
    (f"{PILKADA}/huruf-s", f"{PILKADA}/huruf-t", f"{PILKADA}/ayat-2/huruf-t", "mk-41-puu-xii-2014"),
)
VILLAGE = _rule(
    "candidate.village_head",
    623,
    Text("Village heads", "Kepala desa"),
    Text(
        "Whether a village head resigns in writing from the determination, since 1 July 2016",
        "Apakah kepala desa mundur tertulis sejak penetapan, sejak 1 Juli 2016",
    ),
    (f"{PILKADA}/ayat-2/huruf-t",),
)
ENTERPRISE = _rule(
    "candidate.enterprise",
    624,
    Text("State and regional enterprises", "BUMN dan BUMD"),
    Text(
        "Whether a post in a state- or region-owned enterprise is left by the determination (until 17 March 2015: at "
        "all)",
        "Apakah jabatan di BUMN atau BUMD ditinggalkan sejak penetapan (sampai 17 Maret 2015: tanpa saat tertentu)",
    ),
    (f"{PILKADA}/huruf-t", f"{PILKADA}/huruf-u", f"{PILKADA}/ayat-2/huruf-u"),
)
ELECT = _rule(
    "candidate.legislator_elect",
    625,
    Text("Elected legislators not yet sworn in", "Calon legislatif terpilih"),
    Text(
        "Whether an elected legislator not yet sworn in states in writing to resign once sworn in (MK "
        "12/PUU-XXII/2024); since 21 March 2025 a seat won may not be given up for an elected office (MK "
        "176/PUU-XXII/2024)",
        "Apakah calon legislatif terpilih yang belum dilantik menyatakan tertulis akan mundur setelah dilantik (MK "
        "12/PUU-XXII/2024); sejak 21 Maret 2025 kursi terpilih tidak boleh dilepas demi jabatan yang dipilih (MK "
        "176/PUU-XXII/2024)",
    ),
    (f"{PILKADA}/ayat-2/huruf-s", "mk-12-puu-xxii-2024", "mk-176-puu-xxii-2024"),
)

register(ELSEWHERE, LEGISLATOR, SERVICE, VILLAGE, ENTERPRISE, ELECT)
