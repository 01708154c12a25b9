"""``electlaw check`` over files, folders and streams; its forms of output, its exit codes, the hook for newsrooms."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
from html.parser import HTMLParser
from pathlib import Path

import pytest

from electlaw.checking import LEVELS
from electlaw.citations import check_text, stream_checks
from electlaw.citations.documents import READABLE
from electlaw.cli import main
from electlaw.export import schema
from electlaw.findings import SEVERITIES

ROOT = Path(__file__).parent.parent
#: UUD is the Constitution, so the first is an error; UU 32/2004 was repealed in 2014; the last is right.
WRONG = "Menurut UUD Nomor 10 Tahun 2016, calon harus sehat.\n"
DOUBTFUL = "Kendari, 1 Juli 2020\nPenjabat diangkat berdasarkan UU Nomor 32 Tahun 2004.\n"
RIGHT = "Menurut UU Nomor 10 Tahun 2016, calon harus sehat.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "later").mkdir(parents=True)
    (folder / "a.txt").write_text(WRONG)
    (folder / "b.md").write_text(RIGHT)
    (folder / "later" / "c.html").write_text(f"<p>{WRONG}</p>")
    (folder / "later" / "photo.jpg").write_bytes(b"\xff\xd8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    code = main(["check", *map(str, args), "--lang", "en"])
    return code, *capsys.readouterr()


def test_a_folder_gives_one_report_for_each_readable_file(articles, capsys) -> None:
    code, out, err = run(capsys, articles, "--format", "json")
    data = json.loads(out)
    assert (code, err, data["schema_version"]) == (1, "", 1)
    assert [os.path.relpath(one["source"], articles) for one in data["reports"]] == ["a.txt", "b.md", "later/c.html"]
    assert [[item["code"] for item in one["findings"]] for one in data["reports"]] == [["E101"], [], ["E101"]]


def test_lines_of_json_hold_what_json_holds(articles, capsys) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    lines = [json.loads(line) for line in run(capsys, articles, "--format", "jsonl")[1].splitlines()]
    whole = json.loads(run(capsys, articles, "--format", "json")[1])["reports"]
    assert {(line.pop("schema_version"), line.pop("schema")) for line in lines} == {(1, "check")}
    assert lines == whole
    for line in lines:
        jsonschema.validate(line, schema("check"))


def test_the_text_of_several_ends_with_the_count(articles, capsys) -> None:
    out = run(capsys, articles / "a.txt", articles / "b.md")[1]
    assert out.splitlines()[-1] == "texts: 2, citations: 2, errors: 1, warnings: 0, notes: 0, not read: 0"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (RIGHT, (), 0), (WRONG, (), 1), (DOUBTFUL, (), 0), (DOUBTFUL, ("--fail-on", "warning"), 1),
        (RIGHT, ("--fail-on", "info"), 0), (WRONG, ("--ignore", "E101"), 0),
    ],
)  # fmt: skip
def test_exit_codes(tmp_path, capsys, text, options, code) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert run(capsys, tmp_path / "a.txt", *options)[0] == code


def test_the_levels_are_the_severities_of_findings() -> None:
    assert LEVELS == SEVERITIES


def test_what_cannot_be_read_is_named_and_the_rest_is_judged(articles, capsys) -> None:
    (articles / "d.txt").write_bytes(b"\xff\xfe\xfa")
    code, out, err = run(capsys, articles, articles / "none.txt", "--format", "jsonl")
    assert code == 2
    assert len(out.splitlines()) == 3
    assert [line.partition("articles/")[2].partition(":")[0] for line in err.splitlines()] == ["d.txt", "none.txt"]


def test_a_folder_without_readable_files_is_unusable(tmp_path, capsys) -> None:
    assert run(capsys, tmp_path)[0] == 2


@pytest.mark.parametrize("option", [["--select", "X9"], ["--ignore", "E999"], ["--select", "E", "--select", "W1O7"]])
def test_a_code_that_does_not_exist_is_refused_before_any_text_is_read(articles, capsys, option) -> None:
    assert main(["check", str(articles), *option]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert option[-1] in err


def test_closed_standard_input_is_one_line(capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for form in ("text", "json"):
        assert main(["check", "-", "--format", form, "--lang", "en"]) == 2
        assert "standard input is closed" in capsys.readouterr().err


def test_a_wrong_day_is_said_once(articles, capsys) -> None:
    code, out, err = run(capsys, articles, "--on", "2024-02-30")
    assert (code, out, err.count("\n")) == (2, "", 1)


# -- output to a file -----------------------------------------------------------------------------------


def test_the_output_appears_whole(articles, tmp_path, capsys) -> None:
    target = tmp_path / "found.jsonl"
    code, out, _ = run(capsys, articles, "--format", "jsonl", "--out", target)
    assert (code, out) == (1, "")
    assert len(target.read_text().splitlines()) == 3
    assert sorted(os.listdir(tmp_path)) == ["articles", "found.jsonl"]


def test_the_output_of_before_stays_if_the_run_breaks(articles, tmp_path, monkeypatch) -> None:
    target = tmp_path / "found.html"
    target.write_text("before")
    monkeypatch.setattr("electlaw.citations.documents.read_document", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["check", str(articles), "--format", "html", "--out", str(target)])
    assert target.read_text() == "before"
    assert sorted(os.listdir(tmp_path)) == ["articles", "found.html"]


def test_an_output_that_cannot_be_written_is_one_line(articles, tmp_path, capsys) -> None:
    code, _, err = run(capsys, articles, "--out", tmp_path / "none" / "found.txt")
    assert (code, err.count("\n")) == (2, 1)


# -- annotated HTML -------------------------------------------------------------------------------------


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, _: object) -> None:
        self.seen.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_well_formed_and_escapes_what_it_shows(tmp_path, capsys) -> None:
    hostile = (
        '<script>alert(1)</script> & "x" <img src=x onerror=y> \x1b]0;t\x07\r\nMenurut UUD Nomor 10 Tahun 2016 <b>'
    )
    for name in ("a.txt", "b.html", "<i>c.md"):
        (tmp_path / name).write_bytes(hostile.encode())
    _, out, _ = run(capsys, tmp_path, "--format", "html")
    tags = _Tags()
    tags.feed(out)
    assert tags.open == []
    assert not tags.seen & {"script", "img", "b", "i"}
    assert tags.text.count("<script>alert(1)</script>") == 3
    assert not set(out) & set("\x1b\x07\r")
    assert 'charset="utf-8"' in out


# -- offsets --------------------------------------------------------------------------------------------


def test_offsets_in_html_are_those_of_the_file(tmp_path, capsys) -> None:
    raw = "<html><body>\n<p>Menurut <i>UUD&nbsp;Nomor</i> 10 Tahun 2016 — ya.</p>\n"
    (tmp_path / "a.html").write_text(raw, encoding="utf-8")
    data = json.loads(run(capsys, tmp_path / "a.html", "--format", "json")[1])
    (finding,) = data["findings"]
    assert raw[finding["start"] : finding["end"]] == "UUD"


def test_offsets_in_word_files_lead_to_the_paragraph(tmp_path, capsys) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in ("Pembuka.", "", f"Ya. {WRONG.strip()}"):
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    data = json.loads(run(capsys, tmp_path / "a.docx", "--format", "json")[1])
    (finding,) = data["findings"]
    part = [part for part in data["parts"] if part["start"] <= finding["start"]][-1]
    assert (part["kind"], part["number"]) == ("paragraph", 3)
    assert f"Ya. {WRONG}"[finding["start"] - part["start"] :].startswith("UUD")
    assert "  paragraph 3, 1:13  E101 error:" in run(capsys, tmp_path / "a.docx")[1]


# -- standard input in a stream -------------------------------------------------------------------------


class _Stream:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input_is_read_as_a_stream(capsys, monkeypatch) -> None:
    line = f"{WRONG.strip()} Sekian.\n\n"
    monkeypatch.setattr("sys.stdin", _Stream(("\ufeff" + line * 60_000).encode()))
    lines = [json.loads(one) for one in run(capsys, "-", "--format", "jsonl")[1].splitlines()]
    assert len(lines) > 1
    starts = [finding["start"] for one in lines for finding in one["findings"]]
    assert starts == [len("Menurut ") + index * len(line) for index in range(60_000)]


@pytest.mark.parametrize("data", [b"", b" \n", b"a\x00b", b"Pasal \xff"])
def test_standard_input_that_is_no_text(capsys, monkeypatch, data) -> None:
    for form in ("text", "json", "jsonl", "html"):
        monkeypatch.setattr("sys.stdin", _Stream(data))
        code, _, err = run(capsys, "-", "--format", form)
        assert (code, err.count("\n")) == (2, 1)


def test_a_stretch_knows_the_day_and_the_law_named_before_it() -> None:
    filler = "Rapat itu berjalan lancar dan selesai sore hari.\n" * 200
    text = f"Kendari, 1 Juli 2020\n{DOUBTFUL}{filler}\nPasal 33A UU tersebut berlaku.\n{filler}{WRONG}"
    whole = check_text(text)
    reports = list(stream_checks([text[at : at + 7] for at in range(0, len(text), 7)], block=120))
    assert len(reports) > 2
    assert "".join(report.text for report in reports) == text
    assert [report.on for report in reports] == ["2020-07-01"] * len(reports)
    assert [(c.start, c.end, c.instrument) for report in reports for c in report.citations] == [
        (c.start, c.end, c.instrument) for c in whole.citations
    ]
    assert [item for report in reports for item in report.findings] == list(whole.findings)
    for report in reports:
        for finding in report.findings:
            assert report.cited(finding.start, finding.end) == text[finding.start : finding.end]
        assert text[: report.offset].count("\n") == report.line - 1


# -- the hook -------------------------------------------------------------------------------------------


def _hook() -> dict[str, str]:
    """Read the one hook of the file: keys and plain values, no more of YAML than that."""
    lines = (ROOT / ".pre-commit-hooks.yaml").read_text().splitlines()
    assert [line[:2] for line in lines] == ["- ", *["  "] * (len(lines) - 1)]
    return dict(line[2:].split(": ", 1) for line in lines)


def test_the_hook_runs_the_command_on_every_kind_of_file_it_takes(articles, capsys) -> None:
    hook = _hook()
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    for ending in READABLE:
        assert re.search(hook["files"], f"drafts/a{ending}")
    assert not re.search(hook["files"], "a.py")
    program, *arguments = shlex.split(hook["entry"])
    assert program in (ROOT / "pyproject.toml").read_text().partition("[project.scripts]")[2].split()
    assert main([*arguments, str(articles / "a.txt"), str(articles / "b.md")]) == 1
    assert main([*arguments, str(articles / "b.md")]) == 0
    assert "E101" in capsys.readouterr().out


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_device_is_written_and_stays_one(articles, capsys) -> None:
    code, _, err = run(capsys, articles, "--out", "/dev/full", "--lang", "en")
    assert (code, err.count("\n")) == (2, 1)
    assert "/dev/full: cannot be written" in err
    assert not os.path.isfile("/dev/full")
    assert run(capsys, articles, "--out", "/dev/null")[0] == 1
    assert not os.path.isfile("/dev/null")


def test_a_pipe_or_a_device_in_a_folder_is_no_file_to_check(articles, capsys) -> None:
    os.mkfifo(articles / "pipe.txt")
    (articles / "zero.txt").symlink_to("/dev/zero")
    (articles / "link.txt").symlink_to(articles / "b.md")
    code, out, _ = run(capsys, articles, "--format", "json")
    sources = [os.path.relpath(one["source"], articles) for one in json.loads(out)["reports"]]
    assert (code, sources) == (1, ["a.txt", "b.md", "link.txt", "later/c.html"])


def test_what_a_text_says_never_costs_a_file_its_report(articles, capsys) -> None:
    # An elucidation is cited without the pasal its ayat stands in.
    (articles / "d.txt").write_text(f"Penjelasan UU 1/2015 ayat (1) mengaturnya. {WRONG}")
    code, out, err = run(capsys, articles / "d.txt", articles / "a.txt", "--format", "json")
    assert (code, err) == (1, "")
    assert [[item["code"] for item in one["findings"]] for one in json.loads(out)["reports"]] == [["E101"], ["E101"]]


def test_an_error_names_its_file(articles, capsys, monkeypatch) -> None:
    from electlaw import citations
    from electlaw.errors import NotFound

    def broken(*_: object, **__: object) -> None:
        raise NotFound("no such thing")

    monkeypatch.setattr(citations, "check_text", broken)
    code, _, err = run(capsys, articles / "a.txt", articles / "b.md")
    assert code == 2
    assert [f"{name}: no such thing" in err for name in ("a.txt", "b.md")] == [True, True]
