"""What becomes known later never changes what was known before, but that a name comes to exist."""

from hypothesis import given

from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from tests.properties.strategies import PATHS, TEXT, Log, logs, moments


def answer(log: Log, path: str, moment: Moment) -> dict[str, object]:
    found = provision(log.corpus(), Ref(f"{TEXT}/{path}"), moment).to_json()
    del found["nearest"]  # names are timeless: a place inserted later may be the nearest one
    return found


@given(logs(), moments)
def test_later_instruments_change_no_earlier_answer(log: Log, days: tuple[str, str]) -> None:
    on, known = days
    later = {item["id"] for item in log.instruments if item["known"][:10] > known} - {TEXT}
    before, moment = log.without(later), Moment(on, known)
    for path in PATHS:
        full, cut = answer(log, path, moment), answer(before, path, moment)
        if cut["state"] == "not_found" and full["state"] == "not_yet":
            cut["state"] = "not_yet"
        assert full == cut


@given(logs(vague=False), moments)
def test_a_silent_span_of_knowledge_changes_nothing(log: Log, days: tuple[str, str]) -> None:
    on, known = days
    last = max((item["known"] for item in log.instruments if item["known"] <= known), default=known)
    for path in PATHS:
        now, then = answer(log, path, Moment(on, known)), answer(log, path, Moment(on, last))
        del now["known"], then["known"]
        assert now == then
