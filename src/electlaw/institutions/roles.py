"""Mandates: which institution has which role at which stage, and the responsibility matrix made of them."""

from __future__ import annotations

import attrs

from electlaw.acts import Text, weakest
from electlaw.errors import Invalid, NotFound
from electlaw.fold import paint
from electlaw.institutions.acts import LEVELS, Fact, Log, log
from electlaw.institutions.bodies import KINDS, Local, body, covered, local, office_of
from electlaw.views import Shown, Tabled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import Day
    from electlaw.regions import Region

__all__ = ["ROLES", "Mandate", "Matrix", "mandates", "matrices", "matrix", "of_stage", "stage_key", "stage_name"]

#: Roles, in the order of the matrix, with their names.
ROLES = {
    "responsible": Text("responsible", "penanggung jawab"),
    "supervises": Text("supervises", "mengawasi"),
    "supports": Text("supports", "mendukung"),
    "funds": Text("funds", "mendanai"),
    "decides_disputes": Text("decides disputes", "memutus sengketa"),
    "reports": Text("reports", "melapor"),
    "is_consulted": Text("is consulted", "dikonsultasi"),
}

#: The law's clause that lets the Pilkada law apply in Aceh unless its own law says otherwise.
_IN_ACEH = "uu-1-2015/pasal-199"


@attrs.frozen
class Mandate(Shown):
    """One institution's role at one stage, as it stood."""

    #: Key of the institution that acts.
    institution: str
    #: Its name: the local one where a region was asked for.
    name: str
    #: The widest level it sits at.
    level: str
    #: Key in the one vocabulary of stages.
    stage: str
    #: One of `ROLES`.
    role: str
    #: What it does, or how the role is to be read, in both languages; may be empty.
    text: Text
    #: Places of the law it rests on; may be empty where the article could not be read.
    basis: tuple[str, ...]
    #: The instrument that gave it; empty if none was found.
    by: str
    #: To whom it applies (``office=governor``), as the act says.
    applies: str
    #: What would have to be named for a sure answer: ``("event",)``; empty if sure.
    needs: tuple[str, ...]
    #: Key of the institution the law names, where another stands in its place (KIP for KPU in Aceh).
    instead_of: str
    source: str
    verified: str
    unverified: tuple[str, ...]
    note: str

    @property
    def sure(self) -> bool:
        """Whether nothing missing could change it."""
        return not self.needs

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "institution": self.institution, "name": self.name, "level": self.level, "stage": self.stage,
            "role": self.role, "en": self.text["en"], "id": self.text["id"], "basis": list(self.basis), "by": self.by,
            "applies": self.applies, "needs": list(self.needs), "instead_of": self.instead_of,
            "verified": self.verified, "unverified": list(self.unverified), "note": self.note,
        }  # fmt: skip


def stage_key(name: str, corpus: Corpus | None = None) -> str:
    """Return the key of a stage given by key or by its English or Indonesian name.

    Raises `NotFound` with the nearest stages.

    >>> stage_key("Kampanye")
    'campaign'
    """
    stages = log(corpus).stages()
    if name in stages:
        return name
    asked = " ".join(name.casefold().replace("_", " ").replace("-", " ").split())
    names: dict[str, str] = {}
    for key, (_, text) in stages.items():
        for known in (key.replace("_", " "), text.en, text.id):
            names.setdefault(known.casefold(), key)
    if asked in names:
        return names[asked]
    from difflib import get_close_matches

    near = list(dict.fromkeys(names[item] for item in get_close_matches(asked, names, 8, 0.5)))[:5]
    raise NotFound(f"no stage {name!r}", id=f"tidak ada tahapan {name!r}", choices=near)


def stage_name(key: str, lang: str = "en", corpus: Corpus | None = None) -> str:
    """Return the name of a stage; its key if the vocabulary does not have it."""
    found = log(corpus).stages().get(key)
    return found[1][lang] if found else key


