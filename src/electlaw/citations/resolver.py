"""Joins places to instruments, gives each its identity, and settles words that point back or depend on context."""

from __future__ import annotations

from bisect import bisect_right

from electlaw.citations import register
from electlaw.citations.annexes import annexes, with_annexes
from electlaw.citations.blocks import SHORT, blocks
from electlaw.citations.chains import Chain, chain_at
from electlaw.citations.citation import Citation
from electlaw.citations.colonial import codes_behind
from electlaw.citations.grammar import view
from electlaw.citations.headings import places_in
from electlaw.citations.holding import may_hold, surely_holds
from electlaw.citations.joining import joined_in, points_back
from electlaw.citations.markup import rendered
from electlaw.citations.meant import (
    elder,
    enacted,
    era,
    explained_in,
    fuller,
    kind_of_pmk,
    last_year,
    of_bill,
    only_one,
    only_weekday,
    own_instrument,
)
from electlaw.citations.patterns import pattern
from electlaw.citations.scanner import Mention, mentions
from electlaw.citations.stems import stems_in
from electlaw.citations.textdates import dates_in, own_date, stamped_in
from electlaw.dates import day
from electlaw.refs import own_article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.corpus import Corpus

__all__ = ["Stretch", "find_citations", "find_in", "stream_citations"]


_KINDS = {
    "numbered": "full",
    "ruling": "full",
    "name": "name",
    "given": "name",
    "back": "short",
    "yearless": "short",
    "gazette": "short",
}

#: Codes whose name is their identity: which act holds them depends on the day.
_CODES = frozenset(("kuhp", "kuhpm", "kuhperdata", "kuhd", "hir", "rbg", "khi", "rv", "konstitusi-ris"))

_TITLE = pattern(rb"[^.;]{0,30}?\btentang\b[^;]{0,600}\Z")
_TITLE_END = pattern(
    rb"\.\s|[;:!?]|\n\s*\n|\b(?:jo|juncto|sebagaimana|mengatur|menyatakan|menyebut|menegaskan|bahwa|sesuai|serta)\b"
)
_INSIDE = pattern(
    rb"(?:atas|penetapan|pencabutan|pengesahan|pelaksanaan|berdasarkan|mengubah|dalam|terhadap|ketentuan)\b[^.;]{0,60}\Z|\bdan\s\Z"
)
_AMENDED = pattern(
    rb"(?:telah|sudah)?[^.;]{0,60}(?:diubah|dirubah|berubah|diperbarui|dicabut|diganti)[^.;]{0,60}(?:dengan|oleh|melalui)?[\s,]{0,9}\Z"
)
_LEADING = pattern(rb"[^.;]{0,300}\b(?:sebagaimana|yang)\b")
_JO = pattern(rb"[\s,(]{0,9}(?:jo|juncto|junto|jis?)\b\.?\s{0,9}\Z")


def find_citations(
    text: str, *, on: str | None = None, corpus: Corpus | None = None, markup: bool | str = False
) -> list[Citation]:
    """Find every legal citation in `text`, in reading order.

    `on` is the day popular names are understood for (``UU Pemda``); with none, the day the text gives as its own,
    else what the laws it cites, the years of its rulings or the last year it names tell; else the latest meaning
    holds, but for a law only a few years old of which the text shows no sign.
    With `markup` the text is HTML (``"markdown"``: Markdown): what it shows is read, and offsets remain those of the
    text given.
    Never raises, whatever the text says; `Invalid` for what is no text, an `on` that is no day, unknown marks.

    >>> [c.places for c in find_citations("Pasal 201 ayat (8) UU 10/2016")]
    [('uu-1-2015/pasal-201/ayat-8',)]
    """
    if corpus is None:
        from electlaw.corpus import builtin

        corpus = builtin()
    on = None if on is None else day(on)
    shown = rendered(text, markup)
    if on is None and (stamp := stamped_in(text, markup)):
        on = stamp.day
    return [shown.citation(found) for found in find_in(shown.text, view(shown.text), on, corpus)]


