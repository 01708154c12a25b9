"""Provisions, instruments, parameters and differences as text and HTML."""

from __future__ import annotations

from html import escape

from electlaw.acts import Act, Holding, Put
from electlaw.diff import Diff, State
from electlaw.instruments import InstrumentState
from electlaw.parameters import Value
from electlaw.provisions import Provision
from electlaw.refs import cite
from electlaw.catalog import day_text, when_text, word

__all__ = ["html", "text"]

#: A heading, and rows of label and content; the form both outputs are made from.
Card = tuple[str, list[tuple[str, str]]]


def text(value: object, *, lang: str = "en") -> str:
    """Return the value as plain text."""
    if isinstance(value, Diff):
        return _diff_text(value, lang)
    title, rows = _card(value, lang)
    width = max((len(label) for label, _ in rows), default=0)
    lines = [title, *(f"  {label:<{width}}  {content}".rstrip() for label, content in rows)]
    return "\n".join(lines)


def html(value: object, *, lang: str = "en") -> str:
    """Return the value as an HTML fragment; everything from the data is escaped."""
    if isinstance(value, Diff):
        return _diff_html(value, lang)
    title, rows = _card(value, lang)
    body = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{escape(label)}</th><td>{escape(content)}</td></tr>'
        for label, content in rows
    )
    return f'<div class="electlaw"><strong>{escape(title)}</strong><table>{body}</table></div>'


def _card(value: object, lang: str) -> Card:
    if isinstance(value, Provision):
        return _provision(value, lang)
    if isinstance(value, InstrumentState):
        return _instrument(value, lang)
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
        rows.append(("", item.heading))
    if not item.cited_contains and item.state != "not_found":
        rows.append(("!", word("not_contained", lang)))
    if item.summary:
        rows.append(("", item.summary[lang]))
    if item.version:
        rows.append((word("version", lang), cite(item.version, short=True)))
    if item.content_since and item.content_since != item.version:
        rows.append((word("content_since", lang), cite(item.content_since, short=True)))
    rows += [(f"{word(act.op, lang)}", _holding(act, lang)) for act in item.holdings]
    for key, place in (("moved_to", item.moved_to), ("moved_from", item.moved_from)):
        if place:
            rows.append((word(key, lang), cite(place, short=True)))
    if item.waits_for:
        rows.append((word("waits_for", lang), item.waits_for))
    rows += [(word("doubt", lang), f"{cite(act.by, short=True)} ({act.scope})") for act in item.doubts]
    if item.nearest:
        rows.append((word("nearest", lang), ", ".join(cite(place, short=True) for place in item.nearest)))
    rows += _history(item.history(), lang)
    if item.basis:
        rows.append((word("verified", lang), word(item.verified, lang)))
    return f"{cite(item.place)}: {word(item.state, lang)}", rows


def _holding(act: Holding, lang: str) -> str:
    return f"{cite(act.by, short=True)}: {act.text[lang]}" if act.text else cite(act.by, short=True)


def _history(acts: tuple[Act, ...], lang: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for act in acts:
        line = f"{when_text(act.known, lang)}: {word(act.op, lang)}, {cite(act.by, short=True)}"
        if isinstance(act, Put) and act.moved:
            line += f" ({cite(act.moved, short=True)})"
        rows.append((word("history", lang) if not rows else "", line))
    return rows


def _instrument(item: InstrumentState, lang: str) -> Card:
    it = item.instrument
    rows = [("", _moment(item.moment.on, item.moment.known, item.projected, lang))]
    rows.append((word("title", lang), it.title or word("unknown", lang)))
    rows.append((word("published", lang), when_text(it.known, lang)))
    if it.gazette:
        rows.append(("", ", ".join(part for part in (it.gazette, it.supplement) if part)))
    if item.amended_by:
        rows.append((word("amended_by", lang), ", ".join(cite(by, short=True) for by in item.amended_by)))
    if item.repealed_by:
        rows.append((word("repealed_by", lang), cite(item.repealed_by, short=True)))
    if item.waits_for:
        rows.append((word("waits_for", lang), item.waits_for))
    rows += _history(item.history(), lang)
    rows.append((word("verified", lang), word(item.verified, lang)))
    return f"{item.cite()}: {word(item.state, lang)}", rows


def _value(item: Value, lang: str) -> Card:
    shown = f"{item.stated} {item.unit}".strip() if item.state == "set" else word(item.state, lang)
    rows = [("", _moment(item.moment.on, item.moment.known, item.projected, lang))]
    if item.bracket:
        rows.append(("", item.bracket))
    if item.needs:
        rows.append((word("needs", lang), ", ".join(item.needs)))
    rows += [(word("basis", lang), cite(basis.instrument, short=True)) for basis in item.basis]
    if item.provisions:
        rows.append(("", ", ".join(cite(place, short=True) for place in item.provisions)))
    if item.basis:
        rows.append((word("verified", lang), word(item.verified, lang)))
    return f"{item.key}: {shown}", rows


# -- differences ----------------------------------------------------------------------------------------


def _diff_text(item: Diff, lang: str) -> str:
    lines = [f"{day_text(item.before.on, lang)} → {day_text(item.after.on, lang)}: {len(item)} {word('changes', lang)}"]
    for by, changes in item.by_instrument().items():
        lines.append(f"\n{cite(by)}")
        for change in changes:
            before, after = _state(change.before, lang), _state(change.after, lang)
            lines.append(f"  {_target(change.target)}: {before} → {after}")
    return "\n".join(lines)


def _diff_html(item: Diff, lang: str) -> str:
    rows = []
    for by, changes in item.by_instrument().items():
        rows.append(f'<tr><th colspan="3" style="text-align:left">{escape(cite(by))}</th></tr>')
        rows += [
            f"<tr><td>{escape(_target(change.target))}</td><td>{escape(_state(change.before, lang))}</td>"
            f"<td>{escape(_state(change.after, lang))}</td></tr>"
            for change in changes
        ]
    head = "".join(f"<th>{escape(word(key, lang))}</th>" for key in ("changes", "before", "after"))
    return f'<div class="electlaw"><table><tr>{head}</tr>{"".join(rows)}</table></div>'


def _target(target: str) -> str:
    return target if "[" in target or "." in target.partition("/")[0] else cite(target, short=True)


def _state(state: State | None, lang: str) -> str:
    if state is None:
        return word("absent", lang)
    name, acts = state
    rulings = [act for act in acts if isinstance(act, Holding)]
    shown = word(name, lang)
    if name == "set" and acts:
        return f"{getattr(acts[0], 'value', '')} {getattr(acts[0], 'unit', '')}".strip()
    summary = next((act.text[lang] for act in acts if isinstance(act, Put) and act.text), "")
    if rulings:
        shown += ", " + "; ".join(f"{word(act.op, lang)} {cite(act.by, short=True)}" for act in rulings)
    return f"{shown}: {summary}" if summary and name == "in_force" else shown
