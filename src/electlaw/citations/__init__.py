"""Citations in running Indonesian text: found, resolved to instruments and places, and judged on a date."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations.checks import check_text, stream_checks
    from electlaw.citations.citation import Citation
    from electlaw.citations.mentioned import Named, named_in
    from electlaw.citations.report import Report
    from electlaw.citations.resolver import find_citations, stream_citations

__all__ = [
    "Citation",
    "Named",
    "Report",
    "check_text",
    "find_citations",
    "named_in",
    "stream_checks",
    "stream_citations",
]

_HOMES = {
    "Citation": "citation", "Named": "mentioned", "Report": "report", "check_text": "checks",
    "find_citations": "resolver", "named_in": "mentioned", "stream_checks": "checks", "stream_citations": "resolver",
}  # fmt: skip


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'electlaw.citations' has no attribute {name!r}")
    value = getattr(__import__(f"electlaw.citations.{home}", fromlist=[name]), name)
    globals()[name] = value
    return value
