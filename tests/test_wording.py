"""A summary is true of its act on the act's own day: it names nothing that came later."""

from __future__ import annotations

import re

import pytest

from electlaw.corpus import builtin
from electlaw.dates import when

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.tables import Row

#: Tables whose rows carry a text of one act, and the column that names the act.
TEXTS = {"holdings": "by", "rulings": "ruling", "institutions": "by", "mandates": "by", "duties": "by"}
CITED = re.compile(
    r"\b(UU|Perppu|PKPU|PP|Perpres|Permendagri|Perbawaslu) (\d+)/((?:19|20)\d\d)|(\d+/PUU-[IVXL]+/20\d\d)"
)
DAY = re.compile(r"\b(?:sejak|since|until|before|sampai|sebelum) ((?:19|20)\d\d-\d\d-\d\d)")


def rows(table: str) -> Iterator[tuple[str, Row]]:
    column = TEXTS[table]
    for row in builtin().all(table):
        if row[column]:
            yield row[column], row


def later(by: str, text: str) -> list[str]:
    """Return what a text names that was not public when its act was."""
    corpus = builtin()
    act = corpus.instrument(by)
    if act is None:
        return []
    found = [day for day in DAY.findall(text) if day > act.known.latest]
    for kind, number, year, ruling in CITED.findall(text):
        id = f"mk-{ruling.replace('/', '-').lower()}" if ruling else f"{kind.lower()}-{number}-{year}"
        other = corpus.instrument(id)
        known = other.known if other is not None else when(year or ruling[-4:])
        if known.earliest > act.known.latest:
            found.append(id)
    return found


@pytest.mark.parametrize("table", TEXTS)
def test_texts_of_an_act_name_nothing_later(table: str) -> None:
    for by, row in rows(table):
        for column in ("en", "id"):
            assert not later(by, row[column]), row


def test_summaries_of_provisions_name_nothing_later() -> None:
    for text in builtin().texts():
        for row in builtin().all(f"provisions/{text}"):
            for column in ("heading", "heading_id", "en", "id"):
                assert not later(row["by"], row[column]), row
