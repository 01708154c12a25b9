"""A sure answer holds for every exact day inside the vague ones."""

from hypothesis import given
from hypothesis import strategies as st

from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from tests.properties.strategies import PATHS, TEXT, Log, logs, moments


@given(logs(), moments, st.data())
def test_a_sure_answer_survives_every_exact_choice(log: Log, days: tuple[str, str], data: st.DataObject) -> None:
    exact = []
    for item in log.instruments:
        ends = item["known"].split("..")
        exact.append({**item, "known": data.draw(st.sampled_from(ends))})
    sharp = Log(tuple(exact), log.provisions, log.holdings).corpus()
    moment, corpus = Moment(*days), log.corpus()
    for path in PATHS:
        ref = Ref(f"{TEXT}/{path}")
        vague = provision(corpus, ref, moment)
        if vague.doubts or vague.state == "unknown":
            continue
        clear = provision(sharp, ref, moment)
        assert (clear.state, clear.content_since) == (vague.state, vague.content_since)
