"""Rules on what a text says of elections: the voting day of an event."""

from __future__ import annotations

from electlaw.citations.patterns import pattern
from electlaw.citations.reading import Reading, day_words, finding
from electlaw.findings import Finding, Ground

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.citations.textdates import TextDate
    from electlaw.regions.contests import Event

__all__ = ["RULES"]

_VOTE = rb"(?:pemungutan\s+suara|pencoblosan|coblosan)"
_KIND = (
    rb"(?:pilkada|pemilukada|pilgub|pilbup|pilwalkot|pemilihan\s+(?:kepala\s+daerah|gubernur|bupati|wali\s?kota)"
    rb"|pemilu|pilpres|pileg)"
)
#: Between the word for the vote and its date there may stand only what names or announces it.
_BETWEEN = pattern(
    rb"(?:[\s,(:]+|serentak|nasional|tahun|20[0-9]{2}|akan|yang|di|digelar|dilaksanakan|dijadwalkan|berlangsung|jatuh|ditetapkan|dihelat"
    rb"|diselenggarakan|pada|hari|tanggal|adalah|yakni|yaitu|untuk|indonesia|dan|"
    + _KIND
    + rb"|gubernur|bupati|wali|kota|walikota"
    rb"|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)*\Z"
)
_SPEECH = pattern(_VOTE + rb"(?P<rest>[^.;\n]{0,110})\Z")
_OTHER_VOTE = pattern(
    rb"\b(?:ulang|susulan|lanjutan|psu|putaran|luar\s+negeri|simulasi|semula|awalnya|ditunda|sebelum|usai|setelah|pasca|rapat|jelang"
    rb"|menjelang|desa|ketua|osis|hitung)\b"
)
_LOCAL = pattern(rb"\b(?:pilkada|pemilukada|pilgub|pilbup|pilwalkot|kepala\s+daerah|gubernur|bupati|wali\s?kota)\b")
_GENERAL = pattern(rb"\b(?:pemilu|pilpres|pileg|pemilihan\s+umum)\b")
_YEAR = pattern(rb"\b20[0-9]{2}\b")


#: The election itself as what takes place, at the head of a clause: ``Pilkada Serentak 2024 akan digelar pada``.
_OFFICES = rb"(?:gubernur|bupati|wali\s?kota)"
_CLAUSE = (
    rb"(?:\A|[,;:\"(]|\b(?:bahwa|karena|sebab|adapun|sementara|sedangkan|diketahui|dan|jika|apabila|kalau|hari))\s*"
)
_TAKES_PLACE = pattern(
    _CLAUSE
    + _KIND
    + rb"(?:\s+(?:serentak|nasional|langsung|indonesia|tahun|20[0-9]{2}|"
    + _OFFICES
    + rb"(?:\s*(?:,|dan)\s*"
    + _OFFICES
    + rb")*))*\s+(?:(?:yang|ini|itu|akan|sudah|telah|resmi|kembali|bakal)\s+)*"
    rb"(?:digelar|dihelat|dilaksanakan|diselenggarakan|dilangsungkan|diadakan|berlangsung|jatuh)"
    rb"(?:\s+(?:secara\s+)?serentak)?(?:\s+(?:di\s+(?:seluruh\s+)?indonesia|pada|hari|tanggal))*[\s,(]*\Z"
)
#: The election of a region as what takes place: ``Pemilihan gubernur Sulawesi Tenggara akan dilaksanakan tanggal``.
_IN_A_REGION = pattern(
    _CLAUSE + _KIND + rb"(?:\s+(?:serentak|langsung|tahun|20[0-9]{2}))*\s+(?:di\s+)?(?P<place>[a-z][a-z \-]{2,40}?)"
    rb"(?:\s+(?:tahun|20[0-9]{2}|akan|bakal|resmi))*"
    rb"\s+(?:digelar|dihelat|dilaksanakan|diselenggarakan|dilangsungkan|diadakan|berlangsung)"
    rb"(?:\s+(?:serentak|pada|hari|tanggal))*[\s,(]*\Z"
)
#: Voters vote: ``memilih gubernur pada``, ``datang ke TPS pada``.
_GOES_TO_VOTE = pattern(
    rb"\b(?:(?:datang|hadir|mendatangi|berbondong-bondong)\s+(?:ke\s+)?(?:tps|tempat\s+pemungutan\s+suara)|mencoblos|memilih\s+"
    + _OFFICES
    + rb"(?:\s*(?:,|dan|serta)\s*(?:wakil\s+)?"
    + _OFFICES
    + rb")*|menggunakan\s+hak\s+pilih(?:nya)?)(?:\s+(?:akan|serentak|secara|langsung|pada|hari|tanggal))*[\s,(]*\Z"
)
#: The election named by its day: ``menjelang Pilkada 27 November 2024``.
_NAMED_BY_DAY = pattern(
    rb"\b(?:jelang|menjelang|menghadapi|menyambut|menyukseskan|mencoblos\s+(?:pada|di|dalam)|hari\s+h)\s+"
    + _KIND
    + rb"(?:\s+(?:serentak|nasional|pada|hari|tanggal))*\s+\Z"
)
#: The day before what it is: ``27 November 2024 sebagai hari pemungutan suara Pilkada``.
_AS_THE_DAY = pattern(
    rb"\)?\s{1,3}(?:ditetapkan\s{1,3})?(?:sebagai|merupakan|adalah)\s{1,3}(?:hari|tanggal)(?:\s{1,3}h)?\s{1,3}"
    + _VOTE
    + rb"(?P<rest>[^.;\n]{0,60})"
)


