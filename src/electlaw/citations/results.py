"""Rules on rulings on results of an election: whose election it was, by the docket, and by the revote it ordered."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from electlaw.citations.patterns import pattern
from electlaw.citations.reading import Reading, finding, firm, ground, instrument_of
from electlaw.citations.regions_in import region_names_in
from electlaw.findings import Ground
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from electlaw.citations.citation import Citation
    from electlaw.corpus import Corpus
    from electlaw.findings import Finding

__all__ = ["RULES"]

#: The docket of a case on results names the office: ``PHPU.BUP``, ``PHP.KOT``.
_SERIES = pattern(rb"phpu?\.?\s?(?P<office>gub|bup|wako|kot|wal)")
_OF_SERIES = {b"gub": "governor", b"bup": "regent", b"wako": "mayor", b"kot": "mayor", b"wal": "mayor"}
#: Behind a ruling, the election whose result it was on.
_ON_RESULT = pattern(
    rb"[\s,]{1,3}(?:yang\s{1,3})?(?:tentang|mengenai|soal|terkait|atas)\s{1,3}(?:(?:sengketa|perselisihan)\s{1,3})?hasil\s{1,3}"
    rb"(?:(?P<governor>pilgub|pemilihan\s{1,3}gubernur)|(?P<regent>pilbup|pemilihan\s{1,3}bupati)"
    rb"|(?P<mayor>pilwal\w*|pilwako|pemilihan\s{1,3}wali\s?kota)|pilkada|pemilihan(?:\s{1,3}kepala\s{1,3}daerah)?)"
    rb"(?:\s{1,3}(?:serentak|20[0-9]{2}|di)){0,2}(?:\s{1,3}(?:(?P<province>provinsi)|(?P<regency>kabupaten)|(?P<city>kota))\b)?"
)
_OF_KIND = {"province": "governor", "regency": "regent", "city": "mayor"}
_OFFICES = {
    "governor": ("a governor", "gubernur"), "regent": ("a regent", "bupati"), "mayor": ("a mayor", "wali kota"),
}  # fmt: skip


def _offices(reading: Reading) -> Iterator[Finding]:
    """E119: a docket of one office said to be on the election of another."""
    for citation, said in _on_results(reading):
        series = _SERIES.search(reading.plain, citation.start, citation.end)
        named = next((name for name in ("governor", "regent", "mayor") if said[name]), "")
        named = named or next((office for kind, office in _OF_KIND.items() if said[kind]), "")
        if not series or not named or _OF_SERIES[series["office"]] == named:
            continue
        right = _OFFICES[_OF_SERIES[series["office"]]]
        written = reading.text[citation.start : citation.end]
        yield finding(
            "E119", series.span("office"),
            f"{written!r} is on the election of {right[0]}, as its docket shows",
            f"“{written}” mengenai pemilihan {right[1]}, menurut kode perkaranya",
            {"office": _OF_SERIES[series["office"]]}, Ground("putusan-mk", "calendar"),
        )  # fmt: skip


def _regions(reading: Reading) -> Iterator[Finding]:
    """E119: a ruling said to be on the result of another region than the one it ordered a revote in."""
    for citation, said in _on_results(reading):
        ruling = instrument_of(reading, citation)
        right = _revotes(reading.corpus).get(ruling.id) if ruling and firm(ruling, "known") else None
        at = said.end()
        near = reading.plain[max(0, at - 12) : at + 60]
        found = next((item for item in region_names_in(near) if item[0] < 20), None) if right else None
        if ruling is None or right is None or found is None or right in {region.code for region in found[2]}:
            continue
        start = max(0, at - 12)
        name = _name(right)
        yield finding(
            "E119", (start + found[0], start + found[1]),
            f"{cite(ruling.id)} is on the result in {name}", f"{cite(ruling.id)} mengenai hasil di {name}",
            {"ruling": ruling.id, "region": right}, ground(ruling), corrected=name,
        )  # fmt: skip


def _on_results(reading: Reading) -> Iterator[tuple[Citation, re.Match[bytes]]]:
    """Yield the rulings said to be on the result of an election, with what is said."""
    for citation in reading.citations:
        said = _ON_RESULT.match(reading.plain, citation.end) if citation.type == "putusan-mk" else None
        if said:
            yield citation, said


def _name(code: str) -> str:
    from electlaw.regions import region

    return region(code).name


_known: WeakKeyDictionary[Corpus, dict[str, str]] = WeakKeyDictionary()


def _revotes(corpus: Corpus) -> dict[str, str]:
    """Return the region each ruling ordered a revote in; rulings on several are left out."""
    if corpus not in _known:
        found: dict[str, set[str]] = {}
        for row in corpus.all("event-dates"):
            if row["by"].startswith("mk-") and row["verified"] != "recall":
                found.setdefault(row["by"], set()).add(row["code"])
        _known[corpus] = {ruling: next(iter(codes)) for ruling, codes in found.items() if len(codes) == 1}
    return _known[corpus]


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_offices, _regions)
