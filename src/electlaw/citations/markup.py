"""HTML and Markdown read as the text they show: marks become blanks of the same length, so that offsets stay."""

from __future__ import annotations

import re

from electlaw.citations.patterns import pattern

__all__ = ["without_marks"]

#: What a page does not show: scripts, styles, comments. Cut off at a length, so that an open one stays cheap.
_UNSEEN = pattern(rb"<(?P<what>script|style|template)\b[^<>]{0,2000}>.*?</(?P=what)\s*>|<!--.*?-->", re.DOTALL)
#: The end of a block: what follows does not belong to the sentence before.
_BLOCK_END = pattern(
    rb"</(?:p|div|li|h[1-6]|td|th|tr|table|ul|ol|dd|dt|section|article|blockquote|header|footer|title)\s{0,9}>"
)
_TAG = pattern(rb"<(?:[/!]?[a-z][^<>]{0,2000}|!--)>")
_NUMERIC = pattern(rb"&#(?:x(?P<hex>[0-9a-f]{1,6})|(?P<dec>[0-9]{1,7}));")
_SPACES = pattern(rb"&(?:nbsp|thinsp|ensp|emsp|shy);")

#: Marks of emphasis and code around words, the brackets and address of a link, a backslash before a sign.
_MARKDOWN = pattern(
    rb"\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)|\[(?=[^\[\]\n]{1,300}\]\()"
    rb"|(?<![a-z0-9*_`])[*_`]{1,3}(?=[a-z0-9(\"'\[])|(?<=[a-z0-9).,;:\"'\]])[*_`]{1,3}(?![a-z0-9*_`])"
    rb"|\\(?=[()\[\]*_.#\-])"
)


def without_marks(plain: bytes, markup: bool | str) -> bytes:
    """Return a view of HTML (``True`` or ``"html"``) or Markdown (``"markdown"``) with its marks blanked."""
    if markup == "markdown":
        return _MARKDOWN.sub(_blank, plain)
    if b"<script" in plain or b"<style" in plain or b"<template" in plain or b"<!--" in plain:
        plain = _unseen(plain)
    plain = _TAG.sub(_blank, _BLOCK_END.sub(_end, plain))
    return _NUMERIC.sub(_character, _SPACES.sub(_blank, plain)) if b"&" in plain else plain


def _unseen(plain: bytes) -> bytes:
    """Blank scripts, styles and comments that end; looked for from the left, each but once."""
    pieces, at = [], 0
    while (begin := _next(plain, at)) >= 0:
        match = _UNSEEN.match(plain, begin)
        if match is None:
            break  # open to the end: nothing that follows can be told from it
        pieces += [plain[at:begin], b" " * len(match[0])]
        at = match.end()
    return b"".join([*pieces, plain[at:]])


_BEGIN = pattern(rb"<(?:(?:script|style|template)\b|!--)")


def _next(plain: bytes, at: int) -> int:
    match = _BEGIN.search(plain, at)
    return match.start() if match else -1


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _end(match: re.Match[bytes]) -> bytes:
    return b";" + b" " * (len(match[0]) - 2) + b"\n"


def _character(match: re.Match[bytes]) -> bytes:
    from electlaw.citations.grammar import view

    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    value = view(chr(code)) if 0 < code < 0x110000 else b"?"
    return value + b" " * (len(match[0]) - 1)
