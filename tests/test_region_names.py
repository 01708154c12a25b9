"""Names of regions: every spelling finds its region, no text finds a wrong one, none breaks the reader."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.errors import Ambiguous, ElectlawError, Invalid, NotFound, OutOfCoverage
from electlaw.regions import KINDS, Region, all_regions, region

REGIONS = all_regions()

# Short names that a regency and a city, or a city and its province, share in the Interior Ministry's list of 2025.
SHARED = [
    "Bandung",
    "Banjar",
    "Bekasi",
    "Bengkulu",
    "Bima",
    "Blitar",
    "Bogor",
    "Cirebon",
    "Gorontalo",
    "Jambi",
    "Jayapura",
    "Kediri",
    "Kupang",
    "Madiun",
    "Magelang",
    "Malang",
    "Mojokerto",
    "Pasuruan",
    "Pekalongan",
    "Probolinggo",
    "Semarang",
    "Serang",
    "Solok",
    "Sorong",
    "Sukabumi",
    "Tangerang",
    "Tasikmalaya",
    "Tegal",
    "Yogyakarta",
]

any_region = st.sampled_from(REGIONS)
separators = st.sampled_from(["", " ", "-", ".", "  ", "_", "\u2011", "\u00a0"])


@pytest.mark.parametrize("one", REGIONS, ids=lambda one: one.code)
def test_round_trip_of_every_name_code_and_alias(one: Region) -> None:
    for text in (one.code, one.code.replace(".", ""), one.full_name, f"{KINDS[one.kind]} {one.short_name}"):
        assert region(text) is one
    assert region(bps=one.bps_code) is one
    assert region(one.short_name, kind=one.kind) is one
    for alias in one.aliases:
        kind = one.kind.removeprefix("administrative-")
        assert region(alias, kind=kind, within=one.province) is one, alias


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_name_lists_its_bearers(name: str) -> None:
    bearers = [one for one in REGIONS if one.short_name.removeprefix("Daerah Istimewa ") == name]
    with pytest.raises(Ambiguous) as ambiguous:
        region(name)
    assert ambiguous.value.choices == tuple(f"{one.full_name} ({one.code})" for one in bearers)
    assert len(bearers) >= 2
    for one in bearers:
        assert region(name, kind=one.kind) is one


def test_only_shared_names_are_ambiguous() -> None:
    for one in REGIONS:
        if one.short_name not in SHARED:
            assert region(one.short_name) is one


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sultra", "74"),
        ("DKI", "31"),
        ("Kalteng", "62"),
        ("NTT", "53"),
        ("ntb", "52"),
        ("Pemprov Jabar", "32"),
        ("D.I. Yogyakarta", "34"),
        ("Daerah Istimewa Aceh", "11"),
        ("Sumatra Utara", "12"),
        ("Kab. Kep. Talaud", "71.04"),
        ("Kabupaten Kepulauan Riau", "21.01"),
        ("Kepulauan Riau", "21"),
        ("Irian Jaya Barat", "92"),
        ("Kodya Ujung Pandang", "73.71"),
        ("Bau-Bau", "74.72"),
        ("Baubau", "74.72"),
        ("Pangkal Pinang", "19.71"),
        ("Pangkalpinang", "19.71"),
        ("Palangka Raya", "62.71"),
        ("Kota Baru", "63.02"),  # the regency Kotabaru, not a city
        ("Kotamobagu", "71.74"),
        ("Kab Adm Kep. Seribu", "31.01"),
        ("Kota Adm. Jakarta Pusat", "31.71"),
        ("Bandung Regency", "32.04"),
        ("Kendari City", "74.71"),
        ("Kendari, Sulawesi Tenggara", "74.71"),
        ("50 Kota", "13.07"),
        ("Fakfak", "92.03"),
        ("Tojo Una-Una", "72.09"),
    ],
)
def test_the_way_people_write_it(text: str, code: str) -> None:
    assert region(text).code == code


def test_kind_and_province_settle_a_name() -> None:
    assert region("Bandung", kind="city").code == "32.73"
    assert region("Bandung", kind="kabupaten").code == "32.04"
    assert region("Mura", within="Kalteng").code == "62.12"
    assert region("Mura", within=region("16")).code == "16.05"
    with pytest.raises(Ambiguous):
        region("Mura")
    for text in ("Jogja", "Jogjakarta"):
        with pytest.raises(Ambiguous):
            region(text)
    with pytest.raises(NotFound, match="Sulawesi Tenggara"):
        region("Bandung", within="Sultra")
    with pytest.raises(NotFound):
        region("Kendari", kind="province")
    with pytest.raises(Invalid, match="kind"):
        region("Kendari", kind="village")


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("Kendary", "Kota Kendari"), ("Makasar", "Kota Makassar"), ("Sulawesi Tengara", "Provinsi Sulawesi Tenggara"),
     ("Kab. Konwe", "Kabupaten Konawe"), ("Wakatobbi", "Kabupaten Wakatobi")],
)  # fmt: skip
def test_a_misspelt_name_gets_suggestions(wrong: str, meant: str) -> None:
    with pytest.raises(NotFound) as missing:
        region(wrong)
    assert meant in missing.value.choices
    assert meant in missing.value.message("id")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("   \t\n", "empty"),
        ("...", "empty"),
        ("x" * 10_000, "10000 characters"),
        ("Kendari \U0001f600", r"U\+1F600"),
        ("K\u0435ndari", "another script"),  # Cyrillic e
        ("\u0421\u0443\u043b\u0442\u0440\u0430", "another script"),
        ("'; DROP TABLE regions; --", r"U\+003B"),
        ("Kendari\x00", r"U\+0000"),
        ("Ken\u200bdari", r"U\+200B"),
        ("\u0667\u0664", "another|no part"),  # Arabic digits
        ("<b>Kendari</b>", r"U\+003C"),
    ],
)
def test_what_can_be_no_name_is_invalid(text: str, why: str) -> None:
    with pytest.raises(Invalid, match=why) as invalid:
        region(text)
    assert len(str(invalid.value)) < 200
    assert invalid.value.message("id") != str(invalid.value)


@pytest.mark.parametrize("text", [None, 74, 74.71, b"74", ["74"]])
def test_what_is_no_text_is_invalid(text: object) -> None:
    with pytest.raises(Invalid):
        region(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["kota", "Provinsi", "Kabupaten", "Kab. Kota"])
def test_a_kind_alone_is_no_region(text: str) -> None:
    with pytest.raises(NotFound):
        region(text)


@given(any_region, st.data())
def test_case_spacing_and_hyphens_do_not_matter(one: Region, data: st.DataObject) -> None:
    name = one.full_name
    first, *rest = name.split(" ")
    mangled = first + " " + "".join(word + data.draw(separators) for word in rest)
    mangled = "".join(c.upper() if data.draw(st.booleans()) else c.lower() for c in mangled)
    assert region(mangled) is one
    assert region(f"  {mangled} ") is one


@given(any_region)
def test_compatibility_forms_and_accents_do_not_matter(one: Region) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in one.full_name)
    assert region(wide) is one
    accented = unicodedata.normalize("NFC", one.full_name.replace("e", "e\u0301"))
    assert region(accented) is one


@given(any_region, st.dates(min_value=date(2004, 10, 15), max_value=date(2026, 1, 1)))
def test_a_region_answers_to_its_name_and_code_of_the_day(one: Region, on: object) -> None:
    try:
        then = one.at(on)  # type: ignore[arg-type]
    except NotFound:
        return
    assert region(then.full_name, on=on) == then  # type: ignore[arg-type]
    assert region(then.code, on=on) == then  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_any_text_gives_a_region_or_a_specific_error(text: str) -> None:
    try:
        assert region(text) in REGIONS
    except (Ambiguous, Invalid, NotFound, OutOfCoverage) as error:
        message = str(error)
    else:
        return
    assert 0 < len(message) < 600


@given(any_region, st.integers(0, 30), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_one_wrong_letter_never_finds_another_region_silently(one: Region, place: int, letter: str) -> None:
    """A text that is nobody's name is an error; a text that is someone's name finds that one."""
    at = place % len(one.full_name)
    text = one.full_name[:at] + letter + one.full_name[at + 1 :]
    try:
        found = region(text)
    except ElectlawError:
        return

    def fold(name: str) -> str:
        return "".join(c for c in name.casefold() if c.isalnum()).replace("sumatra", "sumatera")

    names = {fold(name) for name in (found.full_name, found.short_name, *found.aliases)}
    prefixed = {
        fold(kind) + fold(name)
        for kind in (*KINDS.values(), "Kab", "Prov", "Propinsi", "Prop")
        for name in (found.short_name, *found.aliases)
    }
    assert fold(text) in names | prefixed


@pytest.mark.parametrize(
    ("piece", "whole"),
    [("Penajam", "Kabupaten Penajam Paser Utara"), ("Hulu Sungai", "Kabupaten Hulu Sungai Tengah")],
)
def test_a_piece_of_a_name_leads_to_the_whole(piece: str, whole: str) -> None:
    with pytest.raises(NotFound) as missing:
        region(piece)
    assert whole in missing.value.choices
