"""Ex-convicts in every period of the law, with decided cases."""

from __future__ import annotations

import pytest

import electlaw
from electlaw import rules
from electlaw.findings import Finding

KNOWN = "2026-01-01"


def asked(on: str, known: str | None = None, /, *, convictions: object = None, **fields: object) -> Finding:
    """Ask about a candidate with the convictions, by the law of a day."""
    given = {"region": "Kabupaten Parigi Moutong"} | fields
    if convictions is not None:
        given["convictions"] = convictions
    return rules.rule("candidate.convictions")(electlaw.at(on, known), rules.case({"case": "candidate", **given}))


#: Prison for an offence threatened with five years or more, over since 2008.
OLD = {"threat": 5, "imprisoned": True, "final": "2006-01-01", "over": "2008-01-01", "conditional": False}


@pytest.mark.parametrize(
    ("on", "disclosed", "outcome"),
    [
        # UU 1/2015 Pasal 7 huruf g: no lapse.
        ("2015-03-17", True, "fail"),
        # The explanation of UU 8/2015: five years, disclosure, no repeat.
        ("2015-03-18", True, "pass"),
        ("2015-07-08", False, "fail"),
        # MK 42/PUU-XIII/2015: disclosure; who does not disclose waits five years.
        ("2015-07-09", True, "pass"),
        ("2015-07-09", False, "pass"),
        # UU 10/2016: disclosure.
        ("2016-07-01", True, "pass"),
        ("2016-07-01", False, "fail"),
        ("2017-07-19", True, "pass"),
        ("2017-07-19", False, "fail"),
        # MK 56/PUU-XVII/2019: five years, disclosure, no repeat.
        ("2019-12-11", True, "pass"),
        ("2019-12-11", False, "fail"),
        ("2025-08-28", True, "pass"),
        ("2025-08-28", False, "fail"),
    ],
)
def test_a_long_past_conviction_by_period(on: str, disclosed: bool, outcome: str) -> None:
    finding = asked(on, convictions=[OLD], disclosed=disclosed, registered=on, determined=on)
    assert finding.outcome == outcome


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2015-03-18", "fail"),
        ("2015-07-09", "pass"),
        ("2016-07-01", "pass"),
        ("2017-07-19", "pass"),
        ("2019-12-11", "fail"),
    ],
)
def test_a_sentence_over_last_year_disclosed(on: str, outcome: str) -> None:
    over = f"{int(on[:4]) - 1}{on[4:]}"
    recent = OLD | {"final": "2010-01-01", "over": over}
    finding = asked(on, "2026-01-01", convictions=[recent], disclosed=True, registered=on, determined=on)
    assert finding.outcome == outcome


def test_offences_below_five_years_by_period() -> None:
    petty = OLD | {"threat": 4}
    facts = {"convictions": [petty], "registered": "2024-08-28", "determined": "2024-09-22"}
    # Until 30 June 2016 only prison for five years or more; then any conviction, unless disclosed.
    assert asked("2016-06-30", disclosed=False, convictions=[petty]).outcome == "pass"
    assert asked("2016-07-01", disclosed=False, **facts).outcome == "fail"
    # MK 71/PUU-XIV/2016: again five years or more.
    assert asked("2017-07-19", disclosed=False, **facts).outcome == "pass"
    # MK 56/PUU-XVII/2019 left it open; MK 2/PHPU.BUP-XXIII/2025 asks disclosure but no wait, and 32/PUU-XXIII/2025 too.
    assert asked("2024-09-22", disclosed=False, **facts).outcome == "undetermined"
    assert asked("2024-09-22", disclosed=True, **facts).outcome == "pass"
    recent = facts | {"convictions": [petty | {"over": "2022-01-01"}]}
    assert asked("2024-09-22", "2025-02-24", disclosed=False, **recent).outcome == "fail"
    # That ruling also says the duty ends five years after the sentence; ruling 32 asks it of every ex-convict.
    assert asked("2024-09-22", "2025-02-24", disclosed=False, **facts).outcome == "undetermined"
    young = [petty | {"over": "2024-01-01"}]
    assert asked("2025-08-28", convictions=young, disclosed=True, registered="2025-08-28").outcome == "pass"
    assert asked("2025-08-28", convictions=young, disclosed=False, registered="2025-08-28").outcome == "fail"


