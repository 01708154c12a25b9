"""Rules on what a text says of a ruling: whose it is, what it tested, how it ended, the numbers it set.

They judge only a statement tied to the ruling by its grammar, against a ruling whose effects the log knows; what a
sentence says of the law before, of a bill or of a petition is left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from weakref import WeakKeyDictionary

import attrs

from electlaw.acts import Text
from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.quantities import QUANTITY, quantity_of, sized
from electlaw.citations.reading import Reading, finding, firm, ground, instrument_of
from electlaw.findings import Finding, Ground
from electlaw.refs import cite, cite_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument
    from electlaw.citations.quantities import Quantity
    from electlaw.corpus import Corpus

__all__ = ["RULES"]

# -- whose ruling it is ---------------------------------------------------------------------------------

_SERIES = pattern(rb"[0-9]\s?/?\s?(?:(?P<mk>(?:puu|phpu|php|skln)\b)|p?\s?/?\s?(?P<ma>hum)\b)")
_COURT = rb"(?:(?P<mk>mk|mahkamah\s{1,3}konstitusi)|(?P<ma>ma|mahkamah\s{1,3}agung))(?:\s?\((?:mk|ma)\))?"
_HEAD_COURT = pattern(rb"putusan\s{1,3}" + _COURT + rb"(?![a-z])")
_COURT_BEFORE = pattern(rb"\b" + _COURT + rb"\s{1,3}(?:ri\s{1,3})?(?:melalui|lewat|dalam|dengan)\s{1,3}\Z")
_NAMES = {
    "mk": Text("the Constitutional Court", "Mahkamah Konstitusi"),
    "ma": Text("the Supreme Court", "Mahkamah Agung"),
}


def _courts(reading: Reading) -> Iterator[Finding]:
    """E119: a ruling said to be of the court that did not give it: its series tells whose it is."""
    for citation in reading.citations:
        if not citation.type.startswith("putusan") or citation.named is None:
            continue
        series = _SERIES.search(reading.plain, citation.start, citation.end)
        if not series:
            continue
        right = series.lastgroup or ""
        start = citation.named[0]
        said = _HEAD_COURT.match(reading.plain, start) or _COURT_BEFORE.search(reading.plain, max(0, start - 48), start)
        if not said or said[right] is not None:
            continue
        wrong = "ma" if right == "mk" else "mk"
        name = _NAMES[right]
        written = reading.text[slice(*said.span(wrong))]
        yield finding(
            "E119", said.span(wrong),
            f"{reading.text[start : citation.end]!r} is of {name.en}, as its series shows",
            f"“{reading.text[start : citation.end]}” adalah putusan {name.id}, menurut kode perkaranya",
            {"court": right}, Ground("putusan-" + right, "calendar"),
            corrected=right.upper() if len(written) <= 2 else name.id,
        )  # fmt: skip


# -- what it tested -------------------------------------------------------------------------------------

_TESTS = pattern(
    rb"[\s,]{1,3}(?:yang\s{1,3})?(?:(?:telah|sudah|juga)\s{1,3})?"
    rb"(?:menguji|membatalkan|mencabut|menghapus|memaknai|menafsirkan|mengubah)\s{1,3}"
    rb"(?:(?:makna|bunyi|norma|isi|ketentuan|konstitusionalitas)\s{1,3}){0,2}\Z"
)


def _tested(reading: Reading) -> Iterator[Finding]:
    """E119: a ruling said to have tested, voided or construed a pasal it did not deal with."""
    for citation, place in pairwise(reading.citations):
        if not citation.type.startswith("putusan") or not place.places or place.start - citation.end > 60:
            continue
        if not _TESTS.match(reading.plain, citation.end, place.start) or _several(reading, citation):
            continue
        ruling = instrument_of(reading, citation)
        dealt = _dealt_with(reading.corpus, ruling) if ruling else None
        if not ruling or not dealt:
            continue
        text, _, path = place.places[0].partition("/")
        pasal = path.removeprefix("penjelasan/").partition("/")[0]
        if text not in dealt or pasal in dealt[text]:
            continue
        pasals = ", ".join(cite_place(item) for item in dealt[text])
        yield finding(
            "E119", (place.start, place.end),
            f"{cite(ruling.id)} dealt with {pasals}, not {cite_place(pasal)}",
            f"{cite(ruling.id)} mengenai {pasals}, bukan {cite_place(pasal)}",
            {"ruling": ruling.id, "places": [f"{text}/{item}" for item in dealt[text]]}, ground(ruling),
        )  # fmt: skip


#: A ruling said to have laid something down, with the pasal it is said to stand in behind it in the same clause.
_LAYS_DOWN = pattern(
    rb"[\s,]{1,3}(?:yang\s{1,3})?(?:(?:telah|sudah|juga)\s{1,3})?(?:menegaskan|mengatur|memutuskan|menetapkan|memperjelas)\s{1,3}"
    rb"(?!sebagaimana|sesuai)[^.;:,0-9]{0,80}\Z"
)
_ON_OTHER = pattern(
    rb"\b(?:sebagaimana|sesuai|berdasarkan|bertentangan|tidak|bukan|mengacu|merujuk|selain|seperti|padahal|sementara)\b"
)


def _laid_down(reading: Reading) -> Iterator[Finding]:
    """E119: a ruling said to have settled what a pasal holds that it did not deal with, while another ruling did."""
    for citation, place in pairwise(reading.citations):
        if not citation.type.startswith("putusan") or not place.places or not 0 < place.start - citation.end < 100:
            continue
        said = _LAYS_DOWN.match(reading.plain, citation.end, place.start)
        if not said or _ON_OTHER.search(said[0]) or _several(reading, citation):
            continue
        ruling = instrument_of(reading, citation)
        dealt = _dealt_with(reading.corpus, ruling) if ruling else None
        text, _, path = place.places[0].partition("/")
        pasal = path.removeprefix("penjelasan/").partition("/")[0]
        if not ruling or not dealt or text not in dealt or pasal in dealt[text]:
            continue
        others = _rulings_on(reading.corpus, f"{text}/{pasal}", reading.on or "9999")
        if not others:
            continue
        mine = ", ".join(cite_place(item) for item in dealt[text])
        names = ", ".join(cite(other) for other in others[-3:])
        yield finding(
            "E119", (place.start, place.end),
            f"{cite(ruling.id)} dealt with {mine}, not {cite_place(pasal)}; on that: {names}",
            f"{cite(ruling.id)} mengenai {mine}, bukan {cite_place(pasal)}; tentang itu: {names}",
            {"ruling": ruling.id, "places": [f"{text}/{item}" for item in dealt[text]], "others": others},
            ground(ruling),
        )  # fmt: skip


_rulings: WeakKeyDictionary[Corpus, dict[str, list[Instrument]]] = WeakKeyDictionary()


def _rulings_on(corpus: Corpus, pasal: str, on: str) -> list[str]:
    """Return the rulings known by a day that dealt with a pasal, the oldest first."""
    if corpus not in _rulings:
        found = _rulings[corpus] = {}
        for row in corpus.all("rulings"):
            ruling = corpus.instrument(row["ruling"])
            dealt = _dealt_with(corpus, ruling) if ruling else None
            for text, pasals in (dealt or {}).items():
                for one in pasals:
                    found.setdefault(f"{text}/{one}", []).extend([ruling] if ruling else ())
    known = [ruling for ruling in _rulings[corpus].get(pasal, ()) if ruling.known.latest <= on]
    return [ruling.id for ruling in sorted(known, key=lambda ruling: ruling.known.latest)]


_CHANGED = pattern(
    rb"[\s,]{1,3}(?:yang\s{1,3})?(?:(?:telah|sudah|juga)\s{1,3})?(?:menurunkan|mengubah|memangkas|menghapus|membolehkan"
    rb"|memperbolehkan|mengizinkan|membuka|tentang|mengenai|soal|terkait|(?:menegaskan|menyatakan|menetapkan|memutuskan|mengatur)"
    rb"(?:\s{1,3}bahwa)?)\s{1,3}(?:(?:perubahan|penghapusan|larangan)\s{1,3})?"
)
_OF_OTHERS = pattern(
    rb"\s{1,3}(?:(?:pencalonan|calon|minimal)\s{1,3}){0,2}(?:presiden|capres|cawapres|wapres|parlemen|anggota|legislatif|caleg|hakim|notaris"
    rb"|pimpinan|dan\s{1,3}(?:batas|syarat|ambang))"
)
#: Who a subject may be of besides the heads of regions, where the text does not say so itself.
_OF_HEADS = pattern(rb"\b(?:kepala\s{1,3}daerah|gubernur|bupati|pilkada|tunggal|petahana)\b")


def _subjects(reading: Reading) -> Iterator[Finding]:
    """E119: a ruling said to have changed, or to be on, what stands in a pasal it did not deal with."""
    for citation in reading.citations:
        lead = _CHANGED.match(reading.plain, citation.end) if citation.type.startswith("putusan") else None
        for keys, (names, _) in _words(reading.corpus).items() if lead else ():
            match = names.match(reading.plain, lead.end() if lead else 0)
            if not match or _OF_OTHERS.match(reading.plain, match.end()) or _several(reading, citation):
                continue
            ruling = instrument_of(reading, citation)
            dealt = _dealt_with(reading.corpus, ruling) if ruling else None
            if not ruling or not dealt or not _apart(reading, keys, match, dealt):
                continue
            mine = ", ".join(cite_place(pasal) for pasals in dealt.values() for pasal in pasals)
            yield finding(
                "E119", match.span(),
                f"{cite(ruling.id)} dealt with {mine}, not with that", f"{cite(ruling.id)} mengenai {mine}, bukan itu",
                {"ruling": ruling.id, "parameter": keys[0]}, ground(ruling),
            )  # fmt: skip
            break


def _apart(reading: Reading, keys: tuple[str, ...], match: re.Match[bytes], dealt: dict[str, list[str]]) -> bool:
    """Whether a subject surely stands in no pasal a ruling dealt with, in the same text or in the other election's."""
    places = {place for key in keys for act in reading.corpus.settings(key) for place in act.provisions}
    pasals = {
        (text, path.removeprefix("penjelasan/").split("/")[0])
        for text, _, path in (place.partition("/") for place in places)
    }
    if any(text in dealt for text, _ in pasals):
        return not any(pasal in dealt.get(text, ()) for text, pasal in pasals)
    return dealt.keys() <= _PEMILU and _OF_HEADS.search(match[0]) is not None


