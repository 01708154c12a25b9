"""The command as a guest of a terminal: examples, completion, colour, progress, and the run over a corpus."""

from __future__ import annotations

import os
import re
import sys
from typing import cast

from electlaw.errors import Invalid
from electlaw.files import decoded
from electlaw.files import read as read_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from io import BufferedReader
    from typing import IO

    from electlaw.law import Law
    from electlaw.scan import Summary
    from electlaw.schedule import Schedule

__all__ = [
    "EXAMPLES",
    "SHELLS",
    "add_scan",
    "asked_lang",
    "coloured",
    "completion",
    "default_lang",
    "examples",
    "narrowed",
    "put",
    "quiet",
    "read",
    "said",
    "scan",
    "standard_input",
    "whole",
]

SHELLS = ("bash", "zsh", "fish")

#: What the help of each command shows, so that it teaches by example.
EXAMPLES = {
    "brief": ("Sultra --on 2022-11-21", '"Kota Kendari" --format markdown --lang id'),
    "check": (
        'article.txt --region "Sulawesi Tenggara" --lang id',
        "drafts/ report.docx --format html --out checked.html",
        "- --on 2024-08-20 --format jsonl < articles.txt",
    ),
    "completion": ("bash > ~/.local/share/bash-completion/completions/electlaw", "fish | source"),
    "data": ("check", "check examples/pack-committee", "packs"),
    "diff": ("2024-08-19 2024-08-21", "2025-01-01 2026-01-01 --with bill.toml"),
    "export": ('"UU 1/2015" > chain.json',),
    "facts": ("", "--format json"),
    "graph": ('"UU 10/2016"', '"UU 10/2016" --also tests --format dot | dot -Tsvg > graph.svg'),
    "law": (
        '"Pasal 40 ayat (1) UU 10/2016" --on 2024-08-20',
        '"UU 22/2014" --on 2014-10-02',
        '"Pasal 7 ayat (2) huruf g" --history',
    ),
    "meeting": (
        "Sultra --on 2022-11-21 --format markdown",
        '"Kota Kendari" --on 2024-06-01 --scope pilkada --format docx --out frame.docx',
        "rakor.toml",
    ),
    "prevails": ('"UU 10/2016" "PKPU 8/2024"', '"UU 10/2016" "UU 11/2006" --region Aceh'),
    "region": ('"Kota Kendari"', "Bandung --kind city", "74.71 --format json"),
    "rules": ("", "disputes", "dispute.margin --lang id", "--fields nomination"),
    "scan": (
        "articles/ --out found",
        "news.jsonl --text body --id url --on-column published --out found",
        "news.parquet --out /shared/found --engine dask --scheduler tcp://10.0.0.1:8786",
    ),
    "schema": ("", "chain > chain.schema.json"),
    "stages": ("pilkada-2020 --on 2020-05-05 --state running", "Sultra --on 2024-09-01 --format ics > stages.ics"),
    "validate": ("nomination.toml --on 2024-08-27", "petition.toml --compare 2024-12-01 --lang id"),
}  # fmt: skip

_RED, _YELLOW, _CYAN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"
_COLOURS = {"E": _RED, "W": _YELLOW, "I": _CYAN}
_CODE = re.compile(r"\b([EWI])\d{3} \w+")


def examples(command: str) -> str:
    """Return the examples of a command as its help prints them, or nothing."""
    lines = [f"  electlaw {command} {line}".rstrip() for line in EXAMPLES.get(command, ())]
    return "\n".join(["examples:", *lines]) if lines else ""


# -- colour ---------------------------------------------------------------------------------------------


def has_colour(stream: IO[str] | None) -> bool:
    """Return whether colour may be written: a terminal that has it, and no ``NO_COLOR``."""
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def coloured(text: str, stream: IO[str] | None) -> str:
    """Return an answer for a stream: its first line bold and the codes of findings coloured, if that may be."""
    if not has_colour(stream):
        return text
    head, newline, rest = text.partition("\n")
    rest = _CODE.sub(lambda match: f"{_COLOURS[match[1]]}{match[0]}{_PLAIN}", rest)
    return f"{_BOLD}{head}{_PLAIN}{newline}{rest}"


def quiet() -> None:
    """Turn standard output away, so that nothing more is said of it after it broke."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read(path: str) -> str:
    """Return the text of a file, or of standard input for ``-``. Raises `Invalid` for what is no plain text."""
    return decoded(standard_input().read(), "standard input") if path == "-" else read_file(path)


def standard_input() -> BufferedReader:
    """Return standard input as bytes. Raises `Invalid` if it is closed."""
    if sys.stdin is None:
        raise Invalid("standard input is closed", id="standard input tertutup")
    return cast("BufferedReader", sys.stdin.buffer)


# -- completion -----------------------------------------------------------------------------------------


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script that completes the command in a shell. Raises `Invalid` if shtab is not installed."""
    try:
        import shtab
    except ModuleNotFoundError:
        raise Invalid(
            "completion needs shtab: pip install 'electlaw[cli]'",
            id="pelengkapan perintah memerlukan shtab: pip install 'electlaw[cli]'",
        ) from None
    _name_files(parser, _FILES, shtab.FILE)
    _name_files(parser, _FOLDERS, shtab.DIRECTORY)
    script: str = shtab.complete(parser, shell=shell)
    return script


