"""Worked examples: invented cases for every rule and a slip for every code, answered by the library at every build.

The tables beside this module hold the questions only; what the pages show as the answer is computed.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING

import attrs

from electlaw.acts import Text
from electlaw.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from electlaw.findings import Finding

__all__ = ["CodeExample", "RuleExample", "code_examples", "name_of", "own_table", "rule_examples"]


@attrs.frozen
class RuleExample:
    """A case put before a rule by the law of a day, and the outcome it is to show."""

    rule: str
    on: str
    outcome: str
    #: The case as `electlaw.rules.case` takes it.
    case: dict[str, object]

    def finding(self) -> Finding:
        """Return what the rule answers."""
        from electlaw import rules
        from electlaw.law import at

        return rules.rule(self.rule)(at(self.on), rules.case(self.case))


@attrs.frozen
class CodeExample:
    """What a code means, an input in which it is found, and its twin in which it is not."""

    code: str
    #: The day of the text; empty where no day is needed, and for meetings, which state their own.
    on: str
    #: A text, or the fields of a meeting.
    input: str | dict[str, object]
    clean: str | dict[str, object]
    about: Text

    @property
    def title(self) -> Text:
        """What the code says in short."""
        return titles()[self.code]

    def findings(self, given: str | dict[str, object] | None = None) -> tuple[Finding, ...]:
        """Return the findings of this code in the input, or in what is `given`."""
        return tuple(item for item in _judge(self.input if given is None else given, self.on) if item.code == self.code)


def _judge(given: str | dict[str, object], on: str) -> Iterable[Finding]:
    if isinstance(given, str):
        from electlaw.citations import check_text

        return check_text(given, on=on or None).findings
    from electlaw.meetings import CoordinationMeeting

    return CoordinationMeeting.from_dict(given).check().findings


def titles() -> dict[str, Text]:
    """Return the codes of the checker of texts and of the check of meetings, each with what it says."""
    from electlaw.citations.checks import CODES
    from electlaw.meetings import CODES as MEETINGS

    return {**CODES, **MEETINGS}


def own_table(name: str) -> Table:
    """Return a table of this package, which is no part of the log."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), "rb") as file:
        return Table(name, file.read())


@cache
def _names() -> dict[tuple[str, str], Text]:
    return {(row["kind"], row["key"]): Text(row["en"], row["id"]) for row in own_table("names")}


def name_of(kind: str, key: str) -> Text:
    """Return what a key of the code is called for readers: of a `case`, of a `table`; the key if it has no name."""
    return _names().get((kind, key), Text(key, key))


@cache
def rule_examples() -> dict[str, tuple[RuleExample, ...]]:
    """Return the examples of each rule, by its code."""
    found: dict[str, list[RuleExample]] = {}
    for row in own_table("rule-examples"):
        example = RuleExample(row["rule"], row["on"], row["outcome"], json.loads(row["case"]))
        found.setdefault(example.rule, []).append(example)
    return {code: tuple(examples) for code, examples in found.items()}


@cache
def code_examples() -> dict[str, CodeExample]:
    """Return the example of each code, in the order of the codes' numbers."""
    found = [
        CodeExample(
            row["code"], row["on"], json.loads(row["input"]), json.loads(row["clean"]), Text(row["en"], row["id"])
        )
        for row in own_table("code-examples")
    ]
    return {example.code: example for example in sorted(found, key=lambda item: (item.code[1:], item.code))}
