"""What the checks of a meeting share: the meeting with its law, region and instruments, and how a finding is made."""

from __future__ import annotations

import re

from electlaw.acts import Text
from electlaw.errors import ElectlawError
from electlaw.findings import Finding, Ground

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.instruments import InstrumentState
    from electlaw.meetings.model import CoordinationMeeting
    from electlaw.regions import Region
    from electlaw.snapshot import Snapshot

__all__ = ["Judge", "day_words", "finding", "region_of"]


class Judge:
    """A meeting with what several rules need: the law, the region, the instruments of the bases."""

    def __init__(self, meeting: CoordinationMeeting, law: Snapshot | None) -> None:
        self.meeting = meeting
        self.law = law
        self.region = region_of(meeting.region or meeting.organiser, law)
        self._states: dict[str, InstrumentState | None] = {}

    def state(self, instrument: str) -> InstrumentState | None:
        """Return the state of an instrument, or None where the register does not have it."""
        if instrument not in self._states:
            from electlaw.instruments import instrument_state

            found = None
            if self.law is not None:
                try:
                    found = instrument_state(self.law.corpus, instrument, self.law.moment)
                except ElectlawError:
                    found = None
            self._states[instrument] = found
        return self._states[instrument]

    def verified(self, instrument: str) -> str:
        """Return how far the register's row on an instrument was verified."""
        state = self.state(instrument)
        return state.verified if state else "recall"

    def cited(self) -> set[str]:
        """Return every instrument the bases name, those within titles too."""
        from electlaw.citations import find_citations

        return {
            item.instrument
            for basis in self.meeting.legal_bases
            if basis.kind not in ("planning_document", "internal_decision")
            for item in find_citations(basis.text)
            if item.instrument
        }


def region_of(name: str, law: Snapshot | None) -> Region | None:
    """Return the region a name (``Pemerintah Provinsi Sultra``) means on the day of the law, or None."""
    if not name:
        return None
    from electlaw.regions import region

    shown = re.sub(r"^\s*pemerintah\s+(?:daerah\s+)?|^\s*pemprov\s+|^\s*pemkab\s+|^\s*pemkot\s+", "", name, flags=re.I)
    try:
        found = region(shown)
        return found.at(law.on) if law else found
    except ElectlawError:
        return None


def finding(code: str, field: str, en: str, id: str, fact: dict[str, object] | None = None, *basis: Ground) -> Finding:
    """Build a finding on a field of the meeting; the message in English, then in Indonesian."""
    return Finding(code, Text(en, id), fact or {}, basis, field=field)


def day_words(iso: str, lang: str) -> str:
    """Write a day as people do."""
    from electlaw.catalog import day_text

    return day_text(iso, lang)
