"""The API reference: a page per public module, and references in docstrings and signatures made into links."""

from __future__ import annotations

import argparse
import ast
import builtins
import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

import electlaw
from electlaw import cli, manual
from electlaw.sphinx.markup import el

#: Modules that are no interface.
PRIVATE = ("electlaw.cli", "electlaw.__main__")


def modules() -> list[str]:
    """Return the names of the package's public modules."""
    found = ["electlaw"]
    every = (info.name for info in pkgutil.walk_packages(electlaw.__path__, "electlaw."))
    found += [name for name in every if not name.startswith(PRIVATE) and "._" not in name]
    return sorted(found)


def write(app: Sphinx, _config: Config) -> None:
    """Write one page per module."""
    home = Path(app.srcdir) / "api"
    home.mkdir(exist_ok=True)
    wanted = {}
    names = modules()
    for name in names:
        if name != "electlaw":
            wanted[name] = module_page(name)
    entries = "".join(f"   {name} <{name}>\n" for name in wanted)
    wanted["modules"] = f"Modul · Modules\n===============\n\n.. toctree::\n   :maxdepth: 1\n\n{entries}"
    for old in home.glob("*.rst"):
        if old.stem not in wanted:
            old.unlink()
    for name, text in wanted.items():
        path = home / f"{name}.rst"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def module_page(name: str) -> str:
    """Return the page of a module; a package lists what it takes from its modules as links."""
    module = importlib.import_module(name)
    text = f"``{name}``\n{'=' * (len(name) + 4)}\n\n.. automodule:: {name}\n"
    public = [member for member in getattr(module, "__all__", ()) if hasattr(module, member)]
    elsewhere = [member for member in public if _home(module, member) != name]
    own = [member for member in public if member not in elsewhere]
    if own:
        text += f"   :members: {', '.join(own)}\n   :show-inheritance:\n   :undoc-members:\n"
    if elsewhere:
        text += "\nAlso here:\n\n"
        text += "".join(f"- :py:obj:`{member} <{_home(module, member)}.{member}>`\n" for member in elsewhere)
    return text


def _home(module: ModuleType, member: str) -> str:
    """Return the module that defines a member, as far as it says so."""
    if not hasattr(module, member):
        return module.__name__
    value = getattr(module, member)
    home = getattr(value, "__module__", None)
    if not isinstance(home, str) or home not in _PUBLIC or not isinstance(value, type | FunctionType):
        for name in sorted(_PUBLIC, key=len, reverse=True):
            loaded = importlib.import_module(name)
            if (
                member in getattr(loaded, "__all__", ())
                and getattr(loaded, member, None) is value
                and _assigns(loaded, member)
            ):
                return name
        return module.__name__
    return home


def _assigns(module: ModuleType, member: str) -> bool:
    """Whether a module itself binds a name, by its source."""
    source = Path(module.__file__ or "").read_text(encoding="utf-8")
    return re.search(rf"^{member}\b[^=\n]*=", source, re.MULTILINE) is not None


_TICKS = re.compile(r"(?<![`\w:])`([^`\n]+)`(?![`_])")


