"""Rules on bodies and elections named in a text: outdated names, offices of the wrong election, the wrong level.

They warn, and only where the words leave no other reading: usage is loose, and a name that was right once is right in a
sentence about that time.
"""

from __future__ import annotations

import re

from electlaw.acts import Text
from electlaw.citations.patterns import pattern
from electlaw.citations.reading import Reading, finding
from electlaw.findings import Finding, Ground

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CODES", "RULES"]

#: What each code of this module says.
CODES = {
    "W201": Text("body's name no longer official on the text's day", "nama lembaga tidak resmi lagi pada tanggal teks"),
    "W202": Text(
        "office of one election said to be elected in the other",
        "jabatan Pemilu disebut dipilih dalam Pilkada, atau sebaliknya",
    ),
    "W203": Text(
        "responsibility given to the wrong body or level", "tanggung jawab diberikan kepada lembaga yang salah"
    ),
}

#: A sentence on the past, on a change of names, or one that repeats the words of a norm.
_PAST = pattern(
    r"\b(?:dulu|dahulu|semula|sebelumnya|pernah|kala itu|saat itu|waktu itu|ketika|pada masa|masa lalu|era"
    r"|zaman|sejarah|sejak|mantan|eks|bekas|berubah|menggantikan|digantikan|pengganti|istilah|sebutan|disebut|bernama"
    r"|(?:meny|dis|dipers)amakan|berganti|(?:di|meng)ganti|nomenklatur|(?:di|meng)artikan|memaknai|(?:di|men)afsirkan"
    r"|frasa|dimaknai|dibaca|sebagaimana dimaksud|pasal \d+[A-Z]?)\b"
    r"|\bsebelum\s+(?:ada|lahir|berlaku|berubah|menjadi|di|undang|UU|tahun|reformasi|\d{4})\w*"
    r"|\btahun\s+(?:19\d\d|200\d|201\d)\b",
    re.IGNORECASE,
)
_SENTENCE = pattern(r"[.!?](?<=[a-z0-9)\"”][.!?])(?=\s|$)|\n")


#: How far a sentence is followed on either side.
_REACH = 400
#: The longest match of a pattern here is shorter.
_SPAN = 220


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return the offsets of the sentence around an offset, as far as `_REACH` goes."""
    start, stop = max(0, at - _REACH), min(len(text), at + _REACH)
    for match in _SENTENCE.finditer(text, start, stop):
        if match.end() > at:
            return start, match.end()
        start = match.end()
    return start, stop


def _outdated(reading: Reading) -> Iterator[Finding]:
    """W201: a name the law of the text's day no longer used, in a sentence that does not speak of the past."""
    on = reading.on
    if on is None:
        return
    from electlaw.institutions.names import outdated_in

    for start, end, use in outdated_in(reading.text, on, on, reading.corpus):
        first, last = _sentence(reading.text, start)
        if _PAST.search(reading.text, first, last) or _quoted(reading.text, start, end):
            continue
        now = " / ".join(use.official)
        until = str(use.until)
        exact = use.until is not None and use.until.exact
        by_then = until.partition("..")[2] or until
        late = ("", "") if exact else (" at the latest", "paling lambat ")
        yield finding(
            "W201", (start, end),
            f"{use.name} was official until {by_then}{late[0]}" + (f"; now {now}" if now else ""),
            f"{use.name} nama resmi sampai {late[1]}{by_then}" + (f"; kini {now}" if now else ""),
            {"name": use.name, "until": until, "official": list(use.official)},
            Ground(use.by or "institution-names", use.verified),
        )  # fmt: skip


