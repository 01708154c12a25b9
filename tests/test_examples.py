"""Every example in the README and in the docstrings gives the answer it shows."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import electlaw

ROOT = Path(__file__).parent.parent
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
MODULES = sorted(
    found.name for found in pkgutil.walk_packages(electlaw.__path__, "electlaw.") if not found.name.endswith("__main__")
)


def test_readme() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=OPTIONS)
    assert tried > 10
    assert failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if str(error.name).startswith("electlaw"):
            raise
        pytest.skip(f"needs {error.name}")
    assert doctest.testmod(module, optionflags=OPTIONS).failed == 0


@pytest.mark.parametrize("name", electlaw.__all__)
def test_public_names_exist_and_are_documented(name: str) -> None:
    value = getattr(electlaw, name)
    if callable(value):
        assert value.__doc__


def test_importing_the_package_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    code = "import sys, electlaw; print([m for m in sys.modules if m.startswith('electlaw') or m in ('attrs', 're')])"
    out = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert out.stdout.strip() == "['electlaw']"
