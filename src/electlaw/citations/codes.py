"""Numbers with codes: rulings, decrees with a classification, circulars, decrees of the Assembly."""

from __future__ import annotations

import re

from electlaw.citations.grammar import NUMBER_WORD, digits, kinds
from electlaw.citations.heads import Mention, allowed, head_before, mention_of
from electlaw.citations.patterns import matches_at, pattern
from electlaw.refs import full_year, ruling_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UNSIGNED", "councils", "from_circular", "from_code", "unsigned", "withheld"]


_SERIES = pattern(
    rb"(?P<series>(?:puu|phpu|php|skln|pup|pan)[a-z.\-]{0,24}|p\s?/\s?hum|hum|p\.?hum)(?:/(?P<roman>[ivxlc]{1,7}))?/(?P<year>[12][0-9lo]{3})"
)
_ETHICS = pattern(
    rb"(?<!/l-)(?<!/l)-?(?P<series>pke[\-/]dkpp|dkpp-pke[\-/][ivxlc]{1,7}|pke|dkpp)(?:/(?P<roman>[ivxlc]{1,7}))?/(?P<year>[12][0-9lo]{3})"
)
#: The code of a review before the Constitutional Court, written as it should be.
_REVIEW = pattern(rb"/(?P<series>(?:puu|phpu(?:\.[a-z]{1,4})?)-[ivxlc]{1,7})/(?P<year>[12][0-9]{3})")
_TAIL = pattern(rb"/?(?P<series>.+?)(?:/|,?tahun)(?P<year>[12][0-9lo]{3})")
#: Slips in a ruling's number: ``42/PUU-XIII-2015``, ``4/PUUVII/2009``.
_HYPHEN_YEAR = pattern(rb"(?<=[ivxlc])-([12][0-9]{3})\Z")
_GLUED_ROMAN = pattern(rb"(/puu)(?=[ivxlc]{1,7}/)")
#: A ruling's code whose strokes were lost: ``66PHPU.D-VI2008``.
_LOST = pattern(rb"([a-z.]{3,8}-[ivxlc]{1,7})([12][0-9]{3})")
#: The step before the Supreme Court, behind the number: ``23 P/HUM``, ``570 K/TUN``, ``12 PK/Pid``.
_INSTANCE = pattern(rb"(?<=[0-9])(?:pk?|k)\Z")
_CASSATION = pattern(
    rb"(?:/b/pk/pjk|(?:pk?|k)/(?:tun|pid|pdt|ag|mil|to|phi|n|hum|pap|pilkada|sip|kr)[a-z.\-]{0,14}(?:/[a-z.\-]{1,16}){0,3})/(?:19|20)[0-9]{2}\Z"
)
#: A ruling's head: its word, whatever names its kind, judge and court, its day, and ``Nomor``.
_RULING_HEAD = pattern(
    rb"(?:amar\s{1,9})?(?:p\s?utusan(?:mahkamah)?|keputusan|p\s?enetapan|k\s?etetapan|yurisprudensi)"
    rb"(?:[\s,]{1,9}(?!putusan\.|(?:p\s?utusan|p\s?enetapan|yang|adalah|tersebut|ini|itu|bahwa|dan|telah|tidak|akan|sebagai|tentang|karena|serta|jo|juncto|pasal|uu|untuk|terkait|soal|mengenai|perihal"
    rb"|undang|nomor|no|nomer|tanggal|tertanggal)\b)(?:[a-z(][a-z.\"/()\-]{0,24}|[ivx]{1,4}-?[0-9]{0,2})){0,12}"
    rb"(?:[\s,]{1,9}(?:ter)?tanggal\s{1,9}[0-9]{1,2}\s{1,9}[a-z]{3,9}\s{1,9}[0-9]{4})?"
    rb"(?:[\s,:]{0,40}" + NUMBER_WORD + rb"){0,2}(?:\s{1,3}(?:registrasi|register|perkara|putusan))?[\s:]{0,9}"
)
#: The Supreme Court in a ruling's head.
_SUPREME = pattern(rb"agung|\bma\b")
#: Between a ruling and the one it is joined to by its number alone: ``tanggal 4 Januari 2017 jo. ``.
_REPEAT = pattern(rb"(?:[\s,]{1,4}(?:ter)?tanggal\s[0-9a-z ]{6,20})?[\s,]{1,40}(?:jo|juncto|jis?|dan)\b\.?\s{1,40}")
#: The heading of a court's own ruling, its letters parted.
_SPACED = pattern(
    rb"(?:p\s{1,6}u\s{1,6}t\s{1,6}u\s{1,6}s\s{1,6}a|p\s{1,6}e\s{1,6}n\s{1,6}e\s{1,6}t\s{1,6}a\s{1,6}p\s{1,6}a)"
    rb"\s{1,6}n\s{1,40}\Z"
)
_SPACED_HEAD = pattern(_SPACED.pattern[:-2] + rb"(?:" + NUMBER_WORD + rb")[\s:]{0,9}\Z")
#: The number of a case before a court, told by the court's name at its end: ``69/Pid.Sus/2025/PN Rgt``.
_DOCKET = pattern(
    rb"/\s?(?:19|20)[0-9]{2}\s?/\s?(?:p[nta]|ms|pt?\.?tun|dilmil)(?![a-z])"
    rb"|/(?:sp-[0-9]/set|ps)\.[a-z]{3,8}/|\A-k/pmt?\.|\A/kppu-"
)
_ONLY_NUMBER = pattern(
    rb"(?<![a-z])(?:put\.?\s{0,3}(?:m[ka](?:\s?ri)?\s{1,3})?)?"
    + NUMBER_WORD
    + rb"(?:\s{1,3}(?:registrasi|register|perkara|putusan)\b)?[\s:]{0,9}\Z"
)


