"""What the pages on places and instruments tell of a day."""

from itertools import pairwise

import pytest

pytest.importorskip("sphinx")

from electlaw.corpus import DATA_AS_OF, builtin
from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from electlaw.sphinx.chapters import pasal_list
from electlaw.sphinx.markup import law_element
from electlaw.sphinx.parts import touched
from electlaw.sphinx.provisions import place_block
from electlaw.sphinx.timeline import instrument_days, instrument_spells, place_days, place_spells, spells_before

CORPUS = builtin()
LAW = "uu-1-2015"
HEADS = [path for path in CORPUS.paths(LAW) if path.startswith("pasal-") and "/" not in path]


def on(place, day):
    return provision(CORPUS, Ref(f"{LAW}/{place}"), Moment(day, day))


def spells_of(path):
    """Return the versions of a place as its page has them: first day and text."""
    block = place_block(CORPUS, LAW, path, label=path)
    found = [node for node in block.findall(law_element) if "el-spell" in node["attrs"].get("class", "").split()]
    return {node["attrs"]["data-from"]: node for node in found}


def test_the_head_of_a_pasal_tells_what_a_ruling_did_to_its_parts():
    # MK 60/PUU-XXII/2024 of 20 August 2024 read ayat (1) and struck ayat (3); ayat (2) must follow (para 3.14)
    spells = spells_of("pasal-40")
    shown = spells["2024-08-20"].astext()
    for said in ("void in part", "Putusan MK 60/PUU-XXII/2024", "20 August 2024", "ayat (1)", "ayat (2)", "ayat (3)"):
        assert said in shown
    before = max(day for day in spells if day < "2024-08-20")
    assert "void in part" not in spells[before].astext()


@pytest.mark.parametrize("head", HEADS)
def test_every_act_on_a_part_is_told_at_the_head(head):
    item = on(head, DATA_AS_OF)
    if item.state != "in_force":
        return
    told = {(one.place, one.act.by) for one in touched(CORPUS, item)}
    last = next(iter(spells_of(head).values())).astext()
    for place, act in item.parts:
        replaced = act.op == "read_as" and any(
            other.op == "read_as" and other.sort_key > act.sort_key for at, other in item.parts if at == place
        )
        assert replaced or (str(place), act.by) in told
    assert ("Other acts bear on its parts" in last) == bool(told)


def test_a_statute_that_amends_a_part_alone_is_told_at_the_head():
    # Perppu 1/2022 amended UU 7/2017 Pasal 117 ayat (1) huruf b and nothing else of that ayat
    day = "2022-12-12"
    item = provision(CORPUS, Ref("uu-7-2017/pasal-117/ayat-1"), Moment(day, day))
    assert ("uu-7-2017/pasal-117/ayat-1/huruf-b", "perppu-1-2022") in {
        (one.place, one.act.by) for one in touched(CORPUS, item)
    }


def test_an_act_on_all_of_a_place_is_no_news_on_its_parts():
    # UU 10/2016 restated Pasal 40 as a whole, and amended ayat (4) with it
    assert touched(CORPUS, on("pasal-40", "2016-07-01")) == ()


def test_the_list_of_a_chapter_marks_what_its_summaries_do_not_tell():
    shown = pasal_list(CORPUS, LAW, ["pasal-40", "pasal-37"]).astext()
    assert "void in part" in shown.partition("Pasal 37")[0]
    assert "60/PUU-XXII/2024" in shown


@pytest.mark.parametrize(
    ("place", "day", "by"),
    [
        ("pasal-40/ayat-3", "2024-08-20", "mk-60-puu-xxii-2024"),
        ("pasal-201/ayat-6", "2020-05-04", "perppu-2-2020"),
        ("pasal-3/ayat-1", "2025-06-26", "mk-135-puu-xxii-2024"),
        ("pasal-187d", "2026-01-02", "uu-1-2026"),
        ("pasal-182a", "2026-01-02", "uu-1-2026"),
        ("pasal-54d", "2016-07-01", "uu-10-2016"),
    ],
)
def test_the_day_of_a_change_names_who_made_it(place, day, by):
    paths = [path for path in CORPUS.paths(LAW) if path == place or path.startswith(f"{place}/")]
    assert by in dict(place_days(CORPUS, [f"{LAW}/{path}" for path in paths]))[day]


def test_no_day_of_a_change_names_an_act_of_another_day():
    for head in HEADS:
        for day, named in place_days(CORPUS, [f"{LAW}/{head}"]):
            for by in named:
                instrument = CORPUS.instrument(by)
                acts = [act for act in CORPUS.place(f"{LAW}/{head}").acts() if act.by == by]
                ends = {
                    end for act in acts for when in (act.known, act.span.start) for end in (when.earliest, when.latest)
                }
                parts = [act for one in touched(CORPUS, on(head, day)) if (act := one.act).by == by]
                ends |= {act.known.latest for act in parts} | {act.span.start.latest for act in parts}
                assert day in ends, (head, day, by, instrument)


def test_a_ratified_perppu_stands_with_its_statute_from_the_day_that_is_known():
    # UU 6/2020, promulgated and in force on 11 August 2020, made a statute of Perppu 2/2020
    spells = instrument_spells(CORPUS, LAW)
    amended = {start: state.amended_by for start, _, state in spells}
    assert amended["2020-08-11"][-2:] == ("perppu-2-2020", "uu-6-2020")
    assert dict(instrument_days(spells))["2020-08-11"] == ("uu-6-2020",)
    assert dict(instrument_days(spells))["2020-05-04"] == ("perppu-2-2020",)


def test_a_rule_that_was_taken_over_is_shown_where_it_stood_before():
    # UU 10/2016, law since 1 July 2016, took the letters of Pasal 7 into its ayat (2)
    before = spells_before(CORPUS, f"{LAW}/pasal-7/ayat-2/huruf-g")
    assert {item.place.path for _, _, item in before} == {"pasal-7/huruf-g"}
    assert before[-1][1] == "2016-07-01"
    spell = spells_of("pasal-7/ayat-2/huruf-g")[before[-1][0]]
    assert spell["attrs"]["data-state"] == "elsewhere"
    assert "Pasal 7 huruf g" in spell.astext()


def test_no_day_is_told_twice():
    for path in CORPUS.paths(LAW):
        spells = [*spells_before(CORPUS, f"{LAW}/{path}"), *place_spells(CORPUS, f"{LAW}/{path}")]
        for (_, until, _), (start, _, _) in pairwise(spells):
            assert "" < until <= start, path
