"""The working-day calendar says what the courts and the government's lists said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.calendar import WorkingDays, add_months, count, instant, official
from electlaw.errors import Invalid, OutOfCoverage

pytest.importorskip("holidays")

DAYS = st.dates(date(2015, 1, 1), date(2027, 6, 30)).map(date.isoformat)


def test_joint_leave_is_no_working_day_for_the_constitutional_court() -> None:
    # The presidential case of 2024 was registered on 25 March and due within 14 working days: 22 April, which holds
    # only if 8, 9, 12 and 15 April (joint leave) are left out.
    assert count("2024-03-25", 14, "working_day", first="on") == "2024-04-22"
    worked = official(joint_leave=False)
    assert count("2024-03-25", 14, "working_day", first="on", calendar=worked) == "2024-04-16"


@pytest.mark.parametrize(
    ("registered", "due"),
    [
        # The court's own last days: 26 September 2018, 24 March 2021, 11 March 2025.
        ("2018-07-23", "2018-09-26"),
        ("2021-01-18", "2021-03-24"),
        ("2025-01-03", "2025-03-11"),
    ],
)
def test_45_working_days_from_entry_in_the_register(registered: str, due: str) -> None:
    calendar = official(registered)
    assert count(registered, 45, "working_day", first="on", calendar=calendar) == due


def test_the_court_counted_by_the_list_of_the_day() -> None:
    # On 18 January 2021 Friday 12 March was joint leave; a decree of 22 February dropped it.
    assert not official("2021-01-18").is_working("2021-03-12")
    assert official("2021-02-22").is_working("2021-03-12")
    assert count("2021-01-18", 45, "working_day", first="on") == "2021-03-23"


def test_the_filing_windows_of_2024_closed_on_18_december() -> None:
    # The last day of recapitulation was Monday 16 December; that day is day one.
    assert count("2024-12-16", 3, "working_day", first="on") == "2024-12-18"


def test_a_friday_evening_is_day_one_a_saturday_is_not() -> None:
    # A regional KPU's own example: announced on a Friday at 21.00, Friday is day one, Tuesday the last.
    assert count("2024-12-06", 3, "working_day", first="on") == "2024-12-10"
    assert count("2024-12-07", 3, "working_day", first="on") == "2024-12-11"
    assert count("2024-12-08", 3, "working_day", first="on") == "2024-12-11"


@pytest.mark.parametrize(
    ("known", "off"),
    [
        # Decree of August 2019: 22, 26, 27 May and 24 December.
        ("2019-12-31", {"2020-05-22", "2020-05-26", "2020-05-27", "2020-12-24"}),
        # 9 March 2020: 28, 29 May, 21 August and 30 October besides.
        (
            "2020-03-31",
            {"2020-05-22", "2020-05-26", "2020-05-27", "2020-05-28", "2020-05-29", "2020-08-21", "2020-10-30",
             "2020-12-24"},
        ),
        # April 2020: the leave of Idul Fitri moved to 28 to 31 December, 28 October added.
        (
            "2020-06-30",
            {"2020-08-21", "2020-10-28", "2020-10-30", "2020-12-24", "2020-12-28", "2020-12-29", "2020-12-30",
             "2020-12-31"},
        ),
        # 1 December 2020: 28 to 30 December dropped.
        ("2020-12-02", {"2020-08-21", "2020-10-28", "2020-10-30", "2020-12-24", "2020-12-31"}),
    ],
)  # fmt: skip
def test_the_joint_leave_of_2020_as_it_stood_before_each_revision(known: str, off: set[str]) -> None:
    days = [f"2020-05-{day:02}" for day in (22, 26, 27, 28, 29)]
    days += ["2020-08-21", "2020-10-28", "2020-10-30", *(f"2020-12-{day:02}" for day in (24, 28, 29, 30, 31))]
    calendar = official(known)
    assert {day for day in days if not calendar.is_working(day)} == off


def test_two_holidays_of_2021_moved_by_a_day() -> None:
    before, after = official("2021-06-17"), official("2021-06-18")
    assert [before.is_working(f"2021-08-{day}") for day in (10, 11)] == [False, True]
    assert [after.is_working(f"2021-08-{day}") for day in (10, 11)] == [True, False]
    assert [before.is_working("2021-12-24"), after.is_working("2021-12-24")] == [False, True]


def test_the_joint_leave_of_idul_fitri_2023_came_forward() -> None:
    before, after = official("2023-03-28"), official("2023-03-29")
    assert [before.is_working(f"2023-04-{day}") for day in (19, 20, 26)] == [True, True, False]
    assert [after.is_working(f"2023-04-{day}") for day in (19, 20, 26)] == [False, False, True]


def test_a_voting_day_becomes_a_holiday_only_days_before() -> None:
    # Keppres 33/2024 of 21 November 2024; Keppres 22/2020 of 27 November 2020.
    assert official("2024-11-20").is_working("2024-11-27")
    assert not official("2024-11-21").is_working("2024-11-27")
    assert official("2020-11-26").is_working("2020-12-09")
    assert not official("2020-11-27").is_working("2020-12-09")


def test_the_final_calendar_knows_every_revision() -> None:
    calendar = official()
    assert not calendar.is_working("2025-08-18")
    assert official("2025-08-06").is_working("2025-08-18")
    assert calendar.is_working("2020-12-28")


def test_days_outside_the_holiday_data_are_an_error() -> None:
    calendar = official()
    with pytest.raises(OutOfCoverage, match="holiday data"):
        calendar.is_working("2003-12-31")
    with pytest.raises(OutOfCoverage, match=r"2004-01-01 to \d{4}-12-31"):
        calendar.after(calendar.last, 1)
    with pytest.raises(OutOfCoverage):
        calendar.before("2004-01-02", 45)
    with pytest.raises(OutOfCoverage) as caught:
        calendar.is_working("1998-05-21")
    assert "hari libur" in caught.value.message("id")


def test_a_calendar_of_ones_own() -> None:
    week = WorkingDays(["2024-11-27"], "2024-11-25", "2024-12-01")
    assert week.after("2024-11-25", 2) == "2024-11-28"
    assert week.from_on("2024-11-27", 1) == "2024-11-28"
    assert week.between("2024-11-25", "2024-11-30") == 4
    assert count("2024-11-25", 2, "working_day", calendar=week) == "2024-11-28"


@pytest.mark.parametrize(
    "call",
    [
        lambda: WorkingDays([], "2024-02-01", "2024-01-01"),
        lambda: official().between("2024-02-01", "2024-01-01"),
        lambda: official().after("2024-01-01", 0),
        lambda: official().after("2024-02-30", 1),
        lambda: count("2024-01-01", 3, "fortnight"),
        lambda: count("2024-01-01", 3, first="maybe"),
        lambda: instant("2024-01-01", "24:01", "WIB"),
        lambda: instant("2024-01-01", "noon", "WIB"),
        lambda: instant("2024-01-01", "12:00", "CET"),
    ],
)
def test_unusable_input_is_a_specific_error(call) -> None:
    with pytest.raises(Invalid) as caught:
        call()
    assert caught.value.en
    assert caught.value.message("id") != caught.value.en


def test_months_end_on_the_last_day_where_there_is_no_such_day() -> None:
    # Six months before the determination of pairs of 22 September 2024.
    assert add_months("2024-09-22", -6) == "2024-03-22"
    assert add_months("2024-08-31", -6) == "2024-02-29"
    assert add_months("2023-12-31", 2) == "2024-02-29"
    assert add_months("2024-01-15", 12) == "2025-01-15"


def test_the_end_of_a_day_is_the_beginning_of_the_next() -> None:
    closing = instant("2024-12-18", "24:00", "WIB")
    assert closing == instant("2024-12-19", "00:00", "WIB")
    assert closing.isoformat() == "2024-12-19T00:00:00+07:00"
    # One closing day ends at three moments: 23.59 in WIT is 21.59 in WIB.
    assert instant("2024-08-29", "23:59", "WIT") == instant("2024-08-29", "21:59", "WIB")


@given(DAYS, st.integers(1, 60))
def test_counting_forward_and_back_are_inverse(start: str, number: int) -> None:
    calendar = official()
    end = calendar.after(start, number)
    assert calendar.is_working(end)
    if calendar.is_working(start):
        assert calendar.before(end, number) == start
        assert calendar.from_on(start, number + 1) == end
    assert calendar.between(start, end) == number - (not calendar.is_working(start))


@given(DAYS, st.integers(1, 60), st.sampled_from(["day", "working_day"]), st.sampled_from(["after", "on"]))
def test_a_longer_limit_never_ends_earlier(start: str, number: int, unit: str, first: str) -> None:
    assert count(start, number, unit, first=first) < count(start, number + 1, unit, first=first)
    assert count(start, number, unit, first="on") <= count(start, number, unit, first="after")


@given(DAYS, st.integers(-400, 400))
def test_calendar_days_forward_and_back_are_inverse(start: str, number: int) -> None:
    assert count(count(start, number), -number) == start


def test_the_calendar_does_not_depend_on_the_process_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    import electlaw.calendar as module

    monkeypatch.setattr(module, "_base", None)
    monkeypatch.setenv("LANG", "th_TH.UTF-8")
    monkeypatch.setenv("LANGUAGE", "th")
    assert module._package()[0] >= {"2024-08-17", "2024-12-25"}


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    import electlaw.calendar as module

    monkeypatch.setattr(module, "_base", None)
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(Invalid, match="pip install"):
        module._package()
