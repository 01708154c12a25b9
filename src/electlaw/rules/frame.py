"""The legal frame: was the provision law, the instrument in force, the basis right, the lower norm in bounds."""

from __future__ import annotations

from fractions import Fraction

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.errors import NotFound
from electlaw.findings import Ground, Said
from electlaw.refs import cite
from electlaw.rules.cases import Case, FrameCase
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["BASIS", "HIERARCHY", "INSTRUMENT", "PROVISION"]

_STATES = {
    "in_force": Text("was law", "berlaku"),
    "not_yet": Text("was not yet law", "belum berlaku"),
    "repealed": Text("was no longer law", "sudah tidak berlaku"),
    "struck": Text("had been declared void by the Constitutional Court",
                   "telah dinyatakan tidak mengikat oleh Mahkamah Konstitusi"),
    "unknown": Text("may have been law; the data do not tell", "mungkin berlaku; data tidak memastikan"),
    "not_found": Text("never existed", "tidak pernah ada"),
}  # fmt: skip


def _outcome(state: str) -> str:
    return {"in_force": "pass", "unknown": "undetermined"}.get(state, "fail")


def _say_state(lang: str, shown: str, on: str, state: str, tail: str) -> str:
    return f"{shown}, {day_text(on, lang)}: {_STATES[state][lang]}{tail}"


def _provision(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FrameCase)
    if case.citation is None:
        return missing(rule, case, ["citation"])
    found = law.provision(case.citation)
    fact: dict[str, object] = {
        "place": str(found.place), "state": found.state, "version": found.version,
        "content_since": found.content_since, "construed_by": list(found.construed_by), "moved_to": found.moved_to,
    }  # fmt: skip
    basis = tuple(Ground(item.instrument, item.verified) for item in found.basis)
    tail = f" ({cite(found.version, short=True)})" if found.version and found.state == "in_force" else ""
    outcome = _outcome(found.state)
    if outcome == "pass" and not found.cited_contains:
        text = Text("The law cited did not itself contain this provision",
                    "Undang-undang yang dikutip tidak memuat ketentuan ini")  # fmt: skip
        return answer(rule, "fail", text, fact, basis, field="citation")
    return answer(rule, outcome, Said(_say_state, cite(found.cited), law.on, found.state, tail), fact, basis,
                  field="citation", needs=tuple(found.needs) if outcome == "undetermined" else ())  # fmt: skip


def _instrument(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FrameCase)
    if case.instrument is None:
        return missing(rule, case, ["instrument"])
    try:
        found = law.instrument(case.instrument)
    except NotFound as error:
        text = Text(error.en, error.id)
        return answer(rule, "undetermined", text, {"nearest": list(error.choices)}, field="instrument")
    fact: dict[str, object] = {
        "instrument": found.id, "state": found.state, "amended_by": list(found.amended_by),
        "repealed_by": found.repealed_by,
    }  # fmt: skip
    basis = tuple(dict.fromkeys(Ground(item.instrument, item.verified) for item in found.basis))
    return answer(rule, _outcome(found.state), Said(_say_state, found.cite(), law.on, found.state, ""), fact,
                  basis or (Ground(found.id, found.verified),), field="instrument")  # fmt: skip


def _subject(case: FrameCase) -> dict[str, str | int]:
    names = ("office", "region", "event", "electorate", "population")
    return {name: getattr(case, name) for name in names if getattr(case, name) is not None}


def _lacks(value: Value) -> list[str]:
    return ["event" if name in ("cycle", "kind") else name for name in value.needs]


def _basis(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FrameCase)
    lacks = [name for name in ("citation", "parameter") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks)
    assert case.citation is not None
    assert case.parameter is not None
    value = law.parameter(case.parameter, **_subject(case))
    if value.state == "unknown":
        return missing(rule, case, _lacks(value))
    if value.state != "set":
        return none_set(rule, law, value)
    place = str(law.provision(case.citation).place)
    right = [item for item in value.provisions if _along(place, item)]
    fact: dict[str, object] = {"place": place, "right": list(value.provisions), "set_by": value.basis[0].instrument}
    shown = "; ".join(cite(item, short=True) for item in value.provisions)
    said = Said(_say_basis, cite(place, short=True), shown, bool(right))
    return answer(rule, "pass" if right else "fail", said, fact, grounds(value), field="citation")


def _along(place: str, other: str) -> bool:
    return place == other or place.startswith(f"{other}/") or other.startswith(f"{place}/")


def _say_basis(lang: str, place: str, right: str, met: bool) -> str:
    if lang == "id":
        return f"{place} dasar yang tepat" if met else f"{place} bukan dasarnya; dasarnya {right}"
    return f"{place} is the right basis" if met else f"{place} is not the basis; it is {right}"


# -- the lower norm -------------------------------------------------------------------------------------


