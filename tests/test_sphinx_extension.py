"""The Sphinx extension in a project of somebody else's."""

import io
import re

import pytest

pytest.importorskip("sphinx")

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace


def build(tmp_path, pages, conf="", jobs=1):
    """Build pages (name to reStructuredText) and return the output directory, the warnings and the application."""
    source = tmp_path / "source"
    source.mkdir()
    lines = ["extensions = ['electlaw.sphinx']", "html_theme = 'basic'", "keep_warnings = True", conf]
    (source / "conf.py").write_text("\n".join(lines), encoding="utf-8")
    for name, text in pages.items():
        (source / f"{name}.rst").write_text(text, encoding="utf-8")
    warnings = io.StringIO()
    with docutils_namespace():
        app = Sphinx(
            source, source, tmp_path / "out", tmp_path / "trees", "html", status=None, warning=warnings, parallel=jobs
        )
        app.build()
    return tmp_path / "out", re.sub(r"\x1b\[[\d;]*m", "", warnings.getvalue()), app


def test_roles_show_the_official_form(tmp_path):
    text = """
    Title
    =====
    :law:pasal:`uu-10-2016/pasal-7/ayat-2` and :law:pasal:`~Pasal 54D UU 10/2016`,
    :law:ruling:`60/PUU-XXII/2024`, :law:region:`Sultra`, :law:instrument:`the law <UU 10/2016>`.
    """
    out, warnings, _ = build(tmp_path, {"index": re.sub("(?m)^    ", "", text)})
    html = (out / "index.html").read_text(encoding="utf-8")
    for shown in (
        "Pasal 7 ayat (2) Undang-Undang Nomor 10 Tahun 2016",
        ">Pasal 54D UU 10/2016<",
        "Putusan Mahkamah Konstitusi Nomor 60/PUU-XXII/2024",
        "Provinsi Sulawesi Tenggara",
        ">the law<",
    ):
        assert shown in html
    assert not warnings


@pytest.mark.parametrize(
    ("role", "text", "nearest"),
    [
        ("pasal", "Pasal 33A UU 10/2016", "Pasal 33 UU 1/2015"),
        ("instrument", "UU 999/2016", ""),
        ("region", "Sulawesi Tengara", "Sulawesi Tenggara"),
        ("parameter", "nomination.vote_shar", "nomination.vote_share"),
        ("event", "pilkada-2023-x", "pilkada-2023"),
        ("pasal", "Pasal 7 ayat (0)", ""),
        ("rule", "nomination.vote", "nomination.votes"),
        ("institution", "Komisi Pemilihan Umu", "Komisi Pemilihan Umum"),
        ("code", "E1099", "E109"),
    ],
)
def test_an_unknown_reference_is_a_warning_with_file_line_and_choices(tmp_path, role, text, nearest):
    out, warnings, _ = build(tmp_path, {"index": f"Title\n=====\n\n:law:{role}:`{text}`\n"})
    assert re.search(rf"index\.rst:4: WARNING: law:{role}: .*{re.escape(nearest)}", warnings)
    assert (out / "index.html").exists()


@pytest.mark.parametrize(
    "directive",
    [
        "law:provision:: Pasal 40 ayat (3)\n   :on: 2024-13-01",
        "law:provision:: Pasal 33A",
        "law:parameter:: no.such_key",
        "law:graph:: UU 999/2016",
        "law:timeline:: pilkada-1999",
        "law:matrix:: no_such_stage",
        "law:brief:: Nowhere\n   :on: 2022-11-21",
        "law:brief:: Sultra\n   :on: 1999-01-01",
        "law:page:: provision uu-1-2015/pasal-33a",
        "law:page:: nonsense uu-1-2015",
        "law:page:: codes nonsense",
        "law:page:: topic nonsense",
        "law:page:: rules nonsense",
        "law:page:: briefs Nowhere",
        "law:page:: kind nonsense",
    ],
)
def test_a_directive_that_cannot_answer_is_a_warning(tmp_path, directive):
    out, warnings, _ = build(tmp_path, {"index": f"Title\n=====\n\n.. {directive}\n"})
    assert "index.rst:4: WARNING: law:" in warnings
    assert (out / "index.html").exists()


def test_a_provision_on_a_day(tmp_path):
    # MK 60/PUU-XXII/2024 struck Pasal 40 ayat (3) on 20 August 2024
    page = "Title\n=====\n\n.. law:provision:: Pasal 40 ayat (3) UU 10/2016\n   :on: 2024-08-{}\n"
    out, warnings, _ = build(tmp_path, {"index": page.format("19"), "other": ":orphan:\n\n" + page.format("20")})
    assert "el-is-in_force" in (out / "index.html").read_text(encoding="utf-8")
    assert "el-is-struck" in (out / "other.html").read_text(encoding="utf-8")
    assert not warnings


@pytest.mark.parametrize(
    "directive",
    [
        "law:parameter:: nomination.vote_share",
        "law:graph:: UU 10/2016",
        "law:timeline:: pilkada-2020\n   :on: 2020-05-05",
        "law:matrix:: voting_day\n   :on: 2024-11-27\n   :region: Kota Kendari",
        "law:brief:: Sultra\n   :on: 2022-11-21",
        "law:facts::",
        "law:provision:: Pasal 7\n   :dates:",
        "law:page:: codes text",
        "law:page:: topic results",
        "law:page:: rules disputes",
        "law:page:: briefs 31",
    ],
)
def test_directives_draw(tmp_path, directive):
    out, warnings, _ = build(tmp_path, {"index": f"Title\n=====\n\n.. {directive}\n"})
    assert "el-" in (out / "index.html").read_text(encoding="utf-8")
    assert not warnings


