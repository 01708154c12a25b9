"""Reports of the rules, comparisons and the list of rules as text and HTML."""

from __future__ import annotations

from html import escape

from electlaw.catalog import day_text, word
from electlaw.refs import cite
from electlaw.rules.engine import CaseReport, Comparison
from electlaw.rules.wording import differences, election_text, in_gravity, lines_of, say, title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from electlaw.rules.engine import Rule

__all__ = ["html", "listing", "listing_html", "listing_markdown", "markdown", "rules_page", "text"]

#: Behind the white name of an outcome: the same on a light and on a dark page.
_COLOURS = {"fail": "#b00020", "undetermined": "#8a6d00", "pass": "#1b6e3c", "not_applicable": "#555"}


def _heading(report: CaseReport, lang: str) -> str:
    shown = f"{word('on', lang)} {day_text(report.on, lang)}"
    if report.known != report.on:
        shown += f", {word('known', lang)} {day_text(report.known, lang)}"
    if report.projected:
        shown += f" ({word('projected', lang)})"
    return f"{say(report.outcome, lang)}: {_case(report, lang)}, {shown}"


def _case(report: CaseReport, lang: str) -> str:
    if report.case.region is None:
        return f"{say('case', lang)} {report.case.kind}"
    from electlaw.regions import region

    return f"{say('case', lang)} {report.case.kind}, {region(report.case.region).full_name}"


def text(value: object, *, lang: str = "en") -> str:
    """Return a report or a comparison as plain text."""
    if isinstance(value, Comparison):
        return "\n".join(differences(value, lang))
    assert isinstance(value, CaseReport)
    lines = [_heading(value, lang)]
    if value.election is not None:
        lines.append(election_text(value.election, lang))
    for item in in_gravity(value.findings):
        lines.append(f"\n{item.code} {title_of(item, lang)}: {say(item.outcome, lang)}")
        lines += [f"  {label + ': ' if label else ''}{content}" for label, content in lines_of(item, lang)]
        for part in item.parts:
            lines.append(f"  - {part.code} {title_of(part, lang)}: {say(part.outcome, lang)}. {part.message[lang]}")
    if value.unasked:
        lines.append(f"\n{say('unasked', lang)}: {', '.join(value.unasked)}")
    return "\n".join(lines)


def html(value: object, *, lang: str = "en") -> str:
    """Return a report or a comparison as an HTML fragment; everything from the case is escaped."""
    if isinstance(value, Comparison):
        items = "".join(
            f'<li style="margin-left:{_depth(line)}em">{escape(line.strip())}</li>' for line in differences(value, lang)
        )
        return f'<div class="electlaw"><ul>{items}</ul></div>'
    assert isinstance(value, CaseReport)
    rows = []
    for item in in_gravity(value.findings):
        content = "<br>".join(
            (f"<i>{escape(label)}</i>: " if label else "") + escape(line) for label, line in lines_of(item, lang)
        )
        for part in item.parts:
            shown = f"{part.code} {title_of(part, lang)}: {say(part.outcome, lang)}. {part.message[lang]}"
            content += f"<br>– {escape(shown)}"
        style = f"color:#fff;background:{_COLOURS[item.outcome]};padding:0 .4em"
        outcome = f'<b style="{style}">{escape(say(item.outcome, lang))}</b>'
        cells = (escape(item.code), escape(title_of(item, lang)), outcome, content)
        rows.append(f"<tr>{''.join(f'<td>{shown}</td>' for shown in cells)}</tr>")
    head = f"<b>{escape(_heading(value, lang))}</b>"
    if value.election is not None:
        head += f"<br>{escape(election_text(value.election, lang))}"
    return f'<div class="electlaw"><p>{head}</p><table>{"".join(rows)}</table></div>'


def _depth(line: str) -> int:
    return (len(line) - len(line.lstrip())) // 2


