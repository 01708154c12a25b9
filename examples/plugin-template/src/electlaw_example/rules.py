"""A rule of one's own beside the built-in ones."""

from electlaw import rules
from electlaw.acts import Text
from electlaw.rules.cases import NominationCase
from electlaw.rules.engine import Rule, answer

#: Votes above the limit of the law that this party wants before it nominates: one in twenty.
MARGIN = 20


def _safe(rule: Rule, law, case):
    """Compare the votes with the limit of the built-in rule, enlarged by the margin."""
    legal = rules.rule("nomination.votes")(law, case)
    if legal.outcome not in ("pass", "fail"):
        return answer(rule, legal.outcome, legal.message, dict(legal.fact), legal.basis, needs=legal.needs)
    wanted = legal.fact["limit"] + -(-legal.fact["limit"] // MARGIN)
    outcome = "pass" if legal.fact["measured"] >= wanted else "fail"
    message = Text(f"The party wants {wanted:,} votes before it nominates", f"Partai menghendaki {wanted} suara")
    return answer(rule, outcome, message, {**legal.fact, "wanted": wanted}, legal.basis, field="votes")


def made() -> list[Rule]:
    """Return the rules of this package."""
    safe = Rule(
        code="example.safety_margin",
        number=990,
        family="nomination",
        title=Text("Safety margin", "Batas aman"),
        about=Text("Does the party have a twentieth more votes than the law requires? No law asks for it.",
                   "Apakah suara seperdua puluh lebih banyak dari syarat undang-undang? Bukan syarat hukum."),
        basis=("uu-1-2015/pasal-40/ayat-1",),
        keys=("nomination.vote_share",),
        case=NominationCase,
        check=_safe,
        inputs=("votes",),
    )  # fmt: skip
    return [safe]