def _hierarchy(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, FrameCase)
    lacks = [name for name in ("parameter", "value", "laid_down_by") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks)
    value = law.parameter(str(case.parameter), **_subject(case))
    if value.state == "unknown":
        return missing(rule, case, _lacks(value))
    if value.state != "set":
        return none_set(rule, law, value)
    lower, higher = law.instrument(str(case.laid_down_by)), value.basis[0].instrument
    fact: dict[str, object] = {"value": case.value, "law": value.stated, "set_by": higher, "laid_down_by": lower.id}
    basis = grounds(value)
    if not _below(law, lower.id, higher):
        text = Text("The instrument does not rank below the one that set the value",
                    "Peraturan itu tidak lebih rendah daripada yang menetapkan nilainya")  # fmt: skip
        return answer(rule, "not_applicable", text, fact, basis, field="laid_down_by")
    met = _fits(value, case.value)
    return answer(rule, "pass" if met else "fail",
                  Said(_say_fit, lower.cite(short=True), str(case.value), value.stated, cite(higher, short=True), met),
                  fact, basis, field="value")  # fmt: skip


def _below(law: Law, lower: str, higher: str) -> bool:
    ranks = [_rank(law, id) for id in (lower, higher)]
    return ranks[0] > ranks[1]


#: Ranks of kinds outside the ladder of UU 12/2011 Pasal 7: rulings bind all, decisions and letters stand below.
_OUTSIDE = {"j": 0.0, "p8": 6.5, "k": 8.0, "e": 9.0}


def _rank(law: Law, id: str) -> float:
    instrument = law.corpus.instrument(id)
    kind = instrument.kind if instrument is not None else id.partition("-")[0]
    rows = law.corpus.rows("kinds", kind)
    rank = rows[0]["rank"].partition("/")[0] if rows else "8"
    return _OUTSIDE.get(rank, float(rank) if rank.isdigit() else 8.0)


def _fits(value: Value, laid_down: object) -> bool:
    text = str(laid_down).lower() if isinstance(laid_down, bool) else str(laid_down)
    if text == value.stated:
        return True
    if len(value.stated) in (4, 7) and value.stated[:4].isdigit():
        return text.startswith(f"{value.stated}-")
    try:
        return Fraction(text) == Fraction(value.stated)
    except ValueError:
        return False


def _say_fit(lang: str, lower: str, laid_down: str, law: str, higher: str, met: bool) -> str:
    if lang == "id":
        end = "sesuai" if met else "bertentangan"
        return f"{lower} menetapkan {laid_down}; {higher} menetapkan {law}: {end}"
    return f"{lower} lays down {laid_down}; {higher} sets {law}: {'in bounds' if met else 'in conflict'}"


PROVISION = Rule(
    code="frame.provision", number=551, family="frame",
    title=Text("The provision was law", "Ketentuan berlaku"),
    about=Text("Whether the provision cited was law on the day, and which text governed",
               "Apakah ketentuan yang dikutip berlaku pada hari itu, dan naskah mana yang berlaku"),
    basis=("uu-12-2011/pasal-7",), keys=(), case=FrameCase, check=_provision, inputs=("citation",),
)  # fmt: skip

INSTRUMENT = Rule(
    code="frame.instrument", number=552, family="frame",
    title=Text("The instrument was in force", "Peraturan berlaku"),
    about=Text("Whether the instrument cited was in force on the day",
               "Apakah peraturan yang dikutip berlaku pada hari itu"),
    basis=("uu-12-2011/pasal-7",), keys=(), case=FrameCase, check=_instrument, inputs=("instrument",),
)  # fmt: skip

BASIS = Rule(
    code="frame.basis", number=553, family="frame",
    title=Text("The right basis", "Dasar yang tepat"),
    about=Text("Whether the provision cited is one the matter rested on that day",
               "Apakah ketentuan yang dikutip memang dasar perihal itu pada hari itu"),
    basis=("uu-12-2011/pasal-7",), keys=(), case=FrameCase, check=_basis, inputs=("parameter",),
)  # fmt: skip

HIERARCHY = Rule(
    code="frame.hierarchy", number=554, family="frame",
    title=Text("The lower norm fits the higher", "Norma yang lebih rendah sesuai dengan yang lebih tinggi"),
    about=Text(
        "Whether a value laid down by a lower instrument is the one the law sets, or lies within the month or year it "
        "sets. Decisions and circulars rank below regulations, rulings above all",
        "Apakah nilai yang ditetapkan peraturan lebih rendah sama dengan yang ditetapkan hukum, atau berada dalam "
        "bulan atau tahun yang ditetapkannya. Keputusan dan surat edaran di bawah peraturan, putusan di atas semuanya",
    ),
    basis=("uu-12-2011/pasal-7", "uu-12-2011/pasal-8"), keys=(), case=FrameCase, check=_hierarchy,
    inputs=("value", "laid_down_by"),
)  # fmt: skip

register(PROVISION, INSTRUMENT, BASIS, HIERARCHY)