#: A court behind the word for a decision: ``Keputusan Mahkamah Konstitusi``.
_COURT_NEXT = pattern(rb"\s{1,9}(?:mahkamah|mk|ma|pengadilan|p[nt]|dkpp)\b")
#: The end of a sentence, which a ruling's head does not go over.
_SENTENCE_END = pattern(rb"(?<=[a-z]{5})\.\s")
#: A ruling's word without its first letter, which scanning may have parted from it.
_RULING_WORDS = (b"utusan", b"etetapan", b"enetapan", b"urisprudensi")


def _ruling_start(plain: bytes, start: int) -> tuple[int, bytes]:
    """Return where the ruling's citation begins (``Putusan`` or ``Nomor``) and the court's words."""
    floor = max(0, start - 160)
    best = plain.rfind(b"putusan", floor, start)
    if best > 1 and plain.startswith(b"ke", best - 2) and _COURT_NEXT.match(plain, best + 7):
        best -= 2
    if best < 0 or plain.find(b"etapan", best, start) >= 0:
        best = max([plain.rfind(word, floor, start) for word in _RULING_WORDS]) - 1
        best -= plain[best : best + 1] == b" "
    whole = best >= floor and not plain[best - 1 : best].isalnum()
    if whole and _RULING_HEAD.fullmatch(plain, best, start) and not _SENTENCE_END.search(plain, best, start):
        return best, plain[best:start]
    spaced = _SPACED_HEAD.search(plain, max(0, start - 64), start)
    if spaced:
        return spaced.start(), b""
    match = _ONLY_NUMBER.search(plain, max(0, start - 48), start)
    return (match.start(), b"") if match else (start, b"")


#: Letters before the first figures of a number: ``B/71/M.SM.00.00/2017``, ``KEP-100/MEN/VI/2004``, ``HK.01.07/…``.
_LEAD = pattern(rb"(?<![a-z0-9/])(?!no\.|nr\.)(?:[a-z]{1,8}[.\-/]){1,3}\Z")
_LEAD_ENDS = (b".", b"-", b"/")
_ANNOUNCED = pattern(rb"(?<![a-z])" + NUMBER_WORD + rb"[\s:]{0,9}\Z")


