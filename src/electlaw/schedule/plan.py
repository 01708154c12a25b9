"""Planning: the timetable that keeps every statutory window, from an order of a court or from a voting day.

The windows come from the rules in force (``stage-rules.tsv``); what cannot be kept is named, with the rule it
breaks, and never silently moved.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.calendar import WorkingDays, count, official
from electlaw.corpus import Corpus, builtin
from electlaw.dates import day
from electlaw.errors import Invalid, NotFound
from electlaw.schedule.rules import Rule, deadline, shift
from electlaw.schedule.taxonomy import stage_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.dates import Day

__all__ = ["Order", "Plan", "Planned", "plan"]


@attrs.frozen
class Order:
    """An order to vote (again) within a time: *within 60 days of 24 February 2025*.

    The day of the order is not counted; orders of 2021 count working days, those of 2025 calendar days.
    """

    day: str = attrs.field(converter=day)
    within: int
    unit: str = "day"

    def limit(self, calendar: WorkingDays | None = None) -> str:
        """Return the last day on which the vote may be held."""
        if self.within < 1:
            raise Invalid(f"within {self.within}: at least 1 is wanted", id=f"dalam {self.within}: minimal 1")
        return count(self.day, self.within, self.unit, calendar=calendar)


_FINE = Text()


@attrs.frozen
class Planned:
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


@attrs.frozen
class Plan:
    """A timetable worked out from the rules, and what of it is impossible."""

    voting_day: str
    #: The last day an order leaves for the vote; empty without an order.
    limit: str
    stages: tuple[Planned, ...]

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
        }


def plan(
    *,
    order: Order | None = None,
    voting_day: Day | None = None,
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
        new_candidates: whether pairs are registered anew, so that nomination and a campaign must fit in.
        independents: whether independent pairs may come forward, whose support needs time before registration.
        on: the day whose law is planned by; the day of the order, or else the voting day.
        calendar: working days to use instead of the official ones.
        corpus: the log, the built-in one by default.

    Raises `Invalid` if neither an order nor a voting day is given, or the vote comes before the order.

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
    law_day = day(on) if on is not None else order.day if order else vote
    planner = _Planner(law_day, order.day if order else "", corpus or builtin())
    planner.vote(vote, limit)
    if new_candidates:
        planner.nomination(independents)
    return Plan(vote, limit, tuple(sorted(planner.stages, key=lambda one: (one.start, one.end))))


class _Planner:
    """Places stages back from the vote, as late as the rules allow, and checks that they fit after the order."""

    def __init__(self, on: str, floor: str, corpus: Corpus) -> None:
        self.on = on
        #: The day of the order: nothing may begin on it or before; empty for none.
        self.floor = floor
        self.corpus = corpus
        #: The last day of the campaign, once the vote is placed: nomination must end by then.
        self.ceiling = ""
        self.stages: list[Planned] = []
        self.quiet_start = ""

    def rule(self, stage: str) -> Rule:
        """Return the statutory rule on a stage."""
        return deadline(stage, on=self.on, event=f"pilkada-{self.on[:4]}", corpus=self.corpus).rule

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
        quiet = self.rule("quiet_period")
        self.quiet_start = shift(vote, quiet.offset)
        self.add("quiet_period", self.quiet_start, shift(vote, -1), quiet)

    def nomination(self, independents: bool) -> None:
        """Place nomination and the campaign, one day of campaign at the least, back from the quiet period."""
        campaign = self.rule("campaign")
        reports = self.rule("campaign_finance_initial_report"), self.rule("campaign_finance_final_report")
        campaign_end = self.ceiling = shift(self.quiet_start, -1)
        lengths = {
            "nomination_registration": self.rule("nomination_registration").offset,
            "document_verification": self.rule("document_verification").offset,
            "document_verification_notice": self.rule("document_verification_notice").offset,
            "document_correction": self.rule("document_correction").offset,
        }
        begin = shift(self.floor, 1) if self.floor else ""
        needed = sum(lengths.values()) + _CHECK_OF_CORRECTIONS
        start = begin or shift(campaign_end, -needed - campaign.offset)
        at = start
        for stage, length in lengths.items():
            self.add(stage, at, shift(at, length - 1), self.rule(stage))
            at = shift(at, length)
        self.add("document_correction_verification", at, shift(at, _CHECK_OF_CORRECTIONS - 1), None)
        determined = shift(at, _CHECK_OF_CORRECTIONS)
        self.add("candidate_determination", determined, determined, None)
        opens = shift(determined, campaign.offset)
        short = None
        if opens > campaign_end:
            short = Text(
                f"with every window at its full length pairs are determined on {determined} and campaign from {opens}; "
                f"the quiet period begins {self.quiet_start}",
                f"dengan setiap tenggang penuh pasangan ditetapkan {determined} dan berkampanye mulai {opens}; "
                f"masa tenang mulai {self.quiet_start}",
            )
        self.add("campaign", opens, campaign_end, campaign, short)
        self.ceiling = "" if short else self.quiet_start
        self.add("campaign_finance_initial_report", shift(opens, -1), shift(opens, -1), reports[0])
        self.add("campaign_finance_final_report", self.quiet_start, self.quiet_start, reports[1])
        if independents:
            support = self.rule("independent_support_transfer_to_pps")
            last = shift(start, support.offset)
            self.add("independent_support_transfer_to_pps", last, last, support)


#: Days KPU has to check corrected papers (Pasal 49 ayat (6), Pasal 50 ayat (6)).
_CHECK_OF_CORRECTIONS = 7
