"""Documents as texts to judge: plain text, Markdown, HTML, Word files, and PDF files that carry their text.

Offsets in plain text, Markdown and HTML are code points of the file itself (behind its byte order mark, if it has one);
those in Word and PDF files count from the beginning of the text drawn from them, whose parts are known. Word and PDF
files are read by python-docx and pypdf (``pip install "electlaw[documents]"``), loaded when one is met.
"""

from __future__ import annotations

import os

import attrs

from electlaw.citations.report import part_at, part_name
from electlaw.errors import Invalid
from electlaw.files import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.citations.report import Part

__all__ = ["READABLE", "Document", "documents_in", "read_document"]

#: Endings of the files read, and what they hold.
READABLE = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip


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
    return Document(read(path), kind if kind in ("html", "markdown") else "")


def documents_in(path: str) -> Iterator[str]:
    """Yield the paths of the readable files in a folder and the folders within it, in order; a file gives itself."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            if os.path.splitext(name)[1].lower() in READABLE and not name.startswith("."):
                yield os.path.join(folder, name)


def _missing(path: str, library: str) -> Invalid:
    return Invalid(
        f"{path}: reading it needs {library}: pip install 'electlaw[documents]'",
        id=f"{path}: perlu pustaka {library}: pip install 'electlaw[documents]'",
    )


def _docx(path: str) -> Document:
    try:
        import docx
        from docx.table import Table
    except ImportError:
        raise _missing(path, "python-docx") from None
    if not os.path.exists(path):
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada")
    try:
        blocks = list(docx.Document(path).iter_inner_content())
    except Exception as error:  # the library raises many kinds on a damaged file
        raise Invalid(
            f"{path}: no readable Word file ({error})", id=f"{path}: bukan berkas Word yang terbaca"
        ) from None
    pieces: list[tuple[str, str, int]] = []
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Table):
            text = "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            text = block.text
        pieces.append((text, "paragraph", number))
    return _joined(path, pieces)


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
