"""Each day bears one version of a place: the one an independent day-by-day painter finds."""

from hypothesis import given
from hypothesis import strategies as st

from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from tests.properties.strategies import PATHS, SPAN, TEXT, Log, day, logs

DAYS = [day(number) for number in range(SPAN + 1)]


def painted(log: Log, path: str, known: str) -> list[str]:
    """Walk the instruments in the order they became known and overwrite the days each has force."""
    days = [""] * (SPAN + 1)
    for instrument in sorted(log.instruments, key=lambda item: item["known"]):
        if instrument["known"] > known:
            break
        start, end = instrument["from"] or instrument["known"], instrument["until"] or "9999-12-31"
        parent = path.rpartition("/")[0]
        acts = [item for item in log.provisions if item["by"] == instrument["id"]]
        for item in [*(i for i in acts if i["place"] == parent), *(i for i in acts if i["place"] == path)]:
            if item["op"] == "restate" or (item["place"] != path and item["op"] != "repeal"):
                continue
            for number, date in enumerate(DAYS):
                if start <= date < end:
                    days[number] = "" if item["op"] == "repeal" else instrument["id"]
    return days


@given(logs(vague=False, holdings=False), st.integers(0, SPAN))
def test_agrees_with_a_painter_of_days(log: Log, number: int) -> None:
    corpus, known = log.corpus(), day(number)
    for path in PATHS:
        expected = painted(log, path, known)
        for at, version in enumerate(expected):
            found = provision(corpus, Ref(f"{TEXT}/{path}"), Moment(day(at), known))
            assert (found.content_since or "") == version
