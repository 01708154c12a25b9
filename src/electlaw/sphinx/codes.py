"""The codes of findings as nodes: what each means, where it is found and where not, and how to silence it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.refs import cite
from electlaw.sphinx.examples import CodeExample, code_examples
from electlaw.sphinx.markup import both, day_both, el, link, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.findings import Finding

__all__ = ["GROUPS", "code_anchor", "codes_index", "codes_of", "codes_page"]

#: The groups of codes, each with a page, and their names.
GROUPS = {"text": ("Texts", "Teks"), "meeting": ("Coordination meetings", "Rapat koordinasi")}
_SEVERITIES = {"E": ("error", "kesalahan"), "W": ("warning", "peringatan"), "I": ("information", "keterangan")}


def code_anchor(code: str) -> str:
    """Return the anchor of a code on the page of its group: ``e109``."""
    return code.lower()


def codes_of(group: str) -> list[CodeExample]:
    """Return the examples of a group of codes, by number."""
    meeting = group == "meeting"
    return [example for example in code_examples().values() if isinstance(example.input, dict) == meeting]


def codes_index() -> Iterator[nodes.Node]:
    """Yield all codes: those of the checks of texts and meetings, and how those of rules are made."""
    for group, (en, id) in GROUPS.items():
        rows = [
            [[link("code", one.code, el("code", one.code))], [_severity(one.code)], both(one.title.en, one.title.id)]
            for one in codes_of(group)
        ]
        heads = (both("Code", "Kode"), both("Gravity", "Bobot"), both("What it says", "Artinya"))
        yield section(group, en, id, table(heads, rows))
    text = both(
        "The code of a rule's finding is a letter and the rule's number: E where it fails, W where it cannot be "
        "decided, I where it passes or does not apply. What the numbers mean: ",
        "Kode temuan aturan adalah huruf dan nomor aturannya: E bila tidak memenuhi, W bila belum dapat ditentukan, I "
        "bila memenuhi atau tidak berlaku. Arti nomornya: ",
    )
    rules = link("page", "rules/index", *both("the rules", "daftar aturan"))
    yield section("aturan", "Rules", "Aturan", el("p", *text, rules, "."))


def _severity(code: str) -> nodes.Node:
    return el("span", both(*_SEVERITIES[code[0]]), class_=f"el-badge el-gravity-{code[0]}")


def codes_page(corpus: Corpus, group: str) -> Iterator[nodes.Node]:
    """Yield the codes of a group, each with an example run at build time."""
    yield el("p", *_silence_all(group), class_="el-lead")
    for example in codes_of(group):
        title = (f"{example.code}: {example.title.en}", f"{example.code}: {example.title.id}")
        yield section(code_anchor(example.code), *title, _code(corpus, example))


def _silence_all(group: str) -> list[nodes.Node]:
    if group == "text":
        return both(
            "What the checker of texts finds. Where the data are not sure it says nothing.",
            "Yang ditemukan pemeriksa teks. Bila datanya tidak pasti, ia diam.",
        )
    return both(
        "What the check of a meeting's papers finds, by the law as known on its day.",
        "Yang ditemukan pemeriksaan naskah rapat, menurut hukum yang diketahui pada harinya.",
    )


def _code(corpus: Corpus, example: CodeExample) -> Iterator[nodes.Node]:
    yield el("p", _severity(example.code), " ", both(example.about.en, example.about.id))
    when = [*both(" on ", " pada "), *day_both(example.on)] if example.on else []
    yield el("p", el("strong", both("Found", "Ditemukan"), *when, both(" in:", " dalam:")), class_="el-example-head")
    found = example.findings()
    yield _shown(example.input, found)
    yield el("ul", [el("li", *_finding(corpus, item)) for item in found[:3]])
    yield el("p", el("strong", both("Not in:", "Tidak dalam:")), class_="el-example-head")
    yield _shown(example.clean, ())
    yield _silence(example)


def _shown(given: str | dict[str, object], found: tuple[Finding, ...]) -> nodes.Node:
    """Return a text with what was found in it marked, or the fields of a meeting."""
    if isinstance(given, dict):
        return el("pre", el("code", _toml(given)), class_="el-sample")
    parts: list[nodes.Node] = []
    at = 0
    for item in sorted(found, key=lambda one: one.start or 0):
        if item.start is None or item.end is None or item.start < at:
            continue
        parts += [nodes.Text(given[at : item.start]), el("mark", given[item.start : item.end])]
        at = item.end
    return el("blockquote", *parts, given[at:], class_="el-sample", lang="id")


def _toml(given: dict[str, object]) -> str:
    lines = []
    for name, value in given.items():
        if isinstance(value, dict):
            inner = ", ".join(f"{key} = {json.dumps(one, ensure_ascii=False)}" for key, one in value.items())
            lines.append(f"{name} = {{ {inner} }}")
        elif isinstance(value, list):
            items = ", ".join(
                json.dumps(one, ensure_ascii=False)
                if not isinstance(one, dict)
                else "{ " + ", ".join(f"{key} = {json.dumps(word)}" for key, word in one.items()) + " }"
                for one in value
            )
            lines.append(f"{name} = [{items}]")
        else:
            lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines)


def _finding(corpus: Corpus, item: Finding) -> list[nodes.Node]:
    shown = both(item.message["en"], item.message["id"])
    grounds: list[nodes.Node] = []
    for ground in item.basis[:4]:
        if corpus.instrument(ground.ref.partition("/")[0]) is None:
            continue
        grounds += [nodes.Text("; ")] if grounds else []
        grounds.append(link("pasal" if "/" in ground.ref else "instrument", ground.ref, cite(ground.ref, short=True)))
    if item.corrected is not None:
        shown += [*both(". Right: ", ". Yang benar: "), el("em", item.corrected, lang="id")]
    return [*shown, *([el("div", *grounds, class_="el-origin")] if grounds else [])]


def _silence(example: CodeExample) -> nodes.Node:
    head = el("strong", both("To silence it: ", "Agar diam: "))
    if isinstance(example.input, str):
        command = el("code", f"electlaw check --ignore {example.code} …")
        call = el("code", f'electlaw.check_text(text, ignore=["{example.code}"])')
        return el("p", head, command, both(" or ", " atau "), call, ".")
    call = el("code", f'[item for item in meeting.check().findings if item.code != "{example.code}"]')
    return el("p", head, call, ".")
