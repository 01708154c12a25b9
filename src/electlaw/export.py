"""The whole chain of a text as plain data, in the shape the schema ``chain`` publishes."""

from __future__ import annotations

from electlaw.acts import Act, Holding, Put
from electlaw.corpus import DATA_AS_OF, Corpus
from electlaw.graph import graph
from electlaw.instruments import instrument_state
from electlaw.provisions import provision
from electlaw.refs import Ref, akn, cite
from electlaw.schemas import schema, schema_names
from electlaw.snapshot import Moment, act_json

__all__ = ["chain", "schema", "schema_names"]


def chain(corpus: Corpus, id: str, moment: Moment) -> dict[str, object]:
    """Return everything the log holds on the text an instrument belongs to, as known at a moment.

    Its instruments and what they do to each other, and every place with its state on the day, its versions and the
    acts behind them. Raises `NotFound` for an unknown instrument.
    """
    drawn = graph(corpus, corpus.settled(id), moment)
    text = corpus.base_of(drawn.root)
    state = instrument_state(corpus, text, moment)
    return {
        "schema": "chain",
        "text": text,
        "citation": cite(text),
        "iri": akn(text, moment.on),
        "title": state.title,
        "state": state.state,
        "on": moment.on,
        "known": moment.known,
        "data_as_of": DATA_AS_OF,
        "complete": state.instrument.status == "complete",
        "instruments": drawn.to_json()["nodes"],
        "relations": drawn.to_json()["edges"],
        "places": [_place(corpus, Ref(f"{text}/{path}"), moment) for path in corpus.paths(text)],
    }


def _place(corpus: Corpus, ref: Ref, moment: Moment) -> dict[str, object]:
    found = provision(corpus, ref, moment)
    history = found.history()
    return {
        "place": ref.path,
        "citation": cite(ref),
        "iri": akn(ref, moment.on),
        "heading": {"id": found.heading["id"], "en": found.heading["en"]},
        "state": found.state,
        "version": found.version,
        "content_since": found.content_since,
        "construed_by": list(found.construed_by),
        "struck_by": list(found.struck_by),
        "adjusted_by": list(found.adjusted_by),
        "refers": list(found.refers),
        "verified": found.verified if found.basis else None,
        "acts": [_act(act) for act in history],
        "versions": [version.to_json() for version in history.versions],
    }


def _act(act: Act) -> dict[str, object]:
    item = {**act_json(act), "source": act.source.split()}
    if isinstance(act, Put):
        item["moved"] = act.moved
    if isinstance(act, Holding):
        item["place"] = act.target
    return item
