"""HTML, Markdown and hyphenated lines read as the text they show, with the way back to the offsets of the source.

A tag within a line shows nothing, or a space where it parts a letter from a figure; one that ends a block parts
sentences. Entities are the characters they stand for, runs of blanks are one, a word broken over two lines is whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import attrs

from electlaw.citations.pages import leaves
from electlaw.citations.patterns import pattern
from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations.citation import Citation
    from electlaw.findings import Finding

__all__ = ["Rendered", "rendered"]


@attrs.frozen
class Rendered:
    """The text that is shown of a source, and where each part of it stands in the source."""

    source: str
    text: str
    #: Pieces of the text: where each begins in it, where in the source; and where in the source it ends if it is not
    #: the very same characters there, else -1. None where the text is the source.
    _pieces: tuple[list[int], list[int], list[int]] | None = None
    #: What the source was itself made from.
    _outer: Rendered | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the source of a stretch of the text."""
        if self._pieces is not None:
            first = self._place(start)[0] if start < len(self.text) else len(self.source)
            start, end = first, self._place(end - 1)[1] if end > start else first
        return self._outer.span(start, end) if self._outer else (start, end)

    def _place(self, at: int) -> tuple[int, int]:
        """Return where one character of the text begins and ends in the source."""
        begins, sources, ends = self._pieces or ([0], [0], [-1])
        index = bisect_right(begins, at) - 1
        if ends[index] >= 0:
            return sources[index], ends[index]
        start = sources[index] + at - begins[index]
        return start, start + 1

    def citation(self, found: Citation) -> Citation:
        """Return a citation of the text as one of the source."""
        if self._pieces is None:
            return found
        start, end = self.span(found.start, found.end)
        named = found.named
        if named:
            first, last = self.span(named[0], named[2])
            named = first, self.span(named[0], named[1])[1], last
        return attrs.evolve(found, start=start, end=end, text=self._root()[start:end], named=named)

    def finding(self, found: Finding) -> Finding:
        """Return a finding on the text as one on the source."""
        if self._pieces is None or found.start is None or found.end is None:
            return found
        start, end = self.span(found.start, found.end)
        return attrs.evolve(found, start=start, end=end)

    def _root(self) -> str:
        return self._outer._root() if self._outer else self.source


def rendered(source: str, markup: bool | str = False) -> Rendered:
    r"""Return what a text shows; it is HTML (``True`` or ``"html"``), Markdown (``"markdown"``) or has no marks.

    Raises `Invalid` for what is no text.

    >>> shown = rendered("Pa-\nsal 7 <i>UU&nbsp;10/2016</i>", "html")
    >>> shown.text, shown.span(8, 18)
    ('Pasal 7 UU 10/2016', (13, 28))
    """
    if not isinstance(source, str):
        raise Invalid(
            f"a text is needed, not {type(source).__name__}: decode bytes first",
            id=f"yang diperlukan adalah teks, bukan {type(source).__name__}: dekode bita dahulu",
        )
    if markup and markup not in (True, "html", "markdown"):
        raise Invalid(
            f"markup {markup!r} is not known: html or markdown",
            id=f"markup {markup!r} tidak dikenal: html atau markdown",
            choices=("html", "markdown"),
        )  # fmt: skip
    marks = _MARKDOWN if markup == "markdown" else _HTML if markup else None
    if marks is None and "&" in source and _ENTITIES.search(source):
        marks = _ENTITIES
    if marks is not None:
        outer = _marked(source, marks)
        inner = _whole(outer.text)
        return outer if inner._pieces is None else attrs.evolve(inner, outer=outer)
    return _whole(source)


# -- words broken in two --------------------------------------------------------------------------------

#: A hyphen at the end of a line that breaks a word. It begins with a literal, so that a pass costs little.
_BROKEN = pattern(
    r"-(?=[\r ]?\n)(?:(?<=[a-zA-Z][a-z]-)[\r ]?\n[ \t]{0,40}(?=[a-z])|(?<=[A-Z]{2}-)[\r ]?\n[ \t]{0,40}(?=[A-Z]{2}))"
)
#: Signs that show where a word may be broken, between letters, also with the end of a line behind them.
_SOFT = tuple(
    (sign, pattern(sign + r"(?<=[a-zA-Z].)(?:[ ]?\r?\n[ \t]{0,40})?(?=[a-zA-Z])")) for sign in "\xad\u200b\u2060"
)
#: A letter of a watermark that stands alone on a line of its own, and how many show that there is one.
_STRAY = pattern(r"(?<!huruf)(?<!ayat)\n[a-zA-Z](?=\r?\n)")
_FEW_STRAYS = 2
#: Blanks that only lay out a page: of a run, one is left.
_WIDE = " " * 5
_BLANKS = pattern(r" {5,}")
_WORD_BEFORE = pattern(r"[a-zA-Z]{2,30}\Z")


