"""Validation rules: pure functions of a law and a case, each answering with a finding a lawyer can check.

>>> from electlaw import rules
>>> case = rules.case({"case": "nomination", "region": "Jakarta", "votes": 1_000_000, "valid_votes": 6_067_241,
...                    "electorate": 8_252_897})
>>> report = rules.validate(case, on="2024-08-27")
>>> report.outcome, report["nomination.votes"].fact["limit"]
('pass', 455044)

Names are imported at first use.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.rules.campaign_cases import CampaignCase, DonationCase, FinanceCase
    from electlaw.rules.candidacies import candidacy
    from electlaw.rules.candidate_cases import CandidacyCase, CandidateCase
    from electlaw.rules.cases import (
        Case,
        DisputeCase,
        FrameCase,
        IndependentCase,
        NominationCase,
        PairsCase,
        Party,
        ReplacementCase,
        ResultCase,
        SupporterCase,
        case,
        fields,
        load,
        register_kind,
    )
    from electlaw.rules.engine import (
        CaseReport,
        Comparison,
        Rule,
        all,  # noqa: A004
        compare,
        register,
        rule,
        validate,
    )
    from electlaw.rules.office_cases import ActingCase, AppointmentCase, InaugurationCase, TermCase, VacancyCase
    from electlaw.rules.process_cases import CrimeCase, ProcessCase, ReportCase, ViolationCase
    from electlaw.rules.sanction_cases import SanctionCase
    from electlaw.rules.vector import apply
    from electlaw.rules.voter_cases import (
        BodyCase,
        PostponementCase,
        RecountCase,
        RevoteCase,
        StationCase,
        VoterCase,
        VoterListCase,
    )

_HOMES = {
    "ActingCase": "office_cases",
    "AppointmentCase": "office_cases",
    "BodyCase": "voter_cases",
    "CampaignCase": "campaign_cases",
    "CandidacyCase": "candidate_cases",
    "CandidateCase": "candidate_cases",
    "Case": "cases",
    "CaseReport": "engine",
    "Comparison": "engine",
    "CrimeCase": "process_cases",
    "DisputeCase": "cases",
    "DonationCase": "campaign_cases",
    "FinanceCase": "campaign_cases",
    "FrameCase": "cases",
    "InaugurationCase": "office_cases",
    "IndependentCase": "cases",
    "NominationCase": "cases",
    "PairsCase": "cases",
    "Party": "cases",
    "PostponementCase": "voter_cases",
    "ProcessCase": "process_cases",
    "RecountCase": "voter_cases",
    "ReplacementCase": "cases",
    "ReportCase": "process_cases",
    "ResultCase": "cases",
    "RevoteCase": "voter_cases",
    "Rule": "engine",
    "SanctionCase": "sanction_cases",
    "StationCase": "voter_cases",
    "SupporterCase": "cases",
    "TermCase": "office_cases",
    "VacancyCase": "office_cases",
    "ViolationCase": "process_cases",
    "VoterCase": "voter_cases",
    "VoterListCase": "voter_cases",
    "all": "engine",
    "apply": "vector",
    "candidacy": "candidacies",
    "case": "cases",
    "compare": "engine",
    "fields": "cases",
    "load": "cases",
    "register": "engine",
    "register_kind": "cases",
    "rule": "engine",
    "validate": "engine",
}

__all__ = [
    "ActingCase",
    "AppointmentCase",
    "BodyCase",
    "CampaignCase",
    "CandidacyCase",
    "CandidateCase",
    "Case",
    "CaseReport",
    "Comparison",
    "CrimeCase",
    "DisputeCase",
    "DonationCase",
    "FinanceCase",
    "FrameCase",
    "InaugurationCase",
    "IndependentCase",
    "NominationCase",
    "PairsCase",
    "Party",
    "PostponementCase",
    "ProcessCase",
    "RecountCase",
    "ReplacementCase",
    "ReportCase",
    "ResultCase",
    "RevoteCase",
    "Rule",
    "SanctionCase",
    "StationCase",
    "SupporterCase",
    "TermCase",
    "VacancyCase",
    "ViolationCase",
    "VoterCase",
    "VoterListCase",
    "all",
    "apply",
    "candidacy",
    "case",
    "compare",
    "fields",
    "load",
    "register",
    "register_kind",
    "rule",
    "validate",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'electlaw.rules' has no attribute {name!r}")
    module = __import__(f"electlaw.rules.{home}", fromlist=[name])
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
