"""Places within a text: the chain ``Pasal 7 ayat (2) huruf q dan ayat (3) jo Pasal 9`` read into paths."""

from __future__ import annotations

import re

import attrs

from electlaw.citations.grammar import digits
from electlaw.citations.patterns import pattern

__all__ = ["Chain", "chain_at", "chain_before", "expanded", "runs_on", "simple_chain"]

_LONGEST_RANGE = 200
_LONGEST_CHAIN = 400

#: Levels from the outside in, as `electlaw.refs` orders them.
_DEPTH = {
    "lampiran": 0,
    "penjelasan": 1,
    "bab": 2,
    "bagian": 3,
    "paragraf": 4,
    "pasal": 5,
    "ayat": 6,
    "huruf": 7,
    "angka": 8,
}
_ORDINAL = {b"kesatu": "1", b"pertama": "1", b"kedua": "2", b"ketiga": "3", b"keempat": "4", b"kelima": "5",
            b"keenam": "6", b"ketujuh": "7", b"kedelapan": "8", b"kesembilan": "9", b"kesepuluh": "10"}  # fmt: skip

_PASAL = (
    rb"(?:pasla|p\s?as\s?a(?:[l1i]|\x20l(?=\s{1,3}[0-9])|(?=\s[0-9]))(?:[\s\-]pasa[l1])?"
    rb"|psa[l1]|psl\.?|ps\.|ps(?=\s{0,3}[0-9]))"
)
_ARTICLE = (
    rb"[0-9]{1,2}\s(?:0(?![0-9])|[0-9](?=\s{1,3}(?:ayat\s{1,3}\(|uu\b|undang)))|[li]?[0-9][0-9lo]{0,3}+(?!\.[0-9]{1,2}\.[0-9])"
    rb"(?:[^\S\r\n]{0,3}[a-z]{1,2}(?![a-z0-9]|\.[a-z]|\sndang))?"
    rb"|[ivxl]{1,6}(?![a-z0-9])"
)
_ELEMENT = pattern(
    rb"(?:" + _PASAL + rb"\s{0,9}(?:(?P<pasal>" + _ARTICLE + rb")|\(\s?(?P<boxed>[0-9]{1,3}[a-z]?)\s?\))"
    rb"|a?y\s?at\s{0,9}(?:ke-?\s?)?(?P<open>[(\[])?\s?(?P<ayat>[0-9][0-9lo]?[a-z]?|[li](?=\s?[)\]]|\s)|l[l1])(?:(?![a-z0-9])|(?=juncto|uu\s))(?(open)(?:\s?[)\]])?)"
    rb"|[(\[]\s{0,2}(?P<paren>[0-9][0-9lo]?[a-z]?|[li](?=\s?[)\]]))\s{0,2}[)\]]"
    rb"|(?<=[0-9] )(?P<lost>[0-9]{1,2}|l)(?=\s{1,3}(?:ke[\s\-]{1,3}[0-9]|(?:huruf|hrf|kuha?p|kitab|uu|undang|jo)\b))"
    rb"|a?yat\s{1,9}(?P<ordinal>kesatu|pertama|(?:ke)?(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|satu)\b(?:\s{0,3}\(\s?[0-9]{1,2}\s?\))?"
    rb"|a?yat\s{1,3}(?P<roman>i{1,3}|iv|vi{0,3}|ix)(?![a-z0-9])"
    rb"|(?:huru[fphnb]|huru(?=[ac-eg]\s)|abjad|hrf\.?)\s{0,9}(?P<quote>[\"'(])?(?P<huruf>(?:bb|cc|dd|ee|ff|gg|hh|a[a-z]|[a-z])[0-9]?|1)(?(quote)[\"')]?)(?![a-z0-9])"
    rb"|sub\s{1,3}(?P<sub>[a-h])(?=[,.;)]|\s{1,3}(?:jo|juncto|dan|uu|undang|kuh))"
    rb"|(?:angka|butir|po[ie]n)\s{0,9}(?P<bracket>\()?(?P<angka>[0-9][0-9lo]{0,2}[a-z]??)(?:(?![a-z0-9])|(?=uu\s))(?(bracket)\)?)"
    rb"|ke(?:\s?-\s?|\s(?=[0-9]{1,2}e?(?:[,;)]|\s{1,3}(?:kuh|kitab|uu\b|undang|jo\b|juncto|huruf|(?:dan\s{1,3})?ke[\s\-]|dan\s{1,3}[0-9]))))"
    rb"(?P<ke>[0-9]{1,2}|[li](?=\s{1,3}(?:kuh|jo)))e?(?:(?![a-z0-9])|(?=juncto))"
    rb")"
)
_HEAD = pattern(
    rb"(?:(?P<penjelasan>penjelasan)(?P<umum>\s{1,9}umum\b)?(?:\s{1,9}atas)?(?:\s{1,9}ketentuan)?"
    rb"|(?P<lampiran>lampiran)(?:\s{1,9}(?P<annex>[ivx]{1,6}|[0-9]{1,2}))?"
    rb"|(?P<bab>bab)\s{1,9}(?P<chapter>[ivxlc]{1,7}|[0-9]{1,2})"
    rb"|bagian\s{1,9}(?P<bagian>[0-9]{1,2}|ke[a-z]{2,8}))(?![a-z0-9])"
)
#: ``Penjelasan`` before an item of a list: ``Pasal 7, Penjelasan Pasal 7``.
_EXPLAINED = pattern(rb"penjelasan\s{1,9}(?=p\s?asa[l1])")
_NEST = pattern(rb"[\s,]{0,40}")
_JOIN = pattern(
    rb"\s{0,9}(?:(?P<to>(?:(?:sampai|samapi|sampa)(?:\s{1,9}d\s?e\s?n\s?g\s?a\s?n)?|s\s?[./]\s?d|sd|hingga)\b\.?|-(?=\s{0,2}(?:pasal|ayat|huruf|[(0-9]|[a-z](?![a-z0-9]))))"
    rb"|(?:,|;(?!\s{0,9}\n[ \t]{0,9}\r?\n))\s{0,9}"
    rb"(?:(?:dan\s?[/l]?\s?atau|dan|atau|serta|maupun|j?uncto|junto|jounto|junkto|jis?|jo|&)\b\.?)?"
    rb"|(?:(?:dan\s?[/l]?\s?atau|dan|atau|serta|maupun|j?uncto|junto|jounto|junkto|jis?|jo)\b\.?|juncto(?=pasal))|&|/)\s{0,9}(?:juga\s+)?"
    rb"(?:(?:serta\s{1,3})?ketentuan\s{1,9}(?=pasal)|paragraf\s{1,9}[a-z0-9]{1,12}\s{0,3},\s{0,9}(?=pasal))?"
)
_BARE = pattern(
    rb"(?P<pasal>[0-9]{1,4}(?:\s?[a-z]{1,2})?)(?![a-z0-9])|(?P<quote>[(\"'])?(?P<letter>[a-z][0-9]?)(?![a-z0-9])(?(quote)[)\"']?)"
)
#: What may come after a bare number for it to go on the list rather than count something.
_AFTER_BARE = pattern(
    rb"\s{0,9}(?:$|[,.;:)(\"&/\[-]|(?:ayat|huruf|angka|butir|dan|atau|serta|jo|juncto|sampai|s\.?d|hingga|dari|pada|dalam|di|uu"
    rb"|undang|peraturan|perpp?u|pp|pkpu|per[a-z]+|kuha?p[a-z]*|kuh|uud|kitab|tentang|yang|tersebut|itu|ini|juga|qanun|lampiran|telah|tidak"
    rb"|me(?:m|n|ng|ny|l|r)(?!teri)[a-z]{3,}|di(?!nas|strik)[abjklmnpstu][a-z]{3,}|ber(?:bunyi|laku|isi)|ter(?:kait|cantum|muat|tulis)"
    rb"|sebagaimana|adalah|bertentangan|mengatur|menyatakan|menyebutkan|menyebut|maka|dengan|untuk)\b)"
)


