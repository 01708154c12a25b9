"""The low room where values find their renderers, by name at first use, so that no value imports upwards."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["html", "markdown", "text"]

#: Class name to the module of `electlaw.render` that draws it; each has functions ``text`` and ``html``.
_RENDERERS = {
    "Brief": "brief",
    "CaseReport": "rules",
    "Comparison": "rules",
    "Deadline": "schedule",
    "Diff": "law",
    "InstrumentState": "law",
    "Local": "institutions",
    "Matrix": "institutions",
    "Plan": "schedule",
    "Provision": "law",
    "Region": "region",
    "Report": "check",
    "Schedule": "schedule",
    "Stage": "schedule",
    "Value": "law",
}


def _renderer(value: object, form: str) -> Callable[..., str]:
    from importlib import import_module

    module = import_module(f"electlaw.render.{_RENDERERS[type(value).__name__]}")
    renderer: Callable[..., str] = getattr(module, form)
    return renderer


def text(value: object, lang: str = "en") -> str:
    """Return a value as plain text in ``"en"`` or ``"id"``."""
    return _renderer(value, "text")(value, lang=lang)


def html(value: object, lang: str = "en") -> str:
    """Return a value as an HTML fragment in ``"en"`` or ``"id"``; everything from outside is escaped."""
    return _renderer(value, "html")(value, lang=lang)


def markdown(value: object, lang: str = "en") -> str:
    """Return a value as Markdown in ``"en"`` or ``"id"``."""
    return _renderer(value, "markdown")(value, lang=lang)
