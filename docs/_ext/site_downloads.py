"""Downloads: the collections as CSV, the chain of the Pilkada law as JSON, written beside the finished site.

The CSV files begin with the mark of UTF-8, by which spreadsheets know the encoding; ``README.md`` beside them says what
each column of each file holds.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import electlaw
from electlaw import frames
from electlaw.catalog import word
from electlaw.export import chain
from electlaw.schemas import document, schema, schema_names
from electlaw.sphinx.markup import both, el

LAW = "uu-1-2015"
FILES = {
    "provisions.csv": (
        "places of the Pilkada law as the data end",
        "ketentuan UU Pilkada pada batas data",
    ),
    "instruments.csv": ("instruments", "peraturan"),
    "rulings.csv": ("rulings", "putusan"),
    "parameters.csv": ("parameters", "parameter"),
    "regions.csv": ("provinces, regencies and cities", "provinsi, kabupaten, dan kota"),
    "contests.csv": ("which region votes when", "wilayah mana memilih kapan"),
    "terms.csv": ("who held office", "siapa yang menjabat"),
    "README.md": ("what each column of each file holds", "isi setiap kolom pada setiap berkas"),
    "chain-uu-1-2015.json": ("every place of the Pilkada law with its versions and acts", "seluruh riwayat UU Pilkada"),
}


class Downloads(SphinxDirective):
    """The list of files."""

    def run(self) -> list[nodes.Node]:
        """Return links to the files; they are written when the build is done."""
        up = "../" * self.env.docname.count("/")
        items = [
            el("li", el("a", name, href=f"{up}downloads/{name}", download=""), " – ", both(en, id))
            for name, (en, id) in FILES.items()
        ]
        items += [
            el("li", el("a", f"{name}.schema.json", href=f"{up}downloads/{name}.schema.json"), " – JSON Schema")
            for name in schema_names()
        ]
        return [el("ul", items)]


ABOUT = """# Columns of the CSV files

Berkas CSV memakai UTF-8 dengan tanda awal (BOM); bahasa Python membacanya dengan `encoding="utf-8-sig"`. Kolom `as_of`
ialah tanggal keadaan yang dimuat, `verified_id` tingkat verifikasi dalam kata-kata. Sel kosong berarti tidak diketahui.

The CSV files are UTF-8 with a byte order mark; Python reads them with `encoding="utf-8-sig"`. `as_of` is the day whose
state a row tells, `verified_en` how far it was verified in words. Days are `YYYY-MM-DD`, booleans `true` and `false`.
An empty cell is unknown or none. A column name means what its own file says below.
"""


def completed(table: frames.Table) -> frames.Table:
    """Return a table with the day it tells of, and in words how far each row was verified."""
    column = frames.Column
    added = [column("as_of", "date", "day whose state the row tells")]
    at = [one.name for one in table.columns].index("verified")
    added += [column(f"verified_{lang}", "text", f"verified in words, {name}") for lang, name in LANGUAGES.items()]
    rows = [
        (*row, electlaw.DATA_AS_OF, *(word(str(row[at]), lang) if row[at] else None for lang in LANGUAGES))
        for row in table.rows
    ]
    return frames.Table(table.name, (*table.columns, *added), tuple(rows))


LANGUAGES = {"en": "English", "id": "Indonesian"}


def _written(cell: object) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _described(table: frames.Table) -> str:
    rows = [f"| `{name}` | {type} | {about} |" for name, (type, about) in table.schema().items()]
    return "\n".join([f"## {table.name}.csv", "", "| Column | Type | Holds |", "| --- | --- | --- |", *rows, ""])


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the files."""
    if exception is not None or app.builder.format != "html":
        return
    home = Path(app.outdir) / "downloads"
    home.mkdir(exist_ok=True)
    law = electlaw.at(electlaw.DATA_AS_OF)
    tables = [frames.provisions(law, LAW), frames.instruments(law), frames.rulings(law), frames.parameters(law)]
    tables += [frames.regions(), frames.contests(), frames.terms()]
    described = []
    for table in map(completed, tables):
        with (home / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.name for column in table.columns)
            writer.writerows([_written(cell) for cell in row] for row in table.rows)
        described.append(_described(table))
    (home / "README.md").write_text("\n".join([ABOUT, *described]), encoding="utf-8")
    whole = document(chain(law.corpus, LAW, law.moment), "chain")
    (home / "chain-uu-1-2015.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    for name in schema_names():
        (home / f"{name}.schema.json").write_text(json.dumps(schema(name), indent=2), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.add_directive("downloads", Downloads)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
