"""A region as a card: text and HTML."""

from __future__ import annotations

from html import escape

from electlaw.catalog import day_text, when_text, word
from electlaw.refs import cite
from electlaw.regions import Region
from electlaw.render.grid import cell, plain

__all__ = ["html", "markdown", "text"]


def _rows(region: Region, lang: str) -> list[tuple[str, str]]:
    rows = [
        (word("code", lang), f"{region.code} (BPS {region.bps_code}{f', {region.iso}' if region.iso else ''})"),
        (word("kind", lang), word(region.kind, lang)),
    ]
    if region.parent:
        rows.append((word("province", lang), region.parent.name))
    rows.append((word("capital", lang), region.capital or word("unknown", lang)))
    rows.append((word("time_zone", lang), region.time_zone))
    if region.special_status:
        rows.append((word("special_status", lang), region.special_status))
    if region.aliases:
        rows.append((word("aliases", lang), ", ".join(region.aliases)))
    for number, contest in enumerate(region.contests()):
        label = word("elections", lang) if number == 0 else ""
        rows.append((label, f"{contest.event}: {when_text(contest.voting_day, lang)}"))
    for number, change in enumerate(region.history()):
        by = f", {cite(change.by, short=True)}" if change.by else ""
        label = word("history", lang) if number == 0 else ""
        rows.append((label, f"{when_text(change.when, lang)}: {word(change.op, lang)}{by}"))
    rows.append((word("verified", lang), word(region.verified, lang)))
    return rows


def _title(region: Region, lang: str) -> str:
    return f"{region.full_name}, {day_text(region.on, lang)}" if region.on else region.full_name


def text(region: Region, *, lang: str = "en") -> str:
    """Return the region as plain text."""
    rows = _rows(region, lang)
    width = max(len(label) for label, _ in rows)
    lines = [f"  {label:<{width}}  {content}" for label, content in rows]
    return "\n".join([_title(region, lang), *lines])


def html(region: Region, *, lang: str = "en") -> str:
    """Return the region as an HTML fragment; everything from the data is escaped."""
    body = "".join(
        f'<tr><th style="text-align:left">{escape(label)}</th><td>{escape(content)}</td></tr>'
        for label, content in _rows(region, lang)
    )
    return f'<div class="electlaw"><strong>{escape(_title(region, lang))}</strong><table>{body}</table></div>'


def markdown(region: Region, *, lang: str = "en") -> str:
    """Return the region as Markdown: a heading and a table."""
    lines = [f"| {cell(label)} | {cell(content)} |" for label, content in _rows(region, lang)]
    return "\n".join([f"## {plain(_title(region, lang))}", "", "| | |", "|---|---|", *lines])
