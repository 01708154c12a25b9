"""A bill laid over the law gives the same answers as the log read anew with the bill in it."""

from __future__ import annotations

import pytest

import electlaw
from electlaw.corpus import Corpus
from electlaw.diff import states
from electlaw.law import Law
from electlaw.overlay import Overlay
from electlaw.packs import hypothetical
from electlaw.sources import Directory

ON = "2027-06-01"
BASE = {"id": "uu-99-2027", "kind": "uu", "number": 99, "year": 2027, "title": "Contoh", "source": "s"}
BILLS: dict[str, dict[str, object]] = {
    "amends": {"provisions": [{"place": "uu-1-2015/pasal-3/ayat-1", "op": "amend", "en": "x", "source": "s"}]},
    "repeals an article": {"provisions": [{"place": "uu-1-2015/pasal-40", "op": "repeal", "source": "s"}]},
    "repeals a law": {"relations": [{"target": "uu-29-2007", "op": "repeals", "source": "s"}]},
    "meets a condition": {"conditions": [{"condition": "keppres-pemindahan-ibu-kota", "source": "s"}]},
    "sets a value": {
        "parameters": [
            {"key": "nomination.vote_share", "op": "set", "applies": "office=governor", "value": 5, "source": "s"}
        ]
    },
    "construes a law": {
        "holdings": [{"place": "uu-11-2006/pasal-57", "form": "struck", "force": "pronounced", "source": "s"}]
    },
    "construes where content came from": {
        "holdings": [{"place": "uu-1-2015/pasal-201/ayat-3", "form": "holding", "force": "declares", "source": "s"}]
    },
    "a new text": {"provisions": [{"place": "uu-99-2027/pasal-1", "op": "enact", "en": "x", "source": "s"}]},
    "rewrites the register": {"id": "uu-29-2007", "number": 29, "year": 2007},
}


@pytest.mark.parametrize("name", BILLS)
def test_the_overlay_is_the_log_read_anew(name: str) -> None:
    law = electlaw.at(ON, known=electlaw.DATA_AS_OF)
    bill = hypothetical({**BASE, **BILLS[name]}, law.known)
    laid = Law(law.moment, Overlay(law.corpus, bill))
    anew = Law(law.moment, Corpus((Directory(), bill)))
    assert states(laid) == states(anew)
    assert law.diff(laid).changes == law.diff(anew).changes


def test_what_the_bill_does_not_touch_is_the_same_object() -> None:
    law = electlaw.at(ON, known=electlaw.DATA_AS_OF)
    changed = law.with_instrument({**BASE, **BILLS["repeals an article"]})
    assert changed.corpus.place("uu-1-2015/pasal-3/ayat-1") is law.corpus.place("uu-1-2015/pasal-3/ayat-1")
    assert changed.provision("Pasal 40 ayat (1)").state == "repealed"
    assert law.provision("Pasal 40 ayat (1)").state == "in_force"
