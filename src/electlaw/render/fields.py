"""The fields of kinds of cases, with unit and meaning, as a page, HTML and plain data."""

from __future__ import annotations

from html import escape

from electlaw.rules.wording import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["fields_html", "fields_json", "fields_page", "kind_text", "unit_text"]

#: What each kind of case is about, in Indonesian; the English stands in its class.
_ABOUT = {
    "nomination": "Partai atau gabungan partai yang mengusulkan pasangan calon.",
    "independent": "Pasangan calon perseorangan dan pendukungnya.",
    "supporter": "Seorang pendukung pasangan calon perseorangan.",
    "pairs": "Penetapan pasangan calon suatu pemilihan.",
    "replacement": "Penggantian calon yang tidak dapat maju lagi.",
    "result": "Hasil pemungutan suara sebagaimana ditetapkan KPU.",
    "dispute": "Permohonan perselisihan hasil pemilihan.",
    "frame": (
        "Kerangka hukum suatu perbuatan: dasar yang dirujuk, dan "
        "nilai yang ditetapkan di bawah norma yang lebih tinggi."
    ),
    "candidate": "Seorang calon kepala daerah atau wakilnya.",
    "candidacy": "Pencalonan satu pasangan: cara pengusulannya dan kedua calonnya.",
    "process": "Sengketa atas keputusan KPU: di Bawaslu, pengadilan tinggi tata usaha negara, dan Mahkamah Agung.",
    "report": "Laporan pelanggaran kepada Bawaslu.",
    "violation": "Pelanggaran administrasi, yang biasa atau politik uang (terstruktur, sistematis, dan masif).",
    "crime": "Penanganan tindak pidana pemilihan, dari laporan sampai pelaksanaan putusan.",
    "campaign": "Suatu kegiatan kampanye: kapan, di mana, dengan metode apa, bersama siapa.",
    "donation": "Sumbangan bagi kampanye suatu pasangan, dihitung seluruhnya dari satu penyumbang.",
    "finance": "Rekening, laporan, dan audit dana kampanye.",
    "voter": "Seseorang yang hendak memilih.",
    "voter_list": "Hari-hari penyusunan daftar pemilih.",
    "station": "Tempat pemungutan suara dan surat suaranya.",
    "revote": "Pemungutan suara ulang di TPS, karena alasannya atau atas perintah Mahkamah Konstitusi.",
    "recount": "Penghitungan suara ulang di TPS, atau rekapitulasi ulang.",
    "postponement": "Pemilihan yang tidak dapat dilaksanakan di sebagian wilayahnya.",
    "body": "Badan penyelenggara atau pengawas pemilihan: jumlah anggota, pembentukan, dan akhir masa kerjanya.",
    "vacancy": "Jabatan kepala daerah atau wakilnya yang kosong, dan cara pengisiannya.",
    "acting": "Penjabat kepala daerah.",
    "appointment": "Pengesahan pengangkatan pasangan calon terpilih.",
    "inauguration": "Pelantikan pasangan calon terpilih.",
    "term": "Berakhirnya masa jabatan kepala daerah.",
    "sanction": "Pidana atau sanksi administrasi, dan hari perbuatan yang dikenainya.",
}

