"""The help and complaints of the command in Indonesian; the English stands where each argument is made."""

from __future__ import annotations

import argparse
import re

__all__ = ["HELP", "complaint", "translate"]

#: What the help says, by its English.
HELP = {
    "The legal framework of Indonesia's regional elections (Pilkada) on any day.": (
        "Kerangka hukum pemilihan kepala daerah (Pilkada) di Indonesia pada hari apa pun."
    ),
    "positional arguments": "argumen",
    "options": "opsi",
    "commands": "perintah",
    "show this help message and exit": "tampilkan bantuan ini lalu selesai",
    "show program's version number and exit": "tampilkan versi program lalu selesai",
    "find the legal citations of texts and check them against the law": (
        "temukan rujukan hukum dalam teks dan periksa menurut hukum"
    ),
    "one region, one day: law, elections, stages, bodies": "satu daerah, satu hari: hukum, pemilihan, tahapan, lembaga",
    "the stages of an election: what runs, what is next": (
        "tahapan pemilihan: yang sedang berjalan dan yang berikutnya"
    ),
    "draft the legal frame of a coordination meeting, or check one written down": (
        "rancang kerangka hukum rapat koordinasi, atau periksa yang sudah tertulis"
    ),
    "a provision or instrument as it stood on a day": "ketentuan atau peraturan sebagaimana berlaku pada suatu hari",
    "what changed in the law between two days": "apa yang berubah dalam hukum antara dua hari",
    "which of two norms prevails: higher, special, later": (
        "norma mana yang unggul dari dua norma: yang lebih tinggi, khusus, atau kemudian"
    ),
    "what made an instrument law, changed it, ended it": (
        "apa yang menjadikan suatu peraturan hukum, mengubah, dan mengakhirinya"
    ),
    "all places of a text with versions, acts and sources, as JSON ('electlaw schema chain')": (
        "semua ketentuan suatu naskah beserta versi, perbuatan hukum, dan sumbernya, sebagai JSON "
        "('electlaw schema chain')"
    ),
    "a province, regency or city by any of its names or codes": (
        "provinsi, kabupaten, atau kota menurut nama atau kodenya yang mana pun"
    ),
    "judge a case by the law of a day: nomination, result, petition …": (
        "nilai suatu perkara menurut hukum pada suatu hari: pencalonan, hasil, permohonan …"
    ),
    "list the rules: what each asks, of which case, on what basis": (
        "daftar aturan: apa yang diuji, pada perkara apa, atas dasar apa"
    ),
    "how many facts rest on text, report, recall": "berapa fakta bersumber dari naskah, laporan, atau ingatan",
    "print a published JSON Schema, or their names": "cetak Skema JSON yang diterbitkan, atau daftar namanya",
    "work with the data: 'electlaw data check [PATH]', 'electlaw data packs'": (
        "bekerja dengan data: 'electlaw data check [PATH]', 'electlaw data packs'"
    ),
    "find and check the citations of many texts; Parquet out": (
        "temukan dan periksa rujukan dalam banyak teks; hasilnya Parquet"
    ),
    "print the script that completes the command in a shell": "cetak skrip pelengkap perintah untuk suatu shell",
    "form of the output (default: text)": "bentuk keluaran (bawaan: text)",
    "form of the output (default: json)": "bentuk keluaran (bawaan: json)",
    "form of the output (default: mermaid)": "bentuk keluaran (bawaan: mermaid)",
    "language of the output": "bahasa keluaran",
    "text, Markdown, HTML, .docx or .pdf files, folders of such, or - for standard input": (
        "berkas teks, Markdown, HTML, .docx, atau .pdf, folder berisi berkas itu, atau - untuk masukan standar"
    ),
    "the day the texts are judged on (default: the day each states)": (
        "hari yang menjadi ukuran teks (bawaan: hari yang disebut masing-masing)"
    ),
    "the region the texts are about": "daerah yang dibahas teks",
    "only these findings: E,W107": "hanya temuan ini: E,W107",
    "not these findings: I113": "tanpa temuan ini: I113",
    "the lightest finding that gives exit code 1": "temuan paling ringan yang menghasilkan kode keluar 1",
    "write here, whole or not at all, instead of standard output": (
        "tulis ke sini, utuh atau tidak sama sekali, alih-alih ke keluaran standar"
    ),
    "a data pack folded over the built-in log": "paket data yang dilapiskan pada catatan bawaan",
    "a name (Sultra, Kota Kendari) or code (74, 74.71)": "nama (Sultra, Kota Kendari) atau kode (74, 74.71)",
    "the file to write (default: standard output)": "berkas yang ditulis (bawaan: keluaran standar)",
    "the day asked about, YYYY-MM-DD (default: today)": "hari yang ditanyakan, YYYY-MM-DD (bawaan: hari ini)",
    "the day of knowledge (default: the same day)": "hari pengetahuan (bawaan: hari yang sama)",
    "only stages in these states: running,ahead": "hanya tahapan dengan keadaan ini: running,ahead",
    "only the next N stages to begin": "hanya N tahapan berikutnya yang akan dimulai",
    "a region (Sultra, 74) or an event (pilkada-2020)": "daerah (Sultra, 74) atau pemilihan (pilkada-2020)",
    "a region to draft for, or a .toml or .json file to check": (
        "daerah yang dibuatkan rancangan, atau berkas .toml atau .json yang diperiksa"
    ),
    "pemilu, pilkada or both": "pemilu, pilkada, atau keduanya",
    "'Pasal 201 ayat (8) UU 10/2016', 'UU 8/2015', a canonical id": (
        "'Pasal 201 ayat (8) UU 10/2016', 'UU 8/2015', id baku"
    ),
    "for one election event, such as pilkada-2024": "bagi satu pemilihan, misalnya pilkada-2024",
    "for one region": "bagi satu daerah",
    "the versions of a provision, over the days of force or of knowledge": (
        "versi-versi suatu ketentuan, menurut hari berlaku atau hari pengetahuan"
    ),
    "the day of knowledge of both (default: each day itself)": (
        "hari pengetahuan keduanya (bawaan: masing-masing hari itu sendiri)"
    ),
    "fold a bill (TOML) into the law of the second day": (
        "lapiskan rancangan undang-undang (TOML) pada hukum hari kedua"
    ),
    "'UU 10/2016', 'Pasal 40 ayat (1)'": "'UU 10/2016', 'Pasal 40 ayat (1)'",
    "the other norm": "norma yang lain",
    "on an election, such as pilkada-2024: the matter decides": (
        "mengenai suatu pemilihan, misalnya pilkada-2024: halnya yang menentukan"
    ),
    "for one region, where a special statute may hold": (
        "bagi satu daerah, tempat undang-undang khusus mungkin berlaku"
    ),
    "'UU 10/2016', 'PKPU 8/2024', a canonical id": "'UU 10/2016', 'PKPU 8/2024', id baku",
    "draw these too": "gambarkan ini juga",
    "'UU 10/2016', a canonical id": "'UU 10/2016', id baku",
    "province, regency or city, where a name fits several": (
        "province, regency, atau city, bila satu nama cocok dengan beberapa daerah"
    ),
    "the province it lies in": "provinsi tempatnya berada",
    "the day asked about (default: as last known)": "hari yang ditanyakan (bawaan: keadaan terakhir yang diketahui)",
    "a case as TOML or JSON, or - for standard input": "perkara sebagai TOML atau JSON, atau - untuk masukan standar",
    "the day whose law is asked about (default: 'on' in the case)": (
        "hari yang hukumnya ditanyakan (bawaan: 'on' dalam perkara)"
    ),
    "show what differs by the law of this day": "tampilkan apa yang berbeda menurut hukum hari ini",
    "a rule or family to ask; may be repeated": "aturan atau kelompok yang diuji; dapat diulang",
    "one rule (dispute.margin) or family (disputes)": "satu aturan (dispute.margin) atau kelompok (disputes)",
    "only rules whose law holds on this day for anybody": (
        "hanya aturan yang hukumnya berlaku pada hari ini bagi siapa pun"
    ),
    "the fields of a kind of case: nomination, dispute …": "kolom suatu jenis perkara: nomination, dispute …",
    "for example chain": "misalnya chain",
    "check: every problem with file, row and reason; packs: those installed, usable by name": (
        "check: setiap masalah dengan berkas, baris, dan alasan; packs: yang terpasang, dapat dipakai menurut namanya"
    ),
    "a data pack (default: the built-in log)": "paket data (bawaan: catatan bawaan)",
    "text, HTML, JSONL, CSV, Parquet files, or folders": "berkas teks, HTML, JSONL, CSV, Parquet, atau folder",
    "folder of the result; a run that stopped goes on": "folder hasil; pemindaian yang terhenti dilanjutkan",
    "column or key of the text (default: text)": "kolom atau kunci teksnya (bawaan: text)",
    "column or key that names a text in the result": "kolom atau kunci yang menamai teks dalam hasil",
    "column or key of the day of a text": "kolom atau kunci hari suatu teks",
    "processes (default: one for each core)": "jumlah proses (bawaan: satu untuk setiap inti)",
    "who does the work (default: local)": "siapa yang mengerjakan (bawaan: local)",
    "of the dask cluster: tcp://HOST:PORT": "alamat klaster dask: tcp://HOST:PORT",
    "bash, zsh or fish": "bash, zsh, atau fish",
    "exit codes: 0 nothing wrong, 1 errors (see --fail-on), 2 something could not be read or written": (
        "kode keluar: 0 tidak ada yang salah, 1 ada kesalahan (lihat --fail-on), 2 ada yang tidak terbaca atau "
        "tidak dapat ditulis"
    ),
    "exit codes: 0 nothing fails, 1 a rule fails, 2 unusable input, 3 undetermined and nothing fails": (
        "kode keluar: 0 semua terpenuhi, 1 ada aturan yang tidak terpenuhi, 2 masukan tidak dapat dipakai, "
        "3 tidak dapat ditentukan dan tidak ada yang gagal"
    ),
}