def docstring(_app: Sphinx, _what: str, name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """Turn a name in single backticks into a link where it names something public, into code elsewhere."""
    home = name
    while home and home not in _PUBLIC:
        home = home.rpartition(".")[0]

    def shown(match: re.Match[str]) -> str:
        target = _find(match[1], home)
        return f":py:obj:`{match[1]} <{target}>`" if target else f"``{match[1]}``"

    lines[:] = [_TICKS.sub(shown, line) for line in _fields(lines)]


_SECTION = re.compile(r"(Args|Raises):$")
_ITEM = re.compile(r"    (\*{0,2}\w+): (.*)")


def _fields(lines: list[str]) -> Iterator[str]:
    """Turn the sections *Args* and *Raises* of a docstring into field lists."""
    role = ""
    for line in lines:
        head = _SECTION.match(line)
        item = _ITEM.match(line)
        if head:
            role = {"Args": "param", "Raises": "raises"}[head[1]]
            yield ""
        elif role and item:
            yield f":{role} {item[1]}: {item[2]}"
        elif role and line and not line.startswith("    "):
            role = ""
            yield ""
            yield line
        else:
            yield line[4:] if role else line


_PUBLIC = set(modules())


def _find(text: str, home: str) -> str:
    if not re.fullmatch(r"[A-Za-z_][\w.]*", text):
        return ""
    plain = text.removeprefix("electlaw.")
    for module in dict.fromkeys([home, "electlaw"]):
        full = _member(module, plain)
        if full:
            return full
    return text if text in _PUBLIC else ""


def _member(module: str, text: str) -> str:
    """Return the full name of a public member of a module, in the module that defines it."""
    first, _, rest = text.partition(".")
    loaded = importlib.import_module(module)
    if first not in getattr(loaded, "__all__", ()) or not hasattr(loaded, first):
        return ""
    value = getattr(loaded, first)
    if rest and isinstance(value, type):
        owners = [owner for owner in value.__mro__ if rest in vars(owner)]
        return f"{owners[0].__module__}.{owners[0].__name__}.{rest}" if owners else ""
    if rest:
        return ""
    return f"{_home(loaded, first)}.{text}"


def qualify(_app: Sphinx, doctree: nodes.document) -> None:
    """Give the bare names of annotations the full names they have in the module that uses them."""
    for node in doctree.findall(pending_xref):
        if node.get("refdomain") == "py" and node.get("py:module") and "refspecific" in node:
            first, dot, rest = node["reftarget"].partition(".")
            full = names_of(node["py:module"]).get(first)
            if full:
                node["reftarget"] = f"{full}{dot}{rest}"
            if full or hasattr(builtins, first):
                del node["refspecific"]


_names: dict[str, dict[str, str]] = {}


def names_of(module: str) -> dict[str, str]:
    """Return what the names of a module mean, imports for type checkers too."""
    if module not in _names:
        loaded = importlib.import_module(module)
        found: dict[str, str] = {}
        for node in ast.walk(ast.parse(Path(loaded.__file__ or "").read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                found.update({name.asname or name.name: f"{node.module}.{name.name}" for name in node.names})
            elif isinstance(node, ast.ClassDef):
                found[node.name] = f"{module}.{node.name}"
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                found[node.target.id] = f"{module}.{node.target.id}"
            elif isinstance(node, ast.Assign):
                found.update({t.id: f"{module}.{t.id}" for t in node.targets if isinstance(t, ast.Name)})
        _names[module] = found
    return _names[module]


def missing(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement) -> nodes.Node | None:
    """Resolve names a package takes from its modules; leave names from outside and of no interface plain."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    home, _, name = target.rpartition(".")
    if not home:
        return content if hasattr(builtins, name) else None
    if not home.startswith("electlaw"):
        return content
    while home not in _PUBLIC and "." in home:
        home, _, above = home.rpartition(".")
        name = f"{above}.{name}"
    first = name.partition(".")[0]
    defined = f"{_home(importlib.import_module(home), first)}.{name}"
    entry = env.domains["py"].objects.get(defined)
    if entry is not None:
        return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, content, defined)
    return content if name in names_of(home) else None


class CommandHelp(SphinxDirective):
    """What ``electlaw COMMAND --help`` prints in each language, command by command."""

    def run(self) -> list[nodes.Node]:
        """Return a section per command."""
        os.environ["COLUMNS"] = "100"
        english, indonesian = cli._parser(), cli._parser()
        manual.translate(indonesian)
        found: list[nodes.Node] = _help(english, indonesian)
        for name, command in _commands(english).items():
            section = nodes.section(
                "", nodes.title("", "", nodes.literal("", f"electlaw {name}")), ids=[f"electlaw-{name}"], names=[]
            )
            section += _help(command, _commands(indonesian)[name])
            found.append(section)
        return found


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction)).choices


def _help(english: argparse.ArgumentParser, indonesian: argparse.ArgumentParser) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for lang, parser in (("id", indonesian), ("en", english)):
        text = parser.format_help()
        found.append(el("div", nodes.literal_block(text, text, language="text"), class_=f"l-{lang}", lang=lang))
    return found


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.add_directive("command-help", CommandHelp)
    app.connect("config-inited", write)
    app.connect("autodoc-process-docstring", docstring)
    app.connect("doctree-read", qualify)
    app.connect("missing-reference", missing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
