"""The words of reports: outcomes, reasons and differences, in both languages."""

from __future__ import annotations

from electlaw.catalog import day_text, word
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.findings import Finding, Ground
    from electlaw.rules.engine import CaseReport, Comparison
    from electlaw.rules.events import Inferred

__all__ = ["basis_text", "differences", "election_text", "in_gravity", "lines_of", "reasons", "say", "title_of"]

_WORDS = {
    "pass": ("pass", "memenuhi"),
    "fail": ("fail", "tidak memenuhi"),
    "undetermined": ("undetermined", "belum dapat ditentukan"),
    "not_applicable": ("not applicable", "tidak berlaku"),
    "practice": ("known divergent practice", "praktik berbeda yang diketahui"),
    "readings": ("reading", "bacaan"),
    "rule": ("rule", "aturan"),
    "case": ("case", "perkara"),
    "now": ("then", "kemudian"),
    "still_open": ("undetermined on both days", "belum dapat ditentukan pada kedua hari"),
    "same": ("no rule answers differently", "tidak ada aturan yang jawabannya berbeda"),
    "unasked": ("not asked, the case states nothing of it", "tidak diuji, datanya tidak disebut"),
    "rules": ("Rules", "Aturan"),
    "codes": (
        "A finding's code is a letter and the rule's number: E where the rule fails, W where it cannot be decided, I "
        "where it passes or does not apply.",
        "Kode temuan terdiri atas huruf dan nomor aturan: E bila tidak memenuhi, W bila belum dapat ditentukan, I bila "
        "memenuhi atau tidak berlaku.",
    ),
    "fields": ("Fields of cases", "Kolom perkara"),
    "field": ("field", "kolom"),
    "unit": ("unit", "satuan"),
    "asks": ("asks", "menguji"),
    "part_of": ("part of", "bagian dari"),
    "parameters": ("parameters", "parameter"),
}
_GRAVITY = {"fail": 0, "undetermined": 1, "pass": 2, "not_applicable": 3}


def say(key: str, lang: str) -> str:
    """Return a word of reports, or of the common catalogue."""
    pair = _WORDS.get(key)
    return word(key, lang) if pair is None else pair[lang == "id"]


#: References already written in the short form.
_cited: dict[str, str] = {}


def _short(ref: str) -> str:
    found = _cited.get(ref)
    if found is None:
        found = _cited[ref] = cite(ref, short=True)
    return found


def basis_text(basis: Iterable[Ground], lang: str) -> str:
    """Return what a finding rests on; what was not read in the legal text says so."""
    shown = []
    for item in basis:
        mark = "" if item.verified in ("text", "calendar") else f" [{word(item.verified, lang)}]"
        shown.append(f"{_short(item.ref)}{mark}")
    return "; ".join(shown)


def title_of(finding: Finding, lang: str) -> str:
    """Return the title of the rule that made a finding."""
    from electlaw.rules.engine import titles

    return titles(lang)[finding.rule]


def lines_of(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a finding as label and content."""
    yield "", finding.message[lang]
    for outcome, reading in finding.readings:
        yield f"{say('readings', lang)} ({say(outcome, lang)})", reading[lang]
    if finding.practice is not None:
        yield say("practice", lang), finding.practice[lang]
    if finding.basis:
        yield word("basis", lang), basis_text(finding.basis, lang)


def in_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings gravest first."""
    return sorted(findings, key=lambda item: _GRAVITY[item.outcome])


def election_text(found: Inferred, lang: str) -> str:
    """Return which election a case was taken to be of, or those it may be of."""
    from electlaw.regions import region

    where, day = region(found.region).full_name, day_text(found.day, lang)
    names = ", ".join(found.events)
    if found.event is not None:
        if lang == "id":
            return f"Pemilihan: {names}, satu-satunya yang berlangsung di {where} pada {day} (event tidak disebut)"
        return f"Election: {names}, the only one under way in {where} on {day} (the case names no event)"
    if found.fits:
        if lang == "id":
            return f"Pemilihan: pada {day} di {where} berlangsung {names}; sebutkan event"
        return f"Election: {names} were under way in {where} on {day}; name the event"
    if lang == "id":
        return f"Pemilihan: tidak ada yang berlangsung di {where} pada {day}; sebutkan event: {names}"
    return f"Election: none was under way in {where} on {day}; name the event: {names}"


def reasons(report: CaseReport, lang: str) -> list[str]:
    """Return the reasons of a report, gravest first: one line each."""
    from electlaw.rules.engine import titles

    title = titles(lang)
    lines = []
    said = {outcome: say(outcome, lang) for outcome in _GRAVITY}
    if report.election is not None:
        lines.append(election_text(report.election, lang))
    for item in in_gravity(report.findings):
        basis = f" ({basis_text(item.basis, lang)})" if item.basis else ""
        lines.append(f"{said[item.outcome]}: {item.message[lang]}{basis}")
        lines += [f"  {title[part.rule]}: {said[part.outcome]}. {part.message[lang]}" for part in item.parts]
        if item.practice is not None:
            lines.append(f"  {say('practice', lang)}: {item.practice[lang]}")
    return lines


def differences(comparison: Comparison, lang: str) -> Iterator[str]:
    """Yield what differs between two laws, one line each."""
    before, after = comparison.before, comparison.after
    if not comparison.changed:
        yield f"{day_text(before.on, lang)} / {day_text(after.on, lang)}: {say('same', lang)}"
    days = day_text(before.on, lang), day_text(after.on, lang)
    for old, new in comparison.changed:
        yield from _changes(old, new, days, lang, "")


def _changes(old: Finding, new: Finding, days: tuple[str, str], lang: str, indent: str) -> Iterator[str]:
    """Yield how two findings of a rule differ; of a rule made of others, each that differs and what stays open."""
    from electlaw.rules.engine import differ

    yield f"{indent}{title_of(old, lang)}: {say(old.outcome, lang)} → {say(new.outcome, lang)}"
    later = {item.rule: item for item in new.parts}
    pairs = [(item, later.pop(item.rule)) for item in old.parts if item.rule in later]
    if not pairs:
        for day, item in zip(days, (old, new), strict=True):
            basis = f" ({basis_text(item.basis, lang)})" if item.basis else ""
            yield f"{indent}  {day}: {item.message[lang]}{basis}"
        return
    for one, other in pairs:
        if differ(one, other):
            yield from _changes(one, other, days, lang, indent + "  ")
    for day, alone in zip(days, ([item for item in old.parts if item.rule not in _rules_of(new)], later.values()),
                          strict=True):  # fmt: skip
        for item in alone:
            yield f"{indent}  {title_of(item, lang)}, {day}: {say(item.outcome, lang)}. {item.message[lang]}"
    open_ = [one for one, other in pairs if one.outcome == "undetermined" and not differ(one, other)]
    if open_:
        yield f"{indent}  {say('still_open', lang)}:"
        for item in open_:
            yield f"{indent}    {title_of(item, lang)}: {', '.join(item.needs) or item.message[lang]}"


def _rules_of(finding: Finding) -> set[str]:
    return {item.rule for item in finding.parts}
