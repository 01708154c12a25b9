"""The part of an id that says whose an instrument is: a slug of the issuer, a province by its name in full."""

from __future__ import annotations

import re

from electlaw.tables import tables

__all__ = ["issuer_slug", "slug"]

_NOT_OF_SLUG = re.compile(r"[^0-9a-z]+")
#: The capital's long name, for which all texts have the short one.
_CAPITAL = "khusus-ibukota-jakarta"

_provinces: dict[str, str] = {}


def slug(text: str) -> str:
    """Return a text as a part of an id: small letters and figures, joined by hyphens."""
    return _NOT_OF_SLUG.sub("-", text.casefold()).strip("-") if text else ""


def issuer_slug(issuer: str) -> str:
    """Return the slug of an issuer; the abbreviation of a province's name (``Kalbar``) means the name.

    >>> issuer_slug("Kalbar"), issuer_slug("Kabupaten Bantul")
    ('kalimantan-barat', 'kabupaten-bantul')
    """
    found = slug(issuer)
    if found.endswith(_CAPITAL) or found == "dki":
        return "dki-jakarta"
    if "-" in found or not found:
        return found
    return _province_names().get(found, found)


def _province_names() -> dict[str, str]:
    """Return the names of the provinces by their abbreviations, as far as the name is what an id has."""
    if not _provinces:
        names = {row["code"]: slug(row["name"]) for row in tables()["regions"] if "." not in row["code"]}
        for row in tables()["region-names"]:
            name = names.get(row["code"], "")
            if row["form"] == "abbreviation" and not row["until"] and name and not name.startswith("daerah-"):
                _provinces[slug(row["name"])] = name
    return _provinces
