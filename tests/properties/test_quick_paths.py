"""What was made quick gives what the plain way gives, on any text."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.citations import announced, chains, codes, gazettes, grammar, headings, regions_in, scanner, textdates
from electlaw.citations.grammar import view
from electlaw.citations.patterns import matches_at
from electlaw.citations.reading import _ITEM, _SENTENCE_END, Reading, last_sentence
from electlaw.citations.stems import stems_in
from electlaw.corpus import builtin
from electlaw.institutions.names import _Finder, _turns, known_names, name_use

PIECES = st.lists(
    st.sampled_from(
        ["Pasal 7", " ", ". ", ".\n", "\n", "! ", "?", "1. ", ": 2. ", "(a) ", '" ', "a.b", "\u2028", "法", "12. "]
    ),
    max_size=20,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_the_last_sentence_is_what_follows_its_last_end(text: str) -> None:
    data = text.lower().encode("latin-1", "replace")
    assert last_sentence(data) == _SENTENCE_END.split(data)[-1]


LINES = st.lists(
    st.sampled_from(["Mengingat:", "1. UU 1/2015", "a) satu", "", "- dua", "Teks biasa.", "  ", "10. tiga"]),
    max_size=14,
).map("\n".join)


def _heading(plain: bytes, at: int) -> bytes:
    """The heading of a list, looked for line by line."""
    begin = plain.rfind(b"\n", 0, at) + 1
    while begin > 0 and _ITEM.match(plain, begin):
        end = begin - 1
        begin = plain.rfind(b"\n", 0, end) + 1
        if not _ITEM.match(plain, begin) and plain[begin:end].strip():
            return plain[begin:end].rstrip()
    return b""


@settings(max_examples=300, deadline=None)
@given(LINES, st.lists(st.integers(0, 120), max_size=8))
def test_the_heading_of_a_list_is_remembered_rightly(text: str, places: list[int]) -> None:
    plain = view(text)
    reading = Reading(text, plain, [], [], None, builtin(), None)
    for at in places:
        if at <= len(plain):
            assert reading.heading(at) == _heading(plain, at)


NAMES = known_names()
AROUND = st.sampled_from(["", " ", "-", "_", "é", "法", "\ud800", "x", "K", ".", "\n", "\xa0"])
TEXTS = st.lists(st.tuples(AROUND, st.sampled_from(NAMES[:60]), AROUND).map("".join), max_size=8).map("".join)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_names_are_found_as_a_plain_pattern_finds_them(text: str) -> None:
    names = sorted(NAMES[:60], key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    plain = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    assert [m.span() for m in _Finder(names).matches(text)] == [m.span() for m in plain.finditer(text)]


NAME_TURNS = _turns(None)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([turn for turn in NAME_TURNS if "1950" < turn < "2100"]), st.integers(-2, 2), st.sampled_from(NAMES)
)
def test_what_a_name_means_changes_only_on_its_turns(turn: str, shift: int, name: str) -> None:
    day = date.fromisoformat(turn) + timedelta(days=shift)
    before = NAME_TURNS[bisect_right(NAME_TURNS, day.isoformat()) - 1]
    if before <= day.isoformat():
        assert name_use(name, day.isoformat()) == name_use(name, before)


#: Numbers of every form, and dates; cut short and joined, they are citations, nearly so, or nothing.
FORMS = (
    "no. 10 tahun 2016", "Nomor 1O Tahun 2o16", "32/04", "UU 8/2015", "no 2 Thn. 2024", "7 t ahun 20 1 5",
    "3 TABUN 2001", "4, tahun 1999", "x5th 1950", "23 (dua puluh) tahun 1999", "9 drt tahun 1955", "1 Prp. 1960",
    "5 (PNPS) / 1963", "4 pnps tahun 1965", "12/01 tahun 2020", "7/1/2010", "2 & 3", "60/PUU-XXII/2024",
    "66PHPU.D-VI2008", "61 PUU-IX2010", "60PUU-IX2011", "12 P/HUM/2020", "12 PK   /Pid/2010", "570 K   /TUN/2013",
    "8 k/pid/1999", "179/PL.02-Kpt/01/KPU/II/2020", "69/Pid.Sus/2025/PN Rgt", "10-abc/x/2010",
    "5-ab-cd/kpt tahun 2010", "100.2.1.3/1575/SJ", "3/SE.1", "1/a-b", "no. 60 dan 70", "Nomor 5 serta no. 6",
    "nomor l tahun 2015", "no.li tahun 2010", "NO 7 ", "no: 8a", "nomor 9 dan 10 tahun 2011", "2 dan 3/2010",
    "1.250,5", "17", "45%", "3.4.5 tahun 2000", "10a/2010", "١ tahun 2016", "２/2016", "2016", "14 Mei 2024",
    "3 nop. 2019", "31 Februari 2020", "1/3/2024", "12-12-2024", "5 . 5 . 2011", "9 des, 1999", "7 april 20245",
    "(6/8)", "(16/08)", "(6/8/2024)", "(14/3/24)", "01.02.2003-4", "", "23, (dua) tahun 1999", "nomor 128 pid sus 2016 pn tlg", "no. 22 puu xv 2017", "5 tghrun 2010", "6 .. t a h u m 2011", "7 tuun 2A1I", "8 turun 2010", "2/a1/b.2/x", "9/01.02/3/KPU/2010", "3 p puu-x/2010",
    "3 tbhun 2001",
)  # fmt: skip
NUMBER = st.tuples(st.sampled_from(FORMS), st.integers(0, 3), st.integers(0, 40)).map(
    lambda cut: cut[0][cut[1] // 2 :][: max(cut[2], 4) if cut[2] < 20 else None]
)
NUMBERS = st.lists(
    NUMBER | st.sampled_from(["", " ", "\n", "\xa0", ", ", "/", ".", "-", "(", ") ", "x", "é", "法"]), max_size=8
).map("".join)


def _spans(matches: object) -> list[tuple[int, int]]:
    return [match.span() for match in matches]  # type: ignore[attr-defined]


@settings(max_examples=1000, deadline=None)
@given(NUMBERS)
def test_numbers_and_dates_are_found_as_their_patterns_find_them(text: str) -> None:
    plain = view(text)
    assert _spans(matches_at(grammar.TAIL, plain, grammar.number_places(plain))) == _spans(grammar.TAIL.finditer(plain))
    assert _spans(textdates._matches(plain)) == _spans(textdates._DATE.finditer(plain))
    starts = [match.start() for match in announced._ANNOUNCED.finditer(plain)]
    for asked in (announced._LETTER_NUMBER, grammar.YEARLESS, codes.UNSIGNED, announced._DOCKETS):
        assert _spans(matches_at(asked, plain, starts)) == _spans(asked.finditer(plain))


def short_type_words() -> set[bytes]:
    """The short type words of all kinds that are looked for only where one was named."""
    return {word for words in grammar.abbreviations().values() for word in words}


#: Words that names, places, decrees, dockets and issues of the gazette begin with, whole, damaged and cut.
BEGINNINGS = (
    "UU", "uuptpk", "Undang-Undang", "undang", "undang dasar", "baruUndang-Undang", "Kitab  Undang-undang Hukum Pidana",
    "kitab\n\nundang", "KUHP", "kuhap", "KUH Perdata", "kuhpjo", "kuhd", "PKPU", "pkpux", "Perppu", "perpu", "perpres",
    "permendagri", "perda", "perdagangan", "pergub", "peraturan", "peran", "Kompilasi Hukum Islam", "kompillasi hukum  islam",
    "MPR/", "mprs no. ii/", "MPR RI X tahun", "/Pid.Sus/2025/PN Kds", "/pdt/2024/pn", "Pasal 7", "p asal 5", "pasal-pasal 3",
    "Pasal Pasal 7", "pasa1 4", "pasai (2", "pasa 7 ayat", "Pas al 9", "pasla 2", "ps. 5", "psl 12", "PS5", "psps 1",
    "Lembaran Negara Tahun 2016 Nomor 130", "Berita  Negara Republik Indonesia Tahun 2019 No.12", "LN 2016/130", "bnri 2020 / 5",
    "lembaran negara ri nomor 130 tahun 2016", "hari 2016/7", "lembaran berita negara thn. 1999 no 3", "negara tahun 2016 nomor 1",
)  # fmt: skip
BEGUN = st.lists(
    st.sampled_from(BEGINNINGS)
    | st.sampled_from(["", " ", "\n", "p", "u", "P", "x", "1", ".", "-", "(", ") ", "é", "法"]),
    max_size=8,
).map("".join)


@settings(max_examples=1000, deadline=None)
@given(BEGUN)
def test_what_begins_with_a_stem_is_found_as_its_pattern_finds_it(text: str) -> None:
    plain = view(text)
    stems = stems_in(plain)
    for head, stem, before in scanner._NAME_HEADS:
        at = stems.get(stem, [])
        starts = [start - before for start in at] if before >= 0 else scanner._books(plain, at)
        assert _spans(matches_at(head, plain, starts)) == _spans(head.finditer(plain))
    starts = sorted(at for stem in headings._CHAIN_STEMS for at in stems.get(stem, ()))
    assert _spans(matches_at(headings._CHAIN_HEAD, plain, starts)) == _spans(headings._CHAIN_HEAD.finditer(plain))
    starts = [at - 1 for at in stems.get(b"pr", ())]
    assert _spans(matches_at(codes._ASSEMBLY, plain, starts)) == _spans(codes._ASSEMBLY.finditer(plain))
    starts = sorted(at - 1 for stem in (b"pi", b"pd") for at in stems.get(stem, ()))
    assert _spans(matches_at(codes._WITHHELD, plain, starts)) == _spans(codes._WITHHELD.finditer(plain))


@settings(max_examples=1000, deadline=None)
@given(BEGUN)
def test_issues_of_the_gazette_are_found_as_their_pattern_finds_them(text: str) -> None:
    plain = view(text)
    right = [mention for match in gazettes._ISSUE.finditer(plain) if (mention := gazettes._gazette(plain, text, match))]
    assert gazettes.gazettes(plain, text, grammar.number_places(plain)) == right


ENTITIES = st.sampled_from([*(entity.decode() for entity in grammar._ENTITY), "&", ";", "&amp", "amp;", "&#"])


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.one_of(ENTITIES, st.text(max_size=3), st.sampled_from(sorted(grammar._PLAIN))), max_size=12).map(
        "".join
    )
)
def test_a_view_is_made_character_by_character(text: str) -> None:
    """Small letters first, then what stands for another sign, then entities one kind after the other, then bars."""
    signs = dict(zip("\xa0\xad\x85\0^\xb4\xab\xbb", ' -\n  \'""', strict=True))
    plain = b""
    for char in text:
        char = grammar._PLAIN.get(char, char)
        plain += signs.get(char, char).encode("latin-1", "replace").lower()
    for entity, value in grammar._ENTITY.items():
        plain = plain.replace(entity, value)
    plain = grammar._BARS.sub(grammar._bars, plain)
    assert view(text) == plain
    assert len(plain) == len(text)


ELEMENTS = st.sampled_from([
    "pasal 7", "PASAL 7 A", "pasal 28i", "pasal 5l", "pasal\n5", "ayat (2)", "ayat 3", "ayat (1a)", "ayat (2", "yat (2)",
    "y at (3)", "ayat kedua", "huruf g", "huruf aa", "huruf b1", "hurufc", "angka 1", "angka 7 (tujuh)", "butir 4", "poin 3",
    "ke-1", "(1)", "8", "9a", "b", "penjelasan pasal 8", "lampiran",
])  # fmt: skip
WORDS = st.sampled_from([
    "dan", "atau", "jo.", "juncto", "jis", "s.d.", "sd", "sampai dengan", "serta", "maupun", "hingga", "dan/atau", "uu", "UU",
    "undang-undang", "di", "ri", "dalam", "yang dimaksud dengan", "cukup jelas", "tentang", "kuhp", "pas", "tahun",
])  # fmt: skip
SIGNS = st.sampled_from([",", ", ", "; ", ".", ". ", ")", "(", "-", "/", "?", "x", "é", "\n", '"', " "])
CHAIN = st.lists(ELEMENTS | WORDS | SIGNS, max_size=6)


@settings(max_examples=3000, deadline=None)
@given(
    st.sampled_from(["pasal 7", "Pasal 3 ayat (2)", "pasal 5 huruf g", "Pasal 1a", "pasal 9 UU", "\npasal 2 di"]),
    CHAIN,
    st.sampled_from([" ", "", ", "]),
)
def test_a_simple_chain_is_read_as_element_by_element(head: str, parts: list[str], gap: str) -> None:
    text = gap.join([head, *parts])
    plain = view(text)
    for found in re.finditer(rb"pasal", plain):
        simple = chains.simple_chain(plain, found.start())
        assert simple is None or simple == chains._read(plain, text, found.start())
        if simple and chains.runs_on(plain, simple):
            begin = found.start()
            assert not headings._BACK_PLACE.match(plain, begin)
            assert headings._is_heading(plain, begin) == headings._comes_new(plain, begin)
            assert not headings._opens_article(plain, text, begin)


CUES = st.sampled_from([
    "provinsi", "Prov.", "prov", "pemprov", "pemprovinsi", "pemkab", "pemkot", "kabupaten", "kab.", "kab", "kota", "walikota",
    "wali kota", "kpu", "bawaslu", "DPRD", "gubernur", "bupati", "bantul", "jawa barat", "bandung", "x", ",",
])  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(CUES, max_size=8), st.sampled_from([" ", "", "  ", "\n"]))
def test_cues_of_regions_are_found_as_their_patterns_find_them(parts: list[str], gap: str) -> None:
    plain = view(gap.join(parts))
    found = [(match.span(), match["next"], kinds) for match, kinds in regions_in._cues(plain)]
    assert sorted(found) == sorted(
        (match.span(), match["next"], kinds)
        for asked, kinds, _, _ in regions_in._CUES
        for match in asked.finditer(plain)
    )


BEFORE = st.sampled_from([
    "Senin", "malam Selasa", "malam   Rabu", "semalam kamis", "jum'at", "Jumat", "jum\u2019at", "sabtu-minggu", "Ahad", "seninan",
    "pon", "pagi", "pekan lalu", "pada tanggal", "tgl.", ",", "(", ":", "malam", "kantor dinas kabupaten itu", "x", "\n",
])  # fmt: skip


@settings(max_examples=800, deadline=None)
@given(st.lists(BEFORE, max_size=6), st.sampled_from([" ", "", "  "]))
def test_a_weekday_is_found_as_its_pattern_finds_it(parts: list[str], gap: str) -> None:
    plain = view(gap.join(parts) + " ")
    for at in (len(plain), len(plain) - 1):
        found, right = textdates._weekday_before(plain, at), textdates._BEFORE.search(plain, max(0, at - 48), at)
        assert (found and (found.span(), found.groups())) == (right and (right.span(), right.groups()))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(sorted(short_type_words())), min_size=1, max_size=6, unique=True), st.data())
def test_short_type_words_are_found_together_as_each_alone(words: list[bytes], data: st.DataObject) -> None:
    parts = st.sampled_from([*(word.decode() for word in words), " ", "\n", "x", "-", ".", "itu", "7", "法"])
    plain = view(data.draw(st.lists(parts, max_size=9).map("".join)))
    free = [
        match.span() for word in words for match in re.finditer(rb"(?<![a-z0-9])" + re.escape(word) + rb"(?=\s)", plain)
    ]
    together = [match.span() for asked in scanner._words_of(tuple(sorted(words))) for match in asked.finditer(plain)]
    assert sorted(free) == sorted(span for span in together if not plain[max(0, span[0] - 1) : span[0]].isalnum())


@given(st.sampled_from(sorted({row["name"] for row in builtin().all("popular-names")})), st.dates())
def test_what_a_name_always_means_it_means_on_any_day(name: str, day: date) -> None:
    meant = builtin().always(name)
    assert meant in (None, builtin().name(name, day.isoformat()))
    assert meant in (None, builtin().name(name))
