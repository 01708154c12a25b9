"""Campaigning: period, quiet days, means, places and persons (Pasal 65 to 70)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.errors import ElectlawError
from electlaw.findings import Ground, Said
from electlaw.rules.campaign_cases import CONDUCTS, CampaignCase
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, register
from electlaw.rules.windows import Window, contradiction, last_day, open_value, window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.schedule import Stage

__all__ = ["RULES", "ceiling", "scheduled"]

_LAW = "uu-1-2015/pasal-"


# -- period ---------------------------------------------------------------------------------------------


def _period(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    start, quiet = law.parameter("campaign.start"), law.parameter("campaign.quiet")
    basis = grounds(start, quiet)
    fact: dict[str, object] = {}
    if case.pairs_determined is not None:
        fact["first"] = last_day(law, start, case.pairs_determined)
    if case.voting_day is not None:
        fact["quiet_from"] = last_day(law, quiet, case.voting_day, sign=-1)
    day = case.activity_day
    if day is None:
        return missing(rule, case, ["activity_day"], fact, basis)
    if case.pairs_determined and case.voting_day and case.voting_day <= case.pairs_determined:
        return contradiction(rule, case, "pairs_determined", "voting_day", basis)
    early = "first" in fact and day < str(fact["first"])
    late = "quiet_from" in fact and day >= str(fact["quiet_from"])
    fact["measured"] = day
    if early or late:
        over = case.voting_day is not None and day >= case.voting_day
        kind = "early" if early else "over" if over else "quiet"
        return answer(rule, "fail", Said(_say_period, kind, dict(fact)), fact, basis, field="activity_day")
    lacks = [name for name in ("pairs_determined", "voting_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    return answer(rule, "pass", Said(_say_period, "in", dict(fact)), fact, basis, field="activity_day")


def _say_period(lang: str, kind: str, fact: dict[str, object]) -> str:
    from electlaw.catalog import day_text

    first = day_text(str(fact["first"]), lang) if "first" in fact else ""
    quiet = day_text(str(fact["quiet_from"]), lang) if "quiet_from" in fact else ""
    if lang == "id":
        return {
            "early": f"Sebelum masa kampanye, yang mulai {first}",
            "quiet": f"Dalam masa tenang, yang mulai {quiet}",
            "over": f"Masa kampanye telah berakhir; masa tenang mulai {quiet}",
            "in": f"Dalam masa kampanye menurut undang-undang, {first} sampai sebelum {quiet}; jadwal KPU dapat "
            f"lebih sempit",
        }[kind]
    return {
        "early": f"Before the campaign, which begins on {first}",
        "quiet": f"In the quiet period, which begins on {quiet}",
        "over": f"The campaign is over; the quiet period began on {quiet}",
        "in": f"Within the campaign by the statute, {first} until before {quiet}; the KPU's schedule may be narrower",
    }[kind]


def scheduled(law: Law, case: Case, stage: str) -> Stage | None:
    """Return the line of a stage in the KPU's schedule of the case's election, if one with sure days stands."""
    if case.event is None:
        return None
    try:
        lines = law.schedule(case.event, region=case.region)
    except ElectlawError:
        return None
    for line in lines:
        if line.stage == stage and line.start and line.end and line.start.exact and line.end.exact:
            return line
    return None


def _schedule(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    lacks = [name for name in ("event", "activity_day") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, (Ground(_LAW + "63/ayat-3", "text"),))
    line = scheduled(law, case, "campaign")
    if line is None or line.start is None or line.end is None:
        text = Text("The KPU's schedule of that election, as known on that day, sets no sure days",
                    "Jadwal KPU untuk pemilihan itu, sejauh diketahui pada hari itu, tanpa tanggal pasti")  # fmt: skip
        return answer(rule, "undetermined", text, {}, (Ground(_LAW + "63/ayat-3", "text"),), field="event",
                      needs=("event",))  # fmt: skip
    first, last = line.start.latest, line.end.latest
    met = first <= str(case.activity_day) <= last
    basis = (Ground(_LAW + "69/huruf-k", "text"), Ground(line.by, line.verified))
    fact: dict[str, object] = {"first": first, "last": last, "measured": case.activity_day}
    if not met:
        fact["offence"] = "pasal-187/ayat-1"
    return answer(rule, "pass" if met else "fail", Said(_say_schedule, first, last), fact, basis, field="activity_day")


def _say_schedule(lang: str, first: str, last: str) -> str:
    from electlaw.catalog import day_text

    begins, ends = day_text(first, lang), day_text(last, lang)
    if lang == "id":
        return f"Jadwal kampanye KPU {begins} sampai {ends}; kampanye di luarnya dilarang"
    return f"The KPU's schedule has the campaign from {begins} to {ends}; campaigning outside it is banned"


def _ads(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    quiet = law.parameter("campaign.quiet")
    if case.ad_day is None:
        return missing(rule, case, ["ad_day"], {}, grounds(quiet))
    line = scheduled(law, case, "campaign_media_ads")
    if line is not None and line.start is not None and line.end is not None:
        first, last = line.start.latest, line.end.latest
        fact: dict[str, object] = {"first": first, "last": last, "measured": case.ad_day}
        met = first <= case.ad_day <= last
        basis = (*grounds(quiet), Ground(line.by, line.verified))
        return answer(rule, "pass" if met else "fail", Said(_say_ads, first, last), fact, basis, field="ad_day")
    if case.voting_day is None:
        return missing(rule, case, ["voting_day"], {}, grounds(quiet))
    begins = last_day(law, quiet, case.voting_day, sign=-1)
    fact = {"quiet_from": begins, "measured": case.ad_day}
    if case.ad_day >= begins:
        return answer(rule, "fail", Said(_say_period, "quiet", fact), fact, grounds(quiet), field="ad_day")
    text = Text("Before the quiet period; how many days before it ads may run is for the KPU's schedule of that "
                "election, "
                "which is not in the log for that day",
                "Sebelum masa tenang; hari iklan sebelum masa tenang diatur jadwal KPU untuk pemilihan itu, yang tidak "
                "tercatat untuk hari itu")  # fmt: skip
    return answer(rule, "undetermined", text, fact, grounds(quiet), field="ad_day", needs=("event",))


def _say_ads(lang: str, first: str, last: str) -> str:
    from electlaw.catalog import day_text

    begins, ends = day_text(first, lang), day_text(last, lang)
    if lang == "id":
        return f"Iklan kampanye di media massa {begins} sampai {ends}"
    return f"Campaign ads in the media run from {begins} to {ends}"


# -- means ----------------------------------------------------------------------------------------------

_BY_PAIR = ("limited_meeting", "dialogue")
_BY_KPU = ("debate", "media_ads")


def _method(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    lacks = [name for name in ("method", "funded_by") if getattr(case, name) is None]
    widened = law.provision(_LAW + "65/ayat-2b").state == "in_force"
    basis = (Ground(_LAW + "65/ayat-2", "text"), *((Ground(_LAW + "65/ayat-2b", "text"),) if widened else ()))
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    if case.method in _BY_KPU and case.funded_by == "pair":
        text = Text("Debates and media ads are the KPU's to hold and pay for",
                    "Debat dan iklan media massa difasilitasi dan didanai melalui KPU")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="funded_by")
    if case.method in ("material", "props") and case.funded_by == "pair" and not widened:
        text = Text("Until 30 June 2016 campaign material and props were supplied by the KPU only",
                    "Sampai 30 Juni 2016 bahan kampanye dan alat peraga hanya difasilitasi KPU")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="funded_by")
    if case.method in _BY_PAIR and case.funded_by == "kpu":
        text = Text("Meetings are the parties' and pairs' to hold and pay for",
                    "Pertemuan dilaksanakan dan didanai partai atau pasangan calon")  # fmt: skip
        return answer(rule, "fail" if widened else "pass", text, {}, basis, field="funded_by")
    text = Text("That means, so funded, is open", "Metode itu, dengan pendanaan demikian, dibolehkan")
    return answer(rule, "pass", text, {}, basis, field="method")


def _props(rule: Rule, law: Law, case: Case) -> Finding:
    return _PROPS(rule, law, case)


_PROPS = window(Window(
    key="campaign.props_removed", start="voting_day", act="props_removed", way="before",
    noun=Text("Campaign props cleared", "Pembersihan alat peraga"),
))  # fmt: skip


def ceiling(key: str, name: str, noun: Text) -> Callable[[Rule, Law, Case], Finding]:
    """Return the check that a number of the case is no more than a parameter."""

    def check(rule: Rule, law: Law, case: Case) -> Finding:
        value = law.parameter(key, **({"event": case.event} if case.event else {}))
        ended = open_value(rule, law, case, value)
        if ended is not None:
            return ended
        limit, basis = int(value.stated), grounds(value)
        fact: dict[str, object] = {"limit": limit}
        measured = getattr(case, name)
        if measured is None:
            return missing(rule, case, [name], fact, basis)
        fact["measured"] = measured
        said = Said(_say_ceiling, noun, measured, limit, value.unit)
        return answer(rule, "pass" if measured <= limit else "fail", said, fact, basis, field=name)

    return check


def _say_ceiling(lang: str, noun: Text, measured: int, limit: int, unit: str) -> str:
    def shown(number: int) -> str:
        if unit == "IDR":
            return f"Rp{number:,}".replace(",", ".") if lang == "id" else f"Rp{number:,}"
        return f"{number} %" if unit == "percent" else str(number)

    most = "paling banyak" if lang == "id" else "at most"
    return f"{noun[lang]}: {shown(measured)}; {most} {shown(limit)}"


# -- places, conduct, persons ---------------------------------------------------------------------------


def _place(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    opened = law.parameter("campaign.university_allowed")
    basis = grounds(opened)
    if case.place is None:
        return missing(rule, case, ["place"], {}, basis)
    if case.place in ("worship", "school"):
        text = Text("Places of worship and of education are closed to the campaign",
                    "Tempat ibadah dan tempat pendidikan dilarang untuk kampanye")  # fmt: skip
        return answer(rule, "fail", text, {}, (Ground(_LAW + "69/huruf-i", "text"),), field="place")
    if case.place == "government_facility":
        text = Text("Government facilities are closed to the campaign, but for public ones offered through the KPU",
                    "Fasilitas pemerintah dilarang digunakan, kecuali fasilitas umum yang diberikan melalui "
                    "KPU")  # fmt: skip
        basis = (Ground(_LAW + "69/huruf-h", "text"), Ground(_LAW + "66/ayat-2", "text"))
        return answer(rule, "fail", text, {}, basis, field="place")
    if case.place == "other":
        text = Text("The law names no such place", "Tempat demikian tidak dilarang")
        return answer(rule, "pass", text, {}, (Ground(_LAW + "69/huruf-i", "text"),), field="place")
    if opened.state != "set":
        return open_value(rule, law, case, opened) or missing(rule, case, ["place"], {}, basis)
    if opened.value is False:
        text = Text("Universities are places of education and closed to the campaign (open since 20 August 2024)",
                    "Perguruan tinggi termasuk tempat pendidikan yang dilarang (dibuka sejak 20 Agustus "
                    "2024)")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="place")
    failing = [n for n, bad in (("permitted", False), ("attributes", True)) if getattr(case, n) is bad]
    text = Text("Universities are open with the leave of those in charge and without campaign attributes",
                "Perguruan tinggi dibolehkan dengan izin penanggung jawab dan tanpa atribut kampanye")  # fmt: skip
    if failing:
        return answer(rule, "fail", text, {}, basis, field=failing[0])
    lacks = [name for name in ("permitted", "attributes") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    return answer(rule, "pass", text, {}, basis, field="place")


#: How a banned conduct is punished, by its letter in Pasal 69 (Pasal 72 and 187).
_PENAL = {"g": "pasal-187/ayat-3", "h": "pasal-187/ayat-3", "j": "pasal-187/ayat-3", "k": "pasal-187/ayat-1"}


def _conduct(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, CampaignCase)
    if case.conduct is None:
        return missing(rule, case, ["conduct"], {}, (Ground(_LAW + "69", "text"),))
    if case.conduct == "none":
        text = Text("None of what Pasal 69 bans", "Tidak ada perbuatan yang dilarang Pasal 69")
        return answer(rule, "pass", text, {}, (Ground(_LAW + "69", "text"),), field="conduct")
    letter = CONDUCTS[case.conduct]
    offence = _PENAL.get(letter, "pasal-187/ayat-2")
    basis = (Ground(f"{_LAW}69/huruf-{letter}", "text"), Ground(f"uu-1-2015/{offence}", "text"))
    fact: dict[str, object] = {"offence": offence, "letter": letter}
    return answer(rule, "fail", Said(_say_conduct, letter), fact, basis, field="conduct")


def _say_conduct(lang: str, letter: str) -> str:
    return f"Dilarang Pasal 69 huruf {letter}" if lang == "id" else f"Banned by Pasal 69 letter {letter}"


_BARRED = ("bumn_official", "civil_servant", "police", "soldier", "village_head", "village_staff")


def _person(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CampaignCase)
    basis = (Ground(_LAW + "70/ayat-1", "text"),)
    if case.person is None:
        return missing(rule, case, ["person"], {}, basis)
    if case.person in _BARRED:
        text = Text(
            "A pair may not involve such a person in its campaign", "Orang demikian dilarang dilibatkan dalam kampanye"
        )
        return answer(
            rule, "fail", text, {"offence": "pasal-189"}, (*basis, Ground(_LAW + "189", "text")), field="person"
        )
    if case.person == "other":
        text = Text("The law bars no such person", "Orang demikian tidak dilarang")
        return answer(rule, "pass", text, {}, basis, field="person")
    basis = (Ground(_LAW + "70/ayat-2", "text"),)
    if case.person == "regional_official" and law.parameter("calendar.day_meaning").value == "working_day":
        text = Text(
            "Regional officials were not named until 18 March 2015", "Pejabat daerah belum disebut sampai 18 Maret 2015"
        )
        return answer(rule, "not_applicable", text, {}, basis, field="person")
    if case.on_leave is None:
        return missing(rule, case, ["on_leave"], {}, basis)
    text = Text("Such an official may campaign with leave or permission", "Pejabat demikian dapat ikut dengan izin")
    return answer(rule, "pass" if case.on_leave else "fail", text, {}, basis, field="on_leave")


RULES = (
    Rule(
        code="campaign.period", number=700, family="campaign", title=Text("Campaign period", "Masa kampanye"),
        about=Text("Whether the activity lies within the campaign: from the third day after the determination of pairs "
                   "until before the quiet period of the three days before voting day",
                   "Apakah kegiatan dalam masa kampanye: mulai hari ketiga setelah penetapan pasangan calon "
                   "sampai sebelum "
                   "masa tenang, tiga hari sebelum pemungutan suara"),
        basis=(_LAW + "67/ayat-1", _LAW + "67/ayat-2"),
        keys=("campaign.start", "campaign.quiet", "calendar.day_meaning"), case=CampaignCase, check=_period,
        inputs=("activity_day",),
    ),
    Rule(
        code="campaign.schedule", number=710, family="campaign", title=Text("The KPU's schedule", "Jadwal KPU"),
        about=Text("Whether the activity lies within the campaign days of the KPU's schedule for the election",
                   "Apakah kegiatan dalam hari kampanye menurut jadwal KPU untuk pemilihan itu"),
        basis=(_LAW + "63/ayat-3", _LAW + "69/huruf-k", _LAW + "187/ayat-1"), keys=(), case=CampaignCase,
        check=_schedule, inputs=("activity_day",),
    ),
    Rule(
        code="campaign.media", number=701, family="campaign", title=Text("Media ads", "Iklan media massa"),
        about=Text("Whether a media ad ran in the days the KPU's regulation opens before the quiet period",
                   "Apakah iklan tayang dalam hari yang dibuka peraturan KPU sebelum masa tenang"),
        basis=(_LAW + "67/ayat-2", "pkpu-13-2024"), keys=("campaign.quiet",), case=CampaignCase, check=_ads,
        inputs=("ad_day",),
    ),
    Rule(
        code="campaign.method", number=702, family="campaign",
        title=Text("Means and who pays", "Metode dan pendanaannya"),
        about=Text("Whether that means may be held and paid for so: meetings by the pair; debates and ads by the KPU; "
                   "material and props by the KPU, since 1 July 2016 by the pair too",
                   "Apakah metode boleh didanai demikian: pertemuan oleh pasangan calon; debat dan iklan oleh "
                   "KPU; bahan "
                   "dan alat peraga oleh KPU, sejak 1 Juli 2016 juga oleh pasangan calon"),
        basis=(_LAW + "65",), keys=(), case=CampaignCase, check=_method, inputs=("method",),
    ),
    Rule(
        code="campaign.debates", number=703, family="campaign", title=Text("Number of debates", "Jumlah debat"),
        about=Text("Whether the KPU held at most three debates", "Apakah KPU menyelenggarakan paling banyak tiga "
                                                                 "debat"),
        basis=(_LAW + "68/ayat-1",), keys=("campaign.debates_max",), case=CampaignCase,
        check=ceiling("campaign.debates_max", "debates", Text("Debates", "Debat")), inputs=("debates",),
    ),
    Rule(
        code="campaign.props", number=704, family="campaign", title=Text("Props cleared", "Pembersihan alat peraga"),
        about=Text("Whether campaign props were cleared no later than three days before voting day",
                   "Apakah alat peraga dibersihkan paling lambat tiga hari sebelum pemungutan suara"),
        basis=(_LAW + "66/ayat-7",), keys=("campaign.props_removed",), case=CampaignCase, check=_props,
        inputs=("props_removed",),
    ),
    Rule(
        code="campaign.place", number=705, family="campaign", title=Text("Place", "Tempat"),
        about=Text("Whether the place is open: not worship, schools or government facilities; universities since MK "
                   "69/PUU-XXII/2024 (20 August 2024) with leave and without attributes",
                   "Apakah tempatnya dibolehkan: bukan tempat ibadah, sekolah, atau fasilitas pemerintah; "
                   "perguruan tinggi "
                   "sejak putusan MK 69/PUU-XXII/2024 (20 Agustus 2024) dengan izin dan tanpa atribut"),
        basis=(_LAW + "69/huruf-i", _LAW + "69/huruf-h", "mk-69-puu-xxii-2024"), keys=("campaign.university_allowed",),
        case=CampaignCase, check=_place, inputs=("place",),
    ),
    Rule(
        code="campaign.conduct", number=706, family="campaign", title=Text("Banned conduct", "Perbuatan terlarang"),
        about=Text("Whether anything was done that Pasal 69 bans, and which penal pasal answers it",
                   "Apakah ada perbuatan yang dilarang Pasal 69, dan pasal pidananya"),
        basis=(_LAW + "69", _LAW + "72", _LAW + "187"), keys=(), case=CampaignCase, check=_conduct, inputs=("conduct",),
    ),
    Rule(
        code="campaign.person", number=707, family="campaign", title=Text("Person involved", "Orang yang dilibatkan"),
        about=Text("Whether the pair may involve that person: not officials of state companies, civil servants, "
                   "police, "
                   "soldiers, village heads and staff; other officials with leave or permission",
                   "Apakah orang itu boleh dilibatkan: bukan pejabat BUMN/BUMD, ASN, Polri, TNI, kepala desa/lurah dan "
                   "perangkatnya; pejabat lain dengan izin"),
        basis=(_LAW + "70/ayat-1", _LAW + "70/ayat-2"), keys=(), case=CampaignCase, check=_person, inputs=("person",),
    ),
    Rule(
        code="campaign.material", number=708, family="campaign",
        title=Text("Added material", "Bahan kampanye tambahan"),
        about=Text("Whether the pair added at most as much campaign material as the KPU supplies",
                   "Apakah bahan kampanye tambahan paling banyak sebanyak yang difasilitasi KPU"),
        basis=("perbawaslu-12-2024/pasal-18",), keys=("campaign.extra_material_max",), case=CampaignCase,
        check=ceiling("campaign.extra_material_max", "material_ratio", Text("Added material", "Bahan tambahan")),
        inputs=("material_ratio",),
    ),
    Rule(
        code="campaign.item", number=709, family="campaign", title=Text("Value of an item", "Nilai bahan kampanye"),
        about=Text("Whether one piece of other campaign material is worth at most Rp100,000",
                   "Apakah satu buah bahan kampanye lain bernilai paling banyak Rp100.000"),
        basis=("perbawaslu-12-2024/pasal-18",), keys=("campaign.item_value_max",), case=CampaignCase,
        check=ceiling("campaign.item_value_max", "item_value", Text("One item", "Satu bahan")), inputs=("item_value",),
    ),
)  # fmt: skip

register(*RULES)
