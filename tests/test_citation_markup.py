"""Marks of HTML and Markdown, soft hyphens and words broken at line ends part no citation; blocks of a page do."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.citations import check_text, find_citations
from tests.evaluation.score import HERE, read

LONG = 'style="font-family: Arial, sans-serif; color: #336699" class="tautan-hukum"'


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            f"<span {LONG}>Pasal 73</span> <span {LONG}>ayat (2)</span> <span {LONG}>UU 10/2016</span>",
            "pasal-73/ayat-2",
        ),
        (
            f"<a {LONG}>Pasal 73</a> dan <a {LONG}>Pasal 74</a>\n    <a {LONG}>UU No. 10 Tahun 2016</a>",
            "pasal-73 pasal-74",
        ),
        (f"Pasal 73 UU Nomor 10 <a {LONG}>Tahun 2016</a>", "pasal-73"),
        ("Pasal&nbsp;&nbsp;73&#160;&ensp;ayat&nbsp;(2) UU&nbsp;10/2016", "pasal-73/ayat-2"),
        ("Pa&shy;sal 73 UU Nomor 10 Ta<wbr>hun 2016", "pasal-73"),
        ("<b>P</b>asal 73 hu<i></i>ruf a UU 10/2016", "pasal-73/huruf-a"),
        ("Pasal<b>73</b>ayat<b>(2)</b>UU<b>10</b>/2016", "pasal-73/ayat-2"),
        ("Pasal 73 ayat (2)<br/>UU 10/2016", "pasal-73/ayat-2"),
        ("Pa-\n   sal 73 <em>UU&nbsp;10/2016</em>", "pasal-73"),
    ],
)
def test_tags_and_entities_of_any_length_part_no_citation(text: str, places: str) -> None:
    (citation,) = find_citations(text, markup="html")
    assert citation.instrument == "uu-10-2016"
    assert " ".join(citation.provisions) == places
    assert text[citation.start : citation.end] == citation.text


def test_things_side_by_side_are_not_one_word() -> None:
    text = "<strong>UU KIP</strong><span>Undang-Undang Keterbukaan Informasi Publik</span>"
    assert [c.instrument for c in find_citations(text, markup="html")] == ["uu-14-2008", "uu-14-2008"]


def test_a_raised_note_is_no_part_of_the_number_it_stands_on() -> None:
    citations = find_citations("Menurut Pasal 7<sup>1</sup> UU 10/2016", markup="html")
    assert citations[0].provisions == ("pasal-7",)


@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>Pasal 73</li><li>UU 10/2016</li></ul>",
        "<table><tr><td>Pasal 73<td>UU 10/2016</table>",
        "<p>Pasal 73<p>UU 10/2016 berlaku",
        "<h2>Lihat Pasal 73;</h2>\n<div>UU 10/2016</div>",
    ],
)
def test_blocks_of_a_page_part_what_they_hold(text: str) -> None:
    assert [c.provisions for c in find_citations(text, markup="html")] == [("pasal-73",), ()]


def test_items_of_a_list_are_not_one_chain() -> None:
    text = "<li>Pasal 5;</li>\n<li>Pasal 6 UU 10/2016</li>"
    assert [c.provisions for c in find_citations(text, markup="html")] == [("pasal-5",), ("pasal-6",)]


def test_the_words_of_an_instrument_are_found_in_the_source() -> None:
    text = "<b>Undang</b>&#8211;<b>Undang</b> <i>No.</i> 10/<u>2016</u>"
    (citation,) = find_citations(text, markup="html")
    assert citation.named is not None
    start, word, end = citation.named
    assert text[start:word] == "Undang</b>&#8211;<b>Undang"
    assert text[start:end] == citation.text == "Undang</b>&#8211;<b>Undang</b> <i>No.</i> 10/<u>2016"


@pytest.mark.parametrize(
    "date", ["<b>Rabu</b>, <i>26</i> November 2024", "Rabu,&nbsp;26 <span>November</span>&nbsp;2024"]
)
def test_a_weekday_is_compared_with_a_date_among_marks(date: str) -> None:
    text = f"<p>Rapat itu pada {date}.</p>"
    (finding,) = check_text(text, on="2024-11-20", markup="html", select=["E111"]).findings
    assert text[finding.start : finding.end].startswith("Rabu")


def test_an_amendment_is_compared_with_the_title_in_italics() -> None:
    text = "<p>UU 10/2016 tentang <em>Perubahan Ketiga atas</em> Undang-Undang Nomor 1 Tahun 2015</p>"
    (finding,) = check_text(text, on="2024-11-20", markup="html", select=["E104"]).findings
    assert "Ketiga" in text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text",
    [
        "> Pasal 73 ayat (2)\n> UU 10/2016",
        "> > Pasal 73\n> > ayat (2) UU 10/2016",
        "Pasal 73[^1] ayat (2) UU 10/2016\n\n[^1]: Catatan.",
        "**Pasal 73** ayat&nbsp;(2) [UU](https://contoh.id/peraturan/2016/undang-undang-10) <u>10/2016</u>",
    ],
)
def test_marks_of_markdown_part_no_citation(text: str) -> None:
    (citation,) = find_citations(text, markup="markdown")
    assert (citation.instrument, citation.provisions) == ("uu-10-2016", ("pasal-73/ayat-2",))
    assert text[citation.start : citation.end] == citation.text


@pytest.mark.parametrize(
    "text",
    [
        "Pa-\nsal 73 ayat (2) UU Nomor 10 Tahun 2016",
        "Pa-\nsal 73 ayat (2) UU Nomor 10 Ta-\r\n  hun 2016",
        "PASAL 73 AYAT (2) UN-\nDANG-UN-\nDANG NOMOR 10 TA-\nHUN 2016",
        "Pasal 73 ayat (2) Undang-\nUndang No-\nmor 10 Tahun 2016",
        "pasal 73 ayat (2) undang-\nundang nomor 10 tahun 2016",
        "Pa\xadsal 73 ayat (2) UU No\xad\nmor 10 Tahun 2016",
        "Pasal 73 ayat (2) Undang\xadUndang No\u200bmor 10 Ta\u200bhun 2016",
    ],
)
def test_words_broken_over_lines_are_whole(text: str) -> None:
    (citation,) = find_citations(text)
    assert (citation.instrument, citation.provisions) == ("uu-10-2016", ("pasal-73/ayat-2",))
    assert (citation.start, citation.end) == (0, len(text))


PASSAGES = [
    passage.text
    for name in ("passages-a.txt", "passages-a5.txt", "passages-a8.txt")
    for passage in read(os.path.join(HERE, name))
    if "\n" not in passage.text.strip() and "<" not in passage.text and "&" not in passage.text
]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PASSAGES), st.data())
def test_a_passage_set_in_html_has_the_same_citations(text: str, data: st.DataObject) -> None:
    blanks = st.sampled_from(
        [" ", "&nbsp;", f" <span {LONG}> ", "</a> <b>", "\n      ", " <!-- catatan --> ", "</i>\n<i>"]
    )
    words = text.strip().split(" ")
    parts = [words[0]]
    for word in words[1:]:
        parts += [data.draw(blanks), word]
    marked = f"<p {LONG}>" + "".join(parts) + "</p>"
    plain = find_citations(text.strip())
    found = find_citations(marked, markup="html")
    assert [(c.instrument, c.provisions, c.kind) for c in found] == [
        (c.instrument, c.provisions, c.kind) for c in plain
    ]
    for one, other in zip(found, plain, strict=True):
        assert marked[one.start : one.end] == one.text
        assert re.sub(r"\s+", "", re.sub(r"<[^>]*>|&nbsp;", "", one.text)) == re.sub(r"\s+", "", other.text)
