"""Notebook and terminal forms: nothing from outside gets through unescaped, no control character reaches a terminal."""

import io

import pytest

import electlaw
from electlaw import views

HOSTILE = "<script>alert('x')</script>\x1b[31m\u202e"


def answers() -> list[object]:
    law = electlaw.at("2024-08-20")
    return [
        law.provision("Pasal 40 ayat (1)"),
        law.provision("Pasal 33A"),
        law.instrument("UU 10/2016"),
        law.parameter("nomination.vote_share", office="governor", electorate=1_800_000),
        electlaw.at("2024-08-19").diff(law),
        electlaw.region("Sultra"),
        law.brief("Sultra"),
    ]


@pytest.mark.parametrize("value", answers(), ids=lambda value: type(value).__name__)
def test_every_answer_shows_itself(value: object) -> None:
    assert value._repr_html_().startswith("<")  # type: ignore[attr-defined]
    for lang in ("id", "en"):
        assert views.text(value, lang)


def hostile() -> list[object]:
    bill = {
        "id": "uu-99-2025",
        "kind": "uu",
        "number": "99",
        "year": "2025",
        "title": HOSTILE,
        "provisions": [{"place": "uu-1-2015/pasal-40/ayat-1", "op": "amend", "en": HOSTILE, "heading": HOSTILE}],
        "parameters": [{"key": "nomination.vote_share", "op": "set", "value": "5", "unit": HOSTILE}],
    }
    law = electlaw.at("2025-06-01")
    changed = law.with_instrument(bill)
    return [
        changed.provision("Pasal 40 ayat (1)"),
        changed.instrument("uu-99-2025"),
        changed.parameter("nomination.vote_share", office="governor", region="74", electorate=1, party="national"),
        law.diff(changed),
    ]


@pytest.mark.parametrize("value", hostile(), ids=lambda value: type(value).__name__)
def test_hostile_strings_are_escaped(value: object) -> None:
    assert "<script" not in views.html(value)
    shown = views.text(value)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_rich_shows_the_text_of_an_answer_as_it_is() -> None:
    console = pytest.importorskip("rich.console")
    shown = console.Console(width=200, record=True, file=io.StringIO())
    report = electlaw.check_text("[bold]Pasal 7[/bold] UU 10/2016 \x1b[2J", source="[red]a[/red]\x1b[2J")
    shown.print(report)
    said = shown.export_text()
    assert "[red]a[/red]" in said
    assert "\x1b" not in said
