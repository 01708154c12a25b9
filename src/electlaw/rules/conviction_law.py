"""What the law of one day says of convictions, put together once for a law, region and threat."""

from __future__ import annotations

import attrs

from electlaw.rules.asking import ACEH, ask, in_force, letter, places, remembered, together

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.asking import Basis

__all__ = ["ConvictionLaw", "law_on"]


@attrs.frozen
class ConvictionLaw:
    """What the law of one day says of convictions for offences of one threat in one region."""

    threat: Value
    bar: Value
    exception: Value
    length: Value
    start: Value
    end: Value
    #: What the bar rests on, what the exception for ex-convicts, and what their wait.
    basis: Basis
    excepted: Basis
    waits: Basis
    aceh: bool
    #: Whether only offences of five years or more count, negligence and politics excepted (since 2017).
    narrowed: bool
    #: Whether the explanation of 2015 excepts politics, and that of 2016 keeps some offenders out.
    explained: bool
    excluded: bool
    #: Whether the reading of 2019 holds, and whether who does not disclose may wait instead (2015).
    of_2019: bool
    wait_instead: bool


def law_on(law: Law, region: str | None, threat: int | None) -> ConvictionLaw:
    """Return the law on convictions, put together once."""
    return remembered(law, ("convictions", region, threat), _made, law, region, threat)  # type: ignore[no-any-return]


def _made(law: Law, region: str | None, threat: int | None) -> ConvictionLaw:
    aceh = region is not None and region.partition(".")[0] == "11"
    here = ("region", region)
    years = ("threat", threat)
    limit, b1 = ask(law, "candidate.conviction_threat", here)
    bar, b2 = ask(law, "candidate.conviction_bar", here)
    exception, b3 = ask(law, "candidate.exconvict_exception", here, years)
    length, b4 = ask(law, "candidate.exconvict_wait", here, years)
    start, b5 = ask(law, "candidate.exconvict_wait_start", here)
    end, b6 = ask(law, "candidate.exconvict_wait_end", here)
    excluded, _ = ask(law, "candidate.exconvict_excluded")
    named = letter("g")
    explained = [f"uu-1-2015/penjelasan/{name.partition('/')[2]}" for name in named]
    at = places(law, f"{ACEH}/huruf-g") if aceh else places(law, *named, *explained)
    basis = together(at, b1, b2)
    excepted = together(basis, b3)
    return ConvictionLaw(
        limit,
        bar,
        exception,
        length,
        start,
        end,
        basis,
        excepted,
        together(excepted, b4, b5, b6),
        aceh,
        not aceh and in_force(law, "mk-71-puu-xiv-2016"),
        not aceh and bool(places(law, explained[0])),
        not aceh and excluded.state == "set",
        not aceh and in_force(law, "mk-56-puu-xvii-2019"),
        not aceh and in_force(law, "mk-42-puu-xiii-2015") and not in_force(law, "uu-10-2016"),
    )