def _matches(reading: Reading, word: bytes, asked: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that holds `word`, looking only around where that stands."""
    plain = reading.plain
    done = 0
    at = plain.find(word) if reading.on_elections() else -1
    while at >= 0:
        start = max(done, at - _SPAN)
        stop = at + len(word) + _SPAN
        while (following := plain.find(word, at + 1)) >= 0 and following - _SPAN <= stop:
            at, stop = following, following + len(word) + _SPAN
        yield from asked.finditer(reading.text, start, stop)
        done, at = stop, following


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands in quotation marks of its own, as a word spoken of."""
    return text[start - 1 : start] in ("“", '"', "'", "‘") and text[end : end + 1] in ("”", '"', "'", "’")


_PILKADA = r"(?:pilkada|pemilihan\s+kepala\s+daerah|pilgub|pilbup|pilwali|pilwalkot|pilwako)"
_OF_PEMILU = r"(?P<office>presiden|wakil\s+presiden|kepala\s+negara|anggota\s+(?:DPRD?|DPD|legislatif)|senator)"
#: A sentence that gives such an office to the Pilkada, under the word to look for.
_CHOSEN = (
    (
        b"memilih",
        pattern(
            rf"\b{_PILKADA}\b(?P<between>[^.!?;\n]{{0,80}}?)\bmemilih\s+(?:para\s+|calon\s+)?{_OF_PEMILU}\b",
            re.IGNORECASE,
        ),
    ),
    (
        b"memilih",
        pattern(
            rf"(?P<between>(?:\b\w+\s+){{0,2}})\bmemilih\s+(?:para\s+|calon\s+)?{_OF_PEMILU}"
            rf"(?:\s+(?:provinsi|kabupaten|kota|kabupaten/kota|ri))?\s+(?:dalam|pada|melalui|lewat|di)\s+(?:ajang\s+)?{_PILKADA}\b",
            re.IGNORECASE,
        ),
    ),
    (
        b"dipilih",
        pattern(
            rf"(?<!mantan\s)(?<!bekas\s)(?<!eks[\s-])\b{_OF_PEMILU}(?P<between>(?:\s+(?!yang\b)[\w/]+){{0,3}}?)\s+dipilih\s+"
            rf"(?:secara\s+)?(?:langsung\s+)?(?:melalui|lewat|dalam|pada|di)\s+(?:ajang\s+)?{_PILKADA}\b"
            r"(?![^.!?;\n]*\b(?:sebagai|menjadi)\b)",
            re.IGNORECASE,
        ),
    ),
)
_PEMILU = pattern(r"\b(?:pemilu|pileg|pilpres|pemilihan\s+(?:umum|legislatif|presiden))\b", re.IGNORECASE)
_NOT = pattern(r"\b(?:bukan|tidak|tanpa|beda|berbeda|selain|partai|parpol|koalisi)\b", re.IGNORECASE)


def _wrong_election(reading: Reading) -> Iterator[Finding]:
    """W202: the Pilkada said to elect offices of the Pemilu, in a sentence that names no Pemilu."""
    for match in (match for word, chosen in _CHOSEN for match in _matches(reading, word, chosen)):
        first, last = _sentence(reading.text, match.start())
        sentence = reading.text[first:last]
        if _PEMILU.search(sentence) or _NOT.search(match["between"]):
            continue
        office = " ".join(match["office"].split())
        yield finding(
            "W202", match.span("office"),
            f"{office}: elected in the Pemilu, not in the Pilkada",
            f"{office}: dipilih dalam Pemilu, bukan Pilkada",
            {"office": office.casefold(), "election": "pemilu"}, *_grounds(reading, "elected-in-pemilu"),
        )  # fmt: skip


_OF_PILKADA = r"(?P<office>gubernur|bupati|wali\s?kota|kepala\s+daerah)"
#: A sentence that gives an office of the Pilkada to the Pemilu, under the word to look for. Until 2015 the law called
#: the election of heads of regions a Pemilu too.
_CHOSEN_BY_PEMILU = (
    (
        b"memilih",
        pattern(
            r"\b(?:pemilu(?!\s*kada)|pileg|pilpres)\b(?P<between>(?:\s+(?:serentak|20\d\d|digelar|diadakan|dilaksanakan|untuk|akan|juga"
            rf"|bertujuan|ini|itu)){{1,6}})\s+memilih\s+(?:para\s+|calon\s+)?{_OF_PILKADA}\b",
            re.IGNORECASE,
        ),
    ),
    (
        b"dipilih",
        pattern(
            rf"(?<!mantan\s)(?<!bekas\s)\b{_OF_PILKADA}(?P<between>(?:\s+(?!yang\b)[\w/]+){{0,3}}?)\s+dipilih\s+(?:melalui|lewat|dalam|pada)"
            r"\s+(?:pileg|pilpres|pemilu\s+(?:legislatif|presiden|(?:serentak\s+)?20(?:1[5-9]|[2-9]\d)))\b",
            re.IGNORECASE,
        ),
    ),
)
_LOCAL = pattern(
    r"\b(?:pilkada|pemilukada|pilgub|pilbup|pemilu\s+(?:daerah|lokal)|pemilihan\s+kepala)\b", re.IGNORECASE
)


def _wrong_pemilu(reading: Reading) -> Iterator[Finding]:
    """W202: the Pemilu said to elect heads of regions, in a sentence that names no Pilkada."""
    for match in (match for word, chosen in _CHOSEN_BY_PEMILU for match in _matches(reading, word, chosen)):
        first, last = _sentence(reading.text, match.start())
        if _LOCAL.search(reading.text, first, last) or _NOT.search(match["between"]):
            continue
        office = " ".join(match["office"].split())
        yield finding(
            "W202", match.span("office"),
            f"{office}: elected in the Pilkada, not in the Pemilu",
            f"{office}: dipilih dalam Pilkada, bukan Pemilu",
            {"office": office.casefold(), "election": "pilkada"}, *_grounds(reading, "elected-in-pilkada"),
        )  # fmt: skip


def _grounds(reading: Reading, key: str) -> list[Ground]:
    """Return the places a rule rests on, from the table of them."""
    return [Ground(row["place"], row["verified"]) for row in reading.corpus.rows("check-grounds", key)]


_NAMED = r"(?:\s+[A-Z][\w'-]+){0,3}"
_ANSWERS = (
    r"\s+(?:yang\s+)?(?:bertanggung\s?jawab\s+atas|(?:adalah\s+|merupakan\s+|selaku\s+|sebagai\s+)?penanggung\s?jawab)"
)
_RUNNING = r"\s+(?:pelaksanaan\s+|penyelenggaraan\s+)?"
_LEVELS = (
    (
        pattern(
            rf"\b(?P<body>KPUD?\s+(?:Kabupaten(?:/Kota)?|Kota|Kab\.?(?:/Kota)?){_NAMED}){_ANSWERS}{_RUNNING}"
            r"(?:pemilihan\s+gubernur|pilgub)(?!\s*(?:dan|serta|/|,))",
        ),
        "governor-election",
    ),
    (
        pattern(
            rf"\b(?P<body>KPUD?\s+Provinsi{_NAMED}){_ANSWERS}{_RUNNING}"
            r"(?:pemilihan\s+(?:bupati|wali\s?kota)|pilbup|pilwali\w*|pilwalkot)"
            r"(?!\s*(?:dan|serta|/|,)\s*(?:gub|pilgub))",
        ),
        "regent-election",
    ),
    (
        pattern(
            r"\bpenanggung\s?jawab\s+(?:formal\s+)?(?:penyelenggaraan\s+)?(?:pilkada|pemilu|pemilihan)\b[^.!?;\n]{0,20}?"
            r"\b(?:adalah|ialah|yaitu|yakni)\s+(?P<body>gubernur|bupati|wali\s?kota|pemerintah\s+(?:daerah|provinsi|"
            r"kabupaten|kota)|forkopimda|(?:badan\s+)?kesbangpol)\b",
            re.IGNORECASE,
        ),
        "any-election",
    ),
)  # fmt: skip


#: Bodies of the state that hold no election, said to answer for holding one; no organiser stands in the sentence.
_SUPERVISOR = pattern(
    rf"\b(?P<body>(?:Bawaslu|Gubernur|Bupati|Wali\s?[Kk]ota|DPRD|Kesbangpol){_NAMED}){_ANSWERS}\s+(?:penyelenggaraan|pelaksanaan)\s+"
    r"(?:[Pp]ilkada|[Pp]emilu\b|[Pp]emilihan(?=\s+(?:[Kk]epala\s+[Dd]aerah|[Gg]ubernur|[Bb]upati|[Ww]ali)|\s*[.,;]))"
)
_ORGANISER = pattern(r"\b(?:KPU\w*|KIP|[Pp]enyelenggara|[Dd]ukungan|[Pp]engawasan|[Aa]nggaran|[Kk]eamanan)\b")


def _no_organiser(reading: Reading) -> Iterator[Finding]:
    """W203: a supervisor or a government said to answer for holding an election."""
    for match in _matches(reading, b"anggung", _SUPERVISOR):
        first, last = _sentence(reading.text, match.start())
        if _ORGANISER.search(reading.text, first, last):
            continue
        yield _responsible(reading, match, "any-election")


#: Who determines the pairs of an election, said of the body of the other level.
_DETERMINES = (
    (
        b"menetapkan pas",
        pattern(
            r"\b(?P<body>KPUD?\s+(?:Kabupaten(?:/Kota)?|Kota|Kab\.?(?:/Kota)?)"
            + _NAMED
            + r")\s+(?:telah\s+|resmi\s+|akan\s+)?"
            r"menetapkan\s+(?:pasangan\s+calon|paslon)\s+(?:[Gg]ubernur|[Pp]ilgub)"
        ),
        "governor-election",
    ),
    (
        b"menetapkan pas",
        pattern(
            r"\b(?P<body>KPUD?\s+Provinsi" + _NAMED + r")\s+(?:telah\s+|resmi\s+|akan\s+)?"
            r"menetapkan\s+(?:pasangan\s+calon|paslon)\s+(?:[Bb]upati|[Ww]ali\s?[Kk]ota|[Pp]ilbup|[Pp]ilwal\w*)"
        ),
        "regent-election",
    ),
    (
        b"menetapkan hasil",
        pattern(
            r"\b(?P<body>(?:Bawaslu|Gubernur|Bupati|Wali\s?[Kk]ota|DPRD|Kesbangpol)"
            + _NAMED
            + r")\s+(?:telah\s+|resmi\s+|akan\s+)?"
            r"menetapkan\s+hasil\s+(?:[Pp]ilkada|[Pp]emilihan\s+(?:[Kk]epala|[Gg]ubernur|[Bb]upati|[Ww]ali))"
        ),
        "any-election",
    ),
)
#: What shows that a body acts for another, or that a sentence is not on the law as it is.
_FOR_ANOTHER = pattern(
    r"\b(?:meng)?ambil[\s-]?alih|\b(?:tidak|bukan|tanpa|atas\s+nama|mewakili|usul\w*|wacana|ruu|seharusnya|supervisi)\b",
    re.IGNORECASE,
)


def _wrong_determination(reading: Reading) -> Iterator[Finding]:
    """W203: pairs or results said to be determined by a body of another level, or by one that holds no election."""
    for word, asked, key in _DETERMINES:
        for match in _matches(reading, word, asked):
            first, last = _sentence(reading.text, match.start())
            other = key == "any-election" and _ORGANISER.search(reading.text, first, last)
            if other or _FOR_ANOTHER.search(reading.text, first, last) or _PAST.search(reading.text, first, last):
                continue
            yield _responsible(reading, match, key)


#: A dispute on the result of a Pilkada, and the court or body it is said to go to.
_RESULT = pattern(
    rf"\b(?:sengketa|perselisihan|gugatan)\s+(?:atas\s+)?hasil\s+(?:{_PILKADA}|pemilihan\s+(?:gubernur|bupati|wali\s?kota))\b"
    r"(?:\s+(?:20\d\d|serentak|itu|ini)){0,2}\s+(?:dapat\s+|harus\s+|wajib\s+|akan\s+|hanya\s+)?"
    r"(?:di(?:ajukan|daftarkan|adili|putus|sidangkan|periksa|selesaikan|bawa|tangani)|masuk|bergulir)\s+"
    r"(?:(?:ke|di|oleh|kepada|lewat|melalui)\s+)?"
    r"(?P<body>PT\.?\s?TUN|PTUN|(?:MA|PN|DKPP|Bawaslu)\b|Mahkamah\s+Agung|Pengadilan\s+(?:Tinggi\s+)?(?:Tata\s+Usaha\s+Negara|Negeri|Tinggi))",
    re.IGNORECASE,
)


def _wrong_forum(reading: Reading) -> Iterator[Finding]:
    """W203: a dispute on a result said to go elsewhere than to the Constitutional Court, where it goes on that day."""
    if reading.law is None:
        return
    for match in (match for word in (b"hasil pi", b"hasil pem") for match in _matches(reading, word, _RESULT)):
        first, last = _sentence(reading.text, match.start())
        if _FOR_ANOTHER.search(reading.text, first, last) or _BEFORE.search(reading.text, first, last):
            continue
        if str(reading.law.parameter("dispute.forum").value).startswith("constitutional_court"):
            yield _responsible(reading, match, "result-dispute")


#: A sentence on the past, in which other courts heard such disputes.
_BEFORE = pattern(r"\b(?:dulu|dahulu|semula|sebelum\w*|pernah|era|sejak|tahun\s+200\d|200\d)\b", re.IGNORECASE)


def _responsible(reading: Reading, match: re.Match[str], key: str) -> Finding:
    """Return the finding on a body said to answer for what another does."""
    body = " ".join(match["body"].split())
    right = reading.corpus.rows("check-grounds", key)[0]["right"]
    return finding(
        "W203", match.span("body"),
        f"{body}: by law {right} is responsible", f"{body}: menurut undang-undang yang bertanggung jawab {right}",
        {"said": body, "right": right}, *_grounds(reading, key),
    )  # fmt: skip


def _wrong_level(reading: Reading) -> Iterator[Finding]:
    """W203: an election said to be the responsibility of a body the law does not lay it on."""
    for level, key in _LEVELS:
        for match in _matches(reading, b"anggung", level):
            yield _responsible(reading, match, key)


RULES = (_outdated, _wrong_election, _wrong_pemilu, _wrong_level, _no_organiser, _wrong_determination, _wrong_forum)