#: What follows the end of a range that counts something else.
#: A number spelled out behind its figures: ``angka 7 (tujuh)``.
_SPELLED = pattern(
    rb"\s{0,3}\(\s{0,2}(?:(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|ratus)\s{0,3}){1,5}\)"
)
_COUNTED = pattern(rb"\s{0,9}(?:tahun|bulan|hari|orang|persen|%|juta|ribu|miliar|jam|menit|kali)")


@attrs.define
class Chain:
    """A run of places in a text: offsets, and the paths it names in reading order."""

    start: int
    end: int
    paths: list[str]
    #: Whether it names a pasal (a lone ayat does not).
    whole: bool = True


class _Reader:
    """Reads one chain from left to right; `paths` are lists of (level, value)."""

    __slots__ = ("last", "mixed", "paths", "plain", "text")

    def __init__(self, plain: bytes, text: str) -> None:
        self.plain = plain
        self.text = text
        self.paths: list[list[tuple[str, str]]] = []
        self.last = ""
        #: Whether one item of the list is the explanation of a place.
        self.mixed = False

    def put(self, level: str, value: str, joined: bool) -> bool:
        """Add an element: a deeper one completes the last path, one after a connector begins another."""
        depth = _DEPTH[level]
        if not self.paths:
            self.paths.append([(level, value)])
        else:
            current = self.paths[-1]
            kept = [part for part in current if _DEPTH[part[0]] < depth]
            if joined:  # also below a level that as a rule stands deeper: ``Pasal 477 ke-1 huruf e, f``
                levels = [part[0] for part in current]
                kept = current[: levels.index(level)] if level in levels else kept
            if self.mixed and joined and level == "pasal" and kept == current[:1] and current[1:]:
                kept = []
            nested = not joined and level == "huruf" and self.last == "angka"
            if nested:
                current.append((level, value))
            elif len(kept) == len(current):
                if joined and level == "pasal":
                    return False
                current.append((level, value))
            elif joined:
                self.paths.append([*kept, (level, value)])
            else:
                return False
        self.last = level
        return True

    def explain(self) -> None:
        """Begin a path of the explanation within a list of places of the text itself."""
        self.paths.append([("penjelasan", "")])
        self.mixed = True

    def goes_on_within(self, pasal: str) -> bool:
        """Whether a pasal is the one whose ayat came last."""
        return self.last == "ayat" and ("pasal", pasal) in self.paths[-1]

    def through(self, level: str, value: str) -> None:
        """Extend the last path to a range that ends at `value`."""
        current = self.paths[-1]
        first = next((part[1] for part in current if part[0] == level), None)
        kept = [part for part in current if _DEPTH[part[0]] < _DEPTH[level]]
        for step in expanded(first, value) if first else [value]:
            self.paths.append([*kept, (level, step)])
        self.last = level

    def element(self, match: re.Match[bytes]) -> tuple[str, str, int] | None:
        """Return (level, value, end) of a matched element; None if it is no number after all."""
        level = match.lastgroup or ""
        raw = match[level]
        end = match.end()
        if level == "ordinal":
            return "ayat", _ORDINAL.get(raw) or _ORDINAL[b"ke" + raw], end
        if level == "roman":
            return "ayat", _ROMAN[raw], end
        if level == "ayat" and match["open"] and raw[1:2] in (b"1", b"l") and plain_end(self.plain, end):
            raw = raw[:1]  # a bracket read as a figure: ``ayat (21, ayat (3)``
        if level == "lost" and self.text[end + 1 : end + 2] in _CAPITAL_BEHIND:
            return None
        if level == "pasal":
            value, end = self.article(raw, match.start(level), end)
            return ("pasal", value, end) if value else None
        if level in ("ayat", "paren", "angka", "lost", "ke"):
            raw = raw.replace(b"i", b"1")
        if raw == b"1" and level == "huruf":
            raw = b"l"
        value = raw.decode("ascii", "replace") if level in ("huruf", "sub") else digits(raw).lstrip("0")
        return (_LEVEL.get(level, level), value, end) if value else None

    def article(self, raw: bytes, start: int, end: int) -> tuple[str, int]:
        """Read a pasal's number: a letter split off by a space counts only as a capital."""
        if not _HAS_DIGIT(raw):
            original = self.text[start : start + len(raw)]
            if original.isupper():
                return raw.decode("ascii"), end
            return ("1", start + 1) if raw == b"l" else ("", end)
        parts = raw.split()
        number = parts[0]
        if len(parts) == 2:
            letter = parts[1]
            if letter.isdigit():  # figures that scanning parted: ``Pasal 11 4 ayat (1)``; without signs, an ayat
                raised = self.text[start + len(number)] == "\u200a"
                small = not self.plain.startswith(b"ayat", end + 1) and self.text[start - 2 : end + 4].islower()
                lost = letter != b"0" and (raised or small)
                return (digits(number), start + len(number)) if lost else (digits(number + letter), end)
            capital = self.text[end - len(letter) : end].isupper() and letter not in _CAPITALS
            if capital or (len(letter) == 1 and letter not in b"sl" and _AFTER_LETTER(self.plain, end)):
                return _article_number(number) + letter.decode("ascii"), end
            end = start + len(number)
        return _article_number(number), end


