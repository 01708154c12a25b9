"""The winner: plurality, ties, Jakarta's majority and second round, the base text's rule (Pasal 107, 109)."""

from __future__ import annotations

from fractions import Fraction

from electlaw.acts import Text
from electlaw.findings import Said
from electlaw.rules.cases import Case, ResultCase
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.shares import VotesTest, numbers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding, Ground
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["WINNER"]


def _winner(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, ResultCase)
    subject = {name: value for name, value in (("office", case.office), ("region", case.region)) if value}
    how = law.parameter("winner.rule", **subject)
    if how.state == "unknown":
        return missing(rule, case, how.needs)
    if how.state != "set":
        return none_set(rule, law, how)
    if case.votes is None:
        return missing(rule, case, ["votes"], {"rule": how.stated}, grounds(how))
    if len(case.votes) == 1:
        text = Text("A single pair stood; see single_pair.win", "Hanya satu pasangan calon; lihat single_pair.win")
        return answer(rule, "not_applicable", text, {"pairs": 1})
    share = law.parameter("winner.first_round_share", **subject)
    if how.value == "share_or_runoff" and case.round != 2:
        if case.round is None:
            found = _first_round(rule, case, how, share)
            return found if found.outcome != "fail" else missing(rule, case, ["round"], found.fact, found.basis)
        return _first_round(rule, case, how, share)
    if case.round == 2 and how.value == "plurality":
        text = Text("The law of that day knows no second round", "Hukum pada hari itu tidak mengenal putaran kedua")
        return answer(rule, "fail", text, {"rule": how.stated}, grounds(how), field="round")
    return _plurality(rule, law, case, how, subject)


def _first_round(rule: Rule, case: ResultCase, how: Value, share: Value) -> Finding:
    assert case.votes is not None
    total = case.valid_votes or 0
    ranked = sorted(case.votes, key=lambda item: -item[1])
    wanted: Fraction = share.value  # type: ignore[assignment]
    limit = wanted.numerator * total // wanted.denominator + 1
    best, votes = ranked[0]
    fact: dict[str, object] = {"rule": how.stated, "measured": votes, "limit": limit, "base": total,
                               "share": share.stated}  # fmt: skip
    basis = grounds(how, share)
    if votes >= limit and votes > ranked[1][1]:
        fact["elected"] = best
        return answer(rule, "pass", Said(_say_majority, best, votes, limit, share.stated, total), fact, basis,
                      field="votes")  # fmt: skip
    edge = ranked[1][1]
    fact["runoff"] = [name for name, number in ranked if number >= edge]
    said = Said(
        _say_runoff, tuple(name for name, number in ranked if number >= edge), votes, limit, share.stated, total
    )
    return answer(rule, "fail", said, fact, basis, field="votes")


def _say_majority(lang: str, best: str, votes: int, limit: int, share: str, total: int) -> str:
    n, most, full = numbers(votes, lang), numbers(limit, lang), numbers(total, lang)
    if lang == "id":
        return f"Pasangan {best} terpilih: {n} suara; diperlukan lebih dari {share}% dari {full}, yaitu {most}"
    return f"Pair {best} is elected: {n} votes; more than {share}% of {full} is needed, so {most}"


def _say_runoff(lang: str, names: tuple[str, ...], votes: int, limit: int, share: str, total: int) -> str:
    n, most, full = numbers(votes, lang), numbers(limit, lang), numbers(total, lang)
    if lang == "id":
        head = f"Belum ada yang terpilih: suara terbanyak {n}, diperlukan lebih dari {share}% dari {full}, yaitu {most}"
        return f"{head}; putaran kedua antara {' dan '.join(names)}"
    head = f"Nobody is elected yet: {n} votes at most, more than {share}% of {full} is needed, so {most}"
    return f"{head}; second round between {' and '.join(names)}"