def test_negligence_and_politics() -> None:
    facts = {"registered": "2020-09-04", "determined": "2020-09-23"}
    for exempt in ("negligence", "political"):
        item = OLD | {"over": "2020-01-01", exempt: True}
        # MK 71/PUU-XIV/2016 and 56/PUU-XVII/2019: both stand outside.
        assert asked("2018-02-12", convictions=[item]).outcome == "pass"
        assert asked("2020-09-23", convictions=[item], disclosed=True, **facts).outcome == "pass"
    # The explanation of 2015 excepted politics alone.
    recent = OLD | {"over": "2015-01-01"}
    day = {"determined": "2015-04-01", "registered": "2015-04-01", "disclosed": True}
    assert asked("2015-04-01", convictions=[recent | {"political": True}], **day).outcome == "pass"
    assert asked("2015-04-01", convictions=[recent | {"negligence": True}], **day).outcome == "fail"


@pytest.mark.parametrize("mark", ["drug_kingpin", "child_sex"])
def test_offenders_the_explanation_keeps_out(mark: str) -> None:
    facts = {"convictions": [OLD | {mark: True}], "disclosed": True, "registered": "2020-09-04"}
    assert asked("2015-08-24", **facts, determined="2015-08-24").outcome == "pass"
    assert asked("2016-10-24", **facts).outcome == "fail"
    assert asked("2020-09-23", **facts).outcome == "fail"


def test_repeat_offenders_since_2019() -> None:
    facts = {"disclosed": True, "registered": "2020-09-04", "determined": "2020-09-23"}
    assert asked("2020-09-23", convictions=[OLD, OLD], **facts).needs == ("repeat_offender",)
    assert asked("2020-09-23", convictions=[OLD, OLD], repeat_offender=False, **facts).outcome == "pass"
    assert asked("2020-09-23", convictions=[OLD], repeat_offender=True, **facts).outcome == "fail"
    assert asked("2018-02-12", convictions=[OLD], repeat_offender=True, **facts).outcome == "pass"


@pytest.mark.parametrize(
    ("registered", "outcome"), [("2024-08-26", "fail"), ("2024-08-27", "pass"), ("2024-08-28", "pass")]
)
def test_five_years_to_the_day(registered: str, outcome: str) -> None:
    # At least five years since the sentence was over, at registration.
    facts = {"convictions": [OLD | {"over": "2019-08-27"}], "disclosed": True, "determined": "2024-09-22"}
    finding = asked("2024-09-22", registered=registered, **facts)
    assert finding.outcome == outcome
    # On the day itself the court's other words are named.
    assert (finding.practice is not None) == (registered == "2024-08-27")


def test_inputs_are_asked_for_by_name() -> None:
    assert asked("2020-09-23").needs == ("convictions",)
    assert asked("2020-09-23", convictions=[{"final": "2010-01-01"}]).needs == ("convictions[0].threat",)
    assert asked("2015-04-01", convictions=[{"threat": 6}]).needs == ("convictions[0].imprisoned",)
    wait = asked("2020-09-23", KNOWN, convictions=[{"threat": 6, "imprisoned": True}])
    assert wait.needs == ("registered", "convictions[0].over", "disclosed")
    assert asked("2020-09-23", convictions=[]).outcome == "pass"


# -- decided cases --------------------------------------------------------------------------------------


def test_boven_digoel_2020_the_whole_sentence() -> None:
    # Yusak Yaluwo: corruption; out on parole on 7 August 2016, parole and its probation year to 26 January 2017; the
    # wait
    # was not over at the registration of 4 to 6 September 2020. KPU and Bawaslu differed; MK 132/PHP.BUP-XIX/2021.
    item = {"threat": 20, "imprisoned": True, "released": "2014-08-07", "conditional": True, "over": "2017-01-26"}
    facts = {"region": "Kabupaten Boven Digoel", "convictions": [item], "disclosed": True,
             "registered": "2020-09-06", "determined": "2020-09-23"}  # fmt: skip
    decided = asked("2020-09-23", "2021-03-22", **facts)
    assert (decided.outcome, decided.fact["ends"]) == ("fail", "2022-01-26")
    then = asked("2020-09-23", **facts)
    assert then.outcome == "undetermined"
    assert {outcome for outcome, _ in then.readings} == {"pass", "fail"}
    assert then.practice is not None


