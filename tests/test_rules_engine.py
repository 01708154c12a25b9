"""The engine: registry, selection, cases, reports, comparison, the published schema, bad input, the command."""

from __future__ import annotations

import doctest
import json
import os
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import electlaw
from electlaw import rules, views
from electlaw.acts import Text
from electlaw.cli import main
from electlaw.errors import ElectlawError, Invalid, NotFound
from electlaw.findings import Finding, made
from electlaw.render.fields import fields_page, kind_text, unit_text
from electlaw.render.rules import rules_page
from electlaw.rules import engine
from electlaw.rules.cases import KINDS
from electlaw.schemas import schema as published

GOOD = {"case": "nomination", "region": "Bantul", "votes": 20_000, "valid_votes": 200_000, "electorate": 250_000}
ON = "2024-08-27"

#: One case of every kind that some rule answers in full.
FULL: dict[str, dict[str, object]] = {
    "nomination": {**GOOD, "pairs_proposed": 1, "shared": False},
    "independent": {"case": "independent", "region": "Bantul", "supporters": 9, "electorate": 100, "districts": 4,
                    "districts_covered": 3, "handed_over": "2024-05-05", "registration_opens": "2024-08-27"},
    "supporter": {"case": "supporter", "region": "Bantul", "residence_years": 2, "eligible": True,
                  "document": "e_ktp", "pairs_supported": 1},
    "pairs": {"case": "pairs", "region": "Bantul", "pairs": 1, "reopened": True, "postponed_on": "2024-08-30",
              "reopened_on": "2024-09-02", "resumed_on": "2024-09-05"},
    "replacement": {"case": "replacement", "region": "Bantul", "cause": "death", "occurred": "2024-10-01",
                    "proposed": "2024-10-02", "voting_day": "2024-11-27"},
    "result": {"case": "result", "region": "Bantul", "votes": {"1": 7}, "empty_votes": 9,
               "voting_day": "2024-11-27", "repeat_day": "2025-08-27"},
    "dispute": {"case": "dispute", "region": "Nabire", "population": 200_000, "winner_votes": 9, "petitioner_votes": 5,
                "valid_votes": 20, "announced": "2024-12-05 00:30 WIT", "filed": "2024-12-09 12:00 WIB",
                "petitioner": "observer", "pairs": 1, "accredited": True},
    "frame": {"case": "frame", "region": "Bantul", "citation": "Pasal 158", "instrument": "UU 10/2016",
              "parameter": "dispute.filing_window", "value": 3, "laid_down_by": "PMK 3/2024"},
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Any:
    return pytest.importorskip("jsonschema").Draft202012Validator(published("report"))


@pytest.mark.parametrize("kind", FULL)
@pytest.mark.parametrize("on", ["2015-01-05", "2015-12-16", "2018-01-08", "2024-08-27", "2024-12-05"])
def test_reports_fit_the_published_schema_and_read_in_both_languages(kind: str, on: str, schema: Any) -> None:
    report = rules.validate(FULL[kind], on=on)
    data = json.loads(json.dumps(report.to_json()))
    assert list(schema.iter_errors(data)) == []
    assert rules.case(data["case"]) == report.case
    for lang in ("id", "en"):
        assert len(report.explain(lang)) >= len(report.findings)
        assert views.text(report, lang)
        assert views.markdown(report, lang)
        assert "<script" not in views.html(report, lang)
    assert {item.outcome for item in report.findings} <= {"pass", "fail", "undetermined", "not_applicable"}


def test_the_schema_refuses_departures(schema: Any) -> None:
    data = rules.validate(GOOD, on=ON).to_json()
    assert not schema.is_valid({**data, "outcome": "maybe"})
    assert not schema.is_valid({**data, "more": 1})
    assert not schema.is_valid({key: item for key, item in data.items() if key != "on"})


def test_rules_are_found_by_day_and_family() -> None:
    codes = {item.code for item in rules.all()}
    assert {"nomination.threshold", "dispute.margin", "single_pair.win", "frame.basis"} <= codes
    # the single pair came with MK 100/PUU-XIII/2015 of 29 September 2015
    assert "single_pair.win" not in {item.code for item in rules.all("2015-09-28")}
    assert "single_pair.win" in {item.code for item in rules.all("2015-09-29")}
    assert {item.family for item in rules.all(family="disputes")} == {"disputes"}
    assert all(not item.part_of for item in rules.all(parts=False))
    with pytest.raises(NotFound, match="no family"):
        rules.all(family="nominations")
    with pytest.raises(NotFound, match=r"dispute\.margin"):
        rules.rule("dispute.margins")


def test_every_rule_is_documented_in_both_languages() -> None:
    numbers = [item.number for item in rules.all()]
    assert len(set(numbers)) == len(numbers)
    for item in rules.all():
        assert all((item.title.en, item.title.id, item.about.en, item.about.id)), item.code
        assert item.basis or item.number not in CODES, item.code
        for key in item.keys:
            assert electlaw.at(ON).parameter(key).key == key
        assert json.dumps(item.to_json())


def test_every_field_is_documented_with_its_unit() -> None:
    for kind in KINDS:
        for item in rules.fields(kind):
            assert item.text.en, (kind, item.name)
            assert item.text.id, (kind, item.name)
        names = {item.name for item in rules.fields(kind)}
        assert kind not in FULL or names == {field.name for field in attrs.fields(KINDS[kind]) if field.init}


def test_the_pages_document_every_rule_and_field() -> None:
    for lang in ("id", "en"):
        page = fields_page(lang)
        for kind in KINDS:
            section = page.split(f"\n## {kind}\n")[1].split("\n## ")[0]
            assert kind_text(kind, lang) in section
            for item in rules.fields(kind):
                assert f"| `{item.name}` | {unit_text(item.unit, lang)} | {item.text[lang]} |" in section
        page = rules_page(lang)
        for item in rules.all():
            assert f"### {item.number} {item.title[lang]}\n\n`{item.code}`\n\n{item.about[lang]}." in page


#: What each code of the first families means: the sentence of its rule, by number.
CODES = {
    501: "Threshold to nominate a pair", 502: "Seats needed to nominate", 503: "Votes needed to nominate",
    504: "One pair by a party or coalition", 505: "No party in two nominations", 511: "Number of supporters",
    512: "Spread of supporters", 513: "Hand-over of the support", 514: "Who may support", 521: "Number of pairs",
    522: "The single pair wins", 523: "Election after a single pair lost", 524: "Replacement of a candidate",
    525: "Postponement for want of pairs",
    531: "The elected pair", 541: "Margin of the result", 542: "Filing in time", 543: "Who may file",
    551: "The provision was law", 552: "The instrument was in force", 553: "The right basis",
    554: "The lower norm fits the higher",
}  # fmt: skip


def test_codes_keep_their_meaning() -> None:
    found = {item.number: item.title["en"] for item in rules.all() if item.number in CODES}
    assert found == CODES


def test_rules_that_the_case_states_nothing_of_are_named_not_asked() -> None:
    report = rules.validate(GOOD, on=ON)
    assert report.outcome == "pass"
    assert report.unasked == ("nomination.one_pair", "nomination.exclusive")
    assert rules.validate({"case": "nomination", "region": "Bantul"}, on=ON).outcome == "undetermined"
    assert [item.rule for item in rules.validate(GOOD, on=ON, rules=["nomination.one_pair"])] == ["nomination.one_pair"]
    assert len(rules.validate(GOOD, on=ON, rules="nomination")) == 3


def test_the_same_case_by_two_laws() -> None:
    # the law of 19 and of 21 August 2024
    case = {**GOOD, "seats": 5, "dprd_seats": 45}
    found = rules.compare(case, "2024-08-19", "2024-08-21")
    assert (found.before.outcome, found.after.outcome) == ("fail", "pass")
    assert [item.rule for item, _ in found.changed] == ["nomination.threshold"]
    assert "60/PUU-XXII/2024" in " ".join(found.explain())
    assert json.dumps(found.to_json())
    assert rules.compare(case, "2024-08-21", "2024-08-22").changed == ()
    assert views.text(found, "id")
    assert views.html(found)


def test_what_was_known_later_is_not_held_against_an_earlier_day() -> None:
    assert rules.validate(GOOD, on="2024-08-20", known="2024-08-20").outcome == "pass"
    data = {"case": "dispute", "region": "Bantul", "announced": "2016-12-05", "filed": "2016-12-08"}
    assert rules.validate(data, on="2016-12-05").outcome == "undetermined"
    assert rules.validate(data, on="2016-12-05", known="2025-03-01").outcome == "fail"


def test_a_bill_folded_in_changes_the_answer() -> None:
    bill = {
        "instruments": [{"id": "uu-99-2024", "kind": "uu", "number": "99", "year": "2024", "title": "Uji",
                         "known": "2024-08-26", "from": "2024-08-26", "status": "modelled", "verified": "recall"}],
        "parameters": [{"key": "nomination.vote_share", "by": "uu-99-2024", "op": "set", "value": "20",
                        "unit": "percent", "comparator": ">=", "base": "valid_dprd_votes", "verified": "recall"}],
    }  # fmt: skip
    law = electlaw.at(ON)
    assert rules.validate(GOOD, law=law).outcome == "pass"
    assert rules.validate(GOOD, law=law.with_instrument(bill)).outcome == "fail"
    assert rules.validate(GOOD, law=law).outcome == "pass"


def test_an_own_rule() -> None:
    def check(rule: rules.Rule, law: electlaw.Law, _: rules.Case) -> Finding:
        return engine.answer(rule, "pass", Text("fine", "baik"), {"on": law.on})

    own = rules.Rule(
        code="own.rule", number=999, family="own", title=Text("Own", "Sendiri"), about=Text("Own", "Sendiri"),
        basis=(), keys=(), case=rules.PairsCase, check=check,
    )  # fmt: skip
    rules.register(own)
    try:
        assert rules.validate({"case": "pairs", "pairs": 2}, on=ON)["own.rule"].code == "I999"
        with pytest.raises(Invalid, match="registered already"):
            rules.register(attrs.evolve(own))
    finally:
        engine.unregister("own.rule")


def test_rules_of_other_packages_come_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    made = attrs.evolve(rules.rule("pairs.number"), code="other.rule", number=998)

    class Point:
        value = "other:rules"

        def __init__(self, found: object) -> None:
            self.found = found

        def load(self) -> object:
            if isinstance(self.found, Exception):
                raise self.found
            return self.found

    def use(*found: object) -> Callable[..., list[Point]]:
        return lambda **_: [Point(item) for item in found]

    monkeypatch.setattr("importlib.metadata.entry_points", use(lambda: [made]))
    engine._load_plugins()
    try:
        assert rules.rule("other.rule") is made
    finally:
        engine.unregister("other.rule")
    monkeypatch.setattr("importlib.metadata.entry_points", use(ImportError("no module")))
    with pytest.raises(Invalid, match="other:rules cannot be loaded"):
        engine._load_plugins()


def test_packages_that_announce_rules_are_seen(tmp_path: os.PathLike[str]) -> None:
    home = os.path.join(tmp_path, "other-1.0.dist-info")
    os.mkdir(home)
    assert not engine._announced([str(tmp_path), os.path.join(tmp_path, "absent")])
    with open(os.path.join(home, "entry_points.txt"), "w", encoding="utf-8") as file:
        file.write("[electlaw.rules]\nother = other:rules\n")
    assert engine._announced([str(tmp_path)])


BAD = [
    ({"case": "nomination", "vote": 1}, "no field 'vote'", "votes"),
    ({"case": "nomination", "votes": -1}, "votes: -1 is below zero", ""),
    ({"case": "nomination", "votes": 2.5}, "no whole number", ""),
    ({"case": "nomination", "votes": "23.910"}, "no whole number", ""),
    ({"case": "nomination", "votes": True}, "no whole number", ""),
    ({"case": "nomination", "votes": float("inf")}, "no whole number", ""),
    ({"case": "nomination", "votes": 10**12}, "more than there are people", ""),
    ({"case": "nomination", "votes": 5, "valid_votes": 4}, "votes: 5 is more than valid_votes", ""),
    ({"case": "nomination", "valid_votes": 0}, "at least 1", ""),
    ({"case": "nomination", "valid_votes": 20_000, "electorate": 10_000}, "more than 10,000 voters", ""),
    ({"case": "nomination", "seats": 51, "dprd_seats": 50}, "seats: 51 is more than", ""),
    ({"case": "nomination", "region": "Atlantis"}, "Atlantis", ""),
    ({"case": "nomination", "region": "Jawa Barat", "office": "mayor"}, "governor", "governor"),
    ({"case": "nomination", "event": "pilkada-2016"}, "no event", "pilkada-20"),
    ({"case": "nomination", "parties": [{"name": "A"}, {"name": "a "}]}, "listed twice", ""),
    ({"case": "nomination", "parties": [{"name": "A", "vote": 1}]}, "no field 'vote'", "votes"),
    ({"case": "nomination", "parties": [{"votes": 1}], "votes": 3}, "not both", ""),
    ({"case": "nomination", "parties": 3}, "a list of parties", ""),
    ({"case": "pairs", "on": "2024-02-30"}, "on: ", ""),
    ({"case": "result", "votes": {"1": 3}, "empty_votes": 2, "valid_votes": 6}, "not the sum", ""),
    ({"case": "result", "votes": [10, 5], "voters": 14}, "more than voters", ""),
    ({"case": "result", "votes": []}, "empty", ""),
    ({"case": "result", "voting_day": "2024-11-27", "repeat_day": "2024-11-26"}, "is before", ""),
    ({"case": "dispute", "winner_votes": 3, "petitioner_votes": 4}, "more than winner_votes", ""),
    ({"case": "dispute", "winner_votes": 6, "petitioner_votes": 5, "valid_votes": 10}, "more than valid_votes", ""),
    ({"case": "dispute", "announced": "2024-12-03 22:37"}, "zone", "WIB"),
    ({"case": "dispute", "announced": "2024-12-03 25:00 WIB"}, "no time of day", ""),
    ({"case": "dispute", "petitioner": "paslon"}, "not known", ""),
    ({"case": "nominaton"}, "no kind of case", "nomination"),
    ({"case": "zzz"}, "no kind of case", "candidacy"),
    ({"case": "nomination", "dpt": 1}, "no field 'dpt'", "electorate"),
    ({"case": "nomination", "suara sah": 1}, "no field 'suara sah'", "valid_votes"),
    ({"case": "nomination", "zzz": 1}, "no field 'zzz'", "dprd_seats"),
    ({"case": "independent", "supporters": 6, "electorate": 5}, "more than electorate", ""),
    ({"case": "independent", "supporters": 6, "population": 5}, "more than population", ""),
    ({"case": "nomination", "region": "Bengkulu"}, "several regions", "Kota Bengkulu"),
    ([1, 2], "a table of fields", ""),
    ("nomination", "a table of fields", ""),
    ({"votes": 1}, "add the key 'case'", "nomination"),
]


@pytest.mark.parametrize(("data", "says", "choice"), BAD)
def test_bad_input_is_refused_with_the_reason(data: Any, says: str, choice: str) -> None:
    with pytest.raises(ElectlawError) as caught:
        rules.case(data)
    assert says in str(caught.value)
    assert any(choice in item for item in caught.value.choices) or not choice
    assert caught.value.message("id")


def test_the_office_settles_a_name_of_two_regions() -> None:
    for office, code in (("gubernur", "17"), ("mayor", "17.71")):
        assert rules.case({"case": "nomination", "region": "Bengkulu", "office": office}).region == code


@pytest.mark.parametrize(("region", "announced", "filed", "outcome"), [
    ("Bali", "2024-12-05", "2024-12-04", "undetermined"),
    ("Bali", "2024-12-05 10:00 WITA", "2024-12-05 08:00 WIB", "undetermined"),
    ("Bali", "2024-12-05", "2024-12-05 08:00 WIB", "pass"),
    ("Papua", "2024-12-05 01:00 WIT", "2024-12-04 23:30 WIB", "pass"),  # an hour and a half later all the same
    ("Bali", "2015-12-18 10:00 WITA", "2015-12-17 10:00 WIB", "undetermined"),
])  # fmt: skip
def test_a_petition_before_the_result_it_contests(region: str, announced: str, filed: str, outcome: str) -> None:
    data = {"case": "dispute", "region": region, "announced": announced, "filed": filed}
    found = rules.validate(data, on=announced[:10])["dispute.filing"]
    assert found.outcome == outcome
    assert found.needs == (("announced", "filed") if outcome == "undetermined" else ())


def test_missing_cells_are_missing_not_zero() -> None:
    data = {**GOOD, "votes": float("nan"), "seats": None, "dprd_seats": ""}
    found = rules.validate(data, on=ON)["nomination.votes"]
    assert (found.outcome, found.needs, found.fact["limit"]) == ("undetermined", ("votes",), 20_000)


def test_cases_from_text_and_rows() -> None:
    toml = 'case = "pairs"\nregion = "Sultra"\npairs = 2\n'
    made = rules.load(toml, "case.toml")
    assert made == rules.load(json.dumps({"case": "pairs", "region": "74", "pairs": "2"}))
    assert made == rules.case({"case": "pairs", "region": "Sulawesi Tenggara", "pairs": 2.0, "reopened": ""})
    assert rules.case({"reopened": False}) == rules.case({"case": "pairs", "reopened": "tidak"})
    assert rules.case(made) is made
    for text, name, says in (("pairs = ", "a.toml", "not TOML"), ("{", "a.json", "line 1, column 2"),
                             ("[1]", "a.json", "table")):  # fmt: skip
        with pytest.raises(Invalid, match=says):
            rules.load(text, name)


def test_a_day_is_needed() -> None:
    with pytest.raises(Invalid, match="on which day"):
        rules.validate(GOOD)
    assert rules.validate({**GOOD, "on": ON}).on == ON


def test_a_rule_refuses_another_kind_of_case() -> None:
    with pytest.raises(Invalid, match="PairsCase"):
        rules.rule("pairs.number")(electlaw.at(ON), rules.case(GOOD))


def test_text_from_outside_is_escaped() -> None:
    data = {"case": "result", "region": "Bantul", "votes": {"<script>": 3, "b": 2}}
    assert "<script>" not in views.html(rules.validate(data, on=ON))


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    code = main(argv)
    caught = capsys.readouterr()
    return code, caught.out + caught.err


def test_the_command(tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]) -> None:
    def case(name: str, data: dict[str, object]) -> str:
        path = os.path.join(tmp_path, name)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file)
        return path

    good, bad = case("good.json", GOOD), case("bad.json", {**GOOD, "votes": 19_999})
    part = case("part.json", {**GOOD, "votes": None})
    assert run(capsys, "validate", good, "--on", ON)[0] == 0
    assert run(capsys, "validate", bad, "--on", ON)[0] == 1
    assert run(capsys, "validate", part, "--on", ON)[0] == 3
    assert run(capsys, "validate", good)[0] == 2
    assert run(capsys, "validate", case("odd.json", {"case": "pairs", "pair": 1}), "--on", ON) == (
        2, "electlaw: no field 'pair' (nearest: pairs)\n",
    )  # fmt: skip
    code, text = run(capsys, "validate", good, "--on", ON, "--format", "json")
    assert json.loads(text)["outcome"] == "pass"
    assert "<table>" in run(capsys, "validate", good, "--on", ON, "--format", "html", "--lang", "id")[1]
    code, text = run(capsys, "validate", bad, "--on", "2024-08-19", "--compare", ON, "--lang", "en")
    assert "20 August" not in text
    assert code == 3
    code, text = run(capsys, "rules", "disputes", "--lang", "en")
    assert code == 0
    assert "dispute.margin" in text
    assert "nomination.votes" not in text
    assert len(json.loads(run(capsys, "rules", "--format", "json")[1])["rules"]) == len(rules.all())
    assert run(capsys, "rules", "dispute.marginn")[0] == 2
    assert "`winner_votes`" in run(capsys, "rules", "--fields", "dispute")[1]
    assert run(capsys, "rules", "--fields", "disputes")[0] == 2


