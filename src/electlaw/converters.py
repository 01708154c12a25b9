"""Values of electlaw as plain data and back, for code of others: cattrs, pydantic, or neither.

`unstructure` and `structure` are each other's inverse for `VALUES`: references, days, texts, citations, findings,
reports, cases, regions and laws. Answers of the law (provisions, schedules, briefs …) become plain data, and are made
again by asking the law. Pydantic finds its way by itself (``TypeAdapter(electlaw.Ref)``); neither library is needed.
"""

from __future__ import annotations

from importlib import import_module

import attrs

from electlaw.acts import Text
from electlaw.citations.citation import Citation
from electlaw.citations.report import Report
from electlaw.dates import When, when
from electlaw.errors import ElectlawError, Invalid
from electlaw.findings import Finding, Ground, Said
from electlaw.law import Law, at
from electlaw.refs import Ref, parse
from electlaw.regions import Region, region
from electlaw.rules.cases import Case, case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    T = TypeVar("T")

__all__ = ["VALUES", "converter", "pydantic_schema", "structure", "unstructure"]


def unstructure(value: object) -> Any:
    """Return a value as JSON can hold it. Raises `Invalid` for what is no value of electlaw."""
    for made, (plain, _) in _FORMS.items():
        if isinstance(value, made):
            return plain(value)
    if isinstance(value, Said):
        return _text(value)
    if hasattr(value, "to_json"):
        return value.to_json()
    name = type(value).__name__
    raise Invalid(f"{name} has no plain form", id=f"{name} tidak punya bentuk data")


def structure(data: Any, made: type[T]) -> T:
    """Return the value of a class in `VALUES` that `unstructure` made the data of.

    Raises `Invalid` for data that are not of that form, `NotFound` for names that are none.
    """
    if isinstance(data, made) and made is not str:
        return data
    for known, (_, back) in _FORMS.items():
        if issubclass(made, known):
            try:
                found = back(data)
            except (KeyError, TypeError, AttributeError, IndexError) as error:
                name, reason = made.__name__, f"{type(error).__name__}: {error}"
                raise Invalid(f"not the form of {name}: {reason}", id=f"bukan bentuk {name}: {reason}") from None
            if not isinstance(found, made):
                raise Invalid(f"not a {made.__name__}", id=f"bukan {made.__name__}")
            return found
    raise Invalid(
        f"{made.__name__} is made by asking the law", id=f"{made.__name__} hanya dibuat dari hukum itu sendiri"
    )


def converter(base: Any = None) -> Any:
    """Return a cattrs converter for values of electlaw and classes that hold them.

    `base` is a `cattrs.Converter` to add to; a new one if left out. Raises `Invalid` if cattrs is not installed.
    """
    try:
        cattrs: Any = import_module("cattrs")
    except ModuleNotFoundError:
        raise Invalid("this needs cattrs: pip install cattrs", id="ini memerlukan cattrs: pip install cattrs") from None
    made = cattrs.Converter() if base is None else base

    def hook(known: type) -> Callable[[Any], bool]:
        return lambda asked: isinstance(asked, type) and issubclass(asked, known)

    for known in VALUES:
        made.register_unstructure_hook_func(hook(known), unstructure)
        made.register_structure_hook_func(hook(known), structure)
    return made


def pydantic_schema(made: type) -> Any:
    """Return the pydantic core schema of a class: valid as itself or as its plain form, written as that."""
    core: Any = import_module("pydantic_core.core_schema")
    writes = core.plain_serializer_function_ser_schema(unstructure, return_schema=core.any_schema())
    if not issubclass(made, VALUES):
        return core.is_instance_schema(made, serialization=writes)

    def read(data: Any) -> Any:
        try:
            return structure(data, made)
        except ElectlawError as error:
            raise ValueError(str(error)) from None

    form = core.str_schema() if issubclass(made, Ref | When) else core.dict_schema(core.str_schema())
    if issubclass(made, Region):
        form = core.union_schema([core.str_schema(), form])
    plain = core.no_info_after_validator_function(read, form)
    either = core.union_schema([core.is_instance_schema(made), plain])
    return core.json_or_python_schema(json_schema=plain, python_schema=either, serialization=writes)


# -- forms ----------------------------------------------------------------------------------------------


def _ref(data: Any) -> Ref:
    if not isinstance(data, str):
        raise Invalid(f"{data!r} is no reference", id=f"{data!r} bukan rujukan")
    return parse(data)


def _text(value: Text | Said) -> dict[str, str]:
    return {"id": value.id, "en": value.en}


def _as_text(data: Any) -> Text:
    return Text(en=data["en"], id=data["id"])


def _as_ground(data: Any) -> Ground:
    return Ground(data["place"] if "place" in data else data["instrument"], data["verified"])


def _as_finding(data: Any) -> Finding:
    readings = ((one["outcome"], _as_text(one)) for one in data.get("readings", ()))
    return Finding(
        code=data["code"],
        message=_as_text(data["message"]),
        fact=dict(data["fact"]),
        basis=tuple(map(_as_ground, data["basis"])),
        start=data.get("start"),
        end=data.get("end"),
        field=data.get("field", ""),
        corrected=data.get("corrected"),
        rule=data.get("rule", ""),
        outcome=data.get("outcome", ""),
        needs=tuple(data.get("needs", ())),
        readings=tuple(readings),
        practice=_as_text(data["practice"]) if data.get("practice") else None,
        parts=tuple(map(_as_finding, data.get("parts", ()))),
    )


def _citation(value: Citation) -> dict[str, object]:
    """Return every field that is not left at its default; tuples as lists."""
    item: dict[str, object] = {}
    for field in attrs.fields(Citation):
        held = getattr(value, field.name)
        if field.default is attrs.NOTHING or held != field.default:
            item[field.name] = list(held) if isinstance(held, tuple) else held
    return item


def _as_citation(data: Any) -> Citation:
    fields: dict[str, Any] = {name: tuple(held) if isinstance(held, list) else held for name, held in data.items()}
    return Citation(**fields)


def _report(value: Report) -> dict[str, object]:
    return {**value.to_json(), "text": value.text, "citations": [_citation(one) for one in value.citations]}


def _as_report(data: Any) -> Report:
    return Report(
        data["source"], data["text"], data["on"], data["on_from"], tuple(data["on_span"]) if data["on_span"] else None,
        tuple(data["regions"]), tuple(map(_as_citation, data["citations"])), tuple(map(_as_finding, data["findings"])),
        tuple((part["start"], part["kind"], part["number"]) for part in data.get("parts", ())),
        data.get("offset", 0), data.get("line", 1),
    )  # fmt: skip


def _law(value: Law) -> dict[str, object]:
    return {"on": value.on, "known": value.known, "subject": dict(value.moment.subject)}


def _as_law(data: Any) -> Law:
    return at(data["on"], data["known"], **data.get("subject", {}))


def _as_region(data: Any) -> Region:
    return region(data if isinstance(data, str) else data["code"])


_FORMS: dict[type, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    Ref: (str, _ref),
    When: (str, when),
    Text: (_text, _as_text),
    Ground: (lambda value: value.to_json(), _as_ground),
    Finding: (lambda value: value.to_json(), _as_finding),
    Citation: (_citation, _as_citation),
    Report: (_report, _as_report),
    Case: (lambda value: value.to_json(), case),
    Region: (lambda value: value.to_json(), _as_region),
    Law: (_law, _as_law),
}

#: The classes whose values come back from plain data.
VALUES = tuple(_FORMS)
