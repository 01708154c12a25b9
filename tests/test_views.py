"""Notebook and terminal forms: nothing from outside gets through unescaped, no control character reaches a terminal."""

import importlib
import io
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import electlaw
from electlaw import offices, rules, views
from electlaw.acts import Text
from electlaw.citations.mentioned import named_in
from electlaw.corpus import builtin
from electlaw.dates import When, when
from electlaw.facts import facts
from electlaw.graph import graph
from electlaw.institutions import forum, monitoring
from electlaw.integrity import Problem
from electlaw.meetings import CoordinationMeeting, draft
from electlaw.regions import events
from electlaw.render import card
from electlaw.scan import Summary
from electlaw.schedule import Order, deadline, plan
from electlaw.schedule.taxonomy import stage_key

ROOT = Path(__file__).parent.parent
PACK = str(ROOT / "examples" / "pack-committee")

HOSTILE = "<script>alert('x')</script>\x1b[31m\u202e"


def answers() -> Iterator[Any]:
    """One of everything that a user is handed."""
    law, later = electlaw.at("2022-11-21"), electlaw.at("2024-08-20", event="pilkada-2024", region="74")
    yield from (law, law.moment, electlaw.load(PACK), law.rulings, when("2024-11"), Text("one", "satu"))
    yield from (electlaw.parse("Pasal 40 UU 10/2016"), electlaw.parse("UU 10/2016"))
    yield from of_provisions(law, later)
    yield from of_regions(law)
    yield from of_schedules()
    yield from of_texts_and_cases()


def of_provisions(law: Any, later: Any) -> Iterator[Any]:
    history = law.provision("Pasal 7 ayat (2) huruf g").history()
    yield from (later.provision("Pasal 40 ayat (1)"), later.provision("Pasal 33A"), history, *history.versions[:1])
    yield from history.acts
    act = law.instrument("UU 10/2016")
    yield from (act, act.instrument, *act.history(), *builtin().settings("nomination.vote_share")[:1])
    difference = law.diff(later)
    yield from (difference, electlaw.at("2016-06-30").diff(electlaw.at("2016-07-01")), *difference.changes[:3])
    value = later.parameter("nomination.vote_share", office="governor", electorate=1_800_000)
    yield from (value, value.basis[0])
    first = later.prevails("UU 10/2016", "PKPU 8/2024")
    drawn = graph(later.corpus, "uu-10-2016", later.moment)
    counts = facts(builtin())
    yield from (
        first,
        first.reasons[0],
        drawn,
        drawn.edges[0],
        counts,
        counts.counts[0],
        Problem("a.tsv", 3, Text("no source", "tanpa sumber")),
    )


def of_regions(law: Any) -> Iterator[Any]:
    region, papua = electlaw.region("Sultra"), electlaw.region("Merauke")
    yield from (region, *region.contests()[:1], *region.electorate("pilkada-2024"), papua.history()[0])
    yield from (electlaw.region("Aceh").special_rules("2022-11-21")[0], events()[0], events()[0].settings[0])
    brief = law.brief("Sultra")
    yield from (brief, brief.head, brief.head.term, brief.vacancy, brief.elections[0], brief.frames[0], brief.bodies)
    term = offices.terms("Sultra")[0]
    yield from (term, term.due("2017-01-01"), *offices.vacancy("Sultra", "2024-06-01").rules[:1])
    seat, matrix, due = brief.bodies.seats[0], brief.responsibilities[0], brief.due[0]
    yield from (seat, seat.institution, matrix, matrix.mandates[0], due, due.duty)
    yield from (forum("Sultra", "2022-11-21")[0], monitoring()[0])


def of_schedules() -> Iterator[Any]:
    before, after = (electlaw.at(on).schedule("pilkada-2024") for on in ("2024-03-01", "2024-08-20"))
    yield from (after, after.stages[0], after.history()[0], before.diff(after)[0], stage_key("campaign"))
    planned = plan(order=Order("2025-02-24", 60), new_candidates=True)
    yield from (planned, *planned.stages[:1], *planned.impossible[:1], Order("2025-02-24", 60))
    limit = deadline("dispute_filing", on="2024-12-03", event="pilkada-2024", region="Muara Enim")
    yield from (limit, limit.rule)


def of_texts_and_cases() -> Iterator[Any]:
    report = electlaw.check_text("Pasal 212 UU 1/2015 dan Undang-Undang (UUD) Nomor 10 Tahun 2016", on="2024-08-20")
    yield from named_in("Gubernur Sulawesi Tenggara dan KPU Kota Kendari")[:2]
    yield from (report, report.citations[0], report.findings[0], report.findings[0].basis[0])
    case = {"case": "nomination", "region": "Sultra", "votes": 1, "valid_votes": 10, "electorate": 1_867_931}
    judged = rules.validate(case, on="2024-08-27")
    yield from (judged, judged.findings[0], judged.case, rules.compare(case, "2024-08-19", "2024-08-27"))
    yield from (rules.rule("dispute.margin"), rules.fields("nomination")[0], Summary("out", 1, 2, 3, 4, 0, 0))
    drafted = draft("Sultra", "2022-11-21")
    meeting = CoordinationMeeting.load(str(ROOT / "examples" / "rakor.toml"))
    yield from (drafted, drafted.agenda[0], drafted.participants[0], meeting, meeting.check(), meeting.legal_bases[0])
    yield from (meeting.opened_by, meeting.committee, CoordinationMeeting.from_dict({"date": "x"}).problems[0])


