"""The low room where values find their renderers, by name at first use, so that no value imports upwards."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Plain", "Shown", "Tabled", "clean", "draw", "glance", "html", "markdown", "text"]

#: Class name to the module of `electlaw.render` that draws it; each has functions ``text`` and ``html``. What is not
#: here is drawn as a card.
_RENDERERS = {
    "Brief": "brief",
    "CaseReport": "rules",
    "Comparison": "rules",
    "Deadline": "schedule",
    "Diff": "law",
    "Draft": "meeting",
    "Facts": "facts",
    "History": "law",
    "InstrumentState": "law",
    "Local": "institutions",
    "Matrix": "institutions",
    "MeetingReport": "meeting",
    "Plan": "schedule",
    "Precedence": "law",
    "Provision": "law",
    "Region": "region",
    "Report": "check",
    "Schedule": "schedule",
    "Stage": "schedule",
    "Table": "table",
    "Value": "law",
}


_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"


def clean(text: str) -> str:
    """Remove control characters, so that no text from outside can steer a terminal."""
    return re.sub(_CONTROL, "\N{REPLACEMENT CHARACTER}", text)


class Plain:
    """What pydantic can validate and write, without electlaw depending on it."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> Any:
        from importlib import import_module

        return import_module("electlaw.converters").pydantic_schema(cls)


class Shown(Plain):
    """What a notebook shows as HTML, and rich as text."""

    __slots__ = ()

    def __rich__(self) -> Any:
        from importlib import import_module

        return import_module("rich.text").Text(text(self))

    def _repr_html_(self) -> str:
        return glance(self)


class Tabled(Shown):
    """An answer that holds a collection, and is a table of it."""

    __slots__ = ()

    def to_frame(self, backend: str = "pandas") -> Any:
        """Return its rows as a frame of ``"pandas"``, ``"polars"`` or ``"pyarrow"``; see `electlaw.frames.Table`."""
        from importlib import import_module

        return import_module("electlaw.frames").of(self).to_frame(backend)


def _renderer(value: object) -> Any:
    from importlib import import_module

    return import_module(f"electlaw.render.{_RENDERERS.get(type(value).__name__, 'card')}")


def draw(value: object, form: str, lang: str = "en") -> Any:
    """Return a value in any form its module of `electlaw.render` has a function for."""
    return getattr(_renderer(value), form)(value, lang=lang)


def glance(value: object, lang: str = "en") -> str:
    """Return what a notebook shows of a value: its HTML, of a very long one only the first part."""
    module = _renderer(value)
    shown: str = getattr(module, "glance", module.html)(value, lang=lang)
    return shown


def text(value: object, lang: str = "en") -> str:
    """Return a value as plain text in ``"en"`` or ``"id"``."""
    return clean(draw(value, "text", lang))


def html(value: object, lang: str = "en") -> str:
    """Return a value as an HTML fragment in ``"en"`` or ``"id"``; everything from outside is escaped."""
    shown: str = draw(value, "html", lang)
    return shown


def markdown(value: object, lang: str = "en") -> str:
    """Return a value as Markdown in ``"en"`` or ``"id"``."""
    return clean(draw(value, "markdown", lang))
