"""The legal framework of Indonesia's regional elections (Pilkada), computable.

The law is a log of legal acts; every answer is a fold of that log and carries the acts that produced it.
Importing the package loads nothing: each public name is imported at its first use.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations import Citation, check_text, find_citations
    from electlaw.corpus import DATA_AS_OF, DATA_FROM
    from electlaw.errors import Ambiguous, ElectlawError, Invalid, NotFound, OutOfCoverage
    from electlaw.law import Law, Log, at, load
    from electlaw.refs import Ref, akn, cite, parse
    from electlaw.regions import Region, region

__version__ = "0.1.0"

#: The public names and the modules they live in.
_HOMES = {
    "DATA_AS_OF": "corpus",
    "DATA_FROM": "corpus",
    "Ambiguous": "errors",
    "Citation": "citations",
    "ElectlawError": "errors",
    "Invalid": "errors",
    "Law": "law",
    "Log": "law",
    "NotFound": "errors",
    "OutOfCoverage": "errors",
    "Ref": "refs",
    "Region": "regions",
    "akn": "refs",
    "at": "law",
    "check_text": "citations",
    "cite": "refs",
    "find_citations": "citations",
    "load": "law",
    "parse": "refs",
    "region": "regions",
}

#: Rooms that are reached as attributes without an import of their own: ``electlaw.rules.all()``.
_ROOMS = ("rules",)

__all__ = [
    "DATA_AS_OF",
    "DATA_FROM",
    "Ambiguous",
    "Citation",
    "ElectlawError",
    "Invalid",
    "Law",
    "Log",
    "NotFound",
    "OutOfCoverage",
    "Ref",
    "Region",
    "akn",
    "at",
    "check_text",
    "cite",
    "find_citations",
    "load",
    "parse",
    "region",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if name in _ROOMS:
        return __import__(f"electlaw.{name}", fromlist=[name])
    if home is None:
        raise AttributeError(f"module 'electlaw' has no attribute {name!r}")
    module = __import__(f"electlaw.{home}", fromlist=[name])
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
