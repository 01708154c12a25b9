"""Schedules, stages, limits and plans as text, tables, HTML and Gantt charts (SVG)."""

from __future__ import annotations

from datetime import date
from html import escape

from electlaw.catalog import day_text, when_text, word
from electlaw.dates import FIRST, LAST
from electlaw.errors import Invalid
from electlaw.refs import cite
from electlaw.render.grid import cell, grid_markdown, plain
from electlaw.schedule.fold import GROUNDS, Stage
from electlaw.schedule.plan import Plan
from electlaw.schedule.rules import BESIDE, Deadline, Rule, rules
from electlaw.schedule.table import Schedule
from electlaw.schedule.taxonomy import stage_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from electlaw.dates import When

__all__ = ["FORMATS", "html", "markdown", "output", "rows", "rule_text", "svg", "text", "window"]

#: What `output` can write.
FORMATS = ("text", "json", "ics", "svg", "html", "markdown")

#: Fill of a bar by state; each keeps a contrast of 4.5 to the white page, and the label names the state besides.
COLOURS = {
    "done": "#5b6770",
    "running": "#0b6e4f",
    "ahead": "#1f5fa8",
    "suspended": "#a15c00",
    "missed": "#8a3b3b",
    "overtaken": "#8a3b3b",
    "unscheduled": "#6b5b95",
    "unknown": "#6b5b95",
}


def text(value: object, *, lang: str = "en") -> str:
    """Return a schedule, stage, limit or plan as plain text."""
    if isinstance(value, Schedule):
        return _schedule_text(value, lang)
    if isinstance(value, Stage):
        return "\n".join(f"{label}: {content}" if label else content for label, content in _stage_card(value, lang))
    if isinstance(value, Deadline):
        return "\n".join(f"{label}: {content}" if label else content for label, content in _deadline_card(value, lang))
    assert isinstance(value, Plan)
    return _plan_text(value, lang)


def html(value: object, *, lang: str = "en") -> str:
    """Return a schedule (with its chart), stage, limit or plan as an HTML fragment; all data is escaped."""
    if isinstance(value, Schedule):
        return _schedule_html(value, lang)
    if isinstance(value, Plan):
        return f'<pre class="electlaw">{escape(_plan_text(value, lang))}</pre>'
    card = _stage_card(value, lang) if isinstance(value, Stage) else _deadline_card(value, lang)  # type: ignore[arg-type]
    body = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{escape(label)}</th><td>{escape(content)}</td></tr>'
        for label, content in card
    )
    return f'<div class="electlaw"><table>{body}</table></div>'


def markdown(value: object, *, lang: str = "en") -> str:
    """Return a schedule, stage, limit or plan as Markdown."""
    if isinstance(value, Schedule):
        heads = [word(key, lang) for key in ("window", "stage", "stage_state", "scope", "basis")]
        shown = grid_markdown((_title(value, lang), heads, [_cells(one, lang) for one in _sorted(value.stages)]))
        return f"{shown}\n\n{plain(word('event_note', lang))}"
    if isinstance(value, Plan):
        first, *rest = _plan_text(value, lang).splitlines()
        return "\n".join([f"## {plain(first)}", "", *(f"- {plain(line.strip())}" for line in rest)])
    rows = _stage_card(value, lang) if isinstance(value, Stage) else _deadline_card(value, lang)  # type: ignore[arg-type]
    lines = [f"| {cell(label)} | {cell(content)} |" for label, content in rows[1:]]
    return "\n".join([f"## {plain(rows[0][1])}", "", "| | |", "|---|---|", *lines])


def output(schedules: Sequence[Schedule], form: str = "text", *, lang: str = "en") -> str:
    """Return schedules in one of `FORMATS`: the answer of ``electlaw stages``.

    JSON is one list of the rows of all schedules. A chart shows one schedule: several are drawn one below the other.

    Raises `Invalid` for an unknown format.
    """
    if form == "json":
        import json

        found = [row for schedule in schedules for row in schedule.to_json()]
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "ics":
        from electlaw.render.ics import ics

        return ics(*schedules, lang=lang)
    if form == "svg":
        return _stacked([svg(schedule, lang=lang) for schedule in schedules])
    drawn = {"text": text, "html": html, "markdown": markdown}.get(form)
    if drawn is not None:
        return ("\n\n" if form == "markdown" else "\n").join(drawn(schedule, lang=lang) for schedule in schedules)
    raise Invalid(f"{form!r} is no format", id=f"{form!r} bukan format", choices=FORMATS)


