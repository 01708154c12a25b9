"""The ``electlaw`` command.

Exit codes: 0 answered and nothing wrong; 1 the answer is no (errors found, a place that never existed, problems in
data, a rule that fails); 2 unusable input (an unparseable reference, an unknown or ambiguous region, no such file);
3, from ``validate`` alone, undetermined and nothing fails.
"""

from __future__ import annotations

import argparse
import sys

from electlaw import checking, terminal
from electlaw.errors import ElectlawError, Invalid, NotFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from electlaw.law import Law
    from electlaw.rules.engine import CaseReport

__all__ = ["main"]

_EXAMPLES = """examples:
  electlaw check report.txt --region "Sulawesi Tenggara"
  electlaw brief Sultra --on 2022-11-21
  electlaw stages pilkada-2020 --on 2020-05-05
  electlaw law "Pasal 40 ayat (1) UU 10/2016" --on 2024-08-20
  electlaw diff 2024-08-19 2024-08-21
  electlaw region "Kota Kendari" --format json
  electlaw validate nomination.toml --on 2024-08-27 --lang id
  electlaw rules disputes
  electlaw scan articles/ --out found
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (``sys.argv[1:]`` by default) and return its exit code."""
    parser = _parser()
    if terminal.asked_lang(sys.argv[1:] if argv is None else argv) == "id":
        from electlaw import manual

        manual.translate(parser)
    args = parser.parse_args(argv)
    lang = args.lang
    run: Callable[[argparse.Namespace], int] = args.run
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = run(args)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ElectlawError as error:
        _complain(error.message(lang))
        return 2
    except BrokenPipeError:
        terminal.quiet()
        return 0
    except OSError as error:
        terminal.quiet()
        from electlaw.files import why

        output = {"en": "standard output", "id": "keluaran standar"}[lang]
        _complain(f"{error.filename or output}: {why(error, lang)}")
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _complain(message: str) -> None:
    from electlaw.views import clean

    print(f"electlaw: {clean(' '.join(message.split()))}", file=sys.stderr)


#: The forms of an answer of law.
_WRITTEN = ("text", "json", "html", "markdown")


