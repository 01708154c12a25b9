"""The example notebooks as pages: run at every build, each cell with what it printed and showed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"

#: What a cell may show, the best first.
FORMS = ("text/html", "image/svg+xml", "text/plain")


def executed(path: Path) -> Any:
    """Return a notebook with its outputs. Raises what the notebook raises."""
    import nbclient
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return notebook


def fenced(content: str, language: str) -> str:
    """Return a block of code or raw text, fenced so that nothing in it ends the fence."""
    fence = "`" * (max((len(ticks) for ticks in re.findall("`+", content)), default=0) + 3)
    return f"{fence}{language}\n{content.rstrip()}\n{fence}"


def shown(output: Any) -> str:
    """Return what a cell printed or showed."""
    if output.output_type == "stream":
        return fenced(output.text, "text")
    data = output.get("data", {})
    form = next((form for form in FORMS if form in data), None)
    if form is None:
        return ""
    return fenced(data[form], "text" if form == "text/plain" else "{raw} html")


def page(notebook: Any) -> str:
    """Return a notebook as Markdown."""
    parts = []
    for cell in notebook.cells:
        parts.append(cell.source if cell.cell_type == "markdown" else fenced(cell.source, "python"))
        parts += [shown(output) for output in cell.get("outputs", ())]
    return "\n\n".join(filter(None, parts)) + "\n"


def write(app: Sphinx, _config: Config) -> None:
    """Run the notebooks side by side and write their pages."""
    paths = sorted(FOLDER.glob("*.ipynb"))
    home = Path(app.srcdir) / "notebooks"
    home.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        for path, notebook in zip(paths, pool.map(executed, paths), strict=True):
            (home / f"{path.stem}.md").write_text(page(notebook), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("config-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
