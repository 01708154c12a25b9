"""Lists of places and instruments: which belongs to which, where each ends, and what stands between them."""

from __future__ import annotations

import pytest

from electlaw.citations import find_citations
from electlaw.corpus import builtin


def found(text: str) -> list[tuple[str, str | None]]:
    return [(citation.text, citation.instrument) for citation in find_citations(text, on="2024-09-05")]


BOTH = [("pasal-69", "uu-10-2016"), ("pasal-491", "uu-7-2017")]


@pytest.mark.parametrize(
    "text",
    [
        "UU 10/2016 Pasal 69, UU 7/2017 Pasal 491.",
        "UU 10/2016 Pasal 69; UU 7/2017 Pasal 491.",
        "UU 10/2016, Pasal 69, UU 7/2017, Pasal 491.",
        "UU 10/2016: Pasal 69, UU 7/2017: Pasal 491.",
        "UU 10/2016 Pasal 69\nUU 7/2017 Pasal 491",
        "UU 10/2016 Pasal 69 UU 7/2017 Pasal 491",
        "Pasal 69 UU 10/2016, Pasal 491 UU 7/2017.",
        "Pasal 69, UU 10/2016, Pasal 491, UU 7/2017.",
        "Pasal 69 dalam UU 10/2016, Pasal 491 dalam UU 7/2017.",
        "Pasal 69 UU 10/2016 Pasal 491 UU 7/2017",
        "Pasal 69\nUU 10/2016\nPasal 491\nUU 7/2017",
        "- UU 10/2016 Pasal 69\n- Pasal 491 UU 7/2017",
        "* UU 10/2016 Pasal 69\n* UU 7/2017 Pasal 491",
    ],
)
def test_a_list_is_read_the_way_it_goes(text: str) -> None:
    citations = find_citations(text)
    assert [(" ".join(c.provisions), c.instrument) for c in citations if c.provisions] == BOTH
    assert len(citations) == 2


def test_a_pasal_in_brackets_stands_by_itself() -> None:
    assert found("UU 10/2016 (Pasal 69) dan UU 7/2017") == [
        ("UU 10/2016", "uu-10-2016"),
        ("Pasal 69", "uu-10-2016"),
        ("UU 7/2017", "uu-7-2017"),
    ]


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Menurut Pasal 69 hal itu dilarang. UU 10/2016 mengaturnya.", "uu-10-2016"),
        ("Menurut Pasal 69 hal itu dilarang. UU 10/2016 dan UU 7/2017 mengaturnya.", None),
        ("Menurut Pasal 28D hal itu dilarang. UU 10/2016 mengaturnya.", None),
        ("Menurut Pasal 999 hal itu dilarang. UU 10/2016 mengaturnya.", None),
    ],
)
def test_a_pasal_before_all_else_is_of_the_one_text_named_if_it_may_be(text: str, instrument: str | None) -> None:
    assert found(text)[0][1] == instrument


def test_an_instrument_named_for_itself_keeps_no_pasal_of_the_next() -> None:
    assert found("Menurut UU 10/2016, Pasal 491 UU 7/2017 tidak berlaku.") == [
        ("UU 10/2016", "uu-10-2016"),
        ("Pasal 491 UU 7/2017", "uu-7-2017"),
    ]
    assert found("PKPU 8/2024 Pasal 14, PKPU 2/2024.") == [
        ("PKPU 8/2024 Pasal 14", "pkpu-8-2024"),
        ("PKPU 2/2024", "pkpu-2-2024"),
    ]


def test_items_of_a_list_are_no_range() -> None:
    first, second = found("- Pasal 69\n- Pasal 71 UU 10/2016")
    assert (first, second) == (("Pasal 69", "uu-10-2016"), ("Pasal 71 UU 10/2016", "uu-10-2016"))
    (citation,) = find_citations("Pasal 69 - Pasal 71 UU 10/2016")
    assert citation.provisions == ("pasal-69", "pasal-70", "pasal-71")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("(Pasal 69 huruf b)", "Pasal 69 huruf b"),
        ("ada dalam “Pasal 69 huruf b”.", "Pasal 69 huruf b"),
        ("'Pasal 69 huruf b' itu", "Pasal 69 huruf b"),
        ("(lihat Pasal 69 angka 2)", "Pasal 69 angka 2"),
        ("Pasal 69 huruf (b) jelas", "Pasal 69 huruf (b)"),
        ('Pasal 69 huruf "b" jelas', 'Pasal 69 huruf "b"'),
        ("Pasal 69 angka (2) jelas", "Pasal 69 angka (2)"),
        ("Pasal 69 huruf a), b), dan c) jelas", "Pasal 69 huruf a), b), dan c)"),
        ("(Pasal 69 huruf b), (UU 10/2016)", "Pasal 69 huruf b"),
    ],
)
def test_a_closing_sign_belongs_to_a_citation_that_opens_it(text: str, span: str) -> None:
    assert found(text)[0][0] == span