@pytest.fixture(scope="module")
def everything() -> list[Any]:
    return list(answers())


#: Classes that people may name but are not handed as answers: machinery, options, and rows within an answer.
MACHINERY = {
    "Column", "Columns", "Condition", "Corpus", "Directory", "Folded", "Gazetteer", "NameUse", "Overlay",
    "Painted", "Party", "Place", "Plain", "Rival", "Rows", "Said", "Scanner", "Scope", "Span", "Table", "Tables",
    "WorkingDays",
}  # fmt: skip


def public_classes() -> Iterator[type]:
    """The classes that the rooms of the library name as theirs."""
    for found in pkgutil.iter_modules(electlaw.__path__, "electlaw."):
        if found.name.endswith(("sphinx", "__main__")):
            continue
        room = importlib.import_module(found.name)
        for name in getattr(room, "__all__", ()):
            made = getattr(room, name)
            if isinstance(made, type) and not issubclass(made, Exception):
                yield made


def test_every_class_of_answers_shows_itself() -> None:
    silent = [made for made in public_classes() if not issubclass(made, views.Shown) and made.__name__ not in MACHINERY]
    assert silent == []


def test_every_card_has_its_labels_and_a_class() -> None:
    shown = {name for _, names in card.CARDS.values() for name in names.split()[1:]}
    assert shown <= {*card.LABELS, "said", "stated"}
    for name in card.CARDS:
        module, _, made = name.rpartition(".")
        assert issubclass(getattr(importlib.import_module(f"electlaw.{module}"), made), views.Shown)


def test_one_of_every_card_is_tried(everything: list[Any]) -> None:
    tried = {
        f"{made.__module__.removeprefix('electlaw.')}.{made.__name__}"
        for value in everything
        for made in type(value).__mro__
    }
    assert set(card.CARDS) <= tried


def test_every_answer_shows_itself(everything: list[Any]) -> None:
    for value in everything:
        assert value._repr_html_().startswith("<"), value
        for lang in ("id", "en"):
            assert views.html(value, lang).startswith("<")
            assert views.text(value, lang).strip()
            assert views.markdown(value, lang).strip()


def test_cards_differ_by_language(everything: list[Any]) -> None:
    """Labels and words of closed lists are translated: no card reads the same in both."""
    for value in everything:
        if type(value).__name__ not in views._RENDERERS:
            assert views.text(value, "id") != views.text(value, "en"), value


def test_no_card_shows_an_object_as_code(everything: list[Any]) -> None:
    for value in everything:
        shown = views.text(value)
        assert not re.search(r"\w+\(\w+=|<\w+ |object at 0x", shown), shown


def test_hostile_attributes_are_escaped(everything: list[Any]) -> None:
    """Whatever text a card shows, markup and control characters in it do no harm."""
    for value in everything:
        if type(value).__name__ in views._RENDERERS or not attrs.has(type(value)) or isinstance(value, When):
            continue
        texts = {
            field.name.lstrip("_"): HOSTILE for field in attrs.fields(type(value))
            if field.init and type(getattr(value, field.name)) is str and field.name not in ("day", "on", "known", "anchor")
        }  # fmt: skip
        try:
            worse = attrs.evolve(value, **texts)
        except electlaw.ElectlawError:  # the class itself refuses such a text
            continue
        assert "<script" not in views.html(worse)
        assert "\x1b" not in views.text(worse)


def test_a_notebook_shows_the_first_part_of_a_long_difference() -> None:
    found = electlaw.at("2014-10-02").diff(electlaw.at("2026-02-02"))
    assert len(found._repr_html_()) < 50_000 < len(views.html(found))
    assert "more changes" in found._repr_html_()


def test_plain_looks_fit_light_and_dark_pages(everything: list[Any]) -> None:
    """A colour of the text comes with the colour behind it; all else takes those of the page."""
    for value in everything:
        outside = re.sub(r"<svg.*?</svg>", "", value._repr_html_(), flags=re.DOTALL)
        for style in re.findall(r'style="([^"]*)"', outside):
            declared = {part.split(":")[0].strip() for part in style.split(";")}
            assert ("color" in declared) == ("background" in declared), style


def test_charts_bring_their_own_page() -> None:
    shown = electlaw.at("2024-08-20").schedule("pilkada-2024")._repr_html_()
    assert '<rect width="100%" height="100%" fill="#fff"/>' in shown
    assert 'fill="#1b1f23"' in shown.partition(">")[0] + shown.partition("<svg")[2].partition(">")[0]


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
