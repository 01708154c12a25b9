"""The determination of pairs: how many must stand, the single pair, replacement (Pasal 49 to 54D)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Said
from electlaw.rules.cases import Case, PairsCase, ReplacementCase, ResultCase
from electlaw.rules.days import back_from, forward_from
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.shares import ShareTest, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["EXTENSION", "NUMBER", "REPEAT", "REPLACEMENT", "SINGLE"]


def _number(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, PairsCase)
    least = law.parameter("nomination.pairs_min")
    if least.state != "set":
        return none_set(rule, law, least)
    again = law.parameter("nomination.reopening_max")
    basis = grounds(least, again)
    minimum = int(least.stated)
    fact: dict[str, object] = {"limit": minimum, "wanted": 2}
    if case.pairs is None:
        return missing(rule, case, ["pairs"], fact, basis)
    fact["measured"] = case.pairs
    if case.pairs >= 2:
        text = Text("At least two pairs stand", "Terdapat paling sedikit dua pasangan calon")
        return answer(rule, "pass", text, fact, basis, field="pairs")
    if case.pairs < minimum:
        return answer(rule, "fail", Said(_say_few, minimum, case.pairs), fact, basis, field="pairs")
    if case.reopened is None:
        return missing(rule, case, ["reopened"], fact, basis)
    if case.reopened:
        text = Text("One pair stands after the registration was opened again: it stands against an empty column",
                    "Satu pasangan setelah pendaftaran dibuka kembali: pemilihan dengan kolom kosong")  # fmt: skip
        return answer(rule, "pass", text, fact, basis, field="pairs")
    text = Text(
        f"One pair only: the stage is postponed and registration opened again for at most {again.stated} days first",
        f"Hanya satu pasangan: tahapan ditunda dan pendaftaran dibuka kembali lebih dahulu, paling lama {again.stated} "
        "hari",
    )
    return answer(rule, "fail", text, fact, basis, field="reopened")


def _say_few(lang: str, minimum: int, pairs: int) -> str:
    if lang == "id":
        return f"{pairs} pasangan; diperlukan paling sedikit {minimum}"
    return f"{pairs} pair{'' if pairs == 1 else 's'}; at least {minimum} needed"


def _extension(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, PairsCase)
    limits = {
        "resumed_on": law.parameter("nomination.postponement_max"),
        "reopened_on": law.parameter("nomination.reopening_max"),
    }
    if any(value.state != "set" for value in limits.values()):
        return none_set(rule, law, limits["resumed_on"])
    basis = grounds(*limits.values())
    if case.postponed_on is None:
        return missing(rule, case, ["postponed_on"], {}, basis)
    ends = {name: forward_from(law, value, case.postponed_on) for name, value in limits.items()}
    fact: dict[str, object] = {f"{name}_latest": end for name, end in ends.items()}
    late = [name for name, end in ends.items() if (getattr(case, name) or "") > end]
    if late:
        return answer(rule, "fail", Said(_say_extension, ends, tuple(late)), fact, basis, field=late[0])
    lacks = [name for name in ends if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    return answer(rule, "pass", Said(_say_extension, ends, ()), fact, basis, field="reopened_on")


def _say_extension(lang: str, ends: dict[str, str], late: tuple[str, ...]) -> str:
    resumed, reopened = day_text(ends["resumed_on"], lang), day_text(ends["reopened_on"], lang)
    if lang == "id":
        end = "terlambat" if late else "tepat waktu"
        return f"Pendaftaran dibuka kembali paling lambat {reopened}, tahapan berlanjut paling lambat {resumed}: {end}"
    end = "late" if late else "in time"
    return f"Registration opens again by {reopened}, the stages go on by {resumed} at the latest: {end}"


# -- the single pair ------------------------------------------------------------------------------------


def _single(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ResultCase)
    if case.votes is not None and len(case.votes) > 1:
        text = Text("More than one pair stood", "Terdapat lebih dari satu pasangan calon")
        return answer(rule, "not_applicable", text, {"pairs": len(case.votes)})
    return judge(rule, law, case)


def _repeat(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ResultCase)
    won = SINGLE(law, case)
    how = law.parameter("single_pair.repeat_rule")
    if how.state != "set" or won.outcome == "not_applicable":
        return none_set(rule, law, how) if how.state != "set" else answer(rule, "not_applicable", won.message)
    if won.outcome == "pass":
        text = Text("The single pair won; no election is repeated",
                    "Pasangan tunggal menang; tidak ada pemilihan ulang")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, won.basis)
    fact: dict[str, object] = {"rule": how.stated}
    window = law.parameter("single_pair.repeat_window")
    basis = grounds(how, window) if how.value == "within_window" else grounds(how)
    if how.value == "within_window" and case.voting_day is not None:
        fact["latest"] = forward_from(law, window, case.voting_day)
    lacks = [name for name in ("voting_day", "repeat_day") if getattr(case, name) is None]
    if lacks or won.outcome == "undetermined":
        return missing(rule, case, [*won.needs, *lacks], fact, basis)
    assert case.voting_day is not None
    assert case.repeat_day is not None
    if how.value == "within_window":
        latest = str(fact["latest"])
        met = case.repeat_day <= latest
        return answer(rule, "pass" if met else "fail", Said(_say_repeat, case.repeat_day, latest), fact, basis,
                      field="repeat_day")  # fmt: skip
    return _by_schedule(rule, law, case.voting_day, case.repeat_day, how, fact)


def _by_schedule(rule: Rule, law: Law, voted: str, again: str, how: Value, fact: dict[str, object]) -> Finding:
    following = int(again[:4]) == int(voted[:4]) + 1
    if how.value == "following_year_or_schedule" and following:
        text = Text("The election is held again in the following year", "Pemilihan diulang pada tahun berikutnya")
        return answer(rule, "pass", text, fact, grounds(how), field="repeat_day")
    if again == _next_vote(law, voted):
        text = Text("The election is held again at the next regional elections of the schedule",
                    "Pemilihan diulang pada pemilihan serentak berikutnya menurut jadwal")  # fmt: skip
        return answer(rule, "pass", text, fact, grounds(how), field="repeat_day")
    text = Text(
        "The law of that day sends the repeat to the schedule of the coming elections; whether this day is on it is "
        "not told by the case",
        "Hukum pada hari itu menyerahkan pemilihan ulang kepada jadwal pemilihan berikutnya; perkara tidak menyebut "
        "apakah hari ini termasuk jadwal itu",
    )
    readings = (("pass", Text("the day is on that schedule", "hari itu sesuai jadwal")),
                ("fail", Text("the day is not on that schedule", "hari itu tidak sesuai jadwal")))  # fmt: skip
    return answer(rule, "undetermined", text, fact, grounds(how), field="repeat_day", readings=readings)


def _next_vote(law: Law, voted: str) -> str | None:
    """Return the voting day of the first regional elections after a day, if it was set by the day of knowledge."""
    from electlaw.regions import events

    days = [event.voting_day(law.known) for event in events(corpus=law.corpus) if event.kind == "pilkada"]
    coming = min((day for day in days if voted < day.earliest), default=None, key=lambda day: day.earliest)
    return coming.earliest if coming is not None and coming.earliest == coming.latest else None


def _say_repeat(lang: str, again: str, latest: str) -> str:
    if lang == "id":
        return f"Pemilihan ulang {day_text(again, lang)}; paling lambat {day_text(latest, lang)}"
    return f"Held again on {day_text(again, lang)}; {day_text(latest, lang)} at the latest"


# -- replacement ----------------------------------------------------------------------------------------


def _replacement(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ReplacementCase)
    proposal = law.parameter("replacement.proposal_max")
    if proposal.state != "set":
        return none_set(rule, law, proposal)
    latest = law.parameter("replacement.latest")
    closed = law.parameter("replacement.none_within")
    lacks = [name for name in ("cause", "occurred", "proposed") if getattr(case, name) is None]
    by_death = proposal.get("counted") == "from:death"
    if by_death and case.voting_day is None:
        lacks.append("voting_day")
    fact: dict[str, object] = {}
    if case.occurred is not None:
        fact["proposal_latest"] = forward_from(law, proposal, case.occurred)
    if by_death and case.voting_day is not None:
        fact["latest"] = back_from(law, latest, case.voting_day)
    basis = grounds(*(value for value in (proposal, latest, closed) if value.state == "set"))
    if by_death and case.cause == "incapacity":
        text = Text("The law of that day lets only a candidate who died be replaced by this way",
                    "Hukum pada hari itu hanya mengatur penggantian calon yang meninggal dunia")  # fmt: skip
        return answer(rule, "not_applicable", text, fact, basis, field="cause")
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    faults = _faults(case, fact)
    outcome = "fail" if faults else "pass"
    return answer(rule, outcome, Said(_say_replacement, faults, dict(fact)), fact, basis,
                  field=faults[0] if faults else "proposed")  # fmt: skip


def _faults(case: ReplacementCase, fact: dict[str, object]) -> tuple[str, ...]:
    assert case.occurred is not None
    assert case.proposed is not None
    faults = []
    if "latest" in fact and case.occurred > str(fact["latest"]):
        faults.append("occurred")
    elif "latest" in fact and case.proposed > str(fact["latest"]):
        faults.append("proposed")
    if case.proposed > str(fact["proposal_latest"]):
        faults.append("proposed")
    return tuple(dict.fromkeys(faults))


def _say_replacement(lang: str, faults: tuple[str, ...], fact: dict[str, object]) -> str:
    end = day_text(str(fact["proposal_latest"]), lang)
    shut = day_text(str(fact["latest"]), lang) if "latest" in fact else ""
    if lang == "id":
        tail = f"; penggantian hanya sampai {shut}" if shut else ""
        head = "Penggantian diusulkan tepat waktu" if not faults else "Penggantian tidak dapat lagi diusulkan"
        return f"{head}: usul paling lambat {end}{tail}"
    tail = f"; no replacement after {shut}" if shut else ""
    head = "Proposed in time" if not faults else "No replacement any more"
    return f"{head}: the proposal was due by {end}{tail}"


NUMBER = Rule(
    code="pairs.number", number=521, family="pairs",
    title=Text("Number of pairs", "Jumlah pasangan calon"),
    about=Text(
        "Whether enough pairs stand: two; one, since MK 100/PUU-XIII/2015 (29 September 2015), only after the stage "
        "was postponed and registration opened again",
        "Apakah cukup pasangan: dua; satu, sejak putusan MK 100/PUU-XIII/2015 (29 September 2015), hanya setelah "
        "penundaan dan pembukaan kembali pendaftaran",
    ),
    basis=("uu-1-2015/pasal-49", "uu-1-2015/pasal-50", "uu-1-2015/pasal-54c/ayat-1", "mk-100-puu-xiii-2015"),
    keys=("nomination.pairs_min", "nomination.reopening_max"), case=PairsCase, check=_number,
    inputs=("pairs", "reopened"),
)  # fmt: skip

EXTENSION = Rule(
    code="pairs.extension", number=525, family="pairs",
    title=Text("Postponement for want of pairs", "Penundaan karena kurang pasangan calon"),
    about=Text(
        "Whether, fewer than two pairs standing, the registration was opened again within 3 days of the postponement "
        "and the stages went on within 10",
        "Apakah, bila kurang dari dua pasangan, pendaftaran dibuka kembali dalam 3 hari sejak penundaan dan tahapan "
        "berlanjut dalam 10 hari",
    ),
    basis=("uu-1-2015/pasal-49/ayat-8", "uu-1-2015/pasal-49/ayat-9", "uu-1-2015/pasal-50/ayat-8",
           "uu-1-2015/pasal-50/ayat-9"),
    keys=("nomination.postponement_max", "nomination.reopening_max", "calendar.day_meaning"),
    case=PairsCase, check=_extension, inputs=("postponed_on", "resumed_on", "reopened_on"),
)  # fmt: skip

SINGLE = Rule(
    code="single_pair.win", number=522, family="pairs",
    title=Text("The single pair wins", "Kemenangan pasangan tunggal"),
    about=Text(
        "Whether the single pair has more than half of the valid votes, the empty column counted; exactly half loses",
        "Apakah pasangan tunggal meraih lebih dari separuh suara sah, termasuk kolom kosong; tepat separuh kalah",
    ),
    basis=("uu-1-2015/pasal-54d/ayat-1", "uu-1-2015/pasal-107/ayat-3", "uu-1-2015/pasal-109/ayat-3",
           "mk-100-puu-xiii-2015"),
    keys=("single_pair.win_share",), case=ResultCase, check=_single,
    inputs=("pair_votes", "empty_votes"),
    test=ShareTest(
        key="single_pair.win_share", measure="pair_votes",
        bases={"valid_votes": "valid_votes", "agree_and_disagree_votes": "valid_votes"},
        within=(("pair_votes", "valid_votes"),),
        noun=Text("Votes of the pair", "Suara pasangan calon"),
        base_noun=Text("all valid votes", "seluruh suara sah"),
    ),
)  # fmt: skip

REPEAT = Rule(
    code="single_pair.repeat", number=523, family="pairs",
    title=Text("Election after a single pair lost", "Pemilihan setelah pasangan tunggal kalah"),
    about=Text(
        "Whether the election is held again in time: within a year of voting day since MK 126/PUU-XXII/2024 "
        "(14 November 2024); before, in the following year or as scheduled",
        "Apakah pemilihan diulang tepat waktu: dalam satu tahun sejak hari pemungutan suara sejak putusan MK "
        "126/PUU-XXII/2024 (14 November 2024); sebelumnya, tahun berikutnya atau sesuai jadwal",
    ),
    basis=("uu-1-2015/pasal-54d/ayat-3", "mk-126-puu-xxii-2024", "mk-100-puu-xiii-2015"),
    keys=("single_pair.repeat_rule", "single_pair.repeat_window"), case=ResultCase, check=_repeat,
    inputs=("repeat_day",),
)  # fmt: skip

REPLACEMENT = Rule(
    code="pairs.replacement", number=524, family="pairs",
    title=Text("Replacement of a candidate", "Penggantian calon"),
    about=Text(
        "Whether a replacement is proposed in time: since 1 July 2016 within 7 days of the death and at least 30 days "
        "before voting day; before, within 3 days of the incapacity",
        "Apakah pengganti diusulkan tepat waktu: sejak 1 Juli 2016 dalam 7 hari sejak meninggal dan paling lambat 30 "
        "hari sebelum pemungutan suara; sebelumnya dalam 3 hari sejak berhalangan",
    ),
    basis=("uu-1-2015/pasal-54", "uu-1-2015/pasal-54a"),
    keys=("replacement.proposal_max", "replacement.latest", "replacement.none_within", "calendar.day_meaning"),
    case=ReplacementCase, check=_replacement,
)  # fmt: skip

register(NUMBER, EXTENSION, SINGLE, REPEAT, REPLACEMENT)