def _article_number(raw: bytes) -> str:
    """Return a pasal's number with the letters scanning puts for digits mended; its own letter stays (``28I``)."""
    head = _FIGURES(raw)
    size = head.end() if head else 0
    return (
        (digits(raw[:size]) + raw[size:].decode("ascii", "replace")).lstrip("0")
        if size
        else raw.decode("ascii", "replace")
    )


#: How the word behind an ayat without its word begins only where a figure of the pasal was parted: ``Pasal 47 6 UU``.
_CAPITAL_BEHIND = frozenset("UJ")
#: What follows a small letter that belongs to the pasal before it (``pasal 178 b, UU …``; but ``Pasal 7 a quo``).
_AFTER_LETTER = pattern(
    rb"[,;)]|\.(?![a-z])|\s{1,3}(?:ayat|huruf|uu|undang|kuha?p[a-z]{0,7}|kitab|jo|juncto|(?:dan|atau|serta)\s{1,3}pasal)\b"
).match
_FIGURES = pattern(rb"(?:i(?=[0-9]))?[0-9lo]*").match
_HAS_DIGIT = pattern(rb"[a-z]?[0-9]").match
#: Two letters after a number that are a word of capitals (``PASAL 7 UU``), not a pasal's.
_CAPITALS = frozenset((b"uu", b"pp", b"ri", b"jo", b"di", b"ke", b"rp", b"kg", b"km", b"mk", b"ma", b"bw"))
_LEVEL = {"paren": "ayat", "lost": "ayat", "ke": "angka", "boxed": "pasal", "sub": "huruf", "roman": "ayat"}
_ROMAN = {b"i": "1", b"ii": "2", b"iii": "3", b"iv": "4", b"v": "5", b"vi": "6", b"vii": "7", b"viii": "8", b"ix": "9"}


