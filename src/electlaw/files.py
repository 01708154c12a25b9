"""Files of text read with clear complaints, and written whole or not at all."""

from __future__ import annotations

import codecs
import contextlib
import errno
import os

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

__all__ = ["UTF8", "decoded", "encoding_of", "read", "read_bytes", "whole", "why"]

#: How texts are encoded where nothing says otherwise; a byte order mark is taken off.
UTF8 = "utf-8-sig"
#: Byte order marks that say otherwise, as editors on Windows write them.
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

#: What the system says went wrong, in Indonesian.
_WHY = {
    errno.ENOENT: "berkas atau direktori tidak ada",
    errno.EACCES: "izin ditolak",
    errno.EPERM: "operasi tidak diizinkan",
    errno.ENOSPC: "ruang pada perangkat habis",
    errno.EDQUOT: "kuota perangkat habis",
    errno.EISDIR: "adalah direktori",
    errno.ENOTDIR: "bukan direktori",
    errno.EEXIST: "berkas sudah ada",
    errno.EROFS: "sistem berkas hanya dapat dibaca",
    errno.EIO: "kesalahan masukan/keluaran",
    errno.ENAMETOOLONG: "nama berkas terlalu panjang",
    errno.EMFILE: "terlalu banyak berkas terbuka",
}


def why(error: OSError, lang: str = "en") -> str:
    """Return what the system says went wrong, in ``"en"`` or ``"id"``; what has no translation as it says it."""
    english = error.strerror or " ".join(str(error).split())
    return _WHY.get(error.errno or 0, english) if lang == "id" else english


def read(path: str) -> str:
    """Return the text of a file. Raises `Invalid` for one that cannot be read or holds no plain text."""
    return decoded(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """Return what a file holds. Raises `Invalid` for one that cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada") from None
    except OSError as error:
        raise Invalid(f"{path}: {why(error)}", id=f"{path}: tidak terbaca ({why(error, 'id')})") from None


def encoding_of(data: bytes) -> str:
    """Return the encoding that the byte order mark of a text says, else UTF-8."""
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), UTF8)


def decoded(data: bytes, name: str, declared: str = "") -> str:
    """Return the text that bytes hold; `name` tells whose they are.

    Texts are in UTF-8, in UTF-16 behind its byte order mark, or in the encoding `declared` within them. Raises
    `Invalid` for what is empty or none of these.
    """
    if not data.strip():
        raise Invalid(f"{name}: the text is empty", id=f"{name}: teks kosong")
    encoding = encoding_of(data)
    if encoding == UTF8 and b"\x00" in data[:8192]:
        raise Invalid(
            f"{name}: binary, not plain text (a PDF or Word file must be saved as text first)",
            id=f"{name}: bukan teks biasa (simpan berkas PDF atau Word sebagai teks dahulu)",
        )
    if data.startswith(b"{\\rtf"):
        raise Invalid(
            f"{name}: rich text (RTF), not plain text: save it as .docx or as text",
            id=f"{name}: teks kaya (RTF), bukan teks biasa: simpan sebagai .docx atau teks",
        )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        with contextlib.suppress(LookupError, UnicodeError):
            if declared:
                return data.decode(declared)
        said = encoding.removesuffix("-sig").upper()
        raise Invalid(
            f"{name}: not {said} text: byte {data[error.start]:#04x} at offset {error.start}",
            id=f"{name}: bukan teks {said}: bita {data[error.start]:#04x} pada posisi {error.start}",
        ) from None


@contextlib.contextmanager
def whole(path: str, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Open a file to write that gets its name once it is complete; a device or pipe is written as it is.

    Raises `Invalid` where it cannot be written; whatever ends the block, nothing half-written stays.
    """
    named = os.path.exists(path) and not os.path.isfile(path)
    made = path if named else os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{os.getpid()}.tmp")
    try:
        with open(made, "wb") if binary else open(made, "w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        if not named:
            os.replace(made, path)
    except OSError as error:
        raise Invalid(
            f"{path}: cannot be written: {why(error)}", id=f"{path}: tidak dapat ditulis: {why(error, 'id')}"
        ) from None
    finally:
        if not named:
            with contextlib.suppress(OSError):
                os.remove(made)