def test_parigi_moutong_2024_not_before_the_judgment_is_final() -> None:
    # Amrullah Almahdaly: four months for joint violence (KUHP 170(1), five years and six months), covered by detention;
    # final on 30 January 2020, so the wait ended in January 2025 (MK 75/PHPU.BUP-XXIII/2025).
    item = {"threat": 5.5, "imprisoned": True, "final": "2020-01-30", "over": "2019-08-01"}
    finding = asked("2024-09-22", convictions=[item], disclosed=True, registered="2024-08-29", event="pilkada-2024")
    assert (finding.outcome, finding.fact["ends"]) == ("fail", "2025-01-30")


def test_gorontalo_utara_2024_still_on_probation() -> None:
    # Ridwan Yasin: fraud (four years), six months suspended with one year of probation from 25 April 2024; still a
    # convict
    # at registration, whatever the threat (MK 55/PHPU.BUP-XXIII/2025). KPU had said so, Bawaslu had not.
    item = {"threat": 4, "imprisoned": True, "final": "2024-04-25", "over": "2025-04-25"}
    facts = {"region": "Kabupaten Gorontalo Utara", "convictions": [item], "disclosed": True,
             "registered": "2024-08-29", "event": "pilkada-2024"}  # fmt: skip
    assert asked("2024-09-22", "2025-02-24", **facts).outcome == "fail"
    assert asked("2024-09-22", **facts).outcome == "undetermined"


def test_pasaman_2024_a_hidden_conviction() -> None:
    # Anggit Kurniawan Nasution: two months and 24 days for fraud, 26 July 2022, not disclosed (MK
    # 02/PHPU.BUP-XXIII/2025).
    item = {"threat": 4, "imprisoned": True, "final": "2022-07-26", "over": "2022-10-01"}
    facts = {
        "region": "Kabupaten Pasaman",
        "running_for": "deputy",
        "registered": "2024-08-29",
        "event": "pilkada-2024",
    }
    assert asked("2024-09-22", KNOWN, convictions=[item], disclosed=False, **facts).outcome == "fail"
    assert asked("2024-09-22", KNOWN, convictions=[item], disclosed=True, **facts).outcome == "pass"


def test_yalimo_2020_four_months_for_an_offence_of_twelve_years() -> None:
    # Erdi Dabi: dangerous driving that killed (UU 22/2009 Pasal 311 ayat (5), twelve years), judged on 18 February
    # 2021; the
    # term of the sentence does not matter, the threat does (MK 145/PHP.BUP-XIX/2021).
    item = {"threat": 12, "imprisoned": True, "final": "2021-02-25", "over": "2021-06-18", "negligence": False}
    facts = {"region": "Kabupaten Yalimo", "registered": "2020-09-06", "event": "pilkada-2020"}
    assert asked("2021-06-29", KNOWN, convictions=[item], disclosed=True, **facts).outcome == "fail"


def test_gorontalo_2016_a_suspended_sentence() -> None:
    # Rusli Habibie: suspended sentence for defamation, determined as a candidate by PKPU 9/2016 (viva.co.id 824928).
    # By the
    # statute of 2016 he was a convict still; the divergent practice is named.
    item = {"threat": 4, "imprisoned": True, "final": "2016-07-01", "over": "2018-07-01"}
    finding = asked(
        "2016-10-24", convictions=[item], disclosed=True, region="Provinsi Gorontalo", registered="2016-09-23"
    )
    assert finding.outcome == "fail"
    assert finding.practice is not None
    assert "9/2016" in finding.practice.en


def test_aceh_has_its_own_bar() -> None:
    # UU 11/2006 Pasal 67 ayat (2) huruf g; MK 51/PUU-XIV/2016 opened it to those who disclose (Abdullah Puteh, 2017).
    item = OLD | {"over": "2015-11-01"}
    facts = {"region": "Aceh", "convictions": [item], "registered": "2016-09-23", "determined": "2016-10-24"}
    assert asked("2016-08-22", **facts, disclosed=True).outcome == "fail"
    assert asked("2016-08-23", **facts, disclosed=True).outcome == "pass"
    assert asked("2016-08-23", **facts, disclosed=False).outcome == "fail"
    treason = OLD | {"political": True, "amnestied": True}
    assert asked("2016-08-22", **facts | {"convictions": [treason]}).outcome == "pass"