def find_in(text: str, plain: bytes, on: str | None, corpus: Corpus) -> list[Citation]:
    """Find the citations in a text whose view is already made."""
    return Stretch(text, plain, on, corpus).citations()


def stream_citations(
    pieces: Iterable[str], *, on: str | None = None, corpus: Corpus | None = None, block: int = 1 << 20
) -> Iterator[Citation]:
    r"""Find the citations of a long text given in pieces, holding no more than about `block` characters at a time.

    Offsets, and the indexes in `within`, count from the beginning of the whole. The text is cut where a paragraph,
    else a line or a sentence ends; what was named before the cut is remembered behind it.

    >>> [c.start for c in stream_citations(["UU 10/2016.\n\n", "Pasal 7 lain."], block=8)]
    [0, 13]
    """
    if corpus is None:
        from electlaw.corpus import builtin

        corpus = builtin()
    on = None if on is None else day(on)
    before: Stretch | None = None
    offset = count = 0
    for text, whole in blocks(pieces, block):
        shown = rendered(text)
        reader = Stretch(shown.text, view(shown.text), on, corpus, before, whole)
        for found in reader.citations():
            citation = shown.citation(found)
            yield citation if not offset else citation.moved(offset, count)
        offset += len(text)
        count += len(reader.result)
        before = reader


