"""Documents as texts to judge: plain text, Markdown, HTML, Word files, and PDF files that carry their text.

Offsets in plain text, Markdown and HTML are code points of the file itself (behind its byte order mark, if it has one);
those in Word and PDF files count from the beginning of the text drawn from them, whose parts are known. Word and PDF
files are read by python-docx and pypdf (``pip install "electlaw[documents]"``), loaded when one is met.
"""

from __future__ import annotations

import os
import re

import attrs

from electlaw.citations.patterns import pattern
from electlaw.citations.report import part_at, part_name
from electlaw.errors import Invalid
from electlaw.files import decoded, read, read_bytes, why

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from electlaw.citations.report import Part

__all__ = ["READABLE", "Document", "documents_in", "read_document"]

#: Endings of the files read, and what they hold.
READABLE = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip


#: The encoding an HTML file says it is in.
_CHARSET = pattern(
    rb"<(?:meta|\?xml)\s[^<>]{0,200}?(?:charset|encoding)\s?=\s?[\"']?([A-Za-z0-9_.:\-]{2,40})", re.IGNORECASE
)


@attrs.frozen
class Document:
    """A text and where its parts stand in the file it was read from."""

    text: str = attrs.field(repr=False)
    #: ``html`` or ``markdown`` for a text with its marks still in it, else empty: pass it on as ``markup``. Offsets are
    #: then the file's own.
    markup: str = ""
    #: Where each part of the file begins, its kind (``page``, ``paragraph``) and its number; none where offsets are the
    #: file's own.
    parts: tuple[Part, ...] = ()

    def where(self, offset: int, lang: str = "id") -> str:
        """Return the part of the file an offset lies in: ``halaman 3``, ``paragraf 12``; empty if it has no parts."""
        part = part_at(self.parts, offset)
        return part_name(part, lang) if part else ""


def read_document(path: str) -> Document:
    """Read the file at `path` by its ending; an unknown ending is read as plain text.

    Raises `Invalid` for a file that is missing, empty, damaged or not UTF-8, and where a library is not installed.
    """
    kind = READABLE.get(os.path.splitext(path)[1].lower(), "text")
    if kind == "docx":
        return _docx(path)
    if kind == "pdf":
        return _pdf(path)
    if kind == "html":
        data = read_bytes(path)
        said = _CHARSET.search(data, 0, 2048)
        return Document(decoded(data, path, said[1].decode("ascii") if said else ""), kind)
    return Document(read(path), kind if kind == "markdown" else "")


def documents_in(path: str, refuse: Callable[[Invalid], None] | None = None) -> Iterator[str]:
    """Yield the paths of the readable files in a folder and the folders within it, in order; a file gives itself.

    Pipes, devices and links to such are no files.

    `refuse` is told of each folder that cannot be read.
    """

    def unread(error: OSError) -> None:
        if refuse:
            name = error.filename
            refuse(Invalid(f"{name}: {why(error)}", id=f"{name}: tidak terbaca ({why(error, 'id')})"))

    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path, onerror=unread):
        folders.sort()
        for name in sorted(names):
            found = os.path.join(folder, name)
            if os.path.splitext(name)[1].lower() in READABLE and not name.startswith(".") and os.path.isfile(found):
                yield found


def _missing(path: str, library: str) -> Invalid:
    return Invalid(
        f"{path}: reading it needs {library}: pip install 'electlaw[documents]'",
        id=f"{path}: perlu pustaka {library}: pip install 'electlaw[documents]'",
    )


def _docx(path: str) -> Document:
    try:
        import docx
        from docx.oxml import parse_xml
    except ImportError:
        raise _missing(path, "python-docx") from None
    if not os.path.exists(path):
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada")
    try:
        file = docx.Document(path)
        pieces = [(text, "paragraph", number) for number, text in enumerate(_blocks(file.element.body), 1)]
        beside: dict[str, list[str]] = {}
        for part in sorted(file.part.package.iter_parts(), key=lambda part: str(part.partname)):
            kind = _BESIDE.fullmatch(str(part.partname))
            if kind:
                root = parse_xml(part.blob)
                texts = ("\n".join(_blocks(note)) for note in (root if kind[1].endswith("notes") else [root]))
                beside.setdefault(kind[1].rstrip("s"), []).extend(text for text in texts if text.strip())
    except Exception as error:  # the library raises many kinds on a damaged file
        raise Invalid(
            f"{path}: no readable Word file ({error})", id=f"{path}: bukan berkas Word yang terbaca"
        ) from None
    pieces += [(text, kind, number) for kind, texts in beside.items() for number, text in enumerate(texts, 1)]
    return _joined(path, pieces)


#: The parts of a Word file that hold text beside its body.
_BESIDE = pattern(r"/word/(footnotes|endnotes|header|footer)[0-9]*\.xml")
#: Elements of a Word file that hold blocks of text as they stand: content controls, insertions, notes.
_HOLDERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
#: Elements with no words of the paragraph they stand in: deletions, forms of paragraphs, boxes with their own.
_OTHER = frozenset(("del", "moveFrom", "pPr", "rPr", "txbxContent", "Fallback"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _blocks(parent: Iterable[Any]) -> Iterator[str]:
    """Yield the texts of paragraphs and tables, insertions taken as made and deletions as gone; text boxes behind."""
    for element in parent:
        tag = _tag(element)
        if tag == "p":
            yield "".join(_words(element))
            for box in element.iter("{*}txbxContent"):
                if not any(_tag(above) == "Fallback" for above in box.iterancestors()):
                    yield from _blocks(box)
        elif tag == "tbl":
            rows = (("\n".join(_blocks(cell)) for cell in _within(row, "tc")) for row in _within(element, "tr"))
            yield "\n".join("\t".join(row) for row in rows)
        elif tag in _HOLDERS:
            yield from _blocks(element)


def _within(parent: Iterable[Any], name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for element in parent:
        if _tag(element) == name:
            yield element
        elif _tag(element) in _HOLDERS:
            yield from _within(element, name)


def _words(element: Iterable[Any]) -> Iterator[str]:
    for child in element:
        tag = _tag(child)
        if tag == "t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag not in _OTHER:
            yield from _words(child)


def _pdf(path: str) -> Document:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise _missing(path, "pypdf") from None
    if not os.path.exists(path):
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada")
    try:
        texts = [page.extract_text() for page in PdfReader(path).pages]
    except Exception as error:  # the library raises many kinds on a damaged file
        raise Invalid(f"{path}: no readable PDF file ({error})", id=f"{path}: bukan berkas PDF yang terbaca") from None
    return _joined(path, [(text, "page", number) for number, text in enumerate(texts, 1)])


def _joined(path: str, pieces: list[tuple[str, str, int]]) -> Document:
    """Join the parts of a file by line ends, keeping where each begins."""
    parts: list[Part] = []
    at = 0
    for text, kind, number in pieces:
        parts.append((at, kind, number))
        at += len(text) + 1
    text = "\n".join(piece[0] for piece in pieces)
    if not text.strip():
        raise Invalid(f"{path}: holds no text (scanned pages?)", id=f"{path}: tidak memuat teks (hasil pindai?)")
    return Document(text, "", tuple(parts))