def _led(plain: bytes, start: int) -> int:
    """Return where a number begins with the letters before its first figures."""
    if not plain.endswith(_LEAD_ENDS, 0, start):
        return start
    lead = _LEAD.search(plain, max(0, start - 26), start)
    if (
        not lead
        or lead[0][:-1] in kinds().values
        or not (lead.end() - lead.start() < 5 or _ANNOUNCED.search(plain, max(0, lead.start() - 20), lead.start()))
    ):
        return start
    return lead.start()


def from_code(plain: bytes, match: re.Match[bytes], start: int, found: list[Mention]) -> None:
    """Read a number with a code (`grammar.TAIL`'s group ``court``) and add what it names to `found`."""
    raw, code = plain[start : match.end("rest")], plain[match.end("rest") : match.end()]
    review = _REVIEW.fullmatch(code)
    if review and raw.isdigit() and plain[start - 1 : start] != b"/":
        _ruling(plain, match.end(), start, raw, review, found)
        return
    start = _led(plain, start)
    raw = plain[start : match.end("rest")]
    code = b"".join(code.split())
    if code[-5:-4] == b"-":
        code = _HYPHEN_YEAR.sub(rb"/\1", code)
    if b"/puu" in code:
        code = _GLUED_ROMAN.sub(rb"\1-", code)
    if code[:1] == b"p" and (lost := _LOST.fullmatch(code)):
        code = b"/" + lost[1] + b"/" + lost[2]
    series = _SERIES.search(b"/" + code.lstrip(b"/"))
    step = _INSTANCE.search(raw)
    if step and code.startswith(b"/"):
        raw, code = raw[: step.start()], step[0] + code
    if (series and series.start() <= 1) or code.startswith(b"p/hum") or _CASSATION.match(code):
        tail = _TAIL.fullmatch(code)
        if tail:
            _ruling(plain, match.end(), start, raw, tail, found)
        return
    ethics = _ETHICS.search(raw + code)
    if ethics:
        number = re.match(rb"[0-9]+(?:-[0-9]+)*", raw)
        if number:
            begin, _ = _ruling_start(plain, start)
            parts = (ethics["series"].replace(b"/", b"-"), ethics["roman"] or b"")
            code_of = "-".join(part.decode() for part in parts if part)
            id = ruling_id("dkpp", number[0].decode(), code_of, digits(ethics["year"]))
            found.append(
                Mention(
                    begin, match.end(), "ruling", "putusan-dkpp", number[0].decode(), ethics["year"].decode(), id=id
                )
            )
        return
    _coded(plain, match, start, raw, code, found)


def _ruling(plain: bytes, end: int, start: int, raw: bytes, tail: re.Match[bytes], found: list[Mention]) -> None:
    """Read a ruling whose number begins at `start`, its code already read in `tail`."""
    year = digits(tail["year"])
    code = tail["series"]
    if b"l" in code or b"1" in code:
        code = _ROMAN_LETTERS.sub(_roman, code)
    series = code.decode("ascii", "replace")
    joined = _JOINED.search(plain, max(0, start - 14), start) if b"-" in plain[max(0, start - 6) : start] else None
    if joined:  # two dockets heard together, parted by a line: ``028-\n029/PUU-IV/2006``
        raw, start = joined["first"] + b"-" + raw, joined.start("first")
    before = _shared_numbers(plain, start)
    first = before[0][0] if before else start
    begin, court = _ruling_start(plain, first)
    high = "hum" in series or series.startswith(("k/", "p/", "pk/", "b/pk/")) or _SUPREME.search(court) is not None
    name = "ma" if high else "mk"
    kind = f"putusan-{name}"
    number = digits(raw)
    for index, (left, right) in enumerate(before):
        value = digits(plain[left:right])
        where = begin if not index else left
        found.append(Mention(where, right, "ruling", kind, value, year, id=ruling_id(name, value, series, year)))
    where = start if before else begin
    if found and found[-1].end > where:
        where = start
    found.append(Mention(where, end, "ruling", kind, number, year, id=ruling_id(name, number, series, year)))