def plain_end(plain: bytes, end: int) -> bool:
    """Whether a place's number ends with no bracket behind it."""
    return plain[end - 1 : end] not in (b")", b"]")


def expanded(first: str, last: str) -> list[str]:
    """Return what follows `first` up to `last`: ``("1", "3")`` is 2, 3; ``("178a", "178c")`` is b, c."""
    head, tail = _number(first), _number(last)
    if head is None or tail is None:
        if len(first) == len(last) == 1 and first < last:
            return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
        return [last]
    if head[0] == tail[0] and len(head[1]) <= 1 and len(tail[1]) == 1:
        begin = ord(head[1]) + 1 if head[1] else ord("a")
        return [f"{head[0]}{chr(code)}" for code in range(begin, ord(tail[1]) + 1)] or [last]
    if head[0] < tail[0] <= head[0] + _LONGEST_RANGE and not tail[1]:
        return [str(number) for number in range(head[0] + 1, tail[0] + 1)]
    return [last]


def _number(value: str) -> tuple[int, str] | None:
    match = re.fullmatch(r"([0-9]+)([a-z]*)", value)
    return (int(match[1]), match[2]) if match else None


#: What may follow a chain that is read at once: no sign, word or element that a list goes on with.
_ENDS = (
    rb"(?=\.(?:\s|\Z)|\Z|[,;]?\s{1,3}(?:(?:uu|di)(?![a-z0-9])"
    rb"|(?!pas|ps|po|penj|aya|yat|huru|hrf|angk|butir|sub|dan|atau|serta|maupun|j[io]|ju|unc|sam|hingga|sd|paragraf|ketentuan)[a-z]{3}))"
)
#: The commonest chains: ``Pasal 7 ayat (2) huruf g Undang-Undang``. What is written in any other way is left to the
#: reader, which gives the same for these.
_SIMPLE = pattern(
    rb"pasal\s{1,3}(?P<pasal>[1-9][0-9]{0,2}+[a-kmnp-z]?+)"
    rb"(?:\s{1,3}ayat\s{1,3}(?P<open>\()?(?P<ayat>[1-9][0-9]?+)(?(open)\)))?+"
    rb"(?:\s{1,3}huruf\s{1,3}(?P<huruf>[a-z]))?+(?:\s{1,3}angka\s{1,3}(?P<angka>[1-9][0-9]?+))?+" + _ENDS
)