#: Arguments that shells complete with the names of files or folders, as the help calls them.
_FILES = ("BILL", "CASE", "FILE", "INPUT", "PATH", "REGION|FILE")
_FOLDERS = ("DIR",)


def _name_files(parser: argparse.ArgumentParser, names: tuple[str, ...], completed: object) -> None:
    for action in parser._actions:
        if isinstance(action.metavar, str) and action.metavar in names:
            action.complete = completed  # type: ignore[attr-defined]
        elif isinstance(action.choices, dict):
            for below in action.choices.values():
                _name_files(below, names, completed)


# -- scan -----------------------------------------------------------------------------------------------


def add_scan(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``electlaw scan``."""
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="text, HTML, JSONL, CSV, Parquet files, or folders")
    parser.add_argument("--out", metavar="DIR", required=True, help="folder of the result; a run that stopped goes on")
    parser.add_argument("--text", metavar="COLUMN", default="text", help="column or key of the text (default: text)")
    parser.add_argument("--id", metavar="COLUMN", default="", help="column or key that names a text in the result")
    parser.add_argument("--on-column", metavar="COLUMN", default="", help="column or key of the day of a text")
    parser.add_argument("--on", metavar="DATE", help="the day the texts are judged on (default: the day each states)")
    parser.add_argument("--region", metavar="NAME", help="the region the texts are about")
    parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")
    parser.add_argument("--jobs", metavar="N", type=int, help="processes (default: one for each core)")
    parser.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="who does the work (default: local)"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of the dask cluster: tcp://HOST:PORT")


def scan(args: argparse.Namespace) -> Summary:
    """Run ``electlaw scan`` and return what it found."""
    from electlaw.scan import Columns, Scanner
    from electlaw.scan import scan as run

    scanner = Scanner(on=args.on, region=args.region, pack=_pack(args.pack))
    columns = Columns(args.text, args.id, args.on_column)
    with _bar(sys.stderr) as progress:
        return run(
            args.inputs, args.out, columns=columns, scanner=scanner, jobs=args.jobs, engine=args.engine,
            scheduler=args.scheduler, progress=progress,
        )  # fmt: skip


def _pack(given: str | None) -> str | None:
    """Return the path of a pack from any folder, or the name of an installed one."""
    return os.path.abspath(given) if given and os.path.exists(given) else given


def _bar(stream: IO[str] | None) -> AbstractContextManager[Callable[[int, int], object] | None]:
    """Return a progress bar of bytes on a terminal, if rich is installed; else nothing that shows."""
    import contextlib

    try:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn
    except ModuleNotFoundError:
        return contextlib.nullcontext()
    if stream is None or not stream.isatty():
        return contextlib.nullcontext()

    @contextlib.contextmanager
    def shown() -> Iterator[Callable[[int, int], object]]:
        columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(file=stream), transient=True) as progress:
            task = progress.add_task("", total=None)
            yield lambda done, whole: progress.update(task, completed=done, total=whole)

    return shown()


def said(summary: Summary, lang: str) -> str:
    """Return one line on a run: what was read and found."""
    s = summary
    if lang == "id":
        return (
            f"{s.documents} teks: {s.citations} rujukan, {s.findings} temuan, {s.skipped} tidak terbaca; "
            f"{s.parts} bagian ({s.kept} sudah ada) di {s.out}"
        )
    return (
        f"{s.documents} texts: {s.citations} citations, {s.findings} findings, {s.skipped} not read; "
        f"{s.parts} parts ({s.kept} there already) in {s.out}"
    )


def default_lang() -> str:
    """Return the language of the user's locale if it is Indonesian, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "id" if spoken.startswith("id") else "en"


def asked_lang(words: Sequence[str]) -> str:
    """Return the language asked for, before the words are read as arguments."""
    for word, after in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang" or word.startswith("--lang="):
            return word.partition("=")[2] or after
    return default_lang()


def whole(law: Law, text: str) -> str:
    """Return the instrument named; a place in one is not what is asked for."""
    ref = law.ref(text)
    if ref.path:
        from electlaw.refs import cite

        whole = cite(ref.instrument, short=True)
        raise Invalid(
            f"{text!r} is a place: name an instrument", id=f"{text!r} adalah pasal: sebut peraturan", choices=(whole,)
        )
    return ref.instrument


def narrowed(found: tuple[Schedule, ...], args: argparse.Namespace) -> tuple[Schedule, ...]:
    """Return schedules with the stages asked for; one of which nothing was known yet is named on standard error."""
    for one in found:
        if not one.stages:
            print(one.nothing[args.lang], file=sys.stderr)
    states = [name.strip() for name in args.state.split(",")] if args.state else None
    return tuple(one.only(states, args.next) for one in found)


def put(shown: str, *, exact: bool = False) -> None:
    """Print a text; an exact one byte for byte, since a calendar ends its lines its own way."""
    if exact and hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(shown.encode())
    else:
        print(shown)