#: The law of the other election.
_PEMILU = {"uu-7-2017"}


def _several(reading: Reading, citation: Citation) -> bool:
    """Whether the sentence names another ruling before this one, so that what follows may be said of both."""
    begin = citation.start - len(reading.before(citation.start))
    return any(other.type.startswith("putusan") for other in reading.between(begin, citation.start))


_dealt: WeakKeyDictionary[Corpus, dict[str, dict[str, list[str]] | None]] = WeakKeyDictionary()


def _dealt_with(corpus: Corpus, ruling: Instrument) -> dict[str, list[str]] | None:
    """Return the pasals a ruling dealt with, by text; None if the log does not surely know them all."""
    known = _dealt.setdefault(corpus, {})
    if ruling.id not in known:
        known[ruling.id] = _read_dealt_with(corpus, ruling)
    return known[ruling.id]


def _read_dealt_with(corpus: Corpus, ruling: Instrument) -> dict[str, list[str]] | None:
    row = corpus.row("rulings", ruling.id)
    if row is None or row["verified"] == "recall" or "tested" in row["unverified"] or not row["tested"]:
        return None
    places = [*row["tested"].split(","), *(effect.target for effect in corpus.effects(ruling.id))]
    found: dict[str, list[str]] = {}
    for place in places:
        text, _, path = place.strip().partition("/")
        pasal = path.removeprefix("penjelasan/").partition("/")[0]
        if not pasal.startswith("pasal-"):
            return None
        if pasal not in found.setdefault(text, []):
            found[text].append(pasal)
    return found


