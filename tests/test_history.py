"""How a place came to be what it is, along both axes; what changed between two days, by instrument; in all forms."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import electlaw
from electlaw import views
from electlaw.history import History

LAST_KNOWN = electlaw.DATA_AS_OF


def spans(history: History) -> list[tuple[str, str, str, str | None]]:
    return [(version.start, version.until, version.state, version.by) for version in history.versions]


def test_versions_over_the_days_of_force() -> None:
    """Pasal 107 (3): second round; nothing; the single pair. UU 8/2015 dropped it without naming it."""
    history = electlaw.at("2020-01-01").provision("Pasal 107 ayat (3)").history()
    assert spans(history) == [
        ("2014-10-02", "2015-03-18", "in_force", "perppu-1-2014"),
        ("2015-03-18", "2016-07-01", "repealed", "uu-8-2015"),
        ("2016-07-01", "", "in_force", "uu-10-2016"),
    ]
    assert [act.by for act in history] == ["perppu-1-2014", "uu-8-2015", "uu-10-2016"]
    assert len(history) == 3


def test_a_restatement_makes_no_version() -> None:
    history = electlaw.at("2016-07-01").provision("Pasal 40 ayat (3)").history()
    assert [(version.start, version.until) for version in history.versions] == [("2014-10-02", "")]
    assert history.versions[0].restated_by == ("uu-8-2015", "uu-10-2016")


def test_a_ruling_begins_a_version_of_the_same_content() -> None:
    history = electlaw.at(LAST_KNOWN).provision("Pasal 40 ayat (1)").history()
    last = history.versions[-1]
    assert (last.start, last.state, last.by) == ("2024-08-20", "in_force", "uu-8-2015")
    assert [(act.by, act.op) for act in last.came] == [("mk-60-puu-xxii-2024", "read_as")]


def test_versions_over_the_days_of_knowledge() -> None:
    """Who had served two terms on 22 September 2024: what the public knew of that, ruling by ruling."""
    place = electlaw.at("2024-09-22", known="2026-01-01").provision("Pasal 7 ayat (2) huruf n")
    learned = place.history("known").versions
    assert [(v.start, [act.by for act in v.came]) for v in learned[1:]] == [
        ("2021-01-14", ["mk-67-puu-xviii-2020"]),
        ("2023-02-28", ["mk-2-puu-xxi-2023"]),
        ("2024-11-14", ["mk-129-puu-xxii-2024"]),
        ("2025-02-24", ["mk-132-phpu-bup-xxiii-2025"]),
    ]
    assert len(place.history("on").versions) == 1  # all declare what the law meant all along


def test_history_knows_nothing_later_than_the_day_of_knowledge() -> None:
    history = electlaw.at("2024-09-22").provision("Pasal 7 ayat (2) huruf n").history("known")
    assert all(version.start <= "2024-09-22" for version in history.versions)
    assert "mk-129-puu-xxii-2024" not in {act.by for act in history}


def test_a_ruling_for_some_is_shown_with_whom_it_is_for() -> None:
    history = electlaw.at("2025-01-01").provision("Pasal 54C ayat (2)").history()
    assert [act.by for act in history.versions[-1].doubts] == ["mk-126-puu-xxii-2024"]
    assert "cycle>=2029" in views.text(history)
    settled = electlaw.at("2025-01-01", event="pilkada-2024").provision("Pasal 54C ayat (2)").history()
    assert len(settled.versions) == 1


@pytest.mark.parametrize("ref", ["Pasal 33A", "Pasal 10 ayat (2) UU 2/2024"])
def test_what_never_was_law_has_no_versions(ref: str) -> None:
    found = electlaw.at(LAST_KNOWN).provision(ref)
    assert found.history().versions == ()
    assert found.to_json()["versions"] == []


def test_an_axis_that_is_none() -> None:
    with pytest.raises(electlaw.Invalid, match="no axis 'force'"):
        electlaw.at(LAST_KNOWN).provision("Pasal 3").history("force")


def test_every_version_is_what_the_law_answers_on_its_days() -> None:
    for ref in (
        "Pasal 40 ayat (1)",
        "Pasal 7 huruf g",
        "Pasal 201 ayat (8)",
        "Pasal 57 UU 11/2006",
        "Pasal 187A ayat (1)",
    ):
        history = electlaw.at(LAST_KNOWN).provision(ref).history()
        ends = [version.until for version in history.versions]
        assert [version.start for version in history.versions[1:]] == ends[:-1]
        assert ends[-1] == ""
        for version in history.versions:
            found = electlaw.at(version.start, known=LAST_KNOWN).provision(ref)
            assert found.state == version.state, (ref, version.start)
            assert found.holdings == version.holdings, (ref, version.start)


# -- forms ----------------------------------------------------------------------------------------------


class Fragment(HTMLParser):
    """Balanced tags, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


