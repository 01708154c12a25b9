"""What the command prints and objects give as JSON has a version, names its schema and keeps it, key by key."""

import itertools
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import offices, rules
from electlaw.brief import brief
from electlaw.cli import main
from electlaw.corpus import builtin
from electlaw.facts import facts
from electlaw.graph import OPS, graph
from electlaw.institutions import local, matrices
from electlaw.meetings import CoordinationMeeting, draft
from electlaw.regions import all_regions, events
from electlaw.render.fields import fields_json
from electlaw.schedule import Order, deadline, plan, schedule
from electlaw.schemas import NAMES, document, schema, schema_names

jsonschema = pytest.importorskip("jsonschema")

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE = str(EXAMPLES / "berita-rakor.txt")
NOMINATION = '{"case": "nomination", "region": "Sultra", "votes": 1, "valid_votes": 10, "electorate": 1867931}'
DAYS = ("2014-10-02", "2015-03-18", "2016-07-01", "2020-05-04", "2022-11-21", "2024-08-20", "2026-02-02")


def closed(part: Any) -> Any:
    """A schema that refuses keys it does not describe."""
    if isinstance(part, list):
        return [closed(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    made = {key: closed(inner) for key, inner in part.items()}
    if made.get("type") == "object" and "properties" in made:
        made.setdefault("additionalProperties", False)
    return made


@cache
def validator(name: str) -> Any:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return jsonschema.Draft202012Validator(closed(schema(name)), format_checker=checker)


def keeps(name: str, data: Any) -> None:
    found = list(validator(name).iter_errors(json.loads(json.dumps(data))))
    assert found == [], f"{name}: {found[0].json_path}: {found[0].message}"


# -- the command ----------------------------------------------------------------------------------------

COMMANDS = [
    ("brief", "brief", "Sultra", "--on", "2022-11-21"),
    ("brief", "brief", "Kota Kendari", "--on", "2024-10-01"),
    ("chain", "export", "UU 2/2024", "--on", "2026-02-02"),
    ("check", "check", ARTICLE),
    ("check", "check", ARTICLE, "--on", "2022-11-21"),
    ("checks", "check", ARTICLE, str(EXAMPLES / "rakor.toml")),
    ("diff", "diff", "2016-06-30", "2016-07-01"),
    ("diff", "diff", "2024-08-19", "2024-08-21"),
    ("facts", "facts"),
    ("fields", "rules", "--fields", "dispute"),
    ("graph", "graph", "UU 10/2016", "--also", "tests", "--also", "implements"),
    ("history", "law", "Pasal 7 ayat (2) huruf g", "--history"),
    ("history", "law", "Pasal 7 ayat (2) huruf g", "--history", "known"),
    ("instrument", "law", "Putusan MK 60/PUU-XXII/2024", "--on", "2024-08-21"),
    ("instrument", "law", "UU 22/2014", "--on", "2014-10-02"),
    ("meeting-draft", "meeting", "Sultra", "--on", "2022-11-21"),
    ("meeting-report", "meeting", str(EXAMPLES / "rakor.toml")),
    ("not-found", "law", "UU 10/2061", "--on", "2020-01-01"),
    ("not-found", "law", "Pasal 999", "--on", "2020-01-01"),
    ("provision", "law", "Pasal 65 ayat (2) UU 23/2014", "--on", "2020-01-01"),
    ("packs", "data", "packs"),
    ("precedence", "prevails", "UU 10/2016", "PKPU 8/2024"),
    ("problems", "data", "check", str(EXAMPLES / "pack-committee")),
    ("provision", "law", "Pasal 40 ayat (1)", "--on", "2024-08-21"),
    ("provision", "law", "Pasal 54D", "--on", "2016-06-30"),
    ("not-found", "law", "Pasal 33A", "--on", "2020-01-01"),
    ("region", "region", "Kota Kendari"),
    ("region", "region", "Merauke", "--on", "2020-01-01"),
    ("rules", "rules"),
    ("rules", "rules", "dispute.margin"),
    ("schemas", "schema"),
]


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    main([*command, "--format", "json"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[1:3]).rpartition("/")[2])
def test_what_the_command_prints(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    name, *words = command
    data = printed(capsys, *words)
    assert (data["schema_version"], data["schema"]) == (1, name)
    keeps(name, data)


def test_reports_comparisons_and_scans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.json").write_text(NOMINATION)
    case = ("validate", str(tmp_path / "case.json"), "--on", "2024-08-27")
    keeps("report", printed(capsys, *case))
    keeps("comparison", printed(capsys, *case, "--compare", "2024-08-19"))
    pytest.importorskip("pyarrow")
    keeps("scan", printed(capsys, "scan", ARTICLE, "--out", str(tmp_path / "out"), "--jobs", "1"))


@pytest.mark.parametrize("target", ["pilkada-2020", "Sultra"])
def test_stages_are_a_bare_list_of_rows(target: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "stages", target, "--on", "2020-05-05")
    assert rows
    assert isinstance(rows, list)
    keeps("stages", rows)


def test_every_schema_of_the_command_is_tried() -> None:
    tried = {command[0] for command in COMMANDS} | {"report", "comparison", "scan", "stages", "meeting"}
    assert set(schema_names()) - tried == {
        "deadline", "finding", "incumbent", "institutions", "mandates", "parameter", "plan", "vacancy",
    }  # fmt: skip


def test_a_published_schema_has_no_version_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "schema", "check") == schema("check")


def test_problems_have_file_row_and_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "instruments.tsv").write_text("id\tkind\nuu-1-2030\tuu\n")
    data = printed(capsys, "data", "check", str(tmp_path))
    assert data["problems"]
    keeps("problems", data)


# -- schemas --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_valid_and_stands_alone(name: str) -> None:
    found = schema(name)
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["$id"].endswith(f"/{name}.json")
    assert found["title"]
    assert found["description"]
    text = json.dumps(found)
    assert set(found.get("$defs", {})) >= {piece.split('"')[0] for piece in text.split('"#/$defs/')[1:]}


def test_a_document_names_the_schema_of_its_class() -> None:
    assert set(NAMES.values()) <= set(schema_names())
    with pytest.raises(electlaw.Invalid, match="no published schema"):
        document(object())
    with pytest.raises(electlaw.NotFound, match="chain"):
        schema("chian")


# -- objects --------------------------------------------------------------------------------------------


def gives(answer: Any) -> None:
    """The JSON of an object keeps its schema, as it is and as a document."""
    name = NAMES[type(answer).__name__]
    keeps(name, answer.to_json())
    made = document(answer)
    assert (made["schema_version"], made["schema"]) == (1, name)
    keeps(name, made)


def of_a_day(on: str) -> Iterator[Any]:
    law = electlaw.at(on)
    for place in ("Pasal 3 ayat (1)", "Pasal 4", "Pasal 7 ayat (2) huruf g", "Pasal 54C ayat (2)", "Pasal 201A"):
        found = law.provision(place)
        yield from (found, found.history("on"), found.history("known"))
    for row in list(law.instruments)[::9]:
        yield law.instrument(str(row["id"]))
    for row in law.parameters:
        yield law.parameter(str(row["key"]))
    yield law.prevails("UU 10/2016", "PKPU 8/2024")
    yield graph(law.corpus, "uu-7-2017", law.moment, (*OPS, "implements", "tests"))
    for code in ("74", "11", "34", "31", "74.71", "92", "91.01"):
        try:
            found = brief(code, law)
        except electlaw.ElectlawError:
            continue
        yield found
        yield found.head
        yield offices.vacancy(code, on)
        yield from found.responsibilities
        yield local(code, on)
    yield from matrices(("campaign", "voting_day"), "74", on=on, kind="pilkada")


@pytest.mark.parametrize("on", DAYS)
def test_answers_of_every_kind_of_day(on: str) -> None:
    for answer in of_a_day(on):
        gives(answer)


@pytest.mark.parametrize("on", DAYS)
def test_schedules(on: str) -> None:
    for event in events():
        try:
            keeps("stages", schedule(event.id, on=on).to_json())
        except electlaw.ElectlawError:  # not known by then
            continue


def test_limits_and_plans() -> None:
    for on, event in (("2015-12-18", "pilkada-2015"), ("2024-12-03", "pilkada-2024")):
        gives(deadline("dispute_filing", on=on, event=event, region="Muara Enim"))
        announced = datetime.fromisoformat(f"{on}T20:00+07:00")
        gives(deadline("dispute_filing", announced, on=on, event=event, region="Muara Enim"))
    gives(plan(order=Order("2025-02-24", 60), new_candidates=True, independents=True))
    gives(plan(voting_day="2025-04-19"))


def test_reports_of_texts_meetings_and_cases() -> None:
    gives(electlaw.check_text(Path(ARTICLE).read_text()))
    gives(electlaw.check_text(""))
    for finding in electlaw.check_text(
        "Pasal 212 UU 1/2015 dan UU (UUD) Nomor 10 Tahun 2016", on="2024-08-20"
    ).findings:
        gives(finding)
    report = rules.validate(json.loads(NOMINATION), "2024-08-27")
    gives(report)
    gives(rules.compare(json.loads(NOMINATION), "2024-08-19", "2024-08-27"))
    gives(facts(builtin()))
    keeps("rules", document({"rules": [rule.to_json() for rule in rules.all()]}, "rules"))
    keeps("fields", document({"kinds": fields_json()}, "fields"))
    for region in ("Sultra", "Aceh", "Kota Kendari"):
        gives(draft(region, "2024-06-01"))
    for meeting in (
        {},
        {"date": "2022-11-31", "nonsense": 1},
        {"name": "Rakor", "date": "2022-11-21", "legal_bases": ["UU 22/2014"]},
    ):
        gives(CoordinationMeeting.from_dict(meeting).check())


def test_every_region() -> None:
    for region in list(all_regions())[::7]:
        gives(region)


@given(
    st.dates(min_value=date(2014, 10, 2), max_value=date(2026, 2, 2)), st.sampled_from([r.code for r in all_regions()])
)
def test_a_brief_of_any_region_and_day(on: date, code: str) -> None:
    try:
        found = brief(code, electlaw.at(on))
    except electlaw.ElectlawError:  # the region was not there yet
        return
    gives(found)


@given(st.dates(min_value=date(2014, 10, 2), max_value=date(2026, 2, 2)), st.integers(0, 700), st.data())
def test_a_place_on_any_day_as_known_on_any_other(known: date, later: int, data: st.DataObject) -> None:
    paths = builtin().paths("uu-1-2015")
    place = data.draw(st.sampled_from(paths))
    gives(electlaw.at(known + timedelta(later), known).provision(f"uu-1-2015/{place}"))


# -- meetings written down ------------------------------------------------------------------------------

WORDS = st.sampled_from(["Kendari", "Forkopimda Provinsi Sulawesi Tenggara", "UU 10/2016", "", "  ", "a\nb"])
ANY = st.none() | st.booleans() | st.integers(-1, 2) | WORDS
DATES = st.none() | st.sampled_from(["2024-03-14", "2024-02-30", "14 March 2024", "", "2024-3-14"]) | st.integers(0, 1)
TABLES = st.dictionaries(
    st.sampled_from(["text", "name", "office", "region", "capacity", "title", "other"]), ANY, max_size=3
)
LISTS = st.lists(ANY | TABLES, max_size=3)
ELECTIONS = st.sampled_from(["pilkada", "pemilu", "pilpres"])
SHAPES = {
    "level": st.none() | st.sampled_from(["national", "provinces", "province", "regency-city", "desa", ""]),
    "election_scope": st.none() | ELECTIONS | st.lists(ELECTIONS | st.integers(), max_size=2),
    "committee": ANY | LISTS | st.fixed_dictionaries({}, optional={"title": ANY, "date": DATES}),
    "date": DATES,
    "date_end": DATES,
    "nonsense": ANY,
}
FIELDS = [name for name in schema("meeting")["properties"] if name not in SHAPES]
MEETINGS = st.fixed_dictionaries({}, optional=SHAPES | dict.fromkeys(FIELDS, ANY | TABLES | LISTS))


def fields_of(problems: Any) -> set[str]:
    return {problem.field.partition("[")[0].partition(".")[0] for problem in problems}


@given(MEETINGS)
def test_the_schema_and_the_reader_refuse_the_same_fields_of_a_meeting(data: dict[str, Any]) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    errors = list(jsonschema.Draft202012Validator(schema("meeting"), format_checker=checker).iter_errors(data))
    refused = {str(error.absolute_path[0]) if error.absolute_path else "nonsense" for error in errors}
    assert refused == fields_of(CoordinationMeeting.from_dict(data).problems)


def test_the_schema_has_the_fields_of_a_meeting() -> None:
    import attrs

    names = {field.name for field in attrs.fields(CoordinationMeeting)} - {"problems"}
    assert set(schema("meeting")["properties"]) == names


def test_meetings_of_ours_keep_the_schema() -> None:
    import tomllib

    given = tomllib.loads((EXAMPLES / "rakor.toml").read_text())
    keeps("meeting", given)
    for region, scope in itertools.product(("Sultra", "Kota Kendari", "Aceh"), (["pilkada"], ["pemilu", "pilkada"])):
        keeps("meeting", draft(region, "2024-06-01", scope).meeting().to_dict())