class Stretch:
    """The state of one reading of one text, or of a stretch of one behind the stretch `before`."""

    def __init__(
        self, text: str, plain: bytes, on: str | None, corpus: Corpus, before: Stretch | None = None, whole: bool = True
    ) -> None:
        self.text = text
        self.short = whole and len(plain) < SHORT
        self.on = on
        self.corpus = corpus
        self.plain = plain
        #: Names the text gives to instruments itself, behind their titles.
        self.given: dict[str, str] = dict(before.given) if before else {}
        stems = stems_in(self.plain)
        self.found = mentions(self.plain, text, stems, self.given)
        self.chains = places_in(self.plain, text, stems)
        numbered = list(annexes(self.plain, text))
        if numbered:
            self.chains = with_annexes(self.chains, numbered)
        behind = list(codes_behind(self.plain, text, self.chains)) if self.chains else ()
        if behind:
            self.found = sorted([*self.found, *behind], key=lambda mention: mention.start)
        self.last_of_kind: dict[str, str] = {}
        self.context: list[str] = []
        self.result: list[Citation] = []
        #: The citation that last named places.
        self.last_place: Citation | None = None
        #: Whether the day of the text was looked for, and whether a name was met that might have needed it.
        self.dated = self.asked = False
        #: Instruments that follow a pasal behind the phrase of it in question, by the pasal's offset.
        self.behind: dict[int, Mention] = {}
        self.by_number: dict[tuple[str, str], dict[str, None]] | None = None
        #: Whether the text has headings of articles, as a law has; None before it was looked up.
        self.articles: bool | None = None
        #: What popular names mean that the text itself tells by citing one of the laws they have meant.
        self.told: dict[str, str | None] = {}
        #: The ids rulings of a number may have; None before it was looked up.
        self.rulings: dict[str, set[str]] | None = None
        #: What names mean on the day of the text, as far as they were asked for.
        self.of_day: dict[str, str | None] = {}
        self.own = own_instrument(self.plain, text, self.found)
        #: Where the text enacts an instrument, and the kind of it, if it does not tell which.
        self.enacts = None if self.own else enacted(self.plain, self.found)
        if self.enacts and (explained := explained_in(self.plain, self.found, self.enacts)):
            self.own, self.enacts = explained, None
        #: The instruments whose places the text names with them, by place.
        self.placed: dict[str, Mention | None] = {}
        if before is not None:
            self._go_on(before)

    def citations(self) -> list[Citation]:
        """Return the citations, in order."""
        if not self.found and not self.chains:
            return self.result
        joined, bare, self.behind = joined_in(self.plain, self.text, self.found, self.chains)
        pairs = [(place, self.found[index]) for index, place in joined.items()]
        pairs += [(place, self.behind[place.start]) for place in bare if place.start in self.behind]
        for place, owner in pairs:
            for path in place.paths:
                other = self.placed.setdefault(path, owner)
                if other and (other.id, other.name) != (owner.id, owner.name):
                    self.placed[path] = None
        events: list[tuple[int, Mention | None, Chain | None]] = []
        for index, mention in enumerate(self.found):
            chain = joined.get(index)
            start = min(mention.start, chain.start) if chain else mention.start
            events.append((start, mention, chain or self._outer(mention)))
        events.extend((chain.start, None, chain) for chain in bare)
        events.sort(key=lambda event: event[0])
        for _, named, chain in events:
            if named and named.form in ("name", "given") and chain is None and self._defines(named):
                continue
            citation = self._bare(chain) if named is None else self._named(named, chain)
            if citation is not None:
                self.result.append(citation)
                if citation.provisions:
                    self.last_place = citation
        return self.result

    def _go_on(self, before: Stretch) -> None:
        """Take over what an earlier stretch of the same text had named."""
        self.last_of_kind, self.context = before.last_of_kind, before.context[-_REMEMBERED:]
        self.last_place, self.own = before.last_place, before.own
        if before.asked:
            before._day()
        self.on, self.dated = before.on, before.dated

    def _outer(self, mention: Mention) -> Chain | None:
        """Return a chapter, annex or explanation named right before the instrument."""
        if mention.form == "ruling" or "no-type" in mention.repairs:
            return None
        window = max(0, mention.start - 60)
        before = self.plain[window : mention.start]
        if b"njelasan" not in before and b"lampiran" not in before:
            return None
        match = _OUTER.search(self.plain, window, mention.start)
        if not match or (match.start() and self.plain[match.start() - 1 : match.start()].isalnum()):
            return None
        if _HEADED.match(self.text, match.start()):
            return None
        chain = chain_at(self.plain, self.text, match.start())
        return chain if chain and chain.end <= mention.start else None

    # -- identities -------------------------------------------------------------------------------------

    def _named(self, mention: Mention, chain: Chain | None) -> Citation | None:
        instrument = self._identity(mention)
        if instrument is None and mention.form == "given":
            return self._bare(chain) if chain else None
        if instrument is None and (mention.form == "gazette" or (chain is None and _open(mention))):
            return None
        start, end = mention.start, mention.end
        provisions: tuple[str, ...] = ()
        if chain:
            provisions = tuple(chain.paths)
            start, end = min(start, chain.start), max(end, chain.end)
            if end == mention.end and len(provisions) == 1 and "/" not in provisions[0]:
                end, provisions = self._continued(end, provisions[0])
        within, link = self._link(mention)
        if instrument and mention.form != "ruling" and not mention.kind.startswith("putusan"):
            if instrument not in _CODES and (
                link not in ("title", "amended-by") or mention.kind not in self.last_of_kind
            ):
                self.last_of_kind[mention.kind] = instrument
                if self.plain.startswith(b"pmk", mention.start):
                    self.last_of_kind["pmk"] = instrument
            if not link and not (mention.kind == "uud" and _AGAINST.search(self.plain, max(0, start - 24), start)):
                self.context.append(instrument)
        return Citation(
            start, end, self.text[start:end], instrument, provisions, self._places(instrument, provisions),
            self._kind(mention), mention.kind, mention.number, mention.year,
            (mention.start, mention.type_end or mention.start, mention.end),
            mention.repairs, mention.name, within, link,
        )  # fmt: skip

    def _continued(self, end: int, pasal: str) -> tuple[int, tuple[str, ...]]:
        """Take in what follows an instrument named between a pasal and its ayat: ``Pasal 7 UU Pilkada ayat (2)``."""
        match = _INNER_PLACE.match(self.plain, end)
        chain = chain_at(self.plain, self.text, match.start(1)) if match else None
        if chain is None or chain.whole:
            return end, (pasal,)
        following = bisect_right(self.chains, end, key=lambda item: item.start)
        if following < len(self.chains) and self.chains[following].start < chain.end:
            return end, (pasal,)  # the ayat is named before the next pasal
        return chain.end, tuple([f"{pasal}/{path}" for path in chain.paths])

    def _kind(self, mention: Mention) -> str:
        return "short" if "no-type" in mention.repairs else _KINDS[mention.form]

    def _identity(self, mention: Mention) -> str | None:
        if mention.form == "back":
            if self.own and self.plain[mention.end - 3 : mention.end] == b"ini":
                return self.own
            enacts = self.enacts if self.plain.endswith(b"ini", 0, mention.end) else None
            if enacts and enacts[0] < mention.start and enacts[1] == mention.kind:
                return None
            return self.last_of_kind.get(mention.kind) or only_one(self.text, self.found, mention)
        if mention.form == "gazette":
            return register.promulgated_in(self.corpus, f"{mention.kind.upper()} {mention.year}/{mention.number}")
        if mention.form == "yearless":
            return self._numbered_elsewhere(mention)
        if mention.form == "ruling" and mention.number[:1] == "0" and mention.id:
            short = mention.id.replace(f"-{mention.number}-", f"-{mention.number.lstrip('0')}-", 1)
            return mention.id if self.corpus.instrument(mention.id) or not self.corpus.instrument(short) else short
        if mention.form == "numbered" and mention.kind == "putusan-mk":
            return self._ruling_of_year(mention) or mention.id
        if mention.form == "numbered" and mention.kind in _SHORTENED and not mention.issuer:
            return fuller(self.found, mention) or mention.id
        if mention.kind == "pmk":
            mention.kind = kind_of_pmk(self.plain, mention)
            mention.id = mention.id and mention.id.replace("pmk-", mention.kind + "-", 1)
        if mention.form == "name" and mention.id is None:
            if mention.name in self.given:
                return self.given[mention.name]
            if mention.name in _CODES:
                return mention.name
            return self._undoubted(mention.name) or self._told(mention.name) or self._of_day(mention.name)
        return self.given.get(mention.name) if mention.form == "given" else mention.id

    def _undoubted(self, name: str) -> str | None:
        """Return the law a name means whatever the day and the text: most names have no other meaning."""
        meant = self.corpus.always(name)
        if meant is None or self.corpus.row("name-doubts", name):
            return None
        self.asked = True
        return meant

    def _told(self, name: str) -> str | None:
        """Return the law the text itself tells by a name of several: by citing it without a day, or by its matter."""
        if name not in self.told:
            day = self._day()
            meant = set() if day else self.corpus.meanings(name)
            meant = meant if len(meant) > 1 else set()
            cited = {other.id for other in self.found if other.kind == "uu" and other.id in meant} if meant else set()
            doubts = [
                row["instrument"] for row in self.corpus.rows("name-doubts", name)
                if (row["from"] <= day and (not row["until"] or day < row["until"]) if day else not row["until"])
                and row["words"] != "*" and any(word.encode() in self.plain for word in row["words"].split("|"))
            ]  # fmt: skip
            self.told[name] = cited.pop() if len(cited) == 1 else None
            if self.told[name] is None and len(doubts) == 1:
                self.told[name] = doubts[0]
        return self.told[name]

    def _of_day(self, name: str) -> str | None:
        """Return the law a name means on the day of the text, as far as the text tells that."""
        if name not in self.of_day:
            day = self._day()
            meant = None
            if day is None and len(self.corpus.meanings(name)) > 1:
                cited = era(self.found)
                meant = cited and self.corpus.name(name, cited)
                meant = meant or elder(self.plain, self.corpus.rows("name-doubts", name))
                day = cited or self._last_year(name)
            self.of_day[name] = meant or self.corpus.name(name, day)
        return self.of_day[name]

    def _last_year(self, name: str) -> str | None:
        """Return the end of the last year an undated text names, if the law of then has the places cited by a name."""
        day = last_year(self.plain, self.found)
        meant = self.corpus.name(name, day) if day else None
        cited = [path for path, owner in self.placed.items() if owner and owner.name == name]
        return day if meant and all(may_hold(self.corpus, meant, path) for path in cited) else None

    def _day(self) -> str | None:
        """Return the day names are understood for: the one given, else the text's own."""
        if self.on is None and not self.dated:
            self.dated = True
            dates = list(dates_in(self.plain))
            own = own_date(self.plain, dates) or only_weekday(dates)
            self.on = own.day if own else None
        return self.on

    def _numbered_elsewhere(self, mention: Mention) -> str | None:
        """Return the one instrument of the text that has the kind and number of a mention without a year."""
        if self.by_number is None:
            self.by_number = {}
            for other in self.found:
                if other.id and other.year:
                    self.by_number.setdefault((other.kind, other.number), {})[other.id] = None
        ids = list(self.by_number.get((mention.kind, mention.number), ()))
        if mention.kind == "permen":  # the minister's own left out: ``Permen 108``
            kinds = [kind for kind, number in self.by_number if kind.startswith("permen") and number == mention.number]
            ids = [id for kind in kinds for id in self.by_number[kind, mention.number]]
        if len(ids) == 1:
            return ids[0]
        recent = reversed(self.result[-_REMEMBERED:])
        return next((citation.instrument for citation in recent if citation.instrument in ids), None)

    def _defines(self, mention: Mention) -> bool:
        """Whether a name in brackets is only given to the instrument before it: ``UU 7/2017 tentang … (UU Pemilu)``.

        From there on the text means that instrument by it.
        """
        opened = _OPENED.search(self.plain, max(0, mention.start - 48), mention.start)
        if not opened or not self.result or (opened["bracket"] and not _CLOSED.match(self.plain, mention.end)):
            return False
        before = self.result[-1]
        gap = self.plain[before.end : opened.start()]
        texts = {self.corpus.base_of(before.instrument or "")}
        while before.link == "title" and before.within is not None:
            before = self.result[before.within]
            texts.add(self.corpus.base_of(before.instrument or ""))
        if before.instrument is None or before.kind not in ("full", "name") or len(gap) > _LONGEST_TITLE:
            return False
        if gap.strip() and (not _TITLED.match(gap) or _SENTENCE.search(gap)):
            return False
        usual = self.corpus.name(mention.name, self._day()) or ""
        if mention.name not in _CODES and self.corpus.base_of(usual) not in texts:
            self.given[mention.name] = before.instrument
        return True

    def _ruling_of_year(self, mention: Mention) -> str | None:
        """Return the one ruling with a number and a year but no series (``Putusan MK Nomor 60 Tahun 2024``)."""
        if self.rulings is None:
            self.rulings = {}
            for other in self.found:
                if other.form == "ruling" and other.id:
                    self.rulings.setdefault(other.number, set()).add(other.id)
        known = self.rulings.get(mention.number)
        if known is None:
            known = {item.id for item in self.corpus.instruments() if item.kind == mention.kind}
            self.rulings[mention.number] = known = {id for id in known if id.startswith(f"mk-{mention.number}-")}
        begin, end = f"mk-{mention.number}-", f"-{mention.year}"
        ids = [id for id in known if id.startswith(begin) and id.endswith(end)]
        return ids[0] if len(ids) == 1 else None

    def _places(self, instrument: str | None, provisions: tuple[str, ...]) -> tuple[str, ...]:
        if instrument is None or not provisions:
            return ()
        if instrument in _CODES:
            day = self._day()
            held = day and self.corpus.name(instrument, day)
            return tuple([f"{held or instrument}/{path}" for path in provisions])
        base = self.corpus.base_of(instrument)
        if base == instrument:
            return tuple([f"{base}/{path}" for path in provisions])
        return tuple([f"{instrument if own_article(path) else base}/{path}" for path in provisions])

    def _link(self, mention: Mention) -> tuple[int | None, str]:
        """Tell whether the mention stands in the title of the one before it, amends it, or is joined by ``jo``."""
        if not self.result:
            return None, ""
        index = len(self.result) - 1
        before = self.result[index]
        if before.named is None or mention.start - before.end > 600 or mention.start < before.end:
            return None, ""
        gap = self.plain[before.end : mention.start]
        if len(gap) < 3:
            return None, ""
        if _JO.match(gap):
            return index, "jo"
        title = b"tentang" in gap and _TITLE.match(gap)
        if title and not _TITLE_END.search(gap) and _INSIDE.search(gap):
            return index, "title"
        if (
            (b"ubah" in gap or b"cabut" in gap or b"ganti" in gap or b"perbarui" in gap)
            and _LEADING.match(gap)
            and _AMENDED.search(gap[-160:])
        ):
            return (before.within, "amended-by") if before.link == "title" else (index, "amended-by")
        return None, ""

    # -- places alone -----------------------------------------------------------------------------------

    def _bare(self, chain: Chain | None) -> Citation | None:
        assert chain is not None
        if points_back(chain):
            return self._pointing(chain)
        provisions = tuple(chain.paths)
        behind = self.behind.get(chain.start)
        instrument = (
            self._identity(behind) if behind else None if of_bill(self.plain, chain.end) else self._meant(chain)
        )
        end = chain.end
        if not behind and (unnumbered := _UNNUMBERED.match(self.plain, end)):
            end, year = unnumbered.end(), f"-{unnumbered['year'].decode()}"
            instrument = next((id for id in reversed(self.context[-_REMEMBERED:]) if id.endswith(year)), None)
        return Citation(
            chain.start, end, self.text[chain.start : end], instrument, provisions,
            self._places(instrument, provisions), "bare-pasal",
        )  # fmt: skip

    def _pointing(self, chain: Chain) -> Citation | None:
        """Read ``pasal tersebut`` and ``ayat (2) pasal tersebut``: the places last named."""
        before = self.last_place
        if before is None or (self.plain.endswith(b"ini", 0, chain.end) and (self.own or self._has_articles())):
            return None
        provisions = before.provisions
        if chain.paths[0]:
            pasal = _PASAL.match(provisions[-1])
            if not pasal:
                return None
            provisions = tuple([pasal[0] + path for path in chain.paths])
        return Citation(
            chain.start, chain.end, self.text[chain.start : chain.end], before.instrument, provisions,
            self._places(before.instrument, provisions), "bare-pasal",
        )  # fmt: skip

    def _has_articles(self) -> bool:
        """Whether the text has headings of articles, as a law has."""
        if self.articles is None:
            self.articles = _ARTICLE_HEAD.search(self.plain) is not None
        return self.articles

    def _meant(self, chain: Chain) -> str | None:
        """Return the instrument a place alone is of; in a law, the place ``dimaksud dalam`` is the law's own."""
        formula = self.own is None and _FORMULA.search(self.plain, max(0, chain.start - 32), chain.start)
        if formula and self._has_articles():
            return None
        later = None if formula or self.own or self.context else self.placed.get(chain.paths[0])
        if later and later.start - chain.end < _FURTHER_ON:
            return self._identity(later)
        if not (formula or self.own or self.context or self.enacts or _CHANGED.match(self.plain, chain.end)):
            return self._only_later(chain)
        return self._from_context(chain.paths[0])

    def _only_later(self, chain: Chain) -> str | None:
        """Return the one instrument a short text names at all, further on, if it may have a place named before it."""
        texts = [mention for mention in self.found if mention.form in ("numbered", "name")] if self.short else []
        ids = {self._identity(mention) for mention in texts if not mention.kind.startswith("putusan")}
        soon = bool(texts) and 0 < texts[0].start - chain.end < _SOON
        id = ids.pop() if len(ids) == 1 and soon else None
        return id if id and surely_holds(self.corpus, id, chain.paths[0]) else None

    def _from_context(self, path: str) -> str | None:
        """Return the instrument last named for itself, not in a title or as an amendment."""
        if self.own and may_hold(self.corpus, self.own, path):
            return self.own
        if _LETTERED.search(path) and (sure := self._holder(path)):
            return sure
        for id in reversed(self.context[-8:]):
            if may_hold(self.corpus, id, path):
                return id
        uud = "uud-1945" if self.last_of_kind.get("uud") else None
        return uud if uud and may_hold(self.corpus, uud, path) else None

    def _holder(self, path: str) -> str | None:
        """Return the instrument last named that is known to have a pasal with a letter."""
        return next((id for id in reversed(self.context[-8:]) if surely_holds(self.corpus, id, path)), None)


