"""Folding a bill in never touches the log it is folded over, and changes only what it acts on."""

from hypothesis import given

from electlaw.law import Law
from electlaw.snapshot import Moment
from tests.properties.strategies import PATHS, TEXT, Log, logs, moments


def bill(log: Log) -> dict[str, object]:
    """Return a bill that writes Pasal 2: it amends what the text has, and inserts what it never had."""
    op = "amend" if "pasal-2" in log.corpus().paths(TEXT) else "insert"
    return {
        "id": "uu-99-2005", "kind": "uu", "number": "99", "year": "2005", "title": "a bill",
        "provisions": [{"place": f"{TEXT}/pasal-2", "op": op, "en": "as the bill has it"}],
    }  # fmt: skip


@given(logs(), moments)
def test_a_bill_leaves_the_law_as_it_was(log: Log, days: tuple[str, str]) -> None:
    law = Law(Moment(*days), log.corpus())
    untouched = Law(Moment(*days), log.corpus())
    changed = law.with_instrument(bill(log))
    for path in PATHS:
        place = f"{TEXT}/{path}"
        assert law.provision(place).to_json() == untouched.provision(place).to_json()
        if path != "pasal-2":
            assert changed.provision(place).to_json() == untouched.provision(place).to_json()
    if days[0] >= days[1]:
        assert changed.provision(f"{TEXT}/pasal-2").content_since == "uu-99-2005"
