from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.dates import Span, When, day, when, zone
from electlaw.errors import Invalid

dates = st.dates(date(1945, 1, 1), date(2100, 12, 31))


@given(dates)
def test_a_day_and_its_text_are_one(value: date) -> None:
    assert day(value) == day(value.isoformat()) == value.isoformat()


@given(dates, dates)
def test_texts_of_days_sort_as_days(one: date, two: date) -> None:
    assert (day(one) < day(two)) == (one < two)


@given(dates)
def test_precisions_hold_the_day(value: date) -> None:
    text = value.isoformat()
    for cut in (10, 7, 4):
        window = when(text[:cut])
        assert window.earliest <= text <= window.latest
        assert str(window) == text[:cut]


@given(dates, dates)
def test_windows_round_trip(one: date, two: date) -> None:
    first, last = sorted((one.isoformat(), two.isoformat()))
    window = when(f"{first}..{last}")
    assert when(str(window)) == window


@pytest.mark.parametrize(
    "text", ["2015-13", "2015-2-1", "15", "2015-02-30", "2016-02-02..2016-02-01", "mei 2015", "２０１５-01-01"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        when(text)


def test_a_moment_is_not_a_day() -> None:
    with pytest.raises(Invalid, match="moment"):
        day(datetime(2024, 11, 27, 7, 0))


def test_half_open_spans() -> None:
    span = Span(when("2015-02-02"), when("2016-07-01"))
    assert [span.contains(on) for on in ("2015-02-01", "2015-02-02", "2016-06-30", "2016-07-01")] == [
        False,
        True,
        True,
        False,
    ]


def test_an_imprecise_start_answers_maybe() -> None:
    span = Span(when("2015-04"))
    assert [span.contains(on) for on in ("2015-03-31", "2015-04-10", "2015-04-30")] == [False, None, True]


def test_an_empty_span_holds_no_day() -> None:
    span = Span(when("2014-10-02"), when("2014-10-02"))
    assert span.empty
    assert span.contains("2014-10-02") is False


def test_a_span_with_an_unmet_condition_holds_no_day() -> None:
    assert Span(when("2024-04-25"), condition="decree").contains("2030-01-01") is False


@given(dates, dates, dates)
def test_reached(earliest: date, latest: date, on: date) -> None:
    first, last = sorted((earliest.isoformat(), latest.isoformat()))
    reached = When(first, last).reached(on.isoformat())
    assert reached is (True if last <= on.isoformat() else None if first <= on.isoformat() else False)


def test_zones() -> None:
    at_noon = datetime(2024, 11, 27, 12, tzinfo=zone("WIT"))
    assert at_noon.astimezone(zone("WIB")).hour == 10
    with pytest.raises(Invalid, match="WIB, WITA, WIT"):
        zone("WIS")