def test_papuan_governors_have_a_stricter_statute() -> None:
    facts = {"convictions": [OLD], "disclosed": True, "registered": "2024-08-29", "event": "pilkada-2024"}
    finding = asked("2024-09-22", region="Papua", **facts)
    assert finding.outcome == "undetermined"
    assert any("uu-21-2001" in ground.ref for ground in finding.basis)
    assert asked("2024-09-22", region="Kabupaten Merauke", **facts).outcome == "pass"


def test_a_later_day_of_registration_never_hurts() -> None:
    """Waiting longer never turns a pass into a failure."""
    facts = {"convictions": [OLD | {"over": "2019-08-27"}], "disclosed": True, "determined": "2025-12-31"}
    outcomes = [
        asked("2025-12-31", registered=f"{year}-{month:02}-27", **facts).outcome
        for year in range(2020, 2026)
        for month in range(1, 13)
    ]
    assert outcomes == sorted(outcomes)


def test_bengkulu_2020_out_on_parole_in_2014() -> None:
    # Agusrin Najamudin: four years for corruption, on parole from 6 November 2014 to 12 December 2016
    # (radarbengkulu.disway.id 308553); KPU found the five years not over at registration by PKPU 1/2020 (23 September
    # 2020), Bawaslu Bengkulu reinstated him (17 October 2020). MK 132/PHP.BUP-XIX/2021 later agreed with KPU on another
    # candidate.
    item = {"threat": 20, "imprisoned": True, "released": "2014-11-06", "conditional": True, "over": "2016-12-12"}
    facts = {
        "region": "Provinsi Bengkulu",
        "convictions": [item],
        "disclosed": True,
        "registered": "2020-09-06",
        "event": "pilkada-2020",
    }
    assert asked("2020-09-23", **facts).outcome == "undetermined"
    assert asked("2020-09-23", "2021-03-22", **facts).outcome == "fail"


def test_a_judgment_counts_once_it_is_final() -> None:
    item = OLD | {"final": "2020-10-01", "over": "2021-01-01"}
    facts = {"convictions": [item], "disclosed": False, "registered": "2020-09-06"}
    assert asked("2020-09-30", **facts).outcome == "pass"
    assert asked("2020-10-01", **facts).outcome == "fail"


def test_the_wait_in_aceh_was_never_decided() -> None:
    recent = OLD | {"over": "2022-10-01"}
    facts = {"region": "Aceh", "disclosed": True, "registered": "2024-08-29", "event": "pilkada-2024"}
    finding = asked("2024-09-22", convictions=[recent], **facts)
    assert finding.outcome == "undetermined"
    assert {outcome for outcome, _ in finding.readings} == {"pass", "fail"}
    assert asked("2024-09-22", convictions=[OLD], **facts).outcome == "pass"


@pytest.mark.parametrize(
    ("region", "over", "released", "registered"),
    [
        # Dompu, Syaifurrahman Salman: parole 27 October 2015, final release 28 March 2016 (kompas.com, 24 September
        # 2020).
        ("Kabupaten Dompu", "2016-03-28", "2015-10-27", "2020-09-06"),
        # Lampung Selatan, Melin Haryani Wijaya: probation to 25 August 2016 (lampung.tribunnews.com, 23 September
        # 2020).
        ("Kabupaten Lampung Selatan", "2016-08-25", None, "2020-09-04"),
    ],
)
def test_2020_less_than_five_years_by_either_count(
    region: str, over: str, released: str | None, registered: str
) -> None:
    # KPU found both unqualified on 23 September 2020; Bawaslu reinstated them.
    item = {"threat": 20, "imprisoned": True, "over": over, "released": released, "conditional": released is not None}
    facts = {"region": region, "registered": registered, "event": "pilkada-2020", "disclosed": True}
    assert asked("2020-09-23", convictions=[item], **facts).outcome == "fail"
    assert asked("2020-09-23", KNOWN, convictions=[item], **facts).outcome == "fail"


def test_manado_2015_on_parole() -> None:
    # Jimmy Rimba Rogi: seven years for corruption, on parole to 29 December 2017; found unqualified by KPU Manado on 13
    # November 2015 on Bawaslu's recommendation: on parole is not yet an ex-convict (merdeka.com; rmol.id 221739).
    item = {"threat": 20, "imprisoned": True, "released": "2014-11-12", "conditional": True, "over": "2017-12-29"}
    facts = {"region": "Kota Manado", "registered": "2015-07-28", "event": "pilkada-2015", "disclosed": True}
    assert asked("2015-11-13", convictions=[item], **facts).outcome == "fail"