#: What argparse complains of, as patterns, and the Indonesian for it.
_COMPLAINTS = (
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"argumen \1: pilihan \2 tidak sah (pilih \3)"),
    (r"argument (.+?): expected one argument", r"argumen \1: perlu satu nilai"),
    (r"argument (.+?): expected at least one argument", r"argumen \1: perlu setidaknya satu nilai"),
    (r"argument (.+?): invalid int value: (.+)", r"argumen \1: \2 bukan bilangan bulat"),
    (r"argument (.+?): ignored explicit argument (.+)", r"argumen \1 tidak menerima nilai \2"),
    (r"the following arguments are required: (.+)", r"argumen ini wajib diisi: \1"),
    (r"unrecognized arguments: (.+)", r"argumen tidak dikenal: \1"),
    (r"ambiguous option: (.+) could match (.+)", r"opsi \1 bermakna ganda: \2"),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "penggunaan: " if prefix is None else prefix)


def complaint(message: str) -> str:
    """Return a complaint of argparse in Indonesian; one that is not known as it is."""
    for pattern, said in _COMPLAINTS:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, said, message, flags=re.DOTALL)
    return message


def translate(parser: argparse.ArgumentParser) -> None:
    """Turn the help of a parser and of its commands into Indonesian."""
    parser.formatter_class = _Formatter
    parser.lang = "id"  # type: ignore[attr-defined]
    parser.description = _said(parser.description)
    if parser.epilog:
        parts = (_said(part) or "" for part in parser.epilog.split("\n\n"))
        parser.epilog = "\n\n".join(re.sub(r"\Aexamples:", "contoh:", part) for part in parts)
    for group in parser._action_groups:
        group.title = _said(group.title)
    for action in parser._actions:
        action.help = _said(action.help)
        if isinstance(action, argparse._SubParsersAction):
            for shown in action._choices_actions:
                shown.help = _said(shown.help)
            for command in action.choices.values():
                translate(command)


def _said(text: str | None) -> str | None:
    return HELP.get(text, text) if text else text
