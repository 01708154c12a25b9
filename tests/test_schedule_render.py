"""Schedules as text, tables, charts and calendars that people can import."""

import json
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from electlaw import views
from electlaw.corpus import builtin
from electlaw.errors import Invalid
from electlaw.render.ics import ics
from electlaw.render.schedule import FORMATS, output, rows, svg
from electlaw.schedule import Order, deadline, event_ids, plan, schedule, schedules

SULTRA = schedule("pilkada-2024", on="2024-11-25", region="Sulawesi Tenggara")


def events(text: str) -> list:
    icalendar = pytest.importorskip("icalendar")
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("event", event_ids(builtin()))
def test_calendars_are_read_by_an_independent_parser(event: str) -> None:
    found = schedule(event, on="2025-09-01")
    parsed = events(ics(found))
    uids = [str(item["UID"]) for item in parsed]
    assert len(uids) == len(set(uids))
    dated = [
        one for one in found.stages if one.end.exact and one.end.known and (one.start.exact or not one.start.known)
    ]
    assert len(parsed) <= len(found.stages)
    assert len(parsed) >= len([one for one in dated if one.start.exact])
    for item in parsed:
        assert item["DTSTART"].dt < item["DTEND"].dt


def test_the_last_day_of_the_quiet_period_is_within_the_event() -> None:
    quiet = next(item for item in events(ics(SULTRA)) if ".quiet_period." in str(item["UID"]))
    # DTEND is exclusive: 24 to 26 November 2024.
    assert (quiet["DTSTART"].dt, quiet["DTEND"].dt) == (date(2024, 11, 24), date(2024, 11, 27))
    assert str(quiet["SUMMARY"]) == "Masa tenang"
    assert str(quiet["STATUS"]) == "CONFIRMED"


def test_a_moved_stage_keeps_its_uid_and_raises_its_sequence() -> None:
    old, new = (events(ics(schedule("pilkada-2020", on=on))) for on in ("2020-05-01", "2020-06-20"))
    vote = [next(item for item in found if ".voting_day.national" in str(item["UID"])) for found in (old, new)]
    assert str(vote[0]["UID"]) == str(vote[1]["UID"])
    assert [item["DTSTART"].dt for item in vote] == [date(2020, 9, 23), date(2020, 12, 9)]
    assert vote[0]["SEQUENCE"] < vote[1]["SEQUENCE"]


def test_stages_put_off_are_cancelled_and_suspended_ones_tentative() -> None:
    found = {str(item["UID"]): str(item["STATUS"]) for item in events(ics(schedule("pilkada-2020", on="2020-05-05")))}
    assert found["pilkada-2020.campaign.province+regency-city@electlaw"] == "CANCELLED"
    assert found["pilkada-2020.adhoc_pps_inauguration.regency-city@electlaw"] == "TENTATIVE"


def test_a_vote_put_off_replaces_what_a_calendar_holds() -> None:
    # 23 September 2020, then some day of December, then 9 December: one event that moves.
    votes = [
        next(item for item in events(ics(schedule("pilkada-2020", on=on))) if ".voting_day." in str(item["UID"]))
        for on in ("2020-05-01", "2020-05-05", "2020-06-20")
    ]
    assert len({str(item["UID"]) for item in votes}) == 1
    assert [item["DTSTART"].dt for item in votes] == [date(2020, 9, 23), date(2020, 12, 1), date(2020, 12, 9)]
    assert [item["DTEND"].dt for item in votes] == [date(2020, 9, 24), date(2021, 1, 1), date(2020, 12, 10)]
    assert [str(item["STATUS"]) for item in votes] == ["CONFIRMED", "TENTATIVE", "CONFIRMED"]
    assert [item["SEQUENCE"] for item in votes] == sorted({item["SEQUENCE"] for item in votes})
    # Kalimantan Tengah, put off on 8 December 2015 with no day: called off in the calendar too.
    put_off = events(ics(schedule("pilkada-2015", on="2015-12-20", region="Kalimantan Tengah")))
    vote = next(item for item in put_off if ".voting_day." in str(item["UID"]))
    assert (vote["DTSTART"].dt, str(vote["STATUS"])) == (date(2015, 12, 9), "CANCELLED")


