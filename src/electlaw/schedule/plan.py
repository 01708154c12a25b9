"""Planning: the timetable that keeps every statutory window, from an order of a court or from a voting day.

The windows come from the rules in force (``stage-rules.tsv``); what cannot be kept is named, with the rule it
breaks, and never silently moved. The statute says when a campaign opens (three days after the determination of pairs)
and ends (as the quiet period begins), not how long it lasts at least: where a rule for the event sets a length, a plan
keeps it, and else names a campaign that has no day left. A ruling on the pairs is followed only until 30 days before
the vote (Pasal 154 ayat (12)): pairs determined later leave no time for one, which a plan names too.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.calendar import WorkingDays, count, official
from electlaw.corpus import Corpus, builtin
from electlaw.dates import day
from electlaw.errors import Invalid, NotFound
from electlaw.schedule.lines import timetable
from electlaw.schedule.rules import Rule, deadline, lasting, shift
from electlaw.schedule.taxonomy import stage_key
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.dates import Day

__all__ = ["Order", "Plan", "Planned", "plan"]


_UNITS = ["day", "working_day"]


@attrs.frozen
class Order(Shown):
    """An order to vote (again) within a time: *within 60 days of 24 February 2025*.

    The day of the order is not counted; orders of 2021 count working days, those of 2025 calendar days.

    Raises `Invalid` for what is no day, for a time under 1 and for a unit that is neither ``"day"`` nor
    ``"working_day"``.
    """

    day: str = attrs.field(converter=day)
    within: int
    unit: str = "day"

    def __attrs_post_init__(self) -> None:
        if isinstance(self.within, bool) or not isinstance(self.within, int) or self.within < 1:
            raise Invalid(
                f"within {self.within!r}: a whole number, at least 1, is wanted",
                id=f"dalam {self.within!r}: perlu bilangan bulat, minimal 1",
            )
        if self.unit not in _UNITS:
            raise Invalid(
                f"an order counts in days or working days, not in {self.unit!r}",
                id=f"perintah dihitung dalam hari atau hari kerja, bukan {self.unit!r}",
                choices=_UNITS,
            )

    def limit(self, calendar: WorkingDays | None = None) -> str:
        """Return the last day on which the vote may be held."""
        return count(self.day, self.within, self.unit, calendar=calendar)


_FINE = Text()


@attrs.frozen(repr=False)
class Planned(Shown):
    """One stage of a plan, with the rule that fixes it; `problem` says what rule it breaks, empty if none."""

    stage: str
    start: str
    end: str
    rule: Rule | None
    problem: Text = _FINE

    @property
    def possible(self) -> bool:
        """Whether it breaks no rule."""
        return not self.problem

    def __repr__(self) -> str:
        days = self.start if self.start == self.end else f"{self.start} to {self.end}"
        return f"<Planned {self.stage}: {days}{f', {self.problem.en}' if self.problem.en else ''}>"


@attrs.frozen
class Plan(Shown):
    """A timetable worked out from the rules, and what of it is impossible."""

    voting_day: str
    #: The last day an order leaves for the vote; empty without an order.
    limit: str
    stages: tuple[Planned, ...]
    #: The limits on disputes over the result: they run from the day it is announced, which no plan knows.
    after: tuple[Rule, ...] = ()

    @property
    def impossible(self) -> tuple[Planned, ...]:
        """The stages that cannot be kept; empty if the plan works."""
        return tuple(one for one in self.stages if not one.possible)

    def __getitem__(self, key: str) -> Planned:
        for one in self.stages:
            if one.stage == key:
                return one
        raise NotFound(
            f"the plan has no {key}",
            id=f"rencana ini tidak memuat {key}",
            choices=[one.stage for one in self.stages],
        )

    def to_json(self) -> dict[str, object]:
        """Return the plan as plain data."""
        return {
            "voting_day": self.voting_day,
            "limit": self.limit or None,
            "stages": [
                {
                    "stage": one.stage,
                    "start": one.start,
                    "end": one.end,
                    "by": one.rule.by if one.rule else None,
                    "problem": {"en": one.problem.en, "id": one.problem.id} if one.problem else None,
                }
                for one in self.stages
            ],
            "after": [{"stage": rule.stage, "counts_from": rule.anchor, "by": rule.by} for rule in self.after],
        }


def plan(
    *,
    order: Order | None = None,
    voting_day: Day | None = None,
    event: str | None = None,
    new_candidates: bool = False,
    independents: bool = False,
    on: Day | None = None,
    calendar: WorkingDays | None = None,
    corpus: Corpus | None = None,
) -> Plan:
    """Work out the timetable around a vote that keeps the statutory windows.

    Args:
        order: the order to vote within a time; its last day is planned for if no `voting_day` is given.
        voting_day: the day of the vote.
        event: id of the event, for the rules made for it alone (the length of a campaign in the re-votes of 2025).
        new_candidates: whether pairs are registered anew, so that nomination and a campaign must fit in.
        independents: whether independent pairs may come forward, whose support needs time before registration.
        on: the day whose law is planned by; the day of the order, or else the voting day.
        calendar: working days to use instead of the official ones.
        corpus: the log, the built-in one by default.

    Raises `Invalid` if neither an order nor a voting day is given, or the vote comes before the order, and `NotFound`
    for an unknown event.

    """
    if order is None and voting_day is None:
        raise Invalid("an order or a voting day is wanted", id="perlu perintah pemungutan suara atau hari pemungutan")
    working = calendar or (official() if order is not None and order.unit == "working_day" else None)
    limit = order.limit(working) if order else ""
    vote = day(voting_day) if voting_day is not None else limit
    if order is not None and vote <= order.day:
        raise Invalid(
            f"the vote on {vote} does not come after the order of {order.day}",
            id=f"pemungutan suara {vote} tidak sesudah perintah {order.day}",
        )
    log = corpus or builtin()
    if event is not None:
        timetable(event, log)
    law_day = day(on) if on is not None else order.day if order else vote
    planner = _Planner(law_day, event or f"pilkada-{law_day[:4]}", order, log)
    planner.vote(vote, limit)
    if order is None:
        planner.voter_list()
    if new_candidates:
        planner.nomination(independents)
    stages = tuple(sorted(planner.stages, key=lambda one: (one.start, one.end)))
    after = (planner.rule_if(stage) for stage in _AFTER)
    return Plan(vote, limit, stages, tuple(rule for rule in after if rule is not None))


class _Planner:
    """Places stages back from the vote, as late as the rules allow, and checks that they fit after the order."""

    def __init__(self, on: str, event: str, order: Order | None, corpus: Corpus) -> None:
        self.on = on
        self.event = event
        #: The day of the order: nothing may begin on it or before; empty for none.
        self.floor = order.day if order else ""
        #: The calendar days the order leaves, if it counts in them.
        self.within = order.within if order and order.unit == "day" else None
        self.corpus = corpus
        #: The last day of the campaign, once the vote is placed: nomination must end by then.
        self.ceiling = ""
        self.stages: list[Planned] = []
        self.voting_day = ""
        self.quiet_start = ""

    def rule(self, stage: str) -> Rule:
        """Return the statutory rule on a stage."""
        return deadline(stage, on=self.on, event=self.event, corpus=self.corpus).rule

    def rule_if(self, stage: str) -> Rule | None:
        """Return the statutory rule on a stage, or None if the law of the day has none."""
        try:
            return self.rule(stage)
        except NotFound:
            return None

    def add(self, stage: str, start: str, end: str, rule: Rule | None, problem: Text | None = None) -> None:
        """Place a stage; one that would begin on the day of the order or before is impossible."""
        if problem is None and self.floor and start <= self.floor:
            name = stage_key(stage, self.corpus).name
            problem = Text(
                f"{name.en} would have to begin on {start}, not after the order of {self.floor}",
                f"{name.id} harus dimulai {start}, tidak sesudah perintah {self.floor}",
            )
        if problem is None and self.ceiling and end > self.ceiling:
            name = stage_key(stage, self.corpus).name
            problem = Text(
                f"{name.en} would end on {end}, after the last day of the campaign, {self.ceiling}",
                f"{name.id} akan berakhir {end}, sesudah hari terakhir kampanye, {self.ceiling}",
            )
        self.stages.append(Planned(stage, start, end, rule, problem or _FINE))

    def vote(self, vote: str, limit: str) -> None:
        """Place the vote and the quiet period before it."""
        late = None
        if limit and vote > limit:
            late = Text(f"the order leaves until {limit}", f"perintah memberi waktu sampai {limit}")
        self.add("voting_day", vote, vote, None, late)
        self.voting_day = vote
        quiet = self.rule("quiet_period")
        self.quiet_start = shift(vote, quiet.offset)
        self.add("quiet_period", self.quiet_start, shift(vote, -1), quiet)

    def voter_list(self) -> None:
        """Place the voter list: shown, corrected and determined, each as late as the rules allow."""
        final = self.rule_if("final_voter_list_determination")
        if final is None or final.unit != "day":
            return
        last = at = shift(self.voting_day, final.offset)
        self.add("final_voter_list_determination", last, last, final)
        for stage in ("provisional_voter_list_correction", "provisional_voter_list_announcement"):
            rule = self.rule_if(stage)
            if rule is not None:
                at = shift(at, -rule.offset)
                self.add(stage, at, shift(at, rule.offset - 1), rule)

    def support(self, registration: str) -> None:
        """Place the checking of support: handed to PPS so long before registration, checked and added up until it."""
        handed = self.rule("independent_support_transfer_to_pps")
        at = shift(registration, handed.offset)
        self.add("independent_support_transfer_to_pps", at, at, handed)
        for stage in _SUPPORT:
            rule = self.rule_if(stage)
            if rule is not None:
                self.add(stage, at, shift(at, rule.offset - 1), rule)
                at = shift(at, rule.offset)

    def nomination(self, independents: bool) -> None:
        """Place nomination and the campaign, between the order and the quiet period."""
        campaign = self.rule("campaign")
        length = lasting("campaign", on=self.on, event=self.event, within=self.within, corpus=self.corpus)
        campaign_end = self.ceiling = shift(self.quiet_start, -1)
        steps = {stage: self.rule(stage) for stage in _NOMINATION}
        follow_up = self.rule_if(_FOLLOW_UP)
        latest = shift(campaign_end, 1 - (length.offset if length else 1) - campaign.offset)
        if follow_up is not None:
            latest = min(latest, shift(self.voting_day, follow_up.offset - 1))
        needed = sum(rule.offset for rule in steps.values())
        start = at = shift(self.floor, 1) if self.floor else shift(latest, -needed)
        for stage, rule in steps.items():
            self.add(stage, at, shift(at, rule.offset - 1), rule)
            at = shift(at, rule.offset)
        self.add("candidate_determination", at, at, None)
        if follow_up is not None:
            self.follow_up(at, follow_up)
        opens = self.campaign(at, campaign, length, campaign_end)
        self.add("campaign_finance_initial_report", shift(opens, -1), shift(opens, -1),
                 self.rule("campaign_finance_initial_report"))  # fmt: skip
        self.add("campaign_finance_final_report", self.quiet_start, self.quiet_start,
                 self.rule("campaign_finance_final_report"))  # fmt: skip
        if independents:
            self.support(start)

    def follow_up(self, determined: str, rule: Rule) -> None:
        """Place the time in which a ruling on the pairs would still be followed."""
        last = shift(self.voting_day, rule.offset)
        none = None
        if last <= determined:
            none = Text(
                f"a ruling on the pairs is followed until {last} only, and they are determined on {determined}",
                f"putusan tentang pasangan calon hanya ditindaklanjuti sampai {last}, sedangkan penetapan {determined}",
            )
        self.add(_FOLLOW_UP, min(determined, last), last, rule, none)

    def campaign(self, determined: str, campaign: Rule, length: Rule | None, end: str) -> str:
        """Place the campaign as long as a rule says it lasts, else as long as it can; return its first day."""
        earliest = shift(determined, campaign.offset)
        opens = shift(end, 1 - length.offset) if length else earliest
        short = None
        if max(opens, earliest) > end or opens < earliest:
            days = length.offset if length else 1
            much = "1 day of campaign is" if days == 1 else f"{days} days of campaign are"
            short = Text(
                f"with every window at its full length pairs are determined on {determined} and campaign "
                f"from {earliest}; the quiet period begins {self.quiet_start}, and {much} wanted "
                "before it",
                f"dengan setiap tenggang penuh pasangan ditetapkan {determined} dan berkampanye mulai {earliest}; "
                f"masa tenang mulai {self.quiet_start}, dan sebelumnya diperlukan {days} hari kampanye",
            )
        self.add("campaign", opens, end, length or campaign, short)
        self.ceiling = "" if short else self.quiet_start
        return opens


_FOLLOW_UP = "nomination_dispute_court_follow_up"

#: What becomes of the support of independents once it is at PPS, step by step (Pasal 48).
_SUPPORT = (
    "independent_support_verification",
    "independent_support_recap_district",
    "independent_support_recap_regency_city",
)

#: Limits that run from the announcement of the result and what follows it.
_AFTER = ("dispute_filing", "dispute_ruling")

#: The steps of nomination from the opening of registration, each at its full length.
_NOMINATION = (
    "nomination_registration",
    "document_verification",
    "document_verification_notice",
    "document_correction",
    "document_correction_verification",
)