_OF_A_VOTE = pattern(rb"p(?:il|em)|milih|coblos|tps")


def _voting_days(reading: Reading) -> Iterator[Finding]:
    """E114: a voting day of an election other than the one set (or outside the month set)."""
    for item in reading.dates if reading.on_elections() else ():
        if not item.day:
            continue
        start = item.named[0] if item.named else item.start
        sentence = reading.before(start, 220)
        if not _OF_A_VOTE.search(sentence) and not _OF_A_VOTE.search(reading.plain, item.end, item.end + 60):
            continue
        named = _NAMED_BY_DAY.search(sentence)
        if _OTHER_VOTE.search(sentence, 0, named.start() if named else len(sentence)):
            continue
        speech = _SPEECH.search(sentence)
        said = sentence if speech and _BETWEEN.match(speech["rest"]) else b""
        if not said and (named or _TAKES_PLACE.search(sentence)):
            said = sentence
        if not said and _GOES_TO_VOTE.search(sentence):
            rest = reading.after(item.end, 80)
            said = b"" if _OTHER_VOTE.search(rest) else sentence + b" " + rest
        if not said:
            after = _AS_THE_DAY.match(reading.plain, item.end)
            said = sentence + b" " + after["rest"] if after and not _OTHER_VOTE.search(after["rest"]) else b""
        region = None if said else _IN_A_REGION.search(sentence)
        if region and _is_region(region["place"].decode("ascii", "replace")):
            said = sentence
        event = _event(said, item) if said else None
        if event is not None and not any(item.day == str(setting.day) for setting in event.settings if setting.region):
            yield from _judged(reading, item, event)


def _is_region(name: str) -> bool:
    """Whether words are the name of a region, of one or of several."""
    from electlaw.errors import Ambiguous, NotFound
    from electlaw.regions import region

    try:
        region(name)
    except Ambiguous:
        return True
    except NotFound:
        return False
    return True


def _event(sentence: bytes, item: TextDate) -> Event | None:
    """Return the election a sentence speaks of: its kind by name, its year by number or by the date."""
    local, general = bool(_LOCAL.search(sentence)), bool(_GENERAL.search(sentence))
    if local == general:
        return None
    years = _YEAR.findall(sentence)
    year = years[-1].decode() if years else item.day[:4]
    if year != item.day[:4]:
        return None
    from electlaw.regions import events

    return next((event for event in events() if event.id == f"{'pilkada' if local else 'pemilu'}-{year}"), None)


def _judged(reading: Reading, item: TextDate, event: Event) -> Iterator[Finding]:
    settings = [setting for setting in event.settings if not setting.region and setting.day.known]
    if reading.on is not None:
        day = event.voting_day(reading.on)
        if not day.known or day.earliest <= item.day <= day.latest:
            return
    elif any(setting.day.earliest <= item.day <= setting.day.latest for setting in settings) or not settings:
        return
    else:
        day = event.voting_day()
        if not day.known:
            return
    by = next((setting for setting in reversed(settings) if setting.day == day), settings[-1] if settings else None)
    right = day_words(day.latest) if day.exact else str(day)
    yield finding(
        "E114", (item.start, item.end),
        f"the voting day of {event.name('en')} is {day}", f"hari pemungutan suara {event.name('id')} adalah {right}",
        {"event": event.id, "day": str(day)}, *([Ground(by.by, by.verified)] if by and by.by else []),
        corrected=right if day.exact else None,
    )  # fmt: skip


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_voting_days,)