def _stacked(charts: list[str]) -> str:
    if len(charts) == 1:
        return charts[0]
    heights = [int(chart.partition('viewBox="')[2].partition('"')[0].split()[3]) for chart in charts]
    width = _LEFT + _WIDTH + 10
    parts = []
    for index, chart in enumerate(charts):
        y = sum(heights[:index])
        parts.append(chart.replace("<svg ", f'<svg y="{y}" width="{width}" height="{heights[index]}" ', 1))
    size = f'viewBox="0 0 {width} {sum(heights)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def rows(schedule: Schedule, *, lang: str = "en") -> list[dict[str, str]]:
    """Return the stages as rows of a table, every cell a text: for a spreadsheet or a data frame."""
    return [
        {
            "event": one.event,
            "stage": one.stage,
            "name": one.name(lang),
            "start": str(one.start),
            "end": str(one.end),
            "state": one.state,
            "scope": one.scope,
            "region": one.region,
            "only_if": one.only_if[lang] if one.only_if else "",
            "by": one.by,
            "verified": one.verified,
        }
        for one in schedule.stages
    ]


# -- text -----------------------------------------------------------------------------------------------


def _instrument(id: str) -> str:
    return cite(id, short=True) if id else ""


def window(start: When, end: When, lang: str) -> str:
    """Return the days of a stage in words, as far as they are set."""
    if not end.known and not start.known:
        return word("no_day", lang)
    if not start.known or start.earliest == FIRST:
        return f"{word('until', lang)} {when_text(end, lang)}"
    if not end.known or end.latest == LAST:
        return f"{word('from', lang)} {when_text(start, lang)}"
    if start == end:
        return when_text(start, lang)
    return f"{when_text(start, lang)} – {when_text(end, lang)}"


def _title(schedule: Schedule, lang: str) -> str:
    place = f", {schedule.region.full_name}" if schedule.region else ""
    known = f", {word('known', lang)} {day_text(schedule.known, lang)}" if schedule.known != schedule.on else ""
    on = day_text(schedule.on, lang)
    late = f" ({word('projected', lang)})" if schedule.projected else ""
    return f"{word('schedule', lang)} {schedule.event}{place}, {word('on', lang)} {on}{known}{late}"


def _place(stage: Stage, lang: str) -> str:
    if not stage.region:
        return word(f"race_{stage.scope}", lang)
    from electlaw.regions import region

    return region(stage.region).full_name


def _sorted(stages: Sequence[Stage]) -> list[Stage]:
    """Sort by first day; stages without any day come last."""
    return sorted(stages, key=lambda one: (one.start.earliest if one.start.known else one.end.latest, one.end.latest))


def _cells(one: Stage, lang: str) -> list[str]:
    """Return what a table of stages shows of one."""
    shown = [window(one.start, one.end, lang), named(one, lang), word(f"stage_{one.state}", lang)]
    return [*shown, _place(one, lang), _by(one, lang)]


def _schedule_text(schedule: Schedule, lang: str) -> str:
    lines = [_title(schedule, lang)]
    table = [_cells(one, lang) for one in _sorted(schedule.stages)]
    widths = [max((len(row[at]) for row in table), default=0) for at in range(4)]
    for row in table:
        cells = [shown.ljust(width) for shown, width in zip(row, [*widths, 0], strict=True)]
        lines.append("  " + "  ".join(cells).rstrip())
    lines.append(word("event_note", lang))
    return "\n".join(lines)


def named(stage: Stage, lang: str) -> str:
    """Return the name of a stage with the condition it depends on, if there is one."""
    return f"{stage.name(lang)} ({stage.only_if[lang]})" if stage.only_if else stage.name(lang)


def _by(stage: Stage, lang: str) -> str:
    shown = _instrument(stage.by or next((item.instrument for item in stage.basis if item.instrument), ""))
    return shown if stage.verified == "text" else f"{shown} ({word(stage.verified, lang)})".lstrip()