def fragment(html: str) -> str:
    parser = Fragment()
    parser.feed(html)
    assert parser.open == []
    return " ".join(parser.seen)


@pytest.mark.parametrize(("lang", "words"), [("en", "since 20 August 2024"), ("id", "sejak 20 Agustus 2024")])
def test_a_history_in_three_forms(lang: str, words: str) -> None:
    history = electlaw.at(LAST_KNOWN).provision("Pasal 40 ayat (3)").history()
    for shown in (views.text(history, lang), fragment(views.html(history, lang)), views.markdown(history, lang)):
        assert words in shown
        assert "60/PUU-XXII/2024" in shown
    rows = [line for line in views.markdown(history, lang).splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(history.versions)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_the_last_day_of_a_version_is_shown_as_such() -> None:
    shown = views.text(electlaw.at("2020-01-01").provision("Pasal 4").history())
    assert "2 October 2014 – 17 March 2015" in shown
    assert "since 18 March 2015" in shown


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_difference_grouped_by_instrument_in_three_forms(lang: str) -> None:
    change = electlaw.at("2024-08-19").diff(electlaw.at("2024-08-21"))
    ruling = electlaw.cite("mk-60-puu-xxii-2024")
    for shown in (views.text(change, lang), fragment(views.html(change, lang)), views.markdown(change, lang)):
        before, heading, after = shown.partition(ruling)
        assert heading
        assert "Pasal 40 ayat (3)" in after
        assert "Pasal 40 ayat (3)" not in before
    assert f"### {ruling}" in views.markdown(change, lang)


def test_a_value_that_a_ruling_ends_is_grouped_under_the_ruling() -> None:
    changes = electlaw.at("2024-08-19").diff(electlaw.at("2024-08-21")).by_instrument()
    ended = {change.target for change in changes["mk-60-puu-xxii-2024"] if change.kind == "parameter"}
    assert "nomination.seat_share" in ended
    assert "perppu-1-2014" not in changes


def test_the_articles_that_became_law_in_2016_are_many() -> None:
    changes = electlaw.at("2016-06-30").diff(electlaw.at("2016-07-01")).by_instrument()["uu-10-2016"]
    inserted = [c for c in changes if c.kind == "provision" and c.before is None and c.target.count("/") == 1]
    assert {"uu-1-2015/pasal-54d", "uu-1-2015/pasal-205c"} <= {c.target for c in inserted}


@pytest.mark.parametrize(
    "make",
    [
        lambda law: law.provision("Pasal 40 ayat (1)"),
        lambda law: law.provision("Pasal 33A"),
        lambda law: law.instrument("UU 10/2016"),
        lambda law: law.parameter("nomination.vote_share", office="governor", electorate=1_800_000, region="74"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_answer_has_three_forms(make: object, lang: str) -> None:
    answer = make(electlaw.at("2024-08-21"))  # type: ignore[operator]
    assert views.text(answer, lang)
    fragment(views.html(answer, lang))
    markdown = views.markdown(answer, lang)
    assert markdown.startswith("## ")
    assert all(line.count("|") - line.count("\\|") == 3 for line in markdown.splitlines()[2:])


def test_what_comes_from_a_pack_is_escaped() -> None:
    bill = {
        "id": "uu-99-2026", "kind": "uu", "number": 99, "year": 2026, "title": "Contoh", "source": "s",
        "provisions": [
            {"place": "uu-1-2015/pasal-3/ayat-1", "op": "amend", "en": "<b>a|b</b> *c*", "id": "a", "source": "s"}
        ],
    }  # fmt: skip
    history = electlaw.at("2026-01-10").with_instrument(bill).provision("Pasal 3 ayat (1)").history()
    assert "<b>" not in views.html(history)
    assert "&lt;b&gt;a|b&lt;/b&gt;" in views.html(history)
    assert r"\<b\>a\|b\</b\> \*c\*" in views.markdown(history)