#: What an amending law says of an article of the law it amends.
_CHANGED = pattern(rb"\s{1,3}(?:diubah|dihapus|berbunyi|disisipkan)\b")
#: How a law refers to its own articles, and the heading of one.
_FORMULA = pattern(rb"dimaksud\s{1,3}(?:dalam|pada|di)\s{1,3}(?:ketentuan\s{1,3})?\Z")
_ARTICLE_HEAD = pattern(rb"\n[ \t]{0,20}pasal[ \t]{1,4}[0-9]{1,4}[a-z]?[ \t]{0,4}\r?(?:\n|\Z)")
#: An instrument whose number was left out, behind a place: ``Pasal 3 UU Nomor Tahun 2010``.
_UNNUMBERED = pattern(
    rb"\s{1,3}(?:uu|undang[\s\-]{1,3}undang|pp|peraturan\s{1,3}[a-z]{3,12}|pkpu|perppu|perda)(?:\s{1,3}(?:ri|republik\s{1,3}indonesia))?"
    rb"\s{1,3}(?:nomor|no\.?)[\s:]{0,4}(?:[.?_]{1,12}|-|x{1,5})?\s{0,4}tahun\s{1,3}(?P<year>[12][0-9]{3})(?![0-9])"
)
#: So far behind a place alone, before which nothing was named, the same place may stand with its instrument.
_FURTHER_ON = 4000