def test_the_facts_are_those_of_the_command(tmp_path, capsys):
    import json

    from electlaw.cli import main

    assert main(["facts", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    out, _, _ = build(tmp_path, {"index": "Title\n=====\n\n.. law:facts::\n"})
    html = (out / "index.html").read_text(encoding="utf-8")
    for count in (*said["tables"], said["all"]):
        figures = [count[key] for key in ("text", "report", "recall", "with_open_fields", "total")]
        assert "".join(f"<td>{number:,}</td>\n" for number in figures) in html


def test_any_law_of_the_chain_leads_to_the_one_place(tmp_path):
    pages = {
        "index": "Title\n=====\n\n:law:pasal:`Pasal 40 ayat (3) UU 8/2015`\n\n.. toctree::\n\n   law\n",
        "law": "Law\n===\n\n.. law:page:: provision uu-1-2015/pasal-40\n",
    }
    out, _, _ = build(tmp_path, pages)
    assert 'href="law.html#pasal-40-ayat-3"' in (out / "index.html").read_text(encoding="utf-8")


def test_a_parallel_build_loses_nothing(tmp_path):
    numbers = range(2, 14)
    entries = "".join(f"   p{number}\n" for number in numbers)
    pages = {f"p{n}": f"Pasal {n}\n========\n\n.. law:page:: provision uu-1-2015/pasal-{n}\n" for n in numbers}
    _, _, app = build(tmp_path, {"index": f"Title\n=====\n\n.. toctree::\n\n{entries}", **pages}, jobs=2)
    objects = app.env.get_domain("law").objects
    assert {f"uu-1-2015/pasal-{n}" for n in numbers} <= {id for _, id in objects}
    inventory = (tmp_path / "out" / "objects.inv").read_bytes()
    assert inventory.startswith(b"# Sphinx inventory version 2")


def test_another_project_finds_the_objects(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    out, _, _ = build(first, {"index": "Law\n===\n\n.. law:page:: provision uu-1-2015/pasal-40\n"})
    mapping = {"law": (str(out), None)}
    conf = f"nitpicky = True\nextensions += ['sphinx.ext.intersphinx']\nintersphinx_mapping = {mapping!r}"
    other, warnings, _ = build(second, {"index": "T\n=\n\n:law:pasal:`Pasal 40 ayat (3) UU 10/2016`\n"}, conf)
    html = (other / "index.html").read_text(encoding="utf-8")
    assert "index.html#pasal-40-ayat-3" in html
    assert not warnings


HOSTILE = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_data_for_a_script_cannot_end_it():
    from electlaw.sphinx.markup import json_script

    written = json_script("x", {"name": HOSTILE + "<!--"}).astext()
    assert written.count("<") == 2
    assert written.endswith("</script>")


def test_a_pack_cannot_inject_html(tmp_path):
    pack = tmp_path / "pack"
    pack.mkdir()
    quoted = HOSTILE.replace('"', '\\"')
    (pack / "decree.toml").write_text(
        f'''
id = "keputusan-kpu-9999-2024"
kind = "keputusan-kpu"
number = "9999"
year = "2024"
title = "{quoted}"
enacted = 2024-01-01
known = 2024-01-01
status = "modelled"
source = "example"
verified = "text"
note = "{quoted}"

[[provisions]]
place = "keputusan-kpu-9999-2024/pasal-1"
op = "enact"
heading = "{quoted}"
en = "{quoted}"
id = "{quoted}"
source = "example"
verified = "text"

[[sources]]
key = "example"
note = "{quoted}"
''',
        encoding="utf-8",
    )
    out, _, _ = build(
        tmp_path,
        {"index": "T\n=\n\n.. law:page:: instrument keputusan-kpu-9999-2024\n"},
        f"electlaw_packs = [{str(pack)!r}]",
    )
    html = (out / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in html
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_the_page_of_an_instrument_that_touches_the_general_explanation() -> None:
    from electlaw.corpus import builtin
    from electlaw.sphinx.instruments import instrument_page
    from electlaw.sphinx.pages import index_of

    corpus = builtin()
    index = index_of(corpus)
    touching = {act.by for acts in index.by.values() for act in acts if act.target == "uu-1-2015/penjelasan-umum"}
    assert touching
    for by in touching:
        assert any("general explanation" in node.astext() for node in instrument_page(corpus, index, by))


def test_every_note_shown_has_its_indonesian_and_every_one_kept_is_shown():
    from electlaw.corpus import builtin
    from electlaw.sphinx.examples import own_table
    from electlaw.sphinx.instruments import is_english

    corpus = builtin()
    found = {item.note for item in corpus.instruments()}
    acts = (act for item in corpus.instruments() for act in corpus.relations(item.id))
    found |= {act.detail for act in acts if act.op != "tests" and is_english(act.detail)}
    found |= {row["term"] for row in corpus.all("institutions")}
    tables = ("parameters", *(f"provisions/{text}" for text in corpus.texts()))
    found |= {row["note"] for table in tables for row in corpus.all(table)}
    translated = {row["en"]: row["id"] for row in own_table("notes")}
    assert found - {""} == set(translated)
    assert all(translated.values())


def test_a_note_follows_the_language(tmp_path):
    out, _, _ = build(tmp_path, {"index": "Title\n=====\n\n.. law:page:: instrument uu-1-2015\n"})
    html = (out / "index.html").read_text(encoding="utf-8")
    assert ">Catatan</span>" in html
    assert '<span class="l-id" lang="id">dua pasal; lampirannya adalah teks Perppu 1/2014' in html
