"""The recipe for Spark, run on a local session where pyspark and Java are there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("pyspark")

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(shutil.which("java") is None, reason="no Java")
def test_the_recipe_gives_the_rows_of_the_scanner(tmp_path: Path) -> None:
    from electlaw.scan import Scanner

    texts = ["Pasal 201 ayat (8) UU Nomor 10 Tahun 2016", "Undang-Undang (UUD) Nomor 10 Tahun 2016", "kosong"]
    table = pa.table({"url": [f"u{n}" for n in range(30)], "text": [texts[n % 3] for n in range(30)]})
    pq.write_table(table, tmp_path / "in.parquet")
    script = [sys.executable, str(ROOT / "examples" / "spark_scan.py")]
    subprocess.run(
        [*script, str(tmp_path / "in.parquet"), str(tmp_path / "out")],
        env={**os.environ, "PYSPARK_PYTHON": sys.executable}, check=True, capture_output=True,
    )  # fmt: skip
    expected = pa.Table.from_batches([Scanner(keep=("url",))(table.combine_chunks().to_batches()[0])]).to_pylist()

    def key(row: dict[str, object]) -> tuple[str, ...]:
        return tuple(str(row[name]) for name in ("url", "record", "start", "cited", "instrument", "code"))

    assert sorted(map(key, pq.read_table(tmp_path / "out").to_pylist())) == sorted(map(key, expected))