def _whole(source: str) -> Rendered:
    """Return a text with its broken words whole."""
    lines = "\n" in source
    found = list(_BROKEN.finditer(source)) if lines else []
    for sign, soft in _SOFT:
        if sign in source:
            found += soft.finditer(source)
    breaks = sorted([match.span() for match in found if not _doubled(source, *match.span())])
    if lines and len(strays := _STRAY.findall(source)) >= _FEW_STRAYS:
        breaks += [match.span() for match in _STRAY.finditer(source)] if strays else []
        breaks = _apart(sorted(breaks))
    if _WIDE in source:
        breaks = _apart(sorted(breaks + [(match.start() + 1, match.end()) for match in _BLANKS.finditer(source)]))
    turned = leaves(source) if lines else []
    if turned:
        breaks = _apart(sorted(breaks + [(start + 1, end) for start, end in turned]))
    if not breaks:
        return Rendered(source, source)
    begins, sources, at = [0], [0], 0
    texts: list[str] = []
    for start, end in breaks:
        texts.append(source[sources[-1] : start])
        at += start - sources[-1]
        begins.append(at)
        sources.append(end)
    texts.append(source[sources[-1] :])
    return Rendered(source, "".join(texts), (begins, sources, [-1] * len(begins)))


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches in order without those that begin within the one before."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _doubled(source: str, start: int, end: int) -> bool:
    """Whether a hyphen stands between a word and its repetition: ``undang-`` at the end of a line, then ``undang``."""
    match = _WORD_BEFORE.search(source, max(0, start - 30), start)
    if not match:
        return False
    before, after = match[0].lower(), source[end : end + 30].lower()
    return after.startswith(before) or (len(before) > 4 and before.endswith(_FIRST_WORD.match(after)[0] or " "))  # type: ignore[index]


_FIRST_WORD = pattern(r"[a-z]*")


# -- writing what is shown ------------------------------------------------------------------------------

#: What stands between two shown characters, each swallowing those before it.
_NOTHING, _TAGS, _RAISED, _SPACE, _WRAPPED, _LINE, _BLOCK, _HIDDEN = range(8)


