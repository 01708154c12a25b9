"""Pictures of the law through altair: amendments, stages, the history of a parameter, the waves by province.

Each function returns an `altair` chart, which a notebook shows and ``chart.save("a.svg")`` writes; the data behind it
are plain rows in ``chart.data.values``. Needs ``pip install electlaw[plot]``.
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module

from electlaw.acts import Text
from electlaw.catalog import word
from electlaw.dates import FIRST, LAST
from electlaw.errors import Invalid, NotFound
from electlaw.render.schedule import COLOURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from electlaw.dates import When
    from electlaw.law import Law
    from electlaw.schedule import Stage

__all__ = ["TILES", "amendments", "parameter", "stages", "waves"]

#: Column and row of each province (Kemendagri code) in a grid that keeps neighbours together.
TILES = {
    "11": (0, 0), "12": (1, 1), "13": (1, 2), "14": (2, 1), "15": (2, 2), "16": (2, 3), "17": (1, 3), "18": (2, 4),
    "19": (3, 2), "21": (3, 1), "31": (4, 5), "32": (5, 5), "33": (6, 5), "34": (6, 6), "35": (7, 5), "36": (3, 5),
    "51": (8, 5), "52": (9, 5), "53": (10, 5), "61": (5, 1), "62": (5, 2), "63": (6, 2), "64": (6, 1), "65": (6, 0),
    "71": (9, 0), "72": (8, 1), "73": (8, 3), "74": (9, 2), "75": (8, 0), "76": (8, 2), "81": (11, 2), "82": (11, 0),
    "91": (14, 1), "92": (13, 1), "93": (14, 3), "94": (13, 2), "95": (14, 2), "96": (12, 1),
}  # fmt: skip

#: The usual short forms of names too long for a tile.
_SHORT = {
    "12": "Sumut", "13": "Sumbar", "16": "Sumsel", "19": "Babel", "21": "Kepri", "31": "DKI", "32": "Jabar",
    "33": "Jateng", "34": "DIY", "35": "Jatim", "52": "NTB", "53": "NTT", "61": "Kalbar", "62": "Kalteng",
    "63": "Kalsel", "64": "Kaltim", "65": "Kaltara", "71": "Sulut", "72": "Sulteng", "73": "Sulsel", "74": "Sultra",
    "75": "Gtlo", "76": "Sulbar", "82": "Malut", "92": "Pabar", "93": "Pasel", "94": "Pateng", "95": "Papeg",
    "96": "PBD",
}  # fmt: skip

_STATES = {"in_force": "#0b6e4f", "not_yet": "#6b5b95", "repealed": "#8a8f94", "unknown": "#a15c00"}

_WORDS = {
    "instrument": Text("Instrument", "Peraturan"),
    "known": Text("Made public", "Diumumkan"),
    "state": Text("State", "Keadaan"),
    "title": Text("On", "Tentang"),
    "stage": Text("Stage", "Tahapan"),
    "start": Text("First day", "Mulai"),
    "end": Text("Last day", "Selesai"),
    "by": Text("Set by", "Ditetapkan oleh"),
    "day": Text("Day", "Tanggal"),
    "value": Text("Value", "Nilai"),
    "province": Text("Province", "Provinsi"),
    "regions": Text("Regions that voted", "Daerah yang memilih"),
    "governor": Text("Governor", "Gubernur"),
}


def _altair() -> Any:
    try:
        return import_module("altair")
    except ModuleNotFoundError:
        raise Invalid(
            "a plot needs altair: pip install 'electlaw[plot]'",
            id="gambar memerlukan altair: pip install 'electlaw[plot]'",
        ) from None


def _say(key: str, lang: str) -> str:
    return _WORDS[key][lang]


def _chart(rows: list[dict[str, Any]], title: str) -> Any:
    alt = _altair()
    return alt.Chart(alt.Data(values=rows), title=title)


def _tips(names: Iterable[str], lang: str) -> list[Any]:
    alt = _altair()
    return [alt.Tooltip(name, type="nominal", title=_say(name, lang)) for name in names]


def _order(rows: list[dict[str, Any]], name: str) -> list[str]:
    return list(dict.fromkeys(row[name] for row in rows))


def _by_state(rows: list[dict[str, Any]], colours: dict[str, str], lang: str) -> Any:
    """Return the colour of the words for states, those present only."""
    alt = _altair()
    names = {word(state, lang): colour for state, colour in colours.items()}
    present = [name for name in _order(rows, "state") if name in names]
    scale = alt.Scale(domain=present, range=[names[name] for name in present])
    return alt.Color("state", type="nominal", scale=scale, title=_say("state", lang))


def amendments(law: Law, ref: str = "UU 1/2015", *, lang: str = "en") -> Any:
    """Return the timeline of an instrument: when what made, changed or ended it became public, and its state now.

    Raises `NotFound` for an instrument the register does not have.
    """
    from electlaw.graph import graph
    from electlaw.refs import cite

    root = law.ref(ref).instrument
    drawn = graph(law.corpus, root, law.moment)
    rows = [
        {
            "instrument": cite(node.id, short=True),
            "known": node.instrument.known.earliest,
            "title": node.title,
            "state": word(node.state, lang),
        }
        for node in drawn.nodes
        if node.instrument.known.earliest != FIRST
    ]
    alt = _altair()
    return (
        _chart(rows, cite(root))
        .mark_point(filled=True, size=120)
        .encode(
            x=alt.X("known", type="temporal", title=_say("known", lang), axis=alt.Axis(format="%Y")),
            y=alt.Y("instrument", type="nominal", sort=_order(rows, "instrument"), title=None),
            color=_by_state(rows, _STATES, lang),
            tooltip=_tips(("instrument", "title", "known", "state"), lang),
        )
    )


def stages(found: Iterable[Stage], *, lang: str = "en") -> Any:
    """Return stages of a schedule as a Gantt chart, those with a day known at both ends.

    A window known only roughly runs from the first to the last day it can have.
    """
    from electlaw.refs import cite

    dated = [stage for stage in found if stage.start.earliest != FIRST and stage.end.latest != LAST]
    rows = [
        {
            "stage": stage.name(lang),
            "start": stage.start.earliest,
            "end": stage.end.latest,
            "after": (date.fromisoformat(stage.end.latest) + timedelta(1)).isoformat(),
            "state": word(f"stage_{stage.state}", lang),
            "by": cite(stage.by, short=True) if stage.by else "",
        }
        for stage in sorted(dated, key=lambda stage: (stage.start.earliest, stage.end.latest))
    ]
    alt = _altair()
    title = dated[0].event if dated else ""
    return (
        _chart(rows, title)
        .mark_bar()
        .encode(
            x=alt.X("start", type="temporal", title=None, axis=alt.Axis(format="%Y-%m")),
            x2="after",
            y=alt.Y("stage", type="nominal", sort=_order(rows, "stage"), title=None, axis=alt.Axis(labelLimit=360)),
            color=_by_state(rows, {f"stage_{state}": colour for state, colour in COLOURS.items()}, lang),
            tooltip=_tips(("stage", "start", "end", "state", "by"), lang),
        )
    )


def parameter(law: Law, key: str, *, lang: str = "en", **subject: str | int) -> Any:
    """Return the history of a number the law sets, for a subject, up to the day of the law, as a stepped line.

    Each value is what the law of its day said, as known on the law's day of knowledge; where it set none, or the
    subject does not settle which, the line breaks. Raises `NotFound` for a key that is none, `Invalid` for a
    parameter whose values are words.
    """
    from electlaw.law import at
    from electlaw.refs import cite

    law.parameter(key, **subject)
    rows: list[dict[str, Any]] = []
    unit = ""
    for on in _turns(law, key):
        value = at(on, law.known, corpus=law.corpus).parameter(key, **subject)
        number = _number(key, value.value, value.stated)
        unit = value.unit or unit
        by = cite(value.basis[0].instrument, short=True) if value.basis else ""
        if rows and rows[-1]["value"] == number:
            continue
        rows.append({"day": on, "value": number, "by": by})
    if rows:
        rows.append({**rows[-1], "day": law.on})
    alt = _altair()
    return (
        _chart(rows, key)
        .mark_line(interpolate="step-after", point=True)
        .encode(
            x=alt.X("day", type="temporal", title=None, axis=alt.Axis(format="%Y")),
            y=alt.Y("value", type="quantitative", title=unit or _say("value", lang)),
            tooltip=_tips(("day", "value", "by"), lang),
        )
    )


def _turns(law: Law, key: str) -> list[str]:
    """Return the days on which what the law says of a key may have changed, up to the day of the law."""
    days: set[str] = set()
    for acts in law.corpus.brackets(key).values():
        for act in acts:
            days.update(_ends(act.known), _ends(act.span.start), _ends(act.span.end))
    from electlaw.corpus import DATA_FROM

    return sorted(day for day in days if DATA_FROM <= day <= law.on)


def _ends(when: When) -> tuple[str, str]:
    return when.earliest, when.latest


def _number(key: str, value: object, stated: str) -> float | None:
    if value is None:
        return None
    try:
        return float(stated)
    except ValueError:
        raise Invalid(f"{key} is no number: {stated!r}", id=f"{key} bukan bilangan: {stated!r}") from None


def waves(event: str = "pilkada-2024", *, known: str | None = None, lang: str = "en") -> Any:
    """Return the provinces as a grid of tiles: how many regions of each voted for a head in an election.

    Provinces and regions are those of today; a ringed tile voted for its governor. Raises `NotFound` for an
    election without votes.
    """
    from electlaw.regions import all_regions

    voted: dict[str, set[str]] = {code: set() for code in TILES}
    events = set()
    for region in all_regions():
        for contest in region.contests(known=known):
            events.add(contest.event)
            if contest.event == event:
                voted[region.province.code].add(region.code)
    if event not in events:
        near = sorted(events)
        raise NotFound(f"no votes in {event!r}", id=f"tidak ada pemungutan suara pada {event!r}", choices=near)
    rows: list[dict[str, Any]] = [
        {
            "province": region.name,
            "short": _SHORT.get(region.code, region.name),
            "column": TILES[region.code][0],
            "row": TILES[region.code][1],
            "regions": len(voted[region.code]),
            "governor": region.code in voted[region.code],
        }
        for region in all_regions()
        if region.kind == "province"
    ]
    alt = _altair()
    base = _chart(rows, event).encode(
        x=alt.X("column", type="ordinal", axis=None), y=alt.Y("row", type="ordinal", axis=None)
    )
    tiles = base.mark_rect(cornerRadius=4).encode(
        color=alt.Color(
            "regions", type="quantitative", scale=alt.Scale(scheme="blues", domainMin=0), title=_say("regions", lang)
        ),
        stroke=alt.condition("datum.governor", alt.value("#d1495b"), alt.value("#c8ccd0")),
        strokeWidth=alt.condition("datum.governor", alt.value(2.5), alt.value(0.5)),
        tooltip=_tips(("province", "regions", "governor"), lang),
    )
    dark = alt.condition(
        f"datum.regions > {max(row['regions'] for row in rows) / 2}", alt.value("white"), alt.value("black")
    )
    names = base.mark_text(fontSize=9).encode(text=alt.Text("short", type="nominal"), color=dark)
    return (tiles + names).properties(width=720, height=320)
