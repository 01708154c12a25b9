"""Downloads: the collections as CSV, the chain of the Pilkada law as JSON, written beside the finished site."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import electlaw
from electlaw import frames
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


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the files."""
    if exception is not None or app.builder.format != "html":
        return
    home = Path(app.outdir) / "downloads"
    home.mkdir(exist_ok=True)
    law = electlaw.at(electlaw.DATA_AS_OF)
    tables = [frames.provisions(law, LAW), frames.instruments(law), frames.rulings(law), frames.parameters(law)]
    for table in (*tables, frames.regions(), frames.contests(), frames.terms()):
        with (home / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.name for column in table.columns)
            writer.writerows(table.rows)
    whole = document(chain(law.corpus, LAW, law.moment), "chain")
    (home / "chain-uu-1-2015.json").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    for name in schema_names():
        (home / f"{name}.schema.json").write_text(json.dumps(schema(name), indent=2), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.add_directive("downloads", Downloads)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
