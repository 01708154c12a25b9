from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.corpus import builtin
from electlaw.errors import ElectlawError, Invalid
from electlaw.refs import Ref, akn, akn_day, cite, cite_place, from_akn, order_key, parse, place_path, ruling_id


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("Pasal 201 ayat (8) UU 10/2016", "uu-10-2016/pasal-201/ayat-8"),
        ("UU 10/2016 Pasal 201 ayat (8)", "uu-10-2016/pasal-201/ayat-8"),
        ("Pasal 57 UU 11/2006", "uu-11-2006/pasal-57"),
        ("Pasal 22 B UU No. 10 Tahun 2016", "uu-10-2016/pasal-22b"),
        ("Pasal 54D", "uu-1-2015/pasal-54d"),
        ("pasal 7 ayat 2 huruf e", "uu-1-2015/pasal-7/ayat-2/huruf-e"),
        ("Pasal 7 (2) huruf b1", "uu-1-2015/pasal-7/ayat-2/huruf-b1"),
        ("Pasal 65 ayat (2a)", "uu-1-2015/pasal-65/ayat-2a"),
        ("Pasal 1 angka 28 Perppu 1/2014", "perppu-1-2014/pasal-1/angka-28"),
        ("Penjelasan Pasal 20 huruf c", "uu-1-2015/penjelasan/pasal-20/huruf-c"),
        ("Pasal II UU 10/2016", "uu-10-2016/pasal-ii"),
        ("Undang–Undang Nomor 8 Tahun 2015", "uu-8-2015"),
        ("UNDANG UNDANG NO 8 TH 2015", "uu-8-2015"),
        ("UU 32/04", "uu-32-2004"),
        ("Perpu Nomor 2 Tahun 2020", "perppu-2-2020"),
        ("Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2024", "pkpu-8-2024"),
        ("Permendagri Nomor 61 Tahun 2011", "permendagri-61-2011"),
        ("Putusan MK Nomor 60/PUU-XXII/2024", "mk-60-puu-xxii-2024"),
        ("Putusan Mahkamah Konstitusi Nomor 97/PHP.GUB-XIX/2021", "mk-97-php-gub-xix-2021"),
        ("Putusan MA Nomor 23 P/HUM/2024", "ma-23-p-hum-2024"),
        ("Perda Bantul Nomor 3 Tahun 2019", "perda-bantul-3-2019"),
        ("Keputusan KPU Sulawesi Selatan Nomor 12 Tahun 2018", "keputusan-kpu-sulawesi-selatan-12-2018"),
        ("Qanun Aceh Nomor 12 Tahun 2016", "qanun-aceh-12-2016"),
        ("uu-1-2015/pasal-7", "uu-1-2015/pasal-7"),
        ("pasal-7/ayat-2", "uu-1-2015/pasal-7/ayat-2"),
        ("Pasal 7 (2) g", "uu-1-2015/pasal-7/ayat-2/huruf-g"),
        ("pasal 158(2)a UU 10/2016", "uu-10-2016/pasal-158/ayat-2/huruf-a"),
        ("Pasal 7 ayat 2 g", "uu-1-2015/pasal-7/ayat-2/huruf-g"),
        ("Pasal40ayat(1)", "uu-1-2015/pasal-40/ayat-1"),
        ("Pasal 41Aayat(1)huruf b", "uu-1-2015/pasal-41a/ayat-1/huruf-b"),
    ],
)
def test_forms_people_write(text: str, ref: str) -> None:
    assert parse(text) == ref


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("Pasal 7 ayat (0)", "numbered 0"),
        ("Pasal 0", "numbered 0"),
        ("Pasal ７", "ordinary digit"),
        ("Pasal 7 ayat", "cannot read"),
        ("huruf a Pasal 7", "do not nest"),
        ("Pasal 178A sampai dengan 178H", "several places"),
        ("Pasal 178H s.d. 178A", "reversed range"),
        ("Pasal 9 sampai Pasal 5", "reversed range"),
        ("Pasal 9-5", "reversed range"),
        ("Pasal 7 ayat (2) huruf g sampai huruf c", "reversed range"),
        ("Pasal 5 sampai Pasal 9", "several places"),
        ("Pasal 5-9", "several places"),
        ("Pasal 7 ayat (2) huruf g sampai dengan ayat (1)", "several places"),
        ("Pasal 7 (2) s/d (4)", "several places"),
        ("Pasal 7 ayat （１）", "full-width character: write '\\('"),
        ("Ｐasal 7", "full-width character: write 'P'"),
        ("UU 8/2015 Pasal 7 UU 10/2016", "both sides"),
        ("something else", "names no instrument"),
        ("x" * 10_000, "too long"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        parse(text)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found: object = parse(text)
    except ElectlawError as error:
        found = error
    assert isinstance(found, Ref | ElectlawError)
    if isinstance(found, ElectlawError):
        assert "\n" not in found.message("id").replace(text, "")


numbers = st.builds(lambda n, s: f"{n}{s}", st.integers(1, 300), st.sampled_from(["", "", "a", "b"]))
paths = st.builds(
    lambda explained, pasal, ayat, huruf, angka: "/".join(
        ["penjelasan"] * explained
        + [f"pasal-{pasal}"]
        + [f"ayat-{ayat}"] * bool(ayat)
        + [f"huruf-{huruf}"] * bool(huruf)
        + [f"angka-{angka}"] * bool(angka)
    ),
    st.booleans(),
    numbers,
    st.one_of(st.none(), numbers),
    st.one_of(st.none(), st.sampled_from("abcxyz")),
    st.one_of(st.none(), st.integers(1, 30)),
)
instruments = st.builds(
    lambda kind, number, year: f"{kind}-{number}-{year}",
    st.sampled_from(["uu", "perppu", "pp", "pkpu", "permendagri", "perbawaslu"]),
    st.integers(1, 999),
    st.integers(1945, 2030),
)


@given(paths)
def test_a_place_is_read_back_as_written(path: str) -> None:
    assert place_path(cite_place(path)) == path


@given(instruments, paths)
def test_citations_round_trip(instrument: str, path: str) -> None:
    ref = f"{instrument}/{path}"
    for short in (True, False):
        assert parse(cite(ref, short=short)) == ref


@given(instruments, paths, st.one_of(st.none(), st.dates().map(str)))
def test_akoma_ntoso_round_trip(instrument: str, path: str, on: str | None) -> None:
    assert from_akn(akn(f"{instrument}/{path}", on)) == f"{instrument}/{path}"
    assert akn_day(akn(f"{instrument}/{path}", on)) == akn_day(akn(instrument, on)) == on
    assert from_akn(akn(instrument, on)) == instrument


def test_akoma_ntoso_form() -> None:
    assert akn("uu-10-2016/pasal-7", "2016-07-01") == "/akn/id/act/uu/2016/10/ind@2016-07-01/!main~art_7"
    assert from_akn("/akn/id/act/uu/2016/10/ind@2016-07-01/!main~art_7") == "uu-10-2016/pasal-7"
    with pytest.raises(Invalid):
        from_akn("/akn/fr/act/loi/2016/10")


@pytest.mark.parametrize(
    ("id", "short", "official"),
    [
        ("qanun-aceh-12-2016", "Qanun Aceh 12/2016", "Qanun Aceh Nomor 12 Tahun 2016"),
        ("perda-bantul-3-2019", "Perda Bantul 3/2019", "Peraturan Daerah Bantul Nomor 3 Tahun 2019"),
        ("keppres-74-p-2023", "Keppres 74/P Tahun 2023", "Keputusan Presiden Nomor 74/P Tahun 2023"),
        ("mk-60-puu-xxii-2024", "Putusan MK 60/PUU-XXII/2024", "Putusan Mahkamah Konstitusi Nomor 60/PUU-XXII/2024"),
        ("ma-23-p-hum-2024", "Putusan MA 23 P/HUM/2024", "Putusan Mahkamah Agung Nomor 23 P/HUM/2024"),
    ],
)
def test_citations_name_the_issuer_and_the_year(id: str, short: str, official: str) -> None:
    assert (cite(id, short=True), cite(id)) == (short, official)
    assert parse(short) == parse(official) == id


def test_every_place_of_the_log_is_read_back_from_its_citation_and_its_iri() -> None:
    for place in builtin().places():
        assert parse(cite(place)) == parse(cite(place, short=True)) == place
        assert from_akn(akn(place)) == from_akn(akn(place, "2024-08-20")) == place
    for instrument in builtin().instruments():
        assert from_akn(akn(instrument.id)) == instrument.id


def test_places_sort_as_the_law_orders_them() -> None:
    ordered = [
        "bab-ii",
        "bab-x",
        "pasal-2",
        "pasal-10",
        "pasal-10/ayat-1",
        "pasal-10/ayat-1a",
        "pasal-10/ayat-2/huruf-b",
        "pasal-10/ayat-2/huruf-b1",
        "pasal-10/ayat-2/huruf-c",
        "pasal-10a",
        "pasal-11",
    ]
    assert sorted(Random(1).sample(ordered, len(ordered)), key=order_key) == ordered


def test_a_reference_knows_its_parts() -> None:
    ref = Ref("uu-1-2015/pasal-7/ayat-2")
    assert (ref.instrument, ref.path, ref.parent) == ("uu-1-2015", "pasal-7/ayat-2", "uu-1-2015/pasal-7")
    assert Ref("uu-1-2015").parent is None
    assert repr(ref) == "Ref('uu-1-2015/pasal-7/ayat-2')"


@pytest.mark.parametrize(
    "ref",
    ["", "uu-99-1", "uu-1-2015/pasal-zz", "uu-1-2015/", "uu-1-2015/pasal-0", "UU 10/2016", "uu-10-2016/ayat-2/pasal-1"],
)
def test_what_is_no_canonical_reference_has_no_iri(ref: str) -> None:
    with pytest.raises(Invalid, match="no canonical reference"):
        akn(ref)


@given(
    st.one_of(
        st.text(max_size=60),
        st.from_regex(r"[a-z]{2,5}-\d{1,3}-\d{1,4}(/[a-z]{4,6}-[a-z0-9]{1,3}){0,3}", fullmatch=True),
    )
)
def test_an_iri_reads_back_or_is_refused(ref: str) -> None:
    try:
        iri = akn(ref)
    except Invalid:
        return
    assert from_akn(iri) == ref


def test_every_place_of_the_log_has_an_iri() -> None:
    from electlaw.corpus import builtin

    for place in (*builtin().places(), *builtin().keys("instruments")):
        assert from_akn(akn(place)) == place


def test_zeros_before_dockets_make_no_other_ruling() -> None:
    assert ruling_id("mk", "005", "PUU-III", "2005") == "mk-5-puu-iii-2005"
    assert ruling_id("mk", "019-020", "PUU-III", "2005") == "mk-19-20-puu-iii-2005"
