"""Whatever a user reads is there in Indonesian and English: the catalogue, messages of errors, texts, data."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import electlaw
from electlaw import catalog, errors
from electlaw.acts import Text
from electlaw.findings import Finding
from electlaw.tables import tables

SOURCE = Path(electlaw.__file__).parent
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
KINDS = {name for name in errors.__all__ if name != "ElectlawError"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the library, with the place it stands."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def test_every_error_speaks_both_languages() -> None:
    silent = [
        where for where, call in calls()
        if name(call) in KINDS and call.args and "id" not in {word.arg for word in call.keywords}
        and not any(isinstance(argument, ast.Starred) for argument in call.args)
    ]  # fmt: skip
    assert silent == []


def test_every_word_asked_for_is_in_the_catalogue() -> None:
    missing = []
    for where, call in calls():
        if name(call) != "word" or not call.args:
            continue
        key = call.args[0]
        if isinstance(key, ast.Constant) and key.value not in catalog._WORDS:
            missing.append(f"{where}: {key.value}")
        if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
            prefix = key.values[0].value
            if not any(known.startswith(prefix) for known in catalog._WORDS):
                missing.append(f"{where}: {prefix}")
    assert missing == []


def test_every_state_has_words() -> None:
    from electlaw.schedule import STATES

    for key in (
        *(f"stage_{state}" for state in STATES),
        "in_force",
        "not_yet",
        "repealed",
        "struck",
        "unknown",
        "not_found",
    ):
        assert key in catalog._WORDS


def texts() -> Iterator[tuple[str, Text]]:
    """Every text that a module of the library holds."""
    for found in pkgutil.walk_packages(electlaw.__path__, "electlaw."):
        if ".sphinx" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for title, value in vars(module).items():
            yield from inside(f"{found.name}.{title}", value)


def inside(where: str, value: object, depth: int = 0) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield where, value
    elif depth < 3 and isinstance(value, dict):
        for key, item in value.items():
            yield from inside(f"{where}[{key!r}]", item, depth + 1)
    elif depth < 3 and isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from inside(f"{where}[{index}]", item, depth + 1)


def test_every_text_has_both_languages() -> None:
    found = dict(texts())
    assert len(found) > 200
    assert [where for where, text in found.items() if bool(text.en) != bool(text.id)] == []


def test_texts_written_in_place_have_both_languages() -> None:
    half = [
        where for where, call in calls()
        if name(call) == "Text" and len(call.args) == 2
        and any(isinstance(argument, ast.Constant) and not argument.value for argument in call.args)
    ]  # fmt: skip
    assert half == []


def test_rules_and_the_fields_they_ask_for() -> None:
    from electlaw import rules
    from electlaw.rules import cases

    for rule in rules.all():
        assert rule.title.en
        assert rule.title.id
        assert rule.about.en
        assert rule.about.id
        assert rule.about.en != rule.about.id
    for kind in cases._all_kinds():
        for field in cases.fields(kind):
            assert field.text.en
            assert field.text.id


@pytest.mark.parametrize("table", [*tables().names(), *tables().names("provisions")])
def test_data_have_both_languages(table: str) -> None:
    columns = tables()[table].columns
    if "en" not in columns or "id" not in columns or columns[0] == "id":
        pytest.skip("no texts in two languages")
    half = [row for row in tables()[table] if bool(row["en"]) != bool(row["id"])]
    assert half == []


def test_findings_speak_both_languages() -> None:
    text = (
        "Kendari, Jumat (30/8/2022) – Undang-Undang (UUD) Nomor 10 Tahun 2016 tentang Perubahan Ketiga atas UU 1/2015, "
        "Pasal 212 UU 1/2015, 31 November 2024, PKPU 8/2024 dan UU 32/2004."
    )
    found: tuple[Finding, ...] = electlaw.check_text(text).findings
    assert len(found) > 4
    for finding in found:
        assert finding.message["en"] != finding.message["id"]


def test_months_and_days_are_those_of_the_unicode_locale_data() -> None:
    """The catalogue has 12 months and 7 days; a dependency on Babel would bring nothing more."""
    dates = pytest.importorskip("babel.dates")
    for lang in ("id", "en"):
        months = dates.get_month_names("wide", locale=lang)
        assert catalog.MONTHS[lang].split() == [months[number] for number in range(1, 13)]
        days = dates.get_day_names("wide", locale=lang)
        assert catalog.WEEKDAYS[lang].split() == [days[number] for number in range(7)]


def test_days_are_written_as_babel_writes_them() -> None:
    babel = pytest.importorskip("babel.dates")
    from datetime import date

    for day in (date(2024, 11, 27), date(2022, 1, 3), date(2015, 12, 9)):
        assert catalog.day_text(day.isoformat(), "id") == babel.format_date(day, "d MMMM y", locale="id")
        assert catalog.day_text(day.isoformat(), "en") == babel.format_date(day, "d MMMM y", locale="en_GB")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_word_of_the_other_language_in_an_answer(lang: str) -> None:
    from electlaw import views

    law = electlaw.at("2024-08-21")
    foreign = {"id": r"\b(in force|since|history|until)\b", "en": r"\b(berlaku|sejak|riwayat|sampai)\b"}[lang]
    for value in (law.provision("Pasal 40 ayat (1)"), law.instrument("UU 10/2016"), law.schedule("pilkada-2024")):
        assert not re.search(foreign, views.text(value, lang))


def test_values_of_parameters_have_both_languages() -> None:
    """Every word, unit and phrase a parameter holds is in the table of words; numbers follow the language."""
    from electlaw.render.words import amount, number

    texts = {row["key"] for row in tables()["parameter-keys"] if row["type"] == "text"}
    words = {row["word"] for row in tables()["parameter-words"]}
    for row in tables()["parameters"]:
        assert not row["unit"] or row["unit"] in words
        if row["key"] in texts and row["value"]:
            assert set(row["value"].split("; ")) <= words
        assert amount(row["value"], row["unit"], "id") or not row["value"]
    assert (number("1250000", "en"), number("1250000", "id"), number("8.5", "id")) == ("1,250,000", "1.250.000", "8,5")
    assert (amount("1", "year", "en"), amount("1", "year", "id"), amount("72", "month", "id")) == (
        "1 year",
        "1 tahun",
        "72 bulan",
    )


def test_problems_of_data_speak_both_languages(tmp_path: Path) -> None:
    from electlaw.integrity import check

    (tmp_path / "instruments.tsv").write_text("id\tkind\tverified\nuu-1-2030\tlaw\tsure\n", encoding="utf-8")
    (tmp_path / "relations.tsv").write_text("target\tby\top\nuu-1-2015\tuu-9-2099\tchanges\n", encoding="utf-8")
    found = check(str(tmp_path))
    assert len(found) > 4
    for problem in found:
        assert problem.reason.en != problem.reason.id


def test_units_and_kinds_of_cases_have_both_languages() -> None:
    from electlaw.render.fields import _ABOUT, _OPENINGS, _UNITS
    from electlaw.rules import cases

    for kind in cases._all_kinds():
        assert kind in _ABOUT
        for field in cases.fields(kind):
            assert field.unit in _UNITS or field.unit.startswith(tuple(_OPENINGS))
