"""The statutes are whole: every place each text printed, every amendment, every ruling, nothing from nowhere.

``data/printed-places.tsv`` lists every place the base text (Perppu 1/2014, the annex of UU 1/2015) and its two large
amendments print, as read in the laws; ``data/amendments.tsv`` every item of the amending laws, with the changes that an
amending law made in a restated article without naming them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import electlaw
from electlaw.acts import ENDS
from electlaw.corpus import Corpus, builtin
from electlaw.errors import ElectlawError, Invalid
from electlaw.refs import Ref, order_key

DATA = Path(__file__).parent / "data"
PILKADA = "uu-1-2015"
FIRST_DAY = {"perppu-1-2014": "2014-10-02", "uu-8-2015": "2015-03-18", "uu-10-2016": "2016-07-01"}
LAST_KNOWN = electlaw.DATA_AS_OF
Subject = dict[str, str | int]


def read(name: str) -> list[dict[str, str]]:
    head, *lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return builtin()


@pytest.fixture(scope="module")
def ops(corpus: Corpus) -> dict[str, dict[str, list[str]]]:
    """For each place, what each instrument did to it."""
    found: dict[str, dict[str, list[str]]] = {}
    for text in corpus.texts():
        for row in corpus.all(f"provisions/{text}"):
            found.setdefault(f"{text}/{row['place']}", {}).setdefault(row["by"], []).append(row["op"])
    return found


# -- the text of each law -------------------------------------------------------------------------------


@pytest.mark.parametrize("law", FIRST_DAY)
def test_every_printed_place_is_in_the_version_that_printed_it(law: str) -> None:
    snapshot = electlaw.at(FIRST_DAY[law])
    wrong = []
    for row in read("printed-places.tsv"):
        if row[law]:
            found = snapshot.provision(Ref(f"{PILKADA}/{row['place']}"))
            state = "in_force" if row[law] == "printed" else "repealed"
            if (found.state, found.version) != (state, law):
                wrong.append((row["place"], row[law], found.state, found.version))
    assert wrong == []


def test_the_printed_places_are_as_many_as_the_laws_have() -> None:
    printed = Counter(law for row in read("printed-places.tsv") for law in FIRST_DAY if row[law])
    assert printed == {"perppu-1-2014": 1226, "uu-8-2015": 740, "uu-10-2016": 504}


def test_there_are_206_articles_of_the_base_and_44_inserted(corpus: Corpus) -> None:
    articles = [path for path in corpus.paths(PILKADA) if path.startswith("pasal-") and "/" not in path]
    first = {path: corpus.place(f"{PILKADA}/{path}").contents[0] for path in articles}
    base = [path for path, act in first.items() if act.op == "enact"]
    inserted = Counter(act.by for act in first.values() if act.op == "insert")
    assert sorted(base, key=order_key) == [f"pasal-{number}" for number in range(1, 207)]
    assert inserted == {"uu-8-2015": 7, "uu-10-2016": 35, "perppu-2-2020": 2}


def test_the_articles_repealed_as_a_whole() -> None:
    """UU 8/2015: 4, 37, 38, 55, 100-102, 159, 167-172, 175, 192; UU 10/2016: 196."""
    law = electlaw.at(LAST_KNOWN)
    gone = [n for n in range(1, 207) if law.provision(f"Pasal {n}").state == "repealed"]
    assert gone == [4, 37, 38, 55, 100, 101, 102, 159, *range(167, 173), 175, 192, 196]


def test_every_article_and_chapter_has_a_heading_in_both_languages(corpus: Corpus) -> None:
    for path in corpus.paths(PILKADA):
        if path.startswith(("pasal-", "bab-")) and "/" not in path:
            act = corpus.place(f"{PILKADA}/{path}").contents[0]
            heading = getattr(act, "heading", None)
            assert heading, path
            assert heading.en, path
            assert heading.id, path


def test_chapters_have_their_official_headings() -> None:
    chapters = [electlaw.at("2014-10-02").provision(f"BAB {roman}") for roman in ("I", "III", "XXII", "XXIV")]
    assert [chapter.state for chapter in chapters] == ["in_force"] * 4
    assert [chapter.heading.id for chapter in chapters] == [
        "Ketentuan Umum", "Persyaratan Calon", "Pendanaan", "Ketentuan Pidana",
    ]  # fmt: skip
    assert len([p for p in builtin().paths(PILKADA) if p.startswith("bab-") and "/" not in p]) == 27


# -- amendments -----------------------------------------------------------------------------------------

#: What an item's verb may look like at the place: an amended article may have changed in its parts only, and content
#: moved within an article stands as taken over.
SHOWS = {"amend": {"amend", "insert", "renumber"}, "insert": {"insert", "renumber"}, "repeal": {"repeal"}}


def test_every_amendment_is_reflected(ops: dict[str, dict[str, list[str]]]) -> None:
    missing = []
    for row in read("amendments.tsv"):
        done = set(ops.get(row["place"], {}).get(row["by"], ()))
        if row["change"] == "amend" and not done & SHOWS["amend"]:
            within = f"{row['place']}/"
            for place, acts in ops.items():
                if place.startswith(within):
                    done |= set(acts.get(row["by"], ())) - {"restate"}
            shown = bool(done - {"restate"})
        else:
            shown = bool(done & SHOWS[row["change"]])
        if not shown:
            missing.append(row)
    assert missing == []


@pytest.mark.parametrize(
    ("by", "op", "target"),
    [
        ("perppu-1-2014", "repeals", "uu-22-2014"),  # Pasal 205
        ("uu-1-2015", "ratifies", "perppu-1-2014"),
        ("uu-22-2014", "replaces-in-part", "uu-15-2011"),  # Pasal 70: the duties of organisers of regional elections
        ("uu-23-2014", "repeals", "uu-32-2004"),  # Pasal 409 huruf b
        ("uu-6-2020", "ratifies", "perppu-2-2020"),
        ("uu-2-2015", "ratifies", "perppu-2-2014"),
        ("uu-8-2005", "ratifies", "perppu-3-2005"),
    ],
)
def test_what_laws_do_to_laws_as_a_whole(corpus: Corpus, by: str, op: str, target: str) -> None:
    assert (by, op) in {(relation.by, relation.op) for relation in corpus.relations(target)}


def test_no_version_without_an_act(corpus: Corpus) -> None:
    """What a snapshot calls a version is always an instrument with an act on the place, or on what holds it."""
    for on in ("2014-10-02", "2015-03-18", "2016-07-01", "2020-05-04", LAST_KNOWN):
        law = electlaw.at(on)
        for path in corpus.paths(PILKADA):
            found = law.provision(Ref(f"{PILKADA}/{path}"))
            if found.version:
                place = corpus.place(found.place)
                assert found.version in {act.by for act in place.acts()}, (path, on)
                assert found.basis, (path, on)


def test_every_act_has_an_instrument_a_day_and_a_source(corpus: Corpus) -> None:
    sources = {row["key"] for row in corpus.all("sources")}
    for id in corpus.places():
        for act in corpus.place(id).acts():
            assert corpus.instrument(act.by) is not None, (id, act.by)
            assert act.known.known, (id, act.by)
            assert act.source, (id, act.by)
            assert set(act.source.split()) <= sources, (id, act.by)


@pytest.mark.parametrize(
    ("ref", "law"),
    [
        ("Pasal 59 ayat (2)", "uu-8-2015"),
        ("Pasal 95 ayat (1)", "uu-8-2015"),
        ("Pasal 117 ayat (1)", "uu-8-2015"),
        ("Pasal 134 ayat (1)", "uu-8-2015"),
        ("Pasal 134 ayat (2)", "uu-8-2015"),
        ("Pasal 41 ayat (3)", "uu-10-2016"),
        ("Pasal 65 ayat (3)", "uu-10-2016"),
    ],
)
def test_silent_changes(ref: str, law: str) -> None:
    """The item names other ayat, yet the article as restated differs here."""
    assert electlaw.at(FIRST_DAY[law]).provision(ref).content_since == law


@pytest.mark.parametrize("ref", ["Pasal 42 ayat (7)", "Pasal 107 ayat (3)", "Pasal 109 ayat (3)"])
def test_silent_repeals(ref: str) -> None:
    assert electlaw.at("2015-03-17").provision(ref).state == "in_force"
    assert electlaw.at("2015-03-18").provision(ref).state == "repealed"


@pytest.mark.parametrize("ref", ["Pasal 107 ayat (3)", "Pasal 109 ayat (3)"])
def test_slots_reused(ref: str) -> None:
    """The winner of a second round (2014), nothing (2015), the single pair (2016)."""
    days = ("2014-10-02", "2015-03-18", "2016-07-01")
    found = [electlaw.at(on).provision(ref) for on in days]
    assert [item.state for item in found] == ["in_force", "repealed", "in_force"]
    assert "second round" in found[0].summary["en"]
    assert "sole" in found[2].summary["en"]
    assert [act.op for act in found[2].history()] == ["enact", "repeal", "insert"]


@pytest.mark.parametrize("slot", ["ayat (2a)", "ayat (2b)"])
def test_inserted_ayat_keep_old_numbers(slot: str) -> None:
    law = electlaw.at("2016-07-01")
    assert law.provision(f"Pasal 65 {slot}").content_since == "uu-10-2016"
    assert law.provision("Pasal 65 ayat (3)").state == "in_force"


def test_pasal_7_is_split_anew_in_2016() -> None:
    before, after = electlaw.at("2016-06-30"), electlaw.at("2016-07-01")
    assert before.provision("Pasal 7 ayat (1)").state == "not_yet"
    for letter in "abcefghijklmnopqstu":
        old = after.provision(f"Pasal 7 huruf {letter}")
        assert (letter, old.state) == (letter, "repealed")
        assert old.moved_to is not None, letter
        assert old.moved_to.startswith("uu-1-2015/pasal-7/ayat-")


@pytest.mark.parametrize(
    ("ref", "split", "whole"),
    [("Pasal 59 ayat (1)", "2016-06-30", "2016-07-01"), ("Pasal 202 ayat (1)", "2015-03-17", "2015-03-18")],
)
def test_articles_that_lost_their_ayat(ref: str, split: str, whole: str) -> None:
    assert electlaw.at(split).provision(ref).state == "in_force"
    assert electlaw.at(whole).provision(ref).state == "repealed"


@pytest.mark.parametrize(("pasal", "on"), [("153", "2016-07-01"), ("166", "2015-03-18")])
def test_articles_that_gained_ayat(pasal: str, on: str) -> None:
    assert electlaw.at("2015-01-01").provision(f"Pasal {pasal} ayat (1)").state == "not_yet"
    assert electlaw.at(on).provision(f"Pasal {pasal} ayat (1)").state == "in_force"


@pytest.mark.parametrize(
    ("article", "law"),
    [("Pasal 71 ayat (2)", "uu-8-2015"), ("Pasal 20 huruf c", "uu-10-2016")],
)
def test_explanations_change_alone(article: str, law: str) -> None:
    snapshot = electlaw.at(FIRST_DAY[law])
    assert snapshot.provision(f"Penjelasan {article}").content_since == law
    assert snapshot.provision(article).content_since != law


@pytest.mark.parametrize("place", ["Pasal 7 ayat (2) huruf g", "Pasal 201 ayat (9)"])
def test_explanations_that_carry_substance(place: str) -> None:
    """2016: who counts as having revealed a past conviction; how long an acting head serves."""
    assert electlaw.at("2016-07-01").provision(f"Penjelasan {place}").summary["en"]


@pytest.mark.parametrize(
    ("ref", "stated"),
    [
        ("Pasal 62 ayat (1)", "pasal-58/ayat-6>pasal-58/ayat-8"),
        ("Pasal 99", "pasal-98/ayat-11>pasal-98/ayat-12"),
    ],
)
def test_stale_cross_references_name_the_place_they_ought_to(ref: str, stated: str) -> None:
    assert any(
        entry.startswith(stated.partition(">")[0] + ">") for entry in electlaw.at(LAST_KNOWN).provision(ref).refers
    )


# -- what never was -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ref", "nearest"),
    [
        ("Pasal 9A", "pasal-9"),  # the press means Pasal 9 huruf a
        ("Pasal 33A", "pasal-33"),
        ("Pasal 153A", "pasal-153"),
        ("Pasal 180A", "pasal-180"),
        ("Pasal 999", "pasal-206"),
    ],
)
def test_misquoted_articles_never_existed(ref: str, nearest: str) -> None:
    for on in ("2014-10-02", "2016-07-01", LAST_KNOWN):
        found = electlaw.at(on).provision(ref)
        assert found.state == "not_found"
        assert f"{PILKADA}/{nearest}" in found.nearest
        assert found.basis == ()


def test_a_huruf_that_never_existed_names_the_nearest() -> None:
    found = electlaw.at(LAST_KNOWN).provision("Pasal 7 ayat (2) huruf zz")
    assert found.state == "not_found"
    assert all(near.startswith("uu-1-2015/pasal-7/ayat-2/huruf-") for near in found.nearest)
    assert found.nearest


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        ("Pasal 40 ayat (0)", "no ayat is numbered 0"),
        ("Pasal ４０", "not an ordinary digit"),
        ("Pasal 40 ayat (３)", "not an ordinary digit"),
        ("ayat (1) Pasal 40", "do not nest"),
        ("Pasal 178H sampai dengan 178A", "reversed range"),
        ("pasal " * 1_700, "too long"),
        ("\u202ePasal 40", "names no instrument"),
    ],
)
def test_bad_input_is_refused_with_its_reason(ref: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason) as error:
        electlaw.at(LAST_KNOWN).provision(ref)
    assert error.value.message("id") != error.value.message("en")
    assert "\n" not in str(error.value)


def test_a_roman_article_of_a_law_that_has_none() -> None:
    found = electlaw.at(LAST_KNOWN).provision("Pasal XL UU 1/2015")
    assert found.state == "not_found"
    assert electlaw.at(LAST_KNOWN).provision("Pasal II UU 10/2016").state == "in_force"
    for ref in ("Pasal II UU 7/2017", "Pasal II Perppu 1/2014", "Pasal I UU 23/2014"):
        assert electlaw.at(LAST_KNOWN).provision(ref).state == "not_found"


@pytest.mark.parametrize("ref", ["Pasal II UU 2/2021", "Pasal V UU 1/1946", "Pasal III UUD 1945", "Pasal II UU 6/2020"])
def test_a_roman_article_of_a_law_that_may_have_it_is_unknown(ref: str) -> None:
    assert electlaw.at("2025-06-01").provision(ref).state == "unknown"


@pytest.mark.parametrize("ref", ["ayat (2)", "huruf zz", "huruf a UU 10/2016", "angka 3 PKPU 8/2024"])
def test_a_part_without_its_pasal_is_refused(ref: str) -> None:
    with pytest.raises(Invalid, match="name the pasal"):
        electlaw.at(LAST_KNOWN).provision(ref)


# -- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ref",
    [
        "Pasal 201 ayat (8)",
        "Pasal 201 ayat (8) UU 1/2015",
        "Pasal 201 ayat (8) UU 8/2015",
        "Pasal 201 ayat (8) UU 10/2016",
        "Pasal 201 ayat (8) Perppu 1/2014",
        "Pasal 201 ayat (8) UU 6/2020",
        "Pasal 201 ayat (8) UU Pilkada",
        "UU Pilkada Pasal 201 ayat (8)",
        "Psl. 201 ayat (8) UU Pilkada",
        "Psl 201 ayat (8)",
        "Ps. 201 ayat 8",
        "uu-1-2015/pasal-201/ayat-8",
        "/akn/id/act/uu/2016/10/ind@2016-07-01/!main~art_201__para_8",
    ],
)
def test_every_name_of_the_law_leads_to_one_place(ref: str) -> None:
    assert electlaw.at(LAST_KNOWN).provision(ref).place == "uu-1-2015/pasal-201/ayat-8"


def test_the_answer_says_when_the_cited_law_did_not_contain_the_place() -> None:
    law = electlaw.at(LAST_KNOWN)
    assert not law.provision("Pasal 54D Perppu 1/2014").cited_contains
    assert not law.provision("Pasal 3 ayat (1) UU 6/2020").cited_contains
    assert law.provision("Pasal 122A UU 6/2020").cited_contains


@pytest.mark.parametrize(
    ("name", "on", "instrument"),
    [
        ("UU Pilkada", "2020-01-01", "uu-1-2015"),
        ("UU Pemilu", "2009-01-01", "uu-10-2008"),
        ("UU Pemilu", "2013-01-01", "uu-8-2012"),
        ("UU Pemilu", "2024-01-01", "uu-7-2017"),
        ("UU Pemda", "2014-10-01", "uu-32-2004"),
        ("UU Pemda", "2014-10-02", "uu-23-2014"),
    ],
)
def test_popular_names_mean_the_law_of_the_day(name: str, on: str, instrument: str) -> None:
    assert electlaw.at(on).instrument(name).id == instrument


# -- rulings --------------------------------------------------------------------------------------------


def test_every_ruling_names_places_and_what_became_of_them(corpus: Corpus) -> None:
    held: dict[str, set[str]] = {}
    for row in corpus.all("holdings"):
        held.setdefault(row["by"], set()).add(row["place"])
    for row in corpus.all("rulings"):
        assert row["tested"], row["ruling"]
        reviews = "-puu-" in row["ruling"] or "-hum-" in row["ruling"]
        if reviews and row["outcome"] not in ("inadmissible", "unknown"):
            assert held.get(row["ruling"]), row["ruling"]
        if row["ruling"] not in held:
            assert row["en"], row["ruling"]
            assert row["id"], row["ruling"]


def test_the_penal_adjustment_shows_at_every_offence(corpus: Corpus) -> None:
    """UU 1/2026 Pasal I (1), II (5), VIII: no least penalty, prison and/or fine, fine by category; in force at once."""
    before, after = electlaw.at("2026-01-01"), electlaw.at("2026-01-02")
    offences = [str(act.scope).partition("=")[2] for act in corpus.settings("penalty.prison_min") if act.op == "unset"]
    standing = [offence for offence in offences if after.provision(Ref(f"{PILKADA}/{offence}")).state == "in_force"]
    assert len(standing) == 68
    for offence in standing:
        old, new = (law.provision(Ref(f"{PILKADA}/{offence}")) for law in (before, after))
        assert (old.adjusted_by, new.adjusted_by) == ((), ("uu-1-2026",)), offence
        assert (new.content_since, new.verified) == (old.content_since, "report"), offence
        assert old.construed_by == new.construed_by
        text = new.holdings[-1].text
        for key in ("prison_max", "fine_max"):
            value = after.parameter(f"penalty.{key}", offence=offence).stated
            shown = f"{int(value):,}" if value else ""
            assert shown in text["en"], offence
            assert shown.replace(",", ".") in text["id"], offence
    changed = before.diff(after).by_instrument()["uu-1-2026"]
    assert {c.target.partition("/")[2] for c in changed if c.target.startswith(f"{PILKADA}/")} == set(standing)


def test_every_place_a_ruling_tested_is_a_place(corpus: Corpus) -> None:
    for row in corpus.all("rulings"):
        for place in row["tested"].split(","):
            text, _, path = place.strip().partition("/")
            instrument = corpus.instrument(text)
            assert instrument is not None, row["ruling"]
            if path and instrument.status == "complete":
                assert corpus.place(place.strip()).first_known, (row["ruling"], place)


def test_every_holding_shows_at_its_place(corpus: Corpus) -> None:
    law = electlaw.at(LAST_KNOWN)
    for row in corpus.all("holdings"):
        _, _, path = row["place"].partition("/")
        if path:
            history = law.provision(Ref(row["place"])).history()
            assert row["by"] in {act.by for act in history}, row["place"]


@pytest.mark.parametrize(
    ("ref", "ruling", "on", "without", "with_"),
    [
        # 60/PUU-XIII/2015 (29 September 2015): not for the stages of 2015 already running
        (
            "Pasal 41 ayat (1) huruf a",
            "mk-60-puu-xiii-2015",
            "2015-10-01",
            {"event": "pilkada-2015"},
            {"event": "pilkada-2017"},
        ),
        # 104/PUU-XXIII/2025: not retroactive
        (
            "Pasal 139 ayat (2)",
            "mk-104-puu-xxiii-2025",
            "2025-12-01",
            {"event": "pilkada-2024"},
            {"event": "pilkada-2029"},
        ),
        # 126/PUU-XXII/2024 and 135/PUU-XXII/2024: from the elections of 2029
        (
            "Pasal 54C ayat (2)",
            "mk-126-puu-xxii-2024",
            "2025-12-01",
            {"event": "pilkada-2024"},
            {"event": "pilkada-2029"},
        ),
        ("Pasal 3 ayat (1)", "mk-135-puu-xxii-2024", "2025-12-01", {"event": "pilkada-2024"}, {"cycle": 2031}),
    ],
)
def test_rulings_with_a_scope_of_their_own(ref: str, ruling: str, on: str, without: Subject, with_: Subject) -> None:
    assert ruling not in electlaw.at(on, **without).provision(ref).construed_by
    assert ruling in electlaw.at(on, **with_).provision(ref).construed_by
    open_question = electlaw.at(on).provision(ref)
    assert ruling in {act.by for act in open_question.doubts}
    assert set(open_question.needs) <= {"event", "cycle"}


def test_a_ruling_falls_with_the_content_it_hit() -> None:
    """UU 10/2016 wrote what 60/PUU-XIII/2015, 33/PUU-XIII/2015 and 42/PUU-XIII/2015 had held into the articles."""
    law = electlaw.at("2016-07-01")
    for ref, ruling in (
        ("Pasal 41 ayat (1) huruf a", "mk-60-puu-xiii-2015"),
        ("Pasal 7 huruf r", "mk-33-puu-xiii-2015"),
    ):
        found = law.provision(ref)
        assert ruling not in (*found.construed_by, *found.struck_by)
        assert ruling in {act.by for act in found.history()}


@pytest.mark.parametrize(
    ("ref", "place"),
    [
        ("Pasal 40 ayat (1) Putusan MK 60/PUU-XXII/2024", "uu-1-2015/pasal-40/ayat-1"),
        ("Pasal 40 Putusan MK 60/PUU-XXII/2024", "uu-1-2015/pasal-40"),
        ("Pasal 7 ayat (2) huruf g Putusan MK 56/PUU-XVII/2019", "uu-1-2015/pasal-7/ayat-2/huruf-g"),
    ],
)
def test_a_reference_through_a_ruling_means_the_place_it_dealt_with(ref: str, place: str) -> None:
    found = electlaw.at(LAST_KNOWN).provision(ref)
    assert found.place == place
    assert not found.cited_contains


@pytest.mark.parametrize("ref", ["Pasal 1 Putusan MK 60/PUU-XXII/2024", "Pasal 1 Putusan MA 23 P/HUM/2024"])
def test_a_ruling_has_no_articles_of_its_own(ref: str) -> None:
    with pytest.raises(ElectlawError, match="ruling") as error:
        electlaw.at(LAST_KNOWN).provision(ref)
    assert error.value.choices


def test_an_article_known_only_as_amended_is_unknown_before() -> None:
    """PKPU 3/2017 Pasal 4 (1) huruf d was read in the form of its fourth amendment alone."""
    assert electlaw.at("2019-01-01").provision("Pasal 4 ayat (1) huruf d PKPU 3/2017").state == "unknown"
    assert electlaw.at("2021-01-01").provision("Pasal 4 ayat (1) huruf d PKPU 9/2020").state == "in_force"
    found = electlaw.at("2024-06-01").provision("Pasal 4 ayat (1) huruf d PKPU 9/2020")
    assert found.construed_by == ("ma-23-p-hum-2024",)


# -- parameters -----------------------------------------------------------------------------------------


def test_no_parameter_without_a_basis(corpus: Corpus) -> None:
    """Places it rests on; or a decree that sets it as a whole; or a practice with its source."""
    for key in corpus.parameter_keys():
        for act in corpus.settings(key):
            instrument = corpus.instrument(act.by)
            assert act.source, (key, act.by)
            assert act.provisions or instrument is not None or act.by.startswith("practice:"), (key, act.by)
            if instrument is not None and instrument.kind in ("uu", "perppu", "mk") and act.op == "set":
                assert act.provisions, (key, act.by)


# -- other laws -----------------------------------------------------------------------------------------


def test_uu_32_2004_article_236a_is_inserted_twice() -> None:
    """Perppu 3/2005 inserted 236A and 236B; UU 12/2008 inserts the same numbers again with other content."""
    for letter in "ab":
        old = electlaw.at("2007-01-01").provision(f"Pasal 236{letter} UU 32/2004")
        new = electlaw.at("2009-01-01").provision(f"Pasal 236{letter} UU 32/2004")
        assert (old.content_since, new.content_since) == ("perppu-3-2005", "uu-12-2008")
        assert [act.op for act in new.history()][:2] == ["insert", "insert"]
        assert old.summary["en"] != new.summary["en"]
    assert electlaw.at("2009-01-01").provision("Pasal 236C UU 32/2004").content_since == "uu-12-2008"
    assert electlaw.at("2007-01-01").provision("Pasal 236C UU 32/2004").state == "not_yet"


def test_places_end_with_the_text_that_holds_them() -> None:
    assert electlaw.at("2014-10-01").provision("Pasal 236A UU 32/2004").state == "in_force"
    assert electlaw.at("2014-10-02").provision("Pasal 236A UU 32/2004").state == "repealed"


@pytest.mark.parametrize(
    "id",
    [
        "uu-7-2017", "perppu-1-2022", "uu-7-2023", "uu-23-2014", "uu-11-2006", "uu-13-2012", "uu-29-2007", "uu-2-2024",
        "uu-21-2001", "uu-2-2021", "pp-12-2022", "uu-1-1946", "uu-1-2023", "uu-1-2026", "pkpu-8-2024", "pmk-3-2024",
        "perbawaslu-2-2020",
    ],
)  # fmt: skip
def test_the_sister_laws_are_there(id: str) -> None:
    found = electlaw.at(LAST_KNOWN).instrument(id)
    assert found.title
    assert found.instrument.known.known


# -- conditional commencement ---------------------------------------------------------------------------

DECREE = "keppres-99-2027"


@pytest.fixture(scope="module")
def moved_capital(tmp_path_factory: pytest.TempPathFactory) -> electlaw.Log:
    """A hypothetical presidential decree that moves the capital, as UU 2/2024 Pasal 73 awaits."""
    path = tmp_path_factory.mktemp("pack") / "keppres.toml"
    path.write_text(
        f'id = "{DECREE}"\nkind = "keppres"\nnumber = 99\nyear = 2027\ntitle = "Contoh"\nknown = 2027-08-01\n'
        'from = 2027-08-17\nsource = "memory"\nverified = "recall"\n'
        '[[conditions]]\ncondition = "keppres-pemindahan-ibu-kota"\nsource = "memory"\nverified = "recall"\n',
        encoding="utf-8",
    )
    return electlaw.load(str(path))


@pytest.mark.parametrize(
    ("on", "new", "old"), [("2027-08-16", "not_yet", "in_force"), ("2027-08-17", "in_force", "repealed")]
)
def test_the_met_condition_starts_one_law_and_ends_the_other(
    moved_capital: electlaw.Log, on: str, new: str, old: str
) -> None:
    law = moved_capital.at(on)
    assert (law.instrument("UU 2/2024").state, law.instrument("UU 29/2007").state) == (new, old)
    assert law.provision("Pasal 10 ayat (2) UU 2/2024").state == new
    assert law.provision("Pasal 11 ayat (1) UU 29/2007").state == old
    waits = law.provision("Pasal 10 ayat (2) UU 2/2024").waits_for
    assert waits == ("keppres-pemindahan-ibu-kota" if new == "not_yet" else None)


def test_the_condition_is_not_met_before_the_decree_is_known(moved_capital: electlaw.Log) -> None:
    law = moved_capital.at("2027-09-01", known="2027-07-31")
    assert law.instrument("UU 2/2024").state == "not_yet"
    assert law.instrument("UU 29/2007").state == "in_force"


def test_the_met_condition_moves_the_winner_rule_of_jakarta(moved_capital: electlaw.Log) -> None:
    subject = {"region": "31", "office": "governor"}
    for on, by in (("2027-08-16", "uu-29-2007"), ("2027-08-17", "uu-2-2024")):
        assert moved_capital.at(on).parameter("winner.rule", **subject).basis[0].instrument == by


def test_without_the_decree_nothing_waits_in_vain() -> None:
    law = electlaw.at("2027-09-01")
    assert law.instrument("UU 2/2024").waits_for == "keppres-pemindahan-ibu-kota"


def test_the_articles_inserted_before_commencement_are_known() -> None:
    """UU 151/2024 has force of its own although the law it amends still waits."""
    assert electlaw.at("2025-01-01").provision("Pasal 70A UU 2/2024").content_since == "uu-151-2024"


def test_every_end_names_what_ended_it(corpus: Corpus) -> None:
    law = electlaw.at(LAST_KNOWN)
    for path in corpus.paths(PILKADA):
        found = law.provision(Ref(f"{PILKADA}/{path}"))
        if found.state == "repealed":
            assert any(act.op in ENDS for act in corpus.place(found.place).contents), path
            assert found.version in ("uu-8-2015", "uu-10-2016"), path


def test_a_postponed_vote_points_to_the_place_that_moved_it() -> None:
    """Pasal 201A (1)-(2), inserted by Perppu 2/2020 of 4 May 2020, postpones the vote of Pasal 201 (6)."""
    ref = "Pasal 201 ayat (6) UU 1/2015"
    assert electlaw.at("2020-05-03").provision(ref).adjusted_by == ()
    moved = electlaw.at("2020-05-05").provision(ref)
    assert (moved.state, moved.adjusted_by) == ("in_force", ("perppu-2-2020",))
    assert "201A" in moved.holdings[-1].text["en"]
    assert electlaw.at("2020-05-05").provision("Pasal 122 UU 1/2015").adjusted_by == ()
