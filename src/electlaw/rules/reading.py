"""Readers of case fields: each takes the field's name and a raw value and returns the clean one, or says why not."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import attrs

from electlaw.dates import ZONES, day, zone
from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    T = TypeVar("T")

#: Above this no number of people or votes can be right.
MOST = 10_000_000_000


def near(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the nearest of `words`."""
    from difflib import get_close_matches

    return tuple(get_close_matches(word, list(words), 3, 0.5))


def missing(value: object) -> bool:
    """Whether a cell holds nothing: None, an empty text, NaN."""
    if value is None or value == "":
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        return True


def maybe(read: Callable[[str, object], T], name: str, value: object) -> T | None:
    """Read a value unless it is missing."""
    return None if missing(value) else read(name, value)


#: What people write, in Indonesian or after the forms of the KPU, for a field that is called otherwise.
_MEANT: dict[str, tuple[str, ...]] = {
    "announcement": ("announced",),
    "birth_date": ("born",),
    "birthday": ("born",),
    "blank_votes": ("empty_votes",),
    "daerah": ("region",),
    "determination": ("determined", "pairs_determined"),
    "diajukan": ("filed", "objection_filed"),
    "diumumkan": ("announced",),
    "donation": ("total",),
    "dpt": ("electorate", "dpt"),
    "dukungan": ("supporters",),
    "inhabitants": ("population",),
    "jabatan": ("office", "services"),
    "jumlah": ("total",),
    "jumlah_kecamatan": ("districts",),
    "jumlah_penduduk": ("population",),
    "kecamatan": ("districts",),
    "kolom_kosong": ("empty_votes",),
    "kotak_kosong": ("empty_votes",),
    "kursi": ("seats",),
    "kursi_dprd": ("dprd_seats",),
    "partai": ("parties",),
    "pasangan": ("pairs",),
    "pemilih": ("electorate", "voters"),
    "pendaftaran": ("registered",),
    "penduduk": ("population",),
    "penetapan": ("determined", "pairs_determined", "announced"),
    "perkara": ("case",),
    "pihak_terkait": ("winner_votes",),
    "pemohon": ("petitioner_votes", "petitioner"),
    "registered_voters": ("electorate",),
    "sebaran": ("districts_covered",),
    "suara": ("votes",),
    "suara_sah": ("valid_votes", "votes"),
    "sumbangan": ("total",),
    "tanggal_lahir": ("born",),
    "total_seats": ("dprd_seats",),
    "total_suara_sah": ("valid_votes",),
    "wilayah": ("region",),
}


def known_keys(given: Mapping[str, object], names: Iterable[str], where: str) -> None:
    """Refuse a key that is not among `names`, with those meant or the nearest; where nothing is near, all of them."""
    allowed = list(names)
    for key in given:
        if key not in allowed:
            place = f"{where}: " if where else ""
            word = "_".join(key.casefold().replace("-", " ").split())
            meant = tuple(name for name in _MEANT.get(word, ()) if name in allowed)
            raise Invalid(f"{place}no field {key!r}", id=f"{place}tidak ada kolom {key!r}",
                          choices=meant or near(key, allowed) or tuple(allowed))  # fmt: skip


def count(name: str, value: object) -> int:
    """Read a whole number of at least zero."""
    number = _whole(name, value)
    if number < 0:
        raise Invalid(f"{name}: {number} is below zero", id=f"{name}: {number} kurang dari nol")
    if number > MOST:
        raise Invalid(f"{name}: {number} is more than there are people", id=f"{name}: {number} terlalu besar")
    return number


def money(name: str, value: object) -> int:
    """Read an amount of whole rupiah, at least zero."""
    number = _whole(name, value)
    if not 0 <= number <= MOST * 100_000:
        raise Invalid(f"{name}: Rp{number:,} cannot be right", id=f"{name}: Rp{number} tidak mungkin")
    return number


def positive(name: str, value: object) -> int:
    """Read a whole number of at least one."""
    number = count(name, value)
    if number == 0:
        raise Invalid(f"{name}: 0, at least 1 is wanted", id=f"{name}: 0, paling sedikit 1")
    return number


def _whole(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,20}\s*", value):
        return int(value)
    if not isinstance(value, bool | str):
        try:
            whole = int(value)  # type: ignore[call-overload]
            if whole == value:
                return int(whole)
        except (TypeError, ValueError, OverflowError):
            pass
    shown = repr(value)[:40]
    raise Invalid(
        f"{name}: {shown} is no whole number (write 23910, without separators)",
        id=f"{name}: {shown} bukan bilangan bulat (tulis 23910, tanpa pemisah)",
    )


def flag(name: str, value: object) -> bool:
    """Read a truth value."""
    if isinstance(value, bool):
        return value
    known = {"true": True, "false": False, "yes": True, "no": False, "ya": True, "tidak": False}
    text = str(value).strip().casefold()
    if text in known:
        return known[text]
    raise Invalid(f"{name}: {value!r} is neither true nor false", id=f"{name}: {value!r} bukan true atau false")


