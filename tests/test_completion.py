"""The command as a guest of shells and terminals: completion, examples, colour, broken pipes, full disks, Ctrl-C."""

import argparse
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from electlaw import manual, terminal
from electlaw.cli import _parser, main

ROOT = Path(__file__).parent.parent
ARTICLE = str(ROOT / "examples" / "berita-rakor.txt")
COMMAND = [sys.executable, "-m", "electlaw.cli"]


def commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = (action.choices for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found)


# -- completion -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scripts() -> dict[str, str]:
    pytest.importorskip("shtab")
    return {shell: terminal.completion(_parser(), shell) for shell in terminal.SHELLS}


def complete(script: str, folder: Path, *words: str) -> set[str]:
    """What bash offers for the last of the words typed so far."""
    (folder / "script").write_text(script)
    typed = " ".join(map(shlex.quote, words))
    line = (
        f"source {folder / 'script'}; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; "
        "COMP_TYPE=9; $(complete -p electlaw | sed -E 's/.*-F ([^ ]+) .*/\\1/') electlaw; "
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_offers_commands_options_and_choices(scripts: dict[str, str], tmp_path: Path) -> None:
    assert complete(scripts["bash"], tmp_path, "electlaw", "sc") == {"schema", "scan"}
    assert complete(scripts["bash"], tmp_path, "electlaw", "law", "--his") == {"--history"}
    assert complete(scripts["bash"], tmp_path, "electlaw", "law", "--lang", "") == {"id", "en"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_offers_files_where_they_are_wanted(scripts: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("")
    (tmp_path / "articles").mkdir()
    start = str(tmp_path / "arti")
    both = {str(tmp_path / "article.txt"), str(tmp_path / "articles")}
    for command in ("check", "scan", "validate"):
        assert complete(scripts["bash"], tmp_path, "electlaw", command, start) == both
    assert complete(scripts["bash"], tmp_path, "electlaw", "scan", "x", "--out", start) == {str(tmp_path / "articles")}


@pytest.mark.parametrize("shell", terminal.SHELLS)
def test_every_command_is_in_every_script(scripts: dict[str, str], shell: str) -> None:
    for name in commands():
        assert name in scripts[shell]


@pytest.mark.parametrize("shell", terminal.SHELLS)
def test_shells_can_read_their_scripts(scripts: dict[str, str], shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell}")
    (tmp_path / "script").write_text(scripts[shell])
    subprocess.run([program, "-n", str(tmp_path / "script")], check=True)


def test_the_command_prints_the_script(scripts: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fish"]) == 0
    assert capsys.readouterr().out.strip() == scripts["fish"].strip()


@pytest.mark.parametrize(
    ("args", "reason"), [(("completion", "powershell"), "powershell"), (("law", "UU 1/2015", "--format", "pdf"), "pdf")]
)
def test_an_unknown_shell_or_form_is_named(
    args: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(args)
    assert left.value.code == 2
    assert f"invalid choice: '{reason}'" in capsys.readouterr().err


# -- help -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_help_of_every_command_has_examples_it_can_read(name: str) -> None:
    epilog = commands()[name].epilog or ""
    lines = [line.strip() for line in epilog.splitlines() if line.startswith("  electlaw ")]
    assert lines
    for line in lines:
        words = shlex.split(line)[1:]
        cut = next((index for index, word in enumerate(words) if word in ("|", ">", "<")), len(words))
        assert callable(_parser().parse_args(words[:cut]).run)


def test_one_grammar_for_all_commands() -> None:
    """Every answer has the same four forms at least, every command ``--format`` and ``--lang``."""
    others = {"graph", "export", "schema", "data", "scan", "completion", "check"}
    for name, command in commands().items():
        options = {option: action for action in command._actions for option in action.option_strings}
        assert {"--format", "--lang"} <= set(options)
        if name not in others:
            assert set(options["--format"].choices or ()) >= {"text", "json", "html", "markdown"}
        for day in {"--on", "--known"} & set(options):
            assert options[day].metavar == "DATE"


def test_all_help_has_both_languages() -> None:
    """Every help, description and heading has its Indonesian, and none is left over."""
    english = set(said(_parser()))
    assert english - set(manual.HELP) == set()
    assert set(manual.HELP) - english == set()
    parser = _parser()
    manual.translate(parser)
    same = {text for text in said(parser) if text in english and manual.HELP[text] != text}
    assert same == set()


def said(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield parser.description or ""
    yield from (part for part in (parser.epilog or "").split("\n\n") if part and "electlaw " not in part)
    yield from (group.title or "" for group in parser._action_groups)
    for action in parser._actions:
        yield from filter(None, [action.help])
        if isinstance(action, argparse._SubParsersAction):
            yield from (shown.help or "" for shown in action._choices_actions)
            for command in action.choices.values():
                yield from said(command)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("law",), "argumen ini wajib diisi: REF"),
        (("law", "UU 1/2015", "--format", "pdf"), "argumen --format: pilihan 'pdf' tidak sah"),
        (("law", "UU 1/2015", "--nonsense"), "argumen tidak dikenal: --nonsense"),
        (("law", "UU 1/2015", "--on"), "argumen --on: perlu satu nilai"),
        (("scan", "x", "--out", "y", "--jobs", "two"), "argumen --jobs: 'two' bukan bilangan bulat"),
    ],
)
def test_complaints_about_arguments_speak_indonesian(
    args: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([args[0], "--lang", "id", *args[1:]])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert message in said
    assert "(lihat electlaw" in said


def test_help_speaks_indonesian_where_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit):
        main(["law", "--lang=id", "--help"])
    assert capsys.readouterr().out.startswith("penggunaan: electlaw law")
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "perintah:" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["law", "--lang", "en", "--help"])
    assert capsys.readouterr().out.startswith("usage: electlaw law")


# -- colour ---------------------------------------------------------------------------------------------


def on_a_terminal(args: list[str], **environment: str) -> str:
    """What a command writes when its output is a terminal."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    process = subprocess.Popen(
        [*COMMAND, *args], stdout=follower, env={**kept, "TERM": "xterm", **environment}, close_fds=True
    )
    os.close(follower)
    said = b""
    try:
        while part := os.read(leader, 65536):
            said += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(leader)
    process.wait(60)
    return said.decode()


def test_colour_on_a_terminal_alone() -> None:
    shown = on_a_terminal(["check", ARTICLE, "--lang", "en"])
    assert "\x1b[31mE101 error" in shown
    assert "\x1b[33mW108 warning" in shown
    assert "\x1b" not in on_a_terminal(["check", ARTICLE], NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(["check", ARTICLE], TERM="dumb")
    piped = subprocess.run([*COMMAND, "check", ARTICLE], capture_output=True, check=False).stdout
    assert b"\x1b" not in piped
    assert "\x1b" not in on_a_terminal(["check", ARTICLE, "--format", "json"])


def test_no_text_from_outside_steers_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\x1b]0;judul\x07 Undang-Undang (UUD) Nomor 10 Tahun 2016 \x1b[2J")
    shown = on_a_terminal(["check", str(tmp_path / "a.txt")])
    assert "\x1b]" not in shown
    assert "\x1b[2J" not in shown


def test_the_bar_is_for_terminals(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    args = ["scan", ARTICLE, "--jobs", "1", "--out"]
    done = subprocess.run([*COMMAND, *args, str(tmp_path / "out")], capture_output=True, check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


# -- ends that are not ours -----------------------------------------------------------------------------


def test_a_closed_pipe_is_quiet() -> None:
    line = f"{shlex.join([*COMMAND, 'export', 'UU 1/2015'])} | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.returncode, len(done.stdout), done.stderr) == (0, 10, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, "facts"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert done.stderr.count(b"\n") == 1
    with open("/dev/full", "w") as full:
        line = [*COMMAND, "facts", "--lang", "id"]
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.stderr == b"electlaw: keluaran standar: ruang pada perangkat habis\n"


def test_no_output_at_all() -> None:
    done = subprocess.run(["bash", "-c", f"{shlex.join([*COMMAND, 'facts'])} >&-"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_is_quiet() -> None:
    code = (
        "import signal, sys; from electlaw.cli import main; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "print('ready', flush=True); sys.exit(main(['check', '-']))"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")


def test_an_output_that_cannot_hold_a_letter() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    args = [*COMMAND, "law", "Pasal 40 ayat (1)", "--on", "2024-08-20", "--lang", "en"]
    done = subprocess.run(args, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode("ascii")
