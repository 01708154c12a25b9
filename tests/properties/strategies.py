"""Random logs: a few instruments of any precision of dates, acting on the few places of one small text."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from electlaw.corpus import Corpus
from electlaw.sources import Rows

TEXT = "uu-1-2005"
PATHS = ("pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-2")
FIRST = date(2005, 1, 1)
SPAN = 120

INSTRUMENT = [
    "id",
    "kind",
    "number",
    "year",
    "title",
    "enacted",
    "known",
    "from",
    "until",
    "condition",
    "order",
    "gazette",
    "supplement",
    "status",
    "source",
    "verified",
    "unverified",
    "note",
]
PROVISION = [
    "place",
    "by",
    "op",
    "moved",
    "heading",
    "en",
    "id",
    "refers",
    "from",
    "until",
    "condition",
    "source",
    "verified",
    "note",
]
HOLDING = ["place", "by", "form", "force", "until", "applies", "en", "id", "source", "verified", "unverified", "note"]
RELATION = ["target", "by", "op", "detail", "from", "until", "condition", "source", "verified", "note"]


def row(columns: list[str], **cells: str) -> dict[str, str]:
    return {**dict.fromkeys(columns, ""), "source": "s", "verified": "text", **cells}


def day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


days = st.integers(0, SPAN).map(day)


@attrs.frozen
class Log:
    """The rows of a random log."""

    instruments: tuple[dict[str, str], ...]
    provisions: tuple[dict[str, str], ...]
    holdings: tuple[dict[str, str], ...]

    def corpus(self) -> Corpus:
        return Corpus((self.source(),))

    def source(self) -> Rows:
        by_place = sorted(self.provisions, key=lambda item: item["place"])
        by_held = sorted(self.holdings, key=lambda item: item["place"])
        return Rows(
            {
                "instruments": list(self.instruments),
                f"provisions/{TEXT}": by_place,
                "holdings": by_held,
                "relations": [],
                "conditions": [],
                "popular-names": [],
                "register": [],
            }
        )

    def without(self, ids: set[str]) -> Log:
        return Log(
            tuple(item for item in self.instruments if item["id"] not in ids),
            tuple(item for item in self.provisions if item["by"] not in ids),
            tuple(item for item in self.holdings if item["by"] not in ids),
        )


@st.composite
def known_days(draw: st.DrawFn, number: int, vague: bool) -> str:
    """A day of knowledge; windows of different instruments never overlap, as the data check demands."""
    start = number * 12
    first = draw(st.integers(start, start + 5))
    if vague and draw(st.booleans()):
        return f"{day(first)}..{day(draw(st.integers(first + 1, start + 11)))}"
    return day(first)


@st.composite
def logs(draw: st.DrawFn, *, vague: bool = True, holdings: bool = True) -> Log:
    """A log of up to eight instruments after the one that enacts the text."""
    base = row(INSTRUMENT, id=TEXT, kind="uu", number="1", year="2005", known=day(0), status="complete")
    instruments, provisions, held = [base], [row(PROVISION, place=PATHS[0], by=TEXT, op="enact", en="0")], []
    for number in range(1, draw(st.integers(1, 9))):
        id = f"uu-{number + 1}-2005"
        known = draw(known_days(number, vague))
        force = draw(st.one_of(st.just(""), days))
        until = draw(st.one_of(st.just(""), st.just(""), days))
        instruments.append(
            row(
                INSTRUMENT,
                id=id,
                kind="uu",
                number=str(number + 1),
                year="2005",
                known=known,
                until=until,
                **{"from": force},
            )
        )
        if holdings and draw(st.integers(0, 3)) == 0:
            for place in draw(st.sets(st.sampled_from(PATHS), min_size=1, max_size=2)):
                form = draw(st.sampled_from(["struck", "read_as", "holding"]))
                force = draw(st.sampled_from(["pronounced", "declares"]))
                applies = draw(st.sampled_from(["", "cycle>=2029", "region=11"]))
                held.append(row(HOLDING, place=f"{TEXT}/{place}", by=id, form=form, force=force, applies=applies))
            continue
        for place in draw(st.sets(st.sampled_from(PATHS), min_size=1)):
            op = draw(st.sampled_from(["insert", "amend", "amend", "restate", "repeal"]))
            text = "" if op in ("restate", "repeal") else str(number)
            provisions.append(row(PROVISION, place=place, by=id, op=op, en=text))
    return Log(tuple(instruments), tuple(provisions), tuple(held))


moments = st.tuples(days, days)