def _plurality(rule: Rule, law: Law, case: ResultCase, how: Value, subject: dict[str, str]) -> Finding:
    assert case.votes is not None
    most = max(number for _, number in case.votes)
    best = [name for name, number in case.votes if number == most]
    fact: dict[str, object] = {"rule": how.stated, "measured": most}
    if len(best) == 1:
        fact["elected"] = best[0]
        return answer(rule, "pass", Said(_say_plurality, best[0], most), fact, grounds(how), field="votes")
    fact["tied"] = best
    tie = law.parameter("winner.tie_rule", **subject)
    if tie.state != "set":
        text = Text("The pairs with most votes are level and the law of that day has no rule for it",
                    "Suara terbanyak sama dan hukum pada hari itu tidak mengaturnya")  # fmt: skip
        needs = tie.needs if tie.state == "unknown" else ()
        return answer(rule, "undetermined", text, fact, grounds(how), field="votes", needs=needs)
    return _tie(rule, case, best, fact, grounds(how, tie))


def _tie(rule: Rule, case: ResultCase, best: list[str], fact: dict[str, object], basis: tuple[Ground, ...]) -> Finding:
    if case.districts_won is None:
        return missing(rule, case, ["districts_won"], fact, basis)
    won = dict(case.districts_won)
    lacking = [name for name in best if name not in won]
    if lacking:
        return missing(rule, case, ["districts_won"], fact, basis)
    top = max(won[name] for name in best)
    even = [name for name in best if won[name] == top]
    fact["districts_won"] = {name: won[name] for name in best}
    if len(even) > 1:
        text = Text("The pairs are level in votes and in areas won; the law has no further rule",
                    "Suara dan jumlah wilayah yang dimenangi sama; hukum tidak mengatur lebih lanjut")  # fmt: skip
        return answer(rule, "undetermined", text, fact, basis, field="districts_won")
    fact["elected"] = even[0]
    return answer(rule, "pass", Said(_say_tie, even[0], top), fact, basis, field="districts_won")


def _say_plurality(lang: str, best: str, votes: int) -> str:
    n = numbers(votes, lang)
    if lang == "id":
        return f"Pasangan {best} terpilih: suara terbanyak, {n}"
    return f"Pair {best} is elected: most votes, {n}"


def _say_tie(lang: str, best: str, areas: int) -> str:
    if lang == "id":
        tail = "undang-undang tidak memberi rumus; yang dihitung wilayah yang dimenangi"
        return f"Suara sama; pasangan {best} terpilih karena sebarannya lebih merata, {areas} wilayah ({tail})"
    tail = "the law gives no formula; areas won are counted"
    return f"Level in votes; pair {best} is elected by the more even spread, {areas} areas ({tail})"


def _law_of(law: Law, named: dict[str, str | None]) -> tuple[str | None, Fraction | int]:
    """Return how the winner is found for an office and region, and the share of a majority; see `VotesTest`."""
    subject = {name: value for name, value in named.items() if value}
    how, share = law.parameter("winner.rule", **subject), law.parameter("winner.first_round_share", **subject)
    if how.state != "set":
        return ("" if how.state == "unknown" else None), 0
    return str(how.value), share.value if isinstance(share.value, Fraction) else 0


WINNER = Rule(
    code="winner.elected", number=531, family="winner",
    title=Text("The elected pair", "Pasangan calon terpilih"),
    about=Text(
        "Which pair is elected: most votes, a tie going to the more even spread; in Jakarta more than 50 percent or a "
        "second round of the two best; in the base text of 2014 more than 30 percent or a second round. It fails where "
        "nobody is elected yet",
        "Pasangan mana yang terpilih: suara terbanyak, bila sama yang sebarannya lebih merata; di Jakarta lebih dari "
        "50 persen atau putaran kedua dua teratas; pada naskah 2014 lebih dari 30 persen atau putaran kedua. Tidak "
        "memenuhi bila belum ada yang terpilih",
    ),
    basis=("uu-1-2015/pasal-107", "uu-1-2015/pasal-109", "uu-29-2007/pasal-11", "uu-2-2024/pasal-10"),
    keys=("winner.rule", "winner.first_round_share", "winner.runoff_share", "winner.tie_rule"),
    case=ResultCase, check=_winner, inputs=("votes",), test=VotesTest(law=_law_of),
)  # fmt: skip

register(WINNER)
