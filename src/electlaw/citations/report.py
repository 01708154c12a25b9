"""What the checker returns: the citations of a text, the day it was judged on, and the findings."""

from __future__ import annotations

import attrs

from electlaw.citations.resolver import Citation
from electlaw.findings import Finding
from electlaw.views import Shown

__all__ = ["Report"]


@attrs.frozen(repr=False)
class Report(Shown):
    """A text judged on a day."""

    #: Where the text came from: a file name, ``-`` for standard input, or empty.
    source: str
    text: str = attrs.field(repr=False)
    #: The day the text was judged on; None if none was given and the text states none.
    on: str | None
    #: Where that day came from: ``argument``, ``text``, or None.
    on_from: str | None
    #: Offsets of the date in the text, if it came from there.
    on_span: tuple[int, int] | None
    #: Codes of the regions the text is about.
    regions: tuple[str, ...]
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity == "error" for finding in self.findings)

    def __repr__(self) -> str:
        source = f" of {self.source}" if self.source else ""
        on = f" on {self.on}" if self.on else ""
        return f"<Report{source}{on}: {len(self.citations)} citations, {len(self.findings)} findings>"

    def to_json(self) -> dict[str, object]:
        """Return the report as plain data."""
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
        }
