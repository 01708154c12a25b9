"""What the guides show is what the library answers."""

import ast
import doctest
import re
from pathlib import Path

import pytest

import electlaw

ROOT = Path(__file__).parents[1]
GUIDES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts
)


@pytest.mark.parametrize("guide", GUIDES)
def test_examples(guide: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = doctest.testfile(str(ROOT / guide), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.failed == 0


CODE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if "/guide/" in guide])
def test_a_snippet_names_what_its_own_imports_give(guide: str) -> None:
    """``electlaw.regions`` is an attribute only once something has imported it: a snippet runs in a new process."""
    for code in CODE.findall((ROOT / guide).read_text(encoding="utf-8")):
        if ">>>" in code:
            continue
        tree = ast.parse(code)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or ast.unparse(node.value) != "electlaw":
                continue
            assert node.attr in electlaw.__all__ or f"import electlaw.{node.attr}" in code, node.attr
