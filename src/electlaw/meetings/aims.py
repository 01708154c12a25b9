"""Judges what a meeting is for: stages called scheduled, concepts mixed, purposes repeated, how many are invited."""

from __future__ import annotations

import re

from electlaw.errors import ElectlawError
from electlaw.findings import Finding, Ground
from electlaw.meetings.judge import Judge, finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RULES"]

_SCHEDULED = re.compile(r"\btahap\w*(?:-tahap\w*)?\b[^.]{0,40}\b(?:di\s?jadwal|jadwal|terjadwal)", re.I)


def _schedules(judge: Judge) -> Iterator[Finding]:
    """Say where stages are called scheduled while no schedule of that election was public."""
    law, meeting = judge.law, judge.meeting
    if law is None or judge.region is None or not any(_SCHEDULED.search(text) for text in meeting.purposes):
        return
    from electlaw.brief import brief

    try:
        ahead = brief(judge.region, law).elections
    except ElectlawError:
        return
    for kind in meeting.election_scope:
        mine = [item for item in ahead if item.kind == kind]
        if mine and not any(item.scheduled for item in mine):
            day = str(mine[0].voting_day)
            yield finding(
                "W620", "purposes", f"no schedule of stages of the {kind} was public yet; only {day} was law",
                f"jadwal tahapan {kind} belum ada; yang sudah ditetapkan baru {day}",
                {"scope": kind, "event": mine[0].event, "voting_day": day},
                *((Ground(mine[0].by, mine[0].verified),) if mine[0].by else ()),
            )  # fmt: skip


_ONE_THING = re.compile(
    r"\bpemantauan\s*(?:dan|serta|dan/atau|/)\s*pengawasan\b|\bpengawasan\s*(?:dan|serta|dan/atau|/)\s*pemantauan\b",
    re.I,
)


def _mixed(judge: Judge) -> Iterator[Finding]:
    for number, text in enumerate(judge.meeting.purposes):
        if _ONE_THING.search(text):
            yield finding(
                "W621", f"purposes[{number}]",
                "monitoring by government (Permendagri 61/2011), supervision (Bawaslu) and accredited observation are "
                "three things",
                "pemantauan oleh pemerintah (Permendagri 61/2011), pengawasan (Bawaslu), dan pemantauan terakreditasi "
                "adalah tiga hal",
                {
                    "monitoring": "permendagri-61-2011", "supervision": "uu-1-2015/pasal-22a",
                    "observation": "uu-1-2015/pasal-123",
                },
                Ground("permendagri-61-2011", "report"), Ground("uu-1-2015/pasal-22a", "text"),
                Ground("uu-1-2015/pasal-123", "text"),
            )  # fmt: skip


#: Words that carry no matter of their own.
_SMALL = frozenset(
    {
        "akan", "atas", "dalam", "dan", "dari", "di", "ke", "oleh", "pada", "para", "secara", "serta", "telah",
        "tentang", "untuk", "yang",
    }
)  # fmt: skip


def _repeated(judge: Judge) -> Iterator[Finding]:
    """Name a purpose that opens like an earlier one and shares most of its words."""
    said = [
        [word for word in re.findall(r"\w+", text.casefold()) if word not in _SMALL] for text in judge.meeting.purposes
    ]
    for later, words in enumerate(said):
        for earlier, before in enumerate(said[:later]):
            shorter = min(len(set(words)), len(set(before)))
            if shorter > 2 and words[:2] == before[:2] and len({*words} & {*before}) >= 0.6 * shorter:
                yield finding(
                    "I622", f"purposes[{later}]", f"says nearly the same as purpose {earlier + 1}",
                    f"hampir sama dengan tujuan ke-{earlier + 1}", {"same_as": earlier},
                )  # fmt: skip
                break


_BODY = re.compile(r"\b(?:KPUD?|Bawaslu|KIP|Panwas\w*)\b")
_ALL = re.compile(r"\bse[- ](?=[A-Z]|sultra|provinsi|kabupaten|kota)", re.I)


def _counts(judge: Judge) -> Iterator[Finding]:
    """Say how many are meant by ``se-Sultra``: the province's own body and those of its regencies and cities."""
    place, law = judge.region, judge.law
    if place is None or law is None or place.kind != "province":
        return
    below = len(place.children(law.on))
    for number, person in enumerate(judge.meeting.participants):
        if _ALL.search(person.text) and _BODY.search(person.text):
            yield finding(
                "I623", f"participants[{number}]",
                f"{below + 1} are meant: the province's and those of {below} regencies and cities",
                f"yang dimaksud {below + 1}: provinsi dan {below} kabupaten/kota", {"count": below + 1},
            )  # fmt: skip


RULES = (_schedules, _mixed, _repeated, _counts)