#: The roman number behind a series, where scanning may have put other letters or a figure: ``PUU-XVll``.
_ROMAN_LETTERS = pattern(rb"(?<=-)[ivxlc1]{1,7}\Z")
_JOINED = pattern(rb"(?<![0-9a-z/.\-])(?P<first>[0-9]{1,4})\s?-\s{1,4}\Z")


def _roman(match: re.Match[bytes]) -> bytes:
    """Mend a roman number below fifty: an ``l`` or a 1 in it is an ``i``."""
    return match[0].replace(b"l", b"i").replace(b"1", b"i")


_SHARED_RULING = pattern(
    rb"([0-9](?<![0-9a-z/,\-][0-9])(?<![0-9]\.[0-9])[0-9]{0,3})\s{0,3}(?:,\s{0,3}(?:dan|serta)?|dan|serta|&)\s{0,3}(?:no(?:mor|\.)?\s{0,3})?\Z"
)


def _shared_numbers(plain: bytes, start: int) -> list[tuple[int, int]]:
    """Return docket numbers before `start` that share its series: ``Nomor 60 dan 70/PUU-XXII/2024``."""
    numbers: list[tuple[int, int]] = []
    at = start
    while len(numbers) < 12:
        match = _SHARED_RULING.search(plain, max(0, at - 24), at)
        if not match:
            break
        at = match.start()
        numbers.insert(0, (at, match.end(1)))
    if numbers and _ruling_start(plain, at)[0] < at:
        return numbers
    return []


#: A regulation of the director general of taxes or of customs by its number alone: ``PER-11/PJ/2025``.
_TAX_SERIES = pattern(rb"/(?:pj|bc)\b")
_TAX_RULE = pattern(rb"per-([0-9]{1,3})\b")


_OWN_YEAR = pattern(rb"(?:/|tahun)((?:[1l]9|2[0o])[0-9lo]{2})(?=/|\Z)")
_OLD_KIND = pattern(rb"/(pnps|prp|drt)(?:/|tahun)[0-9]{4}")
_SERIAL = pattern(rb"(?:/[0-9][0-9.\-]*)+")
_NO_LETTERS = pattern(r"[^a-z0-9]+")
#: A docket in a text without signs: ``nomor 128 pid sus 2016 pn tlg``, ``nomor 22 puu xv 2017``.
UNSIGNED = pattern(
    rb"no(?:mor\b[.:]?|\.|(?=\s))\s{0,3}(?P<number>[0-9]{1,4})\s"
    rb"(?P<code>(?:pen\s)?(?:pid|pdt)(?:\s(?:[a-z]|sus|anak|lh|tpk|prk|prap|plw|bth|phi)){0,3}\s(?P<year>(?:19|20)[0-9]{2})"
    rb"\s(?:p[nta]|ms)\s(?!tan|yan|dan)[a-z]{2,3}(?:\s(?:pst|utr|sel|brt|tim))?"
    rb"|(?P<series>puu\s[ivxlc]{1,6})\s(?P<decided>20[0-9]{2}))(?![a-z0-9])"
)


def unsigned(plain: bytes, match: re.Match[bytes]) -> Mention:
    """Read a docket from a match of `UNSIGNED`."""
    start, _ = _ruling_start(plain, match.start("number"))
    number = match["number"].decode()
    if match["series"]:
        year = match["decided"].decode()
        id = ruling_id("mk", number, match["series"].decode(), year)
        return Mention(start, match.end(), "ruling", "putusan-mk", number, year, id=id)
    id = f"putusan-{number.lstrip('0')}-{match['code'].decode().replace(' ', '-')}"
    return Mention(start, match.end(), "ruling", "putusan", number, match["year"].decode(), id=id)


def _own_year(code: bytes) -> re.Match[bytes] | None:
    """Return the last figures of a code that may be its year: ``/1994/KPTS/013/2023``."""
    years = list(_OWN_YEAR.finditer(code))
    return years[-1] if years else None


#: What may stand right before a case's number.
_CASE_ENDS = (b"perkara ", b"register ", b"registrasi ", b"bernomor ", b"nomornya ")
#: The register of powers of attorney (surat kuasa) at a court.
_OF_ATTORNEY = (b"/sk/", b"/sk.", b"/sk-")
_CIVIL = pattern(rb"/?pdt")


