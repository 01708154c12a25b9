"""Every collection as a table: stable columns, real types, the same rows in every frame library."""

import datetime

import pytest

import electlaw
from electlaw import frames, views
from electlaw.meetings import CoordinationMeeting

LAW = electlaw.at("2024-08-21")
TEXT = "Pasal 7 ayat (2) UU 10/2016 jo. Pasal 33A UU 1/2015"


def tables() -> list[frames.Table]:
    report = electlaw.check_text(TEXT, on="2024-08-21")
    return [
        frames.regions(),
        frames.regions(on="2022-01-01"),
        frames.contests(),
        frames.contests(known="2022-11-21"),
        frames.terms(),
        LAW.instruments,
        LAW.rulings,
        LAW.parameters,
        LAW.provisions,
        frames.stages(LAW.stages("pilkada-2024")),
        frames.citations(report.citations),
        frames.findings(report.findings),
        frames.mandates(LAW.mandates(stage="campaign", region="Kolaka")),
        frames.changes(electlaw.at("2024-08-19").diff(LAW).changes),
        LAW.regions,
        LAW.waves,
    ]


TABLES = tables()
TYPES = {"text": str, "int": int, "bool": bool, "date": datetime.date}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_cells_have_the_type_of_their_column(table: frames.Table) -> None:
    assert len(table) > 0
    for row in table.rows:
        for cell, column in zip(row, table.columns, strict=True):
            assert cell is None or type(cell) is TYPES[column.type], column
    assert all(column.about for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("backend", frames.BACKENDS)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_frames_hold_the_same_rows(table: frames.Table, backend: str) -> None:
    pytest.importorskip("narwhals")
    pytest.importorskip(backend)
    import narwhals as nw

    frame = nw.from_native(table.to_frame(backend))
    assert frame.columns == [column.name for column in table.columns]
    assert len(frame) == len(table)
    for column in table.columns:
        values = frame[column.name].to_list()
        expected = [row[table.columns.index(column)] for row in table.rows]
        for value, wanted in zip(values, expected, strict=True):
            if wanted is None:
                assert str(value) in ("None", "nan", "NaT", "<NA>")
            elif isinstance(wanted, datetime.date):
                assert str(value)[:10] == str(wanted)
            else:
                assert value == wanted


def test_what_is_no_frame_library() -> None:
    with pytest.raises(electlaw.Invalid, match="pandas, polars, pyarrow"):
        LAW.rulings.to_frame("excel")


def test_no_table_looks_further_than_it_may() -> None:
    known = {row["id"] for row in electlaw.at("2024-08-19").rulings}
    assert "mk-60-puu-xxii-2024" not in known
    days = {row["event"]: row["voting_last"] for row in frames.contests(known="2022-11-21")}
    assert days["pilkada-2024"] == datetime.date(2024, 11, 30)


def test_shown() -> None:
    table = frames.regions()
    assert "… and 532 rows more" in views.text(table)
    assert "<table>" in table._repr_html_()
    assert "code" in table.schema()


def test_parameters_that_a_later_table_replaced_stand_no_more() -> None:
    """Pasal 41: shares of the population until 2015 and 2016, of the voters since."""
    rows = [row for row in electlaw.at("2024-08-21").parameters if row["key"] == "independent.support_share"]
    assert rows
    assert {row["by"] for row in rows} <= {"uu-10-2016", "uu-11-2006"}
    early = [row for row in electlaw.at("2014-11-01").parameters if row["key"] == "independent.support_share"]
    assert {row["by"] for row in early} <= {"perppu-1-2014", "uu-11-2006"}


def test_answers_that_hold_a_collection_are_tables() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("narwhals")
    case = {"case": "nomination", "region": "Sultra", "votes": 1, "valid_votes": 10, "electorate": 1_867_931}
    answers = (
        (LAW.schedule("pilkada-2024"), "stage"), (LAW.matrix("campaign", "Kolaka"), "role"),
        (electlaw.at("2024-08-19").diff(LAW), "target"), (electlaw.check_text(TEXT, on="2024-08-21"), "code"),
        (electlaw.rules.validate(case, "2024-08-27"), "outcome"),
        (CoordinationMeeting.from_dict({"date": "x"}).check(), "code"),
    )  # fmt: skip
    for answer, column in answers:
        assert len(answer.to_frame()) == len(frames.of(answer)) > 0
        assert column in answer.to_frame("polars").columns
    with pytest.raises(electlaw.Invalid, match="is no table"):
        frames.of(LAW)


def test_the_regions_and_waves_of_a_law_are_those_of_its_days() -> None:
    assert len(electlaw.at("2022-01-01").regions) < len(electlaw.at("2023-01-01").regions)
    assert electlaw.at("2022-11-21").waves.rows == frames.contests(known="2022-11-21").rows