# -- how it ended ---------------------------------------------------------------------------------------

_ENDED = pattern(
    rb"[\s,]{1,3}(?:yang\s{1,3})?(?:telah\s{1,3})?(?P<verb>mengabulkan|menolak)\s{1,3}"
    rb"(?:(?:seluruh|semua|sebagian)\s{1,3})?(?:permohonan|gugatan|uji\s{1,3}materi|pengujian)\b(?P<rest>[^.;]{0,120})"
)
_IN_PART = pattern(rb"\b(?:selebihnya|sebagian|provisi|eksepsi|kecuali|namun|tetapi|tapi)\b")


def _outcomes(reading: Reading) -> Iterator[Finding]:
    """E120: a ruling said to have granted what it rejected, or the reverse."""
    for citation in reading.citations:
        if not citation.type.startswith("putusan"):
            continue
        said = _ENDED.match(reading.plain, citation.end)
        ruling = instrument_of(reading, citation) if said else None
        row = reading.corpus.row("rulings", ruling.id) if ruling else None
        if not said or not ruling or not row or "outcome" in row["unverified"] or row["verified"] == "recall":
            continue
        granted, rejected = (
            row["outcome"].startswith("granted"),
            row["outcome"].startswith(("rejected", "inadmissible")),
        )
        wrong = rejected if said["verb"] == b"mengabulkan" else granted
        if not wrong or _IN_PART.search(said["rest"]) or _several(reading, citation):
            continue
        did = Text("granted", "mengabulkan") if granted else Text("did not grant", "tidak mengabulkan")
        yield finding(
            "E120", said.span("verb"),
            f"{cite(ruling.id)} {did.en} the petition", f"{cite(ruling.id)} {did.id} permohonan",
            {"ruling": ruling.id, "outcome": row["outcome"]}, Ground(ruling.id, row["verified"]),
        )  # fmt: skip


