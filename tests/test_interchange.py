"""Values of electlaw in the hands of others: plain data and back, through cattrs, pydantic, or neither."""

import json
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import electlaw
from electlaw import Invalid, rules
from electlaw.acts import Text
from electlaw.citations import Citation, Report
from electlaw.converters import VALUES, converter, structure, unstructure
from electlaw.dates import UNKNOWN, When, when
from electlaw.findings import Finding, Ground
from electlaw.law import Law
from electlaw.refs import Ref
from electlaw.regions import Region
from electlaw.rules.cases import Case, NominationCase, _all_kinds

ARTICLE = (
    "Kendari, Jumat (30/8/2024) – Undang-Undang (UUD) Nomor 10 Tahun 2016 tentang Perubahan Ketiga atas Undang-Undang "
    "Nomor 1 Tahun 2015, Pasal 212 ayat (1) UU 1/2015 jo Pasal 7 ayat (2) huruf a dan b, dan Putusan MK 60/PUU-XXII/2024."
)
CASES = (
    {"case": "nomination", "region": "Sultra", "votes": 149_999, "valid_votes": 1_500_000, "electorate": 1_867_931},
    {"case": "nomination", "region": "Sultra", "dprd_seats": 45, "electorate": 1_867_931, "valid_votes": 1_500_000,
     "parties": [{"name": "A", "votes": 100, "seats": 1}, {"name": "B", "votes": 200, "seats": 2}]},
    {"case": "dispute", "region": "Sultra", "event": "pilkada-2024", "population": 2_700_000, "valid_votes": 1_400_000,
     "winner_votes": 700_000, "petitioner_votes": 690_000},
)  # fmt: skip


def through_json(value: object) -> Any:
    """The plain form after it was written as JSON and read again."""
    return json.loads(json.dumps(unstructure(value)))


def values() -> list[object]:
    report = electlaw.check_text(ARTICLE)
    cases = [rules.case(item) for item in CASES]
    found = [finding for case in cases for finding in rules.validate(case, on="2024-08-27")]
    assert len(report.citations) > 3
    assert len(report.findings) > 2
    return [
        electlaw.parse("Pasal 201 ayat (8) UU 10/2016"), electlaw.parse("Putusan MK 60/PUU-XXII/2024"),
        when("2024-08-20"), when("2024-11"), when("2024"), UNKNOWN,
        Text("one", "satu"), Text("", "satu"), report, *report.citations, *report.findings, *found, *cases,
        *[ground for finding in found for ground in finding.basis],
        electlaw.region("Sultra"), electlaw.region("Kota Kendari"),
        electlaw.at("2024-08-20"), electlaw.at("2024-11-27", known="2022-11-21", event="pilkada-2024", region="74"),
    ]  # fmt: skip


@pytest.fixture(scope="module", name="values")
def _values() -> list[object]:
    return values()


def kind(value: object) -> type:
    return next(made for made in VALUES if isinstance(value, made))


def test_every_kind_of_value_is_tried(values: list[object]) -> None:
    assert {kind(value) for value in values} == set(VALUES)


def test_there_and_back(values: list[object]) -> None:
    for value in values:
        assert structure(through_json(value), kind(value)) == value


def test_a_case_comes_back_as_its_own_kind() -> None:
    case = rules.case(CASES[0])
    assert isinstance(structure(through_json(case), Case), NominationCase)
    assert structure(through_json(case), NominationCase) == case
    with pytest.raises(Invalid, match="not a NominationCase"):
        structure(through_json(rules.case(CASES[2])), NominationCase)


def test_a_law_comes_back_with_its_subject() -> None:
    law = electlaw.at("2015-10-15", event="pilkada-2017", region="74")
    back = structure(through_json(law), Law)
    asked = {"office": "governor", "electorate": 1_867_931}
    assert back.parameter("independent.support_share", **asked).stated == "10"
    assert law.parameter("independent.support_share", **asked).stated == "10"


@pytest.mark.parametrize(
    ("data", "made"),
    [
        (5, Ref), ("nonsense", Ref), ({}, Text), ({"code": "E101"}, Finding), ([], Report), ({"place": "x"}, Ground),
        ({"start": 1, "nonsense": 2}, Citation), ("31/02/2020", When), ({"case": "nomination", "vots": 1}, Case),
        ({"on": "2024-02-30", "known": "2024-01-01"}, Law),
    ],
)  # fmt: skip
def test_what_has_not_the_form(data: Any, made: type) -> None:
    with pytest.raises(Invalid):
        structure(data, made)


def test_answers_become_data_but_are_made_by_asking() -> None:
    answer = electlaw.at("2024-08-20").provision("Pasal 40 ayat (1)")
    assert unstructure(answer)["construed_by"] == ["mk-60-puu-xxii-2024"]
    with pytest.raises(Invalid, match="by asking the law"):
        structure(unstructure(answer), type(answer))
    with pytest.raises(Invalid, match="no plain form"):
        unstructure(object())


# -- properties -----------------------------------------------------------------------------------------