def rule_text(rule: Rule, lang: str) -> str:
    """Return a rule in words: ``no later than 3 working days after the announcement of the result``."""
    anchor = stage_key(rule.anchor).name[lang]
    said = word(f"rule_{rule.kind}", lang).format(
        n=abs(rule.offset),
        unit=word(f"unit_{rule.unit}", lang),
        side=word("side_before" if rule.offset < 0 else "side_after", lang),
        anchor=anchor[0].lower() + anchor[1:],
    )
    if not rule.close:
        return said
    zone_name = "" if rule.zone == "local" else f" {rule.zone}"
    return f"{said}, {rule.close.replace(':', '.')}{zone_name}"


def _rule_of(stage: str, by: str, reported: str, lang: str) -> str:
    """Return the rule an instrument sets on a stage, in words; as reported (English) if it is no data."""
    own = next((rule for rule in rules(stage) if rule.by == by and rule.kind not in BESIDE), None)
    if own is not None:
        return rule_text(own, lang)
    return reported if lang == "en" else ""


def _stage_card(stage: Stage, lang: str) -> list[tuple[str, str]]:
    card = [
        ("", named(stage, lang)),
        (word("window", lang), window(stage.start, stage.end, lang)),
        (word("stage_state", lang), word(f"stage_{stage.state}", lang)),
        (word("scope", lang), _place(stage, lang)),
    ]
    order = stage.order
    said = "" if order else _rule_of(stage.stage, stage.by, stage.rule, lang)
    if said:
        card.append((word("rule", lang), said))
    if order and stage.frame:
        late = f"; {word('late', lang)}" if stage.late else ""
        left = (
            f"{order.within} {word(f'unit_{order.unit}', lang)} {word('side_after', lang)} {day_text(order.day, lang)}"
        )
        card.append((word("order_limit", lang), f"{day_text(stage.frame.end.latest, lang)} ({left}){late}"))
    card += [(word("basis", lang), _instrument(item.instrument) or item.source) for item in stage.basis]
    for rival in stage.rivals:
        says = _rule_of(stage.stage, rival.by, rival.rule, lang)
        if rival.end.known or not says:
            says = window(rival.start, rival.end, lang)
        card.append((word("prevails_over", lang), f"{_instrument(rival.by)}: {says} ({GROUNDS[rival.ground][lang]})"))
    card += [(word("doubt", lang), _instrument(line.by) or line.source) for line in stage.doubts]
    card.append((word("verified", lang), word(stage.verified, lang)))
    return card


def _deadline_card(limit: Deadline, lang: str) -> list[tuple[str, str]]:
    name = stage_key(limit.stage).name[lang]
    card = [("", f"{name} — {word('limit', lang)}")]
    if limit.state == "determined":
        card.append((word("until", lang) if limit.rule.kind == "latest" else word("window", lang),
                     day_text(limit.day, lang)))  # fmt: skip
    elif limit.state == "undetermined":
        days = " / ".join(day_text(one, lang) for one in limit.days)
        card.append((word("undetermined", lang), days))
    if limit.at is not None:
        card.append((word("closes", lang), limit.at.strftime("%Y-%m-%d %H:%M %Z")))
    card.append((word("counts_from", lang), stage_key(limit.rule.anchor).name[lang]))
    card.append((word("rule", lang), rule_text(limit.rule, lang)))
    card += [(word("needs", lang), word(f"needs_{need}", lang)) for need in limit.needs if limit.state != "rule"]
    card.append((word("basis", lang), _instrument(limit.by)))
    for other in limit.others:
        ground = GROUNDS[limit.ground or "later"][lang]
        shown = ", ".join(day_text(one, lang) for one in other.days)
        card.append((word("prevails_over", lang), f"{_instrument(other.by)}: {shown} ({ground})"))
    card.append((word("verified", lang), word(limit.verified, lang)))
    return card


def _plan_text(plan: Plan, lang: str) -> str:
    lines = [f"{word('plan', lang)} {day_text(plan.voting_day, lang)}"]
    if plan.limit:
        lines.append(f"  {word('order_limit', lang)}: {day_text(plan.limit, lang)}")
    for one in plan.stages:
        shown = day_text(one.start, lang)
        if one.end != one.start:
            shown += f" – {day_text(one.end, lang)}"
        by = f" ({_instrument(one.rule.by)})" if one.rule else ""
        lines.append(f"  {shown}: {stage_key(one.stage).name[lang]}{by}")
        if not one.possible:
            lines.append(f"    {word('impossible', lang)}: {one.problem[lang]}")
    lines += [
        f"  {stage_key(rule.stage).name[lang]}: {rule_text(rule, lang)} ({_instrument(rule.by)})" for rule in plan.after
    ]
    return "\n".join(lines)


