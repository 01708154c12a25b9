"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

__all__ = ["whole"]


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
        why = error.strerror or str(error)
        raise Invalid(f"{path}: cannot be written: {why}", id=f"{path}: tidak dapat ditulis: {why}") from None
    finally:
        if not named:
            with contextlib.suppress(OSError):
                os.remove(made)
