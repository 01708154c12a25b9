"""Runs over a corpus: what comes out, for every form of input; going on after a kill; damage and full disks."""

import csv
import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from electlaw import Invalid
from electlaw.cli import main

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from electlaw.scan import Columns, Scanner, scan  # noqa: E402
from electlaw.scanning import inputs  # noqa: E402
from electlaw.scanning.batch import COLUMNS  # noqa: E402

ROOT = Path(__file__).parent.parent

#: Known answers: an article and ayat of the Pilkada law; a statute the text calls by the wrong type; no citation.
TEXTS = (
    "Menurut Pasal 201 ayat (8) UU Nomor 10 Tahun 2016, pemungutan suara pada November 2024.",
    'Undang-Undang (UUD) Nomor 10 Tahun 2016, kata "ketua";\nbaris kedua, PKPU 8/2024.',
    "Rapat berjalan lancar.",
)


def found(out: Path, kind: str) -> list[dict[str, Any]]:
    return pq.read_table(out / kind).to_pylist()  # type: ignore[no-any-return]


def key(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((r["document"], r["row"], r["start"], r.get("instrument"), r.get("code")) for r in rows)


def write_jsonl(path: Path, count: int, pad: int = 0) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = TEXTS[number % 3] + " Tidak ada rujukan di sini." * pad
            file.write(json.dumps({"url": f"u{number}", "body": text, "day": "2024-09-01"}) + "\n")


# -- the seam -------------------------------------------------------------------------------------------


def test_one_batch_in_one_batch_out() -> None:
    batch = pa.RecordBatch.from_pydict({"url": ["a", "b", "c"], "text": list(TEXTS)})
    scanner = pickle.loads(pickle.dumps(Scanner(keep=("url",), on="2024-09-01")))
    rows = scanner(batch).to_pylist()
    cited = [(r["url"], r["instrument"], r["places"]) for r in rows if r["record"] == "citation"]
    assert cited == [
        ("a", "uu-10-2016", "uu-1-2015/pasal-201/ayat-8"),
        ("b", "uu-10-2016", None),
        ("b", "pkpu-8-2024", None),
    ]
    codes = {(r["url"], r["code"], r["severity"]) for r in rows if r["record"] == "finding"}
    assert ("b", "E101", "error") in codes
    for row in rows:
        text = TEXTS["abc".index(row["url"])]
        assert row["cited"] == text[row["start"] : row["end"]]
        assert str(row["on"]) == "2024-09-01"


def test_a_batch_is_the_same_whole_or_in_pieces() -> None:
    batch = pa.RecordBatch.from_pydict({"text": list(TEXTS) * 3})
    scanner = Scanner()
    whole = scanner(batch)
    pieces = list(scanner.batches(batch.slice(start, 2) for start in range(0, 9, 2)))
    assert pa.Table.from_batches(pieces).combine_chunks() == pa.Table.from_batches([whole])
    assert whole.schema == scanner.schema(batch.schema)


def test_an_empty_batch_and_a_null_text() -> None:
    batch = pa.RecordBatch.from_pydict({"text": pa.array([None], pa.string())})
    assert [r["record"] for r in Scanner()(batch).to_pylist()] == ["skipped"]
    assert Scanner()(batch.slice(0, 0)).num_rows == 0


def test_days_of_a_column() -> None:
    from datetime import date

    text = "Pasal 40 UU 1/2015"
    days = pa.RecordBatch.from_pydict({"text": [text] * 2, "day": pa.array([date(2020, 1, 1), None], pa.date32())})
    assert [r["on"] for r in Scanner(on_column="day")(days).to_pylist() if r["record"] == "citation"] == [
        date(2020, 1, 1),
        None,
    ]
    words = pa.RecordBatch.from_pydict({"text": [text] * 2, "day": ["2020-01-01T10:00:00Z", "kemarin"]})
    assert [r["on"] for r in Scanner(on_column="day")(words).to_pylist() if r["record"] == "citation"] == [
        date(2020, 1, 1),
        None,
    ]


@pytest.mark.parametrize(
    ("scanner", "reason"),
    [
        (Scanner(text="body"), "no column 'body'"),
        (Scanner(keep=("url",)), "no column 'url'"),
        (Scanner(keep=("code",)), "cannot be kept"),
    ],
)
def test_a_batch_without_the_columns(scanner: Scanner, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        scanner(pa.RecordBatch.from_pydict({"text": ["x"], "code": ["y"]}))


# -- forms of input -------------------------------------------------------------------------------------


def tables(folder: Path) -> dict[str, Path]:
    rows = [{"url": f"u{n}", "body": text} for n, text in enumerate(TEXTS)]
    paths = {name: folder / f"articles.{name}" for name in ("jsonl", "csv", "tsv", "parquet")}
    paths["jsonl"].write_text("".join(json.dumps(row) + "\n\n" for row in rows), encoding="utf-8")
    for name, delimiter in (("csv", ";"), ("tsv", "\t")):
        with paths[name].open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, ("url", "body"), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
    pq.write_table(pa.Table.from_pylist(rows), paths["parquet"])
    return paths


@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv", "parquet"])
def test_every_form_gives_the_same(tmp_path: Path, form: str) -> None:
    path = tables(tmp_path)[form]
    done = scan([str(path)], str(tmp_path / "out"), columns=Columns("body", "url"), jobs=1)
    assert (done.documents, done.citations, done.skipped) == (3, 3, 0)
    cited = [(r["document"], r["instrument"]) for r in found(tmp_path / "out", "citations")]
    assert cited == [("u0", "uu-10-2016"), ("u1", "uu-10-2016"), ("u1", "pkpu-8-2024")]


def test_folders_of_text_and_html(tmp_path: Path) -> None:
    texts = tmp_path / "in" / "below"
    texts.mkdir(parents=True)
    (texts / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (texts / "b.html").write_text("<p>Pasal 7 <b>UU Nomor 10</b> Tahun 2016</p>", encoding="utf-8")
    (texts / "b.md").write_text("**Pasal 7** _UU Nomor 10_ Tahun 2016", encoding="utf-8")
    (texts / "c.txt").write_bytes(b"\xff\xfe buruk")
    (texts / "d.txt").write_bytes(b"PK\x00\x00")
    (texts / "e.jpg").write_bytes(b"\xff\xd8")
    (texts / ".hidden.txt").write_text(TEXTS[0], encoding="utf-8")
    done = scan([str(tmp_path / "in")], str(tmp_path / "out"), jobs=1)
    assert (done.documents, done.citations, done.skipped) == (5, 3, 2)
    assert {r["instrument"] for r in found(tmp_path / "out", "citations")} == {"uu-10-2016"}
    why = {Path(r["source"]).name: r["message_en"] for r in found(tmp_path / "out", "skipped")}
    assert why == {"c.txt": "not UTF-8 text", "d.txt": "binary, not plain text"}


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": TEXTS[0]}).encode()
    path.write_bytes(b"\n".join([good, b"{", b'{"text": 5}', b'{"text": "\xff"}', b'{"text": "\\ud800"}', b"[]", good]))
    done = scan([str(path)], str(tmp_path / "out"), jobs=1)
    assert (done.documents, done.citations, done.skipped) == (7, 2, 5)
    assert [r["row"] for r in found(tmp_path / "out", "skipped")] == [1, 2, 3, 4, 5]
    assert [r["row"] for r in found(tmp_path / "out", "citations")] == [0, 6]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_cut_into_parts_nothing_is_lost_or_double(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"url": f"u{n}", "text": TEXTS[n % 3]} for n in range(100)]
    path = tmp_path / f"a.{form}"
    if form == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif form == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ("url", "text"))
            writer.writeheader()
            writer.writerows(rows)
    else:
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=40)
    monkeypatch.setattr(inputs, "TARGET", 700)
    done = scan([str(path)], str(tmp_path / "out"), columns=Columns(document="url"), jobs=1)
    assert done.parts >= 5
    assert (done.documents, done.citations, done.skipped) == (100, 34 + 2 * 33, 0)
    cited = found(tmp_path / "out", "citations")
    assert all(r["document"] == f"u{r['row']}" for r in cited)


