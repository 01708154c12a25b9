"""What the pages on places and instruments tell of a day."""

import re
from itertools import pairwise

import pytest

pytest.importorskip("sphinx")

from electlaw.corpus import DATA_AS_OF, builtin
from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from electlaw.sphinx.chapters import pasal_list
from electlaw.sphinx.instruments import instrument_page
from electlaw.sphinx.markup import law_element
from electlaw.sphinx.pages import index_of
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
    # of the many rulings on Pasal 7 the latest is named first
    shown = pasal_list(CORPUS, LAW, ["pasal-7"]).astext()
    assert shown.index("32/PUU-XXIII/2025") < shown.index("before")


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
    assert [gave.path for _, _, gave in before] == ["pasal-7/huruf-g"]
    assert before[-1][1] == "2016-07-01"
    spell = spells_of("pasal-7/ayat-2/huruf-g")[before[-1][0]]
    assert spell["attrs"]["data-state"] == "elsewhere"
    assert "Pasal 7 huruf g" in spell.astext()


def test_no_day_is_told_twice():
    for path in CORPUS.paths(LAW):
        spells = [*spells_before(CORPUS, f"{LAW}/{path}"), *place_spells(CORPUS, f"{LAW}/{path}")]
        for (_, until, _), (start, _, _) in pairwise(spells):
            assert "" < until <= start, path


def page_of(id):
    return "\n".join(node.astext() for node in instrument_page(CORPUS, index_of(CORPUS), id))


def test_an_older_statute_does_nothing_to_a_law_before_there_is_one():
    # UU 21/2001 on Papua stands beside UU 1/2015, which was promulgated on 2 February 2015
    row = next(node for node in rows_of(LAW) if "UU 21/2001" in node.astext())
    assert "2001 " not in row.astext().replace("UU 21/2001", "")
    assert "2 February 2015" in row.astext()
    row = next(node for node in rows_of("uu-21-2001") if "UU 1/2015" in node.astext())
    assert "2 February 2015" in row.astext()


def test_a_regulation_of_an_unknown_day_gets_no_day_from_the_law_it_carries_out():
    for row in rows_of(LAW):
        if "PKPU 14/2015" in row.astext():
            known = CORPUS.instrument("pkpu-14-2015").known
            assert ("2 February 2015" in row.astext()) == (known.exact and known.latest == "2015-02-02")


def rows_of(id):
    return [
        node
        for part in instrument_page(CORPUS, index_of(CORPUS), id)
        if "rantai" in part.get("ids", ())
        for node in part.findall(law_element)
        if node["tag"] == "tr"
    ]


def test_a_ruling_is_called_a_ruling():
    shown = page_of("ma-23-p-hum-2024")
    assert "this ruling" in shown
    assert "this instrument" not in shown


def test_a_ruling_says_what_became_of_what_it_did():
    # PKPU 8/2024 ended PKPU 3/2017; MK 70/PUU-XXII/2024 on 20 August 2024 fixed the day the age is counted at
    shown = page_of("ma-23-p-hum-2024")
    assert "PKPU 8/2024" in shown
    assert "set anew by Putusan MK 70/PUU-XXII/2024" in shown
    # MK 60/PUU-XXII/2024 is the law on nomination still
    assert "set anew" not in page_of("mk-60-puu-xxii-2024")
    # MK 32/PUU-XXIII/2025 read Pasal 7 ayat (2) huruf g after MK 56/PUU-XVII/2019 had
    assert "read anew by Putusan MK 32/PUU-XXIII/2025" in page_of("mk-56-puu-xvii-2019")


@pytest.mark.parametrize("id", ["perppu-1-2014", "uu-8-2015"])
def test_chapters_are_numbered_as_the_law_does(id):
    shown = page_of(id)
    assert "BAB III" in shown or "BAB V" in shown
    assert not re.search(r"BAB [IVXL]*[ivxl]", shown)


def test_a_condition_is_told_in_words():
    # UU 2/2024 waits for the decree that moves the capital
    for id in ("uu-2-2024", "uu-29-2007", "perpres-80-2024"):
        assert "keppres-" not in page_of(id)
    assert "the presidential decree that moves the capital" in page_of("uu-2-2024")


def test_who_an_act_is_for_is_told_in_words():
    # UU 8/2015 has provisions that are not for the elections of 2015
    for node in CORPUS.paths(LAW):
        assert "≠" not in place_block(CORPUS, LAW, node, label=node).astext()


def test_drawings_write_days_and_acts_as_people_do():
    from electlaw.sphinx.instruments import relation_graph

    drawing = relation_graph(CORPUS, "uu-8-2015")
    assert drawing is not None
    shown = drawing.astext()
    assert "18 March 2015" in shown
    assert "18 Maret 2015" in shown
    assert not re.search(r"\d{4}-\d{2}-\d{2}|replaces-in-part", shown)


def test_the_contents_name_the_statute_that_ratified_a_perppu():
    from electlaw.sphinx.pages import Page, contents

    lead = next(iter(contents(Page(CORPUS, None, LAW)))).astext()
    assert lead.index("Perppu 2/2020") < lead.index("UU 6/2020")
