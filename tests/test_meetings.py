"""Coordination meetings: their legal frame checked by the law of their day, and drafted."""

from __future__ import annotations

import json
import os
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw import views
from electlaw.errors import Invalid, NotFound
from electlaw.meetings import CODES, CoordinationMeeting, draft

BASES = [
    "Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun "
    "2014 tentang Pemilihan Gubernur, Bupati, dan Walikota Menjadi Undang-Undang sebagaimana telah diubah beberapa "
    "kali, terakhir dengan Undang-Undang Nomor 6 Tahun 2020",
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum",
]

WHOLE = {
    "name": "Rapat koordinasi", "level": "province", "region": "Sulawesi Tenggara",
    "election_scope": ["pilkada", "pemilu"],
    "organiser": "Pemerintah Provinsi Sulawesi Tenggara", "executing_unit": "Badan Kesatuan Bangsa dan Politik",
    "opened_by": {"office": "Gubernur Sulawesi Tenggara", "name": "Ali Mazi"}, "place": "Kendari", "date": "2022-11-21",
    "weekday": "Senin", "legal_bases": BASES, "participants": ["Ketua KPU Provinsi", "Ketua Bawaslu Provinsi"],
    "purposes": ["menyiapkan dukungan pemerintah daerah"], "funding": "APBD", "outputs": ["berita acara"],
}  # fmt: skip


def findings(data, **more):
    return CoordinationMeeting.from_dict({**data, **more}).check().findings


def codes(data, **more):
    return {item.code for item in findings(data, **more)}


def one(data, code, **more):
    found = [item for item in findings(data, **more) if item.code == code]
    assert found, f"no {code}"
    return found[0]


def test_a_sound_meeting_gives_no_finding():
    assert findings(WHOLE) == ()


# -- fields and days ------------------------------------------------------------------------------------


