"""What the checker returns: the citations of a text, the day it was judged on, and the findings."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from electlaw.citations.citation import Citation
from electlaw.findings import Finding
from electlaw.views import Tabled

__all__ = ["Part", "Report", "part_at", "part_name"]

#: A part of a file: the offset it begins at, its kind (``page``, ``paragraph``, ``footnote`` …), its number.
Part = tuple[int, str, int]
_PART_NAMES = {
    "page": {"id": "halaman", "en": "page"},
    "paragraph": {"id": "paragraf", "en": "paragraph"},
    "footnote": {"id": "catatan kaki", "en": "footnote"},
    "endnote": {"id": "catatan akhir", "en": "endnote"},
    "header": {"id": "kepala halaman", "en": "header"},
    "footer": {"id": "kaki halaman", "en": "footer"},
}


def part_at(parts: tuple[Part, ...], offset: int) -> Part | None:
    """Return the part an offset lies in, or None."""
    index = bisect_right(parts, offset, key=lambda part: part[0]) - 1
    return parts[index] if index >= 0 else None


def part_name(part: Part, lang: str) -> str:
    """Return what a part is called: ``halaman 3``, ``page 3``."""
    return f"{_PART_NAMES[part[1]]['id' if lang == 'id' else 'en']} {part[2]}"


@attrs.frozen(repr=False)
class Report(Tabled):
    """A text judged on a day."""

    #: Where the text came from: a file name, ``-`` for standard input, or empty.
    source: str
    text: str = attrs.field(repr=False)
    #: The day the text was judged on; None if none was given and the text states none.
    on: str | None
    #: Where that day came from: ``argument``, ``text``, or None.
    on_from: str | None
    #: Offsets of the date in the text, if it came from there. A date with no `on` was set aside: the text cites several
    #: instruments of later years, so it looks back on that day.
    on_span: tuple[int, int] | None
    #: Codes of the regions the text is about.
    regions: tuple[str, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]
    #: The parts of the file, where offsets count in the text drawn from it (Word, PDF).
    parts: tuple[Part, ...] = ()
    #: Where the text begins in the whole it is a stretch of: offset and line. Offsets in the report are of the whole.
    offset: int = 0
    line: int = 1

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)

    def __repr__(self) -> str:
        source = f" of {self.source}" if self.source else ""
        on = f" on {self.on}" if self.on else ""
        return f"<Report{source}{on}: {len(self.citations)} citations, {len(self.findings)} findings>"

    def cited(self, start: int, end: int) -> str:
        """Return the words between two offsets of the report."""
        return self.text[start - self.offset : end - self.offset]

    def to_json(self) -> dict[str, object]:
        """Return the report as plain data; ``parts``, ``offset`` and ``line`` only where there is anything to say."""
        more: dict[str, object] = {}
        if self.parts:
            more["parts"] = [{"start": start, "kind": kind, "number": number} for start, kind, number in self.parts]
        if self.offset:
            more |= {"offset": self.offset, "line": self.line}
        return {
            "source": self.source,
            "on": self.on,
            "on_from": self.on_from,
            "on_span": list(self.on_span) if self.on_span else None,
            "regions": list(self.regions),
            "citations": [
                {
                    "start": citation.start,
                    "end": citation.end,
                    "text": citation.text,
                    "instrument": citation.instrument,
                    "provisions": list(citation.provisions),
                    "places": list(citation.places),
                    "kind": citation.kind,
                }
                for citation in self.citations
            ],
            "findings": [finding.to_json() for finding in self.findings],
            **more,
        }
