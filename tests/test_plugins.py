"""The template of a plugin: installed as users install it, then its pack and its rule are used."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import electlaw
from electlaw import Invalid, packs

ROOT = Path(__file__).parent.parent
DECREE = "keputusan-kepala-badan-kesbangpol-sulawesi-tenggara-99-2022"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the template installed into it, without a network."""
    pytest.importorskip("hatchling")
    pytest.importorskip("pip")
    source = tmp_path_factory.mktemp("source") / "plugin"
    shutil.copytree(ROOT / "examples" / "plugin-template", source)
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(target), str(source)], check=True, capture_output=True)
    return target


def told(site: Path, *args: str, code: int = 0) -> dict[str, object]:
    """What a command says as JSON where the plugin is installed."""
    start = (
        f"import sys; sys.path.insert(0, {str(site)!r}); from electlaw.cli import main; sys.exit(main({list(args)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", start], capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_its_pack_is_found_by_name(site: Path) -> None:
    law = ("law", DECREE, "--on", "2022-11-21", "--format", "json")
    assert told(site, *law, "--pack", "example")["state"] == "in_force"


def test_it_is_listed(site: Path) -> None:
    found = told(site, "data", "packs", "--format", "json")
    assert Path(found["packs"]["example"]).name == "pack"  # type: ignore[index]


def test_installing_it_changes_no_answer(site: Path) -> None:
    law = ("law", DECREE, "--on", "2022-11-21", "--format", "json")
    assert told(site, *law, code=1)["state"] == "not_found"


def test_its_rule_stands_beside_the_others(site: Path, tmp_path: Path) -> None:
    """The law asks 10 % of 1.5 million votes, 150,000; the rule of the plugin a twentieth more, 157,500."""
    case = {"case": "nomination", "region": "Sultra", "valid_votes": 1_500_000, "electorate": 1_867_931}
    for votes, code, outcome in ((157_500, 0, "pass"), (157_499, 1, "fail")):
        path = tmp_path / f"{votes}.json"
        path.write_text(json.dumps({**case, "votes": votes}))
        asked = ("--on", "2024-08-27", "--rule", "example.safety_margin", "--format", "json")
        report = told(site, "validate", str(path), *asked, code=code)
        (finding,) = report["findings"]  # type: ignore[misc]
        assert (finding["outcome"], finding["fact"]["wanted"]) == (outcome, 157_500)


def test_its_data_are_sound() -> None:
    from electlaw.integrity import check

    assert check(str(ROOT / "examples" / "plugin-template" / "src" / "electlaw_example" / "pack")) == []


class Point:
    """An entry point as `importlib.metadata` gives it."""

    def __init__(self, name: str, found: object) -> None:
        self.name, self.value, self._found = name, f"package:{name}", found

    def load(self) -> object:
        if isinstance(self._found, Exception):
            raise self._found
        return self._found


def test_packs_may_be_paths_or_functions(monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / "examples" / "pack-committee"
    points = [Point("a", path), Point("b", lambda: str(path))]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: points)
    assert packs.installed() == {"a": str(path), "b": str(path)}
    assert electlaw.load("b").at("2022-11-21").instrument(DECREE).state == "in_force"
    with pytest.raises(Invalid, match=r"no installed pack of that name \(nearest: a, b\)"):
        electlaw.load("c")


def test_a_broken_pack_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Point("a", ImportError("no module x"))])
    with pytest.raises(Invalid, match="the pack package:a cannot be loaded: no module x"):
        electlaw.load("nothing-here")


def test_its_pack_is_checked_by_name(site: Path) -> None:
    assert told(site, "data", "check", "example", "--format", "json")["problems"] == []