def test_missing_fields_are_findings_not_exceptions():
    found = findings({})
    assert {item.field for item in found if item.code == "W605"} == {
        "name", "level", "election_scope", "organiser", "executing_unit", "opened_by", "place", "date", "legal_bases",
        "participants", "purposes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2022-11-31"), ("date", "21 November 2022"), ("date", 5), ("participants", "KPU"),
        ("participants", [{}]), ("legal_bases", [None]), ("election_scope", ["pilpres"]), ("level", "galaxy"),
        ("committee", ["x"]), ("opened_by", 3), ("committee", {"title": "SK", "date": "kemarin"}), ("nama", "x"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_finding(field, value):
    found = [item for item in findings(WHOLE, **{field: value}) if item.code == "E601"]
    assert found
    assert found[0].field.startswith(field)


def test_the_weekday_must_fit_the_date():
    # 21 November 2022 was a Monday
    assert one(WHOLE, "E602", weekday="Selasa").fact["weekday"] == "Senin"
    assert "E602" not in codes(WHOLE, weekday="monday")


def test_the_committee_comes_before_the_meeting():
    assert "E603" in codes(WHOLE, committee={"title": "SK panitia", "date": "2022-11-22"})
    assert "E603" not in codes(WHOLE, committee={"title": "SK panitia", "date": "2022-11-16"})


def test_a_meeting_ends_no_earlier_than_it_begins():
    assert "E604" in codes(WHOLE, date_end="2022-11-20")
    assert "E604" not in codes(WHOLE, date_end="2022-11-22")


# -- bases ----------------------------------------------------------------------------------------------


def test_a_law_is_listed_in_its_latest_form_known_that_day():
    second = ["Undang-Undang Nomor 10 Tahun 2016", BASES[1]]
    assert one(WHOLE, "W608", legal_bases=second).fact["latest"] == "uu-6-2020"
    # on 2019-11-21 the second amendment was the last
    assert "W608" not in codes(WHOLE, legal_bases=second, date="2019-11-21", weekday="Kamis")


def test_a_basis_that_was_no_longer_or_not_yet_law():
    gone = one(WHOLE, "W607", legal_bases=[*BASES, "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"])
    assert gone.fact["repealed_by"] == "uu-23-2014"
    assert gone.field == "legal_bases[2]"
    early = one(WHOLE, "E606", legal_bases=[*BASES, "PKPU Nomor 2 Tahun 2024"])
    assert early.fact["instrument"] == "pkpu-2-2024"


def test_each_election_needs_its_law():
    assert one(WHOLE, "W609", legal_bases=BASES[:1]).fact["missing"] == "uu-7-2017"
    assert one(WHOLE, "W609", legal_bases=BASES[1:]).fact["missing"] == "uu-1-2015"
    assert "W609" not in codes(WHOLE, legal_bases=BASES[:1], election_scope=["pilkada"])


def test_plans_and_internal_decisions_are_no_legislation():
    # UU 12/2011 Pasal 7, 8
    extra = ["Program kerja Badan Kesbangpol tahun 2022", "Keputusan Kepala Badan Kesbangpol Nomor 16 Tahun 2022"]
    found = [item for item in findings(WHOLE, legal_bases=[*BASES, *extra]) if item.code == "W610"]
    assert [item.fact["kind"] for item in found] == ["planning_document", "internal_decision"]
    assert found[0].basis[0].ref == "uu-12-2011/pasal-7"


def test_a_decree_of_a_minister_or_president_is_no_internal_decision():
    assert "W610" not in codes(WHOLE, legal_bases=[*BASES, "Keputusan Presiden Nomor 33 Tahun 2024"])


def test_forum_and_vertical_agencies_rest_on_laws_of_their_own():
    found = one(WHOLE, "I611", participants=["unsur Forkopimda", "pimpinan instansi vertikal"])
    assert found.fact["missing"] == ["uu-23-2014", "pp-12-2022"]


def test_a_regulation_resting_on_ended_statutes_is_shown_as_such():
    found = one(WHOLE, "I625", legal_bases=[*BASES, "Permendagri Nomor 61 Tahun 2011"])
    assert "uu-32-2004" in found.fact["ended"]
    assert "uu-39-2008" not in found.fact["ended"]


# -- people and bodies ----------------------------------------------------------------------------------


def test_who_held_the_office_that_day():
    wrong = one(WHOLE, "E612", opened_by={"office": "Gubernur Sulawesi Tenggara", "name": "Andi Sumangerukka"})
    assert wrong.fact["person"] == "Ali Mazi"
    assert "E612" not in codes(WHOLE, opened_by={"office": "Gubernur Sulawesi Tenggara", "name": "H. Ali Mazi, SH"})


def test_the_capacity_in_which_it_was_held():
    # Asmawa Tosepu acted as mayor from 2022-10-10; Ali Mazi was elected
    assert "W613" not in codes(WHOLE, participants=["Pj. Walikota Kendari"])
    assert one(WHOLE, "W613", opened_by={"office": "Pj. Gubernur Sulawesi Tenggara", "name": "Ali Mazi"})
    mayor = {"office": "Wali Kota Kendari", "name": "Asmawa Tosepu"}
    assert one(WHOLE, "W613", participants=[mayor]).fact["capacity"] == "pj"


def test_a_stand_in_during_campaign_leave_is_no_error():
    # Rusdy Mastura was on campaign leave from 25 September to 23 November 2024, Novalina stood in as Pjs
    palu = {**WHOLE, "region": "Sulawesi Tengah", "date": "2024-11-12", "weekday": "Selasa"}
    head = {"office": "Gubernur Sulawesi Tengah", "name": "Novalina", "capacity": "pjs"}
    assert not {"E612", "W613", "I614"} & codes(palu, opened_by=head)
    assert one(palu, "E612", opened_by={"office": "Gubernur Sulawesi Tengah", "name": "Rusdy Mastura"})
    # a stand-in who is not on record is said to be so, while an elected head under another name is an error
    other = {"office": "Plh. Gubernur Sulawesi Tenggara", "name": "Seseorang Lain"}
    assert one(WHOLE, "I614", opened_by=other).fact["person"] == "Ali Mazi"
    assert "E612" not in codes(WHOLE, opened_by=other)


def test_kpu_and_bawaslu_are_no_members_of_forkopimda():
    assert "E615" in codes(WHOLE, participants=["Forkopimda (Kapolda, Danrem, Ketua KPU)"])
    assert "E615" in codes(WHOLE, participants=[{"text": "Ketua Bawaslu", "capacity": "anggota Forkopimda"}])
    assert "E615" not in codes(WHOLE, participants=["Forkopimda (Kapolda, Danrem)", "Ketua KPU"])


def test_a_name_that_is_no_longer_official():
    found = one(WHOLE, "W616", participants=["Ketua KPUD Provinsi"])
    assert found.fact["until"] == "2007-04-19"
    assert "KPU Provinsi" in found.fact["official"]
    assert "W616" not in codes(
        WHOLE, participants=["Panwaslu Kecamatan", "KPU Kabupaten/Kota", "Bawaslu Kabupaten/Kota"]
    )


def test_supporting_an_election_is_not_being_responsible_for_it():
    assert "E617" in codes(WHOLE, responsible=["Gubernur Sulawesi Tenggara", "KPU", "Bawaslu"])
    assert "E617" not in codes(WHOLE, responsible=["KPU", "KPU Provinsi", "Bawaslu", "Bawaslu Provinsi", "DKPP"])


def test_the_bodies_with_the_final_responsibility_belong_in_the_list():
    # UU 8/2015 Pasal 10A, 22D
    assert one(WHOLE, "W618", responsible=["KPU", "Bawaslu Provinsi"]).fact["missing"] == "bawaslu"
    assert one(WHOLE, "W618", responsible=["KPU Provinsi", "Bawaslu"]).fact["missing"] == "kpu"
    assert "W618" not in codes(WHOLE, responsible=["KPU", "KPU Provinsi"])


def test_responsibility_at_the_wrong_level():
    # UU 8/2015 Pasal 8 (2), (3)
    wrong = {"text": "KPU Kabupaten Kolaka", "capacity": "Pemilihan Gubernur"}
    assert one(WHOLE, "E619", responsible=["KPU", wrong]).fact["right"] == "KPU Provinsi"
    right = {"text": "KPU Provinsi", "capacity": "Pemilihan Gubernur"}
    assert "E619" not in codes(WHOLE, responsible=["KPU", right])


# -- aims -----------------------------------------------------------------------------------------------


def test_stages_called_scheduled_before_there_was_a_schedule():
    # PKPU 3/2022 set the stages of the Pemilu in June 2022, PKPU 2/2024 those of the Pilkada
    aim = ["dukungan menurut tahapan yang telah dijadwalkan"]
    assert one(WHOLE, "W620", purposes=aim).fact["scope"] == "pilkada"
    later = {"date": "2024-03-04", "weekday": "Senin", "opened_by": "Penjabat Gubernur"}
    assert "W620" not in codes(WHOLE, purposes=aim, election_scope=["pilkada"], legal_bases=BASES, **later)


def test_monitoring_and_supervision_in_one_breath():
    assert "W621" in codes(WHOLE, purposes=["pelaksanaan pemantauan dan pengawasan pemilihan"])
    assert "W621" not in codes(WHOLE, purposes=["pemantauan perkembangan politik", "pengawasan oleh Bawaslu"])


def test_two_purposes_that_say_the_same():
    twice = [
        "penyampaian dukungan pemerintah provinsi dalam pemilu",
        "penyampaian dukungan pemerintah provinsi pada pemilu",
    ]
    assert "I622" in codes(WHOLE, purposes=twice)


def test_how_many_chairs_a_province_has():
    # 17 regencies and cities and the province
    assert one(WHOLE, "I623", participants=["Ketua KPU se-Sultra"]).fact["count"] == 18


# -- real meetings, as the press reported them ----------------------------------------------------------

REAL = {
    "jakarta-2022-02-03": (
        {
            "name": "Persiapan pemantauan 2024", "level": "national", "election_scope": ["pemilu", "pilkada"],
            "organiser": "Kementerian Dalam Negeri", "executing_unit": "Ditjen Polpum",
            "opened_by": "Sekretaris Ditjen Polpum", "place": "Jakarta", "date": "2022-02-03", "weekday": "Kamis",
            "legal_bases": ["Permendagri 9/2005", "Permendagri 61/2011"], "participants": ["unit kerja kementerian"],
            "purposes": ["satu pedoman gabungan bagi daerah"],
        },
        {"W609", "I625"}, {"E602", "E606", "W607"},
    ),
    "langgur-2024-01-26": (
        {
            "name": "Rapat tim pemantauan", "level": "regency-city", "region": "Kabupaten Maluku Tenggara",
            "election_scope": ["pemilu", "pilkada"], "organiser": "Pemerintah Kabupaten Maluku Tenggara",
            "executing_unit": "Badan Kesbangpol", "opened_by": "Kepala Badan Kesbangpol", "place": "Langgur",
            "date": "2024-01-26", "weekday": "Jumat",
            "legal_bases": ["Permendagri 61/2011", "SE Mendagri 910/3037/Polpum", "SE Mendagri 200.6.1/1129/Polpum"],
            "participants": ["anggota tim pemantauan"], "purposes": ["maksud, dasar, dan cara pelaporan pemantauan"],
        },
        {"W609", "I625"}, {"E602", "E603", "W610", "W621"},
    ),
    "makassar-2024-06-26": (
        {
            "name": "Rakor kesiapan Pilkada", "level": "provinces", "election_scope": ["pilkada"],
            "organiser": "Kemenko Polhukam", "executing_unit": "Kemenko Polhukam", "opened_by": "Menko Polhukam",
            "place": "Makassar", "date": "2024-06-26", "weekday": "Rabu",
            "participants": ["gubernur, bupati, dan wali kota", "TNI", "Polri", "KPU", "Bawaslu", "Forkopimda",
                "partai politik"],
            "purposes": ["kesiapan dan antisipasi masalah"], "outputs": ["deklarasi Pilkada damai"],
        },
        {"W605"}, {"E602", "E612", "E615", "W616"},
    ),
    "kendari-2024-11-04": (
        {
            "name": "Rakor Forkopimda", "level": "province", "region": "Sultra", "election_scope": ["pilkada"],
            "organiser": "Pemerintah Provinsi Sulawesi Tenggara", "executing_unit": "Badan Kesbangpol",
            "opened_by": {"name": "Andap Budhi Revianto", "office": "Pj. Gubernur Sulawesi Tenggara"},
            "place": "Kendari",
            "date": "2024-11-04", "weekday": "Senin",
            "legal_bases": ["UU 23/2014", "UU 7/2022 tentang Provinsi Sulawesi Tenggara"],
            "participants": ["Ketua DPRD", "kepala daerah", "Ketua KPU", "Ketua Bawaslu", "TNI", "Polri"],
            "purposes": ["konsolidasi Forkopimda dan kabupaten/kota"],
        },
        {"W609", "W608"}, {"E602", "E606", "W607", "E612", "W613"},
    ),
    "palu-2024-11-12": (
        {
            "name": "Rakor Pilkada damai", "level": "province", "region": "Sulawesi Tengah",
            "election_scope": ["pilkada"],
            "organiser": "Pemerintah Provinsi Sulawesi Tengah", "executing_unit": "Badan Kesbangpol",
            "opened_by": {"office": "Pjs. Gubernur Sulawesi Tengah", "capacity": "diwakili Kepala Badan Kesbangpol"},
            "place": "Palu", "date": "2024-11-12", "weekday": "Selasa",
            "participants": ["Polda", "Korem", "Kejaksaan Tinggi"],
            "speakers": ["Polda", "Korem", "Binda", "Kejaksaan Tinggi"], "purposes": ["Pilkada damai"],
        },
        {"W605"}, {"E602", "E612", "W613", "E615", "W616"},
    ),
    "semarang-2024-11-15": (
        {
            "name": "Rakor Forkopimda", "level": "province", "region": "Jawa Tengah", "election_scope": ["pilkada"],
            "organiser": "Pemerintah Provinsi Jawa Tengah", "executing_unit": "Badan Kesbangpol",
            "opened_by": {"name": "Nana Sudjana", "office": "Penjabat Gubernur Jawa Tengah"}, "place": "Semarang",
            "date": "2024-11-15", "weekday": "Jumat",
            "participants": ["Forkopimda", "bupati dan wali kota", "DPRD", "KPU", "Bawaslu"],
            "purposes": ["tahap akhir Pilkada"], "funding": "APBD",
        },
        {"W605"}, {"E602", "E612", "W613", "E615"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", REAL)
def test_real_meetings(key):
    data, present, absent = REAL[key]
    found = codes(data)
    assert present <= found
    assert not absent & found


def test_the_report_this_project_starts_from():
    path = os.environ.get("ELECTLAW_SEED")
    if not path or not os.path.exists(path):
        pytest.skip("ELECTLAW_SEED is not set")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    listed = re.search(
        r"dasar pelaksanaan kegiatan, adalah;\s*(.*?menjadi undang-undang)\.\s*Kemudian,\s*(.*?)\s+dan\s+"
        r"(program kerja.*?)\s+serta\s+(Keputusan.*?panitia penyelenggara)", text, re.S,
    )  # fmt: skip
    aims = re.search(r"Pertama,(.*?),\s*Kedua,(.*?)\s+dan ketiga,(.*?),”", text, re.S)
    bodies = re.search(r"secara formal adalah (.*?) yang mempunyai", text)
    found = CoordinationMeeting.from_dict(
        {
            "name": "Rakor", "level": "province", "region": "Sultra", "election_scope": ["pemilu", "pilkada"],
            "organiser": "Pemerintah Provinsi Sultra", "executing_unit": "Badan Kesbangpol",
            "committee": {"title": listed[4], "date": "2022-11-16"},
            "opened_by": {"office": "Gubernur Sulawesi Tenggara", "name": "Ali Mazi"}, "place": "Kendari",
            "date": "2022-11-21", "weekday": "Senin", "legal_bases": list(listed.groups()),
            "participants": ["Ketua KPU se-Sultra", "Pj. Walikota Kendari", "unsur Forkopimda",
                "pimpinan lembaga vertikal"],
            "purposes": [aim.strip() for aim in aims.groups()],
            "responsible": re.split(r",\s*| dan ", bodies[1]),
        }
    ).check()  # fmt: skip
    assert {
        "E101",
        "I113",
        "W608",
        "W609",
        "W610",
        "I611",
        "W616",
        "W618",
        "W620",
        "W621",
        "I622",
        "I623",
        "I624",
        "I625",
    } <= set(found.codes())
    assert not {"E602", "E603", "E606", "W607", "E612", "W613", "E615", "E617"} & set(found.codes())


# -- drafting -------------------------------------------------------------------------------------------


def test_a_draft_lists_the_bases_in_official_form_and_order():
    made = draft("Sultra", on="2022-11-21")
    assert (
        made.instruments.index("uu-23-2014")
        < made.instruments.index("uu-7-2017")
        < made.instruments.index("pp-12-2022")
    )
    pilkada = made.bases[made.instruments.index("uu-1-2015")]
    assert pilkada.startswith("Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti")
    assert "terakhir dengan Undang-Undang Nomor 6 Tahun 2020" in pilkada
    assert "pkpu-3-2022" in made.instruments  # the schedule of the Pemilu was public, that of the Pilkada was not
    assert "pkpu-2-2024" not in made.instruments


def test_a_draft_names_the_bodies_of_the_region():
    groups = {group.title.en: group.names for group in draft("Kabupaten Pidie", on="2024-10-15").participants}
    assert groups["Election organisers, invited"] == ("KIP Kabupaten Pidie",)
    assert any("Panwaslih" in name for name in groups["Election supervisors, invited"])
    forum = groups["Forkopimda (chair and members)"]
    assert not any("KPU" in name or "KIP" in name for name in forum)


def test_a_draft_of_one_election_leaves_the_other_out():
    made = draft("Sultra", on="2022-11-21", scope=["pilkada"])
    assert "uu-7-2017" not in made.instruments
    assert not any("Pemilu 2024" in item.title.id for item in made.agenda)


def test_a_draft_passes_its_own_check():
    for place, on in (("Sultra", "2022-11-21"), ("Kota Kendari", "2024-11-04"), ("Aceh", "2024-10-15")):
        data = {
            **draft(place, on=on).meeting().to_dict(), "executing_unit": "Badan Kesbangpol",
            "opened_by": "kepala daerah",
            "place": "aula", "funding": "APBD", "outputs": ["berita acara"],
        }  # fmt: skip
        bad = [item for item in CoordinationMeeting.from_dict(data).check().findings if item.severity != "info"]
        assert bad == []


def test_a_draft_as_text_markdown_html_and_docx(tmp_path):
    made = draft("Kabupaten Kolaka", on="2024-10-15", scope=["pilkada"])
    assert "Dasar hukum" in made.to_text()
    assert "Legal bases" in made.to_text("en")
    assert made.to_markdown().startswith("# Rapat Koordinasi Pilkada Kabupaten Kolaka")
    assert "<ol>" in made.to_html()
    json.dumps(made.to_json())
    pytest.importorskip("docx")
    path = tmp_path / "rapat.docx"
    made.to_docx(str(path))
    with zipfile.ZipFile(path) as file:
        assert "KPU Kabupaten Kolaka" in file.read("word/document.xml").decode()
    with pytest.raises(Invalid):
        made.to_docx(str(tmp_path / "no" / "such.docx"))


def test_bad_input_to_a_draft():
    with pytest.raises(NotFound):
        draft("Antah Berantah", on="2022-11-21")
    with pytest.raises(Invalid):
        draft("Sultra", on="2022-11-21", scope=["pilpres"])


# -- files, forms and any input -------------------------------------------------------------------------


def test_a_meeting_goes_through_its_plain_form(tmp_path):
    meeting = CoordinationMeeting.from_dict(WHOLE)
    assert CoordinationMeeting.from_dict(meeting.to_dict()) == meeting
    path = tmp_path / "rapat.json"
    path.write_text(json.dumps(meeting.to_dict()), encoding="utf-8")
    assert CoordinationMeeting.load(str(path)) == meeting
    with pytest.raises(Invalid):
        CoordinationMeeting.load(str(tmp_path / "none.json"))
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(Invalid):
        CoordinationMeeting.load(str(path))


def test_the_report_in_both_languages():
    report = CoordinationMeeting.from_dict({**WHOLE, "weekday": "Selasa"}).check()
    assert report.has_errors
    assert "jatuh pada hari Senin" in views.text(report, "id")
    assert "is a Monday" in views.text(report, "en")
    assert "E602" in views.html(report)
    json.dumps(report.to_json())


def test_every_code_is_documented_and_every_finding_speaks_both_languages():
    for data, _, _ in REAL.values():
        for item in findings(data):
            assert item.code in CODES or item.code.startswith(("E10", "I11"))
            assert item.message.en
            assert item.message.id


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*WHOLE, "committee", "speakers", "responsible", "date_end", "x"]), _values, max_size=8
    )
)
def test_no_input_raises(data):
    CoordinationMeeting.from_dict({"date": "2022-11-21", **data}).check()


def test_one_kind_of_election_may_be_given_as_a_text():
    assert draft("Sultra", on="2024-03-14", scope="pilkada") == draft("Sultra", on="2024-03-14", scope=["pilkada"])
    with pytest.raises(Invalid, match="'pilkades'"):
        draft("Sultra", on="2024-03-14", scope="pilkades")


def test_the_written_example_is_sound():
    path = os.path.join(os.path.dirname(__file__), "..", "examples", "rakor.toml")
    assert CoordinationMeeting.load(path).check().findings == ()
