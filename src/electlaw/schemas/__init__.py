"""The published JSON Schemas, and answers as the versioned documents that keep them.

Every document of the command is an object that states the version of the forms and the name of its schema, beside the
answer's own keys. Only the rows of ``electlaw stages`` are a bare list. `schema` returns a schema that stands alone:
the forms it shares with others (days, findings, stages …) are among its definitions.
"""

from __future__ import annotations

import json
import os

from electlaw.errors import Invalid, NotFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

__all__ = ["NAMES", "VERSION", "document", "schema", "schema_names"]

#: Version of the forms: keys may be added within it, none is removed or changes its meaning.
VERSION = 1

#: Schemas of what is read, not written: their documents have no version.
_INPUTS = ("meeting",)

#: The schema each class of answers keeps.
NAMES = {
    "Brief": "brief",
    "CaseReport": "report",
    "Comparison": "comparison",
    "Deadline": "deadline",
    "Diff": "diff",
    "Draft": "meeting-draft",
    "Facts": "facts",
    "Finding": "finding",
    "Graph": "graph",
    "History": "history",
    "Incumbent": "incumbent",
    "InstrumentState": "instrument",
    "Local": "institutions",
    "Matrix": "mandates",
    "MeetingReport": "meeting-report",
    "Plan": "plan",
    "Precedence": "precedence",
    "Provision": "provision",
    "Region": "region",
    "Report": "check",
    "Summary": "scan",
    "Vacancy": "vacancy",
    "Value": "parameter",
}

_HOME = os.path.dirname(__file__)
_SHARED = "_shared"
_BASE = "https://electlaw.dev/schemas"


def document(answer: Any, name: str = "") -> dict[str, object]:
    """Return an answer as the JSON document the command prints: its version, its schema, its own keys.

    `answer` is an object whose class is in `NAMES`, or plain data and the name of their schema.
    Raises `Invalid` for a class that has no published form.

    >>> import electlaw
    >>> list(document(electlaw.region("Sultra")))[:3]
    ['schema_version', 'schema', 'code']
    """
    name = name or NAMES.get(type(answer).__name__, "")
    if not name:
        kind = type(answer).__name__
        raise Invalid(f"{kind} has no published schema", id=f"{kind} tidak punya skema yang diterbitkan")
    data = answer if isinstance(answer, dict) else answer.to_json()
    return {"schema_version": VERSION, "schema": name, **data}


def schema_names() -> list[str]:
    """Return the names of the published JSON Schemas."""
    found = (name.removesuffix(".json") for name in os.listdir(_HOME) if name.endswith(".json"))
    return sorted(name for name in found if name != _SHARED)


def schema(name: str) -> dict[str, Any]:
    """Return a published JSON Schema: ``schema("chain")``. Raises `NotFound` for a name that is none."""
    if name not in schema_names():
        raise NotFound(f"no schema {name!r}", id=f"tidak ada skema {name!r}", choices=schema_names())
    found = _read(name)
    if found["type"] == "object" and name not in _INPUTS:
        found["properties"] = {**_envelope(name), **found["properties"]}
    forms = _forms(found)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{_BASE}/{name}.json"}
    return {**head, **found, "$defs": forms} if forms else {**head, **found}


def _envelope(name: str) -> dict[str, Any]:
    about = "Version of the forms; keys may be added within a version, none is removed or changes its meaning."
    return {
        "schema_version": {"const": VERSION, "description": about},
        "schema": {"const": name, "description": "The name of this schema: `electlaw schema NAME`."},
    }


def _read(name: str) -> dict[str, Any]:
    with open(os.path.join(_HOME, f"{name}.json"), encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found


def _forms(found: dict[str, Any]) -> dict[str, Any]:
    """Return the forms a schema refers to: its own, shared ones, or the whole of another schema."""
    own, shared = found.pop("$defs", {}), _read(_SHARED)
    forms: dict[str, Any] = {}
    waiting = list(_referred(found))
    while waiting:
        name = waiting.pop()
        if name in forms:
            continue
        form = own.get(name) or shared.get(name)
        if form is None:
            form = _read(name)
            own = {**form.pop("$defs", {}), **own}
        forms[name] = form
        waiting += _referred(form)
    return dict(sorted(forms.items()))


def _referred(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].removeprefix("#/$defs/")
        for inner in part.values():
            yield from _referred(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _referred(inner)
