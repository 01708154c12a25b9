"""Patterns are compiled at their first use: every one of them must be one that compiles."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module

import pytest

import electlaw.citations
from electlaw.citations.patterns import Late, pattern

MODULES = [found.name for found in pkgutil.iter_modules(electlaw.citations.__path__)]


def _late(value: object) -> list[Late]:
    if isinstance(value, Late):
        return [value]
    return [late for part in value for late in _late(part)] if isinstance(value, (tuple, list)) else []


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles(name: str) -> None:
    for value in vars(import_module(f"electlaw.citations.{name}")).values():
        for late in _late(value):
            assert re.compile(late.pattern, late._flags)


def test_a_late_pattern_answers_as_a_compiled_one() -> None:
    text = "Pasal 7 ayat (2) dan Pasal 201"
    now, late = re.compile(r"pasal\s(\d+)", re.IGNORECASE), pattern(r"pasal\s(\d+)", re.IGNORECASE)
    assert [match.span() for match in late.finditer(text)] == [match.span() for match in now.finditer(text)]
    assert late.sub("x", text) == now.sub("x", text)
    assert late.pattern == now.pattern


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        pattern("(").match("")
