"""What a name or an abbreviation of several meanings stands for, told by the words around it."""

from __future__ import annotations

from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations.heads import Mention

__all__ = ["kind_of_pmk"]

#: The Constitutional Court makes a handful of regulations a year, the finance ministry two hundred.
_MOST_OF_COURT = 30
_FINANCE = pattern(rb"keuangan|kemenkeu|menkeu|pajak|\bapb[nd]\b|anggaran|cukai|\bdana\b|belanja")
_HEALTH = pattern(rb"kesehatan|menkes|rumah\s{1,4}sakit|\bpasien|medis\b|kedokteran|puskesmas|farmasi|\bobat")
_COURT = pattern(rb"mahkamah|konstitusi|\bmk\b|sengketa|perselisihan|permohonan|pemohon|beracara|\bphpu?\b")


def kind_of_pmk(plain: bytes, mention: Mention) -> str:
    """Return the kind PMK is short for, of the court, the finance or the health minister: by number and words."""
    if not plain.startswith(b"pmk", mention.start):
        return "pmk"
    around = plain[max(0, mention.start - 200) : mention.end + 160]
    many = mention.number.isdigit() and int(mention.number) > _MOST_OF_COURT
    if not many and _COURT.search(around):
        return "pmk"
    money = bool(_FINANCE.search(around))
    if _HEALTH.search(around) and not money:
        return "permenkes"
    return "pmkeu" if many or money else "pmk"
