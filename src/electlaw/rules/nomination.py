"""Party nomination: seats or votes until 19 August 2024, votes by bracket since (Pasal 40; MK 60/PUU-XXII/2024)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Said
from electlaw.rules.asking import ask, together
from electlaw.rules.cases import Case, NominationCase
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.shares import AnyOf, LimitTest, ShareTest, judge, numbers, plan_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["EXCLUSIVE", "ONE_PAIR", "SEATS", "THRESHOLD", "VOTES"]

_ACEH = Text(
    "In 2024 KIP Aceh kept 15 percent of the seats or valid votes for every party and did not apply ruling "
    "60/PUU-XXII/2024; no court has said whether that ruling reaches Aceh",
    "Pada 2024 KIP Aceh tetap memakai 15 persen kursi atau suara sah bagi semua partai dan tidak menerapkan putusan "
    "60/PUU-XXII/2024; belum ada pengadilan yang menyatakan apakah putusan itu berlaku di Aceh",
)


def _subject(case: NominationCase) -> dict[str, str]:
    named = {"office": case.office, "region": case.region, "event": case.event, "party": case.party_kind}
    return {name: value for name, value in named.items() if value is not None}


def _votes(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, NominationCase)
    if not case.parties:
        return judge(rule, law, case)
    required = law.parameter("nomination.seat_required", **_subject(case))
    if required.state == "unknown":
        return missing(rule, case, ["party_kind" if name == "party" else name for name in required.needs])
    counted = case.parties
    if required.value is True:
        unseated = [party for party in case.parties if party.seats is None]
        if unseated and case.votes is not None:
            return missing(rule, case, ["parties.seats"], {}, grounds(required))
        counted = tuple(party for party in case.parties if party.seats)
    votes = [party.votes for party in counted]
    if None in votes:
        test: ShareTest = rule.test  # type: ignore[assignment]
        plan = plan_for(law, rule.code, test, tuple(getattr(case, name) for name in test.subject))
        if len(plan.segments) == 1 and plan.segments[0].off:
            return none_set(rule, law, plan.segments[0].value)
        return missing(rule, case, ["parties.votes"])
    return judge(rule, law, case, sum(number for number in votes if number is not None))


def _seats(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, NominationCase)
    found = judge(rule, law, case)
    if case.parties and "seats" in found.needs:
        needs = ["parties.seats" if name == "seats" else name for name in found.needs]
        return missing(rule, case, needs, found.fact, found.basis)
    return found


def _threshold(rule: Rule, law: Law, case: Case) -> Finding:
    parts = tuple(route(law, case) for route in (SEATS, VOTES))
    asked = [part for part in parts if part.outcome != "not_applicable"]
    deciding = next((part for part in asked if part.outcome == "pass"), None)
    practice = _ACEH if str(case.region).partition(".")[0] == "11" and law.on >= "2024-08-20" else None
    if deciding is not None:
        outcome, chosen = "pass", [deciding]
    elif not asked:
        outcome, chosen = "not_applicable", list(parts)
    else:
        outcome = "undetermined" if any(part.outcome == "undetermined" for part in asked) else "fail"
        chosen = [part for part in asked if part.outcome == outcome]
    needs = tuple(dict.fromkeys(name for part in chosen for name in part.needs))
    basis = tuple(dict.fromkeys(ground for part in chosen for ground in part.basis))
    fact = _routes(asked, deciding)
    return answer(
        rule, outcome, Said(_say_threshold, outcome, tuple(chosen)), fact, basis,
        field=chosen[0].field, needs=needs, practice=practice, parts=parts,
    )  # fmt: skip


def _routes(asked: list[Finding], deciding: Finding | None) -> dict[str, object]:
    """Return what the deciding or only route compared, else what each did."""
    chosen = deciding or (asked[0] if len(asked) == 1 else None)
    if chosen is not None:
        return {"route": chosen.rule.rpartition(".")[2], **chosen.fact}
    return {part.rule.rpartition(".")[2]: dict(part.fact) for part in asked}


def _say_threshold(lang: str, outcome: str, chosen: tuple[Finding, ...]) -> str:
    heads = {
        "pass": Text("The party or coalition may nominate", "Partai atau gabungan partai dapat mengusulkan pasangan"),
        "fail": Text("The party or coalition may not nominate", "Partai atau gabungan partai tidak dapat mengusulkan"),
        "undetermined": Text("The threshold cannot be decided", "Ambang batas belum dapat ditentukan"),
        "not_applicable": Text("No threshold applies", "Tidak ada ambang batas yang berlaku"),
    }
    return f"{heads[outcome][lang]}. " + " ".join(part.message[lang] + "." for part in chosen)


def _one_pair(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, NominationCase)
    most, basis = ask(law, "nomination.pairs_per_party_max", *_subject(case).items())
    if most.state != "set":
        return none_set(rule, law, most)
    limit = int(most.stated)
    if case.pairs_proposed is None:
        return missing(rule, case, ["pairs_proposed"], {"limit": limit}, basis)
    met = case.pairs_proposed <= limit
    return answer(
        rule, "pass" if met else "fail", Said(_say_one_pair, case.pairs_proposed, limit),
        {"measured": case.pairs_proposed, "limit": limit}, basis, field="pairs_proposed",
    )  # fmt: skip


def _say_one_pair(lang: str, proposed: int, limit: int) -> str:
    if lang == "id":
        return f"Diusulkan {numbers(proposed, lang)} pasangan; paling banyak {limit} per partai atau gabungan partai"
    return f"{numbers(proposed, lang)} pairs proposed; at most {limit} by a party or coalition"


def _exclusive(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, NominationCase)
    exclusive, b1 = ask(law, "nomination.exclusive", *_subject(case).items())
    most, b2 = ask(law, "nomination.pairs_per_party_max", *_subject(case).items())
    if exclusive.state != "set" or most.state != "set":
        return none_set(rule, law, exclusive)
    basis = together(b2, b1)
    if case.shared is None:
        return missing(rule, case, ["shared"], {}, basis)
    if not case.shared:
        text = Text("No party of the coalition nominates another pair",
                    "Tidak ada partai yang mengusulkan pasangan lain")  # fmt: skip
        return answer(rule, "pass", text, {"shared": False}, basis, field="shared")
    text = Text(
        "A party nominates another pair too; a party proposes one pair, alone or in one coalition",
        "Ada partai yang juga mengusulkan pasangan lain; partai hanya dapat mengusulkan satu pasangan, sendiri atau "
        "dalam satu gabungan",
    )
    return answer(rule, "fail", text, {"shared": True}, basis, field="shared")


_SUBJECT = ("office", "region", "event", "party_kind")

SEATS = Rule(
    code="nomination.seats", number=502, family="nomination", part_of="nomination.threshold",
    title=Text("Seats needed to nominate", "Kursi yang diperlukan untuk mengusulkan pasangan"),
    about=Text(
        "Whether the parties hold at least the share of DPRD seats, rounded up; appointed seats in Papua are left "
        "out of the base. Until 19 August 2024; in Aceh still",
        "Apakah partai memiliki paling sedikit persentase kursi DPRD, dibulatkan ke atas; kursi yang diangkat di "
        "Papua tidak dihitung. Sampai 19 Agustus 2024; di Aceh masih berlaku",
    ),
    basis=("uu-1-2015/pasal-40/ayat-1", "uu-1-2015/pasal-40/ayat-2", "uu-1-2015/pasal-40/ayat-5",
           "uu-11-2006/pasal-91/ayat-2", "mk-60-puu-xxii-2024"),
    keys=("nomination.seat_share", "nomination.seat_rounding", "nomination.appointed_seats_counted"),
    case=NominationCase, check=_seats,
    test=ShareTest(
        key="nomination.seat_share", measure="seats", bases={"dprd_seats": "dprd_seats"},
        base_less="appointed_seats", base_less_key="nomination.appointed_seats_counted", subject=_SUBJECT,
        within=(("seats", "dprd_seats"), ("appointed_seats", "dprd_seats")),
        noun=Text("Seats", "Kursi"), base_noun=Text("the DPRD seats", "jumlah kursi DPRD"),
    ),
)  # fmt: skip

VOTES = Rule(
    code="nomination.votes", number=503, family="nomination", part_of="nomination.threshold",
    title=Text("Votes needed to nominate", "Suara sah yang diperlukan untuk mengusulkan pasangan"),
    about=Text(
        "Whether the parties won at least the share of valid votes, rounded up to a whole vote: 25 percent by parties "
        "with a seat until 19 August 2024; since then 10, 8.5, 7.5 or 6.5 percent by the number of voters on the list "
        "of the latest general election, the upper edge belonging to the lower bracket",
        "Apakah partai memperoleh paling sedikit persentase suara sah, dibulatkan ke atas: 25 persen oleh partai yang "
        "memperoleh kursi sampai 19 Agustus 2024; sejak itu 10, 8,5, 7,5, atau 6,5 persen menurut jumlah pemilih "
        "dalam DPT pemilu terakhir, batas atas termasuk kelompok di bawahnya",
    ),
    basis=("uu-1-2015/pasal-40/ayat-1", "uu-1-2015/pasal-40/ayat-3", "mk-60-puu-xxii-2024",
           "pkpu-8-2024/pasal-11", "uu-11-2006/pasal-91/ayat-2"),
    keys=("nomination.vote_share", "nomination.vote_rounding", "nomination.seat_required",
          "nomination.bracket_list", "nomination.vote_count"),
    case=NominationCase, check=_votes,
    test=ShareTest(
        key="nomination.vote_share", measure="votes", bases={"valid_dprd_votes": "valid_votes"},
        brackets=("electorate",), subject=_SUBJECT, within=(("votes", "valid_votes"),),
        ballots=("valid_votes", "electorate"),
        noun=Text("Valid votes", "Suara sah"), base_noun=Text("all valid votes", "seluruh suara sah"),
    ),
)  # fmt: skip

THRESHOLD = Rule(
    code="nomination.threshold", number=501, family="nomination",
    title=Text("Threshold to nominate a pair", "Ambang batas pengusulan pasangan calon"),
    about=Text(
        "Whether the party or coalition may nominate: by seats or by votes until 19 August 2024, by votes since",
        "Apakah partai atau gabungan partai dapat mengusulkan: dengan kursi atau suara sampai 19 Agustus 2024, "
        "dengan suara sejak itu",
    ),
    basis=("uu-1-2015/pasal-40", "mk-60-puu-xxii-2024", "uu-11-2006/pasal-91/ayat-2"),
    keys=("nomination.vote_share", "nomination.seat_share"),
    case=NominationCase, check=_threshold,
    inputs=("votes", "valid_votes", "seats", "dprd_seats", "electorate", "parties"),
    test=AnyOf(("nomination.seats", "nomination.votes")), practice=_ACEH,
)  # fmt: skip

ONE_PAIR = Rule(
    code="nomination.one_pair", number=504, family="nomination",
    title=Text("One pair by a party or coalition", "Satu pasangan per partai atau gabungan partai"),
    about=Text("Whether the party or coalition proposes at most one pair",
               "Apakah partai atau gabungan partai mengusulkan paling banyak satu pasangan"),
    basis=("uu-1-2015/pasal-40/ayat-4",), keys=("nomination.pairs_per_party_max",),
    case=NominationCase, check=_one_pair, inputs=("pairs_proposed",),
    test=LimitTest(measure="pairs_proposed", subject=_SUBJECT),
)  # fmt: skip

EXCLUSIVE = Rule(
    code="nomination.exclusive", number=505, family="nomination",
    title=Text("No party in two nominations", "Tidak ada partai dalam dua pengusulan"),
    about=Text("Whether no party of the coalition also nominates another pair",
               "Apakah tidak ada partai yang juga mengusulkan pasangan lain"),
    basis=("uu-1-2015/pasal-40/ayat-4",), keys=("nomination.exclusive", "nomination.pairs_per_party_max"),
    case=NominationCase, check=_exclusive, inputs=("shared",),
)  # fmt: skip

register(THRESHOLD, SEATS, VOTES, ONE_PAIR, EXCLUSIVE)