# -- the numbers it set ---------------------------------------------------------------------------------

_SUBJECT_OF = pattern(
    rb"(?:\A|[,:;\"(]|\b(?:lewat|melalui|dalam|berdasarkan|menurut|sesuai|pasca|sejak|bahwa|karena|kini|adapun|itu|padahal|sebab|sementara|sedangkan|namun|menurutnya))\s*\Z"
)
_SETS = (
    rb"(?:menetapkan|menentukan|menurunkan|mengubah|memangkas|mensyaratkan|mengatur|mematok|memutuskan|menjadikan"
    rb"|menyatakan|mewajibkan|mengharuskan|memberlakukan|menerapkan|memerintahkan|menegaskan(?:\s{1,3}bahwa)?)(?:\s{1,3}bahwa)?"
)
_LEADS = pattern(
    rb"[\s,]{1,3}(?:(?:yang|telah|sudah|itu|mk|mahkamah(?:\s{1,3}konstitusi)?)[\s,]{1,3}){0,3}(?:"
    + _SETS
    + rb"\s{1,3})?"
)
#: Between the subject and its number only these words may stand.
_GAP = (
    rb"(?:\s{1,3}(?:pencalonan|pengusungan|calon|pasangan|kepala|wakil|daerah|gubernur|bupati|wali\s?kota|dan|pilkada|partai|politik|parpol"
    rb"|suara|sah|untuk|bagi|di|jakarta|provinsi|kabupaten|kota|perseorangan|independen|itu|kini|mantan|terpidana|narapidana|pilgub)){0,9}"
    rb"(?:\s{1,3}dari\s{1,3}[0-9]{1,2}(?:[.,][0-9]{1,2})?\s{0,2}(?:persen|%)(?:\s{1,3}(?:kursi|suara)(?:\s{1,3}sah)?)?)?"
    rb"(?:\s{1,3}(?:menjadi|sebesar|minimal|selama|dalam(?:\s{1,3}(?:jangka\s{1,3})?waktu)?|digelar|dilaksanakan|paling\s{1,3}lama|paling\s{1,3}lambat|maksimal|paling\s{1,3}sedikit|paling\s{1,3}rendah|sekurang-kurangnya|cukup|adalah|yakni|yaitu|hanya)){0,3}\s{1,3}"
)
#: What shows that a number is not the one the ruling set: it was changed, or is of seats.
_NOT_SET = pattern(rb"\s{1,3}(?:suara\s{1,3}(?:sah\s{1,3})?)?(?:kursi|menjadi|ke\s{1,3}[0-9])\b")
#: A sentence that is on other law than the ruling makes.
_ELSE = pattern(
    rb"\b(?:dpr|baleg|ruu|revisi|usul\w*|meminta|pemohon|permohonan|presiden|capres|parlemen|semula|sebelum\w*|awalnya|tidak|bukan|tak"
    rb"|andai\w*|jika|seandainya|bertentangan|menganulir|mengabaikan)\b"
)