def _coded(plain: bytes, match: re.Match[bytes], start: int, raw: bytes, code: bytes, found: list[Mention]) -> None:
    """Read a decree or circular whose number carries a classification: ``179/PL.02-Kpt/01/KPU/II/2020``."""
    year = _own_year(code)
    number = digits(raw)
    head = head_before(plain, start)
    if head and head.kind == "pkpu" and _CIVIL.match(code):
        head = None  # a debtor's moratorium (penundaan kewajiban pembayaran utang), not a regulation of the KPU
    if not head:
        begin, _ = _ruling_start(plain, start)
        repeat = bool(found) and found[-1].form == "ruling" and _REPEAT.fullmatch(plain, found[-1].end, begin)
        if year and _TAX_SERIES.match(code) and (rule := _TAX_RULE.match(plain, start)):
            kind, id = (
                "perdirjen",
                f"perdirjen-{'pajak' if code[1:3] == b'pj' else 'bea-dan-cukai'}-{rule[1].decode()}-{digits(year[1])}",
            )
            found.append(
                Mention(
                    start, match.end(), "numbered", kind, rule[1].decode(), digits(year[1]), id=id, type_end=start + 3
                )
            )
            return
        named = plain.startswith((b"putusan", b"penetapan", b"ketetapan"), begin) or repeat
        numbered = begin < start or plain.endswith(_CASE_ENDS, 0, start)
        announced = (
            numbered and not code.startswith(_OF_ATTORNEY) and _DOCKET.search(plain, match.end("rest"), match.end())
        )
        if (named or announced or _SPACED.search(plain, max(0, begin - 80), begin)) and year:
            tail = plain[match.end("rest") : match.end()].decode("ascii", "replace")
            id = f"putusan-{number.lstrip('0')}-{tail}".replace("-/", "-")
            found.append(
                Mention(begin, match.end(), "ruling", "putusan", number, digits(year[1]), id=_NO_LETTERS.sub("-", id))
            )
        return
    kind = head.kind
    if kind == "kepmenkeu" and b"menkes" in code:
        head.kind = "kepmenkes"
    if kind == "pmk" and re.search(rb"/pmk\.?[0-9]", code):
        head.kind = "pmkeu"
    if not year:
        return
    old = _OLD_KIND.fullmatch(code)
    if old:
        word = old[1].decode()
        number = number if word == "drt" else f"{number}-{word}"
        found.append(mention_of(head, match.end(), number, digits(year[1]), (), word))
        return
    if allowed(head, False):
        serial = _SERIAL.match(code)
        if serial:
            number += serial[0].decode("ascii").replace("/", "-")
        found.append(mention_of(head, match.end(), number, digits(year[1]), ()))


#: The rest of a docket whose own number was withheld: ``Nomor XX/Pid.Sus/2025/PN Kds``.
_WITHHELD = pattern(
    rb"/(?:pid|pdt)[a-z.\- ]{0,20}/\s?(?P<year>20[0-9]{2})\s?/\s?(?:p[nta]|ms)"
    rb"(?:[.\s][a-z]{2,3}(?![a-z])(?:[.\s](?:pst|utr|sel|brt|tim)(?![a-z]))?)?"
)
_NO_NUMBER = pattern(rb"(?<![a-z])" + NUMBER_WORD + rb"[\s:]{0,12}(?P<mark>x{1,12}|-|\.{2,8}|_{2,8}|\?{1,4})?\s?\Z")


def withheld(plain: bytes, stems: dict[bytes, list[int]]) -> Iterator[Mention]:
    """Yield the rulings whose docket number was withheld."""
    starts = sorted([at - 1 for stem in (b"pi", b"pd") for at in stems.get(stem, ())])
    for match in matches_at(_WITHHELD, plain, starts):
        before = _NO_NUMBER.search(plain, max(0, match.start() - 32), match.start())
        if before:
            start = before.start("mark") if before["mark"] else match.start()
            begin, _ = _ruling_start(plain, start)
            year = match["year"].decode()
            id = "putusan-x-" + _NO_LETTERS.sub("-", match[0].decode("ascii", "replace").strip("/"))
            yield Mention(begin, match.end(), "ruling", "putusan", "x", year, id=id)