#: A chain in the middle of a sentence: it can neither head an article nor stand alone on its line.
_RUNS_ON = pattern(rb" (?!cukup|yang\s)(?:[a-z]{3}|[a-z]{2} (?!cukup|yang\s|ayat|huruf|angka)[a-z0-9])")


def runs_on(plain: bytes, chain: Chain) -> bool:
    """Whether a chain that `simple_chain` read stands on one line, in the middle of a sentence."""
    return _RUNS_ON.match(plain, chain.end) is not None and plain.find(b"\n", chain.start, chain.end) < 0


def simple_chain(plain: bytes, start: int) -> Chain | None:
    """Read the chain that begins at `start` if it is one of the commonest, behind which no list goes on."""
    match = _SIMPLE.match(plain, start)
    if not match:
        return None
    pasal, ayat, huruf, angka = match.group("pasal", "ayat", "huruf", "angka")
    path = f"pasal-{pasal.decode()}"
    if ayat:
        path += f"/ayat-{ayat.decode()}"
    if huruf:
        path += f"/huruf-{huruf.decode()}"
    if angka:
        path += f"/angka-{angka.decode()}"
    return Chain(start, match.end(), [path])


def chain_at(plain: bytes, text: str, start: int) -> Chain | None:
    """Read the chain that begins at `start` (at ``Pasal``, ``Penjelasan``, ``Lampiran``, ``Bab`` or ``ayat``)."""
    return simple_chain(plain, start) or _read(plain, text, start)


def _read(plain: bytes, text: str, start: int) -> Chain | None:
    """Read a chain element by element."""
    reader = _Reader(plain, text)
    at = end = start
    while match := _HEAD.match(plain, at):
        level = "bab" if match["bab"] else (match.lastgroup or "")
        reader.put(*_head_value(match), joined=False)
        end = match.end()
        at = _NEST.match(plain, end).end()  # type: ignore[union-attr]
        if level == "bab" and reader.paths and plain[at : at + 1] == b"":
            break
    end, whole = _elements(reader, plain, at, end, start)
    if not reader.paths or end == start:
        return None
    return Chain(start, end, _unique(reader.paths), whole)


def _head_value(match: re.Match[bytes]) -> tuple[str, str]:
    if match["penjelasan"]:
        return "penjelasan", "umum" if match["umum"] else ""
    if match["lampiran"]:
        return "lampiran", (match["annex"] or b"").decode("ascii")
    if match["bab"]:
        return "bab", match["chapter"].decode("ascii")
    raw = match["bagian"]
    return "bagian", _ORDINAL.get(raw, raw.decode("ascii"))


#: Elements that may follow each other with no sign between them.
_UNJOINED = ("lost", "ke", "ayat", "huruf")