def markdown(value: object, *, lang: str = "en") -> str:
    """Return a report or a comparison as Markdown."""
    if isinstance(value, Comparison):
        return "\n".join(f"{'  ' * _depth(line)}- {_plain(line.strip())}" for line in differences(value, lang))
    assert isinstance(value, CaseReport)
    lines = [f"**{_plain(_heading(value, lang))}**", ""]
    if value.election is not None:
        lines += [_plain(election_text(value.election, lang)), ""]
    for item in in_gravity(value.findings):
        lines.append(f"- {item.code} {title_of(item, lang)}: **{say(item.outcome, lang)}**")
        lines += [f"  - {label + ': ' if label else ''}{_plain(content)}" for label, content in lines_of(item, lang)]
        lines += [f"  - {part.code} {title_of(part, lang)}: {_plain(part.message[lang])}" for part in item.parts]
    return "\n".join(lines)


def _plain(text: str) -> str:
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}")
    return text


# -- the list of rules ----------------------------------------------------------------------------------


def listing(rules: Iterable[Rule], lang: str = "en") -> str:
    """Return rules with what they ask and rest on, as plain text."""
    lines = []
    for item in rules:
        part = f" ({say('part_of', lang)} {item.part_of})" if item.part_of else ""
        lines.append(f"{item.number} {item.code}: {item.title[lang]}{part}")
        lines.append(f"  {item.about[lang]}")
        lines.append(f"  {word('basis', lang)}: {'; '.join(cite(place, short=True) for place in item.basis)}")
        if item.practice is not None:
            lines.append(f"  {say('practice', lang)}: {item.practice[lang]}")
    return "\n".join(lines)


def listing_markdown(rules: Iterable[Rule], lang: str = "en") -> str:
    """Return rules with what they ask and rest on, as Markdown."""
    lines = []
    for item in rules:
        basis = "; ".join(cite(place, short=True) for place in item.basis)
        lines.append(f"- **{item.number}** `{item.code}` {_plain(item.title[lang])}: {_plain(item.about[lang])}")
        lines.append(f"  - {word('basis', lang)}: {_plain(basis)}")
        if item.practice is not None:
            lines.append(f"  - {say('practice', lang)}: {_plain(item.practice[lang])}")
    return "\n".join(lines)


def listing_html(rules: Iterable[Rule], lang: str = "en") -> str:
    """Return rules with what they ask and rest on, as an HTML fragment."""
    rows = [
        f"<tr><td>{item.number}</td><td><code>{escape(item.code)}</code></td><td>{escape(item.title[lang])}</td>"
        f"<td>{escape(item.about[lang])}</td>"
        f"<td>{escape('; '.join(cite(place, short=True) for place in item.basis))}</td></tr>"
        for item in rules
    ]
    return f'<div class="electlaw"><table>{"".join(rows)}</table></div>'


# -- pages of the documentation -------------------------------------------------------------------------


def rules_page(lang: str = "en") -> str:
    """Return the page that documents every rule, its findings' codes and its basis, as Markdown."""
    from electlaw.rules.engine import FAMILIES
    from electlaw.rules.engine import all as all_rules

    lines = [f"# {say('rules', lang)}", "", say("codes", lang)]
    family = ""
    for item in all_rules():
        if item.family != family:
            family = item.family
            lines += ["", f"## {FAMILIES[family][lang].capitalize() if family in FAMILIES else family}"]
        lines += ["", f"### {item.number} {item.title[lang]}", "", f"`{item.code}`", "", f"{item.about[lang]}.", ""]
        lines.append(f"- {say('case', lang)}: `{_kind(item)}`")
        if item.part_of:
            lines.append(f"- {say('part_of', lang)}: `{item.part_of}`")
        lines.append(f"- {word('basis', lang)}: {'; '.join(cite(place, short=True) for place in item.basis)}")
        if item.keys:
            lines.append(f"- {say('parameters', lang)}: {', '.join(f'`{key}`' for key in item.keys)}")
        if item.practice is not None:
            lines.append(f"- {say('practice', lang)}: {item.practice[lang]}")
    return "\n".join(lines) + "\n"


def _kind(item: Rule) -> str:
    from electlaw.rules.cases import kind_of

    return kind_of(item.case)
