"""Files of several kinds read as texts: their citations are found, and their places known."""

from __future__ import annotations

import pytest

from electlaw.citations import check_text, find_citations
from electlaw.citations.documents import documents_in, read_document
from electlaw.errors import Invalid

LINE = "Lihat Pasal 201 ayat (8) UU 10/2016."


def test_html_keeps_the_offsets_of_the_file(tmp_path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><p>Lihat <b>Pasal&nbsp;201</b> ayat (8)&nbsp;UU 10/2016.</p></body></html>")
    document = read_document(str(path))
    (citation,) = find_citations(document.text, markup=document.markup)
    assert path.read_text()[citation.start : citation.end].startswith("Pasal&nbsp;201")
    assert citation.places == ("uu-1-2015/pasal-201/ayat-8",)


@pytest.mark.parametrize(
    "text",
    [
        "- **Pasal 201** ayat (8) [UU 10/2016](https://contoh.id/uu/10)",
        "*Pasal 201 ayat \\(8\\)* _UU Nomor 10 Tahun 2016_",
        "Pasal 201 ayat (8) `UU 10/2016`",
    ],
)
def test_marks_of_markdown_do_not_part_a_citation(tmp_path, text: str) -> None:
    (tmp_path / "a.md").write_text(text)
    document = read_document(str(tmp_path / "a.md"))
    (citation,) = find_citations(document.text, markup=document.markup)
    assert citation.places == ("uu-1-2015/pasal-201/ayat-8",)
    assert text[citation.start : citation.end] == citation.text


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("<script>x='UU 1/2015'</script><style>UU 7/2017</style><!-- UU 23/2014 --><p>UU 8/2015</p>", ["uu-8-2015"]),
        ("<p>Lihat Pasal 7</p><p>UU 10/2016 dan PP 49/2008 berlaku</p>", [None, "uu-10-2016", "pp-49-2008"]),
        ("<td>UU <b>Nomor</b>&#32;10&nbsp;Tahun&#160;2016</td>", ["uu-10-2016"]),
        ("<a title='UU 10/2016'>UU&#x20;8/2015</a>", ["uu-8-2015"]),
        ("<!-- open UU 8/2015", ["uu-8-2015"]),
    ],
)
def test_what_a_page_shows_is_read_block_by_block(text: str, instruments: list[str | None]) -> None:
    assert [c.instrument for c in find_citations(text, markup="html")] == instruments


@pytest.mark.parametrize(
    ("text", "markup", "day"),
    [
        ('<meta content="2014-06-01T01:00:00+07:00" property="article:published_time">', "html", "2014-06-01"),
        ('<script type="application/ld+json">{"datePublished": "2014-05-31T18:30:00Z"}</script>', "html", "2014-06-01"),
        ("<p>x</p><time class='t' datetime='2014-06-01'>kemarin</time>", "html", "2014-06-01"),
        ("---\ntitle: Rapat\ndate: 2014-06-01\n---\nIsi.", "markdown", "2014-06-01"),
        ("Isi.\n---\ndate: 2014-06-01\n---\n", "markdown", None),
        ("Rapat KPU\nMinggu, 1 Jun 2014 | 10:15 WIB\nIsi berita.", "", "2014-06-01"),
        ("Pemungutan suara digelar Minggu, 1 Juni 2014 pukul 07.00 WIB.", "", None),
        ('<meta content="2014-13-01" property="article:published_time">', "html", None),
    ],
)
def test_a_page_says_of_which_day_it_is(text: str, markup: str, day: str | None) -> None:
    report = check_text(text, markup=markup)
    assert (report.on, report.on_from) == (day, "text" if day else None)


def test_texts_of_other_encodings(tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes(LINE.encode("utf-16"))
    assert read_document(str(tmp_path / "a.txt")).text == LINE
    page = f'<html><head><meta charset="windows-1252"></head><p>\u2013 {LINE}</p></html>'
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    assert read_document(str(tmp_path / "a.html")).text == page


WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def test_all_the_words_of_a_word_file_are_read(tmp_path) -> None:
    docx = pytest.importorskip("docx")
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    paragraph = document.add_paragraph("Lihat ")
    for inner in (
        "<w:ins {}><w:r><w:t>Pasal 201</w:t><w:tab/></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>Pasal 5 </w:delText></w:r></w:del>",
        "<w:sdt {}><w:sdtContent><w:r><w:t>ayat (8) UU 10/2016</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        paragraph._p.append(parse_xml(inner.format(WORD)))
    document.sections[0].header.paragraphs[0].text = "PKPU 8/2024"
    note = f"<w:footnotes {WORD}><w:footnote w:id='1'><w:p><w:r><w:t>UU 6/2020</w:t></w:r></w:p></w:footnote></w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", note.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    document.save(tmp_path / "a.docx")
    read = read_document(str(tmp_path / "a.docx"))
    found = find_citations(read.text)
    assert [c.instrument for c in found] == ["uu-10-2016", "uu-6-2020", "pkpu-8-2024"]
    assert found[0].provisions == ("pasal-201/ayat-8",)
    assert [read.where(c.start) for c in found] == ["paragraf 1", "catatan kaki 1", "kepala halaman 1"]
    assert "Pasal 5" not in read.text


def test_word_files_say_in_which_paragraph(tmp_path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Pembuka.")
    document.add_paragraph(LINE)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).text = "PKPU Nomor 8 Tahun 2024"
    document.save(tmp_path / "a.docx")
    read = read_document(str(tmp_path / "a.docx"))
    first, second = find_citations(read.text)
    assert (first.instrument, read.where(first.start, "en")) == ("uu-10-2016", "paragraph 2")
    assert (second.instrument, read.where(second.start)) == ("pkpu-8-2024", "paragraf 3")


def test_pdf_files_say_on_which_page(tmp_path) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "empty.pdf")
    with pytest.raises(Invalid, match="no text"):
        read_document(str(tmp_path / "empty.pdf"))
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Invalid, match="PDF"):
        read_document(str(tmp_path / "bad.pdf"))
    (tmp_path / "one.pdf").write_bytes(_pdf(LINE))
    read = read_document(str(tmp_path / "one.pdf"))
    (citation,) = find_citations(read.text)
    assert (citation.instrument, read.where(citation.start, "en")) == ("uu-10-2016", "page 1")


def _pdf(line: str) -> bytes:
    """Return the smallest PDF file with one line of text."""
    stream = f"BT /F1 12 Tf 20 100 Td ({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def test_a_folder_gives_its_readable_files_in_order(tmp_path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.md", "b/x.bin", ".hidden.txt"):
        (tmp_path / name).write_text(LINE)
    found = [path[len(str(tmp_path)) + 1 :] for path in documents_in(str(tmp_path))]
    assert found == ["z.txt", "b/a.md"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"Pasal \xfa", "UTF-8"),
        ("a.txt", b"\xff\xfe\xfa", "UTF-16"),
        ("a.txt", b"{\\rtf1 Pasal 201}", "RTF"),
        ("a.txt", b"a\x00b", "binary"),
        ("a.docx", b"x", "Word"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Invalid, match=message):
        read_document(str(path))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(Invalid, match="no such file"):
        read_document("nowhere/a.txt")