def _open(mention: Mention) -> bool:
    """Whether a mention says nothing by itself: it points back, or gives a ruling's number without series and year."""
    if mention.form == "yearless":
        only = mention.kind.startswith(_ONLY_RULES) and mention.kind != "permen"
        return "bare" in mention.repairs and not only
    return mention.form == "back"


#: Short type words that mean nothing but a regulation, so that a bare number behind one is its own: ``Perpres 98``.
_ONLY_RULES = ("perpres", "perppu", "permen", "perbawaslu")
#: Kinds that a text often names without the issuer it named before: ``Keputusan No 731 Tahun 2025``.
_SHORTENED = frozenset(("keputusan", "peraturan", "perda", "pergub", "perbup", "perwali", "permen", "kepmen", "qanun"))
#: A bracket that gives a name, before it and behind.
_OPENED = pattern(
    rb"(?:(?P<bracket>\()\s{0,2}|,?\s{1,3}(?:yang\s{1,3})?selanjutnya\s)"
    rb"(?:(?:yang\s)?(?:untuk\s)?selanjutnya\s|di\s?(?:s\s?ebut|singkat)\s|(?:sebagai|dengan|menjadi)\s|[\"']){0,4}\Z"
)
_CLOSED = pattern(rb"[\"']?\s{0,2}\)")
_TITLED = pattern(rb"[\s,]{0,4}(?:tentang\b|menjadi\b)")
_SENTENCE = pattern(rb"[a-z]{3}\.\s|[;?!]")
_LONGEST_TITLE = 300
_AGAINST = pattern(rb"\b(?:terhadap|dengan)\s{1,4}\Z")
_INNER_PLACE = pattern(rb"\s{1,4}(ayat\s{0,4}\(?[0-9]|huruf\s{1,4}[a-z]\b)")
#: So many instruments named before are remembered.
_REMEMBERED = 64
_PASAL = pattern(r"(?:penjelasan/)?pasal-[^/]+")
_LETTERED = pattern(r"pasal-\d+[a-z]")
#: So far behind a place its instrument is still named in one breath.
_SOON = 350


#: The heading of a law's explanation, whose title follows: ``PENJELASAN ATAS UNDANG-UNDANG …``.
_HEADED = pattern(r"PENJELASAN\s+ATAS\s")
_OUTER = pattern(
    rb"(?:penjelasan(?:\s{1,9}umum)?(?:\s{1,9}atas)?|lampiran(?:\s{1,9}[ivx]{1,6})?)"
    rb"(?:\s{1,9}(?:dari|dalam|pada))?\s{1,9}\Z"
)