def test_parts_keep_their_columns_and_version(tmp_path: Path) -> None:
    path = tables(tmp_path)["csv"]
    scan([str(path)], str(tmp_path / "out"), columns=Columns("body"), jobs=1)
    origin = ["source", "row", "document"]
    for kind, record in (("citations", "citation"), ("findings", "finding"), ("skipped", "skipped")):
        part = pq.read_schema(tmp_path / "out" / kind / "part-000000.parquet")
        names = [name for name, _, records, _ in COLUMNS if record in records and name != "record"]
        assert part.names == origin + names
        assert part.metadata[b"electlaw.schema"] == b"scan/1"


# -- killed, and going on -------------------------------------------------------------------------------


def run(*args: str, **more: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "electlaw.cli", "scan", *args], stderr=subprocess.PIPE, **more)


def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, 4500, pad=100)
    args = (str(path), "--text", "body", "--id", "url", "--out")
    out = tmp_path / "out"
    process = run(*args, str(out), "--jobs", "2", start_new_session=True)
    deadline = time.monotonic() + 60
    while not list((out / "citations").glob("part-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    before = len(list((out / "citations").glob("part-*.parquet")))
    assert before >= 1
    done = scan([str(path)], str(out), columns=Columns("body", "url"), jobs=1)
    assert before <= done.kept < done.parts
    assert (done.documents, done.citations) == (4500, 4500)
    assert not list(out.rglob(".*"))
    again = scan([str(path)], str(out), columns=Columns("body", "url"), jobs=1)
    assert (again.kept, again.citations) == (again.parts, 4500)
    assert len({(r["document"], r["start"]) for r in found(out, "citations")}) == 4500


def test_an_interrupted_run_stops_quietly(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, 4500, pad=100)
    process = run(str(path), "--text", "body", "--out", str(tmp_path / "out"), "--jobs", "2", start_new_session=True)
    deadline = time.monotonic() + 60
    while not list((tmp_path / "out" / "citations").glob("part-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said


def children(pid: int) -> list[int]:
    """The worker processes of a run, or none where the system does not tell."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and b"spawn_main" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except (OSError, ValueError):
            continue
    return found


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="no /proc")
def test_a_worker_that_dies_is_named_and_the_run_goes_on_later(tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "out"
    write_jsonl(path, 9000, pad=100)
    process = run(str(path), "--text", "body", "--id", "url", "--out", str(out), "--jobs", "2")
    deadline = time.monotonic() + 60
    while not list((out / "citations").glob("part-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(children(process.pid)[0], signal.SIGKILL)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert b"a worker process died" in said
    assert b"Traceback" not in said
    done = scan([str(path)], str(out), columns=Columns("body", "url"), jobs=1)
    assert (done.documents, done.citations) == (9000, 9000)
    assert len({(r["document"], r["start"]) for r in found(out, "citations")}) == 9000


def test_two_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, 60)
    monkeypatch.setattr(inputs, "TARGET", 2_000)
    one, two = tmp_path / "one", tmp_path / "two"
    told: list[tuple[int, int]] = []
    first = scan([str(path)], str(one), columns=Columns("body", "url"), jobs=1)
    scan([str(path)], str(two), columns=Columns("body", "url"), jobs=2, progress=lambda *args: told.append(args))
    assert first.parts == len(told) > 2
    assert told[-1][0] == told[-1][1] == path.stat().st_size
    for kind in ("citations", "findings", "skipped"):
        assert found(one, kind) == found(two, kind)


def test_a_folder_with_another_run_is_refused(tmp_path: Path) -> None:
    path = tables(tmp_path)["csv"]
    scan([str(path)], str(tmp_path / "out"), columns=Columns("body"), jobs=1)
    with pytest.raises(Invalid, match="other options"):
        scan([str(path)], str(tmp_path / "out"), columns=Columns("body"), scanner=Scanner(on="2024-01-01"), jobs=1)


def test_a_folder_where_a_run_is_at_work_is_refused(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / "_lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Invalid, match="another run"):
            scan([str(tables(tmp_path)["csv"])], str(tmp_path / "out"), columns=Columns("body"), jobs=1)


def test_an_input_that_changed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, 10)
    out = str(tmp_path / "out")
    scan([str(path)], out, columns=Columns("body"), jobs=1)
    (tmp_path / "out" / "citations" / "part-000000.parquet").unlink()
    write_jsonl(path, 11)
    with pytest.raises(Invalid, match="changed since"):
        scan([str(path)], out, columns=Columns("body"), jobs=1)


# -- damage ---------------------------------------------------------------------------------------------


def test_damaged_parquet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"{n} {TEXTS[0]}" for n in range(5000)]}), path, compression="zstd")
    whole = path.read_bytes()
    path.write_bytes(whole[:-200])
    assert main(["scan", str(path), "--out", str(tmp_path / "out"), "--jobs", "1"]) == 2
    assert "damaged Parquet" in capsys.readouterr().err
    path.write_bytes(whole[:200] + b"\xff" * 400 + whole[600:])
    assert main(["scan", str(path), "--out", str(tmp_path / "out"), "--jobs", "1"]) == 2
    assert "damaged Parquet" in capsys.readouterr().err
    assert not list((tmp_path / "out").rglob("*.parquet"))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "url,body\n1,x\n", "no column 'text'"),
        ("a.parquet", "", "damaged Parquet"),
        ("a.txt", None, "no such file"),
    ],
)
def test_inputs_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, reason: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    assert main(["scan", str(path), "--out", str(tmp_path / "out"), "--jobs", "1"]) == 2
    err = capsys.readouterr().err
    assert reason in err
    assert err.count("\n") == 1
    assert not list((tmp_path / "out").rglob("*.parquet"))


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("--jobs", "0"), "0 processes"),
        (("--engine", "dask"), "scheduler"),
        (("--scheduler", "tcp://localhost:1"), "scheduler"),
        (("--on", "2024-02-30"), "2024-02-30"),
        (("--region", "Atlantis"), "Atlantis"),
        (("--pack", "nowhere"), "nowhere"),
    ],
)
def test_arguments_that_mean_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], reason: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    assert main(["scan", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), *args]) == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_same_input_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXTS[0])
    with pytest.raises(Invalid, match="given twice"):
        scan([str(tmp_path / "in"), str(tmp_path / "in" / "a.txt")], str(tmp_path / "out"))


def test_an_output_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    with pytest.raises(Invalid, match="cannot write"):
        scan([str(tmp_path / "a.txt")], str(tmp_path / "a.txt" / "out"), jobs=1)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, 3000, pad=10)
    out = tmp_path / "out"

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    process = run(str(path), "--text", "body", "--out", str(out), "--jobs", "1", preexec_fn=small)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert b"cannot write" in said
    assert b"Traceback" not in said
    assert not [file for file in out.rglob("*.parquet") if file.parent.name == "citations"]
    assert not list(out.rglob(".*"))
    done = scan([str(path)], str(out), columns=Columns("body"), jobs=1)
    assert (done.documents, done.citations) == (3000, 3000)


def test_the_command_sums_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[1])
    out = str(tmp_path / "out")
    assert main(["scan", str(tmp_path / "a.txt"), "--out", out, "--jobs", "1", "--format", "json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert (summary["documents"], summary["citations"], summary["kept"]) == (1, 2, 0)
    assert main(["scan", str(tmp_path / "a.txt"), "--out", out, "--jobs", "1", "--lang", "id"]) == 0
    assert "1 teks: 2 rujukan" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("columns", "held", "message"),
    [
        (Columns("body"), {"body": [1, 2]}, "holds int64, not texts"),
        (Columns("body", on="day"), {"body": ["a"], "day": [5]}, "holds int64, not days"),
        (Columns("body", on="day"), {"body": ["a"], "day": [1.5]}, "holds double, not days"),
    ],
)
def test_a_column_of_the_wrong_type_is_named_before_anything_is_written(
    columns: Columns, held: dict[str, list[object]], message: str, tmp_path: Path
) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table(held), path)
    with pytest.raises(Invalid, match=message):
        scan([str(path)], str(tmp_path / "out"), columns=columns, jobs=1)
    assert [found.name for found in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.null()])
def test_every_type_of_text_is_read(kind: object) -> None:
    texts = [None] if kind == pa.null() else ["Pasal 7 UU Nomor 10 Tahun 2016", None]
    given = pa.nulls(1) if kind == pa.null() else pa.array(texts, pa.string()).cast(kind)
    batch = pa.record_batch([given], names=["text"])
    assert Scanner()(batch).column("record").to_pylist() == (
        ["skipped"] if kind == pa.null() else ["citation", "skipped"]
    )


@pytest.mark.parametrize("kind", [pa.date32(), pa.timestamp("us"), pa.string()])
def test_every_type_of_day_is_read(kind: object) -> None:
    day = (
        pa.array(["2024-08-20"]).cast(pa.timestamp("us")).cast(kind)
        if kind != pa.string()
        else pa.array(["2024-08-20"])
    )
    batch = pa.record_batch([pa.array(["Pasal 7 UU Nomor 10 Tahun 2016"]), day], names=["text", "day"])
    assert str(Scanner(on_column="day")(batch).column("on").to_pylist()[0]) == "2024-08-20"


def test_what_is_no_arrow_batch_is_named() -> None:
    with pytest.raises(Invalid, match="an Arrow batch is wanted, not a dict"):
        Scanner()({"text": ["Pasal 7"]})