# -- Gantt ----------------------------------------------------------------------------------------------

_ROW, _LEFT, _WIDTH, _TOP = 20, 340, 720, 40


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _months(first: int, last: int) -> list[tuple[int, str]]:
    """Return the first days of months within a span, as ordinals with their label."""
    found = []
    day = date.fromordinal(first).replace(day=1)
    while day.toordinal() <= last:
        if day.toordinal() >= first:
            found.append((day.toordinal(), f"{day.month}/{day.year % 100:02d}"))
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    step = max(1, len(found) // 14)
    return found[::step]


def svg(schedule: Schedule, *, lang: str = "en") -> str:
    """Return the schedule as a Gantt chart: one bar a stage with days, a line on the day asked about.

    The chart stands alone (``role="img"`` with a title and a description); every bar carries its name, window and
    state as a title of its own. A stage with no day is not drawn.
    """
    shown = [one for one in _sorted(schedule.stages) if one.end.known and one.end.latest < LAST]
    starts = [_number(one.start.earliest if one.start.earliest > FIRST else one.end.earliest) for one in shown]
    ends = [_number(one.end.latest) for one in shown]
    first, last = min(starts, default=_number(schedule.on)), max(ends, default=_number(schedule.on))
    scale = _WIDTH / max(1, last - first + 1)
    height = _TOP + _ROW * len(shown) + 10
    title = escape(_title(schedule, lang))
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_LEFT + _WIDTH + 10} '
        f'{height}" font-family="sans-serif" font-size="11" fill="#1b1f23">',
        f"<title>{title}</title><desc>{escape(word('event_note', lang))}</desc>",
        f'<rect width="100%" height="100%" fill="#fff"/><text x="4" y="14" font-size="13">{title}</text>',
    ]
    for at, label in _months(first, last):
        x = _LEFT + (at - first) * scale
        out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 4}" y2="{height - 6}" stroke="#ddd"/>')
        out.append(f'<text x="{x + 2:.1f}" y="{_TOP - 8}" fill="#444">{label}</text>')
    for index, (one, begin, end) in enumerate(zip(shown, starts, ends, strict=True)):
        out.append(_bar(one, _LEFT + (begin - first) * scale, (end - begin + 1) * scale, _TOP + index * _ROW, lang))
    if first <= _number(schedule.on) <= last:
        x = _LEFT + (_number(schedule.on) - first + 0.5) * scale
        out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 4}" y2="{height - 6}" stroke="#b00020"/>')
    out.append("</svg>")
    return "".join(out)


def _bar(stage: Stage, x: float, width: float, y: float, lang: str) -> str:
    name = stage.name(lang)
    label = name if len(name) <= 52 else name[:51] + "…"
    full = f"{named(stage, lang)}: {window(stage.start, stage.end, lang)} ({word(f'stage_{stage.state}', lang)})"
    dashed = (
        ' fill-opacity="0.45" stroke-dasharray="3 2"' if stage.state in ("overtaken", "missed", "suspended") else ""
    )
    colour = COLOURS[stage.state]
    return (
        f'<g><title>{escape(full)}</title><text x="4" y="{y + 12:.0f}">{escape(label)}</text>'
        f'<rect x="{x:.1f}" y="{y + 3:.0f}" width="{max(width, 2):.1f}" height="12" fill="{colour}" '
        f'stroke="{colour}"{dashed}/></g>'
    )


def _schedule_html(schedule: Schedule, lang: str) -> str:
    heads = [word(key, lang) for key in ("window", "stage", "stage_state", "scope", "basis")]
    head = "".join(f'<th scope="col" style="text-align:left">{escape(label)}</th>' for label in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(shown)}</td>" for shown in _cells(one, lang)) + "</tr>"
        for one in _sorted(schedule.stages)
    )
    return (
        f'<div class="electlaw" lang="{escape(lang)}">{svg(schedule, lang=lang)}<table><caption>'
        f"{escape(_title(schedule, lang))}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        f"<p>{escape(word('event_note', lang))}</p></div>"
    )
