"""Institutions: who runs, supervises, supports, pays and decides, under which name where, and who must report.

Bodies, names, mandates, seats of forums and duties are acts of the log, painted like provisions: an end is an act of
its own, so that a question asked with `known` sees only what was known by then.
"""

from __future__ import annotations

from electlaw.institutions.bodies import Institution, Local, Seat, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.institutions.forums import ForumMember, forum
    from electlaw.institutions.names import NameUse, institution_key, name_use
    from electlaw.institutions.reporting import (
        CONCEPTS,
        Duty,
        MonitoringItem,
        Obligation,
        duties,
        monitoring,
        obligations,
    )
    from electlaw.institutions.roles import ROLES, Mandate, Matrix, mandates, matrices, matrix, stage_key, stage_name

#: Names that come with their module at first use.
_HOMES = {
    "CONCEPTS": "reporting",
    "Duty": "reporting",
    "ForumMember": "forums",
    "Mandate": "roles",
    "Matrix": "roles",
    "MonitoringItem": "reporting",
    "NameUse": "names",
    "Obligation": "reporting",
    "ROLES": "roles",
    "duties": "reporting",
    "forum": "forums",
    "institution_key": "names",
    "mandates": "roles",
    "matrices": "roles",
    "matrix": "roles",
    "monitoring": "reporting",
    "name_use": "names",
    "obligations": "reporting",
    "stage_key": "roles",
    "stage_name": "roles",
}

__all__ = [
    "CONCEPTS",
    "ROLES",
    "Duty",
    "ForumMember",
    "Institution",
    "Local",
    "Mandate",
    "Matrix",
    "MonitoringItem",
    "NameUse",
    "Obligation",
    "Seat",
    "duties",
    "forum",
    "institution_key",
    "local",
    "mandates",
    "matrices",
    "matrix",
    "monitoring",
    "name_use",
    "obligations",
    "stage_key",
    "stage_name",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"{__name__}.{home}", fromlist=[name])
    value = getattr(module, name)
    globals()[name] = value
    return value
