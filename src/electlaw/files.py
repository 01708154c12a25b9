"""Files of text read with clear complaints, and written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

__all__ = ["decoded", "read", "whole", "why"]

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
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada") from None
    except OSError as error:
        raise Invalid(f"{path}: {why(error)}", id=f"{path}: tidak terbaca ({why(error, 'id')})") from None
    return decoded(data, path)


def decoded(data: bytes, name: str) -> str:
    """Return the text that bytes hold; `name` tells whose they are. Raises `Invalid` if it is empty or no UTF-8."""
    if not data.strip():
        raise Invalid(f"{name}: the text is empty", id=f"{name}: teks kosong")
    if b"\x00" in data[:8192]:
        raise Invalid(
            f"{name}: binary, not plain text (a PDF or Word file must be saved as text first)",
            id=f"{name}: bukan teks biasa (simpan berkas PDF atau Word sebagai teks dahulu)",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Invalid(
            f"{name}: not UTF-8 text: byte {data[error.start]:#04x} at offset {error.start}",
            id=f"{name}: bukan teks UTF-8: bita {data[error.start]:#04x} pada posisi {error.start}",
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
