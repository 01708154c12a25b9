"""Values and words of the tables as people write them in either language."""

from __future__ import annotations

import re

from electlaw.acts import Text
from electlaw.tables import tables

__all__ = ["amount", "number", "table_word"]

#: Units that are not said beside the value: a day speaks for itself.
_UNSAID = ("", "date")

#: The law's own word, whose meaning changed: it stays as it is.
_HARI = "hari"

_YES_NO = {"true": Text("yes", "ya"), "false": Text("no", "tidak")}


def table_word(word: str, lang: str) -> str:
    """Return a word of the parameter tables in ``"en"`` or ``"id"``; one that is not documented as it stands."""
    rows = tables()["parameter-words"].rows(word)
    return rows[0]["id" if lang == "id" else "en"] if rows else word.replace("_", " ")


def number(value: str, lang: str) -> str:
    """Return a value: a number as the language writes it, a word of the tables in its words, a text as it is.

    >>> number("1250000", "id"), number("7.5", "id"), number("true", "id")
    ('1.250.000', '7,5', 'ya')
    """
    if value in _YES_NO:
        return _YES_NO[value][lang]
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
        whole, _, rest = value.partition(".")
        shown = f"{int(whole):,}" if len(whole) > 4 else whole
        shown += f".{rest}" if rest else ""
        return shown.translate(str.maketrans(",.", ".,")) if lang == "id" else shown
    if re.fullmatch(r"[a-z][a-z0-9_-]*", value):
        return table_word(value, lang)
    return "; ".join(_phrase(part, lang) for part in value.split("; "))


def _phrase(text: str, lang: str) -> str:
    rows = tables()["parameter-words"].rows(text)
    return rows[0]["id" if lang == "id" else "en"] if rows else text


def amount(value: str, unit: str, lang: str) -> str:
    """Return a value with its unit: ``72 calendar months``, ``72 bulan``."""
    if unit in _UNSAID or not value:
        return number(value, lang)
    said = unit if unit == _HARI else table_word(unit, lang)
    if value == "1" and lang == "en" and not said.startswith("times"):
        said = re.sub(r"s\b", "", said, count=1)
    return f"{number(value, lang)} {said}"