PLACES = st.builds(
    lambda kind, number, year, pasal, letter, ayat: f"{kind}-{number}-{year}/pasal-{pasal}{letter}/ayat-{ayat}",
    st.sampled_from(("uu", "perppu", "pkpu", "pp")), st.integers(1, 99), st.integers(1945, 2030), st.integers(1, 999),
    st.sampled_from(("", "a", "b")), st.integers(1, 30),
)  # fmt: skip
WORDS = st.text(max_size=20)
TEXTS = st.builds(Text, st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
GROUNDS = st.builds(Ground, PLACES, st.sampled_from(("text", "report", "recall", "calendar")))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
FINDINGS = st.builds(
    Finding, st.from_regex(r"\A[EWI][0-9]{3}\Z"), TEXTS, st.dictionaries(WORDS, PLAIN, max_size=3),
    st.lists(GROUNDS, max_size=2).map(tuple), field=WORDS, rule=st.just("a.b"), outcome=st.sampled_from(("pass", "fail")),
    needs=st.lists(WORDS, max_size=2).map(tuple), corrected=st.none() | WORDS, practice=st.none() | TEXTS,
)  # fmt: skip


@given(PLACES)
def test_references_come_back(place: str) -> None:
    assert structure(through_json(Ref(place)), Ref) == place


@given(st.dates(min_value=date(2005, 1, 1), max_value=date(2100, 1, 1)), st.integers(0, 400))
def test_days_and_windows_come_back(first: date, length: int) -> None:
    window = When(first.isoformat(), (first + timedelta(length)).isoformat())
    assert structure(through_json(window), When) == window


@given(FINDINGS)
def test_findings_come_back(finding: Finding) -> None:
    assert structure(through_json(finding), Finding) == finding


@given(st.text(max_size=200) | st.lists(st.sampled_from(ARTICLE.split()), max_size=30).map(" ".join))
def test_reports_of_any_text_come_back(text: str) -> None:
    report = electlaw.check_text(text, on="2024-08-30")
    assert structure(unstructure(report), Report) == report


def value_of(unit: str) -> st.SearchStrategy[object] | None:
    """Values a field of a case may have, by its unit; None for tables and lists."""
    if unit == "true or false":
        return st.booleans()
    if unit.startswith("one of "):
        return st.sampled_from(unit.removeprefix("one of ").split(", "))
    if unit == "YYYY-MM-DD":
        return st.dates(min_value=date(2015, 1, 1), max_value=date(2025, 12, 31)).map(date.isoformat)
    if unit in ("votes", "seats", "voters", "pairs", "persons", "areas", "ballots", "days", "months", "IDR"):
        return st.integers(1, 10**6)
    return None


def cases_of(kind: str) -> st.SearchStrategy[dict[str, object]]:
    found = {field.name: value_of(field.unit) for field in rules.fields(kind)}
    optional = {name: values for name, values in found.items() if values is not None and name != "office"}
    return st.fixed_dictionaries({"case": st.just(kind), "region": st.just("74")}, optional=optional)


@given(st.sampled_from(sorted(_all_kinds())).flatmap(cases_of))
def test_cases_of_every_kind_come_back(data: dict[str, object]) -> None:
    try:
        made = rules.case(data)
    except electlaw.ElectlawError:  # the fields contradict each other
        assume(False)
    again = structure(through_json(made), Case)
    assert again == made
    assert type(again) is type(made)


# -- cattrs ---------------------------------------------------------------------------------------------


@attrs.frozen
class Article:
    """A user's own class."""

    title: str
    about: Region
    cites: list[Ref]
    report: Report
    case: NominationCase | None = None


def test_cattrs() -> None:
    pytest.importorskip("cattrs")
    made = converter()
    article = Article(
        "Judul", electlaw.region("Sultra"), [electlaw.parse("UU 10/2016")], electlaw.check_text(ARTICLE),
        rules.case(CASES[0]),
    )  # fmt: skip
    data = json.loads(json.dumps(made.unstructure(article)))
    assert data["cites"] == ["uu-10-2016"]
    assert made.structure(data, Article) == article


def test_cattrs_keeps_a_users_own_hooks() -> None:
    cattrs = pytest.importorskip("cattrs")
    base = cattrs.Converter()
    base.register_unstructure_hook(complex, str)
    assert converter(base) is base
    assert base.unstructure([1j, electlaw.parse("UU 10/2016")]) == ["1j", "uu-10-2016"]


# -- pydantic -------------------------------------------------------------------------------------------


def test_pydantic_round_trip(values: list[object]) -> None:
    pydantic = pytest.importorskip("pydantic")
    for value in values:
        adapter = pydantic.TypeAdapter(kind(value))
        assert adapter.validate_python(value) is value
        assert adapter.validate_json(adapter.dump_json(value)) == value
        assert adapter.validate_python(adapter.dump_python(value)) == value


def test_pydantic_models_and_their_schema() -> None:
    pydantic = pytest.importorskip("pydantic")
    model = pydantic.create_model("Model", ref=(Ref, ...), region=(Region, ...), found=(list[Finding], []))
    made = model.model_validate_json('{"ref": "Pasal 40 UU 10/2016", "region": "Sultra"}')
    assert (made.ref, made.region.code) == ("uu-10-2016/pasal-40", "74")
    assert json.loads(made.model_dump_json())["ref"] == "uu-10-2016/pasal-40"
    assert model.model_json_schema()["properties"]["ref"]["type"] == "string"
    with pytest.raises(pydantic.ValidationError, match="names no instrument"):
        model.model_validate({"ref": "nonsense", "region": "Sultra"})
    with pytest.raises(pydantic.ValidationError, match="Atlantis"):
        model.model_validate({"ref": "UU 10/2016", "region": "Atlantis"})


def test_pydantic_writes_answers() -> None:
    pydantic = pytest.importorskip("pydantic")
    answer = electlaw.at("2024-08-20").provision("Pasal 40 ayat (1)")
    adapter = pydantic.TypeAdapter(type(answer))
    assert json.loads(adapter.dump_json(answer)) == json.loads(json.dumps(answer.to_json()))
    assert adapter.validate_python(answer) is answer
