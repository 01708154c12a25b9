"""Terms served, the bar on former heads, and posts to leave: every period, edges, and decided cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.errors import Invalid
from electlaw.findings import Finding
from electlaw.rules.asking import months_later

KNOWN = "2026-01-01"


def asked(code: str, on: str, known: str | None = None, /, **fields: object) -> Finding:
    """Ask one rule about a candidate by the law of a day."""
    return rules.rule(code)(electlaw.at(on, known), rules.case({"case": "candidate", **fields}))


def served(
    *services: dict[str, object], on: str = "2024-09-22", known: str | None = KNOWN, **fields: object
) -> Finding:
    """Ask the rule on terms about a candidate for head of Tasikmalaya."""
    facts = {"region": "Kabupaten Tasikmalaya", "running_for": "head", "determined": on} | fields
    return asked("candidate.terms", on, known, services=list(services), **facts)


def term(start: str, until: str | None = None, **more: object) -> dict[str, object]:
    """Return an elected term as regent of Tasikmalaya."""
    given = {"office": "bupati", "region": "Kabupaten Tasikmalaya", "capacity": "elected", "start": start} | more
    return given | ({} if until is None else {"until": until})


FIRST, SECOND = term("2011-01-01", "2016-01-01"), term("2016-02-17", "2021-02-17")


# -- how terms are counted ------------------------------------------------------------------------------


def test_two_terms_bar_in_a_row_or_not() -> None:
    assert served(FIRST).outcome == "pass"
    assert served(FIRST, SECOND).outcome == "fail"
    assert served(FIRST, term("2005-01-01", "2010-01-01")).outcome == "fail"
    assert served().outcome == "pass"
    assert served(FIRST, SECOND).fact["measured"] == 2


@pytest.mark.parametrize(("until", "counts"), [("2018-08-16", False), ("2018-08-17", True), ("2018-08-18", True)])
def test_two_and_a_half_years_to_the_day(until: str, counts: bool) -> None:
    # MK 22/PUU-VII/2009: half of the term or more is one term.
    finding = served(FIRST, term("2016-02-17", until))
    assert finding.outcome == ("fail" if counts else "pass")


@given(st.dates(date(2000, 1, 1), date(2019, 1, 1)), st.integers(-3, 3))
def test_half_a_term_is_the_edge(start: date, shift: int) -> None:
    half = date.fromisoformat(months_later(start.isoformat(), 30))
    until = (half + timedelta(days=shift)).isoformat()
    case = {
        "region": "32.06",
        "running_for": "head",
        "determined": "2024-09-22",
        "services": [term("1995-01-01", "2000-01-01"), term(start.isoformat(), until)],
    }
    made = rules.case({"case": "candidate", **case})
    finding = rules.rule("candidate.terms")(electlaw.at("2024-09-22", KNOWN), made)
    assert finding.outcome == ("fail" if shift >= 0 else "pass")


def test_a_term_under_way_counts_once_half_is_served() -> None:
    assert served(FIRST, term("2021-02-26")).outcome == "fail"
    begun = term("2023-05-01", capacity="successor", inaugurated="2023-05-01")
    assert served(FIRST, begun).needs == ("services[1].until",)
    assert served(FIRST, begun, inauguration="2025-02-20").outcome == "pass"


def test_head_and_deputy_are_apart_regent_and_mayor_one() -> None:
    deputy = term("2001-01-01", "2006-01-01", office="wakil bupati")
    assert served(FIRST, deputy).outcome == "pass"
    mayor = term("2001-01-01", "2006-01-01", office="wali kota", region="Kota Tasikmalaya")
    assert served(FIRST, mayor).outcome == "fail"
    governor = term("2001-01-01", "2006-01-01", office="gubernur", region="Jawa Barat")
    assert served(FIRST, governor).outcome == "pass"
    deputies = (deputy, term("2006-02-01", "2011-02-01", office="wakil bupati"))
    assert served(*deputies, running_for="deputy").outcome == "fail"
    assert served(*deputies, running_for="head").outcome == "pass"


def test_deputies_are_limited_since_2015() -> None:
    deputies = (
        term("2005-01-01", "2010-01-01", office="wakil bupati"),
        term("2010-02-01", "2015-02-01", office="wakil bupati"),
    )
    assert served(*deputies, running_for="deputy", on="2015-08-24").outcome == "fail"
    assert served(*deputies, running_for="deputy", on="2015-01-01", known="2015-01-01").outcome == "not_applicable"


def test_aceh_has_its_own_limit() -> None:
    acehnese = [
        term("2007-01-01", "2012-01-01", region="Kota Langsa", office="wali kota"),
        term("2012-02-01", "2017-02-01", region="Kota Langsa", office="wali kota"),
    ]
    finding = served(*acehnese, region="Kota Langsa", on="2017-01-01")
    assert finding.outcome == "fail"
    assert any(ground.ref.startswith("uu-11-2006") for ground in finding.basis)


def test_acting_and_definitive_service_of_one_term_add_up() -> None:
    acting = term("2017-10-01", "2019-02-13", capacity="Plt")
    rest = term("2019-02-14", "2021-02-25", capacity="successor", inaugurated="2019-02-14")
    assert served(FIRST, acting, rest).outcome == "fail"
    assert served(FIRST, acting).outcome == "pass"
    # By a label, service with a gap is of one term too.
    early = term("2018-01-01", "2018-06-30", capacity="Plt", term="2016-2021")
    late = term("2019-01-01", "2021-02-17", capacity="successor", inaugurated="2019-01-01", term="2016-2021")
    assert served(FIRST, early, late).outcome == "fail"


def test_what_is_missing_is_named() -> None:
    assert asked("candidate.terms", "2024-09-22", region="Kabupaten Tasikmalaya").needs == ("running_for",)
    assert asked("candidate.terms", "2024-09-22").needs == ("region",)
    assert asked("candidate.terms", "2024-09-22", region="32.06", running_for="head").needs == ("services",)
    assert served({"region": "32.06"}).needs == ("services[0].office",)
    assert served(FIRST, {"office": "bupati", "region": "32.06"}).needs == ("services[1].start",)


# -- what was known when, and decided cases -------------------------------------------------------------

#: Regency, acting from, inaugurated for the rest, end of that term, then elected: as the court found in 2025.
DECIDED = [
    # MK 132/PHPU.BUP-XXIII/2025: from the radiogram of 5 September 2018; two years, six months, 18 days.
    ("Kabupaten Tasikmalaya", "2018-09-05", "2018-12-03", "2021-03-23", "2021-04-26"),
    # Kutai Kartanegara, Edi Damansyah (disqualified on 24 February 2025): acting from 9 April 2018, 14 February 2019.
    ("Kabupaten Kutai Kartanegara", "2018-04-09", "2019-02-14", "2021-02-25", "2021-02-26"),
    # MK 68/PHPU.BUP-XXIII/2025, Gusnan Mulyadi: from the Governor's letter of 17 May 2018, inaugurated on 10 May 2019.
    ("Kabupaten Bengkulu Selatan", "2018-05-17", "2019-05-10", "2021-02-17", "2021-02-26"),
]


@pytest.mark.parametrize(("region", "acting", "inaugurated", "until", "elected"), DECIDED)
def test_regents_who_rose_from_deputy_in_2018(
    region: str, acting: str, inaugurated: str, until: str, elected: str
) -> None:
    services = [
        {"office": "bupati", "region": region, "capacity": "Plt", "start": acting, "until": inaugurated},
        {
            "office": "bupati",
            "region": region,
            "capacity": "successor",
            "start": inaugurated,
            "inaugurated": inaugurated,
            "until": until,
        },
        {"office": "bupati", "region": region, "capacity": "elected", "start": elected, "inaugurated": elected},
    ]
    facts = {"region": region, "running_for": "head", "event": "pilkada-2024", "services": services}
    # On the day of determination the KPU's regulation counted from inauguration, and KPU determined all three.
    then = asked("candidate.terms", "2024-09-22", **facts)
    assert then.outcome == "pass"
    assert tuple(sorted({outcome for outcome, _ in then.readings})) == ("fail", "pass")
    assert then.practice is not None
    # What the law meant all along, known since 14 November 2024.
    decided = asked("candidate.terms", "2024-09-22", "2024-11-14", **facts)
    assert decided.outcome == "fail"
    assert decided.practice is not None
    assert "PKPU 8/2024" in decided.practice.en


def test_eighteen_days_past_the_half() -> None:
    region, acting, inaugurated, until, _ = DECIDED[0]
    services = [
        term(acting, inaugurated, capacity="Plt"),
        term(inaugurated, until, capacity="successor", inaugurated=inaugurated),
    ]
    finding = served(*services, region=region)
    first = finding.fact["terms"][0]  # type: ignore[index]
    assert (first["months"], first["days"]) == (30, 18)


def test_empat_lawang_2024_suspension_ends_the_real_exercise() -> None:
    # Budi Antoni Aljufri: a full term from 2008; the second from 26 August 2013 until his deputy took over on 22
    # October
    # 2015; dismissed for good on 3 May 2016. KPU counted two years, eight months, seven days and refused him; the court
    # two years and one month, and ordered a vote with him (MK 24/PHPU.BUP-XXIII/2025; detik.com 7794115).
    home = {"office": "bupati", "region": "Kabupaten Empat Lawang", "capacity": "elected"}
    services = [
        home | {"start": "2008-08-26", "inaugurated": "2008-08-26", "until": "2013-08-25"},
        home
        | {"start": "2013-08-26", "inaugurated": "2013-08-26", "until": "2015-10-22", "formally_until": "2016-05-03"},
    ]
    facts = {"region": "Kabupaten Empat Lawang", "running_for": "head", "event": "pilkada-2024", "services": services}
    then = asked("candidate.terms", "2024-09-22", **facts)
    decided = asked("candidate.terms", "2024-09-22", KNOWN, **facts)
    assert (then.outcome, decided.outcome) == ("fail", "pass")
    second = then.fact["terms"][1]  # type: ignore[index]
    assert (second["months"], second["days"]) == (32, 7)


def test_before_the_rulings_the_count_was_open() -> None:
    region, acting, inaugurated, until, _ = DECIDED[0]
    services = [
        term(acting, inaugurated, capacity="Plt"),
        term(inaugurated, until, capacity="successor", inaugurated=inaugurated),
        FIRST,
    ]
    finding = served(*services, region=region, on="2018-02-12", known="2018-02-12")
    assert finding.outcome == "undetermined"
    assert {outcome for outcome, _ in finding.readings} == {"pass", "fail"}


def test_bone_bolango_2020_counted_from_inauguration_then() -> None:
    # Hamim Pou: acting regent from September 2010, regent from 23 May 2013 to 17 September 2015, elected in 2015. The
    # government counted from inauguration and KPU determined him in 2020 (gorontalopost.co.id, 15 January 2021;
    # jpnn.com, 5 October 2020). By the rulings of 2021 to 2024 he had served two terms.
    home = {"office": "bupati", "region": "Kabupaten Bone Bolango"}
    services = [
        home | {"capacity": "Plt", "start": "2010-09-17", "until": "2013-05-22"},
        home | {"capacity": "successor", "start": "2013-05-23", "inaugurated": "2013-05-23", "until": "2015-09-17"},
        home | {"capacity": "elected", "start": "2016-02-17", "inaugurated": "2016-02-17"},
    ]
    facts = {"region": "Kabupaten Bone Bolango", "running_for": "head", "event": "pilkada-2020", "services": services}
    then = asked("candidate.terms", "2020-09-23", **facts)
    assert (then.outcome, then.fact["measured"]) == ("pass", 1)
    assert asked("candidate.terms", "2020-09-23", KNOWN, **facts).outcome == "fail"


def test_siak_2024_two_years_and_four_months() -> None:
    # Alfedri: acting from 20 February 2019, regent from 18 March 2019 to 20 June 2021, elected in 2020. KPU counted two
    # years, three months and 28 days (MK 312/PHPU.BUP-XXIII/2025, not accepted for want of standing).
    home = {"office": "bupati", "region": "Kabupaten Siak"}
    services = [
        home | {"capacity": "Plt", "start": "2019-02-20", "until": "2019-03-17"},
        home | {"capacity": "successor", "start": "2019-03-18", "inaugurated": "2019-03-18", "until": "2021-06-20"},
        home | {"capacity": "elected", "start": "2021-06-21", "inaugurated": "2021-06-21"},
    ]
    facts = {"region": "Kabupaten Siak", "running_for": "head", "event": "pilkada-2024", "services": services}
    assert asked("candidate.terms", "2024-09-22", KNOWN, **facts).outcome == "pass"


# -- former heads as deputies ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "region", "outcome"),
    [
        ("2015-03-17", "Kabupaten Tasikmalaya", "not_applicable"),
        ("2015-03-18", "Kabupaten Garut", "fail"),
        ("2016-06-30", "Kabupaten Garut", "fail"),
        ("2016-07-01", "Kabupaten Garut", "pass"),
        ("2016-07-01", "Kabupaten Tasikmalaya", "fail"),
    ],
)
def test_former_heads_as_deputies(on: str, region: str, outcome: str) -> None:
    facts = {"region": region, "running_for": "deputy", "services": [FIRST]}
    assert asked("candidate.former_head", on, **facts).outcome == outcome


def test_a_former_mayor_became_deputy_governor() -> None:
    # Udin Hianggio, mayor of Tarakan, ran for deputy governor of Kalimantan Utara in 2015.
    services = [{"office": "wali kota", "region": "Kota Tarakan", "capacity": "elected", "start": "2009-03-01"}]
    facts = {"region": "Kalimantan Utara", "running_for": "deputy", "services": services}
    assert asked("candidate.former_head", "2015-08-24", **facts).outcome == "pass"
    acting = [term("2023-05-01", "2024-01-01", capacity="Pj")]
    facts = {"region": "Kabupaten Tasikmalaya", "running_for": "deputy", "services": acting}
    assert asked("candidate.former_head", "2024-09-22", **facts).outcome == "pass"
    assert asked("candidate.former_head", "2024-09-22", **facts | {"running_for": "head"}).outcome == "not_applicable"


# -- posts to leave -------------------------------------------------------------------------------------


def post(code: str, on: str, known: str | None = None, /, **fields: object) -> Finding:
    """Ask about one post."""
    facts = {"registered": "2015-07-28", "determined": "2015-08-24"}
    return asked(f"candidate.{code}", on, known, posts=[fields], **facts)


def test_legislators_before_and_after_mk_33() -> None:
    assert post("legislator", "2015-07-07", kind="DPRD", notified=True).outcome == "pass"
    assert post("legislator", "2015-07-07", kind="DPRD", notified=False).outcome == "fail"
    assert post("legislator", "2015-07-08", kind="DPRD", notified=True).needs == ("posts[0].statement",)
    assert post("legislator", "2015-07-08", kind="DPR", statement=True).outcome == "pass"
    assert post("legislator", "2015-07-08", kind="DPD", statement=False).outcome == "fail"
    assert post("legislator", "2020-09-23", kind="DPRD", left="2015-08-24").outcome == "pass"
    assert post("legislator", "2020-09-23", kind="DPRD", left="2015-08-25").outcome == "fail"


def test_soldiers_police_and_civil_servants() -> None:
    for kind in ("TNI", "Polri"):
        assert post("public_service", "2016-06-30", kind=kind, left="2015-07-28").outcome == "pass"
        assert post("public_service", "2016-06-30", kind=kind, left="2015-07-29").outcome == "fail"
        assert post("public_service", "2016-07-01", kind=kind, left="2015-08-24").outcome == "pass"
    # MK 41/PUU-XII/2014 on the civil-service law, 8 July 2015.
    assert post("public_service", "2015-07-07", kind="PNS", left="2015-08-24").outcome == "fail"
    assert post("public_service", "2015-07-08", kind="PNS", left="2015-08-24").outcome == "pass"
    assert post("public_service", "2024-09-22", kind="PNS", statement=False).outcome == "fail"


def test_village_heads_since_2016() -> None:
    assert post("village_head", "2016-06-30", kind="kepala desa", statement=False).outcome == "not_applicable"
    assert post("village_head", "2016-07-01", kind="kepala desa", statement=False).outcome == "fail"
    assert post("village_head", "2016-07-01", kind="kepala desa", statement=True).outcome == "pass"


def test_enterprises_and_heads_of_other_regions() -> None:
    for code, kind in (("enterprise", "BUMD"), ("office_elsewhere", "head-elsewhere")):
        assert post(code, "2015-03-17", kind=kind, left="2016-01-01").outcome == "pass"
        assert post(code, "2015-03-18", kind=kind, left="2015-08-24").outcome == "pass"
        assert post(code, "2015-03-18", kind=kind, left="2015-08-25").outcome == "fail"
        assert post(code, "2024-09-22", kind=kind).needs == ("posts[0].left",)


def test_elected_legislators_not_yet_sworn_in() -> None:
    assert post("legislator_elect", "2024-02-28", kind="legislator-elect").outcome == "not_applicable"
    assert post("legislator_elect", "2024-02-29", kind="legislator-elect", statement=True).outcome == "pass"
    assert post("legislator_elect", "2024-02-29", kind="legislator-elect", statement=False).outcome == "fail"
    later = post("legislator_elect", "2025-03-21", kind="legislator-elect", statement=True)
    assert later.outcome == "undetermined"
    assert any(ground.ref == "mk-176-puu-xxii-2024" for ground in later.basis)


def test_no_post_and_no_word_of_posts() -> None:
    assert asked("candidate.legislator", "2024-09-22", posts=[]).outcome == "not_applicable"
    assert asked("candidate.legislator", "2024-09-22").needs == ("posts",)
    assert asked("candidate.legislator", "2024-09-22", posts=[{"statement": True}]).needs == ("posts[0].kind",)


# -- the words for a capacity; what the law did not say before 2009 -------------------------------------


def test_usual_words_for_a_capacity() -> None:
    words = {
        "terpilih": "elected", "Definitif": "definitive", "Pj": "acting", "penjabat": "acting", "Pj.": "acting",
        "Pejabat Sementara": "acting", "Pjs": "acting", "penjabat sementara": "acting", "pelaksana tugas": "acting",
        "Plt.": "acting", "PELAKSANA HARIAN": "acting", "plh": "acting", "pengganti": "successor",
    }  # fmt: skip
    for word, meant in words.items():
        case = rules.case({"case": "candidate", "services": [{"office": "bupati", "capacity": word}]})
        assert case.services[0].capacity == meant  # type: ignore[attr-defined]
    with pytest.raises(Invalid) as caught:
        rules.case({"case": "candidate", "services": [{"office": "bupati", "capacity": "plth"}]})
    assert {"plt", "plh"} <= set(caught.value.choices)


def _definitive(*services: tuple[str, str, str]) -> Finding:
    made = [
        {"office": "bupati", "region": "Kutai Kartanegara", "capacity": word, "start": start, "until": until}
        for word, start, until in services
    ]
    data = {"case": "candidate", "region": "Kutai Kartanegara", "running_for": "head", "services": made}
    return rules.validate(data, on="2024-12-01", rules="candidate.terms")["candidate.terms"]


def test_definitive_service_after_acting_service_asks_which_it_was() -> None:
    # as successor it goes on with the term of the acting head, by election it opens one: MK 195/PHPU.BUP-XXIII/2025
    acting, rest = ("plt", "2017-10-10", "2019-02-13"), ("definitif", "2019-02-14", "2021-02-13")
    second = ("terpilih", "2021-02-26", "2025-02-20")
    found = _definitive(acting, rest, second)
    assert (found.outcome, found.needs) == ("undetermined", ("services[1].capacity",))
    assert _definitive(acting, ("pengganti", *rest[1:]), second).outcome == "fail"
    assert _definitive(rest, second).outcome == "pass"  # nothing before it: two years by election
    # where both lead to the same, nothing is asked
    assert _definitive(acting, ("definitif", "2019-02-14", "2020-01-01"), second).outcome == "pass"


def test_before_2009_the_law_did_not_say_how_much_of_a_term_counts() -> None:
    # UU 11/2006 Pasal 65 ayat (2) names two terms; half a term counts since MK 22/PUU-VII/2009 of 17 November 2009
    def found(day: str, until: str) -> Finding:
        services = [
            {"office": "wali kota", "region": "Banda Aceh", "capacity": "elected", "start": start, "until": end}
            for start, end in (("1996-01-02", "2001-01-02"), ("2001-01-02", until))
        ]
        data = {"case": "candidate", "region": "Banda Aceh", "running_for": "head", "services": services}
        return rules.validate(data, on=day, rules="candidate.terms")["candidate.terms"]

    early = found("2007-01-01", "2003-01-02")
    assert (early.outcome, {end for end, _ in early.readings}) == ("undetermined", {"pass", "fail"})
    assert early.fact["half_months"] is None
    assert found("2007-01-01", "2006-01-02").outcome == "fail"  # two whole terms by any reading
    assert found("2010-01-01", "2003-01-02").outcome == "pass"
    assert found("2010-01-01", "2003-07-02").outcome == "fail"
