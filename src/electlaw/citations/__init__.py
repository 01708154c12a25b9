"""Citations in running Indonesian text: found, resolved to instruments and places, and judged on a date."""

from __future__ import annotations

from electlaw.citations.resolver import Citation, find_citations

__all__ = ["Citation", "find_citations"]
