"""Patterns compiled at their first use: of the two hundred the checker has, most texts need a third."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, AnyStr

__all__ = ["Late", "matches_at", "pattern"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Late:
    """Stands for a compiled pattern; takes over its methods once one of them is asked for."""

    def __init__(self, source: Any, flags: int) -> None:
        #: The text of the pattern, for patterns that hold it.
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what serves as ``re.compile(source, flags)`` and compiles when it is first used.

    Raises `re.error` at that use for a source that is no pattern.

    >>> pattern(r"[0-9]+").search("Pasal 201")[0]
    '201'
    """
    return Late(source, flags)  # type: ignore[return-value]


def matches_at(asked: re.Pattern[bytes], plain: bytes, starts: Sequence[int]) -> list[re.Match[bytes]]:
    """Return what ``asked.finditer(plain)`` yields, if its matches begin nowhere but at `starts`, which are in order.

    >>> [match[0] for match in matches_at(re.compile(b"[0-9]+"), b"12 x 3", [0, 1, 5])]
    [b'12', b'3']
    """
    matches: list[re.Match[bytes]] = []
    if not starts:
        return matches
    match, end = asked.match, 0
    for start in starts:
        if start >= end and (found := match(plain, start)):
            end = found.end()
            matches.append(found)
    return matches