def test_the_guide_is_true() -> None:
    pytest.importorskip("polars")
    pytest.importorskip("narwhals")
    path = os.path.join(os.path.dirname(__file__), "..", "docs", "guide", "rules.md")
    found = doctest.testfile(path, module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.failed == 0
    assert found.attempted > 10


def test_the_reserve_of_ballots_is_the_laws() -> None:
    # Pasal 80 UU 1/2015: the voters, 2.5 percent of them as a reserve, and 2,000 ballots for re-votes.
    whole = rules.case({"case": "nomination", "electorate": 1_000_000, "valid_votes": 1_027_000})
    assert whole.valid_votes == 1_027_000
    with pytest.raises(Invalid, match="1,027,001"):
        rules.case({"case": "nomination", "electorate": 1_000_000, "valid_votes": 1_027_001})
    rules.case({"case": "nomination", "electorate": 41, "valid_votes": 41 + 2 + 2_000})
    with pytest.raises(Invalid):
        rules.case({"case": "nomination", "electorate": 41, "valid_votes": 41 + 3 + 2_000})


def test_a_list_or_nonsense_on_standard_input_is_named_for_what_it_is() -> None:
    for text, word in (
        ('[{"case": "pairs", "pairs": 2}, {"case": "pairs"}]', "a list of 2"),
        ("[]", "a list of 0"),
        ("[1,", "not JSON or TOML"),
        ("null", "not JSON or TOML"),
        ('{"case": ', "not JSON"),
    ):
        with pytest.raises(Invalid, match=word):
            rules.load(text, "-")
    with pytest.raises(Invalid, match="not TOML"):
        rules.load('[{"case": "pairs"}]', "a.toml")
    assert rules.load('[[parties]]\nname = "A"\nvotes = 5', "-").parties[0].votes == 5  # type: ignore[attr-defined]


def test_a_comparison_of_a_candidacy_tells_each_rule_on_a_line_of_its_own() -> None:
    data = {"case": "candidacy", "region": "Kabupaten Tasikmalaya", "event": "pilkada-2024", "inauguration":
            "2025-02-20", "head": {"born": "1999-12-25", "schooling": "S1"}}  # fmt: skip
    made = rules.compare(data, "2024-06-01", "2024-09-22")
    lines = made.explain("en")
    at = lines.index("  Age: pass → fail")  # at inauguration by MA 23 P/HUM/2024, then at determination (MK 70/2024)
    assert lines[at + 1].startswith("    1 June 2024: Aged 25")
    assert lines[at + 2].startswith("    22 September 2024: Aged 24")
    assert "    Citizenship: head.citizen" in lines[lines.index("  undetermined on both days:") :]
    assert max(map(len, lines)) < 400
    assert "Schooling" not in "\n".join(lines)
    for lang in ("id", "en"):
        assert electlaw.views.text(made, lang=lang).count("\n") + 1 == len(made.explain(lang))


def test_a_changed_number_within_a_report_is_a_difference() -> None:
    # the threshold went from seats or 25 percent of the votes to votes by bracket (MK 60/PUU-XXII/2024)
    data = {"case": "candidacy", "region": "Kabupaten Tasikmalaya", "event": "pilkada-2024",
            "nomination": {"votes": 90_000, "valid_votes": 1_000_000, "electorate": 1_300_000, "seats": 20,
                           "dprd_seats": 50}}  # fmt: skip
    changed = rules.compare(data, "2024-08-01", "2024-08-27").changed
    assert [old.rule for old, _ in changed] == ["candidacy.route"]


def test_a_finding_made_quickly_is_a_finding_like_any() -> None:
    quick = made("I1", Text("a", "b"), {"limit": 2}, ())
    slow = Finding("I1", Text("a", "b"), {"limit": 2}, ())
    assert (type(quick), quick, hash(quick), quick.to_json()) == (Finding, slow, hash(slow), slow.to_json())
    assert attrs.evolve(quick, code="E1").code == "E1"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        quick.code = "E1"  # type: ignore[misc]
    assert made("I1", Text("a")).fact is not made("I1", Text("a")).fact
