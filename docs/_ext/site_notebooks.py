"""The tutorial and the example notebooks as pages: run by the build, each cell with what it printed and showed.

They are run again when the notebook or the package changed since.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "notebooks"

#: What a cell may show, the best first.
FORMS = ("text/html", "image/svg+xml", "text/plain")

#: Run before a notebook: an answer shows itself in both languages, of which the reader's switch shows one.
PRELUDE = """
from electlaw import views
views.Shown._repr_html_ = lambda self, glance=views.glance: "".join(
    f'<div class="l-{lang}" lang="{lang}">{glance(self, lang)}</div>' for lang in ("id", "en")
)
del views
"""


def executed(path: Path) -> Any:
    """Return a notebook with its outputs. Raises what the notebook raises."""
    import nbclient
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(PRELUDE))
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    del notebook.cells[0]
    return notebook


def fenced(content: str, language: str) -> str:
    """Return a block of code or raw text, fenced so that nothing in it ends the fence."""
    fence = "`" * (max((len(ticks) for ticks in re.findall("`+", content)), default=0) + 3)
    return f"{fence}{language}\n{content.rstrip()}\n{fence}"


def shown(output: Any) -> str:
    """Return what a cell printed or showed."""
    if output.output_type == "stream":
        return output_block(fenced(output.text, "text"))
    data = output.get("data", {})
    form = next((form for form in FORMS if form in data), None)
    if form is None:
        return ""
    return output_block(fenced(data[form], "text" if form == "text/plain" else "{raw} html"))


def output_block(content: str) -> str:
    """Return what a cell gave as a block of its own."""
    return f"::::{{container}} el-output el-scroll\n{content}\n::::"


def page(notebook: Any) -> str:
    """Return a notebook as Markdown."""
    parts = []
    for cell in notebook.cells:
        parts.append(cell.source if cell.cell_type == "markdown" else fenced(cell.source, "python"))
        parts += [shown(output) for output in cell.get("outputs", ())]
    return "\n\n".join(filter(None, parts)) + "\n"


def stale(path: Path, written: Path) -> bool:
    """Whether a notebook, this module or anything of the package is younger than the page made of it."""
    if not written.exists():
        return True
    made = written.stat().st_mtime
    package = (one for one in (ROOT / "src").rglob("*") if one.suffix in (".py", ".tsv", ".toml"))
    return any(one.stat().st_mtime > made for one in (path, Path(__file__), *package))


def write(app: Sphinx, _config: Config) -> None:
    """Run the notebooks side by side and write their pages."""
    home = Path(app.srcdir) / "notebooks"
    home.mkdir(exist_ok=True)
    every = [Path(app.srcdir) / "guide" / "tutorial.ipynb", *sorted(FOLDER.glob("*.ipynb"))]
    paths = [path for path in every if stale(path, home / f"{path.stem}.md")]
    with ThreadPoolExecutor(2) as pool:
        for path, notebook in zip(paths, pool.map(executed, paths), strict=True):
            (home / f"{path.stem}.md").write_text(page(notebook), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("config-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