def _elements(reader: _Reader, plain: bytes, at: int, end: int, start: int) -> tuple[int, bool]:
    """Read elements and connectors from `at`; return the end of the last element and whether a pasal was named."""
    joined = ranged = marked = whole = False
    limit = start + _LONGEST_CHAIN
    while at < limit:
        match = _ELEMENT.match(plain, at)
        found = reader.element(match) if match else None
        if found is None and joined and (explained := _EXPLAINED.match(plain, at)):
            reader.explain()
            at, joined = explained.end(), False
            continue
        if found is None and reader.last == "ayat" and (letter := _LETTER.match(plain, at)):
            found = ("huruf", letter["letter"].decode("ascii"), letter.end("letter"))
        if found is None and (joined or ranged):
            found = _bare(reader, plain, at, ranged, plain[end:at].strip(b" ,.\n").startswith(_JO))
        if found is None:
            break
        level, value, stop = found
        if match and match.lastgroup in _UNJOINED and reader.last == level and _later(reader, level, value):
            joined = True  # the commas of a list were lost: ``ayat 1 2``, ``ke 3 ke 4``, ``ayat (4) ayat (5)``
        if plain[stop : stop + 1] == b")":
            opened = plain.count(b"(", start, stop) > plain.count(b")", start, stop)
            if opened or marked or _MARKED.match(plain, stop):
                stop += 1  # the end of a list in brackets, or the sign of an item: ``ayat (1, 2)``, ``huruf a), b)``
                marked = not opened
            elif level == "angka" and _ENUMERATED.match(plain, stop) and not _within_brackets(plain, start):
                stop += 1  # ``huruf b angka 2), Pasal 77``
        if ranged and level == "pasal" and reader.goes_on_within(value) and _OWN_AYAT.match(plain, stop):
            at = _NEST.match(plain, stop).end()  # type: ignore[union-attr]
            continue  # ``ayat (7) sampai dengan Pasal 201 ayat (9)``
        if ranged and reader.paths:
            reader.through(level, value)
        elif not reader.put(level, value, joined):
            break
        whole = whole or level == "pasal"
        spelled = _SPELLED.match(plain, stop) if b"(" in plain[stop : stop + 3] else None
        end = spelled.end() if spelled else stop
        join = _JOIN.match(plain, end)
        joined = ranged = False
        if join and join["to"] == b"-" and b"\n" in plain[end : join.start("to")]:
            break  # the next item of a list, not a range
        if join and _NEXT_ITEM.match(plain, join.end()) and b"\n" in plain[end : join.end()]:
            break  # the number of the next item: ``Pasal 3;\n4. …``
        if join and join.end() > end and not _ELEMENT.match(plain, _NEST.match(plain, end).end()):  # type: ignore[union-attr]
            ranged = join["to"] is not None
            joined = not ranged
            at = join.end()
        else:
            at = _NEST.match(plain, end).end()  # type: ignore[union-attr]
            joined = b"," in plain[end:at] and _same_level(plain, at, reader.last)
    return end, whole


def _later(reader: _Reader, level: str, value: str) -> bool:
    """Whether a value of the last level goes on from the last, as in a list that lost its commas."""
    before = next((old for name, old in reversed(reader.paths[-1]) if name == level), "") if reader.paths else ""
    if value.isdigit() and before.isdigit():
        return int(value) > int(before)
    return value > before


def _same_level(plain: bytes, at: int, last: str) -> bool:
    """Whether the element at `at` stands on the level of the last or above (``ayat (1), ayat (2)``)."""
    match = _ELEMENT.match(plain, at)
    if not match:
        return False
    level = _LEVEL.get(match.lastgroup or "", match.lastgroup or "")
    return _DEPTH.get("ayat" if level == "ordinal" else level, 9) <= _DEPTH[last]


#: The sign behind an item, if another such item follows: ``huruf a), b), dan c)``.
_MARKED = pattern(
    rb"\)\s{0,3}(?:,|;|dan\b|atau\b|serta\b|sampai\b|s\.d|-)[\s,]{0,3}(?:(?:dan|atau|dengan|huruf)\s{1,3}){0,2}[a-z0-9]\)"
)
#: The sign behind the number of an item, and a place or instrument that goes on from it.
_ENUMERATED = pattern(
    rb"\)(?:\s{0,3},)?\s{0,3}(?:(?:dan|atau|dan/atau|serta|jo\.?|juncto)\s{1,3})?(?:pasal|ayat|huruf|angka|undang|uu\b|peraturan)"
)


def _within_brackets(plain: bytes, start: int) -> bool:
    """Whether a chain stands within brackets that opened before it."""
    before = plain[max(0, start - 160) : start]
    return before.rfind(b"(") > before.rfind(b")")


_NEXT_ITEM = pattern(rb"[0-9]{1,2}[.)]\s")
#: The letter of the next item, not of this list: ``Pasal 224 ayat (1) huruf a; d. naskah``.
_ITEM = pattern(rb";\s{0,3}[a-z]\.\s\Z")


