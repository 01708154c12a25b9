"""Provisions, their history, instruments, parameters and differences as text, HTML and Markdown."""

from __future__ import annotations

from datetime import date
from html import escape

from electlaw.acts import Act, Holding, Put
from electlaw.catalog import day_text, when_text, word
from electlaw.diff import Change, Diff, State
from electlaw.hierarchy import Precedence
from electlaw.history import History as HistoryView
from electlaw.history import Version
from electlaw.instruments import InstrumentState
from electlaw.parameters import Value
from electlaw.provisions import Provision
from electlaw.refs import cite
from electlaw.render.grid import Grid, cell, grid_html, grid_markdown, plain
from electlaw.render.words import amount, table_word
from electlaw.snapshot import Snapshot
from electlaw.special import SpecialRule

__all__ = ["glance", "html", "markdown", "text"]

#: So many changes of a difference are shown at a glance.
_GLANCE = 40

#: A heading, and rows of label and content; the form all outputs of one answer are made from.
Card = tuple[str, list[tuple[str, str]]]


def text(value: object, *, lang: str = "en") -> str:
    """Return the value as plain text."""
    if isinstance(value, Diff):
        return _diff_text(value, lang)
    if isinstance(value, HistoryView):
        return _history_text(value, lang)
    title, rows = _card(value, lang)
    width = max((len(label) for label, _ in rows), default=0)
    lines = [title, *(f"  {label:<{width}}  {content}".rstrip() for label, content in rows)]
    return "\n".join(lines)


def html(value: object, *, lang: str = "en") -> str:
    """Return the value as an HTML fragment; everything from the data is escaped."""
    if isinstance(value, Diff | HistoryView):
        return grid_html(_table(value, lang))
    title, rows = _card(value, lang)
    body = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{escape(label)}</th><td>{escape(content)}</td></tr>'
        for label, content in rows
    )
    return f'<div class="electlaw"><strong>{escape(title)}</strong><table>{body}</table></div>'


def glance(value: object, *, lang: str = "en") -> str:
    """Return the value as an HTML fragment; of a difference the first changes only, and how many more there are."""
    if not isinstance(value, Diff) or len(value) <= _GLANCE:
        return html(value, lang=lang)
    title, columns, rows = _diff_table(value, lang, _GLANCE)
    whole = sum(map(len, value.by_instrument().values()))
    more = f"… {whole - _GLANCE} {word('more_changes', lang)}"
    return grid_html((title, columns, [*rows, [more]]))


def markdown(value: object, *, lang: str = "en") -> str:
    """Return the value as Markdown: a heading and a table."""
    if isinstance(value, Diff | HistoryView):
        return grid_markdown(_table(value, lang))
    title, rows = _card(value, lang)
    lines = [f"| {cell(label)} | {cell(content)} |" for label, content in rows]
    return "\n".join([f"## {plain(title)}", "", "| | |", "|---|---|", *lines])


def _table(value: Diff | HistoryView, lang: str) -> Grid:
    return _diff_table(value, lang) if isinstance(value, Diff) else _history_table(value, lang)


def _card(value: object, lang: str) -> Card:
    if isinstance(value, Provision):
        return _provision(value, lang)
    if isinstance(value, InstrumentState):
        return _instrument(value, lang)
    if isinstance(value, Precedence):
        return _precedence(value, lang)
    assert isinstance(value, Value)
    return _value(value, lang)


def _moment(on: str, known: str, projected: bool, lang: str) -> str:
    shown = f"{word('on', lang)} {day_text(on, lang)}"
    if known != on:
        shown += f", {word('known', lang)} {day_text(known, lang)}"
    return f"{shown} ({word('projected', lang)})" if projected else shown


def _provision(item: Provision, lang: str) -> Card:
    rows = [("", _moment(item.on, item.known, item.projected, lang))]
    if item.heading:
        rows.append(("", item.heading[lang]))
    if not item.cited_contains and item.state != "not_found":
        rows.append(("!", word("not_contained", lang)))
    if item.summary:
        rows.append(("", item.summary[lang]))
    if item.version:
        rows.append((word("version", lang), cite(item.version, short=True)))
    if item.content_since and item.content_since != item.version:
        rows.append((word("content_since", lang), cite(item.content_since, short=True)))
    rows += _holdings(item, lang)
    rows += [(word("remark", lang), _remark(act, item, lang)) for act in item.remarks]
    rows += [(word("special_here", lang), _special(rule, lang)) for rule in item.special]
    for key, place in (("moved_to", item.moved_to), ("moved_from", item.moved_from)):
        if place:
            rows.append((word(key, lang), cite(place, short=True)))
    if item.waits_for:
        rows.append((word("waits_for", lang), word(item.waits_for, lang)))
    rows += [(word("doubt", lang), f"{cite(act.by, short=True)} ({act.scope})") for act in item.doubts]
    if item.unread:
        rows.append(("!", word("unread", lang)))
    if item.nearest:
        rows.append((word("nearest", lang), ", ".join(cite(place, short=True) for place in item.nearest)))
    rows += [
        (word("history", lang) if not number else "", f"{_days(version, lang)}: {_came(version, lang)}")
        for number, version in enumerate(item.history().versions)
    ]
    if item.verified:
        rows.append((word("verified", lang), word(item.verified, lang)))
    return f"{cite(item.place)}: {word(item.state, lang)}", rows


