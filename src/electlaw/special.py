"""The rules that hold in some regions instead of the general ones: Aceh, Jakarta, Papua, Yogyakarta.

Each names the places it rests on; values that can be computed with (thresholds, majorities) are parameters
with a region, this is the account of them a reader can be shown.
"""

from __future__ import annotations

import attrs

from electlaw.dates import day, when
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.corpus import Corpus
    from electlaw.dates import Day, When
    from electlaw.refs import Ref
    from electlaw.regions.place import Region
    from electlaw.snapshot import Moment
    from electlaw.tables import Row

__all__ = ["SpecialRule", "over", "special_rules"]


@attrs.frozen
class SpecialRule(Shown):
    """A rule that holds in some region instead of the general one, with the places it rests on."""

    region: str
    topic: str
    en: str
    id: str
    basis: tuple[str, ...]
    start: When
    end: When | None
    source: tuple[str, ...]
    verified: str
    #: Places of the general law beside or over which it stands.
    general: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the rule as plain data."""
        return {
            "region": self.region,
            "topic": self.topic,
            "en": self.en,
            "id": self.id,
            "basis": list(self.basis),
            "verified": self.verified,
        }

    def in_force(self, on: Day) -> bool:
        """Whether it is law on the day `on`."""
        iso = day(on)
        return self.start.latest <= iso and (self.end is None or iso < self.end.latest)


def _rule(row: Row) -> SpecialRule:
    return SpecialRule(
        row["region"],
        row["topic"],
        row["en"],
        row["id"],
        tuple(row["basis"].split()),
        when(row["from"]),
        when(row["until"]) if row["until"] else None,
        tuple(row["source"].split()),
        row["verified"],
        tuple(row.get("general", "").split()),
    )


def special_rules(asked: Region, iso: str | None) -> tuple[SpecialRule, ...]:
    """Return the special rules of a region and its province; those in force on `iso` if given."""
    rules = [
        _rule(row) for code in (asked.parent_key, asked.key) if code for row in asked.home.rows("special-rules", code)
    ]
    return tuple(rule for rule in rules if iso is None or rule.in_force(iso))


def over(corpus: Corpus, code: str, place: Ref, moment: Moment) -> tuple[SpecialRule, ...]:
    """Return the rules of a region and its province that stand beside or over a place of the general law."""
    codes = dict.fromkeys((code.partition(".")[0], code))
    rules = [_rule(row) for one in codes for row in corpus.rows("special-rules", one)]
    return tuple(
        rule for rule in rules
        if rule.start.latest <= moment.known and rule.in_force(moment.on) and any(_meet(g, place) for g in rule.general)
    )  # fmt: skip


def _meet(one: str, other: str) -> bool:
    """Whether one place is or holds the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