def mandates(
    on: Day,
    known: Day | None = None,
    *,
    kind: str = "pilkada",
    stage: str | None = None,
    institution: str | None = None,
    role: str | None = None,
    region: str | Region | None = None,
    office: str | None = None,
    event: str | None = None,
    corpus: Corpus | None = None,
) -> tuple[Mandate, ...]:
    """Return the mandates as they stood on `on`, as known on `known`, in order of stage, level and role.

    Args:
        on: the day.
        known: the day of knowledge, by default the same.
        kind: ``"pilkada"`` or ``"pemilu"``.
        stage: keep one stage (key or name); where no mandate names it, those of the stage it belongs to.
        institution: keep one institution (key or name).
        role: keep one of `ROLES`.
        region: name the bodies of a region, and keep what applies there. Of a regency or city it is the election of
            its own head that is asked about unless `office` says otherwise.
        office: ``"governor"``, ``"regent"``, ``"mayor"``: the election of which head.
        event: an election event (``"pilkada-2024"``), for acts that spare some.
        corpus: the data, by default the built-in ones.

    Raises `NotFound` for an unknown stage, institution, region or role, with the nearest.

    """
    on_day, known_day = covered(on, known)
    if kind not in KINDS:
        raise Invalid(f"{kind!r} is no kind of election", id=f"{kind!r} bukan jenis pemilihan", choices=KINDS)
    if role is not None and role not in ROLES:
        raise NotFound(f"no role {role!r}", id=f"tidak ada peran {role!r}", choices=tuple(ROLES))
    acts = log(corpus)
    home = None if region is None else local(region, on_day, known_day, kind, corpus)
    wanted = None if stage is None else stage_key(stage, corpus)
    only = None if institution is None else _institution_key(acts, institution, corpus)
    subject = _subject(kind, home, office, event)
    found = list(_painted(acts, on_day, known_day, subject, home, kind))
    if only is not None:
        found = [item for item in found if only in (item.institution, item.instead_of)]
    if role is not None:
        found = [item for item in found if item.role == role]
    if wanted is not None:
        found = of_stage(acts, found, wanted)
    order = {key: at for at, key in enumerate(acts.stages())}
    roles = list(ROLES)
    return tuple(
        sorted(found, key=lambda m: (order.get(m.stage, 999), LEVELS.index(m.level), roles.index(m.role), m.name))
    )


def _institution_key(acts: Log, name: str, corpus: Corpus | None) -> str:
    if name in acts.bodies:
        return name
    from electlaw.institutions.names import institution_key

    return institution_key(name, corpus=corpus)


def _subject(kind: str, home: Local | None, office: str | None, event: str | None) -> dict[str, str | int]:
    subject: dict[str, str | int] = {"kind": kind}
    if home is not None:
        subject["region"] = home.region.key
        if kind == "pilkada":
            subject["office"] = office or office_of(home.region)
    elif office:
        subject["office"] = office
    if event:
        from electlaw.scope import derived

        subject = {**derived({"event": event}), **subject}
    return subject


def of_stage(acts: Log, found: list[Mandate], stage: str) -> list[Mandate]:
    """Keep the mandates of a stage, or of the nearest stage above it that has any."""
    stages = acts.stages()
    at = stage
    while at:
        kept = [item for item in found if item.stage == at]
        if kept:
            return kept
        at = stages[at][0]
    return []


def _painted(
    acts: Log, on: str, known: str, subject: dict[str, str | int], home: Local | None, kind: str
) -> Iterator[Mandate]:
    special = home is not None and kind == "pilkada" and home.region.head_selection == "determined"
    for key, group in acts.mandates().items():
        painted = paint(group, on, known, subject)
        winner = painted.winner
        doubts = painted.doubts
        if winner is None or winner.ends:
            winner = next((act for act in doubts if not act.ends), None)
            if winner is None:
                continue
        if home is None and _confined(winner):
            continue
        if special and not _confined(winner) and any(item.name == "office" for item in winner.scope.conditions):
            continue
        needs = tuple(dict.fromkeys(name for act in doubts for name in act.scope.missing(subject)))
        if home is None:
            needs = tuple(name for name in needs if name not in ("office", "region"))
        made = _mandate(acts, key, winner, needs, on, known, subject, home)
        if made is not None:
            yield made