_FRACTION = pattern(rb"\s?/\s?[0-9]")
_PASAL_DIGITS = pattern(r"[0-9]*").match
_YEAR = pattern(rb"\s{0,9}tahun\b")
#: An ayat behind a bare number, which is then that of a pasal: ``Pasal 6 ayat (2), 6A ayat (2)``.
_OWN_AYAT = pattern(rb"\s{1,3}ayat\s{0,3}\(?[0-9]")


#: A letter right behind an ayat in brackets: ``Pasal 8 (3) b, 110``.
_LETTER = pattern(
    rb"(?:(?<=[)] )|(?<=ayat [0-9] )(?=[a-z]\s(?:uu|undang|kuh)))(?P<letter>[a-z])"
    rb"(?=[,;)]|\s(?:dan|jo|juncto|uu|undang|kuha?p)\b)"
)
#: No article has more ayat: a higher number in a list is a pasal's.
_MOST_AYAT = 40


def _of_long_code(reader: _Reader, value: str) -> bool:
    """Whether a number that might be a year goes on a list of pasal as high: ``Pasal 1320, 1337 dan 1338``."""
    before = next((old for level, old in reversed(reader.paths[-1]) if level == "pasal"), "") if reader.paths else ""
    return before.isdigit() and 1000 <= int(before) < int(value)


#: What joins a pasal to another: a bare number behind it is a pasal's (``Pasal 2 ayat (1) jo 18``).
_JO = (b"jo", b"juncto", b"junto", b"junkto", b"jis", b"uncto")


def _bare(reader: _Reader, plain: bytes, at: int, ranged: bool, jo: bool = False) -> tuple[str, str, int] | None:
    """Read a value without its word, on the level of the last one: ``Pasal 5, 6 dan 7``; the end of a range is one."""
    match = _BARE.match(plain, at)
    if not match or not reader.last:
        return None
    last = reader.last
    if match["letter"] is not None:
        if ranged and last == "pasal" and _AFTER_BARE.match(plain, match.end()):
            return "pasal", _PASAL_DIGITS(reader.paths[-1][-1][1])[0] + match["letter"].decode("ascii"), match.end()  # type: ignore[index]
        if last != "huruf" or _ITEM.search(plain, at - 4, match.end() + 2):
            return None
        letter = match["letter"].decode("ascii")
        follows = letter > reader.paths[-1][-1][1] if ranged else _AFTER_BARE.match(plain, match.end())
        return ("huruf", letter, match.end()) if follows else None
    value, end = reader.article(match[0], at, match.end())
    if len(value) > 3 and value.isdigit() and not (ranged or _of_long_code(reader, value)):
        return None
    if last in ("ayat", "huruf", "angka") and value and _OWN_AYAT.match(plain, end):
        return "pasal", value, end
    if last == "huruf" and not jo and not (len(value) > 1 and value.isdigit()):
        return None
    if last == "angka":
        value = value.removesuffix("e")  # ``ke 3e dan 4e``
    last = (
        "pasal" if jo or last == "huruf" or (last == "ayat" and value.isdigit() and int(value) > _MOST_AYAT) else last
    )
    after = _COUNTED if ranged else _AFTER_BARE
    if not value or bool(after.match(plain, end)) == ranged or _FRACTION.match(plain, end):
        return None
    spelled = _SPELLED.match(plain, end) if b"(" in plain[end : end + 2] else None
    if _YEAR.match(plain, end) or (spelled and _COUNTED.match(plain, spelled.end())):
        return None  # ``ayat (2), 1 (satu) kali``
    return last, value, end


def _unique(paths: list[list[tuple[str, str]]]) -> list[str]:
    found: dict[str, None] = {}
    for path in paths:
        found["/".join([f"{level}-{value}" if value else level for level, value in path])] = None
    return list(found)


