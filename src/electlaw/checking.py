"""``electlaw check``: many files, folders and standard input judged one after the other, in four forms of output.

Exit codes: 0 nothing wrong; 1 findings at or above the level asked for (errors by default); 2 something could not be
read or written, whatever was found in the rest.
"""

from __future__ import annotations

import codecs
import os
import sys

from electlaw import terminal
from electlaw.errors import ElectlawError, Invalid
from electlaw.files import UTF8, encoding_of, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from typing import IO, Any

    from electlaw.citations.report import Report
    from electlaw.corpus import Corpus

__all__ = ["FORMATS", "LEVELS", "add_arguments", "check"]

#: `electlaw.findings.SEVERITIES`, which the help need not load.
LEVELS = ("error", "warning", "info")
FORMATS = ("text", "json", "jsonl", "html")
#: So much of standard input is read at a time.
_PIECE = 1 << 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``electlaw check``."""
    parser.add_argument(
        "inputs", metavar="FILE", nargs="+",
        help="text, Markdown, HTML, .docx or .pdf files, folders of such, or - for standard input",
    )  # fmt: skip
    parser.add_argument("--on", metavar="DATE", help="the day the texts are judged on (default: the day each states)")
    parser.add_argument("--region", metavar="NAME", help="the region the texts are about")
    parser.add_argument("--select", metavar="CODES", action="append", help="only these findings: E,W107")
    parser.add_argument("--ignore", metavar="CODES", action="append", help="not these findings: I113")
    parser.add_argument(
        "--fail-on", choices=LEVELS, default="error", help="the lightest finding that gives exit code 1"
    )
    parser.add_argument("--out", metavar="FILE", help="write here, whole or not at all, instead of standard output")
    parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")


def check(args: argparse.Namespace, complain: Callable[[str], None]) -> int:
    """Run ``electlaw check`` and return its exit code; `complain` is told of each input that cannot be read."""
    run = _Run(args, complain)
    write = _WRITERS[args.format]
    if args.out:
        with whole(args.out) as file:
            write(run, file)
    else:
        write(run, sys.stdout)
    return 2 if run.unread else 1 if run.failed else 0


class _Run:
    """The reports of a run, made one by one, and what came of them."""

    def __init__(self, args: argparse.Namespace, complain: Callable[[str], None]) -> None:
        self.args, self._complain = args, complain
        self._failing = LEVELS[: LEVELS.index(args.fail_on) + 1]
        self.lang: str = args.lang
        #: Whether more than one report may come: several inputs, or a folder.
        self.many = len(args.inputs) > 1 or os.path.isdir(args.inputs[0])
        self.texts = self.citations = self.unread = 0
        self.failed = False
        self.findings = {"error": 0, "warning": 0, "info": 0}

    def reports(self, *, stretches: bool) -> Iterator[Report]:
        """Yield the reports; with `stretches`, of a long standard input one for each stretch."""
        _ready(self.args)
        corpus = _corpus(self.args.pack)
        for given in self.args.inputs:
            for report in self._of_input(given, corpus, stretches):
                self.texts += not report.offset
                self.citations += len(report.citations)
                for finding in report.findings:
                    self.findings[finding.severity] += 1
                    self.failed = self.failed or finding.severity in self._failing
                yield report

    def _of_input(self, given: str, corpus: Corpus | None, stretches: bool) -> Iterator[Report]:
        from electlaw.citations.documents import documents_in

        if given == "-" and stretches:
            from electlaw.citations import stream_checks

            yield from stream_checks(_standard_input(), source="-", **self._options(corpus))
            return
        paths = [given] if given == "-" else documents_in(given, self._refuse)
        before, empty = self.unread, True
        for path in paths:
            empty = False
            try:
                report = self._of_file(path, corpus)
            except Invalid as error:
                self._refuse(error)
            else:
                yield report
        if empty and self.unread == before:
            self._refuse(Invalid(f"{given}: no readable files", id=f"{given}: tidak ada berkas yang terbaca"))

    def _of_file(self, path: str, corpus: Corpus | None) -> Report:
        import attrs

        from electlaw.citations import check_text
        from electlaw.citations.documents import Document, read_document

        document = Document(terminal.read("-")) if path == "-" else read_document(path)
        try:
            report = check_text(document.text, source=path, markup=document.markup, **self._options(corpus))
        except ElectlawError as error:
            raise Invalid(f"{path}: {error.message('en')}", id=f"{path}: {error.message('id')}") from error
        return attrs.evolve(report, parts=document.parts) if document.parts else report

    def _options(self, corpus: Corpus | None) -> dict[str, Any]:
        args = self.args
        return {
            "on": args.on, "region": args.region, "corpus": corpus,
            "select": _codes(args.select), "ignore": _codes(args.ignore),
        }  # fmt: skip

    def _refuse(self, error: Invalid) -> None:
        self.unread += 1
        self._complain(error.message(self.lang))

    def said(self) -> str:
        """Return one line on all texts."""
        counts = {"texts": self.texts, "citations": self.citations, **self.findings, "unread": self.unread}
        return ", ".join(f"{_COUNTED[key][self.lang == 'en']} {count}" for key, count in counts.items())


#: What is counted, in Indonesian and in English.
_COUNTED = {
    "texts": ("teks:", "texts:"), "citations": ("rujukan:", "citations:"), "error": ("salah:", "errors:"),
    "warning": ("perlu diperiksa:", "warnings:"), "info": ("catatan:", "notes:"),
    "unread": ("tidak terbaca:", "not read:"),
}  # fmt: skip


def _ready(args: argparse.Namespace) -> None:
    """Raise what is wrong with the codes, the day or the region, once and before any text is read."""
    if args.select or args.ignore:
        from electlaw.citations.checks import chosen

        chosen(_codes(args.select))
        chosen(_codes(args.ignore))
    if args.on is not None:
        from electlaw.dates import day

        day(args.on)
    if args.region is not None:
        from electlaw.regions import region

        region(args.region)


def _codes(given: list[str] | None) -> str:
    return ",".join(given or ())


def _corpus(pack: str | None) -> Corpus | None:
    if not pack:
        return None
    from electlaw.law import load

    return load(pack).corpus


def _standard_input() -> Iterator[str]:
    """Yield standard input in pieces. Raises `Invalid` for what is no plain text, once that is seen."""
    source = terminal.standard_input()
    data = source.read1(_PIECE)
    encoding = encoding_of(data)
    decoder = codecs.getincrementaldecoder(encoding)()
    blank = True
    at = 0
    try:
        while data:
            if encoding == UTF8 and at < 8192 and b"\x00" in data[: 8192 - at]:
                raise Invalid("standard input: binary, not plain text", id="standard input: bukan teks biasa")
            at += len(data)
            blank = blank and not data.strip()
            yield decoder.decode(data)
            data = source.read1(_PIECE)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Invalid(
            f"standard input: not UTF-8 text: byte {error.object[error.start]:#04x}",
            id=f"standard input: bukan teks UTF-8: bita {error.object[error.start]:#04x}",
        ) from None
    if blank:
        raise Invalid("standard input: the text is empty", id="standard input: teks kosong")


# -- output ---------------------------------------------------------------------------------------------


def _text(run: _Run, file: IO[str]) -> None:
    from electlaw import views

    for report in run.reports(stretches=True):
        print(terminal.coloured(views.text(report, run.lang), file), end="\n\n" if run.many else "\n", file=file)
    if run.many:
        print(run.said(), file=file)


def _lines(run: _Run, file: IO[str]) -> None:
    import json

    from electlaw.schemas import document

    for report in run.reports(stretches=True):
        print(json.dumps(document(report), ensure_ascii=False), file=file, flush=True)


def _json(run: _Run, file: IO[str]) -> None:
    import json

    from electlaw.schemas import document

    reports = run.reports(stretches=False)
    if run.many:
        data = document({"reports": [report.to_json() for report in reports]}, "checks")
    else:
        found = next(reports, None)
        if found is None:
            return
        data = document(found)
    print(json.dumps(data, ensure_ascii=False, indent=2), file=file)


def _html(run: _Run, file: IO[str]) -> None:
    from electlaw.render.check import page

    for piece in page(run.reports(stretches=False), lang=run.lang):
        file.write(piece)


_WRITERS: dict[str, Callable[[_Run, IO[str]], None]] = {"text": _text, "json": _json, "jsonl": _lines, "html": _html}