def _confined(act: Fact) -> bool:
    """Whether it holds in some regions only."""
    return act.scope.special


def _mandate(
    acts: Log,
    key: str,
    act: Fact,
    needs: tuple[str, ...],
    on: str,
    known: str,
    subject: dict[str, str | int],
    home: Local | None,
) -> Mandate | None:
    institution, stage, role, _ = key.split("|")
    actor, name, level, instead, more = institution, institution, "national", "", ()
    verified = act.verified
    item = body(acts, institution, on, known, {"region": "", **subject})
    if item is not None:
        name, level = item.short, item.level
    seat = _seat(home, institution) if home is not None else None
    if seat is not None:
        actor, name, level = seat.key, seat.name, seat.institution.level
        if actor != institution:
            instead, more = institution, (*seat.institution.basis[:1], _IN_ACEH)
            verified = weakest([verified, "report"])
    elif item is None:
        return None
    return Mandate(
        institution=actor, name=name, level=level, stage=stage, role=role, text=act.text,
        basis=(*act.places, *more), by=act.by, applies=str(act.scope), needs=needs, instead_of=instead,
        source=act.source, verified=verified, unverified=act.unverified, note=act.note,
    )  # fmt: skip


def _seat(home: Local, key: str):  # type: ignore[no-untyped-def]
    place: Local | None = home
    while place is not None:
        found = place.seat(key)
        if found is not None:
            return found
        place = place.above
    return None


# -- the matrix -----------------------------------------------------------------------------------------


@attrs.frozen
class Matrix(Tabled):
    """Who has which role at a stage: institutions by role, with what runs through all stages shown apart."""

    on: str
    known: str
    kind: str
    #: Key of the stage, or empty for every stage.
    stage: str
    region: Region | None
    #: Mandates of the stage itself.
    mandates: tuple[Mandate, ...]
    #: Mandates over all stages (``overall``), for a stage asked for by name.
    overall: tuple[Mandate, ...]
    #: What a reader must know about this answer, in both languages.
    notes: tuple[Text, ...]

    def by_role(self, role: str) -> tuple[Mandate, ...]:
        """Return the mandates of one role at the stage; where none is recorded, those over all stages."""
        own = tuple(item for item in self.mandates if item.role == role)
        return own or tuple(item for item in self.overall if item.role == role)

    @property
    def responsible(self) -> tuple[Mandate, ...]:
        """Who is formally responsible."""
        return self.by_role("responsible")

    def stages(self) -> tuple[str, ...]:
        """Return the stages in it, in their order."""
        return tuple(dict.fromkeys(item.stage for item in self.mandates))

    def table(self) -> list[dict[str, object]]:
        """Return it as rows of plain values, one per mandate."""
        return [item.to_json() for item in (*self.mandates, *self.overall)]

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "on": self.on, "known": self.known, "kind": self.kind, "stage": self.stage,
            "region": self.region.key if self.region else "",
            "mandates": [item.to_json() for item in self.mandates],
            "overall": [item.to_json() for item in self.overall],
            "notes": [{"en": note.en, "id": note.id} for note in self.notes],
        }  # fmt: skip

    def to_text(self, lang: str = "en") -> str:
        """Return it as plain text."""
        from electlaw import views

        return views.text(self, lang)

    def __str__(self) -> str:
        return self.to_text()