def word_of(words: Mapping[str, str]) -> Callable[[str, object], str]:
    """Return a reader of one of `words`, in any case."""

    def read(name: str, value: object) -> str:
        text = str(value).strip().casefold()
        if text not in words:
            text = " ".join(text.replace("_", " ").replace(".", " ").split())
        if text in words:
            return words[text]
        choices = near(text, words) or tuple(dict.fromkeys(words.values()))
        raise Invalid(f"{name}: {value!r} is not known", id=f"{name}: {value!r} tidak dikenal", choices=choices)

    return read


def words(name: str, value: object) -> str:
    """Read a text."""
    text = str(value).strip()
    if not text:
        raise Invalid(f"{name}: empty", id=f"{name}: kosong")
    return text


def scalar(name: str, value: object) -> object:
    """Read a text, number or truth value."""
    if isinstance(value, str | int | float | bool):
        return value
    raise Invalid(f"{name}: a number, truth value or text is wanted", id=f"{name}: yang diminta angka atau teks")


def iso_day(name: str, value: object) -> str:
    """Read a day."""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    try:
        return day(value)  # type: ignore[arg-type]
    except Invalid as error:
        raise Invalid(f"{name}: {error.en}", id=f"{name}: {error.id}") from None


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]+(\d\d?)[:.](\d\d)(?::\d\d)?\s*(WIB|WITA|WIT|[+-]\d\d:\d\d)?")


def moment(name: str, value: object) -> datetime | str:
    """Read a moment with its zone, or a day alone."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            return _zoneless(name, value.isoformat(" "))
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
    if len(text) == 10:
        return iso_day(name, text)
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise Invalid(f"{name}: {text[:40]!r} is no moment: write 2024-12-03 22:37 WIB",
                      id=f"{name}: {text[:40]!r} bukan waktu: tulis 2024-12-03 22:37 WIB")  # fmt: skip
    on, hours, minutes, place = match.groups()
    if place is None:
        return _zoneless(name, text)
    iso_day(name, on)
    if int(hours) * 60 + int(minutes) > 1440 or int(minutes) > 59:
        raise Invalid(f"{name}: {hours}:{minutes} is no time of day", id=f"{name}: {hours}:{minutes} bukan jam")
    if place in ZONES:
        midnight = datetime.fromisoformat(on).replace(tzinfo=zone(place))
        return midnight + timedelta(hours=int(hours), minutes=int(minutes))
    return datetime.fromisoformat(f"{on}T{hours:>02}:{minutes}{place}")


def _zoneless(name: str, text: str) -> str:
    raise Invalid(
        f"{name}: {text} does not say its zone",
        id=f"{name}: {text} tanpa zona waktu",
        choices=tuple(f"{text} {place}" for place in ZONES),
    )


def region_code(name: str, value: object) -> str:
    """Read a region by any of its names or codes and return its code."""
    from electlaw.regions import Region, region

    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{value:.2f}" if isinstance(value, float) and value != int(value) else str(int(value))
    if not isinstance(value, str | Region):
        raise Invalid(f"{name}: {value!r} is no region", id=f"{name}: {value!r} bukan daerah")
    return region(value).code


def event_id(name: str, value: object) -> str:
    """Read the id of an election event."""
    from electlaw.regions import events

    ids = [event.id for event in events()]
    text = str(value).strip()
    if text in ids:
        return text
    raise Invalid(f"{name}: no event {text!r}", id=f"{name}: tidak ada pemilihan {text!r}", choices=near(text, ids))


def votes_by_pair(name: str, value: object) -> tuple[tuple[str, int], ...]:
    """Read a table of pair to number, or a list of numbers for pairs 1, 2, 3."""
    if isinstance(value, dict):
        items = [(str(key), number) for key, number in value.items()]
    elif isinstance(value, list | tuple) and all(isinstance(item, tuple | list) and len(item) == 2 for item in value):
        items = [(str(key), number) for key, number in value]
    elif isinstance(value, list | tuple):
        items = [(str(index), number) for index, number in enumerate(value, 1)]
    else:
        raise Invalid(f"{name}: a table of pair to number is wanted",
                      id=f"{name}: yang diminta tabel pasangan ke angka")  # fmt: skip
    if not items:
        raise Invalid(f"{name}: empty", id=f"{name}: kosong")
    keys = [key for key, _ in items]
    if len(set(keys)) < len(keys):
        raise Invalid(f"{name}: a pair is listed twice", id=f"{name}: satu pasangan tercantum dua kali")
    return tuple((key, count(f"{name}.{key}", number)) for key, number in items)


def in_order(case: object, earlier: str, later: str) -> None:
    """Refuse two days in the wrong order."""
    first, last = getattr(case, earlier), getattr(case, later)
    if first is not None and last is not None and last < first:
        raise Invalid(f"{later}: {last} is before {earlier}, {first}",
                      id=f"{later}: {last} mendahului {earlier}, {first}")  # fmt: skip


def plain(value: object) -> object:
    """Return a field's value as plain data."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M") + value.strftime("%z")[:3] + ":" + value.strftime("%z")[3:5]
    if isinstance(value, tuple):
        if value and attrs.has(value[0].__class__):
            return [{k: v for k, v in attrs.asdict(item).items() if v is not None} for item in value]
        return dict(value)
    return value