def _numbers(reading: Reading) -> Iterator[Finding]:
    """E120: a ruling said to have set a threshold or a time other than the log has of it."""
    for citation in reading.citations:
        if not citation.type.startswith("putusan"):
            continue
        lead = _LEADS.match(reading.plain, citation.end)
        for keys, (_, words) in _words(reading.corpus).items() if lead else ():
            match = words.match(reading.plain, lead.end() if lead else 0)
            number = QUANTITY.match(reading.plain, match.end()) if match else None
            item = quantity_of(number) if number and not _NOT_SET.match(reading.plain, number.end()) else None
            if item is None:
                continue
            if _plainly_said(reading, citation):
                yield from _number(reading, citation, keys[0], item)
            break


def _plainly_said(reading: Reading, citation: Citation) -> bool:
    """Whether a ruling is what the sentence is about, and the sentence is not on other law."""
    before = reading.before(citation.start)
    return (
        bool(_SUBJECT_OF.search(before)) and not _ELSE.search(before) and not _ELSE.search(reading.after(citation.end))
    )


def _number(reading: Reading, citation: Citation, key: str, item: Quantity) -> Iterator[Finding]:
    ruling = instrument_of(reading, citation)
    if ruling is None or not firm(ruling, "known") or _several(reading, citation):
        return
    settings = [act for act in reading.corpus.settings(key) if act.by == ruling.id and act.value]
    values = {sized(act.value, act.unit, item.family) for act in settings if act.verified != "recall"}
    if not values or None in values or item.values <= values:
        return
    right = _listed(reading.corpus, [act.value for act in settings], settings[0].unit)
    yield finding(
        "E120", (item.start, item.end),
        f"{cite(ruling.id)} set {right.en}", f"{cite(ruling.id)} menetapkan {right.id}",
        {"ruling": ruling.id, "parameter": key, "values": list(dict.fromkeys(act.value for act in settings))},
        *dict.fromkeys(Ground(place, act.verified) for act in settings for place in act.provisions[:1]), ground(ruling),
    )  # fmt: skip


#: From a subject to the word for what was decided on it: ``usia calon dihitung sejak pelantikan``.
_DECIDED = (
    rb"(?:\s{1,3}(?:kepala|daerah|calon|pasangan|gubernur|bupati|wali\s{1,3}kota|dan|wakil|itu|harus|harus\s{1,3}terpenuhi|tersebut|minimal"
    rb"|terpilih)){0,6}\s{1,3}(?:dihitung|terhitung|ditentukan|dihitungnya|diukur|dipenuhi)\s{1,3}(?:sejak|saat|pada\s{1,3}saat|mulai|ketika"
    rb"|pada)\s{1,3}(?:hari\s{1,3}|tanggal\s{1,3})?(?P<value>"
)