class _Writer:
    """Writes the shown text piece by piece; what separates pieces is settled when the next one comes."""

    __slots__ = ("_at", "_begins", "_ends", "_sources", "_texts", "gap", "gap_start", "last", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._texts: list[str] = []
        self._begins: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._at = 0
        #: What parts the last piece from the next, and since where.
        self.gap, self.gap_start = _NOTHING, 0
        self.last = ""

    def copy(self, start: int, end: int) -> None:
        """Write a stretch of the source; blanks at its ends are part of what separates it, inner ones are one."""
        text = self.source[start:end]
        if "  " not in text:
            self._words(text, start)
            return
        for match in _WORDS.finditer(text):
            self._words(match[0], start + match.start())

    def _words(self, text: str, start: int) -> None:
        kept = text.strip(" ")
        if not kept:
            self.part(_SPACE, start)
            return
        if text[0] == " ":
            self.part(_SPACE, start)
            start += text.index(kept[0])
        self.put(kept, start, -1)
        if text[-1] == " ":
            self.part(_SPACE, start + len(kept))

    def part(self, strength: int, start: int) -> None:
        """Take note of what parts the text from `start` on."""
        if self.gap == _NOTHING:
            self.gap_start = start
        if strength > self.gap:
            self.gap = strength

    def put(self, text: str, start: int, end: int) -> None:
        """Write what stands at `start`, or up to `end`."""
        if self.gap:
            between = _between(self.gap, self.last, text[0]) if self.last else ""
            self.gap = _NOTHING
            if between:
                self._add(between, self.gap_start, start)
        self._add(text, start, end)
        self.last = text[-1]

    def _add(self, text: str, start: int, end: int) -> None:
        self._texts.append(text)
        self._begins.append(self._at)
        self._sources.append(start)
        self._ends.append(end)
        self._at += len(text)

    def done(self) -> Rendered:
        """Return what was written."""
        return Rendered(self.source, "".join(self._texts), (self._begins, self._sources, self._ends))


def _between(gap: int, last: str, following: str) -> str:
    """Return what is shown between two characters that a gap parts."""
    if gap == _BLOCK:
        return "\n\n" if last in ".:;!?" else ";\n\n"
    if gap >= _SPACE:
        return "\n" if gap == _LINE or (gap == _WRAPPED and last == "-") else " "
    if not last.isalnum() or not following.isalnum():
        return ""
    parted = last.isdigit() != following.isdigit() or (last.islower() and following.isupper())
    if gap == _RAISED:
        return "\u200a"  # a blank still, but no figure goes on behind it
    return " " if parted else ""


_ENTITY = r"(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8}[0-9]{0,2});"
#: Characters written by their names, which text taken from a page may hold.
_ENTITIES = pattern(
    r"&(?P<entity>(?:nbsp|amp|[lr][sd]quo|quot|[nm]dash|hellip|shy|#[xX][0-9a-fA-F]{2,5}|#[0-9]{2,5});)"
)
#: What is not shown as it stands; it begins with a set of characters, which is quick to look for.
_HTML = pattern(
    r"[<&\n\r\t\f](?:(?<=<)(?:(?P<tag>/?[a-zA-Z][a-zA-Z0-9]{0,15})[^<>]{0,2000}>\s*|(?P<comment>!--)"
    r"|[/!?][a-zA-Z][^<>]{0,2000}>)"
    rf"|(?<=&)(?P<entity>{_ENTITY})|(?P<blank>(?<=[\n\r\t\f])\s*))"
)
#: Marks of emphasis and code around words, the brackets and address of a link, a footnote's, a backslash before a
#: sign; block quotes; and tags and entities, which Markdown may hold.
_MARKDOWN = pattern(
    r"\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)|\[(?=[^\[\]\n]{1,300}\]\()|\[\^[^\[\]\s]{1,40}\](?!:)"
    r"|(?<![a-zA-Z0-9*_`])[*_`]{1,3}(?=[a-zA-Z0-9(\"'\[])|(?<=[a-zA-Z0-9).,;:\"'\]])[*_`]{1,3}(?![a-zA-Z0-9*_`])"
    r"|\\(?=[()\[\]*_.#\-])"
    r"|^[ ]{0,3}>[ >]{0,9}"
    rf"|<(?:(?P<tag>/?[a-zA-Z][a-zA-Z0-9]{{0,15}})(?=[\s/>])[^<>]{{0,2000}}>|(?P<comment>!--))|&(?P<entity>{_ENTITY})",
    re.MULTILINE,
)
#: Words with single blanks between, and all blanks behind them.
_WORDS = pattern(r"\S+(?:[^\S\n]\S+)*\s*|\s+")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
#: Tags whose content is not shown.
_UNSEEN = {name: pattern(rf"</{name}\s{{0,9}}>", re.IGNORECASE) for name in ("script", "style", "template")}


def _marked(source: str, marks: re.Pattern[str]) -> Rendered:
    """Return what a source with marks in it shows."""
    writer = _Writer(source)
    #: What is open to the end of the source, so that nothing that follows can be told from it.
    unclosed: set[str] = set()
    strengths: dict[tuple[str, str], int] = {}
    before, at = "/", 0
    for match in marks.finditer(source):
        start, end = match.span()
        if start < at:
            continue
        if start > at:
            writer.copy(at, start)
        at = end
        kind = match.lastgroup
        if kind == "tag":
            key = match["tag"], source[end - 1]
            strength = strengths.get(key)
            if strength is None:
                strength = strengths[key] = _strength(*key)
            if strength == _HIDDEN:
                at = _closed(source, end, match["tag"].lower(), unclosed)
                strength = _TAGS
            elif strength == writer.gap == _TAGS and before[0] == "/" != key[0][0] and before[1:] != key[0]:
                strength = _RAISED  # one thing ends and another of its own kind begins: ``</b><span>``
            before = key[0]
            writer.part(strength, start)
        elif kind == "entity":
            _character(writer, "&" + match["entity"], start, end)
        elif kind == "blank":
            lines = match[0].count("\n")
            writer.part(_LINE if lines > 1 else _WRAPPED if lines else _SPACE, start)
        else:
            if kind == "comment":
                at = _closed(source, end, "", unclosed)
            writer.part(_TAGS, start)
    if at < len(source):
        writer.copy(at, len(source))
    return writer.done()


def _strength(tag: str, last: str) -> int:
    """Return how a tag parts what is before from what follows; `last` is its end, or the last blank behind it."""
    if tag.lower() in _UNSEEN:
        return _HIDDEN
    name = tag.lower().lstrip("/")
    if name in _BLOCKS:
        return _BLOCK
    if name == "br":
        return _LINE
    if last != ">":
        return _WRAPPED if last == "\n" else _SPACE
    return _RAISED if name in ("sup", "sub", "img", "input", "button") else _TAGS


def _closed(source: str, at: int, tag: str, unclosed: set[str]) -> int:
    """Return where what is not shown ends; where it begins, if it never does."""
    if tag in unclosed:
        return at
    if tag:
        match = _UNSEEN[tag].search(source, at)
        end = match.end() if match else -1
    else:
        end = source.find("-->", at)
        end = end + 3 if end >= 0 else -1
    if end < 0:
        unclosed.add(tag)
        return at
    return end


def _character(writer: _Writer, entity: str, start: int, end: int) -> None:
    """Write the character an entity stands for."""
    from html import unescape

    text = unescape(entity)
    if text.isspace():
        writer.part(_LINE if text == "\n" else _SPACE, start)
    elif text:
        writer.put(text, start, end)
