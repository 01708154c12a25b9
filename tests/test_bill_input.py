"""A bill can only do what can be done to the law it is folded into; anything else is refused by field."""

from __future__ import annotations

from typing import Any

import pytest

import electlaw
from electlaw.cli import main

GOOD: dict[str, Any] = {"id": "uu-99-2027", "kind": "uu", "number": 99, "year": 2027, "title": "Contoh"}


def on(place: str, op: str = "amend", **more: str) -> dict[str, Any]:
    return {"provisions": [{"place": place, "op": op, "en": "x", **more}]}


def sets(**row: object) -> dict[str, Any]:
    return {"parameters": [{"key": "candidate.min_age", "op": "set", "value": 30, **row}]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "foo"}, "kind: 'foo'"),
        ({"kind": "permendagrii"}, "kind: .*nearest: permendagri"),
        ({"title": ""}, "title: uu-99-2027 has none"),
        ({"id": "uu-10-2016"}, "id: 'uu-10-2016' is in the register already"),
        ({"known": "2027-13-01"}, "instruments: known: "),
        (on("uu-1-2015/pasal-8700"), "provisions: place: 'uu-1-2015/pasal-8700'.*nearest: uu-1-2015/pasal-"),
        (on("uu-1-2015/pasal-40/ayat-99", "repeal"), "nearest: uu-1-2015/pasal-40/ayat-"),
        (on("uu-1-2015/pasal-8700/ayat-1", "insert"), "place: 'uu-1-2015/pasal-8700'"),
        (on("uu-1-9999/pasal-1"), "provisions: place: no instrument 'uu-1-9999'"),
        (on("uu-1-2015/pasal-40a", "insert", moved="pasal-8700"), "provisions: moved"),
        ({"relations": [{"target": "uu-9-9999", "op": "repeals"}]}, "relations: target: no instrument 'uu-9-9999'"),
        ({"relations": [{"target": "uu-10-2061", "op": "amends"}]}, "nearest: uu-10-2016"),
        ({"holdings": [{"place": "uu-1-2015/pasal-8700", "form": "struck", "force": "pronounced"}]}, "holdings: place"),
        (sets(key="candidate.minage"), "parameters: key: .*nearest: candidate.min_age"),
        (sets(value="thirty"), "parameters: value: 'thirty' is no duration"),
        (sets(applies="office~mayor"), "parameters: applies"),
        (sets(by="uu-8-9999"), "parameters: by: no instrument 'uu-8-9999'"),
    ],
)
def test_what_a_bill_cannot_do(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(electlaw.Invalid, match=reason):
        electlaw.at("2026-01-15").with_instrument({**GOOD, **change})


@pytest.mark.parametrize(
    "change",
    [
        {},
        on("uu-1-2015/pasal-40/ayat-1"),
        on("uu-1-2015/pasal-40a", "insert"),
        on("uu-1-2015/pasal-41/ayat-1", "repeal"),
        on("uu-99-2027/pasal-1/ayat-1", "enact"),
        {"provisions": [*on("uu-1-2015/pasal-40z", "insert")["provisions"],
                        *on("uu-1-2015/pasal-40z/ayat-1", "insert")["provisions"]]},
        {"relations": [{"target": "uu-10-2016", "op": "repeals"}]},
        sets(applies="office=governor"),
    ],
)  # fmt: skip
def test_what_a_bill_can_do(change: dict[str, Any]) -> None:
    law = electlaw.at("2027-02-01", known="2026-01-15").with_instrument({**GOOD, **change})
    assert law.instrument("uu-99-2027").state == "in_force"


@pytest.mark.parametrize(
    ("known", "hint"), [("", "no 'known'"), ("2028-01-01", "has force from 2028-01-01, after 2027-02-01"), ("2027", "")]
)
def test_a_comparison_that_may_mislead_says_so(
    tmp_path: Any, capsys: pytest.CaptureFixture[str], known: str, hint: str
) -> None:
    file = tmp_path / "bill.toml"
    known = known and f'known = "{known}"\n'
    file.write_text(f'id = "uu-99-2027"\nkind = "uu"\nnumber = 99\nyear = 2027\ntitle = "Contoh"\n{known}')
    main(["diff", "2027-01-15", "2027-02-01", "--with", str(file), "--lang", "en"])
    complained = capsys.readouterr().err
    assert hint in complained if hint else not complained