def _decisions(reading: Reading) -> Iterator[Finding]:
    """E120: a ruling said to have decided by one word what it decided by another."""
    for citation in reading.citations:
        lead = _LEADS.match(reading.plain, citation.end) if citation.type.startswith("putusan") else None
        for key, said in _choices(reading.corpus).items() if lead else ():
            match = said.pattern.match(reading.plain, lead.end() if lead else 0)
            ruling = instrument_of(reading, citation) if match else None
            if not match or not ruling or not _plainly_said(reading, citation) or _several(reading, citation):
                continue
            acts = [act for act in reading.corpus.settings(key) if act.by == ruling.id and act.verified != "recall"]
            if not acts or any(act.value == said.values[match["value"]] for act in acts):
                continue
            words = reading.corpus.row("parameter-words", acts[0].value) or {"en": acts[0].value, "id": acts[0].value}
            yield finding(
                "E120", match.span("value"),
                f"{cite(ruling.id)}: {words['en']}", f"{cite(ruling.id)}: {words['id']}",
                {"ruling": ruling.id, "parameter": key, "values": [act.value for act in acts]},
                *(Ground(place, act.verified) for act in acts for place in act.provisions[:1]), ground(ruling),
            )  # fmt: skip


def _listed(corpus: Corpus, values: list[str], unit: str) -> Text:
    row = corpus.row("parameter-words", unit) or {"en": unit, "id": unit}
    found = list(dict.fromkeys(values))
    return Text(f"{', '.join(found)} {row['en']}", f"{'; '.join(found).replace('.', ',')} {row['id']}")


_known_words: WeakKeyDictionary[Corpus, dict[tuple[str, ...], tuple[re.Pattern[bytes], re.Pattern[bytes]]]] = (
    WeakKeyDictionary()
)


def _words(corpus: Corpus) -> dict[tuple[str, ...], tuple[re.Pattern[bytes], re.Pattern[bytes]]]:
    """Return, by parameter, the words texts have for it, and those with what leads from them to a number."""
    if corpus not in _known_words:
        found = {}
        for row in corpus.all("ruling-words"):
            if not row["value"]:
                named = _any_of(row["words"])
                leading = re.compile(rb"(?:(?:adanya|agar|batas|waktu|pelaksanaan)\s{1,3}){0,3}" + named + _GAP)
                found[tuple(row["key"].split("|"))] = re.compile(named), leading
        _known_words[corpus] = found
    return _known_words[corpus]


def _any_of(listed: str) -> bytes:
    names = sorted(listed.split("|"), key=len, reverse=True)
    return rb"(?:" + b"|".join(re.escape(name.encode()) for name in names) + rb")\b"


@attrs.frozen
class _Choice:
    """What is decided by a word: how texts say it, and the value each word stands for."""

    pattern: re.Pattern[bytes]
    values: dict[bytes, str]


_known_choices: WeakKeyDictionary[Corpus, dict[str, _Choice]] = WeakKeyDictionary()


def _choices(corpus: Corpus) -> dict[str, _Choice]:
    """Return, by parameter, how texts say what was decided on it."""
    if corpus not in _known_choices:
        found = _known_choices[corpus] = {}
        rows = list(corpus.all("ruling-words"))
        for key in dict.fromkeys(row["key"] for row in rows if row["value"]):
            names = _any_of("|".join(row["words"] for row in rows if row["key"] == key and not row["value"]))
            values = {
                word.encode(): row["value"]
                for row in rows if row["key"] == key and row["value"] for word in row["words"].split("|")
            }  # fmt: skip
            found[key] = _Choice(re.compile(names + _DECIDED + b"|".join(values) + rb")\b"), values)
    return _known_choices[corpus]


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    _courts, _tested, _laid_down, _subjects, _outcomes, _numbers, _decisions,
)  # fmt: skip