_NOTES = {
    "diy": Text(
        "The governor of Yogyakarta is determined by the DPRD, not elected (UU 13/2012).",
        "Gubernur DIY ditetapkan oleh DPRD, tidak dipilih (UU 13/2012).",
    ),
    "jakarta": Text(
        "Mayors and the regent of Jakarta's administrative units are appointed; the election asked about is that of "
        "the governor.",
        "Wali kota dan bupati di wilayah administrasi Jakarta diangkat; yang ditanyakan adalah Pemilihan Gubernur.",
    ),
    "aceh": Text(
        "In Aceh KIP and Panwaslih act where the law names the regional KPU and Bawaslu (UU 11/2006; UU 1/2015 "
        "Pasal 199): read so, not stated stage by stage.",
        "Di Aceh KIP dan Panwaslih bertindak di tempat KPU dan Bawaslu daerah (UU 11/2006; UU 1/2015 Pasal 199): "
        "dibaca demikian, tidak dinyatakan per tahapan.",
    ),
    "pemilu": Text(
        "UU 7/2017 could be read up to Pasal 227 only; what lies beyond is marked as not confirmed or missing.",
        "UU 7/2017 hanya terbaca sampai Pasal 227; selebihnya ditandai belum dikonfirmasi atau tidak ada.",
    ),
    "early": Text(
        "Before 2 October 2014 only the overall mandates and result disputes are recorded.",
        "Sebelum 2 Oktober 2014 hanya mandat menyeluruh dan perselisihan hasil yang tercatat.",
    ),
}


def matrix(
    stage: str | None = None,
    region: str | Region | None = None,
    *,
    on: Day,
    known: Day | None = None,
    kind: str = "pilkada",
    office: str | None = None,
    event: str | None = None,
    corpus: Corpus | None = None,
) -> Matrix:
    """Return the responsibility matrix of a stage (or of every stage) in a region (or in general).

    Takes what `mandates` takes.

    >>> [item.name for item in matrix("voting_day", "Kabupaten Kolaka", on="2024-11-27").responsible]
    ['KPU Kabupaten Kolaka', 'KPPS']
    """
    found = mandates(on, known, kind=kind, region=region, office=office, event=event, corpus=corpus)
    on_day, known_day = covered(on, known)
    place = None if region is None else local(region, on_day, known_day, kind, corpus).region
    return _made("" if stage is None else stage_key(stage, corpus), found, place, kind, on_day, known_day, corpus)


def matrices(
    stages: Iterable[str],
    region: str | Region | None = None,
    *,
    on: Day,
    known: Day | None = None,
    kind: str = "pilkada",
    event: str | None = None,
    corpus: Corpus | None = None,
) -> tuple[Matrix, ...]:
    """Return the matrix of several stages, the mandates read once; takes what `matrix` takes."""
    found = mandates(on, known, kind=kind, region=region, event=event, corpus=corpus)
    on_day, known_day = covered(on, known)
    place = None if region is None else local(region, on_day, known_day, kind, corpus).region
    return tuple(
        _made(stage_key(stage, corpus), found, place, kind, on_day, known_day, corpus)
        for stage in dict.fromkeys(stages)
    )


def _made(
    stage: str, found: tuple[Mandate, ...], place: Region | None, kind: str, on: str, known: str, corpus: Corpus | None
) -> Matrix:
    own = found
    overall: tuple[Mandate, ...] = ()
    if stage:
        own = tuple(of_stage(log(corpus), list(found), stage))
        overall = () if stage == "overall" else tuple(item for item in found if item.stage == "overall")
    return Matrix(
        on=on, known=known, kind=kind, stage=stage, region=place, mandates=own, overall=overall,
        notes=tuple(_notes(place, kind, on, own)),
    )  # fmt: skip


def _notes(place: Region | None, kind: str, on: str, found: tuple[Mandate, ...]) -> Iterator[Text]:
    if kind == "pemilu":
        yield _NOTES["pemilu"]
    elif on < "2014-10-02":
        yield _NOTES["early"]
    if place is None or kind == "pemilu":
        return
    if place.head_selection == "determined":
        yield _NOTES["diy"]
    elif place.head_selection == "appointed":
        yield _NOTES["jakarta"]
    if any(item.instead_of for item in found):
        yield _NOTES["aceh"]
