"""The whole chain as JSON keeps the schema it publishes; what is in it is what the law answers."""

from __future__ import annotations

import json

import pytest

import electlaw
from electlaw.cli import main
from electlaw.export import chain, schema, schema_names
from electlaw.refs import from_akn

jsonschema = pytest.importorskip("jsonschema")

LAST_KNOWN = electlaw.DATA_AS_OF


@pytest.fixture(scope="module")
def pilkada() -> dict[str, object]:
    law = electlaw.at(LAST_KNOWN)
    return chain(law.corpus, "uu-10-2016", law.moment)


@pytest.mark.parametrize("name", schema_names())
def test_every_published_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "id", ["uu-1-2015", "uu-32-2004", "uu-11-2006", "uu-2-2024", "uu-29-2007", "uu-7-2017", "pkpu-8-2024"]
)
@pytest.mark.parametrize("on", ["2014-10-02", "2024-08-20", "2029-01-01"])
def test_a_chain_keeps_the_schema(id: str, on: str) -> None:
    law = electlaw.at(on)
    found = json.loads(json.dumps(chain(law.corpus, id, law.moment)))
    assert list(jsonschema.Draft202012Validator(schema("chain")).iter_errors(found)) == []


def test_the_schema_refuses_what_is_none(pilkada: dict[str, object]) -> None:
    validator = jsonschema.Draft202012Validator(schema("chain"))
    assert not validator.is_valid({**pilkada, "on": "20 August 2024"})
    assert not validator.is_valid({**pilkada, "surprise": 1})


def test_the_chain_is_whole(pilkada: dict[str, object]) -> None:
    places = pilkada["places"]
    assert isinstance(places, list)
    assert (pilkada["text"], pilkada["complete"]) == ("uu-1-2015", True)
    articles = [item for item in places if item["place"].startswith("pasal-") and "/" not in item["place"]]
    assert len(articles) == 250
    assert all(item["acts"] and item["versions"] for item in places)
    by = {act["by"] for item in places for act in item["acts"]}
    assert {"perppu-1-2014", "uu-8-2015", "uu-10-2016", "perppu-2-2020", "uu-1-2026", "mk-60-puu-xxii-2024"} <= by


def test_what_is_exported_is_what_the_law_answers(pilkada: dict[str, object]) -> None:
    law = electlaw.at(LAST_KNOWN)
    places = pilkada["places"]
    assert isinstance(places, list)
    for item in places[::50]:
        found = law.provision(f"uu-1-2015/{item['place']}")
        assert (item["state"], item["version"]) == (found.state, found.version)
        assert from_akn(item["iri"]) == found.place


def test_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert "chain" in json.loads(capsys.readouterr().out)["schemas"]
    assert main(["schema", "chain"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "The chain of one text"
    assert main(["schema", "chian"]) == 2
    assert "chain" in capsys.readouterr().err
    assert main(["export", "UU 2/2024", "--on", LAST_KNOWN]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "not_yet"


def test_an_unknown_instrument() -> None:
    law = electlaw.at(LAST_KNOWN)
    with pytest.raises(electlaw.NotFound):
        chain(law.corpus, "uu-10-2061", law.moment)
