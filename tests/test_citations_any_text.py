"""The scanner and the checker on any text whatever: they never fail, and their offsets are the text's own."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.citations import check_text, find_citations, stream_citations
from electlaw.citations.grammar import view
from electlaw.citations.markup import rendered
from electlaw.citations.mentioned import named_in
from electlaw.errors import Invalid
from electlaw.render import check as drawn

FRAGMENTS = [
    "Pasal ", "pasal 7 ", "ayat (2) ", "huruf q ", "angka 28 ", "UU ", "Undang-Undang ", "UUD ", "(UUD) ",
    "Nomor ", "No. ", "10 ", "10/2016 ", "Tahun 2016 ", "32/04 ", "jo ", "dan ", "s.d. ", "sampai dengan ",
    "tentang ", "Perubahan Kedua atas ", "PKPU ", "Peraturan Pemerintah Pengganti ", "Keputusan Bupati Wanua ",
    "Putusan MK ", "60/PUU-XXII/2024 ", "23 P/HUM/2024 ", "TAP MPR ", "XI/MPR/1998 ", "tersebut ",
    "UU Pilkada ", "KUHP ", "Penjelasan ", "Lampiran I ", "Bab II ", "Senin (21/11/2022) ", "31 April 2024 ",
    "dasar hukum ", "berdasarkan ", "sebagaimana telah diubah terakhir dengan ", ", ", "; ", ".\n", "\n\n", "(",
    ")", "\u2013", "\xa0", "l0 ", "<b>", "&nbsp;", "\ud800", "\x00", "\x1b[31m", "\u202e", "é", "法", "a quo ",
    "pasal tersebut ",
]  # fmt: skip

ANY = st.one_of(
    st.text(st.characters(exclude_categories=[]), max_size=200),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), max_size=40).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_any_text_gives_citations_in_order_whose_text_is_the_texts(text: str) -> None:
    end = 0
    for citation in find_citations(text):
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        assert len(citation.places) == (len(citation.provisions) if citation.instrument else 0)
        end = citation.end


@settings(max_examples=200, deadline=None)
@given(ANY, st.sampled_from([None, "2016-06-30", "2022-11-21", "1999-01-01"]))
def test_any_text_can_be_judged_and_drawn(text: str, on: str | None) -> None:
    report = check_text(text, on=on)
    for finding in report.findings:
        assert finding.start is not None
        assert finding.end is not None
        assert 0 <= finding.start < finding.end <= len(text)
    for output in (drawn.text(report), drawn.html(report)):
        assert "\x1b" not in output
        assert "\u202e" not in output
    assert "<b>" not in drawn.html(report)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_the_view_has_the_length_of_the_text(text: str) -> None:
    assert len(view(text)) == len(text)


MARKS = ["<p>", "</p>", "<!--", "-->", "<script>", "</script>", "&#32;", "&#x2013;", "&#9999999;", "**", "_", "`", "[", "](",
         ")", "\\(", "UU ", "10/2016 ", "Pasal 7 ", "\ud800", "法", "<wbr>", "&shy;", "&nbsp;", "&amp;", "\n> ", "-\n", "\xad",
         "<br>", "<sup>", "a", "hari Jumat, 27 November 2024. ", "KPU "]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join), st.sampled_from([True, "html", "markdown"]))
def test_what_marked_text_shows_has_its_place_in_it(text: str, markup: bool | str) -> None:
    shown = rendered(text, markup)
    places = [shown.span(at, at + 1) for at in range(len(shown.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(places) if one != other)
    for at, (start, end) in enumerate(places):
        assert end - start > 1 or shown.text[at] in (text[start], " ", "\n", ";")
    for citation in find_citations(text, markup=markup):
        assert text[citation.start : citation.end] == citation.text
    for item in check_text(text, on="2024-09-05", markup=markup).findings:
        assert item.start is not None
        assert item.end is not None
        assert 0 <= item.start < item.end <= len(text)
    for name in named_in(text, markup=markup):
        assert text[name.start : name.end] == name.text


@pytest.mark.parametrize("unit", ["<script>", "<!--", "<p", "</p>", "[", "](", "**", "&#32;", "\\(", "[a]("])
@pytest.mark.parametrize("markup", ["html", "markdown"])
def test_long_runs_of_marks_are_read(unit: str, markup: str) -> None:
    find_citations(unit * (200_000 // len(unit)) + " UU 10/2016", markup=markup)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(FRAGMENTS[:40]), max_size=25).map("".join),
    st.text(st.sampled_from("éü法😀\u2028"), max_size=9),
)
def test_letters_beyond_ascii_move_offsets_by_their_number_only(text: str, wide: str) -> None:
    plain = find_citations("".join(" " if sign.isspace() else "x" for sign in wide) + ".\n\n" + text)
    moved = find_citations(wide + ".\n\n" + text)
    assert [(c.start, c.end, c.places) for c in moved] == [(c.start, c.end, c.places) for c in plain]


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "pasal 1, ",
        "uu ",
        "undang-",
        "nomor 1/",
        " ",
        "ayat (1) pasal 1 ",
        "1",
        "\n",
        "jo ",
        "UU PPLH ",
        "UU tersebut ",
        "| ",
        "a-\n",
        "Putusan MK Nomor 60 Tahun 2024 ",
    ],
)
def test_long_runs_of_one_thing_are_read(unit: str) -> None:
    text = unit * (10_000 // len(unit) + 1)
    check_text(text, on="2022-11-21")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "pasal 1 uu 1/2015" + ")" * 10_000,
        "putusan mk nomor 60/puu-xxii/2024 (" * 2_000,
        "\x00" * 5_000 + "UU 10/2016" + "\ud800" * 5_000,
        ("Rapat dibuka bupati dan dihadiri camat, lurah, serta tokoh warga " * 16_000)[: 1 << 20] + " UU 10/2016",
        "1. UU 32/2004\n" * 700,
    ],
    ids=["parentheses", "open", "surrogates", "megabyte line", "list"],
)
def test_hostile_texts_are_read_judged_and_drawn(text: str) -> None:
    report = check_text(text, on="2022-11-21")
    assert [c.instrument for c in report.citations] == [c.instrument for c in find_citations(text, on="2022-11-21")]
    assert report.citations
    for citation in report.citations:
        assert text[citation.start : citation.end] == citation.text
    for output in (drawn.text(report), drawn.html(report)):
        output.encode("utf-8")
        assert "\x00" not in output


def test_html_is_read_through_its_tags() -> None:
    text = "<p>Lihat <b>Pasal&nbsp;201</b> ayat (8) <i>UU&nbsp;10/2016</i>.</p>"
    (citation,) = find_citations(text, markup=True)
    assert citation.places == ("uu-1-2015/pasal-201/ayat-8",)
    assert citation.text.startswith("Pasal&nbsp;201")


PARAGRAPHS = [
    "Menurut Pasal 7 ayat (2) UU Nomor 10 Tahun 2016, calon harus sehat.",
    "Pasal 71 juga berlaku. Pasal tersebut melarang mutasi.",
    "UU tersebut sudah lama. PKPU Nomor 8 Tahun 2024 mengaturnya.",
    "Tidak ada kutipan di sini, hanya angka 10 dan 2016.",
    "Putusan MK Nomor 60/PUU-XXII/2024 tentang Pasal 40 ayat (1) UU Pilkada.",
    "UU 1/2015 sebagaimana telah diubah terakhir dengan UU 6/2020.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=12), st.integers(1, 400), st.integers(1, 50))
def test_a_text_in_pieces_gives_the_citations_of_the_whole(paragraphs: list[str], block: int, piece: int) -> None:
    for text in ("\n\n".join(paragraphs), "\n\n".join(paragraphs * 40)):
        pieces = [text[at : at + piece * 20] for at in range(0, len(text), piece * 20)]
        assert list(stream_citations(pieces, block=block)) == find_citations(text)


@pytest.mark.parametrize("given", [None, b"UU 10/2016", 7])
def test_what_is_no_text_is_refused_by_name(given: object) -> None:
    for ask in (find_citations, check_text):
        with pytest.raises(Invalid, match=type(given).__name__):
            ask(given)