_INNER_WORD = pattern(rb"(?<![a-z0-9])(?:ayat|huru[fp]|angka)\s{0,5}")
_ONE_AYAT = rb"ayat\s{0,5}\(?[0-9l]{1,2}[a-z]?\)?"
_REVERSED = pattern(
    rb"(?:(?:huru[fp]|angka)\s{0,5}[a-z0-9]{1,2}\s{1,5}(?:pada\s|dalam\s|dari\s)?)?"
    rb"(?:" + _ONE_AYAT + rb"(?:\s{0,5}(?:,|dan|atau|sampai\s+dengan)\s{0,5}(?:ayat\s{0,5})?\(?[0-9l]{1,2}[a-z]?\)?)*"
    rb"(?:\s{1,3}(?:huru[fp])\s{0,5}[a-z])?"
    rb"|(?:huru[fp])\s{0,5}[a-z](?:\s{0,3}(?:,|dan|atau)\s{0,3}(?:huruf\s)?[a-z]\b)*)"
    rb"\s{0,5},?\s{0,5}(?:dari\s{1,5}|dalam\s{1,5}|pada\s{1,5}|di\s{1,5})?(?:ketentuan\s{1,5})?\Z"
)


def chain_before(plain: bytes, text: str, chain: Chain) -> Chain:
    """Take in an ayat or huruf named before its pasal, or a pasal without its word: ``ayat (2) huruf q Pasal 7``."""
    if plain.endswith(_JOINING_ENDS, 0, chain.start):
        match = _UNWORDED.search(plain, max(0, chain.start - 40), chain.start)
        if not match:
            return chain
        return Chain(match.start("pasal"), chain.end, [f"pasal-{match['pasal'].decode()}", *chain.paths], True)
    deep = chain.paths[0].count("/")
    if len(chain.paths) != 1 or deep > 1 or (deep and "/ayat-" not in chain.paths[0]):
        return chain
    before = plain[max(0, chain.start - 90) : chain.start]
    if b"ayat" not in before and b"huru" not in before and b"angka" not in before:
        return chain
    match = None
    for found in _INNER_WORD.finditer(plain, max(0, chain.start - 90), chain.start):
        match = _REVERSED.match(plain, found.start(), chain.start)
        if match:
            break
    if not match:
        return chain
    start = match.start()
    if deep and (b"ayat" in match[0] or b"," in match[0]):
        return chain
    explained = _EXPLAINS.search(plain, max(0, start - 20), start)
    head = "penjelasan/" if explained else ""
    paths = [f"{head}{chain.paths[0]}/{path}" for path in _inner(plain, text, start, chain.start)]
    return Chain(explained.start() if explained else start, chain.end, paths, True) if paths else chain


_EXPLAINS = pattern(rb"(?<![a-z])penjelasan\s{1,4}\Z")
#: A count of a charge whose word was left out: ``Pasal 340 subsider 338 juncto Pasal 55``.
_UNWORDED = pattern(
    rb"(?:subsid[ae]?i?r|subs|primair|primer)\.?\s{1,3}(?P<pasal>[0-9]{1,3}[a-z]?)\s{1,3}(?:juncto|jo\.?)\s{1,3}\Z"
)
_JOINING_ENDS = (b"juncto ", b"jo ", b"jo. ")
_STEP = pattern(rb"[\s,]{0,20}(?:dan|atau|pada|dalam|dari|di|sampai\s+dengan)?\s{0,9}(?:ketentuan\s{0,9})?")


_LETTER_ALONE = pattern(rb"[a-z](?![a-z0-9])")


def _inner(plain: bytes, text: str, start: int, end: int) -> list[str]:
    """Read the places between `start` and `end`, whichever way round ayat and huruf stand."""
    reader = _Reader(plain[:end], text)
    at = start
    order: list[tuple[str, str]] = []
    while at < end:
        match = _ELEMENT.match(plain, at, end)
        found = reader.element(match) if match else None
        if found is None and order and order[-1][0] == "huruf" and (letter := _LETTER_ALONE.match(plain, at, end)):
            found = ("huruf", letter[0].decode("ascii"), letter.end())
        if found is None:
            break
        order.append(found[:2])
        step = _STEP.match(plain, found[2], end)
        at = step.end() if step else found[2]
    upper = [value for level, value in order if level == "ayat"]
    lower = [(level, value) for level, value in order if level != "ayat"]
    if not upper:
        return [f"{level}-{value}" for level, value in lower]
    if not lower:
        return [f"ayat-{value}" for value in upper]
    tail = "/".join([f"{level}-{value}" for level, value in sorted(lower, key=lambda part: _DEPTH[part[0]])])
    return [f"ayat-{value}/{tail}" for value in upper]