#: The month and the year of a decree of the last century: ``/IX/88``.
_OF_CENTURY = pattern(rb"/[ivx]{1,4}/([4-9][0-9])\Z")


def from_circular(plain: bytes, match: re.Match[bytes], start: int, found: list[Mention]) -> None:
    """Read a ministry's circular, whose number has no year: ``SE Mendagri Nomor 100.2.1.3/1575/SJ``."""
    start = _led(plain, start)
    head = head_before(plain, start)
    century = _OF_CENTURY.search(plain, start, match.end()) if head else None
    if head and century and head.nomor and head.kind not in ("se", "surat"):
        number = digits(plain[match.start() : match.end("rest")])
        found.append(mention_of(head, match.end(), number, full_year(century[1].decode()), ()))
    elif head and head.nomor and head.kind.startswith(("se", "surat", "kep", "instruksi")):
        mention = mention_of(head, match.end(), plain[start : match.end()].decode("ascii", "replace"), "", ())
        mention.id = re.sub(r"[^a-z0-9.-]+", "-", mention.id or "")
        found.append(mention)


_COUNCIL = pattern(
    rb"mprs?(?:\s{1,3}ri)?[\s,]{1,4}(?:"
    + NUMBER_WORD
    + rb"\s{0,3})?(?P<bare>[ivxlc]{1,8})\s?(?:/|tahun)\s?(?P<bare_year>[12][0-9]{3})"
    rb"|(?P<number>[ivxlc]{1,8})\s?/\s?mprs?\s?/\s?(?P<year>[12][0-9lo]{3})"
    rb"|(?P<other>[0-9]{1,2})\s?/\s?mprs?\s?/\s?(?P<other_year>[12][0-9lo]{3})"
)
_COUNCIL_HEAD = pattern(
    rb"(?:tap|ketetapan)\s{1,9}(?:mprs?|majelis\s{1,9}permusyawaratan(?:,?\s{1,9}rakyat)?)(?:[\s\-]{1,9}(?:ri|republik\s{1,9}indonesia|sementara))*"
    rb"(?:\s{0,9}\([a-z \-]{2,24}\))?[\s,]{0,9}(?:" + NUMBER_WORD + rb")?[\s:]{0,9}"
)


_ASSEMBLY = pattern(rb"mprs?(?:\s?/|(?=(?:\s{1,3}ri)?[\s,]{1,4}(?:no(?:mor)?\b\.?\s{0,3})?[ivxlc]{1,8}\s?(?:/|tahun)))")


def councils(plain: bytes, stems: dict[bytes, list[int]]) -> list[Mention]:
    """Return decrees of the People's Consultative Assembly: ``TAP MPR Nomor XI/MPR/1998``."""
    found: list[Mention] = []
    last = -1
    for near in matches_at(_ASSEMBLY, plain, [at - 1 for at in stems.get(b"pr", ())]):
        at = near.start()
        match = _COUNCIL.search(plain, max(0, at - 14), at + 40) if at >= last else None
        head = _council_head(plain, match.start("bare") if match["bare"] else match.start()) if match else -1
        if match and head >= 0:
            number = (match["number"] or match["other"] or match["bare"]).decode()
            year = digits(match["year"] or match["other_year"] or match["bare_year"])
            id = f"tap-mpr-{number}-{year}"
            found.append(Mention(head, match.end(), "numbered", "tap-mpr", number, year, id=id))
            last = match.end()
    return found


def _council_head(plain: bytes, start: int) -> int:
    """Return where ``TAP MPR Nomor`` begins before a number at `start`; -1 if it does not stand there."""
    floor = max(0, start - 120)
    for word in (b"ketetapan", b"tap"):
        head = plain.rfind(word, floor, start)
        whole = head == 0 or not plain[head - 1 : head].isalpha()
        if head >= 0 and whole and _COUNCIL_HEAD.fullmatch(plain, head, start):
            return head
    return -1