# -- arguments ------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """A parser that complains in one line."""

    #: The language it speaks; `electlaw.manual.translate` makes it Indonesian.
    lang = "en"

    def error(self, message: str) -> NoReturn:
        see = "see"
        if self.lang == "id":
            from electlaw.manual import complaint

            message, see = complaint(message), "lihat"
        self.exit(2, f"{self.prog}: {message} ({see} {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="electlaw",
        description="The legal framework of Indonesia's regional elections (Pilkada) on any day.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    from electlaw import __version__

    parser.add_argument("--version", action="version", version=f"electlaw {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_brief(commands)
    _add_stages(commands)
    _add_meeting(commands)
    _add_law(commands)
    _add_diff(commands)
    _add_prevails(commands)
    _add_graph(commands)
    _add_export(commands)
    _add_region(commands)
    _add_validate(commands)
    _add_rules(commands)
    _add_facts(commands)
    _add_schema(commands)
    _add_data(commands)
    _add_scan(commands)
    _add_completion(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help: str,
    run: Callable[[argparse.Namespace], int],
    formats: tuple[str, ...] = _WRITTEN,
    epilog: str = "",
) -> argparse.ArgumentParser:
    epilog = "\n\n".join(filter(None, (terminal.examples(name), epilog)))
    parser = commands.add_parser(
        name, help=help, description=help, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(run=run)
    form = f"form of the output (default: {formats[0]})"
    parser.add_argument("--format", choices=formats, default=formats[0], help=form)
    parser.add_argument("--lang", choices=("id", "en"), default=terminal.default_lang(), help="language of the output")
    return parser


def _add_days(parser: argparse.ArgumentParser, *, pack: bool = True) -> None:
    parser.add_argument("--on", metavar="DATE", help="the day asked about, YYYY-MM-DD (default: today)")
    parser.add_argument("--known", metavar="DATE", help="the day of knowledge (default: the same day)")
    if pack:
        parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    help = "find the legal citations of texts and check them against the law"
    epilog = "exit codes: 0 nothing wrong, 1 errors (see --fail-on), 2 something could not be read or written"
    checking.add_arguments(_command(commands, "check", help, _check, checking.FORMATS, epilog))


def _add_brief(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    formats = (*_WRITTEN, "docx")
    parser = _command(commands, "brief", "one region, one day: law, elections, stages, bodies", _brief, formats)
    parser.add_argument("region", metavar="REGION", help="a name (Sultra, Kota Kendari) or code (74, 74.71)")
    parser.add_argument("--out", metavar="FILE", help="the file to write (default: standard output)")
    _add_days(parser)


def _add_stages(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    formats = (*_WRITTEN, "ics", "svg")
    parser = _command(commands, "stages", "the stages of an election: what runs, what is next", _stages, formats)
    parser.add_argument("target", metavar="REGION|EVENT", help="a region (Sultra, 74) or an event (pilkada-2020)")
    parser.add_argument("--state", metavar="STATES", help="only stages in these states: running,ahead")
    parser.add_argument("--next", metavar="N", type=int, help="only the next N stages to begin")
    _add_days(parser)


def _add_meeting(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    formats = (*_WRITTEN, "docx")
    help = "draft the legal frame of a coordination meeting, or check one written down"
    parser = _command(commands, "meeting", help, _meeting, formats)
    parser.add_argument(
        "target", metavar="REGION|FILE", help="a region to draft for, or a .toml or .json file to check"
    )
    parser.add_argument("--scope", metavar="KINDS", default="pemilu,pilkada", help="pemilu, pilkada or both")
    parser.add_argument("--out", metavar="FILE", help="the file to write (default: standard output)")
    _add_days(parser, pack=False)


def _add_law(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "law", "a provision or instrument as it stood on a day", _law, _WRITTEN)
    parser.add_argument("ref", metavar="REF", help="'Pasal 201 ayat (8) UU 10/2016', 'UU 8/2015', a canonical id")
    parser.add_argument("--event", metavar="ID", help="for one election event, such as pilkada-2024")
    parser.add_argument("--region", metavar="NAME", help="for one region")
    parser.add_argument(
        "--history", nargs="?", const="on", choices=("on", "known"),
        help="the versions of a provision, over the days of force or of knowledge",
    )  # fmt: skip
    _add_days(parser)


def _add_diff(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "diff", "what changed in the law between two days", _diff, _WRITTEN)
    parser.add_argument("before", metavar="DATE")
    parser.add_argument("after", metavar="DATE")
    parser.add_argument("--known", metavar="DATE", help="the day of knowledge of both (default: each day itself)")
    parser.add_argument("--event", metavar="ID", help="for one election event, such as pilkada-2024")
    parser.add_argument("--region", metavar="NAME", help="for one region")
    parser.add_argument("--with", dest="bill", metavar="BILL", help="fold a bill (TOML) into the law of the second day")
    parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")


def _add_prevails(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "prevails", "which of two norms prevails: higher, special, later", _prevails, _WRITTEN)
    parser.add_argument("one", metavar="REF", help="'UU 10/2016', 'Pasal 40 ayat (1)'")
    parser.add_argument("other", metavar="REF", help="the other norm")
    parser.add_argument("--region", metavar="NAME", help="for one region, where a special statute may hold")
    parser.add_argument("--event", metavar="ID", help="on an election, such as pilkada-2024: the matter decides")
    _add_days(parser)


def _add_graph(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    formats = ("mermaid", "dot", "json")
    parser = _command(commands, "graph", "what made an instrument law, changed it, ended it", _graph, formats)
    parser.add_argument("ref", metavar="REF", help="'UU 10/2016', 'PKPU 8/2024', a canonical id")
    parser.add_argument("--also", choices=("implements", "tests"), action="append", default=[], help="draw these too")
    _add_days(parser)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    help = "all places of a text with versions, acts and sources, as JSON ('electlaw schema chain')"
    parser = _command(commands, "export", help, _export, ("json",))
    parser.add_argument("ref", metavar="REF", help="'UU 10/2016', a canonical id")
    _add_days(parser)


def _add_facts(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "facts", "how many facts rest on text, report, recall", _facts, _WRITTEN)
    parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")


def _add_schema(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "schema", "print a published JSON Schema, or their names", _schema, ("json",))
    parser.add_argument("name", metavar="NAME", nargs="?", help="for example chain")


def _add_region(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "region", "a province, regency or city by any of its names or codes", _region)
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--kind", help="province, regency or city, where a name fits several")
    parser.add_argument("--within", metavar="PROVINCE", help="the province it lies in")
    parser.add_argument("--on", metavar="DATE", help="the day asked about (default: as last known)")


def _add_validate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "validate", "judge a case by the law of a day: nomination, result, petition …", _validate,
        epilog="exit codes: 0 nothing fails, 1 a rule fails, 2 unusable input, 3 undetermined and nothing fails",
    )  # fmt: skip
    parser.add_argument("file", metavar="CASE", help="a case as TOML or JSON, or - for standard input")
    parser.add_argument("--on", metavar="DATE", help="the day whose law is asked about (default: 'on' in the case)")
    parser.add_argument("--known", metavar="DATE", help="the day of knowledge (default: the same day)")
    parser.add_argument("--compare", metavar="DATE", help="show what differs by the law of this day")
    parser.add_argument("--rule", metavar="CODE", action="append", help="a rule or family to ask; may be repeated")
    parser.add_argument("--pack", metavar="PATH", help="a data pack folded over the built-in log")


def _add_rules(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "rules", "list the rules: what each asks, of which case, on what basis", _rules)
    parser.add_argument("code", metavar="CODE", nargs="?", help="one rule (dispute.margin) or family (disputes)")
    parser.add_argument("--on", metavar="DATE", help="only rules whose law holds on this day for anybody")
    parser.add_argument("--fields", metavar="KIND", help="the fields of a kind of case: nomination, dispute …")


def _add_data(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands,
        "data",
        "work with the data: 'electlaw data check [PATH]', 'electlaw data packs'",
        _data,
        ("text", "json"),
    )
    help = "check: every problem with file, row and reason; packs: those installed, usable by name"
    parser.add_argument("action", choices=("check", "packs"), help=help)
    parser.add_argument("path", metavar="PATH", nargs="?", help="a data pack (default: the built-in log)")


def _add_scan(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    help = "find and check the citations of many texts; Parquet out"
    terminal.add_scan(_command(commands, "scan", help, _scan, ("text", "json")))


def _add_completion(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    help = "print the script that completes the command in a shell"
    parser = _command(commands, "completion", help, _completion, ("text",))
    parser.add_argument("shell", metavar="SHELL", choices=terminal.SHELLS, help="bash, zsh or fish")


# -- commands -------------------------------------------------------------------------------------------


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _law_of(args: argparse.Namespace, **subject: str) -> Law:
    from electlaw.law import at, load

    on = args.on or _today()
    law = load(args.pack).at(on, args.known) if args.pack else at(on, args.known)
    return law.having(**subject)


def _subject(args: argparse.Namespace) -> dict[str, str]:
    """Return for whom the law is asked: the election event and the region named."""
    subject = {"event": args.event} if args.event else {}
    if args.region:
        from electlaw.regions import region

        subject["region"] = region(args.region).code
    return subject


def _print_json(answer: object, schema: str = "") -> None:
    print(_json(answer, schema))


def _json(answer: object, schema: str = "") -> str:
    """Return an answer as its versioned document, or plain data of the schema named."""
    import json

    from electlaw.schemas import document

    return json.dumps(document(answer, schema), ensure_ascii=False, indent=2)


def _show(value: object, args: argparse.Namespace) -> None:
    from electlaw import views

    if getattr(args, "out", None):
        from electlaw.brief import save

        save(_written(value, args), args.out)
    elif args.format == "text":
        print(terminal.coloured(views.text(value, args.lang), sys.stdout))
    else:
        print(_written(value, args).decode(), end="")


def _written(value: object, args: argparse.Namespace) -> bytes:
    """Return an answer in the form asked for, as the content of a file."""
    from electlaw import views

    if args.format == "docx":
        made: bytes = views.draw(value, "docx", args.lang)
        return made
    shown = _json(value) if args.format == "json" else getattr(views, args.format)(value, args.lang)
    return f"{shown}\n".encode("utf-8", "replace")


def _law(args: argparse.Namespace) -> int:
    from electlaw.provisions import Provision

    law = _law_of(args, **_subject(args))
    ref = law.ref(args.ref)
    try:
        found = law.provision(ref) if ref.path else law.instrument(ref)
    except NotFound as error:
        if args.format == "json":
            return _never(ref, law, error.choices)
        _complain(error.message(args.lang))
        return 1
    if isinstance(found, Provision) and found.state == "not_found" and args.format == "json":
        return _never(ref, law, found.nearest)
    _show(found.history(args.history) if args.history and isinstance(found, Provision) else found, args)
    return 1 if found.state == "not_found" else 0


def _never(ref: str, law: Law, nearest: Sequence[str]) -> int:
    moment = {"on": law.on, "known": law.known}
    _print_json({"ref": ref, "place": ref, **moment, "state": "not_found", "nearest": list(nearest)}, "not-found")
    return 1


def _diff(args: argparse.Namespace) -> int:
    from electlaw.law import at, load

    corpus = load(args.pack).corpus if args.pack else None
    subject = _subject(args)
    before, after = (at(on, args.known, corpus=corpus, **subject) for on in (args.before, args.after))
    if args.bill:
        from electlaw.bills import hints

        after = after.with_instrument(args.bill)
        for hint in hints(args.bill, after.moment):
            _complain(hint[args.lang])
    _show(before.diff(after), args)
    return 0


def _prevails(args: argparse.Namespace) -> int:
    _show(_law_of(args, **_subject(args)).prevails(args.one, args.other), args)
    return 0


def _graph(args: argparse.Namespace) -> int:
    from electlaw.graph import OPS, graph

    law = _law_of(args)
    drawn = graph(law.corpus, terminal.whole(law, args.ref), law.moment, (*OPS, *args.also))
    if args.format == "json":
        _print_json(drawn)
    else:
        print(drawn.dot(args.lang) if args.format == "dot" else drawn.mermaid(args.lang), end="")
    return 0


def _export(args: argparse.Namespace) -> int:
    from electlaw.export import chain

    law = _law_of(args)
    _print_json(chain(law.corpus, terminal.whole(law, args.ref), law.moment), "chain")
    return 0


def _facts(args: argparse.Namespace) -> int:
    from electlaw.corpus import builtin
    from electlaw.facts import facts
    from electlaw.law import load

    _show(facts(load(args.pack).corpus if args.pack else builtin()), args)
    return 0


def _schema(args: argparse.Namespace) -> int:
    import json

    from electlaw.schemas import schema, schema_names

    if args.name:
        print(json.dumps(schema(args.name), ensure_ascii=False, indent=2))
    else:
        _print_json({"schemas": schema_names()}, "schemas")
    return 0


def _region(args: argparse.Namespace) -> int:
    from electlaw.regions import region

    _show(region(args.name, kind=args.kind, within=args.within, on=args.on), args)
    return 0


def _validate(args: argparse.Namespace) -> int:
    from electlaw.rules.cases import load
    from electlaw.rules.engine import Comparison, validate

    made = load(terminal.read(args.file), args.file)

    def judged(on: str | None) -> CaseReport:
        law = None
        if args.pack:
            from electlaw.law import load as load_pack

            law = load_pack(args.pack).at(on or made.on or "", args.known)
        return validate(made, on, known=args.known, rules=args.rule, law=law)

    report = judged(args.on)
    _show(Comparison(report, judged(args.compare)) if args.compare else report, args)
    return report.exit_code


def _rules(args: argparse.Namespace) -> int:
    from electlaw.render.rules import listing, listing_html, listing_markdown
    from electlaw.rules.engine import FAMILIES, rule
    from electlaw.rules.engine import all as all_rules

    if args.fields:
        return _fields(args)
    whole = args.code is None or args.code in FAMILIES
    found = all_rules(args.on, family=args.code) if whole else (rule(args.code),)
    if args.format == "json":
        _print_json({"rules": [item.to_json() for item in found]}, "rules")
    else:
        print({"text": listing, "html": listing_html, "markdown": listing_markdown}[args.format](found, args.lang))
    return 0


def _fields(args: argparse.Namespace) -> int:
    from electlaw.render.fields import fields_html, fields_json, fields_page

    kinds = (args.fields,)
    if args.format == "json":
        _print_json({"kinds": fields_json(kinds)}, "fields")
    else:
        page = fields_html if args.format == "html" else fields_page
        print(page(args.lang, kinds), end="")
    return 0


def _check(args: argparse.Namespace) -> int:
    return checking.check(args, _complain)


def _brief(args: argparse.Namespace) -> int:
    from electlaw.brief import brief

    _show(brief(args.region, _law_of(args)), _with_out(args))
    return 0


def _meeting(args: argparse.Namespace) -> int:
    from electlaw.meetings import CoordinationMeeting, draft

    if args.target.endswith((".toml", ".json")):
        if args.format == "docx":
            raise Invalid("only a draft has a Word form", id="hanya rancangan yang punya bentuk Word")
        report = CoordinationMeeting.load(args.target).check()
        _show(report, args)
        return 1 if report.has_errors else 0
    scope = [kind.strip() for kind in args.scope.split(",") if kind.strip()]
    _show(draft(args.target, args.on or _today(), scope, args.known), _with_out(args))
    return 0


def _with_out(args: argparse.Namespace) -> argparse.Namespace:
    if args.format == "docx" and not args.out:
        raise Invalid("a Word file needs --out FILE", id="berkas Word memerlukan --out FILE")
    return args


def _stages(args: argparse.Namespace) -> int:
    from electlaw.render.schedule import output
    from electlaw.schedule import schedules

    law = _law_of(args)
    found = terminal.narrowed(schedules(args.target, on=law.on, known=law.known, corpus=law.corpus), args)
    terminal.put(output(found, args.format, lang=args.lang), exact=args.format == "ics")
    return 0


def _data(args: argparse.Namespace) -> int:
    if args.action == "packs":
        from electlaw.packs import installed

        found = installed()
        if args.format == "json":
            _print_json({"packs": found}, "packs")
        else:
            none = "tidak ada paket terpasang" if args.lang == "id" else "no packs installed"
            print("\n".join(f"{name}  {path}" for name, path in found.items()) or none)
        return 0
    from electlaw.integrity import check

    problems = check(args.path)
    if args.format == "json":
        _print_json({"problems": [problem.to_json() for problem in problems]}, "problems")
    else:
        for problem in problems:
            print(problem.message(args.lang))
        word = "masalah" if args.lang == "id" else "problems"
        print(f"{len(problems) or ('tidak ada' if args.lang == 'id' else 'no')} {word}")
    return 1 if problems else 0


def _scan(args: argparse.Namespace) -> int:
    summary = terminal.scan(args)
    if args.format == "json":
        _print_json(summary)
    else:
        print(terminal.said(summary, args.lang))
    return 0


def _completion(args: argparse.Namespace) -> int:
    print(terminal.completion(_parser(), args.shell))
    return 0


if __name__ == "__main__":
    sys.exit(main())