@pytest.mark.parametrize("dash", ["-", " - ", "\u2013", " \u2014 ", " s.d. ", " sampai dengan "])
def test_letters_make_a_range(dash: str) -> None:
    (citation,) = find_citations(f"Pasal 69 huruf b{dash}d UU 10/2016")
    assert citation.provisions == ("pasal-69/huruf-b", "pasal-69/huruf-c", "pasal-69/huruf-d")
    assert citation.instrument == "uu-10-2016"


def test_a_letter_behind_a_dash_that_goes_on_with_nothing_is_no_range() -> None:
    assert found("Pasal 69 huruf g - a quo - dihapus")[0][0] == "Pasal 69 huruf g"


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("| Pasal 69 | UU 10/2016 |", ["pasal-69", ""]),
        ("|Pasal 69|UU 10/2016|", ["pasal-69", ""]),
        ("Pasal 69|UU 10/2016|berlaku", ["pasal-69", ""]),
        ("| Pasal 69 |", ["pasal-69"]),
        ("KPU | Pasal 69 | 12.30 WIB", ["pasal-69"]),
    ],
)
def test_a_bar_of_a_table_is_no_letter(text: str, provisions: list[str]) -> None:
    assert [" ".join(c.provisions) for c in find_citations(text)] == provisions


@pytest.mark.parametrize("text", ["UU Nomor |0 Tahun 2016", "UU Nomor 10 Tahun 20|6", "UU Nomor |0 Tahun 20|6"])
def test_a_bar_that_scanning_put_for_a_figure_is_one(text: str) -> None:
    assert found(text) == [(text, "uu-10-2016")]


def test_a_pasal_alone_is_of_the_nearest_instrument_that_may_have_it() -> None:
    citations = found("Pasal 55 ayat (1) KUHP jo Pasal 187A UU 10/2016 sampai Pasal 187D")
    assert citations[-1] == ("Pasal 187D", "uu-10-2016")
    citations = found("PKPU 8/2024 tentang Pencalonan dan “UU 10/2016 Pasal 7 ayat (2)”, juga “Pasal 71 huruf a”")
    assert citations[-1] == ("Pasal 71 huruf a", "uu-10-2016")
    # UU 2/2002 ends with pasal 45
    assert found("Pasal 351 KUHP, lalu UU 2/2002. Pasal 338 juga disebut.")[-1] == ("Pasal 338", "kuhp")


def test_a_statute_that_enacts_a_regulation_in_lieu_ends_where_its_text_does() -> None:
    # Perppu 1/2014 has 206 pasal; UU 1/2015, which made it a statute, only two of its own
    assert builtin().last_pasal("uu-1-2015") == builtin().last_pasal("perppu-1-2014") == 206


@pytest.mark.parametrize(
    ("text", "instrument", "provisions"),
    [
        ("UUNo.10/2016", "uu-10-2016", ""),
        ("UU No. 10 - 2016", "uu-10-2016", ""),
        ("UU No. 10 Tahun '16", "uu-10-2016", ""),
        ("UU 10 thn \u201916", "uu-10-2016", ""),
        ("Pasla 69 UU 10/2016", "uu-10-2016", "pasal-69"),
        ("Pasal 69 ayat dua UU 10/2016", "uu-10-2016", "pasal-69/ayat-2"),
        ("Kep. KPU 475/2024", "keputusan-kpu-475-2024", ""),
    ],
)
def test_hasty_spellings_are_read(text: str, instrument: str, provisions: str) -> None:
    (citation,) = find_citations(f"Lihat {text} itu.")
    assert (citation.text, citation.instrument, " ".join(citation.provisions)) == (text, instrument, provisions)
