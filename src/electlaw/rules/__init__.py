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
    from electlaw.rules.vector import apply

_HOMES = {
    "CandidacyCase": "candidate_cases",
    "CandidateCase": "candidate_cases",
    "Case": "cases",
    "CaseReport": "engine",
    "Comparison": "engine",
    "DisputeCase": "cases",
    "FrameCase": "cases",
    "IndependentCase": "cases",
    "NominationCase": "cases",
    "PairsCase": "cases",
    "Party": "cases",
    "ReplacementCase": "cases",
    "ResultCase": "cases",
    "Rule": "engine",
    "SupporterCase": "cases",
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
    "CandidacyCase",
    "CandidateCase",
    "Case",
    "CaseReport",
    "Comparison",
    "DisputeCase",
    "FrameCase",
    "IndependentCase",
    "NominationCase",
    "PairsCase",
    "Party",
    "ReplacementCase",
    "ResultCase",
    "Rule",
    "SupporterCase",
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
