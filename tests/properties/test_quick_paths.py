"""What was made quick gives what the plain way gives, on any text."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.citations.grammar import view
from electlaw.citations.reading import _ITEM, _SENTENCE_END, Reading, last_sentence
from electlaw.corpus import builtin
from electlaw.institutions.names import _pattern, _turns, known_names, name_use

PIECES = st.lists(
    st.sampled_from(
        ["Pasal 7", " ", ". ", ".\n", "\n", "! ", "?", "1. ", ": 2. ", "(a) ", '" ', "a.b", "\u2028", "法", "12. "]
    ),
    max_size=20,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_the_last_sentence_is_what_follows_its_last_end(text: str) -> None:
    data = text.lower().encode("latin-1", "replace")
    assert last_sentence(data) == _SENTENCE_END.split(data)[-1]


LINES = st.lists(
    st.sampled_from(["Mengingat:", "1. UU 1/2015", "a) satu", "", "- dua", "Teks biasa.", "  ", "10. tiga"]),
    max_size=14,
).map("\n".join)


def _heading(plain: bytes, at: int) -> bytes:
    """The heading of a list, looked for line by line."""
    begin = plain.rfind(b"\n", 0, at) + 1
    while begin > 0 and _ITEM.match(plain, begin):
        end = begin - 1
        begin = plain.rfind(b"\n", 0, end) + 1
        if not _ITEM.match(plain, begin) and plain[begin:end].strip():
            return plain[begin:end].rstrip()
    return b""


@settings(max_examples=300, deadline=None)
@given(LINES, st.lists(st.integers(0, 120), max_size=8))
def test_the_heading_of_a_list_is_remembered_rightly(text: str, places: list[int]) -> None:
    plain = view(text)
    reading = Reading(text, plain, [], [], None, builtin(), None)
    for at in places:
        if at <= len(plain):
            assert reading.heading(at) == _heading(plain, at)


NAMES = known_names()
AROUND = st.sampled_from(["", " ", "-", "_", "é", "法", "\ud800", "x", "K", ".", "\n", "\xa0"])
TEXTS = st.lists(st.tuples(AROUND, st.sampled_from(NAMES[:60]), AROUND).map("".join), max_size=8).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_names_are_found_as_a_plain_pattern_finds_them(text: str) -> None:
    names = sorted(NAMES[:60], key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    plain = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    assert [m.span() for m in _pattern(names).finditer(text)] == [m.span() for m in plain.finditer(text)]


NAME_TURNS = _turns(None)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([turn for turn in NAME_TURNS if "1950" < turn < "2100"]), st.integers(-2, 2), st.sampled_from(NAMES)
)
def test_what_a_name_means_changes_only_on_its_turns(turn: str, shift: int, name: str) -> None:
    day = date.fromisoformat(turn) + timedelta(days=shift)
    before = NAME_TURNS[bisect_right(NAME_TURNS, day.isoformat()) - 1]
    if before <= day.isoformat():
        assert name_use(name, day.isoformat()) == name_use(name, before)