#: Units that are words, by their English.
_UNITS = {
    "votes": "suara",
    "seats": "kursi",
    "voters": "pemilih",
    "pairs": "pasangan",
    "persons": "orang",
    "areas": "wilayah",
    "candidates": "calon",
    "debates": "kali debat",
    "ballots": "surat suara",
    "extensions": "kali perpanjangan",
    "days": "hari",
    "months": "bulan",
    "years": "tahun",
    "year": "tahun",
    "percent": "persen",
    "IDR": "rupiah",
    "text": "teks",
    "reference": "rujukan",
    "true or false": "true atau false",
    "name or Kemendagri code": "nama atau kode Kemendagri",
    "id in events.tsv": "id dalam events.tsv",
    "key in parameter-keys.tsv": "kunci dalam parameter-keys.tsv",
    "as the parameter table writes it": "sebagaimana ditulis dalam tabel parameter",
    "pasal, as cited": "pasal, sebagaimana dirujuk",
    "table of pair to votes": "tabel pasangan dan suaranya",
    "table of pair to areas": "tabel pasangan dan jumlah wilayahnya",
    "table: fields of a nomination": "tabel: kolom perkara nomination",
    "table: fields of an independent case": "tabel: kolom perkara independent",
    "table: fields of a candidate": "tabel: kolom perkara candidate",
    "YYYY-MM-DD": "YYYY-MM-DD",
    "YYYY-MM-DD, or YYYY-MM-DD HH:MM with WIB, WITA or WIT": (
        "YYYY-MM-DD, atau YYYY-MM-DD HH:MM dengan WIB, WITA, atau WIT"
    ),
    "": "",
}

#: How units that name words or fields begin; what follows are words of the input, the same in both languages.
_OPENINGS = {"one of ": "salah satu dari ", "list of ": "daftar "}
_NONE = ("; an empty list: none", "; daftar kosong: tidak ada")


def unit_text(unit: str, lang: str) -> str:
    """Return the unit of a field in ``"en"`` or ``"id"``."""
    if lang != "id":
        return unit
    for english, indonesian in _OPENINGS.items():
        if unit.startswith(english):
            return indonesian + unit.removeprefix(english).replace(*_NONE)
    return _UNITS.get(unit, unit)


def kind_text(kind: str, lang: str) -> str:
    """Return what a kind of case is about, in ``"en"`` or ``"id"``."""
    from electlaw.rules.cases import KINDS

    english = (KINDS[kind].__doc__ or "").split("\n")[0] if kind in KINDS else ""
    return _ABOUT.get(kind, english) if lang == "id" else english


def _kinds(kinds: Iterable[str]) -> tuple[str, ...]:
    from electlaw.rules.cases import KINDS
    from electlaw.rules.engine import load_families

    load_families()
    return tuple(kinds) or tuple(KINDS)


def fields_page(lang: str = "en", kinds: Iterable[str] = ()) -> str:
    """Return the page that documents every field of every kind of case, with unit and meaning, as Markdown."""
    from electlaw.rules.cases import fields

    lines = [f"# {say('fields', lang)}"]
    for kind in _kinds(kinds):
        found = fields(kind)
        about = kind_text(kind, lang)
        lines += ["", f"## {kind}", "", about, "", f"| {say('field', lang)} | {say('unit', lang)} | |", "|---|---|---|"]
        lines += [f"| `{item.name}` | {unit_text(item.unit, lang)} | {item.text[lang]} |" for item in found]
    return "\n".join(lines) + "\n"


def fields_html(lang: str = "en", kinds: Iterable[str] = ()) -> str:
    """Return the fields of kinds of cases as an HTML fragment."""
    from electlaw.rules.cases import fields

    parts = []
    for kind in _kinds(kinds):
        rows = "".join(
            f"<tr><td><code>{escape(item.name)}</code></td><td>{escape(unit_text(item.unit, lang))}</td>"
            f"<td>{escape(item.text[lang])}</td></tr>"
            for item in fields(kind)
        )
        parts.append(f"<h2>{escape(kind)}</h2><p>{escape(kind_text(kind, lang))}</p><table>{rows}</table>")
    return f'<div class="electlaw" lang="{escape(lang)}">{"".join(parts)}</div>\n'


def fields_json(kinds: Iterable[str] = ()) -> list[dict[str, object]]:
    """Return the fields of kinds of cases as plain data."""
    from electlaw.rules.cases import fields

    return [
        {
            "kind": kind,
            "fields": [
                {"name": item.name, "unit": item.unit, "about": {"id": item.text["id"], "en": item.text["en"]}}
                for item in fields(kind)
            ],
        }
        for kind in _kinds(kinds)
    ]
