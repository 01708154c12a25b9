"""The few specific kinds of error that electlaw raises.

Every message is one line that names the thing, the reason and, where there are any, the nearest valid
choices. Findings about a text or a case are values, never exceptions.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Ambiguous", "ElectlawError", "Invalid", "NotFound", "OutOfCoverage"]


class ElectlawError(Exception):
    """Base of every error electlaw raises on purpose.

    ``str(error)`` is the English message, `message("id")` the Indonesian one.
    """

    def __init__(self, en: str, *, id: str = "", choices: Sequence[str] = ()) -> None:
        super().__init__(en)
        self.en = en
        self.id = id or en
        #: Nearest valid choices, or the candidates of an ambiguous name; may be empty.
        self.choices: tuple[str, ...] = tuple(choices)

    def message(self, lang: str = "en") -> str:
        """Return the message in ``"en"`` or ``"id"``, with the choices if there are any."""
        text = self.id if lang == "id" else self.en
        if not self.choices:
            return text
        label = "pilihan terdekat" if lang == "id" else "nearest"
        return f"{text} ({label}: {', '.join(self.choices)})"

    def __str__(self) -> str:
        return self.message("en")


class NotFound(ElectlawError, LookupError):
    """The name is well formed, but nothing bears it; `choices` are the nearest names that exist."""


class Ambiguous(ElectlawError, LookupError):
    """The name fits several things; `choices` are the candidates."""


class Invalid(ElectlawError, ValueError):
    """The input cannot be read: the message says what, where and why."""


class OutOfCoverage(ElectlawError, LookupError):
    """The question reaches a date or region the data do not cover; never an empty answer that looks like one."""
