"""What drawings and tables of the pages show."""

import pytest

pytest.importorskip("sphinx")

from electlaw.brief import brief
from electlaw.corpus import DATA_AS_OF, builtin
from electlaw.dates import when
from electlaw.law import at
from electlaw.parameters import value
from electlaw.regions import events, region
from electlaw.scope import scope
from electlaw.snapshot import Moment
from electlaw.sphinx.briefs import reports, said_of_head
from electlaw.sphinx.lanes import _someone, lanes, lanes_drawing
from electlaw.sphinx.markup import both, law_element, table, window_both
from electlaw.sphinx.regions import event_name, region_page, timeline_block

CORPUS = builtin()
KEYS = list(CORPUS.parameter_keys())


def drawn(key):
    """Return the values of a parameter by class: what each lane shows from which day."""
    days, found = lanes(CORPUS, key)
    return {
        str(one): {day: stated for day, (_, stated, _) in zip(days, lane.cells, strict=True)}
        for lane in found
        for one in lane.scopes
    }


def test_a_share_by_class_fans_out_on_the_day_of_the_ruling():
    # MK 60/PUU-XXII/2024 of 20 August 2024: 10, 8.5, 7.5, 6.5 percent by registered voters instead of 25 percent
    shares = drawn("nomination.vote_share")
    regents = "office=regent|deputy-regent|mayor|deputy-mayor; electorate"
    assert shares[f"{regents}<=250000"]["2014-10-02"] == "25"
    assert [
        shares[f"{regents}{bounds}"]["2024-08-20"]
        for bounds in ("<=250000", ">250000; electorate<=500000", ">500000; electorate<=1000000", ">1000000")
    ] == ["10", "8.5", "7.5", "6.5"]


def test_a_seat_share_that_fell_away_ends():
    # the same ruling: seats no longer count
    shares = drawn("nomination.seat_share")[""]
    assert (shares["2014-10-02"], shares["2024-08-20"]) == ("20", "")


def test_the_class_a_bound_leaves_over_is_shown_beside_the_one_it_tells_of():
    # MK 32/PUU-XXIII/2025: no waiting time where the offence carries less than five years
    waits = drawn("candidate.exconvict_wait")
    last = max(waits["threat<5"])
    assert (waits["threat<5"][last], waits["threat>=5"][last]) == ("0", "5")


def test_a_day_known_to_the_year_only_is_marked_so():
    # the Qanun of 2016 is in the data with its year, the ruling with its day
    heads = [node.astext() for node in lanes_drawing(CORPUS, "nomination.vote_share").findall(is_head)]
    assert any(head.endswith("31 Dec 2016") and "paling lambat by " in head for head in heads)
    assert any(head.endswith("20 Aug 2024") and "by" not in head for head in heads)


def is_head(node):
    return isinstance(node, law_element) and node["attrs"].get("scope") == "col"


@pytest.mark.parametrize("key", KEYS)
def test_lanes_show_what_the_library_answers(key):
    days, found = lanes(CORPUS, key)
    elsewhere = {
        item.name: "-" for act in CORPUS.settings(key) for item in act.scope.conditions
        if item.name in ("region", "event")
    }  # fmt: skip
    for lane in found:
        for one in lane.scopes:
            for day, (state, stated, _) in zip(days, lane.cells, strict=True):
                answer = value(CORPUS, key, Moment(day, day, {**elsewhere, **_someone(one)}))
                assert state != "set" or answer.stated == stated
                assert state == "set" or answer.state != "set"


@pytest.mark.parametrize("key", KEYS)
def test_every_amount_that_changed_or_differs_is_drawn(key):
    row = CORPUS.rows("parameter-keys", key)[0]
    amounts = {(act.value, act.unit) for act in CORPUS.settings(key) if act.op == "set" and act.value}
    if row["type"] in ("share", "integer", "money", "duration", "fraction"):
        assert (lanes_drawing(CORPUS, key) is not None) == (len(amounts) > 1)


@pytest.mark.parametrize(
    "text", ["office=governor; electorate>2000000; electorate<=6000000", "event!=pilkada-2015", "threat<5; region=11"]
)
def test_somebody_of_a_class_is_of_it(text):
    assert scope(text).fits(_someone(scope(text)))


def test_a_cycle_whose_vote_lies_in_other_years_names_them():
    # MK 135/PUU-XXII/2024: two years to two and a half after the inauguration of the national bodies in October 2029
    by_id = {event.id: event for event in events()}
    assert "2031–2032" in event_name(by_id["pilkada-2029"]).en
    assert "2031–2032" in event_name(by_id["pilkada-2029"]).id
    assert event_name(by_id["pilkada-2024"]).en == by_id["pilkada-2024"].name("en")
    votes = next(node for part in region_page(CORPUS, "74") for node in part.findall(law_element) if is_row(node))
    assert "2031–2032" in votes.astext()
    assert "2029" not in votes.astext()


def is_row(node):
    return node["tag"] == "tr" and "Kota Kendari" in node.astext()


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2022-12-14", "2022-12-14", "14 December 2022"),
        ("2022-12-14", "2022-12-15", "14 December 2022 – 15 December 2022"),
        ("2031-10-01..2032-04-20", "2031-10-01..2032-04-20", "1 October 2031 – 20 April 2032"),
        ("2024-01", "2024-02-01..2024-02-03", "January 2024 until 1 February 2024 – 3 February 2024"),
    ],
)
def test_a_stretch_of_days_is_written_once(start, end, shown):
    english = [
        "" if isinstance(node, law_element) and "l-id" in node["attrs"]["class"] else node.astext()
        for node in window_both(when(start), when(end))
    ]
    assert "".join(english) == shown


def test_a_timeline_names_its_stages_in_both_languages():
    drawing = timeline_block(CORPUS, "pilkada-2024", DATA_AS_OF)[0].astext()
    for name in ("Voting day", "Pemungutan suara", "Inauguration", "Pelantikan"):
        assert name in drawing


def test_columns_of_short_texts_are_not_broken():
    rows = [["27 September 2024", both("short", "pendek"), "a text that is longer than a day"]] * 2
    found = table([both("a"), both("b"), both("c")], rows)
    assert found.children[0]["attrs"]["class"] == "table el-table el-c1 el-c2"


@pytest.mark.parametrize("place", ["74", "74.71", "11", "34"])
@pytest.mark.parametrize("day", ["2022-11-21", "2024-10-01", DATA_AS_OF])
def test_a_brief_says_nothing_twice(place, day):
    item = brief(region(place), at(day))
    said = said_of_head(item.head, item.vacancy)
    assert not any(one is not two and two.en.startswith(one.en) for one in said for two in said)
    shown = reports(item.due)
    assert sum(map(len, shown)) == len(item.due)
    assert len({(one[0].duty.text, one[0].name, one[0].to, one[0].due, one[0].duty.verified) for one in shown}) == len(
        shown
    )
