"""Every example notebook runs from top to bottom, shows what the law requires, and is kept without outputs."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

#: What the outputs of each notebook must say.
EXPECTED = {
    "01-rakor-2022": ["voting 2024-11, unscheduled, by uu-10-2016", "voting 2024-11-27", "Ali Mazi", "E101", "E104"],
    "02-ruling-60-2024": ["1/4", "1/10", "3/20", "149999 fail", "150000 pass"],
    "03-petition-in-time": [
        "10 December 2024, 24:00 WIB: in time",
        "24:00 WIB: late",
        "at most 21,000",
        "undetermined",
    ],
    "04-independents-bar": ["2015-02-01 1/20 of population", "17/200 of population", "1/10 of dpt_latest_election"],
    "05-folder-of-articles": ["uu-1-2015/pasal-201/ayat-8", "E101", "E105", "E109", "bukan teks UTF-8"],
    "06-modelling-a-bill": ["uu-999-2027", "27 month", "30 month", "not_found", "in_force"],
}


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_there_are_six() -> None:
    assert [path.stem for path in NOTEBOOKS] == sorted(EXPECTED)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_kept_without_outputs_and_with_a_story(path: Path) -> None:
    cells = read(path)["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert sum(cell["cell_type"] == "markdown" for cell in cells) >= 4
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_and_shows_the_law(path: Path) -> None:
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    if path.stem.startswith("05"):
        pytest.importorskip("pandas")
        pytest.importorskip("pyarrow")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(FOLDER)}}).execute()
    said = "\n".join(
        "".join(output.get("text", "")) + "".join(str(value) for value in output.get("data", {}).values())
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    )
    for words in EXPECTED[path.stem]:
        assert words in said
