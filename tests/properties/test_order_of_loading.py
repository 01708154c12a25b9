"""The order in which rows are loaded never changes an answer."""

import random

from hypothesis import given
from hypothesis import strategies as st

from electlaw.provisions import provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from tests.properties.strategies import PATHS, TEXT, Log, logs, moments


@given(logs(), moments, st.randoms(use_true_random=False))
def test_order_of_loading_is_irrelevant(log: Log, moment: tuple[str, str], source: random.Random) -> None:
    shuffled = [list(rows) for rows in (log.instruments, log.provisions, log.holdings)]
    for rows in shuffled:
        source.shuffle(rows)
    other = Log(*(tuple(rows) for rows in shuffled))
    for path in PATHS:
        ref = Ref(f"{TEXT}/{path}")
        answers = [provision(corpus, ref, Moment(*moment)).to_json() for corpus in (log.corpus(), other.corpus())]
        assert answers[0] == answers[1]
