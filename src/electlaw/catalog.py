"""The catalogue of words shown to users, in both languages, and days as people write them."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.dates import LAST, When

__all__ = ["MONTHS", "WEEKDAYS", "day_text", "when_text", "word"]

MONTHS = Text(
    en="January February March April May June July August September October November December",
    id="Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
)
WEEKDAYS = Text(
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    id="Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
)

_WORDS = {
    "in_force": Text("in force", "berlaku"),
    "not_yet": Text("not yet in force", "belum berlaku"),
    "repealed": Text("no longer in force", "tidak berlaku lagi"),
    "struck": Text("declared void by the Constitutional Court", "dinyatakan tidak mengikat oleh Mahkamah Konstitusi"),
    "unknown": Text("unknown", "tidak diketahui"),
    "not_found": Text("never existed", "tidak pernah ada"),
    "set": Text("set", "ditetapkan"),
    "outcome": Text("outcome", "amar"),
    "pronounced": Text("pronounced", "telah diucapkan"),
    "granted": Text("granted", "dikabulkan"),
    "granted-in-part": Text("granted in part", "dikabulkan sebagian"),
    "rejected": Text("rejected", "ditolak"),
    "rejected-with-holding": Text(
        "rejected, with a holding on the meaning", "ditolak, dengan pertimbangan tentang maknanya"
    ),
    "inadmissible": Text("not admitted", "tidak dapat diterima"),
    "adjusts": Text("adjusted by", "disesuaikan oleh"),
    "varies": Text("differs by bracket", "berbeda menurut golongan"),
    "unset": Text("no such value", "tidak ada nilai"),
    "version": Text("last restated by", "terakhir dimuat dalam"),
    "content_since": Text("content since", "isi sejak"),
    "read_before": Text("read before as", "semula dimaknai"),
    "part": Text("ruling on a part", "putusan atas bagiannya"),
    "part_void": Text("void in part", "sebagian tidak mengikat"),
    "part_read": Text("a part read by a court", "sebagian ditafsirkan pengadilan"),
    "part_changed": Text("changed in part since", "sebagian berubah kemudian"),
    "part_open": Text("in part otherwise for some", "sebagian lain bagi hal tertentu"),
    "parts_since": Text(
        "Other acts bear on its parts, which the summary below does not tell",
        "Tindakan lain mengenai bagiannya, yang tidak disebut ikhtisar di bawah",
    ),
    "stood_at": Text("then stood at", "waktu itu dimuat dalam"),
    "its_text": Text("Its text says", "Menurut teksnya"),
    "done_read_as": Text("to be read otherwise", "dimaknai lain"),
    "done_struck": Text("void", "tidak mengikat lagi"),
    "done_struck_phrase": Text("a phrase of it void", "sebuah frasanya tidak mengikat lagi"),
    "done_holding": Text("its meaning settled", "maknanya ditegaskan"),
    "done_revives": Text("revived", "dihidupkan kembali"),
    "done_adjusts": Text("adjusted", "disesuaikan"),
    "remark": Text("remark of a ruling", "catatan putusan"),
    "special_here": Text("special rule here", "aturan khusus di sini"),
    "read_as": Text("read as", "dimaknai"),
    "holding": Text("construed by", "ditafsirkan oleh"),
    "struck_phrase": Text("phrase declared void by", "frasa dinyatakan tidak mengikat oleh"),
    "revives": Text("revived by", "dihidupkan kembali oleh"),
    "note": Text("note", "catatan"),
    "enact": Text("enacted", "ditetapkan"),
    "insert": Text("inserted", "disisipkan"),
    "amend": Text("amended", "diubah"),
    "restate": Text("restated unchanged", "dimuat kembali tanpa perubahan"),
    "renumber": Text("taken over from", "dipindahkan dari"),
    "repeal": Text("repealed", "dihapus"),
    "repeals": Text("repealed", "dicabut"),
    "amends": Text("amended", "diubah"),
    "ratifies": Text("made law", "ditetapkan menjadi undang-undang"),
    "implements": Text("implemented", "dilaksanakan"),
    "replaces-in-part": Text("replaced in part", "diganti sebagian"),
    "derogates": Text("derogated from", "disimpangi"),
    "tests": Text("tested", "diuji"),
    "nearest": Text("nearest", "terdekat"),
    "moved_to": Text("moved to", "dipindahkan ke"),
    "moved_from": Text("taken over from", "berasal dari"),
    "waits_for": Text("waits for", "menunggu"),
    "keppres-pemindahan-ibu-kota": Text(
        "the presidential decree that moves the capital", "Keputusan Presiden tentang pemindahan ibu kota"
    ),
    "not_contained": Text(
        "the law cited did not itself contain this provision", "undang-undang yang dikutip tidak memuat ketentuan ini"
    ),
    "unread": Text(
        "the library holds only part of this instrument; this place of it was not read",
        "pustaka ini hanya memuat sebagian peraturan ini; ketentuan ini belum dibaca",
    ),
    "doubt": Text("otherwise in some cases", "lain dalam hal tertentu"),
    "needs": Text("depends on", "bergantung pada"),
    "needs_first_day": Text(
        "whether the day it counts from is itself day one", "apakah hari awal dihitung sebagai hari pertama"
    ),
    "needs_anchor_date": Text(
        "which date counts: the region's or the court's", "tanggal mana yang dipakai: setempat atau menurut mahkamah"
    ),
    "rule_latest": Text("no later than {n} {unit} {side} {anchor}", "paling lambat {n} {unit} {side} {anchor}"),
    "rule_from": Text("not before {n} {unit} {side} {anchor}", "paling cepat {n} {unit} {side} {anchor}"),
    "rule_start": Text("begins {n} {unit} {side} {anchor}", "dimulai {n} {unit} {side} {anchor}"),
    "rule_window": Text("the {n} {unit} {side} {anchor}", "selama {n} {unit} {side} {anchor}"),
    "rule_length": Text("lasts {n} {unit} at most", "paling lama {n} {unit}"),
    "rule_lasts": Text("lasts {n} {unit}", "berlangsung {n} {unit}"),
    "rule_close": Text("closes on the last day", "ditutup pada hari terakhir"),
    "rule_hours": Text("closes on every other day", "ditutup pada hari lainnya"),
    "side_after": Text("after", "setelah"),
    "side_before": Text("before", "sebelum"),
    "unit_day": Text("days", "hari"),
    "unit_working_day": Text("working days", "hari kerja"),
    "unit_hour": Text("hours", "jam"),
    "unit_month": Text("months", "bulan"),
    "facts": Text("Facts by how far they were verified", "Fakta menurut tingkat verifikasi"),
    "table": Text("table", "tabel"),
    "total": Text("total", "jumlah"),
    "open_fields": Text("single fields unconfirmed", "kolom belum dikonfirmasi"),
    "prevails": Text("prevails", "unggul"),
    "why": Text("because", "karena"),
    "only_one_in_force": Text("the only one in force", "satu-satunya yang berlaku"),
    "superior": Text("higher norm", "lex superior"),
    "special": Text("special norm", "lex specialis"),
    "later": Text("later norm", "lex posterior"),
    "elsewhere": Text("the other is for other regions", "yang lain bagi daerah lain"),
    "ruling": Text("by ruling", "menurut putusan"),
    "matter": Text("depends on the matter: name the election", "bergantung pada halnya: sebut pemilihannya"),
    "history": Text("history", "riwayat"),
    "days": Text("days", "masa"),
    "known_days": Text("as known", "sebagaimana diketahui"),
    "state": Text("state", "status"),
    "what_came": Text("what changed", "yang berubah"),
    "content": Text("content", "isi"),
    "since_day": Text("since", "sejak"),
    "basis": Text("basis", "dasar"),
    "verified": Text("verified", "verifikasi"),
    "text": Text("read in the legal text", "dibaca dalam naskah resmi"),
    "report": Text("secondary source", "sumber sekunder"),
    "recall": Text("not yet confirmed", "belum dikonfirmasi"),
    "projected": Text("projected: beyond the data's cut-off", "proyeksi: melewati batas data"),
    "known": Text("as known on", "sebagaimana diketahui pada"),
    "on": Text("on", "pada"),
    "from": Text("from", "sejak"),
    "title": Text("title", "judul"),
    "amended_by": Text("amended by", "diubah dengan"),
    "repealed_by": Text("ended by", "dicabut dengan"),
    "replaced_by": Text("replaced by", "diganti dengan"),
    "read_anew": Text("read anew by", "dimaknai kembali oleh"),
    "published": Text("public since", "diumumkan"),
    "no_change": Text("nothing changed", "tidak ada perubahan"),
    "changes": Text("changes", "perubahan"),
    "for_some": Text(
        "for some only (name the event or region)", "hanya bagi sebagian (sebut pemilihan atau daerahnya)"
    ),
    "more_changes": Text("more changes", "perubahan lagi"),
    "place": Text("place", "ketentuan"),
    "before": Text("before", "semula"),
    "after": Text("after", "menjadi"),
    "absent": Text("absent", "tidak ada"),
    "stage_done": Text("done", "selesai"),
    "stage_running": Text("running", "berlangsung"),
    "stage_ahead": Text("ahead", "akan datang"),
    "stage_suspended": Text("suspended", "ditunda sementara"),
    "stage_missed": Text("missed: passed while suspended", "terlewat: berlalu selama penundaan"),
    "stage_overtaken": Text("overtaken: put off or dropped, no new day", "tertunda atau batal: tanpa tanggal baru"),
    "stage_unknown": Text("unknown", "tidak diketahui"),
    "stage_unscheduled": Text("not scheduled yet", "belum dijadwalkan"),
    "schedule": Text("Schedule", "Jadwal"),
    "stage": Text("stage", "tahapan"),
    "window": Text("window", "waktu"),
    "stage_state": Text("state", "status"),
    "scope": Text("race", "lingkup"),
    "race_national": Text("national", "nasional"),
    "race_province": Text("governor", "gubernur"),
    "race_regency-city": Text("regent, mayor", "bupati/wali kota"),
    "race_province|regency-city": Text("all races", "semua pemilihan"),
    "until": Text("until", "sampai"),
    "no_day": Text("no day set", "tanpa tanggal"),
    "limit": Text("limit", "batas waktu"),
    "closes": Text("closes", "ditutup"),
    "counts_from": Text("counts from", "dihitung dari"),
    "undetermined": Text("undetermined", "tidak dapat ditentukan"),
    "impossible": Text("impossible", "tidak mungkin"),
    "prevails_over": Text("prevails over", "mengesampingkan"),
    "rule": Text("rule", "aturan"),
    "order_limit": Text("last day the order leaves", "hari terakhir menurut perintah"),
    "late": Text("the day set comes after it", "hari yang ditetapkan melampauinya"),
    "plan": Text("Plan for a vote on", "Rencana pemungutan suara"),
    "event_note": Text(
        "Days as laid down, not proof that they were kept.", "Hari sebagaimana ditetapkan, bukan bukti pelaksanaan."
    ),
    "organiser": Text("organiser", "penyelenggara"),
    "supervisor": Text("supervisor", "pengawas"),
    "government": Text("government", "pemerintahan"),
    "legislature": Text("legislature", "badan legislatif"),
    "coordination_forum": Text("coordination forum", "forum koordinasi"),
    "media": Text("media", "media"),
    "ethics": Text("ethics court of organisers", "penegak etik penyelenggara"),
    "court": Text("court", "pengadilan"),
    "law_enforcement": Text("law enforcement", "penegak hukum"),
    "law_in_force": Text("Legal frame", "Kerangka hukum"),
    "elections_ahead": Text("Elections ahead", "Pemilihan yang akan datang"),
    "stages_running": Text("Stages running", "Tahapan yang sedang berjalan"),
    "stages_ahead": Text("Stages ahead", "Tahapan berikutnya"),
    "responsibilities": Text("Who is responsible", "Penanggung jawab"),
    "reports_due": Text("Reports due within a month", "Laporan yang jatuh tempo dalam sebulan"),
    "stages_suspended": Text("Stages suspended", "Tahapan yang ditunda"),
    "unscheduled": Text("its stages not yet scheduled", "tahapannya belum dijadwalkan"),
    "head_of_region": Text("Head of region", "Kepala daerah"),
    "bodies": Text("Bodies", "Lembaga"),
    "special_rules": Text("Special rules", "Aturan khusus"),
    "none_known": Text("none known", "tidak ada yang diketahui"),
    "governor": Text("governor", "gubernur"),
    "regent": Text("regent", "bupati"),
    "mayor": Text("mayor", "wali kota"),
    "code": Text("code", "kode"),
    "kind": Text("kind", "jenis"),
    "province": Text("province", "provinsi"),
    "regency": Text("regency", "kabupaten"),
    "city": Text("city", "kota"),
    "administrative-regency": Text("administrative regency", "kabupaten administrasi"),
    "administrative-city": Text("administrative city", "kota administrasi"),
    "capital": Text("capital", "ibu kota"),
    "time_zone": Text("time zone", "zona waktu"),
    "special_status": Text("special status", "status khusus"),
    "aliases": Text("also called", "nama lain"),
    "elections": Text("elections", "pemilihan"),
    "formed": Text("formed", "dibentuk"),
    "moved": Text("moved to another province", "pindah provinsi"),
    "renamed": Text("renamed", "berganti nama"),
    "recoded": Text("recoded", "berganti kode"),
    "seated": Text("seat of government", "pusat pemerintahan"),
    "status": Text("status changed", "perubahan status"),
}


def word(key: str, lang: str) -> str:
    """Return a word of the catalogue; a key it does not have is shown as it is."""
    return _WORDS[key][lang] if key in _WORDS else key


#: The names of the months, from the first on: English, Indonesian.
_MONTH_NAMES = tuple(("", *MONTHS[lang].split()) for lang in ("en", "id"))


def day_text(day: str, lang: str) -> str:
    """Write an exact day as people do: ``27 November 2024``."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTH_NAMES[lang == 'id'][int(month)]} {year}"


def when_text(day: When, lang: str) -> str:
    """Write a day of any precision: ``27 November 2024``, ``November 2024``, ``2024``, or *unknown*."""
    if day.exact:
        return "" if day.latest == LAST else day_text(day.latest, lang)
    shown = str(day)
    if not shown:
        return word("unknown", lang)
    if len(shown) == 7:
        return f"{_MONTH_NAMES[lang == 'id'][int(shown[5:])]} {shown[:4]}"
    if ".." in shown:
        return " – ".join(day_text(end, lang) for end in shown.split(".."))
    return shown
