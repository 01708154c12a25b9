"""The command: forms of output, exit codes, and one line for each kind of bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from electlaw.cli import main

ROOT = Path(__file__).parent.parent
PACK = str(ROOT / "examples" / "pack-committee")

Run = tuple[int, str, str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> object:
    def call(*args: str) -> Run:
        code = main(args)
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_law_as_json(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("law", "Pasal 40 ayat (1) UU 10/2016", "--on", "2024-08-20", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["place"] == "uu-1-2015/pasal-40/ayat-1"
    assert (found["state"], found["version"], found["content_since"]) == ("in_force", "uu-10-2016", "uu-8-2015")
    assert found["construed_by"] == ["mk-60-puu-xxii-2024"]
    assert set(found["summary"]) == {"id", "en"}
    assert found["verified"] == "text"
    assert [item["by"] for item in found["history"]] == [
        "perppu-1-2014",
        "uu-8-2015",
        "uu-10-2016",
        "mk-60-puu-xxii-2024",
    ]


def test_a_repealed_place_names_the_repealing_instrument(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("law", "Pasal 4", "--on", "2020-01-01", "--format", "json")
    found = json.loads(out)
    assert (code, found["state"], found["version"]) == (0, "repealed", "uu-8-2015")


def test_a_place_that_never_existed(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("law", "Pasal 33A", "--on", "2020-01-01", "--format", "json")
    found = json.loads(out)
    assert (code, found["state"]) == (1, "not_found")
    assert "uu-1-2015/pasal-33" in found["nearest"]


def test_an_instrument_that_never_existed(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("law", "UU 10/2061", "--on", "2020-01-01", "--format", "json")
    found = json.loads(out)
    assert (code, found["state"]) == (1, "not_found")
    assert "uu-10-2016" in found["nearest"]


def test_an_instrument(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("law", "UU 22/2014", "--on", "2014-10-02", "--format", "json")
    found = json.loads(out)
    assert (code, found["state"], found["repealed_by"]) == (0, "repealed", "perppu-1-2014")


def test_what_was_known_then(run) -> None:  # type: ignore[no-untyped-def]
    args = ("law", "Pasal 7 ayat (2) huruf n", "--on", "2024-09-22", "--format", "json")
    then, now = run(*args), run(*args, "--known", "2026-01-01")
    assert "mk-129-puu-xxii-2024" not in json.loads(then[1])["construed_by"]
    assert "mk-129-puu-xxii-2024" in json.loads(now[1])["construed_by"]


def test_diff(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("diff", "2024-08-19", "2024-08-21", "--format", "json")
    groups = json.loads(out)["by_instrument"]
    assert code == 0
    assert "uu-1-2015/pasal-40/ayat-1" in groups["mk-60-puu-xxii-2024"]


def test_region(run) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("region", "Bau-Bau", "--format", "json")
    found = json.loads(out)
    assert (code, found["code"], found["kind"], found["time_zone"]) == (0, "74.72", "city", "WITA")


def test_a_pack_joins(run) -> None:  # type: ignore[no-untyped-def]
    decree = "keputusan-kepala-badan-kesbangpol-sulawesi-tenggara-99-2022"
    code, out, _ = run("law", decree, "--on", "2022-11-21", "--pack", PACK, "--format", "json")
    assert (code, json.loads(out)["state"]) == (0, "in_force")


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("law", "Pasal 54D", "--on", "2020-01-01"),
        ("law", "UU 10/2016", "--on", "2020-01-01"),
        ("diff", "2024-08-19", "2024-08-21"),
        ("region", "Sultra"),
        ("brief", "Sultra", "--on", "2022-11-21"),
        ("stages", "pilkada-2024", "--on", "2024-09-01"),
        ("meeting", "Sultra", "--on", "2022-11-21"),
    ],
)
def test_every_answer_in_both_languages(run, command, lang, form) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run(*command, "--lang", lang, "--format", form)
    assert (code, err) == (0, "")
    assert len(out) > 100


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("law", "nonsense", "--on", "2020-01-01"), "names no instrument"),
        (("law", "Pasal 7 ayat (0)", "--on", "2020-01-01"), "numbered 0"),
        (("law", "Pasal ７", "--on", "2020-01-01"), "ordinary digit"),
        (("law", "Pasal 7", "--on", "1990-01-01"), "before the log"),
        (("law", "Pasal 7", "--on", "21/11/2022"), "not a day"),
        (("diff", "2020-02-30", "2020-03-01"), "not a day"),
        (("region", "Bandung"), "fits several"),
        (("region", "Kendarii"), "Kota Kendari"),
        (("region", ""), ""),
        (("brief", "Atlantis", "--on", "2022-11-21"), "no region"),
        (("check", "no-such-file.txt"), "no such file"),
        (("law", "Pasal 7", "--on", "2020-01-01", "--pack", "no-such-pack"), "no such file or directory"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(run, args, reason) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run(*args, "--lang", "en")
    assert (code, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"PK\x00\x01", "binary"),
        ("Pasal 7 ayat \xa7".encode("latin-1"), "not UTF-8"),
    ],
)
def test_unusable_files(run, tmp_path, data, reason) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    code, _, err = run("check", str(path), "--lang", "en")
    assert code == 2
    assert reason in err
    assert str(path) in err


def test_data_check_of_the_built_in_log(run) -> None:  # type: ignore[no-untyped-def]
    assert run("data", "check")[:2] == (0, "no problems\n")


def test_data_check_of_a_bad_pack(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "bad.toml").write_text("id = ", encoding="utf-8")
    code, out, _ = run("data", "check", str(tmp_path))
    assert code == 1
    assert "bad.toml" in out


def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "electlaw.cli", "diff", "2014-10-01", "2026-01-01"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    assert "electlaw brief Sultra --on 2022-11-21" in capsys.readouterr().out


def test_meetings_and_briefs_as_word_files(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("docx")
    for command in ("meeting", "brief"):
        path = tmp_path / f"{command}.docx"
        code, _, _ = run(command, "Sultra", "--on", "2022-11-21", "--format", "docx", "--out", str(path))
        assert code == 0
        assert path.read_bytes()[:2] == b"PK"
    code, _, err = run("meeting", "Sultra", "--on", "2022-11-21", "--format", "docx", "--lang", "en")
    assert (code, err) == (2, "electlaw: a Word file needs --out FILE\n")


def test_a_meeting_written_down_is_checked(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "rakor.toml"
    path.write_text('title = "Rapat"\ndate = 2022-11-21\nregion = "Sultra"\n', encoding="utf-8")
    code, out, _ = run("meeting", str(path), "--format", "json")
    assert code in (0, 1)
    assert json.loads(out)["findings"]


@pytest.mark.parametrize(
    "args", [["brief", "Kota", "Kendari"], ["law"], ["nonsense"], ["law", "Pasal 7", "--format", "pdf"], []]
)
def test_wrong_arguments_are_one_line(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(args)
    assert stop.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_ruling_tells_what_it_did(run) -> None:  # type: ignore[no-untyped-def]
    _, out, _ = run("law", "Putusan MK 60/PUU-XXII/2024", "--on", "2024-09-01", "--format", "json")
    found = json.loads(out)
    assert found["outcome"] == "granted-in-part"
    assert {"place": "uu-1-2015/pasal-40/ayat-3", "op": "struck"} in found["effects"]


def test_findings_are_selected_and_ignored(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "report.html"
    path.write_text("<p>Undang-Undang (UUD) Nomor 10 Tahun 2016</p><p>Senin, 27 November 2024</p>", encoding="utf-8")
    codes = [
        {item["code"] for item in json.loads(run("check", str(path), "--format", "json", *more)[1])["findings"]}
        for more in ((), ("--select", "e111"), ("--ignore", "E101,E111"))
    ]
    assert codes == [{"E101", "E111"}, {"E111"}, set()]


def test_an_answer_of_any_form_goes_into_a_file(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "brief.json"
    code, out, _ = run("brief", "Sultra", "--on", "2022-11-21", "--format", "json", "--out", str(path))
    assert (code, out) == (0, "")
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == "brief"
    assert [found.name for found in tmp_path.iterdir()] == ["brief.json"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_file_that_cannot_be_written_is_named(run, tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path in ("/dev/full", str(tmp_path / "no" / "such"), str(tmp_path)):
        code, _, err = run("brief", "Sultra", "--on", "2022-11-21", "--out", path, "--lang", "en")
        assert (code, err.count("\n")) == (2, 1)
        assert f"{path}: cannot be written" in err
    assert list(tmp_path.iterdir()) == []


def test_a_meeting_report_has_no_word_form(run) -> None:  # type: ignore[no-untyped-def]
    meeting = str(ROOT / "examples" / "rakor.toml")
    code, _, err = run("meeting", meeting, "--format", "docx", "--lang", "en")
    assert (code, err) == (2, "electlaw: only a draft has a Word form\n")


def test_the_package_runs_as_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "electlaw", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("electlaw ")


@pytest.mark.parametrize("command", ["graph", "export"])
def test_what_draws_an_instrument_takes_no_place(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "Pasal 999", "--lang", "en"]) == 2
    assert "is a place: name an instrument (nearest: UU 1/2015)" in capsys.readouterr().err


@pytest.mark.parametrize(("command", "form"), [("graph", "mermaid"), ("export", "json"), ("law", "text")])
def test_the_help_names_the_form_that_is_written_by_default(
    command: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, said in (("en", f"(default: {form})"), ("id", f"(bawaan: {form})")):
        with pytest.raises(SystemExit):
            main([command, "--help", "--lang", lang])
        assert said in capsys.readouterr().out


def test_stages_can_be_narrowed_and_an_unknown_schedule_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stages", "pilkada-2024", "--on", "2024-08-27", "--next", "2", "--format", "json"]) == 0
    assert [row["state"] for row in json.loads(capsys.readouterr().out)] == ["ahead", "ahead"]
    assert main(["stages", "pilkada-2024", "--on", "2024-08-27", "--state", "running", "--format", "json"]) == 0
    assert {row["state"] for row in json.loads(capsys.readouterr().out)} == {"running"}
    assert main(["stages", "psu-2022-yalimo", "--on", "2020-01-01", "--format", "json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == []
    assert "no stage was known" in shown.err
