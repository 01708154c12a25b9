"""Fuzzes the scanner, the checker and what draws their reports, guided by coverage; see CONTRIBUTING.md.

Any text must be read without an exception, its citations in order and within it, its findings within it, and its
reports free of what no page or terminal can hold.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["electlaw.citations", "electlaw.render.check"]):
    from electlaw.citations import check_text, named_in
    from electlaw.render import check as drawn

FRAGMENTS = [
    "Pasal ", "ayat (2) ", "huruf q ", "UU ", "Undang-Undang ", "UUD ", "Nomor ", "10/2016 ", "Tahun 2016 ", "jo ",
    "tentang ", "Perubahan Kedua atas ", "Putusan MK ", "60/PUU-XXII/2024 ", "23 P/HUM/2024 ", "mengubah ",
    "menetapkan ambang batas 25 persen ", "dibacakan 21 Agustus 2024 ", "Senin (21/11/2022) ", "\n1. ", "Mengingat:",
    "Pilkada 2024 digelar pada ", "KPUD ", "UUPA ", "<p>", "</p>", "**", "&#32;", "\ud800", "\x00", "é",
]  # fmt: skip


def text_of(given: atheris.FuzzedDataProvider) -> str:
    if given.ConsumeBool():
        return given.ConsumeUnicode(400)
    last = len(FRAGMENTS) - 1
    return "".join(
        FRAGMENTS[given.ConsumeIntInRange(0, last)] if given.ConsumeBool() else given.ConsumeUnicode(3)
        for _ in range(given.ConsumeIntInRange(0, 40))
    )


def one(data: bytes) -> None:
    given = atheris.FuzzedDataProvider(data)
    text = text_of(given)
    on = given.PickValueInList([None, "2022-11-21", "2016-06-30", "1999-01-01"])
    report = check_text(text, on=on, markup=given.PickValueInList([False, "html", "markdown"]))
    end = 0
    for citation in report.citations:
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        end = citation.end
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(text)
    for name in named_in(text):
        assert text[name.start : name.end] == name.text
    drawn.text(report).encode()
    drawn.html(report).encode()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
