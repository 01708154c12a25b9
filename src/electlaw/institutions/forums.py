"""The forums of leaders (Forkopimda, Forkopimcam) and who sits in them. KPU and Bawaslu do not."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.errors import NotFound
from electlaw.institutions.acts import Fact, log, winner
from electlaw.institutions.bodies import covered
from electlaw.regions import Region, region
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.corpus import Corpus
    from electlaw.dates import Day

__all__ = ["FORUMS", "ForumMember", "forum"]

#: The forums, by the level they sit at.
FORUMS = {"province": "forkopimda-provinsi", "regency-city": "forkopimda-kabkota", "district": "forkopimcam"}


@attrs.frozen
class ForumMember(Shown):
    """One seat of a forum."""

    forum: str
    #: Key of the institution whose head sits there; empty for one outside the register (Wali Nanggroe).
    institution: str
    #: Who sits there, in both languages.
    title: Text
    #: ``"chair"`` or ``"member"``.
    role: str
    basis: tuple[str, ...]
    by: str
    source: str
    verified: str
    note: str

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "forum": self.forum, "institution": self.institution, "en": self.title.en, "id": self.title.id,
            "role": self.role, "basis": list(self.basis), "by": self.by, "verified": self.verified,
        }  # fmt: skip


def forum(
    place: str | Region,
    on: Day,
    known: Day | None = None,
    level: str | None = None,
    corpus: Corpus | None = None,
) -> tuple[ForumMember, ...]:
    """Return the members of the Forkopimda of a region (of the Forkopimcam with ``level="district"``), chair first.

    Those a chair may invite or include (heads of vertical agencies, of the courts, of regional intelligence) are no
    members by law and are not listed. Before UU 23/2014 there is none on record, nor in an administrative unit.

    >>> [item.institution for item in forum("Sultra", on="2022-11-21")][:4]
    ['gubernur', 'dprd-provinsi', 'polri', 'kejaksaan']
    """
    on_day, known_day = covered(on, known)
    found = region(place).at(on_day)
    if level is None:
        level = "province" if found.kind == "province" else "regency-city"
    if level not in FORUMS:
        raise NotFound(f"no forum at level {level!r}", id=f"tidak ada forum tingkat {level!r}", choices=tuple(FORUMS))
    if found.kind.startswith("administrative") and level == "regency-city":
        return ()
    key = FORUMS[level]
    subject: dict[str, str | int] = {"region": found.key}
    members = []
    for group, acts in log(corpus).table("forum-members", "forum|seat", "").items():
        if not group.startswith(f"{key}|"):
            continue
        act = winner(acts, on_day, known_day, subject)
        if act is not None:
            members.append(_member(key, act))
    return tuple(members)


def _member(key: str, act: Fact) -> ForumMember:
    return ForumMember(
        forum=key, institution=act.row["member"], title=act.text, role=act.row["role"], basis=act.places, by=act.by,
        source=act.source, verified=act.verified, note=act.note,
    )  # fmt: skip