def _holdings(item: Provision, lang: str) -> list[tuple[str, str]]:
    """Return what rulings did: of several readings the last is the one that holds; then those on its parts."""
    last = next((act for act in reversed(item.holdings) if act.op == "read_as"), None)
    rows = [
        (word("read_before" if act.op == "read_as" and act is not last else act.op, lang), _holding(act, lang))
        for act in item.holdings
    ]
    for place, act in item.parts:
        rows.append((word("part", lang), f"{cite(place, short=True)}: {word(act.op, lang)} {_holding(act, lang)}"))
    return rows


def _remark(act: Holding, item: Provision, lang: str) -> str:
    where = "" if act.target == item.place else f" ({cite(act.target, short=True)})"
    return f"{_holding(act, lang)}{where}"


def _special(rule: SpecialRule, lang: str) -> str:
    basis = ", ".join(cite(place, short=True) for place in rule.basis)
    return f"{rule.id if lang == 'id' else rule.en} ({basis})"


def _holding(act: Holding, lang: str) -> str:
    return f"{cite(act.by, short=True)}: {act.text[lang]}" if act.text else cite(act.by, short=True)


def _history(acts: tuple[Act, ...], lang: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for act in acts:
        line = f"{when_text(act.known, lang)}: {word(act.op, lang)}, {cite(act.by, short=True)}"
        if isinstance(act, Put) and act.moved:
            line += f" ({cite(act.moved, short=True)})"
        if act.span.condition:
            line += f" ({_waits(act, lang)})"
        rows.append((word("history", lang) if not rows else "", line))
    return rows


def _waits(act: Act, lang: str) -> str:
    return f"{word('waits_for', lang)}: {word(act.span.condition, lang)}"


def _instrument(item: InstrumentState, lang: str) -> Card:
    it = item.instrument
    rows = [("", _moment(item.moment.on, item.moment.known, item.projected, lang))]
    if item.outcome:
        rows.append((word("outcome", lang), word(item.outcome, lang)))
        rows.append(("", item.summary[lang]))
        rows += [(word(act.op, lang), f"{cite(act.target, short=True)}: {act.text[lang]}") for act in item.effects]
    else:
        rows.append((word("title", lang), it.title or word("unknown", lang)))
    rows.append((word("published", lang), when_text(it.known, lang)))
    if it.gazette:
        rows.append(("", ", ".join(part for part in (it.gazette, it.supplement) if part)))
    if item.amended_by:
        rows.append((word("amended_by", lang), ", ".join(cite(by, short=True) for by in item.amended_by)))
    if item.repealed_by:
        rows.append((word("repealed_by", lang), cite(item.repealed_by, short=True)))
    if item.waits_for:
        rows.append((word("waits_for", lang), word(item.waits_for, lang)))
    rows += _history(item.history(), lang)
    rows.append((word("verified", lang), word(item.verified, lang)))
    state = "pronounced" if item.outcome and item.state == "in_force" else item.state
    return f"{item.cite()}: {word(state, lang)}", rows


def _value(item: Value, lang: str) -> Card:
    shown = amount(item.stated, item.unit, lang) if item.state == "set" else word(item.state, lang)
    rows = [("", _moment(item.moment.on, item.moment.known, item.projected, lang))]
    if item.bracket:
        rows.append(("", item.bracket))
    if item.needs:
        rows.append((word("needs", lang), ", ".join(table_word(need, lang) for need in item.needs)))
    rows += [(word("basis", lang), cite(basis.instrument, short=True)) for basis in item.basis]
    if item.provisions:
        rows.append(("", ", ".join(cite(place, short=True) for place in item.provisions)))
    if item.restated_by:
        rows.append((word("version", lang), ", ".join(cite(by, short=True) for by in item.restated_by)))
    if item.basis:
        rows.append((word("verified", lang), word(item.verified, lang)))
    return f"{item.key}: {shown}", rows


def _precedence(item: Precedence, lang: str) -> Card:
    rows = [("", _moment(item.moment.on, item.moment.known, item.moment.projected, lang))]
    for reason in item.reasons:
        basis = ", ".join(cite(place, short=True) for place in reason.basis)
        rows.append((word("why", lang), f"{reason.text[lang]} ({basis})" if basis else reason.text[lang]))
    pair = f"{cite(item.one, short=True)} / {cite(item.other, short=True)}"
    winner = f"{cite(item.winner, short=True)} {word('prevails', lang)}" if item.winner else word(item.ground, lang)
    return f"{pair}: {winner} ({word(item.ground, lang)})" if item.winner else f"{pair}: {winner}", rows


# -- histories ------------------------------------------------------------------------------------------


def _days(version: Version, lang: str) -> str:
    """Write the days of a version, both inclusive: ``18 March 2015 – 30 June 2016``."""
    start = day_text(version.start, lang)
    if not version.until:
        return f"{word('since_day', lang)} {start}"
    last = date.fromordinal(date.fromisoformat(version.until).toordinal() - 1).isoformat()
    return start if last == version.start else f"{start} – {day_text(last, lang)}"


def _came(version: Version, lang: str) -> str:
    """Write what began a version: its acts with the instrument, the day the public could know, what changed."""
    acts = [_act(act, version, lang) for act in version.came] or [word(version.state, lang)]
    again = ", ".join(cite(by, short=True) for by in version.restated_by)
    return "; ".join(acts) + (f" ({word('restate', lang)}: {again})" if again else "")


def _act(act: Act, version: Version, lang: str) -> str:
    shown = f"{word(act.op, lang)}: {cite(act.by, short=True)}"
    details = []
    if isinstance(act, Put) and act.moved:
        details.append(cite(act.moved, short=True))
    if act.known.latest != version.start:
        details.append(f"{word('published', lang)} {when_text(act.known, lang)}")
    if act.scope:
        details.append(str(act.scope))
    if act.span.condition:
        details.append(_waits(act, lang))
    return f"{shown} ({', '.join(details)})" if details else shown


def _history_text(item: HistoryView, lang: str) -> str:
    title, _, rows = _history_table(item, lang)
    lines = [title]
    for days, state, came, content in rows:
        lines.append(f"  {days}: {state}")
        lines += [f"      {line}" for line in (came, content) if line]
    return "\n".join(lines)


def _history_table(item: HistoryView, lang: str) -> Grid:
    axis = "days" if item.axis == "on" else "known_days"
    columns = [word(key, lang) for key in (axis, "state", "what_came", "content")]
    title = f"{cite(item.place)}: {word('history', lang)}, "
    if item.axis == "on":
        title += f"{word('known', lang)} {day_text(item.moment.known, lang)}"
    else:
        title += f"{word('on', lang)} {day_text(item.moment.on, lang)}"
    rows = [
        [_days(version, lang), word(version.state, lang), _came(version, lang), _content(version, lang)]
        for version in item.versions
    ]
    return title, columns, rows


def _content(version: Version, lang: str) -> str:
    """Write the content of a version, and what rulings that came with it made of it."""
    came = [act.text[lang] for act in version.came if isinstance(act, Holding) and act.text]
    put = any(isinstance(act, Put) for act in version.came)
    return " ".join(([version.summary[lang]] if put and version.summary else []) + came)


# -- differences ----------------------------------------------------------------------------------------


def _diff_text(item: Diff, lang: str) -> str:
    title, _, rows = _diff_table(item, lang)
    lines = [f"\n{row[0]}" if len(row) == 1 else f"  {row[0]}: {row[1]} → {row[2]}" for row in rows]
    return "\n".join([title, *lines])


def _diff_table(item: Diff, lang: str, most: int | None = None) -> Grid:
    title = f"{_of(item.before, item.after, lang)}: {len(item)} {word('changes', lang)}"
    if item.for_some:
        title += f"; {len(item.for_some)} {word('for_some', lang)}"
    rows: list[list[str]] = []
    left = len(item) if most is None else most
    for by, changes in item.by_instrument().items():
        if left > 0:
            rows.append([cite(by)])
            rows += [[_target(c.target), _state(c.before, lang), _state(c.after, lang)] for c in changes[:left]]
            left -= len(changes)
    if item.for_some:
        rows.append([word("for_some", lang)])
        rows += [[_target(c.target), _state(c.before, lang), _state_for(c, lang)] for c in item.for_some]
    return title, [word(key, lang) for key in ("place", "before", "after")], rows


def _of(before: Snapshot, after: Snapshot, lang: str) -> str:
    """Write the two moments compared, with the days of knowledge where these are what differs."""
    if before.on != after.on or before.known == after.known:
        return f"{day_text(before.on, lang)} → {day_text(after.on, lang)}"
    known = f"{day_text(before.known, lang)} → {day_text(after.known, lang)}"
    return f"{day_text(before.on, lang)}, {word('known', lang)} {known}"


def _target(target: str) -> str:
    return target if "[" in target or "." in target.partition("/")[0] else cite(target, short=True)


def _state_for(change: Change, lang: str) -> str:
    return f"{_state(change.after, lang)} ({'; '.join(change.applies)})"


def _state(state: State | None, lang: str) -> str:
    if state is None:
        return word("absent", lang)
    name, acts = state
    rulings = [act for act in acts if isinstance(act, Holding)]
    shown = word(name, lang)
    if name == "set" and acts:
        return amount(getattr(acts[0], "value", ""), getattr(acts[0], "unit", ""), lang)
    summary = next((act.text[lang] for act in acts if isinstance(act, Put) and act.text), "")
    if name == "struck":
        return f"{shown} ({', '.join(cite(act.by, short=True) for act in rulings if act.op == 'struck')})"
    if rulings:
        return f"{shown}, " + "; ".join(f"{word(act.op, lang)} {_holding(act, lang)}" for act in rulings)
    return f"{shown}: {summary}" if summary and name == "in_force" else shown