def test_the_window_of_a_revote_is_a_tentative_event() -> None:
    (vote,) = events(ics(schedule("psu-2021", on="2021-03-25", region="Kalimantan Selatan"), lang="en"))
    assert (vote["DTSTART"].dt, vote["DTEND"].dt) == (date(2021, 3, 20), date(2021, 6, 22))
    assert str(vote["STATUS"]) == "TENTATIVE"
    assert str(vote["SUMMARY"]) == "Voting day (not scheduled yet)"


def test_lines_of_a_calendar_keep_to_75_octets_and_crlf() -> None:
    text = ics(SULTRA)
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_calendar_does_not_depend_on_when_it_is_written() -> None:
    assert ics(SULTRA) == ics(schedule("pilkada-2024", on="2024-11-25", region="Sultra"))


def test_several_schedules_make_one_calendar() -> None:
    found = [schedule(event, on="2025-03-10") for event in ("psu-2025", "pilkada-ulang-2025")]
    parsed = events(ics(*found))
    assert {str(item["CATEGORIES"].cats[0]) for item in parsed} == {"psu-2025", "pilkada-ulang-2025"}


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("event", ["pilkada-2015", "pilkada-2020", "psu-2025", "pilkada-2029"])
def test_charts_are_well_formed_and_name_every_bar(event: str, lang: str) -> None:
    found = schedule(event, on="2020-05-05" if event == "pilkada-2020" else "2025-09-01")
    root = ET.fromstring(svg(found, lang=lang))
    space = "{http://www.w3.org/2000/svg}"
    bars = root.findall(f"{space}g")
    drawn = [one for one in found.stages if one.end.known]
    assert len(bars) == len(drawn)
    assert all(bar.find(f"{space}title").text for bar in bars)
    assert root.find(f"{space}title").text


def test_html_escapes_what_comes_from_outside() -> None:
    shown = views.html(SULTRA, "id")
    ET.fromstring(shown)
    assert "Masa tenang" in shown
    assert "<script" not in shown


def test_text_in_both_languages() -> None:
    english, indonesian = (views.text(SULTRA, lang) for lang in ("en", "id"))
    assert "24 November 2024 – 26 November 2024" in english
    assert "running" in english
    assert "berlangsung" in indonesian
    assert "Pemungutan suara" in indonesian
    assert "Sulawesi Tenggara" in indonesian.splitlines()[0]


def test_a_stage_shows_the_norm_it_prevails_over() -> None:
    shown = views.text(
        schedule("pilkada-2024", on="2025-01-06", region="Sultra").stage("elected_determination_without_dispute")
    )
    assert "PKPU 18/2024" in shown
    assert "prevails over: PKPU 2/2024: no later than 5 days after notice of registered petitions" in shown


def test_limits_and_plans_as_text() -> None:
    limit = deadline("dispute_filing", "2024-12-09", on="2024-12-09", event="pilkada-2024")
    assert "11 December 2024" in views.text(limit)
    assert "11 Desember 2024" in views.text(limit, "id")
    shown = views.text(plan(order=Order("2025-02-24", 60), new_candidates=True, independents=True), "id")
    assert "25 April 2025" in shown
    assert "tidak mungkin" in shown
    assert "<table>" in views.html(limit)


def test_rows_for_a_table() -> None:
    table = rows(SULTRA, lang="id")
    assert len(table) == len(SULTRA.stages)
    assert {len(row) for row in table} == {11}
    assert next(row for row in table if row["stage"] == "voting_day")["start"] == "2024-11-27"


def test_every_format_of_the_command() -> None:
    found = schedules("Sultra", on="2024-11-25")
    for form in FORMATS:
        assert output(found, form, lang="id")
    assert json.loads(output(found, "json"))[0]["event"] == "pilkada-2024"
    several = [*found, *schedules("Kabupaten Barito Utara", on="2025-06-01")]
    assert [one.event for one in several] == ["pilkada-2024", "psu-2025-b"]
    ET.fromstring(output(several, "svg"))
    with pytest.raises(Invalid, match="json"):
        output(found, "pdf")


def test_the_command(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from electlaw.cli import main

    assert main(["stages", "pilkada-2020", "--on", "2020-05-05", "--format", "json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert {row["stage"]: row["state"] for row in found}["voting_day"] == "unscheduled"
    assert main(["stages", "Sultra", "--on", "2024-11-25", "--format", "ics"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert main(["stages", "Atlantis", "--on", "2024-11-25"]) == 2
    assert b"Atlantis" in capfdbinary.readouterr().err
