"""What a search may mean outright: the objects the site describes, which the search page offers before its hits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from electlaw.corpus import builtin
from electlaw.institutions.acts import log
from electlaw.refs import cite
from electlaw.regions import region

#: Kinds of object, those most looked for first; where two fit a search alike, the first is offered first.
KINDS = ("provision", "instrument", "region", "institution", "event", "parameter", "rule", "code")
LAW = "uu-1-2015"


def targets(app: Sphinx) -> Iterator[list[str]]:
    """Yield label, address, and other names for each object; places of the Pilkada law first."""
    objects = app.env.domains["law"].data["objects"]  # type: ignore[index]

    def rank(item: tuple[tuple[str, str], tuple[str, str, str]]) -> tuple[int, bool]:
        (kind, id), _ = item
        return KINDS.index(kind), not id.startswith(f"{LAW}/")

    for (kind, id), (docname, anchor, title) in sorted(
        (item for item in objects.items() if item[0][0] in KINDS), key=rank
    ):
        address = f"{docname}.html" + (f"#{anchor}" if anchor else "")
        if kind == "region":
            place = region(id)
            names = sorted({place.short_name, *place.home.aliases(place.key)} - {title})
            yield [title, address, *names]
            yield [f"{title}: ringkasan · brief", f"briefs/{id[:2]}.html?region={id}", *names]
        elif kind == "institution":
            names = {fact.row["name"] for fact in log(builtin()).names().get(id, ()) if "{" not in fact.row["name"]}
            yield [title, address, *sorted(names - {title})]
        elif kind == "instrument":
            yield [cite(id, short=True), address, title]
        elif kind == "provision":
            yield [cite(id, short=True), address]
        else:
            yield [title if kind == "event" else id, address]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the list beside the finished site."""
    if exception is None and app.builder.name == "html":
        text = json.dumps(list(targets(app)), ensure_ascii=False, separators=(",", ":"))
        (Path(app.outdir) / "_static" / "targets.json").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
